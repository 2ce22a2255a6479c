//! What was measured, as a table, and against its bounds.

use std::fmt;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use crate::field::Racer;

/// From an answer to the picture, 98 of 100 times, in milliseconds.
const PAINT: f64 = 32.0;
/// The longest task, in milliseconds.
const TASK: f64 = 100.0;
/// How far what is there may jump, as browsers count it.
const SHIFT: f64 = 0.05;

/// What has to come of a race. Words and questions as shares of what SurveyJS takes.
pub(crate) struct Bounds {
    pub(crate) words: Option<f64>,
    pub(crate) question: Option<f64>,
    /// Whether the browser tells long tasks and jumps, and the time to the picture is bounded too.
    pub(crate) jank: bool,
}

impl Bounds {
    /// Only measured.
    pub(crate) const NONE: Self = Self { words: None, question: None, jank: false };
}

/// One start. Times in milliseconds since the tag.
#[derive(Deserialize)]
pub(crate) struct Race {
    words: f64,
    question: f64,
    longest: f64,
    shift: f64,
    paints: Vec<f64>,
}

impl Race {
    /// Of what the page wrote down, where times count from 1970.
    pub(crate) fn read(measured: Value, begun: &Value) -> Result<Self> {
        let mut race: Self = serde_json::from_value(measured)?;
        let begun = begun.as_f64().context("no beginning")?;
        race.words -= begun;
        race.question -= begun;
        Ok(race)
    }
}

/// Every start of everyone.
#[derive(Default)]
pub(crate) struct Figures {
    races: Vec<(Racer, Race)>,
}

impl Figures {
    pub(crate) fn take(&mut self, racer: Racer, race: Race) {
        self.races.push((racer, race));
    }

    fn of<T>(&self, racer: Racer, read: impl Fn(&Race) -> T) -> Vec<T> {
        self.races.iter().filter(|(whose, _)| *whose == racer).map(|(_, race)| read(race)).collect()
    }

    fn median(&self, racer: Racer, read: impl Fn(&Race) -> f64) -> f64 {
        share(self.of(racer, read), 50)
    }

    fn ratio(&self, racer: Racer, read: impl Fn(&Race) -> f64) -> f64 {
        self.median(racer, &read) / self.median(Racer::SurveyJs, |race| race.question)
    }

    fn paint(&self, racer: Racer, percent: usize) -> f64 {
        share(self.of(racer, |race| race.paints.clone()).concat(), percent)
    }

    /// What is out of bounds, each in words.
    pub(crate) fn missed(&self, bounds: &Bounds) -> Vec<String> {
        let ours = Racer::Ours;
        let jank = |bound: f64| bounds.jank.then_some(bound);
        let worst = |read: fn(&Race) -> f64| share(self.of(ours, read), 100);
        [
            ("words to read, of SurveyJS", self.ratio(ours, |race| race.words), bounds.words),
            (
                "first question, of SurveyJS",
                self.ratio(ours, |race| race.question),
                bounds.question,
            ),
            ("longest task, ms", self.median(ours, |race| race.longest), jank(TASK)),
            ("the page jumps", worst(|race| race.shift), jank(SHIFT)),
            ("an answer to the picture, ms, 98 of 100", self.paint(ours, 98), jank(PAINT)),
        ]
        .into_iter()
        .filter_map(|(what, figure, bound)| {
            bound
                .filter(|bound| figure > *bound)
                .map(|bound| format!("{what}: {figure:.2}, at most {bound}"))
        })
        .collect()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<18}{:>9}{:>10}{:>7}{:>10}{:>7}{:>9}{:>9}{:>7}{:>7}{:>7}",
            "",
            "words ms",
            "question",
            "±",
            "words/S",
            "q/S",
            "longest",
            "jumps",
            "p50",
            "p98",
            "n"
        )?;
        for racer in Racer::ALL {
            let question = self.of(racer, |race| race.question);
            let middle = share(question.clone(), 50);
            // Half of the starts lie within this of the middle.
            let spread = (share(question.clone(), 75) - share(question.clone(), 25)) / 2.0 / middle;
            writeln!(
                f,
                "{:<18}{:>9.0}{middle:>10.0}{:>6.0}%{:>10.2}{:>7.2}{:>9.0}{:>9.3}{:>7.0}{:>7.0}{:>7}",
                racer.name(),
                self.median(racer, |race| race.words),
                spread * 100.0,
                self.ratio(racer, |race| race.words),
                self.ratio(racer, |race| race.question),
                self.median(racer, |race| race.longest),
                share(self.of(racer, |race| race.shift), 100),
                self.paint(racer, 50),
                self.paint(racer, 98),
                question.len(),
            )?;
        }
        Ok(())
    }
}

fn share(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) * percent / 100).copied().unwrap_or(f64::NAN)
}
