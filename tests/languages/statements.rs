//! The statements are short, each of its own, and name where the strain comes from.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use burnout_screener::session::Voice;

use crate::common::built_in;
use crate::reading::{Language, languages};

/// Each statement with its scale, as each voice reads it.
pub(crate) fn statements(language: &Language) -> Vec<(String, Voice, String)> {
    let instrument = built_in();
    let texts = language.file.texts(&instrument).unwrap();
    let mut found = Vec::new();
    for place in 0..instrument.items().len() {
        let scales = instrument.scales().iter();
        let scale = scales.into_iter().find(|scale| scale.items().any(|item| item == place));
        for voice in Voice::ALL {
            found.push((scale.unwrap().id.clone(), voice, texts.item(place, voice).to_owned()));
        }
    }
    found
}

#[test]
fn every_statement_is_one_short_sentence_of_its_own() {
    for language in languages() {
        let all = statements(&language);
        for (_, _, text) in &all {
            assert!(text.chars().count() <= 85, "{}: {text}", language.code());
            let ends = ['.', '。', '।'];
            let stops = ['.', ':', ';', '؛', '。', '：', '；', '।'];
            assert!(text.ends_with(ends) && text.matches(stops).count() == 1, "{text}");
        }
        for voice in Voice::ALL {
            let own = || all.iter().filter(|(_, other, _)| *other == voice).map(|(.., text)| text);
            assert_eq!(own().collect::<BTreeSet<_>>().len(), own().count(), "{}", language.code());
        }
    }
}

/// The two strains are told apart by what each statement names as its source.
#[test]
fn every_statement_on_a_strain_names_its_source_and_not_that_of_the_other() {
    for language in languages() {
        let rules = language.rules();
        let all: Vec<&String> = rules.sources.values().flatten().collect();
        for (scale, voice, text) in statements(&language) {
            let lower = text.to_lowercase();
            let has = |words: &[String]| words.iter().any(|word| lower.contains(word));
            let told = format!("{} {scale} {voice:?}: {text}", language.code());
            match scale.as_str() {
                "burnout" => {
                    let source = &rules.sources[voice.name()];
                    assert!(has(source) && !has(&rules.suffering), "{told}");
                }
                "compassion_fatigue" => assert!(has(&rules.suffering), "{told}"),
                "tired" | "recovery" => {
                    let named = all.iter().any(|word| lower.contains(*word));
                    assert!(!has(&rules.suffering) && !named, "{told}");
                }
                _ => {}
            }
        }
    }
}

/// Every statement was translated back, and what came of that stands in the language's own page.
#[test]
fn what_was_translated_back_is_what_is_asked() {
    let instrument = built_in();
    for language in languages() {
        let page = format!("docs/translation/{}.md", language.code());
        let told = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&page)).unwrap();
        let texts = language.file.texts(&instrument).unwrap();
        for (place, item) in instrument.items().iter().enumerate() {
            let row = format!("| `{}` | {} |", item.id, texts.item(place, Voice::Work));
            assert!(told.contains(&row), "{page} has no row that begins: {row}");
        }
    }
}
