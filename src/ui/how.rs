//! How the self-check works: what is measured, the lines, the assumptions by name, what is not known.

use yew::{Html, NodeRef, html};

use super::{Msg, View, taking};
use crate::instrument::Construct;
use crate::locale::Message;
use crate::report::whole;
use crate::session::Action;

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let locale = &view.content.locale;
    let instrument = view.session.instrument();
    let [burnout, compassion_fatigue, tiredness] =
        Construct::ALL.map(|construct| whole(instrument.scale(construct).line).to_string());
    let items = instrument.items().len().to_string();
    let deviation = whole(instrument.scale(Construct::Burnout).deviation).to_string();
    let reliabilities = Construct::ALL
        .map(|construct| format!(".{:02}", whole(instrument.scale(construct).reliability * 100.0)))
        .join(", ");
    let points = taking::points(view);
    let values = [
        ("burnout", burnout.as_str()),
        ("compassion_fatigue", &compassion_fatigue),
        ("tiredness", &tiredness),
        ("items", &items),
        ("deviation", &deviation),
        ("reliabilities", &reliabilities),
        ("points", &points),
    ];
    let list = |messages: &[Message]| {
        html! { <ul>{ for messages.iter().map(|&message| html! { <li>{ locale.fill(message, &values) }</li> }) }</ul> }
    };
    html! {
        <>
            { view.heading(heading, Message::HowTitle) }
            <section>
                { view.title(Message::HowMeasures) }
                { list(&[Message::HowBurnout, Message::HowCompassionFatigue, Message::HowTiredness]) }
                { view.paragraph(Message::HowShared) }
            </section>
            <section>
                { view.title(Message::HowAssumptions) }
                { list(&[
                    Message::HowScores,
                    Message::HowLines,
                    Message::HowError,
                    Message::HowLead,
                    Message::HowChange,
                ]) }
            </section>
            <section>
                { view.title(Message::HowUnknown) }
                { list(&[Message::HowUnknownItems, Message::HowUnknownFair, Message::HowUnknownCause]) }
                { view.paragraph(Message::HowLimits) }
                { view.paragraph(Message::HowPrivacy) }
                { view.paragraph(Message::ErasedTraces) }
            </section>
            <section>
                { view.title(Message::HowSources) }
                { list(&[
                    Message::HowSourceOverlap,
                    Message::HowSourceWork,
                    Message::HowSourceBurnout,
                    Message::HowSourceScores,
                ]) }
            </section>
            <div class="nav">
                { view.button("primary", Message::NavBack, Msg::Act(Action::Back)) }
            </div>
        </>
    }
}
