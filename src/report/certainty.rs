//! How sure the result is, in words, and whether one answer could move it.

use super::Report;
use crate::carelessness::is_nearly_alike;
use crate::instrument::Construct;
use crate::locale::Message;
use crate::profile::{Changed, Exposure, Finding, one_changed_answer};

impl<'a> Report<'a> {
    /// How sure it is.
    #[must_use]
    pub fn sure(&self) -> String {
        let (b, c) = (self.found.burnout, self.found.compassion_fatigue);
        if self.found.exposure == Exposure::NotSaid && c.is_clearly_above() {
            // It is high, and yet it may be either of two things.
            return self.say(self.settled(Construct::Burnout)).to_owned();
        }
        let whole = match (b.is_open() || c.is_open(), b.is_clear(), c.is_clear()) {
            (true, false, false) => Some(Message::SureOpen),
            (_, false, false) => Some(Message::SureBothNear),
            (_, true, true) => Some(Message::SureSettled),
            _ => None,
        };
        if let Some(whole) = whole {
            return self.say(whole).to_owned();
        }
        let mut said = self.sentences();
        let settled_first = if b.is_clear() {
            Construct::STRAINS
        } else {
            [Construct::CompassionFatigue, Construct::Burnout]
        };
        for strain in settled_first {
            said.add(self.say(self.settled(strain)));
        }
        said.into_text()
    }

    /// How sure it is of one strain.
    fn settled(&self, strain: Construct) -> Message {
        let verdict = self.found.verdict(strain);
        if verdict.is_clear() {
            self.clear(strain)
        } else if verdict.is_near() {
            self.near(strain)
        } else {
            self.open(strain)
        }
    }

    fn clear(&self, strain: Construct) -> Message {
        match strain {
            Construct::CompassionFatigue if self.is_unexposed() => Message::SureRest,
            Construct::CompassionFatigue => Message::SureCompassionFatigue,
            _ => Message::SureBurnout,
        }
    }

    pub(super) fn near(&self, strain: Construct) -> Message {
        match strain {
            Construct::CompassionFatigue if self.is_unexposed() => Message::SureNearRest,
            Construct::CompassionFatigue => Message::SureNearCompassionFatigue,
            _ => Message::SureNearBurnout,
        }
    }

    fn open(&self, strain: Construct) -> Message {
        match strain {
            Construct::CompassionFatigue if self.is_unexposed() => Message::SureOpenRest,
            Construct::CompassionFatigue => Message::SureOpenCompassionFatigue,
            _ => Message::SureOpenBurnout,
        }
    }

    /// What the result rests on: bounds, few answers, and that nobody has tried it on people.
    #[must_use]
    pub fn rests_on(&self) -> String {
        let found = self.found;
        let mut said = self.sentences();
        if found.burnout.by_bounds || found.compassion_fatigue.by_bounds {
            said.add(self.say(Message::SureBounds));
        }
        if !found.raised.is_empty() || !found.watched_in_headline().is_empty() {
            said.add(self.say(Message::SurePart));
        }
        if self.words.instrument.credit().validated.is_none() {
            said.add(self.say(Message::SureAlways));
        }
        said.into_text()
    }

    /// A soft second look, where nearly all answers are alike. It changes nothing.
    #[must_use]
    pub fn alike(&self) -> Option<&'a str> {
        is_nearly_alike(self.profiled.instrument(), self.responses)
            .then(|| self.say(Message::SureAlike))
    }

    /// Whether one changed answer could move the result, and which; nothing where there is none to move.
    #[must_use]
    pub fn one_changed(&self) -> Option<String> {
        if self.found.finding == Finding::NotEnough {
            return None;
        }
        let (message, question) = match one_changed_answer(self.profiled, self.responses) {
            None => return Some(self.say(Message::SureNoneChanged).to_owned()),
            Some(Changed::Item(item)) => {
                (Message::SureOneChanged, self.words.texts.item(item, self.words.voice))
            }
            Some(Changed::Context(question)) => {
                (Message::SureOneChangedContext, self.words.texts.context(question).0)
            }
        };
        Some(self.words.locale.fill(message, &[("question", question)]))
    }
}
