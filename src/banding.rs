//! Where a score stands on its own scale.

use crate::instrument::{Band, Scale};
use crate::scoring::Score;

/// Less than any two scores can differ by: a cut-off of 2.54 is met by 61 points on 24 items.
const HAIR: f64 = 1e-9;

/// The band in which a score lies; `None` where the scale has none.
#[must_use]
pub fn band<'a>(scale: &'a Scale, score: &Score) -> Option<&'a Band> {
    scale.bands.iter().rev().find(|band| score.value + HAIR >= band.from)
}
