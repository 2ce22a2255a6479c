//! Check-in files as they lie about: of the first format, of other questions, of other versions, with fields
//! that nobody knows yet. What cannot be used is refused or carried along, and never lost.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::BTreeSet;
use std::rc::Rc;

use burnout_screener::export::{Source, json};
use burnout_screener::history::{Check, Date, History, HistoryError, MOST_CARRIED, MOST_CHECKS};
use burnout_screener::instrument::Instrument;
use burnout_screener::session::{Action, Question, Role, Session};
use common::{
    after, build, built_in, english, english_texts, first_questions, raw_checks,
    read_history as read, steady_json, texts_of_ids,
};
use serde_json::{Value, json as value};

/// One check of the first format, everything answered.
fn good() -> Value {
    serde_json::from_str(include_str!("cases/good.json")).unwrap()
}

/// Three checks of one person, the newest first.
fn unsorted() -> Value {
    serde_json::from_str(include_str!("cases/unsorted.json")).unwrap()
}

fn changed(mut file: Value, change: impl FnOnce(&mut Value)) -> Value {
    change(&mut file);
    file
}

fn write(instrument: &Instrument, history: &History) -> Value {
    let texts = texts_of_ids(instrument);
    let source = Source { instrument, texts: &texts, locale: &english(), history };
    serde_json::from_str(&json(&source)).unwrap()
}

fn dates(history: &History) -> Vec<&str> {
    history.checks().iter().map(|check| check.date.as_str()).collect()
}

fn carried(history: &History) -> Vec<&str> {
    history.carried().iter().map(|carried| carried.raw.as_str()).collect()
}

/// The same questions under another id, or in another version.
fn other(field: &str, name: &str) -> Instrument {
    let mut definition = steady_json();
    definition["id"] = "helping-strain".into();
    definition[field] = name.into();
    build(definition).unwrap()
}

/// A check of nothing but a day, for the present instrument.
fn today(date: &str) -> Check {
    let session = Session::new(Rc::new(first_questions()));
    let session = after(&session, [Action::Answer(Question::Item(0), Some(1))]);
    Check::new(&session, Date::new(date).unwrap(), "today".to_owned())
}

#[test]
fn a_file_of_the_first_format_is_read_and_its_checks_get_ids() {
    let instrument = first_questions();
    let first = read(&instrument, &unsorted()).unwrap();
    let ids: BTreeSet<&str> = first.checks().iter().map(|check| check.id.as_str()).collect();
    assert_eq!((first.checks().len(), ids.len()), (3, 3));
    assert!(ids.iter().all(|id| id.len() == 18 && id.starts_with("1-")), "{ids:?}");
    let second = write(&instrument, &first);
    assert_eq!(second["format"], 2);
    assert_eq!(read(&instrument, &second), Ok(first));
}

#[test]
fn a_check_of_the_first_format_is_the_same_in_whatever_file_it_stands() {
    let instrument = first_questions();
    let file = read(&instrument, &good()).unwrap();
    // A later self-check wrote its own version over all checks, and rounded in its own way.
    let again = changed(good(), |file| {
        file["instrument"]["version"] = "1.3.0".into();
        file["checks"][0]["scores"] = value!({});
    });
    assert_eq!(file.join(&read(&instrument, &again).unwrap()), file);
    let more = changed(good(), |file| file["checks"][0]["answers"]["bitter"] = "never".into());
    assert_eq!(file.join(&read(&instrument, &more).unwrap()).checks().len(), 2);
}

#[test]
fn the_role_that_the_first_format_wrote_for_everybody_counts_as_not_said() {
    let instrument = first_questions();
    let role = |file: &Value| read(&instrument, file).unwrap().checks()[0].role;
    let named = |name: &str| changed(good(), |file| file["checks"][0]["role"] = name.into());
    assert_eq!(role(&named("work")), None);
    assert_eq!(role(&named("caring")), Some(Role::Caring));
    assert_eq!(role(&named("both")), Some(Role::Several));
    let written = write(&instrument, &read(&instrument, &good()).unwrap());
    assert!(written["checks"][0].get("role").is_none());
    // In the second one, nobody wrote it but a person.
    let said = changed(written, |file| file["checks"][0]["role"] = "work".into());
    assert_eq!(role(&said), Some(Role::Work));
}

#[test]
fn a_check_of_the_first_format_without_a_role_is_damaged() {
    let file = changed(good(), |file| {
        file["checks"][0].as_object_mut().unwrap().remove("role").unwrap();
    });
    let error = HistoryError::Damaged { check: Some(0), field: "role" };
    assert_eq!(read(&first_questions(), &file), Err(error));
}

#[test]
fn a_file_without_checks_is_refused_and_what_was_open_stays() {
    let instrument = first_questions();
    let empty = changed(good(), |file| file["checks"] = value!([]));
    let error = read(&instrument, &empty).unwrap_err();
    assert_eq!(error, HistoryError::Empty);
    assert!(error.told(&english()).ends_with("What was open stays open."));
}

#[test]
fn the_files_of_two_devices_are_one_history() {
    let instrument = first_questions();
    let [one, other] = [unsorted(), good()].map(|file| read(&instrument, &file).unwrap());
    assert_eq!((dates(&one).len(), dates(&other).len()), (3, 1));
    let both = one.join(&other);
    assert!(dates(&both).is_sorted() && dates(&both).len() == 4, "{:?}", dates(&both));
    assert_eq!(both, other.join(&one));
}

#[test]
fn two_checks_of_one_day_are_both_there() {
    let file = serde_json::from_str(include_str!("cases/two-on-one-day.json")).unwrap();
    let history = read(&first_questions(), &file).unwrap();
    assert_eq!(history.checks().len(), 2);
    assert_eq!(dates(&history)[0], dates(&history)[1]);
}

#[test]
fn a_day_that_lies_ahead_is_read_as_it_stands() {
    for date in ["2026-11-27", "2031-01-01"] {
        let file = changed(good(), |file| file["checks"][0]["date"] = date.into());
        assert_eq!(dates(&read(&first_questions(), &file).unwrap()), [date]);
    }
}

#[test]
fn todays_check_is_in_the_file_also_after_two_hundred_that_lie_ahead() {
    let instrument = first_questions();
    let ahead = changed(good(), |file| {
        let check = file["checks"][0].clone();
        let of = |year: usize| {
            changed(check.clone(), |check| check["date"] = format!("{year}-01-01").into())
        };
        file["checks"] = (2100..2100 + MOST_CHECKS).map(of).collect();
    });
    let history = read(&instrument, &ahead).unwrap();
    let today = today("2026-11-26");
    assert!(history.is_full_for(&today));
    let saved = write(&instrument, &history.with(today.clone()));
    assert_eq!(saved["checks"].as_array().unwrap().len(), MOST_CHECKS);
    assert_eq!(read(&instrument, &saved).unwrap().checks()[0], today);
}

#[test]
fn an_unknown_answer_is_damage_in_the_same_version_and_carried_along_in_another() {
    let instrument = first_questions();
    let damage = Err(HistoryError::Damaged { check: Some(0), field: "an answer" });
    let option = |file: &mut Value| file["checks"][0]["answers"]["bitter"] = "always".into();
    let item = |file: &mut Value| file["checks"][0]["answers"]["cheerful"] = "daily".into();
    assert_eq!(read(&instrument, &changed(good(), option)), damage);
    assert_eq!(read(&instrument, &changed(good(), item)), damage);
    let newer = |file: &mut Value| file["instrument"]["version"] = "1.4.0".into();
    for newer in [changed(changed(good(), option), newer), changed(changed(good(), item), newer)] {
        let history = read(&instrument, &newer).unwrap();
        assert!(history.checks().is_empty());
        assert_eq!(carried(&history), raw_checks(&newer));
        assert_eq!(history.carried()[0].date, Date::new("2026-11-26"));
    }
}

#[test]
fn the_checks_of_another_instrument_are_carried_along_and_never_compared() {
    let instrument = first_questions();
    let other = changed(good(), |file| file["instrument"]["id"] = "phq-9".into());
    let history = read(&instrument, &other).unwrap();
    assert!(history.checks().is_empty());
    assert_eq!(carried(&history), raw_checks(&other));
}

#[test]
fn the_same_questions_of_another_minor_version_are_compared_and_keep_their_version() {
    let instrument = first_questions();
    let newer = changed(good(), |file| file["instrument"]["version"] = "1.4.0".into());
    let history = read(&instrument, &newer).unwrap();
    assert_eq!((history.checks().len(), history.carried().len()), (1, 0));
    let second = changed(write(&instrument, &history), |file| {
        file["checks"][0]["instrument"]["version"] = "1.4.0".into();
    });
    let history = read(&instrument, &second).unwrap();
    assert_eq!(history.checks().len(), 1);
    assert_eq!(write(&instrument, &history), second);
}

#[test]
fn a_field_that_nobody_knows_is_kept() {
    let instrument = first_questions();
    let file = changed(write(&instrument, &read(&instrument, &good()).unwrap()), |file| {
        file["checks"][0]["sleep"] = value!({ "hours": [7, 6.5], "<": "\u{2028}\"" });
    });
    let history = read(&instrument, &file).unwrap();
    assert_eq!(history.checks().len(), 1);
    assert_eq!(write(&instrument, &history), file);
    // Who knows less of the same check takes nothing away.
    let less = read(&instrument, &good()).unwrap();
    assert_eq!(history.join(&less), history);
    assert_eq!(less.join(&history), history);
}

#[test]
fn what_is_carried_along_stands_in_the_next_file_byte_for_byte_however_often() {
    let instruments = [first_questions(), other("id", "ward-strain"), other("version", "2.0.0")];
    let mut file = changed(good(), |file| file["instrument"]["id"] = "phq-9".into());
    file["checks"][0]["answers"] = value!({ "little interest": 2, "\u{1f}\"": [null, 1e-7] });
    file["checks"][0]["date"] = value!("some day");
    let odd = raw_checks(&file);
    let mut history = read(&instruments[0], &file).unwrap();
    assert_eq!((carried(&history), &history.carried()[0].date), (vec![odd[0].as_str()], &None));
    let mut all = BTreeSet::from([odd[0].clone()]);
    for round in 0..12 {
        let instrument = &instruments[round % instruments.len()];
        let mut own = today(&format!("2026-01-{:02}", round + 1));
        own.id = format!("round-{round}");
        let saved = write(instrument, &history.with(own));
        let raw: BTreeSet<String> = raw_checks(&saved).into_iter().collect();
        assert!(all.is_subset(&raw), "round {round}");
        assert_eq!(raw.len(), all.len() + 1);
        all = raw;
        history = read(&instruments[(round + 1) % instruments.len()], &saved).unwrap();
    }
    assert_eq!(history.checks().len(), 4);
    assert_eq!(history.carried().len(), 9);
}

#[test]
fn a_full_file_opened_for_other_questions_loses_nothing() {
    let (one, two) = (first_questions(), other("id", "ward-strain"));
    let id = |file: &mut Value, id: &str| file["instrument"]["id"] = id.into();
    let full = |name: &str| {
        changed(good(), |file| {
            id(file, name);
            let check = file["checks"][0].clone();
            let of = |year: usize| {
                changed(check.clone(), |check| check["date"] = format!("{year}-01-01").into())
            };
            file["checks"] = (2000..2000 + MOST_CHECKS).map(of).collect();
        })
    };
    let all = (["helping-strain", "ward-strain", "a", "b", "c"].iter())
        .map(|name| read(&one, &full(name)).unwrap())
        .fold(History::default(), |all, each| all.join(&each));
    assert_eq!((all.checks().len(), all.carried().len()), (MOST_CHECKS, MOST_CARRIED));
    let seen = read(&two, &write(&one, &all)).unwrap();
    assert_eq!((seen.checks().len(), seen.carried().len()), (MOST_CHECKS, MOST_CARRIED));
    assert_eq!(all.is_too_much_with(&read(&one, &full("d")).unwrap()), Some(MOST_CARRIED));
}

#[test]
fn checks_of_the_questions_of_version_0_1_0_are_kept_with_their_days_and_never_compared() {
    let history = read(&built_in(), &unsorted()).unwrap();
    assert!(history.checks().is_empty());
    let days: Vec<&str> =
        history.carried().iter().map(|carried| carried.date.as_ref().unwrap().as_str()).collect();
    assert_eq!(days.len(), 3);
    assert!(days.is_sorted());
    // They stand as they were in the next file.
    let source = Source {
        instrument: &built_in(),
        texts: &english_texts(&built_in()),
        locale: &english(),
        history: &history,
    };
    let written: Value = serde_json::from_str(&json(&source)).unwrap();
    assert_eq!(written["checks"].as_array().unwrap().len(), 3);
}
