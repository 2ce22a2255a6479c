//! Each piece of advice has its words and its place, and no person is left without one.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::BTreeSet;

use burnout_screener::guidance::{ADVICE, Advice, FIRST_STEPS, When, Who, fitting, pool};
use burnout_screener::instrument::{Construct, Instrument, Part};
use burnout_screener::profile::Profile;
use burnout_screener::session::Role;
use common::{built_in, english, profiled};

use Profile::{Both, Burnout, CompassionFatigue};
use Role::{Caring, Work};

#[test]
fn there_are_at_least_forty_pieces_with_ids_of_their_own() {
    let ids: BTreeSet<&str> = ADVICE.iter().map(|advice| advice.id).collect();
    assert_eq!(ids.len(), ADVICE.len());
    assert!(ids.len() >= 40, "{}", ids.len());
}

/// The parts of the strains that the facets of the instrument are.
fn parts(instrument: &Instrument) -> Vec<(Construct, Part)> {
    let profiled = profiled(instrument);
    let of = |construct| {
        let facets = 0..profiled.scale(construct).facets.len();
        facets.filter_map(move |facet| Some((construct, profiled.part(construct, facet)?)))
    };
    Construct::ALL.into_iter().flat_map(of).collect()
}

#[test]
fn every_piece_has_words_a_profile_and_parts_that_the_instrument_has() {
    let (locale, instrument) = (english(), built_in());
    let known = parts(&instrument);
    for advice in ADVICE {
        let words = locale.advice(advice.id).unwrap();
        assert!(words.title.len() > 5 && words.text.len() > 20, "{}", advice.id);
        assert!(!advice.profiles.is_empty(), "{}", advice.id);
        let for_a_strain =
            advice.profiles.iter().any(|each| matches!(each, Burnout | CompassionFatigue));
        assert!(!for_a_strain || !advice.parts.is_empty(), "{}: no part of a strain", advice.id);
        let parts_known =
            advice.parts.iter().all(|part| known.iter().any(|(_, known)| known == part));
        assert!(parts_known, "{}: {:?}", advice.id, advice.parts);
    }
}

#[test]
fn every_part_of_both_strains_is_answered_in_every_role() {
    let instrument = built_in();
    assert_eq!(parts(&instrument).len(), 6);
    for (construct, part) in parts(&instrument) {
        let profile = match construct {
            Construct::Burnout => Burnout,
            Construct::CompassionFatigue => CompassionFatigue,
            Construct::Tiredness => unreachable!("tiredness has no parts"),
        };
        for role in Role::ALL {
            let answers = |advice: &&Advice| advice.parts.contains(&part);
            for who in [Who::Me, Who::Others] {
                let any = fitting(Some(profile), role, who).any(|advice| answers(&advice));
                assert!(any, "{part:?} {role:?} {who:?}");
            }
        }
    }
}

#[test]
fn for_every_profile_and_role_each_first_step_has_a_piece_that_fits() {
    let profiles = Profile::ALL.into_iter().map(Some).chain([None]);
    let mut empty = Vec::new();
    for profile in profiles {
        for role in Role::ALL {
            for place in 0..FIRST_STEPS {
                if !pool(place).any(|advice| advice.fits(profile, role)) {
                    empty.push((place, profile, role));
                }
            }
        }
    }
    assert!(empty.is_empty(), "{empty:?}");
}

#[test]
fn the_places_hold_something_for_today_for_this_week_and_with_others() {
    assert!(pool(0).all(|advice| (advice.who, advice.when) == (Who::Me, When::Today)));
    assert!(pool(1).all(|advice| (advice.who, advice.when) == (Who::Me, When::ThisWeek)));
    assert!(pool(2).all(|advice| advice.who == Who::Others));
    assert!((0..FIRST_STEPS).all(|place| pool(place).count() >= 5));
}

/// Whether a piece can be given at work, in caring, and to those who do both.
fn roles(advice: &Advice) -> [bool; 3] {
    Role::ALL.map(|role| Profile::ALL.iter().any(|&each| advice.fits(Some(each), role)))
}

#[test]
fn advice_that_supposes_no_role_names_none() {
    let locale = english();
    let work = [
        "colleague",
        "manager",
        "hard meeting",
        "building",
        "your field",
        "supervision",
        "shift",
        "caseload",
        "workplace",
        "employer",
    ];
    let mut named = Vec::new();
    for advice in ADVICE.iter().filter(|advice| roles(advice) == [true, true, true]) {
        let words = locale.advice(advice.id).unwrap();
        let words = format!("{} {}", words.title, words.text).to_lowercase();
        let found = work.iter().filter(|&&word| words.contains(word));
        named.extend(found.map(|word| format!("{}: {word}", advice.id)));
    }
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn every_strain_at_work_names_what_the_organisation_can_do() {
    for profile in [Burnout, CompassionFatigue, Both] {
        for role in [Work, Role::Both] {
            assert!(fitting(Some(profile), role, Who::Organisation).count() >= 3);
        }
        // Around an unpaid carer there are family, friends and services.
        let around: Vec<_> = fitting(Some(profile), Caring, Who::Organisation).collect();
        assert!(around.len() >= 2 && around.iter().all(|advice| advice.id.starts_with("around-")));
    }
}

#[test]
fn advice_for_one_role_is_given_in_it_and_to_those_who_do_both() {
    let of = |id| roles(ADVICE.iter().find(|advice| advice.id == id).unwrap());
    for id in ["end-of-day", "caseload-limit", "say-it-is-too-much", "supervision", "org-say"] {
        assert_eq!(of(id), [true, false, true], "{id}");
    }
    for id in ["carer-hour", "forms-help", "respite", "carers-group"] {
        assert_eq!(of(id), [false, true, true], "{id}");
    }
    for id in ["real-break", "slow-breath", "trauma-help", "keep-people-close"] {
        assert_eq!(of(id), [true, true, true], "{id}");
    }
}
