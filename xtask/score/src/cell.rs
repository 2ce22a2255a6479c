//! What a cell says: an answer by its value or its id, or that the answer was left out.

use burnout_screener::instrument::Instrument;
use thiserror::Error;

/// The most characters of a cell that a message repeats.
const SHOWN: usize = 40;

/// A code for answers left out that is an answer.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("--missing has {code}, but that is an answer to {question}")]
pub struct CodeError {
    /// The code.
    pub code: String,
    /// The id of the item or question.
    pub question: String,
}

/// What stands for answers left out, beside an empty cell.
#[derive(Clone, Debug, Default)]
pub struct Missing {
    codes: Vec<String>,
    numbers: Vec<i64>,
}

impl Missing {
    /// Of these codes.
    ///
    /// # Errors
    /// When one of them is an answer.
    pub fn new(codes: &[String], instrument: &Instrument) -> Result<Self, CodeError> {
        let codes: Vec<String> = codes.iter().map(|code| code.trim().to_owned()).collect();
        let numbers = codes.iter().filter_map(|code| number(code)).collect();
        for code in &codes {
            let clash =
                |question: &str| CodeError { code: code.clone(), question: question.into() };
            for (place, item) in instrument.items().iter().enumerate() {
                let own = Offered::item(instrument, place);
                if own.find(code).is_some() {
                    return Err(clash(&item.id));
                }
            }
            for (place, asked) in instrument.context().iter().enumerate() {
                if Offered::context(instrument, place).find(code).is_some() {
                    return Err(clash(&asked.id));
                }
            }
        }
        Ok(Self { codes, numbers })
    }

    fn has(&self, cell: &str) -> bool {
        if self.codes.is_empty() {
            return false;
        }
        self.codes.iter().any(|code| code == cell)
            || number(cell).is_some_and(|number| self.numbers.contains(&number))
    }
}

/// The answers that a question offers.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The option that is worth 0 to 9, where there is one: most cells are one digit.
    digits: [Option<u8>; 10],
    values: Vec<i64>,
    ids: Vec<String>,
}

impl Offered {
    /// Of an item.
    #[must_use]
    pub fn item(instrument: &Instrument, item: usize) -> Self {
        let options = instrument.options(item);
        let mut digits = [None; 10];
        for (place, option) in options.iter().enumerate() {
            let digit = usize::try_from(option.value).ok().and_then(|value| digits.get_mut(value));
            if let Some(digit) = digit {
                *digit = u8::try_from(place).ok();
            }
        }
        Self {
            digits,
            values: options.iter().map(|option| option.value.into()).collect(),
            ids: options.iter().map(|option| option.id.clone()).collect(),
        }
    }

    /// Of a context question, whose answers are worth nothing.
    #[must_use]
    pub fn context(instrument: &Instrument, question: usize) -> Self {
        let options = instrument.context().get(question).map_or(&[][..], |asked| &asked.options);
        let ids = options.iter().map(|option| option.id.clone()).collect();
        Self { digits: [None; 10], values: Vec::new(), ids }
    }

    /// The option of a cell; nothing where it was left out.
    ///
    /// # Errors
    /// With what is wrong, to stand behind the name of the question.
    pub fn read(&self, cell: &[u8], missing: &Missing) -> Result<Option<u8>, String> {
        if let [digit @ b'0'..=b'9'] = cell
            && let Some(option) = self.digits.get(usize::from(digit - b'0')).copied().flatten()
        {
            return Ok(Some(option));
        }
        let Ok(text) = str::from_utf8(cell) else { return Err("is no UTF-8".to_owned()) };
        let text = plain(text.trim());
        if text.is_empty() || missing.has(text) {
            return Ok(None);
        }
        self.find(text)
            .map(Some)
            .ok_or_else(|| format!("is {}, but its answers are {}", shown(text), self.all()))
    }

    /// A number is a value, and anything else an id: so an id `1` of an answer worth 0 is never taken for
    /// the answer worth 1.
    fn find(&self, text: &str) -> Option<u8> {
        let place = match number(text) {
            Some(number) if !self.values.is_empty() => {
                self.values.iter().position(|value| *value == number)
            }
            _ => self.ids.iter().position(|id| id == text),
        };
        place.and_then(|place| u8::try_from(place).ok())
    }

    /// The option of an id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<u8> {
        self.ids.iter().position(|known| known == id).and_then(|place| u8::try_from(place).ok())
    }

    fn all(&self) -> String {
        if self.values.is_empty() {
            return self.ids.join(", ");
        }
        self.values.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
    }
}

/// A cell without the apostrophe that keeps a spreadsheet from running it.
#[must_use]
pub fn plain(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

/// A whole number, as `3`, `-3`, `3.0` or `3,0`: programs write a column with gaps in it with a point.
fn number(text: &str) -> Option<i64> {
    let whole = match text.split_once(['.', ',']) {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|c| c == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    whole.parse().ok()
}

/// What stood there, as a message repeats it: short, and without what a terminal would act on.
#[must_use]
pub fn shown(text: &str) -> String {
    let short: String = text.chars().take(SHOWN).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("'{}{more}'", short.escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_however_a_program_writes_them() {
        for (text, wanted) in [
            ("3", Some(3)),
            ("3.0", Some(3)),
            ("3,00", Some(3)),
            ("-9", Some(-9)),
            ("03", Some(3)),
            ("3.5", None),
            ("3.", None),
            ("1e0", None),
            ("nan", None),
            ("", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(number(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_message_repeats_nothing_that_a_terminal_acts_on() {
        assert_eq!(shown("a\u{1b}[2J"), "'a\\u{1b}[2J'");
        assert_eq!(shown(&"x".repeat(50)), format!("'{}…'", "x".repeat(40)));
    }
}
