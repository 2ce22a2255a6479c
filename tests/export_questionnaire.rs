//! What is asked, for programs that show a form and compute its scores themselves.
//!
//! The cases written here are computed again by FHIRPath engines that are not ours, in `tests/fhir`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;
mod instruments;

use std::fs;
use std::path::Path;

use burnout_screener::export::{Publication, questionnaire};
use burnout_screener::history::History;
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::Texts;
use burnout_screener::outcome::Outcome;
use burnout_screener::response::Responses;
use burnout_screener::session::Voice;
use common::taken::{matches, write};
use common::{built_in, english_texts};
use expect_test::expect_file;
use instruments::{BANKED, PLAIN, PROFILED, brought, file};
use serde_json::{Map, Value, json};

const PUBLICATION: Publication<'_> =
    Publication { publisher: Some("somebody"), date: Some("2026-11-26") };

fn written(instrument: &Instrument, texts: &Texts, voice: Voice) -> String {
    let none = History::default();
    write(|source| questionnaire(source, voice, PUBLICATION), instrument, texts, &none)
}

fn everything() -> Vec<(&'static str, Instrument, Texts)> {
    let mut all: Vec<(&str, Instrument, Texts)> = (PLAIN.into_iter().chain([PROFILED, BANKED]))
        .map(|name| {
            let (instrument, texts) = brought(file(name)).map_err(|e| e.to_string()).unwrap();
            (name, instrument, texts)
        })
        .collect();
    all.push(("helping-strain", built_in(), english_texts(&built_in())));
    all
}

/// A generator that gives the same numbers on each run (Lehmer; Park and Miller 1988).
struct Luck(u64);

impl Luck {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap() % most
    }
}

/// All lowest, all highest, and by chance with none, some and many left out.
fn answered(instrument: &Instrument, place: usize, luck: &mut Luck) -> Responses {
    let mut responses = Responses::new(instrument);
    for item in 0..instrument.items().len() {
        let options = instrument.options(item).len();
        let option = match place {
            0 => 0,
            1 => options - 1,
            _ => luck.below(options),
        };
        if luck.below(10) >= [0, 0, 0, 1, 2, 4, 6, 8][place % 8] {
            responses.set_item(instrument, item, u8::try_from(option).ok());
        }
    }
    responses
}

fn case(instrument: &Instrument, responses: &Responses) -> Value {
    let items = instrument.items().iter().enumerate();
    let answers: Map<String, Value> = items
        .filter_map(|(place, item)| {
            let option = usize::from(responses.item(place)?);
            Some((item.id.clone(), instrument.options(place)[option].id.clone().into()))
        })
        .collect();
    let scores: Map<String, Value> = (Outcome::new(instrument, responses).standings.iter())
        .map(|standing| (standing.scale.id.clone(), json!(standing.score.map(|score| score.value))))
        .collect();
    json!({ "answers": answers, "scores": scores })
}

#[test]
fn cases_for_other_engines_are_written() {
    let mut luck = Luck(20_261_126);
    let files: Vec<Value> = everything()
        .iter()
        .map(|(name, instrument, texts)| {
            let asked: Value =
                serde_json::from_str(&written(instrument, texts, Voice::Work)).unwrap();
            let cases: Vec<Value> = (0..40)
                .map(|place| case(instrument, &answered(instrument, place, &mut luck)))
                .collect();
            let scores = cases.iter().flat_map(|case| case["scores"].as_object().unwrap().values());
            let (none, some): (Vec<&Value>, Vec<&Value>) = scores.partition(|s| s.is_null());
            assert!(none.len() > 10 && some.len() > 10, "{name}: both must be tried");
            json!({ "name": name, "questionnaire": asked, "cases": cases })
        })
        .collect();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("questionnaires.json");
    fs::write(path, serde_json::to_string(&files).unwrap()).unwrap();
}

#[test]
fn a_questionnaire_says_who_made_it_for_whom_and_on_which_terms() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let asked = written(&instrument, &texts, Voice::Caring);
    matches(expect_file!["golden/questionnaire.fhir.json"], &asked);
    let asked: Value = serde_json::from_str(&asked).unwrap();
    assert_eq!(asked["url"], "urn:burnout-screener:helping-strain:en:caring");
    assert_eq!(asked["version"], "2.0.0");
    assert_eq!(asked["subjectType"], json!(["Patient"]));
    assert_eq!((&asked["publisher"], &asked["date"]), (&json!("somebody"), &json!("2026-11-26")));
    assert_eq!(asked["copyright"], "MIT OR Apache-2.0");
    assert_eq!(asked["experimental"], true);
}

#[test]
fn every_voice_has_an_address_of_its_own() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let asked = Voice::ALL
        .map(|voice| serde_json::from_str::<Value>(&written(&instrument, &texts, voice)).unwrap());
    for (place, one) in asked.iter().enumerate() {
        for other in &asked[place + 1..] {
            assert_ne!(one["url"], other["url"]);
            assert_ne!(one["item"], other["item"]);
        }
    }
}

#[test]
fn statements_stand_in_groups_below_the_time_that_is_asked_about_and_the_stem() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let asked: Value = serde_json::from_str(&written(&instrument, &texts, Voice::Work)).unwrap();
    let groups: Vec<&Value> =
        (asked["item"].as_array().unwrap().iter()).filter(|item| item["type"] == "group").collect();
    let links: Vec<&str> = groups.iter().map(|group| group["linkId"].as_str().unwrap()).collect();
    assert_eq!(links, ["block.rest", "block.helping", "bank.items"]);
    let sizes = groups.iter().map(|group| group["item"].as_array().unwrap().len());
    assert_eq!(sizes.collect::<Vec<_>>(), [4, 26, 12]);
    for (place, group) in groups[..2].iter().enumerate() {
        let text = group["text"].as_str().unwrap();
        assert!(text.contains(texts.block_look_back(place, Voice::Work)) && !text.is_empty());
    }
    let (mbi, words) = brought(file("mbi-like")).map_err(|error| error.to_string()).unwrap();
    let asked: Value = serde_json::from_str(&written(&mbi, &words, Voice::Work)).unwrap();
    let group = asked["item"].as_array().unwrap().iter().find(|i| i["type"] == "group").unwrap();
    let text = group["text"].as_str().unwrap_or_default();
    assert!(text.contains(words.look_back()) && text.contains(words.stem()));
    assert_eq!(group["linkId"], "block.items");
}

#[test]
fn each_item_says_in_which_scale_it_counts_and_whether_the_other_way_round() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let asked: Value = serde_json::from_str(&written(&instrument, &texts, Voice::Work)).unwrap();
    let groups = asked["item"].as_array().unwrap().iter();
    let mut items = groups.filter_map(|group| group["item"].as_array()).flatten();
    let item = items.find(|item| item["linkId"] == "managed_main_things").unwrap();
    assert_eq!(
        item["extension"][1],
        json!({
            "url": "urn:burnout-screener:scored",
            "extension": [
                { "url": "scale", "valueCode": "burnout" },
                { "url": "part", "valueCode": "effectiveness" },
                { "url": "keying", "valueCode": "reversed" },
                { "url": "weight", "valueInteger": 1 },
            ],
        })
    );
}

#[test]
fn no_answer_stands_in_a_questionnaire() {
    for (_, instrument, texts) in everything() {
        let asked = written(&instrument, &texts, Voice::Helping);
        for word in ["\"answer\"", "\"initial\"", "QuestionnaireResponse"] {
            assert!(!asked.contains(word), "{word}");
        }
    }
}
