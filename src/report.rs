//! What was found, in words: the profile where there is one, and each scale for itself.

mod about;
mod beside;
mod certainty;
mod headline;
mod joined;
mod scores;
mod verdict;

pub use beside::REASONS;
pub use scores::{room, standing, summary, widest};

use crate::instrument::{Instrument, Meaning, Profiled};
use crate::locale::{Locale, Message, Texts};
use crate::profile::Classification;
use crate::response::Responses;
use crate::session::Voice;

/// The words for a result: of one instrument, in one language, for one voice.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// The words of what was asked.
    pub texts: &'a Texts,
    /// All other words.
    pub locale: &'a Locale,
    /// The voice in which the person is spoken to.
    pub voice: Voice,
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

/// One result, to be told: each sentence of it is a function of the answers.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The words for it.
    pub words: Words<'a>,
    /// What makes the profile.
    pub profiled: Profiled<'a>,
    /// What was answered.
    pub responses: &'a Responses,
    /// What was found.
    pub found: &'a Classification,
}

impl<'a> Report<'a> {
    fn say(&self, message: Message) -> &'a str {
        self.words.locale.said(message, self.words.voice)
    }

    fn sentences(&self) -> Sentences<'a> {
        let between = self.words.locale.between(Message::JoinSentences);
        Sentences { text: String::new(), between }
    }

    fn means(&self, meaning: Meaning) -> bool {
        self.responses.means(self.words.instrument, meaning)
    }
}

/// Sentences on the way to a paragraph.
struct Sentences<'a> {
    text: String,
    /// What the language has between two of them.
    between: &'a str,
}

impl Sentences<'_> {
    fn add(&mut self, sentence: &str) {
        if !self.text.is_empty() {
            self.text.push_str(self.between);
        }
        self.text.push_str(sentence);
    }

    fn into_text(self) -> String {
        self.text
    }
}

/// A figure of 0–100 as people read it.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the value is kept within 0 to 100")]
pub fn whole(value: f64) -> i32 {
    value.clamp(0.0, 100.0).round() as i32
}
