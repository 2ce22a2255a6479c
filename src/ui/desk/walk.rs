//! A random walk over files, tabs, passphrases and clocks. What must hold stands in [`World`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json as value};

use super::super::lock::Wanted;
use super::super::take::{File, Take};
use super::world::{Lying, World};
use crate::session::{Action, Question};

const PASSPHRASES: [&str; 4] = ["four calm words", "another", "wrong", " \t\u{3000}"];
const DAYS: [&str; 5] = ["2026-11-26", "2026-11-27", "1999-12-31", "2031-01-01", "2026-11-25"];

#[derive(Clone, Debug)]
enum Step {
    Choose(prop::sample::Index),
    Guess(usize),
    /// The sealed file of this place is opened with its own passphrase, unless the page is interrupted.
    Unseal(usize, bool),
    Type(usize),
    Want(Wanted),
    Take(Take),
    Act(Action),
    Clock(usize),
    Finish(usize, bool),
    /// Another program of the website writes into the store.
    Spoil(prop::sample::Index),
}

fn any_step() -> impl Strategy<Value = Step> {
    let takes =
        [File::Result, File::Table, File::Numbered, File::Long, File::Record].map(Take::Write);
    let takes = takes.into_iter().chain([Take::Print, Take::CopyHandout]).collect::<Vec<_>>();
    let asked = prop_oneof![
        1 => Just(Question::Role),
        1 => (0_usize..4).prop_map(Question::Context),
        3 => (0_usize..26).prop_map(Question::Item),
    ];
    prop_oneof![
        8 => any::<prop::sample::Index>().prop_map(Step::Choose),
        6 => (0..PASSPHRASES.len()).prop_map(Step::Guess),
        4 => (0_usize..8, prop::bool::weighted(0.8)).prop_map(|(which, ends)| Step::Unseal(which, ends)),
        3 => (0..=PASSPHRASES.len()).prop_map(Step::Type),
        3 => prop::sample::select(vec![Wanted::AsOpened, Wanted::New, Wanted::Plain])
            .prop_map(Step::Want),
        6 => Just(Step::Take(Take::Write(File::CheckIn))),
        5 => Just(Step::Take(Take::Write(File::Keep))),
        1 => Just(Step::Take(Take::Forget)),
        2 => prop::sample::select(takes).prop_map(Step::Take),
        6 => (asked, prop::option::weighted(0.9, 0_u8..4))
            .prop_map(|(asked, option)| Step::Act(Action::Answer(asked, option))),
        1 => prop::sample::select(vec![Action::StartOver, Action::Erase]).prop_map(Step::Act),
        2 => (0..DAYS.len()).prop_map(Step::Clock),
        14 => (0_usize..8, prop::bool::weighted(0.9)).prop_map(|(which, works)| Step::Finish(which, works)),
        1 => any::<prop::sample::Index>().prop_map(Step::Spoil),
    ]
}

/// A file with so many checks from this year on.
pub(super) fn checks(instrument: &str, format: u8, from: usize, count: usize) -> Value {
    // Files of the first format are of the first questions.
    let (version, answers) = match format {
        1 => ("1.0.0", value!({ "busy_day": "daily" })),
        _ => ("2.0.0", value!({ "felt_bitter": "often" })),
    };
    let about = value!({ "id": instrument, "version": version });
    let checks: Vec<Value> = (from..from + count)
        .map(|year| {
            let mut check = value!({
                "date": format!("{year:04}-06-01"),
                "role": "work",
                "answers": answers,
                "context": {},
            });
            if format == 2 {
                check["id"] = format!("{instrument}-{year}").into();
                check["instrument"] = about.clone();
            }
            check
        })
        .collect();
    value!({
        "burnout-screener": "check-in", "format": format, "instrument": about, "checks": checks,
    })
}

/// What lies in the downloads at the beginning.
fn files() -> Vec<Lying> {
    let with = |change: fn(&mut Value)| {
        let mut file = checks("helping-strain", 2, 2020, 3);
        change(&mut file);
        file
    };
    let plain = [
        checks("helping-strain", 1, 2011, 3),
        checks("helping-strain", 2, 2013, 2),
        checks("ward-strain", 2, 2014, 2),
        checks("elsewhere", 1, 2015, 2),
        checks("helping-strain", 2, 2030, 196),
        checks("helping-strain", 2, 1800, 5),
        with(|file| file["checks"][1]["more"] = value!([1, "two"])),
        with(|file| file["checks"][1]["instrument"]["version"] = value!("3.0.0")),
        with(|file| file["checks"] = value!([])),
        with(|file| file["checks"][2]["date"] = value!("never")),
        with(|file| file["format"] = value!(3)),
        value!({ "survey": 1 }),
    ];
    let mut files: Vec<Lying> =
        plain.iter().map(|file| Lying { text: file.to_string(), seal: None }).collect();
    files.push(Lying { text: "{".to_owned(), seal: None });
    for (place, year) in [(0, 1990), (1, 1995), (0, 1993)] {
        let text = checks("helping-strain", 2, year, 2).to_string();
        files.push(Lying { text, seal: Some(PASSPHRASES[place].to_owned()) });
    }
    files.push(Lying { text: "not JSON".to_owned(), seal: Some(PASSPHRASES[0].to_owned()) });
    let empty = with(|file| file["checks"] = value!([])).to_string();
    files.push(Lying { text: empty, seal: Some(PASSPHRASES[1].to_owned()) });
    files
}

fn any_store() -> impl Strategy<Value = BTreeMap<String, String>> {
    let own = prop_oneof![
        4 => Just(None),
        2 => Just(Some(checks("helping-strain", 2, 1980, 2).to_string())),
        1 => Just(Some(checks("helping-strain", 2, 1700, 199).to_string())),
        1 => Just(Some(checks("helping-strain", 2, 1980, 0).to_string())),
    ];
    let first = prop_oneof![
        2 => Just(None),
        2 => Just(Some(checks("helping-strain", 1, 1970, 2).to_string())),
        1 => Just(Some(checks("ward-strain", 1, 1970, 2).to_string())),
    ];
    (own, first).prop_map(|(own, first)| {
        let keys = ["burnout-screener.helping-strain", "burnout-screener"];
        let texts = keys.into_iter().zip([own, first]);
        texts.filter_map(|(key, text)| Some((key.to_owned(), text?))).collect()
    })
}

fn walk(world: &mut World, tab: usize, step: Step) {
    match step {
        Step::Choose(file) => world.choose(tab, file.index(world.files.len())),
        Step::Guess(place) => world.guess(tab, PASSPHRASES[place]),
        Step::Unseal(which, ends) => {
            let sealed = |(place, file): (usize, &Lying)| Some((place, file.seal.clone()?));
            let all: Vec<(usize, String)> =
                world.files.iter().enumerate().filter_map(sealed).collect();
            let (place, passphrase) = all[which % all.len()].clone();
            world.choose(tab, place);
            world.guess(tab, &passphrase);
            if ends {
                world.finish(tab, usize::MAX, true);
            }
        }
        Step::Type(place) => world.type_new(tab, PASSPHRASES.get(place).unwrap_or(&"")),
        Step::Want(wanted) => world.want(tab, wanted),
        Step::Take(take) => world.take(tab, take),
        Step::Act(action) => world.act(tab, action),
        Step::Clock(day) => world.tabs[tab].today = DAYS[day].to_owned(),
        Step::Finish(which, works) => world.finish(tab, which, works),
        Step::Spoil(file) => {
            let text = world.files[file.index(files().len())].text.clone();
            world.store.insert("burnout-screener.helping-strain".to_owned(), text);
        }
    }
}

/// `BS_CASES=100000 cargo test --release --features ui walk` walks on and on.
fn tried() -> ProptestConfig {
    let asked = std::env::var("BS_CASES").ok().map(|cases| cases.parse().unwrap());
    ProptestConfig { cases: asked.unwrap_or(48), failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(tried())]

    #[test]
    fn no_walk_loses_a_check_lowers_a_lock_or_says_what_was_not_answered(
        store in any_store(),
        steps in prop::collection::vec((0_usize..3, any_step()), 1..120),
    ) {
        let mut world = World::new(store, files(), 3);
        for (tab, step) in steps {
            walk(&mut world, tab, step);
        }
    }
}
