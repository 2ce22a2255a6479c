//! Ways out for people on a shared device: erase and leave at every step, the warning before an idle
//! page is erased, and the page that shows that nothing is left.

use yew::{Html, NodeRef, html};

use super::{Msg, View, take::Take};
use crate::locale::Message;
use crate::session::{Action, Step};

pub(super) fn button(view: &View<'_>) -> Html {
    if view.session.step() == Step::Erased {
        return Html::default();
    }
    html! { <div class="exit">{ view.button("quiet", Message::ExitButton, Msg::Take(Take::Leave)) }</div> }
}

/// Stands in for the step while it warns, so that nobody who comes by can read that.
pub(super) fn warning(view: &View<'_>, stay: &NodeRef) -> Html {
    html! {
        <div class="idle" role="alertdialog" aria-labelledby="bs-idle" aria-describedby="bs-idle-text">
            <h2 id="bs-idle">{ view.text(Message::IdleTitle) }</h2>
            <p id="bs-idle-text">{ view.text(Message::IdleText) }</p>
            <div class="nav">
                <button type="button" class="primary" ref={stay.clone()} onclick={view.on(Msg::Stay)}>
                    { view.text(Message::IdleStay) }
                </button>
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
