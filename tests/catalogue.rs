//! Each piece of advice has its words and its place, and no person is left without one.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::BTreeSet;

use burnout_screener::guidance::{ADVICE, Advice, Because, Fact, Facts, ForRole, When, Who};
use burnout_screener::locale::Message;
use burnout_screener::session::Role;
use common::{english, english_json, names};

const ROLES: [Option<Role>; 5] =
    [Some(Role::Work), Some(Role::Caring), Some(Role::Volunteer), Some(Role::Several), None];

const PARTS: [Fact; 6] = [
    Fact::Exhaustion,
    Fact::Distance,
    Fact::Effectiveness,
    Fact::Intrusion,
    Fact::Avoidance,
    Fact::AlarmPart,
];

/// Title and text of a piece.
fn words(advice: &Advice) -> String {
    let locale = english();
    let words = locale.advice(advice.id).unwrap();
    format!("{}. {}", words.title, words.text)
}

fn piece(id: &str) -> &'static Advice {
    ADVICE.iter().find(|advice| advice.id == id).unwrap()
}

/// Fails with every piece in which one of these stands, among those that are chosen.
#[track_caller]
fn assert_unsaid(unsaid: &[&str], chosen: impl Fn(&Advice) -> bool) {
    let mut said = Vec::new();
    for advice in ADVICE.iter().filter(|advice| chosen(advice)) {
        let text = words(advice).to_lowercase();
        let found = unsaid.iter().filter(|&&each| text.contains(each));
        said.extend(found.map(|each| format!("{}: {each}", advice.id)));
    }
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn every_piece_has_an_id_and_words_of_its_own_and_no_words_are_left_over() {
    let ids: BTreeSet<&str> = ADVICE.iter().map(|advice| advice.id).collect();
    assert_eq!(ids.len(), ADVICE.len());
    assert_eq!(names(&english_json()["advice"]), ids);
    let texts: BTreeSet<String> = ADVICE.iter().map(words).collect();
    assert_eq!(texts.len(), ADVICE.len());
}

#[test]
fn no_text_is_longer_than_thirty_five_words() {
    let locale = english();
    for advice in &ADVICE {
        let words = locale.advice(advice.id).unwrap();
        let count = words.text.split_whitespace().count();
        assert!(count <= 35, "{}: {count} words", advice.id);
        let title = words.title.split_whitespace().count();
        assert!((2..=9).contains(&title), "{}: {title} words in the title", advice.id);
    }
}

#[test]
fn every_reason_has_words_in_each_voice() {
    let locale = english();
    for because in Because::ALL {
        for voice in burnout_screener::session::Voice::ALL {
            let said = locale.said(because.message(), voice);
            assert!(said.starts_with("because "), "{because:?}: {said}");
        }
    }
    let messages = Message::ALL.iter().filter(|message| message.key().starts_with("because."));
    assert_eq!(messages.count(), Because::ALL.len());
}

#[test]
fn each_part_is_answered_in_every_role_alone_and_with_others() {
    for part in PARTS {
        for role in ROLES {
            for who in [Who::Me, Who::Others] {
                let mut answers =
                    ADVICE.iter().filter(|advice| advice.who == who && advice.suits(role));
                assert!(
                    answers.any(|advice| advice.answers.has(part)),
                    "{part:?} {role:?} {who:?}"
                );
            }
            let today = ADVICE.iter().filter(|advice| advice.when == When::Today);
            let mut alone = today.filter(|advice| advice.who == Who::Me && advice.suits(role));
            assert!(alone.any(|advice| advice.answers.has(part)), "{part:?} {role:?} today");
        }
        // At work the organisation can act, around a carer the people and services there are.
        for role in [Role::Work, Role::Caring] {
            let organised = |advice: &&Advice| {
                advice.who == Who::Organisation
                    && advice.suits(Some(role))
                    && advice.answers.has(part)
            };
            assert!(ADVICE.iter().any(|advice| organised(&advice)), "{part:?} {role:?}");
        }
    }
}

#[test]
fn what_the_organisation_can_do_is_for_work_and_the_rest_is_for_those_around_a_carer() {
    for advice in ADVICE.iter().filter(|advice| advice.who == Who::Organisation) {
        let role = if advice.id.starts_with("around-") { ForRole::Caring } else { ForRole::Work };
        assert_eq!(advice.role, role, "{}", advice.id);
    }
}

#[test]
fn three_pieces_and_one_more_are_for_anyone() {
    for id in ["be-gentle", "note-it-down", "talk-it-through", "check-again"] {
        let piece = piece(id);
        assert!(piece.answers.has(Fact::Anyone), "{id}");
        assert_eq!(
            (piece.role, piece.never, piece.needs),
            (ForRole::Any, Facts::NONE, Facts::NONE)
        );
    }
}

#[test]
fn who_else_can_hear_stands_right_behind_the_manager() {
    let place = |id| ADVICE.iter().position(|advice| advice.id == id).unwrap();
    assert_eq!(place("say-it-is-too-much") + 1, place("who-else-can-hear"));
    let (manager, others) = (piece("say-it-is-too-much"), piece("who-else-can-hear"));
    assert_eq!(
        (manager.role, manager.needs, manager.never),
        (others.role, others.needs, others.never)
    );
    // Wherever the one fits, so does the other.
    let fits =
        Facts::of(&PARTS.map(|part| if manager.answers.has(part) { part } else { Fact::Anyone }));
    assert!(others.fits(fits) && manager.fits(fits));
}

#[test]
fn advice_that_supposes_no_role_names_none() {
    let work = [
        "colleague",
        "manager",
        "hard meeting",
        "building",
        "your field",
        "supervision",
        "caseload",
        "workplace",
        "employer",
        "staff",
        "senior",
    ];
    assert_unsaid(&work, |advice| matches!(advice.role, ForRole::Any));
    assert_unsaid(&work, |advice| advice.suits(Some(Role::Caring)));
    assert_unsaid(&["manager", "employer", "supervisor is"], |advice| {
        advice.suits(Some(Role::Several)) && advice.id != "supervision"
    });
    assert_unsaid(&["the other", "carer"], |advice| {
        advice.suits(Some(Role::Work)) && advice.id != "mix-your-days"
    });
}

#[test]
fn nothing_for_carers_says_that_somebody_gets_well() {
    let well = ["recover", "doing better", "getting better", "get well", "gets better for", "heal"];
    assert_unsaid(&well, |advice| advice.suits(Some(Role::Caring)) && advice.id != "check-again");
}

#[test]
fn nothing_for_carers_supposes_days_off() {
    let off = ["day off", "days off", "free day", "weekend", "holiday", "after hours", "shift"];
    assert_unsaid(&off, |advice| {
        // “Put it in the diary like a shift” supposes none.
        advice.suits(Some(Role::Caring)) && advice.id != "family-time"
    });
}

#[test]
fn where_no_suffering_is_met_nothing_speaks_of_it() {
    let met =
        ["compassion fatigue", "suffering", "hard case", "hardest", "the story", "hard stories"];
    assert_unsaid(&met, |advice| !advice.never.has(Fact::NoExposure));
}

#[test]
fn nothing_calls_a_strain_by_a_name() {
    assert_unsaid(&["burnout", "compassion fatigue", "exhaustion", "trauma stress"], |_| true);
}

#[test]
fn what_a_sign_was_ticked_for_is_given_for_nothing_else() {
    for (id, sign) in [
        ("drink-and-numbing", Fact::Drinking),
        ("one-person-again", Fact::DrawingBack),
        ("screens-and-food", Fact::EatingScreens),
    ] {
        assert_eq!(piece(id).answers, Facts::of(&[sign]), "{id}");
    }
}

#[test]
fn several_roles_or_none_named_may_have_anything_in_the_whole_list_and_nothing_unsure_in_the_steps()
{
    for advice in &ADVICE {
        assert!(advice.may_suit(None) && advice.may_suit(Some(Role::Several)), "{}", advice.id);
    }
    let suits = |id, role| piece(id).suits(role);
    for (id, work, caring, volunteer, several, unsaid) in [
        ("say-it-is-too-much", true, false, false, false, false),
        ("supervision", true, false, true, true, false),
        ("why-you-began", true, false, true, true, false),
        ("free-hours", true, false, true, true, true),
        ("respite", false, true, false, false, false),
        ("share-the-load", true, true, true, true, true),
    ] {
        let expected = [work, caring, volunteer, several, unsaid];
        assert_eq!(ROLES.map(|role| suits(id, role)), expected, "{id}");
    }
}

/// The page is as high as its longest words are.
#[test]
fn what_can_be_a_first_step_is_short() {
    for advice in &ADVICE {
        let alone_over_time = advice.who == Who::Me && advice.when == When::OverTime;
        if advice.who != Who::Organisation && !alone_over_time {
            let locale = english();
            let words = locale.advice(advice.id).unwrap();
            assert!(words.title.len() <= 36 && words.text.len() <= 124, "{words:?}");
        }
    }
}
