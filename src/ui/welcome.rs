//! The first step: what this is, how long it takes, and that the answers stay here.

use yew::{Html, NodeRef, html};

use super::take::Take;
use super::{Msg, View, earlier, fresh, tongues};
use crate::locale::Message;
use crate::session::{Action, Aside};

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let instrument = &view.content.instrument;
    let texts = &view.content.texts;
    let questions = instrument.core().len() + instrument.context().len();
    // Six questions a minute is an unhurried pace.
    let (count, minutes) = (questions.to_string(), questions.div_ceil(6).max(2).to_string());
    let values = [("count", count.as_str()), ("minutes", &minutes)];
    let privacy = if view.content.settings.isolated {
        Message::WelcomePrivacy
    } else {
        Message::WelcomePrivacyInline
    };
    html! {
        <>
            { tongues::view(view) }
            { view.headed(heading, texts.title()) }
            if !texts.intro().is_empty() {
                <p class="lead">{ texts.intro().to_owned() }</p>
            }
            <ul class="plain">
                <li>{ view.content.locale.fill(Message::WelcomeTime, &values) }</li>
                <li>
                    { view.text(privacy) }
                    if view.content.settings.isolated {
                        { proof(view) }
                    }
                </li>
                // Always there: before the engine the first script only has to show it.
                <li hidden={!view.content.settings.employer}>{ view.text(Message::WelcomeEmployer) }</li>
                <li>{ view.report().limits().to_owned() }</li>
                if !view.content.locale.review().is_empty() {
                    <li>{ view.content.locale.review().to_owned() }</li>
                }
            </ul>
            { view.licence() }
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
            <p class="note" role="status">{ fresh(shown.unwrap_or_default()) }</p>
        </>
    }
}
