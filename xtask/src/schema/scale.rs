//! Scales.

use schemars::{JsonSchema, Schema, json_schema};

/// What a scale is made of, and how it is scored.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = made_of_one_thing)]
#[expect(dead_code, reason = "only its schema is of use")]
pub(super) struct Scale {
    /// Names the scale in texts and exports.
    id: String,
    /// The ids of its items.
    items: Option<Vec<String>>,
    /// Its parts.
    facets: Option<Vec<Facet>>,
    /// The ids of the scales that it is the total of.
    of: Option<Vec<String>>,
    /// How answers become a score.
    method: Method,
    /// What a high score says; strain where nothing is said.
    direction: Option<Direction>,
    /// How much must be answered; everything where nothing is said.
    minimum: Option<Minimum>,
    /// How exact a score is, where that is known or assumed.
    precision: Option<Precision>,
    /// What was found among other people.
    norm: Option<Norm>,
    /// Labelled bands, from the lowest to the highest; the first begins at the lowest score.
    bands: Option<Bands>,
}

/// Statements that form one part of a scale.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Facet {
    /// Names the facet in texts and exports.
    id: String,
    /// The ids of its items.
    items: Vec<String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum Method {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// What they add, as a percentage of what they could add.
    Percent,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum Direction {
    /// More strain.
    Strain,
    /// More of something good.
    Good,
}

/// How much must be answered for a score.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema is of use")]
enum Minimum {
    All(All),
    Count(Count),
    Share(Share),
    EachFacet(EachFacet),
    ShareAndEach(ShareAndEach),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum All {
    /// Everything.
    All,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Count {
    /// So many items.
    #[schemars(range(min = 1, max = 5000))]
    count: u16,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Share {
    /// This share of all items, above 0, 1 at most.
    share: f64,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct EachFacet {
    /// This share of each facet, above 0, 1 at most.
    each_facet: f64,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct ShareAndEach {
    /// This share of all items, above 0, 1 at most.
    share: f64,
    /// And so many in each facet.
    #[schemars(range(min = 1, max = 5000))]
    in_each_facet: u16,
}

/// How exact a score is.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Precision {
    /// The standard deviation among people asked, in the unit of the score, above 0.
    deviation: f64,
    /// The reliability of the full scale, above 0 and below 1.
    reliability: f64,
    /// The correlation of two checks of one person, weeks apart, above 0 and below 1.
    retest: Option<f64>,
}

/// What was found among other people.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Norm {
    /// Their mean, in the unit of the score.
    mean: f64,
    /// Their standard deviation, above 0.
    deviation: f64,
    /// Who they were, and where that was published.
    source: String,
}

/// The lowest labelled part of the range of a score.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct FirstBand {
    /// Names the band in texts and exports.
    id: String,
    /// The lowest score in it; it need not be said.
    from: Option<f64>,
}

/// A labelled part of the range of a score.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Band {
    /// Names the band in texts and exports.
    id: String,
    /// The lowest score in it; it ends where the next one begins.
    from: f64,
}

written_out!(Bands, |generator| {
    let [first, others] =
        [generator.subschema_for::<FirstBand>(), generator.subschema_for::<Band>()];
    json_schema!({ "type": "array", "prefixItems": [first], "items": others })
});

/// Items, facets or other scales.
fn made_of_one_thing(schema: &mut Schema) {
    let one = |name: &str| serde_json::json!({ "required": [name], "properties": { name: { "type": "array" } } });
    schema.insert("oneOf".to_owned(), ["items", "facets", "of"].map(one).to_vec().into());
}
