//! The border to programs in JavaScript: a definition and answers in, scores out, by the same core as the self-check.
//! What the package around it adds stands in `www/engine`.

#[cfg(feature = "bench")]
mod workbench;

use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

use crate::instrument;
use crate::loading;
use crate::scored::{Scored, given};
use crate::tree::{Node, Tree};

/// An instrument that answers are scored by.
#[wasm_bindgen(skip_typescript)]
pub struct Instrument {
    instrument: instrument::Instrument,
}

#[wasm_bindgen]
impl Instrument {
    /// Reads the definition of an instrument, with or without its words, and tries the tests that it brings.
    ///
    /// # Errors
    /// With everything that is wrong in it, each with its place and how to mend it.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: JsValue) -> Result<Instrument, JsError> {
        let tree = tree(definition, "the definition")?;
        Ok(Self { instrument: loading::instrument(&Node::new(&tree))? })
    }

    /// Scores the answers of one person, as [`given`] reads them; what comes back is a [`Scored`].
    ///
    /// # Errors
    /// With every answer that this instrument does not ask for or offer.
    pub fn score(&self, responses: JsValue) -> Result<JsValue, JsError> {
        let responses = given(&self.instrument, &tree(responses, "the responses")?)?;
        let scored = Scored::new(&self.instrument, &responses);
        // What is missing is null, as in JSON; and a scale is read by its id.
        Ok(scored.serialize(&Serializer::json_compatible().serialize_missing_as_null(true))?)
    }
}

/// Scores the answers of one person, for a program that does so once.
///
/// # Errors
/// When the definition or the answers cannot be used.
#[wasm_bindgen(skip_typescript)]
pub fn score(definition: JsValue, responses: JsValue) -> Result<JsValue, JsError> {
    Instrument::new(definition)?.score(responses)
}

fn tree(value: JsValue, what: &str) -> Result<Tree, JsError> {
    from_value(value).map_err(|error| JsError::new(&format!("{what} cannot be read: {error}")))
}
