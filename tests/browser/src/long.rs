//! The long run: what takes minutes, and is done by name with `BS_LONG=1`, before a change is called done.

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
