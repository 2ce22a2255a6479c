//! The languages that there are, each called by its own name: one press, and the same step stands there in another one, with
//! everything that was answered.
//!
//! **Invariant**: nothing in here looks at an answer. The page around hears the press (`www/embed/page.js`), brings the words, and
//! hands them in.

use yew::{Html, html};

use super::View;
use crate::locale::Message;

/// Nothing where there is no other language.
pub(super) fn view(view: &View<'_>) -> Html {
    let tongues = &view.content.settings.tongues;
    if tongues.is_empty() {
        return Html::default();
    }
    let mut buttons = Vec::new();
    for each in tongues.chunks_exact(3) {
        let [tag, name, _] = each else { continue };
        let spoken = if tag == view.content.locale.language() { "true" } else { "false" };
        buttons.push(html! {
            <button type="button" class="quiet inline" lang={tag.clone()} aria-pressed={spoken}>{ name.clone() }</button>
        });
    }
    html! {
        <div class="tongues" role="group" aria-label={view.text(Message::WelcomeLanguages).to_owned()} translate="no">
            { buttons }
        </div>
    }
}
