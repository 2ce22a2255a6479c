//! What counts as a change between two checks.

use burnout_screener::history::{Change, Check, Date, change};
use burnout_screener::instrument::{Construct, Precision};
use burnout_screener::scoring::Score;
use burnout_screener::session::Role;

use crate::built_in;
use crate::common::{scale, start};

fn score(value: f64, answered: usize) -> Score {
    Score { raw: 0.0, value, error: None, answered }
}

/// The document's error of a check: Spearman–Brown on the retest reliability.
fn error(answered: usize, of: usize) -> f64 {
    let longer = answered as f64 / of as f64;
    20.0 * (1.0 - longer * 0.8 / (1.0 + (longer - 1.0) * 0.8)).sqrt()
}

#[test]
fn a_change_counts_past_the_errors_of_both_checks() {
    let instrument = built_in();
    for (construct, of) in [(Construct::Burnout, 12), (Construct::CompassionFatigue, 10)] {
        let scale = scale(instrument, construct);
        for (one, other) in [(of, of), (of, of / 2), (of / 2, of), (of + 6, of), (of + 6, of + 6)] {
            let needed = 1.96 * (error(one, of).powi(2) + error(other, of).powi(2)).sqrt();
            let changed = |by: f64| change(scale, &score(40.0, one), &score(40.0 + by, other));
            assert_eq!(changed(needed + 0.001), Some(Change::Higher));
            assert_eq!(changed(needed - 0.001), Some(Change::NoRealChange));
            assert_eq!(changed(-needed + 0.001), Some(Change::NoRealChange));
            assert_eq!(changed(-needed - 0.001), Some(Change::Lower));
        }
    }
}

#[test]
fn with_everything_answered_it_takes_25_points_of_100() {
    let instrument = built_in();
    for strain in Construct::STRAINS {
        let points = scale(instrument, strain).reliable_change().unwrap();
        assert!((points - 24.79).abs() < 0.01, "{points}");
    }
}

#[test]
fn what_is_left_out_makes_a_change_harder_to_see() {
    let instrument = built_in();
    let scale = scale(instrument, Construct::Burnout);
    let needed = |answered| scale.reliable_change_between(12, answered).unwrap();
    assert!((6..12).all(|answered| needed(answered) > needed(answered + 1)));
}

#[test]
fn without_a_known_retest_reliability_no_change_is_called_real() {
    let instrument = built_in();
    let mut scale = scale(instrument, Construct::Burnout).clone();
    scale.precision = Some(Precision { retest: None, ..scale.precision.unwrap() });
    assert_eq!(change(&scale, &score(0.0, 12), &score(100.0, 12)), None);
}

#[test]
fn checks_are_compared_in_the_same_role_alone_and_not_said_is_one() {
    let check = Check::new(&start(), Date::new("2026-11-26").unwrap(), "one".to_owned());
    let roles = || Role::ALL.into_iter().map(Some).chain([None]);
    for (then, now) in roles().flat_map(|then| roles().map(move |now| (then, now))) {
        let check = Check { role: then, ..check.clone() };
        assert_eq!(check.compares_with(now), then == now);
    }
}
