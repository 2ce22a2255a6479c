//! The English statements keep to the wording rules, in each of the three roles. How hard they are to
//! read is graded where there are tools for it: in the tests of the build driver.
//!
//! A rule is broken for real people long before it is broken for the score, so each rule names
//! every statement that breaks it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::Construct;
use burnout_screener::session::Role;
use common::{built_in, construct_of, english_json, english_texts, names, profiled, scale};

/// An item as one person reads it.
struct Statement {
    id: String,
    construct: Construct,
    role: Role,
    text: String,
}

impl Statement {
    fn words(&self) -> Vec<String> {
        self.text
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    }

    /// Whether one of these stands in the text; a word that ends in `*` is the start of one.
    fn has(&self, wanted: &[&str]) -> bool {
        let plain = format!(" {} ", self.words().join(" "));
        wanted.iter().any(|phrase| match phrase.strip_suffix('*') {
            Some(start) => plain.contains(&format!(" {start}")),
            None => plain.contains(&format!(" {phrase} ")),
        })
    }
}

fn statements() -> Vec<Statement> {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let mut statements = Vec::new();
    for (place, item) in instrument.items().iter().enumerate() {
        for role in Role::ALL {
            let text = texts.item(place, role).to_owned();
            let (id, construct) = (item.id.clone(), construct_of(&instrument, place));
            statements.push(Statement { id, construct, role, text });
        }
    }
    statements
}

fn of(construct: Construct) -> Vec<Statement> {
    statements().into_iter().filter(|statement| statement.construct == construct).collect()
}

#[track_caller]
fn assert_all(statements: &[Statement], rule: &str, keeps: impl Fn(&Statement) -> bool) {
    let broken: Vec<String> = (statements.iter())
        .filter(|statement| !keeps(statement))
        .map(|s| format!("{} ({:?}): {}", s.id, s.role, s.text))
        .collect();
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

/// Every text that belongs to the instrument: statements, questions, answers and names.
fn everything() -> Vec<String> {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    let mut all: Vec<String> = statements().into_iter().map(|statement| statement.text).collect();
    all.extend(texts.all_options().flatten().cloned());
    for construct in Construct::ALL {
        all.extend(texts.parts(profiled(&instrument).position(construct)).iter().cloned());
    }
    for question in 0..instrument.context().len() {
        let (asked, options) = texts.context(question);
        all.push(asked.to_owned());
        all.extend(options.iter().cloned());
    }
    all
}

#[test]
fn every_part_of_the_instrument_has_words() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    assert_eq!(texts.all_options().map(<[String]>::len).collect::<Vec<_>>(), [5]);
    for construct in Construct::ALL {
        let place = profiled(&instrument).position(construct);
        assert_eq!(texts.parts(place).len(), scale(&instrument, construct).facets.len());
        assert!(Role::ALL.iter().all(|&role| !texts.scale(place, role).trim().is_empty()));
    }
    for (question, asked) in instrument.context().iter().enumerate() {
        assert_eq!(texts.context(question).1.len(), asked.options.len());
    }
    assert_eq!(statements().len(), 26 * 3);
    assert!(everything().iter().all(|text| !text.trim().is_empty()));
}

#[test]
fn no_part_of_the_instrument_has_words_that_nothing_uses() {
    let (instrument, json) = (built_in(), english_json());
    let words = &json["instruments"][instrument.id()];
    let sets = instrument.option_sets().iter();
    assert_eq!(names(&words["options"]), sets.map(|set| set.id.as_str()).collect());
    for set in instrument.option_sets() {
        let options = set.options.iter().map(|option| option.id.as_str());
        assert_eq!(names(&words["options"][&set.id]), options.collect());
    }
    let scales = instrument.scales().iter();
    assert_eq!(names(&words["scales"]), scales.map(|scale| scale.id.as_str()).collect());
    for scale in instrument.scales() {
        let facets = scale.parts().iter().map(|facet| facet.id.as_str());
        assert_eq!(names(&words["scales"][&scale.id]["facets"]), facets.collect());
    }
    let items = instrument.items().iter().map(|item| item.id.as_str());
    assert_eq!(names(&words["items"]), items.collect());
    let asked = instrument.context().iter().map(|asked| asked.id.as_str());
    assert_eq!(names(&words["context"]), asked.collect());
    for asked in instrument.context() {
        let options = asked.options.iter().map(|option| option.id.as_str());
        assert_eq!(names(&words["context"][&asked.id]["options"]), options.collect());
    }
}

#[test]
fn no_two_statements_in_one_role_read_the_same() {
    for role in Role::ALL {
        let mut texts: Vec<String> =
            (statements().into_iter()).filter(|s| s.role == role).map(|s| s.text).collect();
        texts.sort_unstable();
        let before = texts.len();
        texts.dedup();
        assert_eq!(texts.len(), before, "{role:?}");
    }
}

#[test]
fn no_text_offers_two_things_with_a_slash() {
    for text in everything() {
        assert!(!text.contains('/'), "{text}");
    }
}

#[test]
fn no_text_of_the_instrument_names_a_diagnosis() {
    let words = [
        "depress",
        "anxi",
        "disorder",
        "ptsd",
        "trauma",
        "illness",
        "disease",
        "symptom",
        "panic",
        "diagnos",
        "burnout",
        "burn-out",
        "burned out",
        "burnt out",
        "compassion fatigue",
        "mental",
    ];
    for text in everything() {
        let lower = text.to_lowercase();
        assert!(words.iter().all(|word| !lower.contains(word)), "{text}");
    }
}

#[test]
fn no_text_of_the_instrument_asks_about_self_harm() {
    let words = [
        "suicid",
        "self-harm",
        "harm",
        "kill",
        "die",
        "dying",
        "death",
        "dead",
        "hurt myself",
        "end my",
        "end it",
        "not be alive",
        "better off",
    ];
    for text in everything() {
        let lower = format!(" {} ", text.to_lowercase());
        assert!(words.iter().all(|word| !lower.contains(&format!(" {word}"))), "{text}");
    }
}

#[test]
fn every_statement_is_one_sentence_of_twenty_words_at_most() {
    assert_all(&statements(), "20 words, one full stop at the end", |statement| {
        statement.words().len() <= 20
            && statement.text.ends_with('.')
            && statement.text.matches(['.', '!', '?', ';', ':']).count() == 1
    });
}

#[test]
fn every_statement_speaks_in_the_first_person() {
    assert_all(&statements(), "says I, my or me", |statement| statement.has(&["i", "my", "me"]));
}

#[test]
fn no_statement_speaks_to_the_reader_or_names_one_profession() {
    let words = [
        "you", "your", "patient*", "client*", "pupil*", "student*", "nurse*", "doctor*", "ward",
        "clinic*", "therap*", "session*", "case*",
    ];
    assert_all(&statements(), "fits every helping role", |statement| !statement.has(&words));
}

#[test]
fn no_statement_asks_two_things_at_once() {
    assert_all(&statements(), "one idea", |statement| !statement.has(&["or", "and", "but"]));
}

#[test]
fn no_statement_asks_how_often_about_something_that_is_already_counted() {
    let counts = ["always", "often", "never", "sometimes", "usually", "rarely", "every day"];
    assert_all(&statements(), "leaves how often to the answer", |s| !s.has(&counts));
}

#[test]
fn every_burnout_statement_names_work_caring_or_helping_as_the_source() {
    assert_all(&of(Construct::Burnout), "names the source", |statement| match statement.role {
        Role::Work => statement.has(&["work", "working"]),
        Role::Caring => statement.has(&["caring", "care"]),
        Role::Both => statement.has(&["helping", "help", "helped"]),
    });
}

#[test]
fn no_burnout_statement_names_the_suffering_of_others() {
    let suffering = ["suffer*", "pain*", "stor*", "happened", "hear", "heard", "seen"];
    assert_all(&of(Construct::Burnout), "is about the load", |s| !s.has(&suffering));
}

#[test]
fn every_compassion_fatigue_statement_names_another_persons_suffering_as_the_source() {
    assert_all(&of(Construct::CompassionFatigue), "names whose suffering", |statement| {
        let what = statement.has(&["suffer*", "pain*", "story", "stories", "happened"]);
        let whose = match statement.role {
            Role::Work | Role::Both => statement.has(&[
                "others",
                "others'",
                "another person's",
                "person i help",
                "someone i help",
                "people i help",
            ]),
            Role::Caring => statement.has(&["person i care for", "person's i care for"]),
        };
        what && whose
    });
}

#[test]
fn no_tiredness_statement_names_a_cause_that_belongs_to_another_scale() {
    let causes = ["work", "working", "caring", "care", "help*", "suffer*", "pain*", "stor*"];
    assert_all(&of(Construct::Tiredness), "is about being tired", |s| !s.has(&causes));
}

#[test]
fn no_scored_strain_rests_on_a_sign_that_both_strains_share() {
    let shared = ["irritable", "numb", "concentrat*", "headache*", "stomach", "detach*", "angry"];
    for construct in [Construct::Burnout, Construct::CompassionFatigue] {
        assert_all(&of(construct), "is not a shared sign", |s| !s.has(&shared));
    }
}
