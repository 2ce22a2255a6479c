//! Means, spread, and how things go together.
#![expect(
    clippy::indexing_slicing,
    reason = "every matrix here is as large as what is asked of it"
)]

use nalgebra::DMatrix;

/// A mean and a standard deviation, of so many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many.
    pub n: usize,
    /// The mean.
    pub mean: f64,
    /// The standard deviation, by n − 1.
    pub deviation: f64,
}

impl Spread {
    /// Of these; nothing of fewer than two.
    #[must_use]
    pub fn new(values: &[f64]) -> Option<Self> {
        let n = values.len();
        if n < 2 {
            return None;
        }
        let mean = values.iter().sum::<f64>() / n as f64;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        Some(Self { n, mean, deviation: (squares / (n - 1) as f64).sqrt() })
    }
}

/// A correlation, of so many pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// How many pairs.
    pub n: usize,
    /// Pearson's.
    pub r: f64,
}

impl Correlation {
    /// Of these; nothing of fewer than three, or where one side does not vary.
    #[must_use]
    pub fn new(pairs: &[(f64, f64)]) -> Option<Self> {
        let n = pairs.len();
        if n < 3 {
            return None;
        }
        let mean = |side: fn(&(f64, f64)) -> f64| pairs.iter().map(side).sum::<f64>() / n as f64;
        let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
        let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
        for (a, b) in pairs {
            let (a, b) = (a - x, b - y);
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        (xx > 0.0 && yy > 0.0).then(|| Self { n, r: xy / (xx * yy).sqrt() })
    }

    /// Where the correlation among all people lies with 95 %, by Fisher's z; nothing of fewer than four.
    #[must_use]
    pub fn range(self) -> Option<(f64, f64)> {
        let Self { n, r } = self;
        if n < 4 || r.abs() >= 1.0 {
            return None;
        }
        let (z, error) = (r.atanh(), 1.96 / ((n - 3) as f64).sqrt());
        Some(((z - error).tanh(), (z + error).tanh()))
    }
}

/// The covariance of columns, by n − 1. Each row is one person, and all have the same length.
#[must_use]
pub fn covariance(rows: &[Vec<f64>], columns: usize) -> DMatrix<f64> {
    let n = rows.len() as f64;
    let mut means = vec![0.0; columns];
    for row in rows {
        means.iter_mut().zip(row).for_each(|(mean, value)| *mean += value / n);
    }
    let mut sums: DMatrix<f64> = DMatrix::zeros(columns, columns);
    for row in rows {
        let off: Vec<f64> = row.iter().zip(&means).map(|(value, mean)| value - mean).collect();
        for (place, one) in off.iter().enumerate() {
            for (other, another) in off.iter().enumerate().take(place + 1) {
                sums[(place, other)] += one * another;
            }
        }
    }
    DMatrix::from_fn(columns, columns, |row, column| {
        sums[(row.max(column), row.min(column))] / (n - 1.0)
    })
}

/// Covariances as correlations; nothing where something does not vary.
#[must_use]
pub fn correlations(covariance: &DMatrix<f64>) -> Option<DMatrix<f64>> {
    let deviations = covariance.diagonal().map(f64::sqrt);
    if deviations.iter().any(|deviation| *deviation <= 0.0) {
        return None;
    }
    Some(DMatrix::from_fn(covariance.nrows(), covariance.ncols(), |row, column| {
        covariance[(row, column)] / (deviations[row] * deviations[column])
    }))
}
