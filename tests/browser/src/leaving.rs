//! How a person leaves, and what covers the step until they have said that they do.

use anyhow::Result;
use serde_json::json;

use crate::person::Person;

impl Person<'_> {
    /// Wants to erase and leave, and says so once more where it is asked.
    pub async fn erases_and_leaves(&self) -> Result<()> {
        self.press(self.texts.say("exit.button")?).await?;
        self.is_covered("leave.title").await?;
        self.tap(".idle .primary").await
    }

    /// Waits until nothing of the step is to be seen but this question, its first button in focus.
    pub async fn is_covered(&self, title: &str) -> Result<()> {
        let title = json!(self.texts.say(title)?);
        self.until(
            "the cover, its button in focus",
            &format!(
                "const cover = root.querySelector('[role=alertdialog]');
                 return cover && said(cover).startsWith({title}) && cover.contains(active())
                     && !seen(root.querySelector('.step'))"
            ),
        )
        .await
    }
}
