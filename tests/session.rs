//! Walks through a self-check: where each action leads, and what is never lost on the way.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::rc::Rc;

use burnout_screener::instrument::Instrument;
use burnout_screener::session::{Action, Aside, Question, Role, Session, Step};
use common::{after, build, cases, instrument_json, last_page_without, start};
use proptest::prelude::*;
use serde_json::json;

use Action::{Answer, Back, Erase, Next, ReviewSkipped, SeeResult, Show, StartOver};
use Question::{Context, Item};

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
    assert_eq!((session.progress(), session.role()), ((30, 30), Role::Caring));
    assert_eq!(session.responses().skipped().count(), 0);
    assert_eq!(session.questions(), []);
}

#[test]
fn the_role_and_the_situation_are_asked_first_on_two_pages() {
    let first = start().update(Next);
    assert_eq!(first.questions(), [Question::Role, Context(0), Context(1)]);
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
    for question in [Question::Role, Context(1), Item(20)] {
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
    assert_eq!((session.answer(Question::Role), session.role()), (None, Role::Work));
    for (option, role) in [(0, Role::Work), (1, Role::Caring), (2, Role::Both)] {
        let chosen = session.update(Answer(Question::Role, Some(option)));
        assert_eq!((chosen.answer(Question::Role), chosen.role()), (Some(option), role));
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

#[test]
fn an_answer_about_the_situation_or_a_taken_back_one_decides_whether_anything_is_answered() {
    let session = start();
    assert!(session.responses().is_empty());
    for question in [Context(0), Context(3), Item(0), Item(25)] {
        let answered = session.update(Answer(question, Some(1)));
        assert!(!answered.responses().is_empty(), "{question:?}");
        assert!(answered.update(Answer(question, None)).responses().is_empty(), "{question:?}");
    }
    // The role chooses words and is no answer.
    assert!(session.update(Answer(Question::Role, Some(1))).responses().is_empty());
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
        [Answer(Question::Role, Some(1)), Answer(Context(0), Some(2)), Next],
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
            Answer(Question::Role, Some(1)),
            Answer(Context(0), Some(2)),
            Answer(Item(3), Some(4)),
        ],
    );
    for (question, option) in [
        (Question::Role, Some(3)),
        (Question::Role, Some(255)),
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

#[test]
fn a_page_beside_the_way_leads_back_to_where_it_was_opened() {
    let welcome = start();
    let how = welcome.update(Show(Aside::How));
    assert_eq!((how.step(), how.questions()), (Step::Aside(Aside::How), vec![]));
    assert_eq!(how.update(Back), welcome);
    let result = last_page_without(&[]).update(Next);
    for aside in [Aside::How, Aside::Handout, Aside::Supervision] {
        let there = result.update(Show(aside));
        assert_eq!((there.step(), there.responses()), (Step::Aside(aside), result.responses()));
        assert_eq!(there.update(Next), there);
        assert_eq!(there.update(Back).step(), Step::Result);
    }
}

#[test]
fn the_sheets_can_be_opened_from_the_result_alone() {
    let page = start().update(Next);
    for aside in [Aside::How, Aside::Handout, Aside::Supervision] {
        assert_eq!(page.update(Show(aside)), page);
    }
    let welcome = start();
    assert_eq!(welcome.update(Show(Aside::Supervision)), welcome);
    assert_eq!(welcome.update(Show(Aside::Handout)), welcome);
}

#[test]
fn erasing_forgets_everything_at_every_step() {
    let answered = last_page_without(&[3]);
    let review = answered.update(Next);
    let result = review.update(SeeResult);
    let aside = result.update(Show(Aside::Supervision));
    let empty = start().update(Erase);
    assert_eq!((empty.step(), empty.responses().is_empty()), (Step::Erased, true));
    for session in [answered, review, result, aside] {
        assert_eq!(session.update(Erase), empty);
    }
    assert_eq!(after(&empty, [Next, Back, Answer(Item(0), Some(1))]), empty);
    assert_eq!(empty.update(StartOver), start());
}

/// The built-in instrument with so many items on a page, and items more than it has.
fn of_size(page_size: usize, more: usize) -> Instrument {
    let mut definition = instrument_json();
    definition["page_size"] = json!(page_size);
    for number in 0..more {
        let mut copy = definition["items"][0].clone();
        let id = json!(format!("more-{number}"));
        copy["id"] = id.clone();
        let items = definition["scales"][0]["facets"][0]["items"].as_array_mut().unwrap();
        items.push(id);
        definition["items"].as_array_mut().unwrap().push(copy);
    }
    build(definition).unwrap()
}

fn any_action() -> impl Strategy<Value = Action> {
    let question = prop_oneof![
        1 => Just(Question::Role),
        2 => (0_usize..6).prop_map(Context),
        6 => (0_usize..30).prop_map(Item),
    ];
    let option = proptest::option::weighted(0.8, 0_u8..7);
    prop_oneof![
        12 => Just(Next),
        4 => Just(Back),
        1 => Just(SeeResult),
        1 => Just(ReviewSkipped),
        1 => prop_oneof![Just(Aside::How), Just(Aside::Handout), Just(Aside::Supervision)]
            .prop_map(Show),
        12 => (question, option).prop_map(|(question, option)| Answer(question, option)),
    ]
}

fn assert_consistent(session: &Session) -> Result<(), TestCaseError> {
    let instrument = session.instrument();
    for question in session.questions() {
        let offered = match question {
            Question::Role => 3,
            Context(place) => instrument.context()[place].options.len(),
            Item(place) => instrument.options(place).len(),
        };
        let answer = session.answer(question).map_or(0, usize::from);
        prop_assert!(answer < offered, "{question:?} {answer}");
    }
    let known = match session.step() {
        Step::Welcome | Step::Result | Step::Aside(_) | Step::Erased => {
            session.questions().is_empty()
        }
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
                prop_assert_eq!(next.role(), session.role());
            }
            session = next;
        }
        // From anywhere, going on leads to the result: through the pages and then the review.
        if matches!(session.step(), Step::Aside(_)) {
            session = session.update(Back);
        }
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
        let expected: Vec<Question> = std::iter::once(Question::Role)
            .chain((0..4).map(Context))
            .chain((0..26 + more).map(Item))
            .collect();
        prop_assert_eq!(asked, expected);
        let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
        prop_assert!(*most <= page_size && most - least <= 1, "{sizes:?}");
    }
}
