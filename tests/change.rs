//! A change between two checks counts only when it is more than chance.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::history::{Change, change};
use burnout_screener::instrument::Construct;
use burnout_screener::scoring::Score;
use common::{build, built_in, classify, instrument_json, scale, with_sums};

#[test]
fn a_change_counts_only_when_it_is_more_than_chance() {
    let instrument = built_in();
    let scale = scale(&instrument, Construct::Burnout);
    // 1.96 · √2 · 20 · √.20 = 24.792…
    let score = |value| Score { raw: 0.0, value, error: Some(7.0), answered: 12 };
    let change = |before, now| change(scale, &score(before), &score(now));
    assert_eq!(change(50.0, 74.79), Some(Change::NoRealChange));
    assert_eq!(change(50.0, 74.80), Some(Change::Higher));
    assert_eq!(change(50.0, 25.21), Some(Change::NoRealChange));
    assert_eq!(change(50.0, 25.20), Some(Change::Lower));
    assert_eq!(change(0.0, 100.0), Some(Change::Higher));
    assert_eq!(change(40.0, 40.0), Some(Change::NoRealChange));
}

#[test]
fn twelve_of_forty_eight_points_are_a_change_and_eleven_are_none() {
    let instrument = built_in();
    let now = |sum| {
        let found = classify(&instrument, &with_sums(&instrument, sum, 10, 8));
        found.score(Construct::Burnout).unwrap()
    };
    let scale = scale(&instrument, Construct::Burnout);
    assert_eq!(change(scale, &now(30), &now(18)), Some(Change::Lower));
    assert_eq!(change(scale, &now(30), &now(19)), Some(Change::NoRealChange));
    assert_eq!(change(scale, &now(30), &now(42)), Some(Change::Higher));
    assert_eq!(change(scale, &now(30), &now(41)), Some(Change::NoRealChange));
}

#[test]
fn a_scale_with_a_smaller_spread_changes_sooner() {
    let mut definition = instrument_json();
    definition["scales"][0]["precision"]["deviation"] = 12.into();
    let instrument = build(definition).unwrap();
    // 1.96 · √2 · 12 · √.20 = 14.875…
    let score = |value| Score { raw: 0.0, value, error: Some(4.0), answered: 12 };
    let scale = scale(&instrument, Construct::Burnout);
    assert_eq!(change(scale, &score(50.0), &score(64.9)), Some(Change::Higher));
    assert_eq!(change(scale, &score(50.0), &score(64.8)), Some(Change::NoRealChange));
}

#[test]
fn without_a_known_retest_correlation_no_change_is_called_real() {
    let mut definition = instrument_json();
    definition["scales"][0]["precision"].as_object_mut().unwrap().remove("retest").unwrap();
    definition["scales"][1]["precision"]["retest"] = 0.5.into();
    let instrument = build(definition).unwrap();
    let score = |value| Score { raw: 0.0, value, error: Some(7.0), answered: 10 };
    let of = |construct, now| change(scale(&instrument, construct), &score(0.0), &score(now));
    assert_eq!(of(Construct::Burnout, 100.0), None);
    // 1.96 · √2 · 20 · √.50 = 39.2: the retest correlation of the scale itself counts.
    assert_eq!(of(Construct::CompassionFatigue, 39.3), Some(Change::Higher));
    assert_eq!(of(Construct::CompassionFatigue, 39.1), Some(Change::NoRealChange));
}
