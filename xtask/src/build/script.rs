//! What esbuild makes of the files in www/embed and www/style.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::engine::Engine;
use super::texts::{Language, Texts};
use crate::tables;
use crate::tools;
use crate::workspace::Workspace;

/// The first engines with all of DecompressionStream, adopted style sheets and private fields stand here.
const TARGET: &str = "--target=es2022,chrome94,firefox113,safari16.4";
/// In the order in which they are put together: what the first words need, and what comes later.
const FIRST: [&str; 6] = ["theme", "layout", "controls", "flow", "folds", "help"];
const LATER: [&str; 4] = ["result", "pictures", "beside", "print"];

pub(super) fn loader(workspace: &Workspace, texts: &Texts, release: &str) -> Result<String> {
    loading(workspace, texts, release, ["www/embed/loader.js", "--format=iife"])
}

/// The entry of the npm package, with the loader in it, which runs only where there is a page.
pub(super) fn entry(workspace: &Workspace, texts: &Texts, release: &str) -> Result<String> {
    let script = loading(workspace, texts, release, ["www/npm/index.js", "--format=esm"])?;
    // What it loads lies in the folder that it is told, and is nothing that a bundler should look for.
    let left_alone = "import(/* webpackIgnore: true */ /* @vite-ignore */ ";
    Ok(script.replace("import(", left_alone))
}

/// A script with the loader in it.
fn loading(
    workspace: &Workspace,
    texts: &Texts,
    release: &str,
    [entry, format]: [&str; 2],
) -> Result<String> {
    let path = scratch(workspace, "texts.json", &texts.for_loader()?)?;
    let style = minify_style(workspace, &workspace.text("www/embed/host/place.css")?)?;
    let style = alias("place", &scratch(workspace, "place.txt", &style)?);
    let table = table(workspace)?;
    let defined = defined(release);
    bundle(workspace, entry, &[format, &defined, &alias("texts", &path), &style, &table])
}

/// What the loader says in another language than the one that it holds, as a module that it loads.
pub(super) fn words(language: &Language) -> Result<String> {
    Ok(format!("export default {};\n", language.for_loader()?))
}

/// What the loader needs on few pages only.
pub(super) fn more(workspace: &Workspace, release: &str) -> Result<String> {
    let arguments = ["--format=esm", &defined(release), &table(workspace)?];
    bundle(workspace, "www/embed/more.js", &arguments)
}

/// The doctor for web masters, which the loader loads where something is wrong.
pub(super) fn check(workspace: &Workspace, texts: &Texts, release: &str) -> Result<String> {
    let path = scratch(workspace, "lines.json", &texts.for_check()?)?;
    let arguments = ["--format=esm", &defined(release), &alias("lines", &path), &table(workspace)?];
    bundle(workspace, "www/embed/check.js", &arguments)
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

pub(super) fn store(workspace: &Workspace) -> Result<String> {
    bundle(workspace, "www/embed/store.js", &["--format=iife"])
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
    let style = style(workspace, "", FIRST.iter().chain(&LATER))?;
    let path = scratch(workspace, "style.txt", &style)?;
    bundle(
        workspace,
        "www/embed/inline.js",
        &["--format=esm", &defined(release), &alias("glue", &engine.glue), &alias("style", &path)],
    )
}

/// The script of a page beside the self-check, which starts an engine of its own.
pub(super) fn beside(workspace: &Workspace, entry: &str, engine: &Engine) -> Result<String> {
    bundle(workspace, entry, &["--format=iife", &alias("glue", &engine.glue)])
}

/// The style of the inner document as far as the first words need it.
pub(super) fn first_style(workspace: &Workspace) -> Result<String> {
    style(workspace, &workspace.text("www/embed/frame.css")?, &FIRST)
}

/// The rest of it, which comes with the engine.
pub(super) fn later_style(workspace: &Workspace) -> Result<String> {
    style(workspace, "", &LATER)
}

pub(super) fn outer_style(workspace: &Workspace) -> Result<String> {
    minify_style(workspace, &workspace.text("www/embed/document.css")?)
}

fn style<'a>(
    workspace: &Workspace,
    before: &str,
    names: impl IntoIterator<Item = &'a &'static str>,
) -> Result<String> {
    let mut text = before.to_owned();
    for name in names {
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
