//! What is said of one set of responses: where each score stands on its own scale, and where the scales
//! of the instrument make one, the profile.

use crate::banding::band;
use crate::instrument::{Band, Instrument, Scale};
use crate::profile::{Classification, classify};
use crate::response::Responses;
use crate::scoring::{Score, score};

/// Everything that is said of one set of responses.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// Each scale with its score, in the order of the instrument.
    pub standings: Vec<Standing<'a>>,
    /// The profile, where the instrument makes one.
    pub classification: Option<Classification>,
    /// Whether an answer was given that must open the help card.
    pub alert: bool,
}

/// A scale, its score where enough of it is answered, and the band in which that lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The scale.
    pub scale: &'a Scale,
    /// Its score.
    pub score: Option<Score>,
    /// The band of the score; `None` where the scale has no bands.
    pub band: Option<&'a Band>,
}

impl<'a> Outcome<'a> {
    /// Everything that is said of these responses.
    #[must_use]
    pub fn new(instrument: &'a Instrument, responses: &Responses) -> Self {
        let standing = |scale: &'a Scale| {
            let score = score(instrument, scale, responses);
            Standing { scale, score, band: score.and_then(|score| band(scale, &score)) }
        };
        Self {
            standings: instrument.scales().iter().map(standing).collect(),
            classification: instrument.profiled().map(|profiled| classify(profiled, responses)),
            alert: responses.alert(instrument),
        }
    }
}
