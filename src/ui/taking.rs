//! What a person may take along from the result, and what became of it.

use yew::{Html, NodeRef, html};

use super::desk::{Spot, Store};
use super::lock::Wanted;
use super::result::Fold;
use super::take::{File, Take};
use super::{Msg, View, earlier, fresh, result, steady};
use crate::instrument::{ANY, Construct, Scale};
use crate::locale::Message;
use crate::report;
use crate::session::{Action, Aside, Role};

/// `steps`: the titles of the first steps, one of which may be talked about.
pub(super) fn view(view: &View<'_>, steps: &[String]) -> Html {
    let settings = &view.content.settings;
    let keeps = ANY && settings.keeps;
    let mut deeds = [
        deed(view, Message::TakePrint, Take::Print, Spot::Print),
        deed(view, Message::TakeCopy, Take::Write(File::Result), Spot::Copy),
    ];
    if settings.in_app {
        // What works there comes first.
        deeds.reverse();
    }
    html! {
        <>
            { view.paragraph(Message::TakeText) }
            if settings.in_app { { view.paragraph(Message::TakeInApp) } }
            <ul class="deeds">
                { for deeds }
                { deed(view, Message::TakeRemind, Take::Write(File::Reminder), Spot::Remind) }
                if keeps { { deed(view, Message::AgainKeep, Take::Write(File::Keep), Spot::Keep) } }
                if !steps.is_empty() { { hands_on(view) } }
            </ul>
            { sentence(view, steps) }
            { view.title(Message::AgainTitle) }
            <p>
                { match points(view) {
                    Some(points) => view.content.locale.fill(Message::AgainText, &[("points", &points)]),
                    None => view.text(Message::AgainTextPlain).to_owned(),
                } }
                { " " }{ view.text(Message::AgainSaveText) }
            </p>
            { lock(view) }
            <ul class="deeds">
                { deed(view, Message::AgainSave, Take::Write(File::CheckIn), Spot::CheckIn) }
            </ul>
            { earlier::fold(view, status_at(view, Spot::Earlier)) }
            if keeps {
                { view.note(Message::AgainKeepText) }
                { forget(view) }
            }
            { result::within(view, Fold::Files, Message::TakeOther, &|| html! {
                <>
                    { view.paragraph(Message::TakeOtherText) }
                    <div class="nav">
                        { view.button("secondary", Message::TakeTable, Msg::Take(Take::Write(File::Table))) }
                        { view.button("secondary", Message::TakeNumbered, Msg::Take(Take::Write(File::Numbered))) }
                        { view.button("secondary", Message::TakeLong, Msg::Take(Take::Write(File::Long))) }
                        { view.button("secondary", Message::TakeRecord, Msg::Take(Take::Write(File::Record))) }
                    </div>
                    { status_at(view, Spot::Files) }
                </>
            }) }
        </>
    }
}

/// A button, and what came of it beside it.
fn deed(view: &View<'_>, message: Message, take: Take, spot: Spot) -> Html {
    html! { <li>{ view.button("secondary", message, Msg::Take(take)) }{ status_at(view, spot) }</li> }
}

/// What others can change, and what supervision is for, is known of a profile alone.
fn hands_on(view: &View<'_>) -> Html {
    let (work, caring) = (view.text(Message::HandWork), view.text(Message::HandCaring));
    let hand = match view.session.role() {
        _ if view.twin => steady::longer(work, caring),
        Some(Role::Caring) => caring,
        _ => work,
    };
    html! {
        <>
            <li>
                <button
                    type="button" class="secondary"
                    onclick={view.on(Msg::Act(Action::Show(Aside::Handout)))}
                >
                    { hand.to_owned() }
                </button>
            </li>
            <li>
                { view.button("secondary", Message::HandSupervision, Msg::Act(Action::Show(Aside::Supervision))) }
            </li>
        </>
    }
}

/// One sentence to begin a talk with, made of the step that the person chooses. It names no result.
fn sentence(view: &View<'_>, steps: &[String]) -> Html {
    let Some(chosen) = steps.get(view.desk.chosen) else { return Html::default() };
    let said = view.content.locale.fill(Message::SaySentence, &[("step", chosen)]);
    html! {
        <>
            { view.title(Message::SayTitle) }
            { view.paragraph(Message::SayText) }
            <div class="choices">
                { for steps.iter().enumerate().map(|(place, step)| html! {
                    <button
                        type="button" class="choice" aria-pressed={(place == view.desk.chosen).to_string()}
                        onclick={view.on(Msg::Choose(place))}
                    >
                        { step.clone() }
                    </button>
                }) }
            </div>
            <p class="say">{ said.clone() }</p>
            <ul class="deeds">{ deed(view, Message::SayCopy, Take::CopyText(said), Spot::Say) }</ul>
        </>
    }
}

/// What the next file is sealed with: as the earlier one was, unless the person says otherwise.
fn lock(view: &View<'_>) -> Html {
    let lock = &view.desk.lock;
    let want = |class, message, wanted| view.button(class, message, Msg::Lock(wanted));
    let said = |message| {
        let focused = focused(view, view.desk.note.is_none());
        html! { <p tabindex="-1" ref={focused}>{ view.text(message) }</p> }
    };
    match (lock.was_sealed(), lock.wanted) {
        (true, Wanted::AsOpened) => html! {
            <>
                { said(Message::AgainLocked) }
                <div class="nav">
                    { want("quiet", Message::AgainLockNew, Wanted::New) }
                    { want("quiet", Message::AgainLockPlain, Wanted::Plain) }
                </div>
            </>
        },
        (true, Wanted::Plain) => html! {
            <>
                { said(Message::AgainPlain) }
                <div class="nav">{ want("quiet", Message::AgainLockKeep, Wanted::AsOpened) }</div>
            </>
        },
        (sealed, _) => result::within(view, Fold::Lock, Message::AgainProtect, &|| {
            html! {
                <>
                    { said(Message::AgainProtectText) }
                    { earlier::passphrase(
                        view, Message::AgainNewPassphrase, if lock.shown { "text" } else { "password" },
                        (&lock.typed, Msg::Passphrase, Msg::Take(Take::Write(File::CheckIn))),
                    ) }
                    <div class="nav">
                        { view.button(
                            "quiet",
                            if lock.shown { Message::AgainHide } else { Message::AgainShow },
                            Msg::ShowPassphrase(!lock.shown),
                        ) }
                        if sealed { { want("quiet", Message::AgainLockKeep, Wanted::AsOpened) } }
                    </div>
                </>
            }
        }),
    }
}

/// What became of the last request, where it was made.
pub(super) fn status_at(view: &View<'_>, spot: Spot) -> Html {
    told(view, view.desk.spot == spot)
}

/// What became of the last request, on a page that has one place for it.
pub(super) fn status(view: &View<'_>) -> Html {
    told(view, true)
}

/// In words; and its text, to copy by hand, where the browser does not.
fn told(view: &View<'_>, here: bool) -> Html {
    let desk = view.desk;
    let note = match &desk.note {
        _ if !here => "",
        _ if desk.is_busy() => view.text(Message::TakeBusy),
        note => note.as_deref().unwrap_or_default(),
    };
    let text = here && !desk.text.is_empty();
    html! {
        <div class="status">
            <p role="status" tabindex="-1" ref={focused(view, !note.is_empty())}>{ fresh(note) }</p>
            if text && desk.note.is_some() && !desk.text_shown {
                { view.button("quiet", Message::TakeShowText, Msg::ShowText) }
            }
            if text && desk.text_shown {
                <textarea
                    readonly=true rows="8" aria-label={view.text(Message::TakeByHand).to_owned()}
                    value={if view.twin { String::new() } else { desk.text.clone() }}
                />
            }
        </div>
    }
}

/// What takes the focus of a button that goes with its press: what came of it, or else how it is now.
fn focused(view: &View<'_>, here: bool) -> NodeRef {
    if here && !view.twin { view.status.clone() } else { NodeRef::default() }
}

/// The way to erase what is kept in this browser, where something is.
pub(super) fn forget(view: &View<'_>) -> Html {
    if view.desk.store == Store::Nothing {
        return Html::default();
    }
    html! {
        <div class="nav">
            { view.button("secondary", Message::AgainForget, Msg::Take(Take::Forget)) }
        </div>
    }
}

/// How far two checks must lie apart to differ by more than chance, where that is known. The larger one, where
/// the scales that are compared differ: past it a difference counts on each.
pub(super) fn points(view: &View<'_>) -> Option<String> {
    let instrument = view.session.instrument();
    let (place, points) = match instrument.profiled() {
        Some(profiled) => largest(
            Construct::STRAINS
                .map(|strain| (profiled.position(strain), profiled.scale(strain)))
                .into_iter(),
        ),
        None => largest(instrument.scales().iter().enumerate()),
    }?;
    Some(figure_of(view, place, points))
}

fn largest<'a>(scales: impl Iterator<Item = (usize, &'a Scale)>) -> Option<(usize, f64)> {
    let known = scales.filter_map(|(place, scale)| Some((place, scale.reliable_change()?)));
    known.max_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// A figure of a scale as people read it: a profile is read in whole points, any other scale in its own unit.
pub(super) fn figure_of(view: &View<'_>, scale: usize, value: f64) -> String {
    let profiled = view.session.instrument().profiled();
    match profiled.and_then(|profiled| profiled.construct(scale)) {
        Some(_) => report::whole(value).to_string(),
        None => view.content.locale.number(value),
    }
}
