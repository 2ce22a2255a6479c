//! What a person sees at each step, rendered on the host.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

use std::rc::Rc;

use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::instrument::{Construct, Instrument, Keying};
use burnout_screener::locale::{Locale, LocaleFile};
use burnout_screener::regions::Regions;
use burnout_screener::session::{Action, Aside, Question, Screen, Session, Step, Voice};
use burnout_screener::ui::{App, AppProps, Content, Fold, Folds, Shared};
use yew::LocalServerRenderer;

fn content(host: &HostAttributes) -> Content {
    let instrument: Instrument =
        serde_json::from_str(include_str!("../../../www/instruments/helping-strain.json")).unwrap();
    let file: LocaleFile =
        serde_json::from_str(include_str!("../../../www/locales/en.json")).unwrap();
    let regions: Regions = serde_json::from_str(include_str!("../../../www/regions.json")).unwrap();
    Content {
        texts: file.texts(&instrument).unwrap(),
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions).unwrap(),
        settings: HostSettings::new(host, &regions).0,
        regions,
    }
}

fn session() -> Session {
    Session::new(content(&HostAttributes::default()).instrument)
}

async fn shown_to(host: HostAttributes, session: Session) -> String {
    unfolded(host, session, Folds::default()).await
}

async fn unfolded(host: HostAttributes, session: Session, folds: Folds) -> String {
    let content = Shared::new(content(&host));
    let props = AppProps {
        content,
        session: Some(session),
        folds,
        ask: yew::Callback::noop(),
        today: yew::Callback::from(|()| None),
        draw: yew::Callback::from(|()| "a".to_owned()),
        style: yew::Callback::from(|()| burnout_screener::export::Style::default()),
    };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

async fn shown(session: Session) -> String {
    shown_to(HostAttributes { isolated: true, ..HostAttributes::default() }, session).await
}

/// A finished self-check: how much strain each scale shows, 0–4, as the answers give it.
fn finished(strain: impl Fn(Construct) -> Option<u8>) -> Session {
    let mut session = session();
    let instrument = session.instrument().clone();
    let profiled = instrument.profiled().unwrap();
    for construct in Construct::ALL {
        for item in profiled.scale(construct).items() {
            let answer = strain(construct).map(|strain| match instrument.items()[item].keying {
                Keying::Direct => strain,
                Keying::Reversed => 4 - strain,
            });
            session = session.update(Action::Answer(Question::Item(item), answer));
        }
    }
    while session.step() != Step::Result {
        session = session.update(if matches!(session.step(), Step::Asking(Screen::Again(_))) {
            Action::GoOnWithout
        } else {
            Action::Next
        });
    }
    session
}

#[tokio::test(flavor = "current_thread")]
async fn the_welcome_says_how_long_it_takes_and_where_the_answers_stay() {
    let page = shown(session()).await;
    assert!(page.contains("34 short questions"), "{page}");
    assert!(page.contains("Your answers stay in this browser. Nothing is sent."));
    assert!(page.contains("It is not a diagnosis."));
}

#[tokio::test(flavor = "current_thread")]
async fn who_works_for_the_host_reads_who_sees_what_and_nobody_else_does() {
    let said = "Nobody at your work sees your answers.";
    let ours = HostAttributes {
        isolated: true,
        employer: Some("yes".to_owned()),
        ..HostAttributes::default()
    };
    assert!(shown_to(ours, session()).await.contains(&format!("<li>{said}")));
    let page = shown(session()).await;
    assert!(!page.contains(&format!("<li>{said}")));
    assert!(page.contains(&format!("<li hidden=\"hidden\">{said}")), "{page}");
}

#[tokio::test(flavor = "current_thread")]
async fn integration_mode_does_not_promise_what_it_cannot_keep() {
    let page = shown_to(HostAttributes::default(), session()).await;
    assert!(!page.contains("Your answers stay in this browser."));
    assert!(page.contains("other programs on the page could see where you click"));
}

#[tokio::test(flavor = "current_thread")]
async fn no_step_has_an_inline_style_which_the_frames_policy_would_block() {
    let mut session = session();
    loop {
        assert!(!shown(session.clone()).await.contains(" style="), "{:?}", session.step());
        if session.step() == Step::Result {
            break;
        }
        session = session.update(Action::Next);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn text_of_the_host_is_shown_as_text() {
    let host = HostAttributes {
        isolated: true,
        contact_name: Some("<img src=x onerror=alert(1)>".to_owned()),
        contact_link: Some("https://clinic.example/a\"onmouseover=\"b".to_owned()),
        ..HostAttributes::default()
    };
    let mut folds = Folds::default();
    folds.set(Fold::Places, true);
    let page = unfolded(host, finished(|_| Some(2)), folds).await;
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assert!(!page.contains("<img"));
    assert!(!page.contains("href=\"https:"), "links to the web are closed in the frame");
}

/// How many fields are chosen; the word stands in texts as well.
fn ticked(page: &str) -> usize {
    page.matches(" checked").count() - page.matches("Last checked").count()
}

/// How many answers are marked as chosen.
fn pressed(page: &str) -> usize {
    page.matches("aria-pressed=\"true\"").count()
}

/// The result, as it looks on a sheet or another page beside the way.
async fn beside(aside: Aside, strain: u8) -> String {
    shown(finished(|_| Some(strain)).update(Action::Show(aside))).await
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_for_the_workplace_holds_no_answer_and_no_score() {
    for strain in 0..=4 {
        let page = beside(Aside::Handout, strain).await;
        assert!(page.contains("This page holds no answer, no score and no name."));
        let content = content(&HostAttributes::default());
        for item in 0..content.instrument.items().len() {
            let words = content.texts.item(item, Voice::Helping);
            assert!(!page.contains(words), "{strain}: {words}");
        }
        assert!(!page.contains(" of 100"), "{strain}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn on_the_sheet_for_supervision_no_answer_is_ticked_beforehand() {
    let page = beside(Aside::Supervision, 4).await;
    let page = page.split("class=\"twin\"").next().unwrap();
    assert_eq!(page.matches("type=\"checkbox\"").count(), 5);
    assert_eq!(ticked(page), 2, "the result and the map");
    assert_eq!(page.matches("left-out").count(), 4, "three answers and their title");
}

#[tokio::test(flavor = "current_thread")]
async fn how_it_works_names_the_lines_the_assumptions_and_what_is_not_known() {
    let page = shown(session().update(Action::Show(Aside::How))).await;
    for words in ["50 for burnout and 40 for compassion fatigue", "0.88, 0.86", "25 points"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("What is not known"));
}

/// Of this height a page around hears, so it may not tell what was answered.
#[tokio::test(flavor = "current_thread")]
async fn what_only_keeps_room_is_the_same_whatever_was_answered() {
    let room = |page: String| page[page.find("class=\"ghost long\"").unwrap()..].to_owned();
    let begun = session().update(Action::Next);
    let untouched = room(shown(begun.clone()).await);
    assert!(untouched.contains("Answer 12 more"), "{untouched}");
    let mut offered = Vec::new();
    for option in 0..4 {
        let mut asked = begun.clone();
        while let Step::Asking(screen) = asked.step() {
            assert_eq!(room(shown(asked.clone()).await), untouched, "{option} {screen:?}");
            if screen == Screen::Offer {
                offered.push(asked.offered().len());
            }
            asked = match screen {
                Screen::Ask(question) => asked.update(Action::Press(question, option)),
                Screen::Signs => asked.update(Action::Tick(Some(0))).update(Action::Next),
                Screen::Offer => asked.update(Action::TakeOffer),
                Screen::Again(_) => asked.update(Action::GoOnWithout),
                Screen::Hints(_) => asked.update(Action::Next),
            };
        }
    }
    assert!(!offered.is_empty(), "no answers led to an offer");
}

#[tokio::test(flavor = "current_thread")]
async fn the_way_out_is_on_every_step_until_everything_is_erased() {
    let mut session = session();
    while session.step() != Step::Result {
        assert!(shown(session.clone()).await.contains("Erase and leave"), "{:?}", session.step());
        session = session.update(Action::Next);
    }
    assert!(shown(session.clone()).await.contains("Erase and leave"));
    let page = shown(session.update(Action::Erase)).await;
    assert!(page.contains("Your answers are erased"));
    assert!(!page.contains("Erase and leave"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_chosen_answer_is_marked_and_can_be_cleared_and_skip_stands_only_where_none_is() {
    let first = session().update(Action::Next);
    let asked = first.question().unwrap();
    let open = shown(first.clone()).await;
    let answered = shown(first.update(Action::Answer(asked, Some(2)))).await;
    assert_eq!((pressed(&open), pressed(&answered)), (0, 1));
    // What keeps room has one of each as well.
    let count = |page: &str, words: &str| page.matches(&format!(">{words}</button>")).count();
    for (words, before, after) in [("Clear answer", 0, 1), ("Next", 0, 1), ("Skip", 1, 0)] {
        assert_eq!(count(&answered, words) + before, count(&open, words) + after, "{words}");
    }
}
