//! What stands at the end of a result, where others are longer: something to read, as much as there is room for.
//!
//! The height of a page is that of the largest result. What is left over under a smaller one is filled by the style sheet
//! alone, one piece after the other for as long as a whole one fits, so that nothing depends on what it was.

use std::ops::Range;

use yew::{Html, html};

use super::fold::Fold;
use crate::ui::{View, how, hue};

/// So many stand side by side where there is room.
const ABREAST: usize = 3;

/// Nothing where the same is unfolded above.
pub(super) fn view(view: &View<'_>) -> Html {
    if view.folds.has(Fold::How) {
        return Html::default();
    }
    let Range { start, end } = how::FOR_ANYBODY;
    let (middle, end) = (start + ABREAST, end - usize::from(hue::unexposed(view)));
    html! {
        <div class="tail">
            <div>{ how::reads(view, start..middle) }</div>
            <div>{ how::reads(view, middle..end) }</div>
        </div>
    }
}
