//! The report in Markdown: every figure in it comes from the run or from a named constant.

mod assumptions;
mod bases;
mod table;
mod words;

use std::fmt::Write;

use burnout_screener::instrument::Profiled;

use super::condition::Condition;
use super::gate;
use super::measure::{Measures, PROFILES};
use super::tally::Share;
use table::{Rows, bought, decimal, percent};

/// What one run found.
pub(super) struct Report<'a> {
    pub(super) profiled: Profiled<'a>,
    /// The two bases stand first.
    pub(super) found: &'a [(Condition, Measures)],
    /// The table of the quick run, as [`quick`] gives it.
    pub(super) quick: &'a str,
    pub(super) people: usize,
    pub(super) seed: u64,
}

impl Report<'_> {
    pub(super) fn text(&self) -> String {
        let bases: Vec<&(Condition, Measures)> = self.found.iter().take(2).collect();
        let parts = [
            words::opening(self.people, self.seed, self.found.len()),
            format!("## The gates\n\n{}\n\n{}\n{}", words::GATES, gates(self.found), self.never()),
            words::LIMITS.to_owned(),
            assumptions::text(self.profiled, &bases),
            bases::text(&bases),
            self.grid(),
            self.profiles(),
            self.tiredness(),
            self.rivals(),
            self.reliability(),
            format!("## The quick check\n\n{}\n\n{}", words::QUICK, self.quick),
        ];
        let mut text = parts.join("\n\n");
        text.push('\n');
        text
    }

    /// What must never be, over all conditions.
    fn never(&self) -> String {
        let (mut flips, mut hidden) = (Share::default(), Share::default());
        for (_, measures) in self.found {
            flips.merge(&measures.flips);
            hidden.merge(&measures.hidden);
        }
        format!(
            "Over all {} conditions, {} of {} single steps led from a clear finding to another clear one, and of {} \
             people {} had a part at 75 or more that counts and a finding that begins with `none` or is \
             `everyday_tiredness` or `impact_alone`.",
            self.found.len(),
            flips.is,
            flips.of,
            hidden.of,
            hidden.is
        )
    }

    fn grid(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "truly above: B, C",
            "both strains clear: right, of how many",
            "burnout: right, of how many",
            "compassion fatigue: right, of how many",
            "named lead: right, of how many",
            "too few answers",
            "retest: another clear profile",
            "the same with tiredness and parts",
            "bank: offered, questions",
            "below the gates' bounds",
        ]);
        for (condition, measures) in self.found {
            let strain = |strain| bought(measures.side_right(strain), measures.side_clear(strain));
            table.row([
                condition.name.clone(),
                format!("{}, {}", percent(measures.above(0)), percent(measures.above(1))),
                bought(measures.accuracy(), measures.coverage()),
                strain(0),
                strain(1),
                bought(measures.lead_right, measures.lead_named),
                percent(measures.not_enough()),
                percent(measures.contradicted),
                percent(measures.contradicted_finding),
                format!("{}, {:.1} a person", percent(measures.offered), measures.bank_mean()),
                gate::beyond(measures).join(", "),
            ]);
        }
        format!("{}\n\n{}\n{}", words::GRID, table.text(), words::WHY)
    }

    fn profiles(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "neither",
            "burnout",
            "compassion fatigue",
            "both",
            "a part raised, of those clearly and truly below both lines",
            "a part worth watching",
        ]);
        for (condition, measures) in self.found {
            let values = (0..PROFILES).map(|profile| percent(measures.positive(profile)));
            let parts = [percent(measures.raised), percent(measures.watched)];
            table.row([condition.name.clone()].into_iter().chain(values).chain(parts));
        }
        format!("{}\n\n{}", words::PROFILES, table.text())
    }

    fn tiredness(&self) -> String {
        let words = ["Tired and rest fails opposed", "One part alone", "Public: one part alone"];
        let shown: Vec<&(Condition, Measures)> = (self.found.iter().enumerate())
            .filter(|(place, (condition, _))| {
                *place < 2 || words.iter().any(|word| condition.name.starts_with(word))
            })
            .map(|(_, found)| found)
            .collect();
        let mut header = vec!["finding"];
        header.extend(shown.iter().map(|(condition, _)| condition.name.as_str()));
        let mut table = Rows::new(&header);
        let mut names: Vec<&str> =
            shown.iter().flat_map(|(_, found)| found.findings.keys().copied()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let shares = shown.iter().map(|(_, found)| percent(found.told_finding(name)));
            table.row([format!("`{name}`")].into_iter().chain(shares));
        }
        format!("{}\n\n{}", words::FINDINGS, table.text())
    }

    fn rivals(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "shipped: right, of how many",
            "two cuts: right, of everybody",
            "shipped: named lead right",
            "two cuts: lead right",
            "shipped: retest, another clear profile",
            "two cuts: retest, another profile",
            "total cut: burnout alone missed",
            "total cut: compassion fatigue alone missed",
        ]);
        for (condition, measures) in self.found {
            table.row([
                condition.name.clone(),
                bought(measures.accuracy(), measures.coverage()),
                percent(measures.plain_accuracy()),
                percent(measures.lead_right),
                percent(measures.plain_lead_right),
                percent(measures.contradicted),
                percent(measures.plain_contradicted),
                percent(measures.total_misses(1)),
                percent(measures.total_misses(2)),
            ]);
        }
        format!("{}\n\n{}", words::RIVALS, table.text())
    }

    fn reliability(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "burnout: mean, SD",
            "compassion fatigue: mean, SD",
            "reliability: burnout",
            "compassion fatigue",
            "difference of the two",
            "correlation of the two scores",
            "one answer changes the finding",
            "nearly alike: of those who read",
            "of the others",
        ]);
        for (condition, measures) in self.found {
            let [b, c] = measures.scales;
            let [reads, others] = measures.alike;
            let spread = |mean: f64, deviation: f64| format!("{mean:.0}, {deviation:.1}");
            table.row([
                condition.name.clone(),
                spread(b.mean(), b.deviation()),
                spread(c.mean(), c.deviation()),
                decimal(b.correlation()),
                decimal(c.correlation()),
                decimal(measures.difference.correlation()),
                decimal(measures.strains.correlation()),
                percent(measures.one_answer),
                percent(reads),
                percent(others),
            ]);
        }
        format!("{}\n\n{}", words::RELIABILITY, table.text())
    }
}

/// The gates with what the cohorts reach.
pub(super) fn gates(found: &[(Condition, Measures)]) -> String {
    let mut table = Rows::new(&["cohort", "gate", "bound", "found", ""]);
    for (place, (condition, measures)) in found.iter().take(4).enumerate() {
        for gate in gate::gates(place) {
            let met = if gate.is_met(measures, 0.0) { "met" } else { "**not met**" };
            table.row([
                condition.name.clone(),
                gate.name.to_owned(),
                gate.wanted(),
                gate.found(measures),
                met.to_owned(),
            ]);
        }
    }
    table.text()
}

/// The table of the quick run: what the committed report must say to the letter.
pub(super) fn quick(found: &[(Condition, Measures)], people: usize, seed: u64) -> String {
    let mut text = format!("{people} people per condition, seed {seed}:\n\n");
    let _ = write!(text, "{}", gates(found));
    text
}

/// What a profile is called in the report.
pub(super) fn label(profile: usize) -> &'static str {
    ["Neither", "Burnout", "Compassion fatigue", "Both"].get(profile).copied().unwrap_or_default()
}
