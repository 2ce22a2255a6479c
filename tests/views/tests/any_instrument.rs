//! Whatever instrument is brought: each view of it renders, and says nothing of the built-in one.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

#[path = "../../common/mod.rs"]
mod common;
#[path = "../../instruments/mod.rs"]
mod instruments;

use std::rc::Rc;

use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::instrument::Instrument;
use burnout_screener::session::{Action, Aside, Question, Session, Step};
use burnout_screener::ui::{App, AppProps, Content, Shared};
use common::{english, english_json, regions};
use instruments::{PLAIN, PROFILED, brought, file};
use serde_json::Value;
use yew::LocalServerRenderer;

/// Words that speak of the built-in profile.
const OURS: [&str; 8] =
    ["burnout", "compassion", "fatigue", "tired", "exhaust", "caregiving", "worn out", "strain"];

async fn shown(content: &Shared, session: Session) -> String {
    let props = yew::props!(AppProps { content: content.clone(), session: Some(session) });
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

fn content(name: &str) -> Shared {
    let (instrument, texts) = brought(file(name)).map_err(|error| error.to_string()).unwrap();
    let regions = regions();
    let host = HostAttributes { isolated: true, ..HostAttributes::default() };
    Shared::new(Content {
        instrument: Rc::new(instrument),
        texts,
        locale: english(),
        settings: HostSettings::new(&host, &regions).0,
        regions,
    })
}

/// Everything answered with the option that `choose` gives for so many options; `None` leaves it out.
fn answered(instrument: &Rc<Instrument>, choose: impl Fn(usize) -> Option<usize>) -> Session {
    let mut session = Session::new(Rc::clone(instrument));
    for item in 0..instrument.items().len() {
        let option =
            choose(instrument.options(item).len()).and_then(|option| u8::try_from(option).ok());
        session = session.update(Action::Answer(Question::Item(item), option));
    }
    session
}

/// Every step of a walk through the self-check, the review and the pages beside the way included.
fn steps(mut session: Session) -> Vec<Session> {
    let mut steps = vec![session.clone(), session.update(Action::Show(Aside::How))];
    while session.step() != Step::Result {
        session = session.update(Action::Next);
        steps.push(session.clone());
    }
    for aside in [Aside::How, Aside::Handout, Aside::Supervision] {
        steps.push(session.update(Action::Show(aside)));
    }
    steps
}

fn walks(instrument: &Rc<Instrument>) -> Vec<Session> {
    let ways: [fn(usize) -> Option<usize>; 4] =
        [|_| Some(0), |options| Some(options - 1), |options| Some(options / 2), |_| None];
    ways.into_iter().flat_map(|way| steps(answered(instrument, way))).collect()
}

/// All texts and ids of the built-in instrument that are long enough to be told from ordinary words.
fn built_in_words() -> Vec<String> {
    fn texts(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) if text.len() > 14 => found.push(text.clone()),
            Value::Array(list) => list.iter().for_each(|each| texts(each, found)),
            Value::Object(map) => map.values().for_each(|each| texts(each, found)),
            _ => {}
        }
    }
    let mut found = vec!["helping-strain".to_owned()];
    texts(&english_json()["instruments"]["helping-strain"], &mut found);
    // What the profile itself says, whoever rents it, is not the instrument's.
    let own = ["Compassion fatigue", "Caregiving exhaustion", "Everyday tiredness"];
    let mut said = Vec::new();
    texts(&english_json()["messages"], &mut said);
    found.retain(|text| {
        !own.contains(&text.as_str()) && !said.iter().any(|message| message.contains(text.as_str()))
    });
    assert!(found.len() > 60, "{}", found.len());
    found
}

/// What stands in markup, as a person reads it.
fn read(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    text.replace("&#x27;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

#[tokio::test(flavor = "current_thread")]
async fn no_view_of_an_instrument_without_a_profile_has_a_word_of_ours_about_strain() {
    let words = built_in_words();
    for name in PLAIN {
        let content = content(name);
        for session in walks(&content.instrument) {
            let step = session.step();
            let text = read(&shown(&content, session).await);
            for word in &words {
                assert!(!text.contains(word), "{name} {step:?}: {word}");
            }
            // What can be asked for anywhere stays: it names kinds of people and places, not this result.
            let lower = text.to_lowercase();
            for word in OURS {
                assert!(!lower.contains(word), "{name} {step:?}: {word}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn no_view_of_a_second_profile_has_a_word_of_the_first_instrument() {
    let content = content(PROFILED);
    for session in walks(&content.instrument) {
        let step = session.step();
        let text = read(&shown(&content, session).await);
        for word in built_in_words() {
            assert!(!text.contains(&word), "{step:?}: {word}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_score_stands_with_its_band_and_the_licence_line_beside_it() {
    let content = content("proqol-like");
    let session = answered(&content.instrument, |options| Some(options - 1));
    let result = steps(session).into_iter().find(|step| step.step() == Step::Result).unwrap();
    let text = read(&shown(&content, result).await);
    // Ten times 5; five of ten reversed: five times 5 and five times 1; ten times 5.
    for (scale, score) in [("50", "10 to 50"), ("30", "10 to 50")] {
        assert!(text.contains(&format!(": {scale} (")) && text.contains(score), "{scale}");
    }
    let credit = content.instrument.credit();
    assert!(text.contains(credit.line.as_deref().unwrap()));
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_that_must_not_stay_alone_shows_whom_to_turn_to_right_under_it() {
    let content = content("phq-like");
    let last = content.instrument.items().len() - 1;
    let card = "role=\"alert\"";
    for (option, alert) in [(0, false), (1, true), (3, true)] {
        let mut session = answered(&content.instrument, |_| Some(0));
        session = session.update(Action::Answer(Question::Item(last), Some(option)));
        while session.question() != Some(Question::Item(last)) {
            session = session.update(Action::Next);
        }
        let html = shown(&content, session).await;
        assert_eq!(html.contains(card), alert, "{option}");
        // The room for it is there either way.
        assert!(html.contains("help-card"));
    }
}
