//! A check as lines of question and answer: what table, check-in file and health record have in
//! common. Nothing is copied: each line names where it stands.

use super::Source;
use crate::history::Check;
use crate::instrument::{Construct, MadeOf};
use crate::locale::Message;
use crate::outcome::Outcome;
use crate::profile::{Classification, Exposure, Found};
use crate::response::Responses;
use crate::scoring::Score;
use crate::session::{Role, Voice};

/// What a line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Role,
    Context,
    Item,
    Signs,
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
            Self::Signs => "signs",
            Self::Score => "score",
            Self::Band => "band",
            Self::Result => "result",
        }
    }
}

/// What somebody ticks who noticed none of the signs, in files; it stands after them.
const NO_SIGN: &str = "none_of_these";

/// One question, score, band or result.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) kind: Kind,
    /// The place among those of its kind; a band has that of its scale.
    pub(super) place: usize,
    pub(super) id: &'a str,
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// What it is called in files: its kind and its id.
    pub(super) fn name(&self) -> String {
        [self.kind.name(), ".", self.id].concat()
    }
}

/// The lines of a check.
pub(super) struct Sheet<'a> {
    source: &'a Source<'a>,
    role: Option<Role>,
    responses: &'a Responses,
    outcome: Outcome<'a>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(source: &'a Source<'a>, check: &'a Check) -> Self {
        Self::of(source, check.role, &check.responses)
    }

    /// Of what somebody in this role answered.
    pub(super) fn of(source: &'a Source<'a>, role: Option<Role>, responses: &'a Responses) -> Self {
        Self { source, role, responses, outcome: Outcome::new(source.instrument, responses) }
    }

    /// The voice in which the questions were asked.
    pub(super) fn voice(&self) -> Voice {
        Voice::of(self.role)
    }

    /// Every check of an instrument has the same lines.
    pub(super) fn lines(&self) -> Vec<Line<'a>> {
        let Source { instrument, texts, locale, .. } = *self.source;
        let voice = self.voice();
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
            let text = texts.item(place, voice);
            lines.push(Line { kind: Kind::Item, place, id: &item.id, text });
        }
        if !instrument.signs().is_empty() {
            let text = &texts.signs().question;
            lines.push(Line { kind: Kind::Signs, place: 0, id: "ticked", text });
        }
        let scale_name = |place| match self.found() {
            // In someone who never meets suffering nothing is called compassion fatigue.
            Some(found) if found.exposure == Exposure::Never && Some(place) == self.suffering() => {
                locale.said(Message::VerdictUnexposed, voice)
            }
            _ => texts.scale(place, voice),
        };
        for (place, scale) in instrument.scales().iter().enumerate() {
            let text = scale_name(place);
            lines.push(Line { kind: Kind::Score, place, id: &scale.id, text });
            if !scale.bands.is_empty() {
                lines.push(Line { kind: Kind::Band, place, id: &scale.id, text });
            }
        }
        if instrument.profiled().is_some() {
            for (place, found) in Found::ALL.into_iter().enumerate() {
                let about = self.scale_of(found);
                let text = about.map_or(locale.text(Message::ResultTitle), scale_name);
                lines.push(Line { kind: Kind::Result, place, id: found.name(), text });
            }
        }
        lines
    }

    /// The same without the questions that nobody answered, and without what was not found.
    pub(super) fn said(&self) -> Vec<Line<'a>> {
        let mut lines = self.lines();
        let stays = |line: &Line<'_>| matches!(line.kind, Kind::Score | Kind::Band);
        lines.retain(|line| stays(line) || !self.answers(line).is_empty());
        lines
    }

    fn found(&self) -> Option<&Classification> {
        self.outcome.classification.as_ref()
    }

    /// The scale for compassion fatigue.
    fn suffering(&self) -> Option<usize> {
        let profiled = self.source.instrument.profiled()?;
        Some(profiled.position(Construct::CompassionFatigue))
    }

    /// The position of the scale that something found is about, where it is about one.
    fn scale_of(&self, found: Found) -> Option<usize> {
        let profiled = self.source.instrument.profiled()?;
        match found {
            Found::Burnout => Some(profiled.position(Construct::Burnout)),
            Found::CompassionFatigue => self.suffering(),
            Found::Tired => Some(profiled.position(Construct::Tiredness)),
            Found::Rest => profiled.recovery_position(),
            _ => None,
        }
    }

    /// Whether a line is what was found for a scale.
    pub(super) fn is_about(&self, line: &Line<'_>, scale: usize) -> bool {
        Self::result(line).and_then(|found| self.scale_of(found)) == Some(scale)
    }

    /// What a line of results is about.
    pub(super) fn result(line: &Line<'_>) -> Option<Found> {
        if line.kind == Kind::Result { Found::ALL.get(line.place).copied() } else { None }
    }

    /// Whether a line is the profile; it may lie between some.
    pub(super) fn is_profile(line: &Line<'_>) -> bool {
        Self::result(line) == Some(Found::Profile)
    }

    /// Whether a line is that of the profiles between which it lies.
    pub(super) fn is_possible(line: &Line<'_>) -> bool {
        Self::result(line) == Some(Found::Possible)
    }

    /// Whether a line may have several answers, or none.
    pub(super) fn repeats(line: &Line<'_>) -> bool {
        line.kind == Kind::Signs || Self::result(line).is_some_and(Found::repeats)
    }

    /// The code and the words of an option that a question or a scale offers.
    pub(super) fn option(&self, line: &Line<'_>, option: usize) -> Option<(&'a str, &'a str)> {
        let Source { instrument, texts, locale, .. } = *self.source;
        match line.kind {
            Kind::Role => {
                let words = Message::ROLES;
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
            Kind::Signs => {
                let words = texts.signs();
                let none = option == instrument.signs().len();
                if none {
                    return Some((NO_SIGN, &words.none));
                }
                Some((&instrument.signs().get(option)?.id, words.options.get(option)?))
            }
            Kind::Result => None,
        }
    }

    /// The code and the words of everything that may be answered to a line.
    pub(super) fn offered(&self, line: &Line<'_>) -> Vec<(&'a str, &'a str)> {
        match Self::result(line) {
            Some(found) => found.codes().into_iter().map(|code| (code, "")).collect(),
            None => (0..).map_while(|place| self.option(line, place)).collect(),
        }
    }

    /// The code and the words of each answer to a line; what is found has no words but its code.
    pub(super) fn answers(&self, line: &Line<'_>) -> Vec<(&'a str, &'a str)> {
        match Self::result(line).zip(self.found()) {
            Some((about, found)) => about.of(found).into_iter().map(|code| (code, "")).collect(),
            None => {
                let chosen = self.chosen(line).into_iter();
                chosen.filter_map(|place| self.option(line, place)).collect()
            }
        }
    }

    /// The codes of the answers to a line.
    pub(super) fn codes(&self, line: &Line<'_>) -> Vec<&'a str> {
        self.answers(line).into_iter().map(|(code, _)| code).collect()
    }

    /// The value of the answer to an item.
    pub(super) fn value(&self, line: &Line<'_>) -> Option<i16> {
        let chosen = self.responses.item(line.place).filter(|_| line.kind == Kind::Item)?;
        let option = self.source.instrument.options(line.place).get(usize::from(chosen))?;
        Some(option.value)
    }

    /// The positions of the answers to a question, or of the band of a scale: none where there is no answer, and several where there may be.
    pub(super) fn chosen(&self, line: &Line<'_>) -> Vec<usize> {
        let responses = self.responses;
        let one = match line.kind {
            Kind::Role => {
                self.role.and_then(|said| Role::ALL.iter().position(|&role| role == said))
            }
            Kind::Context => responses.context(line.place).map(usize::from),
            Kind::Item => responses.item(line.place).map(usize::from),
            Kind::Score => None,
            Kind::Band => self.outcome.standings.get(line.place).and_then(|standing| {
                standing.scale.bands.iter().position(|band| Some(band) == standing.band)
            }),
            Kind::Signs => return self.ticked(),
            Kind::Result => None,
        };
        one.into_iter().collect()
    }

    /// The positions of the signs that were ticked, or of none of them.
    fn ticked(&self) -> Vec<usize> {
        let Some(signs) = self.responses.signs() else { return Vec::new() };
        let places = signs.iter().enumerate().filter(|(_, ticked)| **ticked);
        let ticked: Vec<usize> = places.map(|(place, _)| place).collect();
        if ticked.is_empty() { vec![signs.len()] } else { ticked }
    }

    /// The score of a line.
    pub(super) fn score(&self, line: &Line<'_>) -> Option<Score> {
        if line.kind == Kind::Score { self.outcome.standings.get(line.place)?.score } else { None }
    }

    /// The line of a scale, where the instrument has one for it.
    pub(super) fn line_of(&self, scale: usize) -> Option<f64> {
        self.source.instrument.profiled()?.line_of(scale)
    }

    /// Whether a line is a question that was asked and left out.
    pub(super) fn is_skipped(&self, line: &Line<'_>) -> bool {
        let open = self.responses.item(line.place).is_none();
        line.kind == Kind::Item && open && self.responses.is_asked(line.place)
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
