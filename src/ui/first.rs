//! What can be read and pressed before the engine is there: the welcome, and the questions before the first statement.
//!
//! It is made when the file is built, by the same views, and stands in the file as it is shown; the script that takes it over is
//! `www/embed/first.js`. What is not shown at once lies in templates: the other steps, and each question but the first. The line of
//! each region for the help bar is taken from the panel of the file.
//!
//! **Invariant**: what stands there is, to the letter, what the engine shows at the same step. What depends on a host's settings
//! is set by that script or waits for the engine.

use yew::{Html, NodeRef, html};

use super::{Shared, View, exit, help, page, room, welcome};
use crate::session::{Action, Question, Session};

/// The welcome, and all the rest in templates.
pub fn first(content: &Shared) -> Html {
    room::untouched(content, |view| {
        let heading = NodeRef::default();
        let asked = asked(view.session);
        let erased = view.session.update(Action::Erase);
        html! {
            <>
                <form class="card" autocomplete="off" lang={content.locale.language().to_owned()} dir={view.direction()}>
                    { help::view(view) }
                    { step("welcome", welcome::view(view, &heading)) }
                </form>
                { for asked.first().map(|session| html! {
                    <template>{ step("questions", page::view(&View { session, ..*view }, &heading)) }</template>
                }) }
                <template>{ step("erased", exit::erased(&View { session: &erased, ..*view }, &heading)) }</template>
                { for asked.iter().skip(1).map(|session| html! {
                    <template>{ page::screen(&View { session, ..*view }, &heading) }</template>
                }) }
            </>
        }
    })
}

/// Each question that comes before the first statement, before anything is answered.
fn asked(welcome: &Session) -> Vec<Session> {
    let on = |session: &Session| Some(session.update(Action::Next));
    let is_about_the_person = |session: &Session| {
        matches!(session.question(), Some(Question::Role | Question::Context(_)))
    };
    std::iter::successors(on(welcome), on).take_while(is_about_the_person).collect()
}

fn step(name: &'static str, body: Html) -> Html {
    html! { <div class="step" data-step={name}>{ body }</div> }
}
