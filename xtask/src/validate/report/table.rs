//! Tables in Markdown, and how figures are written in them.

use std::fmt::Write;

use crate::validate::tally::Share;

/// A table in Markdown.
pub(super) struct Rows(String);

impl Rows {
    pub(super) fn new(header: &[&str]) -> Self {
        let rule = vec!["---"; header.len()];
        Self(format!("| {} |\n| {} |\n", header.join(" | "), rule.join(" | ")))
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells.into_iter().collect();
        // Writing into a string cannot fail.
        let _ = writeln!(self.0, "| {} |", cells.join(" | "));
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// A dash where it could be so for nobody.
pub(super) fn percent(share: Share) -> String {
    if share.of == 0 { "–".to_owned() } else { format!("{:.1} %", share.value() * 100.0) }
}

/// Two shares that are bought with each other: how often it is right, and of how many it is said.
pub(super) fn bought(right: Share, said: Share) -> String {
    format!("{} of {}", percent(right), percent(said))
}

pub(super) fn decimal(figure: f64) -> String {
    format!("{figure:.2}")
}
