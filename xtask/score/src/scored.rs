//! What is said of one person: as a row of a table, or as a line of JSON.

use std::io::Write;

use anyhow::Result;
use burnout_screener::instrument::{Instrument, Scale};
use burnout_screener::scored::{Found, ScaleScore, Scales, Scored};
use csv::WriterBuilder;
use serde::Serialize;

use crate::args::Format;
use crate::rows::Person;

/// What is written of each person.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// What is written.
    pub format: Format,
    /// Whether the name of the file stands there.
    pub with_file: bool,
    /// Whether people have ids.
    pub with_id: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    row: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    scales: Scales<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Found>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<bool>,
}

/// The names of what the profile finds, in order.
const FOUND: [&str; 8] = [
    "finding",
    "profile",
    "burnout",
    "compassion_fatigue",
    "tired",
    "rest",
    "raised_part",
    "watched_part",
];

/// What the profile finds as cells; what there may be several of stands in one, with blanks between.
fn cells(found: &Found) -> [String; 8] {
    [
        found.finding.to_owned(),
        found.profile.join(" "),
        found.burnout.to_owned(),
        found.compassion_fatigue.to_owned(),
        found.tired.to_owned(),
        found.rest.to_owned(),
        found.raised_part.join(" "),
        found.watched_part.join(" "),
    ]
}

fn has_alerts(instrument: &Instrument) -> bool {
    instrument.items().iter().any(|item| item.alert.is_some())
}

impl Columns {
    /// The first row of a table; nothing before lines of JSON.
    #[must_use]
    pub fn header(self, instrument: &Instrument) -> String {
        if self.format == Format::Jsonl {
            return String::new();
        }
        let mut names = vec!["row".to_owned()];
        names.extend(self.with_file.then(|| "file".to_owned()));
        names.extend(self.with_id.then(|| "id".to_owned()));
        for scale in instrument.scales() {
            let mut name = |what| names.push(format!("{}.{what}", scale.id));
            name("score");
            if scale.precision.is_some() {
                name("error");
            }
            name("answered");
            if !scale.bands.is_empty() {
                name("band");
            }
        }
        if instrument.profiled().is_some() {
            names.extend(FOUND.map(str::to_owned));
        }
        names.extend(has_alerts(instrument).then(|| "alert".to_owned()));
        names.join(",") + "\n"
    }

    /// Writes one person.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(
        self,
        instrument: &Instrument,
        (person, file): (&Person, &str),
        to: &mut Vec<u8>,
    ) -> Result<()> {
        let Scored { scales, result, alert } = Scored::new(instrument, &person.responses);
        let (file, id) = (self.with_file.then_some(file), person.id.as_deref());
        match self.format {
            Format::Csv => {
                let mut row = Row::new(to);
                row.cell(&person.row.to_string())?;
                file.map_or(Ok(()), |file| row.cell(file))?;
                if self.with_id {
                    row.cell(id.unwrap_or_default())?;
                }
                for (scale, (_, score)) in instrument.scales().iter().zip(&scales.0) {
                    row.scale(scale, score)?;
                }
                for cell in result.iter().flat_map(cells) {
                    row.cell(&cell)?;
                }
                alert.map_or(Ok(()), |alert| row.cell(if alert { "true" } else { "false" }))?;
                row.end()
            }
            Format::Jsonl => {
                let line = Line { row: person.row, file, id, scales, result, alert };
                serde_json::to_writer(&mut *to, &line)?;
                to.push(b'\n');
                Ok(())
            }
        }
    }
}

/// A row of a table on its way out.
struct Row<'a> {
    writer: csv::Writer<&'a mut Vec<u8>>,
    number: Vec<u8>,
}

impl<'a> Row<'a> {
    fn new(to: &'a mut Vec<u8>) -> Self {
        let writer = WriterBuilder::new().flexible(true).buffer_capacity(512).from_writer(to);
        Self { writer, number: Vec::new() }
    }

    fn cell(&mut self, text: &str) -> Result<()> {
        Ok(self.writer.write_field(text)?)
    }

    /// As exactly as it is known: nothing is rounded.
    fn number(&mut self, number: Option<f64>) -> Result<()> {
        self.number.clear();
        if let Some(number) = number {
            write!(self.number, "{number}")?;
        }
        Ok(self.writer.write_field(&self.number)?)
    }

    fn scale(&mut self, scale: &Scale, score: &ScaleScore<'_>) -> Result<()> {
        self.number(score.score)?;
        if scale.precision.is_some() {
            self.number(score.error)?;
        }
        self.cell(&score.answered.to_string())?;
        if !scale.bands.is_empty() {
            self.cell(score.band.unwrap_or_default())?;
        }
        Ok(())
    }

    fn end(mut self) -> Result<()> {
        self.writer.write_record(None::<&[u8]>)?;
        Ok(self.writer.flush()?)
    }
}
