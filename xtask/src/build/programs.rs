//! The package for programs in JavaScript: the core without an interface, as npm wants it.

use std::fs;

use anyhow::{Context, Result};

use super::engine::{Engine, Kind};
use crate::workspace::Workspace;

const SOURCES: &str = "www/engine";
const AS_THEY_ARE: [&str; 4] = ["node.js", "browser.js", "index.d.ts", "README.md"];
const BUILT_IN: &str = "www/instruments/helping-strain.json";

/// The files of the package, by their names in `dist/`.
pub(super) fn package(workspace: &Workspace) -> Result<Vec<(String, Vec<u8>)>> {
    let engine = Engine::build(workspace, Kind::Programs)?;
    let glue =
        fs::read(&engine.glue).with_context(|| format!("cannot read {}", engine.glue.display()))?;
    let about = workspace.text(&format!("{SOURCES}/package.json"))?;
    let mut files = vec![
        ("engine.js", glue),
        ("engine.wasm", engine.wasm),
        ("built-in.json", workspace.text(BUILT_IN)?.into_bytes()),
        ("package.json", about.replace("{{version}}", env!("CARGO_PKG_VERSION")).into_bytes()),
    ];
    for name in AS_THEY_ARE {
        files.push((name, workspace.text(&format!("{SOURCES}/{name}"))?.into_bytes()));
    }
    Ok(files.into_iter().map(|(name, bytes)| (format!("engine/{name}"), bytes)).collect())
}
