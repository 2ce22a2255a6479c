//! The table that a person saves from the self-check: one row an answer, score or result. Scores in it are not
//! read: they are computed anew.

use std::rc::Rc;

use burnout_screener::instrument::Instrument;
use csv::ByteRecord;

use crate::cell::plain;
use crate::columns::Questions;
use crate::lines::{LineError, Lines};
use crate::rows::{Answering, Person, Raw, Refused, Rows};

/// The first row of such a table.
pub const HEADER: [&str; 10] =
    ["date", "row", "id", "text", "scale", "facet", "answer", "value", "keyed", "error"];

const DATE: usize = 0;
const KIND: usize = 1;
const ID: usize = 2;
const ANSWER: usize = 6;

/// The checks of such a table. Several tables put together with their first rows are read as well.
pub struct Widget {
    lines: Lines,
    instrument: Rc<Instrument>,
    questions: Rc<Questions>,
    ahead: Option<(u64, ByteRecord)>,
}

impl Widget {
    /// Of the lines after the first row.
    #[must_use]
    pub fn new(instrument: &Rc<Instrument>, questions: &Rc<Questions>, lines: Lines) -> Self {
        let (instrument, questions) = (Rc::clone(instrument), Rc::clone(questions));
        Self { lines, instrument, questions, ahead: None }
    }

    fn check(&mut self, first: (u64, ByteRecord)) -> Result<Result<Person, Refused>, LineError> {
        let (instrument, questions) = (Rc::clone(&self.instrument), Rc::clone(&self.questions));
        let mut answering = Answering::new(&instrument, &questions);
        let (row, date) = (first.0, cell(&first.1, DATE).to_owned());
        let (mut next, mut begun) = (Some(first), false);
        while let Some((row, cells)) = next {
            let kind = cell(&cells, KIND);
            let asks = matches!(kind, "licence" | "setting" | "context" | "item");
            // What is asked stands before what came of it.
            if is_header(&cells) || cell(&cells, DATE) != date || asks && begun {
                self.ahead = Some((row, cells));
                break;
            }
            begun = begun || matches!(kind, "score" | "band" | "result");
            if cells.len() != HEADER.len() {
                answering
                    .refuse(row, format!("has {} cells instead of {}", cells.len(), HEADER.len()));
            } else if matches!(kind, "context" | "item") {
                let name = format!("{kind}.{}", cell(&cells, ID));
                answering.answer(row, &name, cell(&cells, ANSWER).as_bytes());
            }
            next = self.lines.read()?;
        }
        Ok(answering.finish(row, Some(date)))
    }
}

fn cell(cells: &ByteRecord, column: usize) -> &str {
    plain(cells.get(column).and_then(|cell| str::from_utf8(cell).ok()).unwrap_or_default())
}

fn is_header(cells: &ByteRecord) -> bool {
    cells
        .iter()
        .map(|cell| cell.strip_prefix(b"\xef\xbb\xbf").unwrap_or(cell))
        .eq(HEADER.map(str::as_bytes))
}

impl Rows for Widget {
    fn next(&mut self) -> Result<Option<Raw>, LineError> {
        loop {
            let first = match self.ahead.take() {
                Some(first) => Some(first),
                None => self.lines.read()?,
            };
            match first {
                Some((_, cells)) if is_header(&cells) => {}
                Some(first) => return self.check(first).map(|read| Some(Raw::Read(read))),
                None => return Ok(None),
            }
        }
    }
}
