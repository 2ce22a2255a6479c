//! The screens of the questions: one thing at a time, all of them of one height.
//!
//! A page around sees how high the widget is. So each screen lies in one grid cell with everything that
//! could stand there: whatever is asked, answered, left out or added, the height is the same. The places
//! of the statement and its answers are kept as well, so that no button moves from one to the next.

use yew::{Html, NodeRef, html};

use super::room::{self, Kept};
use super::{Msg, View, hints, keys, offer, question, signs, steady};
use crate::locale::Message;
use crate::session::{Action, Question, Screen, Step, Voice};

/// What is shown has the heading that takes the focus; what only keeps room has none.
pub(super) type Heading<'a> = Option<&'a NodeRef>;

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let item = match view.session.question() {
        Some(Question::Item(item)) => Some(item),
        _ => None,
    };
    html! {
        <>
            { progress(view) }
            <div class="steady stage" onkeydown={keys::digits(view)}>
                // What stands for a statement is always there: it keeps the room.
                { question::statement(view, item, heading) }
                // Not there where it is empty: it would lie over the answers.
                if item.is_none() {
                    <div>{ screen(view, heading) }</div>
                }
                { room::of(view, Kept::Screens) }
            </div>
        </>
    }
}

/// The present screen, where it asks for no statement.
pub(super) fn screen(view: &View<'_>, heading: &NodeRef) -> Html {
    let Step::Asking(screen) = view.session.step() else { return Html::default() };
    html! {
        <div class="screen" key={key(screen)}>
            { other(view, screen, view.session.voice(), Some(heading)) }
        </div>
    }
}

/// Tells a screen from any other.
pub(super) fn key(screen: Screen) -> usize {
    match screen {
        Screen::Ask(Question::Item(item)) => 5 * item,
        Screen::Again(item) => 5 * item + 1,
        Screen::Ask(Question::Context(place)) => 5 * place + 2,
        Screen::Hints(block) => 5 * block + 3,
        Screen::Ask(Question::Role) => 4,
        Screen::Signs => 9,
        Screen::Offer => 14,
    }
}

/// A screen that asks for no statement.
pub(super) fn other(view: &View<'_>, screen: Screen, voice: Voice, heading: Heading<'_>) -> Html {
    match screen {
        Screen::Hints(block) => hints::view(view, block, voice, heading),
        Screen::Ask(question) => question::around(view, question, heading),
        Screen::Signs => signs::view(view, heading),
        Screen::Offer => offer::view(view, heading),
        Screen::Again(_) => Html::default(),
    }
}

fn progress(view: &View<'_>) -> Html {
    let (behind, total) = view.session.progress();
    // What takes the focus says the same in words.
    html! {
        <div class="progress" aria-hidden="true">
            <progress max={total.to_string()} value={behind.to_string()}></progress>
            { steady::text(&place(view), places(view)) }
        </div>
    }
}

/// The number of the statement, where there is one.
pub(super) fn place(view: &View<'_>) -> String {
    let again = matches!(view.session.step(), Step::Asking(Screen::Again(_)));
    let core = view.session.instrument().core();
    match (view.session.place(), view.session.question()) {
        (Some(place), Some(Question::Item(item))) => {
            let is_core = core.contains(&item);
            numbered(view, if is_core { Message::FlowPlace } else { Message::FlowMore }, place)
        }
        _ if again => view.text(Message::FlowAgain).to_owned(),
        _ => String::new(),
    }
}

fn numbered(view: &View<'_>, message: Message, (number, total): (usize, usize)) -> String {
    let [number, total] = [number, total].map(|number| number.to_string());
    view.content.locale.fill(message, &[("number", &number), ("total", &total)])
}

/// Everything that can stand there.
fn places(view: &View<'_>) -> [String; 3] {
    let core = view.session.instrument().core().len();
    let bank = view.session.instrument().items().len() - core;
    let more =
        if bank == 0 { String::new() } else { numbered(view, Message::FlowMore, (bank, bank)) };
    [
        numbered(view, Message::FlowPlace, (core, core)),
        more,
        view.text(Message::FlowAgain).to_owned(),
    ]
}

/// The ways back and on, under the answers.
pub(super) fn nav(view: &View<'_>, is_shown: bool) -> Html {
    let question = view.session.question().filter(|_| is_shown);
    // As much as there can be takes the most room.
    let answered = question.is_none_or(|question| view.session.answer(question).is_some());
    let again = !is_shown || matches!(view.session.step(), Step::Asking(Screen::Again(_)));
    let clear = question.map(|question| Action::Answer(question, None)).unwrap_or(Action::Next);
    let on = if answered { Message::NavNext } else { Message::FlowSkip };
    html! {
        // Keyed by what it offers, so that its words are made anew with that.
        <div class="nav turn" key={usize::from(answered) + 2 * usize::from(again)}>
            { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
            if answered {
                { view.button("quiet", Message::QuestionTakeBack, Msg::Act(clear)) }
            }
            { view.button("quiet", on, Msg::Act(Action::Next)) }
            if again {
                { view.button("quiet", Message::FlowWithout, Msg::Act(Action::GoOnWithout)) }
            }
        </div>
    }
}

/// The ways on and back where nothing is pressed but these.
pub(super) fn go_on(view: &View<'_>, class: &'static str, on: Message) -> Html {
    html! {
        <div class="nav">
            { view.button(class, on, Msg::Act(Action::Next)) }
            { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
        </div>
    }
}
