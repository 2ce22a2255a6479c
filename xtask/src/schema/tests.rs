//! The schema and the reader that is written by hand, on thousands of files.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a broken test has failed")]

use burnout_screener::instrument::Definition;
use burnout_screener::loading;
use burnout_screener::locale::InstrumentText;
use burnout_screener::tree::{Node, Tree};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::schema;
use crate::workspace::Workspace;

const SEED: u64 = 20_261_126;
const FILES: usize = 6_000;
/// What may stand anywhere instead of what does.
const ANYTHING: &str = r#"[null, true, false, 0, 1, 2, -3.5, 40000, "", " ", "x", "sum", [], {}, [null], [1], ["x"], {"x": null}, {"id": "x"}]"#;

/// The instruments of the repository, each with its words.
fn shipped() -> Vec<Value> {
    let workspace = Workspace::here().unwrap();
    let mut files = Vec::new();
    for folder in ["www/instruments", "www/instruments/keys", "tests/instruments"] {
        for name in workspace.names(folder, ".json").unwrap_or_default() {
            files.push(workspace.json(&format!("{folder}/{name}.json")).unwrap());
        }
    }
    let words = workspace.json("www/locales/en.json").unwrap();
    let own = files.iter_mut().find(|file| file["id"] == "helping-strain").unwrap();
    own["text"] = words["instruments"]["helping-strain"].clone();
    files
}

fn tree(file: &Value) -> Tree {
    serde_json::from_value(file.clone()).unwrap()
}

/// What the reader says of the shape alone, structure and words.
fn read(file: &Value) -> Result<(), String> {
    let tree = tree(file);
    let node = Node::new(&tree);
    Definition::read(&node).map_err(|error| error.to_string())?;
    if let Some(text) = node.field("text").ok().and_then(Node::present) {
        InstrumentText::read(&text).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// What all lints say.
fn used(file: &Value) -> Result<(), String> {
    let tree = tree(file);
    let said = |error: burnout_screener::instrument::InstrumentError| error.to_string();
    match file.get("text") {
        Some(Value::Null) | None => loading::instrument(&Node::new(&tree)).map(drop).map_err(said),
        Some(_) => loading::brought(&tree).map(drop).map_err(said),
    }
}

/// Every place in a file.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    match value {
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                places(value, &format!("{path}/{place}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                places(
                    value,
                    &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        _ => {}
    }
}

/// One thing in the file is another: a value, a missing field, a field with another name, one more.
fn damaged(file: &mut Value, chance: &mut ChaCha8Rng) {
    let anything: Vec<Value> = serde_json::from_str(ANYTHING).unwrap();
    let mut all = Vec::new();
    places(file, "", &mut all);
    // Most places are items and words: the shallow ones are as often damaged.
    let depth = chance.random_range(1..8);
    let near: Vec<&String> = all.iter().filter(|path| path.matches('/').count() <= depth).collect();
    let place = file.pointer_mut(near.choose(chance).unwrap()).unwrap();
    let other = anything.choose(chance).unwrap().clone();
    match place {
        Value::Object(fields) if chance.random_bool(0.6) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = names.choose(chance).cloned().unwrap_or_default();
            match chance.random_range(0..3) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert(format!("{name}x"), other)),
                _ => drop(fields.insert(name, other)),
            }
        }
        Value::Array(values) if chance.random_bool(0.4) => values.push(other),
        place => *place = other,
    }
}

#[test]
fn what_the_schema_takes_the_reader_reads_and_what_is_used_the_schema_takes() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let files = shipped();
    let mut chance = ChaCha8Rng::seed_from_u64(SEED);
    let [mut taken, mut refused] = [0, 0];
    for round in 0..FILES {
        let mut file = files[round % files.len()].clone();
        for _ in 0..chance.random_range(0..3) {
            damaged(&mut file, &mut chance);
        }
        let by_schema: Result<(), String> = match validator.iter_errors(&file).next() {
            None => Ok(()),
            Some(error) => Err(format!("{}: {error}", error.instance_path())),
        };
        match &by_schema {
            Ok(()) => {
                taken += 1;
                assert_eq!(
                    read(&file),
                    Ok(()),
                    "the schema takes what the reader does not: {}",
                    file["id"]
                );
            }
            Err(error) => {
                refused += 1;
                assert!(used(&file).is_err(), "the schema refuses what can be used: {error}");
            }
        }
    }
    assert!(taken > FILES / 5 && refused > FILES / 5, "{taken} taken, {refused} refused");
}

#[test]
fn every_shipped_file_is_taken() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let files = shipped();
    assert!(files.len() > 8);
    for file in files {
        let errors: Vec<String> =
            validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file["id"]);
    }
}

#[test]
fn a_misspelt_field_is_refused() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let mut file = shipped().swap_remove(0);
    file["methd"] = json!(1);
    assert!(!validator.is_valid(&file));
}

#[test]
fn every_field_says_what_it_is() {
    let schema = schema();
    for (name, field) in schema["properties"].as_object().unwrap() {
        let said = field.get("description").or_else(|| {
            let name = field.pointer("/anyOf/0/$ref").or_else(|| field.get("$ref"))?.as_str()?;
            schema.pointer(name.strip_prefix('#')?)?.get("description")
        });
        assert!(
            said.is_some() || matches!(name.as_str(), "validated" | "sources"),
            "{name}: {field:#}"
        );
    }
}
