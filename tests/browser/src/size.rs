//! How large the page is.

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::look::Look;

impl Browser {
    /// Gives the page itself this size, whatever stands around it in the window.
    pub async fn fit(&self, look: &Look) -> Result<()> {
        if self.engine == Engine::Chromium {
            return self.resize(look).await;
        }
        let inside = self.host("return [innerWidth, innerHeight]").await?;
        let side = |place: usize| inside.get(place).and_then(Value::as_u64).unwrap_or_default();
        let window = self.driver.get_window_rect().await?;
        let around = |outside: i64, inside: u64| outside.saturating_sub_unsigned(inside).max(0);
        let wider = around(window.width, side(0));
        let higher = around(window.height, side(1));
        let (width, height) = (i64::from(look.width) + wider, i64::from(look.height) + higher);
        self.driver.set_window_rect(0, 0, u32::try_from(width)?, u32::try_from(height)?).await?;
        let size = json!([look.width, look.height]);
        self.until(
            "the size",
            &format!("return String([innerWidth, innerHeight]) === String({size})"),
        )
        .await?;
        Ok(())
    }

    /// Gives the page another size; light or dark stays as it was.
    pub async fn resize(&self, look: &Look) -> Result<()> {
        let size = json!({
            "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": look.phone,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        if look.phone {
            self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        }
        Ok(())
    }
}
