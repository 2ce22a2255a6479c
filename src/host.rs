//! What a host page may set, checked. A value that cannot be used is reported and left at its default.

mod accent;
pub mod table;
mod unknown;

use std::fmt;

pub use accent::Accent;
pub use unknown::Unknown;

use crate::regions::{Regions, dialled};
use crate::tree::{Node, Reading, Table, Tree, TreeError};

/// The most characters that a host's text may have.
const LONGEST_NAME: usize = 120;
const LONGEST_LINK: usize = 500;
const LONGEST_PHONE: usize = 40;
/// The minutes without anybody that a host may set. The warning alone takes one.
const MINUTES: std::ops::RangeInclusive<u8> = 2..=120;

/// How deep a heading can lie.
pub const LEVELS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// The host's settings as they stand in the attributes.
#[derive(Clone, Debug, Default)]
pub struct HostAttributes {
    /// Whether the widget runs in its own isolated document.
    pub isolated: bool,
    /// Whether the browser can keep something for this page.
    pub keeps: bool,
    /// Whether another app shows this page in a browser of its own.
    pub in_app: bool,
    /// Which release this is, where that is more than the version of this crate.
    pub release: Option<String>,
    /// The languages that the person's browser asks for, most wanted first.
    pub languages: Vec<String>,
    /// The languages that can be chosen: of each its tag, its own name, and what its words are known by. Often nothing.
    pub tongues: Vec<String>,
    /// `region`: an id from the list of regions.
    pub region: Option<String>,
    /// `theme`: `auto`, `light` or `dark`.
    pub theme: Option<String>,
    /// `accent`: `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
    /// `heading-level`: how deep the heading of a step lies.
    pub heading_level: Option<String>,
    /// `contact-name`: whom people can turn to at this host.
    pub contact_name: Option<String>,
    /// `contact-link`: an `https:` address.
    pub contact_link: Option<String>,
    /// `contact-phone`: a phone number.
    pub contact_phone: Option<String>,
    /// `contact-always`: `yes` or `no`.
    pub contact_always: Option<String>,
    /// `employer`: `yes` or `no`.
    pub employer: Option<String>,
    /// `idle`: after how many minutes without anybody the answers are erased.
    pub idle: Option<String>,
    /// The names of all attributes that stand on the element, or on the script tag.
    pub names: Vec<String>,
    /// Whether they stand on a script tag.
    pub on_tag: bool,
}

impl HostAttributes {
    /// Reads what the page hands in.
    ///
    /// # Errors
    /// When something in it is of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let nothing = Tree::Map(Table::default());
        let attributes = node.field("attributes")?.present().unwrap_or_else(|| Node::new(&nothing));
        let names = node.field("names")?.present();
        let on_tag = node.field("tag")?.present();
        let isolated = node.field("isolated")?.truth()?;
        let keeps = node.field("keeps")?.truth()?;
        let in_app = node.field("inApp")?.truth()?;
        let release = node.field("release")?.text_if_present()?;
        let on_tag = on_tag.map_or(Ok(false), |on_tag| on_tag.truth())?;
        let languages = node.field("languages")?.list(|node| node.text())?;
        let tongues = node.field("tongues")?.present();
        let tongues = tongues.map_or(Ok(Vec::new()), |all| all.list(|text| text.text()))?;
        let names = names.map_or(Ok(Vec::new()), |names| names.list(|name| name.text()))?;
        let mut texts = Reading::default();
        let mut text =
            |name| texts.take(attributes.field(name).and_then(|found| found.text_if_present()));
        let host = Self {
            isolated,
            keeps,
            in_app,
            release,
            languages,
            tongues,
            region: text(table::REGION.name),
            theme: text(table::THEME.name),
            accent: text(table::ACCENT.name),
            heading_level: text(table::HEADING_LEVEL.name),
            contact_name: text(table::CONTACT_NAME.name),
            contact_link: text(table::CONTACT_LINK.name),
            contact_phone: text(table::CONTACT_PHONE.name),
            contact_always: text(table::CONTACT_ALWAYS.name),
            employer: text(table::EMPLOYER.name),
            idle: text(table::IDLE.name),
            names,
            on_tag,
        };
        texts.finish(host)
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the person's system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The value of the attribute.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whom people can turn to at this host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Shown as it is.
    pub name: Option<String>,
    /// An `https:` address.
    pub link: Option<String>,
    /// A phone number as people write it.
    pub phone: Option<String>,
    /// Whether somebody answers it day and night.
    pub always: bool,
}

/// Settings that can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct HostSettings {
    /// Whether the widget runs in its own isolated document.
    pub isolated: bool,
    /// Whether the browser can keep something for this page.
    pub keeps: bool,
    /// Whether another app shows this page in a browser of its own, in which printing and saving may do nothing.
    pub in_app: bool,
    /// Which release this is, as people compare it.
    pub release: String,
    /// The languages that can be chosen: of each its tag, its own name, and what its words are known by. Often nothing.
    pub tongues: Vec<String>,
    /// The place of the region in the list of regions.
    pub region: usize,
    /// Light or dark.
    pub theme: Theme,
    /// The host's colour, made legible.
    pub accent: Option<Accent>,
    /// How deep the heading of a step lies among those of the page around, as a place in [`LEVELS`]; nothing where the host
    /// leaves it as it is.
    pub heading_level: Option<usize>,
    /// Whom people can turn to at this host.
    pub contact: Contact,
    /// Whether those who are asked work for this host.
    pub employer: bool,
    /// After how many minutes without anybody the answers are erased; never where there are none.
    pub idle: Option<u8>,
}

/// Something in the attributes that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeError {
    /// A value that cannot be used.
    Value {
        /// The attribute's name.
        attribute: &'static str,
        /// Its value, or the beginning of it.
        value: String,
        /// What it must be.
        wanted: &'static str,
    },
    /// A name that is not known.
    Name(Unknown),
}

impl fmt::Display for AttributeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { attribute, value, wanted } => {
                write!(f, "the attribute {attribute}=\"{value}\" is not used: it must be {wanted}")
            }
            Self::Name(unknown) => unknown.fmt(f),
        }
    }
}

impl std::error::Error for AttributeError {}

impl HostSettings {
    /// Checks what the host set; each name that is not known and each value that cannot be used comes back as an error
    /// beside it.
    #[must_use]
    pub fn new(host: &HostAttributes, regions: &Regions) -> (Self, Vec<AttributeError>) {
        let unknown = host.names.iter().filter_map(|name| unknown::unknown(name, host.on_tag));
        let mut refused = unknown.map(AttributeError::Name).collect::<Vec<_>>();
        let mut refuse = |attribute, value: &str, wanted| {
            let value = value.chars().take(40).collect();
            refused.push(AttributeError::Value { attribute, value, wanted });
        };
        let mut settings = Self {
            isolated: host.isolated,
            keeps: host.keeps,
            in_app: host.in_app,
            release: host.release.clone().unwrap_or_else(|| crate::VERSION.to_owned()),
            tongues: host.tongues.clone(),
            region: regions.for_languages(&host.languages),
            theme: Theme::Auto,
            accent: None,
            heading_level: None,
            contact: Contact::default(),
            employer: false,
            idle: None,
        };
        if let Some(id) = given(host.region.as_ref()) {
            match regions.position(id) {
                Some(place) => settings.region = place,
                None => refuse(table::REGION.name, id, table::REGION.wanted),
            }
        }
        match given(host.theme.as_ref()) {
            None | Some("auto") => {}
            Some("light") => settings.theme = Theme::Light,
            Some("dark") => settings.theme = Theme::Dark,
            Some(other) => refuse(table::THEME.name, other, table::THEME.wanted),
        }
        if let Some(colour) = given(host.accent.as_ref()) {
            settings.accent = Accent::new(colour);
            if settings.accent.is_none() {
                refuse(table::ACCENT.name, colour, table::ACCENT.wanted);
            }
        }
        if let Some(level) = given(host.heading_level.as_ref()) {
            settings.heading_level = LEVELS.iter().position(|known| *known == level);
            if settings.heading_level.is_none() {
                refuse(table::HEADING_LEVEL.name, level, table::HEADING_LEVEL.wanted);
            }
        }
        if let Some(minutes) = given(host.idle.as_ref()) {
            settings.idle = minutes.parse().ok().filter(|minutes| MINUTES.contains(minutes));
            if settings.idle.is_none() {
                refuse(table::IDLE.name, minutes, table::IDLE.wanted);
            }
        }
        if let Some(name) = given(host.contact_name.as_ref()) {
            if name.chars().count() <= LONGEST_NAME {
                settings.contact.name = Some(name.to_owned());
            } else {
                refuse(table::CONTACT_NAME.name, name, table::CONTACT_NAME.wanted);
            }
        }
        if let Some(link) = given(host.contact_link.as_ref()) {
            let plain = !link.chars().any(|c| c.is_whitespace() || c.is_control());
            if link.starts_with("https://") && link.len() <= LONGEST_LINK && plain {
                settings.contact.link = Some(link.to_owned());
            } else {
                refuse(table::CONTACT_LINK.name, link, table::CONTACT_LINK.wanted);
            }
        }
        if let Some(phone) = given(host.contact_phone.as_ref()) {
            // Bytes: the search for a letter in a text weighs more than all of this.
            let sign = |byte: u8| byte.is_ascii_digit() || b" +-()./".contains(&byte);
            let short = phone.len() <= LONGEST_PHONE && (2..=20).contains(&dialled(phone).len());
            if short && phone.bytes().all(sign) {
                settings.contact.phone = Some(phone.to_owned());
            } else {
                refuse(table::CONTACT_PHONE.name, phone, table::CONTACT_PHONE.wanted);
            }
        }
        match given(host.contact_always.as_ref()) {
            None | Some("no") => {}
            Some("yes") => settings.contact.always = true,
            Some(other) => refuse(table::CONTACT_ALWAYS.name, other, table::CONTACT_ALWAYS.wanted),
        }
        match given(host.employer.as_ref()) {
            None | Some("no") => {}
            Some("yes") => settings.employer = true,
            Some(other) => refuse(table::EMPLOYER.name, other, table::EMPLOYER.wanted),
        }
        (settings, refused)
    }
}

fn given(value: Option<&String>) -> Option<&str> {
    value.map(|value| value.trim()).filter(|value| !value.is_empty())
}
