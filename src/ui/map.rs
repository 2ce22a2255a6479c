//! The map: burnout to the right, compassion fatigue upward, the two lines, and where the answers lie.
//!
//! Places are percentages of the plot, so that text in it stays as large as text. The picture says nothing
//! that the text beneath it does not say.
//!
//! A field's name stands at the outer side of its field, along the outer edge. Where the person's box comes
//! near that edge, it stands along the line instead. "You" stands on the side of the point that looks to the
//! middle of its field.

use yew::{Html, html};

use super::hue::{self, Hue};
use super::{View, trend};
use crate::instrument::{Construct, Profiled};
use crate::locale::{Direction, Message};
use crate::profile::{Classification, classify};
use crate::report::whole;
use crate::session::Role;

/// How many earlier checks are shown at the most, and how many of them with their day.
const EARLIER: usize = 6;
const DATED: usize = 2;

/// Letters of a name that fit a line of its field on a small phone.
const LETTERS: usize = 14;

/// How near to the outer edge a box may come before the name gives way: upper fields, whose names have more
/// lines, and lower ones.
const UPPER: i32 = 73;
const LOWER: i32 = 16;

/// A place on the plot, and how far chance could move it to each side.
#[derive(Clone, Copy)]
struct Spot {
    across: i32,
    up: i32,
    from: (i32, i32),
    to: (i32, i32),
}

impl Spot {
    /// `None` where there are too few answers for one.
    fn new(profiled: Profiled<'_>, found: &Classification) -> Option<Self> {
        let [across, up] = Construct::STRAINS.map(|strain| found.score(strain));
        let span = |score: crate::scoring::Score, strain| {
            let (low, high) = score.range(profiled.scale(strain));
            (whole(low), whole(high))
        };
        let (across, up) = (across?, up?);
        let (left, right) = span(across, Construct::Burnout);
        let (low, high) = span(up, Construct::CompassionFatigue);
        // At the very edge half of it would be cut off.
        let (across, up) = (across.value.clamp(4.0, 96.0), up.value.clamp(4.0, 96.0));
        let (across, up) = (whole(across), whole(up));
        Some(Self { across, up, from: (left, low), to: (right, high) })
    }
}

/// The plot as it is drawn: mirrored where the language is written from right to left.
struct Plot {
    mirrored: bool,
    lines: [i32; 2],
}

pub(super) fn view(view: &View<'_>, profiled: Profiled<'_>, found: &Classification) -> Html {
    let plot = Plot {
        mirrored: view.content.locale.direction() == Direction::Rtl,
        lines: Construct::STRAINS.map(|strain| whole(profiled.line(strain))),
    };
    let caring = !view.twin && view.session.role() == Some(Role::Caring);
    let across = if caring { Message::MapMoreBurnoutCaring } else { Message::MapMoreBurnout };
    let up = if hue::unexposed(view) {
        Message::MapMoreUnexposed
    } else {
        Message::MapMoreCompassionFatigue
    };
    // At the end of the words, and on; those that stand upright are turned, and their arrow with them.
    let arrow = if plot.mirrored { " \u{2190}" } else { " \u{2192}" };
    html! {
        <div class="map" aria-hidden="true">
            <span class="axis up">{ view.text(up) }{ arrow }</span>
            <svg class="plot" focusable="false">
                if !view.twin { { plot.drawn(view, profiled, found) } }
            </svg>
            <span class="axis right">{ view.text(across) }{ arrow }</span>
        </div>
    }
}

impl Plot {
    fn drawn(&self, view: &View<'_>, profiled: Profiled<'_>, found: &Classification) -> Html {
        let [middle, level] = self.lines;
        let spot = Spot::new(profiled, found);
        let earlier = earlier(view, profiled);
        html! {
            <>
                { patterns() }
                { self.area("wash is-burnout", (middle, 100), (0, 100)) }
                { self.area(&hue_of_up(view).class("wash"), (0, 100), (level, 100)) }
                <line class="limit" x1={self.x(middle)} x2={self.x(middle)} y1="0" y2="100%" />
                <line class="limit" x1="0" x2="100%" y1={y(level)} y2={y(level)} />
                { self.names(view, spot, &earlier) }
                if let Some(spot) = spot { { self.area("doubt", (spot.from.0, spot.to.0), (spot.from.1, spot.to.1)) } }
                { self.trail(&earlier, spot) }
                { match spot {
                    Some(spot) => self.point(view, spot),
                    None => html! {
                        <text class="you" x="50%" y={y((100 + level) / 2)} text-anchor="middle">
                            { view.text(Message::MapNoPoint) }
                        </text>
                    },
                } }
            </>
        }
    }

    fn area(&self, class: &str, (from, to): (i32, i32), (low, high): (i32, i32)) -> Html {
        html! {
            <rect
                class={class.to_owned()} rx={if class == "doubt" { "10" } else { "0" }}
                x={self.x(if self.mirrored { to } else { from })} y={y(high)}
                width={percent(to - from)} height={percent(high - low)}
            />
        }
    }

    fn names(&self, view: &View<'_>, spot: Option<Spot>, earlier: &[(Spot, String)]) -> Html {
        let fields = [(false, true), (true, true), (false, false), (true, false)];
        html! { <>{ for fields.iter().map(|&(far, upper)| {
            self.name(view.text(field(view, far, upper)), (far, upper), spot, earlier)
        }) }</> }
    }

    /// `far`: past the line for burnout; `upper`: past the other.
    fn name(
        &self,
        name: &str,
        (far, upper): (bool, bool),
        spot: Option<Spot>,
        earlier: &[(Spot, String)],
    ) -> Html {
        let [middle, level] = self.lines;
        let within = |spot: &Spot| {
            (if far { spot.to.0 > middle } else { spot.from.0 < middle })
                && (if upper { spot.to.1 > level } else { spot.from.1 < level })
        };
        // The person's own point decides; an earlier one only where the person's is elsewhere.
        let near =
            spot.filter(within).or_else(|| earlier.iter().map(|(spot, _)| *spot).find(within));
        let inner =
            near.is_some_and(|near| if upper { near.to.1 > UPPER } else { near.from.1 < LOWER });
        let here =
            spot.is_some_and(|spot| (spot.across >= middle) == far && (spot.up >= level) == upper);
        let lines = broken(name);
        // The first line hangs from an edge, or the last one stands on it.
        let hangs = upper != inner;
        let edge = match (upper, inner) {
            (true, false) => 100,
            (true, true) | (false, true) => level,
            (false, false) => 0,
        };
        let side = if far == self.mirrored { "8" } else { "-8" };
        let edge_of_field = self.x(if far { 100 } else { 0 });
        let first = if hangs {
            "1.2em".to_owned()
        } else {
            // The last of the lines stands on the edge.
            let tenths = 5 + 12 * (lines.len() - 1);
            format!("-{}.{}em", tenths / 10, tenths % 10)
        };
        html! {
            <text
                class={if here { "name here" } else { "name" }} y={y(edge)}
                text-anchor={if far { "end" } else { "start" }}
            >
                { for lines.into_iter().enumerate().map(|(place, line)| {
                    let dy = if place == 0 { first.clone() } else { "1.2em".to_owned() };
                    html! { <tspan x={edge_of_field.clone()} dx={side} {dy}>{ line }</tspan> }
                }) }
            </text>
        }
    }

    /// Earlier checks as rings, joined in their order, the newest with their days.
    fn trail(&self, earlier: &[(Spot, String)], now: Option<Spot>) -> Html {
        let next = earlier.iter().skip(1).map(|(spot, _)| *spot).chain(now);
        let undated = earlier.len().saturating_sub(DATED);
        html! {
            <>
                { for earlier.iter().zip(next).map(|((from, _), to)| html! {
                    <line class="trail" x1={self.x(from.across)} y1={y(from.up)} x2={self.x(to.across)} y2={y(to.up)} />
                }) }
                { for earlier.iter().enumerate().map(|(place, (spot, date))| html! {
                    <>
                        <circle class="earlier" cx={self.x(spot.across)} cy={y(spot.up)} r="4.5" />
                        if place >= undated {
                            { self.word("then", date, *spot) }
                        }
                    </>
                }) }
            </>
        }
    }

    fn point(&self, view: &View<'_>, spot: Spot) -> Html {
        html! {
            <>
                <circle class="point" cx={self.x(spot.across)} cy={y(spot.up)} r="8" />
                { self.word("you", view.text(Message::MapYou), spot) }
            </>
        }
    }

    /// On the side of a spot that looks to the middle of its field.
    fn word(&self, class: &'static str, word: &str, spot: Spot) -> Html {
        let [middle, _] = self.lines;
        let centre = if spot.across < middle { middle / 2 } else { (100 + middle) / 2 };
        let onward = spot.across < centre;
        let (anchor, dx) = (
            if onward { "start" } else { "end" },
            if onward == self.mirrored { "-13" } else { "13" },
        );
        html! {
            <text {class} x={self.x(spot.across)} y={y(spot.up)} {dx} dy="0.35em" text-anchor={anchor}>
                { word.to_owned() }
            </text>
        }
    }

    fn x(&self, value: i32) -> String {
        percent(if self.mirrored { 100 - value } else { value })
    }
}

fn y(value: i32) -> String {
    percent(100 - value)
}

fn percent(value: i32) -> String {
    value.to_string() + "%"
}

/// The words of a field: past the line for burnout or not, past the other line or not.
fn field(view: &View<'_>, far: bool, upper: bool) -> Message {
    let caring = view.session.role() == Some(Role::Caring);
    match (far, upper) {
        (false, true) if hue::unexposed(view) => Message::MapUnexposed,
        (false, true) => Message::MapCompassionFatigue,
        (true, true) => Message::MapBoth,
        (false, false) => Message::MapOrdinary,
        (true, false) if caring => Message::MapBurnoutCaring,
        (true, false) => Message::MapBurnout,
    }
}

/// What the picture shows, in words.
pub(super) fn read_aloud(
    view: &View<'_>,
    profiled: Profiled<'_>,
    found: &Classification,
) -> String {
    let Some(spot) = Spot::new(profiled, found) else {
        return view.text(Message::MapNone).to_owned();
    };
    let [middle, level] = Construct::STRAINS.map(|strain| whole(profiled.line(strain)));
    let name = view.text(field(view, spot.across >= middle, spot.up >= level));
    let mut said = view.content.locale.fill(Message::MapHere, &[("field", name)]);
    if !trend::comparable(view).is_empty() {
        said.push_str(view.content.locale.between(Message::JoinSentences));
        said.push_str(view.text(Message::MapEarlier));
    }
    said
}

/// The longest that can be said of it.
pub(super) fn longest(view: &View<'_>) -> String {
    let name = view.text(Message::MapCompassionFatigue);
    let here = view.content.locale.fill(Message::MapHere, &[("field", name)]);
    let none = view.text(Message::MapNone).to_owned();
    let mut said = if here.len() > none.len() { here } else { none };
    if !view.desk.history().checks().is_empty() {
        said.push_str(view.content.locale.between(Message::JoinSentences));
        said.push_str(view.text(Message::MapEarlier));
    }
    said
}

fn hue_of_up(view: &View<'_>) -> Hue {
    Hue::of(view, Construct::CompassionFatigue)
}

/// On paper: strokes for burnout, dots for compassion fatigue, level lines for tiredness.
fn patterns() -> Html {
    html! {
        <defs>
            <pattern id="bs-burnout" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2" height="5" />
            </pattern>
            <pattern id="bs-cf" width="5" height="5" patternUnits="userSpaceOnUse">
                <circle cx="2.5" cy="2.5" r="1.2" />
            </pattern>
            <pattern id="bs-tired" width="5" height="5" patternUnits="userSpaceOnUse">
                <rect width="5" height="1.5" />
            </pattern>
        </defs>
    }
}

/// A name in lines that fit its field: fields are narrow, and words are longer in other languages.
fn broken(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The last earlier checks that can be compared, the oldest first, with their days.
fn earlier(view: &View<'_>, profiled: Profiled<'_>) -> Vec<(Spot, String)> {
    let checks = trend::comparable(view);
    let newest = checks.len().saturating_sub(EARLIER);
    let spots = checks.iter().skip(newest).filter_map(|check| {
        let then = Spot::new(profiled, &classify(profiled, &check.responses))?;
        Some((then, view.content.locale.day_of_year(&check.date)))
    });
    spots.collect()
}
