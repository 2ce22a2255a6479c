//! Whatever a page, a file or a host hands in: it is refused with a reason, or it goes all the way to
//! a result and its exports. Nothing panics, nothing grows without bound, and no text becomes markup.
//!
//! Each property tries few cases by default. `BS_CASES=1000000 cargo test --release --test hostile`
//! tries a million of each; with `CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true` before it,
//! overflows count as failures there too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

#[path = "../common/mod.rs"]
mod common;

mod around;
mod doc;
mod limits;
mod making;
mod questions;
mod walk;

use proptest::prelude::ProptestConfig;

/// As many cases as `BS_CASES` says, or else this many.
fn tried(few: u32) -> ProptestConfig {
    let asked = std::env::var("BS_CASES").ok();
    common::cases(asked.map_or(few, |cases| cases.parse().expect("BS_CASES is a number")))
}

/// What an error says: something, and not more than fits a screen.
fn said(error: &dyn std::error::Error) -> String {
    let said = error.to_string();
    assert!(said.len() > 10, "'{said}' tells nobody what to do");
    assert!(said.len() < 12_000, "{} bytes are more than anybody reads", said.len());
    said
}
