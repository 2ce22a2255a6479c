//! A file of any size passes through the same memory.

use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;
use std::rc::Rc;

use burnout_score::args::{Format, ReadArgs};
use burnout_score::opened::Reading;
use burnout_score::score::{Tally, Work};
use burnout_score::scored::Columns;
use burnout_score::wide::Beside;
use burnout_screener::instrument::Instrument;

use crate::run::SMALL;

/// So many rows, made as they are read.
struct Made {
    left: u64,
    line: &'static [u8],
    given: Rc<Cell<u64>>,
}

impl Read for Made {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let whole = buffer.len() / self.line.len();
        let lines = whole.min(usize::try_from(self.left).unwrap_or(whole)).max(1);
        let mut filled = 0;
        for _ in 0..lines {
            let rest = &mut buffer[filled..];
            if rest.len() < self.line.len() {
                break;
            }
            rest[..self.line.len()].copy_from_slice(self.line);
            filled += self.line.len();
            self.left -= 1;
        }
        self.given.set(self.given.get() + filled as u64);
        Ok(filled)
    }
}

/// The most bytes that are held at once while so many rows are scored.
fn held(rows: u64) -> u64 {
    let instrument: Instrument = serde_json::from_str(SMALL).unwrap();
    let args = ReadArgs::default();
    let reading = Reading::new(&instrument, &args, Beside::default()).unwrap();
    let given = Rc::new(Cell::new(0));
    let made = Made { left: rows, line: b"3,0,0,2\n", given: Rc::clone(&given) };
    let bytes = io::Cursor::new("a,b,c,d\n").chain(made);
    let mut tally = Tally::default();
    let measured = allocation_counter::measure(|| {
        let mut opened = reading.open(Path::new("made"), Box::new(bytes)).unwrap();
        let columns = Columns { format: Format::Csv, with_file: false, with_id: false };
        let work = Work { instrument: &instrument, columns, strict: false, pool: None };
        let mut to = io::sink();
        work.file(Path::new("made"), &mut opened, (&mut to, &mut tally), &|_| {}).unwrap();
    });
    assert_eq!(tally, Tally { scored: rows, refused: 0 });
    assert_eq!(given.get(), rows * 8);
    measured.bytes_max
}

#[test]
fn ten_times_the_rows_take_no_more_memory() {
    let (some, many) = (held(20_000), held(200_000));
    assert!(some < 16_000_000, "{some}");
    assert!(many < some + some / 10, "{some} for some, {many} for many");
}
