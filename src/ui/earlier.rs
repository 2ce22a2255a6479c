//! Opening the check-in file of an earlier day.

use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

use super::{Msg, View, take::Take, taking};
use crate::locale::Message;

pub(super) fn view(view: &View<'_>) -> Html {
    let locale = &view.content.locale;
    let found = view.desk.history.as_ref().and_then(|history| {
        let last = history.checks().last()?;
        let count = history.checks().len().to_string();
        Some(locale.fill(Message::EarlierFound, &[("count", &count), ("date", last.date.as_str())]))
    });
    html! {
        <details class="fold">
            <summary>{ view.text(Message::EarlierTitle) }</summary>
            { view.paragraph(Message::EarlierText) }
            // The page around reads what is chosen here, and tells what is in it.
            <label class="file secondary">
                <input type="file" accept=".json,application/json" />
                { view.text(Message::EarlierChoose) }
            </label>
            if view.desk.locked {
                { passphrase(view, Message::EarlierLocked) }
                <div class="nav">
                    { view.button("secondary", Message::EarlierUnlock, Msg::Take(Take::Unlock)) }
                </div>
            }
            if let Some(found) = found {
                <p class="found" role="status">{ found }</p>
            }
            { taking::status(view) }
            { taking::forget(view) }
        </details>
    }
}

/// The field for a passphrase, with what it is for.
pub(super) fn passphrase(view: &View<'_>, what_for: Message) -> Html {
    let typed: Callback<InputEvent> = view.send.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Msg::Passphrase(field.map(|field| field.value()).unwrap_or_default())
    });
    html! {
        <>
            { view.paragraph(what_for) }
            <label class="passphrase">
                <span>{ view.text(Message::EarlierPassphrase) }</span>
                <input type="password" autocomplete="off" value={view.desk.passphrase.clone()} oninput={typed} />
            </label>
        </>
    }
}
