//! One question with its answers: buttons that answer and go on.

use web_sys::MouseEvent;
use yew::{Callback, Html, NodeRef, html};

use super::page::{self, Heading, nav};
use super::room::{self, Kept};
use super::{Msg, View, help, steady};
use crate::instrument::ANY;
use crate::locale::Message;
use crate::session::{Question, Screen, Step, Voice};

/// A statement in the place of all statements, or that place alone.
pub(super) fn statement(view: &View<'_>, item: Option<usize>, heading: &NodeRef) -> Html {
    let texts = &view.content.texts;
    let key = match view.session.step() {
        Step::Asking(screen) => page::key(screen),
        _ => 0,
    };
    let shown = item.map(|item| {
        let voice = view.session.voice();
        let place = html! { <span class="number">{ page::place(view) }</span> };
        let words = texts.item(item, voice);
        let options = texts.options(view.session.instrument(), item);
        (
            view.asked(Some(heading), html! { <>{ place }{ above(view, item, voice) }</> }, words),
            answers(view, Question::Item(item), options, true),
        )
    });
    let (words, options) = shown.unzip();
    let keyed = |shown: Option<Html>| {
        html! { <div>{ for shown.map(|shown| html! { <div class="screen" {key}>{ shown }</div> }) }</div> }
    };
    html! {
        <div class={if item.is_none() { "ghost" } else { "" }}>
            <div class="steady ask">
                { keyed(words) }
                { room::of(view, Kept::Statements) }
            </div>
            <div class="steady answers">
                { keyed(options) }
                { room::of(view, Kept::Answers) }
            </div>
            { card(view, item) }
            { steady::place(nav(view, item.is_some()), [nav(view, false)]) }
        </div>
    }
}

/// What takes the room of the words of any statement.
pub(super) fn room(view: &View<'_>) -> Vec<Html> {
    let widest = widest(view);
    let statements = view.content.texts.largest().iter();
    statements.map(|words| room::ghost(view.asked(None, widest.clone(), words))).collect()
}

/// The same for the answers of any statement.
pub(super) fn room_for_answers(view: &View<'_>) -> Vec<Html> {
    let sets = view.content.texts.all_options();
    sets.map(|options| room::ghost(answers(view, Question::Item(0), options, false))).collect()
}

/// A question about the person or their situation.
pub(super) fn around(view: &View<'_>, question: Question, heading: Heading<'_>) -> Html {
    let texts = &view.content.texts;
    let (words, options): (&str, Vec<&str>) = match question {
        Question::Context(place) => {
            let (words, options) = texts.context(place);
            (words, options.iter().map(String::as_str).collect())
        }
        _ => {
            (view.text(Message::RoleQuestion), Message::ROLES.map(|each| view.text(each)).to_vec())
        }
    };
    let kicker = html! { <span class="kicker">{ view.text(Message::SituationTitle) }</span> };
    html! {
        <>
            { view.asked(heading, kicker, words) }
            if view.session.opens(Screen::Ask(question)) {
                { view.note(Message::FlowPress) }
            }
            <div class="answers">{ answers(view, question, &options, heading.is_some()) }</div>
            { nav(view, heading.is_some()) }
        </>
    }
}

fn answers<S: AsRef<str>>(view: &View<'_>, question: Question, options: &[S], shown: bool) -> Html {
    let answer = view.session.answer(question).filter(|_| shown);
    let class = match question {
        Question::Item(_) if options.len() <= 5 => "options row",
        _ => "options",
    };
    let mut buttons = Vec::new();
    for (option, words) in (0_u8..).zip(options) {
        // Before an answer is given there is none to be told of with each button.
        let pressed = answer.map(|answer| (answer == option).to_string());
        // The finger that came down on one question must not answer the next one.
        let onclick: Callback<MouseEvent> =
            view.send.reform(move |event: MouseEvent| Msg::Press(question, option, event.detail()));
        buttons.push(html! {
            <button type="button" class="option" aria-pressed={pressed} {onclick}>
                { words.as_ref().to_owned() }
            </button>
        });
    }
    html! { <div {class}>{ buttons }</div> }
}

/// What stands above a statement: the time that is asked about, and what the statement goes on from.
fn above(view: &View<'_>, item: usize, voice: Voice) -> Html {
    let block = view.session.instrument().items().get(item).and_then(|item| item.block);
    lines(view, short(view, block.unwrap_or(0), voice))
}

/// The longest that can stand there.
fn widest(view: &View<'_>) -> Html {
    let mut widest = "";
    for block in 0..view.session.instrument().blocks().len().max(1) {
        for voice in Voice::ALL {
            let words = short(view, block, voice);
            if words.len() > widest.len() {
                widest = words;
            }
        }
    }
    lines(view, widest)
}

fn lines(view: &View<'_>, look_back: &str) -> Html {
    let stem = view.content.texts.stem();
    html! {
        <>
            <span class="kicker">{ look_back.to_owned() }</span>
            if !stem.is_empty() {
                <span class="kicker">{ stem.to_owned() }</span>
            }
        </>
    }
}

/// The shortest words there are for the time that a block asks about.
fn short<'a>(view: &View<'a>, block: usize, voice: Voice) -> &'a str {
    let texts = &view.content.texts;
    let last = view.text(Message::QuestionsTitle);
    let own =
        [texts.block_short(block, voice), texts.block_look_back(block, voice), texts.look_back()];
    own.into_iter().find(|words| !words.is_empty()).unwrap_or(last)
}

/// The help card of an item that has an answer which must not stay alone; where there is one such item,
/// there is room for it on every screen.
fn card(view: &View<'_>, item: Option<usize>) -> Html {
    let instrument = view.session.instrument();
    if !ANY || instrument.items().iter().all(|item| item.alert.is_none()) {
        return Html::default();
    }
    let chosen = item.and_then(|item| Some((item, view.session.responses().item(item)?)));
    help::card(view, chosen.is_some_and(|(item, option)| instrument.alerts(item, option)))
}
