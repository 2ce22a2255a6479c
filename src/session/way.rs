//! The way from the welcome to the result: which screen comes after which.

use super::{Question, Screen, Session, Step};
use crate::instrument::When;

impl Session {
    /// All screens in their order, as far as is known: what is offered shows only at the end.
    #[must_use]
    pub fn way(&self) -> Vec<Screen> {
        let instrument = self.instrument();
        let mut way = Vec::new();
        if instrument.asks_role() {
            way.push(Screen::Ask(Question::Role));
        }
        way.extend(self.context(When::Before));
        // What a press does is said before the first statement.
        if way.is_empty() {
            way.push(Screen::Hints(0));
        }
        let mut block = None;
        for (place, item) in instrument.items().iter().enumerate().take(instrument.core().end) {
            if item.block != block {
                block = item.block;
                let hints = Screen::Hints(block.unwrap_or(0));
                let is_hinted = block.and_then(|block| self.hinted.get(block)) == Some(&true);
                if is_hinted && way.last() != Some(&hints) {
                    way.push(hints);
                }
            }
            way.push(Screen::Ask(Question::Item(place)));
        }
        way.extend(self.left_out.iter().map(|&item| Screen::Again(item)));
        way.extend(self.closing());
        if !self.offered.is_empty() {
            way.push(Screen::Offer);
        }
        if self.taken {
            way.extend(self.offered.iter().map(|&item| Screen::Ask(Question::Item(item))));
        }
        way
    }

    /// The number of a statement and how many there are, on a screen that asks for one: those of the bank
    /// are counted by themselves, and what is asked once more is not counted.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        let Step::Asking(Screen::Ask(Question::Item(item))) = self.step else { return None };
        let core = self.instrument.core().end;
        if item < core {
            return Some((item + 1, core));
        }
        let place = self.offered.iter().position(|&offered| offered == item)?;
        Some((place + 1, self.offered.len()))
    }

    /// How many statements lie behind, and how many there are, without those of the bank.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let core = self.instrument.core().end;
        let behind = match self.step {
            Step::Welcome | Step::Aside(_) | Step::Erased => 0,
            Step::Asking(Screen::Ask(Question::Item(item))) => item.min(core),
            Step::Asking(Screen::Ask(Question::Role)) => 0,
            Step::Asking(Screen::Ask(Question::Context(question))) => {
                let question = self.instrument.context().get(question);
                if question.is_some_and(|question| question.when == When::Before) {
                    0
                } else {
                    core
                }
            }
            Step::Asking(Screen::Hints(block)) => {
                let mut items = self.instrument.items().iter();
                items.position(|item| item.block == Some(block)).unwrap_or(0)
            }
            Step::Asking(_) | Step::Result => core,
        };
        (behind, core)
    }

    /// Whether a screen is the first one, where it is said what a press does.
    #[must_use]
    pub fn opens(&self, screen: Screen) -> bool {
        self.first() == Step::Asking(screen)
    }

    fn context(&self, when: When) -> impl Iterator<Item = Screen> + '_ {
        let all = self.instrument.context().iter().enumerate();
        all.filter(move |(_, question)| question.when == when)
            .map(|(place, _)| Screen::Ask(Question::Context(place)))
    }

    /// What comes after the statements.
    fn closing(&self) -> impl Iterator<Item = Screen> + '_ {
        let signs = (!self.instrument.signs().is_empty()).then_some(Screen::Signs);
        signs.into_iter().chain(self.context(When::After))
    }

    pub(super) fn first(&self) -> Step {
        self.way().first().map_or(Step::Result, |&screen| Step::Asking(screen))
    }

    pub(super) fn last(&self) -> Step {
        self.way().last().map_or(Step::Welcome, |&screen| Step::Asking(screen))
    }

    /// Whether an offer, if there is one, comes next.
    pub(super) fn is_before_offer(&self, screen: Screen) -> bool {
        let item = |place: &usize| Screen::Ask(Question::Item(*place));
        let again = self.left_out.last().map(|&item| Screen::Again(item));
        let last = if self.returned { None } else { self.closing().last() };
        let core = self.instrument.core().last();
        last.or(again).or(core.as_ref().map(item)) == Some(screen)
    }

    pub(super) fn after(&self, screen: Screen) -> Step {
        let way = self.way();
        let mut rest = way.iter().skip_while(|each| **each != screen).skip(1);
        let is_on_the_way = |next: &&Screen| {
            let closing = || self.closing().any(|each| each == **next);
            // Who came back from the result has those behind.
            !(self.returned && matches!(screen, Screen::Again(_)) && closing())
        };
        rest.find(is_on_the_way).map_or(Step::Result, |&next| Step::Asking(next))
    }

    pub(super) fn before(&self, screen: Screen) -> Step {
        let way = self.way();
        let place = way.iter().position(|each| *each == screen).unwrap_or(0);
        let from_result =
            self.returned && self.left_out.first().map(|&item| Screen::Again(item)) == Some(screen);
        if from_result {
            return Step::Result;
        }
        match place.checked_sub(1).and_then(|place| way.get(place)) {
            Some(&before) => Step::Asking(before),
            None => Step::Welcome,
        }
    }
}
