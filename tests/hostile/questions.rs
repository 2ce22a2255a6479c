//! Questions, their words and whole languages that a host brings.

use std::error::Error;
use std::rc::Rc;

use burnout_screener::instrument::Instrument;
use burnout_screener::loading;
use burnout_screener::locale::{InstrumentText, Locale, LocaleFile, Texts};
use burnout_screener::tree::{Node, Tree};
use proptest::prelude::*;

use crate::common::{self, built_in, english, english_json, regions};
use crate::doc::{Doc, any_changes, any_doc};
use crate::making::{any_plain, any_profiled, any_words, words_for};
use crate::walk::{any_actions, assert_taken_along, walked};
use crate::{said, tried};

const NAMES: &[&str] = &[
    "format",
    "id",
    "version",
    "licence",
    "validated",
    "asks_role",
    "option_sets",
    "frequency",
    "options",
    "value",
    "scales",
    "method",
    "sum",
    "minimum",
    "count",
    "precision",
    "deviation",
    "reliability",
    "retest",
    "norm",
    "bands",
    "from",
    "facets",
    "of",
    "items",
    "keying",
    "weight",
    "sign",
    "alert",
    "context",
    "means",
    "profile",
    "line",
    "parts",
    "blocks",
    "block",
    "bank",
    "signs",
    "domain",
    "when",
    "tests",
    "answers",
    "burnout",
    "tiredness",
    "direct",
    "exhaustion",
    "no_exposure",
];

const WORDS: &[&str] = &[
    "language",
    "direction",
    "ltr",
    "rtl",
    "messages",
    "advice",
    "title",
    "text",
    "instruments",
    "helping-strain",
    "options",
    "frequency",
    "scales",
    "name",
    "facets",
    "bands",
    "label",
    "items",
    "all",
    "work",
    "caring",
    "both",
    "context",
    "question",
    "daily",
    "welcome.limits",
    "nav.next",
];

pub(crate) fn definition() -> Doc {
    Doc::from(&serde_json::from_str(common::STEADY).unwrap())
}

pub(crate) fn instrument(tree: &Tree) -> Result<Rc<Instrument>, Box<dyn Error>> {
    Ok(Rc::new(loading::instrument(&Node::new(tree))?))
}

pub(crate) fn locale(tree: &Tree) -> Result<Locale, Box<dyn Error>> {
    Ok(Locale::new(&LocaleFile::read(&Node::new(tree))?, &regions())?)
}

fn texts(tree: &Tree, instrument: &Instrument) -> Result<Texts, Box<dyn Error>> {
    Ok(Texts::new(instrument, &InstrumentText::read(&Node::new(tree))?)?)
}

proptest! {
    #![proptest_config(tried(64))]

    #[test]
    fn anything_at_all_in_place_of_questions_is_refused_with_a_reason(doc in any_doc(NAMES)) {
        said(instrument(&doc.tree()).unwrap_err().as_ref());
    }

    #[test]
    fn questions_changed_anywhere_are_refused_or_go_all_the_way(
        changes in any_changes(NAMES),
        words in any_words(),
        clicks in any_actions(),
    ) {
        match instrument(&definition().with(&changes).tree()) {
            Err(error) => drop(said(error.as_ref())),
            Ok(instrument) => {
                let texts = Texts::new(&instrument, &words_for(&instrument, &words)).unwrap();
                assert_taken_along(&walked(&instrument, &clicks), &texts, &english());
            }
        }
    }

    #[test]
    fn questions_with_any_figures_are_refused_or_go_all_the_way(
        doc in prop_oneof![any_profiled(), any_plain()],
        words in any_words(),
        clicks in any_actions(),
    ) {
        match instrument(&doc.tree()) {
            Err(error) => drop(said(error.as_ref())),
            Ok(instrument) => {
                let texts = Texts::new(&instrument, &words_for(&instrument, &words)).unwrap();
                assert_taken_along(&walked(&instrument, &clicks), &texts, &english());
            }
        }
    }

    #[test]
    fn a_file_with_its_words_changed_anywhere_is_refused_or_goes_all_the_way(
        doc in any_plain(),
        changes in any_changes(NAMES),
        clicks in any_actions(),
    ) {
        let words = Doc::from(&serde_json::json!({
            "title": "t", "stem": "s", "options": {}, "items": {}, "scales": {}, "context": {},
        }));
        let mut doc = doc;
        if let Doc::Map(fields) = &mut doc {
            fields.push(("text".to_owned(), words));
        }
        match loading::brought(&doc.with(&changes).tree()) {
            Err(error) => drop(said(&error)),
            Ok((instrument, texts)) => {
                assert_taken_along(&walked(&Rc::new(instrument), &clicks), &texts, &english());
            }
        }
    }

    #[test]
    fn words_of_questions_changed_anywhere_are_refused_or_go_all_the_way(
        changes in any_changes(WORDS),
        clicks in any_actions(),
    ) {
        let instrument = Rc::new(built_in());
        let doc = Doc::from(&english_json()["instruments"]["helping-strain"]).with(&changes);
        match texts(&doc.tree(), &instrument) {
            Err(error) => drop(said(error.as_ref())),
            Ok(texts) => assert_taken_along(&walked(&instrument, &clicks), &texts, &english()),
        }
    }

    #[test]
    fn anything_at_all_in_place_of_a_language_is_refused_with_a_reason(doc in any_doc(WORDS)) {
        let tree = doc.tree();
        said(locale(&tree).unwrap_err().as_ref());
        said(texts(&tree, &built_in()).unwrap_err().as_ref());
    }

    #[test]
    fn a_language_changed_anywhere_is_refused_or_goes_all_the_way(
        changes in any_changes(WORDS),
        clicks in any_actions(),
    ) {
        let instrument = Rc::new(built_in());
        match locale(&Doc::from(&english_json()).with(&changes).tree()) {
            Err(error) => drop(said(error.as_ref())),
            Ok(locale) => {
                let texts = common::english_texts(&instrument);
                assert_taken_along(&walked(&instrument, &clicks), &texts, &locale);
            }
        }
    }

    #[test]
    fn a_language_that_says_anything_at_all_goes_all_the_way(
        words in any_words(),
        clicks in any_actions(),
    ) {
        let instrument = Rc::new(built_in());
        let locale = foreign(&words);
        let texts = Texts::new(&instrument, &words_for(&instrument, &words)).unwrap();
        assert_taken_along(&walked(&instrument, &clicks), &texts, &locale);
    }
}

/// A language that says these words in turn, whatever it is asked for.
pub(crate) fn foreign(words: &[String]) -> Locale {
    let mut doc = Doc::from(&english_json());
    let mut next = words.iter().cycle();
    for part in ["messages", "advice"] {
        doc.at(part).each_text(&mut |text| text.clone_from(next.next().unwrap()));
    }
    locale(&doc.tree()).unwrap()
}
