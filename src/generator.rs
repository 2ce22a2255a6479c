//! The border of the page that bakes a clinic's own file: it checks what was typed and gives the file, by [`crate::baking`].

use serde_wasm_bindgen::from_value;
use wasm_bindgen::prelude::*;

use crate::baking::{BakeError, Unbaked, check};
use crate::host::AttributeError;
use crate::regions::Regions;

/// What the page asks.
#[wasm_bindgen]
pub struct Generator {
    regions: Regions,
}

#[wasm_bindgen]
impl Generator {
    /// Takes the list of regions, as `www/regions.json` has it.
    ///
    /// # Errors
    /// When it cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(regions: JsValue) -> Result<Generator, JsError> {
        Ok(Self { regions: from_value(regions)? })
    }

    /// The name of each setting that would not be used, and what it must be, one after the other. Settings come as pairs of a
    /// name and a value in the same way.
    pub fn wrong(&self, settings: Vec<String>) -> Vec<String> {
        let Err(BakeError::Values(refused)) = check(&pairs(settings), &self.regions) else {
            return Vec::new();
        };
        let told = refused.into_iter().filter_map(|error| match error {
            AttributeError::Value { attribute, wanted, .. } => Some([attribute, wanted]),
            AttributeError::Name(_) => None,
        });
        told.flatten().map(str::to_owned).collect()
    }

    /// The file with these settings inside.
    ///
    /// # Errors
    /// With what is wrong.
    pub fn bake(&self, file: &str, settings: Vec<String>) -> Result<String, JsError> {
        let baked = || -> Result<String, BakeError> {
            Unbaked::new(file)?.with(&pairs(settings), &self.regions)
        };
        Ok(baked()?)
    }
}

fn pairs(settings: Vec<String>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = settings.into_iter();
    while let (Some(name), Some(value)) = (rest.next(), rest.next()) {
        pairs.push((name, value));
    }
    pairs
}
