//! What may be wrong in a record, with its place.

use thiserror::Error;

/// Something that is wrong.
#[derive(Clone, Debug, Error, PartialEq)]
#[error("{at} {what}")]
pub struct Wrong {
    /// The way to it from the beginning of the file, with the linkId of its item.
    pub at: String,
    /// What is wrong.
    pub what: What,
}

/// What is wrong.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum What {
    /// Something else stands where a list must.
    #[error("must be a list")]
    NoList,
    /// An item without a name.
    #[error("has no linkId")]
    NoLink,
    /// A name a second time.
    #[error("is there a second time: every linkId stands once")]
    Twice,
    /// A name that the instrument does not know.
    #[error("is no question of this instrument{0}")]
    Unknown(String),
    /// An answer that is not offered.
    #[error("is {said}, but its answers are {offered}")]
    NotOffered {
        /// What was answered.
        said: String,
        /// What is offered.
        offered: String,
    },
    /// An answer that is neither a code nor a number.
    #[error("has an answer without a code, a number or an ordinal value")]
    NoAnswer,
    /// More than one answer to one question.
    #[error("has {0} answers: one is the most")]
    Answers(usize),
    /// An answer whose value is not that of its option.
    #[error("has the ordinal value {said}, but the option {option} is worth {value}")]
    Ordinal {
        /// What stands there.
        said: f64,
        /// The id of the option.
        option: String,
        /// What it is worth.
        value: i16,
    },
    /// A score that does not follow from the answers.
    #[error("states {said}, but the answers come to {score}")]
    Stated {
        /// What stands there.
        said: f64,
        /// What the answers come to.
        score: f64,
    },
    /// A score where there can be none.
    #[error("states {0}, but too little is answered for a score")]
    Unscored(f64),
    /// A score without a number.
    #[error("states no number")]
    NoNumber,
    /// A band that does not follow from the answers.
    #[error("states the band {said}, but the answers come to {band}")]
    Band {
        /// What stands there.
        said: String,
        /// What the answers come to.
        band: String,
    },
    /// Answers to something else.
    #[error("answers {said}, not {asked}")]
    Foreign {
        /// What was answered.
        said: String,
        /// What is asked.
        asked: String,
    },
    /// A response that its writer takes back.
    #[error("is marked as entered in error")]
    TakenBack,
    /// A score of nobody.
    #[error(
        "is a score of this instrument, but the response that it comes from is not in this file"
    )]
    Orphan,
    /// An option without a name.
    #[error("has an option without a code or a value")]
    NoCode,
    /// Options with one name.
    #[error("has the option {0} a second time")]
    OptionTwice(String),
    /// An item of which some options count and others do not.
    #[error("has ordinal values at {with} of {all} options: give one to each, or to none")]
    Some {
        /// How many have one.
        with: usize,
        /// How many there are.
        all: usize,
    },
    /// Values that cannot be those of an instrument.
    #[error("has the ordinal value {0}: whole numbers from -1000 to 1000 can be taken")]
    Value(f64),
    /// Several values of one option.
    #[error("has an option with two ordinal values, {0} and {1}")]
    Values(f64, f64),
    /// Values in no order.
    #[error(
        "has ordinal values that neither all rise nor all fall from the first option to the last"
    )]
    Order,
    /// Too few options, or too many.
    #[error("has {0} options: 2 to 11 can be taken")]
    Options(usize),
}

/// Why a file cannot be used at all.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum Unusable {
    /// It is something else.
    #[error("is {found}, not a {wanted}")]
    Kind {
        /// What it says to be.
        found: String,
        /// What is needed.
        wanted: &'static str,
    },
    /// It says nothing of what it is.
    #[error("is no record of FHIR: it has no resourceType")]
    NoKind,
    /// Nobody answered.
    #[error("has no QuestionnaireResponse")]
    NoResponse,
    /// Nothing can be scored, and why.
    #[error("has no choice item with ordinal values\n{0}")]
    NoItem(String),
    /// Everything that cannot be taken.
    #[error("cannot be taken\n{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Wrong(Vec<Wrong>),
}
