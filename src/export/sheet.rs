//! A check as lines of question and answer: what table, check-in file and health record have in
//! common. Nothing is copied: each line names where it stands.

use super::Source;
use crate::history::Check;
use crate::instrument::MadeOf;
use crate::locale::Message;
use crate::outcome::Outcome;
use crate::profile::{Profile, Verdict};
use crate::report::profile_name;
use crate::scoring::Score;
use crate::session::Role;

/// What it is called in files that there are too few answers; it stands after the profiles.
const NOT_ENOUGH: &str = "not_enough_answers";

/// What a line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Role,
    Context,
    Item,
    Score,
    Band,
    Result,
}

impl Kind {
    /// What it is called in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Role => "setting",
            Self::Context => "context",
            Self::Item => "item",
            Self::Score => "score",
            Self::Band => "band",
            Self::Result => "result",
        }
    }
}

/// One question, score, band or result.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) kind: Kind,
    /// The place among those of its kind; a band has that of its scale.
    pub(super) place: usize,
    pub(super) id: &'a str,
    pub(super) text: &'a str,
}

/// The lines of a check.
pub(super) struct Sheet<'a> {
    source: &'a Source<'a>,
    check: &'a Check,
    outcome: Outcome<'a>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(source: &'a Source<'a>, check: &'a Check) -> Self {
        Self { source, check, outcome: Outcome::new(source.instrument, &check.responses) }
    }

    /// Every check of an instrument has the same lines.
    pub(super) fn lines(&self) -> Vec<Line<'a>> {
        let Source { instrument, texts, locale, .. } = *self.source;
        let role = self.check.role.unwrap_or_default();
        let mut lines = Vec::new();
        if instrument.asks_role() {
            let text = locale.text(Message::RoleQuestion);
            lines.push(Line { kind: Kind::Role, place: 0, id: "role", text });
        }
        for (place, question) in instrument.context().iter().enumerate() {
            let text = texts.context(place).0;
            lines.push(Line { kind: Kind::Context, place, id: &question.id, text });
        }
        for (place, item) in instrument.items().iter().enumerate() {
            let text = texts.item(place, role);
            lines.push(Line { kind: Kind::Item, place, id: &item.id, text });
        }
        for (place, scale) in instrument.scales().iter().enumerate() {
            let text = texts.scale(place, role);
            lines.push(Line { kind: Kind::Score, place, id: &scale.id, text });
            if !scale.bands.is_empty() {
                lines.push(Line { kind: Kind::Band, place, id: &scale.id, text });
            }
        }
        if self.outcome.classification.is_some() {
            let text = locale.text(Message::ResultTitle);
            lines.push(Line { kind: Kind::Result, place: 0, id: "profile", text });
        }
        lines
    }

    /// The same without the questions that nobody answered.
    pub(super) fn said(&self) -> Vec<Line<'a>> {
        let mut lines = self.lines();
        let asked = |line: &Line<'_>| matches!(line.kind, Kind::Role | Kind::Context | Kind::Item);
        lines.retain(|line| !asked(line) || !self.chosen(line).is_empty());
        lines
    }

    /// The code and the words of an option that a line offers.
    pub(super) fn option(&self, line: &Line<'_>, option: usize) -> Option<(&'a str, &'a str)> {
        let Source { instrument, texts, locale, .. } = *self.source;
        match line.kind {
            Kind::Role => {
                let words = [Message::RoleWork, Message::RoleCaring, Message::RoleBoth];
                Some((Role::ALL.get(option)?.name(), locale.text(*words.get(option)?)))
            }
            Kind::Context => {
                let question = instrument.context().get(line.place)?;
                let words = texts.context(line.place).1;
                Some((&question.options.get(option)?.id, words.get(option)?))
            }
            Kind::Item => Some((
                &instrument.options(line.place).get(option)?.id,
                texts.options(instrument, line.place).get(option)?,
            )),
            Kind::Score => None,
            Kind::Band => {
                let band = instrument.scales().get(line.place)?.bands.get(option)?;
                Some((&band.id, &texts.band(line.place, option)?.label))
            }
            Kind::Result => {
                let (code, words) = match Profile::ALL.get(option) {
                    Some(&profile) => {
                        (profile.name(), profile_name(profile, self.check.role.unwrap_or_default()))
                    }
                    None if option == Profile::ALL.len() => (NOT_ENOUGH, Message::ResultNotEnough),
                    None => return None,
                };
                Some((code, locale.text(words)))
            }
        }
    }

    /// The positions of the answers to a line: none where there is no answer, and two where a result
    /// lies between two.
    pub(super) fn chosen(&self, line: &Line<'_>) -> Vec<usize> {
        let responses = &self.check.responses;
        let place = |profile| Profile::ALL.iter().position(|&known| known == profile);
        let one = match line.kind {
            Kind::Role => {
                self.check.role.and_then(|said| Role::ALL.iter().position(|&role| role == said))
            }
            Kind::Context => responses.context(line.place).map(usize::from),
            Kind::Item => responses.item(line.place).map(usize::from),
            Kind::Score => None,
            Kind::Band => self.outcome.standings.get(line.place).and_then(|standing| {
                standing.scale.bands.iter().position(|band| Some(band) == standing.band)
            }),
            Kind::Result => match self.outcome.classification.map(|found| found.verdict) {
                Some(Verdict::Clear(profile)) => place(profile),
                Some(Verdict::Between(one, other)) => {
                    return [one, other].into_iter().filter_map(place).collect();
                }
                Some(Verdict::NotEnough) => Some(Profile::ALL.len()),
                None => None,
            },
        };
        one.into_iter().collect()
    }

    /// The score of a line.
    pub(super) fn score(&self, line: &Line<'_>) -> Option<Score> {
        if line.kind == Kind::Score { self.outcome.standings.get(line.place)?.score } else { None }
    }

    /// The ids of the scales that count an item, and of the facets of those; totals left out.
    pub(super) fn scales_of(&self, item: usize) -> (String, String) {
        let (mut scales, mut facets) = (Vec::new(), Vec::new());
        for scale in self.source.instrument.scales() {
            // Facets name their items in the order asked.
            let mut own = scale.facets.iter();
            let facet = own.find(|facet| facet.items.binary_search(&item).is_ok());
            match (facet, scale.made_of) {
                (None, _) | (_, MadeOf::Scales) => {}
                (Some(_), MadeOf::Items) => scales.push(scale.id.as_str()),
                (Some(facet), MadeOf::Facets) => {
                    scales.push(&scale.id);
                    facets.push(facet.id.as_str());
                }
            }
        }
        (scales.join(" "), facets.join(" "))
    }
}
