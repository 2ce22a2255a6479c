//! Plain data out of JavaScript, as a [`Tree`].
//!
//! Walked by hand: the reader of serde-wasm-bindgen brings words for every value it can refuse, and with
//! them the printing of floating-point numbers, which costs a slow phone 12 KB behind gzip.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::tree::{Table, Tree};

/// Deeper than anything that is handed in. What lies below is left out, so that no input can use up
/// the stack.
const DEEPEST: u8 = 12;

/// The value with everything in it; functions, symbols and the like count as nothing.
pub(super) fn tree(value: &JsValue) -> Tree {
    read(value, DEEPEST)
}

fn read(value: &JsValue, deeper: u8) -> Tree {
    if let Some(truth) = value.as_bool() {
        Tree::Bool(truth)
    } else if let Some(number) = value.as_f64() {
        Tree::Number(number)
    } else if let Some(text) = value.as_string() {
        Tree::Text(text)
    } else if !value.is_object() {
        Tree::Null
    } else {
        let Some(deeper) = deeper.checked_sub(1) else { return Tree::Null };
        match value.dyn_ref::<Array>() {
            Some(list) => Tree::List(list.iter().map(|each| read(&each, deeper)).collect()),
            None => Tree::Map(entries(value.unchecked_ref(), deeper)),
        }
    }
}

fn entries(object: &Object, deeper: u8) -> Table<Tree> {
    let pairs = Object::entries(object);
    let mut entries = Vec::new();
    for pair in pairs.iter() {
        let pair: Array = pair.unchecked_into();
        if let Some(name) = pair.get(0).as_string() {
            entries.push((name, read(&pair.get(1), deeper)));
        }
    }
    Table::new(entries)
}
