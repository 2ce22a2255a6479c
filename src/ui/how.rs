//! How the self-check works: what is measured, the lines, the assumptions by name, what is not known.

use std::ops::Range;

use yew::{Html, NodeRef, html};

use super::{Msg, View, taking};
use crate::instrument::{ANY, Construct, Method, Precision, Profiled, Scale};
use crate::locale::Message;
use crate::report::whole;
use crate::session::Action;

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    html! {
        <>
            { view.heading(heading, Message::HowTitle) }
            { body(view) }
            <div class="nav">
                { view.button("primary", Message::NavBack, Msg::Act(Action::Back)) }
            </div>
        </>
    }
}

/// The same wherever it is read.
pub(super) fn body(view: &View<'_>) -> Html {
    match view.session.instrument().profiled() {
        Some(profiled) => profile(view, profiled),
        None if ANY => scales(view),
        None => Html::default(),
    }
}

/// How each scale is scored, where the questions come from, and what they cannot say.
fn scales(view: &View<'_>) -> Html {
    let instrument = view.session.instrument();
    let credit = instrument.credit();
    let named = [&credit.title, &credit.author, &credit.citation, &credit.terms, &credit.line];
    let sources: Vec<&String> = named.into_iter().flatten().collect();
    html! {
        <>
            <section>
                { view.title(Message::HowMeasures) }
                <ul>{ for instrument.scales().iter().enumerate().map(|(place, scale)| {
                    html! { <li>{ scored(view, place, scale) }</li> }
                }) }</ul>
            </section>
            { unknown(view, Html::default()) }
            if !sources.is_empty() {
                <section>
                    { view.title(Message::HowSources) }
                    <ul>{ for sources.into_iter().map(|source| html! { <li>{ source.clone() }</li> }) }</ul>
                </section>
            }
        </>
    }
}

fn scored(view: &View<'_>, place: usize, scale: &Scale) -> String {
    let message = match scale.method {
        Method::Sum => Message::HowSum,
        Method::Mean => Message::HowMean,
        Method::Percent => Message::HowPercent,
    };
    let (low, high) = scale.span;
    let ([low, high], count) =
        ([low, high].map(|end| view.content.locale.number(end)), scale.len().to_string());
    let name = view.content.texts.scale(place, view.session.voice());
    let values = [("scale", name), ("count", &count), ("low", &low), ("high", &high)];
    view.content.locale.fill(message, &values)
}

/// What is not known, and what becomes of the answers.
fn unknown(view: &View<'_>, more: Html) -> Html {
    html! {
        <section>
            { view.title(Message::HowUnknown) }
            { more }
            <p>{ view.report().disclaimer() }</p>
            if !view.content.locale.review().is_empty() {
                <p>{ view.content.locale.review().to_owned() }</p>
            }
            { view.paragraph(Message::HowPrivacy) }
            { view.paragraph(Message::ErasedTraces) }
            { view.paragraph(Message::HowBrowser) }
            <p class="note">{ view.content.locale.fill(Message::HowRelease, &[("release", &view.content.settings.release)]) }</p>
        </section>
    }
}

/// What may be read on: each a title and a few sentences.
const READS: [(Message, Message); 9] = [
    (Message::ReadNotWeaknessTitle, Message::ReadNotWeakness),
    (Message::ReadRecoveryTitle, Message::ReadRecovery),
    (Message::ReadFeedsTitle, Message::ReadFeeds),
    (Message::ReadEarlyTitle, Message::ReadEarly),
    (Message::ReadConscienceTitle, Message::ReadConscience),
    (Message::ReadFeelingsTitle, Message::ReadFeelings),
    (Message::ReadStressTitle, Message::ReadStress),
    (Message::ReadHelpersTitle, Message::ReadHelpers),
    (Message::ReadTestedTitle, Message::ReadTested),
];
/// Those for anybody, whatever came out; the last of them is for those who meet suffering.
pub(super) const FOR_ANYBODY: Range<usize> = 3..8;

/// Some of them, by their places.
pub(super) fn reads(view: &View<'_>, places: Range<usize>) -> Html {
    let reads = READS.get(places).unwrap_or_default();
    html! {
        <>{ for reads.iter().map(|&(title, text)| html! {
            <section>{ view.title(title) }{ view.paragraph(text) }</section>
        }) }</>
    }
}

fn profile(view: &View<'_>, profiled: Profiled<'_>) -> Html {
    let locale = &view.content.locale;
    let line = |construct| whole(profiled.line(construct)).to_string();
    let [burnout, compassion_fatigue] = Construct::STRAINS.map(line);
    let precisions = Construct::STRAINS.map(|strain| profiled.scale(strain).precision);
    let precisions: Vec<Precision> = precisions.into_iter().flatten().collect();
    let share = |value: f64| locale.number(value);
    let deviation = precisions.first().map_or(0.0, |precision| precision.deviation);
    let deviation = whole(deviation).to_string();
    let reliabilities: Vec<String> =
        precisions.iter().map(|precision| share(precision.reliability)).collect();
    let reliabilities = locale.list(&reliabilities);
    let retest = precisions.iter().find_map(|precision| precision.retest);
    let change = retest.zip(taking::points(view));
    let (retest, points) =
        change.map_or_else(Default::default, |(retest, points)| (share(retest), points));
    let values = [
        ("burnout", burnout.as_str()),
        ("compassion_fatigue", &compassion_fatigue),
        ("deviation", &deviation),
        ("reliabilities", &reliabilities),
        ("retest", &retest),
        ("points", &points),
    ];
    let list = |messages: &[Message]| {
        html! { <ul>{ for messages.iter().map(|&message| html! { <li>{ locale.fill(message, &values) }</li> }) }</ul> }
    };
    let mut assumptions = vec![
        Message::HowScores,
        Message::HowLines,
        Message::HowError,
        Message::HowParts,
        Message::HowLead,
    ];
    if !points.is_empty() {
        assumptions.push(Message::HowChange);
    }
    html! {
        <>
            <section>
                { view.title(Message::HowMeasures) }
                { list(&[Message::HowBurnout, Message::HowCompassionFatigue, Message::HowTiredness]) }
                { view.paragraph(Message::HowShared) }
            </section>
            <section>
                { view.title(Message::HowAssumptions) }
                { list(&assumptions) }
                if !points.is_empty() {
                    <p class="note">{ locale.fill(Message::HowFigures, &values) }</p>
                }
            </section>
            { unknown(view, list(&[
                Message::HowUnknownItems,
                Message::HowUnknownFair,
                Message::HowUnknownCause,
            ])) }
            { reads(view, 0..READS.len()) }
            <section>
                { view.title(Message::HowSources) }
                { list(&[
                    Message::HowSourceOverlap,
                    Message::HowSourceWork,
                    Message::HowSourceBurnout,
                    Message::HowSourceScores,
                    Message::HowSourceReads,
                ]) }
            </section>
        </>
    }
}
