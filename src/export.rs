//! What a person takes along: their result for themselves, for someone they trust, or for a program.
//!
//! Each export is one text out of checks; who saves or copies it is not known here. None names the
//! person, and none holds anything that they did not answer.

mod csv;
mod fhir;
mod json;
mod text;

pub use csv::csv;
pub use fhir::fhir;
pub use json::json;
pub use text::text;

use crate::checkin::{CheckIn, ROLES};
use crate::classification::{Outcome, Profile, classify};
use crate::instrument::{Construct, Instrument};
use crate::session::Setting;

/// What the scales are called in files, in the order of [`Construct::ALL`].
const SCALES: [&str; 3] = ["burnout", "compassion_fatigue", "tiredness"];

/// What the results are called in files: the profiles in the order of [`Profile::ALL`], then the
/// result when there are too few answers.
const RESULTS: [&str; 7] = [
    "no_strain",
    "tiredness",
    "burnout",
    "compassion_fatigue",
    "both",
    "strain_without_exposure",
    "not_enough_answers",
];

fn role(setting: Setting) -> &'static str {
    let roles = Setting::ALL.into_iter().zip(ROLES);
    roles.into_iter().find(|(known, _)| *known == setting).map_or("", |(_, role)| role)
}

/// The positions in [`RESULTS`] of what a check results in: two where it lies between two.
fn results(outcome: Outcome) -> Vec<usize> {
    let named = match outcome {
        Outcome::Clear(profile) => [Some(profile), None],
        Outcome::Between(one, other) => [Some(one), Some(other)],
        Outcome::NotEnough => return vec![Profile::ALL.len()],
    };
    let place = |profile| Profile::ALL.iter().position(|&listed| listed == profile);
    named.into_iter().flatten().filter_map(place).collect()
}

/// The scores of a check in tenths, in the order of [`Construct::ALL`], each with its error.
fn scores(instrument: &Instrument, check: &CheckIn) -> [Option<(u32, u32)>; 3] {
    let found = classify(instrument, &check.responses);
    Construct::ALL.map(|construct| {
        found.score(construct).map(|score| (tenths(score.value), tenths(score.error)))
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is kept within 0 to 100"
)]
fn tenths(value: f64) -> u32 {
    (value.clamp(0.0, 100.0) * 10.0).round() as u32
}
