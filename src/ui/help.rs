//! Somebody to talk to now: one slim bar on every step, the same on every result, with the way out at its end. "More"
//! unfolds the others.
//!
//! **Invariant**: nothing in here looks at an answer, so neither its words nor its height can tell one. Names and numbers
//! are facts: a page translator leaves them alone, and they run from left to right in every language. What depends on the
//! region is keyed by it, so that it is made anew even where a translator has taken the old words over.

use yew::{Html, html};

use super::take::Take;
use super::{Msg, View, exit, steady, tongues};
use crate::history::Date;
use crate::locale::Message;
use crate::regions::{Line, Region, dialled};

/// How far the help is unfolded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unfolded {
    /// The bar alone.
    #[default]
    Nothing,
    /// The lines of the region.
    Lines,
    /// And the other regions.
    Places,
}

pub(super) fn view(view: &View<'_>) -> Html {
    let Some(region) = view.content.regions.all().get(view.region) else {
        return Html::default();
    };
    let open = view.help != Unfolded::Nothing;
    let turned = if open { Unfolded::Nothing } else { Unfolded::Lines };
    html! {
        <div class="help">
            <div class="help-bar">
                { nearest(view, region) }
                { switch(view, Message::HelpMore, open, turned) }
                { exit::button(view) }
            </div>
            if open {
                <div class="help-body">
                    <div class="help-lines" key={region.id.clone()}>
                        { view.paragraph(Message::HelpText) }
                        { lines(view, region) }
                        { if is_old(view, region) { view.note(Message::HelpOld) } else { Html::default() } }
                        if let Some(day) = region.checked().and_then(Date::new) {
                            <p class="note">{ view.content.locale.fill(Message::HelpChecked, &[("date", &view.day(&day))]) }</p>
                        }
                    </div>
                    { places(view) }
                    { tongues::view(view) }
                </div>
            }
        </div>
    }
}

/// Whom to turn to, under an answer that must not stay alone. There is always room for it, so that a page
/// around does not see that it opened.
pub(super) fn card(view: &View<'_>, alert: bool) -> Html {
    let region = view.content.regions.all().get(view.region);
    let card = html! {
        <>
            <p class="help-lead">{ view.text(Message::HelpAlert) }</p>
            { for region.map(|region| lines(view, region)) }
        </>
    };
    let shown = alert.then(|| html! { <div class="help-card" role="alert">{ card.clone() }</div> });
    steady::place(shown.unwrap_or_default(), [html! { <div class="help-card">{ card }</div> }])
}

/// Whether what is known of the region lies too far back to be relied on alone.
fn is_old(view: &View<'_>, region: &Region) -> bool {
    let today = view.desk.today.as_ref().map(Date::as_str);
    today.is_some_and(|today| region.check_age(today).is_err())
}

/// The place in the bar that depends on the region.
fn nearest(view: &View<'_>, region: &Region) -> Html {
    html! { <div class="help-now" key={region.id.clone()}>{ now(view, region) }</div> }
}

/// The one line in the bar: the host's own where it is open day and night, or else the region's.
fn now(view: &View<'_>, region: &Region) -> Html {
    let contact = &view.content.settings.contact;
    let lead = html! { <span class="help-lead">{ view.text(Message::HelpNow) }</span> };
    let directory = view.content.regions.directory().filter(|_| is_old(view, region));
    let line = region.now(view.content.locale.name());
    let (name, number, web) = match (&contact.phone, line) {
        (Some(phone), _) if contact.always => (contact.name.as_ref(), Some(("tel:", phone)), None),
        (_, Some(line)) => {
            let texts = line.text.as_ref().map(|number| ("sms:", number));
            let number = line.call.as_ref().map(|number| ("tel:", number)).or(texts);
            (line.name.as_ref(), number, line.web.as_ref())
        }
        _ => return lead,
    };
    let who = html! {
        <span class="help-who">{ for name.map(|name| fact(name)) }{ " " }{
            match number {
                // The name of some lines is their number.
                Some((_, number)) if name.is_some_and(|name| holds(name, number)) => Html::default(),
                Some((_, number)) => digits(number),
                None => web.map(|web| fact(web)).unwrap_or_default(),
            }
        }</span>
    };
    html! {
        <>
            { match number {
                Some((scheme, number)) => html! {
                    <a class="help-call" href={[scheme, &dialled(number)].concat()}>{ lead }{ " " }{ who }</a>
                },
                None => html! { <span class="help-call">{ lead }{ " " }{ who }</span> },
            } }
            if let Some(site) = directory {
                <span class="help-else">{ around(view, Message::HelpOr, fact(site)) }</span>
            }
        </>
    }
}

/// Whether a text stands in another. By bytes: the search of the standard library weighs a kilobyte.
fn holds(whole: &str, part: &str) -> bool {
    let part = part.as_bytes();
    whole.as_bytes().windows(part.len().max(1)).any(|there| there == part)
}

/// The host's own contact, the lines, and the emergency number.
fn lines(view: &View<'_>, region: &Region) -> Html {
    let contact = &view.content.settings.contact;
    let has_contact = contact.name.is_some() || contact.phone.is_some() || contact.link.is_some();
    let directory = view.content.regions.directory().filter(|_| is_old(view, region));
    html! {
        <>
            <ul class="lines">
                if has_contact {
                    <li>
                        { for contact.name.as_ref().map(|name| html! { <p class="line-name">{ fact(name) }</p> }) }
                        { for contact.phone.as_ref().map(|phone| way(view, "tel:", phone)) }
                        { for contact.link.as_ref().map(|link| {
                            address(view, Message::PlacesLink, link, link.clone())
                        }) }
                        if contact.always {
                            { view.note(Message::LineAlways) }
                        }
                    </li>
                }
                { for region.spoken(view.content.locale.name()).into_iter().map(|each| line(view, each)) }
                if let Some(site) = directory {
                    <li>{ address(view, Message::HelpLookUp, site, ["https://", site].concat()) }</li>
                }
            </ul>
            { match &region.emergency {
                Some(number) => html! {
                    <p><a class="emergency" href={["tel:", &dialled(number)].concat()}>
                        { around(view, Message::HelpEmergency, digits(number)) }
                    </a></p>
                },
                None => view.paragraph(Message::HelpDanger),
            } }
        </>
    }
}

fn line(view: &View<'_>, line: &Line) -> Html {
    let locale = &view.content.locale;
    let facts = [&line.hours, &line.cost, &line.languages];
    let facts: Vec<&str> = facts.into_iter().flatten().map(|word| locale.line_word(word)).collect();
    html! {
        <li>
            if let Some(name) = &line.name {
                <p class="line-name">{ fact(name) }</p>
            }
            { for line.what.iter().map(|what| html! { <p>{ locale.line_word(what).to_owned() }</p> }) }
            { for line.call.iter().map(|number| way(view, "tel:", number)) }
            { for line.text.iter().map(|number| way(view, "sms:", number)) }
            { for line.web.iter().map(|site| {
                address(view, Message::HelpLookUp, site, ["https://", site].concat())
            }) }
            if !facts.is_empty() {
                <p class="note">{ locale.apart(&facts) }</p>
            }
        </li>
    }
}

/// A number to press.
fn way(view: &View<'_>, scheme: &str, number: &str) -> Html {
    let message = if scheme == "sms:" { Message::HelpMessage } else { Message::HelpCall };
    html! {
        <a class="number" href={[scheme, &dialled(number)].concat()}>
            { around(view, message, digits(number)) }
        </a>
    }
}

/// A number or a day that stays in one piece.
fn digits(number: &str) -> Html {
    html! { <bdi class="digits" dir="ltr" translate="no">{ number.to_owned() }</bdi> }
}

/// A name or an address.
fn fact(name: &str) -> Html {
    html! { <bdi translate="no">{ name.to_owned() }</bdi> }
}

/// The sentence with something in the one place that is to be filled.
fn around(view: &View<'_>, message: Message, inner: Html) -> Html {
    let text = view.text(message);
    let (before, rest) = text.split_once('{').unwrap_or((text, ""));
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    html! { <>{ before.to_owned() }{ inner }{ after.to_owned() }</> }
}

/// An address on the web. Links to it are closed in the isolated document on purpose: there it is text,
/// with a button that copies it.
pub(super) fn address(view: &View<'_>, message: Message, shown: &str, link: String) -> Html {
    let words = around(view, message, fact(shown));
    if !view.content.settings.isolated {
        return html! {
            <p class="address"><a href={link} target="_blank" rel="noopener noreferrer">{ words }</a></p>
        };
    }
    let label = view.content.locale.fill(Message::HelpCopy, &[("address", shown)]);
    let copied = view.desk.note.is_some() && view.desk.copied == link;
    html! {
        <p class="address">
            { words }
            { " " }
            <button type="button" class="quiet inline" aria-label={label}
                onclick={view.on(Msg::Take(Take::Copy(link)))}>
                { view.text(Message::HelpCopyShort) }
            </button>
            <span role="status">{ if copied { view.text(Message::HelpCopied) } else { "" } }</span>
        </p>
    }
}

/// The region, and buttons for the others: a list of the browser's own would be written down to be restored.
fn places(view: &View<'_>) -> Html {
    let locale = &view.content.locale;
    let open = view.help == Unfolded::Places;
    let turned = if open { Unfolded::Lines } else { Unfolded::Places };
    html! {
        <>
            <p class="place">
                <span>{ view.text(Message::HelpPlace) }</span>
                <strong key={view.region}>{ locale.region(view.region) }</strong>
                { switch(view, Message::HelpChange, open, turned) }
            </p>
            if open {
                <ul class="regions">{ for locale.ordered(&view.content.regions).into_iter().map(|place| {
                    let chosen = if place == view.region { "true" } else { "false" };
                    html! {
                        <li>
                            <button type="button" class="quiet" aria-pressed={chosen}
                                onclick={view.on(Msg::Region(place))}>
                                { locale.region(place) }
                            </button>
                        </li>
                    }
                }) }</ul>
            }
        </>
    }
}

/// A button that unfolds what follows it.
fn switch(view: &View<'_>, message: Message, open: bool, turned: Unfolded) -> Html {
    let expanded = if open { "true" } else { "false" };
    html! {
        <button type="button" class="quiet unfold" aria-expanded={expanded}
            onclick={view.on(Msg::Help(turned))}>
            { view.text(message) }
        </button>
    }
}
