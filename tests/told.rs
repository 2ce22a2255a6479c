//! No sentence contradicts an answer that it speaks of: for every finding, exposure and voice, whatever the
//! answers. What a sentence needs stands here as it is written in `docs/instrument.md`, read off the raw
//! answers, and not in the code that chooses the sentences.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use burnout_screener::profile::Finding;
use burnout_screener::session::Role;
use common::person::{BURNOUT, CARRIES, Person, REST_FAILS, SUFFERING, core, items_of};
use common::told::{Teller, Told};
use proptest::prelude::*;

/// A text that may be said, and what must be true of the answers then.
type Rule = (&'static str, fn(&Person) -> bool);

fn at_least(score: Option<f64>, least: f64) -> bool {
    score.is_some_and(|score| score >= least)
}

fn at_most(score: Option<f64>, most: f64) -> bool {
    score.is_some_and(|score| score <= most)
}

fn tired(person: &Person) -> bool {
    at_least(person.mean("tired"), 62.5)
}

fn rest_helps(person: &Person) -> bool {
    at_least(person.mean("recovery"), 62.5)
}

fn rest_fails(person: &Person) -> bool {
    at_most(person.mean("recovery"), 37.5)
}

fn rest_in_part(person: &Person) -> bool {
    person.mean("recovery").is_some() && !rest_helps(person) && !rest_fails(person)
}

fn below(person: &Person) -> bool {
    // By bounds a strain may be below whose parts have no answers at all.
    let low = |parts, line: f64| person.score(parts).is_none_or(|score| score < line);
    low(BURNOUT, 50.0) && low(SUFFERING, 40.0)
}

fn speaks_of_suffering(person: &Person) -> bool {
    let part = |part: &&str| at_least(person.mean(part), 62.5);
    at_least(person.score(SUFFERING), 30.0) || SUFFERING.iter().any(part)
}

fn some_left_out(person: &Person) -> bool {
    core().iter().any(|id| person.option(id).is_none())
}

const RULES: &[Rule] = &[
    ("you are tired", tired),
    ("tired and rest helps", |p| tired(p) && rest_helps(p)),
    ("tired, and rest helps in part", |p| tired(p) && rest_in_part(p)),
    ("you are somewhat tired", |p| {
        p.mean("tired").is_some_and(|tired| tired > 37.5 && tired < 62.5)
    }),
    ("worn out, and rest does not help", |p| tired(p) && rest_fails(p)),
    ("Tiredness: tired", tired),
    ("Tiredness: not tired", |p| at_most(p.mean("tired"), 37.5)),
    ("Tiredness: not said", |p| p.mean("tired").is_none()),
    ("; rest helps\n", rest_helps),
    ("; rest helps in part\n", rest_in_part),
    ("; rest does not help\n", rest_fails),
    ("; nothing said about rest", |p| p.mean("recovery").is_none()),
    ("rest does not help.", rest_fails),
    ("sleep or rest gives you little", rest_fails),
    ("rest helps, at least in part", |p| rest_helps(p) || rest_in_part(p)),
    ("Sleep and a lighter week are", rest_helps),
    ("even after rest", |p| p.any(&REST_FAILS, 3..=4) > 0),
    ("lasted for more than four weeks, so", Person::lasts_over_four_weeks),
    ("has lasted for more than four weeks.", Person::lasts_over_four_weeks),
    ("If this has lasted", |p| p.said("duration").is_none()),
    ("If it lasts for more", |p| !p.lasts_over_four_weeks()),
    ("or lasts for more than four weeks", |p| !p.lasts_over_four_weeks()),
    ("You left out how tired you are", |p| p.mean("tired").is_none()),
    ("You left out whether rest helps", |p| p.mean("recovery").is_none()),
    ("You left out how often you meet", |p| p.said("exposure").is_none()),
    ("what you left out", some_left_out),
    ("You left some questions out", some_left_out),
    ("too few answers", some_left_out),
    ("more can be enough to tell", some_left_out),
    ("in any case", some_left_out),
    ("you never meet", |p| p.is_exposed_never() && speaks_of_suffering(p)),
    ("Much is high at once", |p| tired(p) && p.score(BURNOUT) >= Some(50.0)),
    ("it gets in the way a lot. So", |p| p.said("impact") == Some("much")),
    ("very much in the way", |p| p.said("impact") == Some("very_much")),
    ("It gets in the way a lot.", Person::impact_is_high),
    ("Something gets in your way", Person::impact_is_high),
    ("no notable strain", |p| !p.impact_is_high() && below(p)),
    ("Both strains lie below", below),
    ("something in your own life weighs", |p| p.said("cause") == Some("own_life")),
    ("You also named this", |p| matches!(p.said("cause"), Some("load" | "suffering" | "both"))),
    ("You named something else", |p| matches!(p.said("cause"), Some("load" | "suffering"))),
    ("You ticked alcohol", |p| p.ticked("drinking")),
    ("You often see that what you do", |p| p.any(&["saw_it_helped"], 3..=4) == 1),
    ("You often get support", |p| p.any(&["support_from_others"], 3..=4) == 1),
    ("Your mind can often rest", |p| p.any(&["mind_could_rest"], 3..=4) == 1),
    ("It felt right to me", |p| p.any(&["felt_right_to_do"], 3..=4) == 1),
    ("You rarely or never get support", |p| p.any(&["support_from_others"], 0..=1) == 1),
    ("Your mind rarely or never", |p| p.any(&["mind_could_rest"], 0..=1) == 1),
    ("None of what can carry you was there", |p| p.any(&CARRIES, 0..=2) == 4),
    ("things that carry you", |p| p.any(&CARRIES, 3..=4) >= 2),
    ("What carries you does not", |p| p.any(&CARRIES, 3..=4) >= 1),
    ("Your answers tie these feelings to the suffering", |p| {
        at_least(p.mean("alarm"), 75.0) && !p.is_exposed_never()
    }),
    ("Burnout: clearly raised", |p| at_least(p.score(BURNOUT), 50.0)),
    ("Burnout: clearly below", |p| !at_least(p.score(BURNOUT), 50.0)),
    ("Burnout: just above the line", |p| at_least(p.score(BURNOUT), 50.0)),
    ("Burnout: just below the line", |p| at_most(p.score(BURNOUT), 49.99)),
    ("Compassion fatigue: clearly raised", |p| at_least(p.score(SUFFERING), 40.0)),
    ("Compassion fatigue: clearly below", |p| !at_least(p.score(SUFFERING), 40.0)),
    ("point to burnout", |p| at_least(p.score(BURNOUT), 50.0)),
    ("point to caregiving exhaustion", |p| at_least(p.score(BURNOUT), 50.0)),
    ("point to compassion fatigue", |p| at_least(p.score(SUFFERING), 40.0)),
    ("as the source, more than the suffering", |p| {
        p.score(BURNOUT).unwrap() - 50.0 > p.score(SUFFERING).map_or(-40.0, |c| c - 40.0)
    }),
    ("grief can raise these answers", |p| p.role == Some(Role::Caring) && !p.is_exposed_never()),
    // What a voice may not say.
    ("your work", |p| p.role == Some(Role::Work)),
    ("how work is set up", |p| p.role == Some(Role::Work)),
    ("in your care", |p| p.role == Some(Role::Caring)),
    ("aregiving exhaustion", |p| p.role == Some(Role::Caring)),
    ("urnout", |p| p.role != Some(Role::Caring)),
    ("ompassion fatigue", |p| !p.is_exposed_never()),
];

/// The names of parts as they are told, and the parts.
const PARTS: [(&str, &str); 8] = [
    ("worn out from", "exhaustion"),
    ("distance from", "distance"),
    ("doubts about how well", "effectiveness"),
    ("suffering that comes back to you", "intrusion"),
    ("hard thoughts or pictures that come back", "intrusion"),
    ("keeping away from suffering", "avoidance"),
    ("keeping away from what is hard to bear", "avoidance"),
    ("alarm, guilt or feeling helpless", "alarm"),
];

/// Below this a part is not worth watching: 62.5, or one step below 75 where that is lower.
fn watch_line(person: &Person, part: &str) -> f64 {
    let counted = items_of(part).iter().filter(|id| person.option(id).is_some()).count();
    f64::min(62.5, 75.0 - 25.0 / counted as f64)
}

#[track_caller]
fn check(teller: &Teller, person: &Person, told: &Told) {
    let all = told.all() + "\n";
    for (text, holds) in RULES {
        assert!(!all.contains(text) || holds(person), "“{text}” is said of {person:#?}\n{all}");
    }
    assert!(!all.contains(['{', '}']), "{all}");
    check_parts(person, told);
    for quote in &told.quotes {
        let id = teller.id_of(quote, person);
        let keyed = person.keyed(&id).unwrap();
        let strength = if items_of("recovery").contains(&id) { 4 - keyed } else { keyed };
        assert!(strength >= 2, "“{quote}” speaks for nothing: {person:#?}\n{all}");
    }
    if told.headline.contains("no notable strain") && !told.headline.contains("watching") {
        assert!(told.quotes.is_empty(), "nothing is quoted as a sign: {:?}", told.quotes);
    }
}

/// What is named stands out or is worth watching, and nobody in whom a part stands out is told that there is
/// nothing, or that rest helps.
#[track_caller]
fn check_parts(person: &Person, told: &Told) {
    let said: Vec<&str> = told.headline.split_inclusive(['.', ':']).collect();
    let about = told.about.split_once("taken by itself: ").map_or("", |(_, named)| named);
    for (name, part) in PARTS {
        let high = |line: f64| at_least(person.mean(part), line);
        for (place, phrase) in said.iter().enumerate().filter(|(_, phrase)| phrase.contains(name)) {
            let watched = said[place - 1].contains("Worth watching");
            let line = if watched { watch_line(person, part) } else { 75.0 };
            assert!(high(line), "{name}: {phrase} is said of {person:#?}");
        }
        assert!(!about.contains(name) || high(75.0), "{name} is said of {person:#?}");
    }
    let settled_above = |strain: usize| {
        told.lines[strain].contains("clearly raised") || told.lines[strain].contains(": raised")
    };
    for (strain, parts) in [BURNOUT, SUFFERING].into_iter().enumerate() {
        let raised = |part: &&str| {
            let counted = items_of(part).iter().filter(|id| person.option(id).is_some()).count();
            counted >= 2 && at_least(person.mean(part), 75.0)
        };
        if parts.iter().any(raised) && !settled_above(strain) {
            let all = told.all() + "\n";
            let told_nothing = all.contains("no notable strain") || all.contains("rest helps\n");
            assert!(!told_nothing, "a part stands out: {person:#?}\n{all}");
        }
    }
}

/// Every way of answering the questions about the situation that a sentence listens to, in every role.
fn situations(person: &Person) -> Vec<Person> {
    let mut found = Vec::new();
    for role in [None, Some(Role::Work), Some(Role::Caring)] {
        for exposure in [None, Some("never"), Some("sometimes")] {
            for (duration, impact, cause) in [
                (None, None, None),
                (Some("over_six_months"), Some("very_much"), Some("load")),
                (Some("two_to_four_weeks"), Some("little"), Some("suffering")),
                (Some("one_to_six_months"), Some("none"), Some("own_life")),
                (None, Some("much"), Some("both")),
            ] {
                let mut one = Person { role, ..person.clone() };
                let said = [
                    ("exposure", exposure),
                    ("duration", duration),
                    ("impact", impact),
                    ("cause", cause),
                ];
                for (question, answer) in said {
                    if let Some(answer) = answer {
                        one = one.say(question, answer);
                    }
                }
                found.push(one);
            }
        }
    }
    found
}

/// Patterns at the ends of what can be answered.
fn extremes() -> Vec<Person> {
    let parts = BURNOUT.into_iter().chain(SUFFERING);
    // Of one strain alone, the other left out.
    let alone = |strain, keyed| Person::default().strain(strain, keyed);
    let high = Person::well().strain(BURNOUT, 4).strain(SUFFERING, 4);
    let mut found: Vec<Person> = (0..=4).map(Person::answering).collect();
    found.extend([Person::default(), Person::well(), high.clone()]);
    for strain in [BURNOUT, SUFFERING] {
        for keyed in 0..=4 {
            found.push(Person::well().strain(strain, keyed));
            found.push(high.clone().strain(strain, keyed));
            found.push(alone(strain, keyed));
        }
    }
    for part in parts.clone() {
        found.push(Person::well().part(part, 4));
        found.push(Person::well().part(part, 3));
        found.push(high.clone().part(part, 0));
        found.push(Person::default().part(part, 4));
        found.push(Person::default().part(part, 0));
        for other in parts.clone() {
            found.push(Person::well().part(part, 4).part(other, 3));
        }
    }
    for tired in [None, Some(0), Some(2), Some(4)] {
        for rest in [None, Some(0), Some(2), Some(4)] {
            for base in [Person::well(), Person::well().part("exhaustion", 4), high.clone()] {
                let mut person = base;
                for (scale, answer) in [("tired", tired), ("recovery", rest)] {
                    for id in items_of(scale) {
                        person = match answer {
                            Some(option) => person.item(&id, option),
                            None => person.skip(&id),
                        };
                    }
                }
                found.push(person);
            }
        }
    }
    found
}

#[test]
fn at_the_ends_of_what_can_be_answered_no_sentence_contradicts_an_answer() {
    let teller = Teller::new();
    let mut findings = BTreeSet::new();
    let mut texts: BTreeMap<(String, String), Finding> = BTreeMap::new();
    for (place, mut person) in extremes().iter().flat_map(situations).enumerate() {
        if place % 7 == 0 {
            person = person.tick("drinking");
        }
        let told = teller.tell(&person);
        findings.insert(told.found.finding.name());
        check(&teller, &person, &told);
        let finding = told.found.finding;
        let before = *texts.entry((told.headline, told.about)).or_insert(finding);
        assert_eq!(before, finding, "two findings that read the same");
    }
    // The built-in instrument asks about rest.
    let all = Finding::ALL.iter().map(|finding| finding.name());
    let missed: Vec<&str> =
        all.filter(|name| *name != "tired_rest_not_asked" && !findings.contains(name)).collect();
    assert!(missed.is_empty(), "no pattern leads to {missed:?}");
}

/// Answers of a person around a level for each part, with anything from nothing to everything left out.
fn anyone() -> impl Strategy<Value = Person> {
    let scales: Vec<&str> =
        BURNOUT.into_iter().chain(SUFFERING).chain(["tired", "recovery", "carries"]).collect();
    let items: Vec<(usize, String)> = (scales.iter().enumerate())
        .flat_map(|(place, scale)| items_of(scale).into_iter().map(move |id| (place, id)))
        .collect();
    let levels = proptest::collection::vec(0_i16..=4, scales.len());
    let jitter = proptest::collection::vec((-1_i16..=1, 0_u8..100), items.len());
    let left_out = prop_oneof![2 => Just(0_u8), 2 => 0_u8..40, 1 => 0_u8..=100];
    let said = (0_usize..4, 0_usize..6, 0_usize..6, 0_usize..5, 0_usize..5);
    (levels, jitter, left_out, said, any::<bool>()).prop_map(
        move |(levels, jitter, left_out, said, drinks)| {
            let mut person = Person::default();
            for ((place, id), (off, chance)) in items.iter().zip(jitter) {
                let asked = !common::person::is_bank(id) || chance % 2 == 0;
                if chance >= left_out && asked {
                    let option = u8::try_from((levels[*place] + off).clamp(0, 4)).unwrap();
                    person = person.item(id, option);
                }
            }
            let (role, exposure, cause, duration, impact) = said;
            person.role = Role::ALL.get(role).copied();
            let options = [
                (
                    "exposure",
                    exposure,
                    ["never", "rarely", "sometimes", "often", "nearly_always"].as_slice(),
                ),
                ("cause", cause, &["load", "suffering", "both", "own_life", "none"]),
                (
                    "duration",
                    duration,
                    &[
                        "under_two_weeks",
                        "two_to_four_weeks",
                        "one_to_six_months",
                        "over_six_months",
                    ],
                ),
                ("impact", impact, &["none", "little", "much", "very_much"]),
            ];
            for (question, place, options) in options {
                if let Some(option) = options.get(place) {
                    person = person.say(question, option);
                }
            }
            if drinks { person.tick("drinking") } else { person }
        },
    )
}

proptest! {
    #![proptest_config(common::cases(400))]

    #[test]
    fn whatever_is_answered_no_sentence_contradicts_an_answer(person in anyone()) {
        let teller = Teller::new();
        check(&teller, &person, &teller.tell(&person));
    }
}
