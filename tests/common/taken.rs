//! Checks that the tests of the exports write.

use burnout_screener::export::Source;
use burnout_screener::history::{Check, Date, History};
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::Texts;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use expect_test::ExpectFile;
use serde_json::json as value;

use super::{build, english, english_json, instrument_json, item, say, texts_of, with_sums};

/// What an export is told apart by.
pub(crate) const DIGITS: &str = "0123456789abcdef0123456789abcdef";

/// A check that has the day for its id.
pub(crate) fn check(date: &str, role: Option<Role>, responses: Responses) -> Check {
    Check { date: Date::new(date).unwrap(), id: date.to_owned(), role, responses, raw: None }
}

/// With these sums, and everything else that everybody is asked.
pub(crate) fn answered(instrument: &Instrument, sums: [usize; 3]) -> Responses {
    let mut responses = with_sums(instrument, sums[0], sums[1], sums[2]);
    for item in responses.skipped().collect::<Vec<_>>() {
        responses.set_item(instrument, item, Some(3));
    }
    responses
}

/// Burnout, everything answered and two signs ticked.
pub(crate) fn complete(instrument: &Instrument) -> Check {
    let mut responses = answered(instrument, [34, 9, 4]);
    responses.set_signs(instrument, Some(&[1, 4]));
    say(instrument, &mut responses, "exposure", "often");
    say(instrument, &mut responses, "cause", "load");
    say(instrument, &mut responses, "duration", "one_to_six_months");
    say(instrument, &mut responses, "impact", "little");
    check("2026-10-28", Some(Role::Work), responses)
}

/// Between two, with some left out, no sign ticked, and one answer of the bank.
pub(crate) fn gaps(instrument: &Instrument) -> Check {
    let mut responses = answered(instrument, [23, 9, 6]);
    for id in ["exhausted_despite_rest", "saw_again_in_mind", "felt_bitter"] {
        responses.set_item(instrument, item(instrument, id), None);
    }
    responses.set_item(instrument, item(instrument, "strength_for_own_life"), Some(2));
    responses.set_signs(instrument, Some(&[]));
    say(instrument, &mut responses, "impact", "much");
    check("2026-11-25", Some(Role::Caring), responses)
}

pub(crate) fn both(instrument: &Instrument) -> History {
    History::default().with(complete(instrument)).with(gaps(instrument))
}

/// An instrument as a clinic may bring it: with words that mean something to other programs.
pub(crate) fn hostile() -> (Instrument, Texts) {
    let mut definition = instrument_json();
    definition["id"] = "-clinic".into();
    definition["version"] = "2026\u{1} spring".into();
    definition["context"][0]["id"] = "role".into();
    let mut words = english_json()["instruments"]["helping-strain"].clone();
    let exposure = words["context"].as_object_mut().unwrap().remove("exposure").unwrap();
    words["context"]["role"] = exposure;
    words["context"]["role"]["question"] = "=HYPERLINK(\"http://x\", \"more\")".into();
    words["options"]["frequency"]["never"] = "\"Never\", \\ or\u{1}\u{1f} hardly".into();
    for (id, text) in [
        ("sleepy_when_needed_awake", "+1 was tired"),
        ("dread_at_thought", "-2,5\r\n=1+1"),
        ("guilty_about_suffering", "@SUM(A1)"),
        ("exhausted_despite_rest", "\t=1+1"),
        ("saw_again_in_mind", "＝1＋1"),
    ] {
        words["items"][id] = value!({ "all": text });
    }
    let instrument = build(definition).unwrap();
    let texts = texts_of(&instrument, words);
    (instrument, texts)
}

pub(crate) fn write(
    export: impl Fn(&Source<'_>) -> String,
    instrument: &Instrument,
    texts: &Texts,
    history: &History,
) -> String {
    export(&Source { instrument, texts, locale: &english(), history })
}

/// Line ends aside: these are a matter of how the repository is checked out.
#[track_caller]
pub(crate) fn matches(golden: ExpectFile, export: &str) {
    golden.assert_eq(&export.replace("\r\n", "\n"));
}
