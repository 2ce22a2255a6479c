//! How easy a translation is to read, where a measure was made for its language. For Arabic and Hindi none is trusted enough, and
//! Chinese has no syllables to count.

use crate::reading::language;
use crate::statements::statements;

/// A measure of how easy a text is to read, from 0 to 100 and beyond: of the same kind as that of Flesch, each with its own figures.
struct Ease {
    code: &'static str,
    /// What is taken away from this for each word of a sentence, and for each syllable of a word, on average.
    whole: f64,
    word: f64,
    syllable: f64,
    /// Two strong vowels are two syllables, and so is a weak one with an accent beside any.
    strong: &'static str,
    accented: &'static str,
    weak: &'static str,
    /// An e at the end is not heard.
    mute: bool,
    /// At least, for all statements together, for each longer text, and for the middle one of those.
    least: [f64; 3],
}

const MEASURES: [Ease; 4] = [
    // Szigriszt-Pazos; on the scale INFLESZ 55 to 65 is what most adults read with ease, and 65 to 80 is quite easy.
    Ease {
        code: "es",
        whole: 206.835,
        word: 1.0,
        syllable: 62.3,
        strong: "aeoáéó",
        accented: "íú",
        weak: "iuü",
        mute: false,
        least: [65.0, 55.0, 65.0],
    },
    // Kandel and Moles.
    Ease {
        code: "fr",
        whole: 207.0,
        word: 1.015,
        syllable: 73.6,
        strong: "éèêëâàôœ",
        accented: "ïü",
        weak: "aeiouyîûùö",
        mute: true,
        least: [65.0, 50.0, 65.0],
    },
    // Amstad.
    Ease {
        code: "de",
        whole: 180.0,
        word: 1.0,
        syllable: 58.5,
        strong: "aeoäö",
        accented: "",
        weak: "iuüy",
        mute: false,
        least: [65.0, 45.0, 65.0],
    },
    // Martins and others, for Brazil: from 50 on it is what eight years of school are enough for.
    Ease {
        code: "pt-BR",
        whole: 248.835,
        word: 1.015,
        syllable: 84.6,
        strong: "aeoáéóâêôãõà",
        accented: "íú",
        weak: "iuü",
        mute: false,
        least: [65.0, 40.0, 65.0],
    },
];

impl Ease {
    /// The syllables of a word, about as they are spoken.
    fn syllables(&self, word: &str) -> usize {
        let mut count: usize = 0;
        let mut before: Option<char> = None;
        let mut joined = false;
        let word = word.to_lowercase();
        let plain = match self.code {
            "de" => word,
            _ => word.replace("qu", "q").replace("gue", "ge").replace("gui", "gi"),
        };
        let letters: Vec<char> = plain.chars().collect();
        for (place, &c) in letters.iter().enumerate() {
            // At the end of a word it is a vowel, as in "hay".
            let c = if c == 'y' && place + 1 == letters.len() { 'i' } else { c };
            let vowel = [self.strong, self.accented, self.weak].iter().any(|all| all.contains(c));
            let joins = before.is_some_and(|before| {
                let apart = [c, before].iter().any(|&vowel| self.accented.contains(vowel));
                let two = self.strong.contains(c) && self.strong.contains(before);
                // Three in one syllable there are in French alone, as in "eau".
                !(apart || two || joined && !self.mute)
            });
            if vowel && !joins {
                count += 1;
            }
            joined = joins && vowel;
            before = vowel.then_some(c);
        }
        let end = plain.strip_suffix('s').unwrap_or(&plain);
        let silent = self.mute
            && count > 1
            && end.strip_suffix('e').is_some_and(|stem| {
                let vowels = [self.strong, self.accented, self.weak].concat();
                stem.chars().next_back().is_some_and(|last| !vowels.contains(last))
            });
        count.saturating_sub(usize::from(silent)).max(1)
    }

    fn of(&self, text: &str) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "no text has that many words")]
        let number = |count: usize| count as f64;
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let sentences =
            text.split(['.', '?', ':', ';']).filter(|s| s.chars().any(char::is_alphabetic)).count();
        let all: usize = words.iter().map(|word| self.syllables(word)).sum();
        self.whole
            - self.syllable * number(all) / number(words.len())
            - self.word * number(words.len()) / number(sentences.max(1))
    }
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (code, words) in [
        ("es", "sol 1 cuidar 2 día 2 leer 2 siguiente 3 queja 2 hay 1 sufrimiento 4 oír 2 ayudé 3"),
        ("fr", "repos 2 aide 1 souffrance 2 fatigue 2 naïf 2 beaucoup 2 aidée 2 question 2"),
        ("de", "Arbeit 2 Leid 1 müde 2 Mitgefühl 3 Schlaf 1 erschöpft 2 neue 2 helfen 2"),
        ("pt-BR", "trabalho 3 cuidar 2 sofrimento 4 dia 1 descanso 3 saúde 3 água 2"),
    ] {
        let ease = MEASURES.iter().find(|ease| ease.code == code).unwrap();
        let mut words = words.split(' ');
        while let (Some(word), Some(count)) = (words.next(), words.next()) {
            assert_eq!(ease.syllables(word).to_string(), count, "{code}: {word}");
        }
    }
}

/// Long enough that a measure of whole texts says something of it, and no list of sources.
fn is_prose(path: &str, text: &str) -> bool {
    !path.contains("how.source") && text.split(' ').count() >= 25
}

#[test]
fn a_translation_is_easy_to_read() {
    for ease in MEASURES {
        let language = language(ease.code);
        let [statement, each, middle] = ease.least;
        let told: Vec<String> = statements(&language).into_iter().map(|(.., text)| text).collect();
        let all_of_them = ease.of(&told.join(" "));
        assert!(all_of_them >= statement, "{}, the statements: {all_of_them:.1}", ease.code);
        let name = &language.texts["instruments/helping-strain/scales/compassion_fatigue/name"];
        let mut all = Vec::new();
        for (path, text) in &language.texts {
            if is_prose(path, text) {
                // A name that has to be there is not what makes a sentence hard.
                let found = ease.of(&text.to_lowercase().replace(&name.to_lowercase(), "burnout"));
                assert!(found >= each, "{} {path}: {found:.1} {text}", ease.code);
                all.push(found);
            }
        }
        all.sort_by(f64::total_cmp);
        let found = all[all.len() / 2];
        assert!(
            all.len() > 60 && found >= middle,
            "{}: {} texts, {found:.1}",
            ease.code,
            all.len()
        );
    }
}
