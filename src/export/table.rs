//! A table as text (RFC 4180), which a spreadsheet opens without running anything in it.

use crate::figure::figure;

/// How a table is written, so that a spreadsheet of the person's country reads its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Commas between cells, and a point in numbers.
    #[default]
    Point,
    /// Semicolons between cells, and a comma in numbers, as where people write 2,5.
    Comma,
}

impl Style {
    /// A number as a cell.
    pub(super) fn figure(self, value: f64) -> String {
        let point = if self == Self::Comma { ',' } else { '.' };
        figure(value).chars().map(|c| if c == '.' { point } else { c }).collect()
    }
}

/// A table on its way.
pub(super) struct Table {
    text: String,
    style: Style,
}

impl Table {
    pub(super) fn new(style: Style) -> Self {
        Self { text: String::new(), style }
    }

    /// The same with the mark by which a spreadsheet knows that the text is UTF-8.
    pub(super) fn marked(style: Style) -> Self {
        Self { text: "\u{feff}".to_owned(), style }
    }

    pub(super) fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        let between = if self.style == Style::Comma { ';' } else { ',' };
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(between);
            }
            self.cell(cell.as_ref());
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        let special = |byte| matches!(byte, b'"' | b',' | b';' | b'\r' | b'\n');
        let quote = if cell.bytes().any(special) { "\"" } else { "" };
        self.text.push_str(quote);
        // A spreadsheet would run such a cell as a formula, and the words of an instrument may come
        // from anywhere. A number below zero is none.
        let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
        let is_number = |rest: &str| rest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b','));
        if cell.starts_with(runs) && !cell.strip_prefix('-').is_some_and(is_number) {
            self.text.push('\'');
        }
        for c in cell.chars() {
            if c == '"' {
                self.text.push('"');
            }
            self.text.push(c);
        }
        self.text.push_str(quote);
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}
