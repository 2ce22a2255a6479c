//! The checks as a table for people who pool answers: one row a check, and the same columns for everybody
//! who answered the same instrument. `codebook` says what each holds.

use super::Source;
use super::sheet::{Kind, Line, Sheet};
use super::table::{Style, Table};
use crate::response::Responses;

/// Writes one row for each check. What was not said is an empty cell.
///
/// `number`: what tells this row from those of other people, drawn by chance; empty unless the person asks
/// for one.
#[must_use]
pub fn wide(source: &Source<'_>, style: Style, number: &str) -> String {
    let mut table = Table::marked(style);
    let nothing = Responses::new(source.instrument);
    let empty = Sheet::of(source, None, &nothing);
    table.row(&Row { source, style, head: true, cells: Vec::new() }.of(&empty, number, ""));
    for check in source.history.checks() {
        let row = Row { source, style, head: false, cells: Vec::new() };
        table.row(&row.of(&Sheet::new(source, check), number, check.date.as_str()));
    }
    table.finish()
}

/// A row on its way.
pub(super) struct Row<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) style: Style,
    /// Whether it has the names of the columns in place of what stands under them.
    pub(super) head: bool,
    pub(super) cells: Vec<String>,
}

impl Row<'_> {
    fn of(mut self, sheet: &Sheet<'_>, number: &str, date: &str) -> Vec<String> {
        let Source { instrument, locale, .. } = *self.source;
        // What is not about one question has a name without a dot, everything else has one.
        let about = [
            ("response", number),
            ("instrument", instrument.id()),
            ("version", instrument.version()),
            ("language", locale.language()),
            ("licence", self.source.licence().unwrap_or_default()),
            ("date", date),
        ];
        about.iter().for_each(|(name, cell)| self.put([name, "", "", ""], cell));
        sheet.lines().iter().for_each(|line| self.line(sheet, line));
        self.cells
    }

    fn put(&mut self, name: [&str; 4], cell: &str) {
        self.cells.push(if self.head { name.concat() } else { cell.to_owned() });
    }

    /// The columns of a line.
    pub(super) fn line(&mut self, sheet: &Sheet<'_>, line: &Line<'_>) {
        let kind = line.kind.name();
        match line.kind {
            Kind::Score => {
                let score = sheet.score(line);
                let (value, error) = (score.map(|score| score.value), score.and_then(|s| s.error));
                let answered = score.map(|score| score.answered as f64);
                for (name, value) in [(kind, value), ("error", error), ("answered", answered)] {
                    let cell = value.map(|value| self.style.figure(value)).unwrap_or_default();
                    self.put([name, ".", line.id, ""], &cell);
                }
            }
            Kind::Signs => {
                let chosen = sheet.chosen(line);
                for (place, sign) in self.source.instrument.signs().iter().enumerate() {
                    let ticked = if chosen.contains(&place) { "1" } else { "0" };
                    let cell = if chosen.is_empty() { "" } else { ticked };
                    self.put([kind, ".", &sign.id, ""], cell);
                }
            }
            _ => {
                let value = sheet.value(line).map(|value| value.to_string());
                let cell = value.unwrap_or_else(|| sheet.codes(line).join(" "));
                self.put([kind, ".", line.id, ""], &cell);
                // What is a word of files alone has no other.
                if line.kind != Kind::Result {
                    let label = sheet.answers(line).first().map_or("", |(_, words)| words);
                    self.put([kind, ".", line.id, ".label"], label);
                }
            }
        }
    }
}
