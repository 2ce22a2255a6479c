//! What a person did not say, and what nobody is to be told, is in no export.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::export::{Source, csv, fhir, json, text};
use burnout_screener::history::{Check, Date, History};
use burnout_screener::response::Responses;
use common::person::{Person, SUFFERING};
use common::{built_in, english, english_texts, item, say};
use serde_json::{Value, json as value};

/// A check of somebody who named no role.
fn written(export: fn(&Source<'_>) -> String, responses: &Responses) -> String {
    let instrument = built_in();
    let (date, id) = (Date::new("2026-11-25").unwrap(), "one".to_owned());
    let check = Check { date, id, role: None, responses: responses.clone(), raw: None };
    let (texts, locale) = (english_texts(&instrument), english());
    let history = History::default().with(check);
    export(&Source { instrument: &instrument, texts: &texts, locale: &locale, history: &history })
}

/// The rows of a table.
fn rows(written: &str) -> Vec<::csv::StringRecord> {
    ::csv::Reader::from_reader(written.as_bytes()).into_records().map(Result::unwrap).collect()
}

#[test]
fn what_nobody_said_is_in_no_export() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    responses.set_item(&instrument, item(&instrument, "felt_bitter"), Some(2));
    say(&instrument, &mut responses, "impact", "much");
    let file: Value = serde_json::from_str(&written(json, &responses)).unwrap();
    let said = &file["checks"][0];
    assert_eq!(said.get("role"), None);
    assert_eq!(said["answers"], value!({ "felt_bitter": "sometimes" }));
    assert_eq!((&said["context"], &said["scores"]), (&value!({ "impact": "much" }), &value!({})));
    let rows = rows(&written(csv, &responses));
    let of = |kind: &str| rows.iter().filter(|row| &row[1] == kind).count();
    assert_eq!(["setting", "context", "item", "signs"].map(of), [0, 1, 1, 0]);
    assert_eq!(said.get("signs"), None);
    let bundle: Value = serde_json::from_str(&written(fhir, &responses)).unwrap();
    let given = bundle["entry"][1]["resource"]["item"].as_array().unwrap();
    let links: Vec<&str> = given.iter().map(|item| item["linkId"].as_str().unwrap()).collect();
    assert_eq!(
        links,
        [
            "context.impact",
            "felt_bitter",
            "score.burnout",
            "score.compassion_fatigue",
            "score.tired",
            "score.recovery",
            "score.carries",
            "result.finding",
            "result.profile",
            "result.burnout",
            "result.compassion_fatigue",
            "result.tired",
            "result.rest",
        ]
    );
    for score in &given[2..7] {
        assert_eq!(score.get("answer"), None);
    }
}

#[test]
fn in_someone_who_never_meets_suffering_no_export_has_the_words_compassion_fatigue() {
    let person = Person::well().strain(SUFFERING, 4).say("exposure", "never");
    let responses = person.responses(&built_in());
    for export in [text, csv, fhir] {
        let written = written(export, &responses).to_lowercase();
        assert!(!written.contains("compassion fatigue"), "{written}");
    }
}
