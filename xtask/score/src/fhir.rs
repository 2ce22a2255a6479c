//! The commands `fhir definition` and `fhir score`: health records of HL7 FHIR R4 on their way in.
//!
//! - [`place`]: a value in a record, and where it stands; [`wrong`]: what may be wrong there
//! - [`choice`]: an option, or the answer that names one, with its ordinal value
//! - [`ids`]: ids of ours for names that others gave; [`names`]: which name stands for which question
//! - [`asked`]: what a Questionnaire asks; [`definition`] and `skeleton`: the file that becomes of it
//! - [`response`]: the answers of one person; [`stated`]: the scores that stand beside them
//! - [`record`]: the responses in a file
//!
//! **Invariant**: a name, an option or a score that is not the instrument's own is told with its place; what is
//! passed over is said.

pub mod asked;
pub mod choice;
pub mod definition;
pub mod ids;
pub mod names;
pub mod place;
pub mod record;
pub mod response;
mod skeleton;
pub mod stated;
pub mod wrong;

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use serde_json::Value;

use crate::args::{FhirArgs, FhirCommand, FhirScoreArgs};
use crate::asked as instruments;
use crate::ending::Ending;
use crate::opened::{Input, Opened};
use crate::score;
use names::Names;
use record::Record;

/// Does what the command line says.
///
/// # Errors
/// When a file cannot be used.
pub fn run(args: &FhirArgs) -> Result<Ending> {
    match &args.command {
        FhirCommand::Definition(args) => definition::run(args),
        FhirCommand::Score(args) => scored(args),
    }
}

fn scored(args: &FhirScoreArgs) -> Result<Ending> {
    let instrument = instruments::instrument(&args.instrument)?;
    let text = instruments::text(&args.instrument)?;
    let file: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text))?;
    let names = Names::new(&instrument, &file).with_context(|| args.instrument.clone())?;
    let mut all = Vec::new();
    for path in &args.records {
        let record = Record::new(&read(path)?, &instrument, &names)
            .with_context(|| path.display().to_string())?;
        let opened =
            Opened { rows: Box::new(record), layout: None, has_ids: true, notes: Vec::new() };
        all.push((path.as_path(), opened, ProgressBar::hidden()));
    }
    score::write(&instrument, all, &args.write)
}

/// What a file holds as JSON.
fn read(path: &Path) -> Result<Value> {
    let named = || path.display().to_string();
    let mut text = String::new();
    Input::open(path)?.bytes.read_to_string(&mut text).with_context(named)?;
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text))
        .context("is no JSON")
        .with_context(named)
}
