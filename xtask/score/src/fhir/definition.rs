//! The command `fhir definition`: a Questionnaire becomes the beginning of an instrument's file.

use std::fs::OpenOptions;
use std::io::{self, Write};

use anyhow::{Context, Result};
use serde_json::Value;

use super::asked::Asked;
use super::place::Place;
use super::skeleton::Skeleton;
use super::wrong::Unusable;
use crate::args::FhirDefinitionArgs;
use crate::ending::Ending;

const WANTED: &str = "Questionnaire";

/// Writes the beginning of a file, and says what is left out of it.
///
/// # Errors
/// When something in the Questionnaire cannot be taken, or the file is there already.
pub fn run(args: &FhirDefinitionArgs) -> Result<Ending> {
    let path = args.questionnaire.display();
    let (file, notes) = of(&super::read(&args.questionnaire)?).with_context(|| path.to_string())?;
    let text = serde_json::to_string_pretty(&file)? + "\n";
    match &args.output {
        None => io::stdout().write_all(text.as_bytes())?,
        Some(output) => {
            let named = || format!("{}: cannot be written anew", output.display());
            let mut to =
                OpenOptions::new().write(true).create_new(true).open(output).with_context(named)?;
            to.write_all(text.as_bytes())?;
        }
    }
    for note in notes {
        writeln!(io::stderr(), "{note}").ok();
    }
    Ok(Ending::Whole)
}

/// The file of a Questionnaire, and what whoever made it should know.
///
/// # Errors
/// With everything in it that cannot be taken.
pub fn of(questionnaire: &Value) -> Result<(Value, Vec<String>), Unusable> {
    let root = Place::root(questionnaire);
    let kind = root.text("resourceType").ok_or(Unusable::NoKind)?;
    if kind != WANTED {
        return Err(Unusable::Kind { found: kind.to_owned(), wanted: WANTED });
    }
    let asked = Asked::new(&root);
    if !asked.wrong.is_empty() {
        return Err(Unusable::Wrong(asked.wrong));
    }
    if asked.items.is_empty() {
        return Err(Unusable::NoItem(asked.notes.join("\n")));
    }
    let mut skeleton = Skeleton::new(&asked);
    let file = skeleton.file(&root);
    let scored = "every item counts as it stands in one scale, `total`, by sum: \
        name the scales, and the items that count the other way round (`keying`)";
    skeleton.notes.push(scored.to_owned());
    Ok((file, skeleton.notes))
}
