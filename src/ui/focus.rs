//! Where the focus goes: to the heading of a new screen, and from a button that goes with its press to what came of it.

use web_sys::{FocusOptions, HtmlElement};
use yew::NodeRef;

use super::{Msg, Told};
use crate::session::Action;

/// What takes the focus of something that is no longer there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refocus {
    /// The heading of the step.
    Heading,
    /// What is said of what was done.
    Status,
}

/// What takes the focus, where a message takes away the button or the field that sent it. `locked`: whether a file
/// waits for its passphrase.
pub(super) fn left_by(message: &Msg, locked: bool) -> Option<Refocus> {
    match message {
        Msg::Act(Action::Answer(_, None)) | Msg::Words(_) => Some(Refocus::Heading),
        Msg::ShowText | Msg::Lock(_) | Msg::Told(Told::Forgotten(true)) => Some(Refocus::Status),
        Msg::Told(Told::Opened(..) | Told::Damaged(_) | Told::Unknown(_)) if locked => {
            Some(Refocus::Status)
        }
        _ => None,
    }
}

/// Takes the focus from what goes with the next picture. A browser that has to do that by itself, while it is taken away, lays out
/// the whole page for it, halfway between one screen and the next.
pub(super) fn leave(source: &NodeRef) {
    if let Some(element) = source.cast::<HtmlElement>() {
        element.blur().ok();
    }
}

/// Gives it the focus. Only the page around knows where to scroll to, and an element that cannot take the focus leaves it
/// where it is.
pub(super) fn give(target: &NodeRef) {
    if let Some(element) = target.cast::<HtmlElement>() {
        let stay = FocusOptions::new();
        stay.set_prevent_scroll(true);
        element.focus_with_options(&stay).ok();
    }
}
