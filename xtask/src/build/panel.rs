//! The failure panel as HTML that needs no script: title, text and the crisis lines of every region. From here the help bar takes
//! its line, too, as long as there is no engine: see `www/embed/first.js`.

use std::ops::RangeInclusive;

use anyhow::Result;
use burnout_screener::regions::{Line, Region, Regions, dialled};

use super::page::escape;
use super::texts::{Language, Texts, around, is_for_all};

/// The names of all countries have two letters.
const LETTERS: RangeInclusive<char> = 'A'..='Z';

pub(super) fn html(texts: &Texts, language: &Language) -> Result<String> {
    let [title, text, help] = language.panel()?.map(|words| escape(&words));
    let (ways, spoken, list) = (language.ways()?, language.name()?, texts.lines()?);
    let mut items = String::new();
    for (place, region) in list.all().iter().enumerate() {
        let first = region.now(&spoken);
        let others = region.lines.iter().filter(|line| Some(*line) != first);
        let others = others.filter(|line| is_for_all(line.what.as_deref()));
        let parts = first.map(|line| now(line, &ways)).into_iter();
        let parts = parts.chain(others.map(|line| beside(line, &ways))).collect::<Vec<_>>();
        let name = escape(&language.message(&format!("region.{}", region.id))?);
        let (countries, parts) = (countries(&list, place, region), parts.join(" · "));
        items.push_str(&format!("<li data-for=\"{countries}\">{name}: {parts}</li>"));
    }
    Ok(format!("<h1>{title}</h1><p>{text}</p><p>{help}</p><ul>{items}</ul>"))
}

/// The id of a region, and all countries whose people are shown its line. Of everywhere else the id alone: all others.
fn countries(list: &Regions, place: usize, region: &Region) -> String {
    let pairs = LETTERS.flat_map(|one| LETTERS.map(move |other| String::from_iter([one, other])));
    let led = pairs.filter(|country| list.for_country(country) == place);
    let others = led.filter(|country| place != list.for_languages(&[]) && *country != region.id);
    std::iter::once(region.id.clone()).chain(others).collect::<Vec<_>>().join(" ")
}

/// The line for somebody who wants to talk at once. First comes, to the letter, what stands in the help bar after its first
/// words, and then how else it can be reached.
fn now(line: &Line, ways: &[String; 3]) -> String {
    let name = line.name.as_deref();
    let shown = name.map(fact).unwrap_or_default();
    let linked = |scheme: &str, number: &str| {
        // The name of some lines is their number.
        let known = name.is_some_and(|name| name.contains(number));
        let written = if known { String::new() } else { digits(number) };
        format!("<a href=\"{scheme}:{}\">{shown} {written}</a>", dialled(number))
    };
    let [_, write, look_up] = ways;
    let text = line.text.as_deref();
    let web = line.web.as_deref().map(fact);
    match (line.call.as_deref(), text) {
        (Some(number), _) => joined([
            Some(linked("tel", number)),
            text.map(|number| sentence(write, &digits(number))),
            web.map(|address| sentence(look_up, &address)),
        ]),
        (None, Some(number)) => {
            joined([Some(linked("sms", number)), web.map(|address| sentence(look_up, &address))])
        }
        (None, None) => format!("<span>{shown} {}</span>", web.unwrap_or_default()),
    }
}

/// Another line of the same region.
fn beside(line: &Line, ways: &[String; 3]) -> String {
    let [call, write, look_up] = ways;
    joined([
        line.name.as_deref().map(fact),
        line.call.as_deref().map(|number| {
            let link = format!("<a href=\"tel:{}\">{}</a>", dialled(number), digits(number));
            sentence(call, &link)
        }),
        line.text.as_deref().map(|number| sentence(write, &digits(number))),
        line.web.as_deref().map(|address| sentence(look_up, &fact(address))),
    ])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A name or an address: not for a page translator.
fn fact(text: &str) -> String {
    format!("<bdi translate=\"no\">{}</bdi>", escape(text))
}

/// A number, whose digits keep their order.
fn digits(number: &str) -> String {
    format!("<bdi class=\"digits\" dir=\"ltr\" translate=\"no\">{}</bdi>", escape(number))
}

/// The sentence with its placeholder, whatever it is called, replaced by the contact.
fn sentence(way: &str, contact: &str) -> String {
    let [before, after] = around(way);
    format!("{}{contact}{}", escape(before), escape(after))
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;
    use crate::workspace::Workspace;

    const WAYS: [&str; 3] = ["Call {number}", "Text {number}", "See {address}."];

    #[test]
    fn each_region_has_its_line_and_every_country_leads_to_the_region_of_the_rule() -> Result<()> {
        let texts = Texts::read(&Workspace::here()?)?;
        let list = texts.lines()?;
        for language in &texts.languages {
            let panel = html(&texts, language)?;
            let items: Vec<&str> = panel.split("<li data-for=\"").skip(1).collect();
            assert_eq!(items.len(), list.all().len());
            for (item, region) in items.iter().zip(list.all()) {
                let (codes, said) = item.split_once('"').context("no end of the codes")?;
                let mut codes = codes.split(' ');
                assert_eq!(codes.next(), Some(region.id.as_str()));
                for code in codes {
                    let led = list.all().get(list.for_country(code));
                    assert_eq!(led, Some(region), "{code}");
                }
                let now = region.now(&language.name()?).context("no line")?;
                let fact = now.call.as_ref().or(now.web.as_ref()).context("no way")?;
                let first = said.split("</a>").next().unwrap_or_default();
                assert!(first.contains(fact.as_str()), "{}: {said}", region.id);
            }
            assert!(items.iter().any(|item| item.starts_with("EU ") && item.contains(" BG ")));
        }
        Ok(())
    }

    fn line(fields: &str) -> Result<Line> {
        let list =
            format!(r#"{{"regions": [{{"id": "WORLD", "lines": [{{"id": "a", {fields}}}]}}]}}"#);
        let list: Regions = serde_json::from_str(&list)?;
        let line = list.all().first().and_then(|region| region.lines.first());
        line.cloned().context("the list has no line")
    }

    fn said(fields: &str) -> Result<[String; 2]> {
        let (line, ways) = (line(fields)?, WAYS.map(str::to_owned));
        Ok([now(&line, &ways), beside(&line, &ways)])
    }

    #[test]
    fn a_number_to_call_is_a_link_with_the_name_in_it_or_in_a_sentence() -> Result<()> {
        let number = "<bdi class=\"digits\" dir=\"ltr\" translate=\"no\">116 123</bdi>";
        assert_eq!(
            said(r#""name": "A & B", "call": "116 123""#)?,
            [
                format!(
                    "<a href=\"tel:116123\"><bdi translate=\"no\">A &amp; B</bdi> {number}</a>"
                ),
                format!(
                    "<bdi translate=\"no\">A &amp; B</bdi> Call <a href=\"tel:116123\">{number}</a>"
                ),
            ]
        );
        Ok(())
    }

    #[test]
    fn a_number_that_is_in_the_name_is_not_said_twice() -> Result<()> {
        let [now, _] = said(r#""name": "Line 113", "call": "113""#)?;
        assert_eq!(now, "<a href=\"tel:113\"><bdi translate=\"no\">Line 113</bdi> </a>");
        Ok(())
    }

    #[test]
    fn an_address_is_text_and_no_link() -> Result<()> {
        assert_eq!(
            said(r#""web": "example.org""#)?,
            [
                "<span> <bdi translate=\"no\">example.org</bdi></span>",
                "See <bdi translate=\"no\">example.org</bdi>.",
            ]
        );
        Ok(())
    }
}
