//! What has changed since the last check, in words by the rule of reliable change, and as a chart.

use yew::{Html, html};

use super::hue::{self, Hue};
use super::{View, steady, taking};
use crate::history::{Change, Check, Date, change};
use crate::instrument::{Construct, Profiled};
use crate::locale::Message;
use crate::outcome::{Outcome, Standing};
use crate::profile::{Classification, classify};
use crate::report::{whole, widest};

/// How many checks the chart shows at the most.
const SHOWN: usize = 12;

/// The plot in the picture's own units.
const LEFT: i32 = 30;
const TOP: i32 = 8;
const WIDTH: i32 = 282;
const HEIGHT: i32 = 110;

/// The earlier checks in the same role.
pub(super) fn comparable(view: &View<'_>) -> Vec<Check> {
    let role = view.session.role();
    let history = view.desk.history();
    history.checks().iter().filter(|check| check.compares_with(role)).cloned().collect()
}

/// Nothing where there is no earlier check. Checks in another role are not compared.
pub(super) fn view(view: &View<'_>, now: &Outcome<'_>) -> Html {
    let history = view.desk.history();
    let Some(newest) = history.checks().last() else { return Html::default() };
    let said = if view.twin { largest(view) } else { said(view, now) };
    html! {
        <section class="trend">
            { view.title(Message::TrendTitle) }
            { for said.into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            { ahead(view, &newest.date) }
        </section>
    }
}

/// A day that lies ahead of the clock of this device.
fn ahead(view: &View<'_>, newest: &Date) -> Html {
    if view.desk.today.as_ref().is_none_or(|today| newest <= today) {
        return Html::default();
    }
    html! {
        <p class="note">
            { view.content.locale.fill(Message::TrendAhead, &[("date", &view.day(newest))]) }
        </p>
    }
}

/// Of a profile the strains alone: tiredness changes from day to day.
fn is_compared(view: &View<'_>, place: usize) -> bool {
    view.session.instrument().profiled().is_none_or(|profiled| {
        Construct::STRAINS.iter().any(|&strain| profiled.position(strain) == place)
    })
}

/// What has changed since the last check, where it is known how well two checks agree.
fn said(view: &View<'_>, now: &Outcome<'_>) -> Vec<String> {
    let comparable = comparable(view);
    let Some(last) = comparable.last() else {
        return vec![view.text(Message::TrendOtherRole).to_owned()];
    };
    let Some(points) = taking::points(view) else { return Vec::new() };
    let then = Outcome::new(view.session.instrument(), &last.responses);
    let pairs = then.standings.iter().zip(&now.standings).enumerate();
    let mut said: Vec<String> = pairs
        .filter(|(place, _)| is_compared(view, *place))
        .filter_map(|(place, pair)| sentence(view, last, pair, place))
        .collect();
    let profiled = view.session.instrument().profiled();
    if profiled.is_some_and(|profiled| words_alone(profiled, &then, now)) {
        said.push(view.text(Message::TrendBridging).to_owned());
    }
    said.push(view.content.locale.fill(Message::TrendRule, &[("points", &points)]));
    said
}

/// Whether the words at the top differ, and yet no strain has changed by more than chance.
fn words_alone(profiled: Profiled<'_>, then: &Outcome<'_>, now: &Outcome<'_>) -> bool {
    let Some((then, now)) = then.classification.zip(now.classification) else { return false };
    let is_same = |strain| {
        let scores = then.score(strain).zip(now.score(strain));
        let change = scores.and_then(|(then, now)| change(profiled.scale(strain), &then, &now));
        change == Some(Change::NoRealChange)
    };
    then.finding != now.finding && Construct::STRAINS.into_iter().all(is_same)
}

/// The longest that can be said of the same scales.
fn largest(view: &View<'_>) -> Vec<String> {
    let locale = &view.content.locale;
    let Some(points) = taking::points(view) else {
        return vec![view.text(Message::TrendOtherRole).to_owned()];
    };
    let every =
        [Message::TrendHigher, Message::TrendLower, Message::TrendSame, Message::TrendMissing];
    let message = every.into_iter().fold(Message::TrendSame, |one, other| {
        if view.text(other).len() > view.text(one).len() { other } else { one }
    });
    let day = longest_day(view);
    let scales = view.session.instrument().scales().iter().enumerate();
    let mut said: Vec<String> = scales
        .filter(|(place, _)| is_compared(view, *place))
        .map(|(place, scale)| {
            let name = hue::scale(view, place);
            let figure = widest(locale, scale);
            let values =
                [("scale", name.as_str()), ("date", &day), ("before", &figure), ("now", &figure)];
            locale.fill(message, &values)
        })
        .collect();
    said.push(locale.fill(Message::TrendRule, &[("points", &points)]));
    said
}

/// What stands in for any day where only room is kept.
fn longest_day(view: &View<'_>) -> String {
    let mut longest = String::new();
    for month in 1..=12 {
        let day = Date::new(&format!("2000-{month:02}-28"));
        let day = day.map(|day| view.day(&day)).unwrap_or_default();
        longest = steady::longer(&longest, &day).to_owned();
    }
    longest
}

fn sentence(
    view: &View<'_>,
    last: &Check,
    (then, now): (&Standing<'_>, &Standing<'_>),
    place: usize,
) -> Option<String> {
    let figure = |value| taking::figure_of(view, place, value);
    let (message, [before, now]) = match (then.score, now.score) {
        (Some(before), Some(after)) => {
            let message = match change(now.scale, &before, &after)? {
                Change::Higher => Message::TrendHigher,
                Change::Lower => Message::TrendLower,
                Change::NoRealChange => Message::TrendSame,
            };
            (message, [before, after].map(|score| figure(score.value)))
        }
        _ => (Message::TrendMissing, [String::new(), String::new()]),
    };
    let name = hue::scale(view, place);
    let date = view.day(&last.date);
    let values = [("scale", name.as_str()), ("date", &date), ("before", &before), ("now", &now)];
    Some(view.content.locale.fill(message, &values))
}

/// The same as a chart and as a table, every value with its day.
pub(super) fn table(view: &View<'_>, profiled: Profiled<'_>, now: &Outcome<'_>) -> Html {
    let all = view.desk.history().checks().len();
    if all == 0 {
        return Html::default();
    }
    let mut checks: Vec<Row> = Vec::new();
    if view.twin {
        // As many rows as there could be, whichever role was answered in.
        checks = vec![(longest_day(view), [None; 2]); (all + 1).min(SHOWN)];
    } else {
        let comparable = comparable(view);
        let from = comparable.len().saturating_sub(SHOWN - 1);
        checks.extend(
            comparable
                .iter()
                .skip(from)
                .map(|check| row(view.day(&check.date), &classify(profiled, &check.responses))),
        );
        let today = view.desk.today.as_ref().map(|today| view.day(today)).unwrap_or_default();
        checks.extend(now.classification.map(|now| row(today, &now)));
    }
    html! {
        <section class="trend">
            { view.title(Message::TrendTitle) }
            <svg class="chart" viewBox="0 0 320 120" aria-hidden="true" focusable="false">
                { for [0, 50, 100].iter().map(|&value| grid(value)) }
                { for Construct::STRAINS.into_iter().enumerate().map(|(place, strain)| {
                    line(view, &checks, place, strain)
                }) }
            </svg>
            <table class="values">
                <thead><tr>
                    <th scope="col">{ view.text(Message::TrendDay) }</th>
                    { for Construct::STRAINS.iter().map(|&strain| html! {
                        <th scope="col">{ Hue::of(view, strain).mark() }{ hue::name(view, profiled, strain) }</th>
                    }) }
                </tr></thead>
                <tbody>{ for checks.iter().map(|(day, scores)| html! {
                    <tr>
                        <th scope="row">{ day.clone() }</th>
                        { for scores.iter().map(|score| {
                            let score = score.map(|score| score.to_string());
                            html! { <td>{ score.unwrap_or_else(|| "\u{2013}".to_owned()) }</td> }
                        }) }
                    </tr>
                }) }</tbody>
            </table>
        </section>
    }
}

fn grid(value: i32) -> Html {
    let y = y(value).to_string();
    html! {
        <>
            <line class="grid" x1={LEFT.to_string()} x2={(LEFT + WIDTH).to_string()} y1={y.clone()} y2={y.clone()} />
            <text text-anchor="end" x={(LEFT - 6).to_string()} {y} dy="4">{ value.to_string() }</text>
        </>
    }
}

/// A day, and the scores of the strains on it.
type Row = (String, [Option<i32>; 2]);

fn row(day: String, found: &Classification) -> Row {
    let score = |strain| found.score(strain).map(|score| whole(score.value));
    (day, Construct::STRAINS.map(score))
}

fn line(view: &View<'_>, checks: &[Row], strain: usize, construct: Construct) -> Html {
    let last = checks.len().saturating_sub(1).max(1);
    let points: Vec<(i32, i32)> = (0_i32..)
        .zip(checks)
        .filter_map(|(place, (_, scores))| {
            let across = LEFT + WIDTH * place / i32::try_from(last).unwrap_or(1);
            Some((across, y((*scores.get(strain)?)?)))
        })
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        <g class={Hue::of(view, construct).class("run")}>
            <polyline points={path.join(" ")} />
            { for points.iter().map(|(x, y)| if construct == Construct::Burnout {
                html! { <rect x={(x - 4).to_string()} y={(y - 4).to_string()} width="8" height="8" /> }
            } else {
                html! { <circle cx={x.to_string()} cy={y.to_string()} r="4.5" /> }
            }) }
        </g>
    }
}

fn y(value: i32) -> i32 {
    TOP + HEIGHT - HEIGHT * value / 100
}
