//! The result, top to bottom: what, how sure, where, why, what helps, how the three differ, whom to
//! turn to.

use yew::{Html, NodeRef, html};

use super::{Msg, View, bars, compare, help, map, scores, steady, steps, taking, trend};
use crate::instrument::{ANY, Profiled};
use crate::locale::Message;
use crate::outcome::Outcome;
use crate::profile::{
    Agreement, Classification, Reason, Verdict, agreement, professional_help, strongest_answers,
};
use crate::report::{self, REASONS};
use crate::session::{Action, Aside, Length, Role};

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let instrument = view.session.instrument();
    let outcome = Outcome::new(instrument, view.session.responses());
    let found = instrument.profiled().zip(outcome.classification);
    html! {
        <>
            { match &found {
                Some((profiled, found)) => profile(view, heading, *profiled, found, &outcome),
                None if ANY => scores::view(view, heading, &outcome),
                None => Html::default(),
            } }
            { trend::view(view, &outcome) }
            { match &found {
                Some((profiled, found)) => help_with(view, *profiled, found),
                None => html! {
                    <section class="professional">
                        { view.title(Message::ProfessionalTitle) }
                        { view.paragraph(Message::ScoresProfessional) }
                    </section>
                },
            } }
            { places(view) }
            <p class="note">{ view.report().disclaimer() }</p>
            { view.licence() }
            { taking::view(view) }
            { leave(view) }
        </>
    }
}

/// Where the answers lie.
fn profile(
    view: &View<'_>,
    heading: &NodeRef,
    profiled: Profiled<'_>,
    found: &Classification,
    outcome: &Outcome<'_>,
) -> Html {
    html! {
        <>
            { top(view, heading, profiled, found) }
            <section class="half">
                { view.title(Message::MapTitle) }
                { map::view(view, profiled, found) }
            </section>
            { bars::view(view, outcome) }
        </>
    }
}

/// Why, and what can be done about it.
fn help_with(view: &View<'_>, profiled: Profiled<'_>, found: &Classification) -> Html {
    html! {
        <>
            { why(view, profiled, found.verdict) }
            { steps::view(view, profiled, found) }
            { professional(view, profiled, found) }
            { compare::view(view, profiled, found.verdict) }
        </>
    }
}

fn top(
    view: &View<'_>,
    heading: &NodeRef,
    profiled: Profiled<'_>,
    classification: &Classification,
) -> Html {
    let locale = &view.content.locale;
    let role = view.session.role();
    let verdict = classification.verdict;
    let certainties = [Message::SureClear, Message::SureBetween, Message::SureNotEnough];
    let changes = [Message::SureOneChanged, Message::SureNoneChanged];
    let changed = report::one_changed(profiled, view.session.responses(), verdict)
        .map_or("", |message| view.text(message));
    html! {
        <>
            { steady::place(
                html! {
                    <>
                        <h2 ref={heading.clone()} tabindex="-1">
                            <span class="kicker">{ view.text(Message::ResultTitle) }</span>
                            { report::headline(locale, verdict, role) }
                        </h2>
                        <p class="lead">
                            { report::about(locale, profiled, classification, role) }
                        </p>
                    </>
                },
                [html! {
                    <>
                        <p class="headline">
                            <span class="kicker">{ view.text(Message::ResultTitle) }</span>
                            { steady::text("", headlines(view)) }
                        </p>
                        <p class="lead">{ steady::text("", report::every_about(locale)) }</p>
                    </>
                }],
            ) }
            <div class="sure">
                { view.title(Message::SureTitle) }
                { steady::place(
                    html! {
                        <>
                            <p>{ view.text(report::certainty(verdict)) }</p>
                            <p>{ changed }</p>
                            if view.session.ended_early() {
                                { view.paragraph(Message::SureEndedEarly) }
                            }
                            if view.second_look {
                                { view.paragraph(Message::SureLookAgain) }
                            }
                        </>
                    },
                    [html! {
                        <>
                            <p>{ steady::text("", certainties.map(|each| view.text(each))) }</p>
                            <p>{ steady::text("", changes.map(|each| view.text(each))) }</p>
                            if view.session.length() == Length::Short {
                                { view.paragraph(Message::SureEndedEarly) }
                            }
                            { view.paragraph(Message::SureLookAgain) }
                        </>
                    }],
                ) }
            </div>
        </>
    }
}

/// Everything that a headline can say.
pub(super) fn headlines<'a>(view: &'a View<'_>) -> impl Iterator<Item = String> + 'a {
    let locale = &view.content.locale;
    report::verdicts()
        .flat_map(move |each| Role::ALL.map(|role| report::headline(locale, each, role)))
}

fn why(view: &View<'_>, profiled: Profiled<'_>, verdict: Verdict) -> Html {
    let responses = view.session.responses();
    let reasons = strongest_answers(profiled, responses, verdict, REASONS);
    let agreements = [Message::WhyAgrees, Message::WhyPartly, Message::WhyDiffers];
    let agreed = match agreement(profiled, responses, verdict) {
        Agreement::Agrees => view.text(Message::WhyAgrees),
        Agreement::Partly => view.text(Message::WhyPartly),
        Agreement::Differs => view.text(Message::WhyDiffers),
        Agreement::Unstated => "",
    };
    let leads = [Message::WhyText, Message::WhyHighest, Message::WhyNone];
    let lead = report::why(verdict, &reasons);
    html! {
        <section class="half">
            { view.title(Message::WhyTitle) }
            { steady::place(
                html! {
                    <>
                        { view.paragraph(lead) }
                        <ul class="quotes">{ for reasons.iter().map(|reason| said(view, reason)) }</ul>
                        <p>{ agreed }</p>
                    </>
                },
                [html! {
                    <>
                        <p>{ steady::text("", leads.map(|each| view.text(each))) }</p>
                        <ul class="quotes">{ for (0..REASONS).map(|_| any_quote(view)) }</ul>
                        <p>{ steady::text("", agreements.map(|each| view.text(each))) }</p>
                    </>
                }],
            ) }
        </section>
    }
}

pub(super) fn said(view: &View<'_>, reason: &Reason) -> Html {
    let texts = &view.content.texts;
    quote(
        texts.item(reason.item, view.session.role()),
        texts.option(view.session.instrument(), reason.item, reason.option),
    )
}

fn quote(statement: &str, option: &str) -> Html {
    html! {
        <li>
            <span class="statement">{ statement.to_owned() }</span>
            <span class="chosen">{ option.to_owned() }</span>
        </li>
    }
}

/// Room for any item with any option.
pub(super) fn any_quote(view: &View<'_>) -> Html {
    let texts = &view.content.texts;
    html! {
        <li>
            <span class="statement">{ steady::text("", texts.largest()) }</span>
            <span class="chosen">{ steady::text("", texts.all_options().flatten()) }</span>
        </li>
    }
}

fn professional(view: &View<'_>, profiled: Profiled<'_>, classification: &Classification) -> Html {
    let responses = view.session.responses();
    let both = [Message::ProfessionalSuggest, Message::ProfessionalGeneral];
    let [suggest, general] = both.map(|each| view.text(each));
    let suggested = professional_help(profiled, responses, classification);
    html! {
        <section class={if suggested { "professional suggested" } else { "professional" }}>
            { view.title(Message::ProfessionalTitle) }
            <p>{ steady::text(if suggested { suggest } else { general }, [suggest, general]) }</p>
        </section>
    }
}

const SUPPORT: [Message; 8] = [
    Message::PlacesStaff,
    Message::PlacesOccupational,
    Message::PlacesSupervision,
    Message::PlacesPeers,
    Message::PlacesTherapist,
    Message::PlacesTraining,
    Message::PlacesOnline,
    Message::PlacesCarers,
];

fn places(view: &View<'_>) -> Html {
    let contact = &view.content.settings.contact;
    let locale = &view.content.locale;
    let here = locale.support(view.region);
    html! {
        <section class="half places">
            { view.title(Message::PlacesTitle) }
            <ul>
                if let Some(name) = &contact.name {
                    <li>{ locale.fill(Message::PlacesContact, &[("name", name)]) }</li>
                }
                if let Some(phone) = &contact.phone {
                    <li>
                        <a class="number" href={format!("tel:{}", crate::regions::dialled(phone))}>
                            { locale.fill(Message::HelpCall, &[("number", phone)]) }
                        </a>
                    </li>
                }
                if let Some(link) = &contact.link {
                    { help::address(view, Message::PlacesLink, link, link.clone()) }
                }
                { view.point(Message::PlacesDoctor) }
                if !here.is_empty() {
                    <li>{ locale.fill(Message::PlacesHere, &[("text", here)]) }</li>
                }
            </ul>
            <details class="fold">
                <summary>{ view.text(Message::PlacesKinds) }</summary>
                <ul>{ for SUPPORT.iter().map(|&kind| view.point(kind)) }</ul>
            </details>
        </section>
    }
}

fn leave(view: &View<'_>) -> Html {
    let skipped = view.session.responses().skipped().next().is_some();
    html! {
        <section class="leave">
            <div class="nav">
                { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
                { view.button("quiet", Message::HowOpen, Msg::Act(Action::Show(Aside::How))) }
                { view.button(if skipped { "quiet" } else { "quiet off" }, Message::ResultAnswerMore, Msg::Act(Action::ReviewSkipped)) }
            </div>
            { view.title(Message::RestartTitle) }
            { view.paragraph(Message::RestartText) }
            <div class="nav">
                { view.button("secondary", Message::RestartButton, Msg::Act(Action::StartOver)) }
            </div>
        </section>
    }
}
