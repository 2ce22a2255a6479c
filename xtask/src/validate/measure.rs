//! What is counted over a cohort, and the figures that follow from the counts.
//!
//! Only sums are kept, so that cohorts simulated in parts give the same figures whatever thread did which part.

use std::ops::Range;

use burnout_screener::profile::{Profile, Verdict};

/// How often each column came up in each row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Table<const ROWS: usize, const COLUMNS: usize>([[u64; COLUMNS]; ROWS]);

impl<const ROWS: usize, const COLUMNS: usize> Default for Table<ROWS, COLUMNS> {
    fn default() -> Self {
        Self([[0; COLUMNS]; ROWS])
    }
}

impl<const ROWS: usize, const COLUMNS: usize> Table<ROWS, COLUMNS> {
    pub(super) fn add(&mut self, row: usize, column: usize) {
        if let Some(cell) = self.0.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell += 1;
        }
    }

    pub(super) fn at(&self, row: usize, column: usize) -> u64 {
        self.0.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    }

    pub(super) fn row(&self, row: usize) -> u64 {
        self.0.get(row).map_or(0, |row| row.iter().sum())
    }

    pub(super) fn column(&self, column: usize) -> u64 {
        (0..ROWS).map(|row| self.at(row, column)).sum()
    }

    pub(super) fn diagonal(&self) -> u64 {
        (0..ROWS).map(|place| self.at(place, place)).sum()
    }

    fn merge(&mut self, other: &Self) {
        for (into, from) in self.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            *into += from;
        }
    }
}

/// The sums behind a correlation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Pairs {
    count: f64,
    sums: [f64; 5],
}

impl Pairs {
    pub(super) fn add(&mut self, one: f64, other: f64) {
        self.count += 1.0;
        for (sum, term) in
            self.sums.iter_mut().zip([one, other, one * one, other * other, one * other])
        {
            *sum += term;
        }
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        for (into, from) in self.sums.iter_mut().zip(other.sums) {
            *into += from;
        }
    }

    pub(super) fn correlation(&self) -> f64 {
        let [x, y, xx, yy, xy] = self.sums.map(|sum| sum / self.count);
        (xy - x * y) / ((xx - x * x) * (yy - y * y)).sqrt()
    }

    /// The standard deviation of the first of each pair.
    pub(super) fn deviation(&self) -> f64 {
        let [x, _, xx, ..] = self.sums.map(|sum| sum / self.count);
        (xx - x * x).sqrt()
    }
}

/// The column of a verdict that is no clear profile.
pub(super) const BETWEEN: usize = Profile::ALL.len();
/// The column of too few answers.
pub(super) const NOT_ENOUGH: usize = BETWEEN + 1;

/// The rows of the profiles that are a strain, after those that are ordinary.
const STRAINS: Range<usize> = 2..BETWEEN;

/// The row or column of a profile.
pub(super) fn place(profile: Profile) -> usize {
    Profile::ALL.iter().position(|&listed| listed == profile).unwrap_or(0)
}

/// The column of a verdict.
pub(super) fn column(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Clear(profile) => place(profile),
        Verdict::Between(..) => BETWEEN,
        Verdict::NotEnough => NOT_ENOUGH,
    }
}

/// Something that is so for some of those it could be so for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Share {
    pub(super) of: u64,
    pub(super) is: u64,
}

impl Share {
    pub(super) fn add(&mut self, is: bool) {
        self.of += 1;
        self.is += u64::from(is);
    }

    pub(super) fn new(is: u64, of: u64) -> Self {
        Self { of, is }
    }

    fn merge(&mut self, other: &Self) {
        self.of += other.of;
        self.is += other.is;
    }

    /// Not a number where it could be so for nobody.
    pub(super) fn value(&self) -> f64 {
        self.is as f64 / self.of as f64
    }
}

/// How many items the short form asks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Asked {
    people: u64,
    items: u64,
    early: u64,
}

impl Asked {
    pub(super) fn add(&mut self, items: usize, is_early: bool) {
        self.people += 1;
        self.items += items as u64;
        self.early += u64::from(is_early);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.people += other.people;
        self.items += other.items;
        self.early += other.early;
    }

    pub(super) fn early(&self) -> Share {
        Share::new(self.early, self.people)
    }

    /// Not a number where nobody was asked.
    pub(super) fn mean(&self) -> f64 {
        self.items as f64 / self.people as f64
    }
}

/// Everything counted over a cohort.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measures {
    /// True profile by verdict.
    pub(super) verdicts: Table<6, 8>,
    /// True profile by that of the plain cut on two scales.
    pub(super) two_cuts: Table<6, 6>,
    /// True profile by the plain cut on the total: below, above.
    pub(super) total_cut: Table<6, 2>,
    /// True profile by whether a result between two profiles names it: no, yes.
    pub(super) between: Table<6, 2>,
    /// Of the clear results of both strains: a lead is named.
    pub(super) lead_named: Share,
    /// Of the named leads: it is the strain that truly lies further above its line.
    pub(super) lead_right: Share,
    /// Of the people with both strains truly: the plain cut's order of the two is right.
    pub(super) plain_lead_right: Share,
    /// Of everybody: asked again, they would be told another clear profile.
    pub(super) contradicted: Share,
    /// The same, of those whose result is clear both times.
    pub(super) contradicted_clear: Share,
    /// The same, of everybody, for the plain cut on two scales.
    pub(super) plain_contradicted: Share,
    /// Of everybody: one step of one answer gives another result.
    pub(super) one_answer: Share,
    /// The same for the plain cut on two scales.
    pub(super) plain_one_answer: Share,
    /// Of the steps of one answer away from a clear profile: it leads to another clear profile.
    pub(super) flips: Share,
    /// By the column of the verdict: how many items the short form asks.
    pub(super) short: [Asked; 8],
    /// Of everybody: the short form tells another verdict or lead than the full one.
    pub(super) short_differs: Share,
    /// Of those who read, and of those who do not: a second look at a straight run is asked for.
    pub(super) straight: [Share; 2],
    /// Of those who read: the same in the order of the short form.
    pub(super) straight_short: Share,
    /// Each scale's scores in the two checks.
    pub(super) scales: [Pairs; 3],
    /// The difference of the two strains' scores in the two checks.
    pub(super) difference: Pairs,
    /// The scores of the two strains in the first check.
    pub(super) strains: Pairs,
}

impl Measures {
    pub(super) fn merge(&mut self, other: &Self) {
        self.verdicts.merge(&other.verdicts);
        self.between.merge(&other.between);
        self.two_cuts.merge(&other.two_cuts);
        self.total_cut.merge(&other.total_cut);
        for (into, from) in self.shares().into_iter().zip(other.clone().shares()) {
            into.merge(from);
        }
        for (into, from) in self.short.iter_mut().zip(&other.short) {
            into.merge(from);
        }
        for (into, from) in self.scales.iter_mut().zip(&other.scales) {
            into.merge(from);
        }
        self.difference.merge(&other.difference);
        self.strains.merge(&other.strains);
    }

    fn shares(&mut self) -> [&mut Share; 13] {
        let [straight, straight_careless] = &mut self.straight;
        [
            straight,
            straight_careless,
            &mut self.straight_short,
            &mut self.lead_named,
            &mut self.lead_right,
            &mut self.plain_lead_right,
            &mut self.contradicted,
            &mut self.contradicted_clear,
            &mut self.plain_contradicted,
            &mut self.one_answer,
            &mut self.plain_one_answer,
            &mut self.flips,
            &mut self.short_differs,
        ]
    }

    pub(super) fn people(&self) -> u64 {
        (0..BETWEEN).map(|row| self.verdicts.row(row)).sum()
    }

    fn clear(&self) -> u64 {
        (0..BETWEEN).map(|column| self.verdicts.column(column)).sum()
    }

    /// Of the clear results: the true profile.
    pub(super) fn accuracy(&self) -> Share {
        Share::new(self.verdicts.diagonal(), self.clear())
    }

    /// Of everybody: a clear result.
    pub(super) fn coverage(&self) -> Share {
        Share::new(self.clear(), self.people())
    }

    /// Over all verdicts: how many items the short form asks.
    pub(super) fn asked(&self) -> Asked {
        self.short.iter().fold(Asked::default(), |mut all, each| {
            all.merge(each);
            all
        })
    }

    /// Of everybody: too few answers.
    pub(super) fn not_enough(&self) -> Share {
        Share::new(self.verdicts.column(NOT_ENOUGH), self.people())
    }

    /// Of the results between two profiles: the true one is among them.
    pub(super) fn between_holds(&self) -> Share {
        Share::new(self.between.column(1), self.between.column(0) + self.between.column(1))
    }

    /// Of everybody: the plain cut on two scales gives the true profile.
    pub(super) fn plain_accuracy(&self) -> Share {
        Share::new(self.two_cuts.diagonal(), self.people())
    }

    pub(super) fn profile(&self, profile: Profile) -> OfProfile {
        let place = place(profile);
        let (hits, truly, named) =
            (self.verdicts.at(place, place), self.verdicts.row(place), self.verdicts.column(place));
        let (people, plain_hits) = (self.people(), self.two_cuts.at(place, place));
        let wrong: u64 = (0..BETWEEN)
            .filter(|&other| other != place)
            .map(|other| self.verdicts.at(place, other))
            .sum();
        OfProfile {
            prevalence: Share::new(truly, people),
            sensitivity: Share::new(hits, truly),
            specificity: Share::new(people - truly - (named - hits), people - truly),
            positive: Share::new(hits, named),
            negative: Share::new(people - named - (truly - hits), people - named),
            told_another: Share::new(wrong, truly),
            plain_sensitivity: Share::new(plain_hits, truly),
            plain_positive: Share::new(plain_hits, self.two_cuts.column(place)),
        }
    }

    /// Of the people with a strain truly: the plain cut on the total sees one.
    pub(super) fn total_sees(&self) -> Share {
        self.total(STRAINS, 1)
    }

    /// Of the people without: the plain cut on the total sees none.
    pub(super) fn total_spares(&self) -> Share {
        self.total(0..STRAINS.start, 0)
    }

    fn total(&self, rows: Range<usize>, column: usize) -> Share {
        rows.fold(Share::default(), |mut all, row| {
            all.merge(&Share::new(self.total_cut.at(row, column), self.total_cut.row(row)));
            all
        })
    }

    /// Of the people who are truly so: the plain cut on the total sees no strain.
    pub(super) fn total_misses(&self, profile: Profile) -> Share {
        let place = place(profile);
        Share::new(self.total_cut.at(place, 0), self.total_cut.row(place))
    }
}

/// How well one profile is told from all others. A result that is open counts as not telling it.
pub(super) struct OfProfile {
    pub(super) prevalence: Share,
    /// Of those who are truly so: a clear result says it.
    pub(super) sensitivity: Share,
    /// Of those who are not: no clear result says it.
    pub(super) specificity: Share,
    /// Of the clear results that say it: true.
    pub(super) positive: Share,
    /// Of the other results: truly not so.
    pub(super) negative: Share,
    /// Of those who are truly so: a clear result says something else.
    pub(super) told_another: Share,
    pub(super) plain_sensitivity: Share,
    pub(super) plain_positive: Share,
}
