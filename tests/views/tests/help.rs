//! The help bar: the same on every step and every result, with the facts as they stand in the list.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

use std::rc::Rc;

use burnout_screener::history::Date;
use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::instrument::{Instrument, Keying};
use burnout_screener::locale::{Locale, LocaleFile};
use burnout_screener::regions::Regions;
use burnout_screener::session::{Action, Question, Session, Step};
use burnout_screener::ui::{App, AppProps, Content, Folds, Shared};
use serde_json::{Value, json};
use yew::{Callback, LocalServerRenderer};

const REGIONS: &str = include_str!("../../../www/regions.json");

fn content(host: &HostAttributes, brought: Value) -> Content {
    let instrument: Instrument =
        serde_json::from_str(include_str!("../../../www/instruments/helping-strain.json")).unwrap();
    let file: LocaleFile =
        serde_json::from_str(include_str!("../../../www/locales/en.json")).unwrap();
    let regions: Regions = serde_json::from_str(REGIONS).unwrap();
    let regions = regions.with(serde_json::from_value(brought).unwrap());
    Content {
        texts: file.texts(&instrument).unwrap(),
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions).unwrap(),
        settings: HostSettings::new(host, &regions).0,
        regions,
    }
}

/// The bar as it is on this day.
async fn bar_of(content: Content, session: Option<Session>, today: &'static str) -> String {
    let props = AppProps {
        folds: Folds::default(),
        content: Shared::new(content),
        session,
        ask: Callback::noop(),
        today: Callback::from(move |()| Date::new(today)),
        draw: Callback::from(|()| "a".to_owned()),
        style: yew::Callback::from(|()| burnout_screener::export::Style::default()),
    };
    let page = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
    let start = page.find("<div class=\"help\">").unwrap();
    let end = page[start..].find("data-step=").unwrap();
    page[start..start + end].to_owned()
}

fn host(region: &str) -> HostAttributes {
    let region = Some(region.to_owned());
    HostAttributes { isolated: true, region, ..HostAttributes::default() }
}

async fn bar(host: &HostAttributes) -> String {
    bar_of(content(host, json!({ "regions": [] })), None, "2026-12-01").await
}

/// The result of somebody who answers everything with this much strain, or leaves all out.
fn result(strain: Option<u8>) -> Session {
    let mut session =
        Session::new(content(&HostAttributes::default(), json!({ "regions": [] })).instrument);
    let instrument = session.instrument().clone();
    for (place, item) in instrument.items().iter().enumerate() {
        let Some(strain) = strain else { break };
        let answer = if item.keying == Keying::Direct { strain } else { 4 - strain };
        session = session.update(Action::Answer(Question::Item(place), Some(answer)));
    }
    while session.step() != Step::Result {
        session = session.update(Action::Next);
    }
    session
}

#[tokio::test(flavor = "current_thread")]
async fn the_bar_is_the_same_on_every_step_and_on_every_result() {
    let regions = || json!({ "regions": [] });
    let welcome = bar(&host("GB")).await;
    assert!(welcome.contains("Talk to someone now"), "{welcome}");
    let mut session = Session::new(content(&host("GB"), regions()).instrument);
    while session.step() != Step::Result {
        let shown = bar_of(content(&host("GB"), regions()), Some(session.clone()), "2026-12-01");
        assert_eq!(shown.await, welcome, "{:?}", session.step());
        session = session.update(Action::Next);
    }
    for strain in [None, Some(0), Some(1), Some(2), Some(3), Some(4)] {
        let shown = bar_of(content(&host("GB"), regions()), Some(result(strain)), "2026-12-01");
        assert_eq!(shown.await, welcome, "{strain:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_name_and_the_number_stay_as_they_are_under_a_translator_and_from_right_to_left() {
    let bar = bar(&host("GB")).await;
    assert!(bar.contains("href=\"tel:116123\""), "{bar}");
    assert!(bar.contains("<bdi translate=\"no\">Samaritans</bdi>"), "{bar}");
    let tag = bar.split("116 123</bdi>").next().unwrap().rsplit('<').next().unwrap();
    for part in ["bdi ", "class=\"digits\"", "dir=\"ltr\"", "translate=\"no\""] {
        assert!(tag.contains(part), "{part} is not in {tag}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_others_and_the_regions_are_built_only_when_they_are_unfolded() {
    let bar = bar(&host("GB")).await;
    assert!(bar.contains("aria-expanded=\"false\""), "{bar}");
    assert!(!bar.contains("85258") && !bar.contains("Austria"), "{bar}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_clinics_contact_stands_in_the_bar_only_where_it_is_open_day_and_night() {
    let ours = HostAttributes {
        contact_name: Some("Staff <b>line</b>".to_owned()),
        contact_phone: Some("+1 (555) 0142".to_owned()),
        ..host("GB")
    };
    let by_day = bar(&ours).await;
    assert!(by_day.contains("Samaritans") && !by_day.contains("0142"), "{by_day}");
    let always =
        bar(&HostAttributes { contact_always: Some("yes".to_owned()), ..ours.clone() }).await;
    assert!(always.contains("href=\"tel:+15550142\""), "{always}");
    assert!(always.contains("Staff &lt;b&gt;line&lt;/b&gt;"), "{always}");
    assert!(!always.contains("Samaritans"), "{always}");
    let without_a_number =
        HostAttributes { contact_phone: None, contact_always: Some("yes".to_owned()), ..ours };
    assert!(bar(&without_a_number).await.contains("Samaritans"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_line_that_only_takes_texts_or_stands_on_the_web_is_shown_too() {
    let line =
        |line: Value| json!({ "regions": [{ "id": "OWN", "name": "Own", "lines": [line] }] });
    let bar = async |own: Value| bar_of(content(&host("OWN"), line(own)), None, "2026-12-01").await;
    let texts = bar(json!({ "id": "own", "name": "Ours", "text": "555 0142" })).await;
    assert!(texts.contains("href=\"sms:5550142\""), "{texts}");
    let site = bar(json!({ "id": "own", "web": "example.org" })).await;
    assert!(site.contains("<bdi translate=\"no\">example.org</bdi>"), "{site}");
    assert!(!site.contains("href="), "links to the web are closed in the frame: {site}");
    let first_version = bar(json!({ "id": "own", "call": "555 0142" })).await;
    assert!(first_version.contains("href=\"tel:5550142\""), "{first_version}");
}

#[tokio::test(flavor = "current_thread")]
async fn lines_checked_more_than_twelve_months_ago_stand_beside_the_directory() {
    let day =
        async |today| bar_of(content(&host("GB"), json!({ "regions": [] })), None, today).await;
    let fresh = day("2027-11-26").await;
    assert!(!fresh.contains("findahelpline.com"), "{fresh}");
    let old = day("2027-11-27").await;
    assert!(old.contains("Samaritans") && old.contains("findahelpline.com"), "{old}");
}
