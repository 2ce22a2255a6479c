//! What the widget promises, tried out in a real browser. One file a promise; each test is named as a sentence.

mod accessible;
mod attributes;
mod earlier;
mod exits;
mod failures;
mod file;
mod flow;
mod height;
mod hostile;
mod instruments;
mod journey;
mod keeping;
mod keyboard;
mod lines;
mod outcomes;
mod paper;
mod policy;
mod proof;
mod quiet;
mod restored;
mod screenshots;
mod several;
mod structure;
mod taking;
mod walk;
mod wording;
