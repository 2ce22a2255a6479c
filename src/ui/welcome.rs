//! The first step: what this is, how long it takes, and that the answers stay here.

use yew::{Html, NodeRef, html};

use super::{Msg, View};
use crate::locale::Message;
use crate::session::Action;

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
            <h2 ref={heading.clone()} tabindex="-1">{ view.text(Message::WelcomeTitle) }</h2>
            <p class="lead">{ view.text(Message::WelcomeIntro) }</p>
            <ul class="plain">
                <li>{ view.content.locale.fill(Message::WelcomeTime, &[("count", &count)]) }</li>
                { view.point(privacy) }
                { view.point(Message::WelcomeLimits) }
            </ul>
            <div class="nav">
                { view.button("primary", Message::WelcomeStart, Msg::Act(Action::Next)) }
            </div>
        </>
    }
}
