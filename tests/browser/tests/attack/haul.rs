//! Everything that the host page collected, and what can be told from it.

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Kinds of events that say what somebody does at a place or with a key.
const ACTS: [&str; 19] = [
    "keydown",
    "keyup",
    "keypress",
    "beforeinput",
    "input",
    "change",
    "pointerdown",
    "pointerup",
    "mousedown",
    "mouseup",
    "click",
    "dblclick",
    "auxclick",
    "contextmenu",
    "touchstart",
    "touchmove",
    "touchend",
    "pointermove",
    "mousemove",
];
/// Of a press, the recorder's word for gaining and losing the focus.
const FOCUS: [u64; 2] = [5, 6];
/// What the recorder calls a mouse on its way, a press, an input, a touch on its way, a drag and a selection.
const RECORDED_ACTS: [u64; 6] = [1, 2, 5, 6, 12, 14];

/// What `spy.js` gave.
#[derive(Clone, Debug)]
pub(crate) struct Haul(pub(crate) Value);

impl Haul {
    fn list(&self, part: &str) -> Result<&Vec<Value>> {
        let list = self.0.get(part).and_then(Value::as_array);
        list.with_context(|| format!("the haul has no {part}"))
    }

    /// Those of the given words that stand in a part of it, in whatever form.
    pub(crate) fn words<'a>(&self, part: &str, words: &'a [String]) -> Result<Vec<&'a str>> {
        let mut texts = Vec::new();
        strings(self.0.get(part).with_context(|| format!("no {part}"))?, &mut texts);
        let told = |word: &&String| texts.iter().any(|text| text.contains(word.as_str()));
        Ok(words.iter().filter(told).map(String::as_str).collect())
    }

    /// The same for all of it.
    pub(crate) fn all_words<'a>(&self, words: &'a [String]) -> Result<Vec<(String, Vec<&'a str>)>> {
        let mut told = Vec::new();
        for part in self.0.as_object().context("no haul")?.keys() {
            let found = self.words(part, words)?;
            if !found.is_empty() {
                told.push((part.clone(), found));
            }
        }
        Ok(told)
    }

    /// What was done in the widget as far as listeners of the page heard of it.
    pub(crate) fn acts(&self) -> Result<Vec<&Value>> {
        let inside = |event: &&Value| {
            let kind = event.get("kind").and_then(Value::as_str).unwrap_or_default();
            let path = event.get("path").and_then(Value::as_str).unwrap_or_default();
            let there = event.get("inside") == Some(&Value::Bool(true));
            ACTS.contains(&kind) && (there || path.contains("burnout-screener"))
        };
        Ok(self.list("events")?.iter().filter(inside).collect())
    }

    /// What was done anywhere, as the recorder wrote it down.
    pub(crate) fn recorded_acts(&self) -> Result<Vec<&Value>> {
        let act = |event: &&Value| {
            let source = event.pointer("/data/source").and_then(Value::as_u64);
            let kind = event.pointer("/data/type").and_then(Value::as_u64);
            let focus = source == Some(2) && kind.is_some_and(|kind| FOCUS.contains(&kind));
            !focus
                && event.get("type") == Some(&json!(3))
                && source.is_some_and(|source| RECORDED_ACTS.contains(&source))
        };
        Ok(self.list("recorder")?.iter().filter(act).collect())
    }

    /// The keys that were heard, in order.
    pub(crate) fn keys(&self) -> Result<Vec<&str>> {
        let events = self.list("events")?.iter();
        Ok(events
            .filter(|event| event.get("kind") == Some(&json!("keydown")))
            .filter_map(|event| event.get("key").and_then(Value::as_str))
            .collect())
    }

    /// What was said to the page, in order.
    pub(crate) fn messages(&self) -> Result<&Vec<Value>> {
        self.list("messages")
    }

    /// Everything but clocks: what differs here between two ways to answer tells them apart.
    pub(crate) fn timeless(&self) -> Result<Value> {
        let late = |event: &&Value| event.get("early") == Some(&Value::Bool(false));
        // One record holds what happened within one turn of the page, and nodes are numbered as the page came in: both
        // are chance.
        let (mut acts, mut changes) = (Vec::new(), Vec::new());
        for event in self.list("recorder")?.iter().filter(late) {
            let mut data = event.get("data").cloned().unwrap_or_default();
            match data.get_mut("attributes").and_then(Value::as_array_mut) {
                // A driver marks the frame that it goes into.
                Some(attributes) => changes.extend(
                    attributes
                        .iter()
                        .filter_map(|of| of.get("attributes"))
                        .filter(|of| of.get("cd_frame_id_").is_none())
                        .cloned(),
                ),
                None => {
                    data.as_object_mut().and_then(|data| data.remove("id"));
                    acts.push(json!([event.get("type"), data]));
                }
            }
        }
        let (entries, events): (Vec<_>, Vec<_>) = self.list("events")?.iter().partition(|event| {
            let kind = event.get("kind").and_then(Value::as_str).unwrap_or_default();
            kind.ends_with("over") || kind.ends_with("out")
        });
        let parts = ["messages", "page", "selected", "caughtLater", "roots"];
        let mut timeless: serde_json::Map<_, _> = parts
            .iter()
            .map(|part| ((*part).to_owned(), self.0.get(part).cloned().unwrap_or_default()))
            .collect();
        for part in ["mutations", "inRoots"] {
            let list: Vec<&Value> = self.list(part)?.iter().filter(late).collect();
            timeless.insert(part.to_owned(), json!(list));
        }
        timeless.insert("entries".to_owned(), json!(entries));
        timeless.insert("events".to_owned(), json!(events));
        timeless.insert("recorded acts".to_owned(), json!(acts));
        timeless.insert("recorded changes".to_owned(), json!(changes));
        Ok(Value::Object(timeless))
    }
}

/// Where two values first differ, and how.
pub(crate) fn difference(one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        _ if one == other => None,
        (Value::Object(one), Value::Object(other)) => one.iter().find_map(|(name, value)| {
            let other = other.get(name).unwrap_or(&Value::Null);
            Some(format!("{name}: {}", difference(value, other)?))
        }),
        (Value::Array(one), Value::Array(other)) => {
            let both = one.iter().zip(other).enumerate();
            let differ = |(place, (one, other)): (usize, (&Value, &Value))| {
                Some(format!("{place}: {}", difference(one, other)?))
            };
            let longer = || format!("{} and {} in number", one.len(), other.len());
            both.into_iter().find_map(differ).or_else(|| Some(longer()))
        }
        _ => {
            let (one, other) = (one.to_string(), other.to_string());
            let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
            let from = same.count().saturating_sub(60);
            let part = |text: &str| text.chars().skip(from).take(200).collect::<String>();
            Some(format!("…{} and …{}", part(&one), part(&other)))
        }
    }
}

fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}
