//! What is made of the table in `src/host/table.rs`: the lists of names in the scripts, a part of the README and of
//! docs/events.md, the types and the manifest.

mod manifest;
mod readme;
mod types;

use std::fs;

use anyhow::{Context, Result};
use burnout_screener::host::table::{
    ATTRIBUTES, Attribute, CONTACT_LINK, CONTACT_NAME, CONTACT_PHONE, ELEMENT, Place, REGION,
    Reader, SANDBOX, THEME, Values,
};
use serde_json::{Value, json};

use crate::workspace::Workspace;

pub(crate) use manifest::manifest;
pub(crate) use types::types;

const README: &str = "README.md";
const EVENTS: &str = "docs/events.md";

/// Brings the pages up to date that hold a part of the table.
pub fn run(workspace: &Workspace) -> Result<()> {
    for (page, text, renewed) in renewed(workspace)? {
        if renewed != text {
            fs::write(workspace.path(page), renewed)
                .with_context(|| format!("cannot write {page}"))?;
            println!("{page} is renewed");
        }
    }
    Ok(())
}

/// Which page says something else than the table.
pub(crate) fn broken(workspace: &Workspace) -> Result<Option<String>> {
    let mut pages = renewed(workspace)?.into_iter();
    Ok(pages.find(|(_, text, renewed)| renewed != text).map(|(page, _, _)| {
        format!("{page}: it does not say what src/host/table.rs does: run `cargo xtask tables`")
    }))
}

/// Each page as it is, and as it should be.
fn renewed(workspace: &Workspace) -> Result<[(&'static str, String, String); 2]> {
    let (readme, events) = (workspace.text(README)?, workspace.text(EVENTS)?);
    let new = readme::renewed(&readme, &Lists::read(workspace)?).context(README)?;
    let with_events = readme::with_events(&events).context(EVENTS)?;
    Ok([(README, readme, new), (EVENTS, events, with_events)])
}

/// What `www/embed` needs of the table.
pub(crate) fn for_scripts() -> Value {
    let names = |reader| {
        let here = |each: &&Attribute| each.reader == reader && each.place == Place::Both;
        ATTRIBUTES.iter().filter(here).map(|each| each.name).collect::<Vec<_>>()
    };
    json!({
        "name": ELEMENT,
        // What the panel shows of what is the widget's to read.
        "region": REGION.name,
        "theme": THEME.name,
        "contactName": CONTACT_NAME.name,
        "contactPhone": CONTACT_PHONE.name,
        "contactLink": CONTACT_LINK.name,
        "byLoader": names(Reader::Loader),
        "byWidget": names(Reader::Widget),
        "sandbox": sandbox(),
    })
}

/// The value of the `sandbox` attribute of both frames.
pub(crate) fn sandbox() -> String {
    SANDBOX.map(|token| token.name).join(" ")
}

/// The values that grow with the files in `www`.
struct Lists {
    languages: Vec<String>,
    regions: Vec<String>,
}

impl Lists {
    fn read(workspace: &Workspace) -> Result<Self> {
        let regions = workspace.json("www/regions.json")?;
        let regions = regions.get("regions").and_then(Value::as_array);
        let id = |region: &Value| region.get("id").and_then(Value::as_str).map(str::to_owned);
        Ok(Self {
            languages: workspace.names("www/locales", ".json")?,
            regions: regions
                .and_then(|regions| regions.iter().map(id).collect())
                .context("www/regions.json: a region has no \"id\"")?,
        })
    }

    /// The type of an attribute in TypeScript.
    fn kind(&self, attribute: &Attribute) -> String {
        match attribute.values {
            Values::Words(words) => union(words),
            Values::Languages => union(&self.languages),
            // A host can bring others; said like this, an editor still offers these.
            Values::Regions => format!("{} | (string & {{}})", union(&self.regions)),
            Values::Text(_) => "string".to_owned(),
            Values::Number(_) => "number | string".to_owned(),
        }
    }
}

fn union(words: &[impl AsRef<str>]) -> String {
    words.iter().map(|word| format!("\"{}\"", word.as_ref())).collect::<Vec<_>>().join(" | ")
}

/// Every attribute that can stand on the element itself.
fn on_element() -> impl Iterator<Item = &'static Attribute> {
    static TABLE: [Attribute; ATTRIBUTES.len()] = ATTRIBUTES;
    TABLE.iter().filter(|attribute| attribute.place != Place::Tag)
}

/// The property of an attribute.
fn property(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| before + &capital(part))
}

/// What an attribute does, as sentences without Markdown's links.
fn description(attribute: &Attribute) -> String {
    let mut meaning = attribute.meaning.to_owned();
    while let Some((before, rest)) = meaning.split_once('[') {
        let (words, rest) = rest.split_once(']').unwrap_or((rest, ""));
        let after = rest.split_once(')').map_or(rest, |(_, after)| after);
        meaning = format!("{before}{words}{after}");
    }
    format!("{}. It must be {}.", capital(&meaning), attribute.wanted)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use burnout_screener::host::table::{EVENTS, PARTS, PROPERTIES, SAID, TOLD};

    /// What stands between two marks, each time.
    fn between(text: &str, start: &str, end: &str) -> Vec<String> {
        let rests = text.split(start).skip(1);
        rests.filter_map(|rest| Some(rest.split_once(end)?.0.to_owned())).collect()
    }

    /// All that the script tag's own code is made of.
    fn loader(workspace: &Workspace) -> Result<String> {
        let mut text = workspace.text("www/embed/loader.js")?;
        for file in workspace.files("www/embed/host")? {
            text.push_str(&workspace.text(&file)?);
        }
        Ok(text)
    }

    /// All in the inner document that speaks with it.
    fn frame(workspace: &Workspace) -> Result<String> {
        let files =
            ["channel", "first", "frame", "mounting"].map(|name| format!("www/embed/{name}.js"));
        files.into_iter().map(|file| workspace.text(&file)).collect()
    }

    #[test]
    fn the_scripts_get_every_attribute_that_can_stand_on_the_tag_and_the_element() {
        let given = for_scripts();
        let count = |name| given.get(name).and_then(Value::as_array).map_or(0, Vec::len);
        assert_eq!((count("byLoader"), count("byWidget")), (6, 10));
    }

    /// How the first words look before there is an engine that reads all of them.
    const BEFORE_THE_ENGINE: [&str; 6] =
        ["accent", "contact-always", "employer", "heading-level", "region", "theme"];

    #[test]
    fn no_script_has_a_list_of_its_own() -> Result<()> {
        let workspace = Workspace::here()?;
        for file in workspace.files("www/embed")? {
            let text = workspace.text(&file)?;
            let known: &[&str] =
                if file == "www/embed/first.js" { &BEFORE_THE_ENGINE } else { &[] };
            for Attribute { name, .. } in ATTRIBUTES
                .iter()
                .filter(|each| each.reader == Reader::Widget && !known.contains(&each.name))
            {
                assert!(!text.contains(&format!("(\"{name}\")")), "{file} reads {name} too");
            }
            assert!(!text.contains("allow-scripts"), "{file} has a list of tokens");
        }
        Ok(())
    }

    #[test]
    fn the_loader_reads_what_the_table_says_that_it_reads() -> Result<()> {
        let loader = loader(&Workspace::here()?)?;
        for Attribute { name, place, .. } in
            ATTRIBUTES.iter().filter(|each| each.reader == Reader::Loader)
        {
            let read = match (*name, place) {
                ("lang", _) => "element.lang".to_owned(),
                // Under the name that the element has.
                ("burnout-screener", _) => "[NAME]".to_owned(),
                (_, Place::Tag) => format!("{{ {name} }} = tag.dataset"),
                _ => format!("\"{name}\")"),
            };
            assert!(loader.contains(&read), "{name}");
        }
        Ok(())
    }

    #[test]
    fn what_is_said_between_page_and_frame_is_what_the_table_says() -> Result<()> {
        let workspace = Workspace::here()?;
        let (frame, loader) = (frame(&workspace)?, loader(&workspace)?);
        let said = SAID.map(|message| message.name.to_owned());
        let mut sent = between(&frame, "say(\"", "\"");
        let mut heard = between(&loader, "data.type === \"", "\"");
        let mut known = said.to_vec();
        known.sort();
        sent.sort();
        sent.dedup();
        heard.sort();
        assert_eq!(sent, known);
        assert_eq!(heard, known);
        let told = TOLD.map(|message| message.name.to_owned());
        assert_eq!(between(&loader, "[NAME]: 1, type: \"", "\""), told);
        assert_eq!(between(&frame, "data.type !== \"", "\""), told);
        assert_eq!(frame.matches("postMessage").count() + loader.matches("postMessage").count(), 3);
        Ok(())
    }

    #[test]
    fn the_element_sends_the_events_of_the_table_and_no_others() -> Result<()> {
        let workspace = Workspace::here()?;
        let mut sent = between(&loader(&workspace)?, "tell(\"", "\"");
        sent.sort();
        sent.dedup();
        let mut known = EVENTS.map(|event| event.name.replace("screener-", "")).to_vec();
        known.sort();
        assert_eq!(sent, known);
        assert_eq!((PARTS.len(), PROPERTIES.len()), (0, 0));
        let mut senders = Vec::new();
        for file in workspace.files("www/embed")?.into_iter().chain(workspace.files("src/ui")?) {
            let text = workspace.text(&file)?;
            if text.contains("dispatchEvent(") || text.contains("CustomEvent(") {
                senders.push(file.clone());
            }
            for sign in [" part=\"", "exportparts"] {
                assert!(!text.contains(sign), "{file} has {sign}");
            }
        }
        assert_eq!(senders, ["www/embed/host/element.js"]);
        Ok(())
    }

    #[test]
    fn a_property_is_called_as_in_javascript() {
        assert_eq!(property("contact-name"), "contactName");
        assert_eq!(property("base"), "base");
    }

    #[test]
    fn a_description_is_a_sentence_without_links() {
        let text = description(&burnout_screener::host::table::INSTRUMENT);
        assert_eq!(
            text,
            "Your own questions, see docs/instrument.md. It must be the address of a file in the form of docs/instrument.md."
        );
    }

    #[test]
    fn the_pages_say_what_the_table_says() -> Result<()> {
        assert_eq!(broken(&Workspace::here()?)?, None);
        Ok(())
    }
}
