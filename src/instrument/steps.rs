//! What is proved for the built-in profile is checked for every one: no single step of an answer leads
//! from one clear result to another.

use crate::figure::figure;

use super::{Construct, Definition, Instrument, Key, Mistakes, Profiled, Scale};

/// What is said of a scale that fails.
const TOO_SHORT: &str = "cannot use this scale: it has so few items or options that one changed answer could jump the whole uncertain band around the line";
const TOO_COARSE: &str = "cannot use this scale: its items have so few options that one changed answer could jump the middle word";
const PARTS_TOO_COARSE: &str = "cannot look at parts of this scale: its items have so few options that one changed answer could jump what is worth watching";

pub(super) fn check(instrument: &Instrument, definition: &Definition, m: &mut Mistakes) {
    let Some(profiled) = instrument.profiled() else { return };
    let steps = |scale: &Scale| {
        let items = scale.items().filter_map(|item| instrument.items().get(item));
        let sets = items.filter_map(|item| definition.option_sets.get(item.set));
        sets.map(|set| set.widest_step()).max().unwrap_or(1)
    };
    for strain in Construct::STRAINS {
        let widest = steps(profiled.scale(strain));
        line(profiled, strain, widest, m);
        // Two answers are the fewest that a part is judged by: one step must not be more than a quarter of those.
        let has_parts = profiled.key(strain).facets.iter().any(|facet| facet.part.is_some());
        if has_parts && 2 * widest > profiled.key(strain).range {
            m.add(["profile.", strain.name(), ".parts"].concat(), PARTS_TOO_COARSE);
        }
    }
    let tired = profiled.scale(Construct::Tiredness);
    words(profiled.key(Construct::Tiredness), steps(tired), "profile.tired", m);
    if let Some((key, scale)) = profiled.recovery_key().zip(profiled.recovery()) {
        words(key, steps(scale), "profile.recovery", m);
    }
}

/// No single step may jump the whole band around a line, however much is answered, nor where the bounds
/// decide before it and the answers after it; and a score can be clear on both sides.
fn line(profiled: Profiled<'_>, strain: Construct, widest: u32, m: &mut Mistakes) {
    let scale = profiled.scale(strain);
    let (line, margins, key) =
        (profiled.line(strain), profiled.margins(strain), profiled.key(strain));
    let error = |answers| scale.standard_error(answers).unwrap_or(0.0);
    let path = ["profile.", strain.name()].concat();
    let [below, above] = [margins.below, margins.above].map(|margin| margin * error(scale.len()));
    if line <= below || line >= 100.0 - above {
        let [below, above] = [below, above].map(figure);
        m.add([&path, ".line"].concat(), format!("must lie further than the margins ({below} and {above}) from 0 and 100: otherwise no score is clearly on both sides"));
        return;
    }
    let all = scale.items().count();
    let (wider, narrower) = (margins.above.max(margins.below), margins.above.min(margins.below));
    let jumps = (key.fewest..=all).any(|answers| {
        let step = 100.0 * f64::from(widest) / (f64::from(key.range) * answers as f64);
        step >= wider * error(all) + narrower * error(answers)
    });
    if jumps {
        m.add(path, TOO_SHORT);
    }
}

/// No single step may lead from the lowest of three words to the highest: one answer is enough for a word.
fn words(key: &Key, widest: u32, path: &str, m: &mut Mistakes) {
    let jumps = (1..=key.core)
        .filter_map(|answers| key.cut(answers))
        .any(|cut| cut.middle.checked_sub(1).is_some_and(|lowest| lowest + widest >= cut.high));
    if jumps {
        m.add(path, TOO_COARSE);
    }
}
