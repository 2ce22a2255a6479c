//! The border to programs in JavaScript: a definition and answers in, scores out, by the same core as the self-check.
//! What the package around it adds stands in `www/engine`.

use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

#[cfg(feature = "bench")]
use crate::bench::{Bench, BenchMsg, BenchProps};
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

/// The running bench.
#[cfg(feature = "bench")]
#[wasm_bindgen]
pub struct Workbench {
    bench: yew::AppHandle<Bench>,
}

#[cfg(feature = "bench")]
#[wasm_bindgen]
impl Workbench {
    /// Starts the bench inside `root`. `show` is called with each file that can be used, as text.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, text: String, show: js_sys::Function) -> Self {
        let show = yew::Callback::from(move |text: String| {
            // A preview that fails must not stop the bench.
            show.call1(&JsValue::NULL, &JsValue::from_str(&text)).ok();
        });
        let parse = yew::Callback::from(|text: String| parse(&text));
        let props = BenchProps { parse, show, text };
        Self { bench: yew::Renderer::<Bench>::with_root_and_props(root, props).render() }
    }

    /// Puts another file in the place of the one that is there.
    pub fn open(&self, text: String) {
        self.bench.send_message(BenchMsg::Typed(text));
    }
}

/// The browser's own reader of JSON says where a text is broken.
#[cfg(feature = "bench")]
fn parse(text: &str) -> Result<Tree, String> {
    let value = js_sys::JSON::parse(text).map_err(|error| {
        let error = js_sys::Error::from(error);
        String::from(error.message())
    })?;
    from_value(value).map_err(|error| error.to_string())
}
