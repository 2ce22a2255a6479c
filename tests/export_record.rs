//! The health record: what was said and what followed, for programs that are not ours.
//!
//! `UPDATE_EXPECT=1 cargo test --test export_record` writes the files in `tests/golden` anew.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use burnout_screener::export::{fhir, fhir_in_full};
use burnout_screener::history::History;
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::Texts;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::taken::{DIGITS, both, check, complete, hostile, matches, write};
use common::{any_responses, built_in, cases, english_texts};
use expect_test::expect_file;
use proptest::prelude::*;
use serde_json::{Value, json as value};

fn written(instrument: &Instrument, texts: &Texts, history: &History) -> String {
    write(|source| fhir(source, DIGITS), instrument, texts, history)
}

fn bundle(instrument: &Instrument, texts: &Texts, history: &History) -> Value {
    serde_json::from_str(&written(instrument, texts, history)).unwrap()
}

/// With the Questionnaires and the Observations.
fn full(instrument: &Instrument, texts: &Texts, history: &History) -> String {
    write(|source| fhir_in_full(source, DIGITS), instrument, texts, history)
}

fn full_bundle(instrument: &Instrument, texts: &Texts, history: &History) -> Value {
    serde_json::from_str(&full(instrument, texts, history)).unwrap()
}

/// The resources of one kind, in order.
fn resources<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries.map(|entry| &entry["resource"]).filter(|each| each["resourceType"] == kind).collect()
}

/// All items below, in order, those in groups and under answers as well.
fn items(of: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for item in of["item"].as_array().into_iter().flatten() {
        found.push(item);
        found.extend(items(item));
        for answer in item["answer"].as_array().into_iter().flatten() {
            found.extend(items(answer));
        }
    }
    found
}

fn named<'a>(resource: &'a Value, link: &str) -> &'a Value {
    items(resource).into_iter().find(|item| item["linkId"] == link).unwrap_or(&Value::Null)
}

/// The codes of the answers to an item.
fn codes(response: &Value, link: &str) -> Vec<String> {
    let answers = named(response, link)["answer"].as_array().into_iter().flatten();
    answers.map(|answer| answer["valueCoding"]["code"].as_str().unwrap().to_owned()).collect()
}

fn extension<'a>(of: &'a Value, end: &str) -> &'a Value {
    let mut all = of["extension"].as_array().into_iter().flatten();
    all.find(|each| each["url"].as_str().unwrap().ends_with(end)).unwrap_or(&Value::Null)
}

/// Every answer belongs to an item of its questionnaire and is one that it offers.
fn assert_answers_fit(bundle: &Value) {
    let asked: BTreeMap<String, &Value> = resources(bundle, "Questionnaire")
        .into_iter()
        .map(|asked| {
            let version = asked["version"].as_str().unwrap();
            (format!("{}|{version}", asked["url"].as_str().unwrap()), asked)
        })
        .collect();
    for response in resources(bundle, "QuestionnaireResponse") {
        let address = response["questionnaire"].as_str().unwrap();
        let asked = asked.iter().find(|(known, _)| known.starts_with(address)).unwrap().1;
        let all = items(asked);
        let links: BTreeSet<&str> =
            all.iter().map(|item| item["linkId"].as_str().unwrap()).collect();
        assert_eq!(links.len(), all.len(), "no linkId stands twice");
        // What was not answered is not there; the rest stands in the order of the questions.
        let mut rest = all.iter();
        for given in items(response) {
            let item = rest.find(|item| item["linkId"] == given["linkId"]).unwrap();
            let skipped = extension(given, "data-absent-reason")["valueCode"] == "asked-declined";
            let is_group = item["type"] == "group";
            let has_answer = given.get("answer").is_some();
            assert!(is_group || skipped != has_answer || item["readOnly"] == true, "{given}");
            let offered: Vec<(&Value, &Value)> = (item["answerOption"].as_array().into_iter())
                .flatten()
                .map(|option| (&option["valueCoding"]["system"], &option["valueCoding"]["code"]))
                .collect();
            let answers = given.get("answer").map_or(&[][..], |a| a.as_array().unwrap());
            assert!(answers.len() <= 1 || item["repeats"] == true);
            for answer in answers {
                if item["type"] == "decimal" {
                    assert!(answer["valueDecimal"].is_number());
                } else {
                    let coding = &answer["valueCoding"];
                    assert!(offered.contains(&(&coding["system"], &coding["code"])), "{coding}");
                }
            }
        }
    }
}

#[test]
fn a_health_record_gets_a_response_for_each_check() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    matches(
        expect_file!["golden/check.fhir.json"],
        &written(&instrument, &texts, &both(&instrument)),
    );
    let bundle = bundle(&instrument, &texts, &both(&instrument));
    assert_eq!(bundle["entry"].as_array().unwrap().len(), 2, "the questions are named only");
    let [second, first] = resources(&bundle, "QuestionnaireResponse")[..] else { panic!() };
    let state = |response: &Value| (response["status"].clone(), response["authored"].clone());
    assert_eq!(state(first), (value!("completed"), value!("2026-10-28")));
    assert_eq!(state(second), (value!("completed"), value!("2026-11-25")));
    assert_eq!(first["questionnaire"], "urn:burnout-screener:helping-strain:en:work|2.0.0");
    assert_eq!(second["questionnaire"], "urn:burnout-screener:helping-strain:en:caring|2.0.0");
    assert_eq!(codes(first, "signs.ticked"), ["poor_sleep", "short_temper"]);
    assert_eq!(codes(second, "signs.ticked"), ["none_of_these"]);
    assert_eq!(codes(first, "result.finding"), ["burnout"]);
    assert_eq!(codes(second, "result.burnout"), ["just_below"]);
}

#[test]
fn a_profile_between_two_has_a_code_of_its_own_with_both_below_it() {
    let instrument = built_in();
    let bundle = bundle(&instrument, &english_texts(&instrument), &both(&instrument));
    let [second, first] = resources(&bundle, "QuestionnaireResponse")[..] else { panic!() };
    assert_eq!(codes(first, "result.profile"), ["burnout"]);
    assert_eq!(named(first, "result.possible"), &Value::Null);
    assert_eq!(codes(second, "result.profile"), ["between"]);
    let below = &named(second, "result.profile")["answer"][0]["item"][0];
    assert_eq!(below["linkId"], "result.possible");
    assert_eq!(codes(second, "result.possible"), ["none", "burnout"]);
}

#[test]
fn what_was_asked_and_left_out_is_stated_and_what_was_not_asked_is_not() {
    let instrument = built_in();
    let bundle = bundle(&instrument, &english_texts(&instrument), &both(&instrument));
    let [second, first] = resources(&bundle, "QuestionnaireResponse")[..] else { panic!() };
    let left_out = |response: &Value| {
        let declined = |item: &&Value| !extension(item, "data-absent-reason").is_null();
        let items = items(response).into_iter().filter(declined);
        items.map(|item| item["linkId"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(left_out(first), [""; 0]);
    assert_eq!(left_out(second), ["exhausted_despite_rest", "saw_again_in_mind", "felt_bitter"]);
    assert_eq!(named(second, "small_tasks_too_much"), &Value::Null, "it was not asked");
    assert_eq!(named(second, "strength_for_own_life")["answer"].as_array().unwrap().len(), 1);
}

#[test]
fn a_score_stands_with_its_error_and_its_line() {
    let instrument = built_in();
    let bundle = bundle(&instrument, &english_texts(&instrument), &both(&instrument));
    let texts = english_texts(&instrument);
    let history = both(&instrument);
    matches(expect_file!["golden/full.fhir.json"], &full(&instrument, &texts, &history));
    let observed = full_bundle(&instrument, &texts, &history);
    assert_eq!(resources(&observed, "Questionnaire").len(), 2, "each voice has words of its own");
    assert_answers_fit(&observed);
    let first = resources(&bundle, "QuestionnaireResponse")[1];
    let score = &named(first, "score.burnout")["answer"][0];
    assert_eq!(score["valueDecimal"], value!(70.83));
    // 20 · √(1 − .88)
    assert_eq!(extension(score, ":error")["valueDecimal"], value!(6.93));
    assert_eq!(extension(score, ":line")["valueDecimal"], value!(50));
    assert!(resources(&bundle, "Observation").is_empty(), "only where they are wanted");
    let all = resources(&observed, "Observation");
    let of = |id: &str| {
        let about = |each: &&&Value| {
            each["code"]["coding"][0]["code"] == id && each["effectiveDateTime"] == "2026-10-28"
        };
        *all.iter().find(about).unwrap()
    };
    let burnout = of("burnout");
    assert_eq!(burnout["status"], "final");
    assert_eq!(burnout["valueQuantity"]["value"], value!(70.83));
    assert_eq!(extension(&burnout["valueQuantity"], "uncertainty")["valueDecimal"], value!(6.93));
    assert_eq!(burnout["referenceRange"][0]["high"]["value"], value!(50));
    let verdict = &burnout["component"][0]["valueCodeableConcept"]["coding"][0];
    assert_eq!(verdict["code"], "clearly_above");
    assert_eq!(of("recovery")["referenceRange"][0]["low"]["value"], value!(50));
    assert_eq!(of("carries").get("referenceRange"), None);
    let addresses: BTreeSet<&str> = (observed["entry"].as_array().unwrap().iter())
        .map(|entry| entry["fullUrl"].as_str().unwrap())
        .collect();
    for each in all {
        assert!(addresses.contains(each["derivedFrom"][0]["reference"].as_str().unwrap()));
    }
}

#[test]
fn two_people_have_no_address_in_common() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let history = History::default().with(complete(&instrument));
    let addresses = |digits: &str| -> Vec<String> {
        let written = write(|source| fhir(source, digits), &instrument, &texts, &history);
        let bundle: Value = serde_json::from_str(&written).unwrap();
        let mut all = vec![bundle["identifier"]["value"].clone()];
        for entry in bundle["entry"].as_array().unwrap() {
            all.push(entry["fullUrl"].clone());
            if let Some(own) = entry["resource"]["identifier"].get("value") {
                assert_eq!(own, &entry["fullUrl"]);
            }
        }
        all.iter().map(|address| address.as_str().unwrap().to_owned()).collect()
    };
    let (one, other) = (addresses(DIGITS), addresses("fedcba9876543210fedcba9876543210"));
    assert_eq!(one[0], "urn:uuid:01234567-89ab-4def-8123-456789ab0001");
    let all: BTreeSet<&String> = one.iter().chain(&other).collect();
    assert_eq!(all.len(), one.len() + other.len());
}

#[test]
fn an_instrument_with_odd_words_makes_no_broken_file() {
    let (instrument, texts) = hostile();
    let history = both(&built_in())
        .checks()
        .iter()
        .fold(History::default(), |all, check| all.with(check.clone()));
    matches(expect_file!["golden/hostile.fhir.json"], &full(&instrument, &texts, &history));
    let bundle = full_bundle(&instrument, &texts, &history);
    assert_answers_fit(&bundle);
    let response = resources(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(response["questionnaire"], "urn:burnout-screener:-clinic:en:caring");
    let asked = resources(&bundle, "Questionnaire")[0];
    let first = named(asked, "sleepy_when_needed_awake");
    assert_eq!(first["answerOption"][0]["valueCoding"]["display"], "\"Never\", \\ or hardly");
}

#[test]
fn a_health_record_gets_no_person() {
    let instrument = built_in();
    let written = written(&instrument, &english_texts(&instrument), &both(&instrument));
    for name in ["\"subject\"", "\"author\"", "\"source\"", "\"performer\"", "\"id\""] {
        assert!(!written.contains(name), "{name}");
    }
    assert!(!written.contains("Patient"));
}

#[test]
fn nothing_answered_makes_a_record_without_a_score() {
    let instrument = built_in();
    let nothing = check("2026-11-25", Some(Role::Work), Responses::new(&instrument));
    let bundle =
        bundle(&instrument, &english_texts(&instrument), &History::default().with(nothing));
    assert!(resources(&bundle, "Observation").is_empty());
    let response = resources(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(codes(response, "result.profile"), ["not_enough"]);
    assert!(named(response, "score.burnout").get("answer").is_none());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_answers_make_records_that_fit_their_questions(responses in any_responses(&built_in())) {
        let instrument = built_in();
        let texts = english_texts(&instrument);
        let said: Vec<usize> = (0..42).filter(|&item| responses.item(item).is_some()).collect();
        let history = History::default().with(check("2026-11-25", None, responses));
        let bundle = full_bundle(&instrument, &texts, &history);
        assert_answers_fit(&bundle);
        let response = resources(&bundle, "QuestionnaireResponse")[0];
        for (place, item) in instrument.items().iter().enumerate() {
            prop_assert_eq!(codes(response, &item.id).len(), usize::from(said.contains(&place)));
        }
    }
}
