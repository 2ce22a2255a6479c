//! A self-check for people who help others: it tells burnout, compassion fatigue, both, and everyday
//! tiredness apart, says why and how sure it is, and offers what helps with that one.
//!
//! # Code map
//!
//! The core, which knows no browser:
//! - [`tree`]: data from outside, before anything is known about it
//! - [`instrument`]: what is asked, and the lints that every instrument passes
//! - [`response`]: what was answered
//! - [`scoring`]: scores and their standard errors
//! - [`classification`]: bands, profile, certainty, lead, and the reasons
//! - [`stopping`]: when nothing that is still open could change the result
//! - [`guidance`]: which advice fits, by ids
//! - [`carelessness`]: when to ask softly for a second look
//! - [`session`]: one self-check as a pure state machine
//! - [`regions`]: crisis lines
//! - [`settings`]: what a host page may set
//! - [`locale`]: the words of one language
//! - [`report`]: the result in words
//! - [`checkin`]: earlier checks, real change, and the file they are kept in
//! - [`export`]: what a person takes along
//! - `json`: writes JSON
//!
//! Around it:
//! - `ui` (feature `ui`): the Yew views
//! - `embed` (feature `embed`): the border to JavaScript
//!
//! # Invariants
//!
//! - **instrument ← response ← scoring ← classification ← guidance**; session, locale and report use
//!   only these, checkin and export these too; `ui` uses all; `embed` uses `ui`. Never backwards.
//! - **The core builds and is tested without Yew, wasm-bindgen or web-sys.**
//! - **The built-in instrument is nothing special**: a JSON file in the same format, through the same
//!   lints, as one that a clinic brings.
//! - **No words in Rust**: they stand in `www/locales`, one file a language.
//! - **Scores, bands, profile and progress are derived** at each use and never stored. A check-in
//!   file shows scores to other programs; here they are computed from its answers.
//! - **No answer, score or result leaves**: what crosses to JavaScript is that a step changed, that
//!   something failed, and what a person wants printed, copied or saved; that part of it is ours
//!   (`www/embed`) and tells a host page none of it.

pub mod carelessness;
pub mod checkin;
pub mod classification;
pub mod export;
pub mod guidance;
pub mod instrument;
mod json;
pub mod locale;
pub mod regions;
pub mod report;
pub mod response;
pub mod scoring;
pub mod session;
pub mod settings;
pub mod stopping;
pub mod tree;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "embed")]
pub mod embed;
