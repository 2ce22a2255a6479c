//! The words of an instrument as they stand in a file.

use crate::instrument::{InstrumentError, Mistakes};
use crate::packed::{Packed, Unpacking};
use crate::session::Voice;
use crate::tree::{Node, Table, Tree, TreeError, is_blank};

/// The words of an item or the name of a scale: one text for all, or one for each voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Where the words fit every voice that has none of its own.
    pub all: Option<String>,
    /// Of work.
    pub work: Option<String>,
    /// Of unpaid caring.
    pub caring: Option<String>,
    /// Of helping.
    pub helping: Option<String>,
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

/// The words of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockText {
    /// The time that is asked about, as a question.
    pub look_back: Option<Wording>,
    /// The same in short, to stand above each statement.
    pub short: Option<Wording>,
    /// What to keep in mind, said once before the block.
    pub hints: Vec<Wording>,
}

/// The words of the signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignsText {
    /// The question.
    pub question: String,
    /// What stands below.
    pub note: Option<String>,
    /// What is ticked by those who noticed none.
    pub none: String,
    /// By the id of the domain.
    pub domains: Table<String>,
    /// By the id of the sign.
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
    /// By the id of the block.
    pub blocks: Table<BlockText>,
    /// By the id of the item.
    pub items: Table<Wording>,
    /// By the id of the scale.
    pub scales: Table<ScaleText>,
    /// The words of the signs, where there are signs.
    pub signs: Option<SignsText>,
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
            &[
                "title",
                "intro",
                "look_back",
                "stem",
                "options",
                "blocks",
                "items",
                "scales",
                "signs",
                "context",
            ],
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
            blocks: m.named(node, "blocks", |m, block| BlockText::collect(block, m)),
            items: m.named(node, "items", |m, item| Wording::collect(item, m)),
            scales: m.named(node, "scales", |m, scale| ScaleText::collect(scale, m)),
            signs: (node.field("signs").ok().and_then(Node::present))
                .map(|signs| SignsText::collect(&signs, m)),
            context: m.named(node, "context", |m, question| {
                m.only(question, &["question", "options"]);
                ContextText {
                    question: m.text(question, "question"),
                    options: m.words(question, "options"),
                }
            }),
        }
    }
}

impl Wording {
    /// Reads one text, or an object with a text for each voice.
    ///
    /// # Errors
    /// When something in it is of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        if !matches!(node.tree(), Some(Tree::Map(_))) {
            return Ok(Self { all: Some(node.text()?), ..Self::default() });
        }
        let text = |name| node.field(name)?.text_if_present();
        Ok(Self {
            all: text("all")?,
            work: text("work")?,
            caring: text("caring")?,
            helping: text("helping")?,
        })
    }

    /// The words in one voice; nothing where there are none.
    #[must_use]
    pub fn said(&self, voice: Voice) -> &str {
        let own = match voice {
            Voice::Work => &self.work,
            Voice::Caring => &self.caring,
            Voice::Helping => &self.helping,
        };
        own.as_ref().or(self.all.as_ref()).map_or("", String::as_str)
    }

    /// Whether there are words in every voice.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        Voice::ALL.iter().all(|&voice| !is_blank(self.said(voice)))
    }

    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        if let Some(Tree::Text(text)) = node.tree() {
            return Self { all: Some(text.clone()), ..Self::default() };
        }
        m.only(node, &["all", "work", "caring", "helping"]);
        if node.names().next().is_none() {
            m.add(node.path(), "must be a text, or an object with a text for each voice");
        }
        let mut text = |name| m.maybe_text(node, name);
        let [all, work, caring, helping] = ["all", "work", "caring", "helping"].map(&mut text);
        Self { all, work, caring, helping }
    }
}

/// A text alone where it is for all.
impl Packed for Wording {
    fn pack(&self, to: &mut Vec<Tree>) {
        let Self { all, work, caring, helping } = self;
        match (all, work, caring, helping) {
            (Some(all), None, None, None) => all.pack(to),
            _ => {
                to.push(Tree::Null);
                [all, work, caring, helping].into_iter().for_each(|text| text.pack(to));
            }
        }
    }

    fn unpack(from: &mut Unpacking) -> Self {
        if let Tree::Text(all) = from.next() {
            return Self { all: Some(all), ..Self::default() };
        }
        let [all, work, caring, helping] = Packed::unpack(from);
        Self { all, work, caring, helping }
    }
}

impl BlockText {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.object(node);
        m.only(node, &["look_back", "short", "hints"]);
        let mut one = |name| {
            let found = node.field(name).ok().and_then(Node::present);
            found.map(|words| Wording::collect(&words, m))
        };
        let [look_back, short] = ["look_back", "short"].map(&mut one);
        let hints = m.each(node, "hints", |m, hint| Wording::collect(hint, m));
        Self { look_back, short, hints }
    }
}

impl SignsText {
    fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.object(node);
        m.only(node, &["question", "note", "none", "domains", "options"]);
        Self {
            question: m.text(node, "question"),
            note: m.maybe_text(node, "note"),
            none: m.text(node, "none"),
            domains: m.words(node, "domains"),
            options: m.words(node, "options"),
        }
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
            facets: m.words(node, "facets"),
            bands: m.named(node, "bands", |m, band| {
                m.only(band, &["label", "text"]);
                BandText { label: m.text(band, "label"), text: m.maybe_text(band, "text") }
            }),
        }
    }
}
