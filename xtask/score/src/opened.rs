//! What a file of answers is: a wide or a long table, or one of the files that the self-check saves.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use anyhow::{Context, Result};
use burnout_screener::instrument::Instrument;

use crate::args::ReadArgs;
use crate::cell::Missing;
use crate::checkin::CheckIn;
use crate::columns::Questions;
use crate::lines::Lines;
use crate::long::Long;
use crate::rows::Rows;
use crate::wide::{Beside, Layout, Wide};
use crate::widget::{HEADER, Widget};

/// What stands for the pipe on the command line.
pub const PIPE: &str = "-";

/// How many columns that are not read a note names.
const MOST_NAMED: usize = 10;

/// A file of answers whose first row is read.
pub struct Opened {
    /// The people in it.
    pub rows: Box<dyn Rows>,
    /// What stands in which column of a wide table.
    pub layout: Option<Arc<Layout>>,
    /// Whether each person has an id.
    pub has_ids: bool,
    /// What whoever started this should know: columns that are not read, questions that have none.
    pub notes: Vec<String>,
}

/// What is open to be read, and how many bytes there are, where that is known.
pub struct Input {
    /// The bytes.
    pub bytes: Box<dyn Read>,
    /// How many.
    pub length: Option<u64>,
}

impl Input {
    /// Opens a file, or the pipe.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: &Path) -> Result<Self> {
        if path == Path::new(PIPE) {
            return Ok(Self { bytes: Box::new(io::stdin()), length: None });
        }
        let named = || format!("{}: cannot be opened", path.display());
        let file = File::open(path).with_context(named)?;
        let about = file.metadata().with_context(named)?;
        anyhow::ensure!(!about.is_dir(), "{}: is a folder", path.display());
        let length = about.is_file().then_some(about.len());
        Ok(Self { bytes: Box::new(file), length })
    }
}

/// How files of answers are read.
pub struct Reading<'a> {
    instrument: Rc<Instrument>,
    questions: Rc<Questions>,
    args: &'a ReadArgs,
    beside: Beside<'a>,
}

impl<'a> Reading<'a> {
    /// To an instrument.
    ///
    /// # Errors
    /// When a code for answers left out is an answer.
    pub fn new(instrument: &Instrument, args: &'a ReadArgs, beside: Beside<'a>) -> Result<Self> {
        let missing = Missing::new(&args.missing, instrument)?;
        let questions = Rc::new(Questions::new(instrument, missing));
        let separates = args.separator.is_none_or(|given| given.is_ascii() && given != '"');
        anyhow::ensure!(separates, "--separator must be one plain character, such as ; or ,");
        Ok(Self { instrument: Rc::new(instrument.clone()), questions, args, beside })
    }

    /// Looks at the beginning of a file; `path` stands in errors.
    ///
    /// # Errors
    /// When it is none that can be read, or lacks columns.
    pub fn open(&self, path: &Path, bytes: Box<dyn Read>) -> Result<Opened> {
        self.look(bytes).with_context(|| path.display().to_string())
    }

    fn look(&self, mut bytes: Box<dyn Read>) -> Result<Opened> {
        let mut first = [0; 4];
        let mut read = 0;
        while let Some(rest) = first.get_mut(read..).filter(|rest| !rest.is_empty()) {
            match bytes.read(rest).context("cannot be read")? {
                0 => break,
                more => read += more,
            }
        }
        let first = first.get(..read).unwrap_or_default().to_vec();
        let begin = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&first);
        let is_object = begin.trim_ascii_start().starts_with(b"{");
        let mut whole: Box<dyn Read> = Box::new(io::Cursor::new(first.clone()).chain(bytes));
        if is_object {
            let mut text = Vec::new();
            whole.read_to_end(&mut text).context("cannot be read")?;
            let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
            let rows = Box::new(CheckIn::new(text, &self.instrument)?);
            return Ok(Opened { rows, layout: None, has_ids: true, notes: Vec::new() });
        }
        let mut lines = Lines::new(whole, self.args.separator)?;
        let header = lines.header()?;
        if header == HEADER {
            let rows = Box::new(Widget::new(&self.instrument, &self.questions, lines));
            return Ok(Opened { rows, layout: None, has_ids: true, notes: Vec::new() });
        }
        if self.args.long {
            let rows = Long::new(&self.instrument, &self.questions, (lines, &header), self.args)?;
            return Ok(Opened {
                rows: Box::new(rows),
                layout: None,
                has_ids: true,
                notes: Vec::new(),
            });
        }
        let questions = Questions::clone(&self.questions);
        let layout = Layout::new(&self.instrument, questions, header, self.args, self.beside)?;
        let mut notes = Vec::new();
        let unread = layout.unread();
        if !unread.is_empty() {
            let named = unread.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
            let more = unread.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            notes.push(format!("not read: {named}{more}"));
        }
        let unasked = layout.unasked(&self.instrument);
        if self.instrument.profiled().is_some() && !unasked.is_empty() {
            notes.push(format!("no column, so left out by everybody: {}", unasked.join(", ")));
        }
        let has_ids = self.args.id.is_some();
        let layout = Some(Arc::new(layout));
        Ok(Opened { rows: Box::new(Wide(lines)), layout, has_ids, notes })
    }
}

/// Whether two paths lead to one file.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
