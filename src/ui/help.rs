//! Somebody to talk to now: a slim line on every step, open on every result.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::take::Take;
use super::{Msg, View, steady};
use crate::instrument::{Construct, Meaning};
use crate::locale::Message;
use crate::profile::{Side, classify};
use crate::regions::{Line, dialled};
use crate::session::Step;

pub(super) fn view(view: &View<'_>) -> Html {
    // It stands open on every result, heavy or not: opening it for some would tell which.
    let result = view.session.step() == Step::Result;
    let alert = view.session.responses().alert(view.session.instrument());
    let heavy = result && (alert || is_heavy(view));
    let class = if heavy { "help heavy" } else { "help" };
    let key = if result { "open" } else { "folded" };
    let leads = [Message::HelpHeavy, Message::HelpAlways, Message::HelpAlert];
    let lead = match (alert, heavy) {
        (true, _) => Message::HelpAlert,
        (false, true) => Message::HelpHeavy,
        (false, false) => Message::HelpAlways,
    };
    html! {
        <details {class} {key} open={result}>
            <summary>{ view.text(Message::HelpSummary) }</summary>
            <div class="help-body">
                if result {
                    <p class="help-lead">
                        { steady::text(view.text(lead), leads.map(|lead| view.text(lead))) }
                    </p>
                } else {
                    { view.paragraph(Message::HelpText) }
                }
                { lines(view) }
                { region_choice(view) }
            </div>
        </details>
    }
}

/// Whom to turn to, under an answer that must not stay alone. There is always room for it, so that a page
/// around does not see that it opened.
pub(super) fn card(view: &View<'_>, alert: bool) -> Html {
    let card = html! {
        <>
            <p class="help-lead">{ view.text(Message::HelpAlert) }</p>
            { lines(view) }
        </>
    };
    let shown = alert.then(|| html! { <div class="help-card" role="alert">{ card.clone() }</div> });
    steady::place(shown.unwrap_or_default(), [html! { <div class="help-card">{ card }</div> }])
}

fn is_heavy(view: &View<'_>) -> bool {
    let (instrument, responses) = (view.session.instrument(), view.session.responses());
    let strained = instrument.profiled().is_some_and(|profiled| {
        let found = classify(profiled, responses);
        Construct::STRAINS.iter().any(|&strain| found.side(profiled, strain) == Some(Side::Above))
    });
    strained || responses.means(instrument, Meaning::HighImpact)
}

fn lines(view: &View<'_>) -> Html {
    let locale = &view.content.locale;
    let Some(region) = view.content.regions.all().get(view.region) else {
        return Html::default();
    };
    html! {
        <>
            <ul class="lines">{ for region.lines.iter().map(|each| line(view, each)) }</ul>
            <p>{ match &region.emergency {
                Some(number) => html! {
                    <a href={format!("tel:{}", dialled(number))}>
                        { locale.fill(Message::HelpEmergency, &[("number", number)]) }
                    </a>
                },
                None => html! { view.text(Message::HelpDanger) },
            } }</p>
            if let Some(date) = region.lines.iter().filter_map(|line| line.checked.as_ref()).min() {
                <p class="note">{ locale.fill(Message::HelpChecked, &[("date", date)]) }</p>
            }
        </>
    }
}

fn line(view: &View<'_>, line: &Line) -> Html {
    let locale = &view.content.locale;
    let link = |scheme: &str, number: &String, message| {
        html! {
            <li><a class="number" href={format!("{scheme}:{}", dialled(number))}>
                { locale.fill(message, &[("number", number)]) }
            </a></li>
        }
    };
    html! {
        <>
            { for line.call.iter().map(|number| link("tel", number, Message::HelpCall)) }
            { for line.text.iter().map(|number| link("sms", number, Message::HelpMessage)) }
            { for line.web.iter().map(|site| {
                address(view, Message::HelpLookUp, site, format!("https://{site}"))
            }) }
        </>
    }
}

/// An address on the web. Links to it are closed in the isolated document on purpose: there it is text,
/// with a button that copies it.
pub(super) fn address(view: &View<'_>, message: Message, shown: &str, link: String) -> Html {
    let words = view.content.locale.fill(message, &[("address", shown)]);
    if !view.content.settings.isolated {
        return html! {
            <li class="address"><a href={link} target="_blank" rel="noopener noreferrer">{ words }</a></li>
        };
    }
    let label = view.content.locale.fill(Message::HelpCopy, &[("address", shown)]);
    let copied = view.desk.note.is_some() && view.desk.copied == link;
    let words_of_button = if copied { Message::HelpCopied } else { Message::HelpCopyShort };
    html! {
        <li class="address">
            { words }
            { " " }
            <button type="button" class="quiet inline" aria-label={label}
                onclick={view.on(Msg::Take(Take::Copy(link)))}>
                { view.text(words_of_button) }
            </button>
        </li>
    }
}

fn region_choice(view: &View<'_>) -> Html {
    let chosen: Callback<Event> = view.send.reform(|event: Event| {
        let place = event.target_dyn_into::<HtmlSelectElement>().map(|list| list.selected_index());
        Msg::Region(place.and_then(|place| usize::try_from(place).ok()).unwrap_or(0))
    });
    html! {
        <label class="region">
            <span>{ view.text(Message::HelpRegion) }</span>
            <select onchange={chosen}>
                { for (0..view.content.regions.all().len()).map(|place| html! {
                    <option selected={place == view.region}>
                        { view.content.locale.region(place) }
                    </option>
                }) }
            </select>
        </label>
    }
}
