//! The typed message catalogue: all words of one language, checked for completeness when read.

mod fill;
mod instrument_text;
mod intl;
mod message;
mod texts;

use std::fmt;

pub use instrument_text::{
    BandText, BlockText, ContextText, InstrumentText, ScaleText, SignsText, Wording,
};
pub use intl::Intl;
pub use message::Message;
pub use texts::{SignWords, Texts, width};

use crate::guidance::ADVICE;
use crate::instrument::{Instrument, InstrumentError};
use crate::packed::{Packed, Unpacking, packed_fields, packed_places};
use crate::regions::Regions;
use crate::session::Voice;
use crate::tree::{Node, Table, Tree, TreeError, deserialize_from_tree, is_blank};
use intl::Asked;

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The words of one piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceText {
    /// A short call to do something.
    pub title: String,
    /// How to go about it.
    pub text: String,
}

/// A locale file as it stands.
#[derive(Clone, Debug)]
pub struct LocaleFile {
    /// A BCP 47 language tag.
    pub language: String,
    /// The tag by which the browser knows how numbers, lists and days are written; that of the language where
    /// the file names no other.
    pub written: String,
    /// What this language is called in itself.
    pub name: String,
    /// The direction of writing.
    pub direction: Direction,
    /// That nobody who treats people has read these words yet, where that is so.
    pub review: String,
    /// By [`Message::key`], by `region.` and the id of a region, and for the documents around the
    /// widget by `panel.` and `frame.`.
    pub messages: Table<Wording>,
    /// By the id of the advice.
    pub advice: Table<AdviceText>,
    /// By the id of the instrument its words, still as they stand: [`InstrumentText`] reads them.
    pub instruments: Table<Tree>,
}

deserialize_from_tree!(LocaleFile);

impl LocaleFile {
    /// Reads the file.
    ///
    /// # Errors
    /// When something in it is missing or of the wrong kind, with its place.
    pub fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        let directions = [("ltr", Direction::Ltr), ("rtl", Direction::Rtl)];
        let language = tag(&node.field("language")?)?;
        let written = node.field("written")?.present().map(|field| tag(&field)).transpose()?;
        Ok(Self {
            written: written.unwrap_or_else(|| language.clone()),
            language,
            name: node.field("name")?.text()?,
            review: node.field("review")?.text_if_present()?.unwrap_or_default(),
            direction: node.field("direction")?.choice(&directions, "ltr or rtl")?,
            messages: node.field("messages")?.table(Wording::read)?,
            advice: node.field("advice")?.table(AdviceText::read)?,
            instruments: node
                .field("instruments")?
                .table(|text| Ok(text.tree().cloned().unwrap_or(Tree::Null)))?,
        })
    }
}

/// A language tag.
fn tag(node: &Node<'_>) -> Result<String, TreeError> {
    let tag = node.text()?;
    let plain = tag.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    if tag.is_empty() || tag.len() > LONGEST_TAG || !plain {
        return Err(node.must_be("a language tag, such as en"));
    }
    Ok(tag)
}

impl LocaleFile {
    /// The words that the file has for an instrument, joined to it.
    ///
    /// # Errors
    /// With all words that are missing, too long, or belong to nothing, with their places.
    pub fn texts(&self, instrument: &Instrument) -> Result<Texts, InstrumentError> {
        let text = self.instruments.get(instrument.id()).unwrap_or(&Tree::Null);
        Texts::new(instrument, &InstrumentText::read(&Node::new(text))?)
    }
}

packed_fields! {
    AdviceText { title, text }
}

packed_places! {
    Direction { Ltr, Rtl }
}

impl AdviceText {
    fn is_blank(&self) -> bool {
        is_blank(&self.title) || is_blank(&self.text)
    }

    fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        Ok(Self { title: node.field("title")?.text()?, text: node.field("text")?.text()? })
    }
}

/// Why a locale file or the texts of an instrument cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocaleError {
    /// Texts are missing; these are their keys.
    Missing(Vec<String>),
    /// A text is longer than [`LONGEST_TEXT`]; this is its key.
    TooLong(String),
}

/// Longer than any tag of a language that people write in.
const LONGEST_TAG: usize = 35;

/// The most characters that one text may have.
pub const LONGEST_TEXT: usize = 2_000;

/// Letters are counted: some scripts take more bytes for each.
pub(crate) fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT
}

impl fmt::Display for LocaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(keys) => write!(f, "texts are missing: {}", keys.join(", ")),
            Self::TooLong(key) => {
                write!(f, "the text '{key}' is longer than {LONGEST_TEXT} characters")
            }
        }
    }
}

impl std::error::Error for LocaleError {}

/// Of what has one voice alone.
fn plain(words: &Wording) -> String {
    words.said(Voice::default()).to_owned()
}

/// The words in the list of regions that stand for messages.
const LINE_WORDS: [(&str, Message); 12] = [
    ("listening", Message::LineListening),
    ("crisis", Message::LineCrisis),
    ("suicide", Message::LineSuicide),
    ("urgent", Message::LineUrgent),
    ("carers", Message::LineCarers),
    ("doctors", Message::LineDoctors),
    ("nurses", Message::LineNurses),
    ("directory", Message::LineDirectory),
    ("always", Message::LineAlways),
    ("weekdays", Message::LineWeekdays),
    ("free", Message::LineFree),
    ("plan", Message::LinePlan),
];

/// All words of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    language: String,
    written: String,
    name: String,
    direction: Direction,
    review: String,
    messages: Vec<Wording>,
    advice: Vec<AdviceText>,
    regions: Vec<String>,
    support: Vec<String>,
    asked: Asked,
}

impl Locale {
    /// Takes the words that the widget needs out of a locale file.
    ///
    /// # Errors
    /// When texts are missing, with the keys of all of them, or when one is too long.
    pub fn new(file: &LocaleFile, regions_known: &Regions) -> Result<Self, LocaleError> {
        let mut missing = Vec::new();
        let mut message = |key: &str| {
            let words = file.messages.get(key).filter(|words| words.is_whole());
            words.cloned().unwrap_or_else(|| {
                missing.push(key.to_owned());
                Wording::default()
            })
        };
        let messages: Vec<Wording> = Message::ALL.iter().map(|each| message(each.key())).collect();
        let regions: Vec<String> = regions_known
            .all()
            .iter()
            .map(|region| match &region.name {
                Some(name) => name.clone(),
                None => plain(&message(&format!("region.{}", region.id))),
            })
            .collect();
        let support = regions_known.all().iter().map(|region| {
            file.messages.get(&format!("support.{}", region.id)).map(plain).unwrap_or_default()
        });
        let support: Vec<String> = support.collect();
        let mut advice = Vec::new();
        for piece in ADVICE {
            match file.advice.get(piece.id) {
                Some(words) if !words.is_blank() => advice.push(words.clone()),
                _ => missing.push(format!("advice.{}", piece.id)),
            }
        }
        if !missing.is_empty() {
            return Err(LocaleError::Missing(missing));
        }
        let too_long = |text: &str| is_too_long(text);
        let name = |kind: &str, id: &str| format!("{kind}.{id}");
        let message = Message::ALL
            .iter()
            .zip(&messages)
            .find(|(_, words)| Voice::ALL.iter().any(|&voice| too_long(words.said(voice))));
        let piece = (ADVICE.iter().zip(&advice))
            .find(|(_, words)| too_long(&words.title) || too_long(&words.text));
        let region = (regions_known.all().iter().zip(regions.iter().zip(&support)))
            .find(|(_, (text, words))| too_long(text) || too_long(words));
        let long = (message.map(|(message, _)| message.key().to_owned()))
            .or_else(|| piece.map(|(piece, _)| name("advice", piece.id)))
            .or_else(|| region.map(|(region, _)| name("region", &region.id)));
        if let Some(key) = long {
            return Err(LocaleError::TooLong(key));
        }
        Ok(Self {
            language: file.language.clone(),
            written: file.written.clone(),
            name: file.name.clone(),
            direction: file.direction,
            review: file.review.clone(),
            messages,
            advice,
            regions,
            support,
            asked: Asked::default(),
        })
    }

    /// Packs the words, those for regions with the ids of `regions`, of which the locale was made.
    pub fn pack(&self, regions: &Regions, to: &mut Vec<Tree>) {
        self.language.pack(to);
        self.written.pack(to);
        self.name.pack(to);
        self.direction.pack(to);
        self.review.pack(to);
        self.messages.pack(to);
        self.advice.pack(to);
        let words = self.regions.iter().cloned().zip(self.support.iter().cloned());
        let words = regions.all().iter().map(|region| region.id.clone()).zip(words);
        words.collect::<Vec<_>>().pack(to);
    }

    /// What was packed, with words for these regions: others may have come in.
    #[must_use]
    pub fn unpack(from: &mut Unpacking, regions: &Regions) -> Self {
        let [language, written, name] = Packed::unpack(from);
        let (direction, review) = Packed::unpack(from);
        let (messages, advice) = Packed::unpack(from);
        let known: Vec<(String, (String, String))> = Packed::unpack(from);
        let mut locale = Self {
            language,
            written,
            name,
            direction,
            review,
            messages,
            advice,
            regions: Vec::new(),
            support: Vec::new(),
            asked: Asked::default(),
        };
        for region in regions.all() {
            let known = known.iter().find(|(id, _)| *id == region.id);
            let (name, support) = known.map(|(_, words)| words.clone()).unwrap_or_default();
            locale.regions.push(region.name.clone().unwrap_or(name));
            locale.support.push(support);
        }
        locale
    }

    /// The language tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What the language is called in itself.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// That nobody who treats people has read these words yet; empty where somebody has.
    #[must_use]
    pub fn review(&self) -> &str {
        &self.review
    }

    /// The direction of writing.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// A text that is the same in every voice, without places to fill.
    #[must_use]
    pub fn text(&self, message: Message) -> &str {
        self.said(message, Voice::default())
    }

    /// A text in one voice, without places to fill.
    #[must_use]
    pub fn said(&self, message: Message, voice: Voice) -> &str {
        self.messages.get(message as usize).map_or("", |words| words.said(voice))
    }

    /// A text that is the same in every voice, with each `{name}` in it replaced by what `values` has
    /// for the name.
    #[must_use]
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        self.filled(self.text(message), values)
    }

    /// What stands between two of several parts: in the text it stands between two places.
    #[must_use]
    pub fn between(&self, message: Message) -> &str {
        let (_, after) = self.text(message).split_once('}').unwrap_or_default();
        after.split_once('{').map_or("", |(between, _)| between)
    }

    /// What a word in the list of regions stands for, such as `free`; anything else stands for itself.
    #[must_use]
    pub fn line_word<'a>(&'a self, word: &'a str) -> &'a str {
        let known = LINE_WORDS.iter().find(|(known, _)| *known == word);
        known.map_or(word, |(_, message)| self.text(*message))
    }

    /// The words of a piece of advice, by its place in [`ADVICE`].
    #[must_use]
    pub fn advice(&self, id: &str) -> Option<&AdviceText> {
        let place = ADVICE.iter().position(|piece| piece.id == id)?;
        self.advice.get(place)
    }

    /// What is known of support for people who help others in a region; often nothing.
    #[must_use]
    pub fn support(&self, place: usize) -> &str {
        self.support.get(place).map_or("", String::as_str)
    }

    /// The name of a region, by its place in the list of regions.
    #[must_use]
    pub fn region(&self, place: usize) -> &str {
        self.regions.get(place).map_or("", String::as_str)
    }
}
