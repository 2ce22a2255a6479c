//! The first step: what this is, how long it takes, and that the answers stay here.

use yew::{Html, NodeRef, html};

use super::take::Take;
use super::{Msg, View, earlier};
use crate::locale::Message;
use crate::session::{Action, Aside};

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let instrument = &view.content.instrument;
    let count = (instrument.items().len() + instrument.context().len()).to_string();
    let privacy = if view.content.settings.isolated {
        Message::WelcomePrivacy
    } else {
        Message::WelcomePrivacyInline
    };
    html! {
        <>
            { view.heading(heading, Message::WelcomeTitle) }
            <p class="lead">{ view.text(Message::WelcomeIntro) }</p>
            <ul class="plain">
                <li>{ view.content.locale.fill(Message::WelcomeTime, &[("count", &count)]) }</li>
                <li>
                    { view.text(privacy) }
                    if view.content.settings.isolated {
                        { proof(view) }
                    }
                </li>
                { view.point(Message::WelcomeLimits) }
            </ul>
            <div class="nav">
                { view.button("primary", Message::WelcomeStart, Msg::Act(Action::Next)) }
                { view.button("quiet", Message::HowOpen, Msg::Act(Action::Show(Aside::How))) }
            </div>
            { earlier::view(view) }
        </>
    }
}

/// Shows on request that the browser lets nothing out.
fn proof(view: &View<'_>) -> Html {
    let shown = view.desk.proof.map(|refused| {
        view.text(if refused { Message::WelcomeProofYes } else { Message::WelcomeProofNo })
    });
    html! {
        <>
            { " " }
            { view.button("quiet inline", Message::WelcomeShowMe, Msg::Take(Take::Prove)) }
            <p class="note" role="status">{ shown.unwrap_or_default() }</p>
        </>
    }
}
