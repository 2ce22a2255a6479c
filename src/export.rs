//! What a person takes along: their result for themselves, for someone they trust, or for a program.
//!
//! Each export is one text out of checks; who saves or copies it is not known here. None names the
//! person.

mod codebook;
mod csv;
mod fhir;
mod json;
mod reminder;
mod sheet;
mod table;
mod text;
mod wide;

pub use codebook::codebook;
pub use csv::csv;
pub use fhir::{Publication, fhir, fhir_in_full, questionnaire};
pub use json::json;
pub use reminder::reminder;
pub use table::Style;
pub use text::text;
pub use wide::wide;

use crate::history::History;
use crate::instrument::Instrument;
use crate::locale::{Locale, Texts};
use crate::report::Words;
use crate::session::Voice;

/// What is exported, and the words for it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// The words of what was asked.
    pub texts: &'a Texts,
    /// All other words.
    pub locale: &'a Locale,
    /// The checks: the present one alone, or with earlier ones.
    pub history: &'a History,
}

impl<'a> Source<'a> {
    /// The words for a check in this voice.
    fn words(&self, voice: Voice) -> Words<'a> {
        let Self { instrument, texts, locale, .. } = *self;
        Words { instrument, texts, locale, voice }
    }

    /// The line that the licence of the instrument wants to be shown, if it wants one.
    fn licence(&self) -> Option<&'a str> {
        self.instrument.credit().line.as_deref()
    }
}
