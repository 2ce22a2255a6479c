//! All the way through a self-check, however somebody clicks, and every export of what comes out.

use std::rc::Rc;

use burnout_screener::export::{
    Publication, Source, Style, codebook, csv, fhir_in_full, json, questionnaire, text, wide,
};
use burnout_screener::history::{Check, Date, History};
use burnout_screener::instrument::{Construct, Instrument, Profiled};
use burnout_screener::locale::{Locale, Texts};
use burnout_screener::outcome::Outcome;
use burnout_screener::profile::{
    Finding, classify, more_needed, offers, one_changed_answer, professional, strongest_answers,
};
use burnout_screener::report;
use burnout_screener::response::Responses;
use burnout_screener::session::{Action, Aside, Question, Session, Step, Voice};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::read_history;

pub(crate) fn any_actions() -> impl Strategy<Value = Vec<Action>> {
    let asked = || {
        prop_oneof![
            1 => Just(Question::Role),
            2 => (0_usize..24).prop_map(Question::Context),
            8 => (0_usize..40).prop_map(Question::Item),
            1 => any::<usize>().prop_map(Question::Item),
        ]
    };
    let asides = vec![Aside::How, Aside::Handout, Aside::Supervision];
    let action = prop_oneof![
        8 => (asked(), 0_u8..6).prop_map(|(asked, option)| Action::Press(asked, option)),
        30 => (asked(), prop::option::weighted(0.9, prop_oneof![9 => 0_u8..6, 1 => any::<u8>()]))
            .prop_map(|(asked, option)| Action::Answer(asked, option)),
        8 => Just(Action::Next),
        3 => Just(Action::Back),
        1 => Just(Action::GoOnWithout),
        1 => Just(Action::TakeOffer),
        1 => prop::option::of(0_usize..50).prop_map(Action::Tick),
        1 => Just(Action::ReviewSkipped),
        1 => prop::sample::select(asides).prop_map(Action::Show),
        1 => prop::sample::select(vec![Action::StartOver, Action::Erase]),
    ];
    prop::collection::vec(action, 0..60)
}

/// Does what somebody does, and then goes on to the result.
pub(crate) fn walked(instrument: &Rc<Instrument>, actions: &[Action]) -> Session {
    let mut session = Session::new(Rc::clone(instrument));
    for &action in actions {
        session = session.update(action);
        assert_in_place(&session);
    }
    if session.step() == Step::Erased {
        session = session.update(Action::StartOver);
    }
    // Each screen once, each item once more, and the welcome or a page beside the way.
    let most = session.way().len() + 2 * session.instrument().items().len() + 8;
    for _ in 0..most {
        if session.step() == Step::Result {
            return session;
        }
        session = match session.step() {
            Step::Aside(_) => session.update(Action::Back),
            _ => session.update(Action::Next),
        };
        assert_in_place(&session);
    }
    panic!("no result after {most} steps: {:?}", session.step());
}

fn assert_in_place(session: &Session) {
    let (before, total) = session.progress();
    assert!(before <= total);
    match session.question() {
        Some(Question::Item(item)) => assert!(item < session.instrument().items().len()),
        Some(Question::Context(place)) => assert!(place < session.instrument().context().len()),
        Some(Question::Role) | None => {}
    }
}

/// Everything that is made of a result: it is whole, and other programs can read it.
pub(crate) fn assert_taken_along(session: &Session, texts: &Texts, locale: &Locale) {
    let instrument = session.instrument();
    let outcome = Outcome::new(instrument, session.responses());
    assert_eq!(outcome.standings.len(), instrument.scales().len());
    for standing in outcome.standings {
        let Some(score) = standing.score else {
            assert_eq!(standing.band, None);
            continue;
        };
        let (lowest, highest) = standing.scale.span;
        let hair = 1e-9 * (highest - lowest);
        assert!((lowest - hair..=highest + hair).contains(&score.value), "{score:?}");
        assert!(score.error.is_none_or(|error| error.is_finite() && error > 0.0), "{score:?}");
        assert_eq!(score.error.is_some(), standing.scale.precision.is_some());
        assert!(standing.band.is_none_or(|band| band.from <= score.value + 1e-9));
    }
    if let Some(profiled) = instrument.profiled() {
        assert_profile(profiled, session.responses());
    }

    let date = Date::new("2026-11-25").unwrap();
    let history = History::default().with(Check::new(session, date, "a".to_owned()));
    let source = Source { instrument, texts, locale, history: &history };
    assert!(text(&source).contains(&locale.day(&history.checks()[0].date)));
    assert_table(&csv(&source), session);
    let file = serde_json::from_str(&json(&source)).unwrap();
    assert_eq!(read_history(instrument, &file).as_ref(), Ok(&history));
    assert_record(&serde_json::from_str(&fhir_in_full(&source, "0f")).unwrap());
    let asked = questionnaire(&source, Voice::Work, Publication::default());
    assert_record(&serde_json::from_str(&asked).unwrap());
    let head = |table: &str| csv::Reader::from_reader(table.as_bytes()).headers().unwrap().len();
    let rows = csv::Reader::from_reader(codebook(&source).as_bytes()).into_records().count();
    assert_eq!(head(&wide(&source, Style::Point, "")), rows);
}

fn assert_profile(profiled: Profiled<'_>, responses: &Responses) {
    let found = classify(profiled, responses);
    for construct in Construct::ALL {
        if let Some(score) = found.score(construct) {
            assert!((0.0..=100.0).contains(&score.value), "{score:?}");
            assert!(score.error.is_some_and(|e| e.is_finite() && e > 0.0), "{score:?}");
        }
    }
    assert!(Finding::ALL.contains(&found.finding));
    assert!(found.possible().next().is_some());
    assert!(professional(profiled, responses, &found).reasons().len() <= 6);
    assert!(offers(profiled, responses).iter().all(|&item| responses.item(item).is_none()));
    let open = found.burnout.is_open() || found.compassion_fatigue.is_open();
    assert_eq!(more_needed(profiled, responses) > 0, open);
    let reasons = strongest_answers(profiled, responses, &found, report::REASONS);
    assert!(reasons.iter().all(|reason| responses.item(reason.item).is_some()));
    let changed = one_changed_answer(profiled, responses);
    assert!(changed.is_none() || !responses.is_empty());
}

fn assert_table(table: &str, session: &Session) {
    let (instrument, responses) = (session.instrument(), session.responses());
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(table.as_bytes()).into_records().map(Result::unwrap).collect();
    // The licence and the role where there are any, what was answered, the scores and bands, and where
    // there is a profile what was found: of the possible profiles and of the parts there may be several.
    let banded = instrument.scales().iter().filter(|scale| !scale.bands.is_empty()).count();
    let licence = usize::from(instrument.credit().line.is_some());
    let is_profiled = usize::from(instrument.profiled().is_some());
    let least = licence
        + usize::from(instrument.asks_role() && session.role().is_some())
        + (0..instrument.items().len()).filter(|&item| responses.item(item).is_some()).count()
        + (0..instrument.context().len())
            .filter(|&place| responses.context(place).is_some())
            .count()
        + instrument.scales().len()
        + banded
        + responses.signs().map_or(0, |signs| signs.iter().filter(|on| **on).count().max(1))
        + is_profiled * 6;
    let most = least + is_profiled * 15;
    assert!((least..=most).contains(&rows.len()), "{} of {least}: {table}", rows.len());
    for cell in rows.iter().flatten() {
        let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        assert!(!runs || cell.parse::<f64>().is_ok(), "{cell:?} may run");
    }
}

/// What FHIR asks of all JSON: nothing empty, and no control characters.
fn assert_record(value: &Value) {
    match value {
        Value::String(text) => {
            let allowed =
                |c: char| !c.is_ascii_control() || matches!(c, '\t' | '\r' | '\n' | '\x7f');
            assert!(!text.is_empty() && text.chars().all(allowed), "{text:?}");
        }
        Value::Array(list) => {
            assert!(!list.is_empty(), "an empty list");
            list.iter().for_each(assert_record);
        }
        Value::Object(fields) => {
            assert!(!fields.is_empty(), "an empty object");
            fields.values().for_each(assert_record);
        }
        _ => {}
    }
}
