//! What keys do: digits answer, and a key that is held presses nothing a second time.

use yew::{Callback, KeyboardEvent};

use super::Msg;

/// What keys may do on a step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heeds {
    /// Whether a button stands there that must not be pressed twice.
    pub(super) presses: bool,
    /// Whether digits answer: only where no page around can hear a key.
    pub(super) answers: bool,
}

/// Hears the keys of a step.
pub(super) fn heard(send: Callback<Msg>, heeds: Heeds) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if heeds.presses && event.repeat() && matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
        }
        let held = event.repeat() || event.ctrl_key() || event.alt_key() || event.meta_key();
        if heeds.answers
            && !held
            && let Ok(digit) = event.key().parse()
        {
            send.emit(Msg::Digit(digit));
        }
    })
}
