//! The result in words: every result that answers can lead to has its own sentence, and the figures
//! in it are those of the scores.
mod common;

use std::collections::BTreeSet;

use burnout_screener::instrument::Construct;
use burnout_screener::profile::Verdict;
use burnout_screener::report::{Words, about, every_about, headline, score, verdicts, whole};
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::{any_responses, built_in, classify, english, english_texts, profiled};
use proptest::prelude::*;

#[test]
fn no_two_results_have_the_same_headline() {
    let locale = english();
    for role in Role::ALL {
        let lines: Vec<String> =
            verdicts().map(|verdict| headline(&locale, verdict, role)).collect();
        let different: BTreeSet<&String> = lines.iter().collect();
        assert_eq!(different.len(), lines.len(), "{lines:#?}");
    }
}

#[test]
fn burnout_is_a_word_for_work_and_is_not_used_for_unpaid_carers() {
    let locale = english();
    for verdict in verdicts() {
        let line = headline(&locale, verdict, Role::Caring);
        assert!(!line.contains("burnout"), "{line}");
    }
}

#[test]
fn no_place_for_a_value_is_left_open() {
    let locale = english();
    let lines = verdicts().flat_map(|each| Role::ALL.map(|s| headline(&locale, each, s)));
    for line in lines.chain(every_about(&locale)) {
        assert!(!line.contains(['{', '}']), "{line}");
    }
}

#[test]
fn a_score_is_told_with_its_range_and_its_line() {
    let (instrument, locale) = (built_in(), english());
    let texts = english_texts(&instrument);
    let mut all_weekly = Responses::new(&instrument);
    for item in 0..instrument.items().len() {
        all_weekly.set_item(&instrument, item, Some(2));
    }
    let say = |responses: &Responses, construct, role| {
        let found = classify(&instrument, responses);
        let words = Words { instrument: &instrument, texts: &texts, locale: &locale, role };
        score(words, profiled(&instrument), &found, construct)
    };
    // SEM of burnout: 20 · √.12 = 6.9.
    assert_eq!(
        say(&all_weekly, Construct::Burnout, Role::Caring),
        "Caregiving exhaustion: 50 of 100, most likely 43 to 57. The line is at 50."
    );
    assert_eq!(
        say(&Responses::new(&instrument), Construct::CompassionFatigue, Role::Work),
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
        prop_assert!(verdicts().any(|verdict| verdict == found.verdict), "{:?}", found.verdict);
        let locale = english();
        for role in Role::ALL {
            let said = about(&locale, profiled(&instrument), &found, role);
            prop_assert!(every_about(&locale).any(|every| every == said));
        }
        prop_assert_eq!(found.verdict == Verdict::NotEnough, headline(&locale, found.verdict, Role::Work) == "There are not enough answers to tell.");
    }
}
