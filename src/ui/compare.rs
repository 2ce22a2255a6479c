//! How burnout, compassion fatigue and everyday tiredness differ.

use yew::{Html, html};

use super::View;
use super::hue::{self, Hue};
use crate::instrument::{Construct, PerConstruct, Profiled};
use crate::locale::Message;

/// For each row its name and its cells.
const ROWS: [(Message, PerConstruct<Message>); 6] = [
    (
        Message::CompareCause,
        PerConstruct {
            burnout: Message::CompareCauseBurnout,
            compassion_fatigue: Message::CompareCauseCompassionFatigue,
            tiredness: Message::CompareCauseTiredness,
        },
    ),
    (
        Message::CompareMeets,
        PerConstruct {
            burnout: Message::CompareMeetsBurnout,
            compassion_fatigue: Message::CompareMeetsCompassionFatigue,
            tiredness: Message::CompareMeetsTiredness,
        },
    ),
    (
        Message::CompareCore,
        PerConstruct {
            burnout: Message::CompareCoreBurnout,
            compassion_fatigue: Message::CompareCoreCompassionFatigue,
            tiredness: Message::CompareCoreTiredness,
        },
    ),
    (
        Message::CompareStart,
        PerConstruct {
            burnout: Message::CompareStartBurnout,
            compassion_fatigue: Message::CompareStartCompassionFatigue,
            tiredness: Message::CompareStartTiredness,
        },
    ),
    (
        Message::CompareTouches,
        PerConstruct {
            burnout: Message::CompareTouchesBurnout,
            compassion_fatigue: Message::CompareTouchesCompassionFatigue,
            tiredness: Message::CompareTouchesTiredness,
        },
    ),
    (
        Message::CompareHelps,
        PerConstruct {
            burnout: Message::CompareHelpsBurnout,
            compassion_fatigue: Message::CompareHelpsCompassionFatigue,
            tiredness: Message::CompareHelpsTiredness,
        },
    ),
];

/// Where nothing is called compassion fatigue, its column is left out, too.
pub(super) fn view(view: &View<'_>, profiled: Profiled<'_>) -> Html {
    let unexposed = hue::unexposed(view);
    let shown = || {
        let left_out =
            move |construct: &Construct| !(unexposed && *construct == Construct::CompassionFatigue);
        Construct::ALL.into_iter().filter(left_out)
    };
    html! {
        <section class="compare">
            <table class="differ">
                <thead>
                    <tr>{ for shown().map(|construct| html! {
                        <th scope="col">{ Hue::plain(construct).mark() }{ hue::name(view, profiled, construct) }</th>
                    }) }</tr>
                </thead>
                { for ROWS.iter().map(|(title, cells)| html! {
                    <tbody>
                        <tr><th colspan="3" scope="rowgroup">{ view.text(*title) }</th></tr>
                        <tr>{ for shown().map(|construct| html! {
                            <td data-column={hue::name(view, profiled, construct)}>
                                { view.text(*cells.get(construct)) }
                            </td>
                        }) }</tr>
                    </tbody>
                }) }
            </table>
            if !unexposed { { view.note(Message::CompareNote) } }
        </section>
    }
}
