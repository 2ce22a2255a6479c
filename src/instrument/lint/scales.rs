//! What each scale must be: of what it is made, its figures, and its bands.

use super::{at, no, paths, too_long, unique};
use crate::figure::figure;
use crate::instrument::{
    Definition, Ids, Instrument, Minimum, Mistakes, Parts, Scale, ScaleDefinition,
};
use crate::tree::{is_blank, shortened};

const MOST_BANDS: usize = 20;

/// Checks each scale, and that every item is in one.
pub(super) fn check(definition: &Definition, instrument: &Instrument, m: &mut Mistakes) {
    for (place, scale) in definition.scales.iter().enumerate() {
        let path = ["scales[", &place.to_string(), "]"].concat();
        parts(definition, scale, &path, m);
        let is_total = matches!(scale.parts, Parts::Scales(_));
        let built = instrument.scales().get(place).filter(|_| m.has_range(&path, is_total));
        figures(scale, &path, built, m);
        bands(scale, &path, built.map(|built| built.span), m);
    }
    left_over(definition, m);
}

/// Names the items that are in no scale, where all scales could be read.
fn left_over(definition: &Definition, m: &mut Mistakes) {
    let unread = |path: &str| {
        path.strip_prefix("scales").is_some_and(|rest| {
            [".items", ".facets", ".of"].iter().any(|part| rest.contains(part))
                || !rest.contains('.')
        })
    };
    if m.lacks_ids("items") || m.any(unread) {
        return;
    }
    let own: Vec<Vec<String>> = definition.scales.iter().map(|scale| scale.parts.items()).collect();
    let scored = Ids::new(&mut own.iter().flatten().map(String::as_str));
    for (place, item) in definition.items.iter().enumerate() {
        if !scored.has(&item.id) {
            let id = shortened(&item.id);
            m.add(
                format!("items[{place}]"),
                format!("'{id}' is in no scale: name it in one, or ask it under context"),
            );
        }
    }
}

fn parts(definition: &Definition, scale: &ScaleDefinition, path: &str, m: &mut Mistakes) {
    let mut members: Vec<(String, &String)> = Vec::new();
    match &scale.parts {
        Parts::Items(items) => {
            let named = items.iter().enumerate();
            members.extend(named.map(|(place, item)| (format!("{path}.items[{place}]"), item)));
        }
        Parts::Facets(facets) => {
            let here = [path, ".facets"].concat();
            unique(&paths(&here, "id", &mut facets.iter().map(|(id, _)| id)), m);
            for (place, (_, items)) in facets.iter().enumerate() {
                let here = format!("{path}.facets[{place}].items");
                if items.is_empty() && !m.within(&here) {
                    m.add(here.as_str(), "must name at least one item");
                }
                let named = items.iter().enumerate();
                members.extend(named.map(|(place, item)| (format!("{here}[{place}]"), item)));
            }
        }
        Parts::Scales(of) => {
            let here = [path, ".of"].concat();
            if of.len() < 2 && !m.within(&here) {
                m.add(here, "must name at least two scales");
            }
            for (place, id) in of.iter().enumerate() {
                let here = format!("{path}.of[{place}]");
                match definition.scales.iter().find(|known| known.id == *id) {
                    None if m.lacks_ids("scales") => {}
                    None => m.add(here, no("scale", id)),
                    Some(total) if matches!(total.parts, Parts::Scales(_)) => {
                        m.add(
                            here,
                            "names a total: a total is over scales that have items of their own",
                        );
                    }
                    Some(_) if of.iter().take(place).any(|before| before == id) => {
                        m.add(here, "names the same scale a second time");
                    }
                    Some(_) => {}
                }
            }
            return;
        }
    }
    let is_read = ["items", "facets"].iter().all(|field| {
        let field = [path, ".", field].concat();
        !m.has(&field) && !m.within(&field)
    });
    if members.is_empty() && is_read && !m.has(path) {
        m.add(path, "has no items");
    }
    let ids = Ids::new(&mut definition.items.iter().map(|item| item.id.as_str()));
    let known = !m.lacks_ids("items");
    for (path, item) in members.iter().filter(|(_, item)| known && !ids.has(item)) {
        m.add(path.as_str(), no("item", item));
    }
    let named = Ids::new(&mut members.iter().map(|(_, item)| item.as_str()));
    for (path, _) in named.twice().filter_map(|place| members.get(place)) {
        m.add(path.as_str(), "names the same item a second time");
    }
}

fn figures(scale: &ScaleDefinition, path: &str, built: Option<&Scale>, m: &mut Mistakes) {
    let span = built.map(|built| built.span);
    let mut must = |good: bool, field: &str, found: f64, wanted: &str| {
        if !good {
            m.add(
                [path, ".", field].concat(),
                ["is ", &figure(found), ": it must be ", wanted].concat(),
            );
        }
    };
    // Scores that lie half at one end and half at the other deviate from their mean by half the range.
    let most = |found: f64, field: &str, must: &mut dyn FnMut(bool, &str, f64, &str)| {
        if let Some((lowest, highest)) = span {
            let half = (highest - lowest) / 2.0;
            let wanted = [&figure(half), " at most, half of the range of the score"].concat();
            must(found <= half, field, found, &wanted);
        }
    };
    let share = |share: f64| share > 0.0 && share <= 1.0;
    match scale.minimum {
        Minimum::All => {}
        Minimum::Count(count) => {
            let items = built.map_or(usize::MAX, Scale::len);
            must(count > 0, "minimum.count", count as f64, "1 or more");
            if count > items {
                let wanted = format!("1 to {items}, the number of its items");
                must(false, "minimum.count", count as f64, &wanted);
            }
        }
        Minimum::Share(found) => {
            must(share(found), "minimum.share", found, "above 0, and 1 at most")
        }
        Minimum::EachFacet(found) => {
            must(share(found), "minimum.each_facet", found, "above 0, and 1 at most");
        }
        Minimum::ShareAndEach { share: found, each } => {
            must(share(found), "minimum.share", found, "above 0, and 1 at most");
            let smallest =
                built.and_then(|built| built.facets.iter().map(|facet| facet.core).min());
            if smallest.is_some_and(|smallest| each > smallest) {
                let wanted = "at most the number of items in its smallest facet";
                must(false, "minimum.in_each_facet", each as f64, wanted);
            }
        }
    }
    if let Some(precision) = scale.precision {
        let within = |found: f64| found > 0.0 && found < 1.0;
        let (deviation, reliability) = (precision.deviation, precision.reliability);
        must(deviation > 0.0, "precision.deviation", deviation, "above 0");
        most(deviation, "precision.deviation", &mut must);
        must(within(reliability), "precision.reliability", reliability, "above 0 and below 1");
        if let Some(retest) = precision.retest {
            must(within(retest), "precision.retest", retest, "above 0 and below 1");
        }
    }
    if let Some(norm) = &scale.norm {
        must(norm.deviation > 0.0, "norm.deviation", norm.deviation, "above 0");
        most(norm.deviation, "norm.deviation", &mut must);
        if let Some((lowest, highest)) = span {
            let within = norm.mean >= lowest && norm.mean <= highest;
            must(within, "norm.mean", norm.mean, &between(lowest, highest));
        }
        let path = [path, ".norm.source"].concat();
        too_long(&path, &norm.source, m);
        if is_blank(&norm.source) {
            m.add(path, "is empty: say who was asked, and where it is published");
        }
    }
}

fn bands(scale: &ScaleDefinition, path: &str, span: Option<(f64, f64)>, m: &mut Mistakes) {
    if scale.bands.is_empty() {
        return;
    }
    let path = [path, ".bands"].concat();
    m.range(&path, scale.bands.len(), 2..=MOST_BANDS, "bands");
    unique(&paths(&path, "id", &mut scale.bands.iter().map(|band| &band.id)), m);
    for (place, pair) in scale.bands.windows(2).enumerate() {
        if let [one, next] = pair
            && one.from >= next.from
        {
            m.add(at(&path, place + 1, "from"), "must be higher than that of the band before it");
        }
    }
    let Some((lowest, highest)) = span else { return };
    for (place, band) in scale.bands.iter().enumerate() {
        let begins = place > 0 || band.from.is_finite();
        if begins && (band.from < lowest || band.from > highest) {
            let range = ["scores of this scale lie ", &between(lowest, highest)].concat();
            let what = ["is ", &figure(band.from), ", but ", &range].concat();
            m.add(at(&path, place, "from"), what);
        }
    }
}

fn between(lowest: f64, highest: f64) -> String {
    ["from ", &figure(lowest), " to ", &figure(highest)].concat()
}
