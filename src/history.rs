//! Earlier checks of one person, what has changed between two, and the file they are kept in.
//!
//! The file belongs to the person: it is written for them to save and read when they bring it back.
//! Scores are computed from its answers at each use; the scores that stand in it are for other
//! programs and are not looked at.
//!
//! Any number of files, tabs and devices [join](History::join): in any order, any number of times, to the
//! same history. What this self-check does not know is carried along as it is.

mod file;

pub use crate::date::Date;
pub use file::HistoryError;

use crate::instrument::{Instrument, Scale};
use crate::response::Responses;
use crate::scoring::Score;
use crate::session::{Role, Session};
use crate::tree::Tree;

/// The number of the file's format; a file with a higher one comes from a newer self-check.
pub(crate) const FORMAT: u8 = 2;

/// How many checks a file holds at the most: one every four weeks for fifteen years.
pub const MOST_CHECKS: usize = 200;

/// How many checks of other questions a file carries along: as many again for four of them.
pub const MOST_CARRIED: usize = 4 * MOST_CHECKS;

/// One check: when it was, in which role, and what was answered. Checks order by their days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Check {
    /// The day.
    pub date: Date,
    /// Tells it from any other check, whatever was answered; drawn when it was made.
    pub id: String,
    /// The role in which the person helped others then, if they said.
    pub role: Option<Role>,
    /// The answers, to the present instrument.
    pub responses: Responses,
    /// The check as its file has it, where that says more than is known here.
    pub raw: Option<String>,
}

impl Check {
    /// The present check, on this day.
    #[must_use]
    pub fn new(session: &Session, date: Date, id: String) -> Self {
        let responses = session.responses().kept(session.instrument());
        Self { date, id, role: session.role(), responses, raw: None }
    }

    /// Whether it is the same check in the same state, whatever else its file says of it.
    fn is_same(&self, other: &Self) -> bool {
        let Self { date, id, role, responses, raw: _ } = other;
        (&self.date, &self.id, &self.role, &self.responses) == (date, id, role, responses)
    }

    /// Whether its scores may be compared with those of somebody in this role: the same words were asked.
    #[must_use]
    pub fn compares_with(&self, role: Option<Role>) -> bool {
        self.role == role
    }
}

/// A check of other questions or of another version of these, carried along as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Carried {
    /// The day, where it can be read.
    pub date: Option<Date>,
    /// The check as JSON.
    pub raw: String,
}

/// Checks of one person, oldest first. Once joined, they are [`MOST_CHECKS`] at the most, and
/// [`MOST_CARRIED`] that are carried along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    checks: Vec<Check>,
    carried: Vec<Carried>,
}

impl History {
    /// Reads a check-in file and joins it to the present instrument: all of it, also where that is more
    /// than there is room for. `raw` has each of its checks as JSON, in the order of the file.
    ///
    /// # Errors
    /// When it is something else, is damaged, or comes from a newer self-check.
    pub fn read(
        file: &Tree,
        raw: &[String],
        instrument: &Instrument,
    ) -> Result<Self, HistoryError> {
        file::read(file, raw, instrument).map(Self::of)
    }

    /// All of it, each once and in order.
    fn of((checks, carried): (Vec<Check>, Vec<Carried>)) -> Self {
        let (mut checks, mut carried) = (in_order(checks), in_order(carried));
        // Of two that are the same but for that, the one whose file says more counts.
        checks.dedup_by(|more, less| {
            let same = more.is_same(less) && (less.raw.is_none() || less.raw == more.raw);
            if same {
                less.raw = more.raw.take();
            }
            same
        });
        carried.dedup();
        Self { checks, carried }
    }

    /// As much of it as there is room for.
    fn newest(mut self) -> Self {
        keep_last(&mut self.checks, MOST_CHECKS);
        keep_last(&mut self.carried, MOST_CARRIED);
        self
    }

    fn all(&self, other: &Self) -> Self {
        let checks = [self.checks.as_slice(), &other.checks].concat();
        let carried = [self.carried.as_slice(), &other.carried].concat();
        Self::of((checks, carried))
    }

    /// Everything that is in one of the two. The oldest give way where there are too many.
    ///
    /// It does not matter in which order histories are joined, nor how often.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        self.all(other).newest()
    }

    /// For how many there is room, where [`History::join`] leaves out something that is in one of the two.
    #[must_use]
    pub fn is_too_much_with(&self, other: &Self) -> Option<usize> {
        let all = self.all(other);
        if all.checks.len() > MOST_CHECKS {
            Some(MOST_CHECKS)
        } else {
            (all.carried.len() > MOST_CARRIED).then_some(MOST_CARRIED)
        }
    }

    /// The same with the present check in place of an earlier state of it. It is always in, also where
    /// the others lie ahead of it.
    #[must_use]
    pub fn with(&self, check: Check) -> Self {
        let mut history = self.clone().without(&check.id);
        keep_last(&mut history.checks, MOST_CHECKS - 1);
        insert(&mut history.checks, check);
        history
    }

    /// The same without the check of this id.
    #[must_use]
    pub fn without(mut self, id: &str) -> Self {
        self.checks.retain(|check| check.id != id);
        self
    }

    /// Whether [`History::with`] leaves out the oldest check for this one.
    #[must_use]
    pub fn is_full_for(&self, check: &Check) -> bool {
        self.checks.iter().filter(|other| other.id != check.id).count() >= MOST_CHECKS
    }

    /// The checks of the present instrument, oldest first.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// What is carried along.
    #[must_use]
    pub fn carried(&self) -> &[Carried] {
        &self.carried
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.checks.is_empty() && self.carried.is_empty()
    }
}

fn keep_last<T>(all: &mut Vec<T>, most: usize) {
    all.drain(..all.len().saturating_sub(most));
}

/// Sorted by putting in one after the other: the sort of the standard library would cost what is served 3 KB
/// for each kind of list, and these are short.
fn in_order<T: Ord>(all: Vec<T>) -> Vec<T> {
    let mut sorted = Vec::with_capacity(all.len());
    for each in all {
        insert(&mut sorted, each);
    }
    sorted
}

fn insert<T: Ord>(sorted: &mut Vec<T>, each: T) {
    let place = sorted.partition_point(|known| *known <= each);
    sorted.insert(place, each);
}

/// What has become of a score between two checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Higher by more than chance.
    Higher,
    /// Lower by more than chance.
    Lower,
    /// No more than chance.
    NoRealChange,
}

/// Compares two scores of one person on a scale: only a difference greater than
/// [`Scale::reliable_change_between`] counts, which is wider the less is answered. `None` where that is not
/// known.
#[must_use]
pub fn change(scale: &Scale, before: &Score, now: &Score) -> Option<Change> {
    let difference = now.value - before.value;
    let needed = scale.reliable_change_between(before.answered, now.answered)?;
    Some(if difference > needed {
        Change::Higher
    } else if difference < -needed {
        Change::Lower
    } else {
        Change::NoRealChange
    })
}
