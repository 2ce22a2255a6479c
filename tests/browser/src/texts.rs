//! The words and the questions, as the repository has them.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::workspace::Workspace;

/// As browsers write them in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One scored item.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// The scale that it counts for.
    pub scale: String,
    /// Whether a high answer means little strain.
    pub reversed: bool,
    /// Whether it is asked of some alone.
    pub bank: bool,
}

/// Something that is asked, as a person recognises it: by its words.
#[derive(Clone, Debug)]
pub enum Known {
    /// The role in which the person helps.
    Role,
    /// A question about the situation, with its options by id.
    Context(String, Vec<String>),
    /// A scored item.
    Item(Item),
}

/// The texts of a language, and the built-in instrument.
pub struct Texts {
    /// Such as `www/locales/en.json`.
    pub locale: Value,
    /// `www/instruments/helping-strain.json`.
    pub instrument: Value,
    known: HashMap<String, Known>,
    items: Vec<Item>,
}

impl Texts {
    /// Reads them in English.
    pub fn read() -> Result<Self> {
        Self::of(Workspace::here()?.json("www/locales/en.json")?)
    }

    /// Those of a locale file.
    pub fn of(locale: Value) -> Result<Self> {
        let workspace = Workspace::here()?;
        let instrument = workspace.json("www/instruments/helping-strain.json")?;
        let mut texts = Self { locale, instrument, known: HashMap::new(), items: Vec::new() };
        texts.learn()?;
        Ok(texts)
    }

    fn learn(&mut self) -> Result<()> {
        let words = self.words()?.clone();
        for item in list(&self.instrument, "items") {
            let id = text(item, "id")?;
            let counts = |facet: &Value| list(facet, "items").contains(&Value::from(id));
            let scale = list(&self.instrument, "scales")
                .iter()
                .find(|scale| counts(scale) || list(scale, "facets").iter().any(counts))
                .context("an item without a scale")?;
            let item = Item {
                id: id.to_owned(),
                scale: text(scale, "id")?.to_owned(),
                reversed: item.get("keying").and_then(Value::as_str) == Some("reversed"),
                bank: item.get("bank") == Some(&Value::Bool(true)),
            };
            let wordings = words.pointer(&format!("/items/{}", item.id));
            let by_voice = wordings.and_then(Value::as_object).into_iter().flatten();
            for said in by_voice.map(|(_, said)| said).chain(wordings).filter_map(Value::as_str) {
                self.known.insert(said.to_owned(), Known::Item(item.clone()));
            }
            self.items.push(item);
        }
        for question in list(&self.instrument, "context") {
            let id = text(question, "id")?.to_owned();
            let asked = words
                .pointer(&format!("/context/{id}/question"))
                .and_then(Value::as_str)
                .context("a context question without words")?;
            let options = list(question, "options")
                .iter()
                .map(|option| Ok(text(option, "id")?.to_owned()))
                .collect::<Result<Vec<_>>>()?;
            self.known.insert(asked.to_owned(), Known::Context(id, options));
        }
        let role = self.say("role.question")?.to_owned();
        self.known.insert(role, Known::Role);
        Ok(())
    }

    /// The texts of the built-in instrument.
    pub fn words(&self) -> Result<&Value> {
        let words = self.locale.pointer("/instruments/helping-strain");
        words.context("the locale has no texts for the instrument")
    }

    /// A message of the locale, as it is said to somebody at work.
    pub fn say(&self, key: &str) -> Result<&str> {
        self.say_to(key, "work")
    }

    /// A message of the locale in a voice.
    pub fn say_to(&self, key: &str, voice: &str) -> Result<&str> {
        let message = self.locale.get("messages").and_then(|all| all.get(key));
        let own = message.and_then(|words| words.get(voice).or_else(|| words.get("all")));
        own.or(message).and_then(Value::as_str).with_context(|| format!("the locale has no {key}"))
    }

    /// A message with its places filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        let message = self.say(key)?.to_owned();
        Ok(values
            .iter()
            .fold(message, |message, (name, value)| message.replace(&format!("{{{name}}}"), value)))
    }

    /// A day of the form 2026-11-26 as people read it.
    pub fn day(&self, day: &str) -> Result<String> {
        let mut parts = day.split('-').map(|part| part.trim_start_matches('0'));
        let mut part = || parts.next().with_context(|| format!("{day} is no day"));
        let (year, month, day) = (part()?, part()?.parse::<usize>()?, part()?);
        let name = MONTHS.get(month.wrapping_sub(1)).context("no such month")?;
        Ok(format!("{day} {name} {year}"))
    }

    /// The name of a scale in a role.
    pub fn scale(&self, id: &str, role: &str) -> Result<&str> {
        let name = self.words()?.pointer(&format!("/scales/{id}/name"));
        let name = name.with_context(|| format!("no name of the scale {id}"))?;
        let own = name.get(role).or_else(|| name.get("all")).or(Some(name)).and_then(Value::as_str);
        own.with_context(|| format!("no name of the scale {id} for {role}"))
    }

    /// The wording of an item in a role.
    pub fn item(&self, id: &str, role: &str) -> Result<&str> {
        let wordings = self
            .words()?
            .pointer(&format!("/items/{id}"))
            .with_context(|| format!("no item {id}"))?;
        let wording = wordings.get(role).or_else(|| wordings.get("all")).or(Some(wordings));
        wording.and_then(Value::as_str).with_context(|| format!("no wording of {id} for {role}"))
    }

    /// What a question is that is asked with these words.
    pub fn recognise(&self, asked: &str) -> Result<&Known> {
        let known = self.known.get(asked);
        known.with_context(|| format!("{asked:?} is asked, and the locale does not have it"))
    }

    /// Gives an item another wording, as a host's own instrument may.
    pub fn also_call(&mut self, id: &str, wording: &str) -> Result<()> {
        let item = self.items.iter().find(|item| item.id == id);
        let item = item.with_context(|| format!("no item {id}"))?.clone();
        self.known.insert(wording.to_owned(), Known::Item(item));
        Ok(())
    }

    /// All items in their order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }
}

fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    let found = value.get(key).and_then(Value::as_str);
    found.with_context(|| format!("no {key} in {value}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
