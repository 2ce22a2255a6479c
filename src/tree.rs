//! Data from outside before anything is known about it: what a JSON file or a host page hands in.
//!
//! All definition files are read out of this one form. That keeps what is served small (one reader
//! for everything instead of one a type), and an error can name the place in the file.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};

/// A value from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A text.
    Text(String),
    /// Several values in order.
    List(Vec<Tree>),
    /// Values by name.
    Map(Table<Tree>),
}

/// What is wrong with a value, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeError {
    /// The names on the way to the value, the innermost first.
    path: Vec<String>,
    wanted: &'static str,
}

impl TreeError {
    fn new(wanted: &'static str) -> Self {
        Self { path: Vec::new(), wanted }
    }

    fn within(mut self, name: &str) -> Self {
        self.path.push(name.to_owned());
        self
    }
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, name) in self.path.iter().rev().enumerate() {
            if place > 0 {
                f.write_str(".")?;
            }
            f.write_str(name)?;
        }
        if !self.path.is_empty() {
            f.write_str(" ")?;
        }
        write!(f, "must be {}", self.wanted)
    }
}

impl std::error::Error for TreeError {}

impl Tree {
    /// A text.
    ///
    /// # Errors
    /// When it is something else.
    pub fn text(&self) -> Result<String, TreeError> {
        match self {
            Tree::Text(text) => Ok(text.clone()),
            _ => Err(TreeError::new("a text")),
        }
    }

    /// Yes or no.
    ///
    /// # Errors
    /// When it is something else.
    pub fn truth(&self) -> Result<bool, TreeError> {
        match self {
            Tree::Bool(truth) => Ok(*truth),
            _ => Err(TreeError::new("true or false")),
        }
    }

    /// A finite number.
    ///
    /// # Errors
    /// When it is something else.
    pub fn number(&self) -> Result<f64, TreeError> {
        match self {
            Tree::Number(number) if number.is_finite() => Ok(*number),
            _ => Err(TreeError::new("a number")),
        }
    }

    /// A whole number from 0 to 255.
    ///
    /// # Errors
    /// When it is something else.
    pub fn byte(&self) -> Result<u8, TreeError> {
        let number = self.number()?;
        // The cast keeps to the range, so only a whole number within it comes out as it went in.
        let byte = number as u8;
        if f64::from(byte) == number {
            Ok(byte)
        } else {
            Err(TreeError::new("a whole number from 0 to 255"))
        }
    }

    /// One of some names, as what it stands for.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn choice<T: Copy>(
        &self,
        names: &[(&str, T)],
        wanted: &'static str,
    ) -> Result<T, TreeError> {
        let text = self.text()?;
        (names.iter().find(|(name, _)| *name == text))
            .map(|(_, value)| *value)
            .ok_or(TreeError::new(wanted))
    }

    /// What stands under a name.
    ///
    /// # Errors
    /// When there is nothing or it cannot be read.
    pub fn field<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Tree) -> Result<T, TreeError>,
    ) -> Result<T, TreeError> {
        self.optional(name, read)?.ok_or_else(|| TreeError::new("there").within(name))
    }

    /// What stands under a name, if anything does.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn optional<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Tree) -> Result<T, TreeError>,
    ) -> Result<Option<T>, TreeError> {
        // What does not depend on the type is apart, so that it is in the widget once.
        match self.find(name)? {
            Some(tree) => read(tree).map(Some).map_err(|error| error.within(name)),
            None => Ok(None),
        }
    }

    fn find(&self, name: &str) -> Result<Option<&Tree>, TreeError> {
        match self {
            Tree::Map(table) => Ok(table.get(name).filter(|tree| **tree != Tree::Null)),
            _ => Err(TreeError::new("an object")),
        }
    }

    /// All values of a list.
    ///
    /// # Errors
    /// When it is no list or one of them cannot be read.
    pub fn list<T>(
        &self,
        read: impl Fn(&Tree) -> Result<T, TreeError>,
    ) -> Result<Vec<T>, TreeError> {
        let Tree::List(trees) = self else {
            return Err(TreeError::new("a list"));
        };
        let numbered = trees.iter().enumerate();
        numbered
            .map(|(place, tree)| read(tree).map_err(|error| error.within(&place.to_string())))
            .collect()
    }

    /// All values of an object by their names.
    ///
    /// # Errors
    /// When it is no object or one of them cannot be read.
    pub fn table<T>(
        &self,
        read: impl Fn(&Tree) -> Result<T, TreeError>,
    ) -> Result<Table<T>, TreeError> {
        let Tree::Map(table) = self else {
            return Err(TreeError::new("an object"));
        };
        let entries = table.entries.iter().map(|(name, tree)| {
            read(tree).map(|value| (name.clone(), value)).map_err(|error| error.within(name))
        });
        // Already in order: the names are the same.
        Ok(Table { entries: entries.collect::<Result<_, _>>()? })
    }
}

/// Values by name, in the order of the names; of two with the same name the last one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<T> {
    entries: Vec<(String, T)>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<T> Table<T> {
    fn new(mut entries: Vec<(String, T)>) -> Self {
        entries.reverse();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        entries.dedup_by(|(later, _), (kept, _)| later == kept);
        Self { entries }
    }

    /// The value with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        let place = self.entries.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(truth))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    #[expect(clippy::cast_precision_loss, reason = "no figure in a definition is that large")]
    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "no figure in a definition is that large")]
    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut trees = Vec::new();
        while let Some(tree) = list.next_element()? {
            trees.push(tree);
        }
        Ok(Tree::List(trees))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Map(Table::new(entries)))
    }
}

/// Lets any reader of JSON read a type that is read out of a [`Tree`].
macro_rules! deserialize_from_tree {
    ($($name:ty),*) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                let tree = crate::tree::Tree::deserialize(source)?;
                <$name>::read(&tree).map_err(serde::de::Error::custom)
            }
        }
    )*};
}

pub(crate) use deserialize_from_tree;
