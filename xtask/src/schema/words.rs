//! The words.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// The words of an instrument, by its ids.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
pub(super) struct Text {
    /// What the self-check is called.
    title: Option<String>,
    /// What it asks about and for whom it is.
    intro: Option<String>,
    /// The time that is asked about, as a question above the statements.
    look_back: Option<String>,
    /// What every statement goes on from.
    stem: Option<String>,
    /// By the name of the option set, and in it by the id of the option.
    options: Option<BTreeMap<String, BTreeMap<String, String>>>,
    /// By the id of the block.
    blocks: Option<BTreeMap<String, Block>>,
    /// By the id of the item.
    items: Option<BTreeMap<String, Wording>>,
    /// By the id of the scale.
    scales: Option<BTreeMap<String, Scale>>,
    /// The words of the signs, where there are signs.
    signs: Option<Signs>,
    /// By the id of the context question.
    context: Option<BTreeMap<String, Context>>,
}

/// One text for all, or one for each voice.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema is of use")]
enum Wording {
    ForAll(String),
    ByVoice(ByVoice),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1))]
#[expect(dead_code, reason = "only its schema is of use")]
struct ByVoice {
    /// Where the words fit every voice that has none of its own.
    all: Option<String>,
    /// For people who help in their job.
    work: Option<String>,
    /// For people who care for someone close.
    caring: Option<String>,
    /// For people who help otherwise, or in several ways.
    helping: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Block {
    /// The time that is asked about, as a question.
    look_back: Option<Wording>,
    /// The same in short, to stand above each statement.
    short: Option<Wording>,
    /// What to keep in mind, said once before the block.
    hints: Option<Vec<Wording>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Scale {
    /// Its name.
    name: Option<Wording>,
    /// By the id of the facet.
    facets: Option<BTreeMap<String, String>>,
    /// By the id of the band.
    bands: Option<BTreeMap<String, Band>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Band {
    /// What it is called.
    label: String,
    /// What it means.
    text: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Signs {
    /// The question.
    question: String,
    /// What stands below.
    note: Option<String>,
    /// What is ticked by those who noticed none.
    none: String,
    /// By the id of the domain.
    domains: Option<BTreeMap<String, String>>,
    /// By the id of the sign.
    options: Option<BTreeMap<String, String>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Context {
    /// The question.
    question: String,
    /// By the id of the option.
    options: Option<BTreeMap<String, String>>,
}
