//! What can help: three first steps, and everything else that fits, folded.

use web_sys::HtmlDetailsElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::{Msg, View, steady};
use crate::guidance::{Advice, Who, advised_profile, first_steps, fitting, pool};
use crate::instrument::Profiled;
use crate::locale::Message;
use crate::profile::{Classification, Profile};
use crate::session::Role;

const WHEN: [Message; 3] = [Message::StepsFirst, Message::StepsSecond, Message::StepsThird];

const GROUPS: [(Who, Message); 3] = [
    (Who::Me, Message::MoreMe),
    (Who::Others, Message::MoreOthers),
    (Who::Organisation, Message::MoreOrganisation),
];

pub(super) fn view(
    view: &View<'_>,
    profiled: Profiled<'_>,
    classification: &Classification,
) -> Html {
    let session = view.session;
    let steps = first_steps(profiled, session.responses(), session.role(), classification);
    html! {
        <section class="steps">
            { view.title(Message::StepsTitle) }
            <ol>
                { for steps.into_iter().enumerate().zip(WHEN).map(|((place, step), when)| html! {
                    <li>
                        <span class="when">{ view.text(when) }</span>
                        { steady::place(
                            step.map(|step| words(view, step)).unwrap_or_default(),
                            pool(place).map(|step| words(view, step)),
                        ) }
                    </li>
                }) }
            </ol>
            { more(view, classification) }
        </section>
    }
}

pub(super) fn words(view: &View<'_>, advice: &Advice) -> Html {
    view.content.locale.advice(advice.id).map_or_else(Html::default, |words| {
        html! {
            <>
                <p class="step-title">{ words.title.clone() }</p>
                <p>{ words.text.clone() }</p>
            </>
        }
    })
}

fn more(view: &View<'_>, classification: &Classification) -> Html {
    let toggled: Callback<Event> = view.send.reform(|event: Event| {
        let details = event.target_dyn_into::<HtmlDetailsElement>();
        Msg::More(details.is_some_and(|details| details.open()))
    });
    let profile = advised_profile(classification.verdict);
    html! {
        <details class="fold" ontoggle={toggled}>
            <summary>{ view.text(Message::MoreTitle) }</summary>
            if view.more_open {
                { for GROUPS.map(|(who, title)| html! {
                    <>
                        <h4>{ steady::text(view.text(name(title, view.session.role())), names(view, title)) }</h4>
                        if who == Who::Organisation {
                            { view.paragraph(Message::MoreOrganisationNote) }
                        }
                        { steady::place(
                            list(view, profile, view.session.role(), who),
                            every_list(view, who),
                        ) }
                    </>
                }) }
            }
        </details>
    }
}

/// Who acts: around an unpaid carer there is no workplace.
fn name(title: Message, role: Role) -> Message {
    match title {
        Message::MoreOrganisation if role == Role::Caring => Message::MoreAround,
        _ => title,
    }
}

fn names<'a>(view: &View<'a>, title: Message) -> [&'a str; 2] {
    [Role::Work, Role::Caring].map(|role| view.text(name(title, role)))
}

fn list(view: &View<'_>, profile: Option<Profile>, role: Role, who: Who) -> Html {
    html! {
        <ul class="more">
            { for fitting(profile, role, who).map(|advice| html! {
                <li>{ words(view, advice) }</li>
            }) }
        </ul>
    }
}

fn every_list<'a>(view: &'a View<'_>, who: Who) -> impl Iterator<Item = Html> + 'a {
    let profiles = Profile::ALL.into_iter().map(Some).chain([None]);
    profiles.flat_map(move |profile| Role::ALL.map(|role| list(view, profile, role, who)))
}
