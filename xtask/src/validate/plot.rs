//! Plots.
use super::condition::Condition;
use super::measure::Measures;
pub(super) fn all(_found: &[(Condition, Measures)]) -> Vec<(&'static str, String)> {
    vec![]
}
