//! Parts that stand out by themselves, and those worth watching.

use burnout_screener::instrument::{Part, PartSet};
use burnout_screener::profile::Classification;

use crate::built_in;
use crate::common::classify;
use crate::common::person::{BURNOUT, Person, SUFFERING, is_bank, items_of};
use crate::strain::with_sum;

fn found(person: &Person) -> Classification {
    let instrument = built_in();
    classify(instrument, &person.responses(instrument))
}

fn only(part: &str) -> PartSet {
    let part = Part::ALL.into_iter().find(|known| known.name() == part).unwrap();
    PartSet::default().with(part)
}

/// The items of a part: those of everybody, then those of the bank.
fn items(part: &str) -> (Vec<String>, Vec<String>) {
    items_of(part).into_iter().partition(|id| !is_bank(id))
}

/// What the document says of a sum: 2 raised, 1 worth watching.
fn word(answers: usize, sum: usize) -> u8 {
    let mean = 25.0 * sum as f64 / answers as f64;
    let watch = 62.5_f64.min(75.0 - 25.0 / answers as f64);
    u8::from(mean >= watch) + u8::from(mean >= 75.0)
}

#[test]
fn every_sum_of_every_part_has_its_word_by_bounds_or_by_two_answers() {
    for part in BURNOUT.into_iter().chain(SUFFERING) {
        let (core, bank) = items(part);
        for (asked, more) in
            (0..=core.len()).flat_map(|asked| (0..=2).map(move |more| (asked, more)))
        {
            let answered = asked + more;
            let open = core.len() - asked;
            for sum in 0..=4 * answered {
                let own = [&core[..asked], &bank[..more]].concat();
                let found = found(&with_sum(Person::default(), &own, sum));
                let (lowest, highest) =
                    (word(answered + open, sum), word(answered + open, sum + 4 * open));
                let expected = if lowest == highest {
                    lowest
                } else if answered >= 2 {
                    word(answered, sum)
                } else {
                    0
                };
                let (raised, watched) = match expected {
                    2 => (only(part), PartSet::default()),
                    1 => (PartSet::default(), only(part)),
                    _ => (PartSet::default(), PartSet::default()),
                };
                let case = format!("{part} {asked} {more} {sum}");
                // A strain that is clearly above takes its parts along.
                let clear =
                    found.burnout.is_clearly_above() || found.compassion_fatigue.is_clearly_above();
                let expected = if clear { Default::default() } else { (raised, watched) };
                assert_eq!((found.raised, found.watched), expected, "{case}");
            }
        }
    }
}

#[test]
fn a_part_of_a_strain_that_is_clearly_above_does_not_count_and_one_of_the_other_does() {
    let person = Person::well().strain(BURNOUT, 4).part("intrusion", 3);
    let found = found(&person);
    assert!(found.burnout.is_clearly_above() && found.compassion_fatigue.is_clearly_below());
    assert_eq!(found.raised, only("intrusion"));
    assert_eq!(found.finding.name(), "burnout");
}

#[test]
fn a_raised_part_is_never_no_notable_strain() {
    for part in BURNOUT.into_iter().chain(SUFFERING) {
        for tired in 0..=4 {
            let person = Person::well().part(part, 3).part("tired", tired);
            assert_eq!(found(&person).finding.name(), "raised_part", "{part} {tired}");
        }
    }
}

#[test]
fn parts_worth_watching_stand_beside_the_finding() {
    let (core, _) = items("avoidance");
    let person = with_sum(Person::well(), &core, 8);
    let found = found(&person);
    assert_eq!((found.finding.name(), found.watched), ("none", only("avoidance")));
    assert!(!found.is_clear());
}
