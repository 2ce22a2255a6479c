//! What a file says of its licence: who holds it, until when, and what whoever shows it is told after that.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

mod common;

use burnout_screener::date::Date;
use burnout_screener::instrument::Instrument;
use common::{build, complaints_about, plain_json};
use serde_json::{Value, json};

fn licensed(licence: Value) -> Value {
    let mut file = plain_json();
    file["licence"] = licence;
    file
}

fn told(instrument: &Instrument, day: &str) -> Option<String> {
    instrument.credit().expired(&Date::new(day).unwrap())
}

#[test]
fn a_licence_names_its_holder_and_its_last_day() {
    let licence = json!({ "terms": "paid", "holder": "A clinic", "expires": "2027-01-31" });
    let instrument = build(licensed(licence)).unwrap();
    assert_eq!(instrument.credit().holder.as_deref(), Some("A clinic"));
    assert_eq!(told(&instrument, "2027-01-31"), None, "the last day is one on which it holds");
    assert_eq!(
        told(&instrument, "2027-02-01").as_deref(),
        Some("the licence of A clinic ended on 2027-01-31: renew it, or take the questions off")
    );
}

#[test]
fn a_licence_without_a_last_day_never_ends() {
    let instrument = build(licensed(json!({ "terms": "free" }))).unwrap();
    assert_eq!(told(&instrument, "9999-12-31"), None);
}

#[test]
fn a_last_day_that_is_no_day_and_an_empty_holder_are_told_with_their_places() {
    let licence = json!({ "terms": "paid", "holder": " ", "expires": "31.01.2027" });
    assert_eq!(
        complaints_about(licensed(licence), |_| {}),
        [
            "licence.expires must be a day such as 2027-01-31",
            "licence.holder is empty: say it, or leave it out",
        ]
    );
}
