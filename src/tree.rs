//! Data from outside before anything is known about it: what a JSON file or a host page hands in.
//!
//! All definition files are read out of this one form. That keeps what is served small (one reader
//! for everything instead of one a type), and an error can name the place in the file.

mod visitor;

use std::fmt;

/// How many characters of a name from outside an error repeats.
const LONGEST_SHOWN: usize = 64;

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
    /// The way to the value, such as `items[3].keying`.
    path: String,
    wanted: &'static str,
}

impl TreeError {
    /// The way to the value, such as `items[3].keying`; empty for the outermost one.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with it.
    #[must_use]
    pub fn what(&self) -> String {
        ["must be ", self.wanted].concat()
    }
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{} ", self.path)?;
        }
        write!(f, "must be {}", self.wanted)
    }
}

impl std::error::Error for TreeError {}

/// A value and the way to it. Made anew for each look: it borrows everything.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// `None` where nothing stands under the name.
    tree: Option<&'a Tree>,
    name: Name<'a>,
    parent: Option<&'a Node<'a>>,
}

#[derive(Clone, Copy)]
enum Name<'a> {
    Root,
    Field(&'a str),
    Place(usize),
}

impl<'a> Node<'a> {
    /// The outermost value.
    #[must_use]
    pub fn new(tree: &'a Tree) -> Self {
        Self { tree: Some(tree), name: Name::Root, parent: None }
    }

    /// What stands under a name, which may be nothing.
    ///
    /// # Errors
    /// When this is no object.
    pub fn field(&'a self, name: &'a str) -> Result<Node<'a>, TreeError> {
        match self.tree {
            Some(Tree::Map(table)) => Ok(Node {
                tree: table.get(name).filter(|tree| **tree != Tree::Null),
                name: Name::Field(name),
                parent: Some(self),
            }),
            _ => Err(self.must_be("an object")),
        }
    }

    /// The same, if there is something.
    #[must_use]
    pub fn present(self) -> Option<Self> {
        self.tree.is_some().then_some(self)
    }

    /// A text.
    ///
    /// # Errors
    /// When it is something else.
    pub fn text(&self) -> Result<String, TreeError> {
        match self.tree {
            Some(Tree::Text(text)) => Ok(text.clone()),
            _ => Err(self.must_be("a text")),
        }
    }

    /// A text, if there is something.
    ///
    /// # Errors
    /// When it is something else.
    pub fn text_if_present(&self) -> Result<Option<String>, TreeError> {
        self.tree.map(|_| self.text()).transpose()
    }

    /// Yes or no.
    ///
    /// # Errors
    /// When it is something else.
    pub fn truth(&self) -> Result<bool, TreeError> {
        match self.tree {
            Some(Tree::Bool(truth)) => Ok(*truth),
            _ => Err(self.must_be("true or false")),
        }
    }

    /// A finite number.
    ///
    /// # Errors
    /// When it is something else.
    pub fn number(&self) -> Result<f64, TreeError> {
        match self.tree {
            Some(Tree::Number(number)) if number.is_finite() => Ok(*number),
            _ => Err(self.must_be("a number")),
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
            Err(self.must_be("a whole number from 0 to 255"))
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
        let found = names.iter().find(|(name, _)| *name == text);
        found.map(|(_, value)| *value).ok_or_else(|| self.must_be(wanted))
    }

    /// All values of a list.
    ///
    /// # Errors
    /// When it is no list or one of them cannot be read.
    pub fn list<T>(
        &self,
        mut read: impl FnMut(&Node<'_>) -> Result<T, TreeError>,
    ) -> Result<Vec<T>, TreeError> {
        let Some(Tree::List(trees)) = self.tree else { return Err(self.must_be("a list")) };
        let mut values = Vec::with_capacity(trees.len());
        for (place, tree) in trees.iter().enumerate() {
            let node = Node { tree: Some(tree), name: Name::Place(place), parent: Some(self) };
            values.push(read(&node)?);
        }
        Ok(values)
    }

    /// All values of an object by their names.
    ///
    /// # Errors
    /// When it is no object or one of them cannot be read.
    pub fn table<T>(
        &self,
        mut read: impl FnMut(&Node<'_>) -> Result<T, TreeError>,
    ) -> Result<Table<T>, TreeError> {
        let Some(Tree::Map(table)) = self.tree else { return Err(self.must_be("an object")) };
        let mut entries = Vec::with_capacity(table.entries.len());
        for (name, tree) in &table.entries {
            let node = Node { tree: Some(tree), name: Name::Field(name), parent: Some(self) };
            entries.push((name.clone(), read(&node)?));
        }
        // Already in order: the names are the same.
        Ok(Table { entries })
    }

    /// The value as it is.
    #[must_use]
    pub fn tree(&self) -> Option<&'a Tree> {
        self.tree
    }

    /// The names in an object, in order; none where it is something else.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        let table = match self.tree {
            Some(Tree::Map(table)) => Some(table),
            _ => None,
        };
        table.into_iter().flat_map(Table::names)
    }

    /// The way to what stands under a name, such as `items[3].keying`.
    #[must_use]
    pub fn path_of(&self, name: &str) -> String {
        let mut path = self.path();
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(&shortened(name));
        path
    }

    /// The way to this value; empty for the outermost one.
    #[must_use]
    pub fn path(&self) -> String {
        let above = |parent: Option<&Node<'_>>| parent.map(Node::path).unwrap_or_default();
        match self.name {
            Name::Root => String::new(),
            Name::Field(name) => {
                self.parent.map_or_else(|| shortened(name), |node| node.path_of(name))
            }
            Name::Place(place) => [&above(self.parent), "[", &place.to_string(), "]"].concat(),
        }
    }

    /// The error for a value that is something else than wanted.
    #[must_use]
    pub fn must_be(&self, wanted: &'static str) -> TreeError {
        let wanted = if self.tree.is_some() { wanted } else { "there" };
        TreeError { path: self.path(), wanted }
    }
}

/// Reads field after field and leaves at the end: leaving at each of them costs bytes at each of them.
#[derive(Default)]
pub(crate) struct Reading {
    wrong: Option<TreeError>,
}

impl Reading {
    /// The text, if there is one; nothing where it is wrong.
    #[inline(never)]
    pub(crate) fn take(&mut self, text: Result<Option<String>, TreeError>) -> Option<String> {
        text.unwrap_or_else(|wrong| {
            self.wrong.get_or_insert(wrong);
            None
        })
    }

    /// What was read, unless something was wrong: the first thing that was.
    pub(crate) fn finish<T>(self, value: T) -> Result<T, TreeError> {
        self.wrong.map_or(Ok(value), Err)
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
    /// Of entries in any order.
    #[must_use]
    pub fn new(entries: Vec<(String, T)>) -> Self {
        let mut table = Self { entries: Vec::with_capacity(entries.len()) };
        for entry in entries {
            // Files most often have their names in order; a sort is paid for in bytes.
            if table.entries.last().is_none_or(|(last, _)| *last < entry.0) {
                table.entries.push(entry);
            } else {
                table.put(entry);
            }
        }
        table
    }

    fn put(&mut self, entry: (String, T)) {
        match self.entries.binary_search_by(|(known, _)| known.cmp(&entry.0)) {
            Ok(place) => {
                if let Some(known) = self.entries.get_mut(place) {
                    *known = entry;
                }
            }
            Err(place) => self.entries.insert(place, entry),
        }
    }

    /// The value with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        let place = self.entries.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All values with their names, in order.
    #[must_use]
    pub fn into_entries(self) -> Vec<(String, T)> {
        self.entries
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }
}

/// Whether there is nothing to see in a text.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control())
}

/// A name from outside as an error repeats it.
pub(crate) fn shortened(name: &str) -> String {
    name.chars().take(LONGEST_SHOWN).collect()
}

/// Lets any reader of JSON read a type that is read out of a [`Tree`].
macro_rules! deserialize_from_tree {
    ($($name:ty),*) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                let tree = crate::tree::Tree::deserialize(source)?;
                <$name>::read(&crate::tree::Node::new(&tree)).map_err(serde::de::Error::custom)
            }
        }
    )*};
}

pub(crate) use deserialize_from_tree;
