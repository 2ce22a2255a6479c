//! What a Questionnaire asks: its choice items with ordinal values, and what is left out.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::choice::{Choice, Name};
use super::place::Place;
use super::wrong::{What, Wrong};

/// The values that an option can have.
const VALUES: RangeInclusive<i16> = -1000..=1000;
/// How many options an item can have.
const OPTIONS: RangeInclusive<usize> = 2..=11;

/// An item that can be scored.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub link: String,
    /// Its words; none where it has none.
    pub text: String,
    /// The place of the group in which it stands, where it stands in one.
    pub group: Option<usize>,
    /// Its options.
    pub options: Vec<Offer>,
}

/// An option of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its code, or its text or number where it has none.
    pub code: String,
    /// Whether the code is a number.
    pub is_number: bool,
    /// Its words.
    pub words: String,
    /// What it counts.
    pub value: i16,
}

/// A group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name.
    pub link: String,
    /// What is said above it.
    pub text: String,
}

/// Everything that a Questionnaire asks.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The items in order.
    pub items: Vec<Item>,
    /// The groups in order.
    pub groups: Vec<Group>,
    /// Names of what is left out.
    pub left_out: Vec<String>,
    /// Why it is left out, with its place.
    pub notes: Vec<String>,
    /// What cannot be taken.
    pub wrong: Vec<Wrong>,
    links: BTreeSet<String>,
}

impl Asked {
    /// Everything in a Questionnaire.
    #[must_use]
    pub fn new(questionnaire: &Place<'_>) -> Self {
        let mut asked = Self::default();
        asked.walk(questionnaire, None);
        asked
    }

    fn walk(&mut self, above: &Place<'_>, group: Option<usize>) {
        let items = match above.items() {
            Ok(items) => items,
            Err(wrong) => return self.wrong.push(wrong),
        };
        for item in items {
            let Some(link) = item.link() else {
                self.wrong.push(item.wrong(What::NoLink));
                continue;
            };
            if !self.links.insert(link.to_owned()) {
                self.wrong.push(item.wrong(What::Twice));
            }
            let text = item.text("text").unwrap_or_default().to_owned();
            let mut inner = group;
            match item.text("type") {
                Some("group") => {
                    inner = Some(self.groups.len());
                    self.groups.push(Group { link: link.to_owned(), text });
                }
                Some("choice" | "coding") => match offers(&item) {
                    Ok(Some(_)) if item.is("repeats") => {
                        self.leave_out(&item, "several answers may be given to it");
                    }
                    Ok(Some(options)) => {
                        self.items.push(Item { link: link.to_owned(), text, group, options });
                    }
                    Ok(None) => self.leave_out(&item, "no option in it has an ordinal value"),
                    Err(wrong) => self.wrong.push(wrong),
                },
                Some(kind) => self.leave_out(&item, &format!("its type is {kind}, not choice")),
                None => self.leave_out(&item, "it has no type"),
            }
            self.walk(&item, inner);
        }
    }

    fn leave_out(&mut self, item: &Place<'_>, why: &str) {
        self.left_out.extend(item.link().map(str::to_owned));
        self.notes.push(format!("{} is left out: {why}", item.name()));
    }
}

/// The options of an item; none where it is not scored.
fn offers(item: &Place<'_>) -> Result<Option<Vec<Offer>>, Wrong> {
    let options = item.list("answerOption")?;
    let choices = options.iter().map(Choice::new).collect::<Result<Vec<_>, _>>()?;
    let with = choices.iter().filter(|choice| choice.ordinal.is_some()).count();
    if with == 0 {
        return Ok(None);
    }
    let all = choices.len();
    if with < all {
        return Err(item.wrong(What::Some { with, all }));
    }
    if !OPTIONS.contains(&all) {
        return Err(item.wrong(What::Options(all)));
    }
    let mut offers: Vec<Offer> = Vec::with_capacity(all);
    for (option, choice) in options.iter().zip(choices) {
        let Some(name) = choice.name else { return Err(option.wrong(What::NoCode)) };
        let code = name.text();
        if offers.iter().any(|known| known.code == code) {
            return Err(option.wrong(What::OptionTwice(code)));
        }
        let said = choice.ordinal.unwrap_or_default();
        let Some(value) = VALUES.into_iter().find(|value| f64::from(*value) == said) else {
            return Err(option.wrong(What::Value(said)));
        };
        let is_number = matches!(name, Name::Number(_));
        let words = match choice.words {
            Some(words) => words.to_owned(),
            None if is_number => code.clone(),
            None => String::new(),
        };
        offers.push(Offer { code, is_number, words, value });
    }
    let ordered = |in_order: fn(&Offer, &Offer) -> bool| {
        offers.windows(2).all(|pair| matches!(pair, [one, next] if in_order(one, next)))
    };
    if ordered(|one, next| one.value < next.value) || ordered(|one, next| one.value > next.value) {
        Ok(Some(offers))
    } else {
        Err(item.wrong(What::Order))
    }
}
