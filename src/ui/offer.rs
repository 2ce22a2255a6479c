//! The offer of a few more statements, once, with the result beside it.

use yew::{Html, html};

use super::page::Heading;
use super::{Msg, View};
use crate::locale::Message;
use crate::session::Action;

pub(super) fn view(view: &View<'_>, heading: Heading<'_>) -> Html {
    let instrument = view.session.instrument();
    // Room is kept for as many as there are.
    let most = instrument.items().len() - instrument.core().len();
    let count = heading.map_or(most, |_| view.session.offered().len()).to_string();
    let take = view.content.locale.fill(Message::FlowTakeOffer, &[("count", &count)]);
    html! {
        <>
            { view.asked(heading, Html::default(), view.text(Message::FlowOffer)) }
            <div class="nav offer">
                <button type="button" class="secondary" onclick={view.on(Msg::Act(Action::TakeOffer))}>
                    { take }
                </button>
                { view.button("secondary", Message::FlowSeeResult, Msg::Act(Action::GoOnWithout)) }
            </div>
            <div class="nav turn">
                { view.button("quiet", Message::NavBack, Msg::Act(Action::Back)) }
            </div>
        </>
    }
}
