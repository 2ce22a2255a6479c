//! A value in a record, and where it stands.

use serde_json::Value;

use super::wrong::{What, Wrong};
use crate::cell::shown;

/// A value, with the way to it from the beginning of the file.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    value: &'a Value,
    path: String,
    link: Option<&'a str>,
}

impl<'a> Place<'a> {
    /// The whole file.
    #[must_use]
    pub fn root(value: &'a Value) -> Self {
        Self { value, path: String::new(), link: None }
    }

    /// What is in a field, where it is there.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name)?;
        let dot = if self.path.is_empty() { "" } else { "." };
        Some(Self { value, path: format!("{}{dot}{name}", self.path), link: self.link })
    }

    /// What is in a list; a field that is not there is an empty one.
    ///
    /// # Errors
    /// When it is something else.
    pub fn list(&self, name: &str) -> Result<Vec<Self>, Wrong> {
        let Some(field) = self.field(name) else { return Ok(Vec::new()) };
        let Some(all) = field.value.as_array() else { return Err(field.wrong(What::NoList)) };
        let each = |(place, value): (usize, &'a Value)| Self {
            value,
            path: format!("{}[{place}]", field.path),
            link: self.link,
        };
        Ok(all.iter().enumerate().map(each).collect())
    }

    /// The items below, each with its linkId.
    ///
    /// # Errors
    /// When there is no list of items.
    pub fn items(&self) -> Result<Vec<Self>, Wrong> {
        let mut items = self.list("item")?;
        items.iter_mut().for_each(|item| item.link = item.text("linkId"));
        Ok(items)
    }

    /// The linkId of the item in which this stands.
    #[must_use]
    pub fn link(&self) -> Option<&'a str> {
        self.link
    }

    /// A text that is not blank.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.value.get(name)?.as_str().filter(|text| !text.trim().is_empty())
    }

    /// A number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.value.get(name)?.as_f64()
    }

    /// Whether it says so.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.value.get(name).and_then(Value::as_bool) == Some(true)
    }

    /// The way here, with the linkId, as a message says it.
    #[must_use]
    pub fn name(&self) -> String {
        let path = if self.path.is_empty() { "the file" } else { &self.path };
        let link = self.link.map(|link| format!(" (linkId {})", shown(link)));
        format!("{path}{}", link.unwrap_or_default())
    }

    /// Something that is wrong here.
    #[must_use]
    pub fn wrong(&self, what: What) -> Wrong {
        Wrong { at: self.name(), what }
    }
}
