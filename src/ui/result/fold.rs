//! What is folded under the result: five rows, one open at a time, each built when it is opened.

use web_sys::HtmlDetailsElement;
use yew::{Callback, Event, Html, TargetCast, html};

use crate::locale::Message;
use crate::ui::{Msg, View};

/// Something that can be unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// The scores and their parts, how the three differ, the shared signs.
    Details,
    /// More advice.
    More,
    /// Whom to turn to.
    Places,
    /// What can be taken along.
    Keep,
    /// How the self-check works.
    How,
    /// Within the details: how the three differ.
    Differ,
    /// Within more advice: all of it.
    All,
    /// Within what is kept: the passphrase.
    Lock,
    /// Within what is kept: files for other programs.
    Files,
    /// Within what is kept: earlier checks.
    Earlier,
}

/// What is unfolded: of the five rows one at the most, so that the page has as many heights as rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    row: Option<Fold>,
    within: Vec<Fold>,
}

impl Folds {
    /// Unfolds, or folds again.
    pub fn set(&mut self, fold: Fold, open: bool) {
        match fold {
            Fold::Differ | Fold::All | Fold::Lock | Fold::Files | Fold::Earlier => {
                self.within.retain(|other| *other != fold);
                if open {
                    self.within.push(fold);
                }
            }
            _ if open => self.row = Some(fold),
            // The row that gives way to another tells that it closes after the other has opened.
            _ => self.row = self.row.filter(|other| *other != fold),
        }
    }

    /// Whether this is unfolded.
    #[must_use]
    pub fn has(&self, fold: Fold) -> bool {
        self.row == Some(fold) || self.within.contains(&fold)
    }
}

/// One of the five rows.
pub(super) fn row(view: &View<'_>, fold: Fold, title: Message, body: &dyn Fn() -> Html) -> Html {
    // One row of a name closes the others. The unseen page must not close those of the real one.
    let name = (!view.twin).then_some("bs-row");
    view_of(view, fold, name, title, body)
}

/// Something folded within a row.
pub(in crate::ui) fn within(
    view: &View<'_>,
    fold: Fold,
    title: Message,
    body: &dyn Fn() -> Html,
) -> Html {
    view_of(view, fold, None, title, body)
}

fn view_of(
    view: &View<'_>,
    fold: Fold,
    name: Option<&'static str>,
    title: Message,
    body: &dyn Fn() -> Html,
) -> Html {
    let open = view.folds.has(fold);
    // What opens by itself in the unseen page was not opened by anybody.
    let toggled: Option<Callback<Event>> = (!view.twin).then(|| {
        view.send.reform(move |event: Event| {
            let details = event.target_dyn_into::<HtmlDetailsElement>();
            Msg::Fold(fold, details.is_some_and(|details| details.open()))
        })
    });
    let class =
        if matches!(fold, Fold::Details | Fold::More | Fold::Places | Fold::Keep | Fold::How) {
            "row-fold"
        } else {
            "fold"
        };
    html! {
        <details {class} {name} {open} ontoggle={toggled}>
            <summary>{ view.text(title) }</summary>
            if open {
                <div class="body">{ body() }</div>
            }
        </details>
    }
}
