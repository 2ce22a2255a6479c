//! The extra block: what is offered, and what answers to it count.

use burnout_screener::profile::{Band, offers};

use crate::built_in;
use crate::common::person::Person;
use crate::common::{classify, profiled};
use crate::strain::{STRAINS, with_sum};

/// With these sums on the two strains, of 48 and 40.
fn person(burnout: usize, compassion_fatigue: usize) -> Person {
    let [b, c] = &STRAINS;
    with_sum(with_sum(Person::well(), &b.core(), burnout), &c.core(), compassion_fatigue)
}

fn offered(person: &Person) -> Vec<String> {
    let instrument = built_in();
    let places = offers(profiled(instrument), &person.responses(instrument));
    places.into_iter().map(|place| instrument.items()[place].id.clone()).collect()
}

/// The bank of a strain in the order of the file.
fn bank(strain: usize) -> Vec<String> {
    let own = STRAINS[strain].bank();
    let instrument = built_in();
    let ids = instrument.items().iter().map(|item| item.id.clone());
    ids.filter(|id| own.contains(id)).collect()
}

#[test]
fn nothing_is_offered_where_both_strains_are_clear_or_open() {
    for clear in [person(0, 0), person(48, 0), person(0, 40), person(48, 40), Person::default()] {
        assert!(offered(&clear).is_empty());
    }
}

#[test]
fn the_bank_of_the_strain_near_its_line_is_offered_in_the_order_of_the_file() {
    assert_eq!(bank(0).len(), 6);
    assert_eq!(offered(&person(24, 0)), bank(0));
    assert_eq!(offered(&person(23, 0)), bank(0));
    assert_eq!(offered(&person(48, 16)), bank(1));
}

#[test]
fn of_two_near_their_lines_the_nearer_comes_first_and_burnout_among_equals() {
    assert_eq!(offered(&person(24, 16)), [bank(0), bank(1)].concat());
    assert_eq!(offered(&person(25, 16)), [bank(1), bank(0)].concat());
    assert_eq!(offered(&person(24, 17)), [bank(0), bank(1)].concat());
}

#[test]
fn what_is_answered_is_not_offered_again() {
    let all = bank(0);
    let answered = person(24, 0).item(&all[0], 2);
    assert_eq!(offered(&answered), all[1..]);
}

#[test]
fn answers_to_the_bank_count_for_good() {
    let instrument = built_in();
    let near = person(24, 0);
    let verdict =
        |person: &Person| classify(instrument, &person.responses(instrument)).burnout.band;
    assert_eq!(verdict(&near), Some(Band::JustAbove));
    let high = with_sum(near.clone(), &STRAINS[0].bank(), 24);
    assert_eq!(verdict(&high), Some(STRAINS[0].band(18, 48)));
    // Also where the strain without them would not be near any more.
    let raised = with_sum(high, &STRAINS[0].core(), 36);
    assert_eq!(verdict(&raised), Some(STRAINS[0].band(18, 60)));
}
