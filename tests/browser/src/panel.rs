//! The panel that stands in for the self-check, as a person reads it.

use anyhow::Result;
use serde_json::json;

use crate::person::{Person, Way};

impl Person<'_> {
    /// Waits for the panel that stands in for the self-check, with its words and the crisis lines. On the page, the doctor for
    /// web masters says in the console what stands in the way.
    pub async fn sees_panel(&self) -> Result<()> {
        if matches!(self.way, Way::OnHost(_) | Way::Inline(_)) {
            self.browser.excuse("in the way");
        }
        let lines = ["988", "116 123", "13 11 14", "1737", "14416", "findahelpline.com"];
        let mut texts = vec![self.texts.say("panel.title")?, self.texts.say("panel.help")?];
        texts.extend(lines);
        self.until(
            "the panel with its crisis lines",
            &format!(
                "const panel = [...(root?.querySelectorAll('[role=alert]') ?? [])].find(seen);
                 return panel && {}.every((text) => said(panel).includes(text))
                     && panel.querySelector('a[href=\"tel:131114\"]')",
                json!(texts)
            ),
        )
        .await
    }

    /// Waits for the panel as it is where nothing of ours could be loaded: plain words, and the line of the person's region.
    pub async fn sees_least(&self) -> Result<()> {
        self.browser.excuse("in the way");
        let texts = [self.texts.say("panel.title")?, self.texts.say("panel.help")?, "988"];
        self.until(
            "the panel with one line",
            &format!(
                "const panel = [...(root?.querySelectorAll('[role=alert]') ?? [])].find(seen);
                 return panel && {}.every((text) => said(panel).includes(text))
                     && panel.querySelector('a[href=\"tel:988\"]')",
                json!(texts)
            ),
        )
        .await
    }
}
