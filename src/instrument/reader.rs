//! Reads an instrument's file: everything in it that can be read, and what is missing, unknown or of the
//! wrong kind.

mod around;

use super::ANY;
use super::lint::{MOST_ITEMS, WEIGHT};
use super::{Band, BlockDefinition, ContextDefinition, Credit, Definition, Direction};
use super::{
    ItemDefinition, ItemMeaning, ItemName, Keying, Margins, Method, Minimum, Mistakes, Norm,
    OptionSet,
};
use super::{Parts, Precision, ProfileDefinition, RaisedPart, ResponseOption, RoleDefinition};
use super::{ScaleDefinition, SignDefinition, Vector};
use crate::date::Date;
use crate::tree::{Node, Tree, TreeError, is_blank};

/// The number of the file's format.
const FORMAT: f64 = 2.0;

/// What `validated` says.
const VALIDATED: &str = "false, or the source that shows it";

/// What the author of a file in the first format has to change.
const CHANGES: &str = "What stood in 'instrument' now stands at the top of the file; 'options' is a \
    list in 'option_sets', by a name; a scale has an id, a method, and its items or facets with theirs; \
    its 'measures' and 'line' stand in 'profile', its 'deviation' and 'reliability' in its 'precision'. \
    docs/instrument.md has it all";

impl Definition {
    /// Reads what can be read, and notes what is wrong.
    pub(crate) fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        if !matches!(node.tree(), Some(Tree::Map(_))) {
            m.add_last("", "the file must be an object with a format, an id, items and scales");
        }
        let tree = |name| node.field(name).ok().and_then(|found| found.tree());
        let wrapped = matches!(tree("instrument"), Some(Tree::Map(_)));
        match tree("format") {
            Some(Tree::Number(FORMAT)) if wrapped => {
                m.add_last("instrument", &["is of the first format. ", CHANGES].concat());
            }
            Some(Tree::Number(FORMAT)) => {}
            _ if wrapped || matches!(tree("options"), Some(Tree::List(_))) => {
                let what = ["must be 2: this file is in the first format. ", CHANGES].concat();
                m.add_last("format", &what);
            }
            None => m.add("format", "must be there: it is 2"),
            Some(_) => m.add("format", "must be 2"),
        }
        m.only(
            node,
            &[
                "format",
                "id",
                "version",
                "title",
                "author",
                "citation",
                "licence",
                "validated",
                "sources",
                "asks_role",
                "option_sets",
                "blocks",
                "items",
                "scales",
                "signs",
                "context",
                "profile",
                "tests",
                "text",
                "$schema",
            ],
        );
        Self {
            id: m.text(node, "id"),
            version: m.text(node, "version"),
            // What the built-in file has none of, or has for authors, is not read where it is taken at its word.
            credit: if ANY { Credit::collect(node, m) } else { Credit::default() },
            asks_role: m.optional(node, "asks_role", |node| node.truth()),
            option_sets: option_sets(node, m),
            blocks: m.each(node, "blocks", |m, block| BlockDefinition::collect(block, m)),
            items: m.each(node, "items", |m, item| ItemDefinition::collect(item, m)),
            scales: m.each(node, "scales", |m, scale| ScaleDefinition::collect(scale, m)),
            signs: m.each(node, "signs", |m, sign| SignDefinition::collect(sign, m)),
            context: m.each(node, "context", |m, question| ContextDefinition::collect(question, m)),
            profile: node
                .field("profile")
                .ok()
                .and_then(Node::present)
                .map(|profile| ProfileDefinition::collect(&profile, m)),
            tests: if ANY {
                m.each(node, "tests", |m, vector| Vector::collect(vector, m))
            } else {
                Vec::new()
            },
        }
    }
}

impl Credit {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        let mut text = |name| m.maybe_text(node, name);
        let [title, author, citation] = ["title", "author", "citation"].map(&mut text);
        let [mut terms, mut line, mut holder] = [const { None }; 3];
        let mut expires = None;
        if let Some(licence) = node.field("licence").ok().and_then(Node::present) {
            m.only(&licence, &["terms", "line", "holder", "expires"]);
            terms = Some(m.text(&licence, "terms"));
            line = m.maybe_text(&licence, "line");
            holder = m.maybe_text(&licence, "holder");
            expires = m.optional(&licence, "expires", |node| {
                Date::new(&node.text()?).ok_or_else(|| node.must_be("a day such as 2027-01-31"))
            });
        }
        // Whoever brings questions must say so: nobody is to read a score as more than it is.
        if node.field("validated").is_ok_and(|said| said.present().is_none()) {
            m.add("validated", ["must be there: ", VALIDATED].concat());
        }
        let validated = m.read(node, "validated", |node| match node.tree() {
            Some(Tree::Bool(false)) => Ok(None),
            Some(Tree::Text(source)) if !is_blank(source) => Ok(Some(source.clone())),
            _ => Err(node.must_be(VALIDATED)),
        });
        Self { title, author, citation, terms, holder, expires, line, validated }
    }
}

fn byte(whole: Option<u16>) -> Option<u8> {
    whole.and_then(|whole| u8::try_from(whole).ok())
}

fn option_sets(node: &Node<'_>, m: &mut Mistakes) -> Vec<OptionSet> {
    if node.field("option_sets").is_ok_and(|sets| sets.present().is_none()) {
        m.add("option_sets", "must be there");
    }
    let sets = m.named(node, "option_sets", |m, set| {
        let options = set.list(|option| {
            m.only(option, &["id", "value"]);
            Ok(ResponseOption { id: m.text(option, "id"), value: m.read(option, "value", whole) })
        });
        m.take(options)
    });
    let sets = sets.into_entries().into_iter();
    sets.map(|(id, options)| OptionSet { id, options }).collect()
}

/// A whole number from −1000 to 1000.
fn whole(node: &Node<'_>) -> Result<i16, TreeError> {
    let number = node.number()?;
    // The cast keeps to the range, so only a whole number within it comes out as it went in.
    let whole = number as i16;
    if f64::from(whole) == number && whole.abs() <= 1000 {
        Ok(whole)
    } else {
        Err(node.must_be("a whole number from -1000 to 1000"))
    }
}

impl ItemDefinition {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.only(
            node,
            &["id", "options", "keying", "weight", "sign", "alert", "block", "bank", "means"],
        );
        let keyings = [("direct", Keying::Direct), ("reversed", Keying::Reversed)];
        Self {
            id: m.text(node, "id"),
            options: m.maybe_text(node, "options"),
            keying: m
                .optional(node, "keying", |node| node.choice(&keyings, "direct or reversed"))
                .unwrap_or_default(),
            weight: byte(m.whole(node, "weight", WEIGHT)).unwrap_or(1),
            sign: m.maybe_text(node, "sign"),
            alert: m.optional(node, "alert", whole),
            block: m.maybe_text(node, "block"),
            bank: m.optional(node, "bank", |node| node.truth()).unwrap_or_default(),
            means: m.optional(node, "means", ItemMeaning::read),
        }
    }
}

impl ScaleDefinition {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.only(
            node,
            &[
                "id",
                "items",
                "facets",
                "of",
                "method",
                "direction",
                "minimum",
                "precision",
                "norm",
                "bands",
            ],
        );
        let methods = [("sum", Method::Sum), ("mean", Method::Mean), ("percent", Method::Percent)];
        let directions = [("strain", Direction::Strain), ("good", Direction::Good)];
        let method = |node: &Node<'_>| node.choice(&methods, "sum, mean or percent").map(Some);
        Self {
            id: m.text(node, "id"),
            parts: Parts::collect(node, m),
            method: m.read(node, "method", method),
            direction: m
                .optional(node, "direction", |node| node.choice(&directions, "strain or good"))
                .unwrap_or(Direction::Strain),
            minimum: minimum(node, m),
            precision: node.field("precision").ok().and_then(Node::present).map(|node| {
                m.only(&node, &["deviation", "reliability", "retest"]);
                Precision {
                    deviation: m.number(&node, "deviation"),
                    reliability: m.number(&node, "reliability"),
                    retest: m.optional(&node, "retest", |node| node.number()),
                }
            }),
            norm: node.field("norm").ok().filter(|_| ANY).and_then(Node::present).map(|node| {
                m.only(&node, &["mean", "deviation", "source"]);
                Norm {
                    mean: m.number(&node, "mean"),
                    deviation: m.number(&node, "deviation"),
                    source: m.text(&node, "source"),
                }
            }),
            bands: if ANY { bands(node, m) } else { Vec::new() },
        }
    }
}

fn bands(node: &Node<'_>, m: &mut Mistakes) -> Vec<Band> {
    let mut first = true;
    m.each(node, "bands", |m, band| {
        m.only(band, &["id", "from"]);
        let from = m.optional(band, "from", |node| node.number());
        // The first band begins where the scale does, and need not say so.
        if from.is_none() && !first {
            m.add(band.path_of("from"), "must be there: it is the lowest score in the band");
        }
        first = false;
        Band { id: m.text(band, "id"), from: from.unwrap_or(f64::NEG_INFINITY) }
    })
}

impl Parts {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        let given = |name: &str| node.field(name).is_ok_and(|found| found.present().is_some());
        match [given("items"), given("facets"), given("of")] {
            [true, false, false] => Self::Items(m.texts(node, "items")),
            [false, true, false] => Self::Facets(m.each(node, "facets", |m, facet| {
                m.only(facet, &["id", "items"]);
                (m.text(facet, "id"), m.texts(facet, "items"))
            })),
            [false, false, true] => Self::Scales(m.texts(node, "of")),
            _ => {
                // A misspelt one is named already.
                if !["items", "facets", "of"].iter().any(|name| m.has(&node.path_of(name))) {
                    m.add(
                        node.path(),
                        "must have one of items, facets and of (the scales that it is the total of)",
                    );
                }
                Self::Items(Vec::new())
            }
        }
    }
}

fn minimum(node: &Node<'_>, m: &mut Mistakes) -> Minimum {
    const WANTED: &str =
        "all, or an object with a count, a share, an each_facet, or a share and an in_each_facet";
    let Some(found) = node.field("minimum").ok().and_then(Node::present) else {
        return Minimum::All;
    };
    let mut names = found.names();
    let given = (names.next(), names.next(), names.next());
    let minimum = match (found.tree(), given.0, given.1) {
        (Some(Tree::Text(all)), ..) if all == "all" => Some(Minimum::All),
        (_, Some("count"), None) => {
            let count = m.whole(&found, "count", 1..=MOST_ITEMS);
            Some(Minimum::Count(count.map_or(1, usize::from)))
        }
        (_, Some("share"), None) => Some(Minimum::Share(m.number(&found, "share"))),
        (_, Some("each_facet"), None) => Some(Minimum::EachFacet(m.number(&found, "each_facet"))),
        (_, Some("share"), Some("in_each_facet")) | (_, Some("in_each_facet"), Some("share"))
            if given.2.is_none() =>
        {
            let each = m.whole(&found, "in_each_facet", 1..=MOST_ITEMS);
            let each = each.map_or(1, usize::from);
            Some(Minimum::ShareAndEach { share: m.number(&found, "share"), each })
        }
        _ => None,
    };
    minimum.unwrap_or_else(|| {
        let error = found.must_be(WANTED);
        m.add(error.path(), error.what());
        Minimum::All
    })
}

impl ProfileDefinition {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.only(
            node,
            &["burnout", "compassion_fatigue", "tired", "recovery", "carries", "raised_part"],
        );
        Self {
            burnout: RoleDefinition::collect(node, "burnout", m),
            compassion_fatigue: RoleDefinition::collect(node, "compassion_fatigue", m),
            tired: RoleDefinition::collect(node, "tired", m),
            recovery: (node.field("recovery").ok().and_then(Node::present))
                .map(|_| RoleDefinition::collect(node, "recovery", m)),
            carries: m.maybe_text(node, "carries"),
            raised_part: node.field("raised_part").ok().and_then(Node::present).map(|part| {
                m.only(&part, &["line", "watch"]);
                RaisedPart { line: m.number(&part, "line"), watch: m.number(&part, "watch") }
            }),
        }
    }
}

impl RoleDefinition {
    /// `profile` has it under `name`.
    fn collect(profile: &Node<'_>, name: &str, m: &mut Mistakes) -> Self {
        let node = match profile.field(name) {
            Ok(node) => node,
            Err(error) => {
                m.add(error.path(), error.what());
                return Self::default();
            }
        };
        if node.present().is_none() {
            m.add(node.path(), "must be there: it names the scale and its line");
            return Self::default();
        }
        let is_strain = matches!(name, "burnout" | "compassion_fatigue");
        let known = ["scale", "line", "margins", "parts"];
        m.only(&node, if is_strain { &known } else { &known[..2] });
        Self {
            scale: m.text(&node, "scale"),
            line: m.number(&node, "line"),
            margins: (node.field("margins").ok().and_then(Node::present))
                .map(|node| {
                    m.only(&node, &["above", "below"]);
                    Margins { above: m.number(&node, "above"), below: m.number(&node, "below") }
                })
                .unwrap_or_default(),
            parts: m.words(&node, "parts").into_entries(),
        }
    }
}

impl Vector {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.object(node);
        m.only(node, &["note", "answers", "scores", "bands"]);
        // It speaks to readers of the file; only its kind is looked at.
        m.maybe_text(node, "note");
        let maybe = |m: &mut Mistakes, node: &Node<'_>| match node.tree() {
            None | Some(Tree::Null) => None,
            Some(_) => m.take(node.number().map(Some)),
        };
        let answers = match node.field("answers").ok().and_then(|answers| answers.tree()) {
            Some(Tree::List(_)) => {
                let values = m.each(node, "answers", maybe).into_iter().enumerate();
                values.filter_map(|(place, value)| Some((ItemName::Place(place), value?))).collect()
            }
            Some(_) => {
                let values = m.named(node, "answers", maybe).into_entries().into_iter();
                values.filter_map(|(id, value)| Some((ItemName::Id(id), value?))).collect()
            }
            None => {
                m.add(node.path_of("answers"), "must be there");
                Vec::new()
            }
        };
        let bands = m.named(node, "bands", |m, band| match band.tree() {
            None | Some(Tree::Null) => None,
            Some(_) => m.take(band.text().map(Some)),
        });
        Self {
            answers,
            scores: m.named(node, "scores", maybe).into_entries(),
            bands: bands.into_entries(),
        }
    }
}
