//! The locale files as the tests read them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use burnout_screener::locale::{Locale, LocaleFile};
use serde::Deserialize;
use serde_json::Value;

use crate::common::regions;

/// A language that is not English.
pub(crate) struct Language {
    pub(crate) json: Value,
    pub(crate) file: LocaleFile,
    pub(crate) texts: BTreeMap<String, String>,
}

/// What a language may never say, and the words by which its statements name where a strain comes from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    /// What no text holds, in small letters.
    pub(crate) forbidden: Vec<String>,
    /// Harmless words that hold the letters of those.
    pub(crate) holds: Vec<String>,
    /// The word for a diagnosis, which stands only in what says that this is none.
    pub(crate) diagnosis: String,
    pub(crate) none: Vec<String>,
    /// The suffering of others, in the statements.
    pub(crate) suffering: Vec<String>,
    /// What wears somebody out, for each voice.
    pub(crate) sources: BTreeMap<String, Vec<String>>,
}

impl Language {
    /// They stand beside the tests, one file a language.
    pub(crate) fn rules(&self) -> Rules {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/languages/rules");
        let read = fs::read_to_string(folder.join(format!("{}.json", self.code())));
        assert!(read.is_ok(), "tests/languages/rules has no {}.json", self.code());
        serde_json::from_str(&read.unwrap()).unwrap()
    }

    pub(crate) fn code(&self) -> &str {
        &self.file.language
    }

    pub(crate) fn locale(&self) -> Locale {
        Locale::new(&self.file, &regions()).unwrap()
    }
}

pub(crate) fn languages() -> Vec<Language> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/locales");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let json: Value = serde_json::from_str(&text).unwrap();
        let file: LocaleFile = serde_json::from_str(&text).unwrap();
        assert_eq!(path.file_stem().unwrap().to_str(), Some(file.language.as_str()));
        if file.language != "en" {
            found.push(Language { texts: read(&json), json, file });
        }
    }
    assert!(found.len() >= 2, "there are languages to look at");
    found
}

pub(crate) fn language(code: &str) -> Language {
    languages().into_iter().find(|language| language.code() == code).unwrap()
}

/// The texts that people read, by the path to them.
pub(crate) fn read(json: &Value) -> BTreeMap<String, String> {
    pub(crate) fn walk(path: String, value: &Value, found: &mut BTreeMap<String, String>) {
        match value {
            Value::String(text) => {
                found.insert(path, text.clone());
            }
            Value::Object(entries) => {
                entries.iter().for_each(|(key, entry)| walk(format!("{path}/{key}"), entry, found));
            }
            Value::Array(entries) => {
                let entries = entries.iter().enumerate();
                entries.for_each(|(place, entry)| walk(format!("{path}/{place}"), entry, found));
            }
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    for part in ["messages", "advice", "instruments"] {
        walk(part.to_owned(), &json[part], &mut found);
    }
    found
}

/// The places of a text: the name of each, and the categories that it has words for.
pub(crate) fn places(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    let (mut deep, mut word) = (0, String::new());
    for c in text.chars() {
        match c {
            '{' if deep == 0 => (deep, word) = (1, String::new()),
            '{' => {
                deep += 1;
                let key = word.split([',', '}']).next_back().unwrap().trim().to_owned();
                found.last_mut().unwrap().1.insert(key);
            }
            '}' => {
                deep -= 1;
                if deep == 0 && !word.contains(", plural,") {
                    found.push((word.clone(), BTreeSet::new()));
                }
                word.push('}');
            }
            _ => {
                word.push(c);
                if deep == 1 && word.ends_with(", plural,") {
                    let name = word.split(',').next().unwrap().to_owned();
                    found.push((name, BTreeSet::new()));
                }
            }
        }
    }
    assert_eq!(deep, 0, "{text}");
    found
}

#[test]
fn the_reader_of_places_sees_names_and_categories() {
    let text = "{a} of {n, plural, one {# thing} other {# things}}, {b}";
    let names: Vec<String> = places(text).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a", "n", "b"]);
    assert_eq!(places(text)[1].1.iter().collect::<Vec<_>>(), ["one", "other"]);
}
