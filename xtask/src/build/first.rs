//! What stands in a file before its engine: rendered by the program in `xtask/first`, as only that needs the views.

use std::env;

use anyhow::{Context, Result};
use xshell::cmd;

use super::texts::{INSTRUMENT, Language, REGIONS};
use crate::workspace::Workspace;

pub(super) fn html(workspace: &Workspace, language: &Language) -> Result<String> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let locale = &language.file;
    cmd!(
        workspace.shell,
        "{cargo} run --quiet --package first-words -- {INSTRUMENT} {locale} {REGIONS}"
    )
    .env("CARGO_TARGET_DIR", workspace.path("target"))
    .quiet()
    .read()
    .with_context(|| format!("the first words of {locale} cannot be rendered"))
}
