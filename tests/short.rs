//! Walks through the short form: where it ends, what it asks, and how to go on from there.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::session::{Action, Length, Question, Session, Step};
use common::{after, start};

use Action::{Answer, Back, Next, ReviewSkipped, StartOver};
use Question::Item;

/// A short self-check from its first page of items on, each answered with this option until it ends.
fn short(answer: impl Fn(&Session, usize) -> Option<u8>) -> Session {
    let mut session = after(&start().with_length(Length::Short), [Next; 3]);
    while let Step::Page(_) = session.step() {
        for question in session.questions() {
            if let Item(item) = question {
                session = session.update(Answer(question, answer(&session, item)));
            }
        }
        session = session.update(Next);
    }
    session
}

fn no_strain(session: &Session, item: usize) -> Option<u8> {
    Some(common::option_for(session.instrument(), item, 0))
}

#[test]
fn the_short_form_ends_after_the_page_that_decides_the_result() {
    let session = short(no_strain);
    assert_eq!(session.step(), Step::Result);
    assert!(session.ended_early());
    let open = session.responses().skipped().count();
    let before = session.update(Back);
    let Step::Page(last) = before.step() else { panic!("{:?}", before.step()) };
    assert!(last + 1 < session.pages(), "page {last}");
    assert_eq!(open, 26 - (before.progress().0 - 4) - before.questions().len());
    assert_eq!(before.update(Next).step(), Step::Result);
    // One page sooner it was not decided.
    let mut sooner = before.clone();
    for question in before.questions() {
        sooner = sooner.update(Answer(question, None));
    }
    assert_eq!(sooner.update(Next).step(), Step::Page(last + 1));
}

#[test]
fn the_full_form_asks_everything_whatever_is_decided() {
    let session =
        after(&start(), (0..26).map(|item| Answer(Item(item), no_strain(&start(), item))));
    let session = (20..26).fold(session, |session, item| session.update(Answer(Item(item), None)));
    assert_eq!(after(&session, [Next; 9]).step(), Step::Page(8));
    assert!(!after(&session, [Next; 12]).ended_early());
}

#[test]
fn a_short_form_that_nothing_decides_asks_everything_and_offers_what_was_left_out() {
    let line = |session: &Session, item| Some(common::option_for(session.instrument(), item, 2));
    let session = short(line);
    assert_eq!((session.step(), session.ended_early()), (Step::Result, false));
    assert_eq!(session.responses().skipped().count(), 0);
    assert_eq!(session.update(Back).step(), Step::Page(8));
    let session = short(|session, item| if item < 20 { line(session, item) } else { None });
    assert_eq!(session.step(), Step::Review(0));
}

#[test]
fn a_review_that_was_left_for_the_last_answers_is_not_what_back_leads_to() {
    let line = |session: &Session, item| Some(common::option_for(session.instrument(), item, 2));
    let left_out = |session: &Session, item| {
        let order = session.instrument().short_order();
        if order.iter().rev().take(2).any(|&last| last == item) {
            None
        } else {
            line(session, item)
        }
    };
    let review = short(left_out);
    assert_eq!((review.step(), review.review_pages()), (Step::Review(0), 1));
    let mut last = review.update(Back);
    assert_eq!(last.step(), Step::Page(8));
    for question in last.questions() {
        if let Item(item) = question {
            last = last.update(Answer(question, line(&last, item)));
        }
    }
    let result = last.update(Next);
    assert_eq!((result.step(), result.review_pages()), (Step::Result, 0));
    assert_eq!(result.update(Back).step(), Step::Page(8));
}

#[test]
fn the_short_form_asks_every_item_once_in_its_own_order_and_stays_short_when_started_over() {
    let mut session = after(&start().with_length(Length::Short), [StartOver, Next, Next, Next]);
    let mut asked = Vec::new();
    while let Step::Page(_) = session.step() {
        asked.extend(session.questions());
        session = session.update(Next);
    }
    let order = session.instrument().short_order().iter();
    assert_eq!(asked, order.map(|&item| Item(item)).collect::<Vec<_>>());
}

#[test]
fn after_a_short_form_the_open_questions_can_still_be_answered() {
    let session = short(no_strain).update(ReviewSkipped);
    assert_eq!(session.step(), Step::Review(0));
    let pages = session.review_pages();
    let session = after(&session, vec![Next; pages]);
    assert!(session.ended_early());
    assert_eq!(session.update(Back).step(), Step::Review(pages - 1));
}
