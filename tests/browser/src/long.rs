//! The long run: what takes minutes, and is done by name with `BS_LONG=1`, before a change is called done; and the whole in
//! every engine, which is done by `cargo xtask test --browsers all`.

use std::env;
use std::io::{self, Write};

/// Whether this is the long run. If it is not, a line says what is left to it, past the capture of the test's output.
#[must_use]
pub fn is_long(what: &str) -> bool {
    if env::var_os("BS_LONG").is_some() {
        return true;
    }
    // Where nobody reads, nobody is told.
    let _ = writeln!(io::stderr(), "\nLEFT TO THE LONG RUN: {what}; set BS_LONG=1");
    false
}

/// Whether every engine goes the whole way, and not one way alone. If not, a line says what is left to that run.
#[must_use]
pub fn is_in_all_browsers(what: &str) -> bool {
    if env::var_os("BS_BROWSERS").is_some_and(|browsers| browsers == "all") {
        return true;
    }
    // Where nobody reads, nobody is told.
    let _ = writeln!(io::stderr(), "\nLEFT TO `cargo xtask test --browsers all`: {what}");
    false
}
