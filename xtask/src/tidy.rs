//! The rules of the repository that no compiler checks: few, and each says what to do.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::accessibility;
use crate::supply;
use crate::tables;
use crate::workspace::Workspace;

const LONGEST: usize = 400;
const FOLDERS: [&str; 4] = ["src", "www", "xtask", "tests"];
const SOURCES: [&str; 5] = [".rs", ".js", ".mjs", ".css", ".html"];
const REFERENCE: &str = "www/locales/en.json";
/// What of a locale file is to be translated.
const TEXTS: [&str; 3] = ["messages", "advice", "instruments"];

struct Source {
    file: String,
    text: String,
}

type Rule = fn(&Source) -> Option<String>;

const RULES: [Rule; 6] = [length, room, attributes, unfinished, border, core];

/// Checks every rule, and names every file that breaks one.
pub fn run(workspace: &Workspace) -> Result<()> {
    let mut broken = locales(workspace)?;
    broken.extend(supply::broken(workspace)?);
    broken.extend(tables::broken(workspace)?);
    broken.extend(accessibility::broken(workspace)?);
    for source in sources(workspace)? {
        broken.extend(
            RULES.iter().filter_map(|rule| Some(format!("{}: {}", source.file, rule(&source)?))),
        );
    }
    for message in &broken {
        eprintln!("{message}");
    }
    match broken.len() {
        0 => Ok(()),
        count => bail!("{count} of the repository's rules are broken"),
    }
}

fn sources(workspace: &Workspace) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in FOLDERS {
        for file in workspace.files(folder)? {
            if SOURCES.iter().any(|ending| file.ends_with(ending)) {
                sources.push(Source { text: workspace.text(&file)?, file });
            }
        }
    }
    Ok(sources)
}

fn length(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (lines > LONGEST).then(|| format!("{lines} lines: split it by role, {LONGEST} is the most"))
}

/// Every file of Rust says what it is for.
fn room(source: &Source) -> Option<String> {
    let in_scope = source.file.ends_with(".rs")
        && (source.file.starts_with("src/") || source.file.starts_with("xtask/src/"));
    (in_scope && !source.text.starts_with("//!"))
        .then(|| "begin with a `//!` line that says the file's role".to_owned())
}

/// The policy of the isolated frame refuses style attributes.
fn attributes(source: &Source) -> Option<String> {
    let found = is_below(source, "src/ui") && source.text.contains("style=");
    found.then(|| "a style attribute is refused by the frame's policy: use a class, or the object model in src/embed".to_owned())
}

fn unfinished(source: &Source) -> Option<String> {
    // Put together here so that this file passes its own rule.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
    ];
    let mark = marks.into_iter().find(|mark| source.text.contains(mark))?;
    Some(format!("{mark}: finish it, or write an issue instead"))
}

fn border(source: &Source) -> Option<String> {
    let found = source.file.starts_with("src/")
        && !["src/embed", "src/engine", "src/generator"]
            .iter()
            .any(|place| is_below(source, place))
        && source.text.contains("wasm_bindgen");
    found.then(|| {
        "only src/embed, src/engine and src/generator name wasm_bindgen: hand a callback in"
            .to_owned()
    })
}

/// Everything but the interface and the border builds without a browser.
fn core(source: &Source) -> Option<String> {
    let outer = ["src/lib.rs", "src/ui", "src/embed", "src/engine", "src/bench"];
    if !source.file.starts_with("src/") || outer.iter().any(|place| is_below(source, place)) {
        return None;
    }
    let name = ["yew::", "web_sys", "js_sys", "crate::ui", "crate::embed"]
        .into_iter()
        .find(|name| source.text.contains(name))?;
    Some(format!("the core does not use {name}: move that part to src/ui"))
}

/// Is the file `place`, `place.rs` or in the folder `place`?
fn is_below(source: &Source, place: &str) -> bool {
    let rest = source.file.strip_prefix(place);
    rest.is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}

/// Every locale says everything that the English one says, and nothing else.
fn locales(workspace: &Workspace) -> Result<Vec<String>> {
    let reference = keys(&workspace.json(REFERENCE)?);
    let mut broken = Vec::new();
    for code in workspace.names("www/locales", ".json")? {
        let file = format!("www/locales/{code}.json");
        let here = keys(&workspace.json(&file)?);
        broken.extend(
            reference
                .difference(&here)
                .map(|key| format!("{file}: {key} is missing: translate it from {REFERENCE}")),
        );
        broken.extend(
            here.difference(&reference).map(|key| {
                format!("{file}: {key} is not in {REFERENCE}: remove it, or add it there")
            }),
        );
    }
    Ok(broken)
}

fn keys(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let parts = TEXTS.iter().filter_map(|part| Some((format!("/{part}"), value.get(part)?)));
    let mut open: Vec<(String, &Value)> = parts.collect();
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) => {
                open.extend(fields.iter().map(|(key, value)| (format!("{path}/{key}"), value)))
            }
            Value::Array(items) => open.extend(
                items.iter().enumerate().map(|(place, value)| (format!("{path}/{place}"), value)),
            ),
            _ => {
                found.insert(path);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(file: &str, text: &str) -> usize {
        let source = Source { file: file.to_owned(), text: text.to_owned() };
        RULES.iter().filter(|rule| rule(&source).is_some()).count()
    }

    #[test]
    fn a_file_that_keeps_the_rules_passes() {
        assert_eq!(broken("src/scoring.rs", "//! Scores.\nuse crate::response::Response;\n"), 0);
    }

    #[test]
    fn each_rule_finds_what_it_is_for() {
        assert_eq!(broken("www/style/theme.css", &"a\n".repeat(401)), 1);
        assert_eq!(broken("src/scoring.rs", "use std::fmt;"), 1);
        assert_eq!(broken("src/ui/map.rs", "//! Map.\n<g style=\"x\">"), 1);
        assert_eq!(broken("www/embed/a.js", concat!("// TO", "DO")), 1);
        assert_eq!(broken("src/ui/map.rs", "//! Map.\nuse wasm_bindgen::JsCast;"), 1);
        assert_eq!(broken("src/session.rs", "//! Session.\nuse web_sys::Element;"), 1);
    }

    #[test]
    fn the_border_and_the_interface_may_name_a_browser() {
        assert_eq!(
            broken(
                "src/embed/steps.rs",
                "//! Steps.\nuse wasm_bindgen::JsCast;\nuse web_sys::Element;"
            ),
            0
        );
        assert_eq!(broken("src/ui.rs", "//! The interface.\nuse yew::prelude::*;"), 0);
    }

    #[test]
    fn keys_are_compared_all_the_way_down() {
        let value = serde_json::json!({
            "advice": { "b": "x" }, "messages": ["y", { "d": "z" }], "plurals": ["one"],
        });
        let found: Vec<String> = keys(&value).into_iter().collect();
        assert_eq!(found, ["/advice/b", "/messages/0", "/messages/1/d"]);
    }
}
