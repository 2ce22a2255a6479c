//! The two bases in full: what people of each true profile are told, and how far that can be trusted.

use super::super::condition::Condition;
use super::super::measure::{Measures, NEAR, OPEN, PROFILES};
use super::super::tally::Share;
use super::table::{Rows, percent};
use super::{label, words};

pub(super) fn text(bases: &[&(Condition, Measures)]) -> String {
    let mut text = words::BASES.to_owned();
    for (condition, measures) in bases {
        text.push_str(&format!("\n\n### {}\n\n", condition.name));
        text.push_str(&told(measures));
        text.push('\n');
        text.push_str(&values(measures));
        text.push('\n');
        text.push_str(&exposure(measures));
    }
    text
}

fn told(measures: &Measures) -> String {
    let mut table = Rows::new(&[
        "truly",
        "people",
        "told neither",
        "burnout",
        "compassion fatigue",
        "both",
        "one near its line",
        "one open",
    ]);
    for profile in 0..PROFILES {
        let people = measures.told.row(profile);
        let cell = |column| percent(Share::new(measures.told.at(profile, column), people));
        let mut cells = vec![label(profile).to_owned(), percent(measures.prevalence(profile))];
        cells.extend((0..PROFILES).chain([NEAR, OPEN]).map(cell));
        table.row(cells);
    }
    table.text()
}

fn values(measures: &Measures) -> String {
    let mut table = Rows::new(&[
        "profile",
        "told, of everybody",
        "positive predictive value",
        "sensitivity",
        "specificity",
        "truly so, told another clearly",
    ]);
    for profile in 0..PROFILES {
        let told = Share::new(measures.told.column(profile), measures.people());
        table.row([
            label(profile).to_owned(),
            percent(told),
            percent(measures.positive(profile)),
            percent(measures.sensitivity(profile)),
            percent(measures.specificity(profile)),
            percent(measures.told_another(profile)),
        ]);
    }
    table.text()
}

/// By the words that exports use, which depend on what is said about exposure.
fn exposure(measures: &Measures) -> String {
    let mut table =
        Rows::new(&["profile in exports", "told, of everybody", "both strains truly so"]);
    for (word, right) in &measures.words {
        let told = Share::new(right.of, measures.people());
        table.row([format!("`{word}`"), percent(told), percent(*right)]);
    }
    table.text()
}
