//! What is said of one person: as a row of a table, or as a line of JSON.

use std::io::Write;

use anyhow::Result;
use burnout_screener::instrument::{Instrument, Scale};
use burnout_screener::profile::Found;
use burnout_screener::scored::{Findings, ScaleScore, Scales, Scored};
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
    result: Option<Findings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<bool>,
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
            names.extend(Found::ALL.map(|found| found.name().to_owned()));
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
                // What there may be several of stands in one cell, with blanks between.
                for (_, codes) in result.iter().flat_map(Findings::each) {
                    row.cell(&codes.join(" "))?;
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
