//! A file that a host brings and that cannot be used is told what is wrong: all of it at once, each thing
//! once, in the words and the paths of its author, with what would be right.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod instruments;

use instruments::{FINE, PROFILED, brought, changed, file, remove, said, sums};
use serde_json::json;

const FIRST_FORMAT: &str = "format must be 2: this file is in the first format. What stood in \
    'instrument' now stands at the top of the file; 'options' is a list in 'option_sets', by a name; a \
    scale has an id, a method, and its items or facets with theirs; its 'measures' and 'line' stand in \
    'profile', its 'deviation' and 'reliability' in its 'precision'. docs/instrument.md has it all";

#[test]
fn a_file_in_the_first_format_is_told_what_has_changed_and_nothing_else() {
    let old = json!({
        "id": "three-scales", "version": "1.0.0",
        "options": [{ "id": "o1", "value": 1 }, { "id": "o2", "value": 2 }],
        "scales": [{
            "measures": "burnout", "line": 32.5, "deviation": 20, "reliability": 0.75, "facets": ["b"],
        }],
        "items": [{ "id": "b1", "facet": "b", "keying": "reversed", "sign": "placeholder" }],
        "context": [],
    });
    let text = json!({ "options": {}, "facets": {}, "items": {}, "context": {} });
    assert_eq!(said(json!({ "instrument": old, "text": text })), [FIRST_FORMAT]);
    assert_eq!(said(json!({ "format": 1, "instrument": old, "text": text })), [FIRST_FORMAT]);
    let half = said(json!({ "format": 2, "instrument": old, "text": text }));
    let changes = FIRST_FORMAT.split_once(". ").unwrap().1;
    assert_eq!(half, [format!("instrument is of the first format. {changes}")]);
    assert_eq!(said(old), [FIRST_FORMAT], "without the wrapper");
}

#[test]
fn what_is_no_object_at_all_is_refused_in_words() {
    for file in [json!(null), json!("see own.json"), json!([1, 2, 3]), json!(2), json!(true)] {
        assert_eq!(
            said(file),
            ["the file must be an object with a format, an id, items and scales"]
        );
    }
}

#[test]
fn an_empty_object_is_told_what_it_must_have() {
    assert_eq!(
        said(json!({})),
        [
            "format must be there: it is 2",
            "id must be there",
            "version must be there",
            "validated must be there: false, or the source that shows it",
            "option_sets must be there",
            "items has 0 items: it must be 1 to 5000",
            "scales has 0 scales: it must be 1 to 50",
            "text must be there: the words of this instrument, by its ids",
        ]
    );
}

#[test]
fn a_scale_may_have_any_id_but_a_role_of_the_profile_may_not() {
    assert_eq!(
        sums(|d| {
            d["scales"][0]["id"] = json!("compassion_satisfaction");
            d["text"]["scales"]["compassion_satisfaction"] = remove(&mut d["text"]["scales"], "cs");
        }),
        FINE
    );
    assert_eq!(
        changed(PROFILED, |d| {
            d["profile"]["compassion_satisfaction"] = remove(&mut d["profile"], "tired");
        }),
        [
            "profile.compassion_satisfaction is not known: there can be burnout, compassion_fatigue, \
             tired, recovery, carries, raised_part",
            "profile.tired must be there: it names the scale and its line",
        ]
    );
}

#[test]
fn a_keying_that_is_none_is_named_with_those_there_are() {
    assert_eq!(
        sums(|d| d["items"][3]["keying"] = json!("reverse")),
        ["items[3].keying must be direct or reversed"]
    );
}

#[test]
fn options_may_fall_and_be_worth_less_than_nothing() {
    assert_eq!(
        sums(|d| d["option_sets"]["often"].as_array_mut().unwrap().reverse()),
        FINE,
        "from the highest to the lowest"
    );
    assert_eq!(sums(|d| d["option_sets"]["often"][0]["value"] = json!(-1)), FINE);
    assert_eq!(
        sums(|d| d["option_sets"]["often"][0]["value"] = json!(3)),
        [
            "option_sets.often must have values that all rise, or all fall, from the first option to the \
          last"
        ]
    );
}

#[test]
fn a_sum_where_a_percentage_is_wanted_is_told_its_range() {
    assert_eq!(
        changed(PROFILED, |d| {
            d["scales"][1]["precision"]["deviation"] = json!(200);
            d["profile"]["burnout"]["line"] = json!(230);
        }),
        [
            "scales[1].precision.deviation is 200: it must be 50 at most, half of the range of the \
             score",
            "profile.burnout.line is 230: it is a percentage of the range, above 0 and below 100",
        ]
    );
    // Ten items of 1 to 5 sum up to 10 to 50.
    assert_eq!(
        sums(|d| {
            d["scales"][1]["precision"] = json!({ "deviation": 20.5, "reliability": 0.75 });
            d["scales"][2]["norm"] = json!({ "mean": 55, "deviation": 21, "source": "somebody" });
        }),
        [
            "scales[1].precision.deviation is 20.5: it must be 20 at most, half of the range of the \
             score",
            "scales[2].norm.deviation is 21: it must be 20 at most, half of the range of the score",
            "scales[2].norm.mean is 55: it must be from 10 to 50",
        ]
    );
}

#[test]
fn a_band_outside_the_range_is_told_it_whatever_else_is_wrong() {
    assert_eq!(
        sums(|d| {
            d["asks_role"] = json!(50);
            d["scales"][0]["bands"][2]["from"] = json!(75);
            d["scales"][1]["bands"][2]["from"] = json!("42");
        }),
        [
            "asks_role must be true or false",
            "scales[1].bands[2].from must be a number",
            "scales[0].bands[2].from is 75, but scores of this scale lie from 10 to 50",
        ]
    );
}

#[test]
fn more_answers_than_there_are_items_cannot_be_asked_for() {
    assert_eq!(
        sums(|d| d["scales"][0]["minimum"] = json!({ "count": 11 })),
        ["scales[0].minimum.count is 11: it must be 1 to 10, the number of its items"]
    );
    for count in [json!(0), json!(2.5), json!(-1)] {
        assert_eq!(
            sums(|d| d["scales"][0]["minimum"] = json!({ "count": count })),
            [format!(
                "scales[0].minimum.count is {count}: it must be a whole number from 1 to 5000"
            )]
        );
    }
    assert_eq!(sums(|d| d["scales"][0]["minimum"] = json!({ "count": 10 })), FINE);
}

#[test]
fn all_mistakes_are_told_at_once() {
    assert_eq!(
        sums(|d| {
            d["scales"][1]["items"][2] = json!("i0");
            d["scales"][1]["items"][5] = json!("zz");
            remove(&mut d["text"]["options"]["often"], "o1");
        }),
        [
            "scales[1].items[2] names 'i0', but there is no item with this id",
            "scales[1].items[5] names 'zz', but there is no item with this id",
            "text.options.often.o1 must be there",
        ]
    );
}

#[test]
fn several_wrong_values_in_one_list_are_each_told() {
    assert_eq!(
        sums(|d| {
            d["scales"][0]["items"][1] = json!(6);
            d["scales"][0]["items"][4] = json!(null);
            d["option_sets"]["often"][1]["value"] = json!("2");
            d["option_sets"]["often"][3]["value"] = json!(4.5);
            d["text"]["options"]["often"]["o1"] = json!(1);
            d["text"]["options"]["often"]["o2"] = json!([]);
            d["tests"] =
                json!([{ "answers": { "i1": "1", "i2": true }, "scores": { "cs": "12" } }]);
        }),
        [
            "option_sets.often[1].value must be a number",
            "option_sets.often[3].value must be a whole number from -1000 to 1000",
            "scales[0].items[1] must be a text",
            "scales[0].items[4] must be a text",
            "tests[0].answers.i1 must be a number",
            "tests[0].answers.i2 must be a number",
            "tests[0].scores.cs must be a number",
            "text.options.often.o1 must be a text",
            "text.options.often.o2 must be a text",
        ]
    );
}

#[test]
fn what_may_be_left_out_is_not_missed() {
    assert_eq!(
        changed("totals-like", |d| {
            remove(d, "context");
            remove(&mut d["text"], "context");
        }),
        FINE
    );
}

#[test]
fn a_misspelt_field_is_named_with_the_one_that_is_meant_and_that_is_not_missed_besides() {
    assert_eq!(sums(|d| d["contxt"] = json!([])), ["contxt is not known: is 'context' meant?"]);
    assert_eq!(
        sums(|d| {
            d["scales"][0]["metod"] = remove(&mut d["scales"][0], "method");
            d["scales"][1]["itmes"] = remove(&mut d["scales"][1], "items");
            d["items"][4]["Id"] = remove(&mut d["items"][4], "id");
            let band = &mut d["text"]["scales"]["cs"]["bands"]["low"];
            band["lable"] = remove(band, "label");
        }),
        [
            "items[4].Id is not known: is 'id' meant?",
            "scales[0].metod is not known: is 'method' meant?",
            "scales[1].itmes is not known: is 'items' meant?",
            "text.scales.cs.bands.low.lable is not known: is 'label' meant?",
        ]
    );
    assert_eq!(
        sums(|d| d["option-sets"] = remove(d, "option_sets")),
        ["option-sets is not known: is 'option_sets' meant?"]
    );
}

#[test]
fn fields_that_the_format_does_not_know_are_named() {
    assert_eq!(
        sums(|d| {
            d["copyright"] = json!("(c) somebody");
            d["scoring"] = json!("sum");
            d["items"][0]["facet"] = json!("b");
            d["scales"][0]["bands"][1]["to"] = json!(22);
            d["scales"][0]["bands"][1]["label"] = json!("low");
        }),
        [
            "copyright is not known: there can be format, id, version, title, author, citation, \
             licence, validated, sources, asks_role, option_sets, blocks, items, scales, signs, \
             context, profile, tests, text, $schema",
            "scoring is not known: there can be format, id, version, title, author, citation, \
             licence, validated, sources, asks_role, option_sets, blocks, items, scales, signs, \
             context, profile, tests, text, $schema",
            "items[0].facet is not known: there can be id, options, keying, weight, sign, alert, \
             block, bank, means",
            "scales[0].bands[1].label is not known: there can be id, from",
            "scales[0].bands[1].to is not known: there can be id, from",
        ]
    );
}

#[test]
fn whether_it_was_validated_must_be_said() {
    assert_eq!(
        sums(|d| drop(remove(d, "validated"))),
        ["validated must be there: false, or the source that shows it"]
    );
    for value in [json!(true), json!(""), json!(1), json!({})] {
        assert_eq!(
            sums(|d| d["validated"] = value),
            ["validated must be false, or the source that shows it"]
        );
    }
    assert_eq!(sums(|d| d["validated"] = json!("Somebody and others, 2001")), FINE);
}

#[test]
fn a_profile_that_one_answer_could_turn_is_refused_with_the_reason() {
    assert_eq!(
        changed(PROFILED, |d| {
            // Yes or no to each of four: one answer moves the score by a quarter of the range.
            d["option_sets"]["rate"].as_array_mut().unwrap().truncate(2);
            for rating in 2..7 {
                remove(&mut d["text"]["options"]["rate"], &format!("r{rating}"));
            }
        }),
        [
            "profile.burnout cannot use this scale: it has so few items or options that one changed \
             answer could jump the whole uncertain band around the line",
            "profile.compassion_fatigue cannot use this scale: it has so few items or options that \
             one changed answer could jump the whole uncertain band around the line",
            "profile.tired cannot use this scale: its items have so few options that one changed \
             answer could jump the middle word",
        ]
    );
}

#[test]
fn an_item_cannot_count_in_two_scales_of_a_profile() {
    assert_eq!(
        changed(PROFILED, |d| d["scales"][2]["facets"][0]["items"][1] = json!("i4")),
        [
            "items[5] 'i6' is in no scale: name it in one, or ask it under context",
            "profile.compassion_fatigue.scale names 'echo', which shares items with 'load': one answer \
             must not move two scores of a profile",
        ]
    );
}

#[test]
fn a_source_longer_than_a_person_reads_is_told_its_length() {
    assert_eq!(
        sums(|d| {
            let source = "x".repeat(2_001);
            d["scales"][0]["norm"] = json!({ "mean": 30, "deviation": 5, "source": source });
        }),
        ["scales[0].norm.source has 2001 characters: 2000 are the most"]
    );
}

#[test]
fn a_profile_of_one_scale_is_told_which_roles_are_left() {
    assert_eq!(
        changed("phq-like", |d| d["profile"] =
            json!({ "burnout": { "scale": "sum", "line": 37 } })),
        [
            "profile.compassion_fatigue must be there: it names the scale and its line",
            "profile.tired must be there: it names the scale and its line",
            "profile.burnout.scale names 'sum', which must have the method percent to be a part of a \
             profile",
        ]
    );
}

#[test]
fn no_more_is_told_than_anybody_mends_at_once_and_the_rest_is_counted() {
    let mut file = file("proqol-like");
    file["asks_role"] = json!(true);
    for place in 0..30 {
        file["items"][place]["weight"] = json!(0);
        file["text"]["items"][format!("i{}", place + 1)] = json!("");
    }
    let error = brought(file).unwrap_err();
    assert_eq!(error.mistakes().len(), 50);
    assert!(error.to_string().ends_with("\nand 10 more"), "{error}");
}
