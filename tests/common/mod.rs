//! What the tests of the core share: the shipped files, responses made by hand, and random ones.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "each test takes what it needs, and a broken helper must stop the test"
)]

pub(crate) mod person;
pub(crate) mod taken;
pub(crate) mod told;

use std::collections::BTreeSet;
use std::rc::Rc;

use burnout_screener::history::{History, HistoryError};
use burnout_screener::instrument::{
    Construct, Facet, Instrument, InstrumentError, Keying, Profiled, Scale,
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
pub(crate) const STEADY: &str = include_str!("../instruments/steady-profile.json");
pub(crate) const ENGLISH: &str = include_str!("../../www/locales/en.json");
pub(crate) const REGIONS: &str = include_str!("../../www/regions.json");

/// The highest value that a built-in item can add to its scale.
pub(crate) const TOP: u8 = 4;

/// The names in an object of a file.
pub(crate) fn names(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// An instrument with a profile for tests that say what is wrong with a file: it does not change with the built-in
/// one. It comes without tests of its own.
pub(crate) fn steady_json() -> Value {
    let mut definition: Value = serde_json::from_str(STEADY).unwrap();
    definition.as_object_mut().unwrap().remove("tests").unwrap();
    definition
}

/// The questions of version 0.1.0, as check-in files of that time name them.
pub(crate) fn first_questions() -> Instrument {
    let mut definition = steady_json();
    definition["id"] = "helping-strain".into();
    build(definition).unwrap()
}

/// Words for an instrument: its ids.
pub(crate) fn texts_of_ids(instrument: &Instrument) -> Texts {
    let words = |ids: &mut dyn Iterator<Item = &str>| -> serde_json::Map<String, Value> {
        ids.map(|id| (id.to_owned(), id.into())).collect()
    };
    let sets = instrument.option_sets().iter().map(|set| {
        let options = words(&mut set.options.iter().map(|option| option.id.as_str()));
        (set.id.clone(), Value::Object(options))
    });
    let scales = instrument.scales().iter().map(|scale| {
        let facets = words(&mut scale.parts().iter().map(|facet| facet.id.as_str()));
        (scale.id.clone(), json!({ "name": scale.id, "facets": facets }))
    });
    let context = instrument.context().iter().map(|asked| {
        let options = words(&mut asked.options.iter().map(|option| option.id.as_str()));
        (asked.id.clone(), json!({ "question": asked.id, "options": options }))
    });
    let items = words(&mut instrument.items().iter().map(|item| item.id.as_str()));
    let object = |entries: &mut dyn Iterator<Item = (String, Value)>| {
        Value::Object(entries.collect::<serde_json::Map<_, _>>())
    };
    let (mut sets, mut scales, mut context) = (sets, scales, context);
    texts_of(
        instrument,
        json!({
            "options": object(&mut sets), "items": items, "scales": object(&mut scales),
            "context": object(&mut context),
        }),
    )
}

/// The built-in instrument to be changed by a test: without the tests
/// of its own, which would have to follow every change of the items.
pub(crate) fn instrument_json() -> Value {
    let mut definition: Value = serde_json::from_str(INSTRUMENT).unwrap();
    let fields = definition.as_object_mut().unwrap();
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

/// What is wrong with the steady instrument after a change, line by line; nothing where it can be used.
pub(crate) fn complaints(change: impl FnOnce(&mut Value)) -> Vec<String> {
    complaints_about(steady_json(), change)
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
    for (place, value) in [1, 2, 3, 5, 6].into_iter().enumerate() {
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

/// The facets of all scales with the items that everybody is asked, by the position of the scale.
pub(crate) fn facets(instrument: &Instrument) -> Vec<(usize, String, Vec<usize>)> {
    let scales = instrument.scales().iter().enumerate();
    scales
        .flat_map(|(place, scale)| {
            let own = |facet: &Facet| facet.items[..facet.core].to_vec();
            scale.facets.iter().map(move |facet| (place, facet.id.clone(), own(facet)))
        })
        .collect()
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

/// So many items of a scale that everybody is asked, one of each facet first.
pub(crate) fn first_items(
    instrument: &Instrument,
    construct: Construct,
    count: usize,
) -> Vec<usize> {
    let facets = &scale(instrument, construct).facets;
    let first = facets.iter().map(|facet| facet.items[0]);
    let rest = facets.iter().flat_map(|facet| facet.items[1..facet.core].to_vec());
    first.chain(rest).take(count).collect()
}

/// These sums on burnout, compassion fatigue and tiredness (of 48, 40 and 8).
pub(crate) fn with_sums(instrument: &Instrument, b: usize, c: usize, f: usize) -> Responses {
    let mut responses = Responses::new(instrument);
    for (construct, sum) in Construct::ALL.into_iter().zip([b, c, f]) {
        let items = first_items(instrument, construct, usize::MAX);
        set_sum(instrument, &mut responses, &items, sum);
    }
    responses
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

/// Everything except the random seed is fixed, and no file is left behind.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Random responses to a built-in item set: each scale around a level of its own, so that every
/// finding comes up, with anything from nothing to everything left out, with the bank and without it.
pub(crate) fn any_responses(instrument: &Instrument) -> impl Strategy<Value = Responses> + use<> {
    let instrument = instrument.clone();
    let (items, context) = (instrument.items().len(), instrument.context().len());
    let levels = proptest::collection::vec(0_i16..=4, instrument.scales().len());
    let bank = proptest::bool::weighted(0.3);
    let answers = proptest::collection::vec((-2_i16..=2, 0_u8..100), items);
    let asked = proptest::collection::vec(proptest::option::of(0_u8..4), context);
    let left_out = prop_oneof![3 => Just(0_u8), 2 => 0_u8..50, 1 => 0_u8..=100];
    (levels, answers, asked, left_out, bank).prop_map(
        move |(levels, answers, asked, left_out, bank)| {
            let mut responses = Responses::new(&instrument);
            for (place, scale) in instrument.scales().iter().enumerate() {
                for item in scale.items() {
                    let (jitter, chance) = answers[item];
                    if chance >= left_out && (bank || !instrument.items()[item].bank) {
                        let keyed = u8::try_from((levels[place] + jitter).clamp(0, 4)).unwrap();
                        set_keyed(&instrument, &mut responses, item, keyed);
                    }
                }
            }
            for (question, answer) in asked.into_iter().enumerate() {
                responses.set_context(&instrument, question, answer);
            }
            responses
        },
    )
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

/// The last statement, every item of the core answered except these.
pub(crate) fn last_screen_without(skipped: &[usize]) -> Session {
    let session = start();
    let answered = session.instrument().core().filter(|item| !skipped.contains(item));
    let session =
        after(&session, answered.map(|item| Action::Answer(Question::Item(item), Some(1))));
    let screens = session.way().len();
    after(&session, vec![Action::Next; screens])
}
