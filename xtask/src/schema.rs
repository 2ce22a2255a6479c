//! The JSON Schema of an instrument's file, for editors and programs: made of types that say once more what the reader in
//! `src/instrument/reader.rs` reads by hand. A test holds the two against each other on thousands of files.

/// A part whose schema no type says.
macro_rules! written_out {
    ($name:ident, $schema:expr) => {
        struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> Schema {
                let made: fn(&mut schemars::SchemaGenerator) -> Schema = $schema;
                made(generator)
            }
        }
    };
}

mod file;
mod profile;
mod scale;
mod words;

use anyhow::Result;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// What a file names as its `$schema`.
pub const FILE: &str = "burnout-screener.instrument.schema.json";

/// The schema.
#[must_use]
pub fn schema() -> Value {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<file::InstrumentFile>()
        .into()
}

/// The same as the text of a file.
///
/// # Errors
/// Never: a value of JSON has a text.
pub fn text() -> Result<String> {
    Ok(serde_json::to_string_pretty(&schema())? + "\n")
}

#[cfg(test)]
mod tests;
