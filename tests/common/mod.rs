//! What the tests of the core share: the shipped files, responses made by hand, and random ones.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "each test takes what it needs, and a broken helper must stop the test"
)]

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::rc::Rc;

use burnout_screener::history::{History, HistoryError};
use burnout_screener::instrument::{
    Construct, Instrument, InstrumentError, Keying, Profiled, Scale,
};
use burnout_screener::loading;
use burnout_screener::locale::{InstrumentText, Locale, LocaleFile, Texts};
use burnout_screener::profile::{self, Classification};
use burnout_screener::regions::Regions;
use burnout_screener::response::Responses;
use burnout_screener::session::{Action, Question, Session};
use burnout_screener::tree::{Node, Tree};
use proptest::prelude::*;
use serde_json::{Value, json};

pub(crate) const INSTRUMENT: &str = include_str!("../../www/instruments/helping-strain.json");
pub(crate) const ENGLISH: &str = include_str!("../../www/locales/en.json");
pub(crate) const REGIONS: &str = include_str!("../../www/regions.json");

/// The highest value that a built-in item can add to its scale.
pub(crate) const TOP: u8 = 4;

/// The names in an object of a file.
pub(crate) fn names(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The built-in instrument to be changed by a test: without the order of the short form and the tests
/// of its own, which would have to follow every change of the items.
pub(crate) fn instrument_json() -> Value {
    let mut definition: Value = serde_json::from_str(INSTRUMENT).unwrap();
    let fields = definition.as_object_mut().unwrap();
    fields.remove("short_order").unwrap();
    fields.remove("tests").unwrap();
    definition
}

pub(crate) fn english_json() -> Value {
    serde_json::from_str(ENGLISH).unwrap()
}

pub(crate) fn build(definition: Value) -> Result<Instrument, InstrumentError> {
    let tree: Tree = serde_json::from_value(definition).unwrap();
    loading::instrument(&Node::new(&tree))
}

/// What is wrong with the built-in instrument after a change, line by line; nothing where it can be used.
pub(crate) fn complaints(change: impl FnOnce(&mut Value)) -> Vec<String> {
    complaints_about(instrument_json(), change)
}

/// The same for any file.
pub(crate) fn complaints_about(mut file: Value, change: impl FnOnce(&mut Value)) -> Vec<String> {
    change(&mut file);
    match build(file) {
        Ok(_) => Vec::new(),
        Err(error) => error.to_string().lines().map(str::to_owned).collect(),
    }
}

/// An instrument without a profile, with a scale of each kind and their total.
pub(crate) fn plain_json() -> Value {
    json!({
        "format": 2,
        "id": "plain",
        "version": "1",
        "validated": false,
        "option_sets": {
            "how_much": [
                { "id": "not", "value": 0 },
                { "id": "some", "value": 1 },
                { "id": "much", "value": 3 },
            ],
        },
        "items": [{ "id": "a" }, { "id": "b" }, { "id": "c", "keying": "reversed" }, { "id": "d" }],
        "scales": [
            {
                "id": "one",
                "items": ["a", "b"],
                "method": "sum",
                "bands": [{ "id": "low" }, { "id": "high", "from": 3 }],
            },
            {
                "id": "two",
                "facets": [{ "id": "x", "items": ["c"] }, { "id": "y", "items": ["d"] }],
                "method": "mean",
            },
            { "id": "all", "of": ["one", "two"], "method": "percent" },
        ],
    })
}

pub(crate) fn built_in() -> Instrument {
    build(serde_json::from_str(INSTRUMENT).unwrap()).unwrap()
}

/// The built-in instrument with options that do not start at 0 and lie unevenly apart.
pub(crate) fn uneven() -> Instrument {
    let mut definition = instrument_json();
    for (place, value) in [1, 2, 4, 5, 7].into_iter().enumerate() {
        definition["option_sets"]["frequency"][place]["value"] = value.into();
    }
    build(definition).unwrap()
}

pub(crate) fn regions() -> Regions {
    serde_json::from_str(REGIONS).unwrap()
}

pub(crate) fn english_file() -> LocaleFile {
    serde_json::from_str(ENGLISH).unwrap()
}

pub(crate) fn english() -> Locale {
    Locale::new(&english_file(), &regions()).unwrap()
}

pub(crate) fn english_texts(instrument: &Instrument) -> Texts {
    english_file().texts(instrument).unwrap()
}

/// The words of an instrument out of what a file has for them.
pub(crate) fn texts_of(instrument: &Instrument, words: Value) -> Texts {
    let tree: Tree = serde_json::from_value(words).unwrap();
    Texts::new(instrument, &InstrumentText::read(&Node::new(&tree)).unwrap()).unwrap()
}

/// The built-in profile.
pub(crate) fn profiled(instrument: &Instrument) -> Profiled<'_> {
    instrument.profiled().unwrap()
}

/// The scale that the profile reads for a construct.
pub(crate) fn scale(instrument: &Instrument, construct: Construct) -> &Scale {
    profiled(instrument).scale(construct)
}

pub(crate) fn classify(instrument: &Instrument, responses: &Responses) -> Classification {
    profile::classify(instrument.profiled().unwrap(), responses)
}

pub(crate) fn item(instrument: &Instrument, id: &str) -> usize {
    instrument.items().iter().position(|item| item.id == id).expect("an item with this id")
}

/// The facets of all scales with their items, in the order of the scales.
pub(crate) fn facets(instrument: &Instrument) -> Vec<(Construct, String, Vec<usize>)> {
    Construct::ALL
        .into_iter()
        .flat_map(|construct| {
            let facets = &scale(instrument, construct).facets;
            facets.iter().map(move |facet| (construct, facet.id.clone(), facet.items.clone()))
        })
        .collect()
}

/// The construct whose scale a built-in item belongs to.
pub(crate) fn construct_of(instrument: &Instrument, item: usize) -> Construct {
    let mut facets = facets(instrument).into_iter();
    facets.find(|(_, _, items)| items.contains(&item)).expect("an item of a scale").0
}

/// The option that adds `keyed` to the scale of a built-in item.
pub(crate) fn option_for(instrument: &Instrument, item: usize, keyed: u8) -> u8 {
    match instrument.items()[item].keying {
        Keying::Direct => keyed,
        Keying::Reversed => TOP - keyed,
    }
}

pub(crate) fn set_keyed(
    instrument: &Instrument,
    responses: &mut Responses,
    item: usize,
    keyed: u8,
) {
    let option = option_for(instrument, item, keyed);
    responses.set_item(instrument, item, Some(option));
}

/// Answers every item of a facet so that each adds `keyed`.
pub(crate) fn set_facet(
    instrument: &Instrument,
    responses: &mut Responses,
    facet: &str,
    keyed: u8,
) {
    let (_, _, items) =
        facets(instrument).into_iter().find(|(_, id, _)| id == facet).expect("a facet");
    for item in items {
        set_keyed(instrument, responses, item, keyed);
    }
}

/// Answers these items so that together they add `sum`, as evenly as can be.
pub(crate) fn set_sum(
    instrument: &Instrument,
    responses: &mut Responses,
    items: &[usize],
    sum: usize,
) {
    for (place, &item) in items.iter().enumerate() {
        let keyed = sum / items.len() + usize::from(place < sum % items.len());
        set_keyed(instrument, responses, item, u8::try_from(keyed).unwrap());
    }
}

/// The first items of each facet of a scale: half of each, and then as many more as make `count`.
pub(crate) fn first_items(
    instrument: &Instrument,
    construct: Construct,
    count: usize,
) -> Vec<usize> {
    let facets = &scale(instrument, construct).facets;
    let half = |items: &[usize]| items.len().div_ceil(2);
    let mut chosen: Vec<usize> =
        facets.iter().flat_map(|facet| facet.items[..half(&facet.items)].to_vec()).collect();
    let rest = facets.iter().flat_map(|facet| facet.items[half(&facet.items)..].to_vec());
    chosen.extend(rest);
    chosen.truncate(count);
    chosen
}

/// Everything answered, with these sums on the three scales (of 48, 40 and 16).
pub(crate) fn with_sums(instrument: &Instrument, b: usize, c: usize, f: usize) -> Responses {
    let mut responses = Responses::new(instrument);
    for (construct, sum) in Construct::ALL.into_iter().zip([b, c, f]) {
        let items: Vec<usize> = scale(instrument, construct).items().collect();
        set_sum(instrument, &mut responses, &items, sum);
    }
    responses
}

/// The fewest answers with which the scales have a score, and all there are.
pub(crate) const COUNTS: [RangeInclusive<usize>; 3] = [7..=12, 6..=10, 2..=4];

/// How many answers a scale has, and their sum.
pub(crate) type State = (usize, usize);

/// Answers a scale so that it is in this state, and nothing else of it.
pub(crate) fn answer(
    instrument: &Instrument,
    responses: &mut Responses,
    scale: Construct,
    state: State,
) {
    let (count, sum) = state;
    for item in self::scale(instrument, scale).items() {
        responses.set_item(instrument, item, None);
    }
    set_sum(instrument, responses, &first_items(instrument, scale, count), sum);
}

/// Every state that a scale with so many answers can be in.
pub(crate) fn all_states(counts: RangeInclusive<usize>) -> Vec<State> {
    counts.flat_map(|count| (0..=4 * count).map(move |sum| (count, sum))).collect()
}

/// A state of tiredness for each side of its line, near it, and missing.
pub(crate) fn tiredness() -> Vec<State> {
    vec![(0, 0), (2, 4), (4, 0), (4, 7), (4, 9), (4, 16)]
}

/// Every sum of a strain, with the fewest answers and with all: each band, from both sides.
pub(crate) fn fewest_and_all(scale: usize) -> Vec<State> {
    let (fewest, all) = (*COUNTS[scale].start(), *COUNTS[scale].end());
    [all_states(fewest..=fewest), all_states(all..=all)].concat()
}

/// Answers a context question by the ids in the instrument's file.
pub(crate) fn say(
    instrument: &Instrument,
    responses: &mut Responses,
    question: &str,
    option: &str,
) {
    let place = instrument.context().iter().position(|asked| asked.id == question).unwrap();
    let options = &instrument.context()[place].options;
    let option = options.iter().position(|offered| offered.id == option).unwrap();
    responses.set_context(instrument, place, u8::try_from(option).ok());
}

/// Every result that one changed step of one item leads to and that differs from the present one.
pub(crate) fn by_brute_force(
    instrument: &Instrument,
    responses: &Responses,
) -> Vec<Classification> {
    let now = classify(instrument, responses);
    let (mut found, mut changed) = (Vec::new(), responses.clone());
    for place in 0..instrument.items().len() {
        let Some(option) = responses.item(place) else {
            continue;
        };
        for other in [option.wrapping_sub(1), option + 1] {
            if usize::from(other) >= instrument.options(place).len() {
                continue;
            }
            changed.set_item(instrument, place, Some(other));
            let then = classify(instrument, &changed);
            if (then.verdict, then.lead) != (now.verdict, now.lead) {
                found.push(then);
            }
        }
        changed.set_item(instrument, place, Some(option));
    }
    found
}

/// Everything except the random seed is fixed, and no file is left behind.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Random responses to a built-in item set: each scale around a level of its own, so that every
/// profile comes up, with anything from nothing to everything left out.
pub(crate) fn any_responses(instrument: &Instrument) -> impl Strategy<Value = Responses> + use<> {
    let instrument = instrument.clone();
    let (items, context) = (instrument.items().len(), instrument.context().len());
    let levels = proptest::array::uniform3(0_i16..=4);
    let answers = proptest::collection::vec((-2_i16..=2, 0_u8..100), items);
    let asked = proptest::collection::vec(proptest::option::of(0_u8..4), context);
    let left_out = prop_oneof![3 => Just(0_u8), 2 => 0_u8..50, 1 => 0_u8..=100];
    (levels, answers, asked, left_out).prop_map(move |(levels, answers, asked, left_out)| {
        let mut responses = Responses::new(&instrument);
        for (place, construct) in Construct::ALL.into_iter().enumerate() {
            for item in scale(&instrument, construct).items() {
                let (jitter, chance) = answers[item];
                if chance >= left_out {
                    let keyed = u8::try_from((levels[place] + jitter).clamp(0, 4)).unwrap();
                    set_keyed(&instrument, &mut responses, item, keyed);
                }
            }
        }
        for (question, answer) in asked.into_iter().enumerate() {
            responses.set_context(&instrument, question, answer);
        }
        responses
    })
}

/// The checks of a check-in file as text, as the page around the widget hands them in.
pub(crate) fn raw_checks(file: &Value) -> Vec<String> {
    let whole = |check: &Value| match (&file["format"], file.get("instrument"), check) {
        (Value::Number(format), Some(instrument), Value::Object(fields))
            if format.as_f64() == Some(1.0) =>
        {
            let mut fields = fields.clone();
            fields.entry("instrument").or_insert_with(|| instrument.clone());
            Value::Object(fields)
        }
        _ => check.clone(),
    };
    let checks = file.get("checks").and_then(Value::as_array);
    checks.into_iter().flatten().map(|check| whole(check).to_string()).collect()
}

/// A check-in file as it is read in.
pub(crate) fn read_history(instrument: &Instrument, file: &Value) -> Result<History, HistoryError> {
    let tree: Tree = serde_json::from_value(file.clone()).unwrap();
    History::read(&tree, &raw_checks(file), instrument)
}

/// A self-check of the built-in instrument, at the welcome.
pub(crate) fn start() -> Session {
    Session::new(Rc::new(built_in()))
}

pub(crate) fn after(session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session.clone(), |session, action| session.update(action))
}

/// From the welcome to the last page, every item answered except these.
pub(crate) fn last_page_without(skipped: &[usize]) -> Session {
    let answered = (0..26).filter(|item| !skipped.contains(item));
    let session =
        after(&start(), answered.map(|item| Action::Answer(Question::Item(item), Some(1))));
    after(&session, [Action::Next; 9])
}
