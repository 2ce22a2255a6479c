//! An instrument that a host brings together with its words, in one file.

use super::checked;
use crate::instrument::{Definition, Instrument, InstrumentError, Mistakes};
use crate::locale::{InstrumentText, Texts};
use crate::tree::{Node, Tree};

/// Reads a file that brings an instrument together with its words.
///
/// # Errors
/// With everything that is wrong in structure and words, each with its place and how to mend it.
///
/// ```
/// use burnout_screener::loading::brought;
/// use burnout_screener::tree::Tree;
///
/// let error = brought(&Tree::Null).unwrap_err().to_string();
/// assert!(error.contains("must be an object"), "{error}");
/// ```
pub fn brought(file: &Tree) -> Result<(Instrument, Texts), InstrumentError> {
    let node = Node::new(file);
    let mut mistakes = Mistakes::default();
    let definition = Definition::collect(&node, &mut mistakes);
    let instrument = checked(&definition, &mut mistakes);
    let texts = match node.field("text").ok().and_then(Node::present) {
        Some(text) => {
            let text = InstrumentText::collect(&text, &mut mistakes);
            Texts::join(&instrument, &text, &mut mistakes)
        }
        None => {
            mistakes.add("text", "must be there: the words of this instrument, by its ids");
            Texts::default()
        }
    };
    mistakes.finish((instrument, texts))
}
