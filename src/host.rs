//! What a host page may set, checked. A value that cannot be used is reported and left at its default.

mod accent;

use std::fmt;

pub use accent::Accent;

use crate::regions::{Regions, dialled};
use crate::session::Length;
use crate::tree::{Node, TreeError};

/// The most characters that a host's text may have.
const LONGEST_NAME: usize = 120;
const LONGEST_LINK: usize = 500;
const LONGEST_PHONE: usize = 40;
/// The minutes without anybody that a host may set. The warning alone takes one; `www/embed/page.js` has the same.
const IDLE: std::ops::RangeInclusive<u8> = 2..=120;

/// The host's settings as they stand in the attributes.
#[derive(Clone, Debug, Default)]
pub struct HostAttributes {
    /// Whether the widget runs in its own isolated document.
    pub isolated: bool,
    /// Whether the browser can keep something for this page.
    pub keeps: bool,
    /// The languages that the person's browser asks for, most wanted first.
    pub languages: Vec<String>,
    /// `region`: an id from the list of regions.
    pub region: Option<String>,
    /// `theme`: `auto`, `light` or `dark`.
    pub theme: Option<String>,
    /// `accent`: `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
    /// `contact-name`: whom people can turn to at this host.
    pub contact_name: Option<String>,
    /// `contact-link`: an `https:` address.
    pub contact_link: Option<String>,
    /// `contact-phone`: a phone number.
    pub contact_phone: Option<String>,
    /// `idle`: after how many minutes without anybody the answers are erased.
    pub idle: Option<String>,
    /// `length`: `full` or `short`.
    pub length: Option<String>,
}

impl HostAttributes {
    /// Reads what the page hands in.
    ///
    /// # Errors
    /// When something in it is of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            isolated: node.field("isolated")?.truth()?,
            keeps: node.field("keeps")?.truth()?,
            languages: node.field("languages")?.list(|node| node.text())?,
            region: node.field("region")?.text_if_present()?,
            theme: node.field("theme")?.text_if_present()?,
            accent: node.field("accent")?.text_if_present()?,
            contact_name: node.field("contactName")?.text_if_present()?,
            contact_link: node.field("contactLink")?.text_if_present()?,
            contact_phone: node.field("contactPhone")?.text_if_present()?,
            idle: node.field("idle")?.text_if_present()?,
            length: node.field("length")?.text_if_present()?,
        })
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
}

/// HostSettings that can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct HostSettings {
    /// Whether the widget runs in its own isolated document.
    pub isolated: bool,
    /// Whether the browser can keep something for this page.
    pub keeps: bool,
    /// The place of the region in the list of regions.
    pub region: usize,
    /// Light or dark.
    pub theme: Theme,
    /// The host's colour, made legible.
    pub accent: Option<Accent>,
    /// Whom people can turn to at this host.
    pub contact: Contact,
    /// How many items are asked.
    pub length: Length,
}

/// An attribute whose value cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeError {
    attribute: &'static str,
    value: String,
    wanted: &'static str,
}

impl fmt::Display for AttributeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { attribute, value, wanted } = self;
        write!(f, "the attribute {attribute}=\"{value}\" is not used: it must be {wanted}")
    }
}

impl std::error::Error for AttributeError {}

impl HostSettings {
    /// Checks what the host set; each value that cannot be used comes back as an error beside it.
    #[must_use]
    pub fn new(host: &HostAttributes, regions: &Regions) -> (Self, Vec<AttributeError>) {
        let mut refused = Vec::new();
        let mut refuse = |attribute, value: &str, wanted| {
            let value = value.chars().take(40).collect();
            refused.push(AttributeError { attribute, value, wanted });
        };
        let mut settings = Self {
            isolated: host.isolated,
            keeps: host.keeps,
            region: regions.for_languages(&host.languages),
            theme: Theme::Auto,
            accent: None,
            contact: Contact::default(),
            length: Length::Full,
        };
        if let Some(id) = given(host.region.as_ref()) {
            match regions.position(id) {
                Some(place) => settings.region = place,
                None => refuse("region", id, "the id of a region in the list, such as US or GB"),
            }
        }
        match given(host.theme.as_ref()) {
            None | Some("auto") => {}
            Some("light") => settings.theme = Theme::Light,
            Some("dark") => settings.theme = Theme::Dark,
            Some(other) => refuse("theme", other, "auto, light or dark"),
        }
        match given(host.length.as_ref()) {
            None | Some("full") => {}
            Some("short") => settings.length = Length::Short,
            Some(other) => refuse("length", other, "full or short"),
        }
        if let Some(colour) = given(host.accent.as_ref()) {
            settings.accent = Accent::new(colour);
            if settings.accent.is_none() {
                refuse("accent", colour, "a colour as #rgb or #rrggbb");
            }
        }
        if let Some(minutes) = given(host.idle.as_ref()) {
            // The page around counts the minutes; here it is said when it will not.
            if !minutes.parse::<u8>().is_ok_and(|minutes| IDLE.contains(&minutes)) {
                refuse("idle", minutes, "a whole number of minutes from 2 to 120");
            }
        }
        if let Some(name) = given(host.contact_name.as_ref()) {
            if name.chars().count() <= LONGEST_NAME {
                settings.contact.name = Some(name.to_owned());
            } else {
                refuse("contact-name", name, "120 characters at most");
            }
        }
        if let Some(link) = given(host.contact_link.as_ref()) {
            let plain = !link.chars().any(|c| c.is_whitespace() || c.is_control());
            if link.starts_with("https://") && link.len() <= LONGEST_LINK && plain {
                settings.contact.link = Some(link.to_owned());
            } else {
                refuse("contact-link", link, "an address that begins with https://");
            }
        }
        if let Some(phone) = given(host.contact_phone.as_ref()) {
            let sign = |c: char| c.is_ascii_digit() || " +-()./".contains(c);
            let short = phone.len() <= LONGEST_PHONE && (2..=20).contains(&dialled(phone).len());
            if short && phone.chars().all(sign) {
                settings.contact.phone = Some(phone.to_owned());
            } else {
                refuse("contact-phone", phone, "a phone number in digits, such as 555-0142");
            }
        }
        (settings, refused)
    }
}

fn given(value: Option<&String>) -> Option<&str> {
    value.map(|value| value.trim()).filter(|value| !value.is_empty())
}
