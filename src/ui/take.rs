//! What a person may take along or ask for, and the request that each becomes.

use super::desk::{Act, Desk, Spot, key};
use super::outside::Request;
use super::{Content, handout};
use crate::export::{self, Source};
use crate::history::{Check, History};
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
    /// A short text that is shown.
    CopyText(String),
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
    /// Answers and scores as a table with one row.
    Table,
    /// The same with a number drawn by chance, for a study.
    Numbered,
    /// The same with a row for each answer.
    Long,
    /// Answers and scores for health records.
    Record,
    /// This check and the earlier ones, in this browser.
    Keep,
    /// A note for the calendar that says nothing of it.
    Reminder,
}

const JSON: &str = "application/json";
const CSV: &str = "text/csv";
const FHIR: &str = "application/fhir+json";
const CALENDAR: &str = "text/calendar";

impl Take {
    /// Where on the result it is asked for.
    fn spot(&self) -> Spot {
        match self {
            Self::Print => Spot::Print,
            Self::CopyText(_) => Spot::Say,
            Self::Unlock => Spot::Earlier,
            Self::Write(File::Result) => Spot::Copy,
            Self::Write(File::CheckIn) => Spot::CheckIn,
            Self::Write(File::Reminder) => Spot::Remind,
            Self::Write(File::Table | File::Numbered | File::Long | File::Record) => Spot::Files,
            Self::Write(File::Keep) | Self::Forget => Spot::Keep,
            Self::CopyHandout | Self::Copy(_) | Self::Prove | Self::Leave => Spot::Page,
        }
    }

    /// What to ask of the page around; the desk is told what to say once that is done.
    pub(super) fn request(
        self,
        content: &Content,
        session: &Session,
        desk: &mut Desk,
    ) -> Option<Request> {
        // Two answers to one press would be one too many.
        if desk.is_busy() && self != Self::Leave {
            return None;
        }
        desk.note = None;
        desk.spot = self.spot();
        desk.text_shown = false;
        desk.text.clear();
        Some(match self {
            Self::Forget => Request::Forget { key: key(content) },
            Self::Unlock => {
                let passphrase = desk.guess.clone();
                Request::Unlock { id: desk.ask(Act::Unlock(passphrase.clone())), passphrase }
            }
            Self::Prove => Request::Prove,
            Self::Leave => Request::Leave,
            Self::Print => Request::Print { id: desk.ask(Act::Print) },
            Self::CopyText(text) => copy(desk, text),
            Self::CopyHandout => copy(desk, handout::text(content, session, desk.everything)),
            Self::Copy(text) => {
                desk.copied.clear();
                Request::Copy { id: desk.ask(Act::Address(text.clone())), text }
            }
            Self::Write(file) => {
                // A browser whose clock tells no day has no file of that day either.
                let check = Check::new(session, desk.today.clone()?, desk.check.clone());
                return file.request(content, check, desk);
            }
        })
    }
}

impl File {
    fn request(self, content: &Content, check: Check, desk: &mut Desk) -> Option<Request> {
        let name = ["self-check-", check.date.as_str()].concat();
        // Whoever hands on a result does not hand on the earlier ones unasked.
        let only = |export: &dyn Fn(&Source<'_>) -> String| {
            let history = History::default().with(check.clone());
            write(export, content, &history)
        };
        let digits = desk.digits.clone();
        let style = desk.style;
        let table = |number: &str| only(&|source| export::wide(source, style, number));
        Some(match self {
            Self::Result => copy(desk, only(&export::text)),
            Self::Table => save(desk, name + ".csv", CSV, table("")),
            Self::Numbered => save(desk, name + ".csv", CSV, table(&digits)),
            Self::Long => save(desk, name + ".csv", CSV, only(&export::csv)),
            Self::Record => {
                let record = only(&|source| export::fhir(source, &digits));
                save(desk, name + ".fhir.json", FHIR, record)
            }
            Self::CheckIn => {
                let Some(passphrase) = desk.lock.passphrase() else {
                    desk.note = Some(content.locale.text(Message::AgainBlank).to_owned());
                    return None;
                };
                let (all, room) = desk.whole(check);
                let sealed = !passphrase.is_empty();
                let text = check_in(content, &all);
                let name = name + ".json";
                // What is to be sealed is not shown beside it in plain.
                if !sealed {
                    desk.text.clone_from(&text);
                }
                let id = desk.ask(Act::Save { name: name.clone(), sealed, room });
                Request::Save { id, name, kind: JSON, text, passphrase }
            }
            Self::Reminder => {
                let text = export::reminder(&check.date, content.locale.text(Message::NoteTitle));
                // In a calendar that others see, the name of the file is seen as well.
                save(desk, "note.ics".to_owned(), CALENDAR, text)
            }
            Self::Keep => Request::Look { id: desk.look(check), key: key(content) },
        })
    }
}

/// The check-in file of these checks.
pub(super) fn check_in(content: &Content, history: &History) -> String {
    write(&export::json, content, history)
}

fn write(
    export: &dyn Fn(&Source<'_>) -> String,
    Content { instrument, texts, locale, .. }: &Content,
    history: &History,
) -> String {
    export(&Source { instrument, texts, locale, history })
}

fn copy(desk: &mut Desk, text: String) -> Request {
    desk.text.clone_from(&text);
    Request::Copy { id: desk.ask(Act::Copy), text }
}

/// Only a check-in file can be opened again, so only that one is ever sealed.
fn save(desk: &mut Desk, name: String, kind: &'static str, text: String) -> Request {
    desk.text.clone_from(&text);
    let id = desk.ask(Act::Save { name: name.clone(), sealed: false, room: None });
    Request::Save { id, name, kind, text, passphrase: String::new() }
}
