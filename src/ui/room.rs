//! Room for every screen of the questions: what is laid out unseen, so that none is higher than another.
//!
//! **Invariant**: it is made of the content alone. No answer comes here, so that no height can tell of one; and while the content
//! is the same nothing of it is made again, with whatever answer.

use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::desk::{Desk, Store};
use super::page::other;
use super::{Folds, Msg, Shared, Unfolded, View, beginning, hints, question, signs};
use crate::session::{Question, Screen, Voice};

/// What room is kept for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// The words of a statement.
    Statements,
    /// Its answers.
    Answers,
    /// Every screen that asks for no statement.
    Screens,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RoomProps {
    pub(super) content: Shared,
    pub(super) kept: Kept,
}

/// The room alone.
pub(super) struct Room;

impl Component for Room {
    type Message = ();
    type Properties = RoomProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RoomProps { content, kept } = ctx.props();
        let room = untouched(content, |view| match kept {
            Kept::Statements => question::room(view),
            Kept::Answers => question::room_for_answers(view),
            Kept::Screens => screens(view),
        });
        html! { <>{ room }</> }
    }
}

/// That room in its place.
pub(super) fn of(view: &View<'_>, kept: Kept) -> Html {
    html! { <Room content={view.content.clone()} {kept} /> }
}

/// A self-check in which nothing has happened yet.
pub(super) fn untouched<T>(content: &Shared, show: impl FnOnce(&View<'_>) -> T) -> T {
    let desk = Desk::new(Store::Nothing, None, String::new());
    let send: Callback<Msg> = Callback::noop();
    show(&View {
        content,
        session: &beginning(content),
        region: content.settings.region,
        folds: &Folds::default(),
        twin: false,
        help: Unfolded::Nothing,
        desk: &desk,
        second_look: false,
        send: &send,
        status: &NodeRef::default(),
    })
}

/// What only keeps room.
pub(super) fn ghost(room: Html) -> Html {
    html! { <div class="ghost" aria-hidden="true">{ room }</div> }
}

/// The same for what is long: it gives way where text is large, so that it does not make every screen tall.
fn long_ghost(room: Html) -> Html {
    html! { <div class="ghost long" aria-hidden="true">{ room }</div> }
}

fn screens(view: &View<'_>) -> Vec<Html> {
    let instrument = view.session.instrument();
    let mut screens = vec![Screen::Offer, Screen::Ask(Question::Role)];
    for place in 0..instrument.context().len() {
        screens.push(Screen::Ask(Question::Context(place)));
    }
    let mut room = vec![long_ghost(signs::view(view, None))];
    for screen in screens {
        room.push(ghost(other(view, screen, Voice::Helping, None)));
    }
    for block in 0..instrument.blocks().len().max(1) {
        let longest = Voice::ALL.into_iter().max_by_key(|voice| hints::width(view, block, *voice));
        room.extend(longest.map(|voice| long_ghost(hints::view(view, block, voice, None))));
    }
    room
}
