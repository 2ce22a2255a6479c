//! What was found, in words: the profile where there is one, and each scale for itself.

mod profile;
mod scores;

pub use profile::{
    REASONS, about, certainty, every_about, headline, one_changed, profile_name, score, verdicts,
    why,
};
pub use scores::{room, standing, summary, widest};

use crate::instrument::Instrument;
use crate::locale::{Locale, Message, Texts};
use crate::session::Role;

/// The words for a result: of one instrument, in one language, for one role.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// The words of what was asked.
    pub texts: &'a Texts,
    /// All other words.
    pub locale: &'a Locale,
    /// The role in which the person helps others.
    pub role: Role,
}

impl Words<'_> {
    /// What this is not, before anything is asked.
    #[must_use]
    pub fn limits(&self) -> &str {
        let tested = self.instrument.credit().validated.is_some();
        self.locale.text(if tested { Message::WelcomeLimitsTested } else { Message::WelcomeLimits })
    }

    /// What this cannot say, beside a result.
    #[must_use]
    pub fn disclaimer(&self) -> String {
        match &self.instrument.credit().validated {
            Some(source) => self.locale.fill(Message::HowLimitsTested, &[("source", source)]),
            None => self.locale.text(Message::HowLimits).to_owned(),
        }
    }
}

/// A figure of 0–100 as people read it.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the value is kept within 0 to 100")]
pub fn whole(value: f64) -> i32 {
    value.clamp(0.0, 100.0).round() as i32
}
