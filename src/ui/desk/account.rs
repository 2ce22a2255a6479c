//! The account that tests keep beside the desk of what was opened, said and chosen, and what they hold each
//! request against.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::{Value, json as value};

use super::super::Content;
use super::super::lock::Wanted;
use super::world::{Tab, World};
use crate::history::{Check, MOST_CHECKS};
use crate::host::{HostAttributes, HostSettings};
use crate::locale::{InstrumentText, Locale, LocaleFile, Texts};
use crate::regions::Regions;
use crate::session::{Role, Session};
use crate::tree::{Node, Tree};

/// The built-in questions, under their own id or another one.
pub(super) fn content(id: &str) -> Content {
    let tree = |text: &str| serde_json::from_str::<Tree>(text).unwrap();
    let mut definition: Value =
        serde_json::from_str(include_str!("../../../www/instruments/helping-strain.json")).unwrap();
    definition["id"] = id.into();
    let instrument =
        crate::loading::instrument(&Node::new(&serde_json::from_value(definition).unwrap()))
            .unwrap();
    let locale = include_str!("../../../www/locales/en.json");
    let words: Value = serde_json::from_str(locale).unwrap();
    let words = serde_json::from_value(words["instruments"]["helping-strain"].clone()).unwrap();
    let words = InstrumentText::read(&Node::new(&words)).unwrap();
    let regions =
        Regions::read(&Node::new(&tree(include_str!("../../../www/regions.json")))).unwrap();
    let file = LocaleFile::read(&Node::new(&tree(locale))).unwrap();
    Content {
        texts: Texts::new(&instrument, &words).unwrap(),
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions).unwrap(),
        settings: HostSettings::new(&HostAttributes::default(), &regions).0,
        regions,
    }
}

impl World {
    /// A file is opened; whether the oldest checks give way for that, where it is one that can be read.
    pub(super) fn account_opened(&mut self, tab: usize, text: &str) -> Option<bool> {
        let history = self.read(tab, text)?;
        let Tab { opened, kept, desk, .. } = &mut self.tabs[tab];
        let before = kept.join(opened).without(&desk.check);
        *opened = opened.join(&history);
        let lost = before.is_too_much_with(&history.without(&desk.check)).is_some();
        Some(lost)
    }

    /// What the next file is to be sealed with by the account; nothing where it is not to be saved.
    pub(super) fn seal(&self, tab: usize) -> Option<String> {
        let Tab { right, wanted, typed, .. } = &self.tabs[tab];
        match (right, wanted) {
            (Some(_), Wanted::Plain) => Some(String::new()),
            (Some(right), Wanted::AsOpened) => Some(right.clone()),
            (None, _) if typed.is_empty() => Some(String::new()),
            _ => (!typed.trim().is_empty()).then(|| typed.clone()),
        }
    }

    /// All that is open is in a file, and nothing else but the present check; whether the oldest gave way.
    pub(super) fn assert_whole(&self, tab: usize, text: &str) -> bool {
        let Tab { desk, session, opened, kept, .. } = &self.tabs[tab];
        let saved = self.read(tab, text).expect("a file that was saved opens");
        let own: Vec<&Check> = saved.checks().iter().filter(|c| c.id == desk.check).collect();
        let present = Check::new(session, desk.today.clone().unwrap(), desk.check.clone());
        assert_eq!(own, [&present]);
        let others = kept.join(opened).without(&desk.check);
        let known: BTreeSet<&Check> = others.checks().iter().collect();
        let found: BTreeSet<&Check> =
            saved.checks().iter().filter(|check| check.id != desk.check).collect();
        assert!(found.is_subset(&known), "what was not open is not saved");
        assert_eq!(saved.carried(), others.carried());
        let lost: Vec<&&Check> = known.difference(&found).collect();
        assert!(lost.is_empty() || saved.checks().len() == MOST_CHECKS, "{lost:?}");
        assert!(lost.iter().all(|lost| found.iter().all(|kept| **lost < *kept)), "{lost:?}");
        !lost.is_empty()
    }

    /// What is kept holds what was kept before, whoever kept it.
    pub(super) fn assert_kept(&self, tab: usize, text: &str) -> bool {
        let before = self.stored(tab).expect("what cannot be read is not written over");
        let now = self.read(tab, text).expect("what was kept can be read");
        let check = &self.tabs[tab].desk.check;
        let others = before.join(&self.tabs[tab].opened).without(check);
        let gone: Vec<&Check> =
            others.checks().iter().filter(|other| !now.checks().contains(other)).collect();
        assert!(gone.is_empty() || now.checks().len() == MOST_CHECKS, "{gone:?}");
        assert!(gone.iter().all(|gone| now.checks().iter().all(|c| *gone < c || c.id == *check)));
        assert!(others.carried().iter().all(|carried| now.carried().contains(carried)));
        assert!(now.checks().iter().any(|own| own.id == *check));
        !gone.is_empty()
    }

    /// What nobody answered is in no export.
    pub(super) fn assert_said(&self, tab: usize, session: &Session, kind: &str, text: &str) {
        let desk = &self.tabs[tab].desk;
        let items = (0..session.instrument().items().len())
            .filter(|&item| session.responses().item(item).is_some())
            .count();
        let role = session.role().map(Role::name);
        match kind {
            "application/json" => {
                let file: Value = serde_json::from_str(text).unwrap();
                let own = |check: &&Value| check["id"] == desk.check.as_str();
                let check = file["checks"].as_array().unwrap().iter().find(own).unwrap();
                assert_eq!(check.get("role").cloned(), role.map(|role| value!(role)));
                assert_eq!(check["answers"].as_object().unwrap().len(), items);
            }
            // The table with one row has a label beside each value.
            "text/csv" if text.starts_with('\u{feff}') => {
                let mut table = csv::Reader::from_reader(text.as_bytes());
                let head = table.headers().unwrap().clone();
                let row = table.records().next().unwrap().unwrap();
                let filled = |kind: &str| {
                    let cells = head.iter().zip(&row);
                    cells.filter(|(name, cell)| name.starts_with(kind) && !cell.is_empty()).count()
                };
                assert_eq!(filled("setting."), 2 * usize::from(role.is_some()));
                assert_eq!(filled("item."), 2 * items);
            }
            "text/csv" => {
                assert_eq!(text.matches(",setting,role,").count(), usize::from(role.is_some()));
                assert_eq!(text.matches(",item,").count(), items);
            }
            _ => {
                let file: Value = serde_json::from_str(text).unwrap();
                let given = file["entry"][0]["resource"]["item"].as_array().unwrap();
                let link = |item: &&Value| item["linkId"] == "setting.role";
                assert_eq!(given.iter().filter(link).count(), usize::from(role.is_some()));
                let within = given.iter().filter_map(|group| group["item"].as_array()).flatten();
                assert_eq!(within.filter(|item| item.get("answer").is_some()).count(), items);
            }
        }
    }
}
