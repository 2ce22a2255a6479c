//! What was answered. Everything may be left out, and every answer may be taken back.

use crate::instrument::{Instrument, Meaning, SignMeaning};

/// A person's answers: for each question the position of the chosen option, if one is chosen, and the
/// signs that were ticked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Responses {
    items: Vec<Option<u8>>,
    context: Vec<Option<u8>>,
    /// Whether each sign is ticked; nothing where they were passed over.
    signs: Option<Vec<bool>>,
    /// The items of the bank that were not asked, and so are not left out either.
    unasked: Vec<usize>,
}

impl Responses {
    /// Nothing answered yet.
    #[must_use]
    pub fn new(instrument: &Instrument) -> Self {
        Self {
            items: vec![None; instrument.items().len()],
            context: vec![None; instrument.context().len()],
            signs: None,
            unasked: (instrument.core().end..instrument.items().len()).collect(),
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
            if option.is_some() {
                self.ask(&[item]);
            }
        }
    }

    /// These items of the bank are asked: an item without an answer is left out from now on.
    pub fn ask(&mut self, items: &[usize]) {
        self.unasked.retain(|item| !items.contains(item));
    }

    /// Whether an item was asked: those of the bank are not before they are taken.
    #[must_use]
    pub fn is_asked(&self, item: usize) -> bool {
        !self.unasked.contains(&item)
    }

    /// The same as a file keeps it, which holds answers alone: of the bank that was asked of which has one.
    #[must_use]
    pub fn kept(&self, instrument: &Instrument) -> Self {
        let mut kept = self.clone();
        kept.unasked = (instrument.core().end..self.items.len())
            .filter(|&item| self.item(item).is_none())
            .collect();
        kept
    }

    /// Whether a sign is ticked; nothing where all were passed over.
    #[must_use]
    pub fn sign(&self, sign: usize) -> Option<bool> {
        self.signs.as_ref()?.get(sign).copied()
    }

    /// Whether each sign is ticked; nothing where they were passed over.
    #[must_use]
    pub fn signs(&self) -> Option<&[bool]> {
        self.signs.as_deref()
    }

    /// Ticks these signs and no other, perhaps none; `None` is what stands there when they are passed over.
    pub fn set_signs(&mut self, instrument: &Instrument, ticked: Option<&[usize]>) {
        let all = 0..instrument.signs().len();
        // Where there is nothing to tick, nothing was ticked or passed over.
        self.signs = ticked
            .filter(|_| !all.is_empty())
            .map(|ticked| all.clone().map(|sign| ticked.contains(&sign)).collect());
    }

    /// As [`Responses::set_item`], for a context question.
    pub fn set_context(&mut self, instrument: &Instrument, question: usize, option: Option<u8>) {
        let options = instrument.context().get(question).map_or(0, |asked| asked.options.len());
        let known = option.is_none_or(|option| usize::from(option) < options);
        if let (true, Some(slot)) = (known, self.context.get_mut(question)) {
            *slot = option;
        }
    }

    /// The items that were asked and have no answer, in the order asked.
    pub fn skipped(&self) -> impl Iterator<Item = usize> + '_ {
        (self.items.iter().enumerate())
            .filter(|(position, answer)| answer.is_none() && self.is_asked(*position))
            .map(|(position, _)| position)
    }

    /// Whether anything at all is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.iter().chain(&self.context).all(Option::is_none) && self.signs.is_none()
    }

    /// Whether an answer was chosen that must open the help card.
    #[must_use]
    pub fn alert(&self, instrument: &Instrument) -> bool {
        let alerts = |(item, answer): (usize, &Option<u8>)| {
            answer.is_some_and(|option| instrument.alerts(item, option))
        };
        self.items.iter().enumerate().any(alerts)
    }

    /// Whether a sign with this meaning is ticked.
    #[must_use]
    pub fn ticks(&self, instrument: &Instrument, meaning: SignMeaning) -> bool {
        let mut signs = instrument.signs().iter().enumerate();
        signs.any(|(place, sign)| sign.means == Some(meaning) && self.sign(place) == Some(true))
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
