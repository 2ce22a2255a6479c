//! Room that is the same whatever was answered.
//!
//! A host page sees how high the widget is. Were a text longer for one result than for another, the
//! height would tell which it is. So every place whose text depends on answers is as large as the
//! largest text that could stand there: all of them lie in one grid cell, and only one is to be seen.

use yew::{Html, html};

/// Shows `real` in a place that is large enough for each of `others`.
pub(super) fn place(real: Html, others: impl IntoIterator<Item = Html>) -> Html {
    html! {
        <div class="steady">
            <div>{ real }</div>
            { for others.into_iter().map(|other| html! {
                <div class="ghost" aria-hidden="true">{ other }</div>
            }) }
        </div>
    }
}

/// Shows one text in a place that is large enough for each of `others`.
pub(super) fn text<S: AsRef<str>>(real: &str, others: impl IntoIterator<Item = S>) -> Html {
    let mut different: Vec<String> = Vec::new();
    for other in others {
        let other = other.as_ref();
        if other != real && !different.iter().any(|known| known == other) {
            different.push(other.to_owned());
        }
    }
    html! {
        <span class="steady">
            <span>{ real.to_owned() }</span>
            { for different.into_iter().map(|other| html! {
                <span class="ghost" aria-hidden="true">{ other }</span>
            }) }
        </span>
    }
}
