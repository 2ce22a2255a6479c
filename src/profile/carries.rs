//! What carries a person: it is in no score of strain, and said beside any result.

use crate::instrument::{ItemMeaning, Profiled};
use crate::response::Responses;

/// What a person says of what carries them, by positions of items in the order of the scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carries {
    /// There often or nearly always.
    pub often: Vec<usize>,
    /// Support and a mind at rest, where they are there rarely or never: they ask for a step of their own.
    pub rarely: Vec<usize>,
    /// Whether all of it was answered.
    pub is_complete: bool,
}

/// What a person says of what carries them; nothing where the instrument does not ask.
#[must_use]
pub fn carries(profiled: Profiled<'_>, responses: &Responses) -> Carries {
    let Some(scale) = profiled.carries() else { return Carries::default() };
    let instrument = profiled.instrument();
    let mut found = Carries { is_complete: true, ..Carries::default() };
    for item in scale.items() {
        let keyed = responses.item(item).and_then(|option| instrument.keyed(item, option));
        let asked = instrument.items().get(item);
        let set = asked.and_then(|asked| instrument.option_sets().get(asked.set));
        let (Some(keyed), Some(asked), Some(set)) = (keyed, asked, set) else {
            found.is_complete = false;
            continue;
        };
        let steers = matches!(asked.means, Some(ItemMeaning::Support | ItemMeaning::SwitchOff));
        // Of five options the upper two and the lower two.
        if 4 * keyed >= 3 * set.range() {
            found.often.push(item);
        } else if steers && 4 * keyed <= set.range() {
            found.rarely.push(item);
        }
    }
    found
}
