//! What a person may take along from the result, and what became of it.

use yew::{Html, html};

use super::take::{File, Take};
use super::{Msg, View, earlier, steady};
use crate::instrument::Construct;
use crate::locale::Message;
use crate::report;
use crate::scoring::reliable_change;
use crate::session::{Action, Aside, Setting};

pub(super) fn view(view: &View<'_>) -> Html {
    let hands = Setting::ALL.map(|setting| view.text(hand(setting)));
    html! {
        <section class="take-along">
            { view.title(Message::TakeTitle) }
            { view.paragraph(Message::TakeText) }
            <div class="nav">
                { view.button("secondary", Message::TakePrint, Msg::Take(Take::Print)) }
                { view.button("secondary", Message::TakeCopy, Msg::Take(Take::Write(File::Result))) }
            </div>
            { view.title(Message::AgainTitle) }
            <p>{ view.content.locale.fill(Message::AgainText, &[("points", &points(view))]) }</p>
            { view.paragraph(Message::AgainSaveText) }
            <details class="fold">
                <summary>{ view.text(Message::AgainProtect) }</summary>
                { earlier::passphrase(view, Message::AgainProtectText) }
            </details>
            <div class="nav">
                { view.button("secondary", Message::AgainSave, Msg::Take(Take::Write(File::CheckIn))) }
            </div>
            if view.content.settings.keeps {
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
            { status(view) }
            { view.title(Message::HandTitle) }
            <div class="nav">
                <button
                    type="button" class="secondary"
                    onclick={view.on(Msg::Act(Action::Show(Aside::Handout)))}
                >
                    { steady::text(view.text(hand(view.session.setting())), hands) }
                </button>
                { view.button("secondary", Message::HandSupervision, Msg::Act(Action::Show(Aside::Supervision))) }
            </div>
        </section>
    }
}

fn hand(setting: Setting) -> Message {
    if setting == Setting::Caring { Message::HandCaring } else { Message::HandWork }
}

/// What became of the last request; and its text, to copy by hand, where the browser does not.
pub(super) fn status(view: &View<'_>) -> Html {
    let desk = view.desk;
    let note = desk.note.clone().unwrap_or_default();
    html! {
        <div class="status">
            <p role="status">{ note }</p>
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
    if view.desk.stored.is_none() {
        return Html::default();
    }
    html! {
        <div class="nav">
            { view.button("secondary", Message::AgainForget, Msg::Take(Take::Forget)) }
        </div>
    }
}

/// How far two checks must lie apart to differ by more than chance. The larger of the two strains, where a
/// host's own scales differ: past it a difference counts on either.
pub(super) fn points(view: &View<'_>) -> String {
    let scale = |construct| reliable_change(view.session.instrument().scale(construct));
    let points = scale(Construct::Burnout).max(scale(Construct::CompassionFatigue));
    report::whole(points).to_string()
}
