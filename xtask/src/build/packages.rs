//! The packages in `dist/`: one for npm, one for WordPress, and one to upload anywhere. Each holds the files that a page asks
//! for, and what its own world wants besides.

use anyhow::{Result, ensure};
use burnout_screener::baking::inside;
use burnout_screener::host::table;

use super::archive::zip;
use super::texts::Texts;
use super::{INTEGRITY, integrity, script};
use crate::tables;
use crate::workspace::Workspace;

type Files = Vec<(String, Vec<u8>)>;

const NPM: &str = "npm/";
const PLUGIN: &str = "www/wordpress/burnout-screener.php";
const WORDPRESS: &str = "wordpress/burnout-screener.zip";
const UPLOAD: &str = "burnout-screener.zip";
const NO_WASM: &str = ".no-wasm.";
const NO_WASM_ENGLISH: &str = ".no-wasm.en.";
/// What PHP takes in one upload where nobody has set another limit: 2 MB.
const UPLOADED: usize = 2 << 20;
/// The folder that either archive unpacks to.
const FOLDER: &str = "burnout-screener/";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What is made anew from other files in `dist/`: no page loads anything of it.
pub(crate) fn is_packed(name: &str) -> bool {
    name.starts_with(NPM) || name == WORDPRESS || name == UPLOAD
}

/// All packages of these files.
pub(super) fn all(
    workspace: &Workspace,
    texts: &Texts,
    release: &str,
    files: &[(String, Vec<u8>)],
) -> Result<Files> {
    let asked = files.iter().filter(|(name, _)| is_asked_for(name)).cloned().collect::<Files>();
    let mut packages = npm(workspace, texts, release, &asked)?;
    packages.push((WORDPRESS.to_owned(), wordpress(workspace, &asked)?));
    packages.push((UPLOAD.to_owned(), upload(workspace, &asked)?));
    Ok(packages)
}

/// Whether a page of a clinic can ask for this file.
fn is_asked_for(name: &str) -> bool {
    let own =
        name.starts_with("burnout-screener.") && (name.ends_with(".js") || name.ends_with(".html"));
    own || name.starts_with("inline/")
}

fn npm(
    workspace: &Workspace,
    texts: &Texts,
    release: &str,
    asked: &[(String, Vec<u8>)],
) -> Result<Files> {
    let mut files = asked.to_vec();
    files.push(("index.js".to_owned(), script::entry(workspace, texts, release)?.into_bytes()));
    files.push(("attributes.d.ts".to_owned(), tables::types(workspace)?.into_bytes()));
    files.push(("custom-elements.json".to_owned(), tables::manifest(workspace)?.into_bytes()));
    files.push((INTEGRITY.to_owned(), integrity(asked)?.into_bytes()));
    for name in [
        "README.md",
        "index.d.ts",
        "vue.d.ts",
        "svelte.d.ts",
        "copy.js",
        "files.js",
        "vite.js",
        "vite.d.ts",
        "package.json",
    ] {
        files.push((name.to_owned(), versioned(workspace, &format!("www/npm/{name}"))?));
    }
    licences(workspace, &mut files)?;
    Ok(below(NPM, files))
}

fn wordpress(workspace: &Workspace, asked: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let asked = asked.iter().filter(|(name, _)| is_for_authors(name)).cloned().collect();
    let mut files = below("files/", asked);
    let plugin = String::from_utf8(versioned(workspace, PLUGIN)?)?.replace("{{names}}", &names());
    files.push(("burnout-screener.php".to_owned(), plugin.into_bytes()));
    for name in ["block.js", "readme.txt"] {
        files.push((name.to_owned(), versioned(workspace, &format!("www/wordpress/{name}"))?));
    }
    licences(workspace, &mut files)?;
    let archive = archive(files)?;
    ensure!(
        archive.len() <= UPLOADED,
        "{WORDPRESS} has {} bytes, and many sites take no more than {UPLOADED}",
        archive.len()
    );
    Ok(archive)
}

/// Whether what an author can set ever asks for this file: nothing of a host's own, no inline mode. Without WebAssembly there
/// is English for all: eight times that file would be more than most sites take in one upload.
fn is_for_authors(name: &str) -> bool {
    let of_hosts = name.starts_with("inline/") || name.contains(".any.") || name.contains(".more.");
    !of_hosts && (!name.contains(NO_WASM) || name.contains(NO_WASM_ENGLISH))
}

/// What an author may set, as a list in PHP: what the self-check reads itself, and what is as harmless of the loader's. Where
/// files lie is the plugin's.
fn names() -> String {
    let loaders = [table::LANG, table::LEAVE_TO].map(|known| known.name).into_iter();
    let all = loaders.chain(inside().map(|known| known.name));
    all.map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")
}

fn upload(workspace: &Workspace, asked: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut files = asked.to_vec();
    files.push((INTEGRITY.to_owned(), integrity(asked)?.into_bytes()));
    for name in ["README.txt", "index.html"] {
        files.push((name.to_owned(), versioned(workspace, &format!("www/upload/{name}"))?));
    }
    licences(workspace, &mut files)?;
    archive(files)
}

/// A file of the repository, with the version where it names one.
fn versioned(workspace: &Workspace, file: &str) -> Result<Vec<u8>> {
    Ok(workspace.text(file)?.replace("{{version}}", burnout_screener::VERSION).into_bytes())
}

fn licences(workspace: &Workspace, files: &mut Files) -> Result<()> {
    for name in LICENCES {
        files.push((name.to_owned(), workspace.text(name)?.into_bytes()));
    }
    Ok(())
}

fn below(folder: &str, files: Files) -> Files {
    files.into_iter().map(|(name, bytes)| (format!("{folder}{name}"), bytes)).collect()
}

/// The order of the names, whatever the order in which they were made.
fn archive(files: Files) -> Result<Vec<u8>> {
    let mut files = below(FOLDER, files);
    files.sort();
    zip(&files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugin_holds_what_authors_can_ask_for() {
        let held =
            ["burnout-screener.js", "burnout-screener.de.html", "burnout-screener.de.words.js"];
        assert!(held.iter().all(|name| is_for_authors(name)));
        assert!(is_for_authors("burnout-screener.no-wasm.en.html"));
        let rest = [
            "burnout-screener.no-wasm.de.html",
            "burnout-screener.any.en.html",
            "burnout-screener.more.js",
            "inline/en.json",
        ];
        assert!(!rest.iter().any(|name| is_for_authors(name)));
    }

    #[test]
    fn a_package_holds_what_a_page_asks_for_and_nothing_else_of_dist() {
        let asked = [
            "burnout-screener.js",
            "burnout-screener.en.html",
            "burnout-screener.any.de.html",
            "inline/en.json",
        ];
        assert!(asked.iter().all(|name| is_asked_for(name)));
        let rest = [
            "bench.html",
            "engine/engine.wasm",
            "burnout-screener.d.ts",
            "integrity.json",
            "npm/burnout-screener.js",
        ];
        assert!(!rest.iter().any(|name| is_asked_for(name)));
    }

    #[test]
    fn what_is_packed_is_told_from_what_it_is_made_of() {
        assert!(["npm/index.js", UPLOAD, WORDPRESS].iter().all(|name| is_packed(name)));
        assert!(
            !["burnout-screener.js", "inline/en.json", "generator.html"]
                .iter()
                .any(|name| is_packed(name))
        );
    }
}
