//! The result in words: every result that answers can lead to has its own sentence, and the figures
//! in it are those of the scores.
mod common;

use std::collections::BTreeSet;

use burnout_screener::classification::{Outcome, classify};
use burnout_screener::instrument::Construct;
use burnout_screener::report::{about, every_about, headline, outcomes, score, whole};
use burnout_screener::response::Responses;
use burnout_screener::session::Setting;
use common::{any_responses, built_in, english};
use proptest::prelude::*;

#[test]
fn no_two_results_have_the_same_headline() {
    let locale = english();
    for setting in Setting::ALL {
        let lines: Vec<String> =
            outcomes().map(|outcome| headline(&locale, outcome, setting)).collect();
        let different: BTreeSet<&String> = lines.iter().collect();
        assert_eq!(different.len(), lines.len(), "{lines:#?}");
    }
}

#[test]
fn burnout_is_a_word_for_work_and_is_not_used_for_unpaid_carers() {
    let locale = english();
    for outcome in outcomes() {
        let line = headline(&locale, outcome, Setting::Caring);
        assert!(!line.contains("burnout"), "{line}");
    }
}

#[test]
fn no_place_for_a_value_is_left_open() {
    let locale = english();
    let lines = outcomes().flat_map(|each| Setting::ALL.map(|s| headline(&locale, each, s)));
    for line in lines.chain(every_about(&locale)) {
        assert!(!line.contains(['{', '}']), "{line}");
    }
}

#[test]
fn a_score_is_told_with_its_range_and_its_line() {
    let (instrument, locale) = (built_in(), english());
    let mut all_weekly = Responses::new(&instrument);
    for item in 0..instrument.items().len() {
        all_weekly.set_item(&instrument, item, Some(2));
    }
    let say = |responses: &Responses, construct, setting| {
        let found = classify(&instrument, responses);
        score(&locale, &instrument, &found, construct, setting)
    };
    // SEM of burnout: 20 · √.12 = 6.9.
    assert_eq!(
        say(&all_weekly, Construct::Burnout, Setting::Caring),
        "Caregiving exhaustion: 50 of 100, most likely 43 to 57. The line is at 50."
    );
    assert_eq!(
        say(&Responses::new(&instrument), Construct::CompassionFatigue, Setting::Work),
        "Compassion fatigue: not enough answers for a score. The line is at 40."
    );
}

#[test]
fn figures_are_whole_and_stay_within_the_scale() {
    assert_eq!([-3.0, 0.4, 49.5, 100.2].map(whole), [0, 0, 50, 100]);
}

proptest! {
    #[test]
    fn every_result_that_answers_lead_to_is_foreseen(given in any_responses(&built_in())) {
        let instrument = built_in();
        let found = classify(&instrument, &given);
        prop_assert!(outcomes().any(|outcome| outcome == found.outcome), "{:?}", found.outcome);
        let locale = english();
        for setting in Setting::ALL {
            let said = about(&locale, &instrument, &found, setting);
            prop_assert!(every_about(&locale).any(|every| every == said));
        }
        prop_assert_eq!(found.outcome == Outcome::NotEnough, headline(&locale, found.outcome, Setting::Work) == "There are not enough answers to tell.");
    }
}
