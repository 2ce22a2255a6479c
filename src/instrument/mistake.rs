//! What is wrong in an instrument's file: all of it at once, each with its place and how to mend it.

use std::fmt;
use std::ops::RangeInclusive;

use super::ANY;
use crate::figure::figure;
use crate::spelling::nearest;
use crate::tree::{Node, Table, Tree, TreeError};

/// More than anybody mends at once.
const MOST: usize = 50;
/// The most bytes of a path, which may name an id of any length that somebody wrote.
const LONGEST_PATH: usize = 200;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The way to it in the file, such as `items[3].keying`; empty for the file as a whole.
    pub path: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.what)
        } else {
            write!(f, "{} {}", self.path, self.what)
        }
    }
}

/// Why an instrument's file cannot be used: everything that is wrong with it, at least one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstrumentError {
    mistakes: Vec<Mistake>,
    /// How many more there are than are named.
    more: usize,
}

impl InstrumentError {
    /// What is wrong, in the order of the file's parts.
    #[must_use]
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }
}

impl fmt::Display for InstrumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, mistake) in self.mistakes.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{mistake}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for InstrumentError {}

/// Collects what is wrong on the way through a file.
#[derive(Debug, Default)]
pub(crate) struct Mistakes {
    found: InstrumentError,
    /// Fields that are missing because their names are misspelt: those are named already.
    meant: Vec<String>,
    /// Whether what was found leaves nothing else to look at.
    closed: bool,
    /// The place counted last among those that are not named.
    last: String,
}

impl Mistakes {
    /// Notes one. A place that is wrong already is not named again: what follows from a mistake is none.
    pub(crate) fn add(&mut self, path: impl Into<String>, what: impl Into<String>) {
        if !ANY {
            self.found.more += 1;
            return;
        }
        let mut path = path.into();
        while path.len() > LONGEST_PATH {
            path.pop();
        }
        if self.closed || self.has(&path) {
            return;
        }
        if !self.is_full() {
            self.found.mistakes.push(Mistake { path, what: what.into() });
        } else if self.last != path {
            // A text can be missing for each role in turn.
            self.found.more += 1;
            self.last = path;
        }
    }

    /// Notes one that leaves nothing else to look at: everything that follows is kept out.
    pub(crate) fn add_last(&mut self, path: &str, what: &str) {
        self.add(path, what);
        self.closed = true;
    }

    fn is_full(&self) -> bool {
        self.found.mistakes.len() >= MOST
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.mistakes.is_empty() && self.found.more == 0
    }

    /// Whether something at this place, or above it, is wrong already.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.paths().any(|known| {
            let rest = path.strip_prefix(known);
            !known.is_empty()
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }

    /// Whether not every id in a list could be read: then what names one of them may be right.
    pub(crate) fn lacks_ids(&self, list: &str) -> bool {
        self.paths().any(|known| {
            let rest = known.strip_prefix(list);
            rest.is_some_and(|rest| {
                rest.is_empty()
                    || rest.starts_with('[')
                        && rest.split_once(']').is_some_and(|(_, id)| id == ".id")
            })
        })
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        let found = self.found.mistakes.iter().map(|mistake| &mistake.path);
        found.chain(&self.meant).map(String::as_str)
    }

    /// Whether something below this place is wrong already.
    pub(crate) fn within(&self, path: &str) -> bool {
        self.paths()
            .any(|known| known.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '['])))
    }

    /// Whether one is at a place of which this is true.
    pub(crate) fn any(&self, test: impl Fn(&str) -> bool) -> bool {
        self.paths().any(test)
    }

    /// Whether nothing is wrong with what the range of a scale's scores follows from.
    pub(crate) fn has_range(&self, scale: &str, is_total: bool) -> bool {
        let scale = if is_total { "scales" } else { scale };
        let touches = |path: &str| {
            path.strip_prefix(scale).is_some_and(|rest| {
                rest.is_empty()
                    || [".items", ".facets", ".of", ".method"]
                        .iter()
                        .any(|part| rest.contains(part))
            }) || path.starts_with("option_sets")
                || path.strip_prefix("items").is_some_and(|rest| {
                    !rest.contains('.')
                        || [".id", ".options", ".weight"].iter().any(|part| rest.ends_with(part))
                })
        };
        !self.any(touches)
    }

    /// What was read, or where it could not be, what stands for nothing.
    pub(crate) fn take<T: Default>(&mut self, read: Result<T, TreeError>) -> T {
        read.unwrap_or_else(|error| {
            if ANY {
                self.add(error.path(), error.what());
            }
            T::default()
        })
    }

    /// What stands under a name.
    pub(crate) fn read<T: Default>(
        &mut self,
        node: &Node<'_>,
        name: &str,
        read: impl FnOnce(&Node<'_>) -> Result<T, TreeError>,
    ) -> T {
        self.take(node.field(name).and_then(|found| read(&found)))
    }

    /// The same, if there is something.
    pub(crate) fn optional<T>(
        &mut self,
        node: &Node<'_>,
        name: &str,
        read: impl FnOnce(&Node<'_>) -> Result<T, TreeError>,
    ) -> Option<T> {
        let found = node.field(name).ok()?.present()?;
        self.take(read(&found).map(Some))
    }

    /// The text under a name.
    pub(crate) fn text(&mut self, node: &Node<'_>, name: &str) -> String {
        self.read(node, name, |found| found.text())
    }

    /// The same, if there is one.
    pub(crate) fn maybe_text(&mut self, node: &Node<'_>, name: &str) -> Option<String> {
        self.optional(node, name, |found| found.text())
    }

    /// The number under a name.
    pub(crate) fn number(&mut self, node: &Node<'_>, name: &str) -> f64 {
        self.read(node, name, |found| found.number())
    }

    /// All values of the list under a name; none where there is no such name.
    pub(crate) fn each<T>(
        &mut self,
        node: &Node<'_>,
        name: &str,
        mut read: impl FnMut(&mut Self, &Node<'_>) -> T,
    ) -> Vec<T> {
        let Some(found) = node.field(name).ok().and_then(Node::present) else { return Vec::new() };
        let values = found.list(|each| Ok(read(self, each)));
        self.take(values)
    }

    /// All values of the object under a name, by their names; none where there is no such name.
    pub(crate) fn named<T>(
        &mut self,
        node: &Node<'_>,
        name: &str,
        mut read: impl FnMut(&mut Self, &Node<'_>) -> T,
    ) -> Table<T> {
        let Some(found) = node.field(name).ok().and_then(Node::present) else {
            return Table::default();
        };
        let values = found.table(|each| Ok(read(self, each)));
        self.take(values)
    }

    /// All texts of the object under a name, by their names.
    pub(crate) fn words(&mut self, node: &Node<'_>, name: &str) -> Table<String> {
        self.named(node, name, |m, each| m.take(each.text()))
    }

    /// Notes a value that is no object.
    pub(crate) fn object(&mut self, node: &Node<'_>) {
        if !matches!(node.tree(), Some(Tree::Map(_))) {
            self.add(node.path(), "must be an object");
        }
    }

    /// Names every field that is none of these: most often one that is misspelt.
    pub(crate) fn only(&mut self, node: &Node<'_>, known: &[&str]) {
        if !ANY {
            return;
        }
        let given = |name: &str| node.names().any(|given| given == name);
        for name in node.names().filter(|name| !known.contains(name)) {
            let path = node.path_of(name);
            // Beyond what is named it is enough to count.
            let meant = if self.is_full() { None } else { nearest(name, known) };
            match meant {
                Some(meant) => {
                    self.add(path, ["is not known: is '", meant, "' meant?"].concat());
                    if !given(meant) {
                        self.meant.push(node.path_of(meant));
                    }
                }
                None => {
                    self.add(path, ["is not known: there can be ", &known.join(", ")].concat());
                }
            }
        }
    }

    /// The whole number under a name, if there is one, within a range.
    pub(crate) fn whole(
        &mut self,
        node: &Node<'_>,
        name: &str,
        range: RangeInclusive<u16>,
    ) -> Option<u16> {
        let found = node.field(name).ok()?.present()?;
        let number = match found.tree() {
            Some(Tree::Number(number)) => Some(*number),
            _ => None,
        };
        // The cast keeps to the range, so only a whole number within it comes out as it went in.
        let whole = number
            .map(|number| number as u16)
            .filter(|whole| range.contains(whole) && number == Some(f64::from(*whole)));
        if whole.is_none() {
            self.add(found.path(), out_of(number, &range));
        }
        whole
    }

    /// The texts in the list under a name.
    pub(crate) fn texts(&mut self, node: &Node<'_>, name: &str) -> Vec<String> {
        if node.field(name).is_ok_and(|found| found.present().is_none()) {
            self.add(node.path_of(name), "must be there");
        }
        self.each(node, name, |m, text| m.take(text.text()))
    }

    /// Notes a number that is not within its range.
    pub(crate) fn limit(&mut self, path: &str, found: u16, allowed: RangeInclusive<u16>) {
        if !allowed.contains(&found) {
            self.add(path, out_of(Some(f64::from(found)), &allowed));
        }
    }

    /// Notes how many there are where that is not within its range.
    pub(crate) fn range(
        &mut self,
        path: &str,
        found: usize,
        allowed: RangeInclusive<usize>,
        of: &str,
    ) {
        if !allowed.contains(&found) {
            let (low, high) = (allowed.start(), allowed.end());
            self.add(path, format!("has {found} {of}: it must be {low} to {high}"));
        }
    }

    /// The file if nothing is wrong.
    pub(crate) fn finish<T>(self, value: T) -> Result<T, InstrumentError> {
        if self.is_empty() { Ok(value) } else { Err(self.found) }
    }
}

/// What is wrong with a number that is not within its range.
fn out_of(number: Option<f64>, range: &RangeInclusive<u16>) -> String {
    let is = number.map(|number| ["is ", &figure(number), ": it "].concat()).unwrap_or_default();
    format!("{is}must be a whole number from {} to {}", range.start(), range.end())
}
