//! The checks for a health record: an HL7 FHIR R4 Bundle with the Questionnaire and a response for
//! each check. It names no person: whoever takes it into a record knows whose it is.

use super::sheet::{Line, Sheet};
use crate::checkin::{CheckIn, History};
use crate::instrument::Instrument;
use crate::json::Json;
use crate::locale::{Locale, Message, Texts};

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Writes the checks with the words of one language; the Questionnaire has the wording of the last
/// check's role. Scores and results are read-only items beside the questions. All codes belong to
/// the instrument. Without a check there is nothing to write.
#[must_use]
pub fn fhir(instrument: &Instrument, texts: &Texts, locale: &Locale, history: &History) -> String {
    let mut json = Json::new();
    json.text("resourceType", "Bundle");
    json.text("type", "collection");
    json.list("entry");
    let mut record =
        Record { json, url: ["urn:burnout-screener:", instrument.id()].concat(), instrument };
    for (place, check) in history.checks().iter().rev().enumerate() {
        let sheet = Sheet::new(instrument, texts, locale, check);
        if place == 0 {
            record.questionnaire(locale, &sheet);
        }
        record.response(locale, check, &sheet, place);
    }
    record.json.finish()
}

/// A bundle on its way.
struct Record<'a> {
    json: Json,
    /// The address of the Questionnaire, and the beginning of all code systems.
    url: String,
    instrument: &'a Instrument,
}

impl Record<'_> {
    fn questionnaire(&mut self, locale: &Locale, sheet: &Sheet<'_>) {
        let url = self.url.clone();
        self.resource(&url, "Questionnaire", locale);
        self.json.text("url", &url);
        self.words("version", self.instrument.version());
        self.words("title", locale.text(Message::WelcomeTitle));
        self.words("description", locale.text(Message::HowLimits));
        self.json.text("status", "active");
        self.json.yes("experimental");
        self.json.list("item");
        for line in &sheet.lines {
            self.item(line);
            let offered = sheet.offered(line);
            self.json.text("type", if offered.is_empty() { "decimal" } else { "choice" });
            if matches!(line.kind, "score" | "result") {
                self.json.yes("readOnly");
            }
            if line.kind == "result" {
                // Between two, it names both.
                self.json.yes("repeats");
            }
            if !offered.is_empty() {
                self.json.list("answerOption");
            }
            for (place, option) in offered.iter().enumerate() {
                self.json.object("");
                let scored = self.instrument.options().get(place);
                if let ("item", Some(scored)) = (line.kind, scored) {
                    self.json.list("extension");
                    self.json.object("");
                    self.json.text("url", ORDINAL);
                    self.json.whole("valueDecimal", scored.value.into());
                    self.json.end();
                    self.json.end();
                }
                self.coding(line, option);
                self.json.end();
            }
            if !offered.is_empty() {
                self.json.end();
            }
            self.json.end();
        }
        self.close();
    }

    fn response(&mut self, locale: &Locale, check: &CheckIn, sheet: &Sheet<'_>, place: usize) {
        let address = [&self.url, ":response:", &place.to_string()].concat();
        self.resource(&address, "QuestionnaireResponse", locale);
        let version = self.instrument.version();
        // A version with a space in it cannot stand in a canonical address.
        let canonical = if version.contains(char::is_whitespace) {
            self.url.clone()
        } else {
            [&self.url, "|", version].concat()
        };
        self.json.text("questionnaire", &canonical);
        let left_out = check.responses.skipped().next().is_some();
        self.json.text("status", if left_out { "in-progress" } else { "completed" });
        self.json.text("authored", check.date.as_str());
        self.json.list("item");
        for line in &sheet.lines {
            self.item(line);
            if line.score.is_some() || !line.chosen.is_empty() {
                self.json.list("answer");
                if let Some((value, _)) = line.score {
                    self.json.object("");
                    self.json.tenths("valueDecimal", value);
                    self.json.end();
                }
                for &chosen in &line.chosen {
                    if let Some(option) = sheet.offered(line).get(chosen) {
                        self.json.object("");
                        self.coding(line, option);
                        self.json.end();
                    }
                }
                self.json.end();
            }
            self.json.end();
        }
        self.close();
    }

    /// Opens an entry and the resource in it.
    fn resource(&mut self, address: &str, kind: &str, locale: &Locale) {
        self.json.object("");
        self.json.text("fullUrl", address);
        self.json.object("resource");
        self.json.text("resourceType", kind);
        self.json.text("language", locale.language());
    }

    /// Closes its items, the resource and the entry.
    fn close(&mut self) {
        self.json.end();
        self.json.end();
        self.json.end();
    }

    /// Opens an item.
    fn item(&mut self, line: &Line<'_>) {
        self.json.object("");
        self.json.text("linkId", &link(line));
        self.words("text", line.text);
    }

    fn coding(&mut self, line: &Line<'_>, (code, words): &(&str, &str)) {
        // All items offer the same.
        let kind = if line.kind == "item" { "item".to_owned() } else { link(line) };
        self.json.object("valueCoding");
        self.json.text("system", &[&self.url, ":", &kind].concat());
        self.json.text("code", code);
        self.words("display", words);
        self.json.end();
    }

    /// FHIR allows no control characters in a text but tabs and line breaks.
    fn words(&mut self, key: &str, text: &str) {
        let mut allowed = text.to_owned();
        allowed.retain(|c| c >= ' ' || matches!(c, '\t' | '\r' | '\n'));
        self.json.text(key, &allowed);
    }
}

/// Items go by their ids, which have no dots: what is no item is never mistaken for one.
fn link(line: &Line<'_>) -> String {
    if line.kind == "item" { line.id.to_owned() } else { [line.kind, ".", line.id].concat() }
}
