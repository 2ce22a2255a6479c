//! The instrument that was asked: from a file, the built-in one, or one of the scoring keys.

use std::fs;
use std::path::Path;

use burnout_screener::instrument::{Instrument, InstrumentError};
use burnout_screener::loading;
use burnout_screener::tree::{Node, Tree};
use thiserror::Error;

use crate::keys;

/// What stands for the built-in instrument on the command line.
pub const BUILT_IN: &str = "built-in";

const HELPING_STRAIN: &str = include_str!("../../../www/instruments/helping-strain.json");

/// Why there is no instrument.
#[derive(Debug, Error)]
pub enum AskedError {
    /// The file cannot be read.
    #[error("{path}: cannot be read")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no JSON.
    #[error("{path}: is no JSON")]
    NoJson {
        /// The file.
        path: String,
        /// Why.
        source: serde_json::Error,
    },
    /// The file has mistakes.
    #[error("{path}: cannot be used\n{source}")]
    Mistakes {
        /// The file.
        path: String,
        /// All of them.
        source: InstrumentError,
    },
}

/// What an instrument's file holds, or for `built-in` and the name of a key what comes with the program.
///
/// # Errors
/// When the file cannot be read.
pub fn text(name: &str) -> Result<String, AskedError> {
    if name == BUILT_IN {
        return Ok(HELPING_STRAIN.to_owned());
    }
    if let Some(key) = keys::find(name) {
        return Ok(key.to_owned());
    }
    fs::read_to_string(Path::new(name))
        .map_err(|source| AskedError::Unreadable { path: name.to_owned(), source })
}

/// The text of a file as a tree; `name` stands in errors.
///
/// # Errors
/// When it is no JSON.
pub fn tree(name: &str, text: &str) -> Result<Tree, AskedError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text)
        .map_err(|source| AskedError::NoJson { path: name.to_owned(), source })
}

/// The instrument of this name: a file, `built-in`, or a key. Its words are not looked at.
///
/// # Errors
/// When the file cannot be read, or with everything that is wrong in it.
pub fn instrument(name: &str) -> Result<Instrument, AskedError> {
    let tree = tree(name, &text(name)?)?;
    loading::instrument(&Node::new(&tree))
        .map_err(|source| AskedError::Mistakes { path: name.to_owned(), source })
}
