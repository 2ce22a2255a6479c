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
use burnout_screener::session::{Action, Aside, Length, Question, Role, Session, Step};
use burnout_screener::ui::{App, AppProps, Content, Shared};
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
    let content = Shared::new(content(&host));
    let props = AppProps {
        content,
        session: Some(session),
        ask: yew::Callback::noop(),
        today: yew::Callback::from(|()| None),
        draw: yew::Callback::from(|()| "a".to_owned()),
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
        session = session.update(if matches!(session.step(), Step::Review(_)) {
            Action::SeeResult
        } else {
            Action::Next
        });
    }
    session
}

#[tokio::test(flavor = "current_thread")]
async fn the_welcome_says_how_long_it_takes_and_where_the_answers_stay() {
    let page = shown(session()).await;
    assert!(page.contains("30 short questions"), "{page}");
    assert!(page.contains("Your answers stay in this browser. Nothing is sent."));
    assert!(page.contains("It is not a diagnosis."));
}

#[tokio::test(flavor = "current_thread")]
async fn integration_mode_does_not_promise_what_it_cannot_keep() {
    let page = shown_to(HostAttributes::default(), session()).await;
    assert!(!page.contains("Your answers stay in this browser."));
    assert!(page.contains("other programs on the page could see where you click"));
}

#[tokio::test(flavor = "current_thread")]
async fn help_to_talk_to_is_on_every_step_and_open_on_every_result() {
    let mut session = session();
    while session.step() != Step::Result {
        let page = shown(session.clone()).await;
        assert!(page.contains("Need to talk to someone now?"), "{:?}", session.step());
        session = session.update(Action::Next);
    }
    for strain in 0..=4 {
        let page = shown(finished(|_| Some(strain))).await;
        let help = page.split("<summary>").next().unwrap();
        assert!(help.contains("open=\"open\""), "{strain}: {help}");
    }
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
    let page = shown_to(host, finished(|_| Some(2))).await;
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assert!(!page.contains("<img"));
    assert!(!page.contains("href=\"https:"), "links to the web are closed in the frame");
}

/// How many fields are chosen; the word stands in texts as well.
fn ticked(page: &str) -> usize {
    page.matches(" checked").count() - page.matches("Last checked").count()
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
            let words = content.texts.item(item, Role::Work);
            assert!(!page.contains(words), "{strain}: {words}");
        }
        assert!(!page.contains(" of 100"), "{strain}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn on_the_sheet_for_supervision_no_answer_is_ticked_beforehand() {
    let page = beside(Aside::Supervision, 4).await;
    assert_eq!(page.matches("type=\"checkbox\"").count(), 5);
    assert_eq!(ticked(&page), 2, "the result and the map");
    assert_eq!(page.matches("left-out").count(), 4, "three answers and their title");
}

#[tokio::test(flavor = "current_thread")]
async fn how_it_works_names_the_lines_the_assumptions_and_what_is_not_known() {
    let page = shown(session().update(Action::Show(Aside::How))).await;
    for words in ["50 for burnout, 40 for compassion fatigue", ".88, .86, .80", "25 points"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("What is not known"));
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
async fn a_browser_that_keeps_nothing_is_not_offered_to() {
    let keeping = HostAttributes { keeps: true, ..HostAttributes::default() };
    let page = shown_to(keeping, finished(|_| Some(2))).await;
    assert!(page.contains("Keep this check in this browser"));
    assert!(!shown(finished(|_| Some(2))).await.contains("Keep this check in this browser"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_chosen_answer_is_checked_and_can_be_taken_back() {
    let start = session();
    let first = start.update(Action::Next);
    let asked = first.questions()[1];
    let page = shown(first.update(Action::Answer(asked, Some(2)))).await;
    assert_eq!(ticked(&page), 1);
    assert_eq!(page.matches("quiet take-back off").count(), first.questions().len() - 1);
}

#[tokio::test(flavor = "current_thread")]
async fn the_result_marks_the_columns_that_it_names() {
    let yours = |page: &str| page.matches("column yours").count();
    // A heading and five rows each.
    let burnout = |construct| Some(if construct == Construct::Burnout { 4 } else { 0 });
    assert_eq!(yours(&shown(finished(burnout)).await), 6);
    assert_eq!(yours(&shown(finished(|_| Some(4))).await), 12);
    assert_eq!(yours(&shown(finished(|_| Some(0))).await), 0);
}

#[tokio::test(flavor = "current_thread")]
async fn without_enough_answers_the_result_says_so_and_offers_the_way_back() {
    let page = shown(finished(|_| None)).await;
    assert!(page.contains("There are not enough answers to tell."));
    assert!(page.contains("Answer the questions I left out"));
    assert!(page.contains("Not enough answers for a point"));
}

#[tokio::test(flavor = "current_thread")]
async fn every_result_keeps_room_for_the_text_of_every_other_result() {
    let headline = |name: &str| format!("Your answers look more like {name}.");
    for strain in 0..=4 {
        let page = shown(finished(|_| Some(strain))).await;
        for name in ["burnout", "compassion fatigue", "everyday tiredness", "caregiving exhaustion"]
        {
            assert!(page.contains(&headline(name)), "{strain}: {name}");
        }
    }
}

/// What is said about how sure the result is, without the room that is kept for what could be said.
fn said(page: &str) -> &str {
    let sure = page.split("How sure is this?").nth(1).unwrap();
    sure.split("ghost").next().unwrap()
}

const LOOK_AGAIN: &str = "Many answers in a row were alike";
const ENDED_EARLY: &str = "No open question could change this result";

#[tokio::test(flavor = "current_thread")]
async fn only_a_straight_run_asks_for_a_second_look_and_the_room_for_it_is_always_there() {
    let mut straight = finished(|_| Some(0));
    let honest = shown(straight.clone()).await;
    for item in 0..26 {
        straight = straight.update(Action::Answer(Question::Item(item), Some(4)));
    }
    let straight = shown(straight).await;
    assert!(said(&straight).contains(LOOK_AGAIN), "{}", said(&straight));
    assert!(!said(&honest).contains(LOOK_AGAIN), "{}", said(&honest));
    assert!(honest.contains(LOOK_AGAIN), "there is room for it");
}

#[tokio::test(flavor = "current_thread")]
async fn a_short_form_that_ended_early_says_what_is_less_exact() {
    let mut session = session().with_length(Length::Short);
    while session.step() != Step::Result {
        for question in session.questions() {
            if let Question::Item(item) = question {
                let none = match session.instrument().items()[item].keying {
                    Keying::Direct => 0,
                    Keying::Reversed => 4,
                };
                session = session.update(Action::Answer(question, Some(none)));
            }
        }
        session = session.update(Action::Next);
    }
    assert!(said(&shown(session.clone()).await).contains(ENDED_EARLY));
    let full = shown(finished(|_| Some(0))).await;
    assert!(!full.contains(ENDED_EARLY), "neither said nor room kept for it");
    let room = session.update(Action::ReviewSkipped).update(Action::SeeResult);
    assert!(shown(room).await.contains(ENDED_EARLY));
}
