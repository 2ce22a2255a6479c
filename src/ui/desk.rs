//! What lies beside the answers while the widget runs: earlier checks, and what became of what the
//! person asked for. All of it is forgotten together with the answers.

#[cfg(test)]
mod account;
#[cfg(test)]
mod acts;
#[cfg(test)]
mod shelf;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod world;

use super::Content;
use super::exit::Cover;
use super::lock::Lock;
use super::outside::{Opened, Request, RequestId, Told};
use crate::export::Style;
use crate::history::{Check, Date, History, HistoryError, MOST_CHECKS};
use crate::instrument::ANY;
use crate::locale::{Locale, Message};
use crate::report::REASONS;

/// What may stand on the sheet for supervision: the result, the map, and the strongest answers.
pub(super) const RESULT: usize = 0;
pub(super) const MAP: usize = 1;
pub(super) const SIGNS: usize = 2;

/// What this browser keeps for this instrument.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Store {
    /// Nothing, as far as is known.
    #[default]
    Nothing,
    /// Checks.
    Checks(History),
    /// Something that is not to be overwritten: it is damaged, or newer than this self-check.
    Unreadable,
}

/// A place on the result where something is asked for: what came of it is said there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Spot {
    /// The page as a whole.
    #[default]
    Page,
    Print,
    Copy,
    Remind,
    Keep,
    CheckIn,
    Files,
    Earlier,
    Say,
}

/// Something that was asked of the page around, and what is said once it is done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// Print.
    Print,
    /// Copy a text of the result or of a page to hand on.
    Copy,
    /// Copy this address.
    Address(String),
    /// Save a file of this name; whether it is sealed, and for how many checks there is room in it, where
    /// some gave way.
    Save { name: String, sealed: bool, room: Option<usize> },
    /// Keep these checks in this browser; for how many there is room, where some gave way.
    Keep { all: History, room: Option<usize> },
    /// Open the file that was chosen with this.
    Unlock(String),
}

#[derive(Clone, Debug)]
pub(super) struct Desk {
    /// The checks of all files that were opened.
    pub(super) opened: History,
    /// What this browser keeps.
    pub(super) store: Store,
    /// The day, as the browser has it.
    pub(super) today: Option<Date>,
    /// Tells this check from any other one.
    pub(super) check: String,
    /// What to say about the last thing that was asked for.
    pub(super) note: Option<String>,
    /// Where that was asked for.
    pub(super) spot: Spot,
    /// What was asked for and is not answered.
    pending: Vec<(RequestId, Act)>,
    /// The last id that was given.
    last: RequestId,
    /// The present check, where it is to be kept once it is known what is there.
    keeping: Option<(RequestId, Check)>,
    /// What was last to be copied or saved, to be copied by hand where the browser does neither.
    pub(super) text: String,
    /// Whether that text is shown.
    pub(super) text_shown: bool,
    /// The address that was last copied.
    pub(super) copied: String,
    /// Whether the file that was chosen waits for its passphrase.
    pub(super) locked: bool,
    /// What is typed to open it.
    pub(super) guess: String,
    /// What the next file is sealed with.
    pub(super) lock: Lock,
    /// What stands in for the step.
    pub(super) cover: Option<Cover>,
    /// Which of the first steps the person wants to talk about.
    pub(super) chosen: usize,
    /// Whether the browser refused to reach an address, once that was tried.
    pub(super) proof: Option<bool>,
    /// What is ticked for the sheet for supervision. The answers are left to the person's own choice.
    pub(super) included: [bool; SIGNS + REASONS],
    /// By chance, anew for each thing that is asked for.
    pub(super) digits: String,
    /// How tables are written where the person is.
    pub(super) style: Style,
    /// Whether the handout lists everything, so that nothing can be read from the choice.
    pub(super) everything: bool,
}

impl Desk {
    /// `store`: what this browser keeps. `check`: the id of the present check.
    pub(super) fn new(store: Store, today: Option<Date>, check: String) -> Self {
        Self {
            opened: History::default(),
            store,
            today,
            check,
            note: None,
            spot: Spot::default(),
            pending: Vec::new(),
            last: 0,
            keeping: None,
            text: String::new(),
            copied: String::new(),
            text_shown: false,
            locked: false,
            guess: String::new(),
            lock: Lock::default(),
            cover: None,
            proof: None,
            included: [true, true, false, false, false],
            digits: String::new(),
            style: Style::default(),
            everything: false,
            chosen: 2,
        }
    }

    /// The desk without anything that lay on it, but for what this browser keeps. An answer that is still to
    /// come belongs to nothing on it: no id is given twice.
    pub(super) fn cleared(&mut self, today: Option<Date>, check: String) {
        let (store, last) = (std::mem::take(&mut self.store), self.last);
        *self = Self { last, ..Self::new(store, today, check) };
    }

    /// Whether a passphrase is being worked in.
    pub(super) fn is_busy(&self) -> bool {
        let works = |act: &Act| matches!(act, Act::Unlock(_) | Act::Save { sealed: true, .. });
        self.pending.iter().any(|(_, act)| works(act))
    }

    /// All earlier checks that are open: those of files, and those that this browser keeps. The present
    /// one is not an earlier one, also where it is kept already.
    pub(super) fn history(&self) -> History {
        let all = match &self.store {
            Store::Checks(kept) => kept.join(&self.opened),
            Store::Nothing | Store::Unreadable => self.opened.clone(),
        };
        all.without(&self.check)
    }

    /// An id for a request, under which the answer is looked up.
    pub(super) fn ask(&mut self, act: Act) -> RequestId {
        self.last += 1;
        self.pending.push((self.last, act));
        self.last
    }

    /// Covers the step until the person says whether to erase and leave; gives an id for the wait.
    pub(super) fn leaves(&mut self) -> RequestId {
        self.last += 1;
        self.cover = Some(Cover::Leaving(self.last));
        self.last
    }

    /// An id for a look at what this browser keeps, to join the present check to it.
    pub(super) fn look(&mut self, check: Check) -> RequestId {
        self.last += 1;
        self.keeping = Some((self.last, check));
        self.last
    }

    /// Takes in what the page around tells of a request, a file or the store; gives what to ask next.
    pub(super) fn hear(&mut self, told: Told, content: &Content) -> Option<Request> {
        let locale = &content.locale;
        let say = |message| Some(locale.text(message).to_owned());
        let mut next = None;
        self.note = match told {
            Told::Done(id, done) => {
                let act = self.answered(id)?;
                // What could not be copied or saved is there to be copied by hand, unless something else was
                // asked for meanwhile: the text is that of the last act.
                if id == self.last {
                    self.text_shown = !done && !self.text.is_empty();
                }
                Some(self.done(act, done, locale))
            }
            Told::Opened(id, opened) => {
                let passphrase = self.tried(id)?;
                self.close();
                Some(self.open(&opened, passphrase, content))
            }
            Told::Locked => {
                self.spot = Spot::Earlier;
                self.close();
                self.locked = true;
                say(Message::EarlierLocked)
            }
            Told::Wrong(id) => {
                self.tried(id)?;
                say(Message::EarlierWrong)
            }
            Told::Unreadable(id) => {
                self.tried(id)?;
                say(Message::EarlierUnreadable)
            }
            Told::Store { .. } if !ANY => return None,
            Told::Store { id, files, broken } => {
                let read: Result<Vec<History>, HistoryError> = (files.iter())
                    .map(|kept| History::read(&kept.file, &kept.raw, &content.instrument))
                    // An empty file has nothing to lose.
                    .filter(|kept| *kept != Err(HistoryError::Empty))
                    .collect();
                self.store = match read {
                    Ok(kept) if !broken && kept.is_empty() => Store::Nothing,
                    Ok(kept) if !broken => Store::Checks(join(&kept)),
                    _ => Store::Unreadable,
                };
                match self.keeping.take_if(|(asked, _)| *asked == id) {
                    None => return None,
                    Some(_) if self.store == Store::Unreadable => say(Message::AgainKeepUnreadable),
                    Some((_, check)) => {
                        self.pending.retain(|(asked, _)| *asked != id);
                        next = Some(self.keep(check, content));
                        self.note.take()
                    }
                }
            }
            // Nobody is asked for the passphrase of a file that none opens.
            Told::Damaged(id) | Told::Unknown(id) => {
                self.tried(id)?;
                self.close();
                let damaged = matches!(told, Told::Damaged(_));
                say(if damaged { Message::EarlierDamaged } else { Message::EarlierUnknown })
            }
            Told::Forgotten(gone) => {
                if gone {
                    self.store = Store::Nothing;
                }
                say(if gone { Message::AgainForgotten } else { Message::AgainNotForgotten })
            }
            Told::Proof(refused) => {
                self.proof = Some(refused);
                return None;
            }
            // The session is wiped, not the desk alone.
            Told::Idle(_) | Told::Wipe | Told::Away => return None,
        };
        next
    }

    /// The act that was asked for with this id, answered only once.
    fn answered(&mut self, id: RequestId) -> Option<Act> {
        let place = self.pending.iter().position(|(asked, _)| *asked == id)?;
        Some(self.pending.swap_remove(place).1)
    }

    /// What a file was tried to be opened with: nothing where it was chosen just now. `None` where the answer
    /// is to something that nobody waits for any more.
    fn tried(&mut self, id: RequestId) -> Option<Option<String>> {
        if id == 0 {
            self.spot = Spot::Earlier;
            return Some(None);
        }
        match self.answered(id)? {
            Act::Unlock(passphrase) => Some(Some(passphrase)),
            _ => None,
        }
    }

    /// The file that waited for its passphrase does not any more, nor is one tried.
    fn close(&mut self) {
        self.locked = false;
        self.guess.clear();
        self.pending.retain(|(_, act)| !matches!(act, Act::Unlock(_)));
    }

    /// All that is to be saved or kept: the present check joined to everything else; and for how many there
    /// is room, where some gave way.
    pub(super) fn whole(&self, check: Check) -> (History, Option<usize>) {
        let earlier = self.history();
        let lost = match &self.store {
            Store::Checks(kept) => kept.is_too_much_with(&self.opened),
            Store::Nothing | Store::Unreadable => None,
        };
        let room = earlier.is_full_for(&check).then_some(MOST_CHECKS).or(lost);
        (earlier.with(check), room)
    }

    /// Joins what is kept, what is open and the present check.
    fn keep(&mut self, check: Check, content: &Content) -> Request {
        let (all, room) = self.whole(check.clone());
        let text = super::take::check_in(content, &all);
        let id = self.ask(Act::Keep { all, room });
        // Should another tab have written in between, it is told once more and joined again.
        self.keeping = Some((id, check));
        Request::Keep { id, key: key(content), text }
    }

    fn done(&mut self, act: Act, done: bool, locale: &Locale) -> String {
        let message = match (&act, done) {
            (Act::Print, true) => return String::new(),
            (Act::Print, false) => Message::TakePrintFailed,
            (Act::Copy, true) => Message::TakeCopied,
            (Act::Copy, false) => Message::TakeCopyFailed,
            (Act::Address(_), true) => Message::HelpCopied,
            (Act::Address(_), false) => Message::TakeCopyFailed,
            (Act::Save { sealed: false, .. }, true) => Message::TakeSaved,
            (Act::Save { sealed: false, .. }, false) => Message::TakeSaveFailed,
            (Act::Save { sealed: true, .. }, true) => Message::TakeSealed,
            (Act::Save { sealed: true, .. }, false) => Message::TakeSealFailed,
            (Act::Keep { .. }, true) => Message::AgainKept,
            (Act::Keep { .. }, false) => Message::AgainKeepFailed,
            (Act::Unlock(_), _) => return String::new(),
        };
        let mut said = match &act {
            Act::Save { name, .. } => locale.fill(message, &[("name", name)]),
            _ => locale.text(message).to_owned(),
        };
        match act {
            Act::Address(address) if done => self.copied = address,
            Act::Save { room: Some(room), .. } if done => gave_way(&mut said, room, locale),
            Act::Keep { all, room } if done => {
                self.keeping = None;
                self.store = Store::Checks(all);
                if let Some(room) = room {
                    gave_way(&mut said, room, locale);
                }
            }
            _ => {}
        }
        said
    }

    /// Joins a file to what is open, and says what came of it.
    fn open(&mut self, opened: &Opened, passphrase: Option<String>, content: &Content) -> String {
        let locale = &content.locale;
        let file = match History::read(&opened.file, &opened.raw, &content.instrument) {
            Ok(file) => file,
            Err(error) => return error.told(locale),
        };
        // What was sealed is saved sealed.
        if let Some(passphrase) = passphrase {
            self.lock.opened(passphrase);
        }
        let before = self.history();
        let room = before.is_too_much_with(&file.clone().without(&self.check));
        self.opened = self.opened.join(&file);
        let now = self.history();
        let added = now.checks().iter().filter(|check| !before.checks().contains(check)).count();
        let [added, count] = [added, now.checks().len()].map(|number| number.to_string());
        let mut said = locale.fill(Message::EarlierAdded, &[("added", &added), ("count", &count)]);
        if let Some(room) = room {
            gave_way(&mut said, room, locale);
        }
        said
    }
}

/// Under which key this browser keeps the checks of an instrument.
pub(super) fn key(content: &Content) -> String {
    ["burnout-screener.", content.instrument.id()].concat()
}

fn join(histories: &[History]) -> History {
    histories.iter().fold(History::default(), |all, each| all.join(each))
}

/// Says beside something else that the oldest checks gave way.
fn gave_way(said: &mut String, room: usize, locale: &Locale) {
    let more = locale.fill(Message::AgainGaveWay, &[("number", &room.to_string())]);
    said.push('\n');
    said.push_str(&more);
}
