//! The command `lint`: everything that is wrong with an instrument's file, each thing with its place, the places
//! that are still empty, and whether its licence has ended.

use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use burnout_screener::date::Date;
use burnout_screener::loading;
use burnout_screener::tree::Tree;
use serde_json::Value;

use crate::args::LintArgs;
use crate::asked;
use crate::ending::Ending;

/// The parts of a file in which words are written by whoever holds the licence.
const WRITTEN: [&str; 2] = ["licence", "text"];

/// What may be left out where a questionnaire has none.
const SPARE: [&str; 8] = [
    "licence.line",
    "licence.holder",
    "licence.expires",
    "text.title",
    "text.intro",
    "text.look_back",
    "text.stem",
    "text.signs.note",
];

/// What is found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is wrong, as the lints of the core say it.
    pub mistakes: Vec<String>,
    /// The places that are empty.
    pub empty: Vec<String>,
    /// What is no mistake, and should be known.
    pub warnings: Vec<String>,
}

/// Lints a file.
///
/// # Errors
/// When it cannot be read, or is no JSON.
pub fn run(args: &LintArgs) -> Result<Ending> {
    let name = args.file.to_string_lossy();
    let text = asked::text(&name)?;
    let today = match &args.today {
        Some(day) => Date::new(day).with_context(|| format!("--today: {day} is no day"))?,
        None => today().context("the clock of this device says no day")?,
    };
    let found = findings(&name, &text, &today)?;
    let mut to = io::stdout().lock();
    for line in found.mistakes.iter().chain(&found.empty) {
        writeln!(to, "{line}")?;
    }
    for warning in &found.warnings {
        writeln!(io::stderr(), "warning: {warning}").ok();
    }
    let (mistakes, empty) = (found.mistakes.len(), found.empty.len());
    if mistakes + empty == 0 {
        writeln!(io::stderr(), "{name} can be used").ok();
        return Ok(Ending::Whole);
    }
    writeln!(io::stderr(), "{name} cannot be used: {mistakes} mistakes, {empty} empty places").ok();
    Ok(Ending::Some)
}

/// What is found in the text of a file on a day.
///
/// Places that are empty are filled before the core looks at the rest: they would hide it, as it names no more
/// than fifty things.
///
/// # Errors
/// When it is no JSON.
pub fn findings(name: &str, text: &str, today: &Date) -> Result<Findings> {
    let mut found = Findings::default();
    // The tree tells where the JSON is broken, and of two fields with one name takes the last, as the value does.
    asked::tree(name, text)?;
    let mut file: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    for part in WRITTEN {
        if let Some(words) = file.get_mut(part) {
            fill(words, part, &mut found.empty);
        }
    }
    let tree: Tree = serde_json::from_value(file)?;
    match loading::brought(&tree) {
        Ok((instrument, _)) => found.warnings.extend(instrument.credit().expired(today)),
        Err(error) => found.mistakes = error.to_string().lines().map(str::to_owned).collect(),
    }
    Ok(found)
}

/// Notes each empty text, and puts one in its place.
fn fill(value: &mut Value, path: &str, empty: &mut Vec<String>) {
    match value {
        Value::String(text) if text.trim().is_empty() => {
            let ends = path.ends_with(".look_back") || path.ends_with(".text");
            let what = if ends || SPARE.contains(&path) {
                "is empty: fill it in, or take it out where there is none"
            } else {
                "is empty: its words are missing"
            };
            empty.push(format!("{path} {what}"));
            // A day that is far away is one.
            *text = if path == "licence.expires" { "9999-12-31" } else { "…" }.to_owned();
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                fill(field, &format!("{path}.{name}"), empty);
            }
        }
        Value::Array(all) => {
            for (place, each) in all.iter_mut().enumerate() {
                fill(each, &format!("{path}[{place}]"), empty);
            }
        }
        _ => {}
    }
}

/// The day in Greenwich.
fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let days = u16::try_from(since.as_secs() / 86_400).ok()?;
    Some(Date::new("1970-01-01")?.later(days))
}
