//! The check-in file: what a person brings to the next check. `checkin` reads it.

use super::{SCALES, tenths};
use crate::checkin::{FORMAT, History, ROLES};
use crate::classification::classify;
use crate::instrument::{Construct, Instrument};
use crate::json::Json;

/// Writes the check-in file. Answers stand in it by ids. The scores are there for other programs;
/// this one computes them from the answers.
#[must_use]
pub fn json(instrument: &Instrument, history: &History) -> String {
    let mut json = Json::new();
    json.text("burnout-screener", "check-in");
    json.whole("format", FORMAT.into());
    json.object("instrument");
    json.text("id", instrument.id());
    json.text("version", instrument.version());
    json.end();
    json.list("checks");
    for check in history.checks() {
        json.object("");
        json.text("date", check.date.as_str());
        json.text("role", ROLES.get(check.setting as usize).copied().unwrap_or_default());
        json.object("answers");
        for (place, item) in instrument.items().iter().enumerate() {
            let chosen = check.responses.item(place);
            if let Some(option) = chosen.and_then(|o| instrument.options().get(usize::from(o))) {
                json.text(&item.id, &option.id);
            }
        }
        json.end();
        json.object("context");
        for (place, question) in instrument.context().iter().enumerate() {
            let chosen = check.responses.context(place);
            if let Some(option) = chosen.and_then(|o| question.options.get(usize::from(o))) {
                json.text(&question.id, &option.id);
            }
        }
        json.end();
        json.object("scores");
        let found = classify(instrument, &check.responses);
        for (construct, scale) in Construct::ALL.into_iter().zip(SCALES) {
            if let Some(score) = found.score(construct) {
                json.tenths(scale, tenths(score.value));
            }
        }
        json.end();
        json.end();
    }
    json.finish()
}
