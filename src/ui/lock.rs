//! What the next check-in file is sealed with. A passphrase that is typed to open a file is never in here
//! unless it did open it.

/// What a person wants of the next file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// As the file was that they opened: sealed with its passphrase, or plain.
    #[default]
    AsOpened,
    /// Sealed with what they type.
    New,
    /// Plain, though the file was sealed.
    Plain,
}

/// The lock of the next file.
#[derive(Clone, Debug, Default)]
pub(super) struct Lock {
    /// What opened the last sealed file.
    opened: Option<String>,
    /// What is typed for the next one.
    pub(super) typed: String,
    /// Whether that is shown.
    pub(super) shown: bool,
    pub(super) wanted: Wanted,
}

impl Lock {
    /// A file was opened with this. Who wanted another one saved plain has not said so of this one.
    pub(super) fn opened(&mut self, passphrase: String) {
        self.opened = Some(passphrase);
        if self.wanted == Wanted::Plain {
            self.wanted = Wanted::AsOpened;
        }
    }

    /// Whether the file that was opened was sealed.
    pub(super) fn was_sealed(&self) -> bool {
        self.opened.is_some()
    }

    /// The passphrase of the next file, empty for a plain one; `None` where what is typed is nothing but
    /// blanks.
    pub(super) fn passphrase(&self) -> Option<String> {
        match (self.wanted, &self.opened) {
            (Wanted::Plain, _) => Some(String::new()),
            (Wanted::AsOpened, Some(opened)) => Some(opened.clone()),
            // Without a sealed file, nothing typed is a plain file. With one, it would be one by mistake.
            (_, None) if self.typed.is_empty() => Some(String::new()),
            _ if self.typed.trim().is_empty() => None,
            _ => Some(self.typed.clone()),
        }
    }
}
