//! Reads the check-in file: what it must hold, and what is wrong where it does not.
//!
//! Answers stand in it by the ids of item and option, so a file still reads when the items have
//! another order or there are new ones. `export::json` writes it.

use std::fmt;

use super::{CheckIn, Date, FORMAT, MOST_CHECKS, ROLES};
use crate::instrument::Instrument;
use crate::locale::{Locale, Message};
use crate::response::Responses;
use crate::session::Setting;
use crate::tree::{Node, Table, TreeError};

/// How many characters of what stands in a file an error repeats.
const LONGEST_SHOWN: usize = 64;

/// Why a check-in file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckInError {
    /// It is something else.
    Foreign,
    /// It is one, but something in it is missing or wrong: what, and where.
    Damaged(String),
    /// It was written by a self-check that knows more than this one.
    Newer,
    /// It belongs to the instrument with this id.
    OtherInstrument(String),
    /// It belongs to this version of the instrument, which asks other things.
    OtherVersion(String),
    /// It holds this many checks.
    TooMany(usize),
}

impl CheckInError {
    /// The same in the words of a language, for the person who brought the file.
    #[must_use]
    pub fn told(&self, locale: &Locale) -> String {
        let (message, name) = match self {
            Self::Foreign => (Message::CheckInForeign, ""),
            Self::Damaged(_) => (Message::CheckInDamaged, ""),
            Self::Newer => (Message::CheckInNewer, ""),
            Self::OtherInstrument(id) => (Message::CheckInOtherInstrument, id.as_str()),
            Self::OtherVersion(version) => (Message::CheckInOtherVersion, version.as_str()),
            Self::TooMany(_) => (Message::CheckInTooMany, ""),
        };
        locale.fill(message, &[("name", name), ("number", &MOST_CHECKS.to_string())])
    }
}

impl fmt::Display for CheckInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str(
                "this is no check-in file: bring the file that this self-check let you save",
            ),
            Self::Damaged(what) => {
                write!(f, "the check-in file is damaged ({what}): bring an earlier copy")
            }
            Self::Newer => f.write_str(
                "the check-in file comes from a newer self-check: open it with that one",
            ),
            Self::OtherInstrument(id) => {
                write!(
                    f,
                    "the check-in file belongs to the instrument '{id}': open it with that one"
                )
            }
            Self::OtherVersion(version) => write!(
                f,
                "the check-in file belongs to version '{version}' of the instrument, which asks \
                 other things: open it with that one"
            ),
            Self::TooMany(found) => {
                write!(f, "the check-in file holds {found} checks: {MOST_CHECKS} are the most")
            }
        }
    }
}

impl std::error::Error for CheckInError {}

impl From<TreeError> for CheckInError {
    fn from(error: TreeError) -> Self {
        Self::Damaged(shown(&error.to_string()))
    }
}

/// A check as it stands in the file.
struct Entry {
    date: String,
    setting: Setting,
    answers: Table<String>,
    context: Table<String>,
}

impl Entry {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let [work, caring, both] = ROLES;
        let roles = [(work, Setting::Work), (caring, Setting::Caring), (both, Setting::Both)];
        Ok(Self {
            date: node.field("date")?.text()?,
            setting: node.field("role")?.choice(&roles, "work, caring or both")?,
            answers: node.field("answers")?.table(|node| node.text())?,
            context: node.field("context")?.table(|node| node.text())?,
        })
    }
}

pub(super) fn read(node: &Node<'_>, instrument: &Instrument) -> Result<Vec<CheckIn>, CheckInError> {
    let kind = node.field("burnout-screener").and_then(|node| node.text());
    if kind.as_deref() != Ok("check-in") {
        return Err(CheckInError::Foreign);
    }
    let format = node.field("format")?;
    if format.number()? > f64::from(FORMAT) {
        return Err(CheckInError::Newer);
    }
    if format.byte()? != FORMAT {
        return Err(CheckInError::Damaged("format must be 1".to_owned()));
    }
    let about = node.field("instrument")?;
    let [id, version] = [about.field("id")?.text()?, about.field("version")?.text()?];
    if id != instrument.id() {
        return Err(CheckInError::OtherInstrument(shown(&id)));
    }
    if major(&version) != major(instrument.version()) {
        return Err(CheckInError::OtherVersion(shown(&version)));
    }
    let entries = node.field("checks")?.list(Entry::read)?;
    if entries.len() > MOST_CHECKS {
        return Err(CheckInError::TooMany(entries.len()));
    }
    let mut checks = Vec::new();
    for (place, entry) in entries.into_iter().enumerate() {
        let wrong = match (Date::new(&entry.date), join(instrument, &entry)) {
            (Some(date), Some(responses)) => {
                checks.push(CheckIn { date, setting: entry.setting, responses });
                continue;
            }
            // What another version of the questions has and this one has not is no damage.
            (_, None) if version != instrument.version() => {
                return Err(CheckInError::OtherVersion(shown(&version)));
            }
            (_, None) => " has an answer that is not known",
            (None, _) => ".date must be a day such as 2026-03-09",
        };
        return Err(CheckInError::Damaged(["checks.", &place.to_string(), wrong].concat()));
    }
    Ok(checks)
}

/// The answers of a check; `None` when the instrument does not ask or offer one of them.
fn join(instrument: &Instrument, entry: &Entry) -> Option<Responses> {
    let mut responses = Responses::new(instrument);
    let mut joined = 0;
    for (place, item) in instrument.items().iter().enumerate() {
        if let Some(answer) = entry.answers.get(&item.id) {
            let option = instrument.options().iter().position(|option| option.id == *answer)?;
            responses.set_item(instrument, place, u8::try_from(option).ok());
            joined += 1;
        }
    }
    for (place, question) in instrument.context().iter().enumerate() {
        if let Some(answer) = entry.context.get(&question.id) {
            let option = question.options.iter().position(|option| option.id == *answer)?;
            responses.set_context(instrument, place, u8::try_from(option).ok());
            joined += 1;
        }
    }
    let given = entry.answers.names().count() + entry.context.names().count();
    (joined == given).then_some(responses)
}

/// The part of a version that changes when answers cannot be compared any more.
fn major(version: &str) -> &str {
    version.split_once('.').map_or(version, |(major, _)| major)
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST_SHOWN).collect()
}
