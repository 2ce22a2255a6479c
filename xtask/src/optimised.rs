//! What measures or computes a lot runs in an optimised build of this program; the everyday build is not one.

use std::env;
use std::ffi::OsString;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::workspace::Workspace;

/// In the everyday build: runs the same command line in the optimised one and says so with `true`.
pub fn again(workspace: &Workspace) -> Result<bool> {
    if !cfg!(debug_assertions) {
        return Ok(false);
    }
    let shell = &workspace.shell;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    eprintln!("building this program with optimisation; the first time takes minutes");
    cmd!(shell, "{cargo} run --quiet --release --package xtask -- {arguments...}")
        .quiet()
        .run()
        .context("the optimised run failed")?;
    Ok(true)
}
