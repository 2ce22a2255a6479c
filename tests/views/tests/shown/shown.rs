//! Every page with words that try to be more than words: what is rendered has the tags and attributes
//! that the widget writes, and the words are in it as text.

use std::rc::Rc;

use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::locale::{Locale, LocaleFile, Texts};
use burnout_screener::regions::Regions;
use burnout_screener::session::{Action, Aside, Session, Step};
use burnout_screener::ui::{App, AppProps, Content, Folds, Shared};
use proptest::prelude::*;
use serde_json::json;
use yew::LocalServerRenderer;

use crate::common::{built_in, english_json, regions};
use crate::doc::{Doc, tricks};
use crate::making::{any_words, words_for};
use crate::tried;
use crate::walk::{any_actions, walked};

/// Begins the markup of every text that tries to become some.
const MARK: &str = "bsx";

/// The tags that the widget writes, and `br`, which the tests of this reader use.
const TAGS: &[&str] = &[
    "a", "b", "bdi", "br", "button", "circle", "dd", "defs", "details", "div", "dl", "dt", "form",
    "g", "h2", "h3", "h4", "input", "label", "li", "line", "p", "pattern", "polyline", "progress",
    "rect", "section", "span", "strong", "summary", "svg", "table", "tbody", "td", "text",
    "textarea", "th", "thead", "tr", "tspan", "ul",
];

/// Takes rendered HTML apart: every tag and every attribute is one that the widget writes. Gives the
/// text between the tags and in the attributes, as a reader sees it.
fn read(page: &str) -> String {
    let mut text = String::new();
    let (first, rest) = page.split_once('<').unwrap_or((page, ""));
    text.push_str(first);
    for piece in rest.split('<') {
        let piece = piece.strip_prefix('/').unwrap_or(piece);
        let end = piece.find(|c: char| !c.is_ascii_alphanumeric()).unwrap();
        let (name, mut rest) = piece.split_at(end);
        assert!(TAGS.contains(&name), "<{name} in {piece}");
        loop {
            rest = rest.trim_start_matches([' ', '/']);
            if let Some(after) = rest.strip_prefix('>') {
                text.push_str(after);
                break;
            }
            let end = rest.find(['=', ' ', '>']).unwrap();
            let (attribute, after) = rest.split_at(end);
            let known = |c: char| c.is_ascii_alphabetic() || c == '-' || c.is_ascii_digit();
            assert!(
                attribute.chars().all(known) && !attribute.is_empty(),
                "{attribute} in {piece}"
            );
            assert!(!attribute.starts_with("on") && attribute != "style", "{attribute} in {piece}");
            rest = match after.strip_prefix("=\"") {
                Some(value) => {
                    let (value, after) = value.split_once('"').unwrap();
                    if attribute == "href" {
                        let schemes = ["https://", "tel:", "sms:", "mailto:", "#"];
                        assert!(schemes.iter().any(|scheme| value.starts_with(scheme)), "{value}");
                    }
                    text.extend([" ", value, " "]);
                    after
                }
                None => after,
            };
        }
    }
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
    ];
    let text = signs.iter().fold(text, |text, (escaped, sign)| text.replace(escaped, sign));
    text.replace("&amp;", "&")
}

/// Everything there is, in these words.
fn content(words: &[String], isolated: bool) -> Content {
    let mut next = words.iter().cycle().cloned();
    let mut next = || next.next().unwrap();
    let short = |text: String| text.chars().take(40).collect::<String>();
    let brought = json!({ "regions": [{
        "id": "OWN", "name": format!("n{}", short(next())), "emergency": format!("1{}", short(next())),
        "lines": [{
            "id": "own", "call": format!("5{}", short(next())), "text": format!("6{}", short(next())),
            "web": format!("w{}", short(next())), "checked": format!("c{}", short(next())),
        }],
    }] });
    let regions = regions().with(serde_json::from_value::<Regions>(brought).unwrap());
    assert_eq!(regions.check(), Ok(()));
    let host = HostAttributes {
        isolated,
        keeps: true,
        region: Some("OWN".to_owned()),
        contact_name: Some(short(next())),
        contact_link: Some(format!(
            "https://a/{}",
            short(next()).replace(|c: char| c.is_whitespace() || c.is_control(), "")
        )),
        contact_phone: Some("555-0142".to_owned()),
        ..HostAttributes::default()
    };
    let mut doc = Doc::from(&english_json());
    for part in ["messages", "advice"] {
        doc.at(part).each_text(&mut |text| *text = next());
    }
    let file = LocaleFile::read(&burnout_screener::tree::Node::new(&doc.tree())).unwrap();
    let instrument = built_in();
    Content {
        texts: Texts::new(&instrument, &words_for(&instrument, words)).unwrap(),
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions).unwrap(),
        settings: HostSettings::new(&host, &regions).0,
        regions,
    }
}

fn render(content: &Shared, session: Session) -> String {
    let props = AppProps {
        content: content.clone(),
        session: Some(session),
        folds: Folds::default(),
        ask: yew::Callback::noop(),
        today: yew::Callback::from(|()| None),
        draw: yew::Callback::from(|()| "a".to_owned()),
        style: yew::Callback::from(|()| burnout_screener::export::Style::default()),
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

proptest! {
    #![proptest_config(tried(12))]

    #[test]
    fn words_that_try_to_be_markup_are_shown_as_they_are(
        words in any_words(),
        clicks in any_actions(),
        isolated: bool,
    ) {
        let content = Shared::new(content(&words, isolated));
        let result = walked(&content.instrument, &clicks);
        let first = Session::new(Rc::clone(&content.instrument));
        let mut steps = vec![first.clone(), first.update(Action::Next), first.update(Action::Erase)];
        steps.extend(
            [Aside::How, Aside::Handout, Aside::Supervision]
                .map(|aside| result.update(Action::Show(aside))),
        );
        steps.extend([result.update(Action::ReviewSkipped), result]);
        for session in steps {
            let step = session.step();
            let text = read(&render(&content, session));
            if let (Step::Result, Some(name)) = (step, &content.settings.contact.name) {
                prop_assert!(text.contains(name.as_str()), "{name:?} is not in {text}");
            }
        }
    }
}

#[test]
fn each_trick_alone_is_shown_as_it_is() {
    for trick in tricks() {
        let content = Shared::new(content(std::slice::from_ref(&trick), false));
        let first = Session::new(Rc::clone(&content.instrument)).update(Action::Next);
        let page = render(&content, first);
        assert!(read(&page).contains(&trick), "{trick:?} is not in {page}");
    }
}

#[test]
fn the_reader_of_these_tests_finds_markup() {
    assert_eq!(read("<p class=\"a\">1 &lt; 2<br></p>"), " a 1 < 2");
    for page in
        [format!("<{MARK}>"), "<p onclick=\"x\">".into(), "<a href=\"javascript:x\">".into()]
    {
        assert!(std::panic::catch_unwind(|| read(&page)).is_err(), "{page}");
    }
}
