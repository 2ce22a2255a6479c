//! One line that a person can turn to, and what is known of it.

use crate::tree::{Node, Reading, TreeError, is_blank};

/// What stands under `hours` where somebody answers day and night.
const ALWAYS: &str = "always";

/// One line that a person can turn to; at least one of the ways is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Names the line.
    pub id: String,
    /// What it is called, in its own language.
    pub name: Option<String>,
    /// For whom or what it is there: a word that the locale files have, or words of a host.
    pub what: Option<String>,
    /// The number to call, as people write it.
    pub call: Option<String>,
    /// The number to send a text message to.
    pub text: Option<String>,
    /// A web address, as text.
    pub web: Option<String>,
    /// When somebody answers: `always`, another word that the locale files have, or words.
    pub hours: Option<String>,
    /// What a call costs: a word that the locale files have, or words of a host.
    pub cost: Option<String>,
    /// The languages that are spoken, each named in itself.
    pub languages: Option<String>,
    /// The day on which the sources were last read, `YYYY-MM-DD`.
    pub checked: Option<String>,
    /// Where it was read. Not served: it is for those who check the list.
    pub source: Option<String>,
}

impl Line {
    /// Everything of it that is shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &String> {
        let ways = [&self.call, &self.text, &self.web, &self.checked];
        let facts = [&self.name, &self.what, &self.hours, &self.cost, &self.languages];
        ways.into_iter().chain(facts).flatten()
    }

    /// Whether anybody can be reached by it.
    pub(super) fn reaches(&self) -> bool {
        self.call.is_some() || self.text.is_some() || self.web.is_some()
    }

    /// Whether this language, named in itself, is spoken there.
    pub(super) fn speaks(&self, language: &str) -> bool {
        let spoken = self.languages.as_deref().unwrap_or_default();
        spoken.split(',').any(|spoken| spoken.trim() == language)
    }

    /// Whether somebody can be called at any hour.
    pub(super) fn can_be_called_now(&self) -> bool {
        self.call.is_some() && self.hours.as_deref() == Some(ALWAYS)
    }

    pub(super) fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let id = node.field("id")?.text()?;
        let source = node.field("source")?.text_if_present()?;
        let mut reading = Reading::default();
        let call = reading.take(number(node, "call"));
        let text = reading.take(number(node, "text"));
        let mut words = |name| reading.take(words(node, name));
        let line = Self {
            id,
            name: words("name"),
            what: words("what"),
            call,
            text,
            web: words("web"),
            hours: words("hours"),
            cost: words("cost"),
            languages: words("languages"),
            checked: words("checked"),
            source,
        };
        reading.finish(line)
    }
}

/// A text in which there is something to see.
pub(super) fn words(node: &Node<'_>, name: &str) -> Result<Option<String>, TreeError> {
    Ok(node.field(name)?.text_if_present()?.filter(|text| !is_blank(text)))
}

/// The same, with digits in it.
pub(super) fn number(node: &Node<'_>, name: &str) -> Result<Option<String>, TreeError> {
    match words(node, name)? {
        Some(text) if dialled(&text).is_empty() => Err(node.field(name)?.must_be("a phone number")),
        number => Ok(number),
    }
}

/// The number with everything left out that a phone cannot dial.
#[must_use]
pub fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Whether twelve months have gone by since a day, both as `YYYY-MM-DD`. What is no day never grows old.
pub(super) fn is_a_year_ago(day: &str, today: &str) -> bool {
    let Some((year, rest)) = day.split_once('-') else { return false };
    let next = year.parse::<u32>().ok().and_then(|year| year.checked_add(1));
    year.len() == 4
        && next.is_some_and(|next| [&next.to_string(), "-", rest].concat().as_str() < today)
}
