//! What esbuild makes of the files in www/embed and www/style.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::engine::Engine;
use super::texts::{Language, Texts};
use crate::tables;
use crate::tools;
use crate::workspace::Workspace;

/// The oldest engines that run it whole: what is newer in the syntax is written in an older way. For all else see `crate::oldest`.
const TARGET: &str = "--target=chrome90,firefox102,safari15,ios15";
/// In the order in which they are put together: what the first words need, and what comes later.
const FIRST: [&str; 6] = ["theme", "layout", "controls", "flow", "folds", "help"];
const LATER: [&str; 6] = ["rows", "lines", "result", "pictures", "beside", "print"];

const CONTAINER: &str = "@container";

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
pub(super) fn words(texts: &Texts, language: &Language) -> Result<String> {
    Ok(format!("export default {};\n", texts.words_for_loader(language)?))
}

/// All words of a language for a file of another one that is open, and what the frame is called in it.
pub(super) fn spoken(texts: &Texts, language: &Language) -> Result<String> {
    let words = serde_json::to_string(&texts.packed(language)?.to_string())?;
    let title = serde_json::to_string(&language.message("frame.outer")?)?;
    Ok(format!("export const title = {title};\nexport default {words};\n"))
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

/// The script of the frame, for a module that comes from the frame beside it.
pub(super) fn app(workspace: &Workspace, engine: &Engine, release: &str) -> Result<String> {
    let engine_file = alias("engine", &workspace.path("www/embed/engine.js"));
    framed(workspace, "www/embed/frame.js", engine, release, &[&engine_file])
}

/// The rest of it, which comes with that module.
pub(super) fn later(workspace: &Workspace, engine: &Engine, release: &str) -> Result<String> {
    framed(workspace, "www/embed/later.js", engine, release, &[])
}

/// The same with the engine in it, as the JavaScript that was made of the module.
pub(super) fn whole(
    workspace: &Workspace,
    engine: &Engine,
    translated: &Path,
    release: &str,
) -> Result<String> {
    let engine_file = alias("engine", &workspace.path("www/embed/within.js"));
    let instead = format!("--inject:{}", workspace.path("www/embed/translated.js").display());
    let more = [&engine_file, &alias("translated", translated), &instead];
    framed(workspace, "www/embed/frame.js", engine, release, &more)
}

/// The glue reaches the module by an address only in the inline mode: here that way out is cut off.
fn framed(
    workspace: &Workspace,
    entry: &str,
    engine: &Engine,
    release: &str,
    more: &[&String],
) -> Result<String> {
    let mut arguments = vec![
        "--format=iife",
        "--define:fetch=undefined",
        "--define:Request=undefined",
        "--define:Response=undefined",
        "--define:global=undefined",
    ];
    arguments.extend(more.iter().map(|text| text.as_str()));
    let own = [defined(release), alias("glue", &engine.glue), table(workspace)?];
    arguments.extend(own.iter().map(String::as_str));
    bundle(workspace, entry, &arguments)
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
    let style = style(workspace, &workspace.text("www/embed/frame.css")?, &FIRST)?;
    Ok(for_old_engines(&style))
}

/// The rest of it, which comes with the engine.
pub(super) fn later_style(workspace: &Workspace) -> Result<String> {
    Ok(for_old_engines(&style(workspace, "", &LATER)?))
}

pub(super) fn outer_style(workspace: &Workspace) -> Result<String> {
    minify_style(workspace, &workspace.text("www/embed/document.css")?)
}

/// Styles with a query of a container, once more for engines that know none: in a frame, the window is as wide.
fn for_old_engines(text: &str) -> String {
    let mut blocks = String::new();
    let mut rest = text;
    while let Some(place) = rest.find(CONTAINER) {
        let block = rest.get(place..).unwrap_or_default();
        let end = end_of_block(block);
        blocks.push_str(&block.get(..end).unwrap_or_default().replacen(CONTAINER, "@media", 1));
        rest = block.get(end..).unwrap_or_default();
    }
    match blocks.is_empty() {
        true => text.to_owned(),
        false => format!("{text}@supports not (container-type:inline-size){{{blocks}}}"),
    }
}

/// Where what is open in a block ends.
fn end_of_block(block: &str) -> usize {
    let mut depth = 0;
    let end = block.char_indices().find(|(_, letter)| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => return false,
        };
        depth == 0
    });
    end.map_or(block.len(), |(place, brace)| place + brace.len_utf8())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What the script tag makes of the tags that somebody reads, where these languages are there.
    fn nearest(codes: &str, tags: &[&str]) -> Result<Vec<String>> {
        let given = [codes].iter().chain(tags).map(|&text| text.to_owned()).collect::<Vec<_>>();
        let printed = tools::node(&Workspace::here()?, "xtask/tongue.mjs", &given)?;
        Ok(printed.lines().map(str::to_owned).collect())
    }

    #[test]
    fn the_nearest_language_that_somebody_can_read_is_taken() -> Result<()> {
        let tags = ["pt", "pt-PT", "es-MX", "es-419", "EN-us", "en_US", "zh-CN", "zh", "iw"];
        let found = nearest("en,es,he,pt-BR,zh-Hans", &tags)?;
        assert_eq!(found, ["pt-BR", "pt-BR", "es", "es", "en", "en", "zh-Hans", "zh-Hans", "he"]);
        // That of the same country before another one.
        let found = nearest("en-US,en-GB,pt-BR,pt-PT", &["pt", "pt-PT", "pt-AO", "en-GB", "en"])?;
        assert_eq!(found, ["pt-BR", "pt-PT", "pt-BR", "en-GB", "en-US"]);
        Ok(())
    }

    #[test]
    fn another_script_is_another_language_and_what_is_no_language_finds_none() -> Result<()> {
        let tags = ["zh-Hant", "zh-TW", "sr-Latn", "C", "", "x", "tlh", "a b"];
        assert_eq!(nearest("en,sr,zh-Hans", &tags)?, ["-"; 8]);
        Ok(())
    }

    #[test]
    fn queries_of_a_container_are_asked_of_the_window_where_there_are_none() {
        assert_eq!(for_old_engines("a{b:c}"), "a{b:c}");
        let text = "a{b:c}@container (min-width:1px){a{b:d}e{f:g}}h{i:j}";
        let more =
            "@supports not (container-type:inline-size){@media (min-width:1px){a{b:d}e{f:g}}}";
        assert_eq!(for_old_engines(text), format!("{text}{more}"));
    }
}
