//! The check-in file: what a person brings to the next check. `checkin` reads it.

use super::Source;
use super::sheet::{Kind, Sheet};
use crate::checkin::FORMAT;
use crate::json::Json;

/// Writes the check-in file. Answers stand in it by ids. The scores are there for other programs;
/// this one computes them from the answers.
#[must_use]
pub fn json(source: &Source<'_>) -> String {
    let mut json = Json::new(false);
    json.text("burnout-screener", "check-in");
    json.number("format", FORMAT.into());
    json.object("instrument");
    json.text("id", source.instrument.id());
    json.text("version", source.instrument.version());
    if let Some(licence) = source.licence() {
        json.text("licence", licence);
    }
    json.end();
    json.list("checks");
    for check in source.history.checks() {
        let sheet = Sheet::new(source, check);
        json.object("");
        json.text("date", check.date.as_str());
        json.text("role", check.role.name());
        let lines = sheet.lines();
        let parts = [
            ("answers", Kind::Item),
            ("context", Kind::Context),
            ("scores", Kind::Score),
            ("bands", Kind::Band),
        ];
        for (name, kind) in parts {
            let own = || lines.iter().filter(|line| line.kind == kind);
            // Most instruments have no bands, and none is written for them.
            if kind == Kind::Band && own().next().is_none() {
                continue;
            }
            json.object(name);
            for line in own() {
                for option in sheet.chosen(line) {
                    if let Some((code, _)) = sheet.option(line, option) {
                        json.text(line.id, code);
                    }
                }
                if let Some(score) = sheet.score(line) {
                    json.number(line.id, score.value);
                }
            }
            json.end();
        }
        json.end();
    }
    json.finish()
}
