//! The checks as a table, one row an answer, score or result (RFC 4180).

use super::{RESULTS, SCALES, results, role, scores};
use crate::checkin::{CheckIn, History};
use crate::classification::classify;
use crate::instrument::{Construct, Instrument};
use crate::json::decimal;
use crate::locale::Texts;

const COLUMNS: [&str; 11] =
    ["date", "role", "row", "id", "text", "scale", "facet", "answer", "value", "keyed", "error"];

/// Writes every answer, score and result of the checks. An answer that was not given leaves its cells
/// empty. `value` is the answer's value, or the score; `keyed` is what the answer adds to its scale.
#[must_use]
pub fn csv(instrument: &Instrument, texts: &Texts, history: &History) -> String {
    let mut table = String::new();
    row(&mut table, COLUMNS);
    for check in history.checks() {
        rows(&mut table, instrument, texts, check);
    }
    table
}

fn rows(table: &mut String, instrument: &Instrument, texts: &Texts, check: &CheckIn) {
    let (date, role) = (check.date.to_string(), role(check.setting));
    let mut add = |kind, [id, text, scale, facet, answer, value, keyed, error]: [&str; 8]| {
        row(table, [&date, role, kind, id, text, scale, facet, answer, value, keyed, error]);
    };
    for (place, question) in instrument.context().iter().enumerate() {
        let chosen = check.responses.context(place);
        let option = chosen.and_then(|option| question.options.get(usize::from(option)));
        let answer = option.map_or("", |option| &option.id);
        add("context", [&question.id, texts.context(place).0, "", "", answer, "", "", ""]);
    }
    for (place, item) in instrument.items().iter().enumerate() {
        let chosen = check.responses.item(place);
        let option = chosen.and_then(|option| instrument.options().get(usize::from(option)));
        let answer = option.map_or("", |option| &option.id);
        let value = option.map_or_else(String::new, |option| option.value.to_string());
        let keyed = chosen.and_then(|option| instrument.keyed(place, option));
        let keyed = keyed.map_or_else(String::new, |keyed| keyed.to_string());
        let (scale, facet) = belongs(instrument, place);
        let text = texts.item(place, check.setting);
        add("item", [&item.id, text, scale, facet, answer, &value, &keyed, ""]);
    }
    for (scale, score) in SCALES.into_iter().zip(scores(instrument, check)) {
        let [value, error] = match score {
            Some((value, error)) => [decimal(value), decimal(error)],
            None => [String::new(), String::new()],
        };
        add("score", [scale, "", scale, "", "", &value, "", &error]);
    }
    for place in results(classify(instrument, &check.responses).outcome) {
        let named = RESULTS.get(place).copied().unwrap_or_default();
        add("result", ["profile", "", "", "", named, "", "", ""]);
    }
}

/// The scale and the facet of an item.
fn belongs(instrument: &Instrument, item: usize) -> (&'static str, &str) {
    for (construct, scale) in Construct::ALL.into_iter().zip(SCALES) {
        let mut facets = instrument.scale(construct).facets.iter();
        if let Some(facet) = facets.find(|facet| facet.items.contains(&item)) {
            return (scale, &facet.id);
        }
    }
    ("", "")
}

fn row(table: &mut String, cells: [&str; 11]) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        let quoted = cell.contains(['"', ',', '\r', '\n']);
        if quoted {
            table.push('"');
        }
        // A spreadsheet would run such a cell as a formula, and the words of an instrument may come
        // from anywhere.
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
            table.push('\'');
        }
        table.push_str(&cell.replace('"', "\"\""));
        if quoted {
            table.push('"');
        }
    }
    table.push_str("\r\n");
}
