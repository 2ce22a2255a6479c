//! Nobody is told that they have something, and nobody is given a gender.

use crate::reading::{language, languages};

/// The tone that English is tested for, in the words of each language.
#[test]
fn nobody_is_told_that_they_have_something() {
    for language in languages() {
        let rules = language.rules();
        assert!(rules.forbidden.len() >= 8, "{}", language.code());
        for (path, text) in &language.texts {
            let lower =
                rules.holds.iter().fold(text.to_lowercase(), |text, word| text.replace(word, ""));
            let said = rules.forbidden.iter().find(|word| lower.contains(*word));
            assert!(said.is_none(), "{} {path}: {said:?} in {text}", language.code());
        }
    }
}

#[test]
fn a_diagnosis_is_only_named_to_say_that_this_is_none() {
    for language in languages() {
        let (code, rules) = (language.code(), language.rules());
        let named: Vec<_> =
            language.texts.iter().filter(|(_, text)| text.contains(&rules.diagnosis)).collect();
        assert!(!named.is_empty(), "{code}");
        for (path, text) in named {
            assert!(rules.none.iter().any(|none| text.contains(none)), "{code} {path}: {text}");
            assert_eq!(text.matches(&rules.diagnosis).count(), 1, "{code} {path}: {text}");
        }
    }
}

/// Nobody is made a man or a woman: neither who speaks in a statement nor who is spoken to.
#[test]
fn no_spanish_text_gives_the_reader_a_gender() {
    let marked = ["cansad", "agotad", "tranquil", "dormid", "preocupad", "despiert", "sol"];
    for (path, text) in language("es").texts {
        let words = text.to_lowercase();
        let words: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).collect();
        for pair in words.windows(2) {
            let speaks = [
                "estás", "estoy", "estaba", "estuve", "siento", "sentí", "sentía", "eres", "te",
                "me",
            ];
            let own = ["o", "a"]
                .iter()
                .any(|end| marked.iter().any(|stem| pair[1] == format!("{stem}{end}")));
            assert!(!(own && speaks.contains(&pair[0])), "{path}: {text}");
        }
    }
}

/// Second persons that are men: a woman would be written to in another way.
#[test]
fn no_arabic_text_gives_the_reader_a_gender() {
    let marked = [
        "تشعر",
        "تريد",
        "تستطيع",
        "تحتاج",
        "تجد",
        "تعرف",
        "تساعد",
        "اختر",
        "اكتب",
        "اضغط",
        "تحدث",
        "اتصل",
        "اطلب",
        "افتح",
        "ابدأ",
        "جرب",
        "متعب",
        "مرهق",
        "وحيد",
    ];
    // Its subject is a woman or a thing: the doctor's answer, companies.
    let known = ["وتستطيع الشركات الصغيرة", "تستطيع هذه الصفحة"];
    for (path, text) in language("ar").texts {
        let text = known.iter().fold(text, |text, known| text.replace(known, ""));
        let mut words = text.split(|c: char| !c.is_alphabetic());
        assert!(words.all(|word| !marked.contains(&word)), "{path}: {text}");
    }
}
