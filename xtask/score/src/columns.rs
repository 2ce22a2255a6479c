//! What stands in which column: the first row names items and questions by their ids.

use std::collections::BTreeMap;

use burnout_screener::instrument::Instrument;
use thiserror::Error;

use crate::cell::{Missing, Offered};

/// How alike two names are, from 0 to 1, of which one may be meant for the other.
const ALIKE: f64 = 0.7;

/// Why the first row cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ColumnError {
    /// There is no such column.
    #[error("has no column {name}{meant}")]
    Absent {
        /// The name.
        name: String,
        /// What may be meant by it, as a question.
        meant: String,
    },
    /// There are two of that name.
    #[error("has the column {0} twice")]
    Twice(String),
    /// Items have no column.
    #[error("has no column for {0}: add them, or say --partial if they were not asked")]
    Lacking(String),
    /// No column is an item.
    #[error("names no item of this instrument in its first row: its columns are {0}")]
    Strange(String),
}

/// A question of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// An item, by its position.
    Item(usize),
    /// A question about the situation, by its position.
    Context(usize),
}

/// The questions of an instrument by their names, with their answers.
#[derive(Clone, Debug)]
pub struct Questions {
    by_name: BTreeMap<String, Question>,
    items: Vec<Offered>,
    context: Vec<Offered>,
    /// What stands for an answer left out.
    pub missing: Missing,
}

impl Questions {
    /// Those of an instrument. Where an item and a question share an id, the item has it; `context.` before an
    /// id always means the question, and `item.` the item.
    #[must_use]
    pub fn new(instrument: &Instrument, missing: Missing) -> Self {
        let mut by_name = BTreeMap::new();
        for (place, asked) in instrument.context().iter().enumerate() {
            by_name.insert(asked.id.clone(), Question::Context(place));
            by_name.insert(format!("context.{}", asked.id), Question::Context(place));
        }
        for (place, item) in instrument.items().iter().enumerate() {
            by_name.insert(item.id.clone(), Question::Item(place));
            by_name.insert(format!("item.{}", item.id), Question::Item(place));
        }
        Self {
            by_name,
            items: (0..instrument.items().len())
                .map(|item| Offered::item(instrument, item))
                .collect(),
            context: (0..instrument.context().len())
                .map(|question| Offered::context(instrument, question))
                .collect(),
            missing,
        }
    }

    /// The question of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Question> {
        self.by_name.get(name).copied()
    }

    /// The answers that a question offers.
    #[must_use]
    pub fn offered(&self, question: Question) -> Option<&Offered> {
        match question {
            Question::Item(item) => self.items.get(item),
            Question::Context(asked) => self.context.get(asked),
        }
    }
}

/// The column of this name.
///
/// # Errors
/// When there is none.
pub fn column(header: &[String], name: &str) -> Result<usize, ColumnError> {
    header.iter().position(|column| column == name).ok_or_else(|| ColumnError::Absent {
        name: name.to_owned(),
        meant: meant(name, header.iter().map(String::as_str)),
    })
}

/// No name may stand twice: one of the two would be passed over. Columns without a name may.
///
/// # Errors
/// With the first that does.
pub fn each_once(header: &[String]) -> Result<(), ColumnError> {
    for (place, name) in header.iter().enumerate() {
        if !name.is_empty() && header.iter().take(place).any(|before| before == name) {
            return Err(ColumnError::Twice(name.clone()));
        }
    }
    Ok(())
}

/// The items that everybody is asked all have a column, or it was said that they need not.
///
/// # Errors
/// With those that have none, and what may be meant for them.
pub fn complete(
    instrument: &Instrument,
    found: &[Question],
    unread: &[&str],
    partial: bool,
) -> Result<(), ColumnError> {
    let items = instrument.items().iter().enumerate();
    let core = items.take(instrument.core().end);
    let lacking: Vec<&str> = core
        .filter(|(place, _)| !found.contains(&Question::Item(*place)))
        .map(|(_, item)| item.id.as_str())
        .collect();
    if !found.iter().any(|question| matches!(question, Question::Item(_))) {
        return Err(ColumnError::Strange(unread.join(", ")));
    }
    if partial || lacking.is_empty() {
        return Ok(());
    }
    let named = lacking.iter().map(|id| format!("{id}{}", meant(id, unread.iter().copied())));
    Err(ColumnError::Lacking(named.collect::<Vec<_>>().join(", ")))
}

/// What may be meant, as a question.
#[must_use]
pub fn meant<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = known
        .map(|known| (strsim::jaro_winkler(&name.to_lowercase(), &known.to_lowercase()), known))
        .filter(|(alike, known)| *alike >= ALIKE && *known != name)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    near.map(|(_, known)| format!(" (is '{known}' meant?)")).unwrap_or_default()
}
