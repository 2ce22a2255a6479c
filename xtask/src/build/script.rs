//! What esbuild makes of the files in www/embed and www/style.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::engine::Engine;
use super::texts::Texts;
use crate::tables;
use crate::tools;
use crate::workspace::Workspace;

/// The first engines with all of DecompressionStream, adopted style sheets and private fields stand here.
const TARGET: &str = "--target=es2021,chrome94,firefox113,safari16.4";
/// In the order in which they are put together.
const STYLES: [&str; 10] = [
    "theme", "layout", "controls", "flow", "folds", "result", "pictures", "beside", "help", "print",
];

pub(super) fn loader(workspace: &Workspace, texts: &Texts) -> Result<String> {
    let path = scratch(workspace, "texts.json", &texts.for_loader()?)?;
    let table = table(workspace)?;
    bundle(workspace, "www/embed/loader.js", &["--format=iife", &alias("texts", &path), &table])
}

/// The names of the attributes come from the table in Rust.
fn table(workspace: &Workspace) -> Result<String> {
    let text = serde_json::to_string(&tables::for_scripts())?;
    Ok(alias("table", &scratch(workspace, "table.json", &text)?))
}

pub(super) fn guard(workspace: &Workspace) -> Result<String> {
    bundle(workspace, "www/embed/guard.js", &["--format=iife"])
}

/// The glue reaches the module by an address only in the inline mode: here that way out is cut off.
pub(super) fn app(workspace: &Workspace, engine: &Engine) -> Result<String> {
    bundle(
        workspace,
        "www/embed/frame.js",
        &[
            "--format=iife",
            "--define:fetch=undefined",
            "--define:Request=undefined",
            "--define:Response=undefined",
            "--define:global=undefined",
            &alias("glue", &engine.glue),
            &table(workspace)?,
        ],
    )
}

pub(super) fn inline(workspace: &Workspace, engine: &Engine) -> Result<String> {
    let path = scratch(workspace, "style.txt", &style(workspace, "")?)?;
    bundle(
        workspace,
        "www/embed/inline.js",
        &["--format=esm", &alias("glue", &engine.glue), &alias("style", &path)],
    )
}

pub(super) fn inner_style(workspace: &Workspace) -> Result<String> {
    style(workspace, &workspace.text("www/embed/frame.css")?)
}

pub(super) fn outer_style(workspace: &Workspace) -> Result<String> {
    minify_style(workspace, &workspace.text("www/embed/document.css")?)
}

fn style(workspace: &Workspace, before: &str) -> Result<String> {
    let mut text = before.to_owned();
    for name in STYLES {
        text.push_str(&workspace.text(&format!("www/style/{name}.css"))?);
    }
    minify_style(workspace, &text)
}

fn minify_style(workspace: &Workspace, text: &str) -> Result<String> {
    tools::esbuild(workspace, &["--loader=css", "--minify", TARGET], Some(text))
}

fn bundle(workspace: &Workspace, entry: &str, more: &[&str]) -> Result<String> {
    let mut arguments = vec![entry, "--bundle", "--minify", "--legal-comments=none", TARGET];
    arguments.extend(more);
    workspace.text(entry)?;
    tools::esbuild(workspace, &arguments, None)
}

fn alias(name: &str, path: &Path) -> String {
    format!("--alias:{name}={}", path.display())
}

fn scratch(workspace: &Workspace, name: &str, text: &str) -> Result<std::path::PathBuf> {
    let path = workspace.scratch()?.join(name);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
