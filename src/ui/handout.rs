//! What others can change, on a page that holds no answer and no score.
//!
//! What is listed fits the result, and so hints at it: a person can have everything listed instead.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, NodeRef, TargetCast, html};

use super::take::Take;
use super::{Content, Msg, View, steady, steps, taking};
use crate::guidance::{ADVICE, Advice, Guidance, Who};
use crate::locale::Message;
use crate::profile::classify;
use crate::session::{Action, Role, Session};

const READERS: [Role; 2] = [Role::Work, Role::Caring];

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let twin = View { twin: true, ..*view };
    steady::over(page(view, heading), page(&twin, heading))
}

fn page(view: &View<'_>, heading: &NodeRef) -> Html {
    let toggled: Callback<Event> = view.send.reform(|event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Msg::Everything(field.is_some_and(|field| field.checked()))
    });
    let [title, text] = if view.twin {
        let [[one, text], [other, too]] = READERS.map(opening);
        [(one, other), (text, too)]
            .map(|(one, other)| steady::longer(view.text(one), view.text(other)))
    } else {
        opening(readers(view.session)).map(|message| view.text(message))
    };
    let pieces = if view.twin {
        let most = READERS.map(|role| everything(role).count()).into_iter().max();
        steps::largest(view, &|advice| advice.who == Who::Organisation, most.unwrap_or(0))
    } else {
        listed(view.content, view.session, view.desk.everything)
    };
    html! {
        <>
            if view.twin {
                <p class="headline">{ title.to_owned() }</p>
            } else {
                { view.headed(heading, title) }
            }
            <p>{ text.to_owned() }</p>
            { view.note(Message::HandoutPrivate) }
            <div class="choice">
                { view.paragraph(Message::HandoutChoice) }
                <label class="option">
                    if !view.twin {
                        <input type="checkbox" checked={view.desk.everything} onchange={toggled} />
                    }
                    <span>{ view.text(Message::HandoutEverything) }</span>
                </label>
            </div>
            { steps::list(view, pieces) }
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
    if session.role() == Some(Role::Caring) { Role::Caring } else { Role::Work }
}

fn opening(role: Role) -> [Message; 2] {
    match role {
        Role::Caring => [Message::HandoutTitleCaring, Message::HandoutTextCaring],
        _ => [Message::HandoutTitle, Message::HandoutText],
    }
}

/// What the result calls for, or everything there is for the role.
fn listed(content: &Content, session: &Session, all: bool) -> Vec<&'static Advice> {
    let role = readers(session);
    let responses = session.responses();
    let guidance = content.instrument.profiled().map(|profiled| {
        Guidance::new(profiled, responses, Some(role), &classify(profiled, responses))
    });
    let fits = guidance.into_iter().flat_map(|guidance| guidance.fitting(Who::Organisation));
    let fits: Vec<_> = fits.collect();
    // Where nothing stands out, nothing is left to choose.
    if all || fits.is_empty() { everything(role).collect() } else { fits }
}

fn everything(role: Role) -> impl Iterator<Item = &'static Advice> {
    ADVICE.iter().filter(move |advice| advice.who == Who::Organisation && advice.suits(Some(role)))
}
