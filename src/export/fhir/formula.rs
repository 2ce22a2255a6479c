//! How a score follows from answers, in FHIRPath: what `scoring` computes, for programs that show the
//! Questionnaire.
//!
//! Answers are counted by their codes. Counting is in every version of FHIRPath; looking up the value of a
//! code is not.

use crate::figure::figure;
use crate::instrument::{Instrument, Keying, Method, Scale};

/// An expression, and the variables that it uses by their names.
pub(super) struct Formula {
    pub(super) variables: Vec<(String, String)>,
    pub(super) expression: String,
}

/// Items whose answers add the same.
#[derive(PartialEq)]
struct Alike {
    set: usize,
    weight: u8,
    keying: Keying,
    /// How often they were met before: in a total, an item counts for each scale that has it.
    again: usize,
}

impl Formula {
    pub(super) fn new(instrument: &Instrument, scale: &Scale) -> Self {
        let mut variables = Vec::new();
        let (mut answered, mut keyed, mut range) = (Vec::new(), Vec::new(), Vec::new());
        for (place, (alike, items)) in groups(instrument, scale).into_iter().enumerate() {
            let Some(set) = instrument.option_sets().get(alike.set) else { continue };
            let name = ["g", &place.to_string()].concat();
            let answers = ["%", &name].concat();
            variables.push((name, [&answers_to(instrument, &items), ".value.code"].concat()));
            let first = items.first().copied().unwrap_or_default();
            for (option, code) in (0..).zip(set.options.iter().map(|option| &option.id)) {
                let adds = instrument.keyed(first, option).unwrap_or(0) * u32::from(alike.weight);
                if adds > 0 {
                    keyed.push(format!("{answers}.where($this = '{code}').count() * {adds}"));
                }
            }
            range.push(format!("{answers}.count() * {}", set.range() * u32::from(alike.weight)));
            answered.push(format!("{answers}.count()"));
        }
        let all = scale.minimum.needed_in_all(scale);
        let mut needed = vec![format!("{} >= {all}", answered.join(" + "))];
        for (place, facet) in scale.facets.iter().enumerate() {
            let own = scale.minimum.needed_in_facet(facet);
            if own > 0 {
                let name = ["f", &place.to_string()].concat();
                needed.push(format!("%{name} >= {own}"));
                variables
                    .push((name, [&answers_to(instrument, &facet.items), ".count()"].concat()));
            }
        }
        let (lowest, highest) = scale.span;
        // In whole numbers: what a mean begins and ends with need not be one.
        let parts = if scale.method == Method::Mean { f64::from(scale.weight) } else { 1.0 };
        let share = format!("({}) / ({})", keyed.join(" + "), range.join(" + "));
        let (lowest, range) = (figure(lowest * parts), figure((highest - lowest) * parts));
        let mut value = format!("({lowest} + {range} * {share})");
        if scale.method == Method::Mean {
            value += &format!(" / {}", figure(parts));
            value = format!("({value})");
        }
        let expression = format!("iif({}, {value}.round(2))", needed.join(" and "));
        Self { variables, expression }
    }
}

/// The items of a scale by what their answers add.
fn groups(instrument: &Instrument, scale: &Scale) -> Vec<(Alike, Vec<usize>)> {
    let mut groups: Vec<(Alike, Vec<usize>)> = Vec::new();
    let all: Vec<usize> = scale.items().collect();
    for (place, &item) in all.iter().enumerate() {
        let Some(asked) = instrument.items().get(item) else { continue };
        let again = all.iter().take(place).filter(|before| **before == item).count();
        let alike = Alike { set: asked.set, weight: asked.weight, keying: asked.keying, again };
        match groups.iter_mut().find(|(known, _)| *known == alike) {
            Some((_, items)) => items.push(item),
            None => groups.push((alike, vec![item])),
        }
    }
    groups
}

/// The answers to these items, wherever they stand.
fn answers_to(instrument: &Instrument, items: &[usize]) -> String {
    let known = items.iter().filter_map(|&item| instrument.items().get(item));
    let ids: Vec<String> = known.map(|item| ["'", &item.id, "'"].concat()).collect();
    ["%resource.repeat(item).where(linkId in (", &ids.join(" | "), ")).answer"].concat()
}
