//! What the shipped rule must reach, and in which cohorts.

use anyhow::{Result, bail};

use super::condition::Condition;
use super::measure::Measures;
use super::tally::Share;

/// Which side of its bound a figure must lie on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bound {
    AtLeast(f64),
    AtMost(f64),
    /// Not once.
    Never,
}

/// One bound on one figure of a cohort.
pub(super) struct Gate {
    pub(super) name: &'static str,
    pub(super) bound: Bound,
    pub(super) figure: fn(&Measures) -> Share,
}

const fn at_least(name: &'static str, bound: f64, figure: fn(&Measures) -> Share) -> Gate {
    Gate { name, bound: Bound::AtLeast(bound), figure }
}

const fn never(name: &'static str, figure: fn(&Measures) -> Share) -> Gate {
    Gate { name, bound: Bound::Never, figure }
}

/// What holds whoever is asked.
const EVERYWHERE: [Gate; 2] = [
    never("one step leads from a clear finding to another clear one", |found| found.flips),
    never("a part at 75 or more that the finding does not show", |found| found.hidden),
];

/// What a cohort with all answers must reach beside its coverage.
const COMPLETE: [Gate; 8] = [
    at_least("both strains: right", 0.93, Measures::accuracy),
    at_least("weakest predictive value of a profile", 0.80, Measures::weakest),
    at_least("burnout: right", 0.95, |found| found.side_right(0)),
    at_least("burnout: clear", 0.80, |found| found.side_clear(0)),
    at_least("compassion fatigue: right", 0.95, |found| found.side_right(1)),
    at_least("compassion fatigue: clear", 0.80, |found| found.side_clear(1)),
    at_least("named lead: right", 0.90, |found| found.lead_right),
    Gate {
        name: "retest: another clear profile",
        bound: Bound::AtMost(0.05),
        figure: |found| found.contradicted,
    },
];

const HARD: Gate = at_least("both strains: clear", 0.75, Measures::coverage);
const PUBLIC: Gate = at_least("both strains: clear", 0.85, Measures::coverage);
const MISSING: Gate = Gate {
    name: "too few answers for a strain",
    bound: Bound::AtMost(0.08),
    figure: Measures::not_enough,
};

/// The gates of a cohort by its place in the grid. What must never be holds in every one.
pub(super) fn gates(place: usize) -> Vec<&'static Gate> {
    let own: &[&'static Gate] = match place {
        0 => &[&HARD],
        1 => &[&PUBLIC],
        2 | 3 => &[&MISSING],
        _ => &[],
    };
    let complete = COMPLETE.iter().filter(|_| place < 2);
    own.iter().copied().chain(complete).chain(&EVERYWHERE).collect()
}

/// The bounds for a cohort with all answers that this one does not keep, whether it has gates or only shows what would
/// be.
pub(super) fn beyond(measures: &Measures) -> Vec<&'static str> {
    let all = COMPLETE.iter().chain(&EVERYWHERE);
    all.filter(|gate| !gate.is_met(measures, 0.0)).map(|gate| gate.name).collect()
}

impl Gate {
    /// Whether the figure keeps to its bound. `errors`: how many standard errors of chance it may lie beyond, which is
    /// for small cohorts; what must never be is never allowed.
    pub(super) fn is_met(&self, measures: &Measures, errors: f64) -> bool {
        let share = (self.figure)(measures);
        match self.bound {
            Bound::AtLeast(least) => share.value() >= least - errors * share.error(least),
            Bound::AtMost(most) => share.value() <= most + errors * share.error(most),
            Bound::Never => share.is == 0,
        }
    }

    /// The bound as the report writes it.
    pub(super) fn wanted(&self) -> String {
        match self.bound {
            Bound::AtLeast(least) => format!("≥ {:.0} %", least * 100.0),
            Bound::AtMost(most) => format!("≤ {:.0} %", most * 100.0),
            Bound::Never => "none".to_owned(),
        }
    }

    /// What was found, as the report writes it.
    pub(super) fn found(&self, measures: &Measures) -> String {
        let share = (self.figure)(measures);
        match self.bound {
            Bound::Never => format!("{} of {}", share.is, share.of),
            _ => format!("{:.1} %", share.value() * 100.0),
        }
    }
}

/// Fails with every gate that is missed. `found`: cohorts, those of [`super::grid::gated`] first.
pub(super) fn check(found: &[(Condition, Measures)], errors: f64) -> Result<()> {
    let mut missed = Vec::new();
    for (place, (condition, measures)) in found.iter().enumerate() {
        for gate in gates(place).into_iter().filter(|gate| !gate.is_met(measures, errors)) {
            let (name, found, wanted) = (&condition.name, gate.found(measures), gate.wanted());
            missed.push(format!("{name}, {}: {found}, wanted {wanted}", gate.name));
        }
    }
    if missed.is_empty() { Ok(()) } else { bail!("gates missed:\n{}", missed.join("\n")) }
}
