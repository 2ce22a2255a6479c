//! The map: burnout to the right, compassion fatigue upward, the two lines, and where the answers lie.
//!
//! The picture is as large for every result, prints without backgrounds, and says nothing that the
//! text beneath it does not say.

use yew::{Html, html};

use super::{View, steady};
use crate::history::Check;
use crate::instrument::{Construct, Profiled};
use crate::locale::Message;
use crate::profile::{Classification, Profile, Verdict, classify};
use crate::report::{Words, score, whole};
use crate::scoring::Score;
use crate::session::Role;

/// The plot in the picture's own units: left and top edge, width and height.
const LEFT: i32 = 26;
const TOP: i32 = 8;
const WIDTH: i32 = 286;
const HEIGHT: i32 = 256;
/// How many earlier check-ins are shown at the most.
const FAINTEST: usize = 6;

pub(super) fn view(
    view: &View<'_>,
    profiled: Profiled<'_>,
    classification: &Classification,
) -> Html {
    let lines = Construct::STRAINS.map(|construct| whole(profiled.line(construct)));
    html! {
        <figure class="map">
            <svg viewBox="0 0 320 288" aria-hidden="true" focusable="false">
                { fields(view, classification.verdict, lines) }
                { axes(view) }
                { trail(view, profiled) }
                { point(view, profiled, classification) }
            </svg>
            <figcaption>
                { for Construct::STRAINS.map(|construct| {
                    sentence(view, profiled, classification, construct)
                }) }
                { view.paragraph(Message::MapBox) }
            </figcaption>
        </figure>
    }
}

/// The words for a score, in room for any score.
fn sentence(
    view: &View<'_>,
    profiled: Profiled<'_>,
    classification: &Classification,
    construct: Construct,
) -> Html {
    let words = view.report();
    let real = score(words, profiled, classification, construct);
    // The longest figures that can stand here, and the text without any.
    let longest = Role::ALL.into_iter().flat_map(|role| {
        let none = Classification::without_scores();
        let name = words.texts.scale(profiled.position(construct), role);
        let values =
            [("scale", name), ("value", "100"), ("low", "100"), ("high", "100"), ("line", "100")];
        let longest = words.locale.fill(Message::MapScore, &values);
        [longest, score(Words { role, ..words }, profiled, &none, construct)]
    });
    html! { <p>{ steady::text(&real, longest) }</p> }
}

/// One of the four parts that the lines cut the plot into.
struct Field {
    /// From the left and from the top, each with the edge it ends at.
    across: (i32, i32),
    down: (i32, i32),
    /// Where the name stands.
    base: i32,
    name: Message,
    /// The profiles whose place this is.
    profiles: &'static [Profile],
}

fn fields(view: &View<'_>, verdict: Verdict, [burnout, compassion_fatigue]: [i32; 2]) -> Html {
    let caring = view.session.role() == Role::Caring;
    let (middle, up) = (x(burnout), y(compassion_fatigue));
    let (right, bottom) = (LEFT + WIDTH, TOP + HEIGHT);
    let [left_half, right_half] = [(LEFT, middle), (middle, right)];
    // The names of the lower fields stand under the line: scores without strain lie far below it.
    let (low, low_base) = ((up, bottom), up + 18);
    let (high, high_base) = ((TOP, up), TOP + 20);
    let fields = [
        Field {
            across: left_half,
            down: low,
            base: low_base,
            name: Message::MapOrdinary,
            profiles: &[Profile::NoStrain, Profile::Tiredness],
        },
        Field {
            across: right_half,
            down: low,
            base: low_base,
            name: if caring { Message::MapBurnoutCaring } else { Message::MapBurnout },
            profiles: &[Profile::Burnout],
        },
        Field {
            across: left_half,
            down: high,
            base: high_base,
            name: Message::MapCompassionFatigue,
            profiles: &[Profile::CompassionFatigue, Profile::StrainWithoutExposure],
        },
        Field {
            across: right_half,
            down: high,
            base: high_base,
            name: Message::MapBoth,
            profiles: &[Profile::Both],
        },
    ];
    html! {
        <>
            { for fields.into_iter().map(|field| field.view(view, verdict)) }
            { limit((middle, middle), (TOP, bottom)) }
            { limit((LEFT, right), (up, up)) }
        </>
    }
}

impl Field {
    fn view(&self, view: &View<'_>, verdict: Verdict) -> Html {
        let Self { across: (left, right), down: (top, bottom), base, name, profiles } = *self;
        let here = profiles.iter().any(|profile| names(verdict, *profile));
        html! {
            <>
                <rect
                    class={if here { "field here" } else { "field" }}
                    x={left.to_string()} y={top.to_string()}
                    width={(right - left).to_string()} height={(bottom - top).to_string()}
                />
                { caption(view.text(name), (left + right) / 2, base, here) }
            </>
        }
    }
}

fn limit((x1, x2): (i32, i32), (y1, y2): (i32, i32)) -> Html {
    html! {
        <line class="limit" x1={x1.to_string()} x2={x2.to_string()}
            y1={y1.to_string()} y2={y2.to_string()} />
    }
}

/// A field's name, one word a line: a field is narrow, and words are longer in other languages.
fn caption(name: &str, middle: i32, base: i32, here: bool) -> Html {
    html! {
        <text class={if here { "name here" } else { "name" }} y={base.to_string()}>
            { for name.split_whitespace().enumerate().map(|(place, word)| html! {
                <tspan x={middle.to_string()} dy={if place == 0 { "0" } else { "15" }}>{ word.to_owned() }</tspan>
            }) }
        </text>
    }
}

fn names(verdict: Verdict, profile: Profile) -> bool {
    match verdict {
        Verdict::Clear(named) => named == profile,
        Verdict::Between(one, other) => one == profile || other == profile,
        Verdict::NotEnough => false,
    }
}

fn axes(view: &View<'_>) -> Html {
    let caring = view.session.role() == Role::Caring;
    let across = if caring { Message::MapMoreBurnoutCaring } else { Message::MapMoreBurnout };
    let (middle, bottom) = (TOP + HEIGHT / 2, TOP + HEIGHT);
    html! {
        <>
            <text class="axis" x={(LEFT + WIDTH / 2).to_string()} y={(bottom + 17).to_string()}>
                { format!("{} \u{2192}", view.text(across)) }
            </text>
            <text class="axis" x="0" y="0" transform={format!("translate(16 {middle}) rotate(-90)")}>
                { format!("{} \u{2192}", view.text(Message::MapMoreCompassionFatigue)) }
            </text>
        </>
    }
}

/// The last earlier check-ins, the older the fainter, joined to where the answers lie now by the eye alone.
fn trail(view: &View<'_>, profiled: Profiled<'_>) -> Html {
    let history = view.desk.history();
    let role = view.session.said_role();
    let earlier: Vec<&Check> =
        history.checks().iter().filter(|check| check.compares_with(role)).collect();
    let shown = earlier.get(earlier.len().saturating_sub(FAINTEST)..).unwrap_or_default();
    let spots = shown.iter().rev().enumerate().filter_map(|(age, check)| {
        let then = classify(profiled, &check.responses);
        let [burnout, compassion_fatigue] =
            Construct::STRAINS.map(|construct| then.score(construct));
        let (across, up) = (x(whole(burnout?.value)), y(whole(compassion_fatigue?.value)));
        let opacity = format!("0.{}", 8 - age);
        Some(html! {
            <circle class="earlier" cx={across.to_string()} cy={up.to_string()} r="4" {opacity} />
        })
    });
    html! { <>{ for spots }</> }
}

fn point(view: &View<'_>, profiled: Profiled<'_>, classification: &Classification) -> Html {
    let scores = (
        classification.score(Construct::Burnout),
        classification.score(Construct::CompassionFatigue),
    );
    let (Some(burnout), Some(compassion_fatigue)) = scores else {
        return html! {
            <text class="name here" x={x(50).to_string()} y={y(70).to_string()}>
                { view.text(Message::MapNoPoint) }
            </text>
        };
    };
    let span = |score: Score, construct| {
        let (low, high) = score.range(profiled.scale(construct));
        (whole(low), whole(high))
    };
    let (left, right) = span(burnout, Construct::Burnout);
    let (low, high) = span(compassion_fatigue, Construct::CompassionFatigue);
    let (across, up) = (x(whole(burnout.value)), y(whole(compassion_fatigue.value)));
    // The word stands on the side of the point that has room for it.
    let (word, side) =
        if across > LEFT + WIDTH * 3 / 4 { (across - 12, "end") } else { (across + 12, "start") };
    html! {
        <>
            <rect
                class="doubt" rx="10"
                x={x(left).to_string()} y={y(high).to_string()}
                width={(x(right) - x(left)).to_string()} height={(y(low) - y(high)).to_string()}
            />
            <circle class="point" cx={across.to_string()} cy={up.to_string()} r="6" />
            <text class={format!("you {side}")} x={word.to_string()} y={(up + 5).to_string()}>
                { view.text(Message::MapYou) }
            </text>
        </>
    }
}

fn x(burnout: i32) -> i32 {
    LEFT + WIDTH * burnout / 100
}

fn y(compassion_fatigue: i32) -> i32 {
    TOP + HEIGHT - HEIGHT * compassion_fatigue / 100
}
