//! The checks as a table, one row an answer, score or result (RFC 4180).

use super::Source;
use super::sheet::{Kind, SCALES, Sheet};
use crate::json::decimal;

/// Writes every answer, score and result of the checks. An answer that was not given leaves its cells
/// empty. `value` is the answer's value, or the score; `keyed` is what the answer adds to its scale.
#[must_use]
pub fn csv(source: &Source<'_>) -> String {
    let mut table = "date,row,id,text,scale,facet,answer,value,keyed,error\r\n".to_owned();
    let instrument = source.instrument;
    for check in source.history.checks() {
        let sheet = Sheet::new(source, check);
        for line in (0..).map_while(|place| sheet.line(place)) {
            let mut scale = if line.kind == Kind::Score { line.id } else { "" };
            let mut facet = "";
            let [mut value, mut keyed, mut error] = [const { String::new() }; 3];
            if let (Kind::Item, Some(item)) = (line.kind, instrument.items().get(line.place)) {
                scale = SCALES.get(item.construct as usize).copied().unwrap_or_default();
                let mut facets = instrument.scale(item.construct).facets.iter();
                // Facets name their items in the order asked.
                let own = facets.find(|facet| facet.items.binary_search(&line.place).is_ok());
                facet = own.map_or("", |facet| &facet.id);
                let chosen = check.responses.item(line.place).unwrap_or(u8::MAX);
                let option = instrument.options().get(usize::from(chosen));
                let adds = instrument.keyed(line.place, chosen);
                if let (Some(option), Some(adds)) = (option, adds) {
                    (value, keyed) = (u32::from(option.value).to_string(), adds.to_string());
                }
            }
            if let Some((points, around)) = sheet.score(&line) {
                (value, error) = (decimal(points), decimal(around));
            }
            // Between two, a result has a row for each; without an answer, there is a row too.
            let mut turn = 0;
            while turn == 0 || sheet.chosen(&line, turn).is_some() {
                let chosen = sheet.chosen(&line, turn);
                let answer = chosen.and_then(|option| sheet.option(&line, option));
                let answer = answer.map_or("", |(code, _)| code);
                let (date, kind) = (check.date.as_str(), line.kind.name());
                let cells =
                    [date, kind, line.id, line.text, scale, facet, answer, &value, &keyed, &error];
                row(&mut table, &cells);
                turn += 1;
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
