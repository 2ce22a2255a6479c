//! What a person may take along from the result, and what became of it.

use yew::{Html, html};

use super::desk::Store;
use super::lock::Wanted;
use super::take::{File, Take};
use super::{Msg, View, earlier, steady};
use crate::figure::figure;
use crate::instrument::{ANY, Construct, Scale};
use crate::locale::Message;
use crate::report;
use crate::session::{Action, Aside, Role};

pub(super) fn view(view: &View<'_>) -> Html {
    html! {
        <section class="take-along">
            { view.title(Message::TakeTitle) }
            { view.paragraph(Message::TakeText) }
            <div class="nav">
                { view.button("secondary", Message::TakePrint, Msg::Take(Take::Print)) }
                { view.button("secondary", Message::TakeCopy, Msg::Take(Take::Write(File::Result))) }
            </div>
            { view.title(Message::AgainTitle) }
            <p>{ match points(view) {
                Some(points) => view.content.locale.fill(Message::AgainText, &[("points", &points)]),
                None => view.text(Message::AgainTextPlain).to_owned(),
            } }</p>
            { view.paragraph(Message::AgainSaveText) }
            { lock(view) }
            <div class="nav">
                { view.button("secondary", Message::AgainSave, Msg::Take(Take::Write(File::CheckIn))) }
            </div>
            if ANY && view.content.settings.keeps {
                { view.paragraph(Message::AgainKeepText) }
                <div class="nav">
                    { view.button("secondary", Message::AgainKeep, Msg::Take(Take::Write(File::Keep))) }
                </div>
                { forget(view) }
            }
            <details class="fold">
                <summary>{ view.text(Message::TakeOther) }</summary>
                { view.paragraph(Message::TakeOtherText) }
                <div class="nav">
                    { view.button("secondary", Message::TakeTable, Msg::Take(Take::Write(File::Table))) }
                    { view.button("secondary", Message::TakeRecord, Msg::Take(Take::Write(File::Record))) }
                </div>
            </details>
            { earlier::fold(view, Html::default()) }
            { status(view) }
            if view.session.instrument().profiled().is_some() {
                { hands_on(view) }
            }
        </section>
    }
}

/// What others can change, and what supervision is for, is known of a profile alone.
fn hands_on(view: &View<'_>) -> Html {
    let hands = Role::ALL.map(|role| view.text(hand(role)));
    html! {
        <>
            { view.title(Message::HandTitle) }
            <div class="nav">
                <button
                    type="button" class="secondary"
                    onclick={view.on(Msg::Act(Action::Show(Aside::Handout)))}
                >
                    { steady::text(view.text(hand(view.session.role())), hands) }
                </button>
                { view.button("secondary", Message::HandSupervision, Msg::Act(Action::Show(Aside::Supervision))) }
            </div>
        </>
    }
}

fn hand(role: Role) -> Message {
    if role == Role::Caring { Message::HandCaring } else { Message::HandWork }
}

/// What the next file is sealed with: as the earlier one was, unless the person says otherwise.
fn lock(view: &View<'_>) -> Html {
    let lock = &view.desk.lock;
    let want = |class, message, wanted| view.button(class, message, Msg::Lock(wanted));
    match (lock.was_sealed(), lock.wanted) {
        (true, Wanted::AsOpened) => html! {
            <>
                { view.paragraph(Message::AgainLocked) }
                <div class="nav">
                    { want("quiet", Message::AgainLockNew, Wanted::New) }
                    { want("quiet", Message::AgainLockPlain, Wanted::Plain) }
                </div>
            </>
        },
        (true, Wanted::Plain) => html! {
            <>
                { view.paragraph(Message::AgainPlain) }
                <div class="nav">{ want("quiet", Message::AgainLockKeep, Wanted::AsOpened) }</div>
            </>
        },
        (sealed, _) => html! {
            <details class="fold" open={sealed}>
                <summary>{ view.text(Message::AgainProtect) }</summary>
                { view.paragraph(Message::AgainProtectText) }
                <label class="passphrase">
                    <span>{ view.text(Message::AgainNewPassphrase) }</span>
                    <input
                        type={if lock.shown { "text" } else { "password" }} autocomplete="off"
                        value={lock.typed.clone()} oninput={earlier::typed(view, Msg::Passphrase)}
                    />
                </label>
                <div class="nav">
                    { view.button(
                        "quiet",
                        if lock.shown { Message::AgainHide } else { Message::AgainShow },
                        Msg::ShowPassphrase(!lock.shown),
                    ) }
                    if sealed { { want("quiet", Message::AgainLockKeep, Wanted::AsOpened) } }
                </div>
            </details>
        },
    }
}

/// What became of the last request; and its text, to copy by hand, where the browser does not.
pub(super) fn status(view: &View<'_>) -> Html {
    let desk = view.desk;
    let note = if desk.is_busy() {
        Some(view.text(Message::TakeBusy).to_owned())
    } else {
        desk.note.clone()
    };
    html! {
        <div class="status">
            <p role="status">{ note.unwrap_or_default() }</p>
            if desk.note.is_some() && !desk.text.is_empty() && !desk.text_shown {
                { view.button("quiet", Message::TakeShowText, Msg::ShowText) }
            }
            if desk.text_shown {
                <textarea
                    readonly=true rows="8" aria-label={view.text(Message::TakeByHand).to_owned()}
                    value={desk.text.clone()}
                />
            }
        </div>
    }
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
        None => figure(value),
    }
}
