//! What a person does with the checks of other days: saves them, opens them, keeps them in the browser.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, truth};
use crate::downloads::Downloads;
use crate::person::{Person, Way};

/// Under which key a browser keeps the checks of the built-in questions.
pub const KEY: &str = "burnout-screener.helping-strain";

/// The field in which a passphrase is typed to open a file.
const GUESS: &str = ".file ~ .passphrase input";

impl Person<'_> {
    /// Saves the check-in file.
    pub async fn saves(&self, downloads: &Downloads) -> Result<PathBuf> {
        self.opens_row("fold.keep").await?;
        self.press(self.texts.say("again.save")?).await?;
        downloads.arrives(".json").await
    }

    /// Begins anew, with the way to earlier checks unfolded.
    pub async fn begins_anew(&self) -> Result<()> {
        self.go_by("restart.button").await?;
        self.unfold("earlier.title").await
    }

    /// Opens a file, and reads how many of its checks are new and how many are open then.
    pub async fn opens(&self, path: &Path, added: usize, count: usize) -> Result<()> {
        self.choose_file(path).await?;
        self.reads_opened(added, count).await
    }

    /// Reads how many checks of a file are new and how many are open.
    pub async fn reads_opened(&self, added: usize, count: usize) -> Result<()> {
        let [added, count] = [added, count].map(|number| number.to_string());
        let values = [("added", added.as_str()), ("count", count.as_str())];
        self.reads(&self.texts.fill("earlier.added", &values)?).await
    }

    /// Chooses a sealed file and tries a passphrase on it.
    pub async fn tries(&self, path: &Path, passphrase: &str) -> Result<()> {
        self.choose_file(path).await?;
        self.reads(self.texts.say("earlier.locked")?).await?;
        self.guesses(passphrase).await
    }

    /// Tries another passphrase on the file that was chosen.
    pub async fn guesses(&self, passphrase: &str) -> Result<()> {
        self.retypes(GUESS, passphrase).await?;
        self.press(self.texts.say("earlier.unlock")?).await
    }

    /// Says what the next file is to be sealed with. What protects a file has to be unfolded.
    pub async fn protects(&self, passphrase: &str) -> Result<()> {
        self.retypes(".fold:not(:has(.file)) .passphrase input", passphrase).await
    }

    /// Types into a field in place of what is in it.
    async fn retypes(&self, selector: &str, text: &str) -> Result<()> {
        let found = self.elements("return every(arguments[0])", json!(selector)).await?;
        let [field] = found.as_slice() else { bail!("{} fields at {selector}", found.len()) };
        // In a closed root no driver types, and in a frame without the focus no script does.
        if !matches!(self.way, Way::Inline(_)) {
            field.send_keys(Key::Control + "a").await?;
            return Ok(field.send_keys(text).await?);
        }
        let script = "const [field, text] = arguments;
            field.focus();
            field.select();
            document.execCommand('insertText', false, text);
            return field.value === text";
        let driver = &self.browser.driver;
        let typed = driver.execute(script, vec![field.to_json()?, json!(text)]).await?;
        ensure!(truth(typed.json()), "nothing is typed into {selector}");
        Ok(())
    }
}

impl Browser {
    /// What the browser keeps for this website under a key.
    pub async fn kept(&self, key: &str) -> Result<Option<String>> {
        let kept = self.host(&format!("return localStorage.getItem({})", json!(key))).await?;
        Ok(kept.as_str().map(str::to_owned))
    }

    /// How many checks the browser keeps for the built-in questions.
    pub async fn checks_kept(&self) -> Result<usize> {
        self.kept(KEY).await?.map_or(Ok(0), |text| checks(&text))
    }
}

/// How many checks a file holds.
pub fn checks(text: &str) -> Result<usize> {
    let file: Value = serde_json::from_str(text)?;
    Ok(file.get("checks").and_then(Value::as_array).map_or(0, Vec::len))
}
