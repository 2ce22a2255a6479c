//! The profile of a browser: what it writes on the disk, and what is found there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, ensure};

/// A profile that is gone when the test is over.
pub struct Profile(PathBuf);

impl Profile {
    /// An empty one.
    pub fn new() -> Result<Self> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("burnout-screener-profile-{}-{number}", std::process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// In which of its files these words stand, each as `file: words`: as UTF-8, and as the UTF-16 in which browsers
    /// write what was typed.
    pub fn finds(&self, words: &[&str]) -> Result<Vec<String>> {
        let mut found = Vec::new();
        self.search(&self.0, words, &mut found)?;
        found.sort();
        Ok(found)
    }

    fn search(&self, folder: &Path, words: &[&str], found: &mut Vec<String>) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            // Links lead out of it, as the one that says which process has it.
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                self.search(&path, words, found)?;
                continue;
            }
            let bytes = fs::read(&path)?;
            let name = path.strip_prefix(&self.0)?.display().to_string();
            for words in words {
                let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
                if holds(&bytes, words.as_bytes()) || holds(&bytes, &wide) {
                    found.push(format!("{name}: {words}"));
                }
            }
        }
        Ok(())
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // Only a folder for temporary files is left behind if this fails.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// Ends the Chromium that has this profile at once. It names its process in the target of a link.
pub(crate) fn kill(profile: &Path) -> Result<()> {
    let link =
        fs::read_link(profile.join("SingletonLock")).context("no browser has this profile")?;
    let link = link.to_string_lossy();
    let number = link.rsplit('-').next().unwrap_or_default();
    ensure!(number.parse::<u32>().is_ok(), "{link} names no process");
    let killed = Command::new("kill").args(["-9", number]).status()?;
    ensure!(killed.success(), "cannot end the process {number}");
    Ok(())
}
