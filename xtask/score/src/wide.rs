//! A wide table: one person a row, one question a column.

use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use csv::ByteRecord;

use crate::args::ReadArgs;
use crate::columns::{ColumnError, Question, Questions, column, complete, each_once};
use crate::lines::{LineError, Lines};
use crate::rows::{Person, Raw, Refused, Rows, set};

/// What is read of a person beside the answers, by the names of the columns.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// When they answered.
    pub time: Option<&'a str>,
    /// The group that they belong to; it may be a question at the same time.
    pub group: Option<&'a str>,
}

/// By these columns the wide table of the self-check is known.
const OURS: [&str; 5] = ["response", "instrument", "version", "language", "date"];

/// What stands in which column.
#[derive(Clone, Debug)]
pub struct Layout {
    header: Vec<String>,
    questions: Questions,
    /// Each column that is a question.
    asked: Vec<(usize, Question)>,
    id: Option<usize>,
    time: Option<usize>,
    group: Option<usize>,
    /// Where a table of the self-check names the instrument and its version.
    named: Option<(usize, usize)>,
}

impl Layout {
    /// Of the first row.
    ///
    /// # Errors
    /// When a column is not there, is there twice, or items have none.
    pub fn new(
        instrument: &Instrument,
        questions: Questions,
        header: Vec<String>,
        args: &ReadArgs,
        beside: Beside<'_>,
    ) -> Result<Self, ColumnError> {
        each_once(&header)?;
        let at = |name: Option<&str>| name.map(|name| column(&header, name)).transpose();
        let (id, time) = (at(args.id.as_deref())?, at(beside.time)?);
        let group = at(beside.group)?;
        let named = |(place, name): (usize, &String)| Some((place, questions.find(name)?));
        let mut asked: Vec<(usize, Question)> =
            header.iter().enumerate().filter_map(named).collect();
        asked.retain(|(place, _)| ![id, time].contains(&Some(*place)));
        let found: Vec<Question> = asked.iter().map(|(_, question)| *question).collect();
        for (place, (own, question)) in asked.iter().enumerate() {
            if found.iter().take(place).any(|before| before == question) {
                return Err(ColumnError::Twice(header.get(*own).cloned().unwrap_or_default()));
            }
        }
        let free = |name| {
            let place = column(&header, name).ok()?;
            (!asked.iter().any(|(asked, _)| *asked == place)).then_some(place)
        };
        let is_ours = OURS.iter().all(|name| free(name).is_some());
        let named = free("instrument").zip(free("version")).filter(|_| is_ours);
        let layout = Self { named, group, questions, asked, id, time, header };
        complete(instrument, &found, &layout.unread(), args.partial)?;
        Ok(layout)
    }

    /// The columns that are not read.
    #[must_use]
    pub fn unread(&self) -> Vec<&str> {
        let places = self.header.iter().enumerate();
        places
            .filter(|(place, name)| {
                let is_asked = self.asked.iter().any(|(asked, _)| asked == place);
                let beside = [self.id, self.time, self.group].contains(&Some(*place));
                !is_asked && !beside && !name.is_empty()
            })
            .map(|(_, name)| name.as_str())
            .collect()
    }

    /// The questions about the situation that have no column.
    #[must_use]
    pub fn unasked<'a>(&self, instrument: &'a Instrument) -> Vec<&'a str> {
        let all = instrument.context().iter().enumerate();
        all.filter(|(place, _)| {
            !self.asked.iter().any(|(_, question)| *question == Question::Context(*place))
        })
        .map(|(_, asked)| asked.id.as_str())
        .collect()
    }

    /// The answers in a row.
    ///
    /// # Errors
    /// With everything that is wrong in it.
    pub fn read(
        &self,
        instrument: &Instrument,
        row: u64,
        cells: &ByteRecord,
    ) -> Result<Person, Refused> {
        if cells.len() != self.header.len() {
            let (found, wanted) = (cells.len(), self.header.len());
            return Err(Refused::new(
                row,
                format!("has {found} cells, but there are {wanted} columns"),
            ));
        }
        let mut refused = Refused::default();
        if let Some((id, version)) = self.named {
            let text = |place| cells.get(place).map(String::from_utf8_lossy).unwrap_or_default();
            let (id, version) = (text(id), text(version));
            let major = |version: &str| version.split('.').next().map(str::to_owned);
            if id != instrument.id() || major(&version) != major(instrument.version()) {
                let own = format!("{} {}", instrument.id(), instrument.version());
                return Err(Refused::new(row, format!("answers {id} {version}, not {own}")));
            }
        }
        let mut responses = Responses::new(instrument);
        for (place, question) in &self.asked {
            let Some(offered) = self.questions.offered(*question) else { continue };
            match offered.read(cells.get(*place).unwrap_or_default(), &self.questions.missing) {
                Ok(Some(option)) => set(&mut responses, instrument, *question, Some(option)),
                Ok(None) => {}
                Err(what) => {
                    let name = self.header.get(*place).map_or("", String::as_str);
                    refused.reasons.push((row, format!("{name} {what}")));
                }
            }
        }
        let mut text = |place: Option<usize>, what: &str| {
            let cell = cells.get(place?).unwrap_or_default();
            let text = str::from_utf8(cell).map(str::trim).unwrap_or_default();
            if text.is_empty() {
                refused.reasons.push((row, format!("has no {what} that can be read")));
            }
            Some(text.to_owned())
        };
        let (id, time) = (text(self.id, "id"), text(self.time, "time"));
        if refused.reasons.is_empty() {
            let group = self.group.and_then(|place| cells.get(place));
            let group = group.and_then(|cell| str::from_utf8(cell).ok()).map(str::trim);
            let group = group.filter(|group| !group.is_empty()).map(str::to_owned);
            Ok(Person { row, id, time, group, responses })
        } else {
            Err(refused)
        }
    }
}

/// The rows of a wide table.
pub struct Wide(pub Lines);

impl Rows for Wide {
    fn next(&mut self) -> Result<Option<Raw>, LineError> {
        Ok(self.0.read()?.map(|(row, cells)| Raw::Cells(row, cells)))
    }
}
