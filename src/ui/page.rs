//! A page of questions, and a page of the review of what was left out.

use yew::{Html, NodeRef, html};

use super::{Msg, View, question, steady};
use crate::locale::Message;
use crate::session::{Action, Question, Step};

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let questions = view.session.questions();
    let listed = html! { <>{ for questions.iter().map(|&asked| question::view(view, asked)) }</> };
    let asked = match view.content.texts.look_back() {
        "" => view.text(Message::QuestionsTitle),
        look_back => look_back,
    };
    let (place, title, note, questions) = match view.session.step() {
        Step::Review(_) => {
            let size = view.session.instrument().page_size();
            let room = html! { <>{ for (0..size).map(|_| question::room(view)) }</> };
            // How many are left is not to be seen from outside: there is always room for a full page.
            let listed = html! { <>{ listed }{ nav(view) }</> };
            let room = html! { <>{ room }{ nav(view) }</> };
            let place = view.text(Message::ReviewPlace).to_owned();
            let questions = steady::place(listed, [room]);
            (place, asked, Some(view.text(Message::ReviewText)), questions)
        }
        Step::Page(page) if view.session.is_context(page) => {
            let title = view.text(Message::SituationTitle);
            (place(view, &questions), title, Some(view.text(Message::SituationText)), listed)
        }
        _ => {
            let stem = Some(view.content.texts.stem()).filter(|stem| !stem.is_empty());
            (place(view, &questions), asked, stem, listed)
        }
    };
    let review = matches!(view.session.step(), Step::Review(_));
    html! {
        <>
            { progress(view) }
            <h2 ref={heading.clone()} tabindex="-1">
                <span class="kicker">{ place }</span>
                { title }
            </h2>
            if let Some(note) = note {
                <p class="note">{ note }</p>
            }
            { questions }
            if !review { { nav(view) } }
        </>
    }
}

fn place(view: &View<'_>, questions: &[Question]) -> String {
    let (before, total) = view.session.progress();
    // The question about the role is not one of those that are counted.
    let counted = questions.iter().filter(|asked| **asked != Question::Role).count();
    let [from, to, total] = [before + 1, before + counted, total].map(|number| number.to_string());
    let values = [("from", from.as_str()), ("to", &to), ("total", &total)];
    let message = if counted == 1 { Message::QuestionsPlaceOne } else { Message::QuestionsPlace };
    view.content.locale.fill(message, &values)
}

fn progress(view: &View<'_>) -> Html {
    let (before, total) = view.session.progress();
    // The heading says the same in words.
    html! {
        <progress aria-hidden="true" max={total.to_string()} value={before.to_string()}></progress>
    }
}

fn nav(view: &View<'_>) -> Html {
    let more = match view.session.step() {
        Step::Review(page) => Some(page + 1 < view.session.review_pages()),
        _ => None,
    };
    let next = if more == Some(false) { Message::NavResult } else { Message::NavNext };
    html! {
        <div class="nav">
            { view.button("primary", next, Msg::Act(Action::Next)) }
            { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
            if let Some(more) = more {
                { view.button(if more { "quiet" } else { "quiet off" }, Message::NavResult, Msg::Act(Action::SeeResult)) }
            }
        </div>
    }
}
