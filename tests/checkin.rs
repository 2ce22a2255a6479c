//! Earlier checks: what was written reads back, what is wrong is refused with a reason, and a change
//! counts only when it is more than chance.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::rc::Rc;

use burnout_screener::checkin::{
    Change, CheckIn, CheckInError, Date, History, MOST_CHECKS, change,
};
use burnout_screener::export::{Source, json};
use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::response::Responses;
use burnout_screener::scoring::Score;
use burnout_screener::session::{Action, Question, Role, Session};
use burnout_screener::tree::Tree;
use common::{
    build, built_in, classify, english, english_texts, instrument_json, scale, with_sums,
};
use serde_json::{Value, json as value};

fn day(text: &str) -> Date {
    Date::new(text).unwrap()
}

fn check(instrument: &Instrument, date: &str, sums: (usize, usize, usize)) -> CheckIn {
    let responses = with_sums(instrument, sums.0, sums.1, sums.2);
    CheckIn { date: day(date), role: Role::Both, responses }
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

fn read(instrument: &Instrument, file: &Value) -> Result<History, CheckInError> {
    let tree: Tree = serde_json::from_value(file.clone()).unwrap();
    History::read(&tree, instrument)
}

/// What is said about the file after a change.
fn refused(change: impl FnOnce(&mut Value)) -> CheckInError {
    let instrument = built_in();
    let mut file = file(&instrument);
    change(&mut file);
    read(&instrument, &file).unwrap_err()
}

#[test]
fn what_was_written_reads_back() {
    let instrument = built_in();
    assert_eq!(read(&instrument, &file(&instrument)), Ok(history(&instrument)));
    let none: Value = serde_json::from_str(&write(&instrument, &History::default())).unwrap();
    assert_eq!(read(&instrument, &none), Ok(History::default()));
}

#[test]
fn the_present_check_is_what_the_session_holds() {
    let session = (Session::new(Rc::new(built_in())))
        .update(Action::Answer(Question::Role, Some(1)))
        .update(Action::Answer(Question::Item(3), Some(4)))
        .update(Action::Answer(Question::Context(0), Some(2)));
    let check = CheckIn::new(&session, day("2026-11-25"));
    assert_eq!((check.role, &check.responses), (Role::Caring, session.responses()));
    assert_eq!(check.date.as_str(), "2026-11-25");
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
    let twice = history(&instrument).with(check(&instrument, "2026-11-25", (13, 10, 8)));
    assert_eq!(twice.checks().len(), 3);
    assert_eq!(twice.checks()[2], check(&instrument, "2026-11-25", (13, 10, 8)));
    assert_eq!(twice.with(check(&instrument, "2026-11-25", (12, 10, 8))), twice);
}

#[test]
fn the_oldest_check_gives_way_when_there_are_too_many() {
    let instrument = built_in();
    let dates = (0..=MOST_CHECKS).map(|place| format!("{}-01-01", 2026 + place));
    let full = dates.fold(History::default(), |history, date| {
        history.with(check(&instrument, &date, (1, 1, 1)))
    });
    assert_eq!(full.checks().len(), MOST_CHECKS);
    assert_eq!(full.checks()[0].date, day("2027-01-01"));
    let file: Value = serde_json::from_str(&write(&instrument, &full)).unwrap();
    assert_eq!(read(&instrument, &file), Ok(full));
}

#[test]
fn a_file_with_too_many_checks_is_refused() {
    let error = refused(|file| {
        let one = file["checks"][0].clone();
        file["checks"] = vec![one; MOST_CHECKS + 1].into();
    });
    assert_eq!(error, CheckInError::TooMany(201));
    assert_eq!(error.to_string(), "the check-in file holds 201 checks: 200 are the most");
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
    definition["version"] = "1.1.0".into();
    definition["items"].as_array_mut().unwrap().reverse();
    definition["context"].as_array_mut().unwrap().reverse();
    let mut added = definition["items"][0].clone();
    added["id"] = "a_new_item".into();
    let items = definition["scales"][0]["facets"][0]["items"].as_array_mut().unwrap();
    items.push("a_new_item".into());
    definition["items"].as_array_mut().unwrap().insert(0, added);
    let (before, after) = (built_in(), build(definition).unwrap());
    let history = read(&after, &file(&before)).unwrap();
    let responses = &history.checks()[0].responses;
    assert_eq!(responses.skipped().collect::<Vec<_>>(), [0]);
    let old = with_sums(&before, 30, 10, 8);
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
        assert_eq!(read(&instrument, &foreign), Err(CheckInError::Foreign), "{foreign}");
    }
    let own = value!({ "burnout-screener": "check-in" });
    assert_eq!(
        read(&instrument, &own),
        Err(CheckInError::Damaged { check: None, field: "format" })
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
    assert_eq!(damage(|file| file["format"] = value!(0.5)), "format");
    assert_eq!(damage(|file| file["instrument"] = value!(null)), "id");
    assert_eq!(damage(|file| file["instrument"]["version"] = value!(1)), "version");
    assert_eq!(damage(|file| file["checks"] = value!({})), "checks");
    assert_eq!(damage(|file| file["checks"][1] = value!(7)), "checks.1.date");
    assert_eq!(damage(|file| file["checks"][1]["date"] = value!("2026-02-30")), "checks.1.date");
    assert_eq!(damage(|file| file["checks"][0]["role"] = value!("pilot")), "checks.0.role");
    assert_eq!(damage(|file| file["checks"][0]["answers"] = value!([])), "checks.0.answers");
    assert_eq!(
        damage(|file| drop(file["checks"][1].as_object_mut().unwrap().remove("context"))),
        "checks.1.context"
    );
    for wrong in [value!(3), value!(null), value!("hourly"), value!(["daily"])] {
        let error = refused(|file| file["checks"][0]["answers"]["busy_day"] = wrong.clone());
        assert_eq!(error, CheckInError::Damaged { check: Some(0), field: "an answer" });
        let error = refused(|file| file["checks"][1]["context"]["impact"] = wrong);
        assert_eq!(error, CheckInError::Damaged { check: Some(1), field: "an answer" });
    }
    assert_eq!(
        damage(|file| file["checks"][0]["answers"]["no_such_item"] = value!("daily")),
        "checks.0.an answer"
    );
    assert_eq!(
        damage(|file| file["checks"][1]["context"]["no_such_question"] = value!("much")),
        "checks.1.an answer"
    );
}

#[test]
fn a_file_of_a_newer_format_is_not_called_damaged() {
    for format in [value!(2), value!(1.5), value!(300), value!(1e300)] {
        let error = refused(|file| {
            file["format"] = format;
            file["checks"] = value!("as nobody knows yet");
        });
        assert_eq!(error, CheckInError::Newer);
    }
}

#[test]
fn a_file_of_other_questions_is_told_by_its_name_or_version() {
    assert_eq!(
        refused(|file| file["instrument"]["id"] = value!("ward-strain")),
        CheckInError::OtherInstrument("ward-strain".to_owned())
    );
    assert_eq!(
        refused(|file| file["instrument"]["version"] = value!("2.0.0")),
        CheckInError::OtherVersion("2.0.0".to_owned())
    );
    // The same questions, and one that only the other version has.
    assert_eq!(
        refused(|file| {
            file["instrument"]["version"] = value!("1.7.0");
            file["checks"][0]["answers"]["added_in_1_7"] = value!("daily");
        }),
        CheckInError::OtherVersion("1.7.0".to_owned())
    );
}

#[test]
fn an_error_repeats_only_the_beginning_of_what_stands_in_a_file() {
    let long = "x".repeat(100_000);
    let id = refused(|file| file["instrument"]["id"] = value!(long));
    let version = refused(|file| file["instrument"]["version"] = value!(long));
    let name = refused(|file| file["checks"][0]["answers"][&long] = value!("daily"));
    let place = refused(|file| file["checks"][0]["answers"][&long] = value!(1));
    for error in [id, version, name, place] {
        assert!(error.to_string().len() < 250, "{error}");
        assert!(error.told(&english()).len() < 250, "{error}");
    }
}

#[test]
fn a_person_is_told_each_error_in_words_of_its_own() {
    let locale = english();
    let all = [
        CheckInError::Foreign,
        CheckInError::Damaged { check: Some(1), field: "date" },
        CheckInError::Newer,
        CheckInError::OtherInstrument("ward-strain".to_owned()),
        CheckInError::OtherVersion("2.0.0".to_owned()),
        CheckInError::TooMany(201),
    ];
    let told: Vec<String> = all.iter().map(|error| error.told(&locale)).collect();
    for (place, words) in told.iter().enumerate() {
        assert!(words.ends_with("Nothing was changed.") && !words.contains('{'), "{words}");
        assert!(!told[..place].contains(words), "{words}");
    }
    assert!(told[3].contains("ward-strain") && told[4].contains("2.0.0"));
    assert!(told[5].contains("200"));
}

#[test]
fn a_change_counts_only_when_it_is_more_than_chance() {
    let instrument = built_in();
    let scale = scale(&instrument, Construct::Burnout);
    // 1.96 · √2 · 20 · √.20 = 24.792…
    let score = |value| Score { raw: 0.0, value, error: Some(7.0), answered: 12 };
    let change = |before, now| change(scale, &score(before), &score(now));
    assert_eq!(change(50.0, 74.79), Some(Change::NoRealChange));
    assert_eq!(change(50.0, 74.80), Some(Change::Higher));
    assert_eq!(change(50.0, 25.21), Some(Change::NoRealChange));
    assert_eq!(change(50.0, 25.20), Some(Change::Lower));
    assert_eq!(change(0.0, 100.0), Some(Change::Higher));
    assert_eq!(change(40.0, 40.0), Some(Change::NoRealChange));
}

#[test]
fn twelve_of_forty_eight_points_are_a_change_and_eleven_are_none() {
    let instrument = built_in();
    let now = |sum| {
        let found = classify(&instrument, &with_sums(&instrument, sum, 10, 8));
        found.score(Construct::Burnout).unwrap()
    };
    let scale = scale(&instrument, Construct::Burnout);
    assert_eq!(change(scale, &now(30), &now(18)), Some(Change::Lower));
    assert_eq!(change(scale, &now(30), &now(19)), Some(Change::NoRealChange));
    assert_eq!(change(scale, &now(30), &now(42)), Some(Change::Higher));
    assert_eq!(change(scale, &now(30), &now(41)), Some(Change::NoRealChange));
}

#[test]
fn a_scale_with_a_smaller_spread_changes_sooner() {
    let mut definition = instrument_json();
    definition["scales"][0]["precision"]["deviation"] = 12.into();
    let instrument = build(definition).unwrap();
    // 1.96 · √2 · 12 · √.20 = 14.875…
    let score = |value| Score { raw: 0.0, value, error: Some(4.0), answered: 12 };
    let scale = scale(&instrument, Construct::Burnout);
    assert_eq!(change(scale, &score(50.0), &score(64.9)), Some(Change::Higher));
    assert_eq!(change(scale, &score(50.0), &score(64.8)), Some(Change::NoRealChange));
}

#[test]
fn without_a_known_retest_correlation_no_change_is_called_real() {
    let mut definition = instrument_json();
    definition["scales"][0]["precision"].as_object_mut().unwrap().remove("retest").unwrap();
    definition["scales"][1]["precision"]["retest"] = 0.5.into();
    let instrument = build(definition).unwrap();
    let score = |value| Score { raw: 0.0, value, error: Some(7.0), answered: 10 };
    let of = |construct, now| change(scale(&instrument, construct), &score(0.0), &score(now));
    assert_eq!(of(Construct::Burnout, 100.0), None);
    // 1.96 · √2 · 20 · √.50 = 39.2: the retest correlation of the scale itself counts.
    assert_eq!(of(Construct::CompassionFatigue, 39.3), Some(Change::Higher));
    assert_eq!(of(Construct::CompassionFatigue, 39.1), Some(Change::NoRealChange));
}

#[test]
fn a_check_without_answers_is_a_check() {
    let instrument = built_in();
    let responses = Responses::new(&instrument);
    let empty = CheckIn { date: day("2026-11-25"), role: Role::Work, responses };
    let history = History::default().with(empty);
    let file: Value = serde_json::from_str(&write(&instrument, &history)).unwrap();
    assert_eq!(read(&instrument, &file), Ok(history));
}
