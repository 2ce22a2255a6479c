//! What a person takes along: their result for themselves, for someone they trust, or for a program.
//!
//! Each export is one text out of checks; who saves or copies it is not known here. None names the
//! person, and none holds anything that they did not answer.

mod csv;
mod fhir;
mod json;
mod sheet;
mod text;

pub use csv::csv;
pub use fhir::fhir;
pub use json::json;
pub use text::text;

/// What the scales are called in files, in the order of [`crate::instrument::Construct`].
const SCALES: [&str; 3] = ["burnout", "compassion_fatigue", "tiredness"];

/// A figure of 0–100 in tenths. The formatting of floating-point numbers would cost what is served
/// 10 KB.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is kept within 0 to 100"
)]
fn tenths(value: f64) -> u32 {
    (value.clamp(0.0, 100.0) * 10.0).round() as u32
}
