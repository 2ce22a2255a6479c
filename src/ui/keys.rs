//! What keys do: digits answer the question that has the focus, and a key that is held presses nothing a second time.

use yew::{Callback, KeyboardEvent};

use super::{Msg, View};

/// Keeps a key that is held from pressing a second time.
pub(super) fn held() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.repeat() && matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
        }
    })
}

/// Hears the digits that answer: only where no page around can hear a key, and only while the focus is in the question.
/// Whoever looks for a line, or says "one" to a program that types what it hears, does not answer.
pub(super) fn digits(view: &View<'_>) -> Option<Callback<KeyboardEvent>> {
    let send = view.send.clone();
    view.content.settings.isolated.then(|| {
        Callback::from(move |event: KeyboardEvent| {
            let held = event.repeat() || event.ctrl_key() || event.alt_key() || event.meta_key();
            if !held && let Ok(digit) = event.key().parse() {
                send.emit(Msg::Digit(digit));
            }
        })
    })
}
