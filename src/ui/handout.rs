//! What others can change, on a page that holds no answer and no score.
//!
//! What is listed fits the result, and so hints at it: a person can have everything listed instead.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, NodeRef, TargetCast, html};

use super::take::Take;
use super::{Content, Msg, View, steady, steps, taking};
use crate::guidance::{ADVICE, Advice, Who, advised_profile, fitting};
use crate::locale::Message;
use crate::profile::{Profile, classify};
use crate::session::{Action, Role, Session};

const READERS: [Role; 2] = [Role::Work, Role::Caring];

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let toggled: Callback<Event> = view.send.reform(|event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Msg::Everything(field.is_some_and(|field| field.checked()))
    });
    let role = readers(view.session);
    let both = READERS.map(opening);
    let [title, text] = opening(role).map(|message| view.text(message));
    let titles = both.map(|[title, _]| view.text(title));
    let texts = both.map(|[_, text]| view.text(text));
    let lists = READERS.into_iter().flat_map(|role| {
        let profiles = Profile::ALL.into_iter().map(Some).chain([None]);
        profiles.map(move |profile| list(view, fitting(profile, role, Who::Organisation).collect()))
    });
    let all = READERS.map(|role| list(view, everything(role).collect()));
    html! {
        <>
            <h2 ref={heading.clone()} tabindex="-1">{ steady::text(title, titles) }</h2>
            <p>{ steady::text(text, texts) }</p>
            { view.note(Message::HandoutPrivate) }
            { steady::place(
                list(view, listed(view.content, view.session, view.desk.everything)),
                lists.chain(all),
            ) }
            <div class="choice">
                { view.paragraph(Message::HandoutChoice) }
                <label class="option">
                    <input type="checkbox" checked={view.desk.everything} onchange={toggled} />
                    <span>{ view.text(Message::HandoutEverything) }</span>
                </label>
            </div>
            { taking::status(view) }
            <div class="nav">
                { view.button("primary", Message::AsidePrint, Msg::Take(Take::Print)) }
                { view.button("secondary", Message::TakeCopy, Msg::Take(Take::CopyHandout)) }
                { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
            </div>
        </>
    }
}

/// The same page as plain text.
pub(super) fn text(content: &Content, session: &Session, everything: bool) -> String {
    let locale = &content.locale;
    let mut lines: Vec<&str> =
        opening(readers(session)).map(|message| locale.text(message)).to_vec();
    lines.push(locale.text(Message::HandoutPrivate));
    for advice in listed(content, session, everything) {
        if let Some(words) = locale.advice(advice.id) {
            lines.extend(["", &words.title, &words.text]);
        }
    }
    lines.join("\n")
}

/// Who is handed the page. A person who does both hands it on at work.
fn readers(session: &Session) -> Role {
    if session.role() == Role::Caring { Role::Caring } else { Role::Work }
}

fn opening(role: Role) -> [Message; 2] {
    match role {
        Role::Caring => [Message::HandoutTitleCaring, Message::HandoutTextCaring],
        Role::Work | Role::Both => [Message::HandoutTitle, Message::HandoutText],
    }
}

/// What the result calls for, or everything there is for the role.
fn listed(content: &Content, session: &Session, all: bool) -> Vec<&'static Advice> {
    let role = readers(session);
    let profiled = content.instrument.profiled();
    let verdict = profiled.map(|profiled| classify(profiled, session.responses()).verdict);
    let profile = verdict.and_then(advised_profile);
    let fits: Vec<_> = fitting(profile, role, Who::Organisation).collect();
    // Where nothing stands out, nothing is left to choose.
    if all || fits.is_empty() { everything(role).collect() } else { fits }
}

fn everything(role: Role) -> impl Iterator<Item = &'static Advice> {
    ADVICE.iter().filter(move |advice| advice.who == Who::Organisation && advice.suits(role))
}

fn list(view: &View<'_>, pieces: Vec<&'static Advice>) -> Html {
    html! {
        <ul class="more">
            { for pieces.into_iter().map(|advice| html! { <li>{ steps::words(view, advice) }</li> }) }
        </ul>
    }
}
