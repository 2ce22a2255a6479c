//! Every score and its parts as bars, each scale with its line or with the borders of its bands.

use yew::{Html, html};

use super::{View, steady};
use crate::figure::figure;
use crate::instrument::Scale;
use crate::locale::Message;
use crate::outcome::{Outcome, Standing};
use crate::report::{whole, widest};
use crate::scoring::facet_score;
use crate::session::Role;

pub(super) fn view(view: &View<'_>, outcome: &Outcome<'_>) -> Html {
    html! {
        <section class="facets half">
            if view.session.instrument().profiled().is_some() {
                { view.title(Message::FacetsTitle) }
                <p class="note">{ range(view) }</p>
            }
            { for outcome.standings.iter().enumerate().map(|(place, standing)| {
                scale(view, place, standing)
            }) }
        </section>
    }
}

/// What the ends of a bar mean, in the words of the first item's options.
fn range(view: &View<'_>) -> String {
    let instrument = view.session.instrument();
    let words = view.content.texts.options(instrument, 0);
    let ends = instrument.options(0);
    let (first, last) =
        (words.first().map_or("", |word| word), words.last().map_or("", |word| word));
    let falls = ends.first().map(|end| end.value) > ends.last().map(|end| end.value);
    let (lowest, highest) = if falls { (last, first) } else { (first, last) };
    view.content.locale.fill(Message::FacetsText, &[("lowest", lowest), ("highest", highest)])
}

fn scale(view: &View<'_>, place: usize, standing: &Standing<'_>) -> Html {
    let instrument = view.session.instrument();
    let (texts, scale) = (&view.content.texts, standing.scale);
    let profiled = instrument.profiled();
    let line = profiled.and_then(|profiled| Some(profiled.line(profiled.construct(place)?)));
    // A profile is read on one range; any other scale keeps its own unit.
    let said = |value: f64| if line.is_some() { whole(value).to_string() } else { figure(value) };
    let marks = marks(scale, line);
    let name = |role| texts.scale(place, role);
    let own = standing.score.map(|score| (said(score.value), scale.percent(score.value)));
    html! {
        <div class="scale-bars">
            <h4>{ steady::text(name(view.session.role()), Role::ALL.map(name)) }</h4>
            { bar(view, None, own, (&marks, widest(scale))) }
            { for scale.parts().iter().zip(texts.parts(place)).map(|(facet, name)| {
                let percent = facet_score(instrument, scale, facet, view.session.responses());
                let part = percent.map(|percent| (whole(percent).to_string(), percent));
                bar(view, Some(name), part, (&marks, "100".to_owned()))
            }) }
        </div>
    }
}

/// Where marks stand on a bar, 0–100: the line of a profile, or where each band but the first begins.
fn marks(scale: &Scale, line: Option<f64>) -> Vec<f64> {
    match line {
        Some(line) => vec![line],
        None => scale.bands.iter().skip(1).map(|band| scale.percent(band.from)).collect(),
    }
}

/// A bar without a name is the one of the whole scale, under the scale's heading.
fn bar(
    view: &View<'_>,
    name: Option<&String>,
    score: Option<(String, f64)>,
    (marks, widest): (&[f64], String),
) -> Html {
    let missing = view.text(Message::FacetsMissing);
    let (value, percent) = score.unwrap_or_else(|| (missing.to_owned(), 0.0));
    html! {
        <div class={if name.is_some() { "bar" } else { "bar whole" }}>
            <span class="bar-name">{ name.cloned().unwrap_or_default() }</span>
            <span class="bar-value">{ steady::text(&value, [missing, &widest]) }</span>
            <svg viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="track" x="0" y="1" width="200" height="8" />
                <rect class="amount" x="0" y="1" width={(whole(percent) * 2).to_string()} height="8" />
                { for marks.iter().map(|&mark| {
                    let x = (whole(mark) * 2).to_string();
                    html! { <line class="limit" x1={x.clone()} x2={x} y1="0" y2="10" /> }
                }) }
            </svg>
        </div>
    }
}
