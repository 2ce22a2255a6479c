//! One question with its options, for scored items and for questions about the situation.

use yew::{Html, html};

use super::{Msg, View, help, steady};
use crate::instrument::ANY;
use crate::locale::Message;
use crate::session::{Action, Question, Role};

const SETTINGS: [Message; 3] = [Message::RoleWork, Message::RoleCaring, Message::RoleBoth];

pub(super) fn view(view: &View<'_>, question: Question) -> Html {
    let answer = view.session.answer(question);
    let (asked, options) = words(view, question);
    let legend = match question {
        // The words differ by role, and the role is an answer too.
        Question::Item(item) => {
            steady::text(asked, Role::ALL.map(|role| view.content.texts.item(item, role)))
        }
        Question::Role | Question::Context(_) => html! { asked },
    };
    let name = format!("{question:?}");
    let scale = matches!(question, Question::Item(_));
    let take_back =
        view.content.locale.fill(Message::QuestionTakeBackLabel, &[("question", asked)]);
    html! {
        <fieldset class="question" key={name.clone()}>
            <legend>{ legend }</legend>
            <div class={if scale { "options scale" } else { "options" }}>
                { for (0_u8..).zip(options).map(|(place, words)| html! {
                    <label class="option">
                        <input
                            type="radio"
                            name={name.clone()}
                            checked={answer == Some(place)}
                            onchange={view.on(Msg::Act(Action::Answer(question, Some(place))))}
                        />
                        <span>{ words }</span>
                    </label>
                }) }
            </div>
            // Always there and only hidden, so that answering moves nothing.
            <button
                type="button"
                class={if answer.is_some() { "quiet take-back" } else { "quiet take-back off" }}
                aria-label={take_back}
                onclick={view.on(Msg::Act(Action::Answer(question, None)))}
            >
                { view.text(Message::QuestionTakeBack) }
            </button>
            { card(view, question) }
        </fieldset>
    }
}

/// The help card of an item that has an answer which must not stay alone.
fn card(view: &View<'_>, question: Question) -> Html {
    let instrument = view.session.instrument();
    match question {
        Question::Item(item)
            if ANY && instrument.items().get(item).is_some_and(|item| item.alert.is_some()) =>
        {
            let chosen = view.session.responses().item(item);
            help::card(view, chosen.is_some_and(|option| instrument.alerts(item, option)))
        }
        _ => Html::default(),
    }
}

/// Room for any item that could stand in one place of the review.
pub(super) fn room(view: &View<'_>) -> Html {
    let texts = &view.content.texts;
    let sets = texts.all_options().map(|options| {
        html! {
            <div class="options scale">
                { for options.iter().map(|words| html! {
                    <span class="option"><span class="dot"></span><span>{ words.clone() }</span></span>
                }) }
            </div>
        }
    });
    html! {
        <div class="question">
            <p class="legend">{ steady::text("", texts.largest()) }</p>
            { steady::place(Html::default(), sets) }
            <span class="quiet take-back">{ view.text(Message::QuestionTakeBack) }</span>
            if ANY && view.session.instrument().items().iter().any(|item| item.alert.is_some()) {
                { help::card(view, false) }
            }
        </div>
    }
}

fn words<'a>(view: &View<'a>, question: Question) -> (&'a str, Vec<&'a str>) {
    let texts = &view.content.texts;
    match question {
        Question::Role => {
            (view.text(Message::RoleQuestion), SETTINGS.map(|each| view.text(each)).to_vec())
        }
        Question::Context(question) => {
            let (asked, options) = texts.context(question);
            (asked, options.iter().map(String::as_str).collect())
        }
        Question::Item(item) => (
            texts.item(item, view.session.role()),
            texts.options(view.session.instrument(), item).iter().map(String::as_str).collect(),
        ),
    }
}
