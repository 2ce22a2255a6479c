//! Each strain for itself, and tiredness, in a line of words; a score in a sentence.

use super::{Report, whole};
use crate::instrument::Construct;
use crate::locale::Message;
use crate::profile::{Band, Rest, Tired};

impl<'a> Report<'a> {
    /// What a construct is called. In someone who never meets suffering nothing is called compassion
    /// fatigue.
    #[must_use]
    pub fn name(&self, construct: Construct) -> &'a str {
        if construct == Construct::CompassionFatigue && self.is_unexposed() {
            return self.say(Message::VerdictUnexposed);
        }
        self.words.texts.scale(self.profiled.position(construct), self.words.voice)
    }

    /// Where a strain stands.
    #[must_use]
    pub fn verdict(&self, strain: Construct) -> &'a str {
        let verdict = self.found.verdict(strain);
        self.say(match verdict.band {
            Some(Band::ClearlyAbove) if verdict.by_bounds => Message::VerdictBoundedAbove,
            Some(Band::ClearlyAbove) => Message::VerdictClearlyAbove,
            Some(Band::JustAbove) => Message::VerdictJustAbove,
            Some(Band::JustBelow) => Message::VerdictJustBelow,
            Some(Band::ClearlyBelow) if verdict.by_bounds => Message::VerdictBoundedBelow,
            Some(Band::ClearlyBelow) => Message::VerdictClearlyBelow,
            None => Message::VerdictOpen,
        })
    }

    /// What the answers on tiredness and rest say.
    #[must_use]
    pub fn tiredness(&self) -> String {
        let tired = self.say(match self.found.tired {
            Tired::No => Message::VerdictNotTired,
            Tired::Somewhat => Message::VerdictSomewhatTired,
            Tired::Yes => Message::VerdictTired,
            Tired::NotSaid => Message::VerdictTiredNotSaid,
        });
        let rest = match self.found.rest {
            // Nobody with a part that stands out is told that rest helps.
            Rest::Helps | Rest::InPart if !self.found.raised.is_empty() => None,
            Rest::Helps => Some(Message::VerdictRestHelps),
            Rest::InPart => Some(Message::VerdictRestHelpsInPart),
            Rest::DoesNotHelp => Some(Message::VerdictRestDoesNotHelp),
            Rest::NotSaid => Some(Message::VerdictRestNotSaid),
            Rest::NotAsked => None,
        };
        match rest {
            Some(rest) => {
                [tired, self.say(rest)].join(self.words.locale.between(Message::JoinItems))
            }
            None => tired.to_owned(),
        }
    }

    /// A construct with its words, as one line.
    #[must_use]
    pub fn line(&self, construct: Construct) -> String {
        let value = match construct {
            Construct::Tiredness => self.tiredness(),
            strain => self.verdict(strain).to_owned(),
        };
        let values = [("scale", self.name(construct)), ("value", value.as_str())];
        self.words.locale.fill(Message::VerdictLine, &values)
    }

    /// The score of a strain with its range and its line, as one sentence.
    #[must_use]
    pub fn score(&self, strain: Construct) -> String {
        let line = whole(self.profiled.line(strain)).to_string();
        let values = [("scale", self.name(strain)), ("line", line.as_str())];
        let Some(score) = self.found.score(strain) else {
            return self.words.locale.fill(Message::MapMissing, &values);
        };
        let (low, high) = score.range(self.profiled.scale(strain));
        let [value, low, high] = [score.value, low, high].map(|point| whole(point).to_string());
        let [scale, line] = values;
        let values = [scale, ("value", &value), ("low", &low), ("high", &high), line];
        self.words.locale.fill(Message::MapScore, &values)
    }
}
