//! Instruments of many kinds, with placeholder wording of our own.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test takes what it needs, and a broken helper must stop the test"
)]

use burnout_screener::instrument::{Instrument, InstrumentError};
use burnout_screener::loading;
use burnout_screener::locale::Texts;
use burnout_screener::response::Responses;
use burnout_screener::tree::Tree;
use serde_json::{Value, json};

/// Those whose scales make no profile.
pub(crate) const PLAIN: [&str; 6] =
    ["proqol-like", "mbi-like", "phq-like", "bat-like", "cbi-like", "totals-like"];

/// One whose scales do, under names of its own.
pub(crate) const PROFILED: &str = "second-profile";

/// One with blocks, hints, signs, questions before and after, and a bank.
pub(crate) const BANKED: &str = "flow-like";

pub(crate) fn file(name: &str) -> Value {
    let text = match name {
        "proqol-like" => include_str!("proqol-like.json"),
        "mbi-like" => include_str!("mbi-like.json"),
        "phq-like" => include_str!("phq-like.json"),
        "bat-like" => include_str!("bat-like.json"),
        "cbi-like" => include_str!("cbi-like.json"),
        "totals-like" => include_str!("totals-like.json"),
        "flow-like" => include_str!("flow-like.json"),
        _ => include_str!("second-profile.json"),
    };
    serde_json::from_str(text).unwrap()
}

/// What comes of a file that a host brings.
pub(crate) fn brought(file: Value) -> Result<(Instrument, Texts), InstrumentError> {
    let tree: Tree = serde_json::from_value(file).unwrap();
    loading::brought(&tree)
}

/// Answers by the values of their options; `None` is left out.
pub(crate) fn answers(instrument: &Instrument, values: &[Option<i16>]) -> Responses {
    let mut responses = Responses::new(instrument);
    for (item, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let option = instrument.options(item).iter().position(|option| option.value == *value);
        responses.set_item(instrument, item, u8::try_from(option.unwrap()).ok());
    }
    responses
}

pub(crate) fn all(values: &[i16]) -> Vec<Option<i16>> {
    values.iter().copied().map(Some).collect()
}

pub(crate) const FINE: [&str; 0] = [];

/// What is said of a file.
pub(crate) fn said(file: Value) -> Vec<String> {
    match brought(file) {
        Ok(_) => Vec::new(),
        Err(error) => error.mistakes().iter().map(ToString::to_string).collect(),
    }
}

/// What is said of a file after a change. Its own tests are left out: they would have to follow.
pub(crate) fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = file(name);
    file["tests"] = json!([]);
    change(&mut file);
    said(file)
}

pub(crate) fn sums(change: impl FnOnce(&mut Value)) -> Vec<String> {
    changed("proqol-like", change)
}

pub(crate) fn remove(value: &mut Value, field: &str) -> Value {
    value.as_object_mut().unwrap().remove(field).unwrap()
}
