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
const TARGET: &str = "--target=es2022,chrome94,firefox113,safari16.4";
/// In the order in which they are put together.
const STYLES: [&str; 10] = [
    "theme", "layout", "controls", "flow", "folds", "result", "pictures", "beside", "help", "print",
];

pub(super) fn loader(workspace: &Workspace, texts: &Texts, release: &str) -> Result<String> {
    let path = scratch(workspace, "texts.json", &texts.for_loader()?)?;
    let table = table(workspace)?;
    let defined = defined(release);
    let arguments = ["--format=iife", &defined, &alias("texts", &path), &table];
    bundle(workspace, "www/embed/loader.js", &arguments)
}

/// The name of the release as a constant of the scripts.
fn defined(release: &str) -> String {
    format!("--define:RELEASE=\"{release}\"")
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
pub(super) fn app(workspace: &Workspace, engine: &Engine, release: &str) -> Result<String> {
    bundle(
        workspace,
        "www/embed/frame.js",
        &[
            "--format=iife",
            "--define:fetch=undefined",
            "--define:Request=undefined",
            "--define:Response=undefined",
            "--define:global=undefined",
            &defined(release),
            &alias("glue", &engine.glue),
            &table(workspace)?,
        ],
    )
}

pub(super) fn inline(workspace: &Workspace, engine: &Engine, release: &str) -> Result<String> {
    let path = scratch(workspace, "style.txt", &style(workspace, "")?)?;
    bundle(
        workspace,
        "www/embed/inline.js",
        &["--format=esm", &defined(release), &alias("glue", &engine.glue), &alias("style", &path)],
    )
}

/// The script of a page beside the self-check, which starts an engine of its own.
pub(super) fn bench(workspace: &Workspace, entry: &str, engine: &Engine) -> Result<String> {
    bundle(workspace, entry, &["--format=iife", &alias("glue", &engine.glue)])
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

pub(super) fn minify_style(workspace: &Workspace, text: &str) -> Result<String> {
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
