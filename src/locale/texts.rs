//! How the words of an instrument join its structure: every part has its words.

mod around;
mod largest;
mod packed;

pub use around::SignWords;
pub use largest::width;

use super::instrument_text::{BandText, ContextText, InstrumentText, ScaleText, Wording};
use super::{LONGEST_TEXT, is_too_long};
use crate::instrument::{ANY, Ids, Instrument, InstrumentError, MadeOf, Mistakes, Scale};
use crate::session::Voice;
use crate::tree::{Table, is_blank, shortened};
use around::BlockWords;
use largest::largest;

/// A text for each voice, in the order of [`Voice::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ByVoice([String; 3]);

fn in_voice(texts: &ByVoice, voice: Voice) -> &str {
    let ByVoice([work, caring, helping]) = texts;
    match voice {
        Voice::Work => work,
        Voice::Caring => caring,
        Voice::Helping => helping,
    }
}

/// The words of a scale in the order of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ScaleWords {
    name: ByVoice,
    facets: Vec<String>,
    bands: Vec<BandText>,
}

/// The words of an instrument in the order of its parts: every part has its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    title: String,
    intro: String,
    look_back: String,
    stem: String,
    options: Vec<Vec<String>>,
    blocks: Vec<BlockWords>,
    items: Vec<ByVoice>,
    scales: Vec<ScaleWords>,
    signs: SignWords,
    context: Vec<(String, Vec<String>)>,
    /// The words of the items that need the most room, longest first.
    largest: Vec<String>,
}

impl Texts {
    /// Joins the words to the instrument.
    ///
    /// # Errors
    /// With all words that are missing, too long, or belong to nothing, with their places.
    pub fn new(instrument: &Instrument, text: &InstrumentText) -> Result<Self, InstrumentError> {
        let mut mistakes = Mistakes::default();
        let texts = Self::join(instrument, text, &mut mistakes);
        mistakes.finish(texts)
    }

    pub(crate) fn join(instrument: &Instrument, text: &InstrumentText, m: &mut Mistakes) -> Self {
        if ANY {
            strangers(instrument, text, m);
        }
        let mut optional = |own: &Option<String>, name: &str| match own {
            Some(own) => keep(Some(own), &["text.", name].concat(), m),
            None => String::new(),
        };
        let [own_title, intro, look_back, stem] = [
            optional(&text.title, "title"),
            optional(&text.intro, "intro"),
            optional(&text.look_back, "look_back"),
            optional(&text.stem, "stem"),
        ];
        let credited = instrument.credit().title.clone();
        let title = Some(own_title).filter(|title| !title.is_empty()).or(credited);
        let sets = instrument.option_sets();
        all_missing(&text.options, sets.len(), "text.options", "the options", m);
        let options = sets.iter().map(|set| {
            let none = Table::default();
            let path = ["text.options.", &set.id].concat();
            let words = found(&text.options, &set.id, &path, m).unwrap_or(&none);
            set.options.iter().map(|option| take(words, &option.id, &path, m)).collect()
        });
        let options = options.collect();
        all_missing(&text.items, instrument.items().len(), "text.items", "the items", m);
        let items = instrument.items().iter().map(|item| match item.id.as_str() {
            "" => ByVoice::default(),
            id => wording(text.items.get(id), &["text.items.", id].concat(), m),
        });
        let items: Vec<ByVoice> = items.collect();
        all_missing(&text.scales, instrument.scales().len(), "text.scales", "the scales", m);
        let scales =
            instrument.scales().iter().map(|scale| ScaleWords::join(scale, text, m)).collect();
        all_missing(&text.context, instrument.context().len(), "text.context", "the questions", m);
        let context = instrument.context().iter().map(|question| {
            let path = ["text.context.", &question.id].concat();
            let none = ContextText::default();
            let words = found(&text.context, &question.id, &path, m);
            let options = &words.unwrap_or(&none).options;
            let asked = keep(words.map(|words| &words.question), &[&path, ".question"].concat(), m);
            let path = [&path, ".options"].concat();
            (
                asked,
                question.options.iter().map(|option| take(options, &option.id, &path, m)).collect(),
            )
        });
        let context = context.collect();
        let blocks = (instrument.blocks().iter()).map(|block| BlockWords::join(block, text, m));
        let blocks = blocks.collect();
        Self {
            blocks,
            signs: SignWords::join(instrument, text, m),
            title: title.unwrap_or_else(|| instrument.id().to_owned()),
            intro,
            look_back,
            stem,
            options,
            largest: largest(items.iter().flat_map(|words| &words.0)),
            items,
            scales,
            context,
        }
    }

    /// The words of the items that need the most room, whatever the voice.
    #[must_use]
    pub fn largest(&self) -> &[String] {
        &self.largest
    }

    /// What the self-check is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it asks about and for whom it is; often nothing.
    #[must_use]
    pub fn intro(&self) -> &str {
        &self.intro
    }

    /// The time that is asked about, as a question above the statements; often nothing.
    #[must_use]
    pub fn look_back(&self) -> &str {
        &self.look_back
    }

    /// What every statement goes on from; often nothing.
    #[must_use]
    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// The words of the options that an item of this instrument offers.
    #[must_use]
    pub fn options(&self, instrument: &Instrument, item: usize) -> &[String] {
        let set = instrument.items().get(item).map(|item| item.set);
        set.and_then(|set| self.options.get(set)).map_or(&[], Vec::as_slice)
    }

    /// The words of all options, set by set.
    pub fn all_options(&self) -> impl Iterator<Item = &[String]> {
        self.options.iter().map(Vec::as_slice)
    }

    /// The words of an option that an item of this instrument offers.
    #[must_use]
    pub fn option(&self, instrument: &Instrument, item: usize, option: u8) -> &str {
        self.options(instrument, item).get(usize::from(option)).map_or("", String::as_str)
    }

    /// The name of a scale in one voice, by its position.
    #[must_use]
    pub fn scale(&self, scale: usize, voice: Voice) -> &str {
        self.scales.get(scale).map_or("", |words| in_voice(&words.name, voice))
    }

    /// The names of the parts of a scale.
    #[must_use]
    pub fn parts(&self, scale: usize) -> &[String] {
        self.scales.get(scale).map_or(&[], |words| &words.facets)
    }

    /// The words of a band of a scale, both by their positions.
    #[must_use]
    pub fn band(&self, scale: usize, band: usize) -> Option<&BandText> {
        self.scales.get(scale)?.bands.get(band)
    }

    /// The words of an item in one voice.
    #[must_use]
    pub fn item(&self, item: usize, voice: Voice) -> &str {
        self.items.get(item).map_or("", |texts| in_voice(texts, voice))
    }

    /// The words of the signs.
    #[must_use]
    pub fn signs(&self) -> &SignWords {
        &self.signs
    }

    /// The words of a context question and of its options.
    #[must_use]
    pub fn context(&self, question: usize) -> (&str, &[String]) {
        self.context.get(question).map_or(("", &[]), |(asked, options)| (asked, options))
    }
}

impl ScaleWords {
    fn join(scale: &Scale, text: &InstrumentText, m: &mut Mistakes) -> Self {
        if scale.id.is_empty() {
            return Self::default();
        }
        let path = ["text.scales.", &scale.id].concat();
        let none = ScaleText::default();
        let words = found(&text.scales, &scale.id, &path, m).unwrap_or(&none);
        let facets = [&path, ".facets"].concat();
        Self {
            name: wording(
                text.scales.get(&scale.id).map(|words| &words.name),
                &[&path, ".name"].concat(),
                m,
            ),
            facets: (scale.parts().iter())
                .map(|part| match (scale.made_of, words.facets.get(&part.id)) {
                    // A part of a total is a scale and goes by its name.
                    (MadeOf::Scales, None) => {
                        let name = text.scales.get(&part.id).map(|words| &words.name);
                        let all = name.and_then(|name| name.all.as_ref().or(name.work.as_ref()));
                        all.cloned().unwrap_or_default()
                    }
                    _ => take(&words.facets, &part.id, &facets, m),
                })
                .collect(),
            bands: (scale.bands.iter())
                .map(|band| {
                    let path = [&path, ".bands.", &band.id].concat();
                    let found = words.bands.get(&band.id);
                    let label = match found {
                        Some(words) => keep(Some(&words.label), &[&path, ".label"].concat(), m),
                        None => keep(None, &path, m),
                    };
                    let text = found.and_then(|words| words.text.as_ref());
                    let text = text.map(|text| keep(Some(text), &[&path, ".text"].concat(), m));
                    BandText { label, text }
                })
                .collect(),
        }
    }
}

fn take(texts: &Table<String>, id: &str, path: &str, m: &mut Mistakes) -> String {
    // What has no id has no words either.
    if id.is_empty() { String::new() } else { keep(texts.get(id), &[path, ".", id].concat(), m) }
}

/// `path` ends with an id.
fn wording(words: Option<&Wording>, path: &str, m: &mut Mistakes) -> ByVoice {
    let none = Wording::default();
    let Wording { all, work, caring, helping } = words.unwrap_or(&none);
    let own = [("work", work), ("caring", caring), ("helping", helping)];
    let lacking = || own.iter().filter(|(_, own)| own.is_none()).map(|(voice, _)| *voice);
    if all.is_none() && own.iter().any(|(_, own)| own.is_some()) && lacking().next().is_some() {
        let lacking: Vec<&str> = lacking().collect();
        m.add(path, ["has no words for ", &lacking.join(" and ")].concat());
    }
    if let (Some(all), true) = (all, lacking().next().is_none()) {
        // Said by nobody, but there: too long or empty it is a mistake all the same.
        keep(Some(all), &[path, ".all"].concat(), m);
    }
    ByVoice(own.map(|(voice, own)| match own {
        Some(own) => keep(Some(own), &[path, ".", voice].concat(), m),
        None => keep(all.as_ref(), path, m),
    }))
}

fn keep(text: Option<&String>, path: &str, m: &mut Mistakes) -> String {
    match text {
        Some(text) if is_too_long(text) => {
            let count = text.chars().count();
            m.add(path, format!("has {count} characters: {LONGEST_TEXT} are the most"));
        }
        Some(text) if !is_blank(text) => return text.clone(),
        Some(_) => m.add(path, "is empty"),
        // Where something below was of the wrong kind, that is said.
        None if m.within(path) => {}
        None => m.add(path, "must be there"),
    }
    String::new()
}

/// Names what has no words at all in one mistake, and not each of its parts.
fn all_missing<T>(words: &Table<T>, of: usize, path: &str, what: &str, m: &mut Mistakes) {
    if ANY && words.is_empty() && of > 0 {
        m.add(path, ["must be there: the words of ", what, ", by their ids"].concat());
    }
}

/// The words under an id, or nothing, which is a mistake.
fn found<'a, T>(words: &'a Table<T>, id: &str, path: &str, m: &mut Mistakes) -> Option<&'a T> {
    let found = words.get(id);
    if found.is_none() && !id.is_empty() {
        m.add(path, "must be there");
    }
    found
}

/// Names every text that belongs to nothing: most often its id is misspelt.
fn strangers(instrument: &Instrument, text: &InstrumentText, m: &mut Mistakes) {
    let ids = &mut instrument.items().iter().map(|item| item.id.as_str());
    each(&mut text.items.names(), ids, ("text.items", "items", "item"), m);
    let (sets, scales) = (instrument.option_sets(), instrument.scales());
    let ids = &mut sets.iter().map(|set| set.id.as_str());
    each(&mut text.options.names(), ids, ("text.options", "option_sets", "option set"), m);
    let ids = &mut scales.iter().map(|scale| scale.id.as_str());
    each(&mut text.scales.names(), ids, ("text.scales", "scales", "scale"), m);
    let ids = &mut instrument.context().iter().map(|asked| asked.id.as_str());
    each(&mut text.context.names(), ids, ("text.context", "context", "question"), m);
    around::strangers(instrument, text, m);
    for set in sets {
        let Some(words) = text.options.get(&set.id) else { continue };
        let path = ["text.options.", &set.id].concat();
        let list = ["option_sets.", &set.id].concat();
        let ids = &mut set.options.iter().map(|option| option.id.as_str());
        each(&mut words.names(), ids, (&path, &list, "option"), m);
    }
    for (place, scale) in scales.iter().enumerate() {
        let Some(words) = text.scales.get(&scale.id) else { continue };
        let list = ["scales[", &place.to_string(), "]."].concat();
        let path = ["text.scales.", &scale.id].concat();
        let (facets, bands) = ([&path, ".facets"].concat(), [&path, ".bands"].concat());
        let ids = &mut scale.parts().iter().map(|part| part.id.as_str());
        each(&mut words.facets.names(), ids, (&facets, &[&list, "facets"].concat(), "part"), m);
        let ids = &mut scale.bands.iter().map(|band| band.id.as_str());
        each(&mut words.bands.names(), ids, (&bands, &[&list, "bands"].concat(), "band"), m);
    }
}

/// Names those that are not among `known`. `path` leads to them, `list` to what is known.
fn each<'a>(
    names: &mut dyn Iterator<Item = &'a str>,
    known: &mut dyn Iterator<Item = &'a str>,
    (path, list, what): (&str, &str, &str),
    m: &mut Mistakes,
) {
    // One of the ids that could not be read may be meant.
    if m.lacks_ids(list) {
        return;
    }
    let known = Ids::new(known);
    for name in names.filter(|name| !known.has(name)) {
        let what = ["belongs to no ", what, " of this instrument"].concat();
        m.add([path, ".", &shortened(name)].concat(), what);
    }
}
