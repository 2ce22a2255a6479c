//! What only a browser knows of every language: how numbers, lists and days are written, which words go with a
//! number, and in which order names stand. No data on any of it is shipped: where there is no browser to ask, or
//! where it does not know, plain English stands in.

use std::fmt;
use std::rc::Rc;

use super::Locale;
use crate::date::Date;
use crate::figure::figure;
use crate::regions::{Region, Regions};

/// Somebody who knows languages.
pub trait Intl {
    /// The answer to one of these questions about a language, which is named by its tag:
    ///
    /// | `what` | `given` | answer |
    /// |---|---|---|
    /// | `number` | a figure as English writes it | as this language does |
    /// | `list` | things | side by side |
    /// | `date`, `day` | a day as `YYYY-MM-DD` | in words, with its year or without |
    /// | `plural` | a count | which words go with it: `zero`, `one`, `two`, `few`, `many` or `other` |
    /// | `order` | names | their places in the order of the language, with commas between them |
    ///
    /// `None` where that is not known.
    fn ask(&self, what: &str, language: &str, given: &[&str]) -> Option<String>;
}

/// Who is asked, if anybody. Two locales with the same words are the same, whoever is asked.
#[derive(Clone, Default)]
pub(super) struct Asked(Option<Rc<dyn Intl>>);

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asked")
    }
}

impl PartialEq for Asked {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Locale {
    /// With somebody to ask who knows the language.
    #[must_use]
    pub fn asking(self, intl: Rc<dyn Intl>) -> Self {
        Self { asked: Asked(Some(intl)), ..self }
    }

    // Inlined it would be paid for at each of its places.
    #[inline(never)]
    fn ask(&self, what: &str, given: &[&str]) -> Option<String> {
        self.asked.0.as_ref()?.ask(what, &self.written, given)
    }

    /// A figure with two decimals at the most.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        let plain = figure(value);
        self.ask("number", &[&plain]).unwrap_or(plain)
    }

    /// Things that stand side by side.
    #[must_use]
    pub fn list(&self, parts: &[String]) -> String {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        self.ask("list", &parts).unwrap_or_else(|| parts.join(", "))
    }

    /// A day in words, such as 26 November 2026.
    #[must_use]
    pub fn day(&self, day: &Date) -> String {
        self.ask("date", &[day.as_str()]).unwrap_or_else(|| {
            let [year, ..] = day.parts();
            [&plain_day(day), " ", &year.to_string()].concat()
        })
    }

    /// The same without its year.
    #[must_use]
    pub fn day_of_year(&self, day: &Date) -> String {
        self.ask("day", &[day.as_str()]).unwrap_or_else(|| plain_day(day))
    }

    /// Which words go with a count.
    pub(super) fn plural(&self, count: &str) -> String {
        let plain = || (if count == "1" { "one" } else { "other" }).to_owned();
        self.ask("plural", &[count]).unwrap_or_else(plain)
    }

    /// The places of the regions in the order of their names; those that stand for many countries come last.
    #[must_use]
    pub fn ordered(&self, regions: &Regions) -> Vec<usize> {
        let names: Vec<&str> = self.regions.iter().map(String::as_str).collect();
        let told = self.ask("order", &names).unwrap_or_default();
        let told = told.split(',').filter_map(|at| at.parse().ok());
        let all = regions.all();
        let of_many = |place: usize| all.get(place).is_some_and(Region::is_of_many);
        let mut order: Vec<usize> = Vec::new();
        // Whatever was told, each stands there once.
        let listed = told.chain(0..all.len()).filter(|&place| !of_many(place));
        for place in listed.chain((0..all.len()).filter(|&place| of_many(place))) {
            if place < all.len() && !order.contains(&place) {
                order.push(place);
            }
        }
        order
    }
}

fn plain_day(day: &Date) -> String {
    let [_, month, of_month] = day.parts();
    let month = MONTHS.get(month.wrapping_sub(1) as usize).unwrap_or(&"");
    [&of_month.to_string(), " ", month].concat()
}
