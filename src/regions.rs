//! Crisis lines and emergency numbers by region, and which region a person is probably in.

mod line;

use std::fmt;

pub use line::{Line, dialled};

use crate::tree::{Node, TreeError, deserialize_from_tree, is_blank, shortened};
use line::{is_a_year_ago, number, words};

/// The region that stands for everywhere else.
const ELSEWHERE: &str = "WORLD";
/// The one for members of the European Union that have none of their own.
const UNION: &str = "EU";

/// More regions than there are countries are a mistake, and more lines in one than anybody can choose from too.
const MOST_REGIONS: usize = 300;
const MOST_LINES: usize = 20;
/// The most characters that a name, a number or an address may have.
const LONGEST_ENTRY: usize = 200;

/// The members of the European Union; a region of their own in the list goes first.
const EUROPEAN_UNION: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

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
    /// A region has no id.
    NoId,
    /// There are more regions, or more lines in one, than anybody could look through.
    TooMany,
    /// Something in a region is longer than a name, a number or an address is.
    TooLong(String),
    /// The lines of a region were last checked on this day, more than twelve months ago.
    Old(String, String),
}

impl fmt::Display for RegionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoElsewhere => write!(f, "the list of regions has no '{ELSEWHERE}'"),
            Self::NoLine(region) => {
                write!(f, "the region '{region}' has no line with a number or an address")
            }
            Self::NoId => f.write_str("a region has no id"),
            Self::TooMany => write!(
                f,
                "there are too many: {MOST_REGIONS} regions are the most, and {MOST_LINES} lines in each"
            ),
            Self::TooLong(region) => {
                write!(f, "the region '{region}' has a text longer than {LONGEST_ENTRY} characters")
            }
            Self::Old(region, day) => write!(
                f,
                "the lines of the region '{region}' were last checked on {day}, more than twelve months ago: \
                 take a newer release, or bring your own by the attribute regions"
            ),
        }
    }
}

impl std::error::Error for RegionsError {}

deserialize_from_tree!(Regions);

impl Region {
    fn is_too_long(&self) -> bool {
        let own = [&self.name, &self.emergency].into_iter().flatten().chain([&self.id]);
        let mut all = own.chain(self.lines.iter().flat_map(Line::shown));
        all.any(|text| text.chars().count() > LONGEST_ENTRY)
    }

    /// The line for somebody who wants to talk at once: one that is open day and night before others, and of
    /// those one that speaks this language, named in itself.
    #[must_use]
    pub fn now(&self, language: &str) -> Option<&Line> {
        let ways: [fn(&Line) -> bool; 3] =
            [Line::can_be_called_now, |line| line.call.is_some(), Line::reaches];
        let lines = self.spoken(language);
        ways.into_iter().find_map(|way| lines.iter().find(|line| way(line)).copied())
    }

    /// Its lines, those that speak this language first.
    // Inlined it would be paid for at each of its places.
    #[inline(never)]
    #[must_use]
    pub fn spoken(&self, language: &str) -> Vec<&Line> {
        let mut lines: Vec<&Line> = Vec::new();
        for speaks in [true, false] {
            lines.extend(self.lines.iter().filter(|line| line.speaks(language) == speaks));
        }
        lines
    }

    /// Whether it stands for many countries.
    #[must_use]
    pub fn is_of_many(&self) -> bool {
        [ELSEWHERE, UNION].contains(&self.id.as_str())
    }

    /// The day of the check that lies furthest back.
    #[must_use]
    pub fn checked(&self) -> Option<&str> {
        self.lines.iter().filter_map(|line| line.checked.as_deref()).min()
    }

    /// Checks that no check lies more than twelve months back, seen from a day as `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When one does.
    pub fn check_age(&self, today: &str) -> Result<(), RegionsError> {
        match self.checked().filter(|day| is_a_year_ago(day, today)) {
            Some(day) => Err(RegionsError::Old(self.called(), day.to_owned())),
            None => Ok(()),
        }
    }

    /// Its id as an error shows it.
    fn called(&self) -> String {
        shortened(&self.id)
    }

    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            id: node.field("id")?.text()?,
            name: words(node, "name")?,
            emergency: number(node, "emergency")?,
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

    /// Checks that everybody has somebody to turn to, and nobody too much to read.
    ///
    /// # Errors
    /// When the region for everywhere else is missing, a region has no usable line, or there is more
    /// of something than there may be.
    pub fn check(&self) -> Result<(), RegionsError> {
        if self.regions.iter().any(|region| is_blank(&region.id)) {
            return Err(RegionsError::NoId);
        }
        let crowded = |region: &Region| region.lines.len() > MOST_LINES;
        if self.regions.len() > MOST_REGIONS || self.regions.iter().any(crowded) {
            return Err(RegionsError::TooMany);
        }
        if let Some(region) = self.regions.iter().find(|region| region.is_too_long()) {
            return Err(RegionsError::TooLong(region.called()));
        }
        match self.regions.iter().find(|region| !region.lines.iter().any(Line::reaches)) {
            Some(region) => Err(RegionsError::NoLine(region.called())),
            None if self.position(ELSEWHERE).is_none() => Err(RegionsError::NoElsewhere),
            None => Ok(()),
        }
    }

    /// The list with those of `others` put in: each replaces the region with its id, or comes before
    /// everywhere else. One that the locale files cannot name goes by its own name, or else by its id.
    #[must_use]
    pub fn with(mut self, others: Regions) -> Self {
        for mut other in others.regions {
            let known = self.position(&other.id);
            match known.and_then(|place| self.regions.get_mut(place)) {
                Some(region) => {
                    // The locale files name it by the id as it is written here.
                    other.id.clone_from(&region.id);
                    other.name = other.name.or(region.name.take());
                    *region = other;
                }
                None => {
                    other.name = other.name.or_else(|| Some(other.id.clone()));
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

    /// The address of the directory of lines everywhere, where the list has one.
    #[must_use]
    pub fn directory(&self) -> Option<&str> {
        let elsewhere = self.regions.get(self.position(ELSEWHERE)?)?;
        elsewhere.lines.iter().find_map(|line| line.web.as_deref())
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
            .or_else(|| union.then(|| self.position(UNION)).flatten())
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
