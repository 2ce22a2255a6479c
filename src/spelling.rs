//! Which known name somebody meant who wrote another.

use crate::tree::shortened;

/// The known name that differs least, where it differs little.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    // The names of this project are plain; the lower case of all scripts would weigh several KB.
    let name = shortened(name).to_ascii_lowercase();
    let distances = known.iter().map(|&known| (distance(&name, known), known));
    distances
        .min()
        .filter(|(steps, known)| *steps <= 3 && *steps * 2 <= known.len().max(2))
        .map(|(_, known)| known)
}

/// How many bytes must be put in, taken out or changed to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, byte) in one.bytes().enumerate() {
        let mut before = place;
        let mut left = place + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (slot, known) in row.iter_mut().skip(1).zip(other.bytes()) {
            let changed = before + usize::from(byte != known);
            before = *slot;
            left = changed.min(before + 1).min(left + 1);
            *slot = left;
        }
    }
    row.last().copied().unwrap_or(0)
}
