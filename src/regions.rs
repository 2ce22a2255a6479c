//! Crisis lines and emergency numbers by region, and which region a person is probably in.

use std::fmt;

use crate::tree::{Node, TreeError, deserialize_from_tree};

/// The region that stands for everywhere else.
const ELSEWHERE: &str = "WORLD";

/// The members of the European Union; a region of their own in the list goes first.
const EUROPEAN_UNION: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// One line that a person can turn to; at least one of the ways is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Names the line.
    pub id: String,
    /// The number to call, as people write it.
    pub call: Option<String>,
    /// The number to send a text message to.
    pub text: Option<String>,
    /// A web address, as text.
    pub web: Option<String>,
    /// The day on which the source was last read, `YYYY-MM-DD`.
    pub checked: Option<String>,
    /// Where the number was read. Not served: it is for those who check the list.
    pub source: Option<String>,
}

/// What is there for people in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// An ISO 3166 country code, `EU` or `WORLD`; in a host's own list also a name of its own.
    pub id: String,
    /// What people are shown, where the locale files have no name for it.
    pub name: Option<String>,
    /// The emergency number, where it is confirmed.
    pub emergency: Option<String>,
    /// At least one line.
    pub lines: Vec<Line>,
}

/// All regions; the one for everywhere else is among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regions {
    regions: Vec<Region>,
}

/// Why the list of regions cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionsError {
    /// The region for everywhere else is missing.
    NoElsewhere,
    /// A region offers no way to reach anybody.
    NoLine(String),
}

impl fmt::Display for RegionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoElsewhere => write!(f, "the list of regions has no '{ELSEWHERE}'"),
            Self::NoLine(region) => {
                write!(f, "the region '{region}' has no line with a number or an address")
            }
        }
    }
}

impl std::error::Error for RegionsError {}

deserialize_from_tree!(Regions);

impl Line {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            id: node.field("id")?.text()?,
            call: node.field("call")?.text_if_present()?,
            text: node.field("text")?.text_if_present()?,
            web: node.field("web")?.text_if_present()?,
            checked: node.field("checked")?.text_if_present()?,
            source: node.field("source")?.text_if_present()?,
        })
    }
}

impl Region {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            id: node.field("id")?.text()?,
            name: node.field("name")?.text_if_present()?,
            emergency: node.field("emergency")?.text_if_present()?,
            lines: node.field("lines")?.list(Line::read)?,
        })
    }
}

impl Regions {
    /// Reads the list.
    ///
    /// # Errors
    /// When something in it is missing or of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self { regions: node.field("regions")?.list(Region::read)? })
    }

    /// Checks that everybody has somebody to turn to.
    ///
    /// # Errors
    /// When the region for everywhere else is missing or a region has no usable line.
    pub fn check(&self) -> Result<(), RegionsError> {
        let reaches = |line: &Line| {
            let ways = [&line.call, &line.text, &line.web];
            ways.into_iter().flatten().any(|way| !way.trim().is_empty())
        };
        match self.regions.iter().find(|region| !region.lines.iter().any(reaches)) {
            Some(region) => return Err(RegionsError::NoLine(region.id.clone())),
            None if self.position(ELSEWHERE).is_none() => return Err(RegionsError::NoElsewhere),
            None => {}
        }
        Ok(())
    }

    /// The list with those of `others` put in: each replaces the region with its id, or comes before
    /// everywhere else.
    #[must_use]
    pub fn with(mut self, others: Regions) -> Self {
        for other in others.regions {
            let known = self.position(&other.id);
            match known.and_then(|place| self.regions.get_mut(place)) {
                Some(region) => *region = other,
                None => {
                    let last = self.position(ELSEWHERE).unwrap_or(self.regions.len());
                    self.regions.insert(last, other);
                }
            }
        }
        self
    }

    /// All regions in the order of the list.
    #[must_use]
    pub fn all(&self) -> &[Region] {
        &self.regions
    }

    /// The place of the region with this id, in capitals or not.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.regions.iter().position(|region| region.id.eq_ignore_ascii_case(id))
    }

    /// The place of the region for a country code, or of the one for everywhere else.
    #[must_use]
    pub fn for_country(&self, country: &str) -> usize {
        let union = EUROPEAN_UNION.iter().any(|member| member.eq_ignore_ascii_case(country));
        self.position(country)
            .or_else(|| union.then(|| self.position("EU")).flatten())
            .or_else(|| self.position(ELSEWHERE))
            .unwrap_or(0)
    }

    /// The place of the region that the first language tag with a country in it points to.
    #[must_use]
    pub fn for_languages(&self, tags: &[String]) -> usize {
        let country = tags.iter().find_map(|tag| {
            // What follows a single letter is an extension, and its two-letter parts name no country.
            tag.split('-').skip(1).take_while(|part| part.len() > 1).find(|part| {
                part.len() == 2 && part.bytes().all(|letter| letter.is_ascii_alphabetic())
            })
        });
        self.for_country(country.unwrap_or(ELSEWHERE))
    }
}

/// The number with everything left out that a phone cannot dial.
#[must_use]
pub fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
