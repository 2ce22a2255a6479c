//! A definition file of the wrong shape is refused with the place of what is wrong in it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Definition, Instrument};
use burnout_screener::locale::LocaleFile;
use common::{english_json, instrument_json};
use serde_json::{Value, json};

/// What is said about the built-in instrument after a change to its shape.
fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut file = instrument_json();
    change(&mut file);
    serde_json::from_value::<Definition>(file).unwrap_err().to_string()
}

fn without(value: &mut Value, key: &str) {
    value.as_object_mut().unwrap().remove(key).unwrap();
}

#[test]
fn what_is_missing_is_named_with_its_place() {
    assert_eq!(refused(|d| without(d, "version")), "version must be there");
    assert_eq!(refused(|d| without(&mut d["items"][3], "sign")), "items.3.sign must be there");
    assert_eq!(refused(|d| d["scales"][1]["line"] = Value::Null), "scales.1.line must be there");
}

#[test]
fn what_is_of_the_wrong_kind_is_named_with_its_place() {
    assert_eq!(refused(|d| d["id"] = json!(7)), "id must be a text");
    assert_eq!(refused(|d| d["items"] = json!({})), "items must be a list");
    assert_eq!(refused(|d| d["items"][25] = json!("dreams")), "items.25 must be an object");
    assert_eq!(refused(|d| d["scales"][0]["line"] = json!("50")), "scales.0.line must be a number");
    assert_eq!(refused(|d| *d = json!([])), "must be an object");
}

#[test]
fn a_value_that_is_no_whole_number_up_to_255_is_refused_rather_than_rounded() {
    let whole = "options.1.value must be a whole number from 0 to 255";
    for value in [json!(-1), json!(256), json!(1.5), json!(1e300)] {
        assert_eq!(refused(|d| d["options"][1]["value"] = value), whole);
    }
    let mut file = instrument_json();
    file["options"][1]["value"] = json!(1.0);
    file["options"][4]["value"] = json!(4.0);
    let definition: Definition = serde_json::from_value(file).unwrap();
    assert_eq!(Instrument::try_from(definition), common::build(instrument_json()));
}

#[test]
fn a_name_that_is_none_of_the_known_ones_is_refused_with_those() {
    assert_eq!(
        refused(|d| d["items"][0]["keying"] = json!("Direct")),
        "items.0.keying must be direct or reversed"
    );
    assert_eq!(
        refused(|d| d["scales"][2]["measures"] = json!("sleep")),
        "scales.2.measures must be burnout, compassion_fatigue or tiredness"
    );
    let meaning = refused(|d| d["context"][0]["options"][0]["means"] = json!("no-exposure"));
    assert!(meaning.starts_with("context.0.options.0.means must be"), "{meaning}");
}

#[test]
fn what_the_format_does_not_know_is_no_hindrance() {
    let mut file = instrument_json();
    file["author"] = json!({ "name": ["somebody", null, true, 1] });
    let definition: Definition = serde_json::from_value(file).unwrap();
    assert_eq!(Instrument::try_from(definition), common::build(instrument_json()));
}

#[test]
fn of_two_entries_with_the_same_name_the_last_one_counts() {
    let twice = common::INSTRUMENT.replacen('{', r#"{ "id": "first", "page_size": 9,"#, 1);
    let definition: Definition = serde_json::from_str(&twice).unwrap();
    assert_eq!((definition.id.as_str(), definition.page_size), ("helping-strain", 4));
}

#[test]
fn a_locale_file_of_the_wrong_shape_is_refused_with_the_place() {
    let refused = |change: fn(&mut Value)| {
        let mut file = english_json();
        change(&mut file);
        serde_json::from_value::<LocaleFile>(file).unwrap_err().to_string()
    };
    assert_eq!(refused(|file| file["direction"] = json!("up")), "direction must be ltr or rtl");
    assert_eq!(
        refused(|file| file["messages"]["nav.next"] = json!(["Next"])),
        "messages.nav.next must be a text"
    );
    assert_eq!(
        refused(|file| without(&mut file["advice"]["respite"], "title")),
        "advice.respite.title must be there"
    );
}
