//! What is asked: the definition format of an instrument, and the lints every instrument must pass.
//!
//! The built-in instrument is a JSON file in this format and takes the same way in as one a clinic
//! brings: [`Definition`] is what the file says, [`Instrument`] is a definition that passed.

mod definition;
mod lint;

pub use definition::{
    ContextDefinition, ContextOption, Definition, ItemDefinition, Keying, Meaning, ResponseOption,
    ScaleDefinition,
};
pub use lint::InstrumentError;

use crate::tree::shortened;

/// What a scale measures. Every instrument has one scale for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construct {
    /// Exhaustion from work or caring itself, distance from it, lowered effectiveness.
    Burnout,
    /// Secondary traumatic stress: the strain of taking in other people's suffering.
    CompassionFatigue,
    /// Everyday tiredness that rest restores.
    Tiredness,
}

impl Construct {
    /// All of them, in the order in which an [`Instrument`] holds their scales.
    pub const ALL: [Construct; 3] =
        [Construct::Burnout, Construct::CompassionFatigue, Construct::Tiredness];
}

/// Statements that form one part of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// Names the facet in texts and exports.
    pub id: String,
    /// Positions in [`Instrument::items`], never empty.
    pub items: Vec<usize>,
}

/// A set of facets that are scored together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// What the scale measures.
    pub construct: Construct,
    /// The cut-off between the ordinary and the raised range, 0–100.
    pub line: f64,
    /// The assumed standard deviation of scores among people asked, in points of 0–100.
    pub deviation: f64,
    /// The assumed reliability of the full scale, above 0 and below 1.
    pub reliability: f64,
    /// Never empty.
    pub facets: Vec<Facet>,
}

impl Scale {
    /// How many items the scale has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facets.iter().map(|facet| facet.items.len()).sum()
    }

    /// Always false: a scale without items does not pass the lints.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The positions of the scale's items, facet after facet.
    pub fn items(&self) -> impl Iterator<Item = usize> + '_ {
        self.facets.iter().flat_map(|facet| facet.items.iter().copied())
    }
}

/// One statement that a person rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Names the item in texts and exports.
    pub id: String,
    /// What it measures.
    pub construct: Construct,
    /// Whether agreeing raises or lowers the score.
    pub keying: Keying,
    /// The sign in the founding material that this item measures.
    pub sign: String,
}

/// An instrument that passed every lint.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    id: String,
    version: String,
    options: Vec<ResponseOption>,
    items: Vec<Item>,
    scales: [Scale; 3],
    context: Vec<ContextDefinition>,
    page_size: usize,
    short_order: Vec<usize>,
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

    /// The response options, by ascending value; at least two.
    #[must_use]
    pub fn options(&self) -> &[ResponseOption] {
        &self.options
    }

    /// The scored items in the order in which they are asked.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The unscored questions about the person's situation.
    #[must_use]
    pub fn context(&self) -> &[ContextDefinition] {
        &self.context
    }

    /// The scale of one construct.
    #[must_use]
    pub fn scale(&self, construct: Construct) -> &Scale {
        let [burnout, compassion_fatigue, tiredness] = &self.scales;
        match construct {
            Construct::Burnout => burnout,
            Construct::CompassionFatigue => compassion_fatigue,
            Construct::Tiredness => tiredness,
        }
    }

    /// How many items stand on one page at most.
    #[must_use]
    pub fn page_size(&self) -> usize {
        self.page_size
    }

    /// The positions of all items in the order in which the short form asks them.
    #[must_use]
    pub fn short_order(&self) -> &[usize] {
        &self.short_order
    }

    /// What an answer to `item` adds to its scale, 0–[`Instrument::range`]; higher is more strain.
    ///
    /// `None` when there is no such item or no such option.
    #[must_use]
    pub fn keyed(&self, item: usize, option: u8) -> Option<u32> {
        let value = self.options.get(usize::from(option))?.value;
        let (low, high) = (self.options.first()?.value, self.options.last()?.value);
        Some(match self.items.get(item)?.keying {
            Keying::Direct => u32::from(value - low),
            Keying::Reversed => u32::from(high - value),
        })
    }

    /// The distance between the lowest and the highest option value, at least 1.
    #[must_use]
    pub fn range(&self) -> u32 {
        match (self.options.first(), self.options.last()) {
            (Some(low), Some(high)) => u32::from(high.value - low.value),
            _ => 1,
        }
    }

    /// The largest distance between two neighbouring options, at least 1.
    #[must_use]
    pub fn widest_step(&self) -> u32 {
        self.options.windows(2).fold(1, |widest, pair| match pair {
            [lower, upper] => widest.max(u32::from(upper.value - lower.value)),
            _ => widest,
        })
    }
}

impl TryFrom<Definition> for Instrument {
    type Error = InstrumentError;

    fn try_from(definition: Definition) -> Result<Self, InstrumentError> {
        lint::check(&definition)?;
        let items = definition
            .items
            .iter()
            .map(|item| {
                let construct = definition
                    .scales
                    .iter()
                    .find(|scale| scale.facets.contains(&item.facet))
                    .map(|scale| scale.measures)
                    .ok_or_else(|| InstrumentError::UnknownFacet {
                        item: item.id.clone(),
                        facet: shortened(&item.facet),
                    })?;
                Ok(Item {
                    id: item.id.clone(),
                    construct,
                    keying: item.keying,
                    sign: item.sign.clone(),
                })
            })
            .collect::<Result<Vec<_>, InstrumentError>>()?;
        let build = |construct| {
            let scale = definition
                .scales
                .iter()
                .find(|scale| scale.measures == construct)
                .ok_or(InstrumentError::ScaleCount { construct, found: 0 })?;
            Ok(Scale {
                construct,
                line: scale.line,
                deviation: scale.deviation,
                reliability: scale.reliability,
                facets: scale
                    .facets
                    .iter()
                    .map(|facet| Facet {
                        id: facet.clone(),
                        items: (definition.items.iter().enumerate())
                            .filter(|(_, item)| item.facet == *facet)
                            .map(|(position, _)| position)
                            .collect(),
                    })
                    .collect(),
            })
        };
        let [burnout, compassion_fatigue, tiredness] = Construct::ALL;
        let short_order = match &definition.short_order {
            Some(order) => (order.iter())
                .filter_map(|id| definition.items.iter().position(|item| item.id == *id))
                .collect(),
            None => (0..definition.items.len()).collect(),
        };
        let instrument = Instrument {
            scales: [build(burnout)?, build(compassion_fatigue)?, build(tiredness)?],
            id: definition.id,
            version: definition.version,
            options: definition.options,
            items,
            context: definition.context,
            page_size: usize::from(definition.page_size),
            short_order,
        };
        lint::check_steps(&instrument)?;
        Ok(instrument)
    }
}
