//! What the scales of a profile must be: who is told what where one cannot fill its role, or where one changed
//! answer could turn a result.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use common::complaints;
use serde_json::{Value, json};

const FINE: [&str; 0] = [];

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
    let carries = |scale: &str| complaints(|d| d["profile"]["carries"] = json!(scale));
    assert_eq!(
        carries("sleep"),
        ["profile.carries names 'sleep', but there is no scale with this id"]
    );
    assert_eq!(carries("tiredness"), FINE);
    let recovery = |scale: &str| {
        complaints(|d| {
            for direction in ["strain", "good"] {
                let mut new = d["scales"][2].clone();
                new["id"] = json!(direction);
                new["direction"] = json!(direction);
                new["facets"] = json!([{ "id": "x", "items": [format!("{direction}_rest")] }]);
                d["scales"].as_array_mut().unwrap().push(new);
                let item = json!({ "id": format!("{direction}_rest") });
                d["items"].as_array_mut().unwrap().push(item);
            }
            d["profile"]["recovery"] = json!({ "scale": scale, "line": 50 });
        })
    };
    assert_eq!(recovery("good"), FINE);
    let names = |what: &str| [format!("profile.recovery.scale names {what}")];
    assert_eq!(recovery("sleep"), names("'sleep', but there is no scale with this id"));
    assert_eq!(recovery("tiredness"), names("a scale that has a role already"));
    assert_eq!(
        recovery("strain"),
        names("'strain', which must have the direction good to be a part of a profile")
    );
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

/// The same for a scale of words.
fn jumps_words(role: &str) -> [String; 1] {
    [format!(
        "profile.{role} cannot use this scale: its items have so few options that one changed answer \
         could jump the middle word"
    )]
}

#[test]
fn a_scale_that_one_answer_could_carry_across_its_band_is_refused() {
    // Yes or no: one answer alone moves tiredness from one end to the other.
    assert_eq!(
        complaints(|d| d["option_sets"]["frequency"].as_array_mut().unwrap().truncate(2)),
        jumps_words("tired")
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
        jumps_words("tired")
    );
}

#[test]
fn a_scale_of_three_options_has_its_middle_word() {
    let options = complaints(|d| d["option_sets"]["frequency"].as_array_mut().unwrap().truncate(3));
    assert_eq!(options, FINE);
}

#[test]
fn parts_of_items_with_two_options_cannot_be_looked_at() {
    let parts = complaints(|d| {
        d["option_sets"]["yes_no"] =
            json!([{ "id": "no", "value": 0 }, { "id": "yes", "value": 1 }]);
        let strain = d["scales"][0]["facets"].clone();
        let own = |id: &Value| {
            let facets = strain.as_array().unwrap().iter();
            facets.flat_map(|facet| facet["items"].as_array().unwrap()).any(|item| item == id)
        };
        for item in d["items"].as_array_mut().unwrap() {
            item["options"] = json!(if own(&item["id"]) { "yes_no" } else { "frequency" });
        }
        d["profile"]["raised_part"] = json!({ "line": 75, "watch": 62.5 });
        d["scales"][0]["precision"]["reliability"] = json!(0.5);
    });
    assert_eq!(
        parts,
        [
            "profile.burnout.parts cannot look at parts of this scale: its items have so few options that \
          one changed answer could jump what is worth watching"
        ]
    );
}

#[test]
fn a_jump_that_only_partly_answered_scales_allow_is_refused_as_well() {
    // Burnout on all twelve answers: a step of 2.08 points, and a band of 2 · 1.05 · √.99 = 2.09. On eleven a
    // step is 2.27, and with so low a reliability the band hardly widens.
    let burnout = |minimum: Value| {
        complaints(|d| {
            d["scales"][0]["precision"] = json!({ "deviation": 1.05, "reliability": 0.01 });
            d["scales"][0]["minimum"] = minimum;
        })
    };
    assert_eq!(burnout(json!("all")), FINE);
    assert_eq!(burnout(json!({ "count": 12 })), FINE);
    assert_eq!(burnout(json!({ "share": 1 })), FINE);
    assert_eq!(burnout(json!({ "each_facet": 1 })), FINE);
    for minimum in [
        json!({ "count": 11 }),
        json!({ "count": 1 }),
        json!({ "share": 0.91 }),
        json!({ "each_facet": 0.5 }),
        json!({ "share": 0.5, "in_each_facet": 1 }),
    ] {
        assert_eq!(burnout(minimum.clone()), jump("burnout"), "{minimum}");
    }
    // Just over eleven of twelve is twelve.
    assert_eq!(burnout(json!({ "share": 0.92 })), FINE);
    assert_eq!(burnout(json!({ "share": 0.92, "in_each_facet": 3 })), FINE);
}

#[test]
fn a_step_as_wide_as_the_band_is_a_jump() {
    // One step on all ten is 2.5 points. An error of exactly 1.25 makes a band as wide as that.
    let strain = |deviation: f64, margins: [f64; 2]| {
        complaints(|d| {
            let [above, below] = margins;
            d["scales"][1]["precision"] = json!({ "deviation": deviation, "reliability": 0.75 });
            d["scales"][1]["minimum"] = json!("all");
            d["profile"]["compassion_fatigue"]["margins"] =
                json!({ "above": above, "below": below });
        })
    };
    assert_eq!(strain(2.5, [1.0, 1.0]), jump("compassion_fatigue"));
    assert_eq!(strain(2.5001, [1.0, 1.0]), FINE);
    // Wider above and narrower below make the same band; less of both makes one that is too narrow.
    assert_eq!(strain(2.5001, [1.5, 0.5]), FINE);
    assert_eq!(strain(2.5001, [0.5, 1.5]), FINE);
    assert_eq!(strain(2.5001, [1.0, 0.9]), jump("compassion_fatigue"));
}

#[test]
fn a_line_within_a_margin_of_an_end_of_the_range_is_refused() {
    // 20 · √.25 = 10, of which the margins are 1.2 and 0.8.
    let line = |line: f64| {
        complaints(|d| {
            d["scales"][0]["precision"] = json!({ "deviation": 20, "reliability": 0.75 });
            d["profile"]["burnout"]["line"] = json!(line);
            d["profile"]["burnout"]["margins"] = json!({ "above": 1.2, "below": 0.8 });
        })
    };
    let said = "profile.burnout.line must lie further than the margins (8 and 12) from 0 and 100: \
                otherwise no score is clearly on both sides";
    for bad in [5.0, 7.99, 8.0, 88.0, 88.01, 99.0] {
        assert_eq!(line(bad), [said], "{bad}");
    }
    for good in [8.01, 50.0, 87.99] {
        assert_eq!(line(good), FINE, "{good}");
    }
}

#[test]
fn a_margin_is_above_0_and_5_at_most() {
    let margins = |above: f64, below: f64| {
        complaints(|d| {
            d["profile"]["burnout"]["margins"] = json!({ "above": above, "below": below });
        })
    };
    let said = "it is a number of standard errors, above 0 and 5 at most";
    assert_eq!(margins(0.0, 1.0), [format!("profile.burnout.margins.above is 0: {said}")]);
    assert_eq!(margins(1.0, 5.5), [format!("profile.burnout.margins.below is 5.5: {said}")]);
    assert_eq!(margins(0.6, 5.0), FINE);
    assert_eq!(
        complaints(|d| d["profile"]["tired"]["margins"] = json!({ "above": 1, "below": 1 })),
        ["profile.tired.margins is not known: there can be scale, line"]
    );
}

#[test]
fn the_bank_is_of_the_strains_alone_and_no_facet_stands_in_it_as_a_whole() {
    let bank = |scale: usize, items: &[usize]| {
        complaints(|d| {
            let all = d["scales"][scale]["facets"][0]["items"].as_array().unwrap().clone();
            let chosen: Vec<Value> = items.iter().map(|&item| all[item].clone()).collect();
            let asked = d["items"].as_array_mut().unwrap();
            let (mut last, mut first): (Vec<Value>, Vec<Value>) =
                asked.drain(..).partition(|item| chosen.contains(&item["id"]));
            last.iter_mut().for_each(|item| item["bank"] = json!(true));
            first.append(&mut last);
            asked.append(&mut first);
        })
    };
    assert_eq!(bank(0, &[4]), FINE);
    assert_eq!(
        bank(0, &[0, 1, 2, 3, 4]),
        ["scales[0] has a facet whose items all stand in the bank"]
    );
    assert_eq!(
        bank(2, &[0]),
        ["scales[2] has 'busy_day', which stands in the bank: that is asked for a strain alone"]
    );
}
