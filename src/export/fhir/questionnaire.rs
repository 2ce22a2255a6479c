//! What is asked, as a Questionnaire that computes its scores wherever it is filled in (HL7 SDC,
//! `calculatedExpression`).

use super::super::Source;
use super::super::sheet::{Kind, Line, Sheet};
use super::formula::Formula;
use super::{LINE, ORDINAL, OURS, Record};
use crate::instrument::{Keying, MadeOf};
use crate::response::Responses;
use crate::session::{Role, Voice};
use crate::tree::is_blank;

const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";
const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

/// Who published a Questionnaire, and when; nothing where that is not known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Publication<'a> {
    /// Who is responsible for it; otherwise the author that the instrument names.
    pub publisher: Option<&'a str>,
    /// The day on which this version was made, as in `2026-11-26`.
    pub date: Option<&'a str>,
}

/// Writes the Questionnaire in the words of one voice and one language. No answer is in it.
#[must_use]
pub fn questionnaire(source: &Source<'_>, voice: Voice, publication: Publication<'_>) -> String {
    let responses = Responses::new(source.instrument);
    let role = Role::ALL.into_iter().find(|role| role.voice() == voice);
    let mut record = Record::new(source);
    record.asked(&Sheet::of(source, role, &responses), publication);
    record.json.finish()
}

impl Record<'_> {
    /// Writes the Questionnaire in the words of this sheet.
    pub(super) fn asked(&mut self, sheet: &Sheet<'_>, publication: Publication<'_>) {
        let Source { instrument, texts, .. } = *self.source;
        let credit = instrument.credit();
        self.resource("Questionnaire");
        let url = self.canonical(sheet.voice());
        let disclaimer = self.source.words(sheet.voice()).disclaimer();
        let fields = [
            ("url", Some(url.as_str())),
            ("version", Some(instrument.version())),
            ("title", Some(texts.title())),
            ("status", Some("active")),
            ("date", publication.date),
            ("publisher", publication.publisher.or(credit.author.as_deref())),
            ("description", Some(disclaimer.as_str())),
            ("copyright", credit.line.as_deref().or(credit.terms.as_deref())),
        ];
        for (name, text) in fields {
            // FHIR allows no empty text.
            if let Some(text) = text.filter(|text| !is_blank(text)) {
                self.json.text(name, text);
            }
        }
        if credit.validated.is_none() {
            self.json.yes("experimental");
        }
        self.json.list("subjectType");
        self.json.text("", "Patient");
        self.json.end();
        self.lay(sheet, &sheet.lines(), true, Self::question);
    }

    fn question(&mut self, sheet: &Sheet<'_>, line: &Line<'_>) {
        self.json.list("extension");
        match line.kind {
            Kind::Item => {
                self.control("radio-button");
                self.membership(line);
            }
            Kind::Role | Kind::Context => self.control("radio-button"),
            Kind::Signs => self.control("check-box"),
            Kind::Score => self.calculation(sheet, line),
            // Their rules are not written out here: an empty field would look like a result.
            Kind::Band | Kind::Result => {
                self.extension(HIDDEN);
                self.json.yes("valueBoolean");
                self.json.end();
            }
        }
        self.json.end();
        if matches!(line.kind, Kind::Score | Kind::Band | Kind::Result) {
            self.json.yes("readOnly");
        }
        if line.kind == Kind::Score {
            self.json.text("type", "decimal");
            return;
        }
        self.json.text("type", "choice");
        if Sheet::repeats(line) {
            self.json.yes("repeats");
        }
        self.json.list("answerOption");
        for (place, option) in sheet.offered(line).into_iter().enumerate() {
            self.json.object("");
            let scored = self.source.instrument.options(line.place).get(place);
            if let (Kind::Item, Some(scored)) = (line.kind, scored) {
                self.json.list("extension");
                self.figure(ORDINAL, scored.value.into());
                self.json.end();
            }
            self.json.object("valueCoding");
            self.coding(line, option);
            self.json.end();
            self.json.end();
        }
        self.json.end();
        if Sheet::is_profile(line) {
            let mut lines = sheet.lines();
            lines.retain(Sheet::is_possible);
            self.json.list("item");
            for line in lines {
                self.item(&line);
                self.question(sheet, &line);
                self.json.end();
            }
            self.json.end();
        }
    }

    /// In which scales an item counts, in which part of each, how often, and whether the other way round.
    fn membership(&mut self, line: &Line<'_>) {
        let instrument = self.source.instrument;
        let Some(item) = instrument.items().get(line.place) else { return };
        for scale in instrument.scales() {
            let mut facets = scale.facets.iter();
            let Some(facet) = facets.find(|facet| facet.items.contains(&line.place)) else {
                continue;
            };
            self.extension(&[OURS, "scored"].concat());
            self.json.list("extension");
            self.said("scale", &scale.id);
            if scale.made_of == MadeOf::Facets {
                self.said("part", &facet.id);
            }
            let is_reversed = item.keying == Keying::Reversed;
            self.said("keying", if is_reversed { "reversed" } else { "direct" });
            self.extension("weight");
            self.json.number("valueInteger", item.weight.into());
            self.json.end();
            self.json.end();
            self.json.end();
        }
    }

    /// All answers are seen at once.
    fn control(&mut self, code: &str) {
        self.extension(CONTROL);
        self.json.object("valueCodeableConcept");
        self.json.list("coding");
        self.json.object("");
        self.json.text("system", "http://hl7.org/fhir/questionnaire-item-control");
        self.json.text("code", code);
        self.json.end();
        self.json.end();
        self.json.end();
        self.json.end();
    }

    fn said(&mut self, name: &str, code: &str) {
        self.extension(name);
        self.json.text("valueCode", code);
        self.json.end();
    }

    /// How the score follows, and where its line is.
    fn calculation(&mut self, sheet: &Sheet<'_>, line: &Line<'_>) {
        let instrument = self.source.instrument;
        let Some(scale) = instrument.scales().get(line.place) else { return };
        let formula = Formula::new(instrument, scale);
        for (name, expression) in &formula.variables {
            self.expression(VARIABLE, Some(name), expression);
        }
        self.expression(CALCULATED, None, &formula.expression);
        if let Some(limit) = sheet.line_of(line.place) {
            self.figure(LINE, limit);
        }
    }

    fn expression(&mut self, url: &str, name: Option<&str>, expression: &str) {
        self.extension(url);
        self.json.object("valueExpression");
        if let Some(name) = name {
            self.json.text("name", name);
        }
        self.json.text("language", "text/fhirpath");
        self.json.text("expression", expression);
        self.json.end();
        self.json.end();
    }
}
