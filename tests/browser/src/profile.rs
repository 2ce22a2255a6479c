//! The profile of a browser: what it writes on the disk, and what is found there.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::AhoCorasick;
use anyhow::{Context, Result, ensure};

/// How Firefox begins what it packs.
const FIREFOX: &[u8] = b"mozLz40\0";

/// Links by which a browser takes a profile for itself.
const LINKS: [&str; 2] = ["SingletonLock", "lock"];

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
    /// write what was typed; in what Firefox packs, too. Firefox writes down the documents within a page: where they are
    /// `served`, to the letter, they hold no answer, and are passed over.
    pub fn finds(&self, words: &[&str], served: &str) -> Result<Vec<String>> {
        let narrow = words.iter().map(|words| words.as_bytes().to_vec());
        let wide = |words: &&str| words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let patterns = narrow.chain(words.iter().map(wide)).collect::<Vec<Vec<u8>>>();
        let search = AhoCorasick::new(patterns)?;
        let mut found = BTreeSet::new();
        let served = serde_json::to_string(served)?;
        self.search(&self.0, words, &served, &search, &mut found)?;
        Ok(found.into_iter().collect())
    }

    fn search(
        &self,
        folder: &Path,
        words: &[&str],
        served: &str,
        search: &AhoCorasick,
        found: &mut BTreeSet<String>,
    ) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            // Links lead out of it, as the one that says which process has it.
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                self.search(&path, words, served, search, found)?;
                continue;
            }
            // What a browser removes meanwhile is not on the disk.
            let Ok(mut bytes) = fs::read(&path) else { continue };
            unpack(&mut bytes, served)
                .with_context(|| format!("cannot unpack {}", path.display()))?;
            let name = path.strip_prefix(&self.0)?.display().to_string();
            for hit in search.find_overlapping_iter(&bytes) {
                let hit = words.iter().cycle().nth(hit.pattern().as_usize());
                found.extend(hit.map(|words| format!("{name}: {words}")));
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

/// Puts what Firefox packed (a mark, the length in four bytes, a block of LZ4) in place of the packed bytes, without what was
/// `served`, as JSON has it.
fn unpack(bytes: &mut Vec<u8>, served: &str) -> Result<()> {
    if let Some(packed) = bytes.strip_prefix(FIREFOX) {
        let unpacked = String::from_utf8(lz4_flex::decompress_size_prepended(packed)?)?;
        *bytes = unpacked.replace(served, "").into_bytes();
    }
    Ok(())
}

/// Ends the browser that has this profile at once. Chromium and Firefox name their process at the end of the target of a link.
pub(crate) fn kill(profile: &Path) -> Result<()> {
    let link = LINKS.iter().find_map(|name| fs::read_link(profile.join(name)).ok());
    let link = link.context("no browser has this profile")?;
    let link = link.to_string_lossy();
    let number = link.rsplit(['-', '+']).next().unwrap_or_default();
    ensure!(number.parse::<u32>().is_ok(), "{link} names no process");
    let killed = Command::new("kill").args(["-9", number]).status()?;
    ensure!(killed.success(), "cannot end the process {number}");
    // After a crash Chromium asks first whether to open again what was open: this is the yes.
    let settings = profile.join("Default/Preferences");
    if let Ok(text) = fs::read_to_string(&settings) {
        fs::write(settings, text.replace(r#""exit_type":"Crashed""#, r#""exit_type":"Normal""#))?;
    }
    Ok(())
}
