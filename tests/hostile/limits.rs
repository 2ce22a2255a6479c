//! Every limit: what keeps to it is taken, what is one over it is refused with the limit named, and the
//! largest that passes needs no more memory than a phone has.

use std::rc::Rc;

use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::locale::Texts;
use burnout_screener::regions::Regions;
use burnout_screener::response::Responses;
use burnout_screener::session::{Action, Question, Session};
use serde_json::{Value, json};

use crate::common::{self, built_in, english, regions};
use crate::doc::Doc;
use crate::making::words_for;
use crate::questions::{definition, instrument};
use crate::said;
use crate::walk::{assert_taken_along, walked};

/// The built-in questions without what would have to follow every change of them.
fn bare() -> Doc {
    let mut doc = definition();
    if let Doc::Map(fields) = &mut doc {
        fields.retain(|(name, _)| name != "tests");
    }
    doc
}

/// What is said of the built-in questions with this change; nothing where they are taken.
fn questions(change: impl FnOnce(&mut Doc)) -> String {
    let mut doc = bare();
    change(&mut doc);
    match instrument(&doc.tree()) {
        Ok(_) => String::new(),
        Err(error) => said(error.as_ref()),
    }
}

fn text(length: usize) -> Doc {
    Doc::Text("x".repeat(length))
}

/// The first of a list, so many times, each with an id of its own.
fn many(doc: &mut Doc, count: usize) {
    let Doc::List(list) = doc else { panic!("no list") };
    let kinds = list.len();
    *list = (0..count)
        .map(|place| {
            let mut one = list[place % kinds].clone();
            *one.at("id") = Doc::Text(format!("own-{place}"));
            one
        })
        .collect();
}

/// The built-in questions with so many items.
fn large(items: usize) -> Doc {
    let mut doc = bare();
    let Doc::List(before) = doc.at("items").clone() else { panic!("no list") };
    many(doc.at("items"), items);
    let Doc::List(scales) = doc.at("scales") else { panic!("no list") };
    for scale in scales {
        let Doc::List(facets) = scale.at("facets") else { panic!("no list") };
        for facet in facets {
            let Doc::List(own) = facet.at("items").clone() else { panic!("no list") };
            let is_own =
                |place: &usize| own.contains(before[place % before.len()].clone().at("id"));
            let copies = (0..items).filter(is_own).map(|place| Doc::Text(format!("own-{place}")));
            *facet.at("items") = Doc::List(copies.collect());
        }
    }
    doc
}

fn options(doc: &mut Doc, count: usize) {
    many(doc.at("option_sets.frequency"), count);
    for place in 0..count {
        *doc.at(&format!("option_sets.frequency.{place}.value")) = Doc::Number(place as f64);
    }
}

#[test]
fn the_number_of_everything_that_is_asked_is_bounded() {
    assert_eq!(questions(|doc| *doc = large(5_000)), "");
    assert_eq!(questions(|doc| *doc = large(5_001)), "items has 5001 items: it must be 1 to 5000");
    assert_eq!(questions(|doc| options(doc, 11)), "");
    assert_eq!(
        questions(|doc| options(doc, 12)),
        "option_sets.frequency has 12 options: it must be 2 to 11"
    );
    assert_eq!(questions(|doc| many(doc.at("context"), 20)), "");
    assert_eq!(
        questions(|doc| many(doc.at("context"), 21)),
        "context has 21 questions: it must be 0 to 20"
    );
    assert_eq!(
        questions(|doc| many(doc.at("context.0.options"), 12)),
        "context[0].options has 12 options: it must be 2 to 11"
    );
}

#[test]
fn the_length_of_every_id_version_and_sign_is_bounded() {
    assert_eq!(questions(|doc| *doc.at("id") = text(64)), "");
    assert!(questions(|doc| *doc.at("id") = text(65)).starts_with("id must be 1 to 64 of"));
    assert_eq!(questions(|doc| *doc.at("version") = text(2_000)), "");
    assert_eq!(
        questions(|doc| *doc.at("version") = text(2_001)),
        "version has 2001 characters: 2000 are the most"
    );
    assert_eq!(questions(|doc| *doc.at("items.0.sign") = text(2_000)), "");
    assert_eq!(
        questions(|doc| *doc.at("items.0.sign") = text(2_001)),
        "items[0].sign has 2001 characters: 2000 are the most"
    );
}

#[test]
fn the_length_of_every_text_is_bounded() {
    let instrument = built_in();
    let words = |length| words_for(&instrument, &["x".repeat(length)]);
    assert!(Texts::new(&instrument, &words(2_000)).is_ok());
    let error = Texts::new(&instrument, &words(2_001)).unwrap_err();
    said(&error);
    assert_eq!(error.mistakes()[0].path, "text.title");
    for mistake in error.mistakes() {
        assert_eq!(mistake.what, "has 2001 characters: 2000 are the most", "{}", mistake.path);
    }
    for part in ["messages", "advice"] {
        for (length, taken) in [(2_000, true), (2_001, false)] {
            let mut doc = Doc::from(&common::english_json());
            doc.at(part).each_text(&mut |text| *text = "x".repeat(length));
            assert_eq!(crate::questions::locale(&doc.tree()).is_ok(), taken, "{part} {length}");
        }
    }
}

#[test]
fn a_language_goes_by_a_tag_and_nothing_else() {
    let taken = |tag: &str| {
        let mut doc = Doc::from(&common::english_json());
        *doc.at("language") = Doc::Text(tag.to_owned());
        crate::questions::locale(&doc.tree()).map_err(|error| said(error.as_ref()))
    };
    for tag in ["en", "zh-Hant-TW", &"a".repeat(35)] {
        assert!(taken(tag).is_ok(), "{tag}");
    }
    for tag in ["", " ", "\u{0}", "en\">", "en_GB", &"a".repeat(36)] {
        assert_eq!(taken(tag).err().unwrap(), "language must be a language tag, such as en");
    }
}

/// What is said of a host's own lines; nothing where they are taken.
fn lines(regions_brought: Value) -> String {
    let brought: Regions = serde_json::from_value(json!({ "regions": regions_brought })).unwrap();
    match regions().with(brought).check() {
        Ok(()) => String::new(),
        Err(error) => said(&error),
    }
}

#[test]
fn the_number_and_length_of_crisis_lines_are_bounded() {
    let line = json!({ "id": "own", "call": "555-0142" });
    let region = |id: String, lines: usize| json!({ "id": id, "lines": vec![line.clone(); lines] });
    let many = |count: usize| (0..count).map(|place| region(format!("R{place}"), 1)).collect();
    let room = 300 - regions().all().len();
    assert_eq!(lines(many(room)), "");
    let refused = "there are too many: 300 regions are the most, and 20 lines in each";
    assert_eq!(lines(many(room + 1)), refused);
    assert_eq!(lines(json!([region("OWN".to_owned(), 20)])), "");
    assert_eq!(lines(json!([region("OWN".to_owned(), 21)])), refused);
    for name in ["name", "emergency"] {
        let with = |length| {
            let mut region = region("OWN".to_owned(), 1);
            region[name] = "1".repeat(length).into();
            lines(json!([region]))
        };
        assert_eq!(with(200), "");
        assert_eq!(with(201), "the region 'OWN' has a text longer than 200 characters");
    }
    for name in ["call", "text", "web", "checked", "name", "what", "hours", "cost", "languages"] {
        let with = |length| {
            let mut region = region("OWN".to_owned(), 1);
            region["lines"][0][name] = "1".repeat(length).into();
            lines(json!([region]))
        };
        assert_eq!(with(200), "");
        assert_eq!(with(201), "the region 'OWN' has a text longer than 200 characters");
    }
    assert!(lines(json!([region("R".repeat(201), 1)])).len() < 200, "the error is short itself");
}

#[test]
fn the_length_of_every_attribute_is_bounded() {
    let refused = |host: &HostAttributes| HostSettings::new(host, &regions()).1.len();
    let name = |length| HostAttributes {
        contact_name: Some("n".repeat(length)),
        ..HostAttributes::default()
    };
    assert_eq!((refused(&name(120)), refused(&name(121))), (0, 1));
    let link = |length: usize| HostAttributes {
        contact_link: Some(format!("https://{}", "l".repeat(length - 8))),
        ..HostAttributes::default()
    };
    assert_eq!((refused(&link(500)), refused(&link(501))), (0, 1));
    let phone = |length: usize| HostAttributes {
        contact_phone: Some(format!("55{}5", "-".repeat(length - 3))),
        ..HostAttributes::default()
    };
    assert_eq!((refused(&phone(40)), refused(&phone(41))), (0, 1));
}

#[test]
fn the_largest_questions_go_all_the_way_within_a_phones_memory() {
    let tree = large(5_000).tree();
    let texts_of_one = vec!["How often was it so?".to_owned()];
    let mut measured = None;
    let used = allocation_counter::measure(|| {
        let instrument = instrument(&tree).unwrap();
        let texts = Texts::new(&instrument, &words_for(&instrument, &texts_of_one)).unwrap();
        measured = Some((instrument, texts));
    });
    assert!(used.bytes_max < 16_000_000, "{} bytes", used.bytes_max);
    let (instrument, texts) = measured.unwrap();
    let locale = english();
    for strain in [4, 0] {
        let used = allocation_counter::measure(|| {
            let mut session = Session::new(Rc::clone(&instrument));
            for item in 0..instrument.items().len() {
                session = session.update(Action::Answer(Question::Item(item), Some(strain)));
            }
            assert_ne!(session.responses(), &Responses::new(&instrument));
        });
        assert!(used.bytes_max < 1_000_000, "{} bytes", used.bytes_max);
    }
    let clicks = [Action::Next, Action::Answer(Question::Item(4_999), Some(4))];
    let session = walked(&instrument, &clicks);
    let used = allocation_counter::measure(|| assert_taken_along(&session, &texts, &locale));
    assert!(used.bytes_max < 200_000_000, "{} bytes", used.bytes_max);
}
