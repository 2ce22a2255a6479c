//! The English locale file is complete and kind, and what is wrong in a file is said in full.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::BTreeSet;

use burnout_screener::guidance::ADVICE;
use burnout_screener::history::Date;
use burnout_screener::locale::{Direction, LONGEST_TEXT, Locale, LocaleError, LocaleFile, Message};
use burnout_screener::session::Voice;
use common::{built_in, english, english_file, english_json, names, regions};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn the_english_file_has_words_for_everything() {
    let locale = Locale::new(&english_file(), &regions()).unwrap();
    assert_eq!((locale.language(), locale.direction()), ("en", Direction::Ltr));
    for &message in Message::ALL {
        assert!(!locale.text(message).trim().is_empty(), "{}", message.key());
    }
    for piece in ADVICE {
        let words = locale.advice(piece.id).unwrap();
        assert!(!words.title.trim().is_empty() && !words.text.trim().is_empty(), "{}", piece.id);
    }
    for (place, region) in regions().all().iter().enumerate() {
        assert!(!locale.region(place).trim().is_empty(), "{}", region.id);
    }
}

#[test]
fn the_english_file_has_no_words_that_nothing_uses() {
    let (json, regions) = (english_json(), regions());
    let mut used: BTreeSet<String> =
        regions.all().iter().map(|region| format!("region.{}", region.id)).collect();
    used.extend(Message::ALL.iter().map(|message| message.key().to_owned()));
    used.extend(regions.all().iter().map(|region| format!("support.{}", region.id)));
    // The documents around the widget have words of their own.
    used.insert("region.label".to_owned());
    let unused: Vec<&str> = (names(&json["messages"]).into_iter())
        .filter(|key| !key.starts_with("panel.") && !key.starts_with("frame."))
        .filter(|key| !used.contains(*key))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
    assert_eq!(names(&json["advice"]), ADVICE.iter().map(|piece| piece.id).collect());
}

#[test]
fn every_message_has_a_key_of_its_own() {
    let keys: BTreeSet<&str> = Message::ALL.iter().map(|message| message.key()).collect();
    assert_eq!(keys.len(), Message::ALL.len());
}

#[test]
fn a_message_gives_the_text_of_its_own_key() {
    let (locale, file) = (english(), english_file());
    for &message in Message::ALL {
        for voice in Voice::ALL {
            let own = file.messages.get(message.key()).map(|words| words.said(voice));
            assert_eq!(Some(locale.said(message, voice)), own);
        }
    }
}

#[test]
fn a_piece_of_advice_and_a_region_give_their_own_words() {
    let (locale, file) = (english(), english_file());
    for piece in ADVICE {
        assert_eq!(locale.advice(piece.id), file.advice.get(piece.id));
    }
    assert_eq!(locale.advice("no-such-advice"), None);
    let new_zealand = regions().position("NZ").unwrap();
    assert_eq!(locale.region(new_zealand), "New Zealand");
}

/// The English file after a change.
fn changed(change: impl FnOnce(&mut Value)) -> Result<Locale, LocaleError> {
    let mut json = english_json();
    change(&mut json);
    let file: LocaleFile = serde_json::from_value(json).unwrap();
    Locale::new(&file, &regions())
}

fn remove(json: &mut Value, section: &str, key: &str) {
    json[section].as_object_mut().unwrap().remove(key).unwrap();
}

#[test]
fn all_missing_keys_are_named_at_once() {
    let error = changed(|json| {
        remove(json, "messages", "nav.back");
        remove(json, "messages", "welcome.limits");
        remove(json, "messages", "region.IN");
        remove(json, "advice", "respite");
    })
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "texts are missing: welcome.limits, nav.back, region.IN, advice.respite"
    );
}

#[test]
fn a_blank_text_counts_as_missing() {
    let blank = |change: fn(&mut Value)| changed(change).map(|_| ()).map_err(|e| e.to_string());
    assert_eq!(
        blank(|json| json["messages"]["nav.next"] = json!(" ")),
        Err("texts are missing: nav.next".to_owned())
    );
    assert_eq!(
        blank(|json| json["advice"]["respite"]["text"] = json!("")),
        Err("texts are missing: advice.respite".to_owned())
    );
}

#[test]
fn every_word_for_a_line_stands_for_its_message_and_any_other_for_itself() {
    let locale = english();
    for &message in Message::ALL {
        if let Some(word) = message.key().strip_prefix("line.") {
            assert_eq!(locale.line_word(word), locale.text(message));
        }
    }
    assert_eq!(locale.line_word("6 pm to midnight"), "6 pm to midnight");
}

#[test]
fn a_message_needs_words_in_every_voice() {
    let said = |words: Value| changed(|json| json["messages"]["part.distance"] = words);
    let whole = json!({ "all": "distance", "caring": "distance from caring" });
    let locale = said(whole).unwrap();
    let read = Voice::ALL.map(|voice| locale.said(Message::PartDistance, voice));
    assert_eq!(read, ["distance", "distance from caring", "distance"]);
    let error = said(json!({ "work": "distance", "caring": "distance" })).unwrap_err();
    assert_eq!(error.to_string(), "texts are missing: part.distance");
}

#[test]
fn a_text_that_is_too_long_is_named_by_the_key_that_a_missing_one_has() {
    let long = "x".repeat(LONGEST_TEXT + 1);
    let error = changed(|json| json["messages"]["how.limits"] = json!(long)).unwrap_err();
    assert_eq!(error.to_string(), "the text 'how.limits' is longer than 2000 characters");
    let error = changed(|json| json["advice"]["respite"]["title"] = json!(long)).unwrap_err();
    assert_eq!(error.to_string(), "the text 'advice.respite' is longer than 2000 characters");
    let error = changed(|json| json["messages"]["region.IN"] = json!(long)).unwrap_err();
    assert_eq!(error.to_string(), "the text 'region.IN' is longer than 2000 characters");
    let exact = "x".repeat(LONGEST_TEXT);
    assert!(changed(|json| json["messages"]["how.limits"] = json!(exact)).is_ok());
}

#[test]
fn a_region_without_a_name_is_missing_a_text() {
    let mut json: Value = serde_json::from_str(common::REGIONS).unwrap();
    json["regions"][0]["id"] = json!("ZZ");
    let regions = serde_json::from_value(json).unwrap();
    let error = Locale::new(&english_file(), &regions).unwrap_err();
    assert_eq!(error.to_string(), "texts are missing: region.ZZ");
}

/// What is said about the words of the instrument after a change.
fn words(change: impl FnOnce(&mut Value)) -> Result<(), String> {
    let mut json = english_json();
    change(&mut json["instruments"]["helping-strain"]);
    let file: LocaleFile = serde_json::from_value(json).unwrap();
    file.texts(&built_in()).map(|_| ()).map_err(|error| error.to_string())
}

#[test]
fn all_missing_words_of_the_instrument_are_named_at_once() {
    let said = words(|json| {
        remove(&mut json["options"], "frequency", "often");
        remove(&mut json["scales"]["compassion_fatigue"], "facets", "alarm");
        remove(&mut json["scales"], "tired", "name");
        remove(json, "items", "felt_bitter");
        remove(json, "context", "impact");
        remove(&mut json["context"]["cause"], "options", "load");
    });
    let missing = [
        "text.options.frequency.often must be there",
        "text.items.felt_bitter must be there",
        "text.scales.compassion_fatigue.facets.alarm must be there",
        "text.scales.tired.name must be there",
        "text.context.cause.options.load must be there",
        "text.context.impact must be there",
    ];
    let said = said.unwrap_err();
    assert_eq!(said.lines().collect::<Vec<_>>(), missing);
}

#[test]
fn an_item_with_words_for_only_some_voices_is_missing_words() {
    let said = words(|json| {
        json["items"]["felt_bitter"] = json!({ "work": "I did.", "helping": "I did." })
    });
    assert_eq!(said, Err("text.items.felt_bitter has no words for caring".to_owned()));
    assert_eq!(words(|json| json["items"]["felt_bitter"] = json!({ "all": "I did." })), Ok(()));
    let mixed = json!({ "all": "I did.", "caring": "I cared." });
    assert_eq!(words(|json| json["items"]["felt_bitter"] = mixed), Ok(()));
}

#[test]
fn a_word_for_one_voice_goes_before_the_one_for_all() {
    let mut json = english_json();
    json["instruments"]["helping-strain"]["items"]["sleepy_when_needed_awake"] =
        json!({ "all": "For all.", "caring": "For carers." });
    let file: LocaleFile = serde_json::from_value(json).unwrap();
    let texts = file.texts(&built_in()).unwrap();
    let read = Voice::ALL.map(|voice| texts.item(0, voice));
    assert_eq!(read, ["For all.", "For carers.", "For all."]);
}

/// The text of `welcome.limits` replaced by `template` and then filled.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let locale = changed(|json| json["messages"]["welcome.limits"] = json!(template)).unwrap();
    locale.fill(Message::WelcomeLimits, values)
}

#[test]
fn every_place_in_a_text_is_filled_each_time_it_stands() {
    let values = [("from", "3"), ("to", "6")];
    assert_eq!(filled("{from} to {to}, {from}.", &values), "3 to 6, 3.");
}

#[test]
fn a_day_is_said_in_the_words_of_the_language() {
    let locale = english();
    for (day, long, short) in [
        ("2026-11-26", "26 November 2026", "26 November"),
        ("0999-01-01", "1 January 999", "1 January"),
        ("2026-12-31", "31 December 2026", "31 December"),
    ] {
        let day = Date::new(day).unwrap();
        assert_eq!(locale.day(&day), long);
        assert_eq!(locale.day_of_year(&day), short);
    }
}

#[test]
fn a_value_is_never_looked_through_for_places() {
    let values = [("from", "{total}"), ("total", "{from}")];
    assert_eq!(filled("{from} of {total}", &values), "{total} of {from}");
    assert_eq!(filled("{from}}", &[("from", "{fr"), ("fr", "bad")]), "{fr}");
}

#[test]
fn a_place_without_a_value_and_a_lone_brace_stay_as_they_are() {
    assert_eq!(filled("{from} of {total} {", &[("from", "1")]), "1 of {total} {");
    assert_eq!(filled("a } b {from} {}", &[("from", "1")]), "a } b 1 {}");
}

proptest! {
    #![proptest_config(common::cases(64))]

    #[test]
    fn whatever_a_value_holds_it_appears_as_it_is(value in "[{}a-zé<&\"]{0,12}") {
        prop_assert_eq!(
            filled("({from}) of ({total})", &[("from", &value), ("total", "9")]),
            format!("({value}) of (9)")
        );
    }
}
