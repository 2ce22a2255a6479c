//! The check-in file: what a person brings to the next check. `history` reads it.

use super::Source;
use super::sheet::{Kind, Line, Sheet};
use crate::history::FORMAT;
use crate::json::Json;

/// Writes the check-in file. Answers stand in it by ids. The scores are there for other programs;
/// this one computes them from the answers.
#[must_use]
pub fn json(source: &Source<'_>) -> String {
    let mut json = Json::new(false);
    json.text("burnout-screener", "check-in");
    json.number("format", FORMAT.into());
    json.list("checks");
    for check in source.history.checks() {
        // What says more than is known here is kept word for word.
        if let Some(raw) = &check.raw {
            json.raw(raw);
            continue;
        }
        let sheet = Sheet::new(source, check);
        json.object("");
        json.text("id", &check.id);
        json.text("date", check.date.as_str());
        json.object("instrument");
        json.text("id", source.instrument.id());
        json.text("version", source.instrument.version());
        if let Some(licence) = source.licence() {
            json.text("licence", licence);
        }
        json.end();
        if let Some(role) = check.role {
            json.text("role", role.name());
        }
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
                for (code, _) in sheet.answers(line) {
                    json.text(line.id, code);
                }
                if let Some(score) = sheet.score(line) {
                    json.number(line.id, score.value);
                }
            }
            json.end();
        }
        if let Some(ticked) = check.responses.signs() {
            json.list("signs");
            for (sign, _) in (source.instrument.signs().iter().zip(ticked)).filter(|(_, on)| **on) {
                json.text("", &sign.id);
            }
            json.end();
        }
        result(&mut json, &sheet, &lines);
        json.end();
    }
    for carried in source.history.carried() {
        json.raw(&carried.raw);
    }
    json.finish()
}

/// What was found, for other programs.
fn result(json: &mut Json, sheet: &Sheet<'_>, lines: &[Line<'_>]) {
    let mut results = lines.iter().filter(|line| line.kind == Kind::Result).peekable();
    if results.peek().is_none() {
        return;
    }
    json.object("result");
    for line in results {
        let repeats = Sheet::repeats(line);
        if repeats {
            json.list(line.id);
        }
        // In a list the name does not count.
        sheet.answers(line).iter().for_each(|(code, _)| json.text(line.id, code));
        if repeats {
            json.end();
        }
    }
    json.end();
}
