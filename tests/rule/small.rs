//! An instrument so small that every set of answers to it can be tried.

use burnout_screener::instrument::Instrument;
use burnout_screener::profile::{Classification, classify};
use burnout_screener::response::Responses;
use serde_json::{Value, json};

use crate::common::build;
use crate::invariants::told;

/// Two items to each strain, one a part, and one on tiredness and one on rest.
fn small() -> Instrument {
    let scale = |id: &str, direction: &str, facets: Value| {
        json!({
            "id": id, "method": "percent", "direction": direction,
            "minimum": { "share": 0.5, "in_each_facet": 1 },
            "precision": { "deviation": 20, "reliability": 0.5 },
            "facets": facets,
        })
    };
    let facet = |id: &str, item: &str| json!({ "id": id, "items": [item] });
    let options: Vec<Value> =
        (0..5).map(|value| json!({ "id": format!("o{value}"), "value": value })).collect();
    let items: Vec<Value> =
        ["a", "b", "c", "d", "e", "f"].iter().map(|id| json!({ "id": id })).collect();
    build(json!({
        "format": 2, "id": "small", "version": "1", "validated": false,
        "option_sets": { "often": options },
        "items": items,
        "scales": [
            scale("one", "strain", json!([facet("x", "a"), facet("y", "b")])),
            scale("two", "strain", json!([facet("x", "c"), facet("y", "d")])),
            scale("three", "strain", json!([facet("x", "e")])),
            scale("four", "good", json!([facet("x", "f")])),
        ],
        "profile": {
            "burnout": { "scale": "one", "line": 50, "parts": { "exhaustion": "x", "distance": "y" } },
            "compassion_fatigue": {
                "scale": "two", "line": 40, "margins": { "above": 1.5, "below": 0.6 },
                "parts": { "intrusion": "x", "alarm": "y" },
            },
            "tired": { "scale": "three", "line": 50 },
            "recovery": { "scale": "four", "line": 50 },
            "raised_part": { "line": 75, "watch": 62.5 },
        },
    }))
    .unwrap()
}

/// Every set of answers, by numbers in base six: 5 is an answer left out.
fn every() -> (Instrument, Vec<Classification>) {
    let instrument = small();
    let found = (0..6_usize.pow(6)).map(|number| {
        let mut responses = Responses::new(&instrument);
        for item in 0..6 {
            let option = u8::try_from(digit(number, item)).unwrap();
            responses.set_item(&instrument, item, Some(option).filter(|&option| option < 5));
        }
        classify(instrument.profiled().unwrap(), &responses)
    });
    let found = found.collect();
    (instrument, found)
}

fn digit(number: usize, item: usize) -> usize {
    number / 6_usize.pow(u32::try_from(item).unwrap()) % 6
}

#[test]
fn of_all_sets_of_answers_none_is_one_step_from_another_clear_finding() {
    let (_, found) = every();
    let mut clear = 0;
    for (number, before) in found.iter().enumerate().filter(|(_, found)| found.is_clear()) {
        clear += 1;
        for item in (0..6).filter(|&item| digit(number, item) < 4) {
            let after = &found[number + 6_usize.pow(u32::try_from(item).unwrap())];
            if after.is_clear() {
                assert_eq!(told(before), told(after), "{number} {item}");
            }
        }
    }
    assert!(clear > 1_000, "{clear}");
}

#[test]
fn a_part_of_one_item_is_watched_one_step_below_where_it_stands_out() {
    let (_, found) = every();
    // Of the first part alone: its word at each answer, with nothing else answered.
    let nothing: usize = (0..6).map(|item| 5 * 6_usize.pow(item)).sum();
    let words: Vec<(bool, bool)> = (0..5)
        .map(|option| {
            let found = &found[nothing - 5 + option];
            (!found.watched.is_empty(), !found.raised.is_empty())
        })
        .collect();
    let (no, watched, raised) = ((false, false), (true, false), (false, true));
    assert_eq!(words, [no, no, watched, raised, raised]);
}

#[test]
fn skipping_never_changes_what_bounds_settle() {
    let (_, found) = every();
    for (number, after) in found.iter().enumerate().filter(|(_, found)| found.burnout.by_bounds) {
        for item in (0..2).filter(|&item| digit(number, item) == 5) {
            for option in 1..=5 {
                let before = &found[number - option * 6_usize.pow(item as u32)];
                assert_eq!(before.burnout.band, after.burnout.band);
            }
        }
    }
}
