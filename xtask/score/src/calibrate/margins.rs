//! How far from its line a score is clear.
//!
//! Who scores high by one asking is by their true score a little nearer to the mean, the more so the less exact the
//! scale is (Kelley 1947). So a score is clear above its line once the true score lies above it with the certainty
//! that is asked for, and the two margins are not the same where the line is not the mean.

use burnout_screener::instrument::{Construct, Instrument, Margins};
use statrs::distribution::{ContinuousCDF, Normal};

use super::figures::Figures;
use super::moments::Spread;

/// The lowest and the highest margin that a file may have.
const ALLOWED: (f64, f64) = (0.05, 5.0);

/// The margins of a strain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggested {
    /// The strain.
    pub strain: Construct,
    /// The position of its scale.
    pub scale: usize,
    /// How far from the line a score is clear, in standard errors.
    pub margins: Margins,
}

/// For each strain of a profile for which there are figures.
#[must_use]
pub fn suggested(instrument: &Instrument, figures: &[Figures], certainty: f64) -> Vec<Suggested> {
    let Some(profiled) = instrument.profiled() else { return Vec::new() };
    let strain = |strain: Construct| {
        let own = profiled.scale(strain);
        let scale = instrument.scales().iter().position(|scale| scale.id == own.id)?;
        let found = figures.get(scale)?;
        let margins =
            margins(profiled.line(strain), found.spread?, found.reliability()?, certainty)?;
        Some(Suggested { strain, scale, margins })
    };
    Construct::STRAINS.into_iter().filter_map(strain).collect()
}

/// The margins of a line, for scores with this spread and reliability.
#[must_use]
pub fn margins(line: f64, spread: Spread, reliability: f64, certainty: f64) -> Option<Margins> {
    let Spread { mean, deviation, .. } = spread;
    let needed = Normal::standard().inverse_cdf(certainty);
    // The spread of true scores around what a score lets expect.
    let around = needed * deviation * (reliability * (1.0 - reliability)).sqrt();
    let error = deviation * (1.0 - reliability).sqrt();
    let score = |true_score: f64| mean + (true_score - mean) / reliability;
    let margin = |off: f64| (off / error).clamp(ALLOWED.0, ALLOWED.1);
    (error > 0.0).then(|| Margins {
        above: margin(score(line + around) - line),
        below: margin(line - score(line - around)),
    })
}
