//! The checks as a long table, one row an answer, score or result.

use super::Source;
use super::sheet::{Kind, Sheet};
use super::table::{Style, Table};
use crate::figure::figure;

/// Writes every answer, score, band and result of the checks. An answer that was not given has no row; a
/// score that is missing leaves its cells empty. `value` is the answer's value, or the score; `keyed` is what the answer adds to its scale.
#[must_use]
pub fn csv(source: &Source<'_>) -> String {
    let mut table = Table::new(Style::Point);
    let head = ["date", "row", "id", "text", "scale", "facet", "answer", "value", "keyed", "error"];
    table.row(&head);
    let instrument = source.instrument;
    for check in source.history.checks() {
        let sheet = Sheet::new(source, check);
        let date = check.date.as_str();
        if let Some(licence) = source.licence() {
            table.row(&[date, "licence", instrument.id(), licence, "", "", "", "", "", ""]);
        }
        for line in sheet.said() {
            let (mut scale, mut facet) = (String::new(), String::new());
            let [mut value, mut keyed, mut error] = [const { String::new() }; 3];
            match line.kind {
                Kind::Item => {
                    (scale, facet) = sheet.scales_of(line.place);
                    let chosen = check.responses.item(line.place).unwrap_or(u8::MAX);
                    let adds = instrument.keyed(line.place, chosen);
                    if let (Some(own), Some(adds)) = (sheet.value(&line), adds) {
                        (value, keyed) = (own.to_string(), adds.to_string());
                    }
                }
                Kind::Score | Kind::Band => line.id.clone_into(&mut scale),
                Kind::Role | Kind::Context | Kind::Signs | Kind::Result => {}
            }
            if let Some(score) = sheet.score(&line) {
                (value, error) = (figure(score.value), score.error.map(figure).unwrap_or_default());
            }
            // Signs have a row each. A result has one, also where it holds several; so has a score, and a band
            // that is missing.
            let mut answers = sheet.codes(&line);
            let joined = answers.join(" ");
            if line.kind != Kind::Signs {
                answers = vec![&joined];
            }
            for answer in answers {
                let kind = line.kind.name();
                let cells = [
                    date, kind, line.id, line.text, &scale, &facet, answer, &value, &keyed, &error,
                ];
                table.row(&cells);
            }
        }
    }
    table.finish()
}
