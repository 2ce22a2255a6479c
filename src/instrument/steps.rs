//! What is proved for the built-in profile is checked for every one: no single step of an answer leads
//! from one clear result to another.

use crate::figure::figure;

use super::{Construct, Definition, Instrument, Minimum, Mistakes};

/// No single step of an answer may jump the whole band around a line, however much is answered; and
/// with everything answered, a score can be clear on both sides of it.
pub(super) fn check(instrument: &Instrument, definition: &Definition, mistakes: &mut Mistakes) {
    let Some(profiled) = instrument.profiled() else { return };
    for construct in Construct::ALL {
        let scale = profiled.scale(construct);
        let path = ["profile.", construct.name(), ".line"].concat();
        let widest = widest_step(definition, instrument, profiled.position(construct));
        let (Some(range), Some(error)) = (scale.even, scale.standard_error(scale.len())) else {
            continue;
        };
        let line = profiled.line(construct);
        if line <= error || line >= 100.0 - error {
            mistakes.add(path, format!("must lie further than the standard error ({}) from 0 and 100: otherwise no score is clearly on both sides", figure(error)));
            continue;
        }
        let fewest: usize = match scale.minimum {
            Minimum::EachFacet(_) => {
                scale.facets.iter().map(|facet| scale.minimum.needed(facet.items.len())).sum()
            }
            _ => scale.minimum.needed(scale.len()),
        };
        let jumps = (fewest..=scale.len()).any(|answered| {
            let step = 100.0 * f64::from(widest) / (f64::from(range) * answered as f64);
            step >= 2.0 * scale.standard_error(answered).unwrap_or(0.0)
        });
        if jumps {
            let path = ["profile.", construct.name()].concat();
            mistakes.add(path, "cannot use this scale: it has so few items or options that one changed answer could jump the whole uncertain band around the line");
        }
    }
}

/// The largest step between two neighbouring options of a scale's items.
fn widest_step(definition: &Definition, instrument: &Instrument, scale: usize) -> u32 {
    let items = instrument.scales().get(scale).into_iter().flat_map(|scale| scale.items());
    let sets = items.filter_map(|item| instrument.items().get(item).map(|item| item.set));
    let widest =
        sets.filter_map(|set| definition.option_sets.get(set)).map(|set| set.widest_step());
    widest.max().unwrap_or(1)
}
