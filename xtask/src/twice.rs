//! `cargo xtask dist --twice`: whether the release files come out the same to the byte when everything is built from
//! nothing in another folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::workspace::Workspace;

/// Everything that takes part in a build, and what cargo wants to see beside it.
const FOLDERS: [&str; 5] = [".cargo", "src", "tests", "www", "xtask"];
const FILES: [&str; 5] =
    ["Cargo.toml", "Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT", "rust-toolchain.toml"];

type Files = BTreeMap<String, Vec<u8>>;

/// Builds `dist/` here and in a copy of the repository, and compares the two.
pub fn run(workspace: &Workspace) -> Result<()> {
    build::dist(workspace)?;
    let other = copy(workspace)?;
    build::dist(&other)?;
    let different = different(&release(workspace)?, &release(&other)?);
    if !different.is_empty() {
        bail!(
            "not the same when built again: {}; the second build is left in {}",
            different.join(", "),
            other.path("dist").display()
        );
    }
    println!("built twice, from two folders, with the same bytes");
    fs::remove_dir_all(other.path("")).context("cannot remove the second build")
}

/// A copy without anything that was ever built.
fn copy(workspace: &Workspace) -> Result<Workspace> {
    let folder = workspace.scratch()?.join("twice");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot remove an earlier second build")?;
    }
    let mut files = FILES.map(str::to_owned).to_vec();
    for folder in FOLDERS {
        files.extend(workspace.files(folder)?);
    }
    for file in files {
        let to = folder.join(&file);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("cannot create {}", parent.display()))?;
        }
        fs::copy(workspace.path(&file), &to).with_context(|| format!("cannot copy {file}"))?;
    }
    Workspace::at(folder)
}

fn release(workspace: &Workspace) -> Result<Files> {
    let read = |file: String| {
        let bytes =
            fs::read(workspace.path(&file)).with_context(|| format!("cannot read {file}"))?;
        Ok((file, bytes))
    };
    workspace.files("dist")?.into_iter().map(read).collect()
}

/// Every file that is not in both, or not the same in both.
fn different(one: &Files, other: &Files) -> Vec<String> {
    let names = one.keys().chain(other.keys()).collect::<BTreeSet<_>>();
    names.into_iter().filter(|&name| one.get(name) != other.get(name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_and_a_missing_file_are_named() {
        let files = |list: &[(&str, &[u8])]| {
            list.iter().map(|&(name, bytes)| (name.to_owned(), bytes.to_vec())).collect::<Files>()
        };
        let one = files(&[("a", b"1"), ("b", b"2"), ("c", b"3")]);
        assert!(different(&one, &one).is_empty());
        let other = files(&[("a", b"1"), ("b", b"9"), ("d", b"4")]);
        assert_eq!(different(&one, &other), ["b", "c", "d"]);
    }

    #[test]
    fn the_copy_holds_everything_that_is_built_and_nothing_that_was_built() -> Result<()> {
        let workspace = Workspace::here()?;
        let other = copy(&workspace)?;
        for file in ["Cargo.lock", "src/lib.rs", "www/locales/en.json", "xtask/package-lock.json"] {
            assert_eq!(other.text(file)?, workspace.text(file)?, "{file}");
        }
        for built in ["target", "dist", "xtask/node_modules"] {
            assert!(!other.path(built).exists(), "{built}");
        }
        fs::remove_dir_all(other.path("")).context("cannot remove the copy")
    }
}
