//! Which linkId and code stands for which question and option.

use std::collections::{BTreeMap, BTreeSet};

use burnout_screener::instrument::{Instrument, OptionSet};
use burnout_screener::profile::Found;
use serde_json::Value;
use thiserror::Error;

use super::choice::{Choice, Name};
use super::place::Place;
use super::wrong::{What, Wrong};
use crate::cell::shown;
use crate::columns::{Question, meant};

/// What is wrong with the names in an instrument's file.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum NamesError {
    /// A name for nothing.
    #[error("sources.{0} names nothing of this instrument")]
    Unknown(String),
    /// A name for two things.
    #[error("sources.{part} has '{name}' for two things, or for one that is named so already")]
    Twice {
        /// Where it stands.
        part: String,
        /// The name.
        name: String,
    },
}

/// What a linkId stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// An item, or a question about the situation.
    Question(Question),
    /// In which role somebody helps.
    Role,
    /// The signs to tick.
    Signs,
    /// The score of a scale, by its position.
    Score(usize),
    /// The band of a scale, by its position.
    Band(usize),
    /// What is passed over: a result, or a question that the instrument's file says to have left out.
    Beside,
}

/// The names of everything in an instrument.
#[derive(Clone, Debug)]
pub struct Names {
    links: BTreeMap<String, Asked>,
    /// By option set and option the code, where it is not the id.
    codes: Vec<Vec<Option<String>>>,
    /// The address of the Questionnaire that the file was made from.
    url: Option<String>,
}

impl Names {
    /// Those of an instrument, with what its file says under `sources`.
    ///
    /// # Errors
    /// When a name there stands for nothing, or for two things.
    pub fn new(instrument: &Instrument, file: &Value) -> Result<Self, NamesError> {
        let sources = file.get("sources");
        let said = |part: &str, id: &str| sources?.get(part)?.get(id)?.as_str();
        let mut links = BTreeMap::new();
        let left_out = sources.and_then(|sources| sources.get("left_out")?.as_array());
        for link in left_out.into_iter().flatten().filter_map(Value::as_str) {
            links.insert(link.to_owned(), Asked::Beside);
        }
        if instrument.profiled().is_some() {
            let results =
                Found::ALL.map(|found| (format!("result.{}", found.name()), Asked::Beside));
            links.extend(results);
        }
        if instrument.asks_role() {
            links.insert("setting.role".to_owned(), Asked::Role);
        }
        if !instrument.signs().is_empty() {
            links.insert("signs.ticked".to_owned(), Asked::Signs);
        }
        for (place, scale) in instrument.scales().iter().enumerate() {
            links.insert(format!("score.{}", scale.id), Asked::Score(place));
            if !scale.bands.is_empty() {
                links.insert(format!("band.{}", scale.id), Asked::Band(place));
            }
        }
        for (place, asked) in instrument.context().iter().enumerate() {
            let question = Asked::Question(Question::Context(place));
            links.insert(format!("context.{}", asked.id), question);
        }
        let items = instrument.items().iter();
        known(sources, "link_ids", items.clone().map(|item| item.id.as_str()))?;
        for (place, item) in items.enumerate() {
            let link = said("link_ids", &item.id).unwrap_or(&item.id);
            let asked = Asked::Question(Question::Item(place));
            let before = links.insert(link.to_owned(), asked);
            if let Some(Asked::Question(Question::Item(_))) = before {
                let (part, name) = ("link_ids".to_owned(), link.to_owned());
                return Err(NamesError::Twice { part, name });
            }
        }
        let sets = instrument.option_sets().iter();
        known(sources, "codes", sets.clone().map(|set| set.id.as_str()))?;
        let codes = sets.map(|set| codes(sources.and_then(|sources| sources.get("codes")), set));
        let codes = codes.collect::<Result<_, _>>()?;
        let url = sources.and_then(|sources| sources.get("questionnaire")?.as_str());
        Ok(Self { links, codes, url: url.map(str::to_owned) })
    }

    /// What a linkId stands for.
    ///
    /// # Errors
    /// With what may be meant, where it stands for nothing.
    pub fn find(&self, link: &str) -> Result<Asked, What> {
        let known = self.links.keys().map(String::as_str);
        self.links.get(link).copied().ok_or_else(|| What::Unknown(meant(link, known)))
    }

    /// Whether this is the address of the Questionnaire that the instrument's file was made from.
    #[must_use]
    pub fn is_from(&self, url: &str) -> bool {
        self.url.as_deref() == Some(url)
    }

    /// The option of an item that an answer names: by its code, or where it has none by its number, or by
    /// its ordinal value alone.
    ///
    /// # Errors
    /// When it is not offered, or its ordinal value is not that of the option.
    pub fn option(
        &self,
        instrument: &Instrument,
        item: usize,
        at: &Place<'_>,
    ) -> Result<u8, Wrong> {
        let answer = Choice::new(at)?;
        let options = instrument.options(item);
        let set = instrument.items().get(item).and_then(|item| self.codes.get(item.set));
        let codes = set.map(Vec::as_slice).unwrap_or_default();
        let by_code = |code: &str| codes.iter().position(|known| known.as_deref() == Some(code));
        let by_value =
            |value: f64| options.iter().position(|option| f64::from(option.value) == value);
        let place = match (&answer.name, answer.ordinal) {
            (Some(Name::Code(code)), _) => by_code(code).or_else(|| {
                // An id whose code is another one is no code.
                let own = |place: &usize| codes.get(*place).is_none_or(Option::is_none);
                options.iter().position(|option| option.id == *code).filter(own)
            }),
            (Some(name @ Name::Number(value)), _) => {
                by_code(&name.text()).or_else(|| by_value(*value))
            }
            (None, Some(value)) => by_value(value),
            (None, None) => return Err(at.wrong(What::NoAnswer)),
        };
        let chosen = place.and_then(|place| Some((u8::try_from(place).ok()?, options.get(place)?)));
        let Some((place, option)) = chosen else {
            let said = match (&answer.name, answer.ordinal) {
                (Some(name), _) => shown(&name.text()),
                (None, value) => format!("worth {}", value.unwrap_or_default()),
            };
            let offered = options.iter().enumerate().map(|(place, option)| {
                let code = codes.get(place).and_then(Option::as_deref);
                format!("{} ({})", code.unwrap_or(&option.id), option.value)
            });
            let offered = offered.collect::<Vec<_>>().join(", ");
            return Err(at.wrong(What::NotOffered { said, offered }));
        };
        match answer.ordinal {
            Some(said) if said != f64::from(option.value) => {
                let (option, value) = (option.id.clone(), option.value);
                Err(at.wrong(What::Ordinal { said, option, value }))
            }
            _ => Ok(place),
        }
    }
}

/// The codes of a set by its options, where they are not the ids.
fn codes(all: Option<&Value>, set: &OptionSet) -> Result<Vec<Option<String>>, NamesError> {
    let part = format!("codes.{}", set.id);
    let named = all.and_then(|all| all.get(&set.id));
    let ids = set.options.iter().map(|option| option.id.as_str());
    each_known(named, &part, ids.clone())?;
    let code = |id: &str| named?.get(id)?.as_str();
    let mut taken = BTreeSet::new();
    for name in ids.clone().map(|id| code(id).unwrap_or(id)) {
        if !taken.insert(name) {
            return Err(NamesError::Twice { part, name: name.to_owned() });
        }
    }
    Ok(ids.map(|id| code(id).map(str::to_owned)).collect())
}

fn known<'a>(
    sources: Option<&Value>,
    part: &str,
    ids: impl Iterator<Item = &'a str>,
) -> Result<(), NamesError> {
    each_known(sources.and_then(|sources| sources.get(part)), part, ids)
}

/// Whether everything that is named is one of these.
fn each_known<'a>(
    named: Option<&Value>,
    part: &str,
    ids: impl Iterator<Item = &'a str>,
) -> Result<(), NamesError> {
    let ids: BTreeSet<&str> = ids.collect();
    let mut names = named.and_then(Value::as_object).into_iter().flat_map(|named| named.keys());
    match names.find(|name| !ids.contains(name.as_str())) {
        Some(name) => Err(NamesError::Unknown(format!("{part}.{name}"))),
        None => Ok(()),
    }
}
