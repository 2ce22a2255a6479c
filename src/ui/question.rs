//! One question with its options, for scored items and for questions about the situation.

use yew::{Html, html};

use super::{Msg, View, steady};
use crate::locale::Message;
use crate::session::{Action, Question, Setting};

const SETTINGS: [Message; 3] = [Message::SettingWork, Message::SettingCaring, Message::SettingBoth];

pub(super) fn view(view: &View<'_>, question: Question) -> Html {
    let answer = view.session.answer(question);
    let (asked, options) = words(view, question);
    let legend = match question {
        // The words differ by role, and the role is an answer too.
        Question::Item(item) => {
            steady::text(asked, Setting::ALL.map(|setting| view.content.texts.item(item, setting)))
        }
        Question::Setting | Question::Context(_) => html! { asked },
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
        </fieldset>
    }
}

/// Room for any item that could stand in one place of the review.
pub(super) fn room(view: &View<'_>) -> Html {
    let texts = &view.content.texts;
    let items = 0..view.session.instrument().items().len();
    let every = items.flat_map(|item| Setting::ALL.map(|setting| texts.item(item, setting)));
    html! {
        <div class="question">
            <p class="legend">{ steady::text("", every) }</p>
            <div class="options scale">
                { for texts.options().iter().map(|words| html! {
                    <span class="option"><span class="dot"></span><span>{ words.clone() }</span></span>
                }) }
            </div>
            <span class="quiet take-back">{ view.text(Message::QuestionTakeBack) }</span>
        </div>
    }
}

fn words<'a>(view: &View<'a>, question: Question) -> (&'a str, Vec<&'a str>) {
    let texts = &view.content.texts;
    match question {
        Question::Setting => {
            (view.text(Message::SettingQuestion), SETTINGS.map(|each| view.text(each)).to_vec())
        }
        Question::Context(question) => {
            let (asked, options) = texts.context(question);
            (asked, options.iter().map(String::as_str).collect())
        }
        Question::Item(item) => (
            texts.item(item, view.session.setting()),
            texts.options().iter().map(String::as_str).collect(),
        ),
    }
}
