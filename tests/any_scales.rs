//! Instruments with any scales: what they come to is worked out by hand here.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;
mod instruments;

use burnout_screener::instrument::Instrument;
use burnout_screener::locale::{Message, Texts};
use burnout_screener::outcome::{Outcome, Standing};
use burnout_screener::profile::{Finding, classify, strongest_answers};
use burnout_screener::report::{self, Words};
use burnout_screener::response::Responses;
use burnout_screener::session::Voice;
use common::english;
use instruments::{PLAIN, PROFILED, all, answers, brought, file};
use serde_json::json;

fn load(name: &str) -> (Instrument, Texts) {
    brought(file(name)).map_err(|error| error.to_string()).unwrap()
}

/// The same value for so many items, and nothing for the others.
fn first(count: usize, of: usize, value: i16) -> Vec<Option<i16>> {
    (0..of).map(|item| (item < count).then_some(value)).collect()
}

fn standing<'a>(outcome: &Outcome<'a>, scale: &str) -> Standing<'a> {
    *outcome.standings.iter().find(|standing| standing.scale.id == scale).unwrap()
}

/// The score of a scale with two decimals, and its band.
fn scored(instrument: &Instrument, values: &[Option<i16>], scale: &str) -> Option<(f64, String)> {
    let outcome = Outcome::new(instrument, &answers(instrument, values));
    let found = standing(&outcome, scale);
    let band = found.band.map(|band| band.id.clone()).unwrap_or_default();
    Some(((found.score?.value * 100.0).round() / 100.0, band))
}

fn score(instrument: &Instrument, values: &[Option<i16>], scale: &str) -> Option<f64> {
    scored(instrument, values, scale).map(|(score, _)| score)
}

fn in_band(score: f64, band: &str) -> Option<(f64, String)> {
    Some((score, band.to_owned()))
}

#[test]
fn every_kind_of_instrument_is_read_with_its_words_and_passes_its_own_tests() {
    for name in PLAIN {
        let (instrument, texts) = load(name);
        assert_eq!(instrument.id(), name);
        assert!(instrument.profiled().is_none() && !instrument.asks_role(), "{name}");
        assert!(!texts.title().is_empty() && instrument.credit().line.is_some(), "{name}");
        assert!(!file(name)["tests"].as_array().unwrap().is_empty(), "{name}");
    }
    let (instrument, _) = load(PROFILED);
    assert!(instrument.profiled().is_some() && instrument.asks_role());
}

#[test]
fn three_sums_count_reversed_items_the_other_way_round_and_stand_each_in_a_band_of_its_own() {
    let (instrument, _) = load("proqol-like");
    // Every item of `b` 4, but the five reversed ones 2, which count 6 - 2 = 4: ten times 4.
    // Every item of `c` 1: ten times 1. Every item of `s` 5 but one 2: nine times 5 and 2.
    let reversed = [1, 4, 15, 17, 29];
    let (b, c) = ([8, 10, 19, 21, 26], [3, 6, 12, 16, 18, 20, 22, 24, 27, 30]);
    let values: Vec<i16> = (1..=30)
        .map(|item| match item {
            _ if reversed.contains(&item) => 2,
            _ if b.contains(&item) => 4,
            _ if c.contains(&item) => 1,
            2 => 2,
            _ => 5,
        })
        .collect();
    assert_eq!(scored(&instrument, &all(&values), "bo"), in_band(40.0, "middle"));
    assert_eq!(scored(&instrument, &all(&values), "cs"), in_band(10.0, "low"));
    assert_eq!(scored(&instrument, &all(&values), "sts"), in_band(47.0, "high"));
}

#[test]
fn a_lowest_score_of_something_good_is_no_word_on_anything_else() {
    let (instrument, texts) = load("proqol-like");
    let responses = answers(&instrument, &all(&[1; 30]));
    let outcome = Outcome::new(&instrument, &responses);
    assert_eq!(outcome.classification, None);
    let locale = english();
    let words =
        Words { instrument: &instrument, texts: &texts, locale: &locale, voice: Voice::Work };
    let said = report::summary(words, 0, &outcome.standings[0]);
    assert_eq!(said, "Scale C: 10 (Low). It can be 10 to 50.");
    let good = locale.text(Message::ScoresGood).to_owned();
    assert!(report::standing(words, 0, &outcome.standings[0]).contains(&good));
    assert!(!report::standing(words, 1, &outcome.standings[1]).contains(&good));
}

#[test]
fn a_band_begins_with_its_score_and_ends_before_that_of_the_next() {
    let (instrument, _) = load("proqol-like");
    // The items of `s`, one after the other a point higher.
    let s = [2, 5, 7, 9, 11, 13, 14, 23, 25, 28];
    for (sum, band) in
        [(10, "low"), (22, "low"), (23, "middle"), (41, "middle"), (42, "high"), (50, "high")]
    {
        let mut values = [1; 30];
        for point in 0..sum - 10 {
            values[s[point % 10] - 1] += 1;
        }
        let wanted = in_band(f64::from(u8::try_from(sum).unwrap()), band);
        assert_eq!(scored(&instrument, &all(&values), "sts"), wanted);
    }
    let (instrument, _) = load("phq-like");
    for (sum, band) in [
        (0, "b0"),
        (4, "b0"),
        (5, "b5"),
        (9, "b5"),
        (10, "b10"),
        (15, "b15"),
        (19, "b15"),
        (20, "b20"),
    ] {
        let mut values = [0; 9];
        for point in 0..sum {
            values[point % 9] += 1;
        }
        let wanted = in_band(f64::from(u8::try_from(sum).unwrap()), band);
        assert_eq!(scored(&instrument, &all(&values), "sum"), wanted);
    }
}

#[test]
fn a_published_cut_off_of_two_decimals_divides_means_where_it_should() {
    let (instrument, _) = load("bat-like");
    for (points, mean, band) in
        [(30, 2.5, "green"), (31, 2.58, "orange"), (35, 2.92, "orange"), (36, 3.0, "red")]
    {
        let mut values = [2; 12];
        values[..points - 24].fill(3);
        assert_eq!(scored(&instrument, &all(&values), "whole"), in_band(mean, band));
    }
}

#[test]
fn sums_without_bands_stand_for_themselves() {
    let (instrument, _) = load("mbi-like");
    // Nine, five and eight items.
    let ones = all(&[1; 22]);
    assert_eq!(scored(&instrument, &ones, "ee"), in_band(9.0, ""));
    assert_eq!(scored(&instrument, &ones, "dp"), in_band(5.0, ""));
    assert_eq!(scored(&instrument, &ones, "pa"), in_band(8.0, ""));
    let spans: Vec<(f64, f64)> = instrument.scales().iter().map(|scale| scale.span).collect();
    assert_eq!(spans, [(0.0, 54.0), (0.0, 30.0), (0.0, 48.0)]);
}

/// Cut-offs are met or not met by a hair.
#[test]
fn where_everything_is_answered_a_sum_is_whole_and_a_mean_a_quotient_to_the_last_bit() {
    let points = |instrument: &Instrument, scale: &str, values: &[i16]| {
        let outcome = Outcome::new(instrument, &answers(instrument, &all(values)));
        standing(&outcome, scale).score.map(|score| score.value)
    };
    let (sums, _) = load("mbi-like");
    let (means, _) = load("bat-like");
    for point in 0..=6 {
        for more in 0..=22 {
            let mut values = [point; 22];
            values[..more].fill(3);
            let whole = |scale| points(&sums, scale, &values).is_some_and(|sum| sum.fract() == 0.0);
            assert!(["ee", "dp", "pa"].into_iter().all(whole), "{values:?}");
        }
    }
    for point in 1..=5_i16 {
        for more in 0..=12 {
            let mut values = [point; 12];
            values[..more].fill(1);
            let sum = values.iter().map(|value| f64::from(*value)).sum::<f64>();
            assert_eq!(points(&means, "whole", &values), Some(sum / 12.0), "{values:?}");
        }
    }
}

#[test]
fn options_that_fall_from_the_first_to_the_last_count_by_their_values() {
    let (instrument, _) = load("cbi-like");
    let mut responses = Responses::new(&instrument);
    for item in 0..19 {
        responses.set_item(&instrument, item, Some(0));
    }
    // The first option is worth 100; the thirteenth item, the last of seven, is reversed.
    let outcome = Outcome::new(&instrument, &responses);
    let value = |scale| standing(&outcome, scale).score.unwrap().value;
    assert!((value("one") - 100.0).abs() < 1e-9 && (value("three") - 100.0).abs() < 1e-9);
    assert!((value("two") - 600.0 / 7.0).abs() < 1e-9);
    let mixed = all(&[0, 25, 50, 75, 100, 50, 0, 0, 0, 0, 0, 0, 25, 75, 75, 75, 0, 0, 0]);
    assert_eq!(score(&instrument, &mixed, "one"), Some(50.0), "300 by 6");
    assert_eq!(score(&instrument, &mixed, "two"), Some(10.71), "75 by 7");
    assert_eq!(score(&instrument, &mixed, "three"), Some(37.5), "225 by 6");
}

#[test]
fn half_of_a_scale_is_enough_where_the_file_says_so_and_the_mean_is_that_of_the_answers() {
    let (instrument, _) = load("cbi-like");
    let mut values = vec![None; 19];
    (values[0], values[1]) = (Some(100), Some(50));
    assert_eq!(score(&instrument, &values, "one"), None, "two of six");
    values[5] = Some(0);
    assert_eq!(score(&instrument, &values, "one"), Some(50.0), "three of six");
    (values[6], values[7], values[8]) = (Some(75), Some(75), Some(75));
    assert_eq!(score(&instrument, &values, "two"), None, "three of seven");
    // Reversed, 100 counts 0.
    values[12] = Some(100);
    assert_eq!(score(&instrument, &values, "two"), Some(56.25), "four of seven: 225 by 4");
}

#[test]
fn where_everything_must_be_answered_one_left_out_leaves_no_score_and_no_band() {
    let (instrument, _) = load("phq-like");
    assert_eq!(scored(&instrument, &first(8, 9, 3), "sum"), None);
    assert_eq!(scored(&instrument, &first(9, 9, 3), "sum"), in_band(27.0, "b20"));
}

#[test]
fn a_sum_of_some_answers_is_raised_to_what_all_would_come_to() {
    let mut file = file("phq-like");
    file["scales"][0]["minimum"] = json!({ "count": 8 });
    let (instrument, _) = brought(file).unwrap();
    assert_eq!(score(&instrument, &first(7, 9, 2), "sum"), None);
    // 16 of eight answers: 2 each, nine times 2.
    assert_eq!(scored(&instrument, &first(8, 9, 2), "sum"), in_band(18.0, "b15"));
    // 8 · 1 and one missing: 9.
    assert_eq!(scored(&instrument, &first(8, 9, 1), "sum"), in_band(9.0, "b5"));
}

#[test]
fn a_share_of_the_items_is_enough_from_its_whole_number_on() {
    let (instrument, _) = load("bat-like");
    // 0.55 of twelve is 6.6.
    assert_eq!(score(&instrument, &first(6, 12, 3), "whole"), None);
    assert_eq!(score(&instrument, &first(7, 12, 3), "whole"), Some(3.0));
    // 0.55 of twenty is 11, though multiplying makes it a hair more.
    let mut file = file("mbi-like");
    let items: Vec<String> = (1..=20).map(|item| format!("i{item}")).collect();
    file["scales"][0]["items"] = json!(items);
    file["scales"][0]["minimum"] = json!({ "share": 0.55 });
    file["tests"] = json!([]);
    let (instrument, _) = brought(file).unwrap();
    assert_eq!(score(&instrument, &first(10, 22, 3), "ee"), None);
    assert_eq!(score(&instrument, &first(11, 22, 3), "ee"), Some(60.0));
}

#[test]
fn a_share_of_each_facet_is_asked_of_each_for_itself() {
    let mut file = file("bat-like");
    file["scales"][0]["minimum"] = json!({ "each_facet": 0.6 });
    let (instrument, _) = brought(file).unwrap();
    // Two of each three, and then one of the last alone.
    let mut values: Vec<Option<i16>> = (0..12).map(|item| (item % 3 < 2).then_some(4)).collect();
    assert_eq!(score(&instrument, &values, "whole"), Some(4.0));
    values[10] = None;
    values[2] = Some(4);
    assert_eq!(score(&instrument, &values, "whole"), None);
}

/// `i1` weighs 2, `i5` weighs 3; `i2` and `i6` are reversed; the first three run from -2 to 2, the others
/// are worth 0, 1 or 3.
#[test]
fn weights_option_sets_and_totals_come_out_as_by_hand() {
    let (instrument, _) = load("totals-like");
    let values = all(&[-1, 2, 1, 3, 1, 1]);
    // 2·(-1) - 2 + 1, and 3 + 3·1 + (3 - 1).
    assert_eq!(score(&instrument, &values, "first"), Some(-3.0));
    assert_eq!(score(&instrument, &values, "second"), Some(8.0));
    // Above their lowest, -8 and 0, that is 5 of 16 and 8 of 15: 13 of 31.
    assert_eq!(scored(&instrument, &values, "total"), in_band(41.94, "less"));
    let spans: Vec<(f64, f64)> = instrument.scales().iter().map(|scale| scale.span).collect();
    assert_eq!(spans, [(-8.0, 8.0), (0.0, 15.0), (0.0, 100.0)]);
    assert_eq!(scored(&instrument, &all(&[-2, 2, -2, 0, 0, 3]), "total"), in_band(0.0, "less"));
    assert_eq!(scored(&instrument, &all(&[2, -2, 2, 3, 3, 0]), "total"), in_band(100.0, "more"));
}

#[test]
fn a_total_asks_each_of_its_scales_for_its_share() {
    let (instrument, _) = load("totals-like");
    // 0.6 of three is two of each.
    let mut values = vec![Some(2), Some(-2), None, Some(3), None, None];
    assert_eq!(score(&instrument, &values, "total"), None);
    values[4] = Some(3);
    // 12 of 12, and 12 of 12.
    assert_eq!(scored(&instrument, &values, "total"), in_band(100.0, "more"));
    assert_eq!(score(&instrument, &values, "second"), None, "alone it wants all three");
    assert_eq!(score(&instrument, &values, "first"), Some(8.0), "two are enough");
}

#[test]
fn a_score_has_an_error_where_its_precision_is_known_and_a_change_needs_a_retest() {
    let (instrument, texts) = load("totals-like");
    let outcome = Outcome::new(&instrument, &answers(&instrument, &all(&[1, 1, 1, 1, 1, 1])));
    let first = standing(&outcome, "first");
    // 2 · √.25 = 1, around 2·1 - 1 + 1 = 2.
    assert_eq!(first.score.unwrap().range(first.scale), (1.0, 3.0));
    assert_eq!(first.scale.reliable_change(), None);
    let second = standing(&outcome, "second");
    assert_eq!((second.score.unwrap().error, second.scale.reliable_change()), (None, None));
    let locale = english();
    let words =
        Words { instrument: &instrument, texts: &texts, locale: &locale, voice: Voice::Caring };
    assert!(report::standing(words, 0, &first).iter().any(|said| said.contains("between 1 and 3")));
    let norm = "Other people had a mean of 6.5 and a spread (SD) of 2.25. Source: Placeholder people, \
                1999";
    assert!(report::standing(words, 1, &second).iter().any(|said| said == norm));
    assert!(report::summary(words, 1, &second).starts_with("Scale G at home: 6."));
}

#[test]
fn an_answer_that_the_file_marks_opens_the_help_card_and_no_other_does() {
    let (instrument, _) = load("phq-like");
    let alert =
        |values: &[i16]| Outcome::new(&instrument, &answers(&instrument, &all(values))).alert;
    assert!(!alert(&[3, 3, 3, 3, 3, 3, 3, 3, 0]));
    for value in 1..=3 {
        assert!(alert(&[0, 0, 0, 0, 0, 0, 0, 0, value]));
    }
}

/// Answers to the second instrument with a profile, each of a scale with as much of 0 to 60.
fn rented(instrument: &Instrument, load: i16, echo: i16, rest: i16) -> Responses {
    let scales = [
        (load, &[1, 4, 7, 2, 5, 8][..]),
        (echo, &[3, 6, 9, 10, 12, 14]),
        (rest, &[11, 13, 15, 16]),
    ];
    let mut values = [0; 16];
    for (value, items) in scales {
        for &item in items {
            // Two are reversed.
            values[item - 1] = if [7, 15].contains(&item) { 60 - value } else { value };
        }
    }
    answers(instrument, &all(&values))
}

#[test]
fn an_answer_may_be_named_from_half_of_what_it_could_add_on_whatever_its_options_are() {
    let (instrument, _) = load(PROFILED);
    let profiled = instrument.profiled().unwrap();
    let named = |responses: &Responses| {
        strongest_answers(profiled, responses, &classify(profiled, responses), 99).len()
    };
    let mut responses = rented(&instrument, 50, 0, 0);
    let most = named(&responses);
    responses.set_item(&instrument, 0, Some(3));
    assert_eq!(named(&responses), most, "30 of 60");
    responses.set_item(&instrument, 0, Some(2));
    assert_eq!(named(&responses), most - 1, "20 of 60");
}

#[test]
fn another_instrument_may_rent_the_profile_under_names_of_its_own() {
    let (instrument, _) = load(PROFILED);
    let finding = |load: i16, echo: i16, rest: i16| {
        let responses = rented(&instrument, load, echo, rest);
        Outcome::new(&instrument, &responses).classification.unwrap().finding
    };
    // It has no scale for rest, no lines for parts and no question about exposure, and takes no harm.
    assert_eq!(finding(50, 0, 0), Finding::Burnout);
    assert_eq!(finding(0, 50, 0), Finding::CompassionFatigue);
    assert_eq!(finding(60, 60, 0), Finding::Both);
    assert_eq!(finding(10, 10, 60), Finding::TiredRestNotAsked);
    assert_eq!(finding(0, 0, 0), Finding::None);
}

#[test]
fn the_example_of_the_documentation_is_one_that_can_be_used() {
    let document = include_str!("../docs/instrument.md");
    let blocks: Vec<&str> =
        document.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        let (instrument, _) = brought(serde_json::from_str(block).unwrap()).unwrap();
        assert!(!instrument.scales().is_empty());
    }
}
