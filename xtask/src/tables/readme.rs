//! The parts of the README and of docs/events.md that are made from the table, between marks that a reader does not see.

use anyhow::{Context, Result};
use burnout_screener::host::table::{
    ATTRIBUTES, Attribute, Default, EVENTS, Event, Place, SAID, TOLD, Values,
};

use super::Lists;

/// The README with these parts made anew.
pub(super) fn renewed(text: &str, lists: &Lists) -> Result<String> {
    let text = put(text, "attributes", &attributes(lists))?;
    put(&text, "messages", &messages())
}

/// `docs/events.md` with its table made anew.
pub(super) fn with_events(text: &str) -> Result<String> {
    put(text, "events", &events())
}

fn events() -> String {
    let mut table = "| event | `detail` | what it tells |\n|---|---|---|\n".to_owned();
    for Event { name, detail, meaning } in EVENTS {
        table.push_str(&format!("| `{name}` | `{detail}` | {meaning} |\n"));
    }
    table
}

fn put(text: &str, part: &str, made: &str) -> Result<String> {
    let (start, end) = (format!("<!-- {part} -->\n"), format!("<!-- /{part} -->"));
    let found = text
        .split_once(&start)
        .and_then(|(before, rest)| rest.split_once(&end).map(|(_, after)| (before, after)));
    let (before, after) =
        found.with_context(|| format!("{} and {end} have to stand around a part", start.trim()))?;
    Ok(format!("{before}{start}\n{made}\n{end}{after}"))
}

fn attributes(lists: &Lists) -> String {
    let mut table =
        "| attribute | value | what it does | default |\n|---|---|---|---|\n".to_owned();
    for attribute in &ATTRIBUTES {
        let Attribute { name, meaning, .. } = attribute;
        let name = match attribute.place {
            Place::Both => format!("`{name}`"),
            Place::Element => format!("`{name}` (element only)"),
            Place::Tag => format!("`data-{name}` (tag only)"),
        };
        let value = match attribute.values {
            Values::Words(words) => marked(words),
            Values::Languages => marked(&lists.languages),
            Values::Regions => marked(&lists.regions),
            Values::Text(text) | Values::Number(text) => text.to_owned(),
        };
        let default = match attribute.default {
            Default::Value(value) => format!("`{value}`"),
            Default::Otherwise(words) => words.to_owned(),
        };
        table.push_str(&format!("| {name} | {value} | {meaning} | {default} |\n"));
    }
    table
}

fn marked(words: &[impl AsRef<str>]) -> String {
    words.iter().map(|word| format!("`{}`", word.as_ref())).collect::<Vec<_>>().join(" ")
}

fn messages() -> String {
    let line = |message: &burnout_screener::host::table::Named| {
        format!("- `{}`: {}.\n", message.name, message.meaning)
    };
    let said = SAID.iter().map(line).collect::<String>();
    let told = TOLD.iter().map(line).collect::<String>();
    format!("It says:\n\n{said}\nIt is told, once:\n\n{told}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() -> Result<()> {
        let text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
        let put_once = put(text, "x", "new\n")?;
        assert_eq!(put_once, "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n");
        assert_eq!(put(&put_once, "x", "new\n")?, put_once);
        Ok(())
    }

    #[test]
    fn a_mark_that_is_gone_is_named() {
        let message = put("a", "x", "new").err().map(|error| error.to_string());
        assert_eq!(
            message.as_deref(),
            Some("<!-- x --> and <!-- /x --> have to stand around a part")
        );
    }

    #[test]
    fn the_regions_stand_in_the_row_of_their_attribute() {
        let lists = Lists {
            languages: vec!["en".to_owned()],
            regions: vec!["GB".to_owned(), "WORLD".to_owned()],
        };
        let table = attributes(&lists);
        assert!(table.contains("| `region` | `GB` `WORLD` | whose crisis lines are shown first | from the browser's language |"));
        assert!(table.contains("| `data-target` (tag only) |"));
    }
}
