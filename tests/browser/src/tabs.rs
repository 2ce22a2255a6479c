//! More than one tab of a browser.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WindowHandle;

use crate::browser::Browser;
use crate::engine::Engine;

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that the driver is in.
    pub async fn tab(&self) -> Result<Tab> {
        Ok(Tab(self.driver.window().await?))
    }

    /// All tabs, also those that came back by themselves.
    pub async fn tabs(&self) -> Result<Vec<Tab>> {
        Ok(self.driver.windows().await?.into_iter().map(Tab).collect())
    }

    /// Opens one more and goes there.
    pub async fn new_tab(&self) -> Result<Tab> {
        let tab = Tab(self.driver.new_tab().await?);
        self.turn_to(&tab).await?;
        if self.engine == Engine::Chromium {
            self.watch().await?;
        }
        Ok(tab)
    }

    /// Closes the tab that the driver is in, and goes to another.
    pub async fn close_tab(&self, other: &Tab) -> Result<()> {
        self.driver.close_window().await?;
        self.turn_to(other).await
    }

    /// Goes to a tab, which is then the one that is seen.
    pub async fn turn_to(&self, tab: &Tab) -> Result<()> {
        self.inside.replace(None);
        self.driver.switch_to_window(tab.0.clone()).await?;
        if self.engine == Engine::Chromium {
            self.devtools("Page.bringToFront", json!({})).await?;
        }
        Ok(())
    }

    /// Closes every window but ours: a page that is covered by another draws nothing.
    pub async fn close_others(&self) -> Result<()> {
        let ours = self.driver.window().await?;
        let mut others = self.driver.windows().await?;
        others.retain(|window| *window != ours);
        if others.is_empty() {
            return Ok(());
        }
        for window in others {
            self.driver.switch_to_window(window).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(ours).await?;
        self.inside.replace(None);
        self.driver.enter_default_frame().await?;
        Ok(())
    }

    /// The address of the page that is shown.
    pub async fn address(&self) -> Result<String> {
        self.leave_frames().await?;
        Ok(self.driver.current_url().await?.to_string())
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        self.inside.replace(None);
        Ok(self.driver.refresh().await?)
    }

    /// Goes back by the history.
    pub async fn back(&self) -> Result<()> {
        self.inside.replace(None);
        Ok(self.driver.back().await?)
    }
}
