//! Answers that an author types, and the scores that come of them at once.

use yew::{Callback, Html, html};

use super::{Opened, typed};
use crate::figure::figure;
use crate::profile::Found;
use crate::response::Responses;
use crate::scored::{Findings, ScaleScore, Scored};
use crate::session::Voice;

/// The answers as they were typed, and their scores.
pub(super) fn view(
    opened: &Opened,
    answers: &[String],
    answered: &Callback<(usize, String)>,
) -> Html {
    let instrument = &opened.instrument;
    let rows = instrument.items().iter().enumerate().map(|(place, item)| {
        let answered = answered.clone();
        let oninput = Callback::from(move |event| answered.emit((place, typed(&event))));
        let text = answers.get(place).cloned().unwrap_or_default();
        let is_wrong = !text.trim().is_empty() && option(opened, place, &text).is_none();
        html! {
            <tr>
                <th scope="row">{ item.id.clone() }</th>
                <td>{ opened.texts.item(place, Voice::Work).to_owned() }</td>
                <td><input inputmode="decimal" size="4" autocomplete="off" aria-label={item.id.clone()} aria-invalid={is_wrong.to_string()} value={text} {oninput} /></td>
                <td>{ offered(opened, place) }</td>
            </tr>
        }
    });
    let mut responses = Responses::new(instrument);
    for (place, text) in answers.iter().enumerate() {
        responses.set_item(instrument, place, option(opened, place, text));
    }
    let scored = Scored::new(instrument, &responses);
    html! {
        <section>
            <h2>{ "Scores of typed answers" }</h2>
            <div class="table"><table>
                <thead><tr><th scope="col">{ "Item" }</th><th scope="col">{ "Words" }</th><th scope="col">{ "Answer" }</th><th scope="col">{ "Offered" }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table></div>
            <div class="table" aria-live="polite"><table class="scores">
                <thead><tr><th scope="col">{ "Scale" }</th><th scope="col">{ "Score" }</th><th scope="col">{ "Error" }</th><th scope="col">{ "Answered" }</th><th scope="col">{ "Band" }</th></tr></thead>
                <tbody>{ for scored.scales.0.iter().map(|(id, score)| row(id, score)) }</tbody>
            </table></div>
            if let Some(findings) = &scored.result { { result(findings) } }
            if scored.alert == Some(true) { <p><strong>{ "One of these answers opens the help card." }</strong></p> }
        </section>
    }
}

fn row(id: &str, score: &ScaleScore<'_>) -> Html {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), figure);
    html! {
        <tr>
            <th scope="row">{ id.to_owned() }</th>
            <td>{ number(score.score) }</td>
            <td>{ number(score.error) }</td>
            <td>{ format!("{} of {}", score.answered, score.items) }</td>
            <td>{ score.band.unwrap_or("–").to_owned() }</td>
        </tr>
    }
}

fn result(findings: &Findings) -> Html {
    let lines = findings.each().filter(|(_, codes)| !codes.is_empty());
    let line = |(found, codes): (Found, Vec<&str>)| {
        html! { <><dt>{ found.name() }</dt><dd>{ codes.join(", ") }</dd></> }
    };
    html! { <dl>{ for lines.map(line) }</dl> }
}

fn offered(opened: &Opened, item: usize) -> String {
    let values = opened.instrument.options(item).iter().map(|option| option.value.to_string());
    values.collect::<Vec<_>>().join(", ")
}

/// The option whose value was typed.
fn option(opened: &Opened, item: usize, text: &str) -> Option<u8> {
    let value: i16 = text.trim().parse().ok()?;
    let place = opened.instrument.options(item).iter().position(|option| option.value == value)?;
    u8::try_from(place).ok()
}
