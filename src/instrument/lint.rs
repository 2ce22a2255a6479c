//! What an instrument's file must hold to be used. Everything that is wrong is told at once, in the words
//! of the file, with what would be right.

mod blocks;
mod profile;
mod scales;
mod signs;

use std::ops::RangeInclusive;

use super::{Definition, Ids, Instrument, Mistakes, OptionSet, ResponseOption};
use crate::tree::{is_blank, shortened};

pub(super) const MOST_ITEMS: u16 = 5_000;
pub(super) const WEIGHT: RangeInclusive<u16> = 1..=100;
pub(super) const MOST_SCALES: usize = 50;
const MOST_CONTEXT: usize = 20;
const MOST_OPTIONS: usize = 11;
const LONGEST_ID: usize = 64;
/// The most bytes of the version, a sign or a line of credit, which a person may read in full.
const LONGEST_NOTE: usize = 2_000;

/// Checks the file as it stands.
pub(super) fn check(definition: &Definition, instrument: &Instrument, m: &mut Mistakes) {
    ids(definition, m);
    credit(definition, m);
    option_sets(definition, m);
    items(definition, m);
    blocks::check(definition, m);
    scales::check(definition, instrument, m);
    signs::check(definition, m);
    context(definition, m);
    profile::check(definition, m);
}

/// Whether there is no more of anything than can be looked at in a moment.
pub(super) fn is_bounded(definition: &Definition, m: &mut Mistakes) -> bool {
    let (items, scales) = (definition.items.len(), definition.scales.len());
    m.range("items", items, 1..=MOST_ITEMS.into(), "items");
    m.range("scales", scales, 1..=MOST_SCALES, "scales");
    items <= MOST_ITEMS.into() && scales <= MOST_SCALES
}

fn ids(definition: &Definition, m: &mut Mistakes) {
    id("id", &definition.id, m);
    let named = |set: &'_ OptionSet| ["option_sets.", &shortened(&set.id)].concat();
    let sets: Vec<_> = definition.option_sets.iter().map(|set| (named(set), &set.id)).collect();
    unique(&sets, m);
    unique(&paths("items", "id", &mut definition.items.iter().map(|item| &item.id)), m);
    unique(&paths("scales", "id", &mut definition.scales.iter().map(|scale| &scale.id)), m);
    unique(&paths("context", "id", &mut definition.context.iter().map(|asked| &asked.id)), m);
}

/// The way to a field of one of several things.
fn at(list: &str, place: usize, field: &str) -> String {
    [list, "[", &place.to_string(), "].", field].concat()
}

fn id(path: &str, id: &str, m: &mut Mistakes) {
    let plain = |c: u8| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    if id.is_empty() || id.len() > LONGEST_ID || !id.bytes().all(plain) {
        m.add(path, "must be 1 to 64 of the characters a-z, 0-9, - and _");
    }
}

/// Checks ids, each with the way to it.
fn unique(known: &[(String, &String)], m: &mut Mistakes) {
    for (path, each) in known {
        id(path, each, m);
    }
    let ids = Ids::new(&mut known.iter().map(|(_, id)| id.as_str()));
    for (path, id) in ids.twice().filter_map(|place| known.get(place)) {
        if !id.is_empty() {
            m.add(path.as_str(), ["is '", id, "' a second time: every id stands once"].concat());
        }
    }
}

/// Ids, each with the way to it in a list.
fn paths<'a>(
    list: &str,
    field: &str,
    ids: &mut dyn Iterator<Item = &'a String>,
) -> Vec<(String, &'a String)> {
    ids.enumerate().map(|(place, id)| (at(list, place, field), id)).collect()
}

fn credit(definition: &Definition, m: &mut Mistakes) {
    let credit = &definition.credit;
    let texts = [
        ("version", Some(&definition.version)),
        ("title", credit.title.as_ref()),
        ("author", credit.author.as_ref()),
        ("citation", credit.citation.as_ref()),
        ("licence.terms", credit.terms.as_ref()),
        ("licence.line", credit.line.as_ref()),
        ("licence.holder", credit.holder.as_ref()),
        ("validated", credit.validated.as_ref()),
    ];
    for (path, text) in texts {
        let Some(text) = text else { continue };
        too_long(path, text, m);
        if path != "version" && is_blank(text) {
            m.add(path, "is empty: say it, or leave it out");
        }
    }
}

fn too_long(path: &str, text: &str, m: &mut Mistakes) {
    let count = text.chars().count();
    if count > LONGEST_NOTE {
        m.add(path, format!("has {count} characters: {LONGEST_NOTE} are the most"));
    }
}

fn option_sets(definition: &Definition, m: &mut Mistakes) {
    if definition.option_sets.is_empty() {
        m.add(
            "option_sets",
            "must be there: an object with at least one list of options by its name",
        );
    }
    for set in &definition.option_sets {
        let path = ["option_sets.", &shortened(&set.id)].concat();
        // A value that could not be read is in no order.
        let is_read = !m.within(&path);
        m.range(&path, set.options.len(), 2..=MOST_OPTIONS, "options");
        unique(&paths(&path, "id", &mut set.options.iter().map(|option| &option.id)), m);
        let ordered = |in_order: fn(&ResponseOption, &ResponseOption) -> bool| {
            set.options.windows(2).all(|pair| matches!(pair, [one, next] if in_order(one, next)))
        };
        let (rises, falls) = (
            ordered(|one, next| one.value < next.value),
            ordered(|one, next| one.value > next.value),
        );
        if !rises && !falls && is_read && !m.has(&path) {
            m.add(
                path,
                "must have values that all rise, or all fall, from the first option to the last",
            );
        }
    }
}

fn items(definition: &Definition, m: &mut Mistakes) {
    let known = !m.lacks_ids("option_sets");
    for (place, item) in definition.items.iter().enumerate() {
        let set = definition.set_of(item);
        match (set, &item.options) {
            (None, Some(name)) if known => {
                m.add(at("items", place, "options"), no("option set", name));
            }
            (None, None) if known => {
                m.add(at("items", place, "options"), "must name an option set: there are several");
            }
            _ => {}
        }
        m.limit(&at("items", place, "weight"), item.weight.into(), WEIGHT);
        if let Some(sign) = &item.sign {
            let path = at("items", place, "sign");
            too_long(&path, sign, m);
            if is_blank(sign) {
                m.add(path, "is empty: say which sign the item measures, or leave it out");
            }
        }
        let (low, high) = set.map_or((i16::MIN, i16::MAX), OptionSet::span);
        if item.alert.is_some_and(|alert| alert <= low || alert > high) {
            let path = at("items", place, "alert");
            m.add(
                path,
                format!("must be above {low} and {high} at most, as the values of its options are"),
            );
        }
    }
}

/// What is said of an id that stands for nothing.
pub(crate) fn no(kind: &str, id: &str) -> String {
    format!("names '{}', but there is no {kind} with this id", shortened(id))
}

fn context(definition: &Definition, m: &mut Mistakes) {
    m.range("context", definition.context.len(), 0..=MOST_CONTEXT, "questions");
    for (place, question) in definition.context.iter().enumerate() {
        let path = at("context", place, "options");
        m.range(&path, question.options.len(), 2..=MOST_OPTIONS, "options");
        unique(&paths(&path, "id", &mut question.options.iter().map(|option| &option.id)), m);
    }
}
