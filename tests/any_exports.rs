//! What is written of instruments with any scales: their own scores in their own words, and nothing of the
//! built-in one.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;
mod instruments;

use burnout_screener::export::{
    Publication, Source, Style, codebook, csv, fhir_in_full, json, questionnaire, text, wide,
};
use burnout_screener::history::{Check, Date, History};
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::Texts;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::{ENGLISH, INSTRUMENT, english};
use instruments::{PLAIN, PROFILED, all, answers, brought, file};
use serde_json::{Value, json};

fn load(name: &str) -> (Instrument, Texts) {
    brought(file(name)).map_err(|error| error.to_string()).unwrap()
}

/// All lowest, all highest, mixed with some left out, and nothing.
fn patterns(instrument: &Instrument) -> Vec<Responses> {
    let make = |choose: &dyn Fn(usize, usize) -> Option<usize>| {
        let mut responses = Responses::new(instrument);
        for item in 0..instrument.items().len() {
            let option = choose(item, instrument.options(item).len());
            responses.set_item(
                instrument,
                item,
                option.and_then(|option| u8::try_from(option).ok()),
            );
        }
        for (place, question) in instrument.context().iter().enumerate() {
            let option = choose(place, question.options.len());
            let option = option.and_then(|option| u8::try_from(option).ok());
            responses.set_context(instrument, place, option);
        }
        responses
    };
    vec![
        make(&|_, _| Some(0)),
        make(&|_, options| Some(options - 1)),
        make(&|item, options| Some((item * 7 + 3) % options)),
        make(&|item, options| (item % 4 > 0).then_some((item * 5 + 1) % options)),
        make(&|_, _| None),
    ]
}

/// Everything that is written of one check, by its name.
fn exports(
    instrument: &Instrument,
    texts: &Texts,
    role: Role,
    responses: Responses,
) -> [(&'static str, String); 7] {
    let date = Date::new("2026-10-28").unwrap();
    let check = Check { date, id: "one".to_owned(), role: Some(role), responses, raw: None };
    let history = History::default().with(check);
    let source = Source { instrument, texts, locale: &english(), history: &history };
    [
        ("text", text(&source)),
        ("csv", csv(&source)),
        ("json", json(&source)),
        ("fhir", fhir_in_full(&source, "0f")),
        ("wide", wide(&source, Style::Comma, "")),
        ("questionnaire", questionnaire(&source, role.voice(), Publication::default())),
        ("codebook", codebook(&source)),
    ]
}

/// All ids and all words of the built-in instrument but those of its options.
fn of_the_built_in() -> Vec<String> {
    fn texts(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.to_lowercase()),
            Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
            _ => {}
        }
    }
    let (file, english): (Value, Value) =
        (serde_json::from_str(INSTRUMENT).unwrap(), serde_json::from_str(ENGLISH).unwrap());
    let mut found = vec!["helping-strain".to_owned()];
    for item in file["items"].as_array().unwrap() {
        texts(&item["id"], &mut found);
    }
    let words = &english["instruments"]["helping-strain"];
    for part in ["items", "scales", "title", "intro", "look_back", "stem"] {
        texts(&words[part], &mut found);
    }
    for scale in file["scales"].as_array().unwrap() {
        texts(&scale["id"], &mut found);
        for facet in scale["facets"].as_array().into_iter().flatten() {
            texts(&facet["id"], &mut found);
        }
    }
    assert!(found.len() > 60, "{found:?}");
    found
}

#[test]
fn no_word_of_the_built_in_instrument_or_its_profile_is_written_of_another_one() {
    let mut strange = of_the_built_in();
    let words =
        ["burnout", "compassion fatigue", "tired", "exhaust", "caregiving", "secondary trauma"];
    strange.extend(words.map(str::to_owned));
    for name in PLAIN {
        let (instrument, texts) = load(name);
        let own = file(name).to_string().to_lowercase();
        let line = instrument.credit().line.as_deref().unwrap();
        for responses in patterns(&instrument) {
            for role in Role::ALL {
                for (kind, written) in exports(&instrument, &texts, role, responses.clone()) {
                    let credits = kind == "codebook" || written.contains(line);
                    assert!(credits, "{name} {kind}: the line of the licence");
                    // What the program is called.
                    let lower = written.to_lowercase().replace("burnout-screener", "");
                    for word in strange.iter().filter(|word| !own.contains(*word)) {
                        assert!(!lower.contains(word), "{name} {kind}: '{word}' in {written}");
                    }
                }
            }
        }
    }
}

#[test]
fn no_id_and_no_statement_of_the_built_in_instrument_is_written_of_another_profile() {
    let (instrument, texts) = load(PROFILED);
    let file: Value = serde_json::from_str(INSTRUMENT).unwrap();
    let english: Value = serde_json::from_str(ENGLISH).unwrap();
    let words = &english["instruments"]["helping-strain"];
    let items = file["items"].as_array().unwrap().iter();
    let mut strange: Vec<String> =
        items.map(|item| item["id"].as_str().unwrap().to_owned()).collect();
    strange.extend(["helping-strain", "nearly_always"].map(str::to_owned));
    for item in words["items"].as_object().unwrap().values() {
        let said = item.as_object().into_iter().flat_map(|roles| roles.values()).chain([item]);
        strange.extend(said.filter_map(Value::as_str).map(str::to_owned));
    }
    for option in words["options"]["frequency"].as_object().unwrap().values() {
        strange.push(format!("\"{}\"", option.as_str().unwrap()));
    }
    assert!(strange.len() > 60, "{strange:?}");
    for responses in patterns(&instrument) {
        for role in Role::ALL {
            for (kind, written) in exports(&instrument, &texts, role, responses.clone()) {
                for word in &strange {
                    assert!(!written.contains(word.as_str()), "{kind}: '{word}' in {written}");
                }
                let line = instrument.credit().line.as_deref().unwrap();
                let credits = kind == "codebook" || written.contains(line);
                assert!(credits, "{kind}: the line of the licence");
            }
        }
    }
}

#[test]
fn three_sums_and_their_bands_stand_in_everything_that_is_written() {
    let (instrument, texts) = load("proqol-like");
    let responses = answers(&instrument, &all(&[5; 30]));
    let [text, csv, json, fhir, ..] = exports(&instrument, &texts, Role::Work, responses);
    for said in [
        "Scale C: 50 (High). It can be 10 to 50.",
        "Scale B: 30 (Middle). It can be 10 to 50.",
        "Scale S: 50 (High). It can be 10 to 50.",
        "Placeholder sentence on a high score.",
    ] {
        assert!(text.1.contains(said), "{}", text.1);
    }
    for (scale, sum, band) in [("cs", 50, "high"), ("bo", 30, "middle"), ("sts", 50, "high")] {
        let row = |kind: &str, cell: &str| {
            let begins = format!("2026-10-28,{kind},{scale},");
            csv.1.lines().any(|line| line.starts_with(&begins) && line.contains(cell))
        };
        assert!(
            row("score", &format!(",{sum},")) && row("band", &format!(",{band},")),
            "{}",
            csv.1
        );
        let file: Value = serde_json::from_str(&json.1).unwrap();
        assert_eq!(file["checks"][0]["scores"][scale], json!(sum));
        assert_eq!(file["checks"][0]["bands"][scale], json!(band));
    }
    for label in ["\"High\"", "\"Middle\""] {
        assert!(fhir.1.contains(label), "{}", fhir.1);
    }
    assert!(fhir.1.matches("\"valueDecimal\": 50").count() >= 2, "{}", fhir.1);
}

#[test]
fn sums_without_bands_are_written_without_a_band_or_a_line() {
    let (instrument, texts) = load("mbi-like");
    let responses = answers(&instrument, &all(&[6; 22]));
    let [text, csv, json, fhir, ..] = exports(&instrument, &texts, Role::Work, responses);
    for said in [
        "Scale E: 54. It can be 0 to 54.",
        "Scale D: 30. It can be 0 to 30.",
        "Scale P: 48. It can be 0 to 48.",
    ] {
        assert!(text.1.contains(said), "{}", text.1);
    }
    assert!(text.1.contains("Placeholder source, 1990"), "where it was tested: {}", text.1);
    for (kind, written) in [&text, &csv, &json, &fhir] {
        let lower = written.to_lowercase().replace("placeholder line", "");
        for word in ["band", "line of", "above the line", "below the line"] {
            assert!(!lower.contains(word), "{kind}: {written}");
        }
    }
}
