//! Whatever is handed in and whatever a person does: what is rendered is text and never markup, and every
//! step renders.
//!
//! `BS_CASES=1000000 cargo test --release --package view-tests --test shown` tries a million cases.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail, and it shares helpers with the hostile tests of the core"
)]

#[path = "../../../common/mod.rs"]
mod common;
#[path = "../../../hostile/doc.rs"]
mod doc;
#[path = "../../../hostile/making.rs"]
mod making;
mod shown;
#[path = "../../../hostile/walk.rs"]
mod walk;

use proptest::prelude::ProptestConfig;

/// As many cases as `BS_CASES` says, or else this many.
fn tried(few: u32) -> ProptestConfig {
    let asked = std::env::var("BS_CASES").ok();
    common::cases(asked.map_or(few, |cases| cases.parse().expect("BS_CASES is a number")))
}
