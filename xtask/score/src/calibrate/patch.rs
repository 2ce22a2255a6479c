//! What was worked out as a change of the instrument's file: a JSON patch (RFC 6902).

use anyhow::Result;
use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::loading;
use burnout_screener::tree::{Node, Tree};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::figures::Figures;
use super::margins::Suggested;
use crate::asked;

/// With fewer people than this nothing is put into a file.
pub const FEWEST: usize = 100;

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Operation {
    op: &'static str,
    /// Where: the name of a field that is put there, or put in place of what is there.
    pub path: String,
    /// What.
    pub value: Value,
}

/// What became of the file with the changes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// There are none.
    Nothing,
    /// It can be used.
    Passes,
    /// It cannot, and why.
    Fails(String),
}

/// The changes.
#[must_use]
pub fn operations(
    instrument: &Instrument,
    figures: &[Figures],
    margins: &[Suggested],
) -> Vec<Operation> {
    let mut all = Vec::new();
    let enough = |found: &Figures| found.complete >= FEWEST;
    for (place, (scale, found)) in instrument.scales().iter().zip(figures).enumerate() {
        let (Some(spread), Some(reliability)) = (found.spread, found.reliability()) else {
            continue;
        };
        let most = (scale.span.1 - scale.span.0) / 2.0;
        if !enough(found) || spread.deviation > most {
            continue;
        }
        let pairs = found.stable().filter(|retest| retest.n >= FEWEST);
        // What is not worked out anew stays as it is.
        let retest =
            pairs.map(|retest| retest.r).or(scale.precision.and_then(|known| known.retest));
        let mut value = Map::new();
        value.insert("deviation".to_owned(), rounded(spread.deviation));
        value.insert("reliability".to_owned(), rounded(reliability));
        if let Some(retest) = retest {
            value.insert("retest".to_owned(), rounded(retest));
        }
        all.push(Operation {
            op: "add",
            path: format!("/scales/{place}/precision"),
            value: value.into(),
        });
    }
    for suggested in margins.iter().filter(|own| figures.get(own.scale).is_some_and(enough)) {
        let role = match suggested.strain {
            Construct::CompassionFatigue => "compassion_fatigue",
            _ => "burnout",
        };
        let margins = suggested.margins;
        let value = json!({ "above": rounded(margins.above), "below": rounded(margins.below) });
        all.push(Operation { op: "add", path: format!("/profile/{role}/margins"), value });
    }
    all
}

/// To three decimals: more is not known.
fn rounded(value: f64) -> Value {
    // What lies above 0 and below 1 stays there.
    let rounded = (value * 1000.0).round() / 1000.0;
    json!(if value < 1.0 { rounded.clamp(0.001, 0.999) } else { rounded })
}

/// Tries whether the instrument of this name can still be used with the changes in it.
///
/// # Errors
/// When its file cannot be read any more.
pub fn tried(name: &str, patch: &[Operation]) -> Result<Tried> {
    if patch.is_empty() {
        return Ok(Tried::Nothing);
    }
    let mut file: Value = serde_json::from_str(asked::text(name)?.trim_start_matches('\u{feff}'))?;
    for Operation { path, value, .. } in patch {
        let Some((parent, field)) = path.rsplit_once('/') else { continue };
        if let Some(Value::Object(fields)) = file.pointer_mut(parent) {
            fields.insert(field.to_owned(), value.clone());
        }
    }
    let tree: Tree = serde_json::from_value(file)?;
    Ok(match loading::instrument(&Node::new(&tree)) {
        Ok(_) => Tried::Passes,
        Err(error) => Tried::Fails(error.to_string()),
    })
}
