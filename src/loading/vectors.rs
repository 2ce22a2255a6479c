//! The tests that an instrument's file brings: answers, and what they must come to.

use crate::banding::band;
use crate::figure::figure;
use crate::instrument::{Definition, Instrument, ItemName, Mistakes, Vector, no};
use crate::response::Responses;
use crate::scoring::score;
use crate::tree::shortened;

/// A score of a test is met within this much: published ones are rounded to two decimals.
const CLOSE: f64 = 0.006;

/// A file whose own tests fail is not used.
pub(super) fn check(instrument: &Instrument, definition: &Definition, m: &mut Mistakes) {
    for (place, vector) in definition.tests.iter().enumerate() {
        let path = format!("tests[{place}]");
        let responses = answered(instrument, vector, &path, m);
        if vector.scores.is_empty() && vector.bands.is_empty() && !m.within(&path) {
            m.add(path.as_str(), "must say in scores or bands what its answers come to");
        }
        let find = |id: &str| instrument.scales().iter().find(|scale| scale.id == id);
        for (id, wanted) in &vector.scores {
            let path = [&path, ".scores.", &shortened(id)].concat();
            let Some(scale) = find(id) else {
                m.add(path, no("scale", id));
                continue;
            };
            let found = score(instrument, scale, &responses).map(|score| score.value);
            let met = match (found, wanted) {
                (Some(found), Some(wanted)) => (found - wanted).abs() < CLOSE,
                (None, None) => true,
                _ => false,
            };
            if !met {
                let wanted = wanted.map_or_else(|| "null".to_owned(), figure);
                let found = found.map_or_else(|| "no score".to_owned(), figure);
                m.add(path, format!("is {wanted}, but these answers come to {found}"));
            }
        }
        for (id, wanted) in &vector.bands {
            let path = [&path, ".bands.", &shortened(id)].concat();
            let Some(scale) = find(id) else {
                m.add(path, no("scale", id));
                continue;
            };
            let found = score(instrument, scale, &responses).and_then(|score| band(scale, &score));
            let found = found.map(|band| &band.id);
            if found != wanted.as_ref() {
                let said = |id: Option<&String>, none: &str| match id {
                    Some(id) => ["'", &shortened(id), "'"].concat(),
                    None => none.to_owned(),
                };
                let (wanted, found) = (said(wanted.as_ref(), "null"), said(found, "no band"));
                m.add(path, ["is ", &wanted, ", but these answers come to ", &found].concat());
            }
        }
    }
}

fn answered(instrument: &Instrument, vector: &Vector, path: &str, m: &mut Mistakes) -> Responses {
    let mut responses = Responses::new(instrument);
    for (name, value) in &vector.answers {
        let (item, path) = match name {
            ItemName::Place(place) => (Some(*place), format!("{path}.answers[{place}]")),
            ItemName::Id(id) => (
                instrument.items().iter().position(|item| item.id == *id),
                [path, ".answers.", &shortened(id)].concat(),
            ),
        };
        let Some(item) = item.filter(|&item| item < instrument.items().len()) else {
            m.add(path, "answers no item of this instrument");
            continue;
        };
        let options = instrument.options(item);
        match options.iter().position(|option| f64::from(option.value) == *value) {
            Some(option) => responses.set_item(instrument, item, u8::try_from(option).ok()),
            None => {
                let offered: Vec<String> =
                    options.iter().map(|option| option.value.to_string()).collect();
                let (value, offered) = (figure(*value), offered.join(", "));
                m.add(
                    path,
                    format!("is {value}, but the options of this item are worth {offered}"),
                );
            }
        }
    }
    responses
}
