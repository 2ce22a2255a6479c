//! A self-check for people who help others: it tells burnout, compassion fatigue, both, and everyday
//! tiredness apart, says why and how sure it is, and offers what helps with that one. It scores any
//! published scale that a clinic brings in the same way.
//!
//! ```
//! use burnout_screener::instrument::Instrument;
//! use burnout_screener::outcome::Outcome;
//! use burnout_screener::response::Responses;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let instrument: Instrument = serde_json::from_str(
//!     r#"{
//!         "format": 2, "id": "two-questions", "version": "1.0.0", "validated": false,
//!         "option_sets": { "often": [{ "id": "no", "value": 0 }, { "id": "yes", "value": 3 }] },
//!         "items": [{ "id": "one" }, { "id": "two" }],
//!         "scales": [{
//!             "id": "both", "method": "sum", "items": ["one", "two"],
//!             "bands": [{ "id": "low" }, { "id": "high", "from": 4 }]
//!         }]
//!     }"#,
//! )?;
//! let mut responses = Responses::new(&instrument);
//! responses.set_item(&instrument, 0, Some(1));
//! responses.set_item(&instrument, 1, Some(1));
//! let outcome = Outcome::new(&instrument, &responses);
//! let standing = outcome.standings[0];
//! assert_eq!(standing.score.map(|score| score.value), Some(6.0));
//! assert_eq!(standing.band.map(|band| band.id.as_str()), Some("high"));
//! // No scale of it has a role in a profile, so nothing is said of one.
//! assert!(outcome.classification.is_none());
//! # Ok(())
//! # }
//! ```
//!
//! # Code map
//!
//! The core, which knows no browser:
//! - [`tree`]: data from outside, before anything is known about it; [`date`]: a day of the calendar
//! - [`instrument`]: what is asked: the file format, the lints, scales of any kind, the roles of a profile
//! - [`response`]: what was answered
//! - [`scoring`]: scores and their standard errors
//! - [`banding`]: where a score stands on its own scale
//! - [`profile`]: what some scales make together: verdicts, tiredness, parts, and the finding that follows
//! - [`outcome`]: everything that is said of one set of responses
//! - `scored`: the answers of another program, scored, in plain values
//! - [`loading`]: how a file becomes an instrument that may be used
//! - [`packed`]: the built-in one and its words as the one file holds them
//! - [`guidance`]: which advice fits, by ids
//! - [`carelessness`]: when to ask softly for a second look
//! - [`session`]: one self-check as a pure state machine
//! - [`regions`]: crisis lines
//! - [`host`]: what a host page may set, and the table of all that it can set and hear
//! - [`baking`]: a clinic's own file, with its settings inside
//! - [`locale`]: the words of one language, and those of an instrument
//! - [`report`]: the outcome in words
//! - [`history`]: earlier checks, real change, and the file they are kept in
//! - [`export`]: what a person takes along
//! - [`figure`], `json`: numbers and JSON as text; `spelling`: which known name was meant
//!
//! Around it:
//! - `ui` (feature `ui`): the Yew views
//! - `embed` (feature `embed`): the border to JavaScript
//! - `bench` (feature `bench`): a page for authors of instruments
//! - `engine` (feature `engine`): the same for programs, without an interface
//! - `generator` (feature `generator`): the border of the page that bakes a clinic's own file
//!
//! The long read is `docs/architecture.md`.
//!
//! # Invariants
//!
//! - **instrument ← response ← scoring ← banding ← profile ← outcome ← guidance**; session, locale and
//!   report use only these, history and export these too; `ui` uses all; `embed` uses `ui`. Never
//!   backwards.
//! - **The core builds and is tested without Yew, wasm-bindgen or web-sys.**
//! - **The built-in instrument is nothing special**: a JSON file in the same format, through the same
//!   lints, as one that a clinic brings. The profile knows scales by their roles, never by their names.
//! - **No words in Rust**: they stand in `www/locales`, one file a language, and in an instrument's file.
//! - **Scores, bands, profile and progress are derived** at each use and never stored. A check-in
//!   file shows scores to other programs; here they are computed from its answers.
//! - **No answer, score or result leaves**: what crosses to JavaScript is that a step changed, that
//!   something failed, and what a person wants printed, copied or saved; that part of it is ours
//!   (`www/embed`) and tells a host page none of it.

pub mod baking;
pub mod banding;
pub mod carelessness;
pub mod date;
pub mod export;
pub mod figure;
pub mod guidance;
pub mod history;
pub mod host;
pub mod instrument;
mod json;
pub mod loading;
pub mod locale;
pub mod outcome;
pub mod packed;
pub mod profile;
pub mod regions;
pub mod report;
pub mod response;
#[cfg(feature = "any")]
pub mod scored;
pub mod scoring;
pub mod session;
mod spelling;
pub mod tree;

/// Which version of this crate it is.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "embed")]
pub mod embed;

#[cfg(feature = "engine")]
pub mod engine;

#[cfg(feature = "bench")]
pub mod bench;

#[cfg(feature = "generator")]
pub mod generator;
