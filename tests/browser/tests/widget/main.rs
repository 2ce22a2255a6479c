//! What the widget promises, tried out in a real browser. One file a promise; each test is named as a sentence.

mod bench;
mod outcomes;
