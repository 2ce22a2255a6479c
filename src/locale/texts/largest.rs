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

/// From here on letters of scripts without spaces stand, each about as wide as two of others.
const WIDE: char = '\u{2e80}';

/// About how wide a text is, in thirds of a letter.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(letter).sum()
}

fn letter(c: char) -> usize {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | 'I' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' => SPACE,
        'm' | 'w' | 'M' | 'W' => 5,
        WIDE.. => 6,
        _ => 3,
    }
}

/// Those of these texts that need the most room, each once, longest first: no other needs more lines in any place.
pub(super) fn largest<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let letters = |text: &str| text.chars().map(|c| if c < WIDE { 1 } else { 2 }).sum::<usize>();
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
        .map(|(place, (_, text))| (text, words(text), place < LONGEST))
        .collect();
    for place in PLACES.step_by(STEP) {
        let most = weighed.iter().map(|(_, words, _)| lines(words, place)).max();
        let highest = weighed.iter_mut().filter(|(_, words, _)| Some(lines(words, place)) == most);
        highest.take(SAFE).for_each(|(_, _, chosen)| *chosen = true);
    }
    weighed.into_iter().filter(|each| each.2).map(|(text, ..)| text.clone()).collect()
}

/// What stands together in a line, with the space before it and its own width: a word, or a letter of a script without spaces,
/// with the sign after it, which never begins a line.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        let joins = before != ' ' && (!c.is_alphanumeric() || c < WIDE && before < WIDE);
        match found.last_mut() {
            _ if c == ' ' => {}
            Some((_, all)) if joins => *all += letter(c),
            _ => found.push((if before == ' ' { SPACE } else { 0 }, letter(c))),
        }
        before = c;
    }
    found
}

/// How many lines these words take in a place: as many stand on each as fit.
fn lines(words: &[(usize, usize)], place: usize) -> usize {
    let (mut lines, mut taken) = (1, 0);
    for (space, word) in words {
        if taken > 0 && taken + space + word > place {
            (lines, taken) = (lines + 1, *word);
        } else {
            taken += if taken > 0 { space + word } else { *word };
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, SPACE, largest, lines, words};

    #[test]
    fn words_break_where_the_next_one_does_not_fit() {
        let three = [(SPACE, 30); 3];
        assert_eq!(lines(&three, 94), 1);
        assert_eq!(lines(&three, 93), 2);
        assert_eq!(lines(&three, 40), 3);
        // One that is wider than the place has a line of its own.
        assert_eq!(lines(&[(SPACE, 90), (SPACE, 3)], 60), 2);
    }

    #[test]
    fn a_script_without_spaces_breaks_between_letters_and_never_before_a_sign() {
        assert_eq!(words("I am"), [(SPACE, 2), (SPACE, 8)]);
        assert_eq!(words("\u{6211}\u{5728}\u{3002}"), [(SPACE, 6), (0, 12)]);
        assert_eq!(words("\u{6211}MBI"), [(SPACE, 6), (0, 10)]);
        assert_eq!(lines(&words(&"\u{6211}".repeat(30)), 60), 3);
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
