//! The result of an instrument that makes no profile: each scale in its own unit and its own bands, and no
//! sentence that is not about it.

use yew::{Html, NodeRef, html};

use super::{View, bars, steady};
use crate::locale::Message;
use crate::outcome::{Outcome, Standing};
use crate::report::{self, Words};
use crate::session::Role;

pub(super) fn view(view: &View<'_>, heading: &NodeRef, outcome: &Outcome<'_>) -> Html {
    html! {
        <>
            <h2 ref={heading.clone()} tabindex="-1">
                <span class="kicker">{ view.content.texts.title() }</span>
                { view.text(Message::ScoresTitle) }
            </h2>
            <section class="half">
                { for outcome.standings.iter().enumerate().map(|(place, standing)| {
                    scale(view, place, standing)
                }) }
            </section>
            { bars::view(view, outcome) }
        </>
    }
}

/// What is said of one scale, in room for whatever could be said of it.
fn scale(view: &View<'_>, place: usize, standing: &Standing<'_>) -> Html {
    let words = view.report();
    let rooms = Role::ALL.map(|role| report::room(Words { role, ..words }, place, standing.scale));
    let summaries = rooms.iter().flat_map(|(summaries, _)| summaries);
    let said = rooms.iter().flat_map(|(_, said)| said);
    html! {
        <div class="scale-said">
            <p class="lead">{ steady::text(&report::summary(words, place, standing), summaries) }</p>
            { steady::place(
                sentences(&report::standing(words, place, standing)),
                said.map(|said| sentences(said)),
            ) }
        </div>
    }
}

fn sentences(said: &[String]) -> Html {
    html! { <>{ for said.iter().map(|sentence| html! { <p class="note">{ sentence.clone() }</p> }) }</> }
}
