//! Questions, their words and whole languages that a host brings.

use std::error::Error;
use std::rc::Rc;

use burnout_screener::instrument::{Construct, Definition, Instrument};
use burnout_screener::locale::{ContextText, InstrumentText, Locale, LocaleFile, Texts, Wording};
use burnout_screener::tree::{Node, Table, Tree};
use proptest::prelude::*;

use crate::common::{self, built_in, english, english_json, regions};
use crate::doc::{Doc, any_changes, any_doc, any_number, any_text};
use crate::walk::{any_actions, assert_taken_along, walked};
use crate::{said, tried};

const NAMES: &[&str] = &[
    "id",
    "version",
    "page_size",
    "options",
    "value",
    "scales",
    "measures",
    "line",
    "deviation",
    "reliability",
    "facets",
    "items",
    "facet",
    "keying",
    "sign",
    "context",
    "means",
    "short_order",
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
    "facets",
    "items",
    "all",
    "work",
    "caring",
    "both",
    "context",
    "question",
    "daily",
    "welcome.title",
    "nav.next",
];

pub(crate) fn definition() -> Doc {
    Doc::from(&serde_json::from_str(common::INSTRUMENT).unwrap())
}

pub(crate) fn instrument(tree: &Tree) -> Result<Rc<Instrument>, Box<dyn Error>> {
    Ok(Rc::new(Instrument::try_from(Definition::read(&Node::new(tree))?)?))
}

pub(crate) fn locale(tree: &Tree) -> Result<Locale, Box<dyn Error>> {
    Ok(Locale::new(&LocaleFile::read(&Node::new(tree))?, &regions())?)
}

fn texts(tree: &Tree, instrument: &Instrument) -> Result<Texts, Box<dyn Error>> {
    Ok(Texts::new(instrument, &InstrumentText::read(&Node::new(tree))?)?)
}

/// Words for everything in an instrument, taken in turn.
pub(crate) fn words_for(instrument: &Instrument, words: &[String]) -> InstrumentText {
    let mut next = words.iter().cycle().cloned();
    let mut next = || next.next().unwrap();
    let mut all = |ids: Vec<&String>| {
        Table::new(ids.into_iter().map(|id| (id.clone(), next())).collect::<Vec<_>>())
    };
    let facets = Construct::ALL.iter().flat_map(|&each| &instrument.scale(each).facets);
    let context = instrument.context().iter().map(|question| {
        let options = all(question.options.iter().map(|option| &option.id).collect());
        let asked = ContextText { question: words[0].clone(), options };
        (question.id.clone(), asked)
    });
    let context = Table::new(context.collect());
    let mut turn = words.iter().cycle().cloned();
    let items = instrument.items().iter().map(|item| {
        let [work, caring, both] = [turn.next(), turn.next(), turn.next()];
        (item.id.clone(), Wording { all: None, work, caring, both })
    });
    InstrumentText {
        items: Table::new(items.collect()),
        options: all(instrument.options().iter().map(|option| &option.id).collect()),
        facets: all(facets.map(|facet| &facet.id).collect()),
        context,
    }
}

/// Words that pass as they are, whatever they try.
pub(crate) fn any_words() -> impl Strategy<Value = Vec<String>> {
    let word = any_text().prop_map(|mut text| {
        while text.len() > 2_000 {
            text.pop();
        }
        if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
            "word".to_owned()
        } else {
            text
        }
    });
    prop::collection::vec(word, 1..24)
}

/// An instrument with other figures and another number of everything.
fn any_definition() -> impl Strategy<Value = Doc> {
    let values = prop::collection::btree_set(any::<u8>(), 2..=11);
    let figures = prop::collection::vec(any_number(), 9);
    let sensible = (20.0..80.0, 5.0..45.0, 0.3..0.95)
        .prop_map(|(line, deviation, reliability)| [line, deviation, reliability].repeat(3));
    let figures = prop_oneof![1 => figures, 3 => sensible];
    let keep = prop::collection::vec(any::<prop::sample::Index>(), 0..14);
    (values, figures, 0_u8..12, keep, 1_usize..4).prop_map(
        |(values, figures, page, drop, times)| {
            let mut doc = definition();
            *doc.at("page_size") = Doc::Number(page.into());
            let options = values.into_iter().map(|value| {
                let id = Doc::Text(format!("o{value}"));
                Doc::Map(vec![
                    ("id".to_owned(), id),
                    ("value".to_owned(), Doc::Number(value.into())),
                ])
            });
            *doc.at("options") = Doc::List(options.collect());
            for (scale, figures) in figures.chunks(3).enumerate() {
                for (name, figure) in ["line", "deviation", "reliability"].into_iter().zip(figures)
                {
                    *doc.at(&format!("scales.{scale}.{name}")) = Doc::Number(*figure);
                }
            }
            if let Doc::List(items) = doc.at("items") {
                for place in drop {
                    items.remove(place.index(items.len()));
                }
                let mut more = Vec::new();
                for turn in 0..times {
                    for mut item in items.clone() {
                        if let Doc::Text(id) = item.at("id") {
                            id.push_str(&format!("-{turn}"));
                        }
                        more.push(item);
                    }
                }
                *items = more;
            }
            if let Doc::Map(fields) = &mut doc {
                fields.retain(|(name, _)| name != "short_order");
            }
            doc
        },
    )
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
        doc in any_definition(),
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
