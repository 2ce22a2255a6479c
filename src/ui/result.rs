//! The result, in the order in which a person needs it: what, how sure, what helps today; then what it means,
//! the other steps, the map and why; the rest folded.
//!
//! The page stands twice in one place. The largest there can be, made up and never seen, decides how high
//! it is; the real one flows over it, and what is left over stands at its end.

mod fold;
mod largest;
mod said;
mod sections;
mod tail;

pub(super) use fold::within;
pub use fold::{Fold, Folds};
pub(super) use said::Said;
pub(super) use sections::{paper, quotes};

use yew::{Html, NodeRef, html};

use super::{View, scores, steady};
use crate::instrument::ANY;
use crate::outcome::Outcome;
use sections::Found;

pub(super) fn view(view: &View<'_>, heading: &NodeRef) -> Html {
    let instrument = view.session.instrument();
    let outcome = Outcome::new(instrument, view.session.responses());
    let twin = View { twin: true, ..*view };
    match instrument.profiled().zip(outcome.classification.as_ref()) {
        Some((profiled, found)) => {
            let real = Said::new(view, profiled, found);
            let kinds = Said::largest(&twin, profiled);
            let [largest, ..] = &kinds;
            let found = Found { profiled, found, outcome: &outcome };
            let columns = |view: &View<'_>, said| sections::columns(view, heading, &found, said);
            let rows = |view: &View<'_>, said| sections::rows(view, &found, said);
            let kinds = html! {
                <div class="flow">{ for kinds.iter().map(|said| columns(&twin, said)) }</div>
            };
            steady::over(
                html! { <>{ columns(view, &real) }{ rows(view, &real) }{ tail::view(view) }</> },
                html! { <>{ kinds }{ rows(&twin, largest) }</> },
            )
        }
        None if ANY => {
            let page = |view: &View<'_>| {
                html! {
                    <>{ scores::view(view, heading, &outcome) }{ sections::common(view, &[]) }</>
                }
            };
            steady::over(page(view), page(&twin))
        }
        None => Html::default(),
    }
}
