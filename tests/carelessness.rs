//! When a second look is asked for, and when it is not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::carelessness::{Pace, is_straight};
use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use common::{any_responses, built_in, cases, with_sums};
use proptest::prelude::*;

/// These options to the first items, and none to the others.
fn options(instrument: &Instrument, options: &[Option<u8>]) -> Responses {
    let mut responses = Responses::new(instrument);
    for (item, &option) in options.iter().enumerate() {
        responses.set_item(instrument, item, option);
    }
    responses
}

fn is_straight_in_order(options_of: &[Option<u8>]) -> bool {
    let instrument = built_in();
    is_straight(&instrument, &options(&instrument, options_of), 0..26)
}

#[test]
fn half_of_all_items_alike_in_a_row_are_a_straight_run_and_one_fewer_is_not() {
    for option in 0..5 {
        let other = Some((option + 1) % 5);
        let run = |length| [vec![other; 3], vec![Some(option); length], vec![other; 3]].concat();
        assert!(is_straight_in_order(&run(13)), "{option}");
        assert!(!is_straight_in_order(&run(12)), "{option}");
    }
}

#[test]
fn an_item_left_out_neither_ends_a_run_nor_belongs_to_it() {
    let with_gaps = [vec![Some(4); 6], vec![None; 5], vec![Some(4); 7]].concat();
    assert!(is_straight_in_order(&with_gaps));
    assert!(!is_straight_in_order(&with_gaps[..17]));
    assert!(!is_straight_in_order(&[None; 26]));
    assert!(!is_straight_in_order(&[]));
}

#[test]
fn the_order_asked_is_what_counts() {
    let instrument = built_in();
    let alternating: Vec<Option<u8>> = (0..26).map(|item| Some(item % 2)).collect();
    let responses = options(&instrument, &alternating);
    assert!(!is_straight(&instrument, &responses, 0..26));
    assert!(is_straight(&instrument, &responses, (0..26).step_by(2).chain((1..26).step_by(2))));
}

#[test]
fn somebody_without_strain_who_reads_meets_statements_that_turn_the_answer_around() {
    let instrument = built_in();
    for responses in [with_sums(&instrument, 0, 0, 0), with_sums(&instrument, 48, 40, 16)] {
        assert!(!is_straight(&instrument, &responses, 0..26));
    }
}

/// The pace of somebody who needs so many seconds for each page of four.
fn pace(seconds: &[f64]) -> Pace {
    let (mut pace, mut now) = (Pace::default(), 1e12);
    pace.enter(now);
    for (page, seconds) in seconds.iter().enumerate() {
        now += 1000.0 * seconds;
        pace.leave(page, 4, now);
        pace.enter(now);
    }
    pace
}

#[test]
fn under_two_seconds_an_item_on_most_pages_is_implausible() {
    assert!(pace(&[7.9; 6]).is_implausible());
    assert!(!pace(&[8.0; 6]).is_implausible());
    assert!(pace(&[4.0, 4.0, 60.0]).is_implausible(), "one pause does not make up for haste");
    assert!(!pace(&[4.0, 60.0, 60.0]).is_implausible());
    assert!(!pace(&[4.0, 60.0]).is_implausible(), "half is not most");
    assert!(!Pace::default().is_implausible());
}

#[test]
fn a_page_counts_when_it_is_first_left_and_only_then() {
    let mut again = pace(&[20.0, 20.0]);
    for _ in 0..9 {
        again.leave(0, 4, 1e12);
        again.leave(1, 4, 1e12);
    }
    assert!(!again.is_implausible());
    let mut unknown = Pace::default();
    unknown.leave(0, 4, 0.0);
    assert!(!unknown.is_implausible(), "nobody knows when the page was entered");
    let mut empty = pace(&[20.0]);
    empty.leave(1, 0, 1e12 + 20_001.0);
    assert!(!empty.is_implausible(), "a page passed without an answer is not haste");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_straight_run_is_the_longest_row_of_equal_answers(responses in any_responses(&built_in())) {
        let instrument = built_in();
        let by_hand = {
            let given: Vec<u8> = (0..26).filter_map(|item| responses.item(item)).collect();
            given.chunk_by(|one, other| one == other).any(|row| row.len() >= 13)
        };
        prop_assert_eq!(is_straight(&instrument, &responses, 0..26), by_hand);
    }
}
