//! What the browser tests stand on: a real browser, host pages, and a person who uses the self-check.
//!
//! - [`engine`]: Chromium, and Firefox and WebKitGTK where they are installed
//! - [`browser`]: a browser and its driver, one session a test, and everything the browser says on the way
//! - [`long`]: what is left to the run by name
//! - [`look`]: how wide, how high, light or dark, desk or phone
//! - [`dist`]: the files under test, kept in memory so that a test can damage a copy
//! - [`tabs`]: more than one tab of it; [`profile`]: what it leaves on the disk; [`downloads`]: what it saves;
//!   [`taken`]: what is pasted, and what is on paper
//! - [`host`]: the page of a clinic that embeds the self-check, served with the headers it asks for
//! - [`held`]: a line so slow that the one file stops halfway
//! - [`texts`]: the words and the questions as the repository has them
//! - [`answers`]: what a person would answer, in words
//! - [`person`]: the way into the widget, and everything a person does there; [`hands`]: by mouse, by keys, or quickly;
//!   [`checks`]: with the checks of other days
//! - [`told`]: what assistive technology is told of an element; [`heard`]: what a screen reader says on the whole way
//! - [`pictures`]: what was looked at and kept, to be held against what is seen

pub mod answers;
pub mod browser;
pub mod checks;
pub mod dist;
pub mod downloads;
mod driver;
pub mod engine;
pub mod hands;
pub mod heard;
pub mod held;
pub mod host;
mod leaving;
pub mod long;
pub mod look;
mod panel;
pub mod person;
pub mod pictures;
pub mod profile;
mod size;
pub mod tabs;
mod taken;
pub mod texts;
pub mod told;
