//! The store that the tabs of a test share, as `www/embed/inline.js` has it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

use serde_json::Value;

use super::super::desk;
use super::super::outside::{Opened, RequestId, Told};
use super::world::{Work, World, opened};
use crate::history::{History, HistoryError};

/// Under which the first version kept the checks of all instruments.
const FIRST_KEY: &str = "burnout-screener";

impl World {
    /// What this browser keeps for the questions of a tab, and whether anything may be written over it.
    pub(super) fn stored(&self, tab: usize) -> Option<History> {
        let (files, broken) = self.kept(&desk::key(self.content(tab)));
        self.history_of(tab, &files, broken)
    }

    /// As `kept` in `inline.js`.
    pub(super) fn kept(&self, key: &str) -> (Vec<Opened>, bool) {
        let instrument = &key[FIRST_KEY.len() + 1..];
        let (mut files, mut broken) = (Vec::new(), false);
        for name in [key, FIRST_KEY] {
            let Some(text) = self.store.get(name) else { continue };
            match opened(text) {
                None => broken |= name == key,
                Some(file) => {
                    let of: Value = serde_json::from_str(text).unwrap();
                    if name == key || of["instrument"]["id"] == instrument {
                        files.push(file);
                    }
                }
            }
        }
        (files, broken)
    }

    pub(super) fn forget_first(&mut self, key: &str) {
        let of: Value = self
            .store
            .get(FIRST_KEY)
            .and_then(|t| serde_json::from_str(t).ok())
            .unwrap_or_default();
        if of["instrument"]["id"] == key[FIRST_KEY.len() + 1..] {
            self.store.remove(FIRST_KEY);
        }
    }

    pub(super) fn look(&mut self, tab: usize, id: RequestId, key: &str) {
        let (files, broken) = self.kept(key);
        let told = Told::Store { id, files, broken };
        if id == 0 {
            self.tabs[tab].inbox.push_back(told);
        } else {
            self.tabs[tab].seen = self.store.get(key).cloned();
            self.tabs[tab].works.push(Work::Look(told));
        }
    }

    /// What was told of the store as a history; nothing where something in it cannot be read.
    pub(super) fn history_of(&self, tab: usize, files: &[Opened], broken: bool) -> Option<History> {
        let instrument = &self.content(tab).instrument;
        let mut all = History::default();
        for file in files {
            match History::read(&file.file, &file.raw, instrument) {
                Ok(history) => all = all.join(&history),
                Err(HistoryError::Empty) => {}
                Err(_) => return None,
            }
        }
        (!broken).then_some(all)
    }

    /// Other tabs of the same questions hear of it, some time.
    pub(super) fn changed(&mut self, by: usize) {
        let content = self.tabs[by].content;
        for (place, tab) in self.tabs.iter_mut().enumerate() {
            if place != by && tab.content == content {
                tab.works.push(Work::Changed);
            }
        }
    }
}
