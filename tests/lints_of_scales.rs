//! Every lint stops the file it is there for: the scales.
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
fn a_share_of_all_may_stand_with_a_number_in_each_facet() {
    let minimum = |minimum: Value| complaints(|d| d["scales"][0]["minimum"] = minimum);
    assert_eq!(minimum(json!({ "share": 0.5, "in_each_facet": 1 })), FINE);
    assert_eq!(minimum(json!({ "in_each_facet": 3, "share": 1 })), FINE);
    assert_eq!(
        minimum(json!({ "share": 0.5, "in_each_facet": 4 })),
        ["scales[0].minimum.in_each_facet is 4: it must be at most the number of items in its \
          smallest facet"]
    );
    assert_eq!(
        minimum(json!({ "share": 0.5, "in_each_facet": 0 })),
        ["scales[0].minimum.in_each_facet is 0: it must be a whole number from 1 to 5000"]
    );
}
