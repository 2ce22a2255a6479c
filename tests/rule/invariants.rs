//! What holds for any answers, tried on random ones.

use burnout_screener::instrument::{Construct, Instrument, Part};
use burnout_screener::profile::{Changed, Classification, Finding, one_changed_answer};
use burnout_screener::response::Responses;
use proptest::prelude::*;

use crate::built_in;
use crate::common::{any_responses, cases, classify, profiled};

/// Every item that is answered with one step up.
fn steps_up(instrument: &Instrument, responses: &Responses) -> Vec<(usize, Responses)> {
    let up = |item| {
        let option = responses.item(item)?;
        let next = if instrument.keyed(item, 0)? > 0 { option.checked_sub(1)? } else { option + 1 };
        let mut changed = responses.clone();
        changed.set_item(instrument, item, Some(next));
        (changed.item(item) == Some(next)).then_some((item, changed))
    };
    (0..instrument.items().len()).filter_map(up).collect()
}

/// The finding as clear ones are told apart: without the lead, and without the sentence on sleep.
pub(crate) fn told(found: &Classification) -> (Finding, u32) {
    let finding = match found.finding {
        Finding::BothBurnoutLeads | Finding::BothCompassionFatigueLeads => Finding::Both,
        Finding::NoneRestDoesNotHelp => Finding::None,
        other => other,
    };
    let parts = Part::ALL.into_iter().enumerate();
    let raised: u32 =
        parts.filter(|(_, part)| found.raised.has(*part)).map(|(at, _)| 1 << at).sum();
    (finding, if finding == Finding::RaisedPart { raised } else { 0 })
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn no_single_step_leads_from_one_clear_finding_to_another(responses in any_responses(built_in())) {
        let instrument = built_in();
        let before = classify(instrument, &responses);
        for (item, changed) in steps_up(instrument, &responses) {
            let after = classify(instrument, &changed);
            if before.is_clear() && after.is_clear() {
                prop_assert_eq!(told(&before), told(&after), "item {}", item);
            }
        }
    }

    #[test]
    fn raising_an_answer_never_lowers_its_score_nor_its_band(responses in any_responses(built_in())) {
        let instrument = built_in();
        let before = classify(instrument, &responses);
        for (_, changed) in steps_up(instrument, &responses) {
            let after = classify(instrument, &changed);
            for strain in Construct::STRAINS {
                let value = |found: &Classification| found.score(strain).map(|score| score.value);
                prop_assert!(value(&after) >= value(&before));
                // A strain that opens has no band that could be lower.
                let (before, after) = (before.verdict(strain).band, after.verdict(strain).band);
                prop_assert!(after.is_none() || before.is_none() || after >= before);
            }
        }
    }

    #[test]
    fn skipping_an_item_never_changes_a_verdict_that_bounds_settle(responses in any_responses(built_in())) {
        let instrument = built_in();
        for item in instrument.core() {
            let mut skipped = responses.clone();
            skipped.set_item(instrument, item, None);
            let (before, after) = (classify(instrument, &responses), classify(instrument, &skipped));
            for strain in Construct::STRAINS {
                if after.verdict(strain).by_bounds {
                    prop_assert_eq!(before.verdict(strain).band, after.verdict(strain).band);
                }
            }
        }
    }

    #[test]
    fn nobody_with_a_raised_part_is_told_of_no_notable_strain(responses in any_responses(built_in())) {
        let found = classify(built_in(), &responses);
        if !found.raised.is_empty() {
            let name = found.finding.name();
            prop_assert!(!name.starts_with("none") && name != "everyday_tiredness" && name != "impact_alone");
        }
    }

    #[test]
    fn the_answers_of_one_part_may_be_exchanged(responses in any_responses(built_in())) {
        let instrument = built_in();
        let before = classify(instrument, &responses);
        for scale in instrument.scales() {
            for facet in &scale.facets {
                let [one, other] = [facet.items[0], facet.items[1]];
                if instrument.keyed(one, 0) != instrument.keyed(other, 0) {
                    continue;
                }
                let mut exchanged = responses.clone();
                exchanged.set_item(instrument, one, responses.item(other));
                exchanged.set_item(instrument, other, responses.item(one));
                prop_assert_eq!(classify(instrument, &exchanged), before);
            }
        }
    }

    #[test]
    fn the_changed_answer_is_the_first_that_trying_every_answer_finds(responses in any_responses(built_in())) {
        let instrument = built_in();
        let told = |responses: &Responses| {
            let found = classify(instrument, responses);
            let parts = if found.finding.is_ordinary() { (found.raised, found.watched) } else { Default::default() };
            (found.finding, parts)
        };
        let now = told(&responses);
        let moved_by = |item: usize| {
            responses.item(item).is_some_and(|option| {
                [option.wrapping_sub(1), option + 1].into_iter().any(|other| {
                    let mut changed = responses.clone();
                    changed.set_item(instrument, item, Some(other));
                    told(&changed) != now
                })
            })
        };
        let situation = |question: usize| {
            responses.context(question).is_some() && (0..5).any(|option| {
                let mut changed = responses.clone();
                changed.set_context(instrument, question, Some(option));
                told(&changed) != now
            })
        };
        let item = (0..instrument.items().len()).find(|&item| moved_by(item)).map(Changed::Item);
        let question =
            (0..instrument.context().len()).find(|&question| situation(question)).map(Changed::Context);
        prop_assert_eq!(one_changed_answer(profiled(instrument), &responses), item.or(question));
    }
}
