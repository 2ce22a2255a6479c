//! Runs the command in a folder of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use tempfile::TempDir;

/// An instrument with answers from 0 to 3, two scales with bands, an error and a total, and an alert.
pub(crate) const SMALL: &str = r#"{
  "format": 2, "id": "small", "version": "1.0.0", "validated": false,
  "option_sets": { "often": [
    { "id": "never", "value": 0 }, { "id": "1", "value": 2 }, { "id": "always", "value": 3 }
  ] },
  "items": [{ "id": "a" }, { "id": "b", "keying": "reversed" }, { "id": "c", "alert": 3 }, { "id": "d" }],
  "scales": [
    { "id": "one", "items": ["a", "b"], "method": "sum",
      "precision": { "deviation": 1.5, "reliability": 0.75, "retest": 0.64 },
      "bands": [{ "id": "low" }, { "id": "high", "from": 3 }] },
    { "id": "two", "items": ["c", "d"], "method": "mean", "minimum": { "count": 1 } },
    { "id": "all", "of": ["one", "two"], "method": "percent" }
  ]
}"#;

/// A folder that is gone when the test is over.
pub(crate) struct Folder(TempDir);

/// What a run left behind.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) told: String,
}

impl Folder {
    /// One with the small instrument in it.
    pub(crate) fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        folder.write("small.json", SMALL);
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the command with these words, and this text in its pipe.
    pub(crate) fn run(&self, words: &[&str], pipe: &str) -> Ended {
        let mut child = Command::new(env!("CARGO_BIN_EXE_burnout-score"))
            .args(words)
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut to = child.stdin.take().unwrap();
        // Both pipes hold little: who writes all before reading waits for ever.
        let ended = thread::scope(|scope| {
            // A run that ends before it has read all of it closes the pipe.
            scope.spawn(move || to.write_all(pipe.as_bytes()).ok());
            child.wait_with_output().unwrap()
        });
        Ended {
            code: ended.status.code().unwrap(),
            out: String::from_utf8(ended.stdout).unwrap(),
            told: String::from_utf8(ended.stderr).unwrap(),
        }
    }

    /// Scores what comes in by the pipe by the small instrument.
    pub(crate) fn score(&self, more: &[&str], pipe: &str) -> Ended {
        let words = [&["score", "--instrument", "small.json", "-"], more].concat();
        self.run(&words, pipe)
    }
}

/// A file of this repository.
pub(crate) fn ours(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

pub(crate) fn text_of(path: &str) -> String {
    fs::read_to_string(ours(path)).unwrap()
}
