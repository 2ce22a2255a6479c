//! What a person takes along, as it stands and as programs that are not ours read it.
//!
//! `UPDATE_EXPECT=1 cargo test --test export` writes the files in `tests/golden` anew.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::export::{csv, json, text};
use burnout_screener::history::{Check, History};
use burnout_screener::instrument::Construct;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::taken::{both, check, complete, gaps, hostile, matches, write};
use common::{any_responses, built_in, cases, classify, english_texts, item};
use expect_test::expect_file;
use proptest::prelude::*;
use serde_json::{Value, json as value};

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
            "finding": "burnout", "profile": "burnout", "possible": [], "burnout": "clearly_above",
            "compassion_fatigue": "clearly_below", "tired": "somewhat_tired", "rest": "rest_helps",
            "raised_part": [], "watched_part": [],
        })
    );
    assert_eq!(second["result"]["profile"], "between");
    assert_eq!(second["result"]["possible"], value!(["none", "burnout"]));
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
    // What was left out has no row; that no sign was noticed has one, and so has a profile that lies between two.
    assert_eq!(counts("2026-11-25"), [1, 1, 28, 1, 5, 7]);
    let between = rows.iter().find(|row| row[2] == "possible").unwrap();
    assert_eq!(between[6], "none burnout");
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

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_answers_make_files_that_other_programs_read(responses in any_responses(&built_in())) {
        let instrument = built_in();
        let texts = english_texts(&instrument);
        let found = classify(&instrument, &responses);
        let answered = (0..42).filter(|&item| responses.item(item).is_some()).count();
        let history = History::default().with(check("2026-11-25", None, responses));
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
