//! How exactly a scale measures, from one time of asking.

use nalgebra::DMatrix;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::factors::Factors;
use super::moments::correlations;

/// Cronbach's alpha: the reliability if all items measure the same alike, and a lower bound if not. Nothing
/// where there are fewer than two items, or nothing varies.
#[must_use]
pub fn alpha(covariance: &DMatrix<f64>) -> Option<f64> {
    let (items, all) = (covariance.nrows() as f64, covariance.sum());
    (items >= 2.0 && all > 0.0).then(|| items / (items - 1.0) * (1.0 - covariance.trace() / all))
}

/// Where alpha among all people lies with 95 % (Feldt 1965), of so many people and items.
#[must_use]
pub fn alpha_range(alpha: f64, people: usize, items: usize) -> Option<(f64, f64)> {
    let freedom = people.checked_sub(1)? as f64;
    let ratio = FisherSnedecor::new(freedom, freedom * items.checked_sub(1)? as f64).ok()?;
    let at = |share| 1.0 - (1.0 - alpha) * ratio.inverse_cdf(share);
    Some((at(0.975), at(0.025)))
}

/// McDonald's omega: the share of one common factor in the variance of the sum. Nothing with fewer than three
/// items, where one item does not vary, or where the factor does not fit.
#[must_use]
pub fn omega(covariance: &DMatrix<f64>) -> Option<f64> {
    let factors = Factors::new(&correlations(covariance)?, 1).filter(|factors| factors.sound)?;
    let (mut common, mut own) = (0.0, 0.0);
    for (item, loading) in factors.loadings.column(0).iter().enumerate() {
        let variance = covariance[(item, item)];
        common += loading * variance.sqrt();
        own += variance * (1.0 - loading * loading);
    }
    Some(common * common / (common * common + own))
}
