//! The beginning of an instrument's file, from what a Questionnaire asks.

use serde_json::{Map, Value, json};

use super::asked::{Asked, Item, Offer};
use super::ids;
use super::place::Place;
use crate::cell::shown;

/// The most bytes of the terms of a licence.
const LONGEST_TERMS: usize = 2_000;
/// The most blocks of a file.
const MOST_BLOCKS: usize = 20;

/// A file on its way.
pub(super) struct Skeleton<'a> {
    asked: &'a Asked,
    /// The id of each item.
    ids: Vec<String>,
    /// The different sets of options.
    sets: Vec<&'a [Offer]>,
    /// What whoever made it should know.
    pub(super) notes: Vec<String>,
}

impl<'a> Skeleton<'a> {
    pub(super) fn new(asked: &'a Asked) -> Self {
        let links: Vec<&str> = asked.items.iter().map(|item| item.link.as_str()).collect();
        let mut sets: Vec<&[Offer]> = Vec::new();
        for item in &asked.items {
            if !sets.contains(&item.options.as_slice()) {
                sets.push(&item.options);
            }
        }
        Self { asked, ids: ids::unique(&links, "item"), sets, notes: asked.notes.clone() }
    }

    pub(super) fn file(&mut self, root: &Place<'_>) -> Value {
        let names = ["name", "id", "title", "url"].into_iter().find_map(|field| root.text(field));
        let blocks = self.blocks();
        let mut file = Map::new();
        let mut put = |name: &str, value: Value| file.insert(name.to_owned(), value);
        put("$schema", "burnout-screener.instrument.schema.json".into());
        put("format", 2.into());
        put("id", ids::of(names.unwrap_or_default(), "questionnaire").into());
        put("version", root.text("version").unwrap_or("1").into());
        if let Some(title) = root.text("title") {
            put("title", title.into());
        }
        let copyright = root.text("copyright");
        let terms = copyright.filter(|terms| terms.len() <= LONGEST_TERMS);
        match (terms, copyright) {
            (Some(terms), _) => drop(put("licence", json!({ "terms": terms }))),
            (None, Some(_)) => self.notes.push(
                "copyright is longer than `licence.terms` may be: it stands in `sources`"
                    .to_owned(),
            ),
            (None, None) => self.notes.push(
                "there is no copyright: find out on which terms it may be used, and say them in \
                 `licence.terms`"
                    .to_owned(),
            ),
        }
        put("validated", false.into());
        put("sources", self.sources(root, copyright.filter(|_| terms.is_none())));
        put("option_sets", self.option_sets());
        if let Blocks::Several(blocks) = &blocks {
            put("blocks", blocks.iter().map(|(id, _)| json!({ "id": id })).collect());
        }
        put("items", self.items(&blocks));
        put("scales", json!([{ "id": "total", "method": "sum", "items": self.ids }]));
        put("text", self.text(root, &blocks));
        file.into()
    }

    /// Where it comes from, and every name that could not stay as it was: `fhir score` reads them.
    fn sources(&self, root: &Place<'_>, copyright: Option<&str>) -> Value {
        let mut sources = Map::new();
        if let Some(url) = root.text("url") {
            sources.insert("questionnaire".to_owned(), url.into());
        }
        if let Some(copyright) = copyright {
            sources.insert("copyright".to_owned(), copyright.into());
        }
        let links = self.ids.iter().zip(&self.asked.items);
        let links = links.filter(|(id, item)| **id != item.link);
        let links: Map<_, _> =
            links.map(|(id, item)| (id.clone(), item.link.as_str().into())).collect();
        let mut codes = Map::new();
        for (place, set) in self.sets.iter().enumerate() {
            let named = options(set).into_iter().zip(*set).filter(|(id, offer)| *id != offer.code);
            let named: Map<_, _> =
                named.map(|(id, offer)| (id, offer.code.as_str().into())).collect();
            if !named.is_empty() {
                codes.insert(self.set(place), named.into());
            }
        }
        for (name, map) in [("link_ids", links), ("codes", codes)] {
            if !map.is_empty() {
                sources.insert(name.to_owned(), map.into());
            }
        }
        if !self.asked.left_out.is_empty() {
            sources.insert("left_out".to_owned(), self.asked.left_out.clone().into());
        }
        sources.into()
    }

    /// The name of an option set.
    fn set(&self, place: usize) -> String {
        if self.sets.len() == 1 { "options".to_owned() } else { format!("options_{}", place + 1) }
    }

    fn option_sets(&self) -> Value {
        let set = |(place, set): (usize, &&[Offer])| {
            let each = options(set).into_iter().zip(*set);
            let each = each.map(|(id, offer)| json!({ "id": id, "value": offer.value }));
            (self.set(place), each.collect())
        };
        self.sets.iter().enumerate().map(set).collect::<Map<_, _>>().into()
    }

    fn items(&self, blocks: &Blocks) -> Value {
        let item = |(id, item): (&String, &Item)| {
            let mut fields = Map::new();
            fields.insert("id".to_owned(), id.as_str().into());
            if self.sets.len() > 1 {
                let place = self.sets.iter().position(|set| **set == item.options);
                fields.insert("options".to_owned(), self.set(place.unwrap_or_default()).into());
            }
            if let Blocks::Several(blocks) = blocks {
                let block = blocks.iter().find(|(_, group)| Some(*group) == item.group);
                fields.extend(block.map(|(block, _)| ("block".to_owned(), block.as_str().into())));
            }
            Value::from(fields)
        };
        self.ids.iter().zip(&self.asked.items).map(item).collect()
    }

    fn text(&self, root: &Place<'_>, blocks: &Blocks) -> Value {
        let mut text = Map::new();
        let said = |group: usize| {
            self.asked.groups.get(group).map(|group| &group.text).filter(|text| !text.is_empty())
        };
        if let Some(title) = root.text("title") {
            text.insert("title".to_owned(), title.into());
        }
        if let Blocks::One(group) = blocks {
            text.extend(said(*group).map(|said| ("look_back".to_owned(), said.as_str().into())));
        }
        let words = |(place, set): (usize, &&[Offer])| {
            let each = options(set).into_iter().zip(*set);
            let each = each.map(|(id, offer)| (id, offer.words.as_str().into()));
            (self.set(place), each.collect::<Map<_, _>>().into())
        };
        let sets = self.sets.iter().enumerate().map(words);
        text.insert("options".to_owned(), sets.collect::<Map<_, _>>().into());
        let items = self.ids.iter().zip(&self.asked.items);
        let items = items.map(|(id, item)| (id.clone(), item.text.as_str().into()));
        text.insert("items".to_owned(), items.collect::<Map<_, _>>().into());
        text.insert("scales".to_owned(), json!({ "total": { "name": "Total" } }));
        if let Blocks::Several(blocks) = blocks {
            let each = blocks.iter().filter_map(|(id, group)| {
                Some((id.clone(), json!({ "look_back": said(*group)? })))
            });
            let each: Map<_, _> = each.collect();
            if !each.is_empty() {
                text.insert("blocks".to_owned(), each.into());
            }
        }
        text.into()
    }

    /// The groups as blocks, where they can be: each item stands in one, and those of one group together.
    fn blocks(&mut self) -> Blocks {
        let mut groups: Vec<Option<usize>> =
            self.asked.items.iter().map(|item| item.group).collect();
        groups.dedup();
        let mut known: Vec<usize> = groups.iter().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        match *groups {
            [Some(one)] => Blocks::One(one),
            _ if known.len() == groups.len() && groups.len() <= MOST_BLOCKS => {
                let all = groups.iter().flatten().copied();
                let links: Vec<&str> = all
                    .clone()
                    .filter_map(|group| Some(self.asked.groups.get(group)?.link.as_str()))
                    .collect();
                Blocks::Several(ids::unique(&links, "block").into_iter().zip(all).collect())
            }
            _ => {
                let lost = self.asked.groups.iter().filter(|group| !group.text.is_empty());
                self.notes.extend(lost.map(|group| {
                    format!(
                        "the words above the group {} are left out: items stand outside of groups, or \
                         apart from others of their group",
                        shown(&group.link)
                    )
                }));
                Blocks::None
            }
        }
    }
}

/// What the groups become.
enum Blocks {
    /// Nothing.
    None,
    /// One of them has every item.
    One(usize),
    /// Blocks, each with its id and its group.
    Several(Vec<(String, usize)>),
}

/// The id of each option of a set. A number is no id: where an answer is a number, that is a value.
fn options(set: &[Offer]) -> Vec<String> {
    let name = |offer: &Offer| {
        if offer.is_number { format!("value {}", offer.code) } else { offer.code.clone() }
    };
    let names: Vec<String> = set.iter().map(name).collect();
    ids::unique(&names.iter().map(String::as_str).collect::<Vec<_>>(), "option")
}
