//! A clinic's own file: the one file of the self-check with the clinic's settings inside, for places that take a file and no
//! script tag. The generator page and the command bake with this and nothing else, so both give the same bytes.
//!
//! **Invariant**: settings are data. They stand as JSON in a block that no browser runs and no policy has to allow, written so
//! that they can end neither that block nor the attribute around it; and what would not be used is not baked.

use std::fmt;

use crate::host::table::{ATTRIBUTES, Attribute, Reader};
use crate::host::{AttributeError, HostAttributes, HostSettings};
use crate::json::Json;
use crate::regions::Regions;
use crate::tree::{Node, Table, Tree, TreeError, shortened};

/// What begins the block in the file; it stands there once.
const BEGIN: &str = "<script type=\"application/json\" id=\"baked\">";
const END: &str = "</script>";

/// A file into which settings can be put.
#[derive(Clone, Copy, Debug)]
pub struct Unbaked<'a> {
    before: &'a str,
    after: &'a str,
}

/// Why a file cannot be baked.
#[derive(Clone, Debug, PartialEq)]
pub enum BakeError {
    /// The file has no place for settings, or more than one.
    File,
    /// A name that is none of those that a file by itself can have, as it was written.
    Name(String),
    /// Values that would not be used.
    Values(Vec<AttributeError>),
    /// Something that is no text.
    Kind(TreeError),
}

impl fmt::Display for BakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str(
                "this is no file of the self-check with a place for settings: take burnout-screener.en.html of this release",
            ),
            Self::Name(name) => {
                write!(f, "'{name}' is nothing that a file by itself can be set: it can have ")?;
                for (place, known) in inside().enumerate() {
                    f.write_str(if place == 0 { "" } else { ", " })?;
                    f.write_str(known.name)?;
                }
                Ok(())
            }
            Self::Values(refused) => {
                for (place, error) in refused.iter().enumerate() {
                    write!(f, "{}{error}", if place == 0 { "" } else { "\n" })?;
                }
                Ok(())
            }
            Self::Kind(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BakeError {}

impl From<TreeError> for BakeError {
    fn from(error: TreeError) -> Self {
        Self::Kind(error)
    }
}

/// Every attribute that a file by itself can have: those that the self-check reads, without those of the page around it.
pub fn inside() -> impl Iterator<Item = &'static Attribute> {
    static TABLE: [Attribute; ATTRIBUTES.len()] = ATTRIBUTES;
    TABLE.iter().filter(|attribute| attribute.reader == Reader::Widget)
}

/// Checks settings the way in which those of a page are checked: `names` and values, where an empty one stands for none.
///
/// # Errors
/// With every value that would not be used, or the first name that means nothing in a file by itself.
pub fn check(settings: &[(String, String)], regions: &Regions) -> Result<(), BakeError> {
    if let Some((name, _)) =
        settings.iter().find(|(name, _)| !inside().any(|known| known.name == name))
    {
        return Err(BakeError::Name(shortened(name)));
    }
    let texts = settings.iter().map(|(name, text)| (name.clone(), Tree::Text(text.clone())));
    let host = Tree::Map(Table::new(vec![
        ("attributes".to_owned(), Tree::Map(Table::new(texts.collect()))),
        ("isolated".to_owned(), Tree::Bool(true)),
        ("keeps".to_owned(), Tree::Bool(false)),
        ("inApp".to_owned(), Tree::Bool(false)),
        ("languages".to_owned(), Tree::List(Vec::new())),
    ]));
    match HostSettings::new(&HostAttributes::read(&Node::new(&host))?, regions) {
        (_, refused) if refused.is_empty() => Ok(()),
        (_, refused) => Err(BakeError::Values(refused)),
    }
}

impl<'a> Unbaked<'a> {
    /// Finds the place in the text of `burnout-screener.<language>.html`; one that was baked before can be baked again.
    ///
    /// # Errors
    /// [`BakeError::File`], when it is not there once.
    pub fn new(file: &'a str) -> Result<Self, BakeError> {
        let (before, rest) = file.split_once(BEGIN).ok_or(BakeError::File)?;
        let end = rest.find(END).ok_or(BakeError::File)?;
        let after = rest.get(end..).ok_or(BakeError::File)?;
        if after.contains(BEGIN) {
            return Err(BakeError::File);
        }
        Ok(Self { before, after })
    }

    /// The file with these settings inside, in the order of the table.
    ///
    /// # Errors
    /// As [`check`] has them.
    pub fn with(
        &self,
        settings: &[(String, String)],
        regions: &Regions,
    ) -> Result<String, BakeError> {
        check(settings, regions)?;
        Ok([self.before, BEGIN, &block(settings), self.after].concat())
    }
}

/// JSON in which no character means anything to a reader of HTML, in a script or in an attribute.
fn block(settings: &[(String, String)]) -> String {
    let mut json = Json::new(true);
    for known in inside() {
        let given = settings.iter().find(|(name, _)| name == known.name);
        if let Some(text) = given.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()) {
            json.text(known.name, text);
        }
    }
    let mut text = String::new();
    for sign in json.finish().trim_end().chars() {
        match sign {
            '&' | '\'' | '<' | '>' => text.push_str(&format!("\\u{:04x}", u32::from(sign))),
            _ => text.push(sign),
        }
    }
    text
}
