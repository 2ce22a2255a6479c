//! How a file becomes an instrument that may be used: it is read and linted, joined to its words, and held
//! against the tests that it brings. Whatever is wrong is told all at once.

#[cfg(feature = "any")]
mod brought;
#[cfg(feature = "any")]
mod vectors;

#[cfg(feature = "any")]
pub use brought::brought;

use serde::{Deserialize, Deserializer, de};

use crate::instrument::{Definition, Instrument, InstrumentError, Mistakes};
use crate::tree::{Node, Tree};

/// Reads the structure of an instrument, whose words stand elsewhere.
///
/// # Errors
/// With everything that is wrong in the file, each with its place and how to mend it.
pub fn instrument(node: &Node<'_>) -> Result<Instrument, InstrumentError> {
    let mut mistakes = Mistakes::default();
    let definition = Definition::collect(node, &mut mistakes);
    let instrument = checked(&definition, &mut mistakes);
    mistakes.finish(instrument)
}

/// The instrument of a definition. Its own tests are tried where nothing else is wrong.
fn checked(definition: &Definition, mistakes: &mut Mistakes) -> Instrument {
    let instrument = Instrument::linted(definition, mistakes);
    #[cfg(feature = "any")]
    if mistakes.is_empty() {
        vectors::check(&instrument, definition, mistakes);
    }
    instrument
}

impl TryFrom<Definition> for Instrument {
    type Error = InstrumentError;

    fn try_from(definition: Definition) -> Result<Self, InstrumentError> {
        let mut mistakes = Mistakes::default();
        let instrument = checked(&definition, &mut mistakes);
        mistakes.finish(instrument)
    }
}

/// Lets any reader of JSON read an instrument.
impl<'de> Deserialize<'de> for Instrument {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let tree = Tree::deserialize(source)?;
        instrument(&Node::new(&tree)).map_err(de::Error::custom)
    }
}
