//! The checks for a health record: an HL7 FHIR R4 Bundle with the Questionnaire and a response for
//! each check. It names no person: whoever takes it into a record knows whose it is.

use super::{RESULTS, SCALES, results, scores};
use crate::checkin::{CheckIn, History, ROLES};
use crate::classification::{Profile, classify};
use crate::instrument::{Construct, Instrument};
use crate::json::Json;
use crate::locale::{Locale, Message, Texts};
use crate::report::{profile_name, scale_name};
use crate::session::Setting;

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Writes the checks with the words of one language. Scores and results are read-only items beside
/// the questions; their codes, like all others, belong to the instrument.
#[must_use]
pub fn fhir(instrument: &Instrument, texts: &Texts, locale: &Locale, history: &History) -> String {
    let url = ["urn:burnout-screener:", instrument.id()].concat();
    let mut json = Json::new();
    json.text("resourceType", "Bundle");
    json.text("type", "collection");
    json.list("entry");
    let setting = history.checks().last().map_or(Setting::default(), |check| check.setting);
    let asked = questions(instrument, texts, locale, setting, &url);
    questionnaire(&mut json, instrument, locale, &asked, &url);
    // A version with a space in it cannot stand in a canonical address.
    let canonical = if instrument.version().contains(char::is_whitespace) {
        url.clone()
    } else {
        [&url, "|", instrument.version()].concat()
    };
    for (place, check) in history.checks().iter().enumerate() {
        let asked = questions(instrument, texts, locale, check.setting, &url);
        entry(&mut json, &[&url, ":response:", &(place + 1).to_string()].concat());
        json.text("resourceType", "QuestionnaireResponse");
        json.text("language", locale.language());
        json.text("questionnaire", &canonical);
        let left_out = check.responses.skipped().next().is_some();
        json.text("status", if left_out { "in-progress" } else { "completed" });
        json.text("authored", &check.date.to_string());
        json.list("item");
        for (question, answer) in asked.iter().zip(answers(instrument, check)) {
            response(&mut json, question, &answer);
        }
        json.end();
        json.end();
        json.end();
    }
    json.finish()
}

/// An item of the Questionnaire.
struct Question<'a> {
    /// Ids of items have no dots, so those of what is not an item are never the same.
    link: String,
    text: &'a str,
    /// The code system of its options.
    system: String,
    /// Code, words and value of each; none for a figure.
    options: Vec<(&'a str, &'a str, Option<u8>)>,
    computed: bool,
}

/// What a check has for an item of the Questionnaire.
enum Answer {
    Options(Vec<usize>),
    Tenths(u32),
}

fn questions<'a>(
    instrument: &'a Instrument,
    texts: &'a Texts,
    locale: &'a Locale,
    setting: Setting,
    url: &str,
) -> Vec<Question<'a>> {
    let mut asked = Vec::new();
    let mut ask = |link: String, text, kind: &str, options, computed| {
        let system = [url, ":", kind].concat();
        asked.push(Question { link, text, system, options, computed });
    };
    let roles = [Message::SettingWork, Message::SettingCaring, Message::SettingBoth];
    let roles = ROLES.into_iter().zip(roles).map(|(code, words)| (code, locale.text(words), None));
    let role = locale.text(Message::SettingQuestion);
    ask("setting.role".to_owned(), role, "setting.role", roles.collect(), false);
    for (place, question) in instrument.context().iter().enumerate() {
        let (text, words) = texts.context(place);
        let options = (question.options.iter().zip(words))
            .map(|(option, words)| (option.id.as_str(), words.as_str(), None));
        let link = ["context.", &question.id].concat();
        ask(link.clone(), text, &link, options.collect(), false);
    }
    for (place, item) in instrument.items().iter().enumerate() {
        let options = (instrument.options().iter().zip(texts.options()))
            .map(|(option, words)| (option.id.as_str(), words.as_str(), Some(option.value)));
        ask(item.id.clone(), texts.item(place, setting), "options", options.collect(), false);
    }
    for (construct, scale) in Construct::ALL.into_iter().zip(SCALES) {
        let text = locale.text(scale_name(construct, setting));
        ask(["score.", scale].concat(), text, "", Vec::new(), true);
    }
    let names = (Profile::ALL.into_iter())
        .map(|profile| profile_name(profile, setting))
        .chain([Message::ResultNotEnough]);
    let options =
        RESULTS.into_iter().zip(names).map(|(code, words)| (code, locale.text(words), None));
    let title = locale.text(Message::ResultTitle);
    ask("result.profile".to_owned(), title, "results", options.collect(), true);
    asked
}

/// What a check has for each item, in the order of [`questions`].
fn answers(instrument: &Instrument, check: &CheckIn) -> Vec<Answer> {
    let one = |option: Option<u8>| Answer::Options(option.map(usize::from).into_iter().collect());
    let role = Setting::ALL.iter().position(|&setting| setting == check.setting);
    let mut answers = vec![Answer::Options(role.into_iter().collect())];
    answers.extend((0..instrument.context().len()).map(|each| one(check.responses.context(each))));
    answers.extend((0..instrument.items().len()).map(|each| one(check.responses.item(each))));
    answers.extend(scores(instrument, check).map(|score| match score {
        Some((value, _)) => Answer::Tenths(value),
        None => Answer::Options(Vec::new()),
    }));
    answers.push(Answer::Options(results(classify(instrument, &check.responses).outcome)));
    answers
}

fn questionnaire(
    json: &mut Json,
    instrument: &Instrument,
    locale: &Locale,
    asked: &[Question<'_>],
    url: &str,
) {
    entry(json, url);
    json.text("resourceType", "Questionnaire");
    json.text("language", locale.language());
    json.text("url", url);
    words(json, "version", instrument.version());
    words(json, "title", locale.text(Message::WelcomeTitle));
    json.text("status", "active");
    json.yes("experimental");
    words(json, "description", locale.text(Message::HowLimits));
    json.list("item");
    for question in asked {
        json.object("");
        json.text("linkId", &question.link);
        words(json, "text", question.text);
        json.text("type", if question.options.is_empty() { "decimal" } else { "choice" });
        if question.computed {
            json.yes("readOnly");
        }
        if !question.options.is_empty() {
            if question.computed {
                // Between two, a result names both.
                json.yes("repeats");
            }
            json.list("answerOption");
            for &(code, words, value) in &question.options {
                json.object("");
                if let Some(value) = value {
                    json.list("extension");
                    json.object("");
                    json.text("url", ORDINAL);
                    json.whole("valueDecimal", value.into());
                    json.end();
                    json.end();
                }
                coding(json, &question.system, code, words);
                json.end();
            }
            json.end();
        }
        json.end();
    }
    json.end();
    json.end();
    json.end();
}

fn response(json: &mut Json, question: &Question<'_>, answer: &Answer) {
    json.object("");
    json.text("linkId", &question.link);
    words(json, "text", question.text);
    match answer {
        Answer::Options(chosen) if chosen.is_empty() => {}
        Answer::Options(chosen) => {
            json.list("answer");
            for &option in chosen {
                if let Some((code, words, _)) = question.options.get(option) {
                    json.object("");
                    coding(json, &question.system, code, words);
                    json.end();
                }
            }
            json.end();
        }
        Answer::Tenths(value) => {
            json.list("answer");
            json.object("");
            json.tenths("valueDecimal", *value);
            json.end();
            json.end();
        }
    }
    json.end();
}

fn coding(json: &mut Json, system: &str, code: &str, display: &str) {
    json.object("valueCoding");
    json.text("system", system);
    json.text("code", code);
    words(json, "display", display);
    json.end();
}

/// FHIR allows no control characters in a text but tabs and line breaks.
fn words(json: &mut Json, key: &str, text: &str) {
    let allowed = |c: &char| *c >= ' ' || matches!(c, '\t' | '\r' | '\n');
    json.text(key, &text.chars().filter(allowed).collect::<String>());
}

/// Opens an entry of the bundle and the resource in it.
fn entry(json: &mut Json, address: &str) {
    json.object("");
    json.text("fullUrl", address);
    json.object("resource");
}
