//! The file format of an instrument, as a program that reads JSON sees it.

use super::Construct;
use crate::tree::{Node, TreeError, deserialize_from_tree};

/// Everything an instrument's file says about what is asked and how it is scored. Words are not in
/// here: they stand in the locale files, by the ids used here.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// 1–64 characters: small letters, digits, `-` and `_`. So is every other id.
    pub id: String,
    /// The version of the content, for exports.
    pub version: String,
    /// How many items stand on one page at most, 1–10.
    pub page_size: u8,
    /// 2–11 options by ascending value.
    pub options: Vec<ResponseOption>,
    /// Exactly one for each [`Construct`].
    pub scales: Vec<ScaleDefinition>,
    /// The items in the order in which they are asked, 5,000 at most.
    pub items: Vec<ItemDefinition>,
    /// Unscored questions about the person's situation, 20 at most.
    pub context: Vec<ContextDefinition>,
    /// The ids of all items in the order in which the short form asks them, if not in that above.
    pub short_order: Option<Vec<String>>,
}

/// One of the answers that every item offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseOption {
    /// Names the option in texts and exports.
    pub id: String,
    /// Its value in the score.
    pub value: u8,
}

/// A scale and the assumptions behind its error of measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleDefinition {
    /// What the scale measures.
    pub measures: Construct,
    /// The cut-off, above 0 and below 100.
    pub line: f64,
    /// The assumed standard deviation, above 0, 50 at most.
    pub deviation: f64,
    /// The assumed reliability, above 0 and below 1.
    pub reliability: f64,
    /// The ids of the scale's parts, at least one.
    pub facets: Vec<String>,
}

/// One statement that a person rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDefinition {
    /// Names the item in texts and exports.
    pub id: String,
    /// The facet it belongs to.
    pub facet: String,
    /// Whether agreeing raises or lowers the score.
    pub keying: Keying,
    /// The sign in the founding material that this item measures.
    pub sign: String,
}

/// The direction in which an item counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keying {
    /// A higher answer raises the score.
    Direct,
    /// A higher answer lowers the score.
    Reversed,
}

/// An unscored question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextDefinition {
    /// Names the question in texts and exports.
    pub id: String,
    /// 2–11 answers.
    pub options: Vec<ContextOption>,
}

/// One answer to a context question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextOption {
    /// Names the answer in texts and exports.
    pub id: String,
    /// What the answer says that the classification or the advice listens to, if anything.
    pub means: Option<Meaning>,
}

/// What an answer to a context question can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The person does not meet other people's suffering.
    NoExposure,
    /// The amount or the conditions of the work or the caring weigh most.
    CauseLoad,
    /// Other people's suffering weighs most.
    CauseSuffering,
    /// Load and other people's suffering weigh the same.
    CauseBoth,
    /// Something else weighs most.
    CauseOther,
    /// It has gone on for more than four weeks.
    OverFourWeeks,
    /// It gets in the way of work or life a lot.
    HighImpact,
}

deserialize_from_tree!(Definition);

impl Definition {
    /// Reads the file.
    ///
    /// # Errors
    /// When something in it is missing or of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            id: node.field("id")?.text()?,
            version: node.field("version")?.text()?,
            page_size: node.field("page_size")?.byte()?,
            options: node.field("options")?.list(ResponseOption::read)?,
            scales: node.field("scales")?.list(ScaleDefinition::read)?,
            items: node.field("items")?.list(ItemDefinition::read)?,
            context: node.field("context")?.list(ContextDefinition::read)?,
            short_order: (node.field("short_order")?.present())
                .map(|node| node.list(|node| node.text()))
                .transpose()?,
        })
    }
}

impl ResponseOption {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self { id: node.field("id")?.text()?, value: node.field("value")?.byte()? })
    }
}

impl ScaleDefinition {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            measures: Construct::read(&node.field("measures")?)?,
            line: node.field("line")?.number()?,
            deviation: node.field("deviation")?.number()?,
            reliability: node.field("reliability")?.number()?,
            facets: node.field("facets")?.list(|node| node.text())?,
        })
    }
}

impl Construct {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let names = [
            ("burnout", Construct::Burnout),
            ("compassion_fatigue", Construct::CompassionFatigue),
            ("tiredness", Construct::Tiredness),
        ];
        node.choice(&names, "burnout, compassion_fatigue or tiredness")
    }
}

impl ItemDefinition {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let keyings = [("direct", Keying::Direct), ("reversed", Keying::Reversed)];
        Ok(Self {
            id: node.field("id")?.text()?,
            facet: node.field("facet")?.text()?,
            keying: node.field("keying")?.choice(&keyings, "direct or reversed")?,
            sign: node.field("sign")?.text()?,
        })
    }
}

impl ContextDefinition {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            id: node.field("id")?.text()?,
            options: node.field("options")?.list(ContextOption::read)?,
        })
    }
}

impl ContextOption {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            id: node.field("id")?.text()?,
            means: node.field("means")?.present().map(|node| Meaning::read(&node)).transpose()?,
        })
    }
}

impl Meaning {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let names = [
            ("no_exposure", Meaning::NoExposure),
            ("cause_load", Meaning::CauseLoad),
            ("cause_suffering", Meaning::CauseSuffering),
            ("cause_both", Meaning::CauseBoth),
            ("cause_other", Meaning::CauseOther),
            ("over_four_weeks", Meaning::OverFourWeeks),
            ("high_impact", Meaning::HighImpact),
        ];
        node.choice(
            &names,
            "no_exposure, cause_load, cause_suffering, cause_both, cause_other, over_four_weeks or \
             high_impact",
        )
    }
}
