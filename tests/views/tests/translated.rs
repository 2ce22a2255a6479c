//! In any language: every word that a person sees comes out of the texts. For that each text is put in brackets
//! and made longer by two fifths, as other languages are; what stands outside brackets was not in the texts.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

use std::rc::Rc;

use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::{Locale, LocaleFile};
use burnout_screener::regions::Regions;
use burnout_screener::session::{Action, Aside, Question, Screen, Session, Step};
use burnout_screener::ui::{App, AppProps, Content, Fold, Folds, Shared};
use serde_json::Value;
use yew::LocalServerRenderer;

const FOLDS: [Fold; 10] = [
    Fold::Details,
    Fold::More,
    Fold::Places,
    Fold::Keep,
    Fold::How,
    Fold::Differ,
    Fold::All,
    Fold::Lock,
    Fold::Files,
    Fold::Earlier,
];

/// The name of the host's own contact: a fact, as those in the list of regions are.
const CONTACT: &str = "CONTACT";

fn made_longer(value: &mut Value) {
    match value {
        Value::String(text) => {
            let more = "~".repeat(text.chars().count() * 2 / 5 + 1);
            *text = format!("[{text} {more}]");
        }
        Value::Array(all) => all.iter_mut().for_each(made_longer),
        Value::Object(all) => all.values_mut().for_each(made_longer),
        _ => {}
    }
}

/// The words of no language, written in this direction.
fn content(direction: &str) -> Content {
    let instrument: Instrument =
        serde_json::from_str(include_str!("../../../www/instruments/helping-strain.json")).unwrap();
    let mut json: Value =
        serde_json::from_str(include_str!("../../../www/locales/en.json")).unwrap();
    ["messages", "advice", "instruments"].iter().for_each(|part| made_longer(&mut json[part]));
    json["direction"] = direction.into();
    json["review"] = "[review]".into();
    let file: LocaleFile = serde_json::from_value(json).unwrap();
    let regions: Regions = serde_json::from_str(include_str!("../../../www/regions.json")).unwrap();
    let host = HostAttributes {
        isolated: true,
        contact_name: Some(CONTACT.to_owned()),
        region: Some("AU".to_owned()),
        ..HostAttributes::default()
    };
    Content {
        texts: file.texts(&instrument).unwrap(),
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions).unwrap(),
        settings: HostSettings::new(&host, &regions).0,
        regions,
    }
}

async fn shown(content: &Shared, session: Session, open: &[Fold]) -> String {
    let mut folds = Folds::default();
    open.iter().for_each(|&fold| folds.set(fold, true));
    let props = AppProps {
        content: content.clone(),
        session: Some(session),
        folds,
        ask: yew::Callback::noop(),
        today: yew::Callback::from(|()| None),
        draw: yew::Callback::from(|()| "a".to_owned()),
        style: yew::Callback::from(|()| burnout_screener::export::Style::default()),
    };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// Attributes that people read or hear.
const READ: [&str; 4] = [" aria-label=\"", " title=\"", " alt=\"", " placeholder=\""];

/// The words that stand outside brackets.
fn bare(page: &str) -> Vec<String> {
    let mut text = String::new();
    for piece in page.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        for name in READ {
            if let Some((_, value)) = tag.split_once(name) {
                text.extend([" ", value.split('"').next().unwrap(), " "]);
            }
        }
        text.push(' ');
        text.push_str(after);
    }
    let (mut deep, mut bare) = (0, String::new());
    for c in text.chars() {
        match c {
            '[' => deep += 1,
            ']' => deep -= 1,
            _ if deep == 0 => bare.push(c),
            _ => {}
        }
    }
    assert_eq!(deep, 0, "brackets come in pairs");
    let words = bare.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// What is a fact in every language: the names of lines.
fn facts() -> String {
    include_str!("../../../www/regions.json").to_owned() + CONTACT
}

fn finished(content: &Content, option: u8, role: u8) -> Session {
    let mut session = Session::new(Rc::clone(&content.instrument));
    session = session.update(Action::Answer(Question::Role, Some(role)));
    for item in 0..content.instrument.items().len() {
        session = session.update(Action::Answer(Question::Item(item), Some(option)));
    }
    for question in 0..content.instrument.context().len() {
        session = session.update(Action::Answer(Question::Context(question), Some(3)));
    }
    while session.step() != Step::Result {
        if session.step() == Step::Asking(Screen::Signs) {
            for sign in 0..content.instrument.signs().len() {
                session = session.update(Action::Tick(Some(sign)));
            }
        }
        let again = matches!(session.step(), Step::Asking(Screen::Again(_) | Screen::Offer));
        session = session.update(if again { Action::GoOnWithout } else { Action::Next });
    }
    session
}

#[tokio::test(flavor = "current_thread")]
async fn no_word_stands_outside_the_texts() {
    let facts = facts();
    for direction in ["ltr", "rtl"] {
        let content = Shared::new(content(direction));
        let mut pages = Vec::new();
        let mut session = Session::new(Rc::clone(&content.instrument));
        while session.step() != Step::Result {
            pages.push(shown(&content, session.clone(), &[]).await);
            session = session.update(Action::Next);
        }
        pages.push(shown(&content, session.update(Action::Erase), &[]).await);
        for (option, role) in [(4, 0), (2, 1), (0, 2), (4, 3)] {
            let result = finished(&content, option, role);
            for aside in [Aside::How, Aside::Handout, Aside::Supervision] {
                pages.push(shown(&content, result.update(Action::Show(aside)), &[]).await);
            }
            for fold in FOLDS {
                pages.push(shown(&content, result.clone(), &[fold]).await);
            }
            let within = [[Fold::Details, Fold::Differ], [Fold::More, Fold::All]];
            let kept = [[Fold::Keep, Fold::Lock], [Fold::Keep, Fold::Files]];
            for open in within.iter().chain(&kept) {
                pages.push(shown(&content, result.clone(), open).await);
            }
        }
        assert!(pages.len() > 90, "{} pages", pages.len());
        for page in pages {
            for word in bare(&page) {
                assert!(facts.contains(&word), "{direction}: {word:?} in {page}");
            }
        }
    }
}

#[test]
fn the_reader_of_these_tests_finds_bare_words() {
    assert_eq!(bare("<p class=\"a\">[one [two]] three</p>"), ["three"]);
    assert_eq!(bare("<b aria-label=\"four\">5</b>"), ["four"]);
}
