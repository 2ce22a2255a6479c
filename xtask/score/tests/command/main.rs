//! The command as somebody runs it: the binary itself, with files in and out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken helper must stop the test"
)]

mod agree;
mod calibrated;
mod ends;
mod fhir;
mod files;
mod forms;
mod keys;
mod linted;
mod memory;
mod refused;
mod run;
