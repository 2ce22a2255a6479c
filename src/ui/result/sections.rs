//! The sections of a result, each in its place: one layout for the real page and for the largest one.

use yew::{Html, NodeRef, html};

use super::fold::{self, Fold};
use super::said::{FirstStep, Quote, Said};
use crate::instrument::Profiled;
use crate::locale::Message;
use crate::outcome::Outcome;
use crate::profile::Classification;
use crate::session::Action;
use crate::ui::{Msg, View, bars, compare, how, map, places, steps, taking, trend};

/// What was found, for those parts that read it themselves.
pub(super) struct Found<'a> {
    pub(super) profiled: Profiled<'a>,
    pub(super) found: &'a Classification,
    pub(super) outcome: &'a Outcome<'a>,
}

/// All that is not folded: on a wide screen the words, and beside them the map and why.
pub(super) fn columns(view: &View<'_>, heading: &NodeRef, found: &Found<'_>, said: &Said) -> Html {
    html! {
        <div class="columns">
            <div>
                { first(view, heading, said) }
                { then(view, said) }
            </div>
            <div>
                <section class="where">
                    { view.title(Message::MapTitle) }
                    { map::view(view, found.profiled, found.found) }
                    <p>{ said.here.clone() }</p>
                </section>
                { trend::view(view, found.outcome) }
                { why(view, said) }
                { carries(view, said) }
            </div>
        </div>
    }
}

/// What is folded, and the way on.
pub(super) fn rows(view: &View<'_>, found: &Found<'_>, said: &Said) -> Html {
    let Found { profiled, outcome, .. } = *found;
    html! {
        <>
            if !view.twin { <div class="on-paper">{ bars::view(view, outcome) }</div> }
            <div class="rows">
                { fold::row(view, Fold::Details, Message::FoldDetails, &|| html! {
                    <>
                        { bars::view(view, outcome) }
                        { trend::table(view, profiled, outcome) }
                        { signs(view, said) }
                        { rests(view, said) }
                        { fold::within(view, Fold::Differ, Message::CompareTitle, &|| compare::view(view, profiled)) }
                    </>
                }) }
                { fold::row(view, Fold::More, Message::MoreTitle, &|| steps::more(view, found.profiled, found.found, &said.organisation)) }
                { folded(view, &said.titles()) }
            </div>
            { leave(view) }
        </>
    }
}

/// What stands under the result of an instrument without a profile.
pub(super) fn common(view: &View<'_>, steps: &[String]) -> Html {
    html! {
        <>
            <p class="note">{ view.report().disclaimer() }</p>
            <div class="rows">{ folded(view, steps) }</div>
            { leave(view) }
        </>
    }
}

/// The rows that stand under every result.
fn folded(view: &View<'_>, steps: &[String]) -> Html {
    html! {
        <>
            { fold::row(view, Fold::Places, Message::PlacesTitle, &|| places::view(view)) }
            { fold::row(view, Fold::Keep, Message::FoldKeep, &|| taking::view(view, steps)) }
            { fold::row(view, Fold::How, Message::HowOpen, &|| how::body(view)) }
        </>
    }
}

/// What is seen without scrolling: what, how sure, and something for today.
fn first(view: &View<'_>, heading: &NodeRef, said: &Said) -> Html {
    let [today, ..] = &said.steps;
    html! {
        <section class="first">
            { paper(view) }
            if view.twin {
                <p class="headline">{ said.headline.clone() }</p>
            } else {
                { view.headed(heading, &said.headline) }
            }
            if !said.more.is_empty() {
                <div class="nav">
                    <button type="button" class="primary" onclick={view.on(Msg::Act(Action::ReviewSkipped))}>
                        { said.more.clone() }
                    </button>
                </div>
            }
            <dl class="verdicts">
                { for said.lines.iter().map(|line| html! {
                    <div>
                        <dt>{ line.hue.mark() }{ line.name.clone() }</dt>
                        <dd class={line.hue.class("word")}>{ line.words.clone() }</dd>
                    </div>
                }) }
                <div class="plainly">
                    <dt>{ view.text(Message::SureTitle) }</dt>
                    <dd>{ said.sure.clone() }</dd>
                </div>
            </dl>
            if !said.lead.is_empty() { <p class="lead">{ said.lead.clone() }</p> }
            <div class="step-card now">{ step(view, today) }</div>
        </section>
    }
}

/// What it means, the other two steps, and when to see a professional.
fn then(view: &View<'_>, said: &Said) -> Html {
    let others = said.steps.iter().skip(1);
    html! {
        <>
            <section class="meaning">
                { view.title(Message::MeaningTitle) }
                <p>{ said.about.clone() }</p>
            </section>
            <section class="others">
                <ul class="steps">
                    { for others.map(|said| html! {
                        <li>{ step(view, said) }</li>
                    }) }
                </ul>
                <p class={if said.suggested { "professional suggested" } else { "professional" }}>
                    { said.professional.clone() }
                </p>
            </section>
        </>
    }
}

fn step(view: &View<'_>, said: &FirstStep) -> Html {
    html! {
        <>
            <p class="when"><b>{ said.when.clone() }</b>{ if said.because.is_empty() { "" } else { view.content.locale.between(Message::JoinClauses) } }{ said.because.clone() }</p>
            { view.titled("step-title", &said.title) }
            <p>{ said.text.clone() }</p>
        </>
    }
}

fn why(view: &View<'_>, said: &Said) -> Html {
    if said.quotes.is_empty() && said.why.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { view.title(Message::WhyTitle) }
            if !said.quotes.is_empty() { { quotes(&said.quotes) } }
            if !said.why.is_empty() { <p>{ said.why.clone() }</p> }
        </section>
    }
}

/// Answers in the person's own words.
pub(in crate::ui) fn quotes(quotes: &[Quote]) -> Html {
    html! {
        <ul class="quotes">
            { for quotes.iter().map(|quote| html! {
                <li>
                    { quote.hue.mark() }
                    <span>{ quote.statement.clone() }{ " " }<b class="said">{ quote.chosen.clone() }</b></span>
                </li>
            }) }
        </ul>
    }
}

fn carries(view: &View<'_>, said: &Said) -> Html {
    if said.carries.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { view.title(Message::CarriesTitle) }
            <p>{ said.carries.clone() }</p>
        </section>
    }
}

/// On paper alone: which day, which questions, which program, and what this is not.
pub(in crate::ui) fn paper(view: &View<'_>) -> Html {
    if view.twin {
        return Html::default();
    }
    let instrument = view.session.instrument();
    let date = view.desk.today.as_ref().map(|today| view.day(today)).unwrap_or_default();
    let values = [
        ("title", view.content.texts.title()),
        ("date", &date),
        ("instrument", instrument.id()),
        ("version", instrument.version()),
        ("release", &view.content.settings.release),
    ];
    html! {
        <p class="paper note">
            { view.content.locale.fill(Message::PaperHead, &values) }{ " " }{ view.report().disclaimer() }
        </p>
    }
}

fn leave(view: &View<'_>) -> Html {
    html! {
        <>
            <div class="nav leave">
                { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
                { view.button("secondary", Message::RestartButton, Msg::Act(Action::StartOver)) }
            </div>
            { view.licence() }
        </>
    }
}

/// The signs that come with many kinds of strain, as they were ticked.
fn signs(view: &View<'_>, said: &Said) -> Html {
    if said.signs.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { view.title(Message::SignsTitle) }
            <p class="ticked">{ said.signs.join(view.content.locale.between(Message::JoinSentences)) }</p>
            <p class="note">{ view.content.texts.signs().note.clone() }</p>
        </section>
    }
}

/// How firm the result is, and the way to what was left out.
fn rests(view: &View<'_>, said: &Said) -> Html {
    let skipped = view.session.responses().skipped().next().is_some() || view.twin;
    html! {
        <section>
            { view.title(Message::SureTitle) }
            { for said.rests.iter().map(|said| html! { <p class="note">{ said.clone() }</p> }) }
            if skipped {
                <div class="nav">
                    { view.button("secondary", Message::ResultAnswerMore, Msg::Act(Action::ReviewSkipped)) }
                </div>
            }
        </section>
    }
}
