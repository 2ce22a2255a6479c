//! Faults that somebody could make in a key, one at a time: each must break a test that the key brings.

use super::items_of;
use super::key::{KEYS, file, said, worded};
use serde_json::{Value, json};

/// The least by which two scores of a scale differ where everything is answered.
pub(super) fn step(file: &Value, scale: &Value) -> f64 {
    match scale["method"].as_str() {
        Some("mean") => 1.0 / items_of(file, scale).len() as f64,
        _ => 1.0,
    }
}

/// Whether a changed key is refused by its own tests, and by nothing else: a fault that a lint finds is
/// none that the tests are for.
fn breaks_a_test(changed: Value) -> bool {
    let said = said(worded(changed));
    !said.is_empty() && said.iter().all(|mistake| mistake.starts_with("tests["))
}

fn changed(file: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut changed = file.clone();
    change(&mut changed);
    changed
}

fn turn(item: &mut Value) {
    let reversed = item["keying"] == "reversed";
    item["keying"] = json!(if reversed { "direct" } else { "reversed" });
}

fn count(file: &Value, list: &str) -> usize {
    file[list].as_array().unwrap().len()
}

/// Positions of the scales that name items of their own, with how many.
fn own(file: &Value) -> Vec<(usize, usize)> {
    let scales = file["scales"].as_array().unwrap().iter().enumerate();
    scales.filter_map(|(place, scale)| Some((place, scale["items"].as_array()?.len()))).collect()
}

#[test]
fn turning_the_keying_of_any_item_breaks_a_test() {
    let mut turned = 0;
    for key in KEYS {
        let file = file(key);
        for item in 0..count(&file, "items") {
            assert!(breaks_a_test(changed(&file, |f| turn(&mut f["items"][item]))), "{key} {item}");
            turned += 1;
        }
    }
    assert_eq!(turned, 30 + 22 + 16 + 19 + 16 + 12 + 4 + 17 + 13 + 9 + 7 + 22);
}

#[test]
fn taking_a_direct_item_for_a_reversed_one_of_its_scale_breaks_a_test() {
    let mut exchanged = 0;
    for key in KEYS {
        let file = file(key);
        let items = file["items"].as_array().unwrap();
        let place = |id: &str| items.iter().position(|item| item["id"] == id).unwrap();
        for scale in file["scales"].as_array().unwrap() {
            let (reversed, direct): (Vec<usize>, Vec<usize>) = items_of(&file, scale)
                .iter()
                .map(|id| place(id))
                .partition(|&item| items[item]["keying"] == "reversed");
            for (&one, &other) in
                reversed.iter().flat_map(|one| direct.iter().map(move |other| (one, other)))
            {
                let fault = changed(&file, |f| {
                    turn(&mut f["items"][one]);
                    turn(&mut f["items"][other]);
                });
                assert!(breaks_a_test(fault), "{key}: {one} and {other}");
                exchanged += 1;
            }
        }
    }
    // Five by five, one by six, and twice four by four.
    assert_eq!(exchanged, 25 + 6 + 32);
}

#[test]
fn an_item_that_is_left_out_of_its_scale_breaks_a_test() {
    for key in KEYS {
        let file = file(key);
        for (scale, items) in own(&file) {
            for item in 0..items {
                let fault = changed(&file, |f| {
                    let items = f["scales"][scale]["items"].as_array_mut().unwrap();
                    let id = items.remove(item);
                    // An item in no scale is found by a lint.
                    let elsewhere = json!({ "id": "elsewhere", "items": [id], "method": "sum" });
                    f["scales"].as_array_mut().unwrap().push(elsewhere);
                });
                assert!(breaks_a_test(fault), "{key}: scale {scale}, item {item}");
            }
        }
    }
}

#[test]
fn an_item_that_counts_in_another_scale_too_breaks_a_test() {
    for key in KEYS {
        let file = file(key);
        for (from, items) in own(&file) {
            for (to, _) in own(&file).into_iter().filter(|&(to, _)| to != from) {
                for item in 0..items {
                    let id = file["scales"][from]["items"][item].clone();
                    let fault = changed(&file, |f| {
                        f["scales"][to]["items"].as_array_mut().unwrap().push(id);
                    });
                    assert!(breaks_a_test(fault), "{key}: {item} of {from} in {to}");
                }
            }
        }
    }
}

#[test]
fn exchanging_any_two_items_of_two_scales_breaks_a_test() {
    let mut exchanged = 0;
    for key in KEYS {
        let file = file(key);
        for (one, items) in own(&file) {
            for (other, others) in own(&file).into_iter().filter(|&(other, _)| other > one) {
                for (a, b) in (0..items).flat_map(|a| (0..others).map(move |b| (a, b))) {
                    let fault = changed(&file, |f| {
                        let (first, second) = (
                            f["scales"][one]["items"][a].take(),
                            f["scales"][other]["items"][b].take(),
                        );
                        f["scales"][one]["items"][a] = second;
                        f["scales"][other]["items"][b] = first;
                    });
                    assert!(breaks_a_test(fault), "{key}: {a} of {one} and {b} of {other}");
                    exchanged += 1;
                }
            }
        }
    }
    assert!(exchanged > 900, "{exchanged}");
}

#[test]
fn a_cut_off_that_is_moved_by_one_score_breaks_a_test() {
    for key in KEYS {
        let file = file(key);
        for (place, scale) in file["scales"].as_array().unwrap().iter().enumerate() {
            let bands = scale["bands"].as_array().map_or(0, Vec::len);
            for (band, by) in (1..bands).flat_map(|band| [(band, -1.0), (band, 1.0)]) {
                let fault = changed(&file, |f| {
                    let from = &mut f["scales"][place]["bands"][band]["from"];
                    *from = json!(from.as_f64().unwrap() + by * step(&file, scale));
                });
                assert!(breaks_a_test(fault), "{key}: band {band} by {by}");
            }
        }
    }
}

#[test]
fn another_method_another_minimum_or_another_weight_breaks_a_test() {
    for key in KEYS {
        let file = file(key);
        for (place, scale) in file["scales"].as_array().unwrap().iter().enumerate() {
            let method = if scale["method"] == "sum" { "mean" } else { "sum" };
            // The bands of a sum do not lie in the range of a mean.
            let fault = changed(&file, |f| {
                f["scales"][place]["method"] = json!(method);
                f["scales"][place].as_object_mut().unwrap().remove("bands");
                for test in f["tests"].as_array_mut().unwrap() {
                    test.as_object_mut().unwrap().remove("bands");
                }
            });
            assert!(breaks_a_test(fault), "{key}: {method} in {place}");
            let items = items_of(&file, scale).len() as u64;
            let minima = match scale["minimum"]["count"].as_u64() {
                Some(count) => vec![count - 1, count + 1],
                None => vec![items - 1],
            };
            for minimum in minima {
                let fault =
                    changed(&file, |f| f["scales"][place]["minimum"] = json!({ "count": minimum }));
                assert!(breaks_a_test(fault), "{key}: {minimum} in {place}");
            }
        }
        for item in 0..count(&file, "items") {
            let fault = changed(&file, |f| f["items"][item]["weight"] = json!(2));
            assert!(breaks_a_test(fault), "{key}: weight of {item}");
        }
    }
}
