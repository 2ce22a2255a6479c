//! The check-in file in any state: it is read or refused, and never stops the self-check.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::export::{Source, json};
use burnout_screener::history::{Check, Date, History};
use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use burnout_screener::tree::Tree;
use common::{
    any_responses, build, built_in, cases, english, english_texts, instrument_json,
    read_history as read,
};
use proptest::prelude::*;
use serde_json::Value;

fn text(instrument: &Instrument, history: &History) -> String {
    let texts = english_texts(instrument);
    json(&Source { instrument, texts: &texts, locale: &english(), history })
}

fn written(instrument: &Instrument, history: &History) -> Value {
    serde_json::from_str(&text(instrument, history)).unwrap()
}

fn any_date() -> impl Strategy<Value = Date> {
    (1_u16..=9999, 1_u8..=12, 1_u8..=31).prop_filter_map("no such day", |(year, month, day)| {
        Date::new(&format!("{year:04}-{month:02}-{day:02}"))
    })
}

fn any_history(instrument: &Instrument) -> impl Strategy<Value = History> + use<> {
    let role = prop::option::of(prop::sample::select(Role::ALL.to_vec()));
    let check = (any_date(), "[a-z0-9]{1,64}", role, any_responses(instrument))
        .prop_map(|(date, id, role, responses)| Check { date, id, role, responses, raw: None });
    proptest::collection::vec(check, 1..6)
        .prop_map(|checks| checks.into_iter().fold(History::default(), |all, one| all.with(one)))
}

/// Anything that JSON can hold, with the names of the format in it.
fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        Just("burnout-screener"),
        Just("format"),
        Just("instrument"),
        Just("id"),
        Just("version"),
        Just("checks"),
        Just("date"),
        Just("role"),
        Just("answers"),
        Just("context"),
        Just("busy_day"),
        Just("impact"),
        Just("other"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_u8..3).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        proptest::sample::select(vec![
            "check-in",
            "helping-strain",
            "1.0.0",
            "2026-11-25",
            "both",
            "daily",
            "much",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        let object = proptest::collection::vec((name.clone(), inner.clone()), 0..6);
        prop_oneof![
            proptest::collection::vec(inner, 0..5).prop_map(Value::from),
            object.prop_map(|fields| {
                Value::Object(fields.into_iter().map(|(key, value)| (key.into(), value)).collect())
            }),
        ]
    })
}

/// Every place in a value.
fn places(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let below: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in below {
        found.extend(places(value).into_iter().map(|rest| format!("/{key}{rest}")));
    }
    found
}

/// What a file that was read holds is within the limits and writes as it reads.
fn assert_valid(instrument: &Instrument, history: &History) {
    assert!(!history.is_empty() && history.checks().is_sorted_by_key(|check| check.date.as_str()));
    assert_eq!(read(instrument, &written(instrument, history)).as_ref(), Ok(history));
}

/// A history of one check in which nothing is answered.
fn one(instrument: &Instrument) -> History {
    let (date, id) = (Date::new("2026-11-25").unwrap(), "a".to_owned());
    let responses = Responses::new(instrument);
    History::default().with(Check { date, id, role: None, responses, raw: None })
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn any_history_reads_back_as_it_was_written(history in any_history(&built_in())) {
        assert_valid(&built_in(), &history);
    }

    #[test]
    fn any_characters_are_written_so_that_they_read_back(version in any::<String>()) {
        let mut definition = instrument_json();
        definition["version"] = version.clone().into();
        let instrument = build(definition).unwrap();
        let history = one(&instrument);
        let file = written(&instrument, &history);
        prop_assert_eq!(file["checks"][0]["instrument"]["version"].as_str(), Some(version.as_str()));
        prop_assert_eq!(read(&instrument, &file), Ok(history));
    }

    #[test]
    fn anything_at_all_is_read_or_refused(anything in any_json()) {
        let instrument = built_in();
        if let Ok(history) = read(&instrument, &anything) {
            assert_valid(&instrument, &history);
        }
    }

    #[test]
    fn a_file_changed_in_any_place_is_read_or_refused(
        history in any_history(&built_in()),
        place in any::<prop::sample::Index>(),
        instead in any_json(),
    ) {
        let instrument = built_in();
        let mut file = written(&instrument, &history);
        let places = places(&file);
        let place: &String = place.get(&places);
        *file.pointer_mut(place).unwrap() = instead;
        if let Ok(history) = read(&instrument, &file) {
            assert_valid(&instrument, &history);
        }
    }

    #[test]
    fn a_file_that_lost_something_is_read_or_refused(
        history in any_history(&built_in()),
        place in any::<prop::sample::Index>(),
    ) {
        let instrument = built_in();
        let mut file = written(&instrument, &history);
        let places = places(&file);
        let place: &String = place.get(&places);
        let (parent, key) = place.rsplit_once('/').unwrap_or_default();
        match file.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.remove(key)),
            Value::Array(list) => list.truncate(key.parse().unwrap()),
            _ => {}
        }
        if let Ok(history) = read(&instrument, &file) {
            assert_valid(&instrument, &history);
        }
    }
}

#[test]
fn control_characters_quotes_and_backslashes_read_back() {
    let version: String = ('\0'..='\u{a0}').chain(['\u{2028}', '\u{feff}', '\u{10ffff}']).collect();
    let mut definition = instrument_json();
    definition["version"] = version.clone().into();
    let instrument = build(definition).unwrap();
    let file = written(&instrument, &one(&instrument));
    assert_eq!(file["checks"][0]["instrument"]["version"].as_str(), Some(version.as_str()));
}

#[test]
fn a_file_cut_off_anywhere_does_not_parse() {
    let instrument = built_in();
    let text = text(&instrument, &one(&instrument));
    for end in 0..text.trim_end().len() {
        assert!(serde_json::from_str::<Tree>(&text[..end]).is_err(), "{end}");
    }
}
