//! The responses in a file: one alone, or those of a Bundle with the Observations of their scores.

use burnout_screener::instrument::Instrument;
use serde_json::Value;

use super::names::{Asked, Names};
use super::place::Place;
use super::response::{Answers, OURS};
use super::stated::Stated;
use super::wrong::{Unusable, What, Wrong};
use crate::lines::LineError;
use crate::rows::{Person, Raw, Refused, Rows};

const RESPONSE: &str = "QuestionnaireResponse";

/// The people in a file.
pub struct Record(std::vec::IntoIter<Result<Person, Refused>>);

/// A response, and what it is referred to by.
struct Entry<'a> {
    at: Place<'a>,
    address: Option<&'a str>,
    answers: Answers<'a>,
}

impl Record {
    /// Reads each response; its number among the responses stands for the row.
    ///
    /// # Errors
    /// When there is none.
    pub fn new(file: &Value, instrument: &Instrument, names: &Names) -> Result<Self, Unusable> {
        let root = Place::root(file);
        let mut found = Vec::new();
        match root.text("resourceType") {
            Some(RESPONSE) => found.push((root.clone(), None)),
            Some("Bundle") => {
                for entry in root.list("entry").map_err(|wrong| Unusable::Wrong(vec![wrong]))? {
                    let address = entry.text("fullUrl");
                    found.extend(entry.field("resource").map(|resource| (resource, address)));
                }
            }
            Some(kind) => {
                let wanted = "QuestionnaireResponse or a Bundle of such";
                return Err(Unusable::Kind { found: kind.to_owned(), wanted });
            }
            None => return Err(Unusable::NoKind),
        }
        let is = |at: &Place<'_>, kind| at.text("resourceType") == Some(kind);
        let responses = found.iter().filter(|(at, _)| is(at, RESPONSE));
        let mut entries: Vec<Entry<'_>> = responses
            .map(|(at, address)| Entry {
                at: at.clone(),
                address: *address,
                answers: Answers::new(instrument, names, at),
            })
            .collect();
        if entries.is_empty() {
            return Err(Unusable::NoResponse);
        }
        let mut orphans = Vec::new();
        for (at, _) in found.iter().filter(|(at, _)| is(at, "Observation")) {
            let stated = match stated(instrument, names, at) {
                Ok(None) => continue,
                Ok(Some(stated)) => Ok(stated),
                Err(wrong) => Err(wrong),
            };
            match (entries.iter_mut().find(|entry| entry.is_source_of(at)), stated) {
                (Some(entry), Ok(stated)) => entry.answers.state(at.clone(), stated),
                (Some(entry), Err(wrong)) => entry.answers.refuse(wrong),
                (None, Ok(_)) => orphans.push(at.wrong(What::Orphan)),
                (None, Err(wrong)) => orphans.push(wrong),
            }
        }
        let numbered = (1..).zip(entries);
        let mut people: Vec<_> = numbered.map(|(row, entry)| entry.person(row)).collect();
        if !orphans.is_empty() {
            let row = people.len() as u64 + 1;
            people.push(Err(refused(row, &orphans)));
        }
        Ok(Self(people.into_iter()))
    }
}

impl Entry<'_> {
    /// Whether an Observation says that it comes from this response.
    fn is_source_of(&self, observation: &Place<'_>) -> bool {
        let sources = observation.list("derivedFrom").unwrap_or_default();
        let mut references = sources.iter().filter_map(|source| source.text("reference"));
        references.any(|reference| {
            let id = reference.strip_prefix("QuestionnaireResponse/");
            self.address == Some(reference) || id.is_some() && id == self.at.text("id")
        })
    }

    fn person(self, row: u64) -> Result<Person, Refused> {
        let identifier = self.at.field("identifier");
        let id = identifier.as_ref().and_then(|identifier| identifier.text("value"));
        let id = id.or_else(|| self.at.text("id")).or(self.address).map(str::to_owned);
        let time = self.at.text("authored").map(str::to_owned);
        match self.answers.finish() {
            Ok(responses) => Ok(Person { row, id, time, group: None, responses }),
            Err(wrong) => Err(refused(row, &wrong)),
        }
    }
}

fn refused(row: u64, wrong: &[Wrong]) -> Refused {
    Refused { reasons: wrong.iter().map(|wrong| (row, wrong.to_string())).collect() }
}

/// The score that an Observation states; none where it is about something else.
fn stated(instrument: &Instrument, names: &Names, at: &Place<'_>) -> Result<Option<Stated>, Wrong> {
    let Some(code) = at.field("code") else { return Ok(None) };
    let ours = format!("{OURS}{}:", instrument.id());
    for coding in code.list("coding")? {
        let Some(link) = coding.text("system").and_then(|system| system.strip_prefix(&ours)) else {
            continue;
        };
        let scale = match names.find(link) {
            Ok(Asked::Score(scale)) => scale,
            Ok(_) => continue,
            Err(what) => return Err(coding.wrong(what)),
        };
        let quantity = at.field("valueQuantity");
        let Some(said) = quantity.and_then(|quantity| quantity.number("value")) else {
            return Err(at.wrong(What::NoNumber));
        };
        return Ok(Some(Stated::Score(scale, said)));
    }
    Ok(None)
}

impl Rows for Record {
    fn next(&mut self) -> Result<Option<Raw>, LineError> {
        Ok(self.0.next().map(Raw::Read))
    }
}
