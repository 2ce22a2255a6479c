//! Attributes, crisis lines, files and messages that a page around the widget hands in.

use std::rc::Rc;

use burnout_screener::export::{Source, json};
use burnout_screener::history::{Check, Date, History};
use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::locale::Locale;
use burnout_screener::regions::{Regions, dialled};
use burnout_screener::tree::{Node, Tree};
use proptest::prelude::*;
use serde_json::json as value;

use crate::common::{self, built_in, english, english_file, english_texts, regions};
use crate::doc::{Doc, any_changes, any_doc, any_text};
use crate::walk::{any_actions, walked};
use crate::{said, tried};

const ATTRIBUTES: &[&str] = &[
    "isolated",
    "keeps",
    "languages",
    "attributes",
    "names",
    "tag",
    "data-acent",
    "region",
    "theme",
    "accent",
    "contact-name",
    "contact-link",
    "contact-phone",
    "idle",
    "length",
    "en-GB",
    "#123456",
    "https://clinic.example/",
    "short",
];

const LINES: &[&str] = &[
    "regions",
    "id",
    "name",
    "emergency",
    "lines",
    "call",
    "text",
    "web",
    "checked",
    "source",
    "US",
    "nz",
    "WORLD",
    "116 123",
    "example.org",
];

const FILE: &[&str] = &[
    "burnout-screener",
    "check-in",
    "format",
    "instrument",
    "id",
    "version",
    "checks",
    "date",
    "role",
    "answers",
    "context",
    "scores",
    "weekly",
    "2026-11-25",
];

fn attributes() -> Doc {
    Doc::from(&value!({
        "isolated": true, "keeps": false, "inApp": false, "languages": ["en-GB", "en"],
        "attributes": {
            "region": "GB", "theme": "dark", "accent": "#8a2f5c", "contact-name": "Staff support",
            "contact-link": "https://clinic.example/", "contact-phone": "555-0142", "idle": "15",
            "length": "short",
        },
        "names": ["region", "theme", "acent"], "tag": false,
    }))
}

/// What is left of any attributes fits where it is shown, and what is not used is named.
fn assert_set(tree: &Tree) {
    let host = match HostAttributes::read(&Node::new(tree)) {
        Ok(host) => host,
        Err(error) => return drop(said(&error)),
    };
    let regions = regions();
    let (settings, refused) = HostSettings::new(&host, &regions);
    for error in refused {
        assert!(said(&error).len() < 400, "{error}");
    }
    assert!(settings.region < regions.all().len());
    let contact = settings.contact;
    assert!(contact.name.is_none_or(|name| name.chars().count() <= 120));
    assert!(contact.link.is_none_or(|link| link.starts_with("https://") && link.len() <= 500));
    assert!(contact.phone.is_none_or(|phone| phone.len() <= 40 && phone.is_ascii()));
    for colour in settings.accent.iter().flat_map(|accent| [&accent.light, &accent.dark]) {
        let digits = colour.strip_prefix('#').unwrap();
        assert!(digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
    }
}

/// A host's own lines are refused, or everybody still has somebody to turn to by a name.
fn assert_reachable(tree: &Tree) {
    let all = match Regions::read(&Node::new(tree)) {
        Ok(brought) => regions().with(brought),
        Err(error) => return drop(said(&error)),
    };
    if let Err(error) = all.check() {
        said(&error);
        return;
    }
    let locale = Locale::new(&english_file(), &all).expect("lines never take the words away");
    for (place, region) in all.all().iter().enumerate() {
        assert!(!locale.region(place).trim().is_empty(), "{region:?}");
        assert!(
            region
                .lines
                .iter()
                .any(|line| { line.web.is_some() || line.call.is_some() || line.text.is_some() })
        );
        let numbers = region.lines.iter().flat_map(|line| [&line.call, &line.text]);
        for number in numbers.chain([&region.emergency]).flatten() {
            assert!(number.len() <= 200 && !dialled(number).is_empty(), "{number:?}");
        }
    }
    for known in regions().all() {
        assert!(all.position(&known.id).is_some(), "{} is lost", known.id);
    }
    assert!(all.for_country("NZ") < all.all().len());
}

fn check_ins(clicks: &[Vec<burnout_screener::session::Action>]) -> Doc {
    let instrument = Rc::new(built_in());
    let history = clicks.iter().zip(1..).fold(History::default(), |history, (clicks, day)| {
        let date = Date::new(&format!("2026-11-{day:02}")).unwrap();
        history.with(Check::new(&walked(&instrument, clicks), date, day.to_string()))
    });
    let (texts, locale) = (english_texts(&instrument), english());
    let source =
        Source { instrument: &instrument, texts: &texts, locale: &locale, history: &history };
    Doc::from(&serde_json::from_str(&json(&source)).unwrap())
}

proptest! {
    #![proptest_config(tried(128))]

    #[test]
    fn any_attributes_are_used_or_named(doc in any_doc(ATTRIBUTES)) {
        assert_set(&doc.tree());
    }

    #[test]
    fn attributes_changed_anywhere_are_used_or_named(changes in any_changes(ATTRIBUTES)) {
        assert_set(&attributes().with(&changes).tree());
    }

    #[test]
    fn attributes_that_say_anything_are_used_or_named(texts in prop::collection::vec(any_text(), 10)) {
        let mut doc = attributes();
        let mut texts = texts.into_iter().cycle();
        doc.each_text(&mut |text| *text = texts.next().unwrap());
        assert_set(&doc.tree());
    }

    #[test]
    fn any_lines_of_a_host_are_taken_or_refused(doc in any_doc(LINES)) {
        assert_reachable(&doc.tree());
    }

    #[test]
    fn lines_changed_anywhere_are_taken_or_refused(changes in any_changes(LINES)) {
        let doc = Doc::from(&serde_json::from_str(common::REGIONS).unwrap());
        assert_reachable(&doc.with(&changes).tree());
    }

    #[test]
    fn a_region_that_says_anything_is_taken_or_refused(
        texts in prop::collection::vec(any_text(), 6),
        named: bool,
    ) {
        let [id, name, call, text, web, checked] = &texts[..] else { unreachable!() };
        let mut region = value!({
            "id": id, "lines": [{ "id": "own", "call": call, "text": text, "web": web, "checked": checked }],
        });
        if named {
            region["name"] = name.as_str().into();
        }
        assert_reachable(&Doc::from(&value!({ "regions": [region] })).tree());
    }

    // What no JSON of `tests/history_damage.rs` holds: keys that stand twice, no numbers, and far too much.
    #[test]
    fn a_check_in_file_of_any_shape_is_read_or_refused(
        clicks in prop::collection::vec(any_actions(), 0..3),
        changes in any_changes(FILE),
        raw in prop::collection::vec(any_text(), 0..5),
    ) {
        let instrument = built_in();
        let file = check_ins(&clicks).with(&changes).tree();
        match History::read(&file, &raw, &instrument) {
            Err(error) => {
                prop_assert!(said(&error).len() < 400, "{}", error);
                let told = error.told(&english());
                prop_assert!(!told.is_empty() && told.len() < 600, "{}", told);
            }
            Ok(history) => prop_assert!(!history.is_empty()),
        }
    }
}

#[cfg(feature = "ui")]
mod told {
    use burnout_screener::ui::Told;

    use super::*;

    const NEWS: &[&str] = &[
        "told",
        "done",
        "opened",
        "locked",
        "wrong",
        "unreadable",
        "forgotten",
        "idle",
        "wipe",
        "away",
        "proof",
        "yes",
        "file",
        "store",
        "damaged",
        "unknown",
        "id",
        "raw",
        "files",
        "broken",
    ];

    proptest! {
        #![proptest_config(tried(256))]

        #[test]
        fn anything_that_a_page_tells_is_understood_or_refused(
            doc in any_doc(NEWS),
            word in prop::sample::select(NEWS),
            other in any_doc(NEWS),
        ) {
            let news = Doc::Map(vec![
                ("told".to_owned(), Doc::Text(word.to_owned())),
                ("yes".to_owned(), other.clone()),
                ("file".to_owned(), other.clone()),
                ("id".to_owned(), Doc::Number(1.0)),
                ("raw".to_owned(), Doc::List(vec![])),
                ("files".to_owned(), other),
                ("broken".to_owned(), Doc::Bool(false)),
            ]);
            for doc in [doc, news] {
                if let Err(error) = Told::read(&Node::new(&doc.tree())) {
                    said(&error);
                }
            }
        }
    }
}
