//! Walks through a self-check: where each action leads, and what is never lost on the way.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::rc::Rc;

use burnout_screener::instrument::Instrument;
use burnout_screener::session::{Action, Question, Session, Setting, Step};
use common::{build, built_in, cases, instrument_json};
use proptest::prelude::*;
use serde_json::json;

use Action::{Answer, Back, Next, ReviewSkipped, SeeResult, StartOver};
use Question::{Context, Item};

fn start() -> Session {
    Session::new(Rc::new(built_in()))
}

fn after(session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session.clone(), |session, action| session.update(action))
}

/// From the welcome to the last page, every item answered except these.
fn last_page_without(skipped: &[usize]) -> Session {
    let answered = (0..26).filter(|item| !skipped.contains(item));
    let session = after(&start(), answered.map(|item| Answer(Item(item), Some(1))));
    after(&session, [Next; 9])
}

#[test]
fn a_full_walk_asks_everything_and_ends_at_the_result() {
    let mut session = start();
    assert_eq!((session.step(), session.progress(), session.pages()), (Step::Welcome, (0, 30), 9));
    assert_eq!(session.questions(), []);
    let mut walk = Vec::new();
    session = session.update(Next);
    while session.step() != Step::Result {
        let questions = session.questions();
        walk.push((session.progress().0, questions.len()));
        for question in questions {
            session = session.update(Answer(question, Some(1)));
            assert_eq!(session.answer(question), Some(1));
        }
        session = session.update(Next);
    }
    let situation = [(0, 3), (2, 2)];
    let questions = [(4, 4), (8, 4), (12, 4), (16, 4), (20, 4), (24, 3), (27, 3)];
    assert_eq!(walk, [&situation[..], &questions[..]].concat());
    assert_eq!((session.progress(), session.setting()), ((30, 30), Setting::Caring));
    assert_eq!(session.responses().skipped().count(), 0);
    assert_eq!(session.questions(), []);
}

#[test]
fn the_role_and_the_situation_are_asked_first_on_two_pages() {
    let first = start().update(Next);
    assert_eq!(first.questions(), [Question::Setting, Context(0), Context(1)]);
    let second = first.update(Next);
    assert_eq!(second.questions(), [Context(2), Context(3)]);
    let situation: Vec<bool> = (0..9).map(|page| first.is_context(page)).collect();
    assert_eq!(situation, [true, true, false, false, false, false, false, false, false]);
}

#[test]
fn next_is_never_blocked() {
    let session = after(&start(), [Next; 9]);
    assert_eq!(session.step(), Step::Page(8));
    assert!(session.responses().is_empty());
    let review = session.update(Next);
    assert_eq!((review.step(), review.review_pages()), (Step::Review(0), 7));
    assert_eq!(after(&review, [Next; 7]).step(), Step::Result);
}

#[test]
fn going_back_to_the_welcome_and_forward_again_loses_nothing() {
    let session = last_page_without(&[]).update(Answer(Context(2), Some(3)));
    let welcome = after(&session, [Back; 9]);
    assert_eq!(welcome.step(), Step::Welcome);
    assert_eq!(welcome.responses(), session.responses());
    assert_eq!(welcome.update(Back), welcome);
    assert_eq!(after(&welcome, [Next; 9]), session);
}

#[test]
fn an_answer_can_be_changed_and_taken_back() {
    let session = start().update(Next);
    for question in [Question::Setting, Context(1), Item(20)] {
        let chosen = session.update(Answer(question, Some(0)));
        assert_eq!(chosen.answer(question), Some(0));
        let changed = chosen.update(Answer(question, Some(2)));
        assert_eq!(changed.answer(question), Some(2));
        assert_eq!(changed.update(Answer(question, None)), session, "{question:?}");
    }
}

#[test]
fn the_chosen_role_decides_the_wording_and_work_stands_in_for_none() {
    let session = start();
    assert_eq!((session.answer(Question::Setting), session.setting()), (None, Setting::Work));
    for (option, setting) in [(0, Setting::Work), (1, Setting::Caring), (2, Setting::Both)] {
        let chosen = session.update(Answer(Question::Setting, Some(option)));
        assert_eq!((chosen.answer(Question::Setting), chosen.setting()), (Some(option), setting));
    }
}

#[test]
fn with_nothing_left_out_the_result_comes_directly_and_back_undoes_it() {
    let result = last_page_without(&[]).update(Next);
    assert_eq!(result.step(), Step::Result);
    let back = result.update(Back);
    assert_eq!(back, last_page_without(&[]));
}

#[test]
fn questions_about_the_situation_that_were_left_out_are_not_asked_again() {
    let session = last_page_without(&[]);
    assert_eq!(session.answer(Context(0)), None);
    assert_eq!(session.update(Next).step(), Step::Result);
}

/// The items on every page of the review, from its first page on.
fn reviewed(mut session: Session) -> Vec<Vec<Question>> {
    let mut pages = Vec::new();
    while matches!(session.step(), Step::Review(_)) {
        pages.push(session.questions());
        session = session.update(Next);
    }
    assert_eq!(session.step(), Step::Result);
    pages
}

#[test]
fn the_items_left_out_are_offered_once_each_in_their_order_on_pages_of_the_usual_size() {
    let review = last_page_without(&[25, 3, 9, 10, 11, 17]).update(Next);
    assert_eq!((review.review_pages(), review.progress()), (2, (30, 30)));
    let first = vec![Item(3), Item(9), Item(10), Item(11)];
    assert_eq!(reviewed(review), [first, vec![Item(17), Item(25)]]);
}

#[test]
fn an_item_stays_in_the_review_while_it_is_answered_there() {
    let review = last_page_without(&[3, 9]).update(Next);
    let answered = review.update(Answer(Item(3), Some(2)));
    assert_eq!(answered.step(), Step::Review(0));
    assert_eq!(answered.questions(), [Item(3), Item(9)]);
    assert_eq!(answered.answer(Item(3)), Some(2));
    let all = answered.update(Answer(Item(9), Some(2)));
    assert_eq!((all.questions(), all.review_pages()), (vec![Item(3), Item(9)], 1));
    assert_eq!(all.update(Next).step(), Step::Result);
}

#[test]
fn the_pages_of_the_review_can_be_walked_both_ways() {
    let review = last_page_without(&[1, 2, 3, 4, 5]).update(Next);
    let second = review.update(Next);
    assert_eq!((second.step(), second.questions()), (Step::Review(1), vec![Item(5)]));
    assert_eq!(second.update(Back), review);
    assert_eq!(review.update(Back).step(), Step::Page(8));
}

#[test]
fn the_result_can_be_seen_past_the_rest_of_the_review() {
    let review = last_page_without(&[1, 2, 3, 4, 5]).update(Next);
    let result = review.update(SeeResult);
    assert_eq!((result.step(), result.responses()), (Step::Result, review.responses()));
}

#[test]
fn from_the_result_the_items_left_out_can_still_be_answered() {
    let result = after(&last_page_without(&[4, 7]), [Next, SeeResult]);
    let review = result.update(ReviewSkipped);
    assert_eq!((review.step(), review.questions()), (Step::Review(0), vec![Item(4), Item(7)]));
    let done = after(&review, [Answer(Item(4), Some(0)), Next]);
    assert_eq!(done.step(), Step::Result);
    assert_eq!(done.update(ReviewSkipped).questions(), [Item(7)]);
    let complete = after(&done, [Answer(Item(7), Some(0)), ReviewSkipped]);
    assert_eq!(complete.step(), Step::Result);
}

#[test]
fn what_is_answered_on_its_page_after_all_is_not_offered_in_the_review() {
    let review = last_page_without(&[4, 25]).update(Next);
    let again = after(&review, [Back, Answer(Item(25), Some(3)), Next]);
    assert_eq!(again.questions(), [Item(4)]);
}

#[test]
fn actions_that_do_not_fit_the_step_change_nothing() {
    let page = after(&start(), [Next; 4]);
    let review = last_page_without(&[1]).update(Next);
    let result = review.update(Next);
    for (session, action) in [
        (&start(), Back),
        (&start(), SeeResult),
        (&start(), ReviewSkipped),
        (&page, SeeResult),
        (&page, ReviewSkipped),
        (&review, ReviewSkipped),
        (&result, Next),
        (&result, SeeResult),
    ] {
        assert_eq!(&session.update(action), session, "{:?} {action:?}", session.step());
    }
}

#[test]
fn starting_over_forgets_everything_from_anywhere() {
    let filled = after(
        &last_page_without(&[2]),
        [Answer(Question::Setting, Some(1)), Answer(Context(0), Some(2)), Next],
    );
    for session in [start(), after(&start(), [Next; 3]), filled.clone(), filled.update(SeeResult)] {
        assert_eq!(session.update(StartOver), start());
    }
}

#[test]
fn an_answer_that_is_not_offered_changes_nothing() {
    let session = after(
        &start(),
        [
            Next,
            Answer(Question::Setting, Some(1)),
            Answer(Context(0), Some(2)),
            Answer(Item(3), Some(4)),
        ],
    );
    for (question, option) in [
        (Question::Setting, Some(3)),
        (Question::Setting, Some(255)),
        (Context(0), Some(4)),
        (Context(4), Some(0)),
        (Item(3), Some(5)),
        (Item(26), Some(0)),
        (Item(usize::MAX), None),
    ] {
        let same = session.update(Answer(question, option)) == session;
        assert!(same, "{question:?} {option:?} changed something");
    }
}

/// The built-in instrument with so many items on a page, and items more than it has.
fn of_size(page_size: usize, more: usize) -> Instrument {
    let mut definition = instrument_json();
    definition["page_size"] = json!(page_size);
    for number in 0..more {
        let mut copy = definition["items"][0].clone();
        copy["id"] = json!(format!("more-{number}"));
        definition["items"].as_array_mut().unwrap().push(copy);
    }
    build(definition).unwrap()
}

fn any_action() -> impl Strategy<Value = Action> {
    let question = prop_oneof![
        1 => Just(Question::Setting),
        2 => (0_usize..6).prop_map(Context),
        6 => (0_usize..30).prop_map(Item),
    ];
    let option = proptest::option::weighted(0.8, 0_u8..7);
    prop_oneof![
        12 => Just(Next),
        4 => Just(Back),
        1 => Just(SeeResult),
        1 => Just(ReviewSkipped),
        12 => (question, option).prop_map(|(question, option)| Answer(question, option)),
    ]
}

fn assert_consistent(session: &Session) -> Result<(), TestCaseError> {
    let instrument = session.instrument();
    for question in session.questions() {
        let offered = match question {
            Question::Setting => 3,
            Context(place) => instrument.context()[place].options.len(),
            Item(place) => instrument.items().get(place).map_or(0, |_| instrument.options().len()),
        };
        let answer = session.answer(question).map_or(0, usize::from);
        prop_assert!(answer < offered, "{question:?} {answer}");
    }
    let known = match session.step() {
        Step::Welcome | Step::Result => session.questions().is_empty(),
        Step::Page(page) => page < session.pages() && !session.questions().is_empty(),
        Step::Review(page) => page < session.review_pages() && !session.questions().is_empty(),
    };
    prop_assert!(known, "{:?} {:?}", session.step(), session.questions());
    let (before, total) = session.progress();
    prop_assert!(before <= total && total == 30, "{before} of {total}");
    Ok(())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_sequence_of_actions_keeps_the_session_consistent(
        actions in proptest::collection::vec(any_action(), 0..120),
    ) {
        let mut session = start();
        for action in actions {
            let next = session.update(action);
            assert_consistent(&next)?;
            if matches!(action, Answer(..)) {
                prop_assert_eq!(next.step(), session.step(), "an answer moves nobody");
            } else {
                prop_assert_eq!(next.responses(), session.responses(), "{:?}", action);
                prop_assert_eq!(next.setting(), session.setting());
            }
            session = next;
        }
        // From anywhere, going on leads to the result: through the pages and then the review.
        prop_assert_eq!(after(&session, [Next; 10 + 7]).step(), Step::Result);
    }

    #[test]
    fn every_question_is_asked_on_exactly_one_page_of_even_length(
        page_size in 1_usize..=10,
        more in 0_usize..40,
    ) {
        let session = Session::new(Rc::new(of_size(page_size, more)));
        let (mut asked, mut sizes) = (Vec::new(), Vec::new());
        for page in 1..=session.pages() {
            let there = after(&session, vec![Next; page]);
            prop_assert_eq!(there.step(), Step::Page(page - 1));
            asked.extend(there.questions());
            if !there.is_context(page - 1) {
                sizes.push(there.questions().len());
            }
        }
        let expected: Vec<Question> = std::iter::once(Question::Setting)
            .chain((0..4).map(Context))
            .chain((0..26 + more).map(Item))
            .collect();
        prop_assert_eq!(asked, expected);
        let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
        prop_assert!(*most <= page_size && most - least <= 1, "{sizes:?}");
    }
}
