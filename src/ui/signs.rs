//! The signs that may be ticked, under the headings of their domains. They are in no score.

use yew::{Html, html};

use super::page::{Heading, go_on};
use super::{Msg, View};
use crate::locale::Message;
use crate::session::Action;

pub(super) fn view(view: &View<'_>, heading: Heading<'_>) -> Html {
    let words = view.content.texts.signs();
    if words.options.is_empty() {
        return Html::default();
    }
    // Room has no ticks.
    let ticked = view.session.responses().signs().filter(|_| heading.is_some());
    let mut groups = Vec::new();
    let mut ticks = Vec::new();
    for (place, option) in words.options.iter().enumerate() {
        let on = ticked.and_then(|ticked| ticked.get(place)) == Some(&true);
        ticks.push(tick(view, Some(place), option, on));
        let name = words.domains.get(place);
        if words.domains.get(place + 1) != name {
            groups.push(group(name.map_or("", String::as_str), std::mem::take(&mut ticks)));
        }
    }
    let is_none = ticked.is_some_and(|ticked| !ticked.contains(&true));
    groups.push(group("", vec![tick(view, None, &words.none, is_none)]));
    let (class, on) = match ticked {
        Some(_) => ("primary", Message::FlowOn),
        None => ("secondary", Message::FlowSkip),
    };
    html! {
        <>
            <div class="dense">{ view.asked(heading, Html::default(), &words.question) }</div>
            <div class="signs">{ groups }</div>
            if !words.note.is_empty() {
                <p class="note">{ words.note.clone() }</p>
            }
            { go_on(view, class, on) }
        </>
    }
}

fn group(name: &str, ticks: Vec<Html>) -> Html {
    let name = Some(name.to_owned()).filter(|name| !name.is_empty());
    html! {
        <div role={name.as_ref().map(|_| "group")} aria-label={name.clone()}>
            <p class="kicker" aria-hidden="true">{ for name }</p>
            { ticks }
        </div>
    }
}

fn tick(view: &View<'_>, sign: Option<usize>, words: &str, on: bool) -> Html {
    html! {
        <button type="button" class="option tick" aria-pressed={on.to_string()}
            onclick={view.on(Msg::Act(Action::Tick(sign)))}>
            { words.to_owned() }
        </button>
    }
}
