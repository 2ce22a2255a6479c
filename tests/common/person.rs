//! A person who answers, by the ids in the instrument's file, and what can be read off the answers without
//! any of the code that is tested.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use serde_json::Value;

/// The parts of the two strains.
pub(crate) const BURNOUT: [&str; 3] = ["exhaustion", "distance", "effectiveness"];
pub(crate) const SUFFERING: [&str; 3] = ["intrusion", "avoidance", "alarm"];

/// The statements that speak of rest that fails.
pub(crate) const REST_FAILS: [&str; 3] =
    ["exhausted_despite_rest", "used_up_rest", "tired_after_sleep"];

pub(crate) const CARRIES: [&str; 4] =
    ["saw_it_helped", "felt_right_to_do", "support_from_others", "mind_could_rest"];

#[derive(Clone, Debug, Default)]
pub(crate) struct Person {
    pub(crate) role: Option<Role>,
    pub(crate) items: BTreeMap<String, u8>,
    pub(crate) context: BTreeMap<String, String>,
    /// Nothing where the page with the signs was skipped.
    pub(crate) signs: Option<BTreeSet<String>>,
}

/// The instrument's file, read once.
fn file() -> &'static Value {
    static FILE: OnceLock<Value> = OnceLock::new();
    FILE.get_or_init(|| serde_json::from_str(super::INSTRUMENT).unwrap())
}

fn ids(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// The items of a part, or of a scale without parts, those of the bank included.
pub(crate) fn items_of(part: &str) -> Vec<String> {
    let file = file();
    for scale in file["scales"].as_array().unwrap() {
        if scale["id"] == part && scale.get("items").is_some() {
            return ids(&scale["items"]);
        }
        for facet in scale.get("facets").and_then(Value::as_array).into_iter().flatten() {
            if facet["id"] == part {
                return ids(&facet["items"]);
            }
        }
    }
    panic!("no part {part}")
}

fn asked(id: &str) -> &'static Value {
    let file = file();
    let mut items = file["items"].as_array().unwrap().iter();
    items.find(|item| item["id"] == id).unwrap_or_else(|| panic!("no item {id}"))
}

pub(crate) fn is_bank(id: &str) -> bool {
    asked(id)["bank"] == true
}

pub(crate) fn is_reversed(id: &str) -> bool {
    asked(id)["keying"] == "reversed"
}

/// Every item that everybody is asked.
pub(crate) fn core() -> Vec<String> {
    let file = file();
    let items = file["items"].as_array().unwrap().iter();
    items
        .filter(|item| item["bank"] != true)
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

impl Person {
    /// Every statement answered with the same option.
    pub(crate) fn answering(option: u8) -> Self {
        let items = core().into_iter().map(|id| (id, option)).collect();
        Self { items, ..Self::default() }
    }

    /// Nothing of either strain, rested, and carried by what they do.
    pub(crate) fn well() -> Self {
        let mut well = Self::default();
        for part in BURNOUT.into_iter().chain(SUFFERING) {
            well = well.part(part, 0);
        }
        well.part("tired", 0).part("recovery", 4).part("carries", 3)
    }

    /// Every core item of a part answered so that it adds so much of 4.
    pub(crate) fn part(mut self, part: &str, keyed: u8) -> Self {
        for id in items_of(part).into_iter().filter(|id| !is_bank(id)) {
            let option = if is_reversed(&id) { 4 - keyed } else { keyed };
            self.items.insert(id, option);
        }
        self
    }

    /// All parts of a strain.
    pub(crate) fn strain(self, parts: [&str; 3], keyed: u8) -> Self {
        parts.into_iter().fold(self, |person, part| person.part(part, keyed))
    }

    pub(crate) fn item(mut self, id: &str, option: u8) -> Self {
        asked(id);
        self.items.insert(id.to_owned(), option);
        self
    }

    pub(crate) fn skip(mut self, id: &str) -> Self {
        assert!(self.items.remove(id).is_some(), "{id} was answered");
        self
    }

    pub(crate) fn say(mut self, question: &str, option: &str) -> Self {
        self.context.insert(question.to_owned(), option.to_owned());
        self
    }

    pub(crate) fn role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    pub(crate) fn tick(mut self, sign: &str) -> Self {
        self.signs.get_or_insert_default().insert(sign.to_owned());
        self
    }

    /// The answers as the core takes them.
    pub(crate) fn responses(&self, instrument: &Instrument) -> Responses {
        let mut responses = Responses::new(instrument);
        for (id, option) in &self.items {
            responses.set_item(instrument, super::item(instrument, id), Some(*option));
        }
        for (question, option) in &self.context {
            super::say(instrument, &mut responses, question, option);
        }
        if let Some(ticked) = &self.signs {
            let signs = instrument.signs().iter().enumerate();
            let ticked: Vec<usize> = signs
                .filter(|(_, sign)| ticked.contains(&sign.id))
                .map(|(place, _)| place)
                .collect();
            responses.set_signs(instrument, Some(&ticked));
        }
        responses
    }

    pub(crate) fn option(&self, id: &str) -> Option<u8> {
        self.items.get(id).copied()
    }

    /// What an answer adds, 0–4.
    pub(crate) fn keyed(&self, id: &str) -> Option<u8> {
        let option = self.option(id)?;
        Some(if is_reversed(id) { 4 - option } else { option })
    }

    /// The mean of what is answered of a part, 0–100.
    pub(crate) fn mean(&self, part: &str) -> Option<f64> {
        self.mean_of(&items_of(part))
    }

    /// The score of a strain.
    pub(crate) fn score(&self, parts: [&str; 3]) -> Option<f64> {
        self.mean_of(&parts.iter().flat_map(|part| items_of(part)).collect::<Vec<_>>())
    }

    fn mean_of(&self, ids: &[String]) -> Option<f64> {
        let keyed: Vec<f64> = ids.iter().filter_map(|id| self.keyed(id)).map(f64::from).collect();
        (!keyed.is_empty()).then(|| 25.0 * keyed.iter().sum::<f64>() / keyed.len() as f64)
    }

    pub(crate) fn said(&self, question: &str) -> Option<&str> {
        self.context.get(question).map(String::as_str)
    }

    pub(crate) fn ticked(&self, sign: &str) -> bool {
        self.signs.as_ref().is_some_and(|signs| signs.contains(sign))
    }

    pub(crate) fn lasts_over_four_weeks(&self) -> bool {
        matches!(self.said("duration"), Some("one_to_six_months" | "over_six_months"))
    }

    pub(crate) fn is_exposed_never(&self) -> bool {
        self.said("exposure") == Some("never")
    }

    pub(crate) fn impact_is_high(&self) -> bool {
        matches!(self.said("impact"), Some("much" | "very_much"))
    }

    /// Whether this many of some items, or more, are answered with an option in this range.
    pub(crate) fn any(&self, ids: &[&str], options: std::ops::RangeInclusive<u8>) -> usize {
        ids.iter().filter(|id| self.option(id).is_some_and(|o| options.contains(&o))).count()
    }
}
