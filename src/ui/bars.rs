//! Every score and its parts as a table: in words, as a figure, and as a bar with its line or with the
//! borders of its bands.

use yew::{Html, html};

use super::View;
use super::hue::{self, Hue};
use super::steady::longest;
use crate::instrument::{Construct, Profiled, Scale};
use crate::locale::Message;
use crate::outcome::{Outcome, Standing};
use crate::report::{whole, widest};
use crate::scoring::facet_score;

/// From where on a part stands out by itself.
const RAISED: f64 = 75.0;

pub(super) fn view(view: &View<'_>, outcome: &Outcome<'_>) -> Html {
    html! {
        <section class="facets">
            <div class="bars-all">
                { for outcome.standings.iter().enumerate().filter(|(place, _)| is_shown(view, *place)).map(
                    |(place, standing)| scale(view, place, standing)
                ) }
            </div>
            if view.session.instrument().profiled().is_some() {
                <p class="note">{ range(view) }</p>
            }
        </section>
    }
}

/// What carries a person has no score that anything reads.
fn is_shown(view: &View<'_>, place: usize) -> bool {
    let profiled = view.session.instrument().profiled();
    let shown = |profiled: Profiled<'_>| {
        profiled.construct(place).is_some() || profiled.recovery_position() == Some(place)
    };
    profiled.is_none_or(shown)
}

/// What the ends of a bar mean, in the words of the first item's options.
fn range(view: &View<'_>) -> String {
    let (lowest, highest) = (word(view, 0.0), word(view, 100.0));
    view.content.locale.fill(Message::FacetsText, &[("lowest", lowest), ("highest", highest)])
}

/// What a figure of 0–100 says, in the words of the first item's options.
fn word<'a>(view: &View<'a>, percent: f64) -> &'a str {
    let instrument = view.session.instrument();
    let words = view.content.texts.options(instrument, 0);
    let ends = instrument.options(0);
    let last = words.len().saturating_sub(1);
    let place = usize::try_from(whole(percent)).unwrap_or(0) * last;
    let place = (place + 50) / 100;
    let falls = ends.first().map(|end| end.value) > ends.last().map(|end| end.value);
    words.get(if falls { last - place.min(last) } else { place }).map_or("", |word| word)
}

/// The same; on the unseen page the longest there is.
fn said<'a>(view: &View<'a>, percent: f64) -> &'a str {
    let words = view.content.texts.options(view.session.instrument(), 0);
    if view.twin { longest(words.iter().map(String::as_str)) } else { word(view, percent) }
}

fn scale(view: &View<'_>, place: usize, standing: &Standing<'_>) -> Html {
    let instrument = view.session.instrument();
    let (texts, scale) = (&view.content.texts, standing.scale);
    let construct =
        instrument.profiled().and_then(|profiled| Some((profiled, profiled.construct(place)?)));
    let line = construct.map(|(profiled, construct)| profiled.line(construct));
    // Where there is one part, it is the whole.
    let in_parts = scale.parts().len() > 1;
    let marks = marks(scale, line);
    let hue = match construct {
        Some((_, construct)) => Some(Hue::of(view, construct)),
        None => instrument.profiled().map(|_| Hue::plain(Construct::Tiredness)),
    };
    let name = hue::scale(view, place);
    // A profile is read on one range; any other scale keeps its own unit.
    let said = |value: f64| {
        if line.is_some() { whole(value).to_string() } else { view.content.locale.number(value) }
    };
    let own = standing.score.map(|score| (said(score.value), scale.percent(score.value)));
    let row = |name: &str, score, marks: &[f64], widest: String| {
        let score = if view.twin { Some((widest, 0.0)) } else { score };
        bar(view, (name, hue), score, marks, instrument.profiled().is_some())
    };
    html! {
        <table class="bars">
            <tbody>
                { row(&name, own, &marks, if line.is_some() { "100".to_owned() } else { widest(&view.content.locale, scale) }) }
                { for scale.parts().iter().filter(|_| in_parts).zip(texts.parts(place)).map(|(facet, name)| {
                    let percent = facet_score(instrument, scale, facet, view.session.responses());
                    let part = percent.map(|percent| (whole(percent).to_string(), percent));
                    let marks: &[f64] = if line.is_some() { &[RAISED] } else { &marks };
                    row(name, part, marks, "100".to_owned())
                }) }
            </tbody>
        </table>
    }
}

/// Where marks stand on a bar, 0–100: the line of a profile, or where each band but the first begins.
fn marks(scale: &Scale, line: Option<f64>) -> Vec<f64> {
    match line {
        Some(line) => vec![line],
        None => scale.bands.iter().skip(1).map(|band| scale.percent(band.from)).collect(),
    }
}

fn bar(
    view: &View<'_>,
    (name, hue): (&str, Option<Hue>),
    score: Option<(String, f64)>,
    marks: &[f64],
    in_words: bool,
) -> Html {
    let hue = hue.unwrap_or(Hue::Unnamed);
    html! {
        <tr>
            <th scope="row">{ name.to_owned() }</th>
            <td>
                { picture(view, hue, score.as_ref().map(|(_, percent)| *percent), marks) }
                <span>{ match score {
                    None => html! { view.text(Message::FacetsMissing) },
                    Some((figure, percent)) => html! {
                        <>
                            if in_words { { said(view, percent).to_owned() }{ " " } }
                            <b>{ figure }</b>
                        </>
                    },
                } }</span>
            </td>
        </tr>
    }
}

fn picture(view: &View<'_>, hue: Hue, percent: Option<f64>, marks: &[f64]) -> Html {
    if view.twin {
        return html! { <svg class="bar" /> };
    }
    let amount = whole(percent.unwrap_or(0.0)).to_string() + "%";
    html! {
        <svg class={hue.class("bar")} aria-hidden="true" focusable="false">
            <rect class="track" width="100%" height="10" rx="5" />
            <rect class="amount" width={amount.clone()} height="10" rx="5" />
            <rect class="pattern" width={amount} height="10" rx="5" fill={hue.pattern()} />
            { for marks.iter().map(|&mark| {
                let x = whole(mark).to_string() + "%";
                html! { <line class="limit" x1={x.clone()} x2={x} y1="-3" y2="13" /> }
            }) }
        </svg>
    }
}
