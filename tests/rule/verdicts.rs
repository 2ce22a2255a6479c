//! A strain's verdict: bounds first, then the half rule, else open.

use burnout_screener::profile::{Band, StrainVerdict};

use crate::built_in;
use crate::common::classify;
use crate::common::person::Person;
use crate::strain::{STRAINS, Strain, with_sum};

fn verdict(strain: &Strain, person: &Person) -> StrainVerdict {
    let instrument = built_in();
    classify(instrument, &person.responses(instrument)).verdict(strain.construct)
}

/// So many items of everybody and of the bank answered, adding so much together.
fn answering(strain: &Strain, core: usize, bank: usize, sum: usize) -> Person {
    let items = [&strain.core()[..core], &strain.bank()[..bank]].concat();
    with_sum(Person::default(), &items, sum)
}

#[test]
fn with_everything_answered_each_sum_is_in_the_band_that_the_margins_give_it() {
    for strain in STRAINS {
        let all = strain.core().len();
        for bank in [0, 3, 6] {
            for sum in 0..=4 * (all + bank) {
                let found = verdict(&strain, &answering(&strain, all, bank, sum));
                let band = Some(strain.band(all + bank, sum));
                assert_eq!(found, StrainVerdict { band, by_bounds: false }, "{bank} {sum}");
            }
        }
    }
}

#[test]
fn with_items_left_out_bounds_decide_first_and_then_the_half_rule() {
    for strain in STRAINS {
        let all = strain.core().len();
        for (core, bank) in (0..all).flat_map(|core| [(core, 0), (core, 6)]) {
            let answers = core + bank;
            for sum in 0..=4 * answers {
                let found = verdict(&strain, &answering(&strain, core, bank, sum));
                let lowest = strain.band(all + bank, sum);
                let highest = strain.band(all + bank, sum + 4 * (all - core));
                // In turns, three answers are one in each part.
                let enough = answers >= 3 && 2 * answers >= all;
                let band = if answers > 0 && lowest == highest {
                    Some(lowest)
                } else if enough {
                    Some(strain.band(answers, sum))
                } else {
                    None
                };
                let by_bounds = answers > 0 && lowest == highest && !enough;
                assert_eq!(found, StrainVerdict { band, by_bounds }, "{core} {bank} {sum}");
            }
        }
    }
}

#[test]
fn without_an_answer_in_each_part_half_of_all_is_not_enough() {
    let strain = &STRAINS[0];
    let of_two_parts: Vec<String> = ["exhaustion", "distance"]
        .iter()
        .flat_map(|part| crate::common::person::items_of(part))
        .collect();
    let core: Vec<String> =
        of_two_parts.into_iter().filter(|id| !crate::common::person::is_bank(id)).collect();
    assert_eq!(core.len(), 9);
    assert!(verdict(strain, &with_sum(Person::default(), &core, 18)).is_open());
    let one_more = with_sum(Person::default(), &core, 18).item("felt_done_badly", 2);
    assert_eq!(verdict(strain, &one_more).band, Some(Band::JustAbove));
}

#[test]
fn everything_at_the_top_with_items_left_out_is_clearly_above_by_bounds() {
    for strain in STRAINS {
        let all = strain.core();
        let last_part = crate::common::person::items_of(strain.parts[2]);
        let others: Vec<String> =
            all.iter().filter(|id| !last_part.contains(id)).cloned().collect();
        let found = verdict(&strain, &with_sum(Person::default(), &others, 4 * others.len()));
        assert_eq!(found, StrainVerdict { band: Some(Band::ClearlyAbove), by_bounds: true });
    }
}

#[test]
fn no_answers_are_open() {
    let instrument = built_in();
    let found = classify(instrument, &Person::default().responses(instrument));
    assert_eq!(
        (found.burnout, found.compassion_fatigue),
        (StrainVerdict::OPEN, StrainVerdict::OPEN)
    );
    assert_eq!(found.finding.name(), "not_enough");
}

#[test]
fn a_bank_item_without_an_answer_is_never_left_out() {
    let strain = &STRAINS[0];
    for sum in 0..=48 {
        let asked = answering(strain, 12, 0, sum);
        let instrument = built_in();
        let mut responses = asked.responses(instrument);
        let before = classify(instrument, &responses);
        let bank: Vec<usize> = (instrument.core().end..instrument.items().len()).collect();
        responses.ask(&bank);
        assert_eq!(classify(instrument, &responses), before);
    }
}

#[test]
fn the_error_widens_with_what_is_left_out_and_narrows_with_the_bank() {
    let instrument = built_in();
    for strain in STRAINS {
        let errors: Vec<f64> = [(6, 0), (10, 0), (10, 6)]
            .map(|(core, bank)| {
                let person = answering(&strain, core, bank, core + bank);
                let found = classify(instrument, &person.responses(instrument));
                let error = found.score(strain.construct).unwrap().error.unwrap();
                assert!((error - strain.error(core + bank)).abs() < 1e-9);
                error
            })
            .to_vec();
        assert!(errors.is_sorted_by(|wider, narrower| wider > narrower), "{errors:?}");
    }
}
