//! Codes that an item does not offer: an error with its place, never a score.

use burnout_screener::outcome::Outcome;
use burnout_screener::response::Responses;

use super::key::{KEYS, brought, file, said, worded};
use serde_json::{Value, json};

/// What is said of a key whose only test has these answers.
fn answered(file: &Value, answers: &[f64]) -> Vec<String> {
    let scales = file["scales"].as_array().unwrap().iter();
    let scores: serde_json::Map<String, Value> =
        scales.map(|scale| (scale["id"].as_str().unwrap().to_owned(), Value::Null)).collect();
    let mut file = file.clone();
    file["tests"] = json!([{ "answers": answers, "scores": scores }]);
    said(worded(file))
}

fn of_the_answers(said: Vec<String>) -> Vec<String> {
    said.into_iter().filter(|mistake| mistake.starts_with("tests[0].answers")).collect()
}

#[test]
fn a_code_above_below_or_between_those_of_an_item_is_an_error_with_its_place() {
    for key in KEYS {
        let file = file(key);
        let (instrument, _) = brought(worded(file.clone())).unwrap();
        let values = |item: usize| -> Vec<i16> {
            instrument.options(item).iter().map(|option| option.value).collect()
        };
        let lowest: Vec<f64> = (0..instrument.items().len())
            .map(|item| f64::from(*values(item).iter().min().unwrap()))
            .collect();
        for item in 0..lowest.len() {
            let highest = f64::from(*values(item).iter().max().unwrap());
            for code in [lowest[item] - 1.0, lowest[item] + 0.5, highest + 1.0, 99.0] {
                let mut answers = lowest.clone();
                answers[item] = code;
                let offered: Vec<String> = values(item).iter().map(i16::to_string).collect();
                assert_eq!(
                    of_the_answers(answered(&file, &answers)),
                    [format!(
                        "tests[0].answers[{item}] is {}, but the options of this item are worth {}",
                        code,
                        offered.join(", ")
                    )],
                    "{key}"
                );
            }
        }
    }
}

#[test]
fn an_eleven_on_an_item_of_one_to_ten_is_an_error() {
    let mut answers = [5.0; 13];
    answers[12] = 11.0;
    assert_eq!(
        of_the_answers(answered(&file("cf-short"), &answers)),
        [
            "tests[0].answers[12] is 11, but the options of this item are worth 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
        ]
    );
}

#[test]
fn answers_coded_one_to_seven_where_zero_to_six_are_offered_are_errors_at_every_seven() {
    for key in ["mbi-gs", "mbi-hss"] {
        let file = file(key);
        let items = file["items"].as_array().unwrap().len();
        let answers: Vec<f64> = (0..items).map(|item| (item % 7 + 1) as f64).collect();
        let sevens = answers.iter().filter(|&&code| code == 7.0).count();
        let said = of_the_answers(answered(&file, &answers));
        assert_eq!(said.len(), sevens, "{key}");
        assert!(said[0].contains("answers[6] is 7, but the options"), "{}", said[0]);
    }
}

#[test]
fn an_option_that_an_item_does_not_have_is_never_scored() {
    for key in KEYS {
        let (instrument, _) = brought(worded(file(key))).unwrap();
        let mut responses = Responses::new(&instrument);
        for item in 0..instrument.items().len() {
            let beyond = u8::try_from(instrument.options(item).len()).unwrap();
            responses.set_item(&instrument, item, Some(beyond));
        }
        assert!(responses.is_empty(), "{key}");
        let outcome = Outcome::new(&instrument, &responses);
        assert!(outcome.standings.iter().all(|standing| standing.score.is_none()), "{key}");
    }
}

#[test]
fn an_answer_that_is_declared_missing_is_left_out() {
    // `null` is how a test declares it.
    let mut file = file("gad-7");
    file["tests"] = json!([{ "answers": [0, 0, 0, 0, 0, 0, null], "scores": { "total": null } }]);
    assert_eq!(said(worded(file)), [""; 0]);
}
