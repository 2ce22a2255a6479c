//! How burnout, compassion fatigue and everyday tiredness differ, with the reader's column marked.

use yew::{Html, html};

use super::{View, steady};
use crate::instrument::{Construct, PerConstruct, Profiled};
use crate::locale::Message;
use crate::profile::{Profile, Verdict};
use crate::session::Role;

/// For each row its name and its cells.
const ROWS: [(Message, PerConstruct<Message>); 5] = [
    (
        Message::CompareCause,
        PerConstruct {
            burnout: Message::CompareCauseBurnout,
            compassion_fatigue: Message::CompareCauseCompassionFatigue,
            tiredness: Message::CompareCauseTiredness,
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

pub(super) fn view(view: &View<'_>, profiled: Profiled<'_>, verdict: Verdict) -> Html {
    let column = |construct: Construct| {
        if is_named(verdict, construct) { "column yours" } else { "column" }
    };
    html! {
        <section class="compare">
            { view.title(Message::CompareTitle) }
            <table>
                <thead>
                    <tr>
                        <td></td>
                        { for Construct::ALL.map(|construct| {
                            let name = |role| view.content.texts.scale(profiled.position(construct), role);
                            let tag = if is_named(verdict, construct) { "tag" } else { "tag off" };
                            html! {
                                <th scope="col" class={column(construct)}>
                                    { steady::text(name(view.session.role()), Role::ALL.map(name)) }
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
                            { for Construct::ALL.map(|construct| html! {
                                <td
                                    class={column(construct)}
                                    data-column={label(view, profiled, verdict, construct)}
                                >
                                    { view.text(*cells.get(construct)) }
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
fn label(
    view: &View<'_>,
    profiled: Profiled<'_>,
    verdict: Verdict,
    construct: Construct,
) -> String {
    let name = view.content.texts.scale(profiled.position(construct), view.session.role());
    if is_named(verdict, construct) {
        format!("{name} \u{b7} {}", view.text(Message::CompareYours))
    } else {
        name.to_owned()
    }
}

fn is_named(verdict: Verdict, construct: Construct) -> bool {
    let of = |profile| match construct {
        Construct::Burnout => matches!(profile, Profile::Burnout | Profile::Both),
        Construct::CompassionFatigue => {
            matches!(profile, Profile::CompassionFatigue | Profile::Both)
        }
        Construct::Tiredness => profile == Profile::Tiredness,
    };
    match verdict {
        Verdict::Clear(profile) => of(profile),
        Verdict::Between(one, other) => of(one) || of(other),
        Verdict::NotEnough => false,
    }
}
