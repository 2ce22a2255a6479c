//! The check-in file: what a person brings to the next check. `checkin` reads it.

use super::Source;
use super::sheet::{Kind, Sheet};
use crate::checkin::{FORMAT, ROLES};
use crate::json::Json;

/// Writes the check-in file. Answers stand in it by ids. The scores are there for other programs;
/// this one computes them from the answers.
#[must_use]
pub fn json(source: &Source<'_>) -> String {
    let mut json = Json::new(false);
    json.text("burnout-screener", "check-in");
    json.whole("format", FORMAT.into());
    json.object("instrument");
    json.text("id", source.instrument.id());
    json.text("version", source.instrument.version());
    json.end();
    json.list("checks");
    for check in source.history.checks() {
        let sheet = Sheet::new(source, check);
        json.object("");
        json.text("date", check.date.as_str());
        json.text("role", ROLES.get(check.setting as usize).copied().unwrap_or_default());
        let parts = [("answers", Kind::Item), ("context", Kind::Context), ("scores", Kind::Score)];
        for (name, kind) in parts {
            json.object(name);
            for line in (0..).map_while(|place| sheet.line(place)) {
                if line.kind != kind {
                    continue;
                }
                let chosen = sheet.chosen(&line, 0);
                if let Some((code, _)) = chosen.and_then(|option| sheet.option(&line, option)) {
                    json.text(line.id, code);
                }
                if let Some((value, _)) = sheet.score(&line) {
                    json.tenths(line.id, value);
                }
            }
            json.end();
        }
        json.end();
    }
    json.finish()
}
