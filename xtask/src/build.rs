//! Everything that ends up in `dist/`: the script tag with its doctor, the one file per language for the built-in questions,
//! the one for any others, the one without WebAssembly, the files of the inline mode, what tells editors about the element, what readers of the exports
//! need, the package for programs, the bench for authors, the page that bakes a clinic's own file, and the packages of all this.

mod archive;
mod bench;
mod engine;
mod first;
mod generator;
mod locals;
mod lower;
mod order;
mod pack;
mod packages;
pub(crate) mod page;
mod pairs;
mod panel;
mod programs;
mod records;
mod script;
mod split;
mod texts;
mod translate;

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256, Sha384};

use crate::schema;
use crate::tables;
use crate::tools;
use crate::workspace::Workspace;
use engine::{Engine, Kind};
pub(crate) use packages::is_packed;
use split::Apart;
use texts::Texts;

/// Where the integrity of every other file stands, but for the packages.
pub(crate) const INTEGRITY: &str = "integrity.json";

/// The script of the tag.
const LOADER: &str = "burnout-screener.js";
/// What stands before the language in the name of the file for the built-in questions, and of that for any.
const OWN: &str = "";
const ANY: &str = "any.";
/// The same for the file whose engine is JavaScript, which takes either.
const NO_WASM: &str = "no-wasm.";
/// The language in which authors see what people will see.
const BENCH: &str = "en";

/// Builds everything, and then replaces `dist/`.
pub fn dist(workspace: &Workspace) -> Result<()> {
    tools::wasm_target(workspace)?;
    tools::node_modules(workspace)?;
    let texts = Texts::read(workspace)?;
    let own = Engine::build(workspace, Kind::Own)?;
    let any = Engine::build(workspace, Kind::Any)?;
    let translated = translate::translate(workspace, &any.wasm)?;
    let release = release(workspace, [&own, &any])?;
    let loader = script::loader(workspace, &texts, &release)?.into_bytes();
    let proof = proof(&loader);
    let mut files = vec![
        (LOADER.to_owned(), loader),
        (
            "burnout-screener.check.js".to_owned(),
            script::check(workspace, &texts, &release)?.into_bytes(),
        ),
        ("burnout-screener.more.js".to_owned(), script::more(workspace, &release)?.into_bytes()),
        (
            "inline/burnout-screener.js".to_owned(),
            script::inline(workspace, &any, &release)?.into_bytes(),
        ),
        ("inline/burnout-screener.wasm".to_owned(), any.wasm.clone()),
        ("burnout-screener.d.ts".to_owned(), tables::types(workspace)?.into_bytes()),
        (schema::FILE.to_owned(), schema::text()?.into_bytes()),
        ("custom-elements.json".to_owned(), tables::manifest(workspace)?.into_bytes()),
    ];
    files.extend(programs::package(workspace)?);
    let app = script::whole(workspace, &any, &translated, &release)?;
    let app = page::inlined(app, "the engine as JavaScript")?;
    let (own_apart, any_apart) = (Apart::new(&own.wasm)?, Apart::new(&any.wasm)?);
    let mut own_files = Vec::new();
    for language in &texts.languages {
        let setup = texts.setup(language)?;
        let first = first::html(workspace, &texts, language)?;
        // Of questions that are brought along, only the engine has the words.
        let words = |setup, first| page::Words { texts: &texts, language, setup, first };
        let name = |between| format!("burnout-screener.{between}{}.html", language.code);
        let own_words = texts.own_setup(language)?;
        let file =
            page::one_file(workspace, (&own, &own_apart), &words(&own_words, &first), &release)?;
        own_files.push((language, file.clone()));
        files.push((name(OWN), file.into_bytes()));
        // Of questions that are brought along, only the engine has the words.
        let file = page::one_file(workspace, (&any, &any_apart), &words(&setup, ""), &release)?;
        if language.code == BENCH {
            files.push(("bench.html".to_owned(), bench::page(workspace, &file)?.into_bytes()));
        }
        files.push((name(ANY), file.into_bytes()));
        let file = page::without_wasm(workspace, &app, &words(&setup, &first))?;
        files.push((name(NO_WASM), file.into_bytes()));
        files.push((format!("inline/{}.json", language.code), setup.into_bytes()));
        let name = format!("burnout-screener.{}.words.js", language.code);
        files.push((name, script::spoken(&texts, language)?.into_bytes()));
    }
    for language in texts.beside_loader() {
        let name = format!("burnout-screener.{}.js", language.code);
        files.push((name, script::words(&texts, language)?.into_bytes()));
    }
    files.extend(records::files(&texts)?);
    let generator = generator::page(workspace, &texts, &own_files, &proof)?;
    files.push((generator::FILE.to_owned(), generator.into_bytes()));
    files.push((INTEGRITY.to_owned(), integrity(&files)?.into_bytes()));
    files.extend(packages::all(workspace, &texts, &release, &files)?);
    write(workspace, &files)
}

/// The version, and what tells apart two builds of the same version: eight digits of the SHA-256 of all that files are made of.
fn release(workspace: &Workspace, engines: [&Engine; 2]) -> Result<String> {
    let mut all = Sha256::new();
    for engine in engines {
        all.update(&engine.wasm);
    }
    for file in workspace.files("www")? {
        if !file.starts_with("www/demo/") {
            all.update(file.as_bytes());
            all.update(workspace.text(&file)?.as_bytes());
        }
    }
    let digits: String = all.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{}+{digits}", burnout_screener::VERSION))
}

/// Each file with what a script tag has as its `integrity`, as JSON.
fn integrity(files: &[(String, Vec<u8>)]) -> Result<String> {
    let values: serde_json::Map<_, _> =
        files.iter().map(|(name, bytes)| (name.clone(), proof(bytes).into())).collect();
    Ok(serde_json::to_string_pretty(&values)? + "\n")
}

/// What a script tag has as its `integrity`.
fn proof(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

/// Builds the first time it is asked, however many tests of a process ask, and gives the folder.
pub fn dist_once() -> Result<PathBuf> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let build = || {
        let workspace = Workspace::here()?;
        dist(&workspace)?;
        Ok(workspace.path("dist"))
    };
    let built = BUILT.get_or_init(|| build().map_err(|error: anyhow::Error| format!("{error:#}")));
    built.clone().map_err(|message| anyhow!(message))
}

fn write(workspace: &Workspace, files: &[(String, Vec<u8>)]) -> Result<()> {
    let dist = workspace.path("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).context("cannot clean dist/")?;
    }
    for (name, bytes) in files {
        let path = dist.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_integrity_is_what_a_browser_computes() -> Result<()> {
        let files = [("a.js".to_owned(), b"alert('Hello, world.');".to_vec())];
        // The example of the specification of Subresource Integrity.
        let value = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(&files)?, format!("{{\n  \"a.js\": \"{value}\"\n}}\n"));
        Ok(())
    }
}
