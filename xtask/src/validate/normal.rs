//! The normal distribution, alone and jointly.

/// The point of the standard normal distribution that this share lies above.
pub(super) fn upper_quantile(share: f64) -> f64 {
    solve(|point| 1.0 - below(point) - share)
}

/// Where a falling function of −8 to 8 crosses zero.
pub(super) fn solve(falling: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-8.0, 8.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if falling(middle) > 0.0 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The share of a standard normal distribution below a point (Abramowitz and Stegun 26.2.17, error below 1e-7).
fn below(point: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * point.abs());
    let terms = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = terms.into_iter().rev().fold(0.0, |sum, term| (sum + term) * t);
    let above = sum * (-point * point / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if point < 0.0 { above } else { 1.0 - above }
}

/// The lower triangle by which independent draws become draws with these correlations (Cholesky); nothing where no
/// people can have them.
pub(super) fn triangle<const N: usize>(correlations: [[f64; N]; N]) -> Option<[[f64; N]; N]> {
    let mut lower = [[0.0; N]; N];
    for (row, wanted) in correlations.iter().enumerate() {
        let mut made = [0.0; N];
        for (column, &correlation) in wanted.iter().enumerate().take(row + 1) {
            let above = if column == row { made } else { lower.get(column).copied()? };
            let shared: f64 = made.iter().zip(above).take(column).map(|(a, b)| a * b).sum();
            let rest = correlation - shared;
            *made.get_mut(column)? = if column == row {
                if rest <= 0.0 {
                    return None;
                }
                rest.sqrt()
            } else {
                rest / above.get(column)?
            };
        }
        *lower.get_mut(row)? = made;
    }
    Some(lower)
}

/// Independent draws with the correlations of a triangle.
pub(super) fn joined<const N: usize>(triangle: &[[f64; N]; N], draws: [f64; N]) -> [f64; N] {
    triangle.map(|row| row.into_iter().zip(draws).map(|(weight, draw)| weight * draw).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (share, point) in [(0.5, 0.0), (0.25, 0.674_49), (0.975, -1.959_96), (0.05, 1.644_85)] {
            assert!((upper_quantile(share) - point).abs() < 1e-4, "{share}");
        }
    }

    #[test]
    fn a_triangle_times_itself_gives_the_correlations() {
        let wanted = [[1.0, 0.66, -0.4], [0.66, 1.0, -0.25], [-0.4, -0.25, 1.0]];
        let made = triangle(wanted).unwrap_or_default();
        for (row, wanted) in made.iter().zip(wanted) {
            for (other, wanted) in made.iter().zip(wanted) {
                let found: f64 = row.iter().zip(other).map(|(a, b)| a * b).sum();
                assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
            }
        }
    }

    #[test]
    fn correlations_that_nobody_can_have_are_seen() {
        assert_eq!(triangle([[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]]), None);
    }
}
