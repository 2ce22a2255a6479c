//! Walks through a self-check: where each action leads, and what is never lost on the way.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::session::{Action, Aside, Question, Role, Screen, Session, Step, Voice};
use common::{after, cases, last_screen_without, start};
use proptest::prelude::*;

use Action::{Answer, Back, Erase, GoOnWithout, Next, Press, ReviewSkipped, Show, StartOver, Tick};
use Question::{Context, Item};

/// How many screens there are without an answer left out.
fn screens() -> usize {
    start().way().len()
}

#[test]
fn a_full_walk_asks_each_question_on_a_screen_of_its_own_and_a_press_answers_and_goes_on() {
    let mut session = start().update(Next);
    let mut asked = Vec::new();
    while session.step() != Step::Result {
        let Some(question) = session.question() else {
            // The signs, which are ticked and not pressed.
            session = session.update(Next);
            continue;
        };
        asked.push(question);
        session = session.update(Press(question, 1));
        assert_eq!(session.answer(question), Some(1));
    }
    let items = session.instrument().core();
    let situation: Vec<Question> = (0..session.instrument().context().len()).map(Context).collect();
    let (before, after) = situation.split_at(1);
    let expected = std::iter::once(Question::Role)
        .chain(before.iter().copied())
        .chain(items.clone().map(Item))
        .chain(after.iter().copied());
    assert_eq!(asked, expected.collect::<Vec<_>>());
    assert_eq!((session.step(), session.role()), (Step::Result, Some(Role::Caring)));
    assert_eq!(session.progress(), (items.len(), items.len()));
    assert_eq!(session.responses().skipped().count(), 0);
}

#[test]
fn a_press_on_another_question_than_the_one_that_is_asked_comes_too_late() {
    let first = start().update(Next);
    let second = first.update(Press(Question::Role, 0));
    assert_eq!(second.update(Press(Question::Role, 2)), second, "it was the second tap");
    for stranger in [Context(3), Item(0), Item(usize::MAX)] {
        assert_eq!(second.update(Press(stranger, 0)), second, "{stranger:?}");
    }
    assert_eq!(start().update(Press(Question::Role, 0)), start());
}

#[test]
fn a_press_on_an_option_that_is_not_offered_neither_answers_nor_goes_on() {
    let first = start().update(Next);
    for option in [4, 255] {
        assert_eq!(first.update(Press(Question::Role, option)), first);
    }
}

#[test]
fn back_shows_what_was_chosen_and_another_press_changes_it() {
    let pressed = after(&start(), [Next, Press(Question::Role, 2)]);
    let back = pressed.update(Back);
    assert_eq!(back.question(), Some(Question::Role));
    assert_eq!(back.answer(Question::Role), Some(2));
    assert_eq!(back.update(Next), pressed, "going on keeps it");
    let changed = back.update(Press(Question::Role, 1));
    assert_eq!((changed.question(), changed.role()), (pressed.question(), Some(Role::Caring)));
    assert_eq!(back.update(Answer(Question::Role, None)), start().update(Next));
}

#[test]
fn next_is_never_blocked_and_what_was_left_out_is_asked_once_more() {
    let core = start().instrument().core();
    let mut session = start();
    while session.question() != Some(Item(core.end - 1)) {
        session = session.update(Next);
    }
    assert!(session.responses().is_empty());
    let again = session.update(Next);
    assert_eq!(again.step(), Step::Asking(Screen::Again(0)));
    let signs = after(&again, vec![Next; core.len()]);
    assert!(matches!(signs.step(), Step::Asking(Screen::Signs)), "{:?}", signs.step());
    let rest = start().instrument().context().len();
    assert_eq!(after(&signs, vec![Next; rest]).step(), Step::Result);
}

#[test]
fn going_back_to_the_welcome_and_forward_again_loses_nothing() {
    let session = last_screen_without(&[]).update(Answer(Context(2), Some(3)));
    let welcome = after(&session, vec![Back; screens()]);
    assert_eq!(welcome.step(), Step::Welcome);
    assert_eq!(welcome.responses(), session.responses());
    assert_eq!(welcome.update(Back), welcome);
    assert_eq!(after(&welcome, vec![Next; screens()]), session);
}

#[test]
fn an_answer_can_be_changed_and_taken_back() {
    let session = start().update(Next);
    for question in [Question::Role, Context(0), Item(20)] {
        let chosen = session.update(Answer(question, Some(0)));
        assert_eq!(chosen.answer(question), Some(0));
        let changed = chosen.update(Answer(question, Some(2)));
        assert_eq!(changed.answer(question), Some(2));
        assert_eq!(changed.update(Answer(question, None)), session, "{question:?}");
    }
}

#[test]
fn the_chosen_role_decides_the_voice_and_whoever_does_not_say_is_spoken_to_as_a_helper() {
    let session = start();
    let said = (session.answer(Question::Role), session.role(), session.voice());
    assert_eq!(said, (None, None, Voice::Helping));
    let voices = [Voice::Work, Voice::Caring, Voice::Helping, Voice::Helping];
    for (option, (role, voice)) in (0..).zip(Role::ALL.into_iter().zip(voices)) {
        let chosen = session.update(Answer(Question::Role, Some(option)));
        assert_eq!((chosen.role(), chosen.voice()), (Some(role), voice));
        assert_eq!(chosen.answer(Question::Role), Some(option));
    }
}

#[test]
fn with_nothing_left_out_the_result_comes_directly_and_back_undoes_it() {
    let result = last_screen_without(&[]).update(Next);
    assert_eq!(result.step(), Step::Result);
    assert_eq!(result.update(Back), last_screen_without(&[]));
}

#[test]
fn questions_about_the_situation_that_were_left_out_are_not_asked_again() {
    let session = last_screen_without(&[]);
    assert_eq!(session.answer(Context(0)), None);
    assert_eq!(session.update(Next).step(), Step::Result);
}

#[test]
fn an_answer_about_the_situation_or_a_taken_back_one_decides_whether_anything_is_answered() {
    let session = start();
    assert!(session.responses().is_empty());
    for question in [Context(0), Item(0), Item(25)] {
        let answered = session.update(Answer(question, Some(1)));
        assert!(!answered.responses().is_empty(), "{question:?}");
        assert!(answered.update(Answer(question, None)).responses().is_empty(), "{question:?}");
    }
    // The role chooses words and is no answer.
    assert!(session.update(Answer(Question::Role, Some(1))).responses().is_empty());
}

#[test]
fn actions_that_do_not_fit_the_step_change_nothing() {
    let asked = after(&start(), [Next; 4]);
    let again = last_screen_without(&[1]).update(Next);
    let result = again.update(Next);
    for (session, action) in [
        (&start(), Back),
        (&start(), GoOnWithout),
        (&start(), ReviewSkipped),
        (&asked, GoOnWithout),
        (&asked, Action::TakeOffer),
        (&asked, ReviewSkipped),
        (&again, ReviewSkipped),
        (&result, Next),
        (&result, GoOnWithout),
        (&result, Tick(Some(usize::MAX))),
    ] {
        assert_eq!(&session.update(action), session, "{:?} {action:?}", session.step());
    }
}

#[test]
fn starting_over_forgets_everything_from_anywhere() {
    let filled = after(
        &last_screen_without(&[2]),
        [Answer(Question::Role, Some(1)), Answer(Context(0), Some(2)), Next],
    );
    for session in [start(), after(&start(), [Next; 3]), filled.clone(), filled.update(GoOnWithout)]
    {
        assert_eq!(session.update(StartOver), start());
    }
}

#[test]
fn an_answer_that_is_not_offered_changes_nothing() {
    let answers = [
        Next,
        Answer(Question::Role, Some(1)),
        Answer(Context(0), Some(2)),
        Answer(Item(3), Some(4)),
    ];
    let session = after(&start(), answers);
    for (question, option) in [
        (Question::Role, Some(4)),
        (Question::Role, Some(255)),
        (Context(0), Some(11)),
        (Context(20), Some(0)),
        (Item(3), Some(5)),
        (Item(5_000), Some(0)),
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
    assert_eq!((how.step(), how.question()), (Step::Aside(Aside::How), None));
    assert_eq!(how.update(Back), welcome);
    let result = last_screen_without(&[]).update(Next);
    for aside in [Aside::How, Aside::Handout, Aside::Supervision] {
        let there = result.update(Show(aside));
        assert_eq!((there.step(), there.responses()), (Step::Aside(aside), result.responses()));
        assert_eq!(there.update(Next), there);
        assert_eq!(there.update(Back).step(), Step::Result);
    }
}

#[test]
fn the_sheets_can_be_opened_from_the_result_alone() {
    let asked = start().update(Next);
    for aside in [Aside::How, Aside::Handout, Aside::Supervision] {
        assert_eq!(asked.update(Show(aside)), asked);
    }
    let welcome = start();
    assert_eq!(welcome.update(Show(Aside::Supervision)), welcome);
    assert_eq!(welcome.update(Show(Aside::Handout)), welcome);
}

#[test]
fn erasing_forgets_everything_at_every_step() {
    let answered = last_screen_without(&[3]);
    let again = answered.update(Next);
    let result = again.update(GoOnWithout);
    let aside = result.update(Show(Aside::Supervision));
    let empty = start().update(Erase);
    assert_eq!((empty.step(), empty.responses().is_empty()), (Step::Erased, true));
    for session in [answered, again, result, aside] {
        assert_eq!(session.update(Erase), empty);
    }
    assert_eq!(after(&empty, [Next, Back, Answer(Item(0), Some(1)), Tick(None)]), empty);
    assert_eq!(empty.update(StartOver), start());
}

fn any_action() -> impl Strategy<Value = Action> {
    let question = || {
        prop_oneof![
            1 => Just(Question::Role),
            2 => (0_usize..6).prop_map(Context),
            6 => (0_usize..50).prop_map(Item),
        ]
    };
    let option = proptest::option::weighted(0.8, 0_u8..7);
    prop_oneof![
        12 => Just(Next),
        4 => Just(Back),
        1 => Just(GoOnWithout),
        1 => Just(Action::TakeOffer),
        1 => Just(ReviewSkipped),
        2 => proptest::option::of(0_usize..12).prop_map(Tick),
        1 => prop_oneof![Just(Aside::How), Just(Aside::Handout), Just(Aside::Supervision)]
            .prop_map(Show),
        6 => (question(), 0_u8..7).prop_map(|(question, option)| Press(question, option)),
        6 => (question(), option).prop_map(|(question, option)| Answer(question, option)),
    ]
}

fn assert_consistent(session: &Session) -> Result<(), TestCaseError> {
    let instrument = session.instrument();
    if let Some(question) = session.question() {
        let offered = match question {
            Question::Role => Role::ALL.len(),
            Context(place) => instrument.context()[place].options.len(),
            Item(place) => instrument.options(place).len(),
        };
        let answer = session.answer(question).map_or(0, usize::from);
        prop_assert!(answer < offered, "{question:?} {answer}");
    }
    if let Step::Asking(screen) = session.step() {
        prop_assert!(session.way().contains(&screen), "{screen:?} is on the way");
    }
    let (before, total) = session.progress();
    prop_assert!(before <= total && total == instrument.core().len(), "{before} of {total}");
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
            match action {
                Answer(..) | Tick(_) => prop_assert_eq!(next.step(), session.step(), "it moves nobody"),
                Press(..) => {}
                _ => {
                    prop_assert_eq!(next.responses(), session.responses(), "{:?}", action);
                    prop_assert_eq!(next.role(), session.role());
                }
            }
            session = next;
        }
        // From anywhere, going on leads to the result, past what was left out.
        if matches!(session.step(), Step::Aside(_)) {
            session = session.update(Back);
        }
        let most = 2 * session.instrument().items().len() + screens();
        prop_assert_eq!(after(&session, vec![Next; most]).step(), Step::Result);
    }
}
