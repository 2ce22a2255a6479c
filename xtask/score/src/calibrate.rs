//! The command `calibrate`: what an instrument's file assumes of its scales, worked out from real answers.
//!
//! - [`sample`]: whose answers, and which two are of one person
//! - [`moments`]: means, spread, covariance; [`factors`]: what items have in common; [`reliability`]: alpha and omega
//! - [`figures`]: all of it for one scale; [`margins`]: how far from its line a score is clear
//! - [`gaps`]: what was left out; [`groups`]: whether items mean the same in two groups
//! - [`report`]: the same as Markdown; [`patch`]: as a change of the instrument's file

pub mod factors;
pub mod figures;
pub mod gaps;
pub mod groups;
pub mod margins;
pub mod moments;
pub mod patch;
pub mod reliability;
pub mod report;
pub mod sample;

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result, ensure};

use crate::args::CalibrateArgs;
use crate::asked;
use crate::ending::Ending;
use figures::Figures;
use report::Report;
use sample::Sample;

/// Calibrates as the command line says.
///
/// # Errors
/// When a file cannot be used, or fewer than two people can be scored.
pub fn run(args: &CalibrateArgs) -> Result<Ending> {
    let certain = args.certainty > 0.5 && args.certainty < 1.0;
    ensure!(certain, "--certainty must lie above 0.5 and below 1");
    let name = &args.read.instrument;
    let instrument = asked::instrument(name)?;
    let sample = Sample::read(&instrument, args)?;
    ensure!(sample.people.len() >= 2, "fewer than two people can be used");
    let figures = Figures::all(&instrument, &sample);
    let margins = margins::suggested(&instrument, &figures, args.certainty);
    let patch = patch::operations(&instrument, &figures, &margins);
    let tried = patch::tried(name, &patch)?;
    let report = Report {
        instrument: &instrument,
        sample: &sample,
        figures: &figures,
        margins: &margins,
        certainty: args.certainty,
        tried: &tried,
    };
    let text = report.markdown();
    match &args.output {
        Some(path) => fs::write(path, text).with_context(|| path.display().to_string())?,
        None => io::stdout().write_all(text.as_bytes())?,
    }
    if let Some(path) = &args.patch {
        let text = serde_json::to_string_pretty(&patch)? + "\n";
        fs::write(path, text).with_context(|| path.display().to_string())?;
    }
    let (used, refused) = (sample.people.len(), sample.refused);
    writeln!(io::stderr(), "{used} used, {refused} refused").ok();
    Ok(if sample.refused > 0 { Ending::Some } else { Ending::Whole })
}
