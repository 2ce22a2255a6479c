//! What was answered. Everything may be left out, and every answer may be taken back.

use crate::instrument::{Instrument, Meaning};

/// A person's answers: for each question the position of the chosen option, if one is chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Responses {
    items: Vec<Option<u8>>,
    context: Vec<Option<u8>>,
}

impl Responses {
    /// Nothing answered yet.
    #[must_use]
    pub fn new(instrument: &Instrument) -> Self {
        Self {
            items: vec![None; instrument.items().len()],
            context: vec![None; instrument.context().len()],
        }
    }

    /// The chosen option of an item.
    #[must_use]
    pub fn item(&self, item: usize) -> Option<u8> {
        self.items.get(item).copied().flatten()
    }

    /// The chosen option of a context question.
    #[must_use]
    pub fn context(&self, question: usize) -> Option<u8> {
        self.context.get(question).copied().flatten()
    }

    /// Chooses an option, or takes the choice back with `None`. An item or an option that the
    /// instrument does not have changes nothing.
    pub fn set_item(&mut self, instrument: &Instrument, item: usize, option: Option<u8>) {
        let known =
            option.is_none_or(|option| usize::from(option) < instrument.options(item).len());
        if let (true, Some(slot)) = (known, self.items.get_mut(item)) {
            *slot = option;
        }
    }

    /// As [`Responses::set_item`], for a context question.
    pub fn set_context(&mut self, instrument: &Instrument, question: usize, option: Option<u8>) {
        let options = instrument.context().get(question).map_or(0, |asked| asked.options.len());
        let known = option.is_none_or(|option| usize::from(option) < options);
        if let (true, Some(slot)) = (known, self.context.get_mut(question)) {
            *slot = option;
        }
    }

    /// The items without an answer, in the order asked.
    pub fn skipped(&self) -> impl Iterator<Item = usize> + '_ {
        (self.items.iter().enumerate())
            .filter(|(_, answer)| answer.is_none())
            .map(|(position, _)| position)
    }

    /// Whether anything at all is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.iter().chain(&self.context).all(Option::is_none)
    }

    /// Whether an answer was chosen that must open the help card.
    #[must_use]
    pub fn alert(&self, instrument: &Instrument) -> bool {
        let alerts = |(item, answer): (usize, &Option<u8>)| {
            answer.is_some_and(|option| instrument.alerts(item, option))
        };
        self.items.iter().enumerate().any(alerts)
    }

    /// Whether a chosen context answer carries this meaning.
    #[must_use]
    pub fn means(&self, instrument: &Instrument, meaning: Meaning) -> bool {
        (instrument.context().iter().zip(&self.context)).any(|(question, answer)| {
            answer
                .and_then(|option| question.options.get(usize::from(option)))
                .is_some_and(|option| option.means == Some(meaning))
        })
    }
}
