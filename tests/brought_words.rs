//! The words that an instrument brings: each part has some, none belongs to nothing, and everything that
//! is wrong in structure and words is said at once.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Instrument, InstrumentError};
use burnout_screener::loading;
use burnout_screener::locale::Texts;
use burnout_screener::session::Voice;
use burnout_screener::tree::Tree;
use common::plain_json;
use serde_json::{Value, json};

/// The instrument without a profile, with all its words.
fn file() -> Value {
    let mut file = plain_json();
    file["context"] = json!([{ "id": "where", "options": [{ "id": "here" }, { "id": "there" }] }]);
    file["text"] = json!({
        "options": { "how_much": { "not": "Not at all", "some": "Somewhat", "much": "Very much" } },
        "items": {
            "a": "I slept badly.",
            "b": { "all": "I ate badly.", "caring": "I ate badly at home." },
            "c": { "work": "I laughed at work.", "caring": "I laughed at home.", "helping": "I laughed." },
            "d": { "all": "I was sad." },
        },
        "scales": {
            "one": { "name": "Body", "bands": { "low": { "label": "Low" }, "high": { "label": "High", "text": "More than most." } } },
            "two": {
                "name": { "work": "Mood at work", "caring": "Mood at home", "helping": "Mood" },
                "facets": { "x": "Joy", "y": "Sadness" },
            },
            "all": { "name": "Everything" },
        },
        "context": { "where": { "question": "Where are you?", "options": { "here": "Here", "there": "There" } } },
    });
    file
}

fn brought(change: impl FnOnce(&mut Value)) -> Result<(Instrument, Texts), InstrumentError> {
    let mut file = file();
    change(&mut file);
    let tree: Tree = serde_json::from_value(file).unwrap();
    loading::brought(&tree)
}

/// What is said of the file after a change, line by line.
fn said(change: impl FnOnce(&mut Value)) -> Vec<String> {
    match brought(change) {
        Ok(_) => Vec::new(),
        Err(error) => error.to_string().lines().map(str::to_owned).collect(),
    }
}

fn without(value: &mut Value, key: &str) {
    value.as_object_mut().unwrap().remove(key).unwrap();
}

#[test]
fn each_part_reads_in_its_own_words() {
    let (instrument, texts) = brought(|_| {}).unwrap();
    assert_eq!(texts.options(&instrument, 3), ["Not at all", "Somewhat", "Very much"]);
    assert_eq!(texts.option(&instrument, 0, 2), "Very much");
    let items = [0, 1, 2, 3].map(|item| Voice::ALL.map(|voice| texts.item(item, voice)));
    assert_eq!(
        items,
        [
            ["I slept badly."; 3],
            ["I ate badly.", "I ate badly at home.", "I ate badly."],
            ["I laughed at work.", "I laughed at home.", "I laughed."],
            ["I was sad."; 3],
        ]
    );
    let scales = [0, 1, 2].map(|scale| Voice::ALL.map(|voice| texts.scale(scale, voice)));
    assert_eq!(scales, [["Body"; 3], ["Mood at work", "Mood at home", "Mood"], ["Everything"; 3]]);
    assert_eq!(texts.parts(1), ["Joy", "Sadness"]);
    assert_eq!(texts.parts(0), [""; 0], "a scale without parts has none to name");
    // The parts of a total are scales, and go by their names.
    assert_eq!(texts.parts(2), ["Body", "Mood at work"]);
    let bands = [0, 1].map(|band| texts.band(0, band).unwrap());
    assert_eq!(bands.map(|band| band.label.as_str()), ["Low", "High"]);
    assert_eq!(bands.map(|band| band.text.as_deref()), [None, Some("More than most.")]);
    assert_eq!(texts.context(0).0, "Where are you?");
    assert_eq!(texts.context(0).1, ["Here", "There"]);
}

#[test]
fn without_a_title_in_the_words_that_of_the_file_stands_and_without_one_its_id() {
    let title = |change: fn(&mut Value)| brought(change).unwrap().1.title().to_owned();
    assert_eq!(title(|_| {}), "plain");
    assert_eq!(title(|d| d["title"] = json!("Plain Inventory")), "Plain Inventory");
    assert_eq!(
        title(|d| {
            d["title"] = json!("Plain Inventory");
            d["text"]["title"] = json!("How are you?");
        }),
        "How are you?"
    );
    let (_, texts) = brought(|_| {}).unwrap();
    assert_eq!([texts.intro(), texts.look_back(), texts.stem()], [""; 3]);
    let (_, texts) = brought(|d| {
        d["text"]["intro"] = json!("For nurses.");
        d["text"]["look_back"] = json!("In the past week?");
        d["text"]["stem"] = json!("At work");
    })
    .unwrap();
    let words = [texts.intro(), texts.look_back(), texts.stem()];
    assert_eq!(words, ["For nurses.", "In the past week?", "At work"]);
}

#[test]
fn all_words_that_are_missing_are_named_at_once() {
    let found = said(|d| {
        without(&mut d["text"]["options"]["how_much"], "some");
        without(&mut d["text"]["items"], "a");
        without(&mut d["text"]["items"]["c"], "caring");
        without(&mut d["text"]["scales"]["one"], "name");
        without(&mut d["text"]["scales"]["one"]["bands"], "high");
        without(&mut d["text"]["scales"]["two"]["facets"], "y");
        without(&mut d["text"]["scales"], "all");
        without(&mut d["text"]["context"]["where"]["options"], "there");
    });
    let wanted = [
        "options.how_much.some must be there",
        "items.a must be there",
        "items.c has no words for caring",
        "scales.one.name must be there",
        "scales.one.bands.high must be there",
        "scales.two.facets.y must be there",
        "scales.all must be there",
        "context.where.options.there must be there",
    ];
    assert_eq!(found, wanted.map(|wanted| format!("text.{wanted}")));
}

#[test]
fn a_scale_without_words_is_not_missed_in_its_total_again() {
    let found = said(|d| without(&mut d["text"]["scales"], "one"));
    assert_eq!(found, ["text.scales.one must be there"]);
}

#[test]
fn a_part_that_is_called_as_a_scale_needs_words_of_its_own() {
    let found = said(|d| {
        d["scales"][1]["facets"][0]["id"] = json!("one");
        without(&mut d["text"]["scales"]["two"]["facets"], "x");
    });
    assert_eq!(found, ["text.scales.two.facets.one must be there"]);
}

#[test]
fn words_that_belong_to_nothing_are_named_at_once() {
    let found = said(|d| {
        d["text"]["items"]["e"] = json!("I am no item.");
        d["text"]["options"]["how_often"] = json!({});
        d["text"]["options"]["how_much"]["very"] = json!("Very");
        d["text"]["scales"]["three"] = json!({ "name": "Third" });
        d["text"]["scales"]["two"]["facets"]["z"] = json!("Z");
        d["text"]["scales"]["one"]["bands"]["middle"] = json!({ "label": "Middle" });
        d["text"]["context"]["when"] = json!({ "question": "When?", "options": {} });
    });
    assert_eq!(
        found,
        [
            "text.items.e belongs to no item of this instrument",
            "text.options.how_often belongs to no option set of this instrument",
            "text.scales.three belongs to no scale of this instrument",
            "text.context.when belongs to no question of this instrument",
            "text.options.how_much.very belongs to no option of this instrument",
            "text.scales.one.bands.middle belongs to no band of this instrument",
            "text.scales.two.facets.z belongs to no part of this instrument",
        ]
    );
}

#[test]
fn words_of_the_wrong_kind_blank_or_too_long_are_named() {
    for (pointer, wrong, what) in [
        ("/text/title", json!(5), "text.title must be a text"),
        ("/text/items", json!([]), "text.items must be an object"),
        ("/text/items/a", json!(" "), "text.items.a is empty"),
        ("/text/items/b/caring", json!(""), "text.items.b.caring is empty"),
        (
            "/text/items/d",
            json!({}),
            "text.items.d must be a text, or an object with a text for each voice",
        ),
        (
            "/text/items/d",
            json!(7),
            "text.items.d must be a text, or an object with a text for each voice",
        ),
        ("/text/items/d", json!({ "work": 1 }), "text.items.d.work must be a text"),
        (
            "/text/items/d",
            json!("x".repeat(2_001)),
            "text.items.d has 2001 characters: 2000 are the most",
        ),
        (
            "/text/scales/one/bands/low/label",
            json!("\n"),
            "text.scales.one.bands.low.label is empty",
        ),
    ] {
        let found = said(|d| {
            d["text"]["title"] = json!("T");
            *d.pointer_mut(pointer).unwrap() = wrong;
        });
        assert_eq!(found[0], what, "{found:?}");
    }
}

#[test]
fn a_misspelt_field_among_the_words_is_named_with_the_one_that_is_meant() {
    for (place, wrong, path, meant) in [
        ("/text", "lookback", "text.lookback", "look_back"),
        ("/text/scales/two", "facet", "text.scales.two.facet", "facets"),
        ("/text/scales/one/bands/low", "labels", "text.scales.one.bands.low.labels", "label"),
        ("/text/context/where", "questions", "text.context.where.questions", "question"),
        ("/text/items/c", "carin", "text.items.c.carin", "caring"),
    ] {
        let found = said(|d| d.pointer_mut(place).unwrap()[wrong] = json!("x"));
        assert_eq!(found, [format!("{path} is not known: is '{meant}' meant?")]);
    }
}

#[test]
fn a_file_without_words_is_told_that_they_are_missing() {
    assert_eq!(
        said(|d| without(d, "text")),
        ["text must be there: the words of this instrument, by its ids"]
    );
}

#[test]
fn what_is_wrong_in_structure_and_in_words_is_said_together() {
    let found = said(|d| {
        d["asks_role"] = json!(0);
        d["items"][0]["keying"] = json!("up");
        without(&mut d["text"]["items"], "d");
        d["text"]["intros"] = json!("x");
        d["tests"] = json!([{ "answers": [0], "scores": { "one": 77 } }]);
    });
    assert_eq!(
        found,
        [
            "asks_role must be true or false",
            "items[0].keying must be direct or reversed",
            "text.intros is not known: is 'intro' meant?",
            "text.items.d must be there",
        ]
    );
}
