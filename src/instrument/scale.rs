//! A set of items that are scored together: how, from how many answers, how exactly, and in which
//! bands.

use super::{Definition, Ids, Item, Parts, ScaleDefinition};

/// Less than any share of the items of a scale can miss a whole number by.
const HAIR: f64 = 1e-9;

/// Statements that form one part of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Names the facet in texts and exports; in a total, the scale that it is.
    pub id: String,
    /// Positions in [`Instrument::items`](super::Instrument::items), never empty; those of the bank last.
    pub items: Vec<usize>,
    /// How many of them are asked of everybody.
    pub core: usize,
}

/// What the facets of a scale are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeOf {
    /// One facet that stands for the whole scale.
    Items,
    /// Parts that the file names.
    Facets,
    /// Other scales: it is a total.
    Scales,
}

/// How answers become a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Their sum. What is missing counts as far up its range as the answers are: where all items offer
    /// the same options, as their mean.
    Sum,
    /// Their mean; what is missing as in a sum.
    Mean,
    /// What they add, as a percentage of what they could add.
    Percent,
}

/// What a high score says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More strain.
    Strain,
    /// More of something good.
    Good,
}

/// How much must be answered for a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Minimum {
    /// Everything.
    All,
    /// So many items.
    Count(usize),
    /// This share of all items, above 0, 1 at most.
    Share(f64),
    /// This share of each facet.
    EachFacet(f64),
    /// A share of all items, and so many in each facet.
    ShareAndEach {
        /// The share, above 0, 1 at most.
        share: f64,
        /// How many in each facet, 1 or more.
        each: usize,
    },
}

impl Minimum {
    /// How many answers a scale as a whole needs: at least one. Those to items of the bank count as well.
    pub(crate) fn needed_in_all(self, scale: &Scale) -> usize {
        match self {
            Self::All => scale.len(),
            Self::Count(count) => count.max(1),
            Self::Share(share) | Self::ShareAndEach { share, .. } => part_of(share, scale.len()),
            Self::EachFacet(_) => {
                scale.facets.iter().map(|facet| self.needed_in_facet(facet)).sum()
            }
        }
    }

    /// How many answers a facet needs for itself.
    pub(crate) fn needed_in_facet(self, facet: &Facet) -> usize {
        match self {
            Self::All | Self::Count(_) | Self::Share(_) => 0,
            Self::EachFacet(share) => part_of(share, facet.core),
            Self::ShareAndEach { each, .. } => each,
        }
    }
}

/// A share of so many: at least one, and all of them at the most, whatever the file says.
fn part_of(share: f64, of: usize) -> usize {
    // 0.55 of 20 is 11, whatever comes out of multiplying.
    ((share * of as f64 - HAIR).ceil() as usize).clamp(1, of.max(1))
}

/// What is known or assumed of how exact a score is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// The standard deviation of scores among people asked, in the unit of the score, above 0.
    pub deviation: f64,
    /// The reliability of the full scale, above 0 and below 1.
    pub reliability: f64,
    /// The correlation of two checks of one person, weeks apart, above 0 and below 1, where one is
    /// known or assumed: without it no change is called real.
    pub retest: Option<f64>,
}

/// What was found among other people.
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    /// Their mean, in the unit of the score.
    pub mean: f64,
    /// Their standard deviation, above 0.
    pub deviation: f64,
    /// Who they were, and where that was published.
    pub source: String,
}

/// A labelled part of the range of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Names the band in texts and exports.
    pub id: String,
    /// The lowest score in it; the band ends where the next one begins.
    pub from: f64,
}

/// A set of items that are scored together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Names the scale in texts and exports.
    pub id: String,
    /// Never empty. A scale that has no parts has one facet with its own id.
    pub facets: Vec<Facet>,
    /// What the facets are.
    pub made_of: MadeOf,
    /// How answers become a score.
    pub method: Method,
    /// What a high score says.
    pub direction: Direction,
    /// How much must be answered for a score.
    pub minimum: Minimum,
    /// How exact a score is, where that is known or assumed.
    pub precision: Option<Precision>,
    /// What was found among other people, where it is known.
    pub norm: Option<Norm>,
    /// From the lowest to the highest; often none.
    pub bands: Vec<Band>,
    /// The lowest and the highest score that there can be.
    pub span: (f64, f64),
    /// What the values of all items weigh together.
    pub weight: u32,
    /// The range of each item, where every item has the same one and weighs the same.
    pub even: Option<u32>,
}

impl Scale {
    /// `items` are those of the definition, in its order; `find` gives the position of one.
    pub(super) fn build(
        scale: &ScaleDefinition,
        definition: &Definition,
        items: &[Item],
        known: &Ids<'_>,
    ) -> Self {
        let positions = |ids: &[String]| -> Vec<usize> {
            let mut found: Vec<usize> = Vec::new();
            for item in ids.iter().filter_map(|id| known.position(id)) {
                // In the order asked, which the file most often has already.
                let place = found.partition_point(|before| *before < item);
                found.insert(place, item);
            }
            found
        };
        let facet = |id: &String, ids: &[String]| {
            let own = positions(ids);
            let asked = |item: &&usize| items.get(**item).is_some_and(|item| !item.bank);
            Facet { id: id.clone(), core: own.iter().filter(asked).count(), items: own }
        };
        let facets = match &scale.parts {
            Parts::Items(ids) => vec![facet(&scale.id, ids)],
            Parts::Facets(facets) => facets.iter().map(|(id, ids)| facet(id, ids)).collect(),
            Parts::Scales(ids) => (definition.scales.iter())
                .filter(|part| ids.contains(&part.id))
                .map(|part| facet(&part.id, &part.parts.items()))
                .collect(),
        };
        let own =
            || facets.iter().flat_map(|facet| &facet.items).filter_map(|&item| items.get(item));
        let span =
            |item: &Item| definition.option_sets.get(item.set).map_or((0, 0), |set| set.span());
        let weighed = |item: &Item, value: i16| f64::from(item.weight) * f64::from(value);
        let weight: u32 = own().map(|item| u32::from(item.weight)).sum();
        let lowest: f64 = own().map(|item| weighed(item, span(item).0)).sum();
        let highest: f64 = own().map(|item| weighed(item, span(item).1)).sum();
        let mut first = own().next().map(|item| (item.set, item.weight));
        if own().any(|item| Some((item.set, item.weight)) != first) {
            first = None;
        }
        let even = first.and_then(|(set, _)| definition.option_sets.get(set));
        let method = scale.method.unwrap_or(Method::Sum);
        Self {
            id: scale.id.clone(),
            made_of: match scale.parts {
                Parts::Items(_) => MadeOf::Items,
                Parts::Facets(_) => MadeOf::Facets,
                Parts::Scales(_) => MadeOf::Scales,
            },
            method,
            direction: scale.direction,
            minimum: scale.minimum,
            precision: scale.precision,
            norm: scale.norm.clone(),
            bands: scale.bands.clone(),
            span: match method {
                Method::Sum => (lowest, highest),
                Method::Mean => (lowest / f64::from(weight), highest / f64::from(weight)),
                Method::Percent => (0.0, 100.0),
            },
            weight,
            even: even.map(super::OptionSet::range),
            facets,
        }
    }

    /// How many items the scale has; those of the bank are not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facets.iter().map(|facet| facet.core).sum()
    }

    /// Always false: a scale without items does not pass the lints.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The positions of the scale's items, facet after facet.
    pub fn items(&self) -> impl Iterator<Item = usize> + '_ {
        self.facets.iter().flat_map(|facet| facet.items.iter().copied())
    }

    /// The facets that the file names, or in a total its scales; none where the scale has no parts.
    #[must_use]
    pub fn parts(&self) -> &[Facet] {
        if self.made_of == MadeOf::Items { &[] } else { &self.facets }
    }

    /// The standard error of a score that rests on `answered` of the scale's items, in the unit of the
    /// score; `None` where the scale's precision is not known.
    ///
    /// SEM = SD·√(1 − reliability); the reliability of the shortened scale, or of one that the bank made
    /// longer, is the Spearman–Brown one.
    #[must_use]
    pub fn standard_error(&self, answered: usize) -> Option<f64> {
        let precision = self.precision?;
        Some(self.error(precision.deviation, precision.reliability, answered))
    }

    fn error(&self, deviation: f64, reliability: f64, answered: usize) -> f64 {
        let share = answered as f64 / self.len() as f64;
        let shortened = share * reliability / (1.0 + (share - 1.0) * reliability);
        deviation * (1.0 - shortened).sqrt()
    }

    /// How far two scores of one person, each of so many answers, must lie apart to differ by more than
    /// chance, in the unit of the score; `None` where it is not known how well two checks of one person agree.
    ///
    /// The reliable change index of Jacobson and Truax, 1.96·√(SEM² + SEM²), with the retest reliability
    /// (internal consistency would make it look smaller than it is).
    #[must_use]
    pub fn reliable_change_between(&self, one: usize, other: usize) -> Option<f64> {
        let Precision { deviation, retest, .. } = self.precision?;
        let retest = retest?;
        let error = |answered| self.error(deviation, retest, answered);
        Some(1.96 * error(one).hypot(error(other)))
    }

    /// The same for two checks in which everything is answered that is asked of everybody.
    #[must_use]
    pub fn reliable_change(&self) -> Option<f64> {
        self.reliable_change_between(self.len(), self.len())
    }

    /// A score of this scale as a percentage of its range, 0–100.
    #[must_use]
    pub fn percent(&self, value: f64) -> f64 {
        let (lowest, highest) = self.span;
        (100.0 * (value - lowest) / (highest - lowest)).clamp(0.0, 100.0)
    }
}
