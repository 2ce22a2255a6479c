//! The English statements keep to the wording rules, in each of the three voices. How hard they are to
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

use std::collections::BTreeSet;

use burnout_screener::session::Voice;
use common::{built_in, english_json, english_texts, names};
use serde_json::Value;

/// An item as one person reads it.
struct Statement {
    id: String,
    scale: String,
    bank: bool,
    voice: Voice,
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
    let scale = |place: usize| {
        let mut scales = instrument.scales().iter();
        let found =
            scales.find(|scale| scale.facets.iter().any(|facet| facet.items.contains(&place)));
        found.unwrap().id.clone()
    };
    let mut statements = Vec::new();
    for (place, item) in instrument.items().iter().enumerate() {
        for voice in Voice::ALL {
            let text = texts.item(place, voice).to_owned();
            let (id, scale, bank) = (item.id.clone(), scale(place), item.bank);
            statements.push(Statement { id, scale, bank, voice, text });
        }
    }
    statements
}

fn of(scale: &str) -> Vec<Statement> {
    let all = statements().into_iter();
    let found: Vec<Statement> = all.filter(|statement| statement.scale == scale).collect();
    assert!(!found.is_empty(), "{scale}");
    found
}

#[track_caller]
fn assert_all(statements: &[Statement], rule: &str, keeps: impl Fn(&Statement) -> bool) {
    let broken: Vec<String> = (statements.iter())
        .filter(|statement| !keeps(statement))
        .map(|s| format!("{} ({:?}): {}", s.id, s.voice, s.text))
        .collect();
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

/// Every text that people read while they answer; the names of the scales come with the result.
fn everything() -> Vec<String> {
    fn walk(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            Value::Object(fields) => fields.values().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let words = &english_json()["instruments"]["helping-strain"];
    let mut found = Vec::new();
    for part in ["options", "blocks", "items", "signs", "context"] {
        walk(&words[part], &mut found);
    }
    for scale in words["scales"].as_object().unwrap().values() {
        walk(&scale["facets"], &mut found);
    }
    found
}

#[test]
fn every_part_of_the_instrument_has_words() {
    let instrument = built_in();
    let texts = english_texts(&instrument);
    assert_eq!(texts.all_options().map(<[String]>::len).collect::<Vec<_>>(), [5]);
    for (place, scale) in instrument.scales().iter().enumerate() {
        assert_eq!(texts.parts(place).len(), scale.parts().len());
        assert!(Voice::ALL.iter().all(|&voice| !texts.scale(place, voice).trim().is_empty()));
    }
    for (question, asked) in instrument.context().iter().enumerate() {
        assert_eq!(texts.context(question).1.len(), asked.options.len());
    }
    for voice in Voice::ALL {
        for block in 0..instrument.blocks().len() {
            assert!(!texts.block_look_back(block, voice).is_empty());
            assert!(!texts.block_short(block, voice).is_empty());
        }
        let hints: usize =
            (0..instrument.blocks().len()).map(|b| texts.hints(b, voice).count()).sum();
        assert_eq!(hints, 3, "what to keep in mind stands once, before the statements on helping");
    }
    assert_eq!(statements().len(), 42 * 3);
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
    for scale in instrument.scales().iter().filter(|scale| scale.parts().len() > 1) {
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
    let signs = instrument.signs().iter().map(|sign| sign.id.as_str());
    assert_eq!(names(&words["signs"]["options"]), signs.collect());
    let domains = instrument.signs().iter().map(|sign| sign.domain.as_str());
    assert_eq!(names(&words["signs"]["domains"]), domains.collect());
    let blocks = instrument.blocks().iter().map(|block| block.id.as_str());
    assert_eq!(names(&words["blocks"]), blocks.collect());
}

#[test]
fn no_two_statements_in_one_voice_read_the_same() {
    for voice in Voice::ALL {
        let texts: Vec<String> =
            (statements().into_iter()).filter(|s| s.voice == voice).map(|s| s.text).collect();
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len(), "{voice:?}");
    }
}

/// Answers of one version must never be read as those of another.
#[test]
fn no_id_of_the_first_instrument_comes_back_with_other_words() {
    let first = [
        "busy_day",
        "worn_out_after_day_off",
        "painful_story_stays",
        "what_matters_done",
        "dreaded_start",
        "guilty_about_pain",
        "better_after_sleep",
        "took_all_energy",
        "thoughts_of_suffering",
        "less_well_than_before",
        "no_point",
        "changed_subject",
        "drained_before_start",
        "sleepy",
        "helpless_about_person",
        "able_to_handle",
        "pictures",
        "did_not_mind_outcome",
        "sleep_not_enough",
        "kept_away_from_person",
        "fresh_after_rest",
        "unsafe_because_of_others",
        "bitter",
        "no_strength_left",
        "dreams",
        "avoided_reminders",
    ];
    assert_all(&statements(), "a new id", |statement| !first.contains(&statement.id.as_str()));
}

/// Neighbours that ask nearly the same are answered by the one before.
#[test]
fn no_two_statements_of_one_part_follow_each_other() {
    let instrument = built_in();
    let part = |item: usize| {
        let scales = instrument.scales().iter().filter(|scale| scale.facets.len() > 1);
        let mut facets = scales.flat_map(|scale| &scale.facets);
        facets.find(|facet| facet.items.contains(&item)).map(|facet| facet.id.clone())
    };
    for item in 1..instrument.items().len() {
        let (before, this) = (part(item - 1), part(item));
        assert!(this.is_none() || before != this, "{}", instrument.items()[item].id);
    }
}

#[test]
fn helping_opens_and_ends_with_what_carries_before_the_bank() {
    let asked: Vec<Statement> = statements()
        .into_iter()
        .filter(|statement| statement.voice == Voice::Work && !statement.bank)
        .collect();
    assert_eq!(asked.len(), 30);
    assert_eq!([&asked[4].scale, &asked[29].scale], ["carries", "carries"]);
    assert!(asked[..4].iter().all(|s| s.scale == "tired" || s.scale == "recovery"));
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
fn every_statement_is_one_short_sentence() {
    assert_all(&statements(), "75 characters, one full stop at the end", |statement| {
        statement.text.chars().count() <= 75
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

/// A day, a week or a start of work leaves out those who work at night, one day a week, or not now.
#[test]
fn no_statement_needs_a_day_a_week_or_a_start_of_work() {
    let times = ["day*", "week*", "month*", "morning*", "evening*", "night*", "shift*", "monday*"];
    assert_all(&statements(), "fits any hours", |statement| !statement.has(&times));
}

/// Answered with “never”, a denial asks for a turn of thought that tired people get wrong.
#[test]
fn no_statement_denies_or_compares() {
    let words = ["not", "no", "never", "nothing", "without", "less", "more", "than", "nobody"];
    assert_all(&statements(), "says what was there", |statement| !statement.has(&words));
}

#[test]
fn no_statement_asks_two_things_at_once() {
    assert_all(&statements(), "one idea", |statement| {
        let one = ["saw or heard", "see or hear", "long or short"];
        let text = one.iter().fold(statement.words().join(" "), |text, one| text.replace(one, ""));
        text.split(' ').all(|word| !["or", "and", "but"].contains(&word))
    });
}

#[test]
fn no_statement_asks_how_often_about_something_that_is_already_counted() {
    let counts = ["always", "often", "never", "sometimes", "usually", "rarely", "every day"];
    assert_all(&statements(), "leaves how often to the answer", |s| !s.has(&counts));
}

#[test]
fn every_burnout_statement_names_work_caring_or_helping_as_the_source() {
    assert_all(&of("burnout"), "names the source", |statement| match statement.voice {
        Voice::Work => statement.has(&["work", "working"]),
        Voice::Caring => statement.has(&["caring", "care"]),
        Voice::Helping => statement.has(&["helping", "help", "helped"]),
    });
}

#[test]
fn no_burnout_statement_names_the_suffering_of_others() {
    let suffering = ["suffer*", "pain*", "stor*", "happened", "hear", "heard", "seen"];
    assert_all(&of("burnout"), "is about the load", |s| !s.has(&suffering));
}

#[test]
fn every_compassion_fatigue_statement_names_the_suffering_of_others_as_the_source() {
    assert_all(&of("compassion_fatigue"), "names whose suffering", |statement| {
        let own = ["saw or heard suffering", "see or hear someone suffer"];
        let whose = match statement.voice {
            Voice::Work | Voice::Helping => "someone i helped",
            Voice::Caring => "someone in my care",
        };
        statement.has(&["suffer*"]) && (statement.has(&own) || statement.has(&[whose]))
    });
}

#[test]
fn no_statement_on_rest_names_a_cause_that_belongs_to_another_scale() {
    let causes = ["work", "working", "caring", "care", "help*", "suffer*", "pain*", "stor*"];
    for scale in ["tired", "recovery"] {
        assert_all(&of(scale), "is about being tired", |s| !s.has(&causes));
    }
}

#[test]
fn no_scored_strain_rests_on_a_sign_that_both_strains_share() {
    let shared = ["irritable", "numb", "concentrat*", "headache*", "stomach", "detach*", "angry"];
    for scale in ["burnout", "compassion_fatigue"] {
        assert_all(&of(scale), "is not a shared sign", |s| !s.has(&shared));
    }
}
