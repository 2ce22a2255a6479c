//! The words of an instrument in one language, and how they join its structure.

use super::{LONGEST_TEXT, LocaleError};
use crate::instrument::{Construct, Instrument};
use crate::session::Setting;
use crate::tree::{Node, Table, TreeError, deserialize_from_tree, is_blank};

/// The words of an item: one text for all, or one for each role.
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

/// The words of a context question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextText {
    /// The question.
    pub question: String,
    /// By the id of the option.
    pub options: Table<String>,
}

/// The words of an instrument as the file has them, by ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentText {
    /// By the id of the response option.
    pub options: Table<String>,
    /// By the id of the facet.
    pub facets: Table<String>,
    /// By the id of the item.
    pub items: Table<Wording>,
    /// By the id of the context question.
    pub context: Table<ContextText>,
}

deserialize_from_tree!(InstrumentText);

impl InstrumentText {
    /// Reads the words of one instrument.
    ///
    /// # Errors
    /// When something is missing or of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            options: node.field("options")?.table(|node| node.text())?,
            facets: node.field("facets")?.table(|node| node.text())?,
            items: node.field("items")?.table(Wording::read)?,
            context: node.field("context")?.table(ContextText::read)?,
        })
    }
}

impl Wording {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            all: node.field("all")?.text_if_present()?,
            work: node.field("work")?.text_if_present()?,
            caring: node.field("caring")?.text_if_present()?,
            both: node.field("both")?.text_if_present()?,
        })
    }
}

impl ContextText {
    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self {
            question: node.field("question")?.text()?,
            options: node.field("options")?.table(|node| node.text())?,
        })
    }
}

/// The words of an instrument in the order of its parts: every part has its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    options: Vec<String>,
    facets: [Vec<String>; 3],
    items: Vec<[String; 3]>,
    context: Vec<(String, Vec<String>)>,
}

impl Texts {
    /// Joins the words to the instrument.
    ///
    /// # Errors
    /// When words are missing, with the keys of all of them, or when a text is too long.
    pub fn new(instrument: &Instrument, text: &InstrumentText) -> Result<Self, LocaleError> {
        let mut taken = Taken::default();
        let options =
            instrument.options().iter().map(|o| taken.take(&text.options, &o.id)).collect();
        let facets = Construct::ALL.map(|construct| {
            let facets = &instrument.scale(construct).facets;
            facets.iter().map(|facet| taken.take(&text.facets, &facet.id)).collect()
        });
        let items = instrument
            .items()
            .iter()
            .map(|item| {
                let none = Wording::default();
                let Wording { all, work, caring, both } = text.items.get(&item.id).unwrap_or(&none);
                [work, caring, both]
                    .map(|own| taken.keep(own.as_ref().or(all.as_ref()).cloned(), &item.id))
            })
            .collect();
        let context = instrument
            .context()
            .iter()
            .map(|question| {
                let found = text.context.get(&question.id);
                let none = Table::default();
                let options = found.map_or(&none, |words| &words.options);
                let options = question.options.iter().map(|o| taken.take(options, &o.id)).collect();
                (taken.keep(found.map(|words| words.question.clone()), &question.id), options)
            })
            .collect();
        match taken {
            Taken { missing, .. } if !missing.is_empty() => Err(LocaleError::Missing(missing)),
            Taken { too_long: Some(key), .. } => Err(LocaleError::TooLong(key)),
            Taken { .. } => Ok(Self { options, facets, items, context }),
        }
    }

    /// The words of a response option.
    #[must_use]
    pub fn option(&self, option: u8) -> &str {
        self.options.get(usize::from(option)).map_or("", String::as_str)
    }

    /// The words of all response options.
    #[must_use]
    pub fn options(&self) -> &[String] {
        &self.options
    }

    /// The names of the facets of a scale.
    #[must_use]
    pub fn facets(&self, construct: Construct) -> &[String] {
        let [burnout, compassion_fatigue, tiredness] = &self.facets;
        match construct {
            Construct::Burnout => burnout,
            Construct::CompassionFatigue => compassion_fatigue,
            Construct::Tiredness => tiredness,
        }
    }

    /// The words of an item in one role.
    #[must_use]
    pub fn item(&self, item: usize, setting: Setting) -> &str {
        let Some([work, caring, both]) = self.items.get(item) else {
            return "";
        };
        match setting {
            Setting::Work => work,
            Setting::Caring => caring,
            Setting::Both => both,
        }
    }

    /// The words of a context question and of its options.
    #[must_use]
    pub fn context(&self, question: usize) -> (&str, &[String]) {
        self.context.get(question).map_or(("", &[]), |(asked, options)| (asked, options))
    }
}

/// What was found wrong on the way.
#[derive(Default)]
struct Taken {
    missing: Vec<String>,
    too_long: Option<String>,
}

impl Taken {
    fn take(&mut self, texts: &Table<String>, key: &str) -> String {
        let text = texts.get(key).cloned();
        self.keep(text, key)
    }

    fn keep(&mut self, text: Option<String>, key: &str) -> String {
        match text {
            Some(text) if text.len() > LONGEST_TEXT => self.too_long = Some(key.to_owned()),
            Some(text) if !is_blank(&text) => return text,
            _ => self.missing.push(key.to_owned()),
        }
        String::new()
    }
}
