//! How to answer: what to keep in mind in a block, said once before it.

use yew::{Html, html};

use super::page::{Heading, go_on};
use super::{View, steady};
use crate::locale::Message;
use crate::session::{Screen, Voice};

pub(super) fn view(view: &View<'_>, block: usize, voice: Voice, heading: Heading<'_>) -> Html {
    html! {
        <>
            { view.asked(heading, Html::default(), view.text(Message::FlowHow)) }
            <div class="hints">
                { for words(view, block, voice).map(|words| html! { <p>{ words.to_owned() }</p> }) }
                if view.session.opens(Screen::Hints(block)) { { view.note(Message::FlowPress) } }
            </div>
            { go_on(view, "primary", Message::FlowOn) }
        </>
    }
}

/// About how much room it takes: which of the voices has the longest words.
pub(super) fn width(view: &View<'_>, block: usize, voice: Voice) -> usize {
    words(view, block, voice).map(steady::width).sum()
}

fn words<'a>(view: &View<'a>, block: usize, voice: Voice) -> impl Iterator<Item = &'a str> {
    let texts = &view.content.texts;
    let look_back = texts.block_look_back(block, voice);
    Some(look_back).filter(|words| !words.is_empty()).into_iter().chain(texts.hints(block, voice))
}
