//! The scoring keys that are shipped without a word of the questionnaires: each is a whole definition, its
//! own tests hold, and a fault anywhere in it would break one of them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod cases;
mod faults;
mod key;
mod off_scale;
mod told;
mod vectors;

use burnout_screener::instrument::{Direction, Instrument};
use burnout_screener::loading;
use key::{KEYS, brought, emptied, file, places, said, worded};
use serde_json::Value;

#[test]
fn each_key_of_the_folder_is_tested_here() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/instruments/keys");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, KEYS.map(|key| format!("{key}.json")));
}

#[test]
fn with_words_in_its_places_each_key_passes_every_lint_and_its_own_tests() {
    for key in KEYS {
        let (instrument, texts) =
            brought(worded(file(key))).map_err(|error| format!("{key}: {error}")).unwrap();
        assert_eq!(instrument.id(), key);
        assert!(instrument.profiled().is_none() && !instrument.asks_role(), "{key}");
        let last = instrument.items().len() - 1;
        let item = texts.item(last, burnout_screener::session::Voice::Work);
        assert_eq!(item, format!("Words for i{}", last + 1));
    }
}

#[test]
fn a_key_is_whole_without_words_and_only_words_are_missing_from_it() {
    for key in KEYS {
        let file = file(key);
        assert!(file.get("text").is_none(), "{key} has words");
        let tree = serde_json::from_value(file.clone()).unwrap();
        loading::instrument(&burnout_screener::tree::Node::new(&tree)).unwrap();
        assert_eq!(
            said(file),
            ["text must be there: the words of this instrument, by its ids"],
            "{key}"
        );
    }
}

#[test]
fn each_empty_place_for_words_is_named() {
    for key in KEYS {
        let file = emptied(file(key));
        let places = places(&file["text"], "text");
        let said = said(file);
        // Fifty mistakes are named at once.
        assert_eq!(said.len(), places.len().min(50), "{key}");
        for mistake in said {
            let place = mistake.strip_suffix(" is empty").unwrap_or_else(|| panic!("{mistake}"));
            assert!(places.iter().any(|known| known == place), "{key}: {place}");
        }
    }
}

#[test]
fn what_is_good_when_high_is_marked_so_and_nothing_else() {
    let mut good: Vec<String> = Vec::new();
    for key in KEYS {
        let (instrument, _) = brought(worded(file(key))).unwrap();
        let scales = instrument.scales().iter();
        let found = scales.filter(|scale| scale.direction == Direction::Good);
        good.extend(found.map(|scale| format!("{key} {}", scale.id)));
    }
    assert_eq!(
        good,
        [
            "mbi-gs professional_efficacy",
            "mbi-hss personal_accomplishment",
            "proqol-5 compassion_satisfaction"
        ]
    );
}

/// The lowest and the highest score, and how many items, as the published forms have them.
#[test]
fn each_scale_has_as_many_items_and_the_range_that_is_published() {
    let expected = [
        (
            "bat-12",
            "exhaustion 3 1-5, mental_distance 3 1-5, cognitive_impairment 3 1-5, emotional_impairment 3 1-5, total 12 1-5",
        ),
        ("bat-4", "total 4 1-5"),
        ("cbi", "personal 6 0-100, work 7 0-100, client 6 0-100"),
        ("cf-short", "job_burnout 8 1-10, secondary_trauma 5 1-10"),
        ("gad-7", "total 7 0-21"),
        ("ies-r", "intrusion 8 0-4, avoidance 8 0-4, hyperarousal 6 0-4, total 22 0-88"),
        ("mbi-gs", "exhaustion 5 0-6, cynicism 5 0-6, professional_efficacy 6 0-6"),
        (
            "mbi-hss",
            "emotional_exhaustion 9 0-54, depersonalization 5 0-30, personal_accomplishment 8 0-48",
        ),
        ("olbi", "disengagement 8 1-4, exhaustion 8 1-4"),
        ("phq-9", "total 9 0-27"),
        (
            "proqol-5",
            "compassion_satisfaction 10 10-50, burnout 10 10-50, secondary_traumatic_stress 10 10-50",
        ),
        ("stss", "intrusion 5 5-25, avoidance 7 7-35, arousal 5 5-25, total 17 17-85"),
    ];
    for (key, wanted) in expected {
        let (instrument, _) = brought(worded(file(key))).unwrap();
        let scales = instrument
            .scales()
            .iter()
            .map(|scale| format!("{} {} {}-{}", scale.id, scale.len(), scale.span.0, scale.span.1));
        assert_eq!(scales.collect::<Vec<_>>().join(", "), wanted, "{key}");
    }
}

#[test]
fn the_ninth_item_of_one_opens_the_help_card_from_its_second_answer_on_and_no_other_item_does() {
    for key in KEYS {
        let (instrument, _) = brought(worded(file(key))).unwrap();
        let alerts = |instrument: &Instrument| -> Vec<(usize, u8)> {
            let items = 0..instrument.items().len();
            items
                .flat_map(|item| (0..11).map(move |option| (item, option)))
                .filter(|&(item, option)| {
                    let mut responses = burnout_screener::response::Responses::new(instrument);
                    responses.set_item(instrument, item, Some(option));
                    burnout_screener::outcome::Outcome::new(instrument, &responses).alert
                })
                .collect()
        };
        let expected: &[(usize, u8)] = if key == "phq-9" { &[(8, 1), (8, 2), (8, 3)] } else { &[] };
        assert_eq!(alerts(&instrument), expected, "{key}");
    }
}

/// The items of a scale as the file names them; for a total, those of its scales.
fn items_of(file: &Value, scale: &Value) -> Vec<String> {
    let texts = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    let scales = file["scales"].as_array().unwrap();
    let own = texts(&scale["items"]).into_iter();
    let others = texts(&scale["of"]).into_iter().flat_map(|id| {
        items_of(file, scales.iter().find(|scale| scale["id"] == id.as_str()).unwrap())
    });
    own.chain(others).collect()
}
