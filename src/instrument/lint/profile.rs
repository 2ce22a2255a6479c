//! What the scales of a profile must be.

use super::no;
use crate::figure::figure;
use crate::instrument::{
    Construct, Definition, Direction, Margins, Method, Mistakes, Part, Parts, RoleDefinition,
    ScaleDefinition,
};
use crate::tree::shortened;

/// Further from its line than so many errors no score is ever clear.
const WIDEST_MARGIN: f64 = 5.0;

/// Checks that each role is filled by a scale that can fill it.
pub(super) fn check(definition: &Definition, m: &mut Mistakes) {
    let Some(profile) = &definition.profile else { return };
    let mut taken: Vec<&String> = Vec::new();
    for construct in Construct::ALL {
        let named = profile.role(construct);
        role(definition, (construct.name(), named), Direction::Strain, &mut taken, m);
        parts(definition, construct, named, m);
    }
    if let Some(recovery) = &profile.recovery {
        role(definition, ("recovery", recovery), Direction::Good, &mut taken, m);
    }
    if let Some(id) = &profile.carries
        && find(definition, id).is_none()
        && !m.lacks_ids("scales")
    {
        m.add("profile.carries", no("scale", id));
    }
    if let Some(part) = profile.raised_part
        && !(part.watch > 0.0 && part.watch < part.line && part.line <= 100.0)
    {
        m.add(
            "profile.raised_part",
            "must have a watch above 0 and below its line, and a line of 100 at most",
        );
    }
    bank(definition, m);
}

fn find<'a>(definition: &'a Definition, id: &str) -> Option<&'a ScaleDefinition> {
    definition.scales.iter().find(|scale| scale.id == *id)
}

/// A role by its name in the file, and the scale that fills it.
fn role<'a>(
    definition: &Definition,
    (name, role): (&str, &'a RoleDefinition),
    direction: Direction,
    taken: &mut Vec<&'a String>,
    m: &mut Mistakes,
) {
    let path = ["profile.", name].concat();
    let named = [&path, ".scale"].concat();
    match find(definition, &role.scale) {
        None if m.lacks_ids("scales") => {}
        None => m.add(named, no("scale", &role.scale)),
        Some(_) if taken.contains(&&role.scale) => {
            m.add(named, "names a scale that has a role already");
        }
        Some(scale) => {
            fills(definition, scale, direction, &named, m);
            let own = scale.parts.items();
            let shared = |other: &&ScaleDefinition| {
                other.parts.items().iter().any(|item| own.contains(item))
            };
            let other = taken.iter().filter_map(|id| find(definition, id)).find(shared);
            if let Some(other) = other.filter(|_| !m.lacks_ids("items")) {
                let (id, other) = (shortened(&scale.id), shortened(&other.id));
                let why = "one answer must not move two scores of a profile";
                m.add(named, format!("names '{id}', which shares items with '{other}': {why}"));
            }
        }
    }
    taken.push(&role.scale);
    if !(role.line > 0.0 && role.line < 100.0) {
        let wanted = "it is a percentage of the range, above 0 and below 100";
        m.add([&path, ".line"].concat(), format!("is {}: {wanted}", figure(role.line)));
    }
    let Margins { above, below } = role.margins;
    for (name, margin) in [("above", above), ("below", below)] {
        if !(margin > 0.0 && margin <= WIDEST_MARGIN) {
            let wanted = "it is a number of standard errors, above 0 and 5 at most";
            let path = [&path, ".margins.", name].concat();
            m.add(path, format!("is {}: {wanted}", figure(margin)));
        }
    }
}

fn parts(definition: &Definition, construct: Construct, role: &RoleDefinition, m: &mut Mistakes) {
    let parts = find(definition, &role.scale).map(|scale| &scale.parts);
    for (name, facet) in &role.parts {
        let path = ["profile.", construct.name(), ".parts.", &shortened(name)].concat();
        let has = matches!(parts, Some(Parts::Facets(facets)) if facets.iter().any(|(id, _)| id == facet));
        if !Part::of(construct).any(|part| part.name() == name) {
            let known: Vec<&str> = Part::of(construct).map(Part::name).collect();
            m.add(path, format!("is not known: the parts here are {}", known.join(", ")));
        } else if !has && parts.is_some() {
            m.add(path, no("facet of this scale", facet));
        }
    }
}

/// More is asked where a strain is near its line: so every item of the bank belongs to a strain, and each
/// facet has items that are asked of everybody.
fn bank(definition: &Definition, m: &mut Mistakes) {
    let Some(profile) = &definition.profile else { return };
    // Which scale is a strain cannot be told where that is wrong.
    if m.has("profile") || m.within("profile") {
        return;
    }
    let is_bank = |id: &String| definition.items.iter().any(|item| item.id == *id && item.bank);
    for (place, scale) in definition.scales.iter().enumerate() {
        let is_strain =
            Construct::STRAINS.iter().any(|&strain| profile.role(strain).scale == scale.id);
        let path = ["scales[", &place.to_string(), "]"].concat();
        if !is_strain {
            if let Some(item) = scale.parts.items().iter().find(|id| is_bank(id)) {
                let why = "which stands in the bank: that is asked for a strain alone";
                m.add(path, format!("has '{}', {why}", shortened(item)));
            }
        } else if scale.parts.each().iter().any(|own| !own.is_empty() && own.iter().all(is_bank)) {
            m.add(path, "has a facet whose items all stand in the bank");
        }
    }
}

/// What a scale must be to fill a role.
fn fills(
    definition: &Definition,
    scale: &ScaleDefinition,
    direction: Direction,
    path: &str,
    m: &mut Mistakes,
) {
    let wrong = if scale.method.is_some_and(|method| method != Method::Percent) {
        "must have the method percent"
    } else if scale.direction != direction {
        match direction {
            Direction::Strain => "must have the direction strain",
            Direction::Good => "must have the direction good",
        }
    } else if scale.precision.is_none() {
        "must have a precision"
    } else if matches!(scale.parts, Parts::Scales(_)) {
        "must have items of its own"
    } else {
        let own = scale.parts.items();
        let items = definition.items.iter().filter(|item| own.contains(&item.id));
        let kind = |item| (definition.set_of(item).map(|set| &set.id), item.weight);
        let mut kinds = items.map(kind);
        let first = kinds.next();
        if kinds.any(|kind| Some(kind) != first) {
            "must have the same options and the same weight for all its items"
        } else {
            return;
        }
    };
    m.add(
        path,
        format!("names '{}', which {wrong} to be a part of a profile", shortened(&scale.id)),
    );
}
