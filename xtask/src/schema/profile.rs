//! The roles that scales may fill.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// Which scales fill which roles.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
pub(super) struct Profile {
    /// The scale for burnout.
    burnout: Strain,
    /// The scale for compassion fatigue.
    compassion_fatigue: Strain,
    /// The scale for tiredness.
    tired: Role,
    /// The scale for how far rest restores.
    recovery: Option<Role>,
    /// The id of the scale for what carries a person.
    carries: Option<String>,
    /// The lines for single parts.
    raised_part: Option<RaisedPart>,
}

/// A scale in the role of a strain.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Strain {
    /// The id of the scale.
    scale: String,
    /// The line, above 0 and below 100.
    line: f64,
    /// How far from the line a score is clear, in standard errors.
    margins: Option<Margins>,
    /// By the name of a part the id of the facet that is it.
    parts: Option<BTreeMap<String, String>>,
}

/// A scale in another role.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Role {
    /// The id of the scale.
    scale: String,
    /// The line, above 0 and below 100.
    line: f64,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct Margins {
    /// Above the line.
    above: f64,
    /// Below it.
    below: f64,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is of use")]
struct RaisedPart {
    /// From here on a part is raised.
    line: f64,
    /// From here on it is worth watching.
    watch: f64,
}
