//! Locales, instrument and regions as the browser gets them: one object per language, and the few words the loader needs.

use anyhow::{Context, Result};
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::{Locale, LocaleFile, Texts as Words};
use burnout_screener::packed::Packed;
use burnout_screener::regions::Regions;
use burnout_screener::tree::Tree;
use serde_json::{Value, json};

use crate::workspace::Workspace;

const INSTRUMENT: &str = "www/instruments/helping-strain.json";
const REGIONS: &str = "www/regions.json";

/// All texts there are.
pub(super) struct Texts {
    pub(super) languages: Vec<Language>,
    instrument: Value,
    regions: Value,
}

/// One locale file.
pub(super) struct Language {
    pub(super) code: String,
    pub(super) direction: String,
    file: String,
    locale: Value,
}

/// Lines for those of one role are left out where there is room for few.
const FOR_ONE_ROLE: [&str; 3] = ["carers", "doctors", "nurses"];

/// A crisis line where nothing of ours runs: its name, and the ways to reach it in the order of [`Language::ways`].
pub(super) struct Contacts {
    pub(super) name: Option<String>,
    pub(super) ways: [Option<String>; 3],
}

impl Texts {
    pub(super) fn read(workspace: &Workspace) -> Result<Self> {
        let mut languages = Vec::new();
        for code in workspace.names("www/locales", ".json")? {
            let file = format!("www/locales/{code}.json");
            let locale = workspace.json(&file)?;
            let direction = string(&locale, "direction")
                .with_context(|| format!("{file} has no \"direction\""))?;
            languages.push(Language { code, direction, file, locale });
        }
        languages
            .iter()
            .find(|language| language.code == "en")
            .context("www/locales/en.json is missing")?;
        let (instrument, mut regions) = (workspace.json(INSTRUMENT)?, workspace.json(REGIONS)?);
        for language in &languages {
            language.check(&instrument, &regions)?;
        }
        // Where a number was read is for those who check the list, not for those who call.
        drop_all(&mut regions, "source");
        Ok(Self { languages, instrument, regions })
    }

    /// What `mount` is given as its texts, as JSON.
    pub(super) fn setup(&self, language: &Language) -> Result<String> {
        let setup = json!({ "locale": language.locale, "instrument": self.instrument, "regions": self.regions });
        Ok(serde_json::to_string(&setup)?)
    }

    /// The same for the file that holds one language and the built-in questions alone: read already, and
    /// packed in the order in which its engine unpacks it. What is there for authors is left out.
    pub(super) fn own_setup(&self, language: &Language) -> Result<String> {
        let mut instrument = self.instrument.clone();
        for item in instrument.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten()
        {
            if let Some(fields) = item.as_object_mut() {
                fields.remove("sign");
            }
        }
        let asked: Instrument = serde_json::from_value(instrument).context(INSTRUMENT)?;
        let regions: Regions = serde_json::from_value(self.regions.clone()).context(REGIONS)?;
        let (texts, locale) = language.words(&asked, &regions)?;
        let mut packed = Vec::new();
        asked.pack(&mut packed);
        texts.pack(&mut packed);
        locale.pack(&regions, &mut packed);
        let packed: Vec<Value> = packed.iter().map(value).collect();
        Ok(serde_json::to_string(&json!({ "packed": packed, "regions": self.regions }))?)
    }

    /// The built-in questions and all words of a language.
    pub(super) fn words(&self, language: &Language) -> Result<(Instrument, Words, Locale)> {
        let asked = serde_json::from_value(self.instrument.clone()).context(INSTRUMENT)?;
        let regions = serde_json::from_value(self.regions.clone()).context(REGIONS)?;
        let (texts, locale) = language.words(&asked, &regions)?;
        Ok((asked, texts, locale))
    }

    /// Every region's id and crisis lines.
    pub(super) fn regions(&self) -> Result<Vec<(String, Vec<Contacts>)>> {
        let list = self
            .regions
            .get("regions")
            .and_then(Value::as_array)
            .with_context(|| format!("{REGIONS} has no \"regions\""))?;
        list.iter()
            .map(|region| {
                let id = string(region, "id")
                    .with_context(|| format!("{REGIONS}: a region has no \"id\""))?;
                let lines = region
                    .get("lines")
                    .and_then(Value::as_array)
                    .with_context(|| format!("{REGIONS}: {id} has no \"lines\""))?;
                let for_all = |line: &&Value| {
                    string(line, "what").is_none_or(|what| !FOR_ONE_ROLE.contains(&what.as_str()))
                };
                let contacts = lines.iter().filter(for_all).map(|line| Contacts {
                    name: string(line, "name"),
                    ways: ["call", "text", "web"].map(|way| string(line, way)),
                });
                Ok((id, contacts.collect()))
            })
            .collect()
    }

    /// What the loader says by itself, in every language.
    pub(super) fn for_loader(&self) -> Result<String> {
        let regions = self.regions()?;
        let mut languages = serde_json::Map::new();
        for language in &self.languages {
            let words = json!({
                "direction": language.direction,
                "title": language.message("frame.outer")?,
                "panel": language.panel()?,
                "ways": language.ways()?,
                "elsewhere": language.message("region.WORLD")?,
            });
            languages.insert(language.code.clone(), words);
        }
        // The browser itself knows what a country is called; `WORLD` it does not. Names of lines would take it over its
        // budget: they stand in the panel of the frame.
        let lines = regions
            .iter()
            .map(|(id, lines)| json!([id, lines.iter().map(|line| &line.ways).collect::<Vec<_>>()]))
            .collect::<Vec<_>>();
        Ok(serde_json::to_string(&json!({ "languages": languages, "lines": lines }))?)
    }
}

impl Language {
    /// Whether the widget, which takes no text for granted, will find every one that it needs.
    fn check(&self, instrument: &Value, regions: &Value) -> Result<()> {
        let asked: Instrument = serde_json::from_value(instrument.clone()).context(INSTRUMENT)?;
        let regions: Regions = serde_json::from_value(regions.clone()).context(REGIONS)?;
        self.words(&asked, &regions).map(drop)
    }

    /// Its words, joined to the questions.
    fn words(&self, asked: &Instrument, regions: &Regions) -> Result<(Words, Locale)> {
        let file = || self.file.clone();
        let words: LocaleFile = serde_json::from_value(self.locale.clone()).with_context(file)?;
        let locale = Locale::new(&words, regions).with_context(file)?;
        let texts = words
            .texts(asked)
            .with_context(|| format!("{}: instruments.{}", self.file, asked.id()))?;
        Ok((texts, locale))
    }

    pub(super) fn message(&self, key: &str) -> Result<String> {
        let messages = self.locale.get("messages");
        messages
            .and_then(|messages| string(messages, key))
            .with_context(|| format!("{} has no message \"{key}\"", self.file))
    }

    /// Title, text, and the sentence before the crisis lines.
    pub(super) fn panel(&self) -> Result<[String; 3]> {
        Ok([self.message("panel.title")?, self.message("panel.text")?, self.message("panel.help")?])
    }

    /// The sentences around a number to call, a number to write to, and an address.
    pub(super) fn ways(&self) -> Result<[String; 3]> {
        Ok([
            self.message("help.call")?,
            self.message("help.message")?,
            self.message("help.look_up")?,
        ])
    }
}

/// A packed value as JSON: whole numbers without a point.
#[expect(clippy::cast_possible_truncation, reason = "only what comes out as it went in is taken")]
fn value(tree: &Tree) -> Value {
    match tree {
        Tree::Bool(truth) => (*truth).into(),
        Tree::Number(number) if f64::from(*number as i32) == *number => (*number as i32).into(),
        Tree::Number(number) => (*number).into(),
        Tree::Text(text) => text.as_str().into(),
        // Nothing else is packed.
        _ => Value::Null,
    }
}

/// Leaves out every field of this name.
fn drop_all(value: &mut Value, name: &str) {
    match value {
        Value::Object(fields) => {
            fields.remove(name);
            fields.values_mut().for_each(|value| drop_all(value, name));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| drop_all(value, name)),
        _ => {}
    }
}

fn string(value: &Value, key: &str) -> Option<String> {
    Some(value.get(key)?.as_str()?.to_owned())
}
