//! The table for people who pool answers, and its codebook.
//!
//! `UPDATE_EXPECT=1 cargo test --test export_wide` writes the files in `tests/golden` anew.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;
mod instruments;

use std::collections::{BTreeMap, BTreeSet};

use burnout_screener::export::{Style, codebook, wide};
use burnout_screener::history::History;
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::Texts;
use burnout_screener::response::Responses;
use common::taken::{DIGITS, both, check, hostile, matches, write};
use common::{any_responses, built_in, cases, english_texts};
use expect_test::expect_file;
use instruments::{BANKED, PLAIN, PROFILED, all, answers, brought, file};
use proptest::prelude::*;

fn written(
    instrument: &Instrument,
    texts: &Texts,
    history: &History,
    style: Style,
    number: &str,
) -> String {
    write(|source| wide(source, style, number), instrument, texts, history)
}

/// The rows as tables of column and cell, by the reader of the `csv` crate.
fn rows(written: &str, between: u8) -> Vec<BTreeMap<String, String>> {
    assert_eq!(written.matches("\r\n").count(), written.matches('\n').count(), "RFC 4180");
    let mut reader = ::csv::ReaderBuilder::new().delimiter(between).from_reader(written.as_bytes());
    let head = reader.headers().unwrap().clone();
    assert_eq!(head.iter().collect::<BTreeSet<_>>().len(), head.len(), "no column stands twice");
    let row = |row: Result<::csv::StringRecord, _>| {
        head.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn built_in_rows() -> Vec<BTreeMap<String, String>> {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    rows(&written(&instrument, &texts, &both(&instrument), Style::Point, ""), b',')
}

#[test]
fn each_check_has_one_row_with_values_and_labels() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let table = written(&instrument, &texts, &both(&instrument), Style::Point, "");
    matches(expect_file!["golden/wide.csv"], &table);
    let rows = built_in_rows();
    assert_eq!(rows.len(), 2);
    let cells = |row: usize, names: &[&str]| {
        names.iter().map(|name| rows[row][*name].clone()).collect::<Vec<_>>()
    };
    let about = ["instrument", "version", "language", "date", "setting.role"];
    assert_eq!(cells(0, &about), ["helping-strain", "2.0.0", "en", "2026-10-28", "work"]);
    assert_eq!(cells(1, &about[3..]), ["2026-11-25", "caring"]);
    assert_eq!(cells(0, &["item.felt_bitter", "item.felt_bitter.label"]), ["3", "Often"]);
    assert_eq!(
        cells(0, &["score.burnout", "error.burnout", "answered.burnout"]),
        ["70.83", "6.93", "12"]
    );
    let ticked = rows[0].iter().filter(|(name, cell)| name.starts_with("signs.") && *cell == "1");
    let ticked: Vec<&String> = ticked.map(|(name, _)| name).collect();
    assert_eq!(ticked, ["signs.poor_sleep", "signs.short_temper"]);
}

#[test]
fn what_was_not_said_is_an_empty_cell() {
    let rows = built_in_rows();
    for name in ["item.felt_bitter", "item.felt_bitter.label", "context.cause", "response"] {
        assert_eq!(rows[1][name], "", "{name}");
    }
    // None was noticed, which is something that was said.
    assert_eq!(rows[1]["signs.poor_sleep"], "0");
    let instrument = built_in();
    let nothing = check("2026-11-25", None, Responses::new(&instrument));
    let texts = english_texts(&instrument);
    let history = History::default().with(nothing);
    let table = written(&instrument, &texts, &history, Style::Point, "");
    for (name, cell) in &self::rows(&table, b',')[0] {
        let about = ["instrument", "version", "language", "date"].contains(&name.as_str());
        let found = name.starts_with("result.");
        assert!(about || found || cell.is_empty(), "{name}: {cell}");
    }
}

#[test]
fn a_result_between_two_is_in_one_row() {
    let row = &built_in_rows()[1];
    assert_eq!(row["result.profile"], "between");
    assert_eq!(row["result.possible"], "none burnout");
    assert_eq!(built_in_rows()[0]["result.possible"], "");
}

#[test]
fn a_number_stands_there_only_where_it_was_asked_for() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let table = written(&instrument, &texts, &both(&instrument), Style::Point, DIGITS);
    assert!(rows(&table, b',').iter().all(|row| row["response"] == DIGITS));
    assert!(built_in_rows().iter().all(|row| row["response"].is_empty()));
}

#[test]
fn where_people_write_a_comma_cells_are_parted_by_semicolons() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let table = written(&instrument, &texts, &both(&instrument), Style::Comma, "");
    matches(expect_file!["golden/wide-comma.csv"], &table);
    assert!(table.starts_with("\u{feff}response;instrument;"));
    let comma = rows(&table, b';');
    assert_eq!(comma[0]["score.burnout"], "70,83");
    for (one, other) in built_in_rows().iter().zip(&comma) {
        for (name, cell) in one {
            let is_figure = name.starts_with("score.") || name.starts_with("error.");
            let cell = if is_figure { cell.replace('.', ",") } else { cell.clone() };
            assert_eq!(cell, other[name], "{name}");
        }
    }
}

#[test]
fn no_cell_runs_as_a_formula_and_numbers_below_zero_stay_numbers() {
    let (instrument, texts) = hostile();
    let table = written(&instrument, &texts, &both(&built_in()), Style::Point, "");
    for (name, cell) in rows(&table, b',').iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{name}: {cell}");
    }
    let mut below = file("bat-like");
    let set = below["option_sets"].as_object().unwrap().keys().next().unwrap().clone();
    let options = below["option_sets"][&set].as_array_mut().unwrap();
    let lowest = options[0]["value"].as_i64().unwrap();
    for (place, option) in options.iter_mut().enumerate() {
        option["value"] = (lowest + i64::try_from(place).unwrap() - 3).into();
    }
    for scale in below["scales"].as_array_mut().unwrap() {
        scale.as_object_mut().unwrap().remove("bands");
    }
    for words in below["text"]["scales"].as_object_mut().unwrap().values_mut() {
        words.as_object_mut().unwrap().remove("bands");
    }
    below.as_object_mut().unwrap().remove("tests");
    let (instrument, texts) = brought(below).map_err(|error| error.to_string()).unwrap();
    let value = instrument.options(0)[0].value;
    assert!(value < 0);
    let responses = answers(&instrument, &all(&vec![value; instrument.items().len()]));
    let history = History::default().with(check("2026-11-25", None, responses));
    let row = &rows(&written(&instrument, &texts, &history, Style::Point, ""), b',')[0];
    let first = format!("item.{}", instrument.items()[0].id);
    assert_eq!(row[&first], value.to_string());
}

#[test]
fn the_codebook_has_a_row_for_each_column_and_says_what_it_holds() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let history = History::default();
    let book = write(codebook, &instrument, &texts, &history);
    matches(expect_file!["golden/codebook.csv"], &book);
    let said = rows(&book, b',');
    let of = |name: &str| said.iter().find(|row| row["column"] == name).unwrap();
    assert_eq!(of("item.managed_main_things")["keying"], "reversed");
    assert_eq!(of("item.managed_main_things")["parts"], "effectiveness");
    assert_eq!(of("item.felt_bitter")["scales"], "burnout");
    assert!(of("item.felt_bitter")["codes"].starts_with("0 = Never | 1 = Rarely"));
    assert!(of("signs.poor_sleep")["words"].contains("leep"));
}

#[test]
fn the_columns_of_any_instrument_are_those_of_its_codebook() {
    let (instrument, texts) = (built_in(), english_texts(&built_in()));
    let brought = PLAIN.into_iter().chain([PROFILED, BANKED]);
    let brought = brought.map(brought_file);
    for (instrument, texts) in brought.chain([(instrument, texts)]) {
        let nothing = check("2026-11-25", None, Responses::new(&instrument));
        let history = History::default().with(nothing);
        let table = written(&instrument, &texts, &history, Style::Point, "");
        let columns: BTreeSet<String> = rows(&table, b',')[0].keys().cloned().collect();
        let book = rows(&write(codebook, &instrument, &texts, &history), b',');
        let told: BTreeSet<String> = book.iter().map(|row| row["column"].clone()).collect();
        assert_eq!(columns, told);
        assert_eq!(book.len(), told.len());
        assert!(book.iter().all(|row| !row["holds"].is_empty()));
    }
}

fn brought_file(name: &str) -> (Instrument, Texts) {
    brought(file(name)).map_err(|error| error.to_string()).unwrap()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_answers_are_read_back_from_their_row(responses in any_responses(&built_in())) {
        let instrument = built_in();
        let texts = english_texts(&instrument);
        let history = History::default().with(check("2026-11-25", None, responses.clone()));
        let row = &rows(&written(&instrument, &texts, &history, Style::Point, ""), b',')[0];
        let mut again = Responses::new(&instrument);
        for (place, item) in instrument.items().iter().enumerate() {
            let value = row[&format!("item.{}", item.id)].parse::<i16>().ok();
            let option = instrument.options(place).iter().position(|o| Some(o.value) == value);
            again.set_item(&instrument, place, option.and_then(|o| u8::try_from(o).ok()));
        }
        for item in 0..instrument.items().len() {
            prop_assert_eq!(again.item(item), responses.item(item));
        }
    }
}
