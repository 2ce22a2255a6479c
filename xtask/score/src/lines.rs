//! The lines of a table, one at a time, each with its number.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Cursor, Read};
use std::rc::Rc;

use csv::{ByteRecord, Reader, ReaderBuilder};
use thiserror::Error;

/// More than any row of answers has: where a quotation mark is not closed, the rest of a file is one row.
const LONGEST: usize = 1 << 20;
const BUFFER: usize = 1 << 16;

/// Why a table cannot be read on.
#[derive(Debug, Error)]
pub enum LineError {
    /// The file cannot be read.
    #[error("cannot be read")]
    Unreadable(#[source] io::Error),
    /// A row has no end.
    #[error("the row that begins in row {0} has more than 1 MB: is a quotation mark not closed?")]
    Endless(u64),
    /// Nothing stands in it.
    #[error("is empty: its first row must name the columns")]
    Empty,
    /// It is written in another way than UTF-8.
    #[error("is not UTF-8: save it as CSV in UTF-8")]
    NoUtf8,
}

/// Where lines end, as far as the reader has looked ahead. The reader itself counts none between rows: it would
/// name the row before an empty one, and with the line ends of Windows always the one before.
#[derive(Default)]
struct Breaks {
    /// How many bytes came by.
    bytes: u64,
    /// How many of them since the last row was whole.
    since: usize,
    /// The place of each byte that ends a line or may be part of what does, and whether a new line begins after it.
    ends: VecDeque<(u64, bool)>,
    after_return: bool,
}

impl Breaks {
    fn look(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.after_return
                && *byte != b'\n'
                && let Some((_, begins)) = self.ends.back_mut()
            {
                *begins = true;
            }
            self.after_return = *byte == b'\r';
            if matches!(byte, b'\r' | b'\n') {
                self.ends.push_back((self.bytes, *byte == b'\n'));
            }
            self.bytes += 1;
        }
        self.since += bytes.len();
    }

    /// How many lines begin before the first byte from `start` on that ends none, and before `end`.
    fn pass(&mut self, start: u64, end: u64) -> (u64, u64) {
        let (mut next, mut before, mut all) = (start, 0, 0);
        while let Some(&(place, begins)) = self.ends.front().filter(|(place, _)| *place < end) {
            all += u64::from(begins);
            if place <= next {
                before += u64::from(begins);
                next = place + 1;
            }
            self.ends.pop_front();
        }
        self.since = 0;
        (before, all)
    }
}

/// Bytes of a row that is not whole yet are counted: no row may fill the memory.
struct Bounded<R> {
    inner: R,
    breaks: Rc<RefCell<Breaks>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut breaks = self.breaks.borrow_mut();
        if breaks.since > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.inner.read(buffer)?;
        breaks.look(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// The lines of a table.
pub struct Lines {
    reader: Reader<Bounded<Box<dyn Read>>>,
    breaks: Rc<RefCell<Breaks>>,
    /// The number of the line in which the next row begins, or of an empty one before it.
    line: u64,
}

impl Lines {
    /// Of a text in UTF-8. What stands between cells is found in the first line, unless it is given.
    ///
    /// # Errors
    /// When it cannot be read, is empty or is not UTF-8.
    pub fn new(mut inner: Box<dyn Read>, separator: Option<char>) -> Result<Self, LineError> {
        let mut head = Vec::new();
        while !head.contains(&b'\n') && head.len() < LONGEST {
            let mut more = Vec::new();
            let read = (&mut inner).take(BUFFER as u64).read_to_end(&mut more);
            if read.map_err(LineError::Unreadable)? == 0 {
                break;
            }
            head.append(&mut more);
        }
        if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
            return Err(LineError::NoUtf8);
        }
        let mut from = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let first = |from: usize| {
            let rest = head.get(from..).unwrap_or_default();
            rest.split(|byte| *byte == b'\n').next().unwrap_or_default()
        };
        // Some spreadsheets write what stands between cells into a line of its own.
        let (mut before, mut found) = (0, separator.and_then(|given| u8::try_from(given).ok()));
        if let [b's', b'e', b'p', b'=', separator, ..] = *first(from) {
            found = found.or(Some(separator));
            from += first(from).len() + 1;
            before = 1;
        }
        let separator = found.unwrap_or_else(|| most_often(first(from)));
        let breaks = Rc::new(RefCell::new(Breaks::default()));
        let mut start = Cursor::new(head);
        start.set_position(from as u64);
        let inner: Box<dyn Read> = Box::new(start.chain(inner));
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .buffer_capacity(BUFFER)
            .from_reader(Bounded { inner, breaks: Rc::clone(&breaks) });
        Ok(Self { reader, breaks, line: 1 + before })
    }

    /// The next line and its number, from 1; nothing at the end.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn read(&mut self) -> Result<Option<(u64, ByteRecord)>, LineError> {
        let mut record = ByteRecord::new();
        let read = self.reader.read_byte_record(&mut record);
        match read {
            Ok(true) => {
                let start = record.position().map_or(0, csv::Position::byte);
                let end = self.reader.position().byte();
                let (before, all) = self.breaks.borrow_mut().pass(start, end);
                let line = self.line + before;
                self.line += all;
                Ok(Some((line, record)))
            }
            Ok(false) => Ok(None),
            Err(error) => {
                let line = self.line;
                match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                        Err(LineError::Endless(line))
                    }
                    csv::ErrorKind::Io(error) => Err(LineError::Unreadable(error)),
                    other => Err(LineError::Unreadable(io::Error::other(format!("{other:?}")))),
                }
            }
        }
    }

    /// The first line: the names of the columns.
    ///
    /// # Errors
    /// When there is none, or it is not UTF-8.
    pub fn header(&mut self) -> Result<Vec<String>, LineError> {
        let (_, record) = self.read()?.ok_or(LineError::Empty)?;
        let names =
            record.iter().map(|cell| str::from_utf8(cell).map(|name| name.trim().to_owned()));
        names.collect::<Result<_, _>>().map_err(|_| LineError::NoUtf8)
    }
}

/// Of what may stand between cells, what the first line has most of.
fn most_often(line: &[u8]) -> u8 {
    let count = |separator: u8| line.iter().filter(|byte| **byte == separator).count();
    let found = [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator));
    found.unwrap_or(b',')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a broken helper must stop the test")]
mod tests {
    use super::*;

    fn numbers(text: &'static str) -> Vec<(u64, String)> {
        let mut lines = Lines::new(Box::new(text.as_bytes()), None).unwrap();
        let mut all = Vec::new();
        while let Some((line, record)) = lines.read().unwrap() {
            all.push((line, String::from_utf8(record.get(0).unwrap().to_vec()).unwrap()));
        }
        all
    }

    #[test]
    fn rows_are_numbered_as_an_editor_numbers_them() {
        let wanted = |numbers: &[u64]| -> Vec<(u64, String)> {
            numbers.iter().copied().zip(["a", "b", "c"].map(str::to_owned)).collect()
        };
        for text in ["a\nb\nc\n", "a\r\nb\r\nc", "a\rb\rc\r"] {
            assert_eq!(numbers(text), wanted(&[1, 2, 3]), "{text:?}");
        }
        for text in ["\na\n\nb\nc", "\r\na\r\n\r\nb\r\nc"] {
            assert_eq!(numbers(text), wanted(&[2, 4, 5]), "{text:?}");
        }
        assert_eq!(numbers("a,\"x\ny\"\nb,1\nc,1\n"), wanted(&[1, 3, 4]));
    }
}
