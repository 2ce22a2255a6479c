//! How to answer: what to keep in mind in a block, said once before it.

use yew::{Html, html};

use super::View;
use super::page::{Heading, asked, go_on};
use crate::locale::Message;
use crate::session::{Screen, Voice};

pub(super) fn view(view: &View<'_>, block: usize, voice: Voice, heading: Heading<'_>) -> Html {
    let texts = &view.content.texts;
    let look_back = texts.block_look_back(block, voice);
    let look_back = Some(look_back).filter(|words| !words.is_empty());
    html! {
        <>
            { asked(view, heading, Html::default(), view.text(Message::FlowHow)) }
            <div class="hints">
                { for look_back.into_iter().chain(texts.hints(block, voice)).map(|words| {
                    html! { <p>{ words.to_owned() }</p> }
                }) }
                if view.session.opens(Screen::Hints(block)) { { view.note(Message::FlowPress) } }
            </div>
            { go_on(view, "primary", Message::FlowOn) }
        </>
    }
}
