//! Which statements decide how much room all of them are given: there is one place for all, so that no button moves.

/// As many are weighed, the longest: in an instrument of ordinary length all there are.
const WEIGHED: usize = 100;
/// The longest have room whatever comes of the weighing, which knows no font.
const LONGEST: usize = 4;
/// As many of those that need the most lines in a place of some width.
const SAFE: usize = 4;
/// From the narrowest place to one in which nothing breaks, in thirds of a letter.
const PLACES: std::ops::Range<usize> = 36..270;
const STEP: usize = 2;
const SPACE: usize = 2;

/// About how wide a text is, in thirds of a letter. A letter of a script without spaces is as wide as two of
/// others.
#[must_use]
pub fn width(text: &str) -> usize {
    let of = |c| match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | 'I' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' => SPACE,
        'm' | 'w' | 'M' | 'W' => 5,
        '\u{2e80}'.. => 6,
        _ => 3,
    };
    text.chars().map(of).sum()
}

/// Those of these texts that need the most room, each once, longest first: no other needs more lines in any place.
pub(super) fn largest<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    // A letter of a script without spaces is about as wide as two of others.
    let letters =
        |text: &str| text.chars().map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum::<usize>();
    let mut found: Vec<(usize, &String)> = Vec::new();
    for text in texts {
        let this = (letters(text), text);
        let place = found.partition_point(|other| *other > this);
        if place < WEIGHED && found.get(place) != Some(&this) {
            found.truncate(WEIGHED - 1);
            found.insert(place, this);
        }
    }
    let mut weighed: Vec<_> = found
        .into_iter()
        .enumerate()
        .map(|(place, (_, text))| {
            (text, text.split(' ').map(width).collect::<Vec<_>>(), place < LONGEST)
        })
        .collect();
    for place in PLACES.step_by(STEP) {
        let most = weighed.iter().map(|(_, words, _)| lines(words, place)).max();
        let highest = weighed.iter_mut().filter(|(_, words, _)| Some(lines(words, place)) == most);
        highest.take(SAFE).for_each(|(_, _, chosen)| *chosen = true);
    }
    weighed.into_iter().filter(|each| each.2).map(|(text, ..)| text.clone()).collect()
}

/// How many lines these words take in a place: as many stand on each as fit.
fn lines(words: &[usize], place: usize) -> usize {
    let (mut lines, mut taken) = (1, 0);
    for word in words {
        if taken > 0 && taken + SPACE + word > place {
            (lines, taken) = (lines + 1, *word);
        } else {
            taken += if taken > 0 { SPACE + word } else { *word };
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, largest, lines};

    #[test]
    fn words_break_where_the_next_one_does_not_fit() {
        assert_eq!(lines(&[30, 30, 30], 94), 1);
        assert_eq!(lines(&[30, 30, 30], 93), 2);
        assert_eq!(lines(&[30, 30, 30], 40), 3);
        // One that is wider than the place has a line of its own.
        assert_eq!(lines(&[90, 3], 60), 2);
    }

    #[test]
    fn a_shorter_text_that_breaks_worse_has_room_too() {
        let mut texts: Vec<String> =
            (0..20).map(|place| "a bc de ".repeat(10) + &"f".repeat(place)).collect();
        let unlucky = ["abcdefghijklmn"; 5].join(" ");
        texts.push(unlucky.clone());
        let found = largest(texts.iter());
        assert!(found.contains(&unlucky), "{found:?}");
        assert!(found.len() >= LONGEST && found.len() < texts.len());
        assert!(found.is_sorted_by_key(|text| std::cmp::Reverse(text.len())));
    }
}
