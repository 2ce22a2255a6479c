//! The checks as a table, one row an answer, score or result (RFC 4180).

use super::Source;
use super::sheet::{Kind, Sheet};
use crate::figure::figure;

/// Writes every answer, score, band and result of the checks. An answer that was not given has no row; a
/// score that is missing leaves its cells empty. `value` is the answer's value, or the score; `keyed` is what the answer adds to its scale.
#[must_use]
pub fn csv(source: &Source<'_>) -> String {
    let mut table = "date,row,id,text,scale,facet,answer,value,keyed,error\r\n".to_owned();
    let instrument = source.instrument;
    for check in source.history.checks() {
        let sheet = Sheet::new(source, check);
        let date = check.date.as_str();
        if let Some(licence) = source.licence() {
            row(&mut table, &[date, "licence", instrument.id(), licence, "", "", "", "", "", ""]);
        }
        for line in sheet.said() {
            let (mut scale, mut facet) = (String::new(), String::new());
            let [mut value, mut keyed, mut error] = [const { String::new() }; 3];
            match line.kind {
                Kind::Item => {
                    (scale, facet) = sheet.scales_of(line.place);
                    let chosen = check.responses.item(line.place).unwrap_or(u8::MAX);
                    let option = instrument.options(line.place).get(usize::from(chosen));
                    let adds = instrument.keyed(line.place, chosen);
                    if let (Some(option), Some(adds)) = (option, adds) {
                        (value, keyed) = (option.value.to_string(), adds.to_string());
                    }
                }
                Kind::Score | Kind::Band => line.id.clone_into(&mut scale),
                Kind::Role | Kind::Context | Kind::Signs | Kind::Result => {}
            }
            if let Some(score) = sheet.score(&line) {
                (value, error) = (figure(score.value), score.error.map(figure).unwrap_or_default());
            }
            // What may have several answers has a row for each; a score has a row too, and a band that is missing.
            let chosen = sheet.chosen(&line);
            let answers = chosen.iter().map(|&option| sheet.option(&line, option));
            let answers: Vec<&str> =
                answers.map(|found| found.map_or("", |(code, _)| code)).collect();
            for answer in if answers.is_empty() { &[""] } else { answers.as_slice() } {
                let kind = line.kind.name();
                let cells = [
                    date, kind, line.id, line.text, &scale, &facet, answer, &value, &keyed, &error,
                ];
                row(&mut table, &cells);
            }
        }
    }
    table
}

fn row(table: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        let special = |byte| matches!(byte, b'"' | b',' | b'\r' | b'\n');
        let quote = if cell.bytes().any(special) { "\"" } else { "" };
        table.push_str(quote);
        // A spreadsheet would run such a cell as a formula, and the words of an instrument may come
        // from anywhere.
        let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
        if cell.chars().next().is_some_and(|first| runs.contains(&first)) {
            table.push('\'');
        }
        for c in cell.chars() {
            if c == '"' {
                table.push('"');
            }
            table.push(c);
        }
        table.push_str(quote);
    }
    table.push_str("\r\n");
}
