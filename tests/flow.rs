//! The way through blocks, signs, what was left out and the bank, with an instrument that has them all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;
mod instruments;

use std::rc::Rc;

use burnout_screener::session::{Action, Question, Screen, Session, Step};
use common::after;
use instruments::{BANKED, brought, file};
use serde_json::json;

use Action::{Answer, Back, GoOnWithout, Next, Press, ReviewSkipped, TakeOffer, Tick};
use Question::{Context, Item};
use Screen::{Again, Ask, Hints, Offer, Signs};

/// Statements asked of everybody, and two of those that are offered.
const CORE: usize = 30;
const MORE: [usize; 2] = [30, 33];

/// The welcome of one who is offered nothing.
fn start() -> Session {
    let (instrument, texts) = brought(file(BANKED)).unwrap();
    Session::new(Rc::new(instrument)).with_hints(texts.hinted())
}

/// The welcome of one who is offered two more statements at the end.
fn offering() -> Session {
    start().always_offering(MORE.to_vec())
}

fn at(screen: Screen) -> Step {
    Step::Asking(screen)
}

/// The last statement, everything answered but these.
fn answered_but(session: &Session, left_out: &[usize]) -> Session {
    let answered = (0..CORE).filter(|item| !left_out.contains(item));
    let session = after(session, answered.map(|item| Answer(Item(item), Some(1))));
    let place = session.way().iter().position(|&screen| screen == Ask(Item(CORE - 1))).unwrap();
    after(&session, vec![Next; place + 1])
}

/// Everything that comes until the result, going on without an answer.
fn rest(mut session: Session) -> Vec<Screen> {
    let mut seen = Vec::new();
    while let Step::Asking(screen) = session.step() {
        seen.push(screen);
        session = session.update(Next);
    }
    assert_eq!(session.step(), Step::Result);
    seen
}

#[test]
fn role_and_exposure_come_first_then_the_blocks_the_signs_and_the_questions_after_them() {
    let way = start().way();
    let begin = [Ask(Question::Role), Ask(Context(0)), Ask(Item(0))];
    assert_eq!(way[..3], begin);
    assert_eq!(way[5..8], [Ask(Item(3)), Hints(1), Ask(Item(4))]);
    let end = [Ask(Item(29)), Signs, Ask(Context(1)), Ask(Context(2)), Ask(Context(3))];
    assert_eq!(way[way.len() - 5..], end);
}

#[test]
fn hints_stand_once_before_a_block_that_has_any_and_nothing_stands_there_without_words_for_it() {
    let way = start().way();
    assert_eq!(way.iter().filter(|screen| matches!(screen, Hints(_))).count(), 1);
    let bare = start().with_hints(Vec::new()).way();
    assert_eq!(bare.iter().filter(|screen| matches!(screen, Hints(_))).count(), 0);
    let both = start().with_hints(vec![true, true]).way();
    assert_eq!(both.iter().filter(|screen| matches!(screen, Hints(_))).count(), 2);
}

#[test]
fn with_one_tick_and_the_offer_there_are_forty_taps() {
    let mut session = offering().update(Next);
    let mut taps = 1;
    while let Step::Asking(screen) = session.step() {
        if screen == Signs {
            session = session.update(Tick(Some(0)));
            taps += 1;
        }
        let act = match session.question() {
            Some(question) => Press(question, 1),
            None if screen == Offer => GoOnWithout,
            None => Next,
        };
        session = session.update(act);
        taps += 1;
    }
    assert_eq!(taps, 40);
}

#[test]
fn an_instrument_that_asks_for_nothing_else_first_says_how_to_answer_before_its_first_statement() {
    let (instrument, _) = brought(file("phq-like")).unwrap();
    let way = Session::new(Rc::new(instrument)).way();
    assert_eq!(way[..2], [Hints(0), Ask(Item(0))]);
}

#[test]
fn progress_counts_statements_alone_and_those_of_the_bank_by_themselves() {
    let session = after(&offering(), [Next, Next]);
    assert_eq!((session.progress(), session.place()), ((0, CORE), None));
    let third = after(&session, [Next; 3]);
    assert_eq!((third.progress(), third.place()), ((2, CORE), Some((3, CORE))));
    let offer = after(&answered_but(&offering(), &[]), [Next; 5]);
    assert_eq!((offer.step(), offer.progress()), (at(Offer), (CORE, CORE)));
    let bank = offer.update(TakeOffer);
    assert_eq!((bank.progress(), bank.place()), ((CORE, CORE), Some((1, 2))));
}

#[test]
fn what_was_left_out_comes_back_once_one_by_one_in_its_order() {
    let last = answered_but(&start(), &[9, 3, CORE - 1]);
    let signs = [Signs, Ask(Context(1)), Ask(Context(2)), Ask(Context(3))];
    let all = [&[Again(3), Again(9), Again(CORE - 1)][..], &signs].concat();
    assert_eq!(rest(last.update(Next)), all);
    let answered = after(&last, [Next, Press(Item(3), 2)]);
    assert_eq!((answered.step(), answered.answer(Item(3))), (at(Again(9)), Some(2)));
    let back = answered.update(Back);
    assert_eq!((back.step(), back.answer(Item(3))), (at(Again(3)), Some(2)), "it has not vanished");
    assert_eq!(back.update(Back).step(), last.step());
}

#[test]
fn one_can_go_on_without_all_that_is_left_of_them() {
    let again = answered_but(&start(), &[1, 2, 5]).update(Next);
    assert_eq!(again.update(GoOnWithout).step(), at(Signs));
    assert_eq!(after(&again, [Next, GoOnWithout]).step(), at(Signs));
    assert_eq!(again.update(GoOnWithout).update(Back).step(), at(Again(5)));
}

#[test]
fn from_the_result_the_way_leads_to_what_was_left_out_and_straight_back() {
    let result =
        after(&answered_but(&start(), &[4, 7]), [Next, GoOnWithout, Next, Next, Next, Next]);
    assert_eq!(result.step(), Step::Result);
    let again = result.update(ReviewSkipped);
    assert_eq!((again.step(), again.update(Back).step()), (at(Again(4)), Step::Result));
    let done = after(&again, [Press(Item(4), 0), Next]);
    assert_eq!(done.step(), Step::Result, "nothing is asked a second time");
    assert_eq!(done.update(ReviewSkipped).step(), at(Again(7)));
    let complete = after(&done, [ReviewSkipped, Press(Item(7), 0)]);
    assert_eq!(
        (complete.step(), complete.update(ReviewSkipped).step()),
        (Step::Result, Step::Result)
    );
}

#[test]
fn ticks_can_be_taken_back_and_none_of_these_is_not_the_same_as_nothing_said() {
    let signs = after(&answered_but(&start(), &[]), [Next]);
    assert_eq!((signs.step(), signs.responses().signs()), (at(Signs), None));
    let two = after(&signs, [Tick(Some(1)), Tick(Some(6))]);
    assert_eq!(
        [0, 1, 6].map(|sign| two.responses().sign(sign)),
        [Some(false), Some(true), Some(true)]
    );
    assert_eq!(after(&two, [Tick(Some(6)), Tick(Some(1))]), signs, "nothing is said any more");
    let none = two.update(Tick(None));
    assert!(none.responses().signs().is_some_and(|ticked| !ticked.contains(&true)));
    assert_eq!(none.update(Tick(None)), signs);
    assert_eq!(none.update(Tick(Some(3))).responses().sign(3), Some(true));
    assert_eq!(two.update(Tick(Some(40))), two);
    assert_eq!(two.update(Next).update(Back).responses(), two.responses());
}

#[test]
fn the_offer_comes_once_everything_else_is_asked_and_the_result_can_be_seen_instead() {
    let offer = after(&answered_but(&offering(), &[]), [Next; 5]);
    assert_eq!((offer.step(), offer.offered()), (at(Offer), &MORE[..]));
    let result = offer.update(GoOnWithout);
    assert_eq!(result.step(), Step::Result);
    assert_eq!(result.responses().skipped().count(), 0, "what was not asked is not left out");
    assert_eq!(result.update(Back), offer, "nobody has to make up their mind at once");
}

#[test]
fn what_was_taken_is_asked_to_the_end_and_counts_as_left_out_where_it_was() {
    let offer = after(&answered_but(&offering(), &[]), [Next; 5]);
    let first = offer.update(TakeOffer);
    assert_eq!(first.step(), at(Ask(Item(30))));
    let second = first.update(Press(Item(30), 3));
    assert_eq!(second.step(), at(Ask(Item(33))));
    let result = second.update(Next);
    assert_eq!(result.step(), Step::Result);
    assert_eq!(result.responses().skipped().collect::<Vec<_>>(), [33]);
    assert_eq!(result.update(ReviewSkipped).step(), at(Again(33)));
    assert_eq!(result.update(Back).step(), at(Ask(Item(33))));
    assert_eq!(after(&second, [Back, Back]).step(), at(Offer));
}

#[test]
fn without_an_offer_the_result_follows_the_last_question() {
    assert_eq!(after(&answered_but(&start(), &[]), [Next; 5]).step(), Step::Result);
}

#[test]
fn an_answer_that_must_not_stay_alone_does_not_go_on_by_itself() {
    let mut file = file(BANKED);
    file["items"][0]["alert"] = json!(3);
    let (instrument, _) = brought(file).unwrap();
    let first = after(&Session::new(Rc::new(instrument)), [Next; 3]);
    assert_eq!(first.update(Press(Item(0), 2)).step(), at(Ask(Item(1))));
    let alarming = first.update(Press(Item(0), 3));
    assert_eq!((alarming.step(), alarming.answer(Item(0))), (first.step(), Some(3)));
    assert_eq!(alarming.update(Next).step(), at(Ask(Item(1))));
}
