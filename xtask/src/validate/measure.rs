//! What is counted over a cohort, and the figures that follow from the counts.

use std::collections::BTreeMap;

use super::tally::{Pairs, Share, Table};

/// The strains that are above their lines: neither, burnout, compassion fatigue, both.
pub(super) const PROFILES: usize = 4;
pub(super) const NONE: usize = 0;
pub(super) const BOTH: usize = 3;
/// The columns of results that are no clear profile: a strain near its line, a strain open.
pub(super) const NEAR: usize = PROFILES;
pub(super) const OPEN: usize = PROFILES + 1;

/// The row or column of these sides of the two lines.
pub(super) fn place([burnout, compassion_fatigue]: [bool; 2]) -> usize {
    usize::from(burnout) + 2 * usize::from(compassion_fatigue)
}

/// What one strain's own verdict comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Wrong,
    Near,
    Open,
}

/// Everything counted over a cohort.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measures {
    /// True profile by what is said of the two strains.
    pub(super) told: Table<PROFILES, 6>,
    /// Each strain by [`Side`].
    pub(super) sides: Table<2, 4>,
    /// By the word of the profile, where both strains are clear: both are truly as it says.
    pub(super) words: BTreeMap<&'static str, Share>,
    /// By the id of the finding: how many people are told it.
    pub(super) findings: BTreeMap<&'static str, u64>,
    /// True profile by that of one cut on each scale.
    pub(super) two_cuts: Table<PROFILES, PROFILES>,
    /// True profile by one cut on the total: below, above.
    pub(super) total_cut: Table<PROFILES, 2>,
    /// Of the clear results of both strains: a lead is named.
    pub(super) lead_named: Share,
    /// Of the named leads: it is the strain that truly lies further above its line.
    pub(super) lead_right: Share,
    /// Of the people with both strains truly: the order of the two plain scores is right.
    pub(super) plain_lead_right: Share,
    /// Of everybody: asked again, another clear profile.
    pub(super) contradicted: Share,
    /// Of everybody: asked again, another clear finding, tiredness and raised parts included.
    pub(super) contradicted_finding: Share,
    /// Of everybody, for the plain cut on two scales: asked again, another profile.
    pub(super) plain_contradicted: Share,
    /// Of everybody: one step of one answer gives another finding.
    pub(super) one_answer: Share,
    /// Of the steps of one answer away from a clear finding: it leads to another clear finding.
    pub(super) flips: Share,
    /// Of everybody: the questions of the bank are offered.
    pub(super) offered: Share,
    /// How many of them are asked in all.
    pub(super) bank_asked: u64,
    /// Of everybody: a counted part stands at 75 or more, and the finding does not show it.
    pub(super) hidden: Share,
    /// Of those truly and by the result below both lines: a part is raised; one is worth watching.
    pub(super) raised: Share,
    pub(super) watched: Share,
    /// Of those who read, and of those who do not: the answers are nearly alike, so that the result says so.
    pub(super) alike: [Share; 2],
    /// Each strain's scores of the core in the two checks.
    pub(super) scales: [Pairs; 2],
    /// The difference of the two strains' scores in the two checks.
    pub(super) difference: Pairs,
    /// The scores of the two strains in the first check.
    pub(super) strains: Pairs,
    /// How often each keyed answer to the core items of each strain is given.
    pub(super) options: Table<2, 5>,
}

impl Measures {
    pub(super) fn merge(&mut self, other: &Self) {
        self.told.merge(&other.told);
        self.sides.merge(&other.sides);
        self.two_cuts.merge(&other.two_cuts);
        self.total_cut.merge(&other.total_cut);
        self.options.merge(&other.options);
        for (word, share) in &other.words {
            self.words.entry(word).or_default().merge(share);
        }
        for (finding, people) in &other.findings {
            *self.findings.entry(finding).or_default() += people;
        }
        for (into, from) in self.shares().into_iter().zip(other.clone().shares()) {
            into.merge(from);
        }
        for (into, from) in self.scales.iter_mut().zip(&other.scales) {
            into.merge(from);
        }
        self.bank_asked += other.bank_asked;
        self.difference.merge(&other.difference);
        self.strains.merge(&other.strains);
    }

    fn shares(&mut self) -> [&mut Share; 14] {
        let [alike, alike_careless] = &mut self.alike;
        [
            alike,
            alike_careless,
            &mut self.lead_named,
            &mut self.lead_right,
            &mut self.plain_lead_right,
            &mut self.contradicted,
            &mut self.contradicted_finding,
            &mut self.plain_contradicted,
            &mut self.one_answer,
            &mut self.flips,
            &mut self.offered,
            &mut self.hidden,
            &mut self.raised,
            &mut self.watched,
        ]
    }

    pub(super) fn people(&self) -> u64 {
        self.told.all()
    }

    fn clear(&self) -> u64 {
        (0..PROFILES).map(|column| self.told.column(column)).sum()
    }

    /// Of the results in which both strains are clear: both are truly so.
    pub(super) fn accuracy(&self) -> Share {
        Share::new(self.told.diagonal(), self.clear())
    }

    /// Of everybody: both strains are clear.
    pub(super) fn coverage(&self) -> Share {
        Share::new(self.clear(), self.people())
    }

    /// Of everybody: too few answers for one strain or for both.
    pub(super) fn not_enough(&self) -> Share {
        Share::new(self.told.column(OPEN), self.people())
    }

    /// Of the clear verdicts about one strain: right.
    pub(super) fn side_right(&self, strain: usize) -> Share {
        let [right, wrong] =
            [Side::Right, Side::Wrong].map(|side| self.sides.at(strain, side as usize));
        Share::new(right, right + wrong)
    }

    /// Of everybody: the verdict about one strain is clear.
    pub(super) fn side_clear(&self, strain: usize) -> Share {
        Share::new(self.side_right(strain).of, self.sides.row(strain))
    }

    /// Of the clear results that say this profile: true.
    pub(super) fn positive(&self, profile: usize) -> Share {
        Share::new(self.told.at(profile, profile), self.told.column(profile))
    }

    /// The lowest predictive value of the four profiles.
    pub(super) fn weakest(&self) -> Share {
        (0..PROFILES)
            .map(|profile| self.positive(profile))
            .min_by(|one, other| one.value().total_cmp(&other.value()))
            .unwrap_or_default()
    }

    /// Of everybody: truly so.
    pub(super) fn prevalence(&self, profile: usize) -> Share {
        Share::new(self.told.row(profile), self.people())
    }

    /// Of those who are truly so: a clear result says it.
    pub(super) fn sensitivity(&self, profile: usize) -> Share {
        Share::new(self.told.at(profile, profile), self.told.row(profile))
    }

    /// Of those who are truly not so: no clear result says it.
    pub(super) fn specificity(&self, profile: usize) -> Share {
        let (others, wrong) = (
            self.people() - self.told.row(profile),
            self.told.column(profile) - self.told.at(profile, profile),
        );
        Share::new(others - wrong, others)
    }

    /// Of those who are truly so: a clear result says something else.
    pub(super) fn told_another(&self, profile: usize) -> Share {
        let clear: u64 = (0..PROFILES).map(|column| self.told.at(profile, column)).sum();
        Share::new(clear - self.told.at(profile, profile), self.told.row(profile))
    }

    /// Of everybody: truly above one line.
    pub(super) fn above(&self, strain: usize) -> Share {
        let rows = (0..PROFILES).filter(|row| row >> strain & 1 == 1);
        Share::new(rows.map(|row| self.told.row(row)).sum(), self.people())
    }

    /// Of everybody: one cut on each scale gives the true profile.
    pub(super) fn plain_accuracy(&self) -> Share {
        Share::new(self.two_cuts.diagonal(), self.people())
    }

    /// Of those who are truly so: one cut on the total sees no strain.
    pub(super) fn total_misses(&self, profile: usize) -> Share {
        Share::new(self.total_cut.at(profile, 0), self.total_cut.row(profile))
    }

    /// Of the questions of the bank, how many a person is asked in the mean.
    pub(super) fn bank_mean(&self) -> f64 {
        self.bank_asked as f64 / self.people() as f64
    }

    /// Of everybody: told this finding.
    pub(super) fn told_finding(&self, finding: &str) -> Share {
        Share::new(self.findings.get(finding).copied().unwrap_or(0), self.people())
    }
}
