//! Reads the check-in file: what it must hold, and what is wrong where it does not.
//!
//! Answers stand in it by the ids of item and option, so a file still reads when the items have
//! another order or there are new ones. `export::json` writes it.

use std::fmt;

use super::{CheckIn, Date, FORMAT, MOST_CHECKS};
use crate::instrument::Instrument;
use crate::locale::{Locale, Message};
use crate::response::Responses;
use crate::session::Role;
use crate::tree::{Tree, shortened};

/// Why a check-in file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckInError {
    /// It is something else.
    Foreign,
    /// It is one, but something in it is missing or wrong.
    Damaged {
        /// In which of its checks, counted from 0, or in none of them.
        check: Option<usize>,
        /// The name of the field.
        field: &'static str,
    },
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
            Self::Damaged { .. } => (Message::CheckInDamaged, ""),
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
            Self::Damaged { check, field } => {
                f.write_str("the check-in file is damaged: bring an earlier copy (")?;
                if let Some(check) = check {
                    write!(f, "checks.{check}.")?;
                }
                write!(f, "{field} is missing or not what it must be)")
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

pub(super) fn read(file: &Tree, instrument: &Instrument) -> Result<Vec<CheckIn>, CheckInError> {
    if text(file, "burnout-screener") != Ok("check-in") {
        return Err(CheckInError::Foreign);
    }
    let damaged = |check| move |field| CheckInError::Damaged { check, field };
    match field(file, "format") {
        Ok(&Tree::Number(format)) if format == f64::from(FORMAT) => {}
        Ok(&Tree::Number(format)) if format > f64::from(FORMAT) => return Err(CheckInError::Newer),
        _ => return Err(damaged(None)("format")),
    }
    let (id, version, checks) = contents(file).map_err(damaged(None))?;
    if id != instrument.id() {
        return Err(CheckInError::OtherInstrument(shortened(id)));
    }
    if major(version) != major(instrument.version()) {
        return Err(CheckInError::OtherVersion(shortened(version)));
    }
    if checks.len() > MOST_CHECKS {
        return Err(CheckInError::TooMany(checks.len()));
    }
    let mut read = Vec::new();
    for (place, check) in checks.iter().enumerate() {
        match join(instrument, check) {
            Ok(check) => read.push(check),
            // What another version of the questions has and this one has not is no damage.
            Err(UNKNOWN) if version != instrument.version() => {
                return Err(CheckInError::OtherVersion(shortened(version)));
            }
            Err(field) => return Err(damaged(Some(place))(field)),
        }
    }
    Ok(read)
}

/// The name of a field that is missing or wrong. Nothing is copied out of the file before it is known
/// to be good.
type Field = &'static str;

/// Stands for an answer that the instrument does not ask for or does not offer.
const UNKNOWN: Field = "an answer";

/// The id and the version of the instrument, and the checks as they stand.
fn contents(file: &Tree) -> Result<(&str, &str, &[Tree]), Field> {
    let about = field(file, "instrument")?;
    match field(file, "checks")? {
        Tree::List(checks) => Ok((text(about, "id")?, text(about, "version")?, checks)),
        _ => Err("checks"),
    }
}

/// A check, joined to the instrument.
fn join(instrument: &Instrument, check: &Tree) -> Result<CheckIn, Field> {
    let date = Date::new(text(check, "date")?).ok_or("date")?;
    let role = text(check, "role")?;
    let role = Role::ALL.into_iter().find(|known| known.name() == role).ok_or("role")?;
    let mut responses = Responses::new(instrument);
    let mut answers = Answers::new(check, "answers")?;
    for (place, item) in instrument.items().iter().enumerate() {
        let offered = instrument.options(place).iter().map(|option| option.id.as_str());
        responses.set_item(instrument, place, answers.take(&item.id, offered)?);
    }
    answers.finish()?;
    let mut answers = Answers::new(check, "context")?;
    for (place, question) in instrument.context().iter().enumerate() {
        let offered = question.options.iter().map(|option| option.id.as_str());
        responses.set_context(instrument, place, answers.take(&question.id, offered)?);
    }
    answers.finish()?;
    Ok(CheckIn { date, role, responses })
}

/// The answers of one kind, by the ids of the questions.
struct Answers<'a> {
    given: &'a Tree,
    left: usize,
}

impl<'a> Answers<'a> {
    fn new(check: &'a Tree, name: Field) -> Result<Self, Field> {
        match field(check, name)? {
            given @ Tree::Map(table) => Ok(Self { given, left: table.names().count() }),
            _ => Err(name),
        }
    }

    /// The position of the answer to a question, if it is answered.
    fn take<'b>(
        &mut self,
        id: &str,
        mut offered: impl Iterator<Item = &'b str>,
    ) -> Result<Option<u8>, Field> {
        let Tree::Map(table) = self.given else { return Ok(None) };
        match table.get(id) {
            None => Ok(None),
            Some(Tree::Text(answer)) => {
                self.left = self.left.saturating_sub(1);
                let option = offered.position(|option| option == answer).ok_or(UNKNOWN)?;
                Ok(u8::try_from(option).ok())
            }
            Some(_) => Err(UNKNOWN),
        }
    }

    /// What was not taken has no question.
    fn finish(self) -> Result<(), Field> {
        if self.left == 0 { Ok(()) } else { Err(UNKNOWN) }
    }
}

fn field(tree: &Tree, name: Field) -> Result<&Tree, Field> {
    match tree {
        Tree::Map(table) => table.get(name).ok_or(name),
        _ => Err(name),
    }
}

fn text(tree: &Tree, name: Field) -> Result<&str, Field> {
    match field(tree, name)? {
        Tree::Text(text) => Ok(text),
        _ => Err(name),
    }
}

/// The part of a version that changes when answers cannot be compared any more.
fn major(version: &str) -> &str {
    version.split_once('.').map_or(version, |(major, _)| major)
}
