//! The words of what stands around the items: their blocks, and the signs.

use super::{ByVoice, Texts, all_missing, each, in_voice, keep, take, wording};
use crate::instrument::{BlockDefinition, Instrument, Mistakes};
use crate::locale::instrument_text::{BlockText, InstrumentText, SignsText, Wording};
use crate::packed::packed_fields;
use crate::session::Voice;

/// The words of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct BlockWords {
    pub(super) look_back: ByVoice,
    pub(super) short: ByVoice,
    pub(super) hints: Vec<ByVoice>,
}

/// The words of the signs in the order of the instrument's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignWords {
    /// The question.
    pub question: String,
    /// What stands below; often nothing.
    pub note: String,
    /// What is ticked by those who noticed none.
    pub none: String,
    /// For each sign the heading under which it stands.
    pub domains: Vec<String>,
    /// The signs.
    pub options: Vec<String>,
}

packed_fields! {
    BlockWords { look_back, short, hints }
    SignWords { question, note, none, domains, options }
}

impl BlockWords {
    pub(super) fn join(block: &BlockDefinition, text: &InstrumentText, m: &mut Mistakes) -> Self {
        let none = BlockText::default();
        let words = text.blocks.get(&block.id).unwrap_or(&none);
        let path = ["text.blocks.", &block.id].concat();
        let mut maybe = |own: &Option<Wording>, name: &str| match own {
            Some(own) => wording(Some(own), &[&path, ".", name].concat(), m),
            None => ByVoice::default(),
        };
        let (look_back, short) =
            (maybe(&words.look_back, "look_back"), maybe(&words.short, "short"));
        let hints = words.hints.iter().enumerate().map(|(place, hint)| {
            wording(Some(hint), &[&path, ".hints[", &place.to_string(), "]"].concat(), m)
        });
        Self { look_back, short, hints: hints.collect() }
    }
}

impl Texts {
    /// The time that a block asks about, as a question; often nothing.
    #[must_use]
    pub fn block_look_back(&self, block: usize, voice: Voice) -> &str {
        self.blocks.get(block).map_or("", |words| in_voice(&words.look_back, voice))
    }

    /// The same in short, to stand above each statement; often nothing.
    #[must_use]
    pub fn block_short(&self, block: usize, voice: Voice) -> &str {
        self.blocks.get(block).map_or("", |words| in_voice(&words.short, voice))
    }

    /// What to keep in mind in a block; often nothing.
    pub fn hints(&self, block: usize, voice: Voice) -> impl Iterator<Item = &str> {
        let hints = self.blocks.get(block).map_or(&[][..], |words| words.hints.as_slice());
        hints.iter().map(move |hint| in_voice(hint, voice))
    }

    /// For each block whether there is something to keep in mind in it.
    #[must_use]
    pub fn hinted(&self) -> Vec<bool> {
        self.blocks.iter().map(|words| !words.hints.is_empty()).collect()
    }
}

impl SignWords {
    pub(super) fn join(instrument: &Instrument, text: &InstrumentText, m: &mut Mistakes) -> Self {
        let signs = instrument.signs();
        let Some(words) = &text.signs else {
            all_missing(&SignsText::default().options, signs.len(), "text.signs", "the signs", m);
            return Self::default();
        };
        if signs.is_empty() {
            m.add("text.signs", "is there, but the file has no signs");
            return Self::default();
        }
        let note = words.note.as_ref().map(|note| keep(Some(note), "text.signs.note", m));
        Self {
            question: keep(Some(&words.question), "text.signs.question", m),
            note: note.unwrap_or_default(),
            none: keep(Some(&words.none), "text.signs.none", m),
            domains: (signs.iter())
                .map(|sign| take(&words.domains, &sign.domain, "text.signs.domains", m))
                .collect(),
            options: (signs.iter())
                .map(|sign| take(&words.options, &sign.id, "text.signs.options", m))
                .collect(),
        }
    }
}

pub(super) fn strangers(instrument: &Instrument, text: &InstrumentText, m: &mut Mistakes) {
    let ids = &mut instrument.blocks().iter().map(|block| block.id.as_str());
    each(&mut text.blocks.names(), ids, ("text.blocks", "blocks", "block"), m);
    let Some(words) = &text.signs else { return };
    let signs = instrument.signs();
    let ids = &mut signs.iter().map(|sign| sign.id.as_str());
    each(&mut words.options.names(), ids, ("text.signs.options", "signs", "sign"), m);
    let ids = &mut signs.iter().map(|sign| sign.domain.as_str());
    each(&mut words.domains.names(), ids, ("text.signs.domains", "signs", "domain"), m);
}
