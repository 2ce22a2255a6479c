//! What is assumed about people, items and answers.

use std::fmt::Write;

use burnout_screener::instrument::{Construct, Profiled};

use super::super::condition::{
    BURNOUT, COMPASSION_FATIGUE_PART, CORRELATION, Condition, LOADING, PARTS, PUBLIC_LOADING,
    SPACING, STRAIGHT,
};
use super::super::measure::Measures;
use super::super::model::{DIFFICULTY_SPREAD, LOADING_SPREAD, LOADINGS};
use super::super::person::{CARRIES, EXPOSURE_SKIPPED, IMPACT, REST, TIRED, WITHOUT_EXPOSURE};
use super::super::tally::Share;
use super::table::{Rows, decimal, percent};
use super::words;

pub(super) fn text(profiled: Profiled<'_>, bases: &[&(Condition, Measures)]) -> String {
    let mut text = format!("{}\n\n", words::HOW);
    let _ = writeln!(text, "{}\n{}\n", assumed(), words::RULE);
    let _ = writeln!(text, "{}\n{}\n", rule(profiled, bases), words::OPTIONS);
    text.push_str(&options(bases));
    text
}

fn assumed() -> String {
    let spread = |values: [f64; 5]| values.into_iter().fold(0.0, f64::max);
    let share = |share: f64| format!("{:.0} %", share * 100.0);
    let list =
        |values: &[f64]| values.iter().map(|&value| decimal(value)).collect::<Vec<_>>().join(", ");
    let mut table = Rows::new(&["assumption", "hard base", "as in public data", "source"]);
    let same = |value: String| (value.clone(), value);
    for (what, (hard, public), source) in [
        (
            "latent correlation of the two strains",
            same(decimal(CORRELATION)),
            "observed .69 over 41 studies (Cieslak 2014, 10.1037/a0033798)",
        ),
        (
            "truly above the line: burnout, compassion fatigue",
            (
                format!("{}, {}", share(BURNOUT), share(BURNOUT * COMPASSION_FATIGUE_PART)),
                "follows from the thresholds".to_owned(),
            ),
            "assumed; published shares run from 0 to 80.5 % (Rotenstein 2018)",
        ),
        (
            "mean loading of the strains' items",
            (decimal(LOADING), decimal(PUBLIC_LOADING)),
            "to give about the reliabilities that the rule assumes; and those of BAT-12",
        ),
        (
            "thresholds",
            (format!("even, {SPACING:.2} SD apart"), "skewed, as often as there".to_owned()),
            "assumed, to give an SD near 20; options of BAT-12, means of CF-Short and IES-R",
        ),
        (
            "latent correlation of the parts of a strain",
            ("1".to_owned(), decimal(PARTS)),
            "BAT-12 has .71–.79",
        ),
        (
            "answer everything *never* or *rarely*, however they are",
            ("0 %".to_owned(), share(STRAIGHT)),
            "of BAT-12's, mostly so",
        ),
        ("loadings within a scale", same(format!("±{:.2}", spread(LOADING_SPREAD))), "assumed"),
        (
            "difficulties within a scale",
            same(format!("±{:.2} SD", spread(DIFFICULTY_SPREAD))),
            "assumed",
        ),
        ("loadings on tired, rest, what carries", same(list(&LOADINGS)), "assumed"),
        ("correlations with the two strains: tired", same(list(&TIRED)), "assumed"),
        ("rest helps", same(list(&REST)), "assumed"),
        ("what carries", same(list(&CARRIES)), "assumed"),
        ("never meet the suffering of others", same(share(WITHOUT_EXPOSURE)), "assumed"),
        ("leave out the question about it", same(share(EXPOSURE_SKIPPED)), "assumed"),
        ("it gets much in the way of", same(share(IMPACT)), "assumed"),
    ] {
        table.row([what.to_owned(), hard, public, source.to_owned()]);
    }
    table.text()
}

fn rule(profiled: Profiled<'_>, bases: &[&(Condition, Measures)]) -> String {
    let mut table = Rows::new(&[
        "scale",
        "line",
        "margin above, below",
        "SD assumed",
        "SD found: hard, public",
        "reliability assumed",
        "found: hard, public",
    ]);
    for (place, strain) in Construct::STRAINS.into_iter().enumerate() {
        let Some(assumed) = profiled.scale(strain).precision else { continue };
        let margins = profiled.margins(strain);
        let found = |figure: fn(&super::super::tally::Pairs) -> f64, places: usize| {
            let figures = bases.iter().filter_map(|(_, found)| found.scales.get(place));
            figures
                .map(|pairs| format!("{:.places$}", figure(pairs)))
                .collect::<Vec<_>>()
                .join(", ")
        };
        table.row([
            super::label(place + 1).to_owned(),
            format!("{:.0}", profiled.line(strain)),
            format!("{:.1}, {:.1} standard errors", margins.above, margins.below),
            format!("{:.0}", assumed.deviation),
            found(|pairs| pairs.deviation(), 1),
            decimal(assumed.reliability),
            found(|pairs| pairs.correlation(), 2),
        ]);
    }
    table.text()
}

fn options(bases: &[&(Condition, Measures)]) -> String {
    let mut table = Rows::new(&["cohort", "scale", "0", "1", "2", "3", "4"]);
    for (condition, measures) in bases {
        for strain in 0..2 {
            let all = measures.options.row(strain);
            let cells = (0..5).map(|at| percent(Share::new(measures.options.at(strain, at), all)));
            let names = [condition.name.clone(), super::label(strain + 1).to_owned()];
            table.row(names.into_iter().chain(cells));
        }
    }
    table.text()
}
