//! The words for tiredness and rest repeat the answers: every pair of answers has its word.

use burnout_screener::profile::{Rest, Tired};

use crate::built_in;
use crate::common::classify;
use crate::common::person::{Person, items_of};

const ANSWERS: [Option<u8>; 6] = [None, Some(0), Some(1), Some(2), Some(3), Some(4)];

/// The word for two answers that may be left out: 0 is the lowest of three.
fn word(one: Option<u8>, other: Option<u8>) -> Option<usize> {
    let given: Vec<f64> = [one, other].into_iter().flatten().map(f64::from).collect();
    if given.is_empty() {
        return None;
    }
    let mean = 25.0 * given.iter().sum::<f64>() / given.len() as f64;
    Some(if mean <= 37.5 {
        0
    } else if mean < 62.5 {
        1
    } else {
        2
    })
}

fn answering(scale: &str, answers: [Option<u8>; 2]) -> Person {
    items_of(scale).iter().zip(answers).fold(Person::default(), |person, (id, answer)| match answer
    {
        Some(option) => person.item(id, option),
        None => person,
    })
}

#[test]
fn every_two_answers_have_their_word() {
    let instrument = built_in();
    for (one, other) in ANSWERS.into_iter().flat_map(|one| ANSWERS.map(|other| (one, other))) {
        let word = word(one, other);
        let tired = answering("tired", [one, other]).responses(instrument);
        let expected = [Tired::No, Tired::Somewhat, Tired::Yes];
        let expected = word.map_or(Tired::NotSaid, |word| expected[word]);
        assert_eq!(classify(instrument, &tired).tired, expected, "{one:?} {other:?}");
        let rest = answering("recovery", [one, other]).responses(instrument);
        let expected = [Rest::DoesNotHelp, Rest::InPart, Rest::Helps];
        let expected = word.map_or(Rest::NotSaid, |word| expected[word]);
        assert_eq!(classify(instrument, &rest).rest, expected, "{one:?} {other:?}");
    }
}

#[test]
fn no_single_step_leads_from_one_end_to_the_other() {
    for (one, other) in ANSWERS.into_iter().flat_map(|one| ANSWERS.map(|other| (one, other))) {
        let Some(next) = one.map(|one| one + 1).filter(|next| *next <= 4) else { continue };
        let steps = (word(one, other), word(Some(next), other));
        assert_ne!(steps, (Some(0), Some(2)), "{one:?} {other:?}");
    }
}
