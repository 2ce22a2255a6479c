//! A definition file of the wrong shape is refused: everything that is wrong in it at once, each with
//! its place, and nothing that only follows from something else.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Definition, Instrument};
use burnout_screener::locale::LocaleFile;
use common::{build, complaints, complaints_about, english_json, plain_json, steady_json};
use serde_json::{Value, json};

fn without(value: &mut Value, key: &str) {
    value.as_object_mut().unwrap().remove(key).unwrap();
}

#[test]
fn what_is_missing_is_named_with_its_place() {
    assert_eq!(complaints(|d| without(d, "format")), ["format must be there: it is 2"]);
    assert_eq!(complaints(|d| without(d, "id")), ["id must be there"]);
    assert_eq!(complaints(|d| without(d, "version")), ["version must be there"]);
    assert_eq!(
        complaints(|d| without(d, "validated")),
        ["validated must be there: false, or the source that shows it"]
    );
    assert_eq!(
        complaints(|d| without(&mut d["option_sets"]["frequency"][2], "value")),
        ["option_sets.frequency[2].value must be there"]
    );
    assert_eq!(
        complaints(|d| without(&mut d["scales"][1], "method")),
        ["scales[1].method must be there"]
    );
    assert_eq!(
        complaints(|d| d["scales"][1]["precision"]["deviation"] = Value::Null),
        ["scales[1].precision.deviation must be there"]
    );
    assert_eq!(
        complaints(|d| without(&mut d["profile"], "tired")),
        ["profile.tired must be there: it names the scale and its line"]
    );
    assert_eq!(
        complaints(|d| without(&mut d["profile"]["burnout"], "line")),
        ["profile.burnout.line must be there"]
    );
    assert_eq!(
        complaints(|d| without(&mut d["licence"], "terms")),
        ["licence.terms must be there"]
    );
    assert_eq!(
        complaints(|d| d["tests"] = json!([{ "scores": { "burnout": 1 } }])),
        ["tests[0].answers must be there"]
    );
}

#[test]
fn what_may_be_left_out_may_be_null_as_well() {
    for field in ["title", "author", "citation", "licence", "sources", "asks_role"] {
        assert_eq!(complaints(|d| d[field] = Value::Null), [""; 0], "{field}");
    }
    for field in ["blocks", "signs", "context", "profile", "tests", "text"] {
        assert_eq!(complaints(|d| d[field] = Value::Null), [""; 0], "{field}");
    }
    for field in ["options", "keying", "weight", "sign", "alert", "block", "bank", "means"] {
        assert_eq!(complaints(|d| d["items"][0][field] = Value::Null), [""; 0], "{field}");
    }
}

#[test]
fn what_is_of_the_wrong_kind_is_named_with_its_place() {
    assert_eq!(complaints(|d| d["id"] = json!(7)), ["id must be a text"]);
    assert_eq!(complaints(|d| d["items"] = json!({})), ["items must be a list"]);
    assert_eq!(complaints(|d| d["scales"] = json!("none")), ["scales must be a list"]);
    assert_eq!(complaints(|d| d["option_sets"] = json!([])), ["option_sets must be an object"]);
    assert_eq!(
        complaints(|d| d["option_sets"]["frequency"] = json!({})),
        ["option_sets.frequency must be a list"]
    );
    assert_eq!(
        complaints_about(plain_json(), |d| d["scales"][2] = json!("all")),
        ["scales[2] must be an object"]
    );
    assert_eq!(
        complaints(|d| d["profile"]["burnout"]["line"] = json!("50")),
        ["profile.burnout.line must be a number"]
    );
    assert_eq!(complaints(|d| d["profile"] = json!(true)), ["profile must be an object"]);
    assert_eq!(complaints(|d| d["licence"] = json!("free")), ["licence must be an object"]);
    assert_eq!(complaints(|d| d["asks_role"] = json!("yes")), ["asks_role must be true or false"]);
    for validated in [json!(true), json!(1), json!({})] {
        assert_eq!(
            complaints(|d| d["validated"] = validated),
            ["validated must be false, or the source that shows it"]
        );
    }
    assert_eq!(
        complaints(|d| d["scales"][0]["facets"][1]["items"][0] = json!(4)),
        ["scales[0].facets[1].items[0] must be a text"]
    );
    for (place, parts) in [(0, "items"), (1, "facets"), (2, "of")] {
        for (wrong, path, wanted) in [
            (json!([4]), "[0]", if parts == "facets" { "an object" } else { "a text" }),
            (json!("a"), "", "a list"),
        ] {
            assert_eq!(
                complaints_about(plain_json(), |d| d["scales"][place][parts] = wrong),
                [format!("scales[{place}].{parts}{path} must be {wanted}")]
            );
        }
    }
}

#[test]
fn a_file_that_is_no_object_is_said_to_be_none() {
    for file in [json!([]), json!("format 2"), json!(2), json!(null)] {
        let said = complaints_about(file, |_| {});
        assert_eq!(said[0], "the file must be an object with a format, an id, items and scales");
    }
}

const FIRST_FORMAT: &str = "format must be 2: this file is in the first format. What stood in \
    'instrument' now stands at the top of the file; 'options' is a list in 'option_sets', by a name; a \
    scale has an id, a method, and its items or facets with theirs; its 'measures' and 'line' stand in \
    'profile', its 'deviation' and 'reliability' in its 'precision'. docs/instrument.md has it all";

#[test]
fn a_file_of_another_format_is_told_which_one_is_read() {
    for format in [json!(1), json!(3), json!("2"), json!(2.5)] {
        assert_eq!(complaints(|d| d["format"] = format)[0], "format must be 2");
    }
    assert_eq!(
        complaints(|d| *d = json!({ "instrument": { "id": "old" }, "text": {} }))[0],
        FIRST_FORMAT
    );
}

#[test]
fn an_option_value_that_is_no_whole_number_of_its_range_is_refused_rather_than_rounded() {
    let whole = "option_sets.frequency[1].value must be a whole number from -1000 to 1000";
    for value in [json!(-1001), json!(1001), json!(1.5), json!(1e300), json!(65_536)] {
        assert_eq!(
            complaints(|d| d["option_sets"]["frequency"][1]["value"] = value.clone()),
            [whole],
            "{value}"
        );
    }
    let mut file = steady_json();
    file["option_sets"]["frequency"][1]["value"] = json!(1.0);
    file["option_sets"]["frequency"][4]["value"] = json!(4.0);
    assert_eq!(build(file), build(steady_json()));
    for weight in [json!(-1), json!(256), json!(1.5)] {
        assert_eq!(
            complaints(|d| d["items"][0]["weight"] = weight.clone()),
            [format!("items[0].weight is {weight}: it must be a whole number from 1 to 100")]
        );
    }
}

#[test]
fn a_name_that_is_none_of_the_known_ones_is_refused_with_those() {
    assert_eq!(
        complaints(|d| d["items"][0]["keying"] = json!("Direct")),
        ["items[0].keying must be direct or reversed"]
    );
    assert_eq!(
        complaints(|d| d["scales"][2]["method"] = json!("average")),
        ["scales[2].method must be sum, mean or percent"]
    );
    assert_eq!(
        complaints(|d| d["scales"][2]["direction"] = json!("bad")),
        ["scales[2].direction must be strain or good"]
    );
    assert_eq!(
        complaints(|d| d["context"][0]["options"][0]["means"] = json!("no-exposure")),
        ["context[0].options[0].means must be no_exposure, cause_load, cause_suffering, \
          cause_both, cause_own_life, cause_none, over_four_weeks, high_impact or very_high_impact"]
    );
    for minimum in [
        json!("most"),
        json!(5),
        json!({}),
        json!({ "count": 3, "share": 0.5 }),
        json!({ "of": 1 }),
    ] {
        assert_eq!(
            complaints(|d| d["scales"][2]["minimum"] = minimum),
            [
                "scales[2].minimum must be all, or an object with a count, a share, an each_facet, or a \
              share and an in_each_facet"
            ]
        );
    }
}

#[test]
fn a_misspelt_field_is_named_with_the_one_that_is_meant() {
    for (place, wrong, meant) in [
        ("", "asks-role", "asks_role"),
        ("", "license", "licence"),
        ("", "Items", "items"),
        ("/licence", "term", "terms"),
        ("/items/3", "weigth", "weight"),
        ("/items/3", "option", "options"),
        ("/scales/0", "precission", "precision"),
        ("/scales/0/precision", "reliablity", "reliability"),
        ("/scales/0/facets/0", "item", "items"),
        ("/context/0", "option", "options"),
        ("/context/0/options/0", "mean", "means"),
        ("/option_sets/frequency/0", "values", "value"),
        ("/profile", "raised_parts", "raised_part"),
        ("/profile/burnout", "part", "parts"),
    ] {
        let dotted = place.split('/').skip(1).fold(String::new(), |path, name| {
            match (name.parse::<usize>(), path.is_empty()) {
                (Ok(place), _) => format!("{path}[{place}]"),
                (Err(_), true) => name.to_owned(),
                (Err(_), false) => format!("{path}.{name}"),
            }
        });
        let path = if place.is_empty() { wrong.to_owned() } else { format!("{dotted}.{wrong}") };
        assert_eq!(
            complaints(|d| d.pointer_mut(place).unwrap()[wrong] = json!(null)),
            [format!("{path} is not known: is '{meant}' meant?")]
        );
    }
}

#[test]
fn a_field_that_resembles_none_is_named_with_all_there_can_be() {
    assert_eq!(
        complaints(|d| d["items"][3]["facet"] = json!("exhaustion")),
        [
            "items[3].facet is not known: there can be id, options, keying, weight, sign, alert, block, bank, \
         means"
        ]
    );
    assert_eq!(
        complaints(|d| d["tests"] = json!([{ "answers": [], "weather": 1 }])),
        ["tests[0].weather is not known: there can be note, answers, scores, bands"]
    );
    let long = "x".repeat(100_000);
    let said = complaints(|d| d[&long] = json!(1));
    assert!(said.len() == 1 && said[0].len() < 400, "only the beginning is repeated: {said:?}");
    assert!(said[0].starts_with("xxx"), "{said:?}");
}

#[test]
fn everything_that_is_wrong_is_said_at_once_each_with_its_place_and_what_would_be_right() {
    let mut file = steady_json();
    without(&mut file, "version");
    file["asks_role"] = json!("yes");
    file["option_sets"]["frequency"][4]["value"] = json!(3);
    file["items"][3]["keying"] = json!("backwards");
    file["items"][9]["weight"] = json!(101);
    file["scales"][1]["precision"]["reliability"] = json!(1);
    file["scales"][2]["methods"] = json!("sum");
    file["context"][1]["options"] = json!([]);
    file["profile"]["tired"]["line"] = json!(100);
    let error = build(file).unwrap_err();
    let found: Vec<(&str, &str)> = (error.mistakes().iter())
        .map(|mistake| (mistake.path.as_str(), mistake.what.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("version", "must be there"),
            ("asks_role", "must be true or false"),
            ("items[3].keying", "must be direct or reversed"),
            ("items[9].weight", "is 101: it must be a whole number from 1 to 100"),
            ("scales[2].methods", "is not known: is 'method' meant?"),
            (
                "option_sets.frequency",
                "must have values that all rise, or all fall, from the first option to the last"
            ),
            ("scales[1].precision.reliability", "is 1: it must be above 0 and below 1"),
            ("context[1].options", "has 0 options: it must be 2 to 11"),
            (
                "profile.tired.line",
                "is 100: it is a percentage of the range, above 0 and below 100"
            ),
        ]
    );
    let lines: Vec<String> = found.iter().map(|(path, what)| format!("{path} {what}")).collect();
    assert_eq!(error.to_string(), lines.join("\n"));
}

#[test]
fn more_than_anybody_mends_at_once_is_counted() {
    let mut file = steady_json();
    for item in file["items"].as_array_mut().unwrap() {
        item["colour"] = json!("red");
        item["weight"] = json!(0);
        item["alert"] = json!(9);
    }
    let error = build(file).unwrap_err();
    assert_eq!(error.mistakes().len(), 50);
    assert!(error.to_string().ends_with("\nand 28 more"), "{error}");
}

#[test]
fn what_follows_from_a_mistake_is_not_said_again() {
    // Nothing of what is not there can be right, in a scale, in the profile or in an order.
    let nothing = |field: &str| complaints(|d| without(d, field));
    assert_eq!(nothing("items"), ["items has 0 items: it must be 1 to 5000"]);
    assert_eq!(nothing("scales"), ["scales has 0 scales: it must be 1 to 50"]);
    assert_eq!(nothing("option_sets"), ["option_sets must be there"]);
    assert_eq!(
        complaints(|d| d["option_sets"] = json!({})),
        ["option_sets must be there: an object with at least one list of options by its name"]
    );
    // The field of a wrong thing is not missing besides.
    assert_eq!(
        complaints(|d| d["context"][0] = json!("exposure")),
        ["context[0] must be an object"]
    );
    assert_eq!(
        complaints(|d| d["option_sets"]["frequency"][0]["id"] = json!(5)),
        ["option_sets.frequency[0].id must be a text"]
    );
    // Where the file is not right, its own tests say nothing.
    let said = complaints(|d| {
        d["asks_role"] = json!(0);
        d["tests"] = json!([{ "answers": [0], "scores": { "burnout": 7, "no_such_scale": 1 } }]);
    });
    assert_eq!(said, ["asks_role must be true or false"]);
}

#[test]
fn the_name_of_a_schema_and_notes_on_the_sources_are_no_hindrance() {
    let mut file = steady_json();
    file["$schema"] = json!("https://example.org/instrument.json");
    file["sources"] = json!("somewhere");
    assert_eq!(build(file), build(steady_json()));
}

#[test]
fn of_two_entries_with_the_same_name_the_last_one_counts() {
    let twice = common::INSTRUMENT.replacen('{', r#"{ "id": "first", "version": "9","#, 1);
    let definition: Definition = serde_json::from_str(&twice).unwrap();
    assert_eq!((definition.id.as_str(), definition.version.as_str()), ("helping-strain", "2.0.0"));
}

#[test]
fn any_reader_of_json_reads_an_instrument_and_says_the_same() {
    let whole: Instrument = serde_json::from_str(common::INSTRUMENT).unwrap();
    assert_eq!(whole, common::built_in());
    let definition: Definition = serde_json::from_str(common::INSTRUMENT).unwrap();
    assert_eq!(Instrument::try_from(definition), Ok(whole));
    let mut file = steady_json();
    file["asks_role"] = json!(0);
    without(&mut file, "version");
    let said = serde_json::from_value::<Instrument>(file.clone()).unwrap_err().to_string();
    assert_eq!(said, build(file).unwrap_err().to_string());
}

#[test]
fn a_locale_file_of_the_wrong_shape_is_refused_with_the_place() {
    let refused = |change: fn(&mut Value)| {
        let mut file = english_json();
        change(&mut file);
        serde_json::from_value::<LocaleFile>(file).unwrap_err().to_string()
    };
    assert_eq!(refused(|file| file["direction"] = json!("up")), "direction must be ltr or rtl");
    assert_eq!(
        refused(|file| file["messages"]["nav.next"] = json!(["Next"])),
        "messages.nav.next must be a text"
    );
    assert_eq!(
        refused(|file| without(&mut file["advice"]["respite"], "title")),
        "advice.respite.title must be there"
    );
}
