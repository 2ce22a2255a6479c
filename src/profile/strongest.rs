//! The answers that speak most for what is found.

use super::{Classification, Finding};
use crate::instrument::{Construct, FacetKey, Key, PartSet, Profiled};
use crate::response::Responses;

/// An answer that speaks for what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Position in [`Instrument::items`](crate::instrument::Instrument::items).
    pub item: usize,
    /// The chosen option.
    pub option: u8,
    /// How much it speaks for it, in the unit of its options.
    pub keyed: u32,
}

/// The answers that speak most for what is found, strongest first, `most` at the most.
///
/// Of the strains clearly above their lines; where there is none, of those near; where there is none, of the
/// parts that stand out, or else of those worth watching that the headline names. Where the finding is about
/// tiredness, answers on that come after them. Among equals, what is not yet named and then the order asked
/// decide.
#[must_use]
pub fn strongest_answers(
    profiled: Profiled<'_>,
    responses: &Responses,
    found: &Classification,
    most: usize,
) -> Vec<Reason> {
    let about = About::of(found);
    let mut left: Vec<Candidate> = Vec::new();
    for strain in Construct::STRAINS {
        let key = profiled.key(strain);
        for (place, facet) in key.facets.iter().enumerate() {
            if about.names(found, strain, facet) {
                high(&mut left, responses, key, facet, (strain, place));
            }
        }
    }
    let mut chosen = Vec::new();
    take(left, most, &mut chosen);
    if found.finding.is_tired() {
        let tired = Construct::Tiredness;
        let mut left = Vec::new();
        let key = profiled.key(tired);
        for (place, facet) in key.facets.iter().enumerate() {
            high(&mut left, responses, key, facet, (tired, place));
        }
        if let (Finding::WornOut, Some(key)) = (found.finding, profiled.recovery_key()) {
            for (place, facet) in key.facets.iter().enumerate() {
                low(&mut left, responses, key, facet, (tired, key.facets.len() + place));
            }
        }
        take(left, most, &mut chosen);
    }
    chosen.into_iter().map(|candidate| candidate.reason).collect()
}

/// An answer that may be named.
struct Candidate {
    reason: Reason,
    /// How much it speaks for it, in thousandths of what it could.
    strength: u32,
    /// The construct, and the facet.
    from: (Construct, usize),
}

/// Takes the strongest until there are enough.
fn take(mut left: Vec<Candidate>, most: usize, chosen: &mut Vec<Candidate>) {
    while chosen.len() < most {
        let next = left.iter().enumerate().max_by_key(|(_, candidate)| {
            let scale = chosen.iter().filter(|chosen| chosen.from.0 == candidate.from.0).count();
            let same = chosen.iter().filter(|chosen| chosen.from == candidate.from).count();
            (candidate.strength, std::cmp::Reverse((scale, same, candidate.reason.item)))
        });
        match next.map(|(position, _)| position) {
            Some(position) => chosen.push(left.swap_remove(position)),
            None => break,
        }
    }
}

/// What the result is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Above,
    Near,
    Raised,
    Watched,
}

impl About {
    fn of(found: &Classification) -> Self {
        let (b, c) = (found.burnout, found.compassion_fatigue);
        if b.is_clearly_above() || c.is_clearly_above() {
            Self::Above
        } else if b.is_near() || c.is_near() {
            Self::Near
        } else if !found.raised.is_empty() {
            Self::Raised
        } else {
            Self::Watched
        }
    }

    fn names(self, found: &Classification, strain: Construct, facet: &FacetKey) -> bool {
        let verdict = found.verdict(strain);
        let is_in = |parts: PartSet| facet.part.is_some_and(|part| parts.has(part));
        match self {
            Self::Above => verdict.is_clearly_above(),
            Self::Near => verdict.is_near(),
            Self::Raised => is_in(found.raised),
            Self::Watched => is_in(found.watched_in_headline()),
        }
    }
}

/// The answers of a facet that add half of what they could, or more.
fn high(
    left: &mut Vec<Candidate>,
    responses: &Responses,
    key: &Key,
    facet: &FacetKey,
    from: (Construct, usize),
) {
    for (item, option, keyed) in answers(responses, key, facet) {
        if 2 * keyed >= key.range {
            left.push(Candidate::new(key, item, option, keyed, from));
        }
    }
}

/// Those that add a quarter, or less: of five options the lower two.
fn low(
    left: &mut Vec<Candidate>,
    responses: &Responses,
    key: &Key,
    facet: &FacetKey,
    from: (Construct, usize),
) {
    for (item, option, keyed) in answers(responses, key, facet) {
        if 4 * keyed <= key.range {
            left.push(Candidate::new(key, item, option, key.range - keyed, from));
        }
    }
}

fn answers<'a>(
    responses: &'a Responses,
    key: &'a Key,
    facet: &'a FacetKey,
) -> impl Iterator<Item = (usize, u8, u32)> + 'a {
    facet.items().iter().filter_map(|place| {
        let option = responses.item(place.item)?;
        Some((place.item, option, key.keyed(place, Some(option))))
    })
}

impl Candidate {
    fn new(key: &Key, item: usize, option: u8, keyed: u32, from: (Construct, usize)) -> Self {
        let strength = 1000 * keyed / key.range;
        Self { reason: Reason { item, option, keyed }, strength, from }
    }
}
