//! What stands beside the result: what carries a person, which signs they ticked, which answers speak for it.

use super::{Report, Words};
use crate::instrument::ItemMeaning;
use crate::locale::Message;
use crate::profile::{Reason, carries, strongest_answers};

/// How many of the strongest answers are named.
pub const REASONS: usize = 3;

impl<'a> Report<'a> {
    /// What carries the person by their answers, and what does not; one sentence each.
    #[must_use]
    pub fn carries(&self) -> Vec<String> {
        let carries = carries(self.profiled, self.responses);
        let mut said: Vec<String> = Vec::new();
        for &item in &carries.often {
            said.push(match self.item_means(item) {
                Some(ItemMeaning::GoodSeen) => self.say(Message::CarriesGoodSeen).to_owned(),
                Some(ItemMeaning::Support) => self.say(Message::CarriesSupport).to_owned(),
                Some(ItemMeaning::SwitchOff) => self.say(Message::CarriesSwitchOff).to_owned(),
                _ => {
                    let statement = self.words.texts.item(item, self.words.voice);
                    self.words.locale.fill(Message::CarriesQuoted, &[("statement", statement)])
                }
            });
        }
        if carries.often.is_empty() && carries.is_complete && self.profiled.carries().is_some() {
            said.push(self.say(Message::CarriesNoneHigh).to_owned());
        }
        for &item in &carries.rarely {
            said.push(
                self.say(match self.item_means(item) {
                    Some(ItemMeaning::Support) => Message::CarriesLowSupport,
                    _ => Message::CarriesLowSwitchOff,
                })
                .to_owned(),
            );
        }
        if !carries.often.is_empty() && self.is_strained() {
            said.push(self.say(Message::CarriesBoth).to_owned());
        }
        said
    }

    fn item_means(&self, item: usize) -> Option<ItemMeaning> {
        self.profiled.instrument().items().get(item)?.means
    }

    /// The signs that were ticked, each under its heading, in the order of the instrument.
    #[must_use]
    pub fn signs(&self) -> Vec<(&'a str, Vec<&'a str>)> {
        let words = self.words.texts.signs();
        let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
        let ticked = self.responses.signs().unwrap_or_default();
        for (ticked, (domain, sign)) in ticked.iter().zip(words.domains.iter().zip(&words.options))
        {
            match said.last_mut() {
                _ if !ticked => {}
                Some((last, signs)) if *last == domain.as_str() => signs.push(sign),
                _ => said.push((domain, vec![sign])),
            }
        }
        said
    }

    /// The answers that speak most for the result: each statement with the answer to it.
    #[must_use]
    pub fn why(&self) -> Vec<(&'a str, &'a str)> {
        let quoted = |reason: Reason| {
            let Words { texts, instrument, voice, .. } = self.words;
            (texts.item(reason.item, voice), texts.option(instrument, reason.item, reason.option))
        };
        let reasons = strongest_answers(self.profiled, self.responses, self.found, REASONS);
        reasons.into_iter().map(quoted).collect()
    }
}
