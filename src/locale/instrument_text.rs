//! The words of an instrument as they stand in a file.

use crate::instrument::{InstrumentError, Mistakes};
use crate::tree::{Node, Table, Tree};

/// The words of an item or the name of a scale: one text for all, or one for each role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Where the words fit every role.
    pub all: Option<String>,
    /// For paid or voluntary work.
    pub work: Option<String>,
    /// For unpaid caring.
    pub caring: Option<String>,
    /// For people who do both.
    pub both: Option<String>,
}

/// The words of a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScaleText {
    /// Its name.
    pub name: Wording,
    /// By the id of the facet.
    pub facets: Table<String>,
    /// By the id of the band.
    pub bands: Table<BandText>,
}

/// The words of a band.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BandText {
    /// What it is called.
    pub label: String,
    /// What it means, where the author says.
    pub text: Option<String>,
}

/// The words of a context question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContextText {
    /// The question.
    pub question: String,
    /// By the id of the option.
    pub options: Table<String>,
}

/// The words of an instrument as the file has them, by ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstrumentText {
    /// What the self-check is called.
    pub title: Option<String>,
    /// What it asks about and for whom it is.
    pub intro: Option<String>,
    /// The time that is asked about, as a question above the statements.
    pub look_back: Option<String>,
    /// What every statement goes on from.
    pub stem: Option<String>,
    /// By the id of the option set, and in it by the id of the option.
    pub options: Table<Table<String>>,
    /// By the id of the item.
    pub items: Table<Wording>,
    /// By the id of the scale.
    pub scales: Table<ScaleText>,
    /// By the id of the context question.
    pub context: Table<ContextText>,
}

impl InstrumentText {
    /// Reads the words of one instrument.
    ///
    /// # Errors
    /// With everything that is unknown or of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, InstrumentError> {
        let mut mistakes = Mistakes::default();
        let text = Self::collect(node, &mut mistakes);
        mistakes.finish(text)
    }

    pub(crate) fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.object(node);
        m.only(
            node,
            &["title", "intro", "look_back", "stem", "options", "items", "scales", "context"],
        );
        Self {
            title: m.maybe_text(node, "title"),
            intro: m.maybe_text(node, "intro"),
            look_back: m.maybe_text(node, "look_back"),
            stem: m.maybe_text(node, "stem"),
            options: m.named(node, "options", |m, set| {
                let words = set.table(|option| Ok(m.take(option.text())));
                m.take(words)
            }),
            items: m.named(node, "items", |m, item| Wording::collect(item, m)),
            scales: m.named(node, "scales", |m, scale| ScaleText::collect(scale, m)),
            context: m.named(node, "context", |m, question| {
                m.only(question, &["question", "options"]);
                ContextText {
                    question: m.text(question, "question"),
                    options: m.named(question, "options", |m, each| m.take(each.text())),
                }
            }),
        }
    }
}

impl Wording {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        if let Some(Tree::Text(text)) = node.tree() {
            return Self { all: Some(text.clone()), ..Self::default() };
        }
        m.only(node, &["all", "work", "caring", "both"]);
        if node.names().next().is_none() {
            m.add(node.path(), "must be a text, or an object with a text for each role");
        }
        let mut text = |name| m.maybe_text(node, name);
        let [all, work, caring, both] = ["all", "work", "caring", "both"].map(&mut text);
        Self { all, work, caring, both }
    }
}

impl ScaleText {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.object(node);
        m.only(node, &["name", "facets", "bands"]);
        let name = match node.field("name").ok().and_then(Node::present) {
            Some(name) => Wording::collect(&name, m),
            None => Wording::default(),
        };
        Self {
            name,
            facets: m.named(node, "facets", |m, each| m.take(each.text())),
            bands: m.named(node, "bands", |m, band| {
                m.only(band, &["label", "text"]);
                BandText { label: m.text(band, "label"), text: m.maybe_text(band, "text") }
            }),
        }
    }
}
