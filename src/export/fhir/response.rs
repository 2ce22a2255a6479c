//! A check as a QuestionnaireResponse: what was said, what was asked and left out, and what followed.

use super::super::sheet::{Kind, Line, Sheet};
use super::{ERROR, LINE, ORDINAL, Record};
use crate::history::Check;
use crate::tree::is_blank;

/// Why something has no value.
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

impl Record<'_> {
    /// `address`: what tells it from any other response.
    pub(super) fn response(&mut self, check: &Check, sheet: &Sheet<'_>, address: &str) {
        self.resource("QuestionnaireResponse");
        self.identifier(address);
        let version = self.source.instrument.version();
        let url = self.canonical(sheet.voice());
        // A version with a space in it cannot stand in a canonical address.
        let canonical = if version.contains(char::is_whitespace) || is_blank(version) {
            url
        } else {
            [&url, "|", version].concat()
        };
        self.json.text("questionnaire", &canonical);
        // Whoever leaves something out has finished all the same.
        self.json.text("status", "completed");
        self.json.text("authored", check.date.as_str());
        let mut lines = sheet.lines();
        let stays = |line: &Line<'_>| matches!(line.kind, Kind::Score | Kind::Band);
        lines.retain(|line| {
            stays(line) || sheet.is_skipped(line) || !sheet.answers(line).is_empty()
        });
        self.lay(sheet, &lines, false, Self::given);
    }

    fn given(&mut self, sheet: &Sheet<'_>, line: &Line<'_>) {
        if sheet.is_skipped(line) {
            self.json.list("extension");
            self.extension(ABSENT);
            self.json.text("valueCode", "asked-declined");
            self.json.end();
            self.json.end();
        }
        let (score, answers) = (sheet.score(line), sheet.answers(line));
        // An empty list is not allowed.
        if score.is_none() && answers.is_empty() {
            return;
        }
        self.json.list("answer");
        if let Some(score) = score {
            self.json.object("");
            // Without an error there is no line either: a profile needs both.
            if let Some(error) = score.error {
                self.json.list("extension");
                self.figure(ERROR, error);
                if let Some(limit) = sheet.line_of(line.place) {
                    self.figure(LINE, limit);
                }
                self.json.end();
            }
            self.json.number("valueDecimal", score.value);
            self.json.end();
        }
        for answer in answers {
            self.json.object("");
            self.json.object("valueCoding");
            if let Some(value) = sheet.value(line) {
                self.json.list("extension");
                self.figure(ORDINAL, value.into());
                self.json.end();
            }
            self.coding(line, answer);
            self.json.end();
            if Sheet::is_profile(line) {
                self.candidates(sheet);
            }
            self.json.end();
        }
        self.json.end();
    }

    /// Between which profiles the one lies that stands before, if it does.
    fn candidates(&mut self, sheet: &Sheet<'_>) {
        let mut lines = sheet.lines();
        lines.retain(|line| Sheet::is_possible(line) && !sheet.answers(line).is_empty());
        for line in lines {
            self.json.list("item");
            self.item(&line);
            self.given(sheet, &line);
            self.json.end();
            self.json.end();
        }
    }
}
