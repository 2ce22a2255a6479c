//! Any number of files, tabs and devices are one history, in whatever order and however often they come
//! together.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::export::{Source, json};
use burnout_screener::history::{Check, Date, History, MOST_CARRIED, MOST_CHECKS};
use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::{built_in, cases, english, english_texts, read_history};
use proptest::prelude::*;
use serde_json::{Value, json as value};

const OPTIONS: [&str; 3] = ["never", "sometimes", "nearly_always"];

/// A check as it stands in a file. Ids, days and answers are few, so that many are shared.
fn any_check(ids: usize) -> impl Strategy<Value = Value> {
    let role = prop::option::of(prop::sample::select(vec!["work", "caring", "both"]));
    (0..ids, 0_usize..400, role, 0..OPTIONS.len(), 0_u8..10).prop_map(
        |(id, year, role, answer, kind)| {
            let mut check = value!({
                "id": format!("id-{id}"),
                "date": format!("{}-01-01", 1900 + year),
                "instrument": { "id": "helping-strain", "version": "2.0.0" },
                "answers": { "sleepy_when_needed_awake": OPTIONS[answer] },
                "context": {},
            });
            if let Some(role) = role {
                check["role"] = role.into();
            }
            match kind {
                0 => check["more"] = year.into(),
                1 => check["instrument"]["id"] = "ward-strain".into(),
                2 => check["instrument"]["version"] = "3.0.0".into(),
                3 => check["instrument"]["version"] = "2.4.0".into(),
                _ => {}
            }
            check
        },
    )
}

fn of(instrument: &Instrument, checks: Vec<Value>) -> History {
    if checks.is_empty() {
        return History::default();
    }
    let file = value!({ "burnout-screener": "check-in", "format": 2, "checks": checks });
    History::default().join(&read_history(instrument, &file).unwrap())
}

/// A history of a few checks, or of more than there is room for.
fn any_history(instrument: &Instrument) -> impl Strategy<Value = History> + use<> {
    let instrument = instrument.clone();
    let few = prop::collection::vec(any_check(4), 0..8);
    let many = prop::collection::vec(any_check(500), 150..400);
    prop_oneof![3 => few, 1 => many].prop_map(move |checks| of(&instrument, checks))
}

fn any_present() -> impl Strategy<Value = Check> {
    let role = prop::option::of(prop::sample::select(Role::ALL.to_vec()));
    (0_usize..500, 0_usize..400, role, prop::option::of(0_u8..5)).prop_map(
        |(id, year, role, answer)| {
            let instrument = built_in();
            let mut responses = Responses::new(&instrument);
            responses.set_item(&instrument, 0, answer);
            let date = Date::new(&format!("{}-01-01", 1900 + year)).unwrap();
            Check { date, id: format!("id-{id}"), role, responses, raw: None }
        },
    )
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn joining_knows_no_order_and_no_number(
        one in any_history(&built_in()),
        two in any_history(&built_in()),
        three in any_history(&built_in()),
    ) {
        prop_assert_eq!(one.join(&two), two.join(&one));
        prop_assert_eq!(one.join(&two).join(&three), one.join(&two.join(&three)));
        prop_assert_eq!(&one.join(&one), &one);
        prop_assert_eq!(one.join(&two).join(&two), one.join(&two));
        prop_assert_eq!(&one.join(&History::default()), &one);
    }

    #[test]
    fn a_join_holds_all_there_is_room_for_and_says_when_that_is_not_all(
        one in any_history(&built_in()),
        two in any_history(&built_in()),
    ) {
        let both = one.join(&two);
        prop_assert!(both.checks().len() <= MOST_CHECKS && both.carried().len() <= MOST_CARRIED);
        prop_assert!(both.checks().is_sorted() && both.carried().is_sorted());
        let oldest = both.checks().first();
        let mut lost = false;
        for check in one.checks().iter().chain(two.checks()) {
            // Of two that are the same, the one whose file says more stands for both.
            let is_in = both.checks().iter().any(|kept| {
                let bare = Check { raw: check.raw.clone(), ..kept.clone() };
                bare == *check && (check.raw.is_none() || kept.raw == check.raw)
            });
            prop_assert!(is_in || Some(check) < oldest, "{:?}", check);
            lost |= !is_in;
        }
        prop_assert_eq!(one.is_too_much_with(&two).is_some(), lost);
        prop_assert!(!lost || both.checks().len() == MOST_CHECKS);
        for carried in one.carried().iter().chain(two.carried()) {
            prop_assert!(both.carried().contains(carried));
        }
    }

    #[test]
    fn the_present_check_is_always_in_and_never_twice(
        history in any_history(&built_in()),
        present in any_present(),
    ) {
        let with = history.with(present.clone());
        let own: Vec<&Check> = with.checks().iter().filter(|check| check.id == present.id).collect();
        prop_assert_eq!(own, [&present]);
        prop_assert!(with.checks().len() <= MOST_CHECKS && with.checks().is_sorted());
        prop_assert_eq!(&with.with(present.clone()), &with);
        prop_assert_eq!(with.carried(), history.carried());
        let others = |all: &History| {
            all.checks().iter().filter(|check| check.id != present.id).count()
        };
        prop_assert_eq!(others(&with) < others(&history), history.is_full_for(&present));
        prop_assert_eq!(others(&with.without(&present.id)), others(&history).min(MOST_CHECKS - 1));
    }

    #[test]
    fn what_is_written_reads_back_and_joins_to_itself(history in any_history(&built_in())) {
        prop_assume!(!history.is_empty());
        let instrument = built_in();
        let texts = english_texts(&instrument);
        let (locale, history) = (english(), &history);
        let source = Source { instrument: &instrument, texts: &texts, locale: &locale, history };
        let file: Value = serde_json::from_str(&json(&source)).unwrap();
        let read = read_history(&instrument, &file).unwrap();
        prop_assert_eq!(&read, history);
        prop_assert_eq!(&read.join(history), history);
    }
}
