//! Reads the check-in file: what it must hold, and what is wrong where it does not.
//!
//! Answers stand in it by the ids of item and option, so a file still reads when the items have
//! another order or there are new ones. `export::json` writes it. Each check names the instrument that it
//! belongs to; in the first format the file as a whole did.

use std::fmt;

use super::{Carried, Check, Date, FORMAT, MOST_CARRIED, MOST_CHECKS};
use crate::instrument::Instrument;
use crate::locale::{Locale, Message};
use crate::response::Responses;
use crate::session::Role;
use crate::tree::Tree;

/// The format in which checks had no ids, and one instrument stood for all of them.
const FIRST_FORMAT: u8 = 1;

/// What is known of a check; any other field is carried along.
const KNOWN: [&str; 10] = [
    "answers",
    "bands",
    "context",
    "date",
    "id",
    "instrument",
    "result",
    "role",
    "scores",
    "signs",
];

/// What the role is called in files of version 0.1.0 that is now [`Role::Several`].
const BOTH: &str = "both";

/// Longer than any id that is drawn.
const LONGEST_ID: usize = 64;

/// Those of this instrument and those that are carried along.
const MOST: usize = MOST_CHECKS + MOST_CARRIED;

/// Why a check-in file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryError {
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
    /// It holds no check at all.
    Empty,
    /// It holds this many checks.
    TooMany(usize),
}

impl HistoryError {
    /// The same in the words of a language, for the person who brought the file.
    #[must_use]
    pub fn told(&self, locale: &Locale) -> String {
        let message = match self {
            Self::Foreign => Message::CheckInForeign,
            Self::Damaged { .. } => Message::CheckInDamaged,
            Self::Newer => Message::CheckInNewer,
            Self::Empty => Message::CheckInEmpty,
            Self::TooMany(_) => Message::CheckInTooMany,
        };
        locale.fill(message, &[("number", &MOST.to_string())])
    }
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str(
                "this is no check-in file: bring the file that this self-check let you save",
            ),
            Self::Damaged { check, field } => {
                f.write_str("the check-in file is damaged: bring an earlier copy (")?;
                if let Some(check) = check {
                    write!(f, "checks[{check}].")?;
                }
                write!(f, "{field} is missing or not what it must be)")
            }
            Self::Newer => f.write_str(
                "the check-in file comes from a newer self-check: open it with that one",
            ),
            Self::Empty => f.write_str("the check-in file holds no check"),
            Self::TooMany(found) => {
                write!(f, "the check-in file holds {found} checks: {MOST} are the most")
            }
        }
    }
}

impl std::error::Error for HistoryError {}

pub(super) fn read(
    file: &Tree,
    raw: &[String],
    instrument: &Instrument,
) -> Result<(Vec<Check>, Vec<Carried>), HistoryError> {
    if text(file, "burnout-screener") != Ok("check-in") {
        return Err(HistoryError::Foreign);
    }
    let damaged = |check| move |field| HistoryError::Damaged { check, field };
    // In the first format one instrument stands for all checks.
    let all = match field(file, "format") {
        Ok(&Tree::Number(format)) if format == f64::from(FORMAT) => None,
        Ok(&Tree::Number(format)) if format == f64::from(FIRST_FORMAT) => {
            Some(Asked::new(file).map_err(damaged(None))?)
        }
        Ok(&Tree::Number(format)) if format > f64::from(FORMAT) => return Err(HistoryError::Newer),
        _ => return Err(damaged(None)("format")),
    };
    let Ok(Tree::List(checks)) = field(file, "checks") else { return Err(damaged(None)("checks")) };
    if checks.is_empty() {
        return Err(HistoryError::Empty);
    }
    if checks.len() > MOST {
        return Err(HistoryError::TooMany(checks.len()));
    }
    let (mut known, mut carried) = (Vec::new(), Vec::new());
    for (place, check) in checks.iter().enumerate() {
        let damaged = damaged(Some(place));
        let raw = raw.get(place).ok_or_else(|| damaged("text"))?;
        let asked = match all {
            Some(asked) => asked,
            None => Asked::new(check).map_err(damaged)?,
        };
        let mut carry = || {
            let date = text(check, "date").ok().and_then(Date::new);
            carried.push(Carried { date, raw: raw.clone() });
        };
        if !asked.is_comparable(instrument) {
            carry();
            continue;
        }
        match join(instrument, asked, check, raw) {
            Ok(check) => known.push(check),
            // What another version of the questions has and this one has not is no damage.
            Err(UNKNOWN) if asked.version != instrument.version() => carry(),
            Err(field) => return Err(damaged(field)),
        }
    }
    Ok((known, carried))
}

/// What was asked in a check.
#[derive(Clone, Copy)]
struct Asked<'a> {
    id: &'a str,
    version: &'a str,
}

impl<'a> Asked<'a> {
    fn new(tree: &'a Tree) -> Result<Self, Field> {
        let about = field(tree, "instrument")?;
        Ok(Self { id: text(about, "id")?, version: text(about, "version")? })
    }

    fn is_comparable(self, instrument: &Instrument) -> bool {
        self.id == instrument.id() && major(self.version) == major(instrument.version())
    }
}

/// The name of a field that is missing or wrong. Nothing is copied out of the file before it is known
/// to be good.
type Field = &'static str;

/// Stands for an answer that the instrument does not ask for or does not offer.
const UNKNOWN: Field = "an answer";

/// A check, joined to the instrument.
fn join(
    instrument: &Instrument,
    asked: Asked<'_>,
    check: &Tree,
    raw: &str,
) -> Result<Check, Field> {
    // In the first format checks had no ids.
    let first = field(check, "id").is_err();
    let date = Date::new(text(check, "date")?).ok_or("date")?;
    let role = match field(check, "role") {
        // The first format wrote this role for everybody who named none.
        Ok(Tree::Text(role)) if first && role == Role::Work.name() => None,
        Ok(Tree::Text(role)) if role == BOTH => Some(Role::Several),
        Ok(Tree::Text(role)) => {
            Some(Role::ALL.into_iter().find(|known| known.name() == role).ok_or("role")?)
        }
        Err(_) if !first => None,
        _ => return Err("role"),
    };
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
    responses.set_signs(instrument, signs(instrument, check)?.as_deref());
    let id = match text(check, "id") {
        Ok(id) if (1..=LONGEST_ID).contains(&id.len()) => id.to_owned(),
        Ok(_) => return Err("id"),
        Err(_) => ["1-", &digest(check)].concat(),
    };
    // The first format named the version of whoever wrote the file, not of the check.
    let other = !first && asked.version != instrument.version();
    let strange = match check {
        Tree::Map(table) => table.names().any(|name| !KNOWN.contains(&name)),
        _ => false,
    };
    Ok(Check { date, id, role, responses, raw: (other || strange).then(|| raw.to_owned()) })
}

/// The positions of the signs that were ticked, if they were not passed over.
fn signs(instrument: &Instrument, check: &Tree) -> Result<Option<Vec<usize>>, Field> {
    let Ok(given) = field(check, "signs") else { return Ok(None) };
    let Tree::List(given) = given else { return Err("signs") };
    let place = |id: &Tree| {
        let Tree::Text(id) = id else { return Err(UNKNOWN) };
        instrument.signs().iter().position(|sign| sign.id == *id).ok_or(UNKNOWN)
    };
    given.iter().map(place).collect::<Result<_, _>>().map(Some)
}

/// A short name for what was said in a check, the same in whatever file that stands (FNV-1a).
fn digest(check: &Tree) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for name in ["date", "role"] {
        add(text(check, name).unwrap_or_default());
    }
    for name in ["answers", "context"] {
        let Ok(Tree::Map(table)) = field(check, name) else { continue };
        for id in table.names() {
            add(id);
            if let Some(Tree::Text(answer)) = table.get(id) {
                add(answer);
            }
        }
    }
    let digits = (0..16).rev().filter_map(|place| {
        let digit = u32::try_from(hash >> (place * 4) & 15).unwrap_or(0);
        char::from_digit(digit, 16)
    });
    digits.collect()
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
