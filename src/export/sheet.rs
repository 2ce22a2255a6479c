//! A check as lines of question and answer: what table, check-in file and health record have in
//! common. Nothing is copied: each line is looked up where it stands.

use super::Source;
use crate::checkin::{CheckIn, ROLES};
use crate::classification::{Classification, Outcome, Profile, classify};
use crate::instrument::Construct;
use crate::locale::Message;
use crate::report::{profile_name, scale_name};

/// What the scales are called in files, in the order of [`Construct::ALL`].
pub(super) const SCALES: [&str; 3] = ["burnout", "compassion_fatigue", "tiredness"];

/// What the results are called in files: the profiles in the order of [`Profile::ALL`], and then
/// that there are too few answers.
const RESULTS: [&str; 7] = [
    "no_strain",
    "tiredness",
    "burnout",
    "compassion_fatigue",
    "both",
    "strain_without_exposure",
    "not_enough_answers",
];

/// What a line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Setting,
    Context,
    Item,
    Score,
    Result,
}

impl Kind {
    /// What it is called in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Context => "context",
            Self::Item => "item",
            Self::Score => "score",
            Self::Result => "result",
        }
    }
}

/// One question, score or result.
pub(super) struct Line<'a> {
    pub(super) kind: Kind,
    /// The place among those of its kind.
    pub(super) place: usize,
    pub(super) id: &'a str,
    pub(super) text: &'a str,
}

/// The lines of a check.
pub(super) struct Sheet<'a> {
    source: &'a Source<'a>,
    check: &'a CheckIn,
    found: Classification,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(source: &'a Source<'a>, check: &'a CheckIn) -> Self {
        Self { source, check, found: classify(source.instrument, &check.responses) }
    }

    /// The line at a place, or none after the last. Every check has the same ones.
    pub(super) fn line(&self, place: usize) -> Option<Line<'a>> {
        let Source { instrument, texts, locale, .. } = *self.source;
        let setting = self.check.setting;
        let (context, items) = (instrument.context(), instrument.items());
        let Some(mut place) = place.checked_sub(1) else {
            let text = locale.text(Message::SettingQuestion);
            return Some(Line { kind: Kind::Setting, place, id: "role", text });
        };
        if let Some(question) = context.get(place) {
            let text = texts.context(place).0;
            return Some(Line { kind: Kind::Context, place, id: &question.id, text });
        }
        place -= context.len();
        if let Some(item) = items.get(place) {
            let text = texts.item(place, setting);
            return Some(Line { kind: Kind::Item, place, id: &item.id, text });
        }
        place -= items.len();
        if let (Some(id), Some(&construct)) = (SCALES.get(place), Construct::ALL.get(place)) {
            let text = locale.text(scale_name(construct, setting));
            return Some(Line { kind: Kind::Score, place, id, text });
        }
        place -= SCALES.len();
        let text = locale.text(Message::ResultTitle);
        (place == 0).then_some(Line { kind: Kind::Result, place, id: "profile", text })
    }

    /// The code and the words of an option that a line offers.
    pub(super) fn option(&self, line: &Line<'_>, option: usize) -> Option<(&'a str, &'a str)> {
        let Source { instrument, texts, locale, .. } = *self.source;
        match line.kind {
            Kind::Setting => {
                let words = [Message::SettingWork, Message::SettingCaring, Message::SettingBoth];
                Some((ROLES.get(option)?, locale.text(*words.get(option)?)))
            }
            Kind::Context => {
                let question = instrument.context().get(line.place)?;
                let words = texts.context(line.place).1;
                Some((&question.options.get(option)?.id, words.get(option)?))
            }
            Kind::Item => {
                Some((&instrument.options().get(option)?.id, texts.options().get(option)?))
            }
            Kind::Score => None,
            Kind::Result => {
                let words = match Profile::ALL.get(option) {
                    Some(&profile) => profile_name(profile, self.check.setting),
                    None => Message::ResultNotEnough,
                };
                Some((RESULTS.get(option)?, locale.text(words)))
            }
        }
    }

    /// The position of an answer to a line, if there is one: a second turn is asked for where a
    /// result lies between two.
    pub(super) fn chosen(&self, line: &Line<'_>, turn: usize) -> Option<usize> {
        let responses = &self.check.responses;
        match (line.kind, turn) {
            (Kind::Setting, 0) => Some(self.check.setting as usize),
            (Kind::Context, 0) => responses.context(line.place).map(usize::from),
            (Kind::Item, 0) => responses.item(line.place).map(usize::from),
            (Kind::Result, _) => match (self.found.outcome, turn) {
                (Outcome::Clear(profile) | Outcome::Between(profile, _), 0)
                | (Outcome::Between(_, profile), 1) => Some(profile as usize),
                (Outcome::NotEnough, 0) => Some(Profile::ALL.len()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The score of a line and its error, in tenths.
    pub(super) fn score(&self, line: &Line<'_>) -> Option<(u32, u32)> {
        if line.kind != Kind::Score {
            return None;
        }
        let score = self.found.score(*Construct::ALL.get(line.place)?)?;
        Some((tenths(score.value), tenths(score.error)))
    }
}

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
