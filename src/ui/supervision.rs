//! One page to take to supervision: what the person ticks, questions to think about, room for notes.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, NodeRef, TargetCast, html};

use super::desk::{MAP, RESULT, SIGNS};
use super::result::Said;
use super::take::Take;
use super::{Msg, View, map, result, steady, taking};
use crate::instrument::Profiled;
use crate::locale::Message;
use crate::profile::{Classification, classify};
use crate::report::REASONS;
use crate::session::Action;

const QUESTIONS: [Message; 5] = [
    Message::SupervisionFirst,
    Message::SupervisionSecond,
    Message::SupervisionThird,
    Message::SupervisionFourth,
    Message::SupervisionFifth,
];

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    // There is no way to this page without a profile.
    let Some(profiled) = view.session.instrument().profiled() else { return Html::default() };
    let found = classify(profiled, view.session.responses());
    let twin = View { twin: true, ..*view };
    let kinds = Said::largest(&twin, profiled).into_iter();
    let largest = kinds.max_by_key(|said| said.headline.len()).unwrap_or_default();
    let page = |view: &View<'_>, said: &Said| page(view, heading, (profiled, &found), said);
    steady::over(page(view, &Said::new(view, profiled, &found)), page(&twin, &largest))
}

fn page(
    view: &View<'_>,
    heading: &NodeRef,
    (profiled, found): (Profiled<'_>, &Classification),
    said: &Said,
) -> Html {
    html! {
        <>
            if view.twin {
                <p class="headline">{ view.text(Message::SupervisionTitle) }</p>
            } else {
                { view.heading(heading, Message::SupervisionTitle) }
            }
            { result::paper(view) }
            <p class="note choice">{ view.text(Message::SupervisionInclude) }</p>
            { part(view, RESULT, view.text(Message::SupervisionResult), html! {
                <p class="said">{ said.headline.clone() }</p>
            }) }
            { part(view, MAP, view.text(Message::SupervisionMap), map::view(view, profiled, found)) }
            <section class={shown(view.desk.included.iter().skip(SIGNS).any(|&ticked| ticked))}>
                { view.title(Message::SupervisionSigns) }
            </section>
            { for (0..REASONS).map(|place| {
                let number = (place + 1).to_string();
                let name = view.content.locale.fill(Message::SupervisionSign, &[("number", &number)]);
                let quote = said.quotes.get(place..=place).unwrap_or_default();
                part(view, SIGNS + place, &name, result::quotes(quote))
            }) }
            <section>
                { view.title(Message::SupervisionQuestions) }
                <ul class="points">{ for QUESTIONS.iter().map(|&question| view.point(question)) }</ul>
            </section>
            <section class="notes">
                { view.title(Message::SupervisionNotes) }
            </section>
            { taking::status(view) }
            <div class="nav">
                { view.button("primary", Message::AsidePrint, Msg::Take(Take::Print)) }
                { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
            </div>
        </>
    }
}

/// A part that stands on the page only if it is ticked.
fn part(view: &View<'_>, place: usize, name: &str, body: Html) -> Html {
    let ticked = view.desk.included.get(place).copied().unwrap_or_default();
    let toggled: Callback<Event> = view.send.reform(move |event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Msg::Include(place, field.is_some_and(|field| field.checked()))
    });
    html! {
        <section class={shown(ticked)}>
            <label class="option choice">
                if !view.twin { <input type="checkbox" checked={ticked} onchange={toggled} /> }
                <span>{ name.to_owned() }</span>
            </label>
            { body }
        </section>
    }
}

fn shown(ticked: bool) -> &'static str {
    if ticked { "part" } else { "part left-out" }
}
