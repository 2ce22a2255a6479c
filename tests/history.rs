//! Earlier checks: what was written reads back, and what is wrong is refused with a reason.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::rc::Rc;

use burnout_screener::export::{Source, json};
use burnout_screener::history::{Check, Date, History, HistoryError, MOST_CARRIED, MOST_CHECKS};
use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::response::Responses;
use burnout_screener::session::{Action, Question, Role, Session};
use common::{
    build, built_in, classify, english, english_texts, instrument_json, read_history as read,
    with_sums,
};
use serde_json::{Value, json as value};

fn day(text: &str) -> Date {
    Date::new(text).unwrap()
}

/// A check that has the day for its id.
fn check(instrument: &Instrument, date: &str, sums: (usize, usize, usize)) -> Check {
    let responses = with_sums(instrument, sums.0, sums.1, sums.2);
    Check { date: day(date), id: date.to_owned(), role: Some(Role::Several), responses, raw: None }
}

/// Two checks, four weeks apart.
fn history(instrument: &Instrument) -> History {
    (History::default()).with(check(instrument, "2026-10-28", (30, 10, 8))).with(check(
        instrument,
        "2026-11-25",
        (12, 10, 8),
    ))
}

fn write(instrument: &Instrument, history: &History) -> String {
    let texts = english_texts(instrument);
    json(&Source { instrument, texts: &texts, locale: &english(), history })
}

fn file(instrument: &Instrument) -> Value {
    serde_json::from_str(&write(instrument, &history(instrument))).unwrap()
}

/// What is said about the file after a change.
fn refused(change: impl FnOnce(&mut Value)) -> HistoryError {
    let instrument = built_in();
    let mut file = file(&instrument);
    change(&mut file);
    read(&instrument, &file).unwrap_err()
}

#[test]
fn what_was_written_reads_back() {
    let instrument = built_in();
    assert_eq!(read(&instrument, &file(&instrument)), Ok(history(&instrument)));
}

#[test]
fn a_file_without_a_check_is_refused() {
    let instrument = built_in();
    let none: Value = serde_json::from_str(&write(&instrument, &History::default())).unwrap();
    assert_eq!(read(&instrument, &none), Err(HistoryError::Empty));
    assert_eq!(HistoryError::Empty.to_string(), "the check-in file holds no check");
}

#[test]
fn the_present_check_is_what_the_session_holds() {
    let session = (Session::new(Rc::new(built_in())))
        .update(Action::Answer(Question::Item(3), Some(4)))
        .update(Action::Answer(Question::Context(0), Some(2)));
    let check = Check::new(&session, day("2026-11-25"), "a".to_owned());
    assert_eq!((check.role, &check.responses), (None, session.responses()));
    assert_eq!((check.date.as_str(), check.id.as_str()), ("2026-11-25", "a"));
    let session = session.update(Action::Answer(Question::Role, Some(1)));
    assert_eq!(Check::new(&session, check.date, check.id).role, Some(Role::Caring));
}

#[test]
fn only_days_that_exist_are_dates() {
    for text in ["2026-11-25", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(Date::new(text).as_ref().map(Date::as_str), Some(text));
    }
    for text in [
        "",
        "2026-11-31",
        "2026-02-29",
        "1900-02-29",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "0000-01-01",
        "2026-1-1",
        "26-11-2025",
        "2026/11/25",
        "2026-11-25T00:00",
        "+026-11-25",
        "２０26-11-25",
        " 2026-11-2",
    ] {
        assert_eq!(Date::new(text), None, "{text}");
    }
}

#[test]
fn checks_stand_oldest_first_however_they_come() {
    let instrument = built_in();
    let dates = |history: &History| {
        history.checks().iter().map(|check| check.date.as_str().to_owned()).collect::<Vec<_>>()
    };
    let late = history(&instrument).with(check(&instrument, "2026-11-01", (0, 0, 0)));
    assert_eq!(dates(&late), ["2026-10-28", "2026-11-01", "2026-11-25"]);
    let mut turned = file(&instrument);
    turned["checks"].as_array_mut().unwrap().reverse();
    assert_eq!(read(&instrument, &turned), Ok(history(&instrument)));
}

#[test]
fn two_checks_on_one_day_are_both_kept_and_the_same_one_is_not_doubled() {
    let instrument = built_in();
    let other = Check { id: "b".to_owned(), ..check(&instrument, "2026-11-25", (13, 10, 8)) };
    let twice = history(&instrument).with(other.clone());
    assert_eq!(twice.checks().len(), 3);
    assert!(twice.checks().contains(&other));
    assert_eq!(twice.with(check(&instrument, "2026-11-25", (12, 10, 8))), twice);
    assert_eq!(twice.join(&history(&instrument)), twice);
}

#[test]
fn a_check_takes_the_place_of_an_earlier_state_of_it() {
    let instrument = built_in();
    let later = Check { date: day("2026-11-26"), ..check(&instrument, "2026-11-25", (13, 10, 8)) };
    let history = history(&instrument).with(later.clone());
    assert_eq!(history.checks(), [check(&instrument, "2026-10-28", (30, 10, 8)), later]);
}

#[test]
fn two_states_of_a_check_that_come_from_two_files_are_both_kept() {
    let instrument = built_in();
    let of = |burnout| History::default().with(check(&instrument, "2026-11-25", (burnout, 10, 8)));
    assert_eq!(of(12).join(&of(13)).checks().len(), 2);
}

/// A check on each first of January of so many years from this one.
fn years(instrument: &Instrument, first: usize, count: usize) -> History {
    (first..first + count).fold(History::default(), |history, year| {
        history.join(&History::default().with(check(
            instrument,
            &format!("{year}-01-01"),
            (1, 1, 1),
        )))
    })
}

#[test]
fn the_oldest_check_gives_way_when_there_are_too_many() {
    let instrument = built_in();
    let full = years(&instrument, 2026, MOST_CHECKS);
    let next = check(&instrument, "2300-01-01", (1, 1, 1));
    assert!(full.is_full_for(&next));
    assert!(!full.is_full_for(&full.checks()[7]));
    assert!(!full.clone().without("2026-01-01").is_full_for(&next));
    let full = full.with(next);
    assert_eq!(full.checks().len(), MOST_CHECKS);
    assert_eq!(full.checks()[0].date, day("2027-01-01"));
    let file: Value = serde_json::from_str(&write(&instrument, &full)).unwrap();
    assert_eq!(read(&instrument, &file), Ok(full));
}

#[test]
fn the_present_check_is_in_also_where_all_others_lie_ahead_of_it() {
    let instrument = built_in();
    let now = check(&instrument, "2026-11-25", (12, 10, 8));
    let full = years(&instrument, 2100, MOST_CHECKS).with(now.clone());
    assert_eq!((full.checks().len(), &full.checks()[0]), (MOST_CHECKS, &now));
    assert_eq!(full.checks()[1].date, day("2101-01-01"));
}

#[test]
fn it_is_known_when_two_histories_are_too_much_together() {
    let instrument = built_in();
    let (one, other) = (years(&instrument, 2000, 120), years(&instrument, 2080, 120));
    assert_eq!(one.is_too_much_with(&other), None);
    assert_eq!(one.join(&other).checks().len(), MOST_CHECKS);
    let more = years(&instrument, 1999, 1);
    assert_eq!(other.join(&one).is_too_much_with(&more), Some(MOST_CHECKS));
    assert_eq!(one.join(&other).join(&more), one.join(&other));
}

#[test]
fn a_file_with_too_many_checks_is_refused() {
    let most = MOST_CHECKS + MOST_CARRIED;
    let error = refused(|file| {
        let one = file["checks"][0].clone();
        file["checks"] = vec![one; most + 1].into();
    });
    assert_eq!(error, HistoryError::TooMany(1001));
    assert_eq!(error.to_string(), "the check-in file holds 1001 checks: 1000 are the most");
}

#[test]
fn the_scores_in_a_file_are_not_looked_at() {
    let instrument = built_in();
    let mut forged = file(&instrument);
    forged["checks"][0]["scores"] = value!({ "burnout": "none at all" });
    forged["checks"][1].as_object_mut().unwrap().remove("scores");
    assert_eq!(read(&instrument, &forged), Ok(history(&instrument)));
}

#[test]
fn a_file_outlives_a_new_order_and_new_items() {
    let mut definition = instrument_json();
    // Of one block, and without the bank, which stands last.
    definition["items"].as_array_mut().unwrap()[4..30].reverse();
    definition["context"].as_array_mut().unwrap().reverse();
    let mut added = definition["items"][4].clone();
    added["id"] = "a_new_item".into();
    let items = definition["scales"][0]["facets"][0]["items"].as_array_mut().unwrap();
    items.push("a_new_item".into());
    definition["items"].as_array_mut().unwrap().insert(4, added);
    let (before, after) = (built_in(), build(definition).unwrap());
    let history = read(&after, &file(&before)).unwrap();
    let responses = &history.checks()[0].responses;
    let old = with_sums(&before, 30, 10, 8);
    assert!(responses.skipped().any(|item| item == 4), "the new item has no answer");
    assert_eq!(responses.skipped().count(), old.skipped().count() + 1);
    for construct in Construct::ALL {
        let value = |instrument, given| classify(instrument, given).score(construct).unwrap().value;
        assert_eq!(value(&after, responses), value(&before, &old), "{construct:?}");
    }
}

#[test]
fn what_is_no_check_in_file_is_told_apart_from_one_that_is_damaged() {
    let instrument = built_in();
    for foreign in [
        value!(null),
        value!([]),
        value!("x"),
        value!({}),
        value!({ "checks": [] }),
        value!({ "burnout-screener": 1 }),
        value!({ "burnout-screener": "instrument" }),
        instrument_json(),
    ] {
        assert_eq!(read(&instrument, &foreign), Err(HistoryError::Foreign), "{foreign}");
    }
    let own = value!({ "burnout-screener": "check-in" });
    assert_eq!(
        read(&instrument, &own),
        Err(HistoryError::Damaged { check: None, field: "format" })
    );
}

#[test]
fn damage_is_told_with_its_place() {
    let damage = |change: fn(&mut Value)| {
        let told = refused(change).to_string();
        let place = told.strip_prefix("the check-in file is damaged: bring an earlier copy (");
        place
            .and_then(|t| t.strip_suffix(" is missing or not what it must be)"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(damage(|file| file["format"] = value!("1")), "format");
    assert_eq!(damage(|file| file["format"] = value!(0)), "format");
    assert_eq!(damage(|file| file["format"] = value!(1.5)), "format");
    assert_eq!(damage(|file| file["checks"] = value!({})), "checks");
    assert_eq!(damage(|file| file["checks"][1]["instrument"] = value!(null)), "checks[1].id");
    assert_eq!(
        damage(|file| file["checks"][1]["instrument"]["version"] = value!(1)),
        "checks[1].version"
    );
    assert_eq!(damage(|file| file["checks"][1] = value!(7)), "checks[1].instrument");
    assert_eq!(damage(|file| file["checks"][1]["date"] = value!("2026-02-30")), "checks[1].date");
    assert_eq!(damage(|file| file["checks"][0]["id"] = value!("")), "checks[0].id");
    assert_eq!(damage(|file| file["checks"][0]["id"] = value!("x".repeat(65))), "checks[0].id");
    assert_eq!(damage(|file| file["checks"][0]["role"] = value!("pilot")), "checks[0].role");
    assert_eq!(damage(|file| file["checks"][0]["role"] = value!(null)), "checks[0].role");
    assert_eq!(damage(|file| file["checks"][0]["answers"] = value!([])), "checks[0].answers");
    assert_eq!(
        damage(|file| drop(file["checks"][1].as_object_mut().unwrap().remove("context"))),
        "checks[1].context"
    );
    for wrong in [value!(3), value!(null), value!("hourly"), value!(["daily"])] {
        let error = refused(|file| file["checks"][0]["answers"]["busy_day"] = wrong.clone());
        assert_eq!(error, HistoryError::Damaged { check: Some(0), field: "an answer" });
        let error = refused(|file| file["checks"][1]["context"]["impact"] = wrong);
        assert_eq!(error, HistoryError::Damaged { check: Some(1), field: "an answer" });
    }
    assert_eq!(
        damage(|file| file["checks"][0]["answers"]["no_such_item"] = value!("daily")),
        "checks[0].an answer"
    );
    assert_eq!(
        damage(|file| file["checks"][1]["context"]["no_such_question"] = value!("much")),
        "checks[1].an answer"
    );
}

#[test]
fn a_file_of_a_newer_format_is_not_called_damaged() {
    for format in [value!(3), value!(2.5), value!(300), value!(1e300)] {
        let error = refused(|file| {
            file["format"] = format;
            file["checks"] = value!("as nobody knows yet");
        });
        assert_eq!(error, HistoryError::Newer);
    }
}

#[test]
fn an_error_repeats_nothing_that_stands_in_a_file() {
    let long = "x".repeat(100_000);
    for error in [
        refused(|file| file["checks"][0]["id"] = value!(long)),
        refused(|file| file["checks"][0]["role"] = value!(long)),
        refused(|file| file["checks"][0]["answers"][&long] = value!("daily")),
        refused(|file| file["checks"][0]["answers"][&long] = value!(1)),
    ] {
        assert!(!error.to_string().contains("xxx"), "{error}");
        assert!(!error.told(&english()).contains("xxx"), "{error}");
    }
}

#[test]
fn a_person_is_told_each_error_in_words_of_its_own() {
    let locale = english();
    let all = [
        HistoryError::Foreign,
        HistoryError::Damaged { check: Some(1), field: "date" },
        HistoryError::Newer,
        HistoryError::Empty,
        HistoryError::TooMany(1001),
    ];
    let told: Vec<String> = all.iter().map(|error| error.told(&locale)).collect();
    for (place, words) in told.iter().enumerate() {
        let kept = ["Nothing was changed.", "What was open stays open."];
        assert!(kept.iter().any(|kept| words.ends_with(kept)), "{words}");
        assert!(!words.contains('{') && !told[..place].contains(words), "{words}");
    }
    assert!(told[4].contains("1000"));
}

#[test]
fn a_check_without_answers_is_a_check() {
    let instrument = built_in();
    let responses = Responses::new(&instrument);
    let date = day("2026-11-25");
    let empty = Check { date, id: "a".to_owned(), role: None, responses, raw: None };
    let history = History::default().with(empty);
    let file: Value = serde_json::from_str(&write(&instrument, &history)).unwrap();
    assert_eq!(read(&instrument, &file), Ok(history));
}
