//! Earlier checks of one person, what has changed between two, and the file they are kept in.
//!
//! The file belongs to the person: it is written for them to save and read when they bring it back.
//! Scores are computed from its answers at each use; the scores that stand in it are for other
//! programs and are not looked at.

mod date;
mod file;

pub use date::Date;
pub use file::CheckInError;

use crate::instrument::{Instrument, Scale};
use crate::response::Responses;
use crate::scoring::Score;
use crate::session::{Role, Session};
use crate::tree::Tree;

/// The number of the file's format; a file with a higher one comes from a newer self-check.
pub(crate) const FORMAT: u8 = 1;

/// How many checks a file holds at the most: one every four weeks for fifteen years.
pub const MOST_CHECKS: usize = 200;

/// One check: when it was, in which role, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// The day.
    pub date: Date,
    /// The role in which the person helped others then.
    pub role: Role,
    /// The answers, to the present instrument.
    pub responses: Responses,
}

impl CheckIn {
    /// The present check, on this day.
    #[must_use]
    pub fn new(session: &Session, date: Date) -> Self {
        Self { date, role: session.role(), responses: session.responses().clone() }
    }
}

/// Checks of one person, oldest first, [`MOST_CHECKS`] at the most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    checks: Vec<CheckIn>,
}

impl History {
    /// Reads a check-in file and joins it to the present instrument.
    ///
    /// # Errors
    /// When it is something else, is damaged, or belongs to other questions.
    pub fn read(file: &Tree, instrument: &Instrument) -> Result<Self, CheckInError> {
        let mut history = Self::default();
        for check in file::read(file, instrument)? {
            history.insert(check);
        }
        Ok(history)
    }

    /// The same with one more check. Two checks on one day are both kept; one that is there already
    /// is not added again. The oldest gives way when there are too many.
    #[must_use]
    pub fn with(&self, check: CheckIn) -> Self {
        let mut history = self.clone();
        history.insert(check);
        history
    }

    fn insert(&mut self, check: CheckIn) {
        if self.checks.contains(&check) {
            return;
        }
        let later = self.checks.iter().position(|known| known.date > check.date);
        self.checks.insert(later.unwrap_or(self.checks.len()), check);
        if self.checks.len() > MOST_CHECKS {
            self.checks.remove(0);
        }
    }

    /// The checks, oldest first.
    #[must_use]
    pub fn checks(&self) -> &[CheckIn] {
        &self.checks
    }
}

/// What has become of a score between two checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Higher by more than chance: more strain.
    Higher,
    /// Lower by more than chance: less strain.
    Lower,
    /// No more than chance.
    NoRealChange,
}

/// Compares two scores of one person on a scale: only a difference greater than
/// [`Scale::reliable_change`] counts. `None` where that is not known.
#[must_use]
pub fn change(scale: &Scale, before: &Score, now: &Score) -> Option<Change> {
    let (difference, needed) = (now.value - before.value, scale.reliable_change()?);
    Some(if difference > needed {
        Change::Higher
    } else if difference < -needed {
        Change::Lower
    } else {
        Change::NoRealChange
    })
}
