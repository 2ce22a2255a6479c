//! What a person did not say, and what nobody is to be told, is in no export.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::export::{Source, Style, csv, fhir, fhir_in_full, json, text, wide};
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

fn record(source: &Source<'_>) -> String {
    fhir(source, "0f")
}

fn full(source: &Source<'_>) -> String {
    fhir_in_full(source, "0f")
}

fn one_row(source: &Source<'_>) -> String {
    wide(source, Style::Point, "")
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
    let bundle: Value = serde_json::from_str(&written(record, &responses)).unwrap();
    let response = &bundle["entry"][0]["resource"];
    let mut found = Vec::new();
    answers(response, &mut found);
    // One statement and one question were answered; what follows from them are codes of our own.
    let (said, followed): (Vec<&String>, Vec<&String>) =
        found.iter().partition(|link| !link.starts_with("result."));
    assert_eq!(said, ["context.impact", "felt_bitter"]);
    assert_eq!(
        followed,
        [
            "result.finding",
            "result.profile",
            "result.possible",
            "result.burnout",
            "result.compassion_fatigue",
            "result.tired",
            "result.rest",
        ]
    );
    let row = self::rows(&written(one_row, &responses));
    let table = written(one_row, &responses);
    let mut table = ::csv::Reader::from_reader(table.as_bytes());
    let head = table.headers().unwrap().clone();
    let filled = head.iter().zip(row[0].iter()).filter(|(name, cell)| {
        name.contains('.') && !name.starts_with("result.") && !cell.is_empty()
    });
    assert_eq!(
        filled.map(|(name, _)| name).collect::<Vec<_>>(),
        ["context.impact", "context.impact.label", "item.felt_bitter", "item.felt_bitter.label"]
    );
}

/// The linkIds of all items that have an answer.
fn answers(of: &Value, found: &mut Vec<String>) {
    for item in of["item"].as_array().into_iter().flatten() {
        if let Some(given) = item["answer"].as_array() {
            found.push(item["linkId"].as_str().unwrap().to_owned());
            given.iter().for_each(|answer| answers(answer, found));
        }
        answers(item, found);
    }
}

#[test]
fn in_someone_who_never_meets_suffering_no_export_has_the_words_compassion_fatigue() {
    let person = Person::well().strain(SUFFERING, 4).say("exposure", "never");
    let responses = person.responses(&built_in());
    for export in [text, csv, record, full, one_row] {
        let written = written(export, &responses).to_lowercase();
        assert!(!written.contains("compassion fatigue"), "{written}");
    }
}
