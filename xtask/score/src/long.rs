//! A long table: one answer a row; the rows of one person stand together.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::rc::Rc;

use burnout_screener::instrument::Instrument;
use csv::ByteRecord;

use crate::args::ReadArgs;
use crate::cell::shown;
use crate::columns::{ColumnError, Questions, column, each_once};
use crate::lines::{LineError, Lines};
use crate::rows::{Answering, Person, Raw, Refused, Rows};

/// The people of a long table.
///
/// A person whose rows are scattered would be scored by each heap of them alone; so who has been there is
/// known, by a number of eight bytes each.
pub struct Long {
    lines: Lines,
    instrument: Rc<Instrument>,
    questions: Rc<Questions>,
    columns: usize,
    id: usize,
    item: usize,
    value: usize,
    /// The first row of the next person.
    ahead: Option<(u64, ByteRecord)>,
    seen: HashSet<u64>,
    hasher: RandomState,
}

impl Long {
    /// Of a table whose first row is this.
    ///
    /// # Errors
    /// When a column is not there, or there twice.
    pub fn new(
        instrument: &Rc<Instrument>,
        questions: &Rc<Questions>,
        (lines, header): (Lines, &[String]),
        args: &ReadArgs,
    ) -> Result<Self, ColumnError> {
        each_once(header)?;
        Ok(Self {
            lines,
            instrument: Rc::clone(instrument),
            questions: Rc::clone(questions),
            columns: header.len(),
            id: column(header, args.id.as_deref().unwrap_or("id"))?,
            item: column(header, &args.item)?,
            value: column(header, &args.value)?,
            ahead: None,
            seen: HashSet::new(),
            hasher: RandomState::new(),
        })
    }

    fn person(&mut self, first: (u64, ByteRecord)) -> Result<Result<Person, Refused>, LineError> {
        let (instrument, questions) = (Rc::clone(&self.instrument), Rc::clone(&self.questions));
        let mut answering = Answering::new(&instrument, &questions);
        let row = first.0;
        let own = id_of(&first.1, self.id).map(str::to_owned);
        match &own {
            None => answering.refuse(row, "has no id that can be read"),
            Some(id) if !self.seen.insert(self.hasher.hash_one(id)) => {
                let why = "rows of one person must stand together: sort them by the id";
                answering.refuse(row, format!("{} was there before: {why}", shown(id)));
            }
            Some(_) => {}
        }
        let mut next = Some(first);
        while let Some((row, cells)) = next {
            // Who has no id is alone with their row.
            if id_of(&cells, self.id) != own.as_deref() {
                self.ahead = Some((row, cells));
                break;
            }
            self.answer(&mut answering, row, &cells);
            next = self.lines.read()?;
        }
        Ok(answering.finish(row, own))
    }

    fn answer(&self, answering: &mut Answering<'_>, row: u64, cells: &ByteRecord) {
        if cells.len() != self.columns {
            let (found, wanted) = (cells.len(), self.columns);
            answering.refuse(row, format!("has {found} cells, but there are {wanted} columns"));
            return;
        }
        let name = cells.get(self.item).and_then(|name| str::from_utf8(name).ok());
        answering.answer(
            row,
            name.unwrap_or_default().trim(),
            cells.get(self.value).unwrap_or_default(),
        );
    }
}

fn id_of(cells: &ByteRecord, column: usize) -> Option<&str> {
    let id = str::from_utf8(cells.get(column)?).ok()?.trim();
    (!id.is_empty()).then_some(id)
}

impl Rows for Long {
    fn next(&mut self) -> Result<Option<Raw>, LineError> {
        let first = match self.ahead.take() {
            Some(first) => Some(first),
            None => self.lines.read()?,
        };
        first.map(|first| self.person(first).map(Raw::Read)).transpose()
    }
}
