//! Every lint stops the file it is there for: the scales, and the profile that some of them make.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use common::{complaints, complaints_about, plain_json};
use serde_json::{Value, json};

const FINE: [&str; 0] = [];

/// What is said of the instrument without a profile after a change.
fn plain(change: impl FnOnce(&mut Value)) -> Vec<String> {
    complaints_about(plain_json(), change)
}

#[test]
fn the_instrument_without_a_profile_passes_as_it_is() {
    assert_eq!(plain(|_| {}), FINE);
}

#[test]
fn a_scale_is_made_of_items_of_facets_or_of_scales_and_of_one_of_these_alone() {
    let wanted =
        "scales[0] must have one of items, facets and of (the scales that it is the total of)";
    assert_eq!(plain(|d| drop(d["scales"][0].as_object_mut().unwrap().remove("items"))), [wanted]);
    assert_eq!(plain(|d| d["scales"][0]["of"] = json!(["two", "all"])), [wanted]);
    assert_eq!(plain(|d| d["scales"][0]["facets"] = json!([])), [wanted]);
}

#[test]
fn a_scale_or_facet_without_items_is_named() {
    assert_eq!(plain(|d| d["scales"][0]["items"] = json!([])), ["scales[0] has no items"]);
    assert_eq!(plain(|d| d["scales"][1]["facets"] = json!([])), ["scales[1] has no items"]);
    assert_eq!(
        complaints(|d| {
            let facets = d["scales"][0]["facets"].as_array_mut().unwrap();
            facets.push(json!({ "id": "hollow", "items": [] }));
        }),
        ["scales[0].facets[3].items must name at least one item"]
    );
}

#[test]
fn an_item_that_is_unknown_or_stands_twice_in_a_scale_is_named() {
    let no_item = "names 'nap', but there is no item with this id";
    assert_eq!(
        plain(|d| d["scales"][0]["items"] = json!(["a", "nap", "b"])),
        [format!("scales[0].items[1] {no_item}")]
    );
    assert_eq!(
        plain(|d| d["scales"][1]["facets"][1]["items"] = json!(["d", "nap"])),
        [format!("scales[1].facets[1].items[1] {no_item}")]
    );
    assert_eq!(
        plain(|d| d["scales"][0]["items"] = json!(["a", "b", "a"])),
        ["scales[0].items[2] names the same item a second time"]
    );
    assert_eq!(
        plain(|d| d["scales"][1]["facets"][1]["items"] = json!(["d", "c"])),
        ["scales[1].facets[1].items[1] names the same item a second time"]
    );
    assert_eq!(plain(|d| d["scales"][0]["items"] = json!(["a", "b", "c"])), FINE, "in two scales");
}

#[test]
fn a_total_is_over_at_least_two_different_scales_that_have_items_of_their_own() {
    let of = |ids: Value| plain(|d| d["scales"][2]["of"] = ids);
    assert_eq!(of(json!(["one"])), ["scales[2].of must name at least two scales"]);
    assert_eq!(of(json!([])), ["scales[2].of must name at least two scales"]);
    assert_eq!(
        of(json!(["one", "three"])),
        ["scales[2].of[1] names 'three', but there is no scale with this id"]
    );
    assert_eq!(of(json!(["one", "one"])), ["scales[2].of[1] names the same scale a second time"]);
    let total = "names a total: a total is over scales that have items of their own";
    assert_eq!(of(json!(["one", "all"])), [format!("scales[2].of[1] {total}")]);
}

#[test]
fn a_figure_out_of_its_range_is_named_with_its_place_and_its_range() {
    let figure = |pointer: &str, field: &str, found: f64| {
        complaints(|d| d.pointer_mut(pointer).unwrap()[field] = json!(found)).join("\n")
    };
    for (field, bad, wanted) in [
        ("deviation", [0.0, -1.0], "above 0"),
        ("reliability", [0.0, -0.5], "above 0 and below 1"),
        ("reliability", [1.0, 1.5], "above 0 and below 1"),
        ("retest", [0.0, -0.5], "above 0 and below 1"),
        ("retest", [1.0, 1.5], "above 0 and below 1"),
    ] {
        for found in bad {
            assert_eq!(
                figure("/scales/1/precision", field, found),
                format!("scales[1].precision.{field} is {found}: it must be {wanted}")
            );
        }
    }
    for found in [0.0, -1.0, 100.0, 101.0] {
        assert_eq!(
            figure("/profile/compassion_fatigue", "line", found),
            format!(
                "profile.compassion_fatigue.line is {found}: it is a percentage of the range, above \
                 0 and below 100"
            )
        );
    }
    for field in ["share", "each_facet"] {
        for found in [0.0, -0.5, 1.01] {
            assert_eq!(
                complaints(|d| d["scales"][0]["minimum"] = json!({ field: found })),
                [format!(
                    "scales[0].minimum.{field} is {found}: it must be above 0, and 1 at most"
                )]
            );
        }
    }
    assert_eq!(
        complaints(|d| d["scales"][0]["minimum"] = json!({ "count": 0 })),
        ["scales[0].minimum.count is 0: it must be a whole number from 1 to 5000"]
    );
}

#[test]
fn a_norm_needs_a_spread_and_a_source() {
    let norm = |norm: Value| plain(|d| d["scales"][0]["norm"] = norm);
    assert_eq!(norm(json!({ "mean": 2, "deviation": 1, "source": "1,000 nurses" })), FINE);
    assert_eq!(
        norm(json!({ "mean": -2, "deviation": 0, "source": " " })),
        [
            "scales[0].norm.deviation is 0: it must be above 0",
            "scales[0].norm.mean is -2: it must be from 0 to 6",
            "scales[0].norm.source is empty: say who was asked, and where it is published",
        ]
    );
    assert_eq!(
        norm(json!({})),
        [
            "scales[0].norm.mean must be there",
            "scales[0].norm.deviation must be there",
            "scales[0].norm.source must be there",
        ]
    );
}

#[test]
fn bands_rise_within_the_range_of_the_scale_and_say_where_they_begin() {
    let bands = |bands: Value| plain(|d| d["scales"][0]["bands"] = bands);
    let band = |from: f64| json!({ "id": "high", "from": from });
    assert_eq!(bands(json!([])), FINE);
    assert_eq!(
        bands(json!([{ "id": "low" }])),
        ["scales[0].bands has 1 bands: it must be 2 to 20"]
    );
    assert_eq!(
        bands(json!([{ "id": "low" }, { "id": "high" }])),
        ["scales[0].bands[1].from must be there: it is the lowest score in the band"]
    );
    assert_eq!(
        bands(json!([{ "id": "low", "from": 3 }, band(3.0)])),
        ["scales[0].bands[1].from must be higher than that of the band before it"]
    );
    // Two items from 0 to 3.
    for from in [0.0, 0.5, 6.0] {
        assert_eq!(bands(json!([{ "id": "low" }, band(from)])), FINE, "{from}");
    }
    assert_eq!(
        bands(json!([{ "id": "low", "from": -1 }, band(6.5)])),
        [
            "scales[0].bands[0].from is -1, but scores of this scale lie from 0 to 6",
            "scales[0].bands[1].from is 6.5, but scores of this scale lie from 0 to 6",
        ]
    );
    let many: Vec<Value> = (0..21)
        .map(|place| json!({ "id": format!("b{place}"), "from": f64::from(place) / 5.0 }))
        .collect();
    assert_eq!(bands(json!(many[..20])), FINE);
    assert_eq!(bands(json!(many)), ["scales[0].bands has 21 bands: it must be 2 to 20"]);
}

#[test]
fn a_role_that_no_scale_or_one_taken_already_fills_is_named() {
    assert_eq!(
        complaints(|d| d["profile"]["burnout"]["scale"] = json!("worn_out")),
        ["profile.burnout.scale names 'worn_out', but there is no scale with this id"]
    );
    assert_eq!(
        complaints(|d| {
            d["profile"]["tired"]["scale"] = json!("burnout");
        }),
        ["profile.tired.scale names a scale that has a role already"]
    );
    for role in ["recovery", "carries"] {
        assert_eq!(
            complaints(|d| d["profile"][role] = json!("sleep")),
            [format!("profile.{role} names 'sleep', but there is no scale with this id")]
        );
        assert_eq!(complaints(|d| d["profile"][role] = json!("tiredness")), FINE);
    }
}

#[test]
fn a_scale_that_cannot_fill_a_role_is_told_why() {
    let fills = |wrong: &str| {
        [format!("profile.tired.scale names 'tiredness', which {wrong} to be a part of a profile")]
    };
    let scale = |change: fn(&mut Value)| complaints(|d| change(&mut d["scales"][2]));
    for method in ["sum", "mean"] {
        assert_eq!(
            complaints(|d| {
                d["scales"][2]["method"] = json!(method);
                d["scales"][2]["precision"]["deviation"] = json!(1);
            }),
            fills("must have the method percent")
        );
    }
    assert_eq!(
        scale(|scale| scale["direction"] = json!("good")),
        fills("must have the direction strain")
    );
    assert_eq!(scale(|scale| scale["precision"] = Value::Null), fills("must have a precision"));
    let same = "must have the same options and the same weight for all its items";
    assert_eq!(complaints(|d| d["items"][0]["weight"] = json!(2)), fills(same));
    assert_eq!(
        complaints(|d| {
            d["option_sets"]["other"] = d["option_sets"]["frequency"].clone();
            for item in d["items"].as_array_mut().unwrap() {
                item["options"] = json!("frequency");
            }
            d["items"][0]["options"] = json!("other");
        }),
        fills(same)
    );
    assert_eq!(
        complaints(|d| {
            let total = json!({
                "id": "tiredness", "of": ["burnout", "compassion_fatigue"], "method": "percent",
                "precision": { "deviation": 20, "reliability": 0.8 },
            });
            d["scales"][2]["id"] = json!("rest");
            d["scales"].as_array_mut().unwrap().push(total);
        }),
        fills("must have items of its own")
    );
}

#[test]
fn a_part_that_the_profile_or_the_scale_does_not_know_is_named() {
    let parts = |role: &str, parts: Value| complaints(|d| d["profile"][role]["parts"] = parts);
    assert_eq!(
        parts("burnout", json!({ "exhaustion": "distance", "alarm": "exhaustion" })),
        ["profile.burnout.parts.alarm is not known: the parts here are exhaustion, distance, \
          effectiveness"]
    );
    assert_eq!(
        parts("compassion_fatigue", json!({ "alarm": "exhaustion" })),
        [
            "profile.compassion_fatigue.parts.alarm names 'exhaustion', but there is no facet of this \
          scale with this id"
        ]
    );
    assert_eq!(parts("burnout", json!({})), FINE, "not every facet has to be a part");
}

#[test]
fn the_lines_of_a_raised_part_lie_in_order() {
    let raised = |watch: f64, line: f64| {
        complaints(|d| d["profile"]["raised_part"] = json!({ "watch": watch, "line": line }))
    };
    let said = "profile.raised_part must have a watch above 0 and below its line, and a line of 100 \
                at most";
    for (watch, line) in [(0.0, 75.0), (75.0, 75.0), (80.0, 75.0), (62.5, 100.5)] {
        assert_eq!(raised(watch, line), [said], "{watch} {line}");
    }
    assert_eq!((raised(62.5, 75.0), raised(62.5, 100.0)), (vec![], vec![]));
}

fn jump(role: &str) -> [String; 1] {
    [format!(
        "profile.{role} cannot use this scale: it has so few items or options that one changed answer \
         could jump the whole uncertain band around the line"
    )]
}

#[test]
fn a_scale_that_one_answer_could_carry_across_its_band_is_refused() {
    // Yes or no: one of two answers moves the score by 50 points; its band is 23 wide.
    assert_eq!(
        complaints(|d| d["option_sets"]["frequency"].as_array_mut().unwrap().truncate(2)),
        jump("tired")
    );
    // A standard error of 0.63 makes the band narrower than the 2.08 points of one step.
    let precision = |place: usize, field: &str, value: f64| {
        complaints(|d| d["scales"][place]["precision"][field] = json!(value))
    };
    assert_eq!(precision(0, "reliability", 0.999), jump("burnout"));
    assert_eq!(precision(1, "deviation", 1.0), jump("compassion_fatigue"));
    // A gap between two options counts as the widest step, wherever it lies.
    assert_eq!(
        complaints(|d| d["option_sets"]["frequency"][4]["value"] = json!(255)),
        jump("tired")
    );
}

#[test]
fn a_jump_that_only_partly_answered_scales_allow_is_refused_as_well() {
    // Tiredness on all four answers: a step of 6.25 points, and a band of 2 · 3.13 · √.99 = 6.26. On
    // three a step is 8.33, and with so low a reliability the band hardly widens.
    let tired = |minimum: Value| {
        complaints(|d| {
            d["scales"][2]["precision"] = json!({ "deviation": 3.15, "reliability": 0.01 });
            d["scales"][2]["minimum"] = minimum;
        })
    };
    assert_eq!(tired(json!("all")), FINE);
    assert_eq!(tired(json!({ "count": 4 })), FINE);
    assert_eq!(tired(json!({ "share": 1 })), FINE);
    assert_eq!(tired(json!({ "each_facet": 1 })), FINE);
    for minimum in [
        json!({ "count": 3 }),
        json!({ "count": 1 }),
        json!({ "share": 0.75 }),
        json!({ "share": 0.51 }),
        json!({ "each_facet": 0.5 }),
    ] {
        assert_eq!(tired(minimum.clone()), jump("tired"), "{minimum}");
    }
    // Just over three of four is four.
    assert_eq!(tired(json!({ "share": 0.76 })), FINE);
    assert_eq!(tired(json!({ "each_facet": 0.51 })), FINE);
}

#[test]
fn a_step_as_wide_as_the_band_is_a_jump() {
    // One step on all four is 6.25 points. An error of exactly 3.125 makes a band as wide as that.
    let tired = |deviation: f64| {
        complaints(|d| {
            d["scales"][2]["precision"] = json!({ "deviation": deviation, "reliability": 0.75 });
            d["scales"][2]["minimum"] = json!("all");
        })
    };
    assert_eq!(tired(6.25), jump("tired"));
    assert_eq!(tired(6.2501), FINE);
}

#[test]
fn a_line_within_one_error_of_an_end_of_the_range_is_refused() {
    // 20 · √.25 = 10.
    let line = |line: f64| {
        complaints(|d| {
            d["scales"][0]["precision"] = json!({ "deviation": 20, "reliability": 0.75 });
            d["profile"]["burnout"]["line"] = json!(line);
        })
    };
    let said = "profile.burnout.line must lie further than the standard error (10) from 0 and 100: \
                otherwise no score is clearly on both sides";
    for bad in [5.0, 9.99, 10.0, 90.0, 90.01, 99.0] {
        assert_eq!(line(bad), [said], "{bad}");
    }
    for good in [10.01, 50.0, 89.99] {
        assert_eq!(line(good), FINE, "{good}");
    }
}
