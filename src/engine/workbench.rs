//! The border of the bench for authors: its page hands files in, and is told each one that can be used.

use js_sys::{Error, Function, JSON};
use serde_wasm_bindgen::from_value;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::bench::{Bench, BenchMsg, BenchProps};
use crate::tree::Tree;

/// The running bench.
#[wasm_bindgen]
pub struct Workbench {
    bench: AppHandle<Bench>,
}

#[wasm_bindgen]
impl Workbench {
    /// Starts the bench inside `root`. `show` is called with each file that can be used, as text.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, text: String, show: Function) -> Self {
        let show = Callback::from(move |text: String| {
            // A preview that fails must not stop the bench.
            show.call1(&JsValue::NULL, &JsValue::from_str(&text)).ok();
        });
        let parse = Callback::from(|text: String| parse(&text));
        let props = BenchProps { parse, show, text };
        Self { bench: Renderer::<Bench>::with_root_and_props(root, props).render() }
    }

    /// Puts another file in the place of the one that is there.
    pub fn open(&self, text: String) {
        self.bench.send_message(BenchMsg::Typed(text));
    }
}

/// The browser's own reader of JSON says where a text is broken.
fn parse(text: &str) -> Result<Tree, String> {
    let value = JSON::parse(text).map_err(|error| {
        let error = Error::from(error);
        String::from(error.message())
    })?;
    from_value(value).map_err(|error| error.to_string())
}
