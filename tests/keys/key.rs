//! A key, and the same with placeholder words of our own.

use burnout_screener::instrument::{Instrument, InstrumentError};
use burnout_screener::loading;
use burnout_screener::locale::Texts;
use serde_json::{Map, Value, json};

pub(crate) const KEYS: [&str; 12] = [
    "bat-12", "bat-4", "cbi", "cf-short", "gad-7", "ies-r", "mbi-gs", "mbi-hss", "olbi", "phq-9",
    "proqol-5", "stss",
];

pub(crate) fn file(key: &str) -> Value {
    let path = format!("{}/www/instruments/keys/{key}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What comes of it on the way that every brought file takes.
pub(crate) fn brought(file: Value) -> Result<(Instrument, Texts), InstrumentError> {
    loading::brought(&serde_json::from_value(file).unwrap())
}

/// What is said of a file.
pub(crate) fn said(file: Value) -> Vec<String> {
    match brought(file) {
        Ok(_) => Vec::new(),
        Err(error) => error.mistakes().iter().map(ToString::to_string).collect(),
    }
}

/// With a placeholder in each place that needs words.
pub(crate) fn worded(file: Value) -> Value {
    with(file, &|id| format!("Words for {id}"))
}

/// With each place that needs words, and nothing in it.
pub(crate) fn emptied(file: Value) -> Value {
    with(file, &|_| String::new())
}

fn with(mut file: Value, words: &dyn Fn(&str) -> String) -> Value {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let id = |thing: &Value| thing["id"].as_str().unwrap().to_owned();
    let each = |things: Vec<Value>, inner: &dyn Fn(&Value) -> Value| -> Value {
        Value::Object(things.iter().map(|thing| (id(thing), inner(thing))).collect())
    };
    let plain = |thing: &Value| json!(words(&id(thing)));
    let sets = file["option_sets"].as_object().unwrap().iter();
    let options: Map<String, Value> =
        sets.map(|(set, options)| (set.clone(), each(list(options), &plain))).collect();
    let scale = |scale: &Value| {
        let mut of = json!({ "name": words(&id(scale)) });
        if scale.get("bands").is_some() {
            of["bands"] = each(list(&scale["bands"]), &|band| json!({ "label": words(&id(band)) }));
        }
        of
    };
    file["text"] = json!({
        "options": options,
        "items": each(list(&file["items"]), &plain),
        "scales": each(list(&file["scales"]), &scale),
    });
    file
}

/// The way to every text below a value.
pub(crate) fn places(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| places(value, &format!("{path}.{name}")))
            .collect(),
        _ => vec![path.to_owned()],
    }
}
