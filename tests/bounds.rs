//! The short form ends where nothing that is still open could change the result: not later, not sooner.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::HashMap;

use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::profile::{self, Classification, Verdict};
use burnout_screener::response::Responses;
use common::{
    COUNTS, State, all_states, answer, any_responses, build, built_in, cases, classify,
    instrument_json, profiled, say, scale, uneven, with_sums,
};
use proptest::prelude::*;
use serde_json::json;

fn is_decided(instrument: &Instrument, responses: &Responses) -> bool {
    profile::is_decided(profiled(instrument), responses)
}

/// What must not change any more.
type Result = (Verdict, Option<Construct>);

fn result(instrument: &Instrument, responses: &Responses) -> Result {
    let Classification { verdict, lead, .. } = classify(instrument, responses);
    (verdict, lead)
}

#[test]
fn with_nothing_answered_nothing_is_decided_and_with_everything_everything_is() {
    let instrument = built_in();
    assert!(!is_decided(&instrument, &Responses::new(&instrument)));
    for (b, c, f) in [(0, 0, 0), (24, 16, 8), (48, 40, 16)] {
        assert!(is_decided(&instrument, &with_sums(&instrument, b, c, f)));
    }
}

#[test]
fn a_strain_far_above_its_line_needs_no_answers_about_tiredness() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 48, 0, 0);
    for item in scale(&instrument, Construct::Tiredness).items() {
        responses.set_item(&instrument, item, None);
    }
    assert!(is_decided(&instrument, &responses));
    for item in scale(&instrument, Construct::Burnout).items() {
        responses.set_item(&instrument, item, Some(0));
    }
    assert!(!is_decided(&instrument, &responses), "which kind of ordinary is still open");
}

/// An instrument small enough to go through every set of responses: three options, and three, three
/// and two items.
fn small(lines: [f64; 3], deviations: [f64; 3], values: [u8; 3]) -> Instrument {
    let mut definition = instrument_json();
    let options = definition["option_sets"]["frequency"].as_array_mut().unwrap();
    options.truncate(3);
    for (option, value) in options.iter_mut().zip(values) {
        option["value"] = value.into();
    }
    let facets = [
        json!([
            { "id": "exhaustion", "items": ["item_0", "item_1"] },
            { "id": "distance", "items": ["item_2"] },
        ]),
        json!([
            { "id": "intrusion", "items": ["item_3", "item_4"] },
            { "id": "avoidance", "items": ["item_5"] },
        ]),
        json!([{ "id": "tired", "items": ["item_6", "item_7"] }]),
    ];
    for (place, facets) in facets.into_iter().enumerate() {
        let scale = &mut definition["scales"][place];
        scale["facets"] = facets;
        scale["precision"] =
            json!({ "deviation": deviations[place], "reliability": 0.5, "retest": 0.5 });
        let role = ["burnout", "compassion_fatigue", "tired"][place];
        definition["profile"][role]["line"] = lines[place].into();
        definition["profile"][role]["parts"] = json!({});
    }
    definition["items"] = (0..8)
        .map(|number| {
            let keying = if number % 3 == 1 { "reversed" } else { "direct" };
            json!({ "id": format!("item_{number}"), "keying": keying })
        })
        .collect();
    build(definition).unwrap()
}

/// All sets of responses to the small instrument: each of eight items has one of three answers or none.
fn by_number(instrument: &Instrument, mut number: usize, exposure: &str) -> Responses {
    let mut responses = Responses::new(instrument);
    say(instrument, &mut responses, "exposure", exposure);
    for item in 0..8 {
        let option = u8::try_from(number % 4).unwrap();
        responses.set_item(instrument, item, option.checked_sub(1));
        number /= 4;
    }
    responses
}

/// Whether every completion has the result that is there, by trying each: the items from `item` on.
fn all_same(results: &[Result], number: usize, item: u32, wanted: Result) -> bool {
    if item == 8 {
        return results[number] == wanted;
    }
    let digit = 4_usize.pow(item);
    let is_open = (number / digit).is_multiple_of(4);
    let answers = if is_open { 0..4 } else { 0..1 };
    answers.into_iter().all(|answer| all_same(results, number + answer * digit, item + 1, wanted))
}

#[test]
fn it_is_decided_exactly_where_every_completion_of_any_responses_has_the_same_result() {
    let (mut early, mut undecided) = (0, 0);
    for (lines, deviations, values, exposure) in [
        ([50.0, 40.0, 50.0], [25.0, 25.0, 32.0], [0, 1, 2], "weekly"),
        ([50.0, 40.0, 50.0], [25.0, 25.0, 32.0], [0, 1, 2], "never"),
        ([40.0, 60.0, 55.0], [40.0, 26.0, 40.0], [1, 2, 3], "weekly"),
    ] {
        let instrument = small(lines, deviations, values);
        let sets: Vec<Responses> =
            (0..4_usize.pow(8)).map(|number| by_number(&instrument, number, exposure)).collect();
        let results: Vec<Result> = sets.iter().map(|each| result(&instrument, each)).collect();
        for (number, responses) in sets.iter().enumerate() {
            let decided = is_decided(&instrument, responses);
            let same = all_same(&results, number, 0, results[number]);
            assert_eq!(decided, same, "{responses:?}");
            early += usize::from(decided && responses.skipped().next().is_some());
            undecided += usize::from(!decided);
        }
    }
    assert!(early > 1_000 && undecided > 1_000, "{early} {undecided}");
}

/// Every state that a scale can still come to from this one.
fn later(states: &[State], of: usize, from: State) -> impl Iterator<Item = &State> {
    states.iter().filter(move |&&(count, sum)| {
        (from.0..=of).contains(&count) && (from.1..=from.1 + 4 * (count - from.0)).contains(&sum)
    })
}

#[test]
fn in_the_built_in_questions_it_is_decided_exactly_where_every_state_to_come_has_the_same_result() {
    let instrument = built_in();
    let of = [12, 10, 4];
    let states = [0, 1, 2].map(|scale| all_states(COUNTS[scale].clone()));
    let few: [Vec<State>; 3] = [
        states[0].iter().filter(|(count, sum)| count % 2 == 0 && sum % 4 == 0).copied().collect(),
        states[1].iter().filter(|(count, sum)| count % 2 == 0 && sum % 2 == 0).copied().collect(),
        vec![(2, 0), (3, 1), (3, 12), (4, 7)],
    ];
    let mut responses = Responses::new(&instrument);
    let mut known: HashMap<[State; 3], Result> = HashMap::new();
    let mut early = 0;
    for &b in &few[0] {
        for &c in &few[1] {
            for &f in &few[2] {
                let mut at = |state: [State; 3]| {
                    *known.entry(state).or_insert_with(|| {
                        for (construct, state) in Construct::ALL.into_iter().zip(state) {
                            answer(&instrument, &mut responses, construct, state);
                        }
                        result(&instrument, &responses)
                    })
                };
                let now = at([b, c, f]);
                let same = later(&states[0], of[0], b).all(|&b| {
                    later(&states[1], of[1], c)
                        .all(|&c| later(&states[2], of[2], f).all(|&f| at([b, c, f]) == now))
                });
                for (construct, state) in Construct::ALL.into_iter().zip([b, c, f]) {
                    answer(&instrument, &mut responses, construct, state);
                }
                assert_eq!(is_decided(&instrument, &responses), same, "{b:?} {c:?} {f:?}");
                early += usize::from(same && (b.0, c.0, f.0) != (12, 10, 4));
            }
        }
    }
    assert!(early > 100, "{early}");
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn whatever_is_answered_after_the_short_form_has_ended_the_result_is_the_same(
        meant in any_responses(&built_in()),
        rest in proptest::collection::vec(proptest::option::of(0_u8..5), 26),
        is_uneven in any::<bool>(),
    ) {
        let instrument = if is_uneven { uneven() } else { built_in() };
        let mut responses = Responses::new(&instrument);
        for question in 0..instrument.context().len() {
            responses.set_context(&instrument, question, meant.context(question));
        }
        let mut open = instrument.short_order().iter();
        while !is_decided(&instrument, &responses) {
            let Some(&item) = open.next() else { break };
            responses.set_item(&instrument, item, meant.item(item));
        }
        if is_decided(&instrument, &responses) {
            let ended = result(&instrument, &responses);
            for item in responses.clone().skipped() {
                responses.set_item(&instrument, item, rest[item]);
                prop_assert_eq!(result(&instrument, &responses), ended);
                prop_assert!(is_decided(&instrument, &responses), "decided once is decided");
            }
            for item in open {
                responses.set_item(&instrument, *item, meant.item(*item));
            }
            prop_assert_eq!(result(&instrument, &responses), ended);
        }
    }
}
