//! The file as a whole, and its items.

use std::collections::BTreeMap;

use burnout_screener::instrument::{ItemMeaning, Meaning, SignMeaning};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::profile::Profile;
use super::scale::Scale;
use super::words::Text;

/// An instrument: what is asked, how it is scored, and with which words.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "An instrument of burnout-screener")]
#[expect(dead_code, reason = "only its schema is of use")]
pub(super) struct InstrumentFile {
    /// This schema.
    #[schemars(rename = "$schema")]
    schema: Option<serde_json::Value>,
    /// The number of the format.
    #[schemars(schema_with = "two")]
    format: u8,
    /// 1–64 characters: small letters, digits, `-` and `_`. So is every other id.
    id: String,
    /// The version of the content, for exports.
    version: String,
    /// What the instrument is called.
    title: Option<String>,
    /// Who made it.
    author: Option<String>,
    /// Where it was published.
    citation: Option<String>,
    /// On which terms it may be used.
    licence: Option<Licence>,
    /// `false`, or the source that shows that it measures what it should.
    #[schemars(schema_with = "validated")]
    validated: bool,
    /// Where the numbers in this file were taken from, for readers of the file.
    sources: Option<serde_json::Value>,
    /// Whether people are asked in which role they help; where the file does not say, that depends on whether there is a
    /// profile.
    asks_role: Option<bool>,
    /// By its name, the options of an answer from the lowest to the highest.
    option_sets: BTreeMap<String, Vec<ResponseOption>>,
    /// The blocks of the items, in the order in which they are asked, 20 at most.
    blocks: Option<Vec<Block>>,
    /// The items in the order in which they are asked, 5,000 at most.
    items: Option<Vec<Item>>,
    /// At least one, 50 at most.
    scales: Option<Vec<Scale>>,
    /// Signs to tick, in no score, 40 at most.
    signs: Option<Vec<Sign>>,
    /// Unscored questions about the person's situation, 20 at most.
    context: Option<Vec<Context>>,
    /// Which scales fill which roles, if they make a profile.
    profile: Option<Profile>,
    /// Answers with the scores and bands that they must come to.
    tests: Option<Vec<Test>>,
    /// The words, by the ids used above.
    text: Option<Text>,
}

/// The terms of an instrument.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Licence {
    /// The terms.
    terms: String,
    /// Who holds the licence: the clinic or study that may show the words.
    holder: Option<String>,
    /// The last day on which it may be used, such as 2027-01-31.
    expires: Option<Day>,
    /// The line that the terms want to be shown.
    line: Option<String>,
}

/// One answer that is offered.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct ResponseOption {
    /// Names it in texts and exports.
    id: String,
    /// What it counts.
    #[schemars(range(min = -1000, max = 1000))]
    value: i16,
}

/// Items that are asked together, with one look-back.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Block {
    /// Names the block in texts.
    id: String,
}

/// One statement that a person rates.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Item {
    /// Names the item in texts and exports.
    id: String,
    /// The option set that it offers; where there is one set alone it need not be named.
    options: Option<String>,
    /// Whether agreeing raises the score or lowers it.
    keying: Option<Keying>,
    /// How often it counts.
    #[schemars(range(min = 1, max = 100))]
    weight: Option<u8>,
    /// The sign that this item measures.
    sign: Option<String>,
    /// An answer with this value or a higher one opens the help card.
    #[schemars(range(min = -1000, max = 1000))]
    alert: Option<i16>,
    /// The block that it stands in, where there are blocks.
    block: Option<String>,
    /// Whether it is asked only of those to whom it is offered.
    bank: Option<bool>,
    /// What an answer to it tells beside the score.
    means: Option<ItemMeans>,
}

/// The direction in which an item counts.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum Keying {
    /// A higher answer raises the score.
    Direct,
    /// A higher answer lowers the score.
    Reversed,
}

/// A sign that may be ticked.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Sign {
    /// Names the sign in texts and exports.
    id: String,
    /// Names the heading under which it stands.
    domain: String,
    /// What it tells that the result listens to.
    means: Option<SignMeans>,
}

/// An unscored question.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Context {
    /// Names the question in texts and exports.
    id: String,
    /// Whether it comes before the statements or after the signs.
    when: Option<When>,
    /// 2–11 answers.
    options: Vec<ContextOption>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum When {
    /// Before the statements.
    Before,
    /// After the statements and the signs.
    After,
}

/// One answer to a context question.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct ContextOption {
    /// Names the answer in texts and exports.
    id: String,
    /// What the answer says that the profile or the advice listens to.
    means: Option<ContextMeans>,
}

/// Answers of one person, and what they must come to.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Test {
    /// How it was derived, for readers of the file.
    note: Option<String>,
    /// By item, or in the order of the items.
    answers: Answers,
    /// By the id of the scale the score, or `null` where too little is answered.
    scores: Option<BTreeMap<String, Option<f64>>>,
    /// By the id of the scale the id of the band, or `null` where there is no score.
    bands: Option<BTreeMap<String, Option<String>>>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema is of use")]
enum Answers {
    /// In the order of the items; `null` where one is left out.
    InOrder(Vec<Option<f64>>),
    /// By the id of the item.
    ById(BTreeMap<String, Option<f64>>),
}

fn two(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": 2, "description": "The number of the format." })
}

fn validated(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "oneOf": [{ "const": false }, { "type": "string", "pattern": "\\S" }] })
}

written_out!(Day, |_| {
    json_schema!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" })
});
written_out!(ContextMeans, |_| one_of(&Meaning::NAMES.map(|(name, _)| name)));
written_out!(ItemMeans, |_| one_of(&ItemMeaning::NAMES.map(|(name, _)| name)));
written_out!(SignMeans, |_| one_of(&SignMeaning::NAMES.map(|(name, _)| name)));

fn one_of(names: &[&str]) -> Schema {
    json_schema!({ "enum": names })
}
