//! How firm a result stands: whether one changed answer could move it.

use super::classify;
use crate::instrument::Profiled;
use crate::response::Responses;

/// An answer that could move the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// To an item, by its position.
    Item(usize),
    /// To a question about the situation, by its position.
    Context(usize),
}

/// The first answer that could move the result: of the items in the order asked one that a single step up or
/// down moves it with, or else of the questions about the situation one that any other answer does.
///
/// Every such change is tried: so it says what there is, whatever the rule.
#[must_use]
pub fn one_changed_answer(profiled: Profiled<'_>, responses: &Responses) -> Option<Changed> {
    let instrument = profiled.instrument();
    let now = classify(profiled, responses);
    let moves = |changed: &Responses| !classify(profiled, changed).says_the_same(&now);
    let mut changed = responses.clone();
    for item in 0..instrument.items().len() {
        let Some(option) = responses.item(item) else { continue };
        for other in [option.checked_sub(1), option.checked_add(1)].into_iter().flatten() {
            // One that is not offered changes nothing.
            changed.set_item(instrument, item, Some(other));
            if moves(&changed) {
                return Some(Changed::Item(item));
            }
        }
        changed.set_item(instrument, item, Some(option));
    }
    for (question, asked) in instrument.context().iter().enumerate() {
        let Some(option) = responses.context(question) else { continue };
        for other in (0..asked.options.len()).filter_map(|other| u8::try_from(other).ok()) {
            changed.set_context(instrument, question, Some(other));
            if moves(&changed) {
                return Some(Changed::Context(question));
            }
        }
        changed.set_context(instrument, question, Some(option));
    }
    None
}
