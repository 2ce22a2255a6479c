//! What is asked: the definition format of an instrument, and the lints every instrument must pass.
//!
//! The built-in instrument is a JSON file in this format and takes the same way in as one a clinic
//! brings: [`Definition`] is what the file says, [`Instrument`] is a definition that passed. It may
//! have any scales; those that make a profile fill the [`Roles`] of one.

mod definition;
mod ids;
mod key;
mod lint;
mod meaning;
mod mistake;
mod option_set;
mod packed;
mod part;
mod profile;
mod reader;
mod scale;
mod steps;

pub use definition::{
    BlockDefinition, ContextDefinition, ContextOption, Credit, Definition, ItemDefinition,
    ItemName, Keying, Parts, ProfileDefinition, RoleDefinition, ScaleDefinition, SignDefinition,
    Vector, When,
};
pub use key::Margins;
pub use meaning::{ItemMeaning, Meaning, SignMeaning};
pub use mistake::{InstrumentError, Mistake};
pub use option_set::{OptionSet, ResponseOption};
pub use part::{Part, PartSet};
pub use profile::{Construct, Filled, PerConstruct, Profiled, RaisedPart, Roles};
pub use scale::{Band, Direction, Facet, MadeOf, Method, Minimum, Norm, Precision, Scale};

pub(crate) use ids::Ids;
pub(crate) use key::{FacetKey, Key, Place};
#[cfg(feature = "any")]
pub(crate) use lint::no;
pub(crate) use mistake::Mistakes;
pub(crate) use profile::Said;

/// Whether any instrument can be brought. Without, the built-in one is taken at its word: the build has
/// linted it. The engine of the integration mode is always the one that can, so what that mode alone has
/// depends on this too.
pub(crate) const ANY: bool = cfg!(feature = "any");

use std::ops::Range;

/// One statement that a person rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Names the item in texts and exports.
    pub id: String,
    /// Position of the option set that it offers in [`Instrument::option_sets`].
    pub set: usize,
    /// Whether agreeing raises or lowers the score.
    pub keying: Keying,
    /// How often it counts, 1–100.
    pub weight: u8,
    /// The sign that this item measures, where the file says.
    pub sign: Option<String>,
    /// An answer with this value or a higher one opens the help card.
    pub alert: Option<i16>,
    /// Position of the block that it stands in, in [`Instrument::blocks`].
    pub block: Option<usize>,
    /// Whether it is asked only of those to whom it is offered.
    pub bank: bool,
    /// What an answer to it tells beside the score, if anything.
    pub means: Option<ItemMeaning>,
}

/// An instrument that passed every lint.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    id: String,
    version: String,
    credit: Credit,
    option_sets: Vec<OptionSet>,
    items: Vec<Item>,
    scales: Vec<Scale>,
    context: Vec<ContextDefinition>,
    roles: Option<Roles>,
    asks_role: bool,
    blocks: Vec<BlockDefinition>,
    signs: Vec<SignDefinition>,
}

impl Instrument {
    /// Names the instrument in texts and exports.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The version of the instrument's content.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Where the instrument comes from and what may be done with it.
    #[must_use]
    pub fn credit(&self) -> &Credit {
        &self.credit
    }

    /// The option sets; at least one.
    #[must_use]
    pub fn option_sets(&self) -> &[OptionSet] {
        &self.option_sets
    }

    /// The options that an item offers.
    #[must_use]
    pub fn options(&self, item: usize) -> &[ResponseOption] {
        self.option_set(item).map_or(&[], |set| &set.options)
    }

    fn option_set(&self, item: usize) -> Option<&OptionSet> {
        self.option_sets.get(self.items.get(item)?.set)
    }

    /// The scored items in the order in which they are asked.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The scales in the order of the file; at least one.
    #[must_use]
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// The unscored questions about the person's situation.
    #[must_use]
    pub fn context(&self) -> &[ContextDefinition] {
        &self.context
    }

    /// Which scales make the profile, if they make one.
    #[must_use]
    pub fn profiled(&self) -> Option<Profiled<'_>> {
        Profiled::new(self)
    }

    /// Whether people are asked in which role they help.
    #[must_use]
    pub fn asks_role(&self) -> bool {
        self.asks_role
    }

    /// The blocks of the items, in the order in which they are asked; often none.
    #[must_use]
    pub fn blocks(&self) -> &[BlockDefinition] {
        &self.blocks
    }

    /// The signs that may be ticked; often none. They are in no score.
    #[must_use]
    pub fn signs(&self) -> &[SignDefinition] {
        &self.signs
    }

    /// The positions of the items that are asked of everybody: those of the bank stand after them.
    #[must_use]
    pub fn core(&self) -> Range<usize> {
        // The bank stands last.
        0..self.items.partition_point(|item| !item.bank)
    }

    /// What an answer to `item` adds to its scales, from 0 to the range of its options; a higher one
    /// means more of what the scale measures.
    ///
    /// `None` when there is no such item or no such option.
    #[must_use]
    pub fn keyed(&self, item: usize, option: u8) -> Option<u32> {
        let set = self.option_set(item)?;
        let value = set.options.get(usize::from(option))?.value;
        let (low, high) = set.span();
        Some(u32::from(match self.items.get(item)?.keying {
            Keying::Direct => value.abs_diff(low),
            Keying::Reversed => high.abs_diff(value),
        }))
    }

    /// Whether an answer to `item` must open the help card.
    #[must_use]
    pub fn alerts(&self, item: usize, option: u8) -> bool {
        let chosen = self.options(item).get(usize::from(option));
        let alert = self.items.get(item).and_then(|item| item.alert);
        alert.zip(chosen).is_some_and(|(from, option)| option.value >= from)
    }
}

impl Instrument {
    /// The instrument of a definition, and what is wrong with that. It is of use only where nothing is.
    pub(crate) fn linted(definition: &Definition, mistakes: &mut Mistakes) -> Self {
        if !ANY {
            return Self::build(definition);
        }
        if !lint::is_bounded(definition, mistakes) {
            let none = Definition { items: Vec::new(), scales: Vec::new(), ..definition.clone() };
            return Self::build(&none);
        }
        let instrument = Self::build(definition);
        lint::check(definition, &instrument, mistakes);
        // Only a file without mistakes can be asked whether a step leads from one clear profile to another.
        if mistakes.is_empty() {
            steps::check(&instrument, definition, mistakes);
        }
        instrument
    }

    /// Joins the parts of a definition in which every id is known.
    fn build(definition: &Definition) -> Self {
        let set = |name: Option<&String>| {
            let named =
                |name: &String| definition.option_sets.iter().position(|set| set.id == *name);
            name.and_then(named).unwrap_or(0)
        };
        let items: Vec<Item> = (definition.items.iter())
            .map(|item| Item {
                id: item.id.clone(),
                set: set(item.options.as_ref()),
                keying: item.keying,
                weight: item.weight,
                sign: item.sign.clone(),
                alert: item.alert,
                block: (item.block.as_ref())
                    .and_then(|name| definition.blocks.iter().position(|each| each.id == *name)),
                bank: item.bank,
                means: item.means,
            })
            .collect();
        let ids = Ids::new(&mut items.iter().map(|item| item.id.as_str()));
        let scales: Vec<Scale> = (definition.scales.iter())
            .map(|scale| Scale::build(scale, definition, &items, &ids))
            .collect();
        Self {
            roles: Roles::build(definition, &items, &scales),
            asks_role: definition.asks_role.unwrap_or(definition.profile.is_some()),
            items,
            scales,
            id: definition.id.clone(),
            version: definition.version.clone(),
            credit: definition.credit.clone(),
            option_sets: definition.option_sets.clone(),
            context: definition.context.clone(),
            blocks: definition.blocks.clone(),
            signs: definition.signs.clone(),
        }
    }
}
