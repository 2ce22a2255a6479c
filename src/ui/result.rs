//! The result, top to bottom: what, how sure, where, why, what helps, how the three differ, whom to
//! turn to.

use yew::{Html, NodeRef, html};

use super::{Msg, View, bars, compare, help, map, steady, steps, taking, trend};
use crate::classification::{
    Agreement, Classification, Outcome, Reason, agreement, classify, professional_help,
    strongest_answers,
};
use crate::locale::Message;
use crate::report::{self, REASONS};
use crate::session::{Action, Aside, Length, Setting};

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let classification = classify(view.session.instrument(), view.session.responses());
    html! {
        <>
            { top(view, heading, &classification) }
            <section class="half">
                { view.title(Message::MapTitle) }
                { map::view(view, &classification) }
            </section>
            { bars::view(view, &classification) }
            { trend::view(view, &classification) }
            { why(view, classification.outcome) }
            { steps::view(view, &classification) }
            { professional(view, &classification) }
            { compare::view(view, classification.outcome) }
            { places(view) }
            { view.note(Message::HowLimits) }
            { taking::view(view) }
            { leave(view) }
        </>
    }
}

fn top(view: &View<'_>, heading: &NodeRef, classification: &Classification) -> Html {
    let locale = &view.content.locale;
    let setting = view.session.setting();
    let outcome = classification.outcome;
    let certainties = [Message::SureClear, Message::SureBetween, Message::SureNotEnough];
    let changes = [Message::SureOneChanged, Message::SureNoneChanged];
    let changed = report::one_changed(view.session.instrument(), view.session.responses(), outcome)
        .map_or("", |message| view.text(message));
    html! {
        <>
            { steady::place(
                html! {
                    <>
                        <h2 ref={heading.clone()} tabindex="-1">
                            <span class="kicker">{ view.text(Message::ResultTitle) }</span>
                            { report::headline(locale, outcome, setting) }
                        </h2>
                        <p class="lead">
                            { report::about(locale, view.session.instrument(), classification, setting) }
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
                            <p>{ view.text(report::certainty(outcome)) }</p>
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
    report::outcomes()
        .flat_map(move |each| Setting::ALL.map(|setting| report::headline(locale, each, setting)))
}

fn why(view: &View<'_>, outcome: Outcome) -> Html {
    let (instrument, responses) = (view.session.instrument(), view.session.responses());
    let reasons = strongest_answers(instrument, responses, outcome, REASONS);
    let agreements = [Message::WhyAgrees, Message::WhyPartly, Message::WhyDiffers];
    let agreed = match agreement(instrument, responses, outcome) {
        Agreement::Agrees => view.text(Message::WhyAgrees),
        Agreement::Partly => view.text(Message::WhyPartly),
        Agreement::Differs => view.text(Message::WhyDiffers),
        Agreement::Unstated => "",
    };
    let leads = [Message::WhyText, Message::WhyHighest, Message::WhyNone];
    let lead = report::why(outcome, &reasons);
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
    quote(texts.item(reason.item, view.session.setting()), texts.option(reason.option))
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
    let items = 0..view.session.instrument().items().len();
    let every = items.flat_map(|item| Setting::ALL.map(|setting| texts.item(item, setting)));
    html! {
        <li>
            <span class="statement">{ steady::text("", every) }</span>
            <span class="chosen">{ steady::text("", texts.options()) }</span>
        </li>
    }
}

fn professional(view: &View<'_>, classification: &Classification) -> Html {
    let (instrument, responses) = (view.session.instrument(), view.session.responses());
    let both = [Message::ProfessionalSuggest, Message::ProfessionalGeneral];
    let [suggest, general] = both.map(|each| view.text(each));
    let suggested = professional_help(instrument, responses, classification);
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
