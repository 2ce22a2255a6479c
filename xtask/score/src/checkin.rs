//! The check-in file that a person saves from the self-check.

use burnout_screener::history::{History, HistoryError};
use burnout_screener::instrument::Instrument;
use burnout_screener::tree::Tree;
use serde_json::{Value, json};
use thiserror::Error;

use crate::lines::LineError;
use crate::rows::{Person, Raw, Refused, Rows};

/// Why a check-in file cannot be used at all.
#[derive(Debug, Error)]
pub enum CheckInError {
    /// It is no JSON.
    #[error("is no JSON")]
    NoJson(#[source] serde_json::Error),
    /// It is sealed.
    #[error("is sealed with a passphrase: docs/files.md says how to open it")]
    Sealed,
    /// It is no check-in file, or has no checks.
    #[error("is no check-in file")]
    Foreign,
}

/// The checks of a file.
pub struct CheckIn(std::vec::IntoIter<Result<Person, Refused>>);

impl CheckIn {
    /// Reads each check by itself, so that a damaged one takes no other away. Its number stands for the row.
    ///
    /// # Errors
    /// When it is no check-in file.
    pub fn new(text: &[u8], instrument: &Instrument) -> Result<Self, CheckInError> {
        let file: Value = serde_json::from_slice(text).map_err(CheckInError::NoJson)?;
        match file.get("burnout-screener").and_then(Value::as_str) {
            Some("check-in") => {}
            Some("sealed check-in") => return Err(CheckInError::Sealed),
            _ => return Err(CheckInError::Foreign),
        }
        let Some(checks) = file.get("checks").and_then(Value::as_array) else {
            return Err(CheckInError::Foreign);
        };
        let numbered = (1..).zip(checks);
        let read = numbered.map(|(row, check)| check_of(&file, row, check, instrument));
        Ok(Self(read.collect::<Vec<_>>().into_iter()))
    }
}

fn check_of(
    file: &Value,
    row: u64,
    check: &Value,
    instrument: &Instrument,
) -> Result<Person, Refused> {
    let mut alone = json!({ "checks": [check] });
    if let (Some(alone), Some(file)) = (alone.as_object_mut(), file.as_object()) {
        let rest = file.iter().filter(|(name, _)| *name != "checks");
        alone.extend(rest.map(|(name, value)| (name.clone(), value.clone())));
    }
    let tree: Tree =
        serde_json::from_value(alone).map_err(|error| Refused::new(row, error.to_string()))?;
    let place = usize::try_from(row).unwrap_or(usize::MAX).saturating_sub(1);
    let history = History::read(&tree, &[check.to_string()], instrument).map_err(|error| {
        let error = match error {
            HistoryError::Damaged { check: Some(_), field } => {
                HistoryError::Damaged { check: Some(place), field }
            }
            other => other,
        };
        Refused::new(row, error.to_string())
    })?;
    match history.checks() {
        [check, ..] => Ok(Person {
            row,
            id: Some(check.id.clone()),
            time: Some(check.date.as_str().to_owned()),
            group: None,
            responses: check.responses.clone(),
        }),
        [] => {
            let asked = check.get("instrument").or_else(|| file.get("instrument"));
            let field = |name| asked.and_then(|asked| asked.get(name)?.as_str()).unwrap_or("?");
            let what = format!("answers {} {}, not ", field("id"), field("version"));
            Err(Refused::new(row, format!("{what}{} {}", instrument.id(), instrument.version())))
        }
    }
}

impl Rows for CheckIn {
    fn next(&mut self) -> Result<Option<Raw>, LineError> {
        Ok(self.0.next().map(Raw::Read))
    }
}
