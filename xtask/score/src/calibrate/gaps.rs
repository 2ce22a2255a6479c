//! What was left out.

use std::collections::HashMap;

use burnout_screener::instrument::Instrument;

use super::sample::Sample;

/// How many patterns are named.
const MOST: usize = 5;

/// What was left out of what everybody is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// For each item how many people left it out.
    pub items: Vec<usize>,
    /// How many people left out nothing, one, two, three to five, and more.
    pub people: [usize; 5],
    /// Which items were left out together, and by how many, most often first. Those of everybody who left out
    /// nothing are not here.
    pub patterns: Vec<(Vec<usize>, usize)>,
}

impl Gaps {
    /// Those of a sample.
    #[must_use]
    pub fn new(instrument: &Instrument, sample: &Sample) -> Self {
        let core = instrument.core();
        let mut gaps = Self { items: vec![0; core.len()], ..Self::default() };
        let mut patterns: HashMap<Vec<usize>, usize> = HashMap::new();
        for responses in &sample.people {
            let left: Vec<usize> =
                core.clone().filter(|item| responses.item(*item).is_none()).collect();
            for item in &left {
                if let Some(count) = gaps.items.get_mut(*item) {
                    *count += 1;
                }
            }
            let place = match left.len() {
                few @ 0..=2 => few,
                3..=5 => 3,
                _ => 4,
            };
            if let Some(count) = gaps.people.get_mut(place) {
                *count += 1;
            }
            if !left.is_empty() {
                *patterns.entry(left).or_default() += 1;
            }
        }
        let mut all: Vec<(Vec<usize>, usize)> = patterns.into_iter().collect();
        all.sort_by(|(one, often), (other, seldom)| seldom.cmp(often).then(one.cmp(other)));
        all.truncate(MOST);
        gaps.patterns = all;
        gaps
    }
}
