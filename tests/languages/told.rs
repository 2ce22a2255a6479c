//! Results, as they are told.

use std::collections::BTreeSet;

use burnout_screener::session::Role;

use crate::common::person::Person;
use crate::common::told::Teller;
use crate::reading::languages;

/// Names and units that are written in Latin letters in every language.
const LATIN: [&str; 4] = ["EMDR", "MBI", "ProQOL", "CSV"];

/// Whatever is found, no place in a sentence stays open, and no word of another language gets in.
#[test]
fn every_result_is_told_in_whole_sentences() {
    for language in languages() {
        let teller = Teller::in_the_words_of(&language.file);
        let mut headlines = BTreeSet::new();
        for pattern in 0..500_u32 {
            let mut person = Person::answering(0);
            // Numbers that look as if by chance, and are the same each time.
            let mut drawn = pattern.wrapping_mul(2_654_435_761);
            let level = pattern % 5;
            for (place, option) in person.items.values_mut().enumerate() {
                drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let strained = (pattern >> (place % 3)) & 1 == 1;
                let option_drawn = if strained { 4 - drawn % 2 } else { level.min(drawn % 5) };
                *option = u8::try_from(option_drawn).unwrap();
            }
            person.items.retain(|_, _| {
                drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                pattern % 4 != 0 || drawn % 3 != 0
            });
            person.role = [Some(Role::Work), Some(Role::Caring), None][pattern as usize % 3];
            for (question, options) in [
                ("exposure", ["never", "often"]),
                ("impact", ["none", "very_much"]),
                ("duration", ["under_two_weeks", "over_six_months"]),
            ] {
                drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let option = options[usize::from(drawn % 2 == 0)];
                person.context.insert(question.to_owned(), option.to_owned());
            }
            let told = teller.tell(&person);
            headlines.insert(told.headline.clone());
            for said in told.sentences.iter().chain(&told.quotes) {
                assert!(!said.contains(['{', '}']) && !said.contains("  "), "{said}");
                let plain = LATIN.iter().fold(said.clone(), |said, name| said.replace(name, ""));
                let latin = plain.chars().any(|c| c.is_ascii_alphabetic());
                assert!(language.code() != "ar" || !latin, "{said}");
            }
        }
        assert!(headlines.len() > 15, "{}: {headlines:?}", language.code());
    }
}
