//! What items have in common: factors by unweighted least squares, found by repeated principal axes.
#![expect(
    clippy::indexing_slicing,
    reason = "every matrix here is as large as what is asked of it"
)]

use nalgebra::{DMatrix, SymmetricEigen};

const MOST_ROUNDS: usize = 2_000;
const CLOSE: f64 = 1e-9;
/// More than this no item shares with the others: where it would, the fit is not to be trusted.
const MOST_SHARED: f64 = 0.995;

/// Factors of a table of correlations.
#[derive(Clone, Debug, PartialEq)]
pub struct Factors {
    /// A row for each item, a column for each factor.
    pub loadings: DMatrix<f64>,
    /// The root of the mean square of what is left over between items.
    pub left_over: f64,
    /// Whether the fit came to rest without an item that shares all of itself.
    pub sound: bool,
}

impl Factors {
    /// So many factors; nothing where there are too few items for them.
    #[must_use]
    pub fn new(correlations: &DMatrix<f64>, factors: usize) -> Option<Self> {
        let items = correlations.nrows();
        if items < 2 * factors + 1 {
            return None;
        }
        // Each begins with the highest that it shares with any other.
        let others = |item: usize| (0..items).filter(move |other| *other != item);
        let highest =
            |item| others(item).map(|other| correlations[(item, other)].abs()).fold(0.0, f64::max);
        let mut shared: Vec<f64> = (0..items).map(highest).collect();
        let mut loadings = DMatrix::zeros(items, factors);
        let (mut rests, mut sound) = (false, true);
        for _ in 0..MOST_ROUNDS {
            let mut reduced = correlations.clone();
            shared.iter().enumerate().for_each(|(item, shared)| reduced[(item, item)] = *shared);
            let eigen = SymmetricEigen::new(reduced);
            let mut order: Vec<usize> = (0..items).collect();
            order.sort_by(|one, other| {
                eigen.eigenvalues[*other].total_cmp(&eigen.eigenvalues[*one])
            });
            loadings = DMatrix::from_fn(items, factors, |item, factor| {
                let place = order.get(factor).copied().unwrap_or(0);
                eigen.eigenvalues[place].max(0.0).sqrt() * eigen.eigenvectors[(item, place)]
            });
            let before = shared.clone();
            for (item, shared) in shared.iter_mut().enumerate() {
                *shared = loadings.row(item).norm_squared();
                *shared = shared.min(MOST_SHARED);
            }
            sound = shared.iter().all(|shared| *shared < MOST_SHARED);
            if before.iter().zip(&shared).all(|(before, now)| (before - now).abs() < CLOSE) {
                rests = true;
                break;
            }
        }
        for mut factor in loadings.column_iter_mut() {
            if factor.sum() < 0.0 {
                factor.neg_mut();
            }
        }
        let fitted = &loadings * loadings.transpose();
        let mut squares = 0.0;
        for item in 0..items {
            for other in 0..item {
                squares += (correlations[(item, other)] - fitted[(item, other)]).powi(2);
            }
        }
        let left_over = (squares / (items * (items - 1) / 2) as f64).sqrt();
        Some(Self { loadings, left_over, sound: sound && rests })
    }
}
