//! The report in Markdown: every figure in it comes from the run or from a named constant.

mod forms;
mod words;

use std::fmt::Write;

use burnout_screener::instrument::{Construct, Profiled};
use burnout_screener::profile::Profile;

use super::condition::Condition;
use super::gate::{Bound, GATES, Gate};
use super::measure::{BETWEEN, Measures, NOT_ENOUGH, Share, place};

/// What one run found.
pub(super) struct Report<'a> {
    pub(super) profiled: Profiled<'a>,
    pub(super) found: &'a [(Condition, Measures)],
    /// The table of the quick run, as [`quick`] gives it.
    pub(super) quick: &'a str,
    pub(super) people: usize,
    pub(super) seed: u64,
}

impl Report<'_> {
    pub(super) fn text(&self) -> String {
        let mut parts = vec![words::opening(self.people, self.seed, self.found.len())];
        if let Some((_, base)) = self.found.first() {
            parts.push(format!("## The gates, in the base condition\n\n{}", gates(base)));
            parts.push(words::LIMITS.to_owned());
            parts.push(words::assumptions(self.profiled, base));
            parts.push(base_condition(base));
            parts.push(rivals(base));
        }
        parts.push(self.grid());
        parts.push(self.rivals());
        parts.push(self.reliability());
        parts.push(self.short());
        parts.push(self.straight());
        parts.push(self.verdicts());
        parts.push(format!("## The quick check\n\n{}\n\n{}", words::QUICK, self.quick));
        let mut text = parts.join("\n\n");
        text.push('\n');
        text
    }

    fn grid(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "clear: accuracy",
            "clear: coverage",
            "not enough answers",
            "between: true one named",
            "lead: accuracy",
            "lead: named",
            "retest: another clear profile",
            "of those clear both times",
            "one answer changes the result",
            "clear → other clear by one step",
            "gates missed",
        ]);
        for (condition, measures) in self.found {
            let missed: Vec<String> = (GATES.iter().enumerate())
                .filter(|(_, gate)| !gate.is_met(measures))
                .map(|(number, _)| (number + 1).to_string())
                .collect();
            table.row([
                condition.name.clone(),
                percent(measures.accuracy()),
                percent(measures.coverage()),
                percent(measures.not_enough()),
                percent(measures.between_holds()),
                percent(measures.lead_right),
                percent(measures.lead_named),
                percent(measures.contradicted),
                percent(measures.contradicted_clear),
                percent(measures.one_answer),
                measures.flips.is.to_string(),
                if missed.is_empty() { "–".to_owned() } else { missed.join(", ") },
            ]);
        }
        format!("{}\n\n{}\n{}", words::GRID, table.text(), self.reasons())
    }

    fn rivals(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "shipped: accuracy of clear results",
            "two cuts: accuracy",
            "shipped: named lead is right",
            "two cuts: lead is right",
            "shipped: retest, another clear profile",
            "two cuts: retest, another profile",
            "total cut: strain seen",
            "total cut: no strain seen where none is",
        ]);
        for (condition, measures) in self.found {
            table.row([
                condition.name.clone(),
                percent(measures.accuracy()),
                percent(measures.plain_accuracy()),
                percent(measures.lead_right),
                percent(measures.plain_lead_right),
                percent(measures.contradicted),
                percent(measures.plain_contradicted),
                percent(measures.total_sees()),
                percent(measures.total_spares()),
            ]);
        }
        format!("{}\n\n{}", words::RIVALS_GRID, table.text())
    }

    /// Why a gate is missed, for the conditions where one is.
    fn reasons(&self) -> String {
        let mut text = String::new();
        for (condition, measures) in self.found {
            let is_missed = GATES.iter().any(|gate| !gate.is_met(measures));
            if let (true, Some(why)) = (is_missed, words::why(&condition.name)) {
                let _ = writeln!(text, "- **{}**: {why}", condition.name);
            }
        }
        if text.is_empty() { text } else { format!("Why a gate is missed where it is:\n\n{text}") }
    }

    fn reliability(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "burnout",
            "compassion fatigue",
            "tiredness",
            "difference of the two strains",
            "correlation of the two scores",
        ]);
        for (condition, measures) in self.found {
            let [b, c, f] = measures.scales.map(|scale| scale.correlation());
            table.row([
                condition.name.clone(),
                decimal(b),
                decimal(c),
                decimal(f),
                decimal(measures.difference.correlation()),
                decimal(measures.strains.correlation()),
            ]);
        }
        format!("{}\n\n{}", words::RELIABILITY, table.text())
    }

    fn verdicts(&self) -> String {
        let mut text = words::VERDICTS.to_owned();
        for profile in Profile::ALL {
            let mut table = Rows::new(&[
                "condition",
                "truly so",
                "sensitivity",
                "specificity",
                "positive predictive value",
                "negative predictive value",
            ]);
            for (condition, measures) in self.found {
                let of = measures.profile(profile);
                table.row([
                    condition.name.clone(),
                    percent(of.prevalence),
                    percent(of.sensitivity),
                    percent(of.specificity),
                    percent(of.positive),
                    percent(of.negative),
                ]);
            }
            let _ = write!(text, "\n\n### {}\n\n{}", label(profile), table.text());
        }
        text
    }
}

/// The gates with what the base condition reaches.
pub(super) fn gates(base: &Measures) -> String {
    let mut table = Rows::new(&["", "gate", "bound", "found", ""]);
    for (number, gate) in GATES.iter().enumerate() {
        table.row([
            (number + 1).to_string(),
            gate.name.to_owned(),
            bound(gate),
            format!("{:.1} %", (gate.figure)(base) * 100.0),
            verdict(gate, base),
        ]);
    }
    table.text()
}

fn bound(gate: &Gate) -> String {
    match gate.bound {
        Bound::AtLeast(least) => format!("≥ {:.0} %", least * 100.0),
        Bound::AtMost(most) => format!("≤ {:.0} %", most * 100.0),
    }
}

fn verdict(gate: &Gate, base: &Measures) -> String {
    match (gate.is_met(base), gate.known_miss()) {
        (true, _) => "met".to_owned(),
        (false, None) => "**not met**".to_owned(),
        (false, Some(reason)) => format!("**not met**: {reason}"),
    }
}

/// The table of the quick run: what the committed report must say to the letter.
pub(super) fn quick(found: &[(Condition, Measures)], people: usize, seed: u64) -> String {
    let mut table = Rows::new(&[
        "condition",
        "clear: accuracy",
        "clear: coverage",
        "lead: accuracy",
        "retest: another clear profile",
        "one answer changes the result",
        "clear → other clear by one step",
    ]);
    for (condition, measures) in found {
        table.row([
            condition.name.clone(),
            percent(measures.accuracy()),
            percent(measures.coverage()),
            percent(measures.lead_right),
            percent(measures.contradicted),
            percent(measures.one_answer),
            measures.flips.is.to_string(),
        ]);
    }
    format!("{people} people per condition, seed {seed}:\n\n{}", table.text())
}

fn base_condition(base: &Measures) -> String {
    let mut told = Rows::new(&[
        "truly",
        "people",
        "none",
        "tired",
        "burnout",
        "comp. fatigue",
        "both",
        "no exposure",
        "between, true one named",
        "between, not named",
        "not enough",
    ]);
    for profile in Profile::ALL {
        let row = place(profile);
        let people = base.verdicts.row(row);
        let mut cells = vec![label(profile).to_owned(), percent(Share::new(people, base.people()))];
        cells.extend(
            (0..BETWEEN).map(|column| percent(Share::new(base.verdicts.at(row, column), people))),
        );
        for count in
            [base.between.at(row, 1), base.between.at(row, 0), base.verdicts.at(row, NOT_ENOUGH)]
        {
            cells.push(percent(Share::new(count, people)));
        }
        told.row(cells);
    }
    let mut verdicts = Rows::new(&[
        "profile",
        "truly so",
        "sensitivity",
        "specificity",
        "positive predictive value",
        "negative predictive value",
        "truly so, told another clearly",
    ]);
    for profile in Profile::ALL {
        let of = base.profile(profile);
        verdicts.row([
            label(profile).to_owned(),
            percent(of.prevalence),
            percent(of.sensitivity),
            percent(of.specificity),
            percent(of.positive),
            percent(of.negative),
            percent(of.told_another),
        ]);
    }
    format!("{}\n\n{}\n{}\n\n{}", words::BASE, told.text(), words::VERDICTS_BASE, verdicts.text())
}

fn rivals(base: &Measures) -> String {
    let mut rules = Rows::new(&["", "shipped rule", "two plain cuts"]);
    let everybody = Share::new(base.people(), base.people());
    for (name, shipped, plain) in [
        ("accuracy of what is called clear", base.accuracy(), base.plain_accuracy()),
        ("how many results are called clear", base.coverage(), everybody),
        ("named lead is right", base.lead_right, base.plain_lead_right),
        (
            "a retest gives another (clear) profile, of everybody",
            base.contradicted,
            base.plain_contradicted,
        ),
        ("one step of one answer changes the result", base.one_answer, base.plain_one_answer),
    ] {
        rules.row([name.to_owned(), percent(shipped), percent(plain)]);
    }
    let mut profiles = Rows::new(&[
        "truly",
        "shipped: sensitivity",
        "two cuts: sensitivity",
        "shipped: positive predictive value",
        "two cuts: positive predictive value",
        "total cut: no strain seen",
    ]);
    for profile in Profile::ALL {
        let of = base.profile(profile);
        profiles.row([
            label(profile).to_owned(),
            percent(of.sensitivity),
            percent(of.plain_sensitivity),
            percent(of.positive),
            percent(of.plain_positive),
            percent(base.total_misses(profile)),
        ]);
    }
    format!("{}\n\n{}\n{}", words::RIVALS, rules.text(), profiles.text())
}

/// What a profile is called in the report.
pub(super) fn label(profile: Profile) -> &'static str {
    match profile {
        Profile::NoStrain => "No notable strain",
        Profile::Tiredness => "Everyday tiredness",
        Profile::Burnout => "Burnout",
        Profile::CompassionFatigue => "Compassion fatigue",
        Profile::Both => "Both",
        Profile::StrainWithoutExposure => "Strain without exposure",
    }
}

/// What a scale is called in the report.
fn scale(construct: Construct) -> &'static str {
    match construct {
        Construct::Burnout => label(Profile::Burnout),
        Construct::CompassionFatigue => label(Profile::CompassionFatigue),
        Construct::Tiredness => label(Profile::Tiredness),
    }
}

fn percent(share: Share) -> String {
    if share.of == 0 { "–".to_owned() } else { format!("{:.1} %", share.value() * 100.0) }
}

/// A share that may be very small.
fn fine(share: Share) -> String {
    if share.of == 0 { "–".to_owned() } else { format!("{:.3} %", share.value() * 100.0) }
}

fn decimal(figure: f64) -> String {
    format!("{figure:.2}")
}

/// A table in Markdown.
struct Rows(String);

impl Rows {
    fn new(header: &[&str]) -> Self {
        let rule = vec!["---"; header.len()];
        Self(format!("| {} |\n| {} |\n", header.join(" | "), rule.join(" | ")))
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells.into_iter().collect();
        let _ = writeln!(self.0, "| {} |", cells.join(" | "));
    }

    fn text(self) -> String {
        self.0
    }
}
