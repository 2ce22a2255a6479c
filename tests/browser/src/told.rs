//! What assistive technology is told about an element.

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{RequestData, SessionId};

use crate::person::Person;

/// Name, role and state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The accessible name.
    pub name: String,
    /// The role.
    pub role: String,
    /// Whether it is chosen.
    pub checked: bool,
}

/// A question about an element that the driver answers from the accessibility tree.
#[derive(Debug)]
struct Computed<'a> {
    element: &'a WebElement,
    what: &'static str,
}

impl FormatRequestData for Computed<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let element = self.element.element_id();
        let path = format!("/session/{session}/element/{element}/{}", self.what);
        RequestData::new(http::Method::GET, path)
    }
}

impl Person<'_> {
    /// What is told about everything that a selector finds and that is to be seen.
    pub async fn told(&self, selector: &str) -> Result<Vec<Told>> {
        let elements = self.elements("return every(arguments[0])", Value::from(selector)).await?;
        let mut told = Vec::new();
        for element in elements {
            told.push(Told {
                name: self.computed(&element, "computedlabel").await?,
                role: self.computed(&element, "computedrole").await?,
                checked: element.is_selected().await?,
            });
        }
        Ok(told)
    }

    async fn computed(&self, element: &WebElement, what: &'static str) -> Result<String> {
        let answer = self.browser.driver.cmd(Computed { element, what }).await?;
        answer.value::<String>().with_context(|| format!("no {what}"))
    }
}
