//! The answers of another program: what is read of them, and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

mod common;
mod instruments;

use burnout_screener::instrument::Instrument;
use burnout_screener::outcome::Outcome;
use burnout_screener::response::Responses;
use burnout_screener::scored::{Scored, given};
use burnout_screener::tree::Tree;
use common::built_in;
use instruments::{PLAIN, brought, file};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn tree(value: &Value) -> Tree {
    serde_json::from_value(value.clone()).unwrap()
}

/// What another program would hand in for these responses, by values or by ids.
fn as_given(instrument: &Instrument, responses: &Responses, by_id: bool) -> Value {
    let mut answers = Map::new();
    for (place, item) in instrument.items().iter().enumerate() {
        let Some(option) = responses.item(place) else { continue };
        let option = &instrument.options(place)[usize::from(option)];
        answers.insert(item.id.clone(), if by_id { json!(option.id) } else { json!(option.value) });
    }
    let mut context = Map::new();
    for (place, question) in instrument.context().iter().enumerate() {
        if let Some(option) = responses.context(place) {
            context.insert(question.id.clone(), json!(question.options[usize::from(option)].id));
        }
    }
    let mut whole = json!({ "answers": answers, "context": context });
    if let Some(ticked) = responses.signs() {
        let ids = instrument.signs().iter().zip(ticked).filter(|(_, on)| **on);
        whole["signs"] = ids.map(|(sign, _)| json!(sign.id)).collect();
    }
    whole
}

/// Responses by choosing in turn from these numbers; every fifth is left out.
fn chosen(instrument: &Instrument, choices: &[u8]) -> Responses {
    let mut responses = Responses::new(instrument);
    let mut next = choices.iter().copied().cycle();
    let mut choose =
        |options: usize| next.next().filter(|each| each % 5 != 0).map(|each| each % options as u8);
    for item in 0..instrument.items().len() {
        responses.set_item(instrument, item, choose(instrument.options(item).len()));
    }
    for question in 0..instrument.context().len() {
        let options = instrument.context()[question].options.len();
        responses.set_context(instrument, question, choose(options));
    }
    if choices.first().is_some_and(|first| first % 2 == 0) {
        responses.set_signs(instrument, Some(&[0]));
    }
    responses
}

proptest! {
    #[test]
    fn what_is_handed_in_is_what_is_scored(choices in prop::collection::vec(any::<u8>(), 7..60), by_id: bool) {
        let instrument = built_in();
        let responses = chosen(&instrument, &choices);
        let read = given(&instrument, &tree(&as_given(&instrument, &responses, by_id))).unwrap();
        prop_assert_eq!(&read.kept(&instrument), &responses.kept(&instrument));
        let scored = serde_json::to_value(Scored::new(&instrument, &read)).unwrap();
        let outcome = Outcome::new(&instrument, &responses);
        for standing in &outcome.standings {
            let found = &scored["scales"][&standing.scale.id];
            prop_assert_eq!(found["score"].as_f64(), standing.score.map(|score| score.value));
            prop_assert_eq!(found["error"].as_f64(), standing.score.and_then(|score| score.error));
            prop_assert_eq!(found["band"].as_str(), standing.band.map(|band| band.id.as_str()));
        }
        let found = outcome.classification.unwrap();
        prop_assert_eq!(scored["result"]["finding"].as_str(), Some(found.finding.name()));
        prop_assert_eq!(scored["result"]["burnout"].as_str(), Some(found.burnout.name()));
    }
}

#[test]
fn without_a_profile_there_are_scores_alone() {
    for name in PLAIN {
        let (instrument, _) = brought(file(name)).map_err(|error| error.to_string()).unwrap();
        let scored = Scored::new(&instrument, &Responses::new(&instrument));
        let scored = serde_json::to_value(scored).unwrap();
        assert!(scored.get("result").is_none(), "{name}");
        let scales = scored["scales"].as_object().unwrap();
        assert_eq!(scales.len(), instrument.scales().len(), "{name}");
        assert!(scales.values().all(|scale| scale["score"].is_null()), "{name}");
    }
}

fn refused(value: Value) -> String {
    given(&built_in(), &tree(&value)).unwrap_err().to_string()
}

#[test]
fn a_value_that_is_not_offered_is_named_with_what_is() {
    let instrument = built_in();
    let id = &instrument.items()[0].id;
    let offered: Vec<String> =
        instrument.options(0).iter().map(|option| option.value.to_string()).collect();
    let told = refused(json!({ "answers": { id: 11 } }));
    assert_eq!(told, format!("answers.{id} is 11; offered are {}", offered.join(", ")));
    assert!(refused(json!({ "answers": { id: true } })).contains("neither a number nor a text"));
    assert!(refused(json!({ "answers": { id: "weekly-ish" } })).contains("is 'weekly-ish'"));
}

#[test]
fn all_mistakes_are_told_at_once() {
    let told = refused(json!({
        "answers": { "nobody": 1 }, "context": { "weather": "rain" }, "signs": ["wings"], "answer": {}
    }));
    assert_eq!(told.lines().count(), 4, "{told}");
    assert!(told.contains("did you mean 'answers'?"), "{told}");
}

#[test]
fn without_answers_nothing_is_read() {
    for value in [json!(null), json!(3), json!([]), json!("text"), json!({})] {
        assert!(given(&built_in(), &tree(&value)).is_err(), "{value}");
    }
    assert!(given(&built_in(), &tree(&json!({ "answers": {} }))).is_ok());
}
