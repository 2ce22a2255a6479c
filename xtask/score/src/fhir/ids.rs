//! Ids of ours for names that others gave.

use std::collections::BTreeSet;

/// The most characters of an id.
const LONGEST: usize = 64;

/// An id for each name, in order, each once: names that are ids stay as they are, and the others are made so.
/// `fallback` stands where nothing of a name can stay.
#[must_use]
pub fn unique(names: &[&str], fallback: &str) -> Vec<String> {
    let mut taken: BTreeSet<String> =
        names.iter().filter(|name| is_id(name)).map(|name| (*name).to_owned()).collect();
    let one = |name: &&str| {
        if is_id(name) {
            return (*name).to_owned();
        }
        let id = of(name, fallback);
        let numbered = (2_u32..).map(|number| {
            let ending = format!("_{number}");
            let kept = id.get(..LONGEST - ending.len()).unwrap_or(&id);
            format!("{kept}{ending}")
        });
        let mut free = std::iter::once(id.clone()).chain(numbered);
        let id = free.find(|id| !taken.contains(id)).unwrap_or_default();
        taken.insert(id.clone());
        id
    };
    names.iter().map(one).collect()
}

/// A name as an id: small letters and digits, with `_` for everything else.
#[must_use]
pub fn of(name: &str, fallback: &str) -> String {
    let mut id = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' | '-' => id.push(character),
            _ if id.ends_with('_') => {}
            _ => id.push('_'),
        }
        if id.len() == LONGEST {
            break;
        }
    }
    let id = id.trim_matches(['_', '-']);
    if id.is_empty() { fallback.to_owned() } else { id.to_owned() }
}

/// Whether a name is an id as it stands.
fn is_id(name: &str) -> bool {
    let plain = |c: u8| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    (1..=LONGEST).contains(&name.len()) && name.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_ids_stay_and_others_never_take_their_place() {
        let made = unique(&["A.1", "a_1", "/44250-9", "é", "a 1"], "item");
        assert_eq!(made, ["a_1_2", "a_1", "44250-9", "item", "a_1_3"]);
    }

    #[test]
    fn long_names_stay_apart() {
        let (one, two) = (format!("{}Ä", "x".repeat(70)), format!("{}Ö", "x".repeat(70)));
        let made = unique(&[&one, &two], "item");
        assert!(made.iter().all(|id| is_id(id)), "{made:?}");
        assert_ne!(made.first(), made.last());
    }
}
