//! The failure panel as HTML that needs no script: title, text and the crisis lines of every region.

use anyhow::Result;

use super::page::escape;
use super::texts::{Language, Texts, around};

pub(super) fn html(texts: &Texts, language: &Language) -> Result<String> {
    let [title, text, help] = language.panel()?.map(|words| escape(&words));
    let ways = language.ways()?;
    let mut items = String::new();
    for (id, lines) in texts.regions()? {
        let mut parts = Vec::new();
        for contacts in &lines {
            let mut shown = Vec::new();
            if let Some(name) = &contacts.name {
                shown.push(format!("<bdi translate=\"no\">{}</bdi>", escape(name)));
            }
            for (place, (way, contact)) in ways.iter().zip(&contacts.ways).enumerate() {
                if let Some(contact) = contact {
                    shown.push(sentence(way, contact, place == 0));
                }
            }
            parts.push(shown.join(" "));
        }
        let name = escape(&language.message(&format!("region.{id}"))?);
        items.push_str(&format!("<li>{name}: {}</li>", parts.join(" · ")));
    }
    Ok(format!("<h1>{title}</h1><p>{text}</p><p>{help}</p><ul>{items}</ul>"))
}

/// The sentence with its placeholder, whatever it is called, replaced by the contact.
fn sentence(way: &str, contact: &str, is_phone: bool) -> String {
    let [before, after] = around(way);
    let digits = contact
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect::<String>();
    let contact = escape(contact);
    let kept = "dir=\"ltr\" translate=\"no\"";
    let shown = if is_phone {
        format!("<a href=\"tel:{digits}\" {kept}>{contact}</a>")
    } else {
        format!("<bdi {kept}>{contact}</bdi>")
    };
    format!("{}{shown}{}", escape(before), escape(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_to_call_is_a_link() {
        assert_eq!(
            sentence("Call {number}", "116 123", true),
            "Call <a href=\"tel:116123\" dir=\"ltr\" translate=\"no\">116 123</a>"
        );
    }

    #[test]
    fn an_address_is_text_and_no_link() {
        assert_eq!(
            sentence("See {address}.", "example.org?a&b", false),
            "See <bdi dir=\"ltr\" translate=\"no\">example.org?a&amp;b</bdi>."
        );
    }
}
