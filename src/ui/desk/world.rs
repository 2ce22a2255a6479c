//! A world around the desk, for tests: tabs that share a store, a folder of files, and pages that answer when
//! they like, as `www/embed/page.js` and `inline.js` do.
//!
//! Beside the desk it keeps its own account of what was opened, said and chosen, and holds each request
//! against it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use serde_json::Value;

use super::super::lock::Wanted;
use super::super::outside::{Opened, Request, RequestId, Told};
use super::super::take::{File, Take};
use super::super::{Content, desk};
use super::account::content;
use super::{Desk, Store};
use crate::history::{Date, History};
use crate::locale::Message;
use crate::session::{Action, Session};

/// A file that lies about, and what it is sealed with.
#[derive(Clone)]
pub(super) struct Lying {
    pub(super) text: String,
    pub(super) seal: Option<String>,
}

/// What a page has begun and not answered.
pub(super) enum Work {
    Unlock {
        id: RequestId,
        nonce: u32,
        file: usize,
        guess: String,
        life: u32,
    },
    Save {
        id: RequestId,
        file: Lying,
        must_tell: bool,
        life: u32,
    },
    /// A look at the store that the widget hears of only later.
    Look(Told),
    Changed,
}

/// One tab: the widget, the page around it, and what the account has of both.
pub(super) struct Tab {
    pub(super) content: usize,
    pub(super) desk: Desk,
    pub(super) session: Session,
    pub(super) today: String,
    /// The file that waits for its passphrase; choosing it again is another choice.
    locked: Option<(u32, usize)>,
    pub(super) seen: Option<String>,
    pub(super) works: Vec<Work>,
    pub(super) inbox: VecDeque<Told>,
    /// What was answered when the check was last to be kept.
    pressed: Session,
    /// How often everything was erased.
    life: u32,
    pub(super) opened: History,
    pub(super) kept: History,
    told_of_room: bool,
    pub(super) right: Option<String>,
    pub(super) wanted: Wanted,
    pub(super) typed: String,
}

pub(super) struct World {
    contents: [Content; 2],
    pub(super) store: BTreeMap<String, String>,
    pub(super) files: Vec<Lying>,
    pub(super) tabs: Vec<Tab>,
    drawn: u32,
}

/// As `opened` in `page.js`.
pub(super) fn opened(text: &str) -> Option<Opened> {
    let file: Value = serde_json::from_str(text).ok()?;
    let whole = |check: &Value| match (file["format"].as_f64(), check) {
        (Some(1.0), Value::Object(fields)) => {
            let mut fields = fields.clone();
            fields.entry("instrument").or_insert_with(|| file["instrument"].clone());
            Value::Object(fields)
        }
        _ => check.clone(),
    };
    let checks = file.get("checks").and_then(Value::as_array);
    let raw = checks.into_iter().flatten().map(|check| whole(check).to_string()).collect();
    Some(Opened { file: serde_json::from_value(file).unwrap(), raw })
}

impl Tab {
    /// What an answer may change.
    fn state(&self) -> (Option<String>, bool, bool, bool, History) {
        let Desk { note, locked, text_shown, opened, .. } = &self.desk;
        (note.clone(), *locked, *text_shown, self.desk.is_busy(), opened.clone())
    }
}

impl World {
    pub(super) fn new(store: BTreeMap<String, String>, files: Vec<Lying>, tabs: usize) -> Self {
        let contents = ["helping-strain", "ward-strain"].map(content);
        let mut world = Self { contents, store, files, tabs: Vec::new(), drawn: 0 };
        for place in 0..tabs {
            let content = usize::from(place % 3 == 2);
            let id = world.draw();
            let session = Session::new(Rc::clone(&world.contents[content].instrument));
            world.tabs.push(Tab {
                content,
                desk: Desk::new(Store::Nothing, None, id),
                pressed: session.clone(),
                session,
                today: "2026-11-26".to_owned(),
                locked: None,
                seen: None,
                works: Vec::new(),
                inbox: VecDeque::new(),
                life: 0,
                opened: History::default(),
                kept: History::default(),
                told_of_room: false,
                right: None,
                wanted: Wanted::AsOpened,
                typed: String::new(),
            });
            let key = desk::key(&world.contents[content]);
            world.ask(place, Request::Look { id: 0, key });
            world.hear_all(place);
        }
        world
    }

    fn draw(&mut self) -> String {
        self.drawn += 1;
        format!("drawn-{}", self.drawn)
    }

    pub(super) fn content(&self, tab: usize) -> &Content {
        &self.contents[self.tabs[tab].content]
    }

    pub(super) fn read(&self, tab: usize, text: &str) -> Option<History> {
        let opened = opened(text)?;
        History::read(&opened.file, &opened.raw, &self.content(tab).instrument).ok()
    }

    /// The person chooses a file.
    pub(super) fn choose(&mut self, tab: usize, file: usize) {
        let Lying { text, seal } = self.files[file].clone();
        self.drawn += 1;
        let nonce = self.drawn;
        let told = match (seal, opened(&text)) {
            (Some(_), _) => {
                self.tabs[tab].locked = Some((nonce, file));
                Told::Locked
            }
            (None, None) => Told::Unreadable(0),
            (None, Some(opened)) => {
                self.tabs[tab].locked = None;
                let lost = self.account_opened(tab, &text).unwrap_or_default();
                self.tell(tab, Told::Opened(0, opened));
                return self.assert_told(tab, lost);
            }
        };
        self.tell(tab, told);
    }

    /// Where the oldest had to give way, the last thing said is that.
    fn assert_told(&self, tab: usize, lost: bool) {
        let note = self.tabs[tab].desk.note.as_deref().unwrap_or_default();
        assert!(!lost || note.contains(&self.room(tab)), "the oldest gave way in silence");
    }

    /// How that begins.
    fn room(&self, tab: usize) -> String {
        let text = self.content(tab).locale.text(Message::AgainGaveWay);
        text.split('{').next().unwrap().to_owned()
    }

    pub(super) fn guess(&mut self, tab: usize, guess: &str) {
        if self.tabs[tab].desk.locked {
            self.tabs[tab].desk.guess = guess.to_owned();
            self.take(tab, Take::Unlock);
        }
    }

    pub(super) fn type_new(&mut self, tab: usize, typed: &str) {
        let tab = &mut self.tabs[tab];
        // The field is there in these states alone.
        if !tab.desk.lock.was_sealed() || tab.wanted == Wanted::New {
            tab.desk.lock.typed = typed.to_owned();
            tab.typed = typed.to_owned();
        }
    }

    pub(super) fn want(&mut self, tab: usize, wanted: Wanted) {
        let tab = &mut self.tabs[tab];
        if tab.desk.lock.was_sealed() {
            tab.desk.lock.wanted = wanted;
            tab.wanted = wanted;
        }
    }

    /// As `App::act`.
    pub(super) fn act(&mut self, tab: usize, action: Action) {
        let id = self.draw();
        let tab = &mut self.tabs[tab];
        tab.session = tab.session.update(action);
        tab.desk.note = None;
        if matches!(action, Action::StartOver | Action::Erase) {
            tab.desk.cleared(Date::new(&tab.today), id);
            tab.life += 1;
            tab.opened = History::default();
            (tab.right, tab.wanted, tab.told_of_room) = (None, Wanted::AsOpened, false);
            tab.typed.clear();
            assert!(tab.desk.opened.is_empty() && !tab.desk.is_busy() && !tab.desk.locked);
            assert!(tab.desk.guess.is_empty() && tab.desk.text.is_empty());
            assert_eq!(tab.desk.lock.passphrase().as_deref(), Some(""));
        }
    }

    /// As `App::take`.
    pub(super) fn take(&mut self, tab: usize, take: Take) {
        let (busy, expected) = (self.tabs[tab].desk.is_busy(), self.seal(tab));
        let before = &mut self.tabs[tab];
        before.desk.today = Date::new(&before.today);
        let content = &self.contents[before.content];
        let request = take.clone().request(content, &before.session, &mut before.desk);
        if let (false, Take::Write(File::CheckIn), None) = (busy, &take, &expected) {
            assert_eq!(request, None, "blanks make no passphrase");
            assert!(before.desk.note.is_some(), "and that is said");
        } else {
            assert_eq!(request.is_none(), busy, "what is pressed is done");
        }
        if let Some(request) = request {
            if matches!(request, Request::Look { .. }) {
                self.tabs[tab].pressed = self.tabs[tab].session.clone();
            }
            self.ask(tab, request);
        }
        self.hear_all(tab);
    }

    /// The page takes a request.
    fn ask(&mut self, tab: usize, request: Request) {
        match request {
            Request::Unlock { id, passphrase } => match self.tabs[tab].locked {
                None => self.tabs[tab].inbox.push_back(Told::Wrong(id)),
                Some((nonce, file)) => {
                    let life = self.tabs[tab].life;
                    let work = Work::Unlock { id, nonce, file, guess: passphrase, life };
                    self.tabs[tab].works.push(work);
                }
            },
            Request::Save { id, kind, text, passphrase, .. } => {
                let mut must_tell = false;
                if kind == "application/json" {
                    assert_eq!(Some(&passphrase), self.seal(tab).as_ref());
                    must_tell = self.assert_whole(tab, &text);
                } else {
                    assert_eq!(passphrase, "");
                }
                self.assert_said(tab, &self.tabs[tab].session, kind, &text);
                let seal = (!passphrase.is_empty()).then_some(passphrase);
                let (file, life) = (Lying { text, seal }, self.tabs[tab].life);
                self.tabs[tab].works.push(Work::Save { id, file, must_tell, life });
            }
            Request::Copy { id, .. } | Request::Print { id } => {
                self.tabs[tab].inbox.push_back(Told::Done(id, id % 3 > 0));
            }
            Request::Look { id, key } => self.look(tab, id, &key),
            Request::Keep { id, key, text } => {
                if self.store.get(&key) != self.tabs[tab].seen.as_ref() {
                    return self.look(tab, id, &key);
                }
                let must_tell = self.assert_kept(tab, &text);
                self.assert_said(tab, &self.tabs[tab].pressed, "application/json", &text);
                self.store.insert(key.clone(), text.clone());
                self.forget_first(&key);
                self.tabs[tab].seen = Some(text.clone());
                self.tabs[tab].kept = self.read(tab, &text).unwrap();
                self.changed(tab);
                self.tell(tab, Told::Done(id, true));
                assert!(
                    !must_tell || self.tabs[tab].told_of_room,
                    "the oldest gave way in silence"
                );
            }
            Request::Forget { key } => {
                self.forget_first(&key);
                self.store.remove(&key);
                self.tabs[tab].seen = None;
                self.tabs[tab].kept = History::default();
                self.tabs[tab].inbox.push_back(Told::Forgotten(true));
                self.changed(tab);
            }
            _ => {}
        }
    }

    /// Something that a page had begun is done, the last thing where there are not so many.
    pub(super) fn finish(&mut self, tab: usize, which: usize, works: bool) {
        let count = self.tabs[tab].works.len();
        if count == 0 {
            return;
        }
        let work = self.tabs[tab].works.swap_remove(which.min(count - 1));
        let before = self.tabs[tab].state();
        let stale = match &work {
            Work::Unlock { life, .. } | Work::Save { life, .. } => *life != self.tabs[tab].life,
            Work::Look(_) | Work::Changed => false,
        };
        self.answer(tab, work, works);
        assert!(!stale || before == self.tabs[tab].state(), "an answer to what was erased");
    }

    fn answer(&mut self, tab: usize, work: Work, works: bool) {
        let told = match work {
            Work::Changed => {
                let key = desk::key(self.content(tab));
                self.look(tab, 0, &key);
                return self.hear_all(tab);
            }
            Work::Look(told) => told,
            Work::Save { id, file, must_tell, life } => {
                if works {
                    self.files.push(file);
                }
                self.tell(tab, Told::Done(id, works));
                if must_tell && works && life == self.tabs[tab].life {
                    assert!(
                        self.tabs[tab].told_of_room,
                        "the oldest gave way, and nobody was told"
                    );
                }
                return;
            }
            Work::Unlock { id, nonce, file, guess, life } => {
                if self.tabs[tab].locked != Some((nonce, file)) {
                    return;
                }
                let Lying { text, seal } = self.files[file].clone();
                if seal.as_ref() != Some(&guess) {
                    Told::Wrong(id)
                } else if let Some(opened) = opened(&text) {
                    self.tabs[tab].locked = None;
                    let told = Told::Opened(id, opened);
                    let lives = life == self.tabs[tab].life;
                    if let Some(lost) = lives.then(|| self.account_opened(tab, &text)).flatten() {
                        let account = &mut self.tabs[tab];
                        account.right = Some(guess);
                        if account.wanted == Wanted::Plain {
                            account.wanted = Wanted::AsOpened;
                        }
                        self.tell(tab, told);
                        return self.assert_told(tab, lost);
                    }
                    told
                } else {
                    Told::Unreadable(id)
                }
            }
        };
        self.tell(tab, told);
    }

    pub(super) fn tell(&mut self, tab: usize, told: Told) {
        self.tabs[tab].inbox.push_back(told);
        self.hear_all(tab);
    }

    fn hear_all(&mut self, tab: usize) {
        while let Some(told) = self.tabs[tab].inbox.pop_front() {
            if let Told::Store { files, broken, .. } = &told {
                let kept = self.history_of(tab, files, *broken).unwrap_or_default();
                self.tabs[tab].kept = kept;
            }
            let content = &self.contents[self.tabs[tab].content];
            let next = self.tabs[tab].desk.hear(told, content);
            let note = self.tabs[tab].desk.note.clone().unwrap_or_default();
            self.tabs[tab].told_of_room |= note.contains(&self.room(tab));
            if let Some(request) = next {
                self.ask(tab, request);
            }
        }
    }
}
