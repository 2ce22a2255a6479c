//! A self-check that tells burnout, compassion fatigue, both, and everyday tiredness apart.
#![allow(missing_docs)]
pub mod classification;
#[cfg(feature = "embed")]
pub mod embed;
pub mod guidance;
pub mod instrument;
pub mod locale;
pub mod regions;
pub mod report;
pub mod response;
pub mod scoring;
pub mod session;
pub mod settings;
pub mod tree;
#[cfg(feature = "ui")]
pub mod ui;
