//! What can help: three first steps, and everything else that fits, folded.

use web_sys::HtmlDetailsElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::{Msg, View, steady};
use crate::classification::{Classification, Profile};
use crate::guidance::{Advice, Who, advised_profile, first_steps, fitting, pool};
use crate::locale::Message;
use crate::session::Setting;

const WHEN: [Message; 3] = [Message::StepsFirst, Message::StepsSecond, Message::StepsThird];

const GROUPS: [(Who, Message); 3] = [
    (Who::Me, Message::MoreMe),
    (Who::Others, Message::MoreOthers),
    (Who::Organisation, Message::MoreOrganisation),
];

pub(super) fn view(view: &View<'_>, classification: &Classification) -> Html {
    let session = view.session;
    let steps =
        first_steps(session.instrument(), session.responses(), session.setting(), classification);
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
    let profile = advised_profile(classification.outcome);
    html! {
        <details class="fold" ontoggle={toggled}>
            <summary>{ view.text(Message::MoreTitle) }</summary>
            if view.more_open {
                { for GROUPS.map(|(who, title)| html! {
                    <>
                        <h4>{ steady::text(view.text(name(title, view.session.setting())), names(view, title)) }</h4>
                        if who == Who::Organisation {
                            { view.paragraph(Message::MoreOrganisationNote) }
                        }
                        { steady::place(
                            list(view, profile, view.session.setting(), who),
                            every_list(view, who),
                        ) }
                    </>
                }) }
            }
        </details>
    }
}

/// Who acts: around an unpaid carer there is no workplace.
fn name(title: Message, setting: Setting) -> Message {
    match title {
        Message::MoreOrganisation if setting == Setting::Caring => Message::MoreAround,
        _ => title,
    }
}

fn names<'a>(view: &View<'a>, title: Message) -> [&'a str; 2] {
    [Setting::Work, Setting::Caring].map(|setting| view.text(name(title, setting)))
}

fn list(view: &View<'_>, profile: Option<Profile>, setting: Setting, who: Who) -> Html {
    html! {
        <ul class="more">
            { for fitting(profile, setting, who).map(|advice| html! {
                <li>{ words(view, advice) }</li>
            }) }
        </ul>
    }
}

fn every_list<'a>(view: &'a View<'_>, who: Who) -> impl Iterator<Item = Html> + 'a {
    let profiles = Profile::ALL.into_iter().map(Some).chain([None]);
    profiles.flat_map(move |profile| Setting::ALL.map(|setting| list(view, profile, setting, who)))
}
