//! Whose answers are looked at: each person once, and those who answered twice as pairs.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Result, bail};
use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;

use crate::args::CalibrateArgs;
use crate::opened::{Input, Reading};
use crate::rows::Person;
use crate::wide::Beside;

/// The people.
#[derive(Debug, Default)]
pub struct Sample {
    /// The first answers of each.
    pub people: Vec<Responses>,
    /// For each of them the group, where that was asked for and said.
    pub groups: Vec<Option<String>>,
    /// The first and the second answers of those who answered twice.
    pub pairs: Vec<(Responses, Responses)>,
    /// How many were refused.
    pub refused: u64,
    /// How many were not used, because two of their answers have one time, or one id stands for several.
    pub unclear: u64,
}

impl Sample {
    /// Reads the files that the command line names. Whoever is refused is told.
    ///
    /// # Errors
    /// When a file cannot be used.
    pub fn read(instrument: &Instrument, args: &CalibrateArgs) -> Result<Self> {
        let mut sample = Self::default();
        let beside = Beside { time: args.time.as_deref(), group: args.by.as_deref() };
        let reading = Reading::new(instrument, &args.read, beside)?;
        let first = sample.people(instrument, &reading, &args.responses)?;
        if let Some(second) = &args.second {
            let second = sample.people(instrument, &reading, second)?;
            let (first, mut second) = (sample.once(first), sample.once(second));
            for (id, person) in first {
                if let Some(later) = second.remove(&id) {
                    sample.pairs.push((person.responses.clone(), later.responses));
                }
                sample.take(person);
            }
        } else if let Some(column) = &args.time {
            if first.iter().any(|person| person.time.is_none()) {
                bail!("--time: only a wide table has the column {column}");
            }
            sample.in_time(first);
        } else {
            first.into_iter().for_each(|person| sample.take(person));
        }
        Ok(sample)
    }

    fn take(&mut self, person: Person) {
        self.people.push(person.responses);
        self.groups.push(person.group);
    }

    /// The people of each group, the largest first.
    #[must_use]
    pub fn by_group(&self) -> Vec<(&str, Vec<Responses>)> {
        let mut groups: BTreeMap<&str, Vec<Responses>> = BTreeMap::new();
        for (responses, group) in self.people.iter().zip(&self.groups) {
            if let Some(group) = group {
                groups.entry(group).or_default().push(responses.clone());
            }
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(_, people)| usize::MAX - people.len());
        groups
    }

    fn people(
        &mut self,
        instrument: &Instrument,
        reading: &Reading<'_>,
        path: &Path,
    ) -> Result<Vec<Person>> {
        let mut opened = reading.open(path, Input::open(path)?.bytes)?;
        let mut people = Vec::new();
        while let Some(raw) = opened.rows.next()? {
            match raw.read(instrument, opened.layout.as_deref()) {
                Ok(person) => people.push(person),
                Err(refused) => {
                    self.refused += 1;
                    writeln!(io::stderr(), "{}: {refused}", path.display()).ok();
                }
            }
        }
        Ok(people)
    }

    /// By id; one that stands for several people stands for none.
    fn once(&mut self, people: Vec<Person>) -> BTreeMap<String, Person> {
        let mut by_id: BTreeMap<String, Vec<Person>> = BTreeMap::new();
        for person in people {
            by_id.entry(person.id.clone().unwrap_or_default()).or_default().push(person);
        }
        let mut once = BTreeMap::new();
        for (id, mut all) in by_id {
            match (all.len(), all.pop()) {
                (1, Some(person)) => {
                    once.insert(id, person);
                }
                _ => self.unclear += 1,
            }
        }
        once
    }

    /// The first answers of each person, and the second where there are any.
    fn in_time(&mut self, people: Vec<Person>) {
        let mut by_id: BTreeMap<String, Vec<(When, Person)>> = BTreeMap::new();
        for person in people {
            let when = When::new(person.time.as_deref().unwrap_or_default());
            by_id.entry(person.id.clone().unwrap_or_default()).or_default().push((when, person));
        }
        for mut own in by_id.into_values() {
            own.sort_by(|(one, _), (other, _)| one.cmp(other));
            let mut own = own.into_iter();
            match (own.next(), own.next()) {
                (Some((time, _)), Some((same, _))) if time == same => self.unclear += 1,
                (Some((_, first)), later) => {
                    if let Some((_, second)) = later {
                        self.pairs.push((first.responses.clone(), second.responses));
                    }
                    self.take(first);
                }
                _ => {}
            }
        }
    }
}

/// A time as a file has it: numbers come in their order, and anything else, as days are, in that of its letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Number(i64),
    Text(String),
}

impl When {
    fn new(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Text(text.to_owned()), Self::Number)
    }
}
