//! Attributes that mean nothing here: most often one that is misspelt, or stands in the wrong place.

use std::fmt;

use super::table::{LANG, ON_ELEMENT, ON_TAG};
use crate::spelling::nearest;
use crate::tree::shortened;

/// What stands in front on the script tag.
const DATA: &str = "data-";
/// What HTML knows on every element.
const GLOBAL: [&str; 30] = [
    "accesskey",
    "autocapitalize",
    "autocorrect",
    "autofocus",
    "class",
    "contenteditable",
    "dir",
    "draggable",
    "enterkeyhint",
    "exportparts",
    "hidden",
    "id",
    "inert",
    "inputmode",
    "is",
    "itemid",
    "itemprop",
    "itemref",
    "itemscope",
    "itemtype",
    "nonce",
    "part",
    "popover",
    "role",
    "slot",
    "spellcheck",
    "style",
    "tabindex",
    "title",
    "translate",
];

/// An attribute that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// As it was written.
    name: String,
    /// What it should probably be.
    meant: Option<String>,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the attribute '{}' is not known", self.name)?;
        match &self.meant {
            Some(meant) => write!(f, ": is '{meant}' meant?"),
            None => Ok(()),
        }
    }
}

/// Judges the name of an attribute on the script tag or on an element that somebody wrote.
pub(super) fn unknown(name: &str, on_tag: bool) -> Option<Unknown> {
    let meant = if on_tag { on_script(name) } else { on_element(name) }?;
    Some(Unknown { name: shortened(name), meant })
}

/// `None` where there is nothing to say.
fn on_script(name: &str) -> Option<Option<String>> {
    let with_data = |known| [DATA, known].concat();
    match name.strip_prefix(DATA) {
        Some(own) if ON_TAG.contains(&own) => None,
        Some(own) => Some(nearest(own, &ON_TAG).map(with_data)),
        // A script has attributes of its own, and one of them is `lang`.
        None => (name != LANG.name && ON_TAG.contains(&name)).then(|| Some(with_data(name))),
    }
}

fn on_element(name: &str) -> Option<Option<String>> {
    if let Some(own) = name.strip_prefix(DATA) {
        return ON_ELEMENT.contains(&own).then(|| Some(own.to_owned()));
    }
    // Frameworks leave marks such as `_ngcontent-a1` and `@click`.
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_global = name.starts_with("aria-") || name.starts_with("on") || GLOBAL.contains(&name);
    if !is_name || is_global || ON_ELEMENT.contains(&name) {
        return None;
    }
    Some(nearest(name, &ON_ELEMENT).map(str::to_owned))
}
