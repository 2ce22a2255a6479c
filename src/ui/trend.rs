//! What has changed since the last check, in words by the rule of reliable change, and as a chart.

use yew::{Html, html};

use super::{View, steady, taking};
use crate::history::{Change, Check, Date, History, change};
use crate::instrument::{Construct, Profiled};
use crate::locale::Message;
use crate::outcome::{Outcome, Standing};
use crate::profile::{Classification, classify};
use crate::report::{whole, widest};
use crate::session::Role;

/// How many checks the chart shows at the most.
const SHOWN: usize = 12;

/// The plot in the picture's own units.
const LEFT: i32 = 30;
const TOP: i32 = 8;
const WIDTH: i32 = 282;
const HEIGHT: i32 = 110;

/// Nothing where there is no earlier check. Checks in another role are not compared.
pub(super) fn view(view: &View<'_>, now: &Outcome<'_>) -> Html {
    let history = view.desk.history();
    if history.checks().is_empty() {
        return Html::default();
    }
    let role = view.session.said_role();
    let comparable: Vec<&Check> =
        history.checks().iter().filter(|check| check.compares_with(role)).collect();
    let body = match comparable.last() {
        Some(last) => changes(view, now, &comparable, last),
        None => view.paragraph(Message::TrendOtherRole),
    };
    html! {
        <section class="trend">
            { view.title(Message::TrendTitle) }
            { body }
            { ahead(view, &history) }
        </section>
    }
}

/// A day that lies ahead of the clock of this device.
fn ahead(view: &View<'_>, history: &History) -> Html {
    let newest = history.checks().last().map(|check| &check.date);
    match newest.zip(view.desk.today.as_ref()) {
        Some((newest, today)) if newest > today => html! {
            <p class="note">
                { view.content.locale.fill(Message::TrendAhead, &[("date", newest.as_str())]) }
            </p>
        },
        _ => Html::default(),
    }
}

/// What has changed since the last check, where it is known how well two checks agree.
fn changes(view: &View<'_>, now: &Outcome<'_>, comparable: &[&Check], last: &Check) -> Html {
    let Some(points) = taking::points(view) else { return Html::default() };
    let instrument = view.session.instrument();
    let then = Outcome::new(instrument, &last.responses);
    let profiled = instrument.profiled();
    let compared = then.standings.iter().zip(&now.standings).enumerate().filter(|(place, _)| {
        // Of a profile the strains alone: tiredness changes from day to day.
        profiled.is_none_or(|profiled| {
            Construct::STRAINS.iter().any(|&strain| profiled.position(strain) == *place)
        })
    });
    html! {
        <>
            { for compared.map(|(place, (then, now))| sentence(view, last, (then, now), place)) }
            <p class="note">
                { view.content.locale.fill(Message::TrendRule, &[("points", &points)]) }
            </p>
            if let Some(profiled) = profiled {
                { chart(view, profiled, comparable, now) }
            }
        </>
    }
}

fn sentence(
    view: &View<'_>,
    last: &Check,
    (before, now): (&Standing<'_>, &Standing<'_>),
    place: usize,
) -> Html {
    let locale = &view.content.locale;
    let scale = now.scale;
    let date = last.date.as_str();
    let say = |message, role, [before, now]: [&str; 2]| {
        let name = view.content.texts.scale(place, role);
        let values = [("scale", name), ("date", date), ("before", before), ("now", now)];
        locale.fill(message, &values)
    };
    let figure = |value| taking::figure_of(view, place, value);
    let (message, figures) = match (before.score, now.score) {
        (Some(before), Some(now)) => {
            let message = match change(scale, &before, &now) {
                Some(Change::Higher) => Message::TrendHigher,
                Some(Change::Lower) => Message::TrendLower,
                Some(Change::NoRealChange) => Message::TrendSame,
                None => return Html::default(),
            };
            (message, [before, now].map(|score| figure(score.value)))
        }
        _ => (Message::TrendMissing, [String::new(), String::new()]),
    };
    let [then, current] = &figures;
    let real = say(message, view.session.role(), [then, current]);
    let every =
        [Message::TrendHigher, Message::TrendLower, Message::TrendSame, Message::TrendMissing];
    let widest = widest(scale);
    let longest = every
        .into_iter()
        .flat_map(|message| Role::ALL.map(|role| say(message, role, [&widest, &widest])));
    html! { <p>{ steady::text(&real, longest) }</p> }
}

/// The checks from left to right, the present one last.
fn chart(view: &View<'_>, profiled: Profiled<'_>, earlier: &[&Check], now: &Outcome<'_>) -> Html {
    let from = earlier.len().saturating_sub(SHOWN - 1);
    let earlier = earlier.get(from..).unwrap_or_default();
    let mut checks: Vec<Classification> =
        earlier.iter().map(|check| classify(profiled, &check.responses)).collect();
    checks.extend(now.classification);
    let count = checks.len().to_string();
    let caring = view.session.role() == Role::Caring;
    let caption = if caring { Message::TrendChartCaring } else { Message::TrendChart };
    html! {
        <figure class="chart">
            <svg viewBox="0 0 320 142" aria-hidden="true" focusable="false">
                { for [0, 50, 100].map(grid) }
                { for Construct::STRAINS.map(|construct| line(&checks, construct)) }
                { for earlier.first().map(|check| label(check.date.as_str().to_owned(), "start", LEFT)) }
                { label(view.desk.today.as_ref().map(Date::as_str).unwrap_or_default().to_owned(), "end", LEFT + WIDTH) }
            </svg>
            <figcaption>
                { view.content.locale.fill(caption, &[("count", &count)]) }
            </figcaption>
        </figure>
    }
}

fn grid(value: i32) -> Html {
    let y = y(value).to_string();
    html! {
        <>
            <line class="grid" x1={LEFT.to_string()} x2={(LEFT + WIDTH).to_string()} y1={y.clone()} y2={y.clone()} />
            <text class="end" x={(LEFT - 6).to_string()} y={y} dy="4">{ value.to_string() }</text>
        </>
    }
}

fn line(checks: &[Classification], construct: Construct) -> Html {
    let last = checks.len().saturating_sub(1).max(1);
    let points: Vec<(i32, i32)> = (0_i32..)
        .zip(checks)
        .filter_map(|(place, check)| {
            let across = LEFT + WIDTH * place / i32::try_from(last).unwrap_or(1);
            Some((across, y(whole(check.score(construct)?.value))))
        })
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let class = if construct == Construct::Burnout { "run" } else { "run broken" };
    html! {
        <g {class}>
            <polyline points={path.join(" ")} />
            { for points.iter().map(|(x, y)| html! {
                <circle cx={x.to_string()} cy={y.to_string()} r="4" />
            }) }
        </g>
    }
}

fn label(text: String, class: &'static str, x: i32) -> Html {
    html! { <text {class} x={x.to_string()} y={(TOP + HEIGHT + 20).to_string()}>{ text }</text> }
}

fn y(value: i32) -> i32 {
    TOP + HEIGHT - HEIGHT * value / 100
}
