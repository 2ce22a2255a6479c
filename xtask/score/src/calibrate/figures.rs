//! Everything that is worked out for one scale.

use burnout_screener::instrument::{Instrument, MadeOf, Scale};
use burnout_screener::response::Responses;
use burnout_screener::scoring::score;
use nalgebra::DMatrix;

use super::moments::{Correlation, Spread, covariance};
use super::reliability::{alpha, alpha_range, omega};
use super::sample::Sample;

/// How an item goes with the rest of its scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFigures {
    /// Its position.
    pub item: usize,
    /// What it adds: mean and spread.
    pub spread: Option<Spread>,
    /// With the sum of the others.
    pub rest: Option<Correlation>,
}

/// The figures of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// How many people have all of its items that everybody is asked.
    pub complete: usize,
    /// The scores, in their unit.
    pub spread: Option<Spread>,
    /// How many of the scores are the lowest and the highest there can be, as shares.
    pub ends: (f64, f64),
    /// How many scores lie in each tenth of the range.
    pub tenths: [usize; 10],
    /// Cronbach's alpha, and where it lies with 95 %.
    pub alpha: Option<(f64, Option<(f64, f64)>)>,
    /// McDonald's omega; nothing for a total, which has more than one factor.
    pub omega: Option<f64>,
    /// Two scores of one person.
    pub retest: Option<Correlation>,
    /// Its items.
    pub items: Vec<ItemFigures>,
}

impl Figures {
    /// Those of each scale.
    #[must_use]
    pub fn all(instrument: &Instrument, sample: &Sample) -> Vec<Self> {
        instrument.scales().iter().map(|scale| Self::new(instrument, scale, sample)).collect()
    }

    fn new(instrument: &Instrument, scale: &Scale, sample: &Sample) -> Self {
        let scores: Vec<f64> =
            sample.people.iter().filter_map(|one| value(instrument, scale, one)).collect();
        let items = core(instrument, scale);
        let rows = complete(instrument, &items, &sample.people);
        let table = (rows.len() >= 3).then(|| covariance(&rows, items.len()));
        let pairs: Vec<(f64, f64)> = (sample.pairs.iter())
            .filter_map(|(one, other)| {
                Some((value(instrument, scale, one)?, value(instrument, scale, other)?))
            })
            .collect();
        let share = |end: f64| {
            let there = scores.iter().filter(|score| **score == end).count();
            there as f64 / scores.len().max(1) as f64
        };
        let mut tenths = [0; 10];
        for score in &scores {
            let tenth = (scale.percent(*score) / 10.0) as usize;
            if let Some(count) = tenths.get_mut(tenth.min(9)) {
                *count += 1;
            }
        }
        let of_table = |figure: fn(&DMatrix<f64>) -> Option<f64>| table.as_ref().and_then(figure);
        Self {
            complete: rows.len(),
            spread: Spread::new(&scores),
            ends: (share(scale.span.0), share(scale.span.1)),
            tenths,
            alpha: of_table(alpha)
                .map(|alpha| (alpha, alpha_range(alpha, rows.len(), items.len()))),
            omega: of_table(omega).filter(|_| scale.made_of != MadeOf::Scales),
            retest: Correlation::new(&pairs),
            items: (items.iter().enumerate())
                .map(|(place, item)| ItemFigures::new(*item, place, &rows))
                .collect(),
        }
    }

    /// What the scale's reliability is best taken for: omega, or alpha where there is none; nothing where
    /// neither lies above 0 and below 1.
    #[must_use]
    pub fn reliability(&self) -> Option<f64> {
        let found = self.omega.or(self.alpha.map(|(alpha, _)| alpha));
        found.filter(|found| *found > 0.0 && *found < 1.0)
    }

    /// The standard error of measurement, SD·√(1 − reliability).
    #[must_use]
    pub fn error(&self) -> Option<f64> {
        Some(self.spread?.deviation * (1.0 - self.reliability()?).sqrt())
    }

    /// How well two scores of one person agree, where that is more than chance: above 0 with 95 %.
    #[must_use]
    pub fn stable(&self) -> Option<Correlation> {
        let above = |retest: &Correlation| retest.range().is_some_and(|(low, _)| low > 0.0);
        self.retest.filter(above)
    }

    /// How far two scores of one person must lie apart to differ by more than chance (Jacobson and Truax
    /// 1991): 1.96·√2·SD·√(1 − retest).
    #[must_use]
    pub fn reliable_change(&self) -> Option<f64> {
        let retest = self.stable()?;
        Some(1.96 * 2.0_f64.sqrt() * self.spread?.deviation * (1.0 - retest.r).sqrt())
    }
}

impl ItemFigures {
    fn new(item: usize, place: usize, rows: &[Vec<f64>]) -> Self {
        let own = |row: &Vec<f64>| row.get(place).copied().unwrap_or_default();
        let values: Vec<f64> = rows.iter().map(own).collect();
        let pairs: Vec<(f64, f64)> =
            rows.iter().map(|row| (own(row), row.iter().sum::<f64>() - own(row))).collect();
        Self { item, spread: Spread::new(&values), rest: Correlation::new(&pairs) }
    }
}

fn value(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Option<f64> {
    score(instrument, scale, responses).map(|score| score.value)
}

/// The items of a scale that everybody is asked: who is offered those of the bank lies near the line, so they
/// would make it look less exact than it is.
#[must_use]
pub fn core(instrument: &Instrument, scale: &Scale) -> Vec<usize> {
    scale.items().filter(|item| instrument.core().contains(item)).collect()
}

/// What these items add, of everybody who has answered all of them.
#[must_use]
pub fn complete(instrument: &Instrument, items: &[usize], people: &[Responses]) -> Vec<Vec<f64>> {
    let adds = |responses: &Responses, item: usize| {
        let weight = instrument.items().get(item)?.weight;
        let keyed = instrument.keyed(item, responses.item(item)?)?;
        Some(f64::from(weight) * f64::from(keyed))
    };
    let row = |responses: &Responses| items.iter().map(|item| adds(responses, *item)).collect();
    people.iter().filter_map(row).collect()
}
