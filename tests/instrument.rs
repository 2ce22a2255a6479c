//! The built-in instrument keeps to its blueprint, and every lint stops the file it is there for.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, Keying, Meaning};
use common::{build, built_in, facets, instrument_json};
use serde_json::{Value, json};

#[test]
fn the_built_in_instrument_passes_its_own_lints() {
    assert_eq!(build(instrument_json()).map(|instrument| instrument.items().len()), Ok(26));
}

#[test]
fn the_facets_have_the_counts_of_the_blueprint() {
    let instrument = built_in();
    let counts: Vec<(Construct, String, usize)> = facets(&instrument)
        .into_iter()
        .map(|(scale, id, items)| (scale, id, items.len()))
        .collect();
    let blueprint = [
        (Construct::Burnout, "exhaustion", 5),
        (Construct::Burnout, "distance", 4),
        (Construct::Burnout, "effectiveness", 3),
        (Construct::CompassionFatigue, "intrusion", 4),
        (Construct::CompassionFatigue, "avoidance", 3),
        (Construct::CompassionFatigue, "alarm", 3),
        (Construct::Tiredness, "tired", 2),
        (Construct::Tiredness, "recovery", 2),
    ];
    assert_eq!(counts, blueprint.map(|(scale, id, items)| (scale, id.to_owned(), items)));
}

#[test]
fn every_item_belongs_to_exactly_one_facet_of_its_own_scale() {
    let instrument = built_in();
    let mut seen = vec![0; instrument.items().len()];
    for (construct, _, items) in facets(&instrument) {
        for item in items {
            seen[item] += 1;
            assert_eq!(instrument.items()[item].construct, construct);
        }
    }
    assert!(seen.iter().all(|&times| times == 1), "{seen:?}");
}

#[test]
fn only_one_or_two_items_about_effectiveness_are_reversed() {
    let instrument = built_in();
    for (_, facet, items) in facets(&instrument) {
        let reversed =
            items.iter().filter(|&&item| instrument.items()[item].keying == Keying::Reversed);
        let allowed = if facet == "effectiveness" { 1..=2 } else { 0..=0 };
        assert!(allowed.contains(&reversed.count()), "{facet}");
    }
}

#[test]
fn the_context_questions_are_exposure_cause_duration_and_impact() {
    let instrument = built_in();
    let asked: Vec<&str> = instrument.context().iter().map(|asked| asked.id.as_str()).collect();
    assert_eq!(asked, ["exposure", "cause", "duration", "impact"]);
}

#[test]
fn the_context_answers_mean_what_the_rules_listen_to() {
    let instrument = built_in();
    let meanings: Vec<(&str, &str, Meaning)> = (instrument.context().iter())
        .flat_map(|asked| {
            asked
                .options
                .iter()
                .filter_map(|option| Some((asked.id.as_str(), option.id.as_str(), option.means?)))
        })
        .collect();
    let expected = [
        ("exposure", "never", Meaning::NoExposure),
        ("cause", "load", Meaning::CauseLoad),
        ("cause", "suffering", Meaning::CauseSuffering),
        ("cause", "both", Meaning::CauseBoth),
        ("cause", "other", Meaning::CauseOther),
        ("duration", "one_to_six_months", Meaning::OverFourWeeks),
        ("duration", "over_six_months", Meaning::OverFourWeeks),
        ("impact", "much", Meaning::HighImpact),
        ("impact", "very_much", Meaning::HighImpact),
    ];
    assert_eq!(meanings, expected);
}

#[test]
fn the_assumptions_are_those_that_the_science_names() {
    let instrument = built_in();
    let figures = Construct::ALL.map(|construct| {
        let scale = instrument.scale(construct);
        (scale.line, scale.deviation, scale.reliability)
    });
    assert_eq!(figures, [(50.0, 20.0, 0.88), (40.0, 20.0, 0.86), (50.0, 20.0, 0.8)]);
    let values: Vec<u8> = instrument.options().iter().map(|option| option.value).collect();
    assert_eq!(values, [0, 1, 2, 3, 4]);
}

#[test]
fn every_item_names_the_sign_it_measures() {
    for item in built_in().items() {
        assert!(item.sign.trim().len() > 3, "{}: '{}'", item.id, item.sign);
    }
}

#[test]
fn no_two_neighbours_are_of_the_same_facet_so_that_no_page_reads_as_a_symptom_list() {
    let instrument = built_in();
    let mut facet_of = vec![String::new(); instrument.items().len()];
    for (_, facet, items) in facets(&instrument) {
        for item in items {
            facet_of[item].clone_from(&facet);
        }
    }
    for pair in facet_of.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}

/// What the lints say about the built-in instrument after a change.
fn complaint(change: impl FnOnce(&mut Value)) -> String {
    let mut definition = instrument_json();
    change(&mut definition);
    build(definition).map_or_else(|error| error.to_string(), |_| "nothing".to_owned())
}

/// The same change with each text in turn gives a complaint about it.
fn assert_bad_ids(change: impl Fn(&mut Value, &str)) {
    let long = "a".repeat(65);
    for id in ["", "Capital", "with space", "ünder", "a.b", "a/b", &long] {
        let shown: String = id.chars().take(64).collect();
        assert_eq!(
            complaint(|d| change(d, id)),
            format!("the id '{shown}' is not 1 to 64 of the characters a-z, 0-9, - and _")
        );
    }
}

#[test]
fn an_id_of_the_wrong_characters_or_length_is_named_wherever_it_stands() {
    assert_bad_ids(|d, id| d["id"] = json!(id));
    assert_bad_ids(|d, id| d["options"][1]["id"] = json!(id));
    assert_bad_ids(|d, id| d["items"][7]["id"] = json!(id));
    assert_bad_ids(|d, id| d["scales"][2]["facets"][1] = json!(id));
    assert_bad_ids(|d, id| d["context"][3]["id"] = json!(id));
    assert_bad_ids(|d, id| d["context"][3]["options"][3]["id"] = json!(id));
}

#[test]
fn an_id_of_64_plain_characters_is_fine() {
    let id = "a-_9".repeat(16);
    assert_eq!(complaint(|d| d["items"][0]["id"] = json!(id)), "nothing");
}

#[test]
fn an_id_that_stands_twice_among_things_of_one_kind_is_named() {
    let twice = |id: &str| format!("the id '{id}' stands twice");
    assert_eq!(complaint(|d| d["options"][4]["id"] = json!("never")), twice("never"));
    assert_eq!(complaint(|d| d["items"][25]["id"] = json!("busy_day")), twice("busy_day"));
    assert_eq!(
        complaint(|d| d["scales"][1]["facets"][0] = json!("exhaustion")),
        twice("exhaustion")
    );
    assert_eq!(complaint(|d| d["context"][3]["id"] = json!("cause")), twice("cause"));
    assert_eq!(complaint(|d| d["context"][1]["options"][0]["id"] = json!("both")), twice("both"));
}

#[test]
fn things_of_different_kinds_may_share_an_id() {
    assert_eq!(complaint(|d| d["items"][0]["id"] = json!("exhaustion")), "nothing");
}

/// The list at `pointer` with `length` entries, copies of its first with ids of their own.
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
}

#[test]
fn too_few_or_too_many_of_anything_is_counted() {
    for (size, message) in [
        (0, "0 items a page: it must be 1 to 10"),
        (1, "nothing"),
        (10, "nothing"),
        (11, "11 items a page: it must be 1 to 10"),
    ] {
        assert_eq!(complaint(|d| d["page_size"] = json!(size)), message);
    }
    for (pointer, length, message) in [
        ("/options", 1, "1 response options: it must be 2 to 11"),
        ("/options", 11, "nothing"),
        ("/options", 12, "12 response options: it must be 2 to 11"),
        ("/items", 0, "0 items: it must be 1 to 5000"),
        ("/items", 5_001, "5001 items: it must be 1 to 5000"),
        ("/context", 0, "nothing"),
        ("/context", 20, "nothing"),
        ("/context", 21, "21 context questions: it must be 0 to 20"),
        ("/context/1/options", 1, "1 answers to a context question: it must be 2 to 11"),
        ("/context/1/options", 11, "nothing"),
        ("/context/1/options", 12, "12 answers to a context question: it must be 2 to 11"),
    ] {
        assert_eq!(complaint(|d| resize(d, pointer, length)), message, "{pointer} {length}");
    }
}

#[test]
fn option_values_that_do_not_rise_are_refused() {
    for value in [0, 1] {
        assert_eq!(
            complaint(|d| d["options"][2]["value"] = json!(value)),
            "the option values must rise from first to last"
        );
    }
}

#[test]
fn a_construct_with_no_scale_or_with_two_is_named() {
    let measures = |d: &mut Value, name| d["scales"][0]["measures"] = json!(name);
    assert_eq!(
        complaint(|d| measures(d, "tiredness")),
        "0 scales measure Burnout: there must be exactly one"
    );
    assert_eq!(
        complaint(|d| {
            let mut copy = d["scales"][2].clone();
            copy["facets"] = json!(["more"]);
            d["scales"].as_array_mut().unwrap().push(copy);
        }),
        "2 scales measure Tiredness: there must be exactly one"
    );
}

#[test]
fn a_figure_out_of_its_range_is_named_with_its_scale() {
    for (name, bad) in [
        ("line", [0.0, -1.0, 100.0, 101.0]),
        ("deviation", [0.0, -1.0, 50.1, 1e9]),
        ("reliability", [0.0, -0.5, 1.0, 1.5]),
    ] {
        for figure in bad {
            assert_eq!(
                complaint(|d| d["scales"][1][name] = json!(figure)),
                format!("the {name} of the scale for CompassionFatigue is out of range")
            );
        }
    }
}

#[test]
fn an_item_of_a_facet_that_no_scale_has_is_named() {
    assert_eq!(
        complaint(|d| d["items"][3]["facet"] = json!("nowhere")),
        "the item 'what_matters_done' names the facet 'nowhere', which no scale has"
    );
}

#[test]
fn a_facet_without_items_is_named() {
    assert_eq!(
        complaint(|d| {
            d["scales"][0]["facets"].as_array_mut().unwrap().push(json!("hollow"));
        }),
        "the facet 'hollow' has no items"
    );
}

#[test]
fn a_scale_without_facets_is_refused() {
    assert_eq!(
        complaint(|d| d["scales"][2]["facets"] = json!([])),
        "the facet 'Tiredness' has no items"
    );
}

#[test]
fn an_item_without_a_sign_is_named() {
    for sign in ["", "  "] {
        assert_eq!(
            complaint(|d| d["items"][16]["sign"] = json!(sign)),
            "the item 'pictures' does not say what sign it measures"
        );
    }
}

#[test]
fn an_order_of_the_short_form_that_is_not_one_of_all_items_is_refused() {
    let with_order = |change: fn(&mut Vec<Value>)| {
        complaint(|definition| {
            let items = definition["items"].as_array().unwrap();
            let mut order = items.iter().map(|item| item["id"].clone()).collect();
            change(&mut order);
            definition["short_order"] = order.into();
        })
    };
    let breaks = |id| {
        format!(
            "the order of the short form must name every item once and nothing else: '{id}' breaks it"
        )
    };
    assert_eq!(with_order(|order| _ = order.remove(0)), breaks("busy_day"));
    assert_eq!(with_order(|order| order.push("nap".into())), breaks("nap"));
    assert_eq!(with_order(|order| order[1] = order[0].clone()), "the id 'busy_day' stands twice");
    assert_eq!(with_order(Vec::clear), breaks("busy_day"));
}

#[test]
fn without_an_order_of_its_own_the_short_form_asks_in_the_order_of_the_file() {
    let mut definition = instrument_json();
    let instrument = build(definition.clone()).unwrap();
    assert_eq!(instrument.short_order(), (0..26).collect::<Vec<_>>());
    let mut ids: Vec<Value> =
        instrument.items().iter().map(|item| item.id.clone().into()).collect();
    ids.reverse();
    definition["short_order"] = ids.into();
    let instrument = build(definition).unwrap();
    assert_eq!(instrument.short_order(), (0..26).rev().collect::<Vec<_>>());
}

#[test]
fn a_scale_that_one_answer_could_carry_across_its_band_is_refused() {
    let jump = |construct| {
        format!(
            "the scale for {construct} has too few items or options: one changed answer could \
             jump its whole uncertain band"
        )
    };
    // Yes or no: one of two answers moves the score by 50 points; its band is 23 wide.
    assert_eq!(complaint(|d| resize(d, "/options", 2)), jump("Tiredness"));
    // A standard error of 0.63 makes the band narrower than the 2.08 points of one step.
    assert_eq!(complaint(|d| d["scales"][0]["reliability"] = json!(0.999)), jump("Burnout"));
    assert_eq!(complaint(|d| d["scales"][1]["deviation"] = json!(1)), jump("CompassionFatigue"));
    // A gap between two options counts as the widest step, wherever it lies.
    assert_eq!(complaint(|d| d["options"][4]["value"] = json!(255)), jump("Tiredness"));
}

#[test]
fn an_instrument_without_context_questions_can_be_used() {
    let mut definition = instrument_json();
    definition["context"] = json!([]);
    assert!(build(definition).unwrap().context().is_empty());
}
