//! A scale of a profile as the rule reads it: what each answer adds, and from which sums on a word is said.
//!
//! Whole cohorts are read at a time. So nothing is worked out for each person that is the same for all: the
//! limits stand here as sums of answers, one set for each number of answers.

use super::{Facet, Item, Keying, OptionSet, Part, RaisedPart, Scale};

/// More than there are options, and the place of none of them.
const OPTIONS: usize = 16;
const NONE: usize = OPTIONS - 1;

/// To both sides of its line, in points of 0–100, tiredness and rest have their middle word.
const MIDDLE: f64 = 12.5;

/// How far from the line a score is clear, in its standard errors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Above it.
    pub above: f64,
    /// Below it.
    pub below: f64,
}

impl Default for Margins {
    fn default() -> Self {
        Self { above: 1.0, below: 1.0 }
    }
}

/// An item of a facet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    /// Position in [`Instrument::items`](super::Instrument::items).
    pub(crate) item: usize,
    /// Where in [`Key::adds`] it begins.
    from: usize,
}

/// The least sums of so many answers with which each word is said of a part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PartCut {
    /// Worth watching.
    pub(crate) watched: u32,
    /// Raised.
    pub(crate) raised: u32,
}

/// The least sums of so many answers from which on a score is in the next band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineCut {
    /// No longer clearly below the line.
    pub(crate) near: u32,
    /// At the line.
    pub(crate) line: u32,
    /// Clearly above it.
    pub(crate) above: u32,
    /// No longer the lowest word of three.
    pub(crate) middle: u32,
    /// The highest word of three.
    pub(crate) high: u32,
    /// The standard error.
    pub(crate) error: f64,
}

/// A facet as the rule reads it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FacetKey {
    /// The part that it is, if it is one that is looked at by itself.
    pub(crate) part: Option<Part>,
    /// Those that everybody is asked, and then those of the bank.
    items: Vec<Place>,
    pub(crate) core: usize,
    /// How many answers it needs.
    pub(crate) fewest: usize,
    /// By the number of answers; nothing where it is no part.
    cuts: Vec<PartCut>,
}

impl FacetKey {
    /// Its items.
    pub(crate) fn items(&self) -> &[Place] {
        &self.items
    }

    /// Its items that everybody is asked, and those of the bank.
    pub(crate) fn split(&self) -> (&[Place], &[Place]) {
        self.items.split_at_checked(self.core).unwrap_or((&self.items, &[]))
    }

    pub(crate) fn cut(&self, answers: usize) -> Option<&PartCut> {
        self.cuts.get(answers)
    }
}

/// A scale as the rule reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Key {
    /// What each option adds, and nothing for none; for items that are not reversed, and for those that are.
    adds: [u32; 2 * OPTIONS],
    /// What an answer can add at the most.
    pub(crate) range: u32,
    /// The lowest value of the options, and how often each item counts.
    pub(crate) low: i32,
    pub(crate) weight: u32,
    /// How many items it has without those of the bank.
    pub(crate) core: usize,
    /// How many answers it needs in all.
    pub(crate) fewest: usize,
    pub(crate) facets: Vec<FacetKey>,
    /// By the number of answers.
    cuts: Vec<LineCut>,
}

/// What a key is made of.
pub(super) struct Lock<'a> {
    pub(super) scale: &'a Scale,
    pub(super) items: &'a [Item],
    pub(super) option_sets: &'a [OptionSet],
    pub(super) line: f64,
    pub(super) margins: Margins,
    pub(super) parts: &'a [(Part, usize)],
    pub(super) raised_part: Option<RaisedPart>,
}

impl Key {
    pub(super) fn new(lock: &Lock<'_>) -> Self {
        let Lock { scale, items, option_sets, .. } = *lock;
        let first = scale.items().next().and_then(|item| items.get(item));
        let Some(set) = first.and_then(|first| option_sets.get(first.set)) else {
            return Self::default();
        };
        let (low, range) = (set.span().0, set.range());
        let facets = scale.facets.iter().enumerate();
        Self {
            adds: adds(set),
            range,
            low: low.into(),
            weight: first.map_or(1, |first| first.weight.into()),
            core: scale.len(),
            fewest: scale.minimum.needed_in_all(scale),
            facets: facets.map(|(place, facet)| lock.facet(place, facet, set)).collect(),
            cuts: (0..=scale.items().count()).map(|answers| lock.cut(range, answers)).collect(),
        }
    }

    /// What an answer adds; no answer adds nothing.
    pub(crate) fn keyed(&self, place: &Place, option: Option<u8>) -> u32 {
        let option = option.map_or(NONE, usize::from);
        self.adds.get(place.from + option % OPTIONS).copied().unwrap_or(0)
    }

    pub(crate) fn cut(&self, answers: usize) -> Option<&LineCut> {
        self.cuts.get(answers)
    }
}

impl Lock<'_> {
    fn facet(&self, place: usize, facet: &Facet, set: &OptionSet) -> FacetKey {
        let part = self.parts.iter().find(|(_, known)| *known == place).map(|(part, _)| *part);
        let found = facet.items.iter().filter_map(|&item| {
            let asked = self.items.get(item)?;
            let from = if asked.keying == Keying::Reversed { OPTIONS } else { 0 };
            Some(Place { item, from })
        });
        let (range, widest) = (set.range(), set.widest_step());
        let cuts = part.and(self.raised_part).map(|lines| {
            let cut = |answers| {
                let raised = least(range, answers, |score, _| score >= lines.line);
                // Where a part is so short that one step would cross all of it, one step is watched.
                let watched = least(range, answers, |score, sum| {
                    score >= lines.watch || sum + widest >= raised
                });
                PartCut { watched, raised }
            };
            (0..=facet.items.len()).map(cut).collect()
        });
        FacetKey {
            part: part.filter(|_| self.raised_part.is_some()),
            items: found.collect(),
            core: facet.core,
            fewest: self.scale.minimum.needed_in_facet(facet),
            cuts: cuts.unwrap_or_default(),
        }
    }

    fn cut(&self, range: u32, answers: usize) -> LineCut {
        let Self { line, margins, .. } = *self;
        let error = self.scale.standard_error(answers).unwrap_or(0.0);
        let least = |test: &dyn Fn(f64) -> bool| least(range, answers, |score, _| test(score));
        LineCut {
            near: least(&|score| score >= line - margins.below * error),
            line: least(&|score| score >= line),
            above: least(&|score| score > line + margins.above * error),
            middle: least(&|score| score > line - MIDDLE),
            high: least(&|score| score >= line + MIDDLE),
            error,
        }
    }
}

fn adds(set: &OptionSet) -> [u32; 2 * OPTIONS] {
    let (low, high) = set.span();
    let mut adds = [0; 2 * OPTIONS];
    let (direct, reversed) = adds.split_at_mut(OPTIONS);
    for (option, (direct, reversed)) in set.options.iter().zip(direct.iter_mut().zip(reversed)) {
        *direct = option.value.abs_diff(low).into();
        *reversed = option.value.abs_diff(high).into();
    }
    adds
}

/// The least sum of so many answers of which something is true that is true of every higher one; one more
/// than there can be where it is true of none. Of no answers nothing is.
fn least(range: u32, answers: usize, test: impl Fn(f64, u32) -> bool) -> u32 {
    let most = range * u32::try_from(answers).unwrap_or(0);
    let (mut from, mut to) = (0, most + 1);
    while from < to {
        let middle = from + (to - from) / 2;
        if most > 0 && test(100.0 * f64::from(middle) / f64::from(most), middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}
