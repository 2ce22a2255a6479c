//! The rule, read twice: what the core says of random people is what `tests/oracle/oracle.py` says of them,
//! which was written in another language from the document alone.
//!
//! `ORACLE_PEOPLE` sets how many there are; `cargo xtask oracle` asks for a million.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "whatever is not there must stop the test"
)]

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

use burnout_screener::carelessness::is_nearly_alike;
use burnout_screener::instrument::{Construct, Instrument, PartSet, Profiled};
use burnout_screener::loading;
use burnout_screener::profile::{
    Agreement, Changed, Classification, Exposure, ProfessionalHelp, agreement, classify,
    is_distress, more_needed, offers, one_changed_answer, professional, strongest_answers,
};
use burnout_screener::response::Responses;
use burnout_screener::tree::{Node, Tree};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::{Value, json};

/// The highest value that an answer adds to its scale.
const TOP: u8 = 4;
/// How many people are asked about at a time.
const AT_A_TIME: usize = 10_000;
/// Less than two readings of one figure differ by.
const HAIR: f64 = 1e-9;

fn built_in() -> Instrument {
    let file = include_str!("../www/instruments/helping-strain.json");
    let tree: Tree = serde_json::from_str(file).unwrap();
    loading::instrument(&Node::new(&tree)).unwrap()
}

/// Answers by chance, of people of many kinds: some answer anything, some around a level of their own in
/// each scale, some leave out much, some nothing, and some were asked the bank.
struct People(TestRng);

impl People {
    fn new(seed: u8) -> Self {
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
    }

    fn below(&mut self, end: u32) -> u32 {
        self.0.next_u32() % end
    }

    fn next(&mut self, instrument: &Instrument) -> Responses {
        let mut responses = Responses::new(instrument);
        let skips = [0, 0, 0, 1, 5, 10][self.below(6) as usize];
        let asks_bank = self.below(3) == 0;
        let levels: Vec<u32> = (0..8).map(|_| self.below(5)).collect();
        let spread = self.below(4);
        for item in 0..instrument.items().len() {
            let is_bank = !instrument.core().contains(&item);
            if is_bank && !asks_bank || self.below(20) < skips {
                continue;
            }
            // Each part of a scale has a level, and so has everything that is in none.
            let part = part_of(instrument, item);
            let up = levels[part] + self.below(spread + 1);
            let keyed = up.saturating_sub(self.below(spread + 1)).min(u32::from(TOP));
            let keyed = if spread == 3 { self.below(5) } else { keyed };
            let turned = u32::from(TOP) - keyed;
            let is_direct = instrument.keyed(item, 0) == Some(0);
            let option = u8::try_from(if is_direct { keyed } else { turned }).unwrap();
            responses.set_item(instrument, item, Some(option));
        }
        for (question, asked) in instrument.context().iter().enumerate() {
            let options = u32::try_from(asked.options.len()).unwrap();
            let chosen = u8::try_from(self.below(options + 1)).unwrap().checked_sub(1);
            responses.set_context(instrument, question, chosen);
        }
        if self.below(3) > 0 {
            let signs: Vec<usize> =
                (0..instrument.signs().len()).filter(|_| self.below(4) == 0).collect();
            responses.set_signs(instrument, Some(&signs));
        }
        responses
    }
}

/// The place of an item's part among all of them.
fn part_of(instrument: &Instrument, item: usize) -> usize {
    let facets = instrument.scales().iter().flat_map(|scale| &scale.facets);
    facets.clone().position(|facet| facet.items.contains(&item)).unwrap_or(0) % 8
}

/// The person as the oracle takes one.
fn told(instrument: &Instrument, responses: &Responses) -> Value {
    let items: Vec<Option<u8>> =
        (0..instrument.items().len()).map(|item| responses.item(item)).collect();
    let context: serde_json::Map<String, Value> = (instrument.context().iter().enumerate())
        .map(|(question, asked)| {
            let chosen =
                responses.context(question).map(|option| &asked.options[usize::from(option)].id);
            (asked.id.clone(), json!(chosen))
        })
        .collect();
    let signs = responses.signs().map(|ticked| {
        let all = instrument.signs().iter().zip(ticked);
        all.filter(|(_, ticked)| **ticked).map(|(sign, _)| sign.id.clone()).collect::<Vec<_>>()
    });
    json!({ "items": items, "context": context, "signs": signs, "role": null })
}

fn parts(set: PartSet) -> Vec<&'static str> {
    set.parts().map(|part| part.name()).collect()
}

/// In files these words stand without the question, and so say it themselves.
fn bare<'a>(word: &'a str, question: &str) -> &'a str {
    word.strip_prefix(question).unwrap_or(word)
}

/// What the core says, in the words of the oracle.
fn found(profiled: Profiled<'_>, responses: &Responses, with_changed: bool) -> Value {
    let instrument = profiled.instrument();
    let found = classify(profiled, responses);
    let id = |item: usize| instrument.items()[item].id.clone();
    let strain = |construct| {
        let verdict = found.verdict(construct);
        json!({ "band": verdict.name(), "by_bounds": verdict.by_bounds })
    };
    let exposure = match found.exposure {
        Exposure::Never => "never",
        Exposure::Met => "met",
        Exposure::NotSaid => "not_said",
    };
    let reasons: Vec<&str> = match professional(profiled, responses, &found) {
        ProfessionalHelp::Suggested(reasons) => {
            reasons.iter().map(|reason| reason.name()).collect()
        }
        ProfessionalHelp::DurationLeftOut => vec!["duration_left_out"],
        ProfessionalHelp::General => vec!["general"],
    };
    let cause = match agreement(profiled, responses, &found) {
        Agreement::OwnLife => Some("own_life"),
        Agreement::Agrees => Some("agrees"),
        Agreement::Differs => Some("differs"),
        Agreement::Unsaid => None,
    };
    let changed = with_changed.then(|| one_changed_answer(profiled, responses)).flatten();
    let mut strongest: Vec<usize> = strongest_answers(profiled, responses, &found, usize::MAX)
        .iter()
        .map(|reason| reason.item)
        .collect();
    strongest.sort_unstable();
    json!({
        "finding": found.finding.name(),
        "profile": found.profile().name(),
        "clear": found.is_clear(),
        "burnout": strain(Construct::Burnout),
        "compassion_fatigue": strain(Construct::CompassionFatigue),
        "tired": bare(found.tired.name(), "tired_"),
        "rest": bare(found.rest.name(), "rest_").replace("helps_in_part", "in_part"),
        "exposure": exposure,
        "raised": parts(found.raised),
        "watched": parts(found.watched),
        "lead": found.lead.map(Construct::name),
        "more_needed": more_needed(profiled, responses),
        "offer": offers(profiled, responses).into_iter().map(id).collect::<Vec<_>>(),
        "professional": reasons,
        "distress": is_distress(&found),
        "cause": cause,
        "one_changed": changed.map(|changed| match changed {
            Changed::Item(item) => json!({ "item": id(item) }),
            Changed::Context(question) => json!({ "context": instrument.context()[question].id }),
        }),
        "nearly_alike": is_nearly_alike(instrument, responses),
        "strongest": strongest.into_iter().map(id).collect::<Vec<_>>(),
    })
}

/// What the oracle says of these people, one line each.
fn oracle(people: &[Value], with_changed: bool) -> Vec<Value> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut command = Command::new("python3");
    command.arg(format!("{root}/tests/oracle/oracle.py"));
    command.arg(format!("{root}/www/instruments/helping-strain.json"));
    if with_changed {
        command.arg("--changed");
    }
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is needed: the rule is read a second time in it");
    let lines: String = people.iter().map(|person| format!("{person}\n")).collect();
    let mut pipe = running.stdin.take().unwrap();
    let writes = std::thread::spawn(move || pipe.write_all(lines.as_bytes()));
    let output = running.wait_with_output().unwrap();
    writes.join().unwrap().unwrap();
    assert!(output.status.success(), "the oracle fails");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Where the two differ, the person and both readings; scores apart from all else, as they are no words.
fn compare(instrument: &Instrument, people: &[Responses], with_changed: bool) {
    let profiled = instrument.profiled().unwrap();
    let told: Vec<Value> = people.iter().map(|person| told(instrument, person)).collect();
    let theirs = oracle(&told, with_changed);
    assert_eq!(theirs.len(), people.len());
    for ((person, told), theirs) in people.iter().zip(&told).zip(theirs) {
        let ours = found(profiled, person, with_changed);
        for (name, ours) in ours.as_object().unwrap() {
            let mut theirs = theirs[name].clone();
            if let Some(strain) = theirs.as_object_mut() {
                for figure in ["score", "error", "answered"] {
                    strain.remove(figure);
                }
            }
            assert_eq!(*ours, theirs, "{name} of {told}");
        }
        let classification = classify(profiled, person);
        same_score(&classification, &theirs, told);
    }
}

fn same_score(found: &Classification, theirs: &Value, told: &Value) {
    for construct in [Construct::Burnout, Construct::CompassionFatigue] {
        // Too little for a score by the core is a mean of what there is to the oracle.
        let Some(score) = found.score(construct) else { continue };
        let theirs = &theirs[construct.name()];
        let same = |ours: f64, name: &str| (ours - theirs[name].as_f64().unwrap()).abs() < HAIR;
        assert!(same(score.value, "score"), "the score of {told}: {score:?}, {theirs}");
        assert!(same(score.error.unwrap(), "error"), "the error of {told}: {score:?}, {theirs}");
        assert_eq!(json!(score.answered), theirs["answered"], "{told}");
    }
}

fn people() -> usize {
    env::var("ORACLE_PEOPLE").ok().and_then(|number| number.parse().ok()).unwrap_or(30_000)
}

#[test]
fn two_readings_of_the_rule_agree_on_everybody() {
    let instrument = built_in();
    let mut crowd = People::new(7);
    let mut left = people();
    while left > 0 {
        let now = left.min(AT_A_TIME);
        let people: Vec<Responses> = (0..now).map(|_| crowd.next(&instrument)).collect();
        compare(&instrument, &people, false);
        left -= now;
    }
}

#[test]
fn they_agree_on_which_one_answer_could_move_a_result() {
    let instrument = built_in();
    let mut crowd = People::new(11);
    let people: Vec<Responses> = (0..people() / 15).map(|_| crowd.next(&instrument)).collect();
    compare(&instrument, &people, true);
}

#[test]
fn the_people_come_to_every_finding() {
    use burnout_screener::profile::Finding;
    let instrument = built_in();
    let profiled = instrument.profiled().unwrap();
    let mut crowd = People::new(7);
    let mut left: Vec<&str> = Finding::ALL.iter().map(|finding| finding.name()).collect();
    // The built-in instrument asks whether rest helps.
    left.retain(|name| *name != Finding::TiredRestNotAsked.name());
    for _ in 0..30_000 {
        let found = classify(profiled, &crowd.next(&instrument)).finding.name();
        left.retain(|name| *name != found);
    }
    assert!(left.is_empty(), "nobody comes to {left:?}");
}
