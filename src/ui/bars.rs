//! The scores and their facets as bars, each scale with its line.

use yew::{Html, html};

use super::{View, steady};
use crate::classification::Classification;
use crate::instrument::Construct;
use crate::locale::Message;
use crate::report::{scale_name, whole};
use crate::scoring::facet_score;
use crate::session::Setting;

pub(super) fn view(view: &View<'_>, classification: &Classification) -> Html {
    html! {
        <section class="facets half">
            { view.title(Message::FacetsTitle) }
            { view.note(Message::FacetsText) }
            { for Construct::ALL.map(|construct| scale(view, classification, construct)) }
        </section>
    }
}

fn scale(view: &View<'_>, classification: &Classification, construct: Construct) -> Html {
    let (instrument, locale) = (view.session.instrument(), &view.content.locale);
    let scale = instrument.scale(construct);
    let line = whole(scale.line);
    let name = |setting| locale.text(scale_name(construct, setting));
    let score = classification.score(construct).map(|score| whole(score.value));
    html! {
        <div class="scale-bars">
            <h4>{ steady::text(name(view.session.setting()), Setting::ALL.map(name)) }</h4>
            { bar(view, None, score, line) }
            { for scale.facets.iter().zip(view.content.texts.facets(construct)).map(|(facet, name)| {
                let score = facet_score(instrument, facet, view.session.responses()).map(whole);
                bar(view, Some(name), score, line)
            }) }
        </div>
    }
}

/// A bar without a name is the one of the whole scale, under the scale's heading.
fn bar(view: &View<'_>, name: Option<&String>, score: Option<i32>, line: i32) -> Html {
    let missing = view.text(Message::FacetsMissing);
    let value = score.map_or_else(|| missing.to_owned(), |score| score.to_string());
    html! {
        <div class={if name.is_some() { "bar" } else { "bar whole" }}>
            <span class="bar-name">{ name.cloned().unwrap_or_default() }</span>
            <span class="bar-value">{ steady::text(&value, [missing, "100"]) }</span>
            <svg viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="track" x="0" y="1" width="200" height="8" />
                <rect class="amount" x="0" y="1" width={(score.unwrap_or(0) * 2).to_string()} height="8" />
                <line class="limit" x1={(line * 2).to_string()} x2={(line * 2).to_string()} y1="0" y2="10" />
            </svg>
        </div>
    }
}
