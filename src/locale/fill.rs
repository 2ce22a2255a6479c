//! Values in their places in a text.
//!
//! A place is `{name}`. One whose words depend on a count is written as in ICU MessageFormat, where `#` is the
//! count: `{count, plural, one {# question} other {# questions}}`. Nothing is nested deeper.

use super::{Direction, Locale};

/// The words for any count that has none of its own.
const OTHER: &str = "other";

/// Around a value that must neither turn the text around it nor be turned by it.
const ISOLATE: &str = "\u{2068}";
const END: &str = "\u{2069}";

impl Locale {
    /// `text` with each place in it filled with what `values` has for its name.
    pub(super) fn filled(&self, text: &str, values: &[(&str, &str)]) -> String {
        let mut rest = text;
        let mut filled = String::with_capacity(rest.len());
        // One pass: what a value brings is text and is not looked through for places.
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((place, tail)) = inside(after) else {
                filled.push('{');
                rest = after;
                continue;
            };
            let (name, forms) = place.split_once(',').unwrap_or((place, ""));
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) if forms.is_empty() => self.put(&mut filled, value),
                Some((_, count)) => {
                    let form = self.form(forms, count);
                    let (before, after) = form.split_once('#').unwrap_or((form, ""));
                    let count = if form.contains('#') { count } else { "" };
                    filled.extend([before, count, after]);
                }
                None => filled.extend(["{", place, "}"]),
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }

    /// The words for a count.
    fn form<'a>(&self, forms: &'a str, count: &str) -> &'a str {
        let category = self.plural(count);
        // After the word that says of what kind they are.
        let (_, mut rest) = forms.split_once(',').unwrap_or_default();
        let mut other = "";
        while let Some((key, after)) = rest.split_once('{') {
            let Some((words, tail)) = inside(after) else { break };
            let key = key.trim();
            if key == category {
                return words;
            }
            if key == OTHER {
                other = words;
            }
            rest = tail;
        }
        other
    }

    /// Several facts with a dot between them.
    #[must_use]
    pub fn apart(&self, facts: &[&str]) -> String {
        let mut all = String::new();
        for fact in facts {
            if !all.is_empty() {
                all.push_str(" · ");
            }
            self.put(&mut all, fact);
        }
        all
    }

    /// Puts a value down; by itself where its letters may run another way than those around it. Digits with
    /// blanks between them would change places there.
    #[inline(never)]
    fn put(&self, to: &mut String, value: &str) {
        if self.direction == Direction::Rtl || value.chars().any(is_from_the_right) {
            to.extend([ISOLATE, value, END]);
        } else {
            to.push_str(value);
        }
    }
}

/// What stands before the brace that closes, and what after it.
fn inside(after: &str) -> Option<(&str, &str)> {
    let mut deep = 0;
    for (at, c) in after.char_indices() {
        match c {
            '{' => deep += 1,
            '}' if deep == 0 => return Some((after.get(..at)?, after.get(at + 1..)?)),
            '}' => deep -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a letter belongs to a script that is written from right to left.
fn is_from_the_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
