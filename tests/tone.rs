//! The English texts offer help, claim nothing, and shout at nobody.
#![allow(clippy::unwrap_used, reason = "a test that cannot read what it tests must fail")]

mod common;

use burnout_screener::locale::Message;
use common::{english, english_json};
use serde_json::Value;

/// Every text of the file with the path to it.
fn all_texts() -> Vec<(String, String)> {
    fn walk(path: String, value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => found.push((path, text.clone())),
            Value::Object(entries) => {
                for (key, entry) in entries {
                    walk(format!("{path}/{key}"), entry, found);
                }
            }
            Value::Array(entries) => {
                for (place, entry) in entries.iter().enumerate() {
                    walk(format!("{path}/{place}"), entry, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(String::new(), &english_json(), &mut found);
    found
}

#[test]
fn every_place_to_fill_is_one_that_the_widget_knows() {
    let known = [
        "added",
        "address",
        "answered",
        "band",
        "before",
        "burnout",
        "compassion_fatigue",
        "count",
        "date",
        "dates",
        "deviation",
        "domain",
        "field",
        "high",
        "highest",
        "instrument",
        "line",
        "low",
        "lowest",
        "mean",
        "minutes",
        "name",
        "now",
        "number",
        "one",
        "other",
        "parts",
        "points",
        "question",
        "release",
        "reliabilities",
        "retest",
        "scale",
        "signs",
        "source",
        "statement",
        "step",
        "text",
        "title",
        "total",
        "value",
        "version",
    ];
    for (path, text) in all_texts() {
        let places: Vec<&str> = text
            .split('{')
            .skip(1)
            .map(|tail| tail.split_once('}').map_or(tail, |t| t.0))
            .collect();
        assert_eq!(text.matches('}').count(), places.len(), "{path}: {text}");
        assert!(places.iter().all(|place| known.contains(place)), "{path}: {text}");
        assert!(places.is_empty() || path.starts_with("/messages/"), "{path}: only messages fill");
    }
}

#[test]
fn nothing_is_shouted_and_nothing_is_left_in_doubtful_shape() {
    for (path, text) in all_texts() {
        assert!(!text.contains('!'), "{path}: {text}");
        assert!(!text.contains("  ") && text.trim() == text, "{path}: '{text}'");
        let plain = |c: char| c.is_ascii() || "–—’“”…é".contains(c);
        assert!(text.chars().all(plain), "{path}: {text}");
        assert!(!text.contains('<') && !text.contains("&"), "{path}: {text}");
    }
}

#[test]
fn nobody_is_told_that_they_have_something() {
    let claims = [
        "you have burnout",
        "you have compassion",
        "you have a ",
        "you have an ",
        "you suffer",
        "you are burned",
        "you are burnt",
        "positive for",
        "disorder",
        "patient",
        "symptom",
        "normal",
        "abnormal",
        "probability",
        "chance of",
    ];
    for (path, text) in all_texts() {
        let lower = text.to_lowercase();
        assert!(claims.iter().all(|claim| !lower.contains(claim)), "{path}: {text}");
    }
}

#[test]
fn a_diagnosis_is_only_named_to_say_that_this_is_none() {
    let named: Vec<(String, String)> = (all_texts().into_iter())
        .filter(|(_, text)| text.to_lowercase().contains("diagnos"))
        .collect();
    assert!(!named.is_empty(), "it must be said that this is not a diagnosis");
    for (path, text) in named {
        let none = ["not a diagnosis", "no diagnosis"];
        assert!(none.iter().any(|none| text.contains(none)), "{path}: {text}");
        assert_eq!(text.to_lowercase().matches("diagnos").count(), 1, "{path}: {text}");
    }
}

#[test]
fn the_limits_are_said_at_the_start_and_with_the_result() {
    let locale = english();
    assert!(locale.text(Message::WelcomeLimits).contains("not been tested on people"));
    assert!(locale.text(Message::HowLimits).contains("not been tested on people"));
    assert!(locale.text(Message::HowLimits).contains("not a medical device"));
    assert!(locale.text(Message::HowLines).contains("provisional"));
}

#[test]
fn crisis_words_offer_help_and_never_a_method_or_an_alarm() {
    let words = [
        "suicid",
        "self-harm",
        " kill",
        "overdose",
        "end your life",
        "epidemic",
        "crisis rate",
        "warning",
        "urgent",
        "severe",
    ];
    // What a line is there for is its own to say.
    let said = all_texts().into_iter().filter(|(path, _)| !path.starts_with("/messages/line."));
    for (path, text) in said {
        let lower = text.to_lowercase();
        assert!(words.iter().all(|word| !lower.contains(word)), "{path}: {text}");
    }
}

#[test]
fn no_product_or_published_questionnaire_is_named() {
    let names = [
        "proqol",
        "maslach",
        "mbi",
        "copenhagen",
        "cbi",
        "oldenburg",
        "olbi",
        "stss",
        "phq",
        "gad-7",
        "calm app",
        "headspace",
        "betterhelp",
        "talkspace",
        "samaritans",
        "lifeline",
        "google",
        "apple",
        "chrome",
        "firefox",
        "facebook",
        "whatsapp",
    ];
    // Where it is said which tested questionnaires there are, and that this is neither of them.
    let tested = ["/messages/read.tested", "/messages/how.source_reads"];
    for (path, text) in all_texts().into_iter().filter(|(path, _)| !tested.contains(&path.as_str()))
    {
        let words = text.to_lowercase();
        let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        assert!(names.iter().all(|name| !words.join(" ").contains(&format!("{name} "))
            && !words.contains(name)), "{path}: {text}");
    }
}
