//! What stands in the file before the engine is, to the letter, what the engine shows.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

use burnout_screener::session::{Action, Question, Session};
use burnout_screener::ui::{App, AppProps, Content, Folds, Shared, beginning};
use first_words::{content, rendered};
use yew::LocalServerRenderer;

const INSTRUMENT: &str = include_str!("../../../www/instruments/helping-strain.json");
const LOCALE: &str = include_str!("../../../www/locales/en.json");
const REGIONS: &str = include_str!("../../../www/regions.json");

fn built_in() -> Content {
    let tongues = ["en", "English", "", "xx", "Another", ""].map(str::to_owned).to_vec();
    content(INSTRUMENT, LOCALE, REGIONS, tongues).unwrap()
}

/// The form as the engine shows it.
async fn live(session: Session, content: Content) -> String {
    let props = AppProps {
        content: Shared::new(content),
        session: Some(session),
        folds: Folds::default(),
        ask: yew::Callback::noop(),
        today: yew::Callback::from(|()| None),
        draw: yew::Callback::from(|()| "a".to_owned()),
        style: yew::Callback::from(|()| burnout_screener::export::Style::default()),
    };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// What lies in the templates, in their order.
async fn templates() -> Vec<String> {
    let page = rendered(built_in()).await;
    let (_, rest) = page.split_once("</form>").unwrap();
    let body = |template: &str| template.strip_prefix("<template>").unwrap().to_owned();
    rest.split_terminator("</template>").map(body).collect()
}

/// The step alone.
fn step(form: &str) -> String {
    let from = form.find("<div data-step=").or_else(|| form.find("<div class=\"step\"")).unwrap();
    form[from..].trim_end_matches("</form>").to_owned()
}

#[tokio::test(flavor = "current_thread")]
async fn the_welcome_stands_there_as_the_engine_shows_it() {
    let page = rendered(built_in()).await;
    let (form, _) = page.split_once("<template>").unwrap();
    assert_eq!(form, live(beginning(&built_in()), built_in()).await);
    let named = ["lang=\"en\" aria-pressed=\"true\"", "lang=\"xx\" aria-pressed=\"false\""];
    for tongue in named {
        assert!(form.contains(tongue), "{tongue} in {form}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn so_does_each_question_before_the_first_statement_and_what_erasing_leaves() {
    let others = templates().await;
    let welcome = beginning(&built_in());
    let role = welcome.begun([]);
    assert_eq!(others[0], step(&live(role.clone(), built_in()).await));
    assert_eq!(others[1], step(&live(welcome.update(Action::Erase), built_in()).await));
    let mut asked = role;
    for screen in &others[2..] {
        asked = asked.update(Action::Next);
        let shown = live(asked.clone(), built_in()).await;
        assert!(shown.contains(screen), "{screen}");
    }
    assert_eq!(others.len(), 3, "one more question comes before the statements");
    let next = asked.update(Action::Next).question();
    assert!(matches!(next, Some(Question::Item(_))), "and then come the statements: {next:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_was_pressed_before_the_engine_leads_to_the_same_place_as_pressing_it_now() {
    let welcome = beginning(&built_in());
    let pressed = welcome.begun([Some(1), None]);
    let mut now = welcome.update(Action::Next);
    now = now.update(Action::Press(now.question().unwrap(), 1)).update(Action::Next);
    assert_eq!(pressed, now);
    assert_eq!(live(pressed, built_in()).await, live(now, built_in()).await);
}
