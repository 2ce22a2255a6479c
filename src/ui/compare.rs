//! How burnout, compassion fatigue and everyday tiredness differ, with the reader's column marked.

use yew::{Html, html};

use super::{View, steady};
use crate::classification::{Outcome, Profile};
use crate::instrument::Construct;
use crate::locale::Message;
use crate::report::scale_name;
use crate::session::Setting;

/// For each row its name and its cells, in the order of [`Construct::ALL`].
const ROWS: [(Message, [Message; 3]); 5] = [
    (
        Message::CompareCause,
        [
            Message::CompareCauseBurnout,
            Message::CompareCauseCompassionFatigue,
            Message::CompareCauseTiredness,
        ],
    ),
    (
        Message::CompareCore,
        [
            Message::CompareCoreBurnout,
            Message::CompareCoreCompassionFatigue,
            Message::CompareCoreTiredness,
        ],
    ),
    (
        Message::CompareStart,
        [
            Message::CompareStartBurnout,
            Message::CompareStartCompassionFatigue,
            Message::CompareStartTiredness,
        ],
    ),
    (
        Message::CompareTouches,
        [
            Message::CompareTouchesBurnout,
            Message::CompareTouchesCompassionFatigue,
            Message::CompareTouchesTiredness,
        ],
    ),
    (
        Message::CompareHelps,
        [
            Message::CompareHelpsBurnout,
            Message::CompareHelpsCompassionFatigue,
            Message::CompareHelpsTiredness,
        ],
    ),
];

pub(super) fn view(view: &View<'_>, outcome: Outcome) -> Html {
    let locale = &view.content.locale;
    let column = |construct: Construct| {
        if is_named(outcome, construct) { "column yours" } else { "column" }
    };
    html! {
        <section class="compare">
            { view.title(Message::CompareTitle) }
            <table>
                <thead>
                    <tr>
                        <td></td>
                        { for Construct::ALL.map(|construct| {
                            let name = |setting| locale.text(scale_name(construct, setting));
                            let tag = if is_named(outcome, construct) { "tag" } else { "tag off" };
                            html! {
                                <th scope="col" class={column(construct)}>
                                    { steady::text(name(view.session.setting()), Setting::ALL.map(name)) }
                                    <span class={tag}>{ view.text(Message::CompareYours) }</span>
                                </th>
                            }
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for ROWS.map(|(name, cells)| html! {
                        <tr>
                            <th scope="row">{ view.text(name) }</th>
                            { for Construct::ALL.into_iter().zip(cells).map(|(construct, cell)| html! {
                                <td
                                    class={column(construct)}
                                    data-column={label(view, outcome, construct)}
                                >
                                    { view.text(cell) }
                                </td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            { view.note(Message::CompareNote) }
        </section>
    }
}

/// What a cell is called where the table has no room for columns.
fn label(view: &View<'_>, outcome: Outcome, construct: Construct) -> String {
    let name = view.text(scale_name(construct, view.session.setting()));
    if is_named(outcome, construct) {
        format!("{name} \u{b7} {}", view.text(Message::CompareYours))
    } else {
        name.to_owned()
    }
}

fn is_named(outcome: Outcome, construct: Construct) -> bool {
    let of = |profile| match construct {
        Construct::Burnout => matches!(profile, Profile::Burnout | Profile::Both),
        Construct::CompassionFatigue => {
            matches!(profile, Profile::CompassionFatigue | Profile::Both)
        }
        Construct::Tiredness => profile == Profile::Tiredness,
    };
    match outcome {
        Outcome::Clear(profile) => of(profile),
        Outcome::Between(one, other) => of(one) || of(other),
        Outcome::NotEnough => false,
    }
}
