//! The checks for a health record: an HL7 FHIR R4 Bundle with the Questionnaire and a response for
//! each check. It names no person: whoever takes it into a record knows whose it is.

use super::Source;
use super::sheet::{Kind, Line, Sheet};
use crate::history::Check;
use crate::json::Json;
use crate::session::Voice;
use crate::tree::is_blank;

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Writes the checks with the words of one language, the last one first; the Questionnaire has the
/// wording of its role. Scores and results are read-only items beside the questions. All codes belong
/// to the instrument.
#[must_use]
pub fn fhir(source: &Source<'_>) -> String {
    // FHIR allows no other control characters in a text.
    let mut json = Json::new(true);
    json.text("resourceType", "Bundle");
    json.text("type", "collection");
    json.list("entry");
    let url = ["urn:burnout-screener:", source.instrument.id()].concat();
    let mut record = Record { json, url, source };
    for (place, check) in source.history.checks().iter().rev().enumerate() {
        let sheet = Sheet::new(source, check);
        if place == 0 {
            record.questionnaire(&sheet);
        }
        record.response(check, &sheet, place);
    }
    record.json.finish()
}

/// A bundle on its way.
struct Record<'a> {
    json: Json,
    /// The address of the Questionnaire, and the beginning of all code systems.
    url: String,
    source: &'a Source<'a>,
}

impl Record<'_> {
    fn questionnaire(&mut self, sheet: &Sheet<'_>) {
        let Source { instrument, texts, .. } = *self.source;
        self.resource("", "Questionnaire");
        self.json.text("url", &self.url);
        // FHIR allows no empty text.
        if !is_blank(instrument.version()) {
            self.json.text("version", instrument.version());
        }
        self.json.text("title", texts.title());
        self.json.text("description", &self.source.words(Voice::default()).disclaimer());
        if let Some(licence) = self.source.licence() {
            self.json.text("copyright", licence);
        }
        self.json.text("status", "active");
        self.json.yes("experimental");
        self.json.list("item");
        for line in sheet.lines() {
            self.item(&line);
            if matches!(line.kind, Kind::Score | Kind::Band | Kind::Result) {
                self.json.yes("readOnly");
            }
            if line.kind == Kind::Score {
                self.json.text("type", "decimal");
                self.json.end();
                continue;
            }
            self.json.text("type", "choice");
            if Sheet::repeats(&line) {
                self.json.yes("repeats");
            }
            self.json.list("answerOption");
            for (place, option) in
                (0..).map_while(|place| Some((place, sheet.option(&line, place)?)))
            {
                self.json.object("");
                let scored = instrument.options(line.place).get(place);
                if let (Kind::Item, Some(scored)) = (line.kind, scored) {
                    self.json.list("extension");
                    self.json.object("");
                    self.json.text("url", ORDINAL);
                    self.json.number("valueDecimal", scored.value.into());
                    self.json.end();
                    self.json.end();
                }
                self.coding(&line, option);
                self.json.end();
            }
            self.json.end();
            self.json.end();
        }
        self.close();
    }

    fn response(&mut self, check: &Check, sheet: &Sheet<'_>, place: usize) {
        self.resource(&[":response:", &place.to_string()].concat(), "QuestionnaireResponse");
        let version = self.source.instrument.version();
        // A version with a space in it cannot stand in a canonical address.
        let canonical = if version.contains(char::is_whitespace) || is_blank(version) {
            self.url.clone()
        } else {
            [&self.url, "|", version].concat()
        };
        self.json.text("questionnaire", &canonical);
        let left_out = check.responses.skipped().next().is_some();
        self.json.text("status", if left_out { "in-progress" } else { "completed" });
        self.json.text("authored", check.date.as_str());
        self.json.list("item");
        for line in sheet.said() {
            self.item(&line);
            let (score, chosen) = (sheet.score(&line), sheet.chosen(&line));
            // An empty list is not allowed.
            if score.is_some() || !chosen.is_empty() {
                self.json.list("answer");
                if let Some(score) = score {
                    self.json.object("");
                    self.json.number("valueDecimal", score.value);
                    self.json.end();
                }
                for chosen in chosen {
                    if let Some(option) = sheet.option(&line, chosen) {
                        self.json.object("");
                        self.coding(&line, option);
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
    fn resource(&mut self, address: &str, kind: &str) {
        self.json.object("");
        self.json.text("fullUrl", &[&self.url, address].concat());
        self.json.object("resource");
        self.json.text("resourceType", kind);
        self.json.text("language", self.source.locale.language());
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
        self.json.text("text", line.text);
    }

    fn coding(&mut self, line: &Line<'_>, (code, words): (&str, &str)) {
        // Items that offer the same share a system.
        let instrument = self.source.instrument;
        let set = instrument.items().get(line.place).map_or(0, |item| item.set);
        let kind = match (line.kind, instrument.option_sets().get(set)) {
            (Kind::Item, Some(set)) => ["item.", &set.id].concat(),
            _ => link(line),
        };
        self.json.object("valueCoding");
        self.json.text("system", &[&self.url, ":", &kind].concat());
        self.json.text("code", code);
        // What is a word of files alone has no other.
        if !words.is_empty() {
            self.json.text("display", words);
        }
        self.json.end();
    }
}

/// Items go by their ids, which have no dots: what is no item is never mistaken for one.
fn link(line: &Line<'_>) -> String {
    if line.kind == Kind::Item {
        line.id.to_owned()
    } else {
        [line.kind.name(), ".", line.id].concat()
    }
}
