//! `burnout-score`: scores answers to any instrument, checks instruments, and calibrates them on real answers.
//!
//! It stands on the core of `burnout-screener` and computes nothing of a score by itself.
//! - [`args`]: the command line; [`ending`]: how a run ends, as an exit code
//! - [`asked`]: the instrument, from a file or built in; [`keys`]: the scoring keys that come with the program
//! - [`opened`]: what a file of answers is, and its first line
//! - [`lines`]: the lines of a table, with their numbers; [`cell`]: what a cell says; [`columns`]: what stands in which column
//! - [`rows`]: answers of one person, or why there are none; [`wide`], [`long`], [`widget`], [`checkin`]: who reads them
//! - [`score`]: the command `score`; [`scored`]: what is said of one person, as a row or a line of JSON
//! - [`new`], [`lint`]: the commands of these names
//! - [`calibrate`]: the command `calibrate`
//! - [`fhir`]: the commands `fhir definition` and `fhir score`
//!
//! **Invariant**: an answer is counted as it stands or its person is refused by row and reason; nothing is guessed.

pub mod args;
pub mod asked;
pub mod calibrate;
pub mod cell;
pub mod checkin;
pub mod columns;
pub mod ending;
pub mod fhir;
pub mod keys;
pub mod lines;
pub mod lint;
pub mod long;
pub mod new;
pub mod opened;
pub mod rows;
pub mod score;
pub mod scored;
pub mod wide;
pub mod widget;
