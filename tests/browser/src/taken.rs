//! What a person has in hand after taking something along: what they paste, and what comes out on paper.

use anyhow::Result;
use lopdf::Document;
use thirtyfour::common::print::PrintParameters;
use thirtyfour::prelude::*;

use crate::browser::Browser;
use crate::engine::Engine;

const FIELD: &str = "const field = document.querySelector('#pasted') ?? document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.value = '';
    return field";

impl Browser {
    /// What is on the clipboard: pasted into a field of the host page by the keys for it.
    pub async fn pasted(&self) -> Result<String> {
        self.leave_frames().await?;
        let field = self.driver.execute(FIELD, Vec::new()).await?.element()?;
        field.send_keys(Key::Control + "v").await?;
        let pasted = self
            .until("something pasted", "return document.querySelector('#pasted').value || null");
        Ok(pasted.await?.as_str().unwrap_or_default().to_owned())
    }

    /// The text of each page of the present one on A4, by the driver. That of WebKitGTK prints nothing.
    pub async fn on_paper(&self) -> Result<Option<Vec<String>>> {
        if self.engine == Engine::WebKit {
            return Ok(None);
        }
        self.leave_frames().await?;
        let mut paper = PrintParameters::default();
        (paper.page.width, paper.page.height) = (21.0, 29.7);
        let document = Document::load_mem(&self.driver.print_page(paper).await?)?;
        let pages = document.get_pages();
        pages
            .keys()
            .map(|&page| Ok(document.extract_text(&[page])?))
            .collect::<Result<_>>()
            .map(Some)
    }
}
