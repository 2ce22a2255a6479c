//! What an instrument's file says.

use super::{Band, Direction, InstrumentError, Method, Minimum, Mistakes, Norm, OptionSet};
use super::{ItemMeaning, Margins, Meaning, Precision, RaisedPart, SignMeaning};
use crate::date::Date;
use crate::tree::{Node, deserialize_from_tree};

/// Everything an instrument's file says about what is asked and how it is scored. The words are not in
/// here: they stand beside it under `text`, or in the locale files, by the ids used here.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// 1–64 characters: small letters, digits, `-` and `_`. So is every other id.
    pub id: String,
    /// The version of the content, for exports.
    pub version: String,
    /// Where it comes from.
    pub credit: Credit,
    /// Whether people are asked in which role they help; where the file does not say, that depends on
    /// whether there is a profile.
    pub asks_role: Option<bool>,
    /// At least one.
    pub option_sets: Vec<OptionSet>,
    /// The blocks of the items, in the order in which they are asked, 20 at most.
    pub blocks: Vec<BlockDefinition>,
    /// The items in the order in which they are asked, 5,000 at most.
    pub items: Vec<ItemDefinition>,
    /// At least one, 50 at most.
    pub scales: Vec<ScaleDefinition>,
    /// Signs to tick, in no score, 40 at most.
    pub signs: Vec<SignDefinition>,
    /// Unscored questions about the person's situation, 20 at most.
    pub context: Vec<ContextDefinition>,
    /// Which scales fill which roles, if they make a profile.
    pub profile: Option<ProfileDefinition>,
    /// Answers with the scores and bands that they must come to.
    pub tests: Vec<Vector>,
}

/// Where an instrument comes from and what may be done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// What the instrument is called.
    pub title: Option<String>,
    /// Who made it.
    pub author: Option<String>,
    /// Where it was published.
    pub citation: Option<String>,
    /// On which terms it may be used.
    pub terms: Option<String>,
    /// Who holds the licence: the clinic or study that may show the words.
    pub holder: Option<String>,
    /// The last day on which it may be used, where there is one.
    pub expires: Option<Date>,
    /// The line that those terms want to be shown.
    pub line: Option<String>,
    /// Where it was shown that it measures what it should; `None` where it was not.
    pub validated: Option<String>,
}

/// One statement that a person rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDefinition {
    /// Names the item in texts and exports.
    pub id: String,
    /// The option set that it offers; where there is one set alone it need not be named.
    pub options: Option<String>,
    /// Whether agreeing raises or lowers the score.
    pub keying: Keying,
    /// How often it counts, 1–100.
    pub weight: u8,
    /// The sign that this item measures, where the file says.
    pub sign: Option<String>,
    /// An answer with this value or a higher one opens the help card.
    pub alert: Option<i16>,
    /// The block that it stands in, where there are blocks.
    pub block: Option<String>,
    /// Whether it is asked only of those to whom it is offered.
    pub bank: bool,
    /// What an answer to it tells beside the score, if anything.
    pub means: Option<ItemMeaning>,
}

/// Items that are asked together, with one look-back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockDefinition {
    /// Names the block in texts.
    pub id: String,
}

/// A sign that may be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignDefinition {
    /// Names the sign in texts and exports.
    pub id: String,
    /// Names the heading under which it stands.
    pub domain: String,
    /// What it tells that the result listens to, if anything.
    pub means: Option<SignMeaning>,
}

/// The direction in which an item counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keying {
    /// A higher answer raises the score.
    #[default]
    Direct,
    /// A higher answer lowers the score.
    Reversed,
}

/// What a scale is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Items alone, by their ids.
    Items(Vec<String>),
    /// Facets, each with its id and the ids of its items.
    Facets(Vec<(String, Vec<String>)>),
    /// Other scales, by their ids: it is a total.
    Scales(Vec<String>),
}

/// A scale: what it is made of and how it is scored.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleDefinition {
    /// Names the scale in texts and exports.
    pub id: String,
    /// What it is made of.
    pub parts: Parts,
    /// How answers become a score.
    pub method: Option<Method>,
    /// What a high score says.
    pub direction: Direction,
    /// How much must be answered.
    pub minimum: Minimum,
    /// How exact a score is, where that is known or assumed.
    pub precision: Option<Precision>,
    /// What was found among other people.
    pub norm: Option<Norm>,
    /// Labelled bands, from the lowest to the highest; the first begins at the lowest score.
    pub bands: Vec<Band>,
}

/// An unscored question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextDefinition {
    /// Names the question in texts and exports.
    pub id: String,
    /// Whether it comes before the statements or after them.
    pub when: When,
    /// 2–11 answers.
    pub options: Vec<ContextOption>,
}

/// When a question about the situation is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// Before the statements.
    #[default]
    Before,
    /// After the statements and the signs.
    After,
}

/// One answer to a context question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextOption {
    /// Names the answer in texts and exports.
    pub id: String,
    /// What the answer says that the profile or the advice listens to, if anything.
    pub means: Option<Meaning>,
}

/// A scale in a role of the profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleDefinition {
    /// The id of the scale.
    pub scale: String,
    /// The line, above 0 and below 100.
    pub line: f64,
    /// How far from it a score is clear; of a strain alone.
    pub margins: Margins,
    /// By the name of a part the id of the facet that is it.
    pub parts: Vec<(String, String)>,
}

/// Which scales fill which roles.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileDefinition {
    /// The scale for burnout.
    pub burnout: RoleDefinition,
    /// The scale for compassion fatigue.
    pub compassion_fatigue: RoleDefinition,
    /// The scale for tiredness.
    pub tired: RoleDefinition,
    /// The scale for how far rest restores.
    pub recovery: Option<RoleDefinition>,
    /// The id of the scale for what carries a person.
    pub carries: Option<String>,
    /// The lines for single parts.
    pub raised_part: Option<RaisedPart>,
}

/// Answers of one person, and what they must come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    /// By item: its id, or its position where the file lists the answers in the order of the items.
    pub answers: Vec<(ItemName, f64)>,
    /// By the id of the scale the score, or none where too little is answered.
    pub scores: Vec<(String, Option<f64>)>,
    /// By the id of the scale the id of the band, or none where there is no score.
    pub bands: Vec<(String, Option<String>)>,
}

/// How a test names an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemName {
    /// By its id.
    Id(String),
    /// By its position among the items.
    Place(usize),
}

deserialize_from_tree!(Definition);

impl Credit {
    /// What whoever shows the instrument is told once its licence has run out; `today` is their day. People who
    /// answer are told nothing of it.
    #[must_use]
    pub fn expired(&self, today: &Date) -> Option<String> {
        let expires = self.expires.as_ref().filter(|expires| *expires < today)?;
        let holder = self.holder.as_ref().map(|holder| [" of ", holder].concat());
        let (holder, day) = (holder.unwrap_or_default(), expires.as_str());
        Some(
            ["the licence", &holder, " ended on ", day, ": renew it, or take the questions off"]
                .concat(),
        )
    }
}

impl Definition {
    /// Reads the file.
    ///
    /// # Errors
    /// With everything that is missing, unknown or of the wrong kind, each with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, InstrumentError> {
        let mut mistakes = Mistakes::default();
        let definition = Self::collect(node, &mut mistakes);
        mistakes.finish(definition)
    }

    /// The option set that an item offers.
    pub(super) fn set_of(&self, item: &ItemDefinition) -> Option<&OptionSet> {
        match &item.options {
            Some(name) => self.option_sets.iter().find(|set| set.id == *name),
            None => self.option_sets.first().filter(|_| self.option_sets.len() == 1),
        }
    }
}

impl Parts {
    /// The ids of its own items, facet by facet; none for a total.
    pub(super) fn each(&self) -> Vec<&[String]> {
        match self {
            Self::Items(ids) => vec![ids],
            Self::Facets(facets) => facets.iter().map(|(_, ids)| ids.as_slice()).collect(),
            Self::Scales(_) => Vec::new(),
        }
    }

    /// The ids of its own items; none for a total, whose items are those of other scales.
    pub(super) fn items(&self) -> Vec<String> {
        match self {
            Self::Items(ids) => ids.clone(),
            Self::Facets(facets) => facets.iter().flat_map(|(_, ids)| ids.clone()).collect(),
            Self::Scales(_) => Vec::new(),
        }
    }
}
