//! The finding that follows from the verdicts, cell by cell.

use std::collections::BTreeSet;

use burnout_screener::profile::{Classification, Finding, Profile};

use crate::built_in;
use crate::common::person::Person;
use crate::common::{build, classify, instrument_json};
use crate::strain::{STRAINS, with_sum};

/// How the two strains stand: clearly above, near, clearly below, open.
const PLACES: [char; 4] = ['A', 'N', 'B', 'O'];

/// A strain in one of these places, of the other strain nothing.
fn stand(person: Person, strain: usize, place: char) -> Person {
    let own = &STRAINS[strain];
    let core = own.core();
    let sum = match place {
        'A' => 4 * core.len(),
        'N' => (own.line / 25.0 * core.len() as f64) as usize,
        'B' => 0,
        _ => return person,
    };
    with_sum(person, &core, sum)
}

fn found(person: &Person) -> Classification {
    let instrument = built_in();
    classify(instrument, &person.responses(instrument))
}

/// With both strains in their places, not tired, and this said of exposure.
fn told(b: char, c: char, exposure: Option<&str>) -> Classification {
    let person = Person::default().part("tired", 0).part("recovery", 4);
    let person = stand(stand(person, 0, b), 1, c);
    found(&match exposure {
        Some(exposure) => person.say("exposure", exposure),
        None => person,
    })
}

#[test]
fn where_suffering_is_met_the_table_of_the_document_holds() {
    let table = [
        ["both", "burnout_cf_near", "burnout", "burnout_cf_open"],
        ["cf_burnout_near", "both_near", "burnout_near", "near_and_open"],
        ["compassion_fatigue", "cf_near", "none", "burnout_below_cf_open"],
        ["cf_burnout_open", "near_and_open", "cf_below_burnout_open", "not_enough"],
    ];
    for exposure in ["rarely", "sometimes", "often", "nearly_always"] {
        for (b, row) in PLACES.into_iter().zip(table) {
            for (c, finding) in PLACES.into_iter().zip(row) {
                assert_eq!(told(b, c, Some(exposure)).finding.name(), finding, "{b}{c}");
            }
        }
    }
}

#[test]
fn in_someone_who_never_meets_suffering_nothing_is_called_compassion_fatigue() {
    for (b, c) in PLACES.into_iter().flat_map(|b| PLACES.map(|c| (b, c))) {
        let expected = match (b, c) {
            ('A', 'A') => "strain_without_exposure_and_burnout",
            (_, 'A') => "strain_without_exposure",
            ('A', 'N') => "exposure_never_near_and_burnout",
            (_, 'N') => "exposure_never_near",
            _ => told(b, c, Some("often")).finding.name(),
        };
        let found = told(b, c, Some("never"));
        assert_eq!(found.finding.name(), expected, "{b}{c}");
        let named = [Profile::CompassionFatigue, Profile::Both];
        assert!(found.possible().all(|profile| !named.contains(&profile)), "{b}{c}");
    }
}

#[test]
fn where_exposure_is_left_out_both_readings_are_kept() {
    for (b, c) in PLACES.into_iter().flat_map(|b| PLACES.map(|c| (b, c))) {
        let expected = match (b, c) {
            ('A', 'A') => "exposure_left_out_and_burnout",
            (_, 'A') => "exposure_left_out",
            _ => told(b, c, Some("often")).finding.name(),
        };
        assert_eq!(told(b, c, None).finding.name(), expected, "{b}{c}");
    }
}

#[test]
fn the_lead_is_named_where_the_distances_differ_by_more_than_chance() {
    let [b, c] = &STRAINS;
    for (of_b, of_c) in (34..=48).flat_map(|of_b| (22..=40).map(move |of_c| (of_b, of_c))) {
        let person = with_sum(with_sum(Person::well(), &b.core(), of_b), &c.core(), of_c);
        let found = found(&person.say("exposure", "often"));
        if !found.burnout.is_clearly_above() || !found.compassion_fatigue.is_clearly_above() {
            continue;
        }
        let ahead = (25.0 * of_b as f64 / 12.0 - 50.0) - (25.0 * of_c as f64 / 10.0 - 40.0);
        let needed = 1.28 * (b.error(12).powi(2) + c.error(10).powi(2)).sqrt();
        let expected = if ahead > needed {
            "both_burnout_leads"
        } else if ahead < -needed {
            "both_compassion_fatigue_leads"
        } else {
            "both"
        };
        assert_eq!(found.finding.name(), expected, "{of_b} {of_c}");
    }
}

#[test]
fn no_lead_is_named_where_bounds_alone_settled_a_strain() {
    let person = Person::well().part("exhaustion", 4).part("distance", 4);
    let person = person.part("intrusion", 4).part("avoidance", 4).part("alarm", 4);
    let effectiveness = ["managed_main_things", "felt_done_badly", "below_own_standard"];
    let person = effectiveness.into_iter().fold(person, Person::skip);
    let found = found(&person.say("exposure", "often"));
    assert!(found.burnout.by_bounds && found.burnout.is_clearly_above());
    assert_eq!((found.finding.name(), found.lead), ("both", None));
}

/// Both strains clearly below, with these words for tired and rest.
fn ordinary(tired: Option<u8>, rest: Option<u8>) -> Person {
    let [b, c] = &STRAINS;
    let person = with_sum(with_sum(Person::default(), &b.core(), 0), &c.core(), 0);
    let person = tired.map_or(person.clone(), |keyed| person.part("tired", keyed));
    rest.map_or(person.clone(), |keyed| person.part("recovery", keyed))
}

#[test]
fn without_a_strain_the_words_for_tired_and_rest_give_the_finding() {
    let rests = [Some(4), Some(2), Some(0), None];
    let table = [
        (Some(4), ["everyday_tiredness", "tired_rest_in_part", "worn_out", "tired_rest_not_said"]),
        (Some(2), ["none_somewhat_tired"; 4]),
        (Some(0), ["none", "none", "none_rest_does_not_help", "none"]),
        (None, ["none_tired_not_said"; 4]),
    ];
    for (tired, row) in table {
        for (rest, finding) in rests.into_iter().zip(row) {
            let person = ordinary(tired, rest);
            assert_eq!(found(&person).finding.name(), finding, "{tired:?} {rest:?}");
            for impact in ["none", "little"] {
                let finding_with = found(&person.clone().say("impact", impact)).finding;
                assert_eq!(finding_with.name(), finding);
            }
            for impact in ["much", "very_much"] {
                let expected = if finding.starts_with("none") { "impact_alone" } else { finding };
                let finding_with = found(&person.clone().say("impact", impact)).finding;
                assert_eq!(finding_with.name(), expected, "{tired:?} {rest:?}");
            }
        }
    }
}

#[test]
fn an_instrument_that_does_not_ask_about_rest_claims_nothing_about_it() {
    let mut file = instrument_json();
    file["profile"].as_object_mut().unwrap().remove("recovery");
    let instrument = &build(file).unwrap();
    for (tired, finding) in [(Some(4), "tired_rest_not_asked"), (Some(0), "none")] {
        let person = ordinary(tired, None);
        let found = classify(instrument, &person.responses(instrument));
        assert_eq!((found.finding.name(), found.rest.name()), (finding, "rest_not_asked"));
    }
}

#[test]
fn an_instrument_that_does_not_ask_about_exposure_takes_it_as_met() {
    let mut file = instrument_json();
    file["context"].as_array_mut().unwrap().retain(|question| question["id"] != "exposure");
    let instrument = &build(file).unwrap();
    let person = stand(stand(Person::default(), 0, 'B'), 1, 'A');
    let found = classify(instrument, &person.responses(instrument));
    assert_eq!(found.finding.name(), "compassion_fatigue");
}

#[test]
fn an_instrument_without_lines_for_parts_has_none() {
    let mut file = instrument_json();
    file["profile"].as_object_mut().unwrap().remove("raised_part");
    let instrument = &build(file).unwrap();
    let person = Person::well().part("exhaustion", 4);
    let found = classify(instrument, &person.responses(instrument));
    assert!(found.raised.is_empty() && found.watched.is_empty());
}

#[test]
fn the_coarse_word_and_what_is_still_possible_follow_from_the_verdicts() {
    let names = |found: &Classification| found.possible().map(Profile::name).collect::<Vec<_>>();
    let often = Some("often");
    let clear = told('A', 'B', often);
    assert_eq!((clear.profile().name(), names(&clear)), ("burnout", vec!["burnout"]));
    let near = told('A', 'N', often);
    assert_eq!((near.profile().name(), names(&near)), ("between", vec!["burnout", "both"]));
    let open = told('O', 'A', often);
    let expected = vec!["compassion_fatigue", "both"];
    assert_eq!((open.profile().name(), names(&open)), ("not_enough", expected));
    let both = told('N', 'N', None);
    let expected = vec!["none", "burnout", "exposure_left_out", "exposure_left_out_and_burnout"];
    assert_eq!((both.profile().name(), names(&both)), ("between", expected));
    assert_eq!(told('B', 'B', None).profile().name(), "none");
}

#[test]
fn no_two_findings_share_a_name() {
    let names: BTreeSet<&str> = Finding::ALL.iter().map(|finding| finding.name()).collect();
    assert_eq!(names.len(), Finding::ALL.len());
}
