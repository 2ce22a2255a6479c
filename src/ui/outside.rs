//! What the widget asks of the page around it, and what that page tells it.
//!
//! Everything asked is a person's own act or a move of the page; whatever it carries goes to the person's
//! printer, clipboard or disk. The page around is ours too: `www/embed/page.js`.

use serde::Serialize;

use crate::tree::{Node, Tree, TreeError};

/// One thing to do outside the widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "act", rename_all = "lowercase")]
pub enum Request {
    /// Another step is shown: scroll to its top.
    Step,
    /// From now on a reload loses answers, or it no longer does.
    Guard {
        /// Whether the browser is to ask first.
        on: bool,
    },
    /// Print what is shown.
    Print,
    /// Put a text onto the clipboard.
    Copy {
        /// The text.
        text: String,
    },
    /// Hand a file to the person.
    Save {
        /// The file's name, without anything about the person.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// What is in it.
        text: String,
        /// Seals the file, where it is not empty.
        passphrase: String,
    },
    /// Open the sealed file that was chosen last.
    Unlock {
        /// What it was sealed with.
        passphrase: String,
    },
    /// Keep a text in this browser.
    Keep {
        /// The text.
        text: String,
    },
    /// Erase what is kept in this browser.
    Forget,
    /// Try to reach an address, so that the person sees it fail.
    Prove,
    /// Go to where the host page sends people who leave.
    Leave,
}

/// What came of it, or what happened around the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The last copy, save, print or keep was done, or could not be.
    Done(bool),
    /// A file was opened; this is what is in it.
    Opened(Tree),
    /// The file that was chosen is sealed.
    Locked,
    /// The passphrase does not open it.
    Wrong,
    /// The file that was chosen is no file of ours, or far too large.
    Unreadable,
    /// What was kept in this browser was erased; whether nothing is left.
    Forgotten(bool),
    /// Nobody has done anything for so long that the answers will soon be erased, or somebody is back.
    Idle(bool),
    /// Nobody came back.
    Wipe,
    /// Whether the browser refused to reach an address.
    Proof(bool),
}

impl Told {
    /// Reads what the page tells.
    ///
    /// # Errors
    /// When it is nothing that the widget knows, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let flag = || node.field("yes")?.truth();
        let kind = node.field("told")?;
        Ok(match kind.text()?.as_str() {
            "done" => Self::Done(flag()?),
            "opened" => Self::Opened(node.field("file")?.tree().cloned().unwrap_or(Tree::Null)),
            "locked" => Self::Locked,
            "wrong" => Self::Wrong,
            "unreadable" => Self::Unreadable,
            "forgotten" => Self::Forgotten(flag()?),
            "idle" => Self::Idle(flag()?),
            "wipe" => Self::Wipe,
            "proof" => Self::Proof(flag()?),
            _ => return Err(kind.must_be("something that a page tells")),
        })
    }
}
