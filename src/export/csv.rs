//! The checks as a table, one row an answer, score or result (RFC 4180).

use super::SCALES;
use super::sheet::Sheet;
use crate::checkin::History;
use crate::instrument::{Construct, Instrument};
use crate::json::decimal;
use crate::locale::{Locale, Texts};

/// Writes every answer, score and result of the checks. An answer that was not given leaves its cells
/// empty. `value` is the answer's value, or the score; `keyed` is what the answer adds to its scale.
#[must_use]
pub fn csv(instrument: &Instrument, texts: &Texts, locale: &Locale, history: &History) -> String {
    let mut table = "date,row,id,text,scale,facet,answer,value,keyed,error\r\n".to_owned();
    let belongs = belongs(instrument);
    for check in history.checks() {
        let sheet = Sheet::new(instrument, texts, locale, check);
        // The items stand together: their places are counted from the first of them.
        let first = sheet.lines.iter().position(|line| line.kind == "item").unwrap_or_default();
        for (place, line) in sheet.lines.iter().enumerate() {
            let mut scale = if line.kind == "score" { line.id } else { "" };
            let mut facet = "";
            let [mut value, mut keyed, mut error] = [const { String::new() }; 3];
            if line.kind == "item" {
                let item = place - first;
                (scale, facet) = belongs.get(item).copied().unwrap_or_default();
                let chosen = check.responses.item(item).unwrap_or(u8::MAX);
                if let Some(option) = instrument.options().get(usize::from(chosen)) {
                    value = option.value.to_string();
                }
                if let Some(adds) = instrument.keyed(item, chosen) {
                    keyed = adds.to_string();
                }
            }
            if let Some((points, around)) = line.score {
                (value, error) = (decimal(points), decimal(around));
            }
            // Between two, a result has a row for each; without an answer, there is a row too.
            for turn in 0..line.chosen.len().max(1) {
                let chosen = line.chosen.get(turn).and_then(|&at| sheet.offered(line).get(at));
                let answer = chosen.map_or("", |(code, _)| code);
                let (date, kind) = (check.date.as_str(), line.kind);
                let cells =
                    [date, kind, line.id, line.text, scale, facet, answer, &value, &keyed, &error];
                row(&mut table, &cells);
            }
        }
    }
    table
}

/// For each item the scale and the facet.
fn belongs(instrument: &Instrument) -> Vec<(&'static str, &str)> {
    let mut found = vec![("", ""); instrument.items().len()];
    for (construct, scale) in Construct::ALL.into_iter().zip(SCALES) {
        for facet in &instrument.scale(construct).facets {
            for &item in &facet.items {
                if let Some(slot) = found.get_mut(item) {
                    *slot = (scale, &facet.id);
                }
            }
        }
    }
    found
}

fn row(table: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        let quote = if cell.contains(['"', ',', '\r', '\n']) { "\"" } else { "" };
        table.push_str(quote);
        // A spreadsheet would run such a cell as a formula, and the words of an instrument may come
        // from anywhere.
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
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
