//! A file that a host brings and whose own tests fail, or that is damaged in any way.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;
mod instruments;

use common::cases;
use instruments::{PLAIN, PROFILED, brought, file, remove, sums};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn a_file_whose_own_tests_fail_is_refused_with_what_was_expected_and_what_was_found() {
    let tested = |tests: Value| sums(|d| d["tests"] = tests);
    let ones = [1; 30];
    assert_eq!(
        tested(json!([
            { "answers": ones, "scores": { "cs": 10, "bo": 10 }, "bands": { "bo": "low" } },
            { "answers": { "i1": 1 }, "scores": { "bo": 5, "sts": null }, "bands": { "sts": "low" } },
            { "answers": ones, "scores": { "bo": null }, "bands": { "bo": null } },
        ])),
        [
            "tests[0].scores.bo is 10, but these answers come to 30",
            "tests[0].bands.bo is 'low', but these answers come to 'middle'",
            "tests[1].scores.bo is 5, but these answers come to no score",
            "tests[1].bands.sts is 'low', but these answers come to no band",
            "tests[2].scores.bo is null, but these answers come to 30",
            "tests[2].bands.bo is null, but these answers come to 'middle'",
        ]
    );
    assert_eq!(
        tested(json!([
            { "answers": { "i1": 0, "x": 1 }, "scores": { "total": 1 }, "bands": { "total": "low" } },
            { "answers": ones },
        ])),
        [
            "tests[0].answers.i1 is 0, but the options of this item are worth 1, 2, 3, 4, 5",
            "tests[0].answers.x answers no item of this instrument",
            "tests[0].scores.total names 'total', but there is no scale with this id",
            "tests[0].bands.total names 'total', but there is no scale with this id",
            "tests[1] must say in scores or bands what its answers come to",
        ]
    );
}

#[test]
fn tests_that_fail_are_told_together_with_texts_that_are_missing() {
    assert_eq!(
        sums(|d| {
            d["tests"] = json!([{ "answers": [1], "scores": { "cs": 1 } }]);
            remove(&mut d["text"]["items"], "i2");
        }),
        [
            "tests[0].scores.cs is 1, but these answers come to no score",
            "text.items.i2 must be there",
        ]
    );
}

/// One damage: a place in the file, by the turns taken on the way, and what is put there.
fn damage(file: &mut Value, way: &[usize], with: &Value, remove: bool) {
    let Some((turn, rest)) = way.split_first() else {
        *file = with.clone();
        return;
    };
    match file {
        Value::Object(fields) if !fields.is_empty() => {
            let name = fields.keys().nth(turn % fields.len()).unwrap().clone();
            if rest.is_empty() && remove {
                fields.remove(&name);
            } else {
                damage(&mut fields[&name], rest, with, remove);
            }
        }
        Value::Array(values) if !values.is_empty() => {
            let place = turn % values.len();
            if rest.is_empty() && remove {
                values.remove(place);
            } else {
                damage(&mut values[place], rest, with, remove);
            }
        }
        _ => *file = with.clone(),
    }
}

fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-3_i32..2_000).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z0-9 ü]{0,6}".prop_map(Value::from),
        Just(json!(["i1", "i1", "i2"])),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "id": "i1", "items": ["i1"], "from": 1e300, "count": 3 })),
        Just(json!("i2")),
        Just(json!(f64::MAX)),
    ]
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_damaged_file_is_used_or_refused_in_readable_words(
        which in 0..PLAIN.len() + 1,
        damages in proptest::collection::vec(
            (proptest::collection::vec(0_usize..40, 1..6), anything(), any::<bool>()),
            1..4,
        ),
    ) {
        let mut file = file(PLAIN.get(which).unwrap_or(&PROFILED));
        for (way, with, remove) in &damages {
            damage(&mut file, way, with, *remove);
        }
        if let Err(error) = brought(file) {
            prop_assert!(!error.mistakes().is_empty());
            let mut paths = Vec::new();
            for mistake in error.mistakes() {
                let told = mistake.to_string();
                prop_assert!(!mistake.what.is_empty() && !told.contains("brought"), "{}", told);
                for debug in ["Some(", "None", "::", "Err(", " { ", "NaN", "inf:"] {
                    prop_assert!(!told.contains(debug), "{}", told);
                }
                prop_assert!(!paths.contains(&mistake.path), "once each: {}", error);
                paths.push(mistake.path.clone());
            }
        }
    }
}
