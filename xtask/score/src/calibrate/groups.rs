//! Whether items mean the same in two groups of people: whether one group answers an item higher than the other
//! at the same rest of the scale.
//!
//! Each item is foretold from the sum of the others, then from the group as well, and then from both together
//! (Swaminathan and Rogers 1990, in the linear form). What the group adds at all levels alike is the even part, and
//! what it adds at some levels only is the uneven one.

use burnout_screener::instrument::{Instrument, Scale};
use burnout_screener::response::Responses;
use nalgebra::{DMatrix, DVector};

use super::figures::{complete, core};

/// With fewer people than this in a group nothing is said.
pub const FEWEST: usize = 100;
/// A part of the variance from which on a difference is worth a look (as Zumbo 1999 has it, for both parts).
const LARGE: f64 = 0.035;

/// What the group adds to an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The item.
    pub item: usize,
    /// How much higher the second group answers at the same rest, in standard deviations of the item.
    pub even: f64,
    /// The share of the variance that the group adds, at all levels and at some.
    pub share: f64,
}

impl Difference {
    /// Whether it is worth a look.
    #[must_use]
    pub fn is_large(self) -> bool {
        self.share >= LARGE
    }
}

/// The differences of a scale's items between two groups; nothing where too few have answered all of it, or
/// there are fewer than three items.
#[must_use]
pub fn differences(
    instrument: &Instrument,
    scale: &Scale,
    [one, other]: [&[Responses]; 2],
) -> Option<Vec<Difference>> {
    let items = core(instrument, scale);
    let [one, other] = [one, other].map(|people| complete(instrument, &items, people));
    if items.len() < 3 || one.len() < FEWEST || other.len() < FEWEST {
        return None;
    }
    let rows: Vec<(&Vec<f64>, f64)> =
        one.iter().map(|row| (row, 0.0)).chain(other.iter().map(|row| (row, 1.0))).collect();
    let difference = |(place, item): (usize, &usize)| difference(&rows, place, *item);
    Some(items.iter().enumerate().filter_map(difference).collect())
}

fn difference(rows: &[(&Vec<f64>, f64)], place: usize, item: usize) -> Option<Difference> {
    let own = |row: &Vec<f64>| row.get(place).copied().unwrap_or_default();
    let rest = |row: &Vec<f64>| row.iter().sum::<f64>() - own(row);
    let n = rows.len();
    let mean = rows.iter().map(|(row, _)| rest(row)).sum::<f64>() / n as f64;
    let answers = DVector::from_iterator(n, rows.iter().map(|(row, _)| own(row)));
    let columns: Vec<[f64; 4]> = (rows.iter())
        .map(|(row, group)| {
            let rest = rest(row) - mean;
            [1.0, rest, *group, rest * group]
        })
        .collect();
    let table = |width: usize| {
        DMatrix::from_fn(n, width, |row, column| {
            columns.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or_default()
        })
    };
    let total = answers.map(|answer| answer - answers.mean()).norm_squared();
    let (without, _) = fit(&table(2), &answers)?;
    let (_, even) = fit(&table(3), &answers)?;
    let (with, _) = fit(&table(4), &answers)?;
    let deviation = (total / (n - 1) as f64).sqrt();
    Some(Difference { item, even: even.get(2)? / deviation, share: (without - with) / total })
}

/// What least squares leave over, and the weights.
fn fit(table: &DMatrix<f64>, answers: &DVector<f64>) -> Option<(f64, DVector<f64>)> {
    let weights = (table.transpose() * table).cholesky()?.solve(&(table.transpose() * answers));
    Some(((answers - table * &weights).norm_squared(), weights))
}
