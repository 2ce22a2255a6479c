//! What a person may take along or ask for, and the request that each becomes.

use super::desk::Desk;
use super::outside::Request;
use super::{Content, handout};
use crate::checkin::{CheckIn, History};
use crate::export;
use crate::locale::Message;
use crate::session::Session;

/// One thing to take along or to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Take {
    /// What is shown, on paper.
    Print,
    /// The result as text.
    CopyResult,
    /// The page for others as text.
    CopyHandout,
    /// Any short text, such as a web address.
    Copy(String),
    /// This check and the earlier ones, for next time.
    CheckIn,
    /// Answers and scores as a table.
    Table,
    /// Answers and scores for health records.
    Record,
    /// This check and the earlier ones, in this browser.
    Keep,
    /// Erase what is kept in this browser.
    Forget,
    /// Open the chosen file with the passphrase.
    Unlock,
    /// See that nothing can be sent.
    Prove,
    /// Erase everything and go.
    Leave,
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
        // A browser whose clock tells no day has no file of that day either.
        let today = desk.today?;
        desk.note = None;
        desk.text_shown = false;
        let Content { instrument, texts, locale, .. } = content;
        let check = || CheckIn::new(session, today);
        let history = |desk: &Desk| desk.history.clone().unwrap_or_default().with(check());
        let only = || History::default().with(check());
        Some(match self {
            Self::Print => {
                desk.pending = [None, Some(Message::TakePrintFailed)];
                Request::Print
            }
            Self::CopyResult => copy(desk, export::text(instrument, texts, locale, &check())),
            Self::CopyHandout => copy(desk, handout::text(content, session, desk.everything)),
            Self::Copy(text) => {
                desk.pending = [Some(Message::HelpCopied), None];
                desk.text.clear();
                desk.copied.clone_from(&text);
                Request::Copy { text }
            }
            Self::CheckIn => {
                let text = export::json(instrument, &history(desk));
                save(desk, &format!("self-check-{today}.json"), JSON, text)
            }
            Self::Table => {
                let text = export::csv(instrument, texts, &only());
                save(desk, &format!("self-check-{today}.csv"), CSV, text)
            }
            Self::Record => {
                let text = export::fhir(instrument, texts, locale, &only());
                save(desk, &format!("self-check-{today}.fhir.json"), FHIR, text)
            }
            Self::Keep => {
                desk.pending = [Some(Message::AgainKept), Some(Message::AgainKeepFailed)];
                Request::Keep { text: export::json(instrument, &history(desk)) }
            }
            Self::Forget => Request::Forget,
            Self::Unlock => Request::Unlock { passphrase: desk.passphrase.clone() },
            Self::Prove => Request::Prove,
            Self::Leave => Request::Leave,
        })
    }
}

fn copy(desk: &mut Desk, text: String) -> Request {
    desk.pending = [Some(Message::TakeCopied), Some(Message::TakeCopyFailed)];
    desk.text.clone_from(&text);
    Request::Copy { text }
}

/// Only a check-in file can be opened again, so only that one is sealed.
fn save(desk: &mut Desk, name: &str, kind: &'static str, text: String) -> Request {
    desk.pending = [Some(Message::TakeSaved), Some(Message::TakeSaveFailed)];
    name.clone_into(&mut desk.file);
    desk.text.clone_from(&text);
    let passphrase = if kind == JSON { desk.passphrase.clone() } else { String::new() };
    Request::Save { name: name.to_owned(), kind, text, passphrase }
}
