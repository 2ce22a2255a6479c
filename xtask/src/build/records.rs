//! What programs that are not ours need to read the exports: the Questionnaires that a health record names, and the
//! codebook of the table.

use anyhow::{Result, ensure};
use burnout_screener::export::{Publication, Source, codebook, questionnaire};
use burnout_screener::history::History;
use burnout_screener::session::Voice;

use super::texts::Texts;

/// Who is responsible for the built-in questions.
const PUBLISHER: &str = "burnout-screener";

/// The version of the built-in questions, and the day on which it was made.
const MADE: (&str, &str) = ("2.0.0", "2026-11-26");

/// One Questionnaire for each language and voice, and one codebook for each language.
pub(super) fn files(texts: &Texts) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for language in &texts.languages {
        let (instrument, words, locale) = texts.words(language)?;
        ensure!(
            instrument.version() == MADE.0,
            "the questions are version {}: say in xtask/src/build/records.rs on which day it was made",
            instrument.version()
        );
        let history = History::default();
        let source =
            Source { instrument: &instrument, texts: &words, locale: &locale, history: &history };
        let publication = Publication { publisher: Some(PUBLISHER), date: Some(MADE.1) };
        let name = [instrument.id(), ".", &language.code].concat();
        for voice in Voice::ALL {
            let asked = questionnaire(&source, voice, publication);
            files.push((format!("fhir/{name}.{}.json", voice.name()), asked.into_bytes()));
        }
        files.push((format!("codebook/{name}.csv"), codebook(&source).into_bytes()));
    }
    Ok(files)
}
