//! One page to take to supervision: what the person ticks, questions to think about, room for notes.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, NodeRef, TargetCast, html};

use super::desk::{MAP, RESULT, SIGNS};
use super::take::Take;
use super::{Msg, View, map, result, steady, taking};
use crate::locale::Message;
use crate::profile::{classify, strongest_answers};
use crate::report::{self, REASONS};
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
    let responses = view.session.responses();
    let found = classify(profiled, responses);
    let signs = strongest_answers(profiled, responses, found.verdict, REASONS);
    let headline = report::headline(&view.content.locale, found.verdict, view.session.role());
    html! {
        <>
            { view.heading(heading, Message::SupervisionTitle) }
            <p class="note choice">{ view.text(Message::SupervisionInclude) }</p>
            { part(view, RESULT, view.text(Message::SupervisionResult), html! {
                <p class="headline">{ steady::text(&headline, result::headlines(view)) }</p>
            }) }
            { part(view, MAP, view.text(Message::SupervisionMap), map::view(view, profiled, &found)) }
            <section class={shown(view.desk.included.iter().skip(SIGNS).any(|&ticked| ticked))}>
                { view.title(Message::SupervisionSigns) }
            </section>
            { for (0..REASONS).map(|place| {
                let number = (place + 1).to_string();
                let name = view.content.locale.fill(Message::SupervisionSign, &[("number", &number)]);
                let said = signs.get(place).map(|reason| result::said(view, reason)).unwrap_or_default();
                let alone = |quote| html! { <ul class="quotes">{ quote }</ul> };
                part(view, SIGNS + place, &name, steady::place(alone(said), [alone(result::any_quote(view))]))
            }) }
            <section>
                { view.title(Message::SupervisionQuestions) }
                <ul>{ for QUESTIONS.map(|question| view.point(question)) }</ul>
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
                <input type="checkbox" checked={ticked} onchange={toggled} />
                <span>{ name.to_owned() }</span>
            </label>
            { body }
        </section>
    }
}

fn shown(ticked: bool) -> &'static str {
    if ticked { "part" } else { "part left-out" }
}
