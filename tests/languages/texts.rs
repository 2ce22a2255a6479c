//! Every text is there, with the same places, in the right shape.

use std::collections::BTreeSet;

use crate::common::{built_in, english, english_json};
use crate::reading::{languages, places, read};

#[test]
fn every_language_has_all_texts_of_english_and_no_others() {
    let english: BTreeSet<String> = read(&english_json()).into_keys().collect();
    for language in languages() {
        let own: BTreeSet<String> = language.texts.keys().cloned().collect();
        assert_eq!(own, english, "{}", language.code());
        language.file.texts(&built_in()).unwrap();
        language.locale();
    }
}

#[test]
fn every_text_has_the_places_of_its_english_one() {
    let english = read(&english_json());
    let names =
        |text: &str| places(text).into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>();
    for language in languages() {
        for (path, text) in &language.texts {
            assert_eq!(names(text), names(&english[path]), "{} {path}: {text}", language.code());
        }
    }
}

/// By a count without words of its own a sentence would break, and only for some people.
#[test]
fn every_count_has_words_for_each_category_of_its_language() {
    for language in languages() {
        let categories: BTreeSet<String> =
            serde_json::from_value(language.json["plurals"].clone()).unwrap();
        assert!(categories.contains("other"));
        for (path, text) in &language.texts {
            for (name, own) in places(text) {
                let whole = own.is_empty() || own == categories;
                assert!(whole, "{} {path} {name}: {own:?}", language.code());
            }
        }
    }
}

#[test]
fn every_translation_says_that_nobody_who_treats_people_has_read_it_yet() {
    assert_eq!(english().review(), "");
    for language in languages() {
        assert!(!language.locale().review().trim().is_empty(), "{}", language.code());
    }
}

/// What stands there in English was forgotten, but for names, and words that are the same in both.
#[test]
fn no_text_was_left_in_english() {
    let same =
        ["map.burnout", "region.", "/burnout/name/all", "verdict.line", "signs.line", "join."];
    let english = read(&english_json());
    for language in languages() {
        for (path, text) in &language.texts {
            let known = same.iter().any(|same| path.contains(same)) || text == "“{statement}”";
            assert!(known || *text != english[path], "{} {path}: {text}", language.code());
        }
    }
}

#[test]
fn nothing_is_shouted_and_nothing_is_left_in_doubtful_shape() {
    for language in languages() {
        for (path, text) in &language.texts {
            let name = format!("{} {path}: '{text}'", language.code());
            assert!(!text.contains(['!', '¡', '<', '&', '"', '\t', '\n']), "{name}");
            assert!(!text.contains("  ") && text.trim() == text, "{name}");
            // Order is for the browser to keep, and not for signs in a text that nobody sees.
            assert!(!text.contains(['\u{200e}', '\u{200f}', '\u{2068}', '\u{2069}']), "{name}");
        }
    }
}
