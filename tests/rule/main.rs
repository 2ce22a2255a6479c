//! The rule of `docs/instrument.md`, held against what it says: worked out here once more, in other words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

#[path = "../common/mod.rs"]
mod common;

mod bank;
mod beside;
mod changes;
mod findings;
mod golden;
mod invariants;
mod parts;
mod small;
mod strain;
mod tiredness;
mod verdicts;

use std::sync::LazyLock;

use burnout_screener::instrument::Instrument;

static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(common::built_in);

/// The built-in instrument, read once.
fn built_in() -> &'static Instrument {
    &INSTRUMENT
}
