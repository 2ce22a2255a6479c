//! Opening the check-in files of earlier days.

use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, KeyboardEvent, TargetCast, html};

use super::result::Fold;
use super::{Msg, View, result, take::Take, taking};
use crate::locale::Message;

/// On a page that has no other place to say what came of it.
pub(super) fn view(view: &View<'_>) -> Html {
    fold(view, html! { <>{ taking::status(view) }{ taking::forget(view) }</> })
}

/// `said`: what came of it, where that is said here.
pub(super) fn fold(view: &View<'_>, said: Html) -> Html {
    let locale = &view.content.locale;
    let history = view.desk.history();
    let found = history.checks().last().map(|last| {
        let count = history.checks().len().to_string();
        locale.fill(Message::EarlierFound, &[("count", &count), ("date", &view.day(&last.date))])
    });
    let days: Vec<String> = history
        .carried()
        .iter()
        .filter_map(|carried| carried.date.as_ref())
        .map(|day| view.day(day))
        .collect();
    result::within(view, Fold::Earlier, Message::EarlierTitle, &|| {
        html! {
            <>
                { view.paragraph(Message::EarlierText) }
                // The page around reads what is chosen here, and tells what is in it.
                <label class="file secondary">
                    if !view.twin { <input type="file" accept=".json,application/json" /> }
                    { view.text(Message::EarlierChoose) }
                </label>
                { said.clone() }
                if view.desk.locked {
                    { passphrase(
                        view, Message::EarlierPassphrase, "password",
                        (&view.desk.guess, Msg::Guess, Msg::Take(Take::Unlock)),
                    ) }
                    <div class="nav">
                        { view.button("secondary", Message::EarlierUnlock, Msg::Take(Take::Unlock)) }
                    </div>
                }
                if let Some(found) = &found {
                    <p class="found">{ found.clone() }</p>
                }
                if !history.carried().is_empty() {
                    <p class="note">{ locale.fill(Message::EarlierCarried, &[("dates", &locale.list(&days))]) }</p>
                }
            </>
        }
    })
}

/// A field for a passphrase. Enter does what its button does.
pub(super) fn passphrase(
    view: &View<'_>,
    label: Message,
    kind: &'static str,
    (value, tells, enter): (&str, fn(String) -> Msg, Msg),
) -> Html {
    let entered: Callback<KeyboardEvent> = {
        let send = view.send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                send.emit(enter.clone());
            }
        })
    };
    html! {
        <label class="passphrase">
            <span>{ view.text(label) }</span>
            if view.twin {
                <span class="field"></span>
            } else {
                <input
                    type={kind} autocomplete="off" value={value.to_owned()}
                    oninput={typed(view, tells)} onkeydown={entered}
                />
            }
        </label>
    }
}

/// Tells what is typed into a field.
pub(super) fn typed(view: &View<'_>, message: fn(String) -> Msg) -> Callback<InputEvent> {
    view.send.reform(move |event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        message(field.map(|field| field.value()).unwrap_or_default())
    })
}
