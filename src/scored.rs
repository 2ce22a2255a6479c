//! A set of answers that another program hands in, and what is said of it in plain values. The names are those of
//! the check-in file, and the same in every language.

mod given;

pub use given::{GivenError, given};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::instrument::Instrument;
use crate::outcome::{Outcome, Standing};
use crate::profile::{Classification, Found};
use crate::response::Responses;

/// Everything that is said of one set of responses.
#[derive(Clone, Debug, Serialize)]
pub struct Scored<'a> {
    /// Each scale by its id.
    pub scales: Scales<'a>,
    /// What the profile finds, where the instrument makes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Findings>,
    /// Whether an answer was given that must not stay alone; only where the instrument has such answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<bool>,
}

/// The scales in the order of the instrument.
#[derive(Clone, Debug)]
pub struct Scales<'a>(pub Vec<(&'a str, ScaleScore<'a>)>);

/// The score of one scale.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleScore<'a> {
    /// In the unit of the scale; `None` where too little is answered.
    pub score: Option<f64>,
    /// Its standard error of measurement, where the precision of the scale is known.
    pub error: Option<f64>,
    /// How many of its items are answered.
    pub answered: usize,
    /// How many of its items are asked of everybody.
    pub items: usize,
    /// The id of the band; `None` where the scale has none, or there is no score.
    pub band: Option<&'a str>,
}

/// What the profile finds.
#[derive(Clone, Copy, Debug)]
pub struct Findings(Classification);

impl<'a> Scored<'a> {
    /// Everything that is said of these responses.
    ///
    /// ```
    /// use burnout_screener::instrument::Instrument;
    /// use burnout_screener::scored::{Scored, given};
    /// use burnout_screener::tree::Tree;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let instrument: Instrument = serde_json::from_str(
    ///     r#"{ "format": 2, "id": "two", "version": "1", "validated": false,
    ///          "option_sets": { "often": [{ "id": "no", "value": 0 }, { "id": "yes", "value": 3 }] },
    ///          "items": [{ "id": "one" }, { "id": "two" }],
    ///          "scales": [{ "id": "both", "method": "sum", "items": ["one", "two"] }] }"#,
    /// )?;
    /// let answers: Tree = serde_json::from_str(r#"{ "answers": { "one": 3, "two": "no" } }"#)?;
    /// let responses = given(&instrument, &answers)?;
    /// let scored = serde_json::to_value(Scored::new(&instrument, &responses))?;
    /// assert_eq!(scored["scales"]["both"]["score"], 3.0);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn new(instrument: &'a Instrument, responses: &Responses) -> Self {
        let outcome = Outcome::new(instrument, responses);
        let scale = |standing: &Standing<'a>| {
            let Standing { scale, score, band } = *standing;
            let answered = scale.items().filter(|&item| responses.item(item).is_some()).count();
            let scored = ScaleScore {
                score: score.map(|score| score.value),
                error: score.and_then(|score| score.error),
                answered,
                items: scale.len(),
                band: band.map(|band| band.id.as_str()),
            };
            (scale.id.as_str(), scored)
        };
        let has_alerts = instrument.items().iter().any(|item| item.alert.is_some());
        Self {
            scales: Scales(outcome.standings.iter().map(scale).collect()),
            result: outcome.classification.map(Findings),
            alert: has_alerts.then_some(outcome.alert),
        }
    }
}

impl Findings {
    /// Each thing that is found, with its codes.
    pub fn each(&self) -> impl Iterator<Item = (Found, Vec<&'static str>)> + '_ {
        Found::ALL.into_iter().map(|found| (found, found.of(&self.0)))
    }
}

/// As in the check-in file: a list of what there may be several of, else one code.
impl Serialize for Findings {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(Found::ALL.len()))?;
        for (found, codes) in self.each() {
            if found.repeats() {
                map.serialize_entry(found.name(), &codes)?;
            } else {
                map.serialize_entry(found.name(), &codes.first())?;
            }
        }
        map.end()
    }
}

impl Serialize for Scales<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (id, score) in &self.0 {
            map.serialize_entry(id, score)?;
        }
        map.end()
    }
}
