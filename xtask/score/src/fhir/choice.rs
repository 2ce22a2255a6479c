//! An option that is offered, or the answer that names one: its code, its words and what it counts.

use burnout_screener::figure::figure;

use super::place::Place;
use super::wrong::{What, Wrong};

/// The extensions that say what an option counts: that of R4, and the one that came after it.
const ORDINALS: [&str; 2] = [
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
];

/// The fields with what is said about a value that is no coding.
const BESIDE: [&str; 3] = ["_valueInteger", "_valueDecimal", "_valueString"];

/// How an option is named.
#[derive(Clone, Debug, PartialEq)]
pub enum Name<'a> {
    /// By a code, or a text.
    Code(&'a str),
    /// By a number.
    Number(f64),
}

/// An option, or an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<'a> {
    /// Its name.
    pub name: Option<Name<'a>>,
    /// Its words.
    pub words: Option<&'a str>,
    /// What it counts.
    pub ordinal: Option<f64>,
}

impl Name<'_> {
    /// As it is written.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Code(code) => (*code).to_owned(),
            Self::Number(number) => figure(*number),
        }
    }
}

impl<'a> Choice<'a> {
    /// Reads an `answerOption` or an `answer`.
    ///
    /// # Errors
    /// When it counts twice, and not the same.
    pub fn new(at: &Place<'a>) -> Result<Self, Wrong> {
        let coding = at.field("valueCoding");
        let code = coding.as_ref().and_then(|coding| coding.text("code"));
        let text = at.text("valueString");
        let number = at.number("valueInteger").or_else(|| at.number("valueDecimal"));
        let name = code.or(text).map(Name::Code).or(number.map(Name::Number));
        let words = coding.as_ref().and_then(|coding| coding.text("display")).or(text);
        let beside = BESIDE.iter().filter_map(|beside| at.field(beside));
        let mut ordinal = None;
        for holder in [Some(at.clone()), coding].into_iter().flatten().chain(beside) {
            for extension in holder.list("extension")? {
                if !extension.text("url").is_some_and(|url| ORDINALS.contains(&url)) {
                    continue;
                }
                let number = extension.number("valueDecimal");
                let Some(value) = number.or_else(|| extension.number("valueInteger")) else {
                    continue;
                };
                if let Some(other) = ordinal.filter(|other| *other != value) {
                    return Err(at.wrong(What::Values(other, value)));
                }
                ordinal = Some(value);
            }
        }
        Ok(Self { name, words, ordinal })
    }
}
