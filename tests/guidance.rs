//! Each result gets advice that fits it, the first steps lead where they must, and each says truly why it is given.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod advised;
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use advised::{LOAD, Person, SUFFERING};
use burnout_screener::guidance::{ADVICE, Facts, Step, When, Who, first_steps};
use burnout_screener::profile::Finding;
use burnout_screener::session::Role;
use common::{any_responses, built_in, cases, profiled};
use expect_test::expect_file;
use proptest::prelude::*;

const ROLES: [Option<Role>; 5] =
    [Some(Role::Work), Some(Role::Caring), Some(Role::Volunteer), Some(Role::Several), None];

const EXPOSURES: [Option<&str>; 3] = [Some("never"), Some("often"), None];

fn ids(steps: &[Step]) -> Vec<&'static str> {
    steps.iter().map(|step| step.advice.id).collect()
}

/// People with each extreme of each part, of tiredness and rest, and with one or the other left out.
fn people() -> Vec<Person> {
    let parts: [&[(&str, u8)]; 9] = [
        &[],
        &[("exhaustion", 4)],
        &[("distance", 4)],
        &[("effectiveness", 4)],
        &[("exhaustion", 2), ("distance", 2), ("effectiveness", 2)],
        &[("exhaustion", 4), ("distance", 4), ("effectiveness", 3)],
        &[("exhaustion", 3), ("distance", 3), ("effectiveness", 4)],
        &[("exhaustion", 3), ("distance", 4), ("effectiveness", 3)],
        &[("exhaustion", 0), ("distance", 4), ("effectiveness", 4)],
    ];
    let suffering: [&[(&str, u8)]; 9] = [
        &[],
        &[("intrusion", 4)],
        &[("avoidance", 4)],
        &[("alarm", 4)],
        &[("intrusion", 2), ("avoidance", 1), ("alarm", 2)],
        &[("intrusion", 4), ("avoidance", 3), ("alarm", 3)],
        &[("intrusion", 3), ("avoidance", 3), ("alarm", 4)],
        &[("intrusion", 2), ("avoidance", 4), ("alarm", 2)],
        &[("intrusion", 0), ("avoidance", 4), ("alarm", 4)],
    ];
    let tiredness: [&[(&str, u8)]; 6] = [
        &[("tired", 0), ("recovery", 4)],
        &[("tired", 4), ("recovery", 4)],
        &[("tired", 4), ("recovery", 2)],
        &[("tired", 4), ("recovery", 0)],
        &[("tired", 0), ("recovery", 0)],
        &[("tired", 2), ("recovery", 2)],
    ];
    let mut people = Vec::new();
    for b in parts {
        for c in suffering {
            let mut strained = Person::well();
            b.iter().chain(c).for_each(|&(part, keyed)| strained.part(part, keyed));
            for t in tiredness {
                let mut person = strained.clone();
                t.iter().for_each(|&(part, keyed)| person.part(part, keyed));
                people.push(person);
            }
            let left_out = [&["tired", "recovery"][..], &["recovery"], &SUFFERING, &LOAD];
            for parts in left_out {
                let mut person = strained.clone();
                person.part("tired", if parts.len() == 1 { 4 } else { 0 });
                parts.iter().for_each(|part| person.leave_out(part));
                people.push(person);
            }
            strained.parts_but_one_left_out();
            people.push(strained);
        }
    }
    people
}

/// All of them in each role and exposure, by turns with little to carry them and with much in the way.
fn walk(mut meet: impl FnMut(&Person)) {
    let mut walked = 0;
    for person in people() {
        for role in ROLES {
            for exposure in EXPOSURES {
                walked += 1;
                let turn = if walked % 3 == 0 { 0 } else { walked % 8 };
                let mut person = person.clone();
                person.role = role;
                exposure.into_iter().for_each(|said| person.say("exposure", said));
                if turn & 4 != 0 {
                    person.say("impact", "very_much");
                }
                person.answer("support_from_others", if turn & 1 == 0 { 4 } else { 1 });
                person.answer("mind_could_rest", if turn & 2 == 0 { 4 } else { 0 });
                meet(&person);
            }
        }
    }
}

#[test]
fn on_the_walk_the_steps_differ_fit_lead_and_are_truly_because() {
    let (mut met, mut given) = (BTreeSet::new(), BTreeSet::new());
    walk(|person| {
        met.insert(person.found().finding.name());
        given.extend(check(person));
    });
    let all: BTreeSet<&str> = Finding::ALL.iter().map(|finding| finding.name()).collect();
    let missing: Vec<&&str> = all.difference(&met).collect();
    // That one belongs to instruments that do not ask about rest.
    assert_eq!(missing, [&"tired_rest_not_asked"]);
    // Nothing stands in the list in vain. Three answer a ticked sign, which nobody on the walk has.
    let ticked = ["drink-and-numbing", "one-person-again", "screens-and-food"];
    let never = ADVICE.iter().map(|advice| advice.id).filter(|id| !given.contains(id));
    assert_eq!(never.filter(|id| !ticked.contains(id)).collect::<Vec<_>>(), [""; 0]);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn so_they_do_for_anybody(
        responses in any_responses(&built_in()),
        role in proptest::sample::select(ROLES.to_vec()),
        signs in proptest::option::of(proptest::collection::vec(0_usize..10, 0..5)),
        more in proptest::collection::vec(proptest::option::of(0_u8..5), 18),
    ) {
        let mut person = Person::of(responses, role);
        person.answer_more(&more);
        person.tick(signs.as_deref());
        check(&person);
    }
}

/// Everything that holds for anybody. Gives all that is listed.
fn check(person: &Person) -> Vec<&'static str> {
    let steps = person.steps();
    let best = person.best();
    let given: Vec<Step> = steps.iter().chain(&best).copied().collect();
    let names: BTreeSet<&str> = ids(&given).into_iter().collect();
    assert_eq!(names.len(), given.len(), "one is given twice: {}", person.told());
    assert_eq!(steps[0].advice.when, When::Today, "{}", person.told());
    for step in &given {
        let (id, because) = (step.advice.id, advised::id(step.because));
        assert!(step.advice.who != Who::Organisation, "{id}");
        assert!(step.advice.suits(person.role), "{id} is not for the role: {}", person.told());
        assert!(person.bears_out(because), "{id} because {because}: {}", person.told());
    }
    let listed: Vec<&str> = [Who::Me, Who::Others, Who::Organisation]
        .into_iter()
        .flat_map(|who| person.guidance(|guidance| guidance.fitting(who).collect::<Vec<_>>()))
        .map(|advice| advice.id)
        .collect();
    assert!(ids(&given).iter().all(|id| listed.contains(id)), "{}", person.told());
    excluded(person, &listed);
    leads(person, &steps);
    beside_the_manager(person, &ids(&steps));
    beside_the_manager(person, &ids(&best));
    near_both(person, &steps);
    listed
}

/// What WORDING never gives, in the steps as in the whole list.
#[track_caller]
fn excluded(person: &Person, listed: &[&str]) {
    let never = |ids: &[&str], why: &str| {
        let wrong: Vec<_> = listed.iter().filter(|id| ids.contains(id)).collect();
        assert!(wrong.is_empty(), "{wrong:?} where {why}: {}", person.told());
    };
    if person.mean("recovery").is_some_and(|rest| rest <= 37.5) {
        never(&["more-sleep", "free-hours", "real-break"], "rest does not help");
    }
    if person.mean("recovery").is_some_and(|rest| rest >= 62.5) {
        never(&["doctor-for-tiredness"], "rest helps");
    }
    if person.role == Some(Role::Caring) {
        let work = ["why-you-began", "caseload-limit", "free-hours", "more-sleep"];
        never(&work, "somebody cares unpaid");
        never(
            &["say-it-is-too-much", "supervision", "own-number", "org-workload"],
            "there is no job",
        );
    }
    if !person.found().raised.is_empty() || person.mean("exhaustion").is_some_and(|it| it >= 50.0) {
        never(&["help-of-another-kind"], "a part stands out");
    }
    if person.value("guilty_about_suffering").max(person.value("wrong_to_enjoy_life")) < Some(2) {
        never(&["kind-words"], "there is no guilt");
    }
    if person.says("exposure", "never") {
        let met = ["closing-ritual", "less-of-it", "supervision", "trauma-consult", "put-it-away"];
        never(&met, "no suffering is met");
        never(&["mix-your-days", "ask-what-is-needed", "yours-to-carry"], "no suffering is met");
        never(&["org-reflect", "org-case-mix", "around-hard"], "no suffering is met");
    }
    for (sign, id) in [
        ("drinking", "drink-and-numbing"),
        ("drawing_back", "one-person-again"),
        ("eating_screens", "screens-and-food"),
    ] {
        if !person.ticked(sign) {
            never(&[id], "it is not ticked");
        }
    }
}

/// What leads the first steps.
#[track_caller]
fn leads(person: &Person, steps: &[Step]) {
    let (found, names) = (person.found(), ids(steps));
    let told = || format!("{names:?}: {}", person.told());
    let both = found.burnout.is_clearly_above() && found.compassion_fatigue.is_clearly_above();
    let much = person.says("impact", "much") || person.says("impact", "very_much");
    let heavy = both || much && found.finding != Finding::ImpactAlone;
    let (worn_out, alone) =
        (found.finding == Finding::WornOut, found.finding == Finding::ImpactAlone);
    if worn_out {
        assert_eq!(names[0], "doctor-for-tiredness", "{}", told());
    } else if alone {
        assert_eq!(names[0], "doctor-look-wider", "{}", told());
    } else if heavy {
        assert_eq!(names[0], "tell-one-person", "{}", told());
    }
    if heavy && worn_out {
        assert!(names.contains(&"tell-one-person"), "{}", told());
    }
    if both {
        assert_eq!(names[1], "trauma-help", "{}", told());
    }
    let raised = |part| person.mean(part).is_some_and(|mean| mean >= 75.0);
    let stands_out = |part, name| {
        found.raised.has(part) || found.compassion_fatigue.is_clearly_above() && raised(name)
    };
    use burnout_screener::instrument::Part;
    if stands_out(Part::Intrusion, "intrusion") || stands_out(Part::Alarm, "alarm") {
        assert!(names.contains(&"trauma-help"), "{}", told());
    }
    if person.value("support_from_others").is_some_and(|value| value <= 1) {
        assert_eq!(steps[0].advice.who, Who::Others, "a step with others comes first: {}", told());
        let support = names.contains(&"support-at-work") || names.contains(&"support-for-carers");
        let elsewhere = heavy || names.contains(&"trauma-help");
        assert!(support || elsewhere, "{}", told());
    }
    if person.value("mind_could_rest").is_some_and(|value| value <= 1) {
        let own = ["switch-off", "close-each-shift", "off-hours", "carer-hour", "free-hours"];
        assert!(names.iter().any(|id| own.contains(id)), "one step is about that: {}", told());
        assert!(heavy || names.contains(&"switch-off"), "{}", told());
    }
}

/// Who else there is stands right behind the manager, and never without.
#[track_caller]
fn beside_the_manager(person: &Person, names: &[&str]) {
    let place = |id| names.iter().position(|&name| name == id);
    let (manager, others) = (place("say-it-is-too-much"), place("who-else-can-hear"));
    assert_eq!(manager.map(|place| place + 1), others, "{names:?}: {}", person.told());
}

/// Near both lines the words say that the first steps fit both.
#[track_caller]
fn near_both(person: &Person, steps: &[Step]) {
    let near = [Finding::BothNear, Finding::BurnoutCfNear, Finding::CfBurnoutNear];
    let is_carried = |item: &str| person.value(item).is_none_or(|value| value >= 2);
    let calm = is_carried("support_from_others") && is_carried("mind_could_rest");
    let much = person.says("impact", "much") || person.says("impact", "very_much");
    // A person, a doctor or support may take the place of one.
    if near.contains(&person.found().finding) && calm && !much {
        let answers = |parts| steps.iter().any(|step| step.advice.answers.meets(parts));
        let both = answers(Facts::BURNOUT) && answers(Facts::COMPASSION_FATIGUE);
        assert!(both, "{:?}: {}", ids(steps), person.told());
    }
}

#[test]
fn a_raised_part_an_unrefreshing_rest_and_impact_alone_have_first_steps_of_their_own() {
    let mut own: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for part in advised::PARTS {
        let mut person = Person::well();
        person.role = Some(Role::Work);
        person.say("exposure", "often");
        person.part(part, if part == "intrusion" { 3 } else { 4 });
        assert_eq!(person.found().finding, Finding::RaisedPart, "{part}");
        own.insert(part.to_owned(), ids(&person.steps()));
        // Each step answers it.
        for step in person.steps() {
            let of_it = advised::strain_of(advised::id(step.because));
            assert_eq!(of_it, part, "{:?}", step.advice.id);
        }
    }
    let mut worn_out = Person::well();
    worn_out.role = Some(Role::Work);
    worn_out.part("tired", 4);
    worn_out.part("recovery", 0);
    own.insert("worn out".to_owned(), ids(&worn_out.steps()));
    let mut alone = Person::well();
    alone.role = Some(Role::Work);
    alone.say("impact", "much");
    own.insert("impact alone".to_owned(), ids(&alone.steps()));
    let mut well = Person::well();
    well.role = Some(Role::Work);
    own.insert("well".to_owned(), ids(&well.steps()));
    let different: BTreeSet<&Vec<&str>> = own.values().collect();
    assert_eq!(different.len(), own.len(), "{own:#?}");
}

#[test]
fn the_stated_cause_decides_among_equals_and_never_against_a_higher_part() {
    let mut person = Person::well();
    person.role = Some(Role::Volunteer);
    person.say("exposure", "often");
    for part in advised::PARTS {
        person.part(part, 2);
    }
    assert!(person.found().burnout.is_near());
    let first = |person: &Person, cause| {
        let mut person = person.clone();
        person.say("cause", cause);
        person.part("intrusion", 2);
        advised::strain_of(advised::id(person.steps()[0].because))
    };
    let leads = person.found().compassion_fatigue.is_clearly_above();
    assert!(!leads, "the two strains are alike");
    assert_eq!(first(&person, "load"), "exhaustion");
    assert_eq!(first(&person, "suffering"), "intrusion");
    person.answer("ran_out_of_strength", 3);
    assert_eq!(first(&person, "suffering"), "exhaustion");
}

#[test]
fn with_no_answer_at_all_there_are_three_steps_for_anyone() {
    for role in ROLES {
        let nobody = Person::of(burnout_screener::response::Responses::new(&built_in()), role);
        let steps = first_steps(profiled(&built_in()), &nobody.responses, role, &nobody.found());
        assert_eq!(ids(&steps), ["be-gentle", "note-it-down", "talk-it-through"]);
    }
}

/// What a person is told to do first, and why, in the plain cases of each finding.
///
/// `UPDATE_EXPECT=1 cargo test --test guidance` writes the file anew.
#[test]
fn the_first_steps_are_those_of_the_golden_file() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for person in people() {
        for (role, exposure) in
            ROLES.into_iter().flat_map(|role| EXPOSURES.map(|said| (role, said)))
        {
            for impact in ["", " + impact"] {
                let mut person = person.clone();
                person.role = role;
                exposure.into_iter().for_each(|said| person.say("exposure", said));
                if !impact.is_empty() {
                    person.say("impact", "much");
                }
                let role = role.map_or("not said", Role::name);
                let key = format!("{}{impact} | {role}", person.found().finding.name());
                seen.entry(key).or_insert_with(|| {
                    let because = |step: Step| advised::id(step.because);
                    let told = |step: Step| format!("{} ({})", step.advice.id, because(step));
                    person.steps().map(told).join(", ")
                });
            }
        }
    }
    let mut table = String::new();
    for (case, steps) in seen {
        writeln!(table, "{case} | {steps}").unwrap();
    }
    expect_file!["golden/first-steps.txt"].assert_eq(&table);
}
