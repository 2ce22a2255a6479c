//! What the scales of a profile must be.

use super::no;
use crate::figure::figure;
use crate::instrument::ScaleDefinition;
use crate::instrument::{Construct, Definition, Direction, Method, Mistakes, Part, Parts};
use crate::tree::shortened;

/// Checks that each role is filled by a scale that can fill it.
pub(super) fn check(definition: &Definition, m: &mut Mistakes) {
    let Some(profile) = &definition.profile else { return };
    let find = |id: &String| definition.scales.iter().find(|scale| scale.id == *id);
    let mut taken: Vec<&String> = Vec::new();
    for construct in Construct::ALL {
        let role = profile.role(construct);
        let path = ["profile.", construct.name()].concat();
        let named = [&path, ".scale"].concat();
        match find(&role.scale) {
            None if m.lacks_ids("scales") => {}
            None => m.add(named, no("scale", &role.scale)),
            Some(_) if taken.contains(&&role.scale) => {
                m.add(named, "names a scale that has a role already")
            }
            Some(scale) => {
                fills(definition, scale, &named, m);
                let own = scale.parts.items();
                let shared = |other: &&ScaleDefinition| {
                    other.parts.items().iter().any(|item| own.contains(item))
                };
                // What is said about one changed answer looks at one score alone.
                let other = taken.iter().filter_map(|id| find(id)).find(shared);
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
        for (name, facet) in &role.parts {
            let path = [&path, ".parts.", &shortened(name)].concat();
            let parts = find(&role.scale).map(|scale| &scale.parts);
            let has = matches!(parts, Some(Parts::Facets(facets)) if facets.iter().any(|(id, _)| id == facet));
            if !Part::of(construct).iter().any(|(known, _)| known == name) {
                let known: Vec<&str> = Part::of(construct).iter().map(|(name, _)| *name).collect();
                m.add(path, format!("is not known: the parts here are {}", known.join(", ")));
            } else if !has && parts.is_some() {
                m.add(path, no("facet of this scale", facet));
            }
        }
    }
    for (name, id) in [("recovery", &profile.recovery), ("carries", &profile.carries)] {
        if let Some(id) = id
            && find(id).is_none()
            && !m.lacks_ids("scales")
        {
            m.add(["profile.", name].concat(), no("scale", id));
        }
    }
    if let Some(part) = profile.raised_part
        && !(part.watch > 0.0 && part.watch < part.line && part.line <= 100.0)
    {
        m.add(
            "profile.raised_part",
            "must have a watch above 0 and below its line, and a line of 100 at most",
        );
    }
}

/// What a scale must be to fill a role.
fn fills(definition: &Definition, scale: &ScaleDefinition, path: &str, m: &mut Mistakes) {
    let wrong = if scale.method.is_some_and(|method| method != Method::Percent) {
        "must have the method percent"
    } else if scale.direction != Direction::Strain {
        "must have the direction strain"
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
