//! The result in words: every finding has its own sentence, names follow the voice, and the figures in it are
//! those of the scores.
mod common;

use burnout_screener::instrument::Construct;
use burnout_screener::profile::Finding;
use burnout_screener::report::whole;
use burnout_screener::session::Role;
use common::person::{BURNOUT, Person, SUFFERING};
use common::told::Teller;

fn nurse() -> Person {
    Person::well().role(Role::Work).say("exposure", "often")
}

#[test]
fn a_score_is_told_with_its_range_and_its_line() {
    let teller = Teller::new();
    let score = |person: &Person, strain| teller.report(person, |report| report.score(strain));
    // SEM of burnout: 20 · √.12 = 6.9.
    assert_eq!(
        score(&Person::answering(2).role(Role::Caring), Construct::Burnout),
        "Caregiving exhaustion: 50 of 100, most likely 43 to 57. The line is at 50."
    );
    assert_eq!(
        score(&Person::default().role(Role::Work), Construct::CompassionFatigue),
        "Compassion fatigue: not enough answers for a score. The line is at 40."
    );
}

#[test]
fn a_strain_is_one_line_of_words_and_so_is_tiredness() {
    let teller = Teller::new();
    let lines = |person: &Person| teller.tell(person).lines.join(" · ");
    assert_eq!(
        lines(&nurse().strain(BURNOUT, 4)),
        "Burnout: clearly raised · Compassion fatigue: clearly below the line · Tiredness: not \
         tired; rest helps"
    );
    assert_eq!(
        lines(&Person::default().part("tired", 4)),
        "Burnout: still open, too few answers · Compassion fatigue: still open, too few answers · \
         Tiredness: tired; nothing said about rest"
    );
}

#[test]
fn how_sure_it_is_is_said_of_each_strain_and_never_in_figures() {
    let teller = Teller::new();
    let sure = |person: &Person| teller.tell(person).sure;
    let near = |person: Person| person.strain(BURNOUT, 2);
    assert_eq!(sure(&nurse()), "Fairly sure.");
    assert_eq!(
        sure(&near(nurse())),
        "Fairly sure about compassion fatigue. Burnout could be either."
    );
    assert_eq!(
        sure(&near(nurse()).say("exposure", "never").role(Role::Caring)),
        "Fairly sure about the rest. Caregiving exhaustion could be either."
    );
    assert_eq!(
        sure(&near(nurse().strain(SUFFERING, 2))),
        "Either could be true: you are close to both boundaries."
    );
    assert_eq!(sure(&Person::default()), "Not sure: there are too few answers.");
    assert_eq!(
        sure(&Person::default().strain(BURNOUT, 4)),
        "Fairly sure about burnout. For compassion fatigue there are too few answers."
    );
}

#[test]
fn with_exposure_left_out_nothing_is_sure_of_compassion_fatigue() {
    let sure = |person: &Person| Teller::new().tell(person).sure;
    let high = Person::well().strain(SUFFERING, 4);
    assert_eq!(sure(&high), "Fairly sure about burnout.");
    assert_eq!(sure(&high.clone().strain(BURNOUT, 2)), "Burnout could be either.");
    assert_eq!(sure(&high.say("exposure", "rarely")), "Fairly sure.");
}

#[test]
fn what_open_answers_cannot_change_is_said_so() {
    let person = nurse().strain(BURNOUT, 4);
    let open = ["felt_done_badly", "below_own_standard", "managed_main_things"];
    let person = open.into_iter().fold(person, |person, id| person.skip(id));
    let told = Teller::new().tell(&person);
    assert_eq!(told.lines[0], "Burnout: raised in any case");
    assert!(
        told.all().contains("No answer to what you left out could change this."),
        "{}",
        told.all()
    );
}

#[test]
fn parts_that_stand_out_are_named_together_and_those_worth_watching_after_them() {
    let teller = Teller::new();
    let headline = |person: &Person| teller.tell(person).headline;
    let two = nurse().part("distance", 3).part("avoidance", 3);
    assert_eq!(
        headline(&two),
        "Some things stand out: distance from your work; keeping away from suffering."
    );
    assert_eq!(
        headline(&two.clone().say("exposure", "never")),
        "Some things stand out: distance from your work; keeping away from what is hard to bear."
    );
    let watched =
        nurse().part("effectiveness", 2).item("felt_done_badly", 3).item("below_own_standard", 3);
    assert_eq!(
        headline(&watched),
        "Your answers show no notable strain. Worth watching: doubts about how well you do your work."
    );
    // Beside a strain the headline is about the strain, and the text names the part.
    let beside = nurse().strain(BURNOUT, 4).part("intrusion", 3).part("avoidance", 0);
    let told = teller.tell(&beside);
    assert_eq!(told.headline, "Your answers point to burnout.");
    assert!(told.about.ends_with("Also high, taken by itself: suffering that comes back to you."));
}

#[test]
fn the_signs_that_were_ticked_stand_under_their_headings() {
    let person = nurse().tick("poor_sleep").tick("headache_stomach").tick("more_mistakes");
    let said = Teller::new().report(&person, |report| {
        let lines = report.signs().into_iter();
        lines.map(|(domain, signs)| format!("{domain}: {}", signs.join(", "))).collect::<Vec<_>>()
    });
    assert_eq!(
        said,
        ["Body: Headaches or stomach trouble, Poor sleep", "In your helping role: More mistakes"]
    );
    assert!(Teller::new().report(&nurse(), |report| report.signs().is_empty()));
}

#[test]
fn an_answer_that_could_move_the_result_is_named() {
    let teller = Teller::new();
    let said = |person: &Person| teller.one_changed(person);
    assert_eq!(
        said(&nurse()).as_deref(),
        Some("No step in a single answer would move this result.")
    );
    // 28 of 48 is the lowest that is clearly above the line.
    let more = ["exhausted_despite_rest", "used_up_rest", "felt_bitter", "dread_at_thought"];
    let person = nurse().strain(BURNOUT, 2);
    assert_eq!(
        said(&more.into_iter().fold(person, |person, id| person.item(id, 3))).as_deref(),
        Some(
            "One step in one answer could move this result: “Even with rest, I felt exhausted \
             from the work I do.”"
        )
    );
    assert_eq!(said(&Person::default()), None);
}

#[test]
fn every_role_is_told_the_same_finding_in_its_own_voice() {
    let teller = Teller::new();
    let told = Role::ALL.map(|role| teller.tell(&nurse().strain(BURNOUT, 3).role(role)));
    assert!(told.iter().all(|told| told.found.finding == Finding::Burnout));
    assert_eq!(
        told.map(|told| told.headline),
        [
            "Your answers point to burnout.",
            "Your answers point to caregiving exhaustion.",
            "Your answers point to burnout.",
            "Your answers point to burnout.",
        ]
    );
}

#[test]
fn figures_are_whole_and_stay_within_the_scale() {
    assert_eq!([-3.0, 0.4, 49.5, 100.2].map(whole), [0, 0, 50, 100]);
}
