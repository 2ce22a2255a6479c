//! Where things are in the repository, and reading them with errors that name the file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use xshell::Shell;

/// The repository, with a shell that stands at its root.
pub struct Workspace {
    root: PathBuf,
    /// Runs programs from the root.
    pub shell: Shell,
}

impl Workspace {
    /// The repository that this program was built from.
    pub fn here() -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self::at(manifest.parent().context("xtask stands in no workspace")?.to_path_buf())
    }

    /// The repository in a folder.
    pub fn at(root: PathBuf) -> Result<Self> {
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self { root, shell })
    }

    /// A path below the root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where intermediate files of the build go.
    pub fn scratch(&self) -> Result<PathBuf> {
        let folder = self.path("target/xtask");
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(folder)
    }

    /// The text of a file that the build needs.
    pub fn text(&self, relative: &str) -> Result<String> {
        fs::read_to_string(self.path(relative)).with_context(|| format!("cannot read {relative}"))
    }

    /// A JSON file that the build needs.
    pub fn json(&self, relative: &str) -> Result<Value> {
        serde_json::from_str(&self.text(relative)?)
            .with_context(|| format!("{relative} is not valid JSON"))
    }

    /// The names without ending of the files `folder/*.ending`, sorted.
    pub fn names(&self, folder: &str, ending: &str) -> Result<Vec<String>> {
        let entries =
            fs::read_dir(self.path(folder)).with_context(|| format!("cannot list {folder}"))?;
        let mut names = Vec::new();
        for entry in entries {
            let name = entry?.file_name();
            if let Some(stem) = name.to_str().and_then(|name| name.strip_suffix(ending)) {
                names.push(stem.to_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// Every file below `folder` with its path from the root, sorted; empty when the folder is not there.
    pub fn files(&self, folder: &str) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let mut open = vec![self.path(folder)];
        while let Some(folder) = open.pop() {
            let Ok(entries) = fs::read_dir(&folder) else {
                continue;
            };
            for entry in entries {
                let path = entry?.path();
                if path.is_dir() {
                    if !path.ends_with("node_modules") && !path.ends_with("target") {
                        open.push(path);
                    }
                } else {
                    let relative = path
                        .strip_prefix(&self.root)
                        .map_err(|_| anyhow!("{} is outside", path.display()))?;
                    found.push(relative.to_string_lossy().replace('\\', "/"));
                }
            }
        }
        found.sort();
        Ok(found)
    }
}
