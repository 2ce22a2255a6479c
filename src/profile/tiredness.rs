//! The words for tiredness and rest. They repeat the answers and claim nothing beyond them.

use super::count::Count;
use crate::instrument::Key;

/// How tired a person is by their answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tired {
    /// Not tired.
    No,
    /// Somewhat.
    Somewhat,
    /// Tired.
    Yes,
    /// They left it out.
    NotSaid,
}

/// Whether rest helps a person by their answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// It helps.
    Helps,
    /// It helps in part.
    InPart,
    /// It does not help.
    DoesNotHelp,
    /// They left it out.
    NotSaid,
    /// The instrument has no scale for it.
    NotAsked,
}

/// One of three words, from the lowest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Low,
    Middle,
    High,
}

impl Word {
    /// Bounds come first; else one answer is enough.
    fn new(key: &Key, count: &Count) -> Option<Self> {
        let word = |answers, keyed| {
            let cut = key.cut(answers)?;
            Some(if keyed >= cut.high {
                Word::High
            } else if keyed >= cut.middle {
                Word::Middle
            } else {
                Word::Low
            })
        };
        if count.answered == 0 {
            return None;
        }
        let all = count.answered + count.open;
        let lowest = word(all, count.keyed);
        if lowest == word(all, count.highest(key)) {
            lowest
        } else {
            word(count.answered, count.keyed)
        }
    }
}

impl Tired {
    /// All of them.
    pub const ALL: [Tired; 4] = [Tired::No, Tired::Somewhat, Tired::Yes, Tired::NotSaid];

    pub(super) fn new(key: &Key, count: &Count) -> Self {
        match Word::new(key, count) {
            Some(Word::Low) => Tired::No,
            Some(Word::Middle) => Tired::Somewhat,
            Some(Word::High) => Tired::Yes,
            None => Tired::NotSaid,
        }
    }

    /// What it is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Tired::No => "not_tired",
            Tired::Somewhat => "somewhat_tired",
            Tired::Yes => "tired",
            Tired::NotSaid => "tired_not_said",
        }
    }
}

impl Rest {
    /// All of them.
    pub const ALL: [Rest; 5] =
        [Rest::Helps, Rest::InPart, Rest::DoesNotHelp, Rest::NotSaid, Rest::NotAsked];

    pub(super) fn new(key: &Key, count: &Count) -> Self {
        match Word::new(key, count) {
            Some(Word::High) => Rest::Helps,
            Some(Word::Middle) => Rest::InPart,
            Some(Word::Low) => Rest::DoesNotHelp,
            None => Rest::NotSaid,
        }
    }

    /// What it is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Rest::Helps => "rest_helps",
            Rest::InPart => "rest_helps_in_part",
            Rest::DoesNotHelp => "rest_does_not_help",
            Rest::NotSaid => "rest_not_said",
            Rest::NotAsked => "rest_not_asked",
        }
    }
}
