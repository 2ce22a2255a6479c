//! What a person may take along or ask for, and the request that each becomes.

use super::desk::Desk;
use super::outside::Request;
use super::{Content, handout};
use crate::checkin::{CheckIn, History};
use crate::export::{self, Source};
use crate::locale::Message;
use crate::session::Session;

/// One thing to take along or to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Take {
    /// What is shown, on paper.
    Print,
    /// The page for others as text.
    CopyHandout,
    /// Any short text, such as a web address.
    Copy(String),
    /// What is written out of the answers.
    Write(File),
    /// Erase what is kept in this browser.
    Forget,
    /// Open the chosen file with the passphrase.
    Unlock,
    /// See that nothing can be sent.
    Prove,
    /// Erase everything and go.
    Leave,
}

/// What is written out of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The result as text, for the clipboard.
    Result,
    /// This check and the earlier ones, for next time.
    CheckIn,
    /// Answers and scores as a table.
    Table,
    /// Answers and scores for health records.
    Record,
    /// This check and the earlier ones, in this browser.
    Keep,
}

const JSON: &str = "application/json";
const CSV: &str = "text/csv";
const FHIR: &str = "application/fhir+json";

impl Take {
    /// What to ask of the page around; the desk is told what to say once that is done.
    pub(super) fn request(
        self,
        content: &Content,
        session: &Session,
        desk: &mut Desk,
    ) -> Option<Request> {
        desk.note = None;
        desk.text_shown = false;
        Some(match self {
            Self::Forget => Request::Forget,
            Self::Unlock => Request::Unlock { passphrase: desk.passphrase.clone() },
            Self::Prove => Request::Prove,
            Self::Leave => Request::Leave,
            Self::Print => {
                desk.pending = [None, Some(Message::TakePrintFailed)];
                // What was copied or saved before is not what cannot be printed now.
                desk.text.clear();
                Request::Print
            }
            Self::CopyHandout => copy(desk, handout::text(content, session, desk.everything)),
            Self::Copy(text) => {
                desk.pending = [Some(Message::HelpCopied), None];
                desk.text.clear();
                desk.copied.clone_from(&text);
                Request::Copy { text }
            }
            Self::Write(file) => {
                // A browser whose clock tells no day has no file of that day either.
                let check = CheckIn::new(session, desk.today.clone()?);
                file.request(content, &check, desk)
            }
        })
    }
}

impl File {
    fn request(self, content: &Content, check: &CheckIn, desk: &mut Desk) -> Request {
        let name = ["self-check-", check.date.as_str()].concat();
        // Whoever hands on a result does not hand on the earlier ones unasked.
        let only = |export: fn(&Source<'_>) -> String| {
            let history = History::default().with(check.clone());
            write(export, content, &history)
        };
        let all = desk.history.clone().unwrap_or_default().with(check.clone());
        let file = || write(export::json, content, &all);
        match self {
            Self::Result => copy(desk, only(export::text)),
            Self::CheckIn => save(desk, name + ".json", JSON, file()),
            Self::Table => save(desk, name + ".csv", CSV, only(export::csv)),
            Self::Record => save(desk, name + ".fhir.json", FHIR, only(export::fhir)),
            Self::Keep => {
                desk.pending = [Some(Message::AgainKept), Some(Message::AgainKeepFailed)];
                desk.text.clear();
                let text = file();
                desk.storing = Some(all);
                Request::Keep { text }
            }
        }
    }
}

fn write(
    export: fn(&Source<'_>) -> String,
    Content { instrument, texts, locale, .. }: &Content,
    history: &History,
) -> String {
    export(&Source { instrument, texts, locale, history })
}

fn copy(desk: &mut Desk, text: String) -> Request {
    desk.pending = [Some(Message::TakeCopied), Some(Message::TakeCopyFailed)];
    desk.text.clone_from(&text);
    Request::Copy { text }
}

/// Only a check-in file can be opened again, so only that one is sealed; then its text is not shown either.
fn save(desk: &mut Desk, name: String, kind: &'static str, text: String) -> Request {
    let passphrase = if kind == JSON { desk.passphrase.clone() } else { String::new() };
    desk.file.clone_from(&name);
    if passphrase.is_empty() {
        desk.pending = [Some(Message::TakeSaved), Some(Message::TakeSaveFailed)];
        desk.text.clone_from(&text);
    } else {
        desk.pending = [Some(Message::TakeSealed), Some(Message::TakeSealFailed)];
        desk.text.clear();
    }
    Request::Save { name, kind, text, passphrase }
}
