//! Every lint stops the file it is there for: what is asked.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use common::{complaints, complaints_about, plain_json};
use serde_json::{Value, json};

const FINE: [&str; 0] = [];

/// The built-in instrument with another id for an item, wherever it stands.
fn rename_item(definition: &mut Value, place: usize, id: &str) {
    let old = definition["items"][place]["id"].clone();
    definition["items"][place]["id"] = json!(id);
    for scale in definition["scales"].as_array_mut().unwrap() {
        for facet in scale["facets"].as_array_mut().unwrap() {
            for item in facet["items"].as_array_mut().unwrap() {
                if *item == old {
                    *item = json!(id);
                }
            }
        }
    }
}

/// The same change with each text in turn gives a complaint about it.
fn assert_bad_ids(path: &str, change: impl Fn(&mut Value, &str)) {
    let long = "a".repeat(65);
    for id in ["", "Capital", "with space", "ünder", "a.b", "a/b", &long] {
        assert_eq!(
            complaints(|d| change(d, id)),
            [format!("{path} must be 1 to 64 of the characters a-z, 0-9, - and _")],
            "{id}"
        );
    }
}

#[test]
fn an_id_of_the_wrong_characters_or_length_is_named_wherever_it_stands() {
    assert_bad_ids("id", |d, id| d["id"] = json!(id));
    assert_bad_ids("option_sets.frequency[1].id", |d, id| {
        d["option_sets"]["frequency"][1]["id"] = json!(id);
    });
    assert_bad_ids("items[7].id", |d, id| rename_item(d, 7, id));
    assert_bad_ids("scales[0].bands[1].id", |d, id| {
        d["scales"][0]["bands"] = json!([{ "id": "low" }, { "id": id, "from": 50 }]);
    });
    assert_bad_ids("scales[2].facets[1].id", |d, id| {
        d["scales"][2]["facets"][1]["id"] = json!(id);
    });
    assert_bad_ids("context[3].id", |d, id| d["context"][3]["id"] = json!(id));
    assert_bad_ids("context[3].options[3].id", |d, id| {
        d["context"][3]["options"][3]["id"] = json!(id);
    });
    assert_bad_ids("scales[2].id", |d, id| {
        d["scales"][2]["id"] = json!(id);
        d["profile"]["tired"]["scale"] = json!(id);
    });
}

#[test]
fn the_name_of_an_option_set_is_an_id_too() {
    let said = complaints_about(plain_json(), |d| {
        d["option_sets"]["How Much"] = d["option_sets"]["how_much"].take();
        d["option_sets"].as_object_mut().unwrap().remove("how_much");
    });
    let wanted = "must be 1 to 64 of the characters a-z, 0-9, - and _";
    assert_eq!(said, [format!("option_sets.How Much {wanted}")]);
}

#[test]
fn an_id_of_64_plain_characters_is_fine() {
    assert_eq!(complaints(|d| rename_item(d, 0, &"a-_9".repeat(16))), FINE);
}

#[test]
fn an_id_that_stands_twice_among_things_of_one_kind_is_named() {
    let twice =
        |path: &str, id: &str| [format!("{path} is '{id}' a second time: every id stands once")];
    assert_eq!(
        complaints(|d| d["option_sets"]["frequency"][4]["id"] = json!("never")),
        twice("option_sets.frequency[4].id", "never")
    );
    assert_eq!(complaints(|d| rename_item(d, 25, "busy_day")), twice("items[25].id", "busy_day"));
    assert_eq!(
        complaints(|d| d["scales"][1]["facets"][2]["id"] = json!("avoidance"))[0],
        twice("scales[1].facets[2].id", "avoidance")[0]
    );
    assert_eq!(
        complaints_about(plain_json(), |d| {
            d["scales"][2]["id"] = json!("one");
        }),
        twice("scales[2].id", "one")
    );
    assert_eq!(
        complaints(|d| {
            d["scales"][0]["bands"] = json!([{ "id": "low" }, { "id": "low", "from": 50 }]);
        }),
        twice("scales[0].bands[1].id", "low")
    );
    assert_eq!(
        complaints(|d| d["context"][3]["id"] = json!("cause")),
        twice("context[3].id", "cause")
    );
    assert_eq!(
        complaints(|d| d["context"][1]["options"][0]["id"] = json!("both")),
        twice("context[1].options[2].id", "both")
    );
}

#[test]
fn things_of_different_kinds_may_share_an_id() {
    assert_eq!(complaints(|d| rename_item(d, 0, "exhaustion")), FINE);
    // Facets of different scales are different things as well.
    let renamed = complaints(|d| d["scales"][2]["facets"][0]["id"] = json!("exhaustion"));
    assert_eq!(renamed, FINE);
}

/// The list at `pointer` with `length` entries, copies of its first with ids of their own; items stand
/// in a scale.
fn resize(definition: &mut Value, pointer: &str, length: usize) {
    let list = definition.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
    let first = list[0].clone();
    list.truncate(length);
    for place in list.len()..length {
        let mut copy = first.clone();
        copy["id"] = json!(format!("copy-{place}"));
        if copy.get("value").is_some() {
            copy["value"] = json!(place);
        }
        list.push(copy);
    }
    let ids: Vec<Value> = list.iter().map(|each| each["id"].clone()).collect();
    if pointer == "/items" {
        let more = ids.into_iter().filter(|id| id.as_str().unwrap().starts_with("copy-"));
        let items = definition["scales"][0]["facets"][0]["items"].as_array_mut().unwrap();
        items.extend(more);
    }
}

#[test]
fn too_few_or_too_many_of_anything_is_counted() {
    for (pointer, length, message) in [
        ("/option_sets/frequency", 1, "option_sets.frequency has 1 options: it must be 2 to 11"),
        ("/option_sets/frequency", 11, ""),
        ("/option_sets/frequency", 12, "option_sets.frequency has 12 options: it must be 2 to 11"),
        ("/items", 0, "items has 0 items: it must be 1 to 5000"),
        ("/items", 5_000, ""),
        ("/items", 5_001, "items has 5001 items: it must be 1 to 5000"),
        ("/context", 0, ""),
        ("/context", 20, ""),
        ("/context", 21, "context has 21 questions: it must be 0 to 20"),
        ("/context/1/options", 1, "context[1].options has 1 options: it must be 2 to 11"),
        ("/context/1/options", 11, ""),
        ("/context/1/options", 12, "context[1].options has 12 options: it must be 2 to 11"),
    ] {
        let found = complaints(|d| resize(d, pointer, length)).join("\n");
        assert_eq!(found, message, "{pointer} {length}");
    }
    let scales = |count| complaints_about(plain_json(), |d| resize(d, "/scales", count)).join("\n");
    assert_eq!(scales(50), "");
    assert_eq!(scales(51), "scales has 51 scales: it must be 1 to 50");
}

#[test]
fn option_values_that_neither_rise_nor_fall_throughout_are_refused() {
    let mixed = "option_sets.frequency must have values that all rise, or all fall, from the first \
                 option to the last";
    let values = |values: [i16; 5]| {
        complaints(|d| {
            for (place, value) in values.into_iter().enumerate() {
                d["option_sets"]["frequency"][place]["value"] = json!(value);
            }
        })
    };
    for bad in [[0, 1, 0, 3, 4], [0, 1, 1, 3, 4], [4, 3, 3, 1, 0], [0, 0, 0, 0, 0], [0, 1, 2, 3, 2]]
    {
        assert_eq!(values(bad), [mixed], "{bad:?}");
    }
    for good in [[4, 3, 2, 1, 0], [-2, -1, 0, 1, 2], [996, 997, 998, 999, 1000], [1, 2, 3, 5, 6]] {
        assert_eq!(values(good), FINE, "{good:?}");
    }
}

#[test]
fn an_item_must_offer_a_set_of_options_that_there_is() {
    assert_eq!(
        complaints(|d| d["items"][3]["options"] = json!("often")),
        ["items[3].options names 'often', but there is no option set with this id", SAME[0]]
    );
    let more = json!([{ "id": "no", "value": 0 }, { "id": "yes", "value": 1 }]);
    assert_eq!(
        complaints_about(plain_json(), |d| {
            d["option_sets"]["yes_no"] = more.clone();
            for item in d["items"].as_array_mut().unwrap().iter_mut().skip(1) {
                item["options"] = json!("how_much");
            }
        }),
        ["items[0].options must name an option set: there are several"]
    );
    assert_eq!(
        complaints_about(plain_json(), |d| {
            d["option_sets"]["yes_no"] = more;
            for (place, name) in ["how_much", "yes_no", "how_much", "yes_no"].iter().enumerate() {
                d["items"][place]["options"] = json!(name);
            }
        }),
        FINE
    );
}

const SAME: [&str; 1] = [
    "profile.burnout.scale names 'burnout', which must have the same options and the same weight for \
     all its items to be a part of a profile",
];

#[test]
fn an_item_weighs_1_to_100() {
    for weight in [0, 101, 255] {
        assert_eq!(
            complaints_about(plain_json(), |d| d["items"][1]["weight"] = json!(weight)),
            [format!("items[1].weight is {weight}: it must be a whole number from 1 to 100")]
        );
    }
    for weight in [1, 2, 100] {
        let said = complaints_about(plain_json(), |d| d["items"][1]["weight"] = json!(weight));
        assert_eq!(said, FINE);
    }
}

#[test]
fn a_sign_that_says_nothing_is_named() {
    for sign in ["", "  "] {
        assert_eq!(
            complaints(|d| d["items"][16]["sign"] = json!(sign)),
            ["items[16].sign is empty: say which sign the item measures, or leave it out"]
        );
    }
}

#[test]
fn an_alert_that_no_answer_or_every_answer_would_give_is_refused() {
    let alert = |value: i16| complaints(|d| d["items"][2]["alert"] = json!(value));
    for value in [-1, 0, 5, 1000] {
        assert_eq!(
            alert(value),
            ["items[2].alert must be above 0 and 4 at most, as the values of its options are"]
        );
    }
    for value in [1, 4] {
        assert_eq!(alert(value), FINE);
    }
}

#[test]
fn an_item_in_no_scale_is_named() {
    assert_eq!(
        complaints_about(plain_json(), |d| {
            d["items"].as_array_mut().unwrap().push(json!({ "id": "nap" }));
        }),
        ["items[4] 'nap' is in no scale: name it in one, or ask it under context"]
    );
}

#[test]
fn a_line_of_credit_is_not_longer_than_a_person_reads() {
    for (pointer, path) in [
        ("/version", "version"),
        ("/title", "title"),
        ("/author", "author"),
        ("/citation", "citation"),
        ("/licence/terms", "licence.terms"),
        ("/licence/line", "licence.line"),
        ("/validated", "validated"),
        ("/items/5/sign", "items[5].sign"),
    ] {
        let long = |length: usize| {
            complaints(|d| {
                let (parent, field) = pointer.rsplit_once('/').unwrap();
                d.pointer_mut(parent).unwrap()[field] = json!("x".repeat(length));
            })
        };
        assert_eq!(long(2_000), FINE, "{path}");
        assert_eq!(long(2_001), [format!("{path} has 2001 characters: 2000 are the most")]);
    }
}
