//! Locales, instrument and regions as the browser gets them: one object per language, and the few words the loader needs.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::{Locale, LocaleFile, Texts as Words};
use burnout_screener::packed::Packed;
use burnout_screener::regions::{Line, Region, Regions};
use burnout_screener::tree::Tree;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

pub(super) const INSTRUMENT: &str = "www/instruments/helping-strain.json";
pub(super) const REGIONS: &str = "www/regions.json";

/// The region of everybody else.
const WORLD: &str = "WORLD";

/// The language whose words the script tag's own code holds.
const IN_LOADER: &str = "en";

/// How many letters of the base64 of a SHA-256 tell words from any others: 132 bits, which nobody finds other words for. As in
/// `www/embed/frame.js`.
const KNOWN_BY: usize = 22;

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
    pub(super) file: String,
    locale: Value,
}

/// Lines for those of one role are left out where there is room for few.
const FOR_ONE_ROLE: [&str; 3] = ["carers", "doctors", "nurses"];

/// A crisis line where nothing of ours runs: its name, and the ways to reach it in the order of [`Language::ways`].
pub(super) struct Contacts {
    pub(super) name: Option<String>,
    pub(super) ways: [Option<String>; 3],
}

/// Whether a line with this as its `what` is there for everybody.
pub(super) fn is_for_all(what: Option<&str>) -> bool {
    what.is_none_or(|what| !FOR_ONE_ROLE.contains(&what))
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
        let (instrument, mut regions) = (workspace.json(INSTRUMENT)?, workspace.json(REGIONS)?);
        for language in &languages {
            language.check(&instrument, &regions)?;
        }
        // Where a number was read is for those who check the list, not for those who call.
        drop_all(&mut regions, "source");
        Ok(Self { languages, instrument, regions })
    }

    /// The list of regions as the browser gets it.
    pub(super) fn list(&self) -> &Value {
        &self.regions
    }

    /// What `prepare` is given as its texts, as JSON.
    pub(super) fn setup(&self, language: &Language) -> Result<String> {
        let setup = json!({
            "locale": language.locale, "instrument": self.instrument, "regions": self.regions,
            "tongues": self.tongues(|_| Ok(String::new()))?,
        });
        Ok(serde_json::to_string(&setup)?)
    }

    /// Of each language its tag, what it calls itself, and what its words are known by.
    fn tongues(&self, known_by: impl Fn(&Language) -> Result<String>) -> Result<Vec<String>> {
        let named = |each: &Language| Ok([each.code.clone(), each.name()?, known_by(each)?]);
        Ok(self.languages.iter().map(named).collect::<Result<Vec<_>>>()?.concat())
    }

    /// The same for the file that holds one language and the built-in questions alone. Of every language it has what its words
    /// are known by when they come later: the beginning of the SHA-256 of all of them.
    pub(super) fn own_setup(&self, language: &Language) -> Result<String> {
        let proof = |each: &Language| {
            let digest = BASE64.encode(Sha256::digest(self.packed(each)?.to_string()));
            Ok(digest.chars().take(KNOWN_BY).collect())
        };
        let setup = json!({
            "packed": self.packed(language)?, "regions": self.nameless_lines(), "tongues": self.tongues(proof)?,
        });
        Ok(serde_json::to_string(&setup)?)
    }

    /// The built-in questions and all words of a language: read already, and packed in the order in which the engine unpacks
    /// them. What is there for authors is left out.
    pub(super) fn packed(&self, language: &Language) -> Result<Value> {
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
        Ok(packed.iter().map(value).collect())
    }

    /// The regions with lines whose ids say nothing: only those who check the list go by them.
    fn nameless_lines(&self) -> Value {
        let mut all = self.regions.clone();
        let regions = all.get_mut("regions").and_then(Value::as_array_mut);
        for region in regions.into_iter().flatten() {
            let lines = region.get_mut("lines").and_then(Value::as_array_mut);
            for fields in lines.into_iter().flatten().filter_map(Value::as_object_mut) {
                fields.insert("id".to_owned(), "".into());
            }
        }
        all
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
        let contacts = |line: &Line| Contacts {
            name: line.name.clone(),
            ways: [&line.call, &line.text, &line.web].map(Clone::clone),
        };
        let of = |region: &Region| {
            let lines = region.lines.iter().filter(|line| is_for_all(line.what.as_deref()));
            (region.id.clone(), lines.map(contacts).collect())
        };
        Ok(self.lines()?.all().iter().map(of).collect())
    }

    /// The list as the widget reads it.
    pub(super) fn lines(&self) -> Result<Regions> {
        serde_json::from_value(self.regions.clone()).context(REGIONS)
    }

    /// Where a line can be looked up, wherever somebody is.
    pub(super) fn anywhere(&self) -> Result<String> {
        let regions = self.regions()?;
        let world = regions.iter().find(|(id, _)| id == WORLD).map(|(_, lines)| lines);
        let [.., web] = world
            .and_then(|lines| lines.first())
            .map(|line| &line.ways)
            .with_context(|| format!("{REGIONS} has no {WORLD}"))?;
        web.clone().with_context(|| format!("{REGIONS}: {WORLD} has no address"))
    }

    /// What the script tag's own code holds: the words of one language, the codes of all, and one line of help for each
    /// region, a number where there is one. That of every other line would take it over its budget: they stand in the panel
    /// of the frame.
    pub(super) fn for_loader(&self) -> Result<String> {
        let mut lines = serde_json::Map::new();
        for (id, contacts) in self.regions()? {
            let way = |place: usize| contacts.iter().find_map(|line| line.ways.get(place)?.clone());
            let line = way(0).or_else(|| way(2));
            let line =
                line.with_context(|| format!("{REGIONS}: {id} has nothing to call or to look up"))?;
            lines.insert(id, line.into());
        }
        let codes: Vec<&str> = self.languages.iter().map(|each| each.code.as_str()).collect();
        let here = self.languages.iter().find(|language| language.code == IN_LOADER);
        let english = here.with_context(|| format!("www/locales/{IN_LOADER}.json is missing"))?;
        let english = self.words_for_loader(english)?;
        Ok(serde_json::to_string(&json!({ "codes": codes, "english": english, "lines": lines }))?)
    }

    /// What the script tag's own code says in a language.
    pub(super) fn words_for_loader(&self, language: &Language) -> Result<Value> {
        let [call, _, look_up] = language.ways()?;
        let [title, _, help] = language.panel()?;
        let asked: Instrument =
            serde_json::from_value(self.instrument.clone()).context(INSTRUMENT)?;
        let (words, _) = language.words(&asked, &self.lines()?)?;
        Ok(json!({
            "language": language.code,
            "direction": language.direction,
            "title": language.message("frame.outer")?,
            "first": [words.title(), words.intro()],
            "loading": language.message("panel.loading")?,
            "now": language.message("help.now")?,
            "panel": [title, help],
            "contact": around(&language.message("places.contact")?),
            "ways": [around(&call), around(&look_up)],
        }))
    }

    /// What the panel of the loader gets from the doctor: every line of every region, and what `WORLD` is called; the browser
    /// itself knows the names of countries.
    pub(super) fn for_check(&self) -> Result<String> {
        let regions = self.regions()?;
        let lines = regions.iter().map(|(id, lines)| {
            let lines = lines.iter().map(|line| json!([line.name, line.ways]));
            json!([id, lines.collect::<Vec<_>>()])
        });
        let mut languages = serde_json::Map::new();
        for language in &self.languages {
            let words = json!({
                "text": language.message("panel.text")?,
                "ways": language.ways()?,
                "elsewhere": language.message("region.WORLD")?,
            });
            languages.insert(language.code.clone(), words);
        }
        let value = json!({ "languages": languages, "lines": lines.collect::<Vec<_>>() });
        Ok(serde_json::to_string(&value)?)
    }

    /// The languages whose few words the script tag's own code loads only where they are wanted.
    pub(super) fn beside_loader(&self) -> impl Iterator<Item = &Language> {
        self.languages.iter().filter(|language| language.code != IN_LOADER)
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

    /// What it calls itself.
    pub(super) fn name(&self) -> Result<String> {
        string(&self.locale, "name").with_context(|| format!("{} has no \"name\"", self.file))
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

/// What stands before and after the placeholder of a sentence, whatever it is called.
pub(super) fn around(sentence: &str) -> [&str; 2] {
    let (before, rest) = sentence.split_once('{').unwrap_or((sentence, ""));
    [before, rest.split_once('}').map_or("", |(_, after)| after)]
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
