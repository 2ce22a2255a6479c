//! What was worked out, as Markdown.

use std::fmt::Write;

use burnout_screener::instrument::{Instrument, MadeOf, Scale};
use burnout_screener::scoring::score;

use super::factors::Factors;
use super::figures::{Figures, complete, core};
use super::gaps::Gaps;
use super::groups;
use super::margins::Suggested;
use super::moments::{Correlation, correlations, covariance};
use super::patch::{FEWEST, Tried};
use super::sample::Sample;

/// With fewer people than this every figure is rough.
const ROUGH: usize = 300;
/// An item that goes less with the rest than this adds little.
const LOOSE: f64 = 0.2;

/// What a report is made of.
pub struct Report<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// Who answered.
    pub sample: &'a Sample,
    /// The figures of each scale.
    pub figures: &'a [Figures],
    /// The margins of the strains.
    pub margins: &'a [Suggested],
    /// How sure to be for them.
    pub certainty: f64,
    /// What became of the file with all of it.
    pub tried: &'a Tried,
}

impl Report<'_> {
    /// The whole report.
    #[must_use]
    pub fn markdown(&self) -> String {
        let Self { instrument, sample, .. } = *self;
        let mut text = format!("# {} {}\n\n", instrument.id(), instrument.version());
        let (people, pairs) = (sample.people.len(), sample.pairs.len());
        text += &format!("{people} people, {pairs} of them twice");
        text += &format!("; {} refused, {} unclear.\n", sample.refused, sample.unclear);
        if people < ROUGH {
            text += &format!("\n**Fewer than {ROUGH} people: every figure here is rough.**\n");
        }
        text +=
            "\nWhat the figures mean, and what they do not show, stands in docs/validating.md.\n";
        self.scales(&mut text);
        for (scale, found) in instrument.scales().iter().zip(self.figures) {
            if scale.made_of != MadeOf::Scales {
                items(instrument, (scale, found), &mut text);
            }
        }
        self.together(&mut text);
        self.factors(&mut text);
        self.groups(&mut text);
        self.margins(&mut text);
        self.gaps(&mut text);
        self.change(&mut text);
        text
    }

    fn scales(&self, text: &mut String) {
        *text += "\n## Scales\n\n";
        *text += "| scale | n | mean | SD | lowest | highest | all answered | alpha (95 %) | omega | SEM | retest (95 %), n | reliable change |\n";
        *text += "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
        for (scale, found) in self.instrument.scales().iter().zip(self.figures) {
            let spread = found.spread;
            let range = |range: Option<(f64, f64)>| {
                range.map(|(low, high)| format!(" ({low:.2}–{high:.2})")).unwrap_or_default()
            };
            let alpha = found.alpha.map(|(alpha, own)| format!("{alpha:.3}{}", range(own)));
            let retest = found
                .retest
                .map(|retest| format!("{:.3}{}, {}", retest.r, range(retest.range()), retest.n));
            let cells = [
                scale.id.clone(),
                spread.map_or(0, |spread| spread.n).to_string(),
                figure(spread.map(|spread| spread.mean), 2),
                figure(spread.map(|spread| spread.deviation), 2),
                share(found.ends.0),
                share(found.ends.1),
                found.complete.to_string(),
                alpha.unwrap_or_default(),
                figure(found.omega, 3),
                figure(found.error(), 2),
                retest.unwrap_or_default(),
                figure(found.reliable_change(), 2),
            ];
            row(text, &cells);
        }
        *text += "\nScores by tenths of their range:\n\n```text\n";
        for (scale, found) in self.instrument.scales().iter().zip(self.figures) {
            let most = found.tenths.iter().copied().max().unwrap_or(0).max(1);
            let bars = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
            let bar = |count: &usize| bars.get((count * 8).div_ceil(most)).copied().unwrap_or(' ');
            let drawn: String = found.tenths.iter().map(bar).collect();
            writeln!(text, "{drawn} {}", scale.id).ok();
        }
        *text += "```\n";
    }

    /// How the scales go together.
    fn together(&self, text: &mut String) {
        let Self { instrument, sample, .. } = *self;
        let own: Vec<(&Scale, &Figures)> = instrument
            .scales()
            .iter()
            .zip(self.figures)
            .filter(|(scale, _)| scale.made_of != MadeOf::Scales)
            .collect();
        if own.len() < 2 {
            return;
        }
        *text += "\n## How the scales go together\n\n";
        *text += "The last column is what the correlation would be if both were measured without error.\n\n";
        *text += "| scales | n | correlation (95 %) | without error |\n|---|---|---|---|\n";
        for (place, (one, figures)) in own.iter().enumerate() {
            for (other, others) in own.iter().skip(place + 1) {
                let pairs: Vec<(f64, f64)> = (sample.people.iter())
                    .filter_map(|responses| {
                        let value = |scale| Some(score(instrument, scale, responses)?.value);
                        Some((value(one)?, value(other)?))
                    })
                    .collect();
                let Some(found) = Correlation::new(&pairs) else { continue };
                let range = found.range().map(|(low, high)| format!(" ({low:.2}–{high:.2})"));
                let exact = figures.reliability().zip(others.reliability());
                let exact = exact.map(|(one, other)| found.r / (one * other).sqrt());
                let cells = [
                    format!("{}, {}", one.id, other.id),
                    found.n.to_string(),
                    format!("{:.3}{}", found.r, range.unwrap_or_default()),
                    figure(exact, 3),
                ];
                row(text, &cells);
            }
        }
    }

    /// Whether the two strains are better told by two factors than by one.
    fn factors(&self, text: &mut String) {
        let Some(profiled) = self.instrument.profiled() else { return };
        let strains = burnout_screener::instrument::Construct::STRAINS;
        let items: Vec<usize> = strains
            .into_iter()
            .flat_map(|strain| core(self.instrument, profiled.scale(strain)))
            .collect();
        let rows = complete(self.instrument, &items, &self.sample.people);
        if rows.len() < FEWEST {
            return;
        }
        let table = correlations(&covariance(&rows, items.len()));
        let fit = |factors| Factors::new(table.as_ref()?, factors);
        let (Some(one), Some(two)) = (fit(1), fit(2)) else { return };
        *text += "\n## One strain or two\n\n";
        writeln!(
            text,
            "What is left over between the items of both strains (root mean square residual, {} people): {:.3} with one \
             factor, {:.3} with two. About .05 or less is little. Two always leave less: this is a look, and no test.",
            rows.len(),
            one.left_over,
            two.left_over
        )
        .ok();
    }

    /// Whether items mean the same in each group.
    fn groups(&self, text: &mut String) {
        let groups = self.sample.by_group();
        let Some(((first, most), others)) = groups.split_first() else { return };
        *text += "\n## Whether items mean the same in each group\n\n";
        writeln!(
            text,
            "An item against the rest of its scale: how much higher the other group answers at the same rest, in SDs of \
             the item, and what part of its variance the group adds, evenly or at some levels only. From 3.5 % on it is \
             worth a look. The group of reference is {first}, with {} people; groups with fewer than {} complete answers \
             are left out.\n",
            most.len(),
            groups::FEWEST
        )
        .ok();
        *text += "| group | scale | item | higher by | part | |\n|---|---|---|---|---|---|\n";
        for (name, people) in others {
            for scale in self.instrument.scales().iter().filter(|own| own.made_of != MadeOf::Scales)
            {
                let found = groups::differences(self.instrument, scale, [most, people]);
                for own in found.into_iter().flatten() {
                    let id = self.instrument.items().get(own.item).map(|item| item.id.clone());
                    let cells = [
                        (*name).to_owned(),
                        scale.id.clone(),
                        id.unwrap_or_default(),
                        format!("{:+.2}", own.even),
                        format!("{:.1} %", 100.0 * own.share),
                        if own.is_large() { "look at it" } else { "" }.to_owned(),
                    ];
                    row(text, &cells);
                }
            }
        }
    }

    fn margins(&self, text: &mut String) {
        if self.margins.is_empty() {
            return;
        }
        *text += "\n## Margins\n\n";
        writeln!(
            text,
            "A score as far from its line has its true score on the same side with {} in these people. Whether the line \
             itself is right, no answers can tell: that takes another judgement of the same people.\n",
            share(self.certainty)
        )
        .ok();
        *text += "| strain | above, in SEM | below, in SEM |\n|---|---|---|\n";
        for suggested in self.margins {
            let id = self.instrument.scales().get(suggested.scale).map(|scale| scale.id.clone());
            let margins = suggested.margins;
            let cells = [
                id.unwrap_or_default(),
                format!("{:.2}", margins.above),
                format!("{:.2}", margins.below),
            ];
            row(text, &cells);
        }
    }

    fn gaps(&self, text: &mut String) {
        let gaps = Gaps::new(self.instrument, self.sample);
        let people = self.sample.people.len();
        let share_of = |count: usize| share(count as f64 / people.max(1) as f64);
        *text += "\n## What was left out\n\n| answers left out | people |\n|---|---|\n";
        for (name, count) in ["none", "1", "2", "3 to 5", "more"].into_iter().zip(gaps.people) {
            row(text, &[name.to_owned(), format!("{count} ({})", share_of(count))]);
        }
        let id =
            |item: usize| self.instrument.items().get(item).map_or("", |item| item.id.as_str());
        let mut often: Vec<(usize, usize)> = gaps.items.iter().copied().enumerate().collect();
        often.sort_by_key(|(item, count)| (usize::MAX - count, *item));
        let often: Vec<String> = (often.iter().take(5).filter(|(_, count)| *count > 0))
            .map(|(item, count)| format!("{} ({})", id(*item), share_of(*count)))
            .collect();
        if !often.is_empty() {
            writeln!(text, "\nMost often: {}.", often.join(", ")).ok();
            *text += "\n| left out together | people |\n|---|---|\n";
        }
        for (items, count) in gaps.patterns {
            let named: Vec<&str> = items.iter().take(8).map(|item| id(*item)).collect();
            let more = items.len().saturating_sub(named.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            row(text, &[format!("{}{more}", named.join(", ")), count.to_string()]);
        }
    }

    fn change(&self, text: &mut String) {
        *text += "\n## The change of the file\n\n";
        *text += &match self.tried {
            Tried::Nothing => format!(
                "None: that takes {FEWEST} people with all answers to a scale, and a reliability above 0.\n"
            ),
            Tried::Passes => {
                "With `--patch` it is written as a JSON patch; with it the file passes all lints. \
                A retest that was not worked out here stays as the file has it.\n"
                    .to_owned()
            }
            Tried::Fails(why) => {
                format!("**With it the file cannot be used:**\n\n```text\n{why}\n```\n")
            }
        };
    }
}

fn items(instrument: &Instrument, (scale, found): (&Scale, &Figures), text: &mut String) {
    writeln!(text, "\n## Items of {}\n", scale.id).ok();
    *text += "Of the people who answered all of them. What an item adds is counted from 0.\n\n";
    *text += "| item | mean | SD | with the rest | |\n|---|---|---|---|---|\n";
    for own in &found.items {
        let id = instrument.items().get(own.item).map(|item| item.id.clone());
        let note = match own.rest {
            Some(rest) if rest.r < 0.0 => "speaks against the rest: is it keyed right?",
            Some(rest) if rest.r < LOOSE => "goes little with the rest",
            None if found.complete > 0 => "everybody answered alike",
            _ => "",
        };
        let cells = [
            id.unwrap_or_default(),
            figure(own.spread.map(|spread| spread.mean), 2),
            figure(own.spread.map(|spread| spread.deviation), 2),
            figure(own.rest.map(|rest| rest.r), 3),
            note.to_owned(),
        ];
        row(text, &cells);
    }
}

fn row(text: &mut String, cells: &[String]) {
    writeln!(text, "| {} |", cells.join(" | ")).ok();
}

fn figure(value: Option<f64>, decimals: usize) -> String {
    value.map(|value| format!("{value:.decimals$}")).unwrap_or_default()
}

fn share(value: f64) -> String {
    format!("{:.0} %", 100.0 * value)
}
