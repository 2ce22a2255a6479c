//! What a person takes along, as it stands and as programs that are not ours read it.
//!
//! `UPDATE_EXPECT=1 cargo test --test export` writes the files in `tests/golden` anew.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::BTreeSet;

use burnout_screener::export::{Source, csv, fhir, json, text};
use burnout_screener::history::{Check, Date, History};
use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::locale::Texts;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::{
    any_responses, build, built_in, cases, classify, english, english_json, english_texts,
    instrument_json, item, say, texts_of, with_sums,
};
use expect_test::{ExpectFile, expect_file};
use proptest::prelude::*;
use serde_json::{Value, json as value};

/// A check that has the day for its id.
fn check(date: &str, role: Option<Role>, responses: Responses) -> Check {
    Check { date: Date::new(date).unwrap(), id: date.to_owned(), role, responses, raw: None }
}

/// With these sums, and everything else that everybody is asked.
fn answered(instrument: &Instrument, sums: [usize; 3]) -> Responses {
    let mut responses = with_sums(instrument, sums[0], sums[1], sums[2]);
    for item in responses.skipped().collect::<Vec<_>>() {
        responses.set_item(instrument, item, Some(3));
    }
    responses
}

/// Burnout, everything answered and two signs ticked.
fn complete(instrument: &Instrument) -> Check {
    let mut responses = answered(instrument, [34, 9, 4]);
    responses.set_signs(instrument, Some(&[1, 4]));
    say(instrument, &mut responses, "exposure", "often");
    say(instrument, &mut responses, "cause", "load");
    say(instrument, &mut responses, "duration", "one_to_six_months");
    say(instrument, &mut responses, "impact", "little");
    check("2026-10-28", Some(Role::Work), responses)
}

/// Between two, with some left out, no sign ticked, and one answer of the bank.
fn gaps(instrument: &Instrument) -> Check {
    let mut responses = answered(instrument, [23, 9, 6]);
    for id in ["exhausted_despite_rest", "saw_again_in_mind", "felt_bitter"] {
        responses.set_item(instrument, item(instrument, id), None);
    }
    responses.set_item(instrument, item(instrument, "strength_for_own_life"), Some(2));
    responses.set_signs(instrument, Some(&[]));
    say(instrument, &mut responses, "impact", "much");
    check("2026-11-25", Some(Role::Caring), responses)
}

fn both(instrument: &Instrument) -> History {
    History::default().with(complete(instrument)).with(gaps(instrument))
}

/// An instrument as a clinic may bring it: with words that mean something to other programs.
fn hostile() -> (Instrument, Texts) {
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

fn write(
    export: fn(&Source<'_>) -> String,
    instrument: &Instrument,
    texts: &Texts,
    history: &History,
) -> String {
    export(&Source { instrument, texts, locale: &english(), history })
}

/// Line ends aside: these are a matter of how the repository is checked out.
#[track_caller]
fn matches(golden: ExpectFile, export: &str) {
    golden.assert_eq(&export.replace("\r\n", "\n"));
}

#[test]
fn a_check_reads_as_plain_text() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let said = |check: Check| write(text, &instrument, &texts, &History::default().with(check));
    matches(expect_file!["golden/complete.txt"], &said(complete(&instrument)));
    matches(expect_file!["golden/gaps.txt"], &said(gaps(&instrument)));
    let nothing = check("2026-11-25", None, Responses::new(&instrument));
    matches(expect_file!["golden/nothing.txt"], &said(nothing));
}

#[test]
fn a_plain_text_says_what_it_is_not() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let written = write(text, &instrument, &texts, &both(&instrument));
    for words in ["not a diagnosis", "not been tested on people", "not a medical device"] {
        assert!(written.contains(words), "{words}");
    }
}

#[test]
fn the_check_in_file_is_written_as_its_format_says() {
    let instrument = built_in();
    let written = write(json, &instrument, &english_texts(&instrument), &both(&instrument));
    matches(expect_file!["golden/check-in.json"], &written);
    let file: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(file["burnout-screener"], "check-in");
    assert_eq!(file["format"], 2);
    let [first, second] = [&file["checks"][0], &file["checks"][1]];
    for check in [first, second] {
        assert_eq!(check["instrument"], value!({ "id": "helping-strain", "version": "2.0.0" }));
        assert_eq!(check["id"], check["date"]);
    }
    assert_eq!((&first["date"], &first["role"]), (&value!("2026-10-28"), &value!("work")));
    assert_eq!(first["answers"].as_object().unwrap().len(), 30);
    assert_eq!(second["answers"].as_object().unwrap().len(), 28);
    assert_eq!(second["context"], value!({ "impact": "much" }));
    assert_eq!(first["signs"], value!(["poor_sleep", "short_temper"]));
    assert_eq!(second["signs"], value!([]));
    // 34 of 48, 9 of 40, 4 of 8, and the others at 3 of 4.
    assert_eq!(
        first["scores"],
        value!({
            "burnout": 70.83, "compassion_fatigue": 22.5, "tired": 50, "recovery": 75,
            "carries": 75,
        })
    );
    assert_eq!(
        first["result"],
        value!({
            "finding": "burnout", "profile": ["burnout"], "burnout": "clearly_above",
            "compassion_fatigue": "clearly_below", "tired": "somewhat_tired", "rest": "rest_helps",
            "raised_part": [], "watched_part": [],
        })
    );
    assert_eq!(second["result"]["profile"], value!(["none", "burnout"]));
}

/// The rows of a table by the reader of the `csv` crate, the column names first.
fn table(written: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_has_a_row_for_each_answer_score_and_result() {
    let instrument = built_in();
    let written = write(csv, &instrument, &english_texts(&instrument), &both(&instrument));
    matches(expect_file!["golden/checks.csv"], &written);
    let rows = table(&written);
    let count =
        |kind: &str, date: &str| rows.iter().filter(|row| row[1] == kind && row[0] == date).count();
    let counts = |date| {
        ["setting", "context", "item", "signs", "score", "result"].map(|kind| count(kind, date))
    };
    assert_eq!(counts("2026-10-28"), [1, 4, 30, 2, 5, 6]);
    // What was left out has no row; that no sign was noticed has one, and near a line there are two profiles.
    assert_eq!(counts("2026-11-25"), [1, 1, 28, 1, 5, 7]);
    assert_eq!(rows.len(), 1 + 48 + 43);
}

#[test]
fn the_table_keys_reversed_items_and_leaves_cells_empty_where_there_is_no_score() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    let place = |id| item(&instrument, id);
    responses.set_item(&instrument, place("managed_main_things"), Some(1));
    responses.set_item(&instrument, place("sleepy_when_needed_awake"), Some(1));
    let history = History::default().with(check("2026-11-25", Some(Role::Work), responses));
    let rows = table(&write(csv, &instrument, &english_texts(&instrument), &history));
    let cells = |id: &str| rows.iter().find(|row| row[2] == id).unwrap()[4..].join(" ");
    assert_eq!(cells("managed_main_things"), "burnout effectiveness rarely 1 3 ");
    assert_eq!(cells("sleepy_when_needed_awake"), "tired  rarely 1 1 ");
    assert!(rows.iter().all(|row| row[2] != "dread_at_thought"));
    assert_eq!(cells("burnout"), "burnout     ");
    assert_eq!(cells("finding"), "  not_enough   ");
}

#[test]
fn no_cell_of_the_table_runs_as_a_formula() {
    let (instrument, texts) = hostile();
    let written = write(csv, &instrument, &texts, &both(&built_in()));
    matches(expect_file!["golden/hostile.csv"], &written);
    let rows = table(&written);
    assert!(rows.iter().all(|row| row.len() == 10));
    for cell in rows.iter().flatten() {
        let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
        assert!(!cell.starts_with(runs), "{cell}");
    }
    let text = |kind: &str, id: &str| {
        rows.iter().find(|row| row[1] == kind && row[2] == id).unwrap()[3].clone()
    };
    assert_eq!(text("context", "role"), "'=HYPERLINK(\"http://x\", \"more\")");
    assert_eq!(text("item", "dread_at_thought"), "'-2,5\r\n=1+1");
}

#[test]
fn the_table_ends_every_row_as_its_standard_says() {
    let instrument = built_in();
    let written = write(csv, &instrument, &english_texts(&instrument), &both(&instrument));
    assert!(written.ends_with("\r\n"));
    assert_eq!(written.matches("\r\n").count(), written.matches('\n').count());
}

fn bundle(instrument: &Instrument, texts: &Texts, history: &History) -> Value {
    serde_json::from_str(&write(fhir, instrument, texts, history)).unwrap()
}

/// Every answer belongs to an item of the questionnaire and is one that it offers.
fn assert_answers_fit(bundle: &Value) {
    let entries = bundle["entry"].as_array().unwrap();
    let asked = entries[0]["resource"]["item"].as_array().unwrap();
    let links: BTreeSet<&str> = asked.iter().map(|item| item["linkId"].as_str().unwrap()).collect();
    assert_eq!(links.len(), asked.len(), "no linkId stands twice");
    for entry in &entries[1..] {
        // What was not answered is not there; the rest stands in the order of the questions.
        let mut rest = asked.iter();
        for given in entry["resource"]["item"].as_array().unwrap() {
            let item = rest.find(|item| item["linkId"] == given["linkId"]).unwrap();
            assert!(item["readOnly"] == true || given.get("answer").is_some(), "{given}");
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
fn a_health_record_gets_the_questions_and_a_response_for_each_check() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let written = write(fhir, &instrument, &texts, &both(&instrument));
    matches(expect_file!["golden/check.fhir.json"], &written);
    let bundle = bundle(&instrument, &texts, &both(&instrument));
    assert_answers_fit(&bundle);
    let [asked, second, first] = [0, 1, 2].map(|place| &bundle["entry"][place]["resource"]);
    // The role, four questions about the situation, 42 items, the signs, five scores and eight results.
    assert_eq!(asked["item"].as_array().unwrap().len(), 1 + 4 + 42 + 1 + 5 + 8);
    let item = |resource: &Value, link: &str| {
        let items = resource["item"].as_array().unwrap().iter();
        items.into_iter().find(|item| item["linkId"] == link).unwrap().clone()
    };
    let values: Vec<Value> =
        (item(asked, "sleepy_when_needed_awake")["answerOption"].as_array().unwrap().iter())
            .map(|option| option["extension"][0]["valueDecimal"].clone())
            .collect();
    assert_eq!(values, [0, 1, 2, 3, 4]);
    let state = |response: &Value| (response["status"].clone(), response["authored"].clone());
    assert_eq!(state(first), (value!("completed"), value!("2026-10-28")));
    assert_eq!(state(second), (value!("in-progress"), value!("2026-11-25")));
    assert_eq!(first["questionnaire"], "urn:burnout-screener:helping-strain|2.0.0");
    assert_eq!(item(first, "score.burnout")["answer"], value!([{ "valueDecimal": 70.83 }]));
    let named = |response: &Value, link: &str| {
        let answers = item(response, link)["answer"].as_array().unwrap().clone();
        answers.iter().map(|answer| answer["valueCoding"]["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(named(first, "result.profile"), ["burnout"]);
    assert_eq!(named(second, "result.profile"), ["none", "burnout"]);
    assert_eq!(named(first, "result.finding"), ["burnout"]);
    assert_eq!(named(second, "result.burnout"), ["just_below"]);
    assert_eq!(named(first, "signs.ticked"), ["poor_sleep", "short_temper"]);
    assert_eq!(named(second, "signs.ticked"), ["none_of_these"]);
}

#[test]
fn an_instrument_with_odd_words_makes_no_broken_file() {
    let (instrument, texts) = hostile();
    let history = both(&built_in())
        .checks()
        .iter()
        .fold(History::default(), |all, check| all.with(check.clone()));
    matches(expect_file!["golden/hostile.fhir.json"], &write(fhir, &instrument, &texts, &history));
    let bundle = bundle(&instrument, &texts, &history);
    assert_answers_fit(&bundle);
    assert_eq!(bundle["entry"][1]["resource"]["questionnaire"], "urn:burnout-screener:-clinic");
    let never = &bundle["entry"][0]["resource"]["item"][5]["answerOption"][0];
    assert_eq!(never["valueCoding"]["display"], "\"Never\", \\ or hardly");
}

#[test]
fn a_health_record_gets_no_person() {
    let instrument = built_in();
    let written = write(fhir, &instrument, &english_texts(&instrument), &both(&instrument));
    for name in ["\"subject\"", "\"author\"", "\"source\"", "\"name\"", "Patient"] {
        assert!(!written.contains(name), "{name}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_answers_make_files_that_other_programs_read(responses in any_responses(&built_in())) {
        let instrument = built_in();
        let texts = english_texts(&instrument);
        let found = classify(&instrument, &responses);
        let answered = (0..42).filter(|&item| responses.item(item).is_some()).count();
        let history = History::default().with(check("2026-11-25", None, responses));
        assert_answers_fit(&bundle(&instrument, &texts, &history));
        let file: Value = serde_json::from_str(&write(json, &instrument, &texts, &history)).unwrap();
        let rows = table(&write(csv, &instrument, &texts, &history));
        let keyed = rows.iter().filter(|row| row[1] == "item" && !row[8].is_empty()).count();
        prop_assert_eq!(keyed, answered);
        for construct in Construct::ALL {
            let id = ["burnout", "compassion_fatigue", "tired"][construct as usize];
            let cell = &rows.iter().find(|row| row[1] == "score" && row[2] == id).unwrap()[7];
            match found.score(construct) {
                Some(score) => {
                    let near = |written: f64| (written - score.value).abs() < 0.005_001;
                    prop_assert!(near(cell.parse().unwrap()), "{cell}: {score:?}");
                    prop_assert!(near(file["checks"][0]["scores"][id].as_f64().unwrap()));
                }
                None => prop_assert!(cell.is_empty() && file["checks"][0]["scores"][id].is_null()),
            }
        }
        let said = write(text, &instrument, &texts, &history);
        prop_assert!(!said.contains(['{', '}']), "{said}");
    }
}
