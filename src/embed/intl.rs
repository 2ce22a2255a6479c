//! What the browser knows of a language: asked of the page around, whose `www/embed/intl.js` asks it.

use js_sys::{Array, Function};
use wasm_bindgen::JsValue;

use crate::locale::Intl;

/// Where requests go, too; only this one has an answer at once.
pub(super) struct Browser(pub(super) Function);

impl Intl for Browser {
    fn ask(&self, what: &str, language: &str, given: &[&str]) -> Option<String> {
        let asked = [what, language].into_iter().chain(given.iter().copied());
        let asked: Array = asked.map(JsValue::from_str).collect();
        self.0.call1(&JsValue::NULL, &asked).ok()?.as_string()
    }
}
