//! Simulated people with a known truth: what is worked out comes back to it within a stated error.

use burnout_score::calibrate::factors::Factors;
use burnout_score::calibrate::margins::margins;
use burnout_score::calibrate::moments::Spread;
use nalgebra::DMatrix;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use rand_distr::{Distribution, StandardNormal};
use serde_json::{Value, json};

use crate::run::{Folder, text_of};

/// How many people; with so many the figures below vary from one sample to another by less than a third of the
/// errors that are allowed for them.
const PEOPLE: usize = 4_000;

/// How strongly each item of a scale measures it, beside an own part of variance 1.
const LOADINGS: [f64; 6] = [1.2, 1.0, 0.8, 1.1, 0.9, 0.7];
/// How two scales go together without error, and how stable both are.
const TOGETHER: f64 = 0.5;
const STABLE: f64 = 0.8;

fn normal(random: &mut ChaCha12Rng) -> f64 {
    StandardNormal.sample(random)
}

/// Two values that go together so closely.
fn pair(random: &mut ChaCha12Rng, closely: f64) -> (f64, f64) {
    let (one, other) = (normal(random), normal(random));
    (one, closely * one + (1.0 - closely * closely).sqrt() * other)
}

/// Two scales of six items with answers from -5 to 5, the second item of each reversed.
fn instrument() -> Value {
    let options: Vec<Value> =
        (0..11).map(|value| json!({ "id": format!("o{value}"), "value": value - 5 })).collect();
    let items = (1..=12).map(|item| {
        let keying = if item % 6 == 2 { "reversed" } else { "direct" };
        json!({ "id": format!("i{item}"), "keying": keying })
    });
    let ids = |from: usize| (from..from + 6).map(|item| format!("i{item}")).collect::<Vec<_>>();
    json!({
        "format": 2, "id": "known", "version": "1", "validated": false,
        "option_sets": { "much": options }, "items": items.collect::<Vec<_>>(),
        "scales": [
            { "id": "x", "items": ids(1), "method": "sum", "minimum": { "share": 0.5 } },
            { "id": "y", "items": ids(7), "method": "sum", "minimum": { "share": 0.5 } }
        ]
    })
}

/// The answers of somebody whose two true values are these.
fn answers(random: &mut ChaCha12Rng, truth: [f64; 2]) -> Vec<String> {
    let mut cells = Vec::new();
    for truth in truth {
        for (place, loading) in LOADINGS.iter().enumerate() {
            let value = (loading * truth + normal(random)).round().clamp(-5.0, 5.0);
            let value = if place == 1 { -value } else { value };
            cells.push(format!("{value:.0}"));
        }
    }
    cells
}

/// The table of everybody, at two times.
fn tables(random: &mut ChaCha12Rng) -> [String; 2] {
    let header =
        "id,".to_owned() + &(1..=12).map(|item| format!("i{item}")).collect::<Vec<_>>().join(",");
    let mut tables = [header.clone() + "\n", header + "\n"];
    for person in 0..PEOPLE {
        let first = pair(random, TOGETHER);
        let later = |random: &mut ChaCha12Rng, before: f64| {
            STABLE * before + (1.0 - STABLE * STABLE).sqrt() * normal(random)
        };
        let second = [later(random, first.0), later(random, first.1)];
        for (table, truth) in tables.iter_mut().zip([[first.0, first.1], second]) {
            *table += &format!("p{person},{}\n", answers(random, truth).join(","));
        }
    }
    tables
}

/// The true variance of the sum, and that of its common part. Rounding to whole answers adds a twelfth to each item.
fn truth() -> (f64, f64) {
    let common = LOADINGS.iter().sum::<f64>().powi(2);
    (common + LOADINGS.len() as f64 * (1.0 + 1.0 / 12.0), common)
}

/// The cells of the row of a table in a report.
fn cells(report: &str, row: &str) -> Vec<String> {
    let begins = format!("| {row} |");
    let line = report
        .lines()
        .find(|line| line.starts_with(&begins))
        .unwrap_or_else(|| panic!("no {row}: {report}"));
    line.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// The number with which a cell begins.
fn number(cell: &str) -> f64 {
    cell.split([' ', ',']).next().unwrap().parse().unwrap()
}

fn near(found: f64, wanted: f64, error: f64) {
    assert!((found - wanted).abs() < error, "{found} is not {wanted} within {error}");
}

#[test]
fn what_is_true_of_simulated_people_is_found() {
    let folder = Folder::new();
    let [first, second] = tables(&mut ChaCha12Rng::seed_from_u64(14));
    folder.write("known.json", instrument().to_string());
    folder.write("first.csv", first);
    folder.write("second.csv", second);
    let words = [
        "calibrate",
        "--instrument",
        "known.json",
        "--id",
        "id",
        "first.csv",
        "--second",
        "second.csv",
        "--output",
        "report.md",
        "--patch",
        "patch.json",
    ];
    let ended = folder.run(&words, "");
    assert_eq!(ended.code, 0, "{}", ended.told);
    let report = folder.read("report.md");
    let (all, common) = truth();
    let deviation = all.sqrt();
    let reliability = common / all;
    let alpha = {
        let items: f64 = LOADINGS.iter().map(|loading| loading * loading + 1.0 + 1.0 / 12.0).sum();
        6.0 / 5.0 * (1.0 - items / all)
    };
    let retest = STABLE * common / all;
    for scale in ["x", "y"] {
        let cells = cells(&report, scale);
        assert_eq!(cells[2], PEOPLE.to_string());
        near(number(&cells[3]), 0.0, 0.3);
        near(number(&cells[4]), deviation, 0.04 * deviation);
        near(number(&cells[8]), alpha, 0.015);
        near(number(&cells[9]), reliability, 0.015);
        near(number(&cells[10]), deviation * (1.0 - reliability).sqrt(), 0.12);
        near(number(&cells[11]), retest, 0.03);
        near(number(&cells[12]), 1.96 * (2.0 * (1.0 - retest)).sqrt() * deviation, 0.5);
    }
    let both = cells(&report, "x, y");
    near(number(&both[3]), TOGETHER * reliability, 0.04);
    near(number(&both[4]), TOGETHER, 0.05);
    // The item that measures most goes best with the rest, by what follows from the loadings.
    let rest = |place: usize| {
        let own = LOADINGS[place];
        let others = LOADINGS.iter().sum::<f64>() - own;
        let variance = |common: f64, items: f64| common * common + items * (1.0 + 1.0 / 12.0);
        own * others / (variance(own, 1.0) * variance(others, 5.0)).sqrt()
    };
    for (place, id) in ["i1", "i2", "i3", "i4", "i5", "i6"].iter().enumerate() {
        near(number(&cells(&report, id)[4]), rest(place), 0.05);
    }
    let patch: json_patch::Patch = serde_json::from_str(&folder.read("patch.json")).unwrap();
    let mut file = instrument();
    json_patch::patch(&mut file, &patch).unwrap();
    let precision = &file["scales"][1]["precision"];
    near(precision["deviation"].as_f64().unwrap(), deviation, 0.04 * deviation);
    near(precision["reliability"].as_f64().unwrap(), reliability, 0.015);
    near(precision["retest"].as_f64().unwrap(), retest, 0.03);
    folder.write("patched.json", file.to_string());
    let pipe = folder.read("first.csv");
    assert_eq!(folder.run(&["score", "--instrument", "patched.json", "-"], &pipe).code, 0);
    assert!(report.contains("the file passes all lints"));
}

#[test]
fn an_item_that_is_keyed_the_wrong_way_is_named() {
    let folder = Folder::new();
    let [first, _] = tables(&mut ChaCha12Rng::seed_from_u64(15));
    let mut file = instrument();
    file["items"][2]["keying"] = "reversed".into();
    folder.write("known.json", file.to_string());
    let ended = folder.run(&["calibrate", "--instrument", "known.json", "-"], &first);
    assert!(cells(&ended.out, "i3")[5].starts_with("speaks against the rest"), "{}", ended.out);
    assert_eq!(cells(&ended.out, "i1")[5], "");
}

#[test]
fn two_times_in_one_table_are_paired_by_their_column() {
    let folder = Folder::new();
    folder.write("known.json", instrument().to_string());
    let [first, second] = tables(&mut ChaCha12Rng::seed_from_u64(16));
    let timed = |table: &str, time: &str| -> String {
        table.lines().skip(1).map(|row| format!("{row},{time}\n")).collect()
    };
    let header = first.lines().next().unwrap();
    // The tenth time comes after the ninth, whatever their letters say; and what comes first in the file does not matter.
    let one = format!("{header},time\n{}{}", timed(&second, "10"), timed(&first, "9"));
    let words = ["calibrate", "--instrument", "known.json", "--id", "id", "--time", "time", "-"];
    let by_time = folder.run(&words, &one);
    folder.write("second.csv", second);
    let words =
        ["calibrate", "--instrument", "known.json", "--id", "id", "-", "--second", "second.csv"];
    let by_file = folder.run(&words, &first);
    assert!(
        by_time.out.starts_with(&format!("# known 1\n\n{PEOPLE} people, {PEOPLE} of them twice"))
    );
    assert_eq!(cells(&by_time.out, "x"), cells(&by_file.out, "x"));
}

#[test]
fn who_cannot_be_told_apart_is_not_used() {
    let folder = Folder::new();
    folder.write("second.csv", "id,a,b,c,d\nx,0,0,0,0\ny,0,0,0,0\n");
    let words =
        ["calibrate", "--instrument", "small.json", "--id", "id", "-", "--second", "second.csv"];
    let ended =
        folder.run(&words, "id,a,b,c,d\nx,0,0,0,0\nx,3,0,0,0\ny,3,3,0,0\nz,0,3,2,0\nw,9,0,0,0\n");
    assert_eq!(ended.code, 2);
    assert!(
        ended.out.contains("2 people, 1 of them twice; 1 refused, 1 unclear."),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("**Fewer than 300 people: every figure here is rough.**"));
    assert!(ended.out.contains("None: that takes 100 people"), "{}", ended.out);
}

#[test]
fn what_was_left_out_is_counted() {
    let table = "a,b,c,d\n0,0,0,0\n3,,0,\n0,,2,\n0,3,,0\n2,0,0,0\n";
    let ended = Folder::new().run(&["calibrate", "--instrument", "small.json", "-"], table);
    let report = ended.out;
    assert!(report.contains("| none | 2 (40 %) |"), "{report}");
    assert!(report.contains("| 1 | 1 (20 %) |"), "{report}");
    assert!(report.contains("| 2 | 2 (40 %) |"), "{report}");
    assert!(report.contains("Most often: b (40 %), d (40 %), c (20 %)."), "{report}");
    assert!(report.contains("| b, d | 2 |\n| c | 1 |"), "{report}");
}

/// People whose scores and true scores are known: at the margin, so many of them as asked for are on that side.
#[test]
fn at_its_margin_a_score_is_on_the_right_side_as_often_as_asked_for() {
    let mut random = ChaCha12Rng::seed_from_u64(17);
    let (mean, deviation, reliability, line) = (38.0, 18.0, 0.85_f64, 50.0);
    let spread = Spread { n: 1_000, mean, deviation };
    let error = deviation * (1.0 - reliability).sqrt();
    for certainty in [0.7, 0.8, 0.9] {
        let found = margins(line, spread, reliability, certainty).unwrap();
        let (above, below) = (line + found.above * error, line - found.below * error);
        assert!(found.above > found.below, "the mean lies below the line");
        let (mut right, mut all) = ([0_u32; 2], [0_u32; 2]);
        for _ in 0..600_000 {
            let truth = mean + deviation * reliability.sqrt() * normal(&mut random);
            let score = truth + error * normal(&mut random);
            for (side, margin) in [above, below].into_iter().enumerate() {
                if (score - margin).abs() < 0.5 {
                    all[side] += 1;
                    right[side] += u32::from((truth >= line) == (side == 0));
                }
            }
        }
        for side in 0..2 {
            near(f64::from(right[side]) / f64::from(all[side]), certainty, 0.02);
        }
    }
}

#[test]
fn the_built_in_instrument_can_be_calibrated_and_used_again() {
    let folder = Folder::new();
    let file: Value =
        serde_json::from_str(&text_of("www/instruments/helping-strain.json")).unwrap();
    let scales = file["scales"].as_array().unwrap();
    let own = |item: &str, scale: &Value| scale.to_string().contains(&format!("\"{item}\""));
    let items: Vec<(String, usize, bool)> = (file["items"].as_array().unwrap().iter())
        .filter(|item| item["bank"] != true)
        .map(|item| {
            let id = item["id"].as_str().unwrap().to_owned();
            let scale = scales.iter().position(|scale| own(&id, scale)).unwrap();
            (id, scale, item["keying"] == "reversed")
        })
        .collect();
    let mut table = items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>().join(",") + "\n";
    let mut random = ChaCha12Rng::seed_from_u64(18);
    for _ in 0..1_000 {
        let general = normal(&mut random);
        let truths: Vec<f64> =
            scales.iter().map(|_| 0.6 * general + 0.8 * normal(&mut random)).collect();
        let answers = items.iter().map(|(_, scale, reversed)| {
            let value =
                (1.6 + 0.8 * truths[*scale] + 0.7 * normal(&mut random)).round().clamp(0.0, 4.0);
            let left_out = random.random_bool(0.01);
            let value = if *reversed { 4.0 - value } else { value };
            if left_out { String::new() } else { format!("{value:.0}") }
        });
        table += &(answers.collect::<Vec<_>>().join(",") + "\n");
    }
    let words = ["calibrate", "--instrument", "built-in", "-", "--patch", "patch.json"];
    let ended = folder.run(&words, &table);
    assert_eq!(ended.code, 0, "{}", ended.told);
    for part in ["## One strain or two", "## Margins", "the file passes all lints"] {
        assert!(ended.out.contains(part), "{part}: {}", ended.out);
    }
    let patch: Value = serde_json::from_str(&folder.read("patch.json")).unwrap();
    let paths: Vec<&str> =
        patch.as_array().unwrap().iter().map(|own| own["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"/scales/0/precision"), "{paths:?}");
    assert!(paths.contains(&"/profile/compassion_fatigue/margins"), "{paths:?}");
    assert_eq!(patch[0]["value"]["retest"], 0.8, "without pairs it stays");
    let mut file = file;
    let patch: json_patch::Patch = serde_json::from_value(patch).unwrap();
    json_patch::patch(&mut file, &patch).unwrap();
    folder.write("patched.json", file.to_string());
    let ended = folder.run(&["score", "--instrument", "patched.json", "-"], &table);
    assert_eq!(ended.code, 0, "{}", ended.told);
}

#[test]
fn two_factors_leave_nothing_over_where_there_are_two() {
    let loadings = DMatrix::from_fn(8, 2, |item, factor| {
        if item / 4 == factor { [0.8, 0.7, 0.6, 0.5][item % 4] } else { 0.0 }
    });
    let common = &loadings * loadings.transpose();
    let table = DMatrix::from_fn(
        8,
        8,
        |row, column| {
            if row == column { 1.0 } else { common[(row, column)] }
        },
    );
    let (one, two) = (Factors::new(&table, 1).unwrap(), Factors::new(&table, 2).unwrap());
    assert!(one.left_over > 0.1, "{}", one.left_over);
    assert!(two.left_over < 1e-4, "{}", two.left_over);
    assert!(Factors::new(&table.view((0, 0), (2, 2)).into_owned(), 1).is_none());
}

#[test]
fn a_certainty_that_is_none_is_a_wrong_command_line() {
    for certainty in ["0.5", "1", "-3"] {
        let share = format!("--certainty={certainty}");
        let words = ["calibrate", "--instrument", "small.json", "-", &share];
        assert_eq!(Folder::new().run(&words, "a,b,c,d\n0,0,0,0\n").code, 1);
    }
}

#[test]
fn an_item_that_one_group_answers_higher_at_the_same_rest_is_found() {
    let folder = Folder::new();
    folder.write("known.json", instrument().to_string());
    let mut random = ChaCha12Rng::seed_from_u64(19);
    let ids = (1..=12).map(|item| format!("i{item}")).collect::<Vec<_>>().join(",");
    let mut table = format!("role,{ids}\n");
    // Carers have more of it, which is no difference of any item; and one more step on the fifth item, which is.
    for person in 0..2_000 {
        let carer = person % 2 == 1;
        let (one, other) = pair(&mut random, TOGETHER);
        let more = if carer { 0.5 } else { 0.0 };
        let mut cells = answers(&mut random, [one + more, other + more]);
        if carer {
            cells[4] = (cells[4].parse::<i32>().unwrap() + 1).min(5).to_string();
        }
        table += &format!("{},{}\n", if carer { "caring" } else { "work" }, cells.join(","));
    }
    let words = ["calibrate", "--instrument", "known.json", "--by", "role", "-"];
    let report = folder.run(&words, &table).out;
    let differences: Vec<Vec<&str>> = (report.lines())
        .filter(|line| line.starts_with("| caring |") || line.starts_with("| work |"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert_eq!(differences.len(), 12, "{report}");
    // One step, by the spread of the item; the group of reference is either, as both are as large.
    let deviation = (0.9_f64.powi(2) * (1.0 + 0.25 * 0.25) + 1.0 + 1.0 / 12.0 + 0.25).sqrt();
    for cells in &differences {
        let (by, looked_at) = (number(cells[4]).abs(), cells[6] == "look at it");
        assert_eq!(looked_at, cells[3] == "i5", "{cells:?}");
        if cells[3] == "i5" {
            near(by, 1.0 / deviation, 0.12);
        }
    }
}
