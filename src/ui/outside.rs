//! What the widget asks of the page around it, and what that page tells it.
//!
//! Everything asked is a person's own act or a move of the page; whatever it carries goes to the person's
//! printer, clipboard or disk. The page around is ours too: `www/embed/page.js`.

use serde::Serialize;

use crate::tree::{Node, Tree, TreeError};

/// Names a request, so that its answer is never taken for that of another.
pub type RequestId = u32;

/// One thing to do outside the widget. Those with an id are answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "act", rename_all = "lowercase")]
pub enum Request {
    /// Another step is shown: scroll to its top.
    Step {
        /// Whether it asks questions: then nothing more is said of the height before the next step.
        asking: bool,
    },
    /// Another screen of the questions is shown, of which nothing is said to anybody outside.
    Screen,
    /// From now on a reload loses answers, or it no longer does.
    Guard {
        /// Whether the browser is to ask first.
        on: bool,
    },
    /// Print what is shown.
    Print {
        /// Names the request.
        id: RequestId,
    },
    /// Put a text onto the clipboard.
    Copy {
        /// Names the request.
        id: RequestId,
        /// The text.
        text: String,
    },
    /// Hand a file to the person.
    Save {
        /// Names the request.
        id: RequestId,
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
        /// Names the request.
        id: RequestId,
        /// What it was sealed with.
        passphrase: String,
    },
    /// Look at what this browser keeps under a key, and tell it.
    Look {
        /// Names the request.
        id: RequestId,
        /// The key.
        key: String,
    },
    /// Keep a text in this browser in place of what was last looked at; if that is another by now, tell it
    /// once more instead.
    Keep {
        /// Names the request.
        id: RequestId,
        /// The key.
        key: String,
        /// The text.
        text: String,
    },
    /// Erase what this browser keeps under a key.
    Forget {
        /// The key.
        key: String,
    },
    /// Watch whether anybody is there.
    Watch {
        /// After how many minutes without anybody the answers are erased.
        minutes: u8,
    },
    /// Say after ten seconds that they are over.
    Wait {
        /// Names the request.
        id: RequestId,
    },
    /// Try to reach an address, so that the person sees it fail.
    Prove,
    /// Go to where the host page sends people who leave.
    Leave,
}

/// A file as the page around reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What is in it.
    pub file: Tree,
    /// Each of its checks as JSON.
    pub raw: Vec<String>,
}

impl Opened {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            file: node.field("file")?.tree().cloned().unwrap_or(Tree::Null),
            raw: node.field("raw")?.list(|check| check.text())?,
        })
    }
}

/// What came of it, or what happened around the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The copy, save, print, keep or wait with this id was done, or could not be.
    Done(RequestId, bool),
    /// A file was opened: with the passphrase of this request, or without one where that is 0. So it is
    /// with what follows too.
    Opened(RequestId, Opened),
    /// The file that was chosen is sealed.
    Locked,
    /// The passphrase does not open it.
    Wrong(RequestId),
    /// The file that was chosen is sealed, and damaged.
    Damaged(RequestId),
    /// The file that was chosen is sealed in a way that is not known here.
    Unknown(RequestId),
    /// The file that was chosen is no file of ours, or far too large.
    Unreadable(RequestId),
    /// What this browser keeps: the request that asked, or 0 where another tab changed it; the files; and
    /// whether something is there that cannot be read.
    Store {
        /// Names the request.
        id: RequestId,
        /// What is there.
        files: Vec<Opened>,
        /// Whether something is there that is no JSON.
        broken: bool,
    },
    /// What was kept in this browser was erased; whether nothing is left.
    Forgotten(bool),
    /// Nobody has done anything for so long that the answers will soon be erased, or somebody is back.
    Idle(bool),
    /// Nobody came back.
    Wipe,
    /// The page is left; the browser may keep it for a way back.
    Away,
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
        let id = || node.field("id")?.number().map(|id| id as RequestId);
        let kind = node.field("told")?;
        Ok(match kind.text()?.as_str() {
            "done" => Self::Done(id()?, flag()?),
            "opened" => Self::Opened(id()?, Opened::read(node)?),
            "locked" => Self::Locked,
            "wrong" => Self::Wrong(id()?),
            "damaged" => Self::Damaged(id()?),
            "unknown" => Self::Unknown(id()?),
            "unreadable" => Self::Unreadable(id()?),
            "store" => Self::Store {
                id: id()?,
                files: node.field("files")?.list(Opened::read)?,
                broken: node.field("broken")?.truth()?,
            },
            "forgotten" => Self::Forgotten(flag()?),
            "idle" => Self::Idle(flag()?),
            "wipe" => Self::Wipe,
            "away" => Self::Away,
            "proof" => Self::Proof(flag()?),
            _ => return Err(kind.must_be("something that a page tells")),
        })
    }
}
