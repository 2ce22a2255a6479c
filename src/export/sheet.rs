//! A check as lines of question and answer: what the table and the health record have in common.

use super::{SCALES, tenths};
use crate::checkin::{CheckIn, ROLES};
use crate::classification::{Outcome, Profile, classify};
use crate::instrument::{Construct, Instrument};
use crate::locale::{Locale, Message, Texts};
use crate::report::{profile_name, scale_name};
use crate::session::Setting;

/// What the results are called in files, in the order of [`Profile::ALL`].
const RESULTS: [&str; 6] =
    ["no_strain", "tiredness", "burnout", "compassion_fatigue", "both", "strain_without_exposure"];

const NOT_ENOUGH: &str = "not_enough_answers";

/// Codes and their words.
pub(super) type Options<'a> = Vec<(&'a str, &'a str)>;

/// One question, score or result, and what the check has for it.
pub(super) struct Line<'a> {
    /// `setting`, `context`, `item`, `score` or `result`.
    pub(super) kind: &'static str,
    pub(super) id: &'a str,
    pub(super) text: &'a str,
    /// Which of [`Sheet::options`] it offers; a score offers none.
    pub(super) options: Option<usize>,
    /// The positions of the answers: two where a result lies between two.
    pub(super) chosen: Vec<usize>,
    /// A score and its error in tenths.
    pub(super) score: Option<(u32, u32)>,
}

/// All lines of a check, always the same ones in the same order.
pub(super) struct Sheet<'a> {
    pub(super) options: Vec<Options<'a>>,
    pub(super) lines: Vec<Line<'a>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        instrument: &'a Instrument,
        texts: &'a Texts,
        locale: &'a Locale,
        check: &CheckIn,
    ) -> Self {
        let mut sheet = Self { options: Vec::new(), lines: Vec::new() };
        let (setting, responses) = (check.setting, &check.responses);
        let chosen = |option: Option<u8>| -> Vec<usize> {
            option.map_or_else(Vec::new, |option| vec![usize::from(option)])
        };

        let roles = [Message::SettingWork, Message::SettingCaring, Message::SettingBoth];
        let mut options = Options::new();
        for (role, message) in ROLES.into_iter().zip(roles) {
            options.push((role, locale.text(message)));
        }
        sheet.options.push(options);
        let question = locale.text(Message::SettingQuestion);
        sheet.ask("setting", "role", question, vec![setting as usize]);

        for (place, question) in instrument.context().iter().enumerate() {
            let (text, words) = texts.context(place);
            let mut options = Options::new();
            for (option, words) in question.options.iter().zip(words) {
                options.push((&option.id, words));
            }
            sheet.options.push(options);
            sheet.ask("context", &question.id, text, chosen(responses.context(place)));
        }

        let mut options = Options::new();
        for (option, words) in instrument.options().iter().zip(texts.options()) {
            options.push((&option.id, words));
        }
        sheet.options.push(options);
        for (place, item) in instrument.items().iter().enumerate() {
            sheet.ask("item", &item.id, texts.item(place, setting), chosen(responses.item(place)));
        }

        let found = classify(instrument, responses);
        for (construct, scale) in Construct::ALL.into_iter().zip(SCALES) {
            sheet.lines.push(Line {
                kind: "score",
                id: scale,
                text: locale.text(scale_name(construct, setting)),
                options: None,
                chosen: Vec::new(),
                score: found
                    .score(construct)
                    .map(|score| (tenths(score.value), tenths(score.error))),
            });
        }

        sheet.options.push(results(locale, setting));
        let named = match found.outcome {
            Outcome::Clear(profile) => vec![profile as usize],
            Outcome::Between(one, other) => vec![one as usize, other as usize],
            Outcome::NotEnough => vec![RESULTS.len()],
        };
        sheet.ask("result", "profile", locale.text(Message::ResultTitle), named);
        sheet
    }

    /// Adds a question with the options that came last.
    fn ask(&mut self, kind: &'static str, id: &'a str, text: &'a str, chosen: Vec<usize>) {
        let options = self.options.len().checked_sub(1);
        self.lines.push(Line { kind, id, text, options, chosen, score: None });
    }

    /// What a line offers.
    pub(super) fn offered(&self, line: &Line<'_>) -> &[(&'a str, &'a str)] {
        line.options.and_then(|place| self.options.get(place)).map_or(&[], Vec::as_slice)
    }
}

fn results(locale: &Locale, setting: Setting) -> Options<'_> {
    let mut options = Options::new();
    for (code, profile) in RESULTS.into_iter().zip(Profile::ALL) {
        options.push((code, locale.text(profile_name(profile, setting))));
    }
    options.push((NOT_ENOUGH, locale.text(Message::ResultNotEnough)));
    options
}
