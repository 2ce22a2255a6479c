//! Every language: the same texts with the same places as English, words for every count, and the tone that is
//! tested in English in more words.
//!
//! What only a reader of the language can judge stands in docs/translation.md.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

#[path = "../common/mod.rs"]
mod common;

mod ease;
mod reading;
mod statements;
mod texts;
mod told;
mod tone;
mod values;
