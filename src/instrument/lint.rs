//! What an instrument's file must hold to be used, and what is wrong where it does not.

use std::fmt;

use super::{Construct, Definition, Instrument};
use crate::scoring::standard_error;
use crate::tree::is_blank;

const MOST_ITEMS: usize = 5_000;
const MOST_CONTEXT: usize = 20;
const MOST_OPTIONS: usize = 11;
const MOST_PER_PAGE: u8 = 10;
const LONGEST_ID: usize = 64;
/// The most bytes of the version and of a sign, which a person may read in full.
const LONGEST_NOTE: usize = 2_000;

/// Why an instrument's file cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum InstrumentError {
    /// An id is empty, too long, or has characters other than `a-z 0-9 - _`.
    Id(String),
    /// The same id stands twice among things of one kind.
    Twice(String),
    /// There are too few or too many of something.
    Count {
        /// What was counted.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there may be.
        allowed: std::ops::RangeInclusive<usize>,
    },
    /// The option values do not ascend.
    OptionOrder,
    /// There must be one scale for each construct.
    ScaleCount {
        /// Which one.
        construct: Construct,
        /// How many were found.
        found: usize,
    },
    /// A cut-off, deviation or reliability is out of its range.
    Figure {
        /// Whose figure.
        construct: Construct,
        /// Which figure.
        name: &'static str,
    },
    /// An item names a facet that no scale has.
    UnknownFacet {
        /// The item.
        item: String,
        /// The facet it names.
        facet: String,
    },
    /// No item belongs to this facet.
    EmptyFacet(String),
    /// An item does not say which sign it measures.
    NoSign(String),
    /// The version, or the sign of an item, is longer than anybody would read.
    TooLong(String),
    /// The order of the short form does not name this item, or names it without there being one.
    ShortOrder(String),
    /// One changed answer could jump from clearly below a line to clearly above it.
    StepTooWide(Construct),
}

impl fmt::Display for InstrumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => {
                write!(f, "the id '{id}' is not 1 to 64 of the characters a-z, 0-9, - and _")
            }
            Self::Twice(id) => write!(f, "the id '{id}' stands twice"),
            Self::Count { what, found, allowed } => {
                write!(f, "{found} {what}: it must be {} to {}", allowed.start(), allowed.end())
            }
            Self::OptionOrder => f.write_str("the option values must rise from first to last"),
            Self::ScaleCount { construct, found } => {
                write!(f, "{found} scales measure {construct:?}: there must be exactly one")
            }
            Self::Figure { construct, name } => {
                write!(f, "the {name} of the scale for {construct:?} is out of range")
            }
            Self::UnknownFacet { item, facet } => {
                write!(f, "the item '{item}' names the facet '{facet}', which no scale has")
            }
            Self::EmptyFacet(facet) => write!(f, "the facet '{facet}' has no items"),
            Self::NoSign(item) => write!(f, "the item '{item}' does not say what sign it measures"),
            Self::TooLong(what) => write!(f, "the {what} is longer than {LONGEST_NOTE} bytes"),
            Self::ShortOrder(item) => write!(
                f,
                "the order of the short form must name every item once and nothing else: '{item}' breaks it"
            ),
            Self::StepTooWide(construct) => write!(
                f,
                "the scale for {construct:?} has too few items or options: one changed answer \
                 could jump its whole uncertain band"
            ),
        }
    }
}

impl std::error::Error for InstrumentError {}

/// Checks the file as it stands.
pub(super) fn check(definition: &Definition) -> Result<(), InstrumentError> {
    check_counts(definition)?;
    check_ids(definition)?;
    let rising = definition
        .options
        .windows(2)
        .all(|pair| matches!(pair, [lower, upper] if lower.value < upper.value));
    if !rising {
        return Err(InstrumentError::OptionOrder);
    }
    check_scales(definition)?;
    check_short_order(definition)?;
    if definition.version.len() > LONGEST_NOTE {
        return Err(InstrumentError::TooLong("version".to_owned()));
    }
    for item in &definition.items {
        if is_blank(&item.sign) {
            return Err(InstrumentError::NoSign(item.id.clone()));
        }
        if item.sign.len() > LONGEST_NOTE {
            return Err(InstrumentError::TooLong(["sign of ", &item.id].concat()));
        }
    }
    Ok(())
}

fn check_counts(definition: &Definition) -> Result<(), InstrumentError> {
    let count = |what, found, allowed: std::ops::RangeInclusive<usize>| {
        if allowed.contains(&found) {
            Ok(())
        } else {
            Err(InstrumentError::Count { what, found, allowed })
        }
    };
    let page = usize::from(definition.page_size);
    count("items a page", page, 1..=usize::from(MOST_PER_PAGE))?;
    count("response options", definition.options.len(), 2..=MOST_OPTIONS)?;
    count("items", definition.items.len(), 1..=MOST_ITEMS)?;
    count("context questions", definition.context.len(), 0..=MOST_CONTEXT)?;
    for question in &definition.context {
        count("answers to a context question", question.options.len(), 2..=MOST_OPTIONS)?;
    }
    Ok(())
}

fn check_ids(definition: &Definition) -> Result<(), InstrumentError> {
    unique(std::iter::once(&definition.id))?;
    unique(definition.options.iter().map(|option| &option.id))?;
    unique(definition.items.iter().map(|item| &item.id))?;
    unique(definition.scales.iter().flat_map(|scale| &scale.facets))?;
    unique(definition.context.iter().map(|question| &question.id))?;
    for question in &definition.context {
        unique(question.options.iter().map(|option| &option.id))?;
    }
    Ok(())
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), InstrumentError> {
    let mut ids: Vec<&String> = ids.collect();
    ids.sort_unstable();
    for id in &ids {
        let plain = |c: u8| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        if id.is_empty() || id.len() > LONGEST_ID || !id.bytes().all(plain) {
            let shown = id.chars().take(LONGEST_ID).collect();
            return Err(InstrumentError::Id(shown));
        }
    }
    match ids.windows(2).find(|pair| matches!(pair, [one, next] if one == next)) {
        Some(pair) => Err(InstrumentError::Twice(pair.iter().take(1).copied().cloned().collect())),
        None => Ok(()),
    }
}

fn check_scales(definition: &Definition) -> Result<(), InstrumentError> {
    for construct in Construct::ALL {
        let found = definition.scales.iter().filter(|scale| scale.measures == construct).count();
        if found != 1 {
            return Err(InstrumentError::ScaleCount { construct, found });
        }
    }
    for scale in &definition.scales {
        let construct = scale.measures;
        let figure = |name, good| {
            if good { Ok(()) } else { Err(InstrumentError::Figure { construct, name }) }
        };
        figure("line", scale.line > 0.0 && scale.line < 100.0)?;
        figure("deviation", scale.deviation > 0.0 && scale.deviation <= 50.0)?;
        figure("reliability", scale.reliability > 0.0 && scale.reliability < 1.0)?;
        for facet in &scale.facets {
            if !definition.items.iter().any(|item| item.facet == *facet) {
                return Err(InstrumentError::EmptyFacet(facet.clone()));
            }
        }
        if scale.facets.is_empty() {
            return Err(InstrumentError::EmptyFacet(format!("{construct:?}")));
        }
    }
    Ok(())
}

fn check_short_order(definition: &Definition) -> Result<(), InstrumentError> {
    let Some(order) = &definition.short_order else {
        return Ok(());
    };
    unique(order.iter())?;
    let items = || definition.items.iter().map(|item| &item.id);
    let unknown = order.iter().find(|id| !items().any(|item| item == *id));
    match unknown.or_else(|| items().find(|item| !order.contains(item))) {
        Some(id) => Err(InstrumentError::ShortOrder(id.clone())),
        None => Ok(()),
    }
}

/// No single step of an answer may jump the whole band around a line, however much is answered; and
/// with everything answered, a score can be clear on both sides of it.
pub(super) fn check_steps(instrument: &Instrument) -> Result<(), InstrumentError> {
    for construct in Construct::ALL {
        let scale = instrument.scale(construct);
        let error = standard_error(scale, scale.len());
        if scale.line <= error || scale.line >= 100.0 - error {
            return Err(InstrumentError::Figure { construct, name: "line" });
        }
        let fewest: usize = scale.facets.iter().map(|facet| facet.items.len().div_ceil(2)).sum();
        for answered in fewest..=scale.len() {
            let widest = f64::from(instrument.widest_step()) / f64::from(instrument.range());
            let step = 100.0 * widest / answered as f64;
            if step >= 2.0 * standard_error(scale, answered) {
                return Err(InstrumentError::StepTooWide(construct));
            }
        }
    }
    Ok(())
}
