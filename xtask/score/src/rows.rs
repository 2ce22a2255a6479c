//! The answers of one person out of a file, or why there are none.

use std::fmt;

use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use csv::ByteRecord;

use crate::columns::{Question, Questions};
use crate::lines::LineError;
use crate::wide::Layout;

/// The answers of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The number of the row in which they begin; the first row, with the names of the columns, is 1.
    pub row: u64,
    /// What tells them apart, where that was asked for.
    pub id: Option<String>,
    /// When they answered, where that was asked for.
    pub time: Option<String>,
    /// The group that they belong to, where that was asked for and stands there.
    pub group: Option<String>,
    /// The answers.
    pub responses: Responses,
}

/// Why the answers of somebody are not used: everything that is wrong with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Each with the number of its row.
    pub reasons: Vec<(u64, String)>,
}

impl Refused {
    /// For one reason.
    #[must_use]
    pub fn new(row: u64, reason: impl Into<String>) -> Self {
        Self { reasons: vec![(row, reason.into())] }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (row, reason)) in self.reasons.iter().enumerate() {
            let end = if place > 0 { "\n" } else { "" };
            write!(f, "{end}row {row}: {reason}")?;
        }
        Ok(())
    }
}

/// A person as a file has them.
#[derive(Debug)]
pub enum Raw {
    /// A row of a wide table, not yet looked at, and its number.
    Cells(u64, ByteRecord),
    /// A person who is read already.
    Read(Result<Person, Refused>),
}

impl Raw {
    /// Reads it, if it is not read yet.
    ///
    /// # Errors
    /// With everything that is wrong in the row.
    pub fn read(self, instrument: &Instrument, layout: Option<&Layout>) -> Result<Person, Refused> {
        match (self, layout) {
            (Self::Read(read), _) => read,
            (Self::Cells(row, cells), Some(layout)) => layout.read(instrument, row, &cells),
            (Self::Cells(row, _), None) => Err(Refused::new(row, "stands in no table")),
        }
    }
}

/// People, one after the other.
pub trait Rows {
    /// The next one; nothing at the end.
    ///
    /// # Errors
    /// When the file cannot be read on.
    fn next(&mut self) -> Result<Option<Raw>, LineError>;
}

/// Answers that come in one by one, and what is wrong with them.
#[derive(Debug)]
pub struct Answering<'a> {
    instrument: &'a Instrument,
    questions: &'a Questions,
    responses: Responses,
    given: Vec<Question>,
    refused: Refused,
}

impl<'a> Answering<'a> {
    /// Nothing answered yet.
    #[must_use]
    pub fn new(instrument: &'a Instrument, questions: &'a Questions) -> Self {
        let responses = Responses::new(instrument);
        Self { instrument, questions, responses, given: Vec::new(), refused: Refused::default() }
    }

    /// Takes the answer of a cell in a row to a question by its name; each question has one.
    pub fn answer(&mut self, row: u64, name: &str, cell: &[u8]) {
        let found = self.questions.find(name);
        let Some((question, offered)) =
            found.and_then(|found| Some((found, self.questions.offered(found)?)))
        else {
            self.refuse(row, format!("{} is no item of this instrument", crate::cell::shown(name)));
            return;
        };
        if self.given.contains(&question) {
            self.refuse(row, format!("{name} is there a second time"));
            return;
        }
        self.given.push(question);
        match offered.read(cell, &self.questions.missing) {
            Ok(option) => set(&mut self.responses, self.instrument, question, option),
            Err(what) => self.refuse(row, format!("{name} {what}")),
        }
    }

    /// Notes something that is wrong.
    pub fn refuse(&mut self, row: u64, reason: impl Into<String>) {
        self.refused.reasons.push((row, reason.into()));
    }

    /// The person, if nothing is wrong.
    ///
    /// # Errors
    /// With everything that is.
    pub fn finish(self, row: u64, id: Option<String>) -> Result<Person, Refused> {
        if self.refused.reasons.is_empty() {
            Ok(Person { row, id, time: None, group: None, responses: self.responses })
        } else {
            Err(self.refused)
        }
    }
}

/// Sets the answer to a question.
pub fn set(
    responses: &mut Responses,
    instrument: &Instrument,
    question: Question,
    option: Option<u8>,
) {
    match question {
        Question::Item(item) => responses.set_item(instrument, item, option),
        Question::Context(asked) => responses.set_context(instrument, asked, option),
    }
}
