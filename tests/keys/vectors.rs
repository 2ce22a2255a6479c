//! What the tests of each key try, and that their derivations say what they must come to.

use super::items_of;
use super::key::{KEYS, brought, file, worded};
use serde_json::Value;

fn vectors(file: &Value) -> &Vec<Value> {
    file["tests"].as_array().unwrap()
}

/// The lowest and the highest value that each item offers.
fn spans(key: &str) -> Vec<(f64, f64)> {
    let (instrument, _) = brought(worded(file(key))).unwrap();
    let values = |item| instrument.options(item).iter().map(|option| f64::from(option.value));
    (0..instrument.items().len())
        .map(|item| (values(item).fold(f64::MAX, f64::min), values(item).fold(f64::MIN, f64::max)))
        .collect()
}

#[test]
fn each_key_tries_the_ends_uneven_answers_and_missing_ones() {
    for key in KEYS {
        let file = file(key);
        let spans = spans(key);
        let answered = |test: &Value| -> Vec<Option<f64>> {
            test["answers"].as_array().unwrap().iter().map(Value::as_f64).collect()
        };
        let all: Vec<Vec<Option<f64>>> = vectors(&file).iter().map(answered).collect();
        let lowest: Vec<_> = spans.iter().map(|span| Some(span.0)).collect();
        let highest: Vec<_> = spans.iter().map(|span| Some(span.1)).collect();
        assert!(all.contains(&lowest) && all.contains(&highest), "{key}");
        let mixed = |answers: &&Vec<Option<f64>>| {
            answers.iter().all(Option::is_some) && answers.windows(2).any(|two| two[0] != two[1])
        };
        assert!(all.iter().filter(mixed).count() >= 2, "{key}: uneven");
        assert!(all.iter().any(|answers| answers.contains(&None)), "{key}: missing");
    }
}

/// Of each scale a derivation ends in the score that the test wants, or in none.
#[test]
fn each_test_shows_how_every_score_comes_about() {
    for key in KEYS {
        for test in vectors(&file(key)) {
            let note = test["note"].as_str().unwrap().trim_end_matches('.');
            for (scale, score) in test["scores"].as_object().unwrap() {
                let begin = format!("{scale}: ");
                let part = note.split("; ").find_map(|part| part.split_once(&begin)).unwrap().1;
                match score.as_f64() {
                    Some(score) => {
                        let (way, end) = part.rsplit_once(" = ").unwrap();
                        let end: f64 = end.parse().unwrap();
                        assert!((end - score).abs() < 1e-9 && !way.is_empty(), "{key}: {part}");
                    }
                    None => assert!(part.ends_with("no score"), "{key}: {part}"),
                }
            }
        }
    }
}

/// Every sum in a derivation is worked out once more, from its own words.
#[test]
fn the_addends_of_each_derivation_come_to_what_it_says() {
    let product = |factors: &str| -> f64 {
        factors.split(" x ").map(|factor| factor.trim().parse::<f64>().unwrap()).product()
    };
    /// Takes the innermost brackets away by working them out.
    fn flat(text: &str, sum: &dyn Fn(&str) -> f64) -> String {
        match text.find(')') {
            None => text.to_owned(),
            Some(end) => {
                let begin = text[..end].rfind('(').unwrap();
                let inner = sum(&text[begin + 1..end]);
                flat(&format!("{}{inner}{}", &text[..begin], &text[end + 1..]), sum)
            }
        }
    }
    let sum = |text: &str| -> f64 {
        match text.split_once('-') {
            Some((all, given)) => all.parse::<f64>().unwrap() - given.parse::<f64>().unwrap(),
            None => text.split('+').map(product).sum(),
        }
    };
    let mut worked = 0;
    for key in KEYS {
        for test in vectors(&file(key)) {
            let note = test["note"].as_str().unwrap().trim_end_matches('.');
            for part in note.split("; ").filter(|part| part.contains(" = ")) {
                let way = part.rsplit_once(": ").unwrap().1;
                let steps: Vec<f64> = way
                    .split(" = ")
                    .map(|step| {
                        let flat = flat(step, &sum);
                        match flat.split_once(" / ") {
                            Some((all, by)) => sum(all) / by.parse::<f64>().unwrap(),
                            None => sum(&flat),
                        }
                    })
                    .collect();
                assert!(
                    steps.windows(2).all(|two| (two[0] - two[1]).abs() < 0.006),
                    "{key}: {part}: {steps:?}"
                );
                worked += 1;
            }
        }
    }
    assert!(worked > 200, "{worked}");
}

#[test]
fn each_cut_off_is_tried_at_the_first_score_in_it_and_at_the_last_one_below() {
    let mut cut_offs = 0;
    for key in KEYS {
        let file = file(key);
        for scale in file["scales"].as_array().unwrap() {
            let step = super::faults::step(&file, scale);
            let scores: Vec<f64> = vectors(&file)
                .iter()
                .filter_map(|test| test["scores"][scale["id"].as_str().unwrap()].as_f64())
                .collect();
            let bands = scale["bands"].as_array().into_iter().flatten();
            for from in bands.filter_map(|band| band["from"].as_f64()) {
                let within = |low: f64, high: f64| {
                    scores.iter().any(|&score| score >= low - 0.006 && score < high - 0.006)
                };
                assert!(within(from, from + step), "{key}: at {from}");
                assert!(within(from - step, from), "{key}: below {from}");
                cut_offs += 1;
            }
            assert!(!items_of(&file, scale).is_empty());
        }
    }
    // Three times two, two, four, four and three.
    assert_eq!(cut_offs, 19);
}
