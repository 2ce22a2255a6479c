//! Room that is the same whatever was answered.
//!
//! A host page sees how high the widget is. Were a text longer for one result than for another, the
//! height would tell which it is. So the largest page there can be is laid out in the same place, once and
//! unseen: it alone decides the height. It is out of the way of readers, of the keyboard, of searching,
//! selecting, translating and printing.

use yew::{Html, html};

use super::fresh;
pub(super) use crate::locale::width;

/// The real page over the largest one.
pub(super) fn over(real: Html, largest: Html) -> Html {
    html! {
        <div class="flow">
            <div>{ real }</div>
            <div class="twin" aria-hidden="true" inert=true translate="no">{ largest }</div>
        </div>
    }
}

/// The longer of two texts, by the room that they take.
pub(super) fn longer<'a>(one: &'a str, other: &'a str) -> &'a str {
    if width(other) > width(one) { other } else { one }
}

/// The longest of these texts.
pub(super) fn longest<'a>(texts: impl IntoIterator<Item = &'a str>) -> &'a str {
    texts.into_iter().fold("", longer)
}

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
            { fresh(real) }
            { for different.into_iter().map(|other| html! {
                <span class="ghost" aria-hidden="true">{ other }</span>
            }) }
        </span>
    }
}
