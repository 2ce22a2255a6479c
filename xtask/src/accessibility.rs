//! `cargo xtask accessibility`: the report on WCAG 2.2, made of a list that names a test for what it says.
//!
//! **Invariant**: each criterion of levels A and AA stands in `accessibility/criteria.toml` once, each test that is named there
//! is in the sources, and what is called met has one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace::Workspace;

const REPORT: &str = "docs/accessibility.md";
const LIST: &str = "xtask/src/accessibility/criteria.toml";

/// Numbers and levels of the criteria of WCAG 2.2, as <https://www.w3.org/TR/WCAG22/> has them; 4.1.1 is no more.
const A: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2";
const AA: &str = "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3";

/// The principles that the first figure of a number stands for.
const PRINCIPLES: [&str; 4] = ["Perceivable", "Operable", "Understandable", "Robust"];

const HEAD: &str = "\
# Accessibility

How the self-check stands to the Web Content Accessibility Guidelines (WCAG) 2.2 at levels A and AA. A clinic can put this
beside its own statement.

This page is made by `cargo xtask accessibility` from a list in which each criterion names its tests, and the build fails
where a test is named that is not there. All of them run in `cargo xtask test`; pictures are compared in the long run.

**What was looked at**: every step, every outcome, what is taken along, and the ways out, in the frame, in English, and much
of it in other languages too. Not looked at: the page of a clinic around it, which is the clinic's, and the page for
authors of instruments (`bench.html`).

**With what**: axe-core on every step and outcome; a real keyboard; text at 200 % and the distances of 1.4.12 on 320 pixels;
the accessibility tree of the browser, which is what screen readers read. What they can say on a whole way is written down
to be read and judged: [in English](../tests/browser/golden/heard.en.txt), [in Spanish](../tests/browser/golden/heard.es.txt), [in Arabic](../tests/browser/golden/heard.ar.txt).

**What nobody has done yet**: no person who uses a screen reader, a switch, a magnifier or speech has tried it, and no product
for them was run. The accessibility tree is Chromium's alone; in Firefox and WebKitGTK the same way is gone by keyboard and
pointer. The panel that stands where the self-check cannot run was not held against axe. If something is in your way, please
write an issue.
";

/// How far a criterion is met.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    #[serde(rename = "met")]
    Met,
    #[serde(rename = "met, by reading")]
    MetByReading,
    #[serde(rename = "in part")]
    InPart,
    #[serde(rename = "not met")]
    NotMet,
    #[serde(rename = "not applicable")]
    NotApplicable,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Met => "met, and tested",
            Self::MetByReading => "met; no test holds it",
            Self::InPart => "in part",
            Self::NotMet => "not met",
            Self::NotApplicable => "not applicable",
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Criterion {
    number: String,
    name: String,
    level: String,
    state: State,
    how: String,
    tests: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct List {
    criterion: Vec<Criterion>,
}

/// Writes the report anew.
pub fn run(workspace: &Workspace) -> Result<()> {
    let list = read(workspace)?;
    for broken in faults(&list, |file| workspace.text(file).ok()) {
        eprintln!("{broken}");
    }
    fs::write(workspace.path(REPORT), report(&list)?)
        .with_context(|| format!("cannot write {REPORT}"))?;
    println!("{REPORT} is renewed");
    Ok(())
}

/// What is wrong with the list, and whether the report says something else than the list.
pub(crate) fn broken(workspace: &Workspace) -> Result<Vec<String>> {
    let list = read(workspace)?;
    let mut broken = faults(&list, |file| workspace.text(file).ok());
    if workspace.text(REPORT).unwrap_or_default() != report(&list)? {
        broken.push(format!(
            "{REPORT}: it does not say what {LIST} does: run `cargo xtask accessibility`"
        ));
    }
    Ok(broken)
}

fn read(workspace: &Workspace) -> Result<List> {
    toml::from_str(&workspace.text(LIST)?).context(LIST)
}

fn faults(list: &List, text: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut wanted: Vec<(&str, &str)> = A.split(' ').map(|number| (number, "A")).collect();
    wanted.extend(AA.split(' ').map(|number| (number, "AA")));
    let mut faults = Vec::new();
    for (number, level) in &wanted {
        let found = list.criterion.iter().filter(|each| each.number == *number);
        let levels: Vec<&str> = found.map(|each| each.level.as_str()).collect();
        if levels != [*level] {
            faults.push(format!("{LIST}: {number} has to stand there once, at level {level}"));
        }
    }
    for Criterion { number, state, tests, .. } in &list.criterion {
        if !wanted.iter().any(|(wanted, _)| wanted == number) {
            faults.push(format!("{LIST}: {number} is no criterion of levels A and AA"));
        }
        if (*state == State::Met) == tests.is_empty() && *state != State::InPart {
            faults.push(format!("{LIST}: {number} is called met by a test, or else names none"));
        }
        for test in tests {
            let there = test
                .split_once(": ")
                .is_some_and(|(file, name)| text(file).is_some_and(|text| is_test(&text, name)));
            if !there {
                faults.push(format!("{LIST}: {number} names a test that is not there: {test}"));
            }
        }
    }
    faults
}

/// Whether a source has a test of this name, and not merely a function.
fn is_test(source: &str, name: &str) -> bool {
    let head = [format!("fn {name}("), format!("async fn {name}(")];
    let mut before = "";
    for line in source.lines().map(str::trim) {
        if head.iter().any(|head| line.starts_with(head.as_str())) {
            return before.starts_with("#[test]") || before.starts_with("#[tokio::test");
        }
        before = line;
    }
    false
}

fn report(list: &List) -> Result<String> {
    let mut text = HEAD.to_owned();
    let mut counts: BTreeMap<State, usize> = BTreeMap::new();
    for each in &list.criterion {
        *counts.entry(each.state).or_default() += 1;
    }
    writeln!(text, "\n| of {} criteria | |\n|---|---|", list.criterion.len())?;
    for (state, count) in counts {
        writeln!(text, "| {} | {count} |", state.name())?;
    }
    for (place, principle) in PRINCIPLES.iter().enumerate() {
        writeln!(text, "\n## {}. {principle}\n", place + 1)?;
        writeln!(
            text,
            "| criterion | level | | how, and which tests hold it |\n|---|---|---|---|"
        )?;
        let own = format!("{}.", place + 1);
        let mut own: Vec<&Criterion> =
            list.criterion.iter().filter(|each| each.number.starts_with(&own)).collect();
        own.sort_by_key(|each| place_of(&each.number));
        for each in own {
            let tests: String = each.tests.iter().map(|test| linked(test)).collect();
            let Criterion { number, name, level, how, state, .. } = each;
            writeln!(text, "| {number} {name} | {level} | {} | {how}{tests} |", state.name())?;
        }
    }
    Ok(text)
}

/// 1.4.10 comes after 1.4.5.
fn place_of(number: &str) -> Vec<u32> {
    number.split('.').filter_map(|part| part.parse().ok()).collect()
}

fn linked(test: &str) -> String {
    let (file, name) = test.split_once(": ").unwrap_or(("", test));
    format!("<br>[{}](../{file})", name.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_says_what_the_list_does_and_each_test_in_it_is_there() -> Result<()> {
        assert_eq!(broken(&Workspace::here()?)?, Vec::<String>::new());
        Ok(())
    }

    #[test]
    fn there_are_31_criteria_of_level_a_and_24_of_level_aa() {
        assert_eq!([A, AA].map(|all| all.split(' ').count()), [31, 24]);
    }

    #[test]
    fn a_test_that_is_not_there_is_named() -> Result<()> {
        let mut list = read(&Workspace::here()?)?;
        let of_none = faults(&list, |_| Some("fn it_holds() {}".to_owned()));
        let named: usize = list.criterion.iter().map(|each| each.tests.len()).sum();
        assert_eq!(of_none.len(), named, "a function is no test");
        list.criterion.remove(0);
        let missing = faults(&list, |file| Workspace::here().ok()?.text(file).ok());
        assert_eq!(missing.len(), 1, "{missing:?}");
        Ok(())
    }

    #[test]
    fn only_a_test_of_the_very_name_is_one() {
        let source = "#[test]\nfn it_holds_always() {}\n\n#[tokio::test]\nasync fn it_waits() {}";
        assert!(is_test(source, "it_holds_always") && is_test(source, "it_waits"));
        assert!(!is_test(source, "it_holds"));
    }
}
