//! Ways out for people on a shared device: erase and leave at every step, what covers the step when nobody is
//! there, when somebody comes back by the history and before everything is erased, and the page that shows that
//! nothing is left.

use yew::{Callback, Html, MouseEvent, NodeRef, html};

use super::outside::RequestId;
use super::{Msg, View, take::Take};
use crate::locale::Message;
use crate::session::{Action, Step};

/// What stands in for the step, so that nobody who comes by can read that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    /// Nobody has done anything for long.
    Idle,
    /// The page was left, and came back as it was.
    Back,
    /// The person wants to leave; when this wait is over, nobody is asked any more.
    Leaving(RequestId),
}

/// What stands there once somebody was warned, or is back.
pub(super) fn warned(cover: Option<Cover>, soon: bool) -> Option<Cover> {
    match cover {
        None if soon => Some(Cover::Idle),
        Some(Cover::Idle) if !soon => None,
        other => other,
    }
}

pub(super) fn button(view: &View<'_>) -> Html {
    if view.session.step() == Step::Erased {
        return Html::default();
    }
    html! { <div class="exit">{ view.button("quiet", Message::ExitButton, Msg::Leave) }</div> }
}

pub(super) fn cover(view: &View<'_>, cover: Cover, first: &NodeRef) -> Html {
    let (title, text, stay) = match cover {
        Cover::Idle => (Message::IdleTitle, Message::IdleText, Message::IdleStay),
        Cover::Back => (Message::BackTitle, Message::BackText, Message::CoverStay),
        Cover::Leaving(_) => (Message::LeaveTitle, Message::LeaveText, Message::CoverStay),
    };
    let stay = (stay, Msg::Stay);
    let buttons = match cover {
        Cover::Idle => vec![stay],
        Cover::Back => vec![stay, (Message::BackErase, Msg::Act(Action::Erase))],
        // Who is in a hurry presses Enter again.
        Cover::Leaving(_) => vec![(Message::ExitButton, Msg::Take(Take::Leave)), stay],
    };
    html! {
        <div class="idle" role="alertdialog" aria-labelledby="bs-idle" aria-describedby="bs-idle-text">
            <h2 id="bs-idle">{ view.text(title) }</h2>
            <p id="bs-idle-text">{ view.text(text) }</p>
            <div class="nav">
                { for buttons.into_iter().enumerate().map(|(place, (text, message))| {
                    let (class, node) =
                        if place == 0 { ("primary", first.clone()) } else { ("quiet", NodeRef::default()) };
                    let onclick: Callback<MouseEvent> = view.on(message);
                    html! { <button type="button" {class} ref={node} {onclick}>{ view.text(text) }</button> }
                }) }
            </div>
        </div>
    }
}

pub(super) fn erased(view: &View<'_>, heading: &NodeRef) -> Html {
    html! {
        <>
            { view.heading(heading, Message::ErasedTitle) }
            { view.paragraph(Message::ErasedText) }
            { super::taking::forget(view) }
            { super::taking::status(view) }
            <div class="nav">
                { view.button("primary", Message::ErasedStart, Msg::Act(Action::StartOver)) }
            </div>
        </>
    }
}
