//! More that can help: the five that fit best, then everything that fits, by who acts.

use yew::{Html, html};

use super::result::{Fold, within};
use super::{View, steady};
use crate::guidance::{ADVICE, Advice, BEST, Guidance, Who};
use crate::instrument::Profiled;
use crate::locale::Message;
use crate::profile::Classification;
use crate::session::Role;

const GROUPS: [(Who, Message); 3] = [
    (Who::Me, Message::MoreMe),
    (Who::Others, Message::MoreOthers),
    (Who::Organisation, Message::MoreOrganisation),
];

/// `organisation`: that it is not theirs alone to change, where that is to be said.
pub(super) fn more(
    view: &View<'_>,
    profiled: Profiled<'_>,
    found: &Classification,
    organisation: &str,
) -> Html {
    let session = view.session;
    let guidance = Guidance::new(profiled, session.responses(), session.role(), found);
    let best: Vec<&Advice> = if view.twin {
        largest(view, &|_| true, BEST)
    } else {
        guidance.best().into_iter().map(|step| step.advice).collect()
    };
    html! {
        <>
            if !organisation.is_empty() { <p>{ organisation.to_owned() }</p> }
            { list(view, best) }
            { within(view, Fold::All, Message::MoreAll, &|| html! {
                <>{ for GROUPS.iter().map(|&(who, title)| group(view, &guidance, who, title)) }</>
            }) }
        </>
    }
}

fn group(view: &View<'_>, guidance: &Guidance, who: Who, title: Message) -> Html {
    let role = view.session.role();
    let pieces = if view.twin {
        // No role calls for more than all that suits it.
        let of = |role| ADVICE.iter().filter(|a| a.who == who && a.may_suit(Some(role))).count();
        let most = Role::ALL.map(of).into_iter().max().unwrap_or(0);
        largest(view, &|advice| advice.who == who, most)
    } else {
        guidance.fitting(who).collect()
    };
    let around = Message::MoreAround;
    let title = match who {
        // Around an unpaid carer there is no workplace.
        Who::Organisation if view.twin => steady::longer(view.text(title), view.text(around)),
        Who::Organisation if role == Some(Role::Caring) => view.text(around),
        _ => view.text(title),
    };
    html! {
        <>
            <h4 aria-level={view.level(2)}>{ title.to_owned() }</h4>
            { list(view, pieces) }
        </>
    }
}

/// The pieces whose words take most room, as many as could stand together.
pub(super) fn largest(
    view: &View<'_>,
    among: &dyn Fn(&Advice) -> bool,
    most: usize,
) -> Vec<&'static Advice> {
    let size = |advice: &&Advice| {
        let words = view.content.locale.advice(advice.id);
        words.map_or(0, |words| words.title.len() + words.text.len())
    };
    let mut all: Vec<&Advice> = Vec::new();
    for advice in ADVICE.iter().filter(|advice| among(advice)) {
        // A sort is paid for in bytes.
        let place = all.partition_point(|other| size(other) >= size(&advice));
        all.insert(place, advice);
    }
    all.truncate(most);
    all
}

pub(super) fn list(view: &View<'_>, pieces: Vec<&Advice>) -> Html {
    html! {
        <ul class="more">
            { for pieces.into_iter().filter_map(|advice| view.content.locale.advice(advice.id)).map(|words| html! {
                <li><b>{ words.title.clone() }</b>{ " " }{ words.text.clone() }</li>
            }) }
        </ul>
    }
}
