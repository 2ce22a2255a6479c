//! The built-in instrument with any number of items, brought as a host brings its own: to measure how cost grows.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::workspace::Workspace;

const INSTRUMENT: &str = "www/instruments/helping-strain.json";
const WORDS: &str = "www/locales/en.json";

/// The file of an instrument with its English words: each built-in item over and over, each time with another id.
pub fn brought(workspace: &Workspace, items: usize) -> Result<Value> {
    let (mut file, locale) = (workspace.json(INSTRUMENT)?, workspace.json(WORDS)?);
    let mut text = (locale.pointer("/instruments/helping-strain").cloned())
        .with_context(|| format!("{WORDS} has no words for the built-in instrument"))?;
    // They name the shipped items.
    let fields = file.as_object_mut().with_context(|| format!("{INSTRUMENT} is no object"))?;
    fields.remove("tests");
    let list = field(&mut file, "items")?;
    let shipped = list.as_array().cloned().unwrap_or_default();
    let mut copies = Vec::new();
    let mut asked = Vec::new();
    for (place, item) in shipped.iter().enumerate() {
        // The copies of one stand together: so blocks stay whole, and the bank last.
        for number in (place..items).step_by(shipped.len()) {
            let mut item = item.clone();
            let id = field(&mut item, "id")?;
            let of = id.as_str().unwrap_or_default().to_owned();
            let own = format!("{of}-{number}");
            *id = json!(own);
            asked.push(item);
            copies.push((of, own));
        }
    }
    *list = Value::Array(asked);
    score(field(&mut file, "scales")?, &copies);
    let words = field(&mut text, "items")?;
    let mut said = Map::new();
    for (of, own) in &copies {
        let Some(words) = words.get(of) else { bail!("{WORDS} has no words for the item {of}") };
        said.insert(own.clone(), words.clone());
    }
    *words = Value::Object(said);
    if let Some(fields) = file.as_object_mut() {
        fields.insert("text".to_owned(), text);
    }
    Ok(file)
}

/// Wherever a scale or a facet names an item, it names all copies of it instead.
fn score(part: &mut Value, copies: &[(String, String)]) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(|part| score(part, copies)),
        Value::Object(fields) => {
            for (name, value) in fields {
                if name != "items" {
                    score(value, copies);
                    continue;
                }
                let named = value.as_array().map_or(&[][..], Vec::as_slice);
                let all = copies.iter().filter(|(of, _)| named.iter().any(|id| id == of));
                *value = all.map(|(_, own)| json!(own)).collect();
            }
        }
        _ => {}
    }
}

fn field<'a>(value: &'a mut Value, name: &str) -> Result<&'a mut Value> {
    value.get_mut(name).with_context(|| format!("no \"{name}\" where one is wanted"))
}
