//! The result of an instrument that makes no profile: each scale in its own unit and its own bands, and no
//! sentence that is not about it.

use yew::{Html, NodeRef, html};

use super::steady::longest;
use super::{View, bars, result, trend};
use crate::locale::Message;
use crate::outcome::{Outcome, Standing};
use crate::report::{self, Words};
use crate::session::Voice;

pub(super) fn view(view: &View<'_>, heading: &NodeRef, outcome: &Outcome<'_>) -> Html {
    html! {
        <div class="columns">
            <div>{ said(view, heading, outcome) }</div>
            <div>
                { bars::view(view, outcome) }
                { trend::view(view, outcome) }
                <p class="professional">{ view.text(Message::ScoresProfessional) }</p>
            </div>
        </div>
    }
}

fn said(view: &View<'_>, heading: &NodeRef, outcome: &Outcome<'_>) -> Html {
    html! {
        <section class="first">
            { result::paper(view) }
            if view.twin {
                <p class="headline">{ view.text(Message::ScoresTitle) }</p>
            } else {
                { view.heading(heading, Message::ScoresTitle) }
            }
            <p class="note">{ view.content.texts.title() }</p>
            { for outcome.standings.iter().enumerate().map(|(place, standing)| {
                scale(view, place, standing)
            }) }
        </section>
    }
}

/// What is said of one scale; on the unseen page the longest that could be said of it.
fn scale(view: &View<'_>, place: usize, standing: &Standing<'_>) -> Html {
    let words = view.report();
    let (summary, said) = if view.twin {
        let rooms =
            Voice::ALL.map(|voice| report::room(Words { voice, ..words }, place, standing.scale));
        let summaries = rooms.iter().flat_map(|(summaries, _)| summaries).map(String::as_str);
        let size = |said: &&Vec<String>| said.iter().map(String::len).sum::<usize>();
        let said = rooms.iter().flat_map(|(_, said)| said).max_by_key(size);
        (longest(summaries).to_owned(), said.cloned().unwrap_or_default())
    } else {
        (report::summary(words, place, standing), report::standing(words, place, standing))
    };
    html! {
        <div class="scale-said">
            <p class="summary">{ summary }</p>
            { for said.into_iter().map(|sentence| html! { <p class="note">{ sentence }</p> }) }
        </div>
    }
}
