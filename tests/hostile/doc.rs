//! Data from outside that a test can take apart: any tree, with duplicate keys, numbers that JSON does
//! not have, and texts that try something.

use burnout_screener::tree::{Table, Tree};
use proptest::prelude::*;
use serde_json::Value;

/// As [`Tree`], but in any order and with a key as often as somebody wrote it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Doc {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Doc>),
    Map(Vec<(String, Doc)>),
}

impl From<&Value> for Doc {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => Self::Number(number.as_f64().unwrap()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(list) => Self::List(list.iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Map(fields.iter().map(|(key, each)| (key.clone(), each.into())).collect())
            }
        }
    }
}

impl Doc {
    pub(crate) fn tree(&self) -> Tree {
        match self {
            Self::Null => Tree::Null,
            Self::Bool(truth) => Tree::Bool(*truth),
            Self::Number(number) => Tree::Number(*number),
            Self::Text(text) => Tree::Text(text.clone()),
            Self::List(list) => Tree::List(list.iter().map(Self::tree).collect()),
            Self::Map(fields) => {
                let fields = fields.iter().map(|(key, each)| (key.clone(), each.tree()));
                Tree::Map(Table::new(fields.collect()))
            }
        }
    }

    /// How many values there are, with this one.
    pub(crate) fn count(&self) -> usize {
        1 + match self {
            Self::List(list) => list.iter().map(Self::count).sum(),
            Self::Map(fields) => fields.iter().map(|(_, each)| each.count()).sum(),
            _ => 0,
        }
    }

    /// What a path of keys and places leads to.
    pub(crate) fn at(&mut self, path: &str) -> &mut Doc {
        path.split('.').fold(self, |doc, name| match doc {
            Self::Map(fields) => &mut fields.iter_mut().find(|(key, _)| key == name).unwrap().1,
            Self::List(list) => &mut list[name.parse::<usize>().unwrap()],
            _ => panic!("nothing stands at {path}"),
        })
    }

    /// Hands every text to `change`.
    pub(crate) fn each_text(&mut self, change: &mut impl FnMut(&mut String)) {
        match self {
            Self::Text(text) => change(text),
            Self::List(list) => list.iter_mut().for_each(|each| each.each_text(change)),
            Self::Map(fields) => fields.iter_mut().for_each(|(_, each)| each.each_text(change)),
            _ => {}
        }
    }

    /// The value at a place, counted from the outside in, and what holds it.
    fn change(&mut self, place: &mut usize, how: &Change) -> bool {
        if *place == 0 {
            how.inside(self);
            return true;
        }
        *place -= 1;
        match self {
            Self::List(list) => {
                for at in 0..list.len() {
                    if *place == 0 && how.beside(list, at, |_, _| {}) {
                        return true;
                    }
                    if list[at].change(place, how) {
                        return true;
                    }
                }
            }
            Self::Map(fields) => {
                for at in 0..fields.len() {
                    let named = |field: &mut (String, Doc), name: &str| field.0 = name.to_owned();
                    if *place == 0 && how.beside(fields, at, named) {
                        return true;
                    }
                    if fields[at].1.change(place, how) {
                        return true;
                    }
                }
            }
            _ => {}
        }
        false
    }

    /// The same with changes at random places.
    pub(crate) fn with(mut self, changes: &[(prop::sample::Index, Change)]) -> Self {
        for (place, how) in changes {
            let mut place = place.index(self.count());
            self.change(&mut place, how);
        }
        self
    }
}

/// One thing done to a file.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Drop,
    Twice,
    Many(usize),
    Name(String),
    Put(Doc),
    Deeper(usize),
}

impl Change {
    /// Changes the value itself.
    fn inside(&self, doc: &mut Doc) {
        match self {
            Self::Put(other) => *doc = other.clone(),
            Self::Deeper(levels) => {
                for _ in 0..*levels {
                    *doc = Doc::List(vec![doc.clone()]);
                }
            }
            _ => *doc = Doc::Null,
        }
    }

    /// Changes what stands around it, if this is a change of that kind.
    fn beside<T: Clone>(&self, list: &mut Vec<T>, at: usize, name: fn(&mut T, &str)) -> bool {
        match self {
            Self::Drop => drop(list.remove(at)),
            Self::Twice => list.insert(at, list[at].clone()),
            Self::Many(times) => {
                let more = vec![list[at].clone(); *times];
                list.splice(at..at, more);
            }
            Self::Name(other) => name(&mut list[at], other),
            Self::Put(_) | Self::Deeper(_) => return false,
        }
        true
    }
}

/// Texts that a page could take for something else, each in what the widget would show.
pub(crate) fn tricks() -> Vec<String> {
    [
        "<bsx onbsx=1>",
        "</p><bsx>",
        "\"><bsx onbsx=\"1",
        "' onbsx='1",
        "<!--bsx",
        "]]><bsx/>",
        "</script><bsx>",
        "<img src=x onerror=bsx()>",
        "<svg><style>bsx{}</style>",
        "&lt;bsx&gt; &#60;bsx&#62; &amp;",
        "javascript:bsx()",
        "{name} {value} {{bsx}} {",
        "=bsx()",
        "\t=bsx",
        "@bsx,\"quoted\",\r\n-1",
        "bsx\u{0}\u{1}\u{8}\u{1b}[31m\u{7f}\u{9b}",
        "\u{202e}bsx\u{202d}\u{2066}\u{2069}\u{200f}",
        "bsx\u{feff}\u{200b}\u{2028}\u{2029}\u{fffd}\u{10ffff}",
        "\\u0000\\\"bsx\\",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Texts that try something, any others, and some too long.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let blank = prop::sample::select(vec!["", " ", "\u{0}", "\u{7f}\n", "\u{3000}"]);
    let long = (any::<char>(), 0_usize..6_000)
        .prop_map(|(letter, length)| letter.to_string().repeat(length));
    prop_oneof![
        6 => prop::sample::select(tricks()),
        4 => any::<String>(),
        2 => blank.prop_map(str::to_owned),
        1 => long,
    ]
}

/// Numbers at every edge, some of which no JSON holds.
pub(crate) fn any_number() -> impl Strategy<Value = f64> {
    let edges = vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        99.999,
        100.0,
        255.0,
        256.0,
        1e9,
        9_007_199_254_740_993.0,
        1e308,
        5e-324,
        f64::MAX,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        1.0 - f64::EPSILON,
    ];
    prop_oneof![3 => prop::sample::select(edges), 2 => -10.0..300.0, 1 => any::<f64>()]
}

/// Any tree, with these names in it now and then.
pub(crate) fn any_doc(names: &'static [&'static str]) -> impl Strategy<Value = Doc> + Clone {
    let name = prop_oneof![4 => prop::sample::select(names.to_vec()).prop_map(str::to_owned), 1 => any_text()];
    let leaf = prop_oneof![
        Just(Doc::Null),
        any::<bool>().prop_map(Doc::Bool),
        any_number().prop_map(Doc::Number),
        any_text().prop_map(Doc::Text),
        name.clone().prop_map(Doc::Text),
    ];
    let doc = leaf.prop_recursive(5, 40, 6, move |inner| {
        let fields = prop::collection::vec((name.clone(), inner.clone()), 0..8);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Doc::List),
            fields.prop_map(Doc::Map),
        ]
    });
    doc.boxed()
}

/// A few changes to a file, most of them of one value.
pub(crate) fn any_changes(
    names: &'static [&'static str],
) -> impl Strategy<Value = Vec<(prop::sample::Index, Change)>> {
    let name =
        prop_oneof![prop::sample::select(names.to_vec()).prop_map(str::to_owned), any_text()];
    let change = prop_oneof![
        2 => Just(Change::Drop),
        2 => Just(Change::Twice),
        1 => (1_usize..400).prop_map(Change::Many),
        1 => name.prop_map(Change::Name),
        3 => any_text().prop_map(|text| Change::Put(Doc::Text(text))),
        3 => any_number().prop_map(|number| Change::Put(Doc::Number(number))),
        1 => any_doc(names).prop_map(Change::Put),
        1 => (1_usize..100).prop_map(Change::Deeper),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), change), 1..4)
}
