//! What is said of a hundred thousand answer sets stays what it was, whatever the core is made of.
//!
//! The golden file holds a hash and the outcomes of each portion of a thousand sets. Where a portion
//! differs, `PORTION=7 cargo test --test same_results -- --nocapture` prints its lines, to be laid
//! beside those of an older commit. What names the core's types stands in the module `said`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use expect_test::expect_file;

const PORTIONS: u64 = 100;
const SETS: usize = 1000;

/// What all portions come to; the tests share it.
static RESULTS: LazyLock<Vec<Portion>> = LazyLock::new(|| (0..PORTIONS).map(portion).collect());

#[test]
fn a_hundred_thousand_answer_sets_give_the_results_they_always_gave() {
    let written: String = (RESULTS.iter().enumerate())
        .map(|(number, Portion { hash, outcomes })| {
            let counts: Vec<String> =
                outcomes.iter().map(|(outcome, count)| format!("{outcome} {count}")).collect();
            format!("{number} {hash:016x} {}\n", counts.join(", "))
        })
        .collect();
    expect_file!["golden/results.txt"].assert_eq(&written);
}

#[test]
fn every_outcome_that_can_be_is_among_them_and_no_other() {
    let found: BTreeSet<String> =
        RESULTS.iter().flat_map(|portion| portion.outcomes.keys().cloned()).collect();
    assert_eq!(found, said::every_outcome());
}

#[test]
fn the_table_names_the_items_in_the_order_asked() {
    assert_eq!(said::asked(&common::built_in()), ITEMS.map(|(id, ..)| id));
}

struct Portion {
    hash: u64,
    outcomes: BTreeMap<String, usize>,
}

fn portion(number: u64) -> Portion {
    let instrument = common::built_in();
    let is_shown = std::env::var("PORTION").is_ok_and(|shown| shown == number.to_string());
    let mut random = SplitMix64(number);
    let mut portion = Portion { hash: FNV_BASIS, outcomes: BTreeMap::new() };
    for _ in 0..SETS {
        let set = any_set(&mut random);
        let (outcome, said) = said::of(&instrument, &set);
        let line = format!("{} {said}\n", set.written());
        if is_shown {
            print!("{line}");
        }
        portion.hash = fnv_1a(portion.hash, &line);
        *portion.outcomes.entry(outcome).or_default() += 1;
    }
    portion
}

const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a with 64 bits, going on from `hash`.
fn fnv_1a(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Vigna's SplitMix64, written out so that the sets never change with a library.
struct SplitMix64(u64);

impl SplitMix64 {
    fn below(&mut self, limit: u8) -> u8 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u8::try_from((mixed ^ (mixed >> 31)) % u64::from(limit)).unwrap()
    }
}

/// One person's answers: options by their places in the instrument's file.
struct Set {
    items: [Option<u8>; 26],
    context: [Option<u8>; 4],
    role: u8,
}

impl Set {
    fn written(&self) -> String {
        let digit = |answer: &Option<u8>| answer.map_or('-', |option| char::from(b'0' + option));
        let items: String = self.items.iter().map(digit).collect();
        let context: String = self.context.iter().map(digit).collect();
        format!("{items} {context} {}", ROLES[usize::from(self.role)])
    }
}

/// Each scale around a level of its own, so that every profile comes up, with anything from nothing
/// to everything left out.
fn any_set(random: &mut SplitMix64) -> Set {
    let levels = [(); 3].map(|()| random.below(5));
    let jitter = random.below(3);
    let left_out = match random.below(6) {
        0..=2 => 0,
        3..=4 => random.below(50),
        _ => random.below(101),
    };
    let items = ITEMS.map(|(_, scale, is_reversed)| {
        let moved = levels[scale] + random.below(2 * jitter + 1);
        let keyed = moved.saturating_sub(jitter).min(4);
        let option = if is_reversed { 4 - keyed } else { keyed };
        (random.below(100) >= left_out).then_some(option)
    });
    // Of five, so that one in five is without an answer.
    let context = CONTEXT.map(|_| Some(random.below(5)).filter(|&option| option < 4));
    Set { items, context, role: random.below(3) }
}

const CONTEXT: [&str; 4] = ["exposure", "cause", "duration", "impact"];
const ROLES: [&str; 3] = ["work", "caring", "both"];

const BURNOUT: usize = 0;
const COMPASSION_FATIGUE: usize = 1;
const TIREDNESS: usize = 2;

/// The items of the built-in instrument in the order asked: id, scale, and whether it is reversed.
/// By hand, so that the sets do not hang on how the core stores an instrument.
const ITEMS: [(&str, usize, bool); 26] = [
    ("busy_day", TIREDNESS, false),
    ("worn_out_after_day_off", BURNOUT, false),
    ("painful_story_stays", COMPASSION_FATIGUE, false),
    ("what_matters_done", BURNOUT, true),
    ("dreaded_start", BURNOUT, false),
    ("guilty_about_pain", COMPASSION_FATIGUE, false),
    ("better_after_sleep", TIREDNESS, false),
    ("took_all_energy", BURNOUT, false),
    ("thoughts_of_suffering", COMPASSION_FATIGUE, false),
    ("less_well_than_before", BURNOUT, false),
    ("no_point", BURNOUT, false),
    ("changed_subject", COMPASSION_FATIGUE, false),
    ("drained_before_start", BURNOUT, false),
    ("sleepy", TIREDNESS, false),
    ("helpless_about_person", COMPASSION_FATIGUE, false),
    ("able_to_handle", BURNOUT, true),
    ("pictures", COMPASSION_FATIGUE, false),
    ("did_not_mind_outcome", BURNOUT, false),
    ("sleep_not_enough", BURNOUT, false),
    ("kept_away_from_person", COMPASSION_FATIGUE, false),
    ("fresh_after_rest", TIREDNESS, false),
    ("unsafe_because_of_others", COMPASSION_FATIGUE, false),
    ("bitter", BURNOUT, false),
    ("no_strength_left", BURNOUT, false),
    ("dreams", COMPASSION_FATIGUE, false),
    ("avoided_reminders", COMPASSION_FATIGUE, false),
];

/// All that names the core's types: the one part that follows when they are renamed.
mod said {
    use std::collections::BTreeSet;

    use burnout_screener::guidance::first_steps;
    use burnout_screener::instrument::{Construct, Instrument};
    use burnout_screener::profile::{
        Agreement, Profile, Side, Verdict, agreement, classify, is_decided, one_changed_answer,
        professional_help, strongest_answers,
    };
    use burnout_screener::report::{REASONS, verdicts};
    use burnout_screener::response::Responses;
    use burnout_screener::scoring::Score;
    use burnout_screener::session::Role;

    use super::{CONTEXT, Set};

    const SCALES: [Construct; 3] =
        [Construct::Burnout, Construct::CompassionFatigue, Construct::Tiredness];

    pub(super) fn asked(instrument: &Instrument) -> Vec<&str> {
        instrument.items().iter().map(|item| item.id.as_str()).collect()
    }

    pub(super) fn every_outcome() -> BTreeSet<String> {
        verdicts().map(outcome_word).collect()
    }

    /// The outcome, and a line with everything that is said.
    pub(super) fn of(instrument: &Instrument, set: &Set) -> (String, String) {
        let responses = responses(instrument, set);
        let role = [Role::Work, Role::Caring, Role::Both][usize::from(set.role)];
        let profiled = instrument.profiled().unwrap();
        let found = classify(profiled, &responses);
        let outcome = outcome_word(found.verdict);
        let scores = SCALES.map(|scale| found.score(scale).map_or("-".to_owned(), score_words));
        let bands = SCALES.map(|scale| found.side(profiled, scale).map_or("-", band_word));
        let reasons = strongest_answers(profiled, &responses, found.verdict, REASONS);
        let reasons: Vec<String> = (reasons.iter())
            .map(|reason| format!("{}:{}", instrument.items()[reason.item].id, reason.option))
            .collect();
        let changed = one_changed_answer(profiled, &responses).map_or("-".to_owned(), |then| {
            format!("{}:{}", outcome_word(then.verdict), then.lead.map_or("-", scale_word))
        });
        let steps = first_steps(profiled, &responses, role, &found);
        let decided = match responses.skipped().next() {
            Some(_) => yes_or_no(is_decided(profiled, &responses)),
            None => "-",
        };
        let parts = [
            outcome.as_str(),
            found.lead.map_or("-", scale_word),
            &scores.join(" "),
            &bands.join(" "),
            &reasons.join(","),
            agreement_word(agreement(profiled, &responses, found.verdict)),
            yes_or_no(professional_help(profiled, &responses, &found)),
            &changed,
            &steps.map(|step| step.map_or("-", |step| step.id)).join(","),
            decided,
        ];
        let line = parts.join(" | ");
        (outcome, line)
    }

    fn responses(instrument: &Instrument, set: &Set) -> Responses {
        let mut responses = Responses::new(instrument);
        for (item, &option) in set.items.iter().enumerate() {
            responses.set_item(instrument, item, option);
        }
        for (id, option) in CONTEXT.into_iter().zip(set.context) {
            let question = instrument.context().iter().position(|asked| asked.id == id).unwrap();
            responses.set_context(instrument, question, option);
        }
        responses
    }

    /// In hundredths: finer than anything shown, coarser than what another order of adding changes.
    fn score_words(Score { value, error, answered, .. }: Score) -> String {
        let [value, error] = [value, error.unwrap()].map(|points| (100.0 * points).round());
        format!("{value:.0}±{error:.0}/{answered}")
    }

    fn yes_or_no(is: bool) -> &'static str {
        if is { "yes" } else { "no" }
    }

    fn outcome_word(outcome: Verdict) -> String {
        match outcome {
            Verdict::Clear(profile) => profile_word(profile).to_owned(),
            Verdict::Between(one, other) => {
                format!("{}_or_{}", profile_word(one), profile_word(other))
            }
            Verdict::NotEnough => "not_enough".to_owned(),
        }
    }

    fn profile_word(profile: Profile) -> &'static str {
        match profile {
            Profile::NoStrain => "no_strain",
            Profile::Tiredness => "tiredness",
            Profile::Burnout => "burnout",
            Profile::CompassionFatigue => "compassion_fatigue",
            Profile::Both => "both",
            Profile::StrainWithoutExposure => "strain_without_exposure",
        }
    }

    fn scale_word(scale: Construct) -> &'static str {
        match scale {
            Construct::Burnout => "burnout",
            Construct::CompassionFatigue => "compassion_fatigue",
            Construct::Tiredness => "tiredness",
        }
    }

    fn band_word(side: Side) -> &'static str {
        match side {
            Side::Below => "below",
            Side::Near => "near",
            Side::Above => "above",
        }
    }

    fn agreement_word(agreement: Agreement) -> &'static str {
        match agreement {
            Agreement::Agrees => "agrees",
            Agreement::Partly => "partly",
            Agreement::Differs => "differs",
            Agreement::Unstated => "unstated",
        }
    }
}
