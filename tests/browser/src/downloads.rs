//! What a person saves, and the files that they bring.

use std::cell::Cell;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::browser::{Browser, wait_for};

/// A folder for files that is gone when the test is over.
pub struct Downloads {
    folder: PathBuf,
    arrived: Cell<usize>,
}

impl Downloads {
    /// One for a browser that is told of it before it is there, by [`crate::look::Look::saving_to`].
    pub fn empty() -> Result<Self> {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let folder =
            env::temp_dir().join(format!("burnout-screener-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, arrived: Cell::new(0) })
    }

    /// Lets everything that the browser saves go there. Chromium alone can be told so on the way.
    pub async fn of(browser: &Browser) -> Result<Self> {
        let empty = Self::empty()?;
        browser.saves_to(&empty.folder).await?;
        Ok(empty)
    }

    /// Where it is.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file that arrives with this ending, and nothing else of the name but the day. It is put aside: the next one
    /// has the same name.
    pub async fn arrives(&self, ending: &str) -> Result<PathBuf> {
        let path = wait_for(&format!("a file with {ending}"), async || {
            for entry in fs::read_dir(&self.folder)? {
                let path = entry?.path();
                let name = name(&path);
                let day =
                    name.strip_prefix("self-check-").and_then(|rest| rest.strip_suffix(ending));
                // Its name is taken before it is there.
                let is_there = fs::metadata(&path).is_ok_and(|about| about.len() > 0);
                let is_ours = day.is_some_and(|day| {
                    day.len() == 10 && day.bytes().all(|c| c == b'-' || c.is_ascii_digit())
                });
                if is_there && is_ours {
                    return Ok(Some(path));
                }
            }
            Ok(None)
        })
        .await?;
        self.arrived.set(self.arrived.get() + 1);
        let aside = self.folder.join(self.arrived.get().to_string());
        fs::create_dir_all(&aside)?;
        let to = aside.join(name(&path));
        fs::rename(&path, &to).with_context(|| format!("cannot move {}", path.display()))?;
        Ok(to)
    }

    /// A file that somebody made by other means.
    pub fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, text)?;
        Ok(path)
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Browser {
    pub(crate) async fn saves_to(&self, folder: &Path) -> Result<()> {
        let way = json!({ "behavior": "allow", "downloadPath": folder.display().to_string() });
        self.devtools("Browser.setDownloadBehavior", way).await.map(|_| ())
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        // Only a folder for temporary files is left behind if this fails.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
