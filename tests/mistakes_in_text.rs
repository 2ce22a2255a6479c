//! What is wrong with the words in a file that a host brings: once each, whatever the roles.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod instruments;

use instruments::{remove, sums};
use serde_json::json;

#[test]
fn each_missing_text_is_told_once_whatever_the_roles() {
    for role in [json!(false), json!(true)] {
        assert_eq!(
            sums(|d| {
                d["asks_role"] = role;
                for item in ["i3", "i14", "i25"] {
                    remove(&mut d["text"]["items"], item);
                }
            }),
            [
                "text.items.i3 must be there",
                "text.items.i14 must be there",
                "text.items.i25 must be there",
            ]
        );
    }
}

#[test]
fn an_empty_text_is_told_once() {
    assert_eq!(sums(|d| d["text"]["items"]["i7"] = json!("  ")), ["text.items.i7 is empty"]);
    assert_eq!(
        sums(|d| d["text"]["items"]["i7"] = json!({ "all": " " })),
        ["text.items.i7 is empty"]
    );
    assert_eq!(
        sums(|d| d["text"]["items"]["i7"] = json!({ "all": "Statement 7.", "caring": "" })),
        ["text.items.i7.caring is empty"]
    );
    assert_eq!(
        sums(|d| d["text"]["scales"]["cs"]["bands"]["low"]["label"] = json!("")),
        ["text.scales.cs.bands.low.label is empty"]
    );
}

#[test]
fn words_for_one_role_alone_are_not_enough_and_the_others_are_named() {
    assert_eq!(
        sums(|d| d["text"]["items"]["i7"] = json!({ "work": "Statement 7 at work." })),
        ["text.items.i7 has no words for caring and helping"]
    );
    assert_eq!(
        sums(|d| d["text"]["scales"]["bo"]["name"] = json!({ "work": "B", "helping": "B" })),
        ["text.scales.bo.name has no words for caring"]
    );
}

#[test]
fn a_part_without_any_words_is_told_in_one_mistake() {
    assert_eq!(
        sums(|d| d["text"]["items"] = json!({})),
        ["text.items must be there: the words of the items, by their ids"]
    );
    assert_eq!(
        sums(|d| drop(remove(&mut d["text"]["scales"], "sts"))),
        ["text.scales.sts must be there"]
    );
    assert_eq!(
        sums(|d| d["text"] = json!("words")),
        ["text must be an object"],
        "nor more than one where it is something else"
    );
    assert_eq!(
        sums(|d| d["text"]["scales"]["cs"] = json!("Scale C")),
        ["text.scales.cs must be an object"]
    );
}

#[test]
fn a_text_that_belongs_to_nothing_is_named() {
    assert_eq!(
        sums(|d| {
            d["text"]["items"]["i31"] = json!("Statement 31.");
            d["text"]["options"]["often"]["o6"] = json!("Option 6");
            d["text"]["scales"]["cs"]["bands"]["highest"] = json!({ "label": "Highest" });
            d["text"]["scales"]["cs"]["facets"] = json!({ "a": "Part A" });
        }),
        [
            "text.items.i31 belongs to no item of this instrument",
            "text.options.often.o6 belongs to no option of this instrument",
            "text.scales.cs.facets.a belongs to no part of this instrument",
            "text.scales.cs.bands.highest belongs to no band of this instrument",
        ]
    );
}
