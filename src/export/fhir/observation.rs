//! A score as an Observation, for records that show the course of one value.

use super::super::sheet::{Kind, Line, Sheet};
use super::Record;
use crate::history::Check;
use crate::instrument::Direction;
use crate::scoring::Score;

/// A standard error, beside a quantity.
const UNCERTAINTY: &str = "http://hl7.org/fhir/StructureDefinition/iso21090-uncertainty";

impl Record<'_> {
    /// `from`: the response that the score was computed from.
    pub(super) fn observation(
        &mut self,
        check: &Check,
        sheet: &Sheet<'_>,
        line: &Line<'_>,
        score: Score,
        from: &str,
    ) {
        self.resource("Observation");
        self.json.text("status", "final");
        self.concept("code", line, (line.id, line.text));
        self.json.text("effectiveDateTime", check.date.as_str());
        self.json.object("valueQuantity");
        if let Some(error) = score.error {
            self.json.list("extension");
            self.figure(UNCERTAINTY, error);
            self.json.end();
        }
        self.amount(score.value);
        self.json.end();
        self.verdict(sheet, line);
        if let Some(limit) = sheet.line_of(line.place) {
            let direction = self.source.instrument.scales().get(line.place).map(|s| s.direction);
            self.json.list("referenceRange");
            self.json.object("");
            self.json.object(if direction == Some(Direction::Good) { "low" } else { "high" });
            self.amount(limit);
            self.json.end();
            self.json.end();
            self.json.end();
        }
        self.json.list("derivedFrom");
        self.json.object("");
        self.json.text("reference", from);
        self.json.text("type", "QuestionnaireResponse");
        self.json.end();
        self.json.end();
    }

    /// The verdict or the band of the score.
    fn verdict(&mut self, sheet: &Sheet<'_>, score: &Line<'_>) {
        let mut lines = sheet.lines();
        lines.retain(|line| match line.kind {
            Kind::Band => line.place == score.place && !sheet.answers(line).is_empty(),
            Kind::Result => sheet.is_about(line, score.place),
            _ => false,
        });
        if lines.is_empty() {
            return;
        }
        self.json.list("component");
        for line in lines {
            for answer in sheet.answers(&line) {
                self.json.object("");
                self.concept("code", &line, (line.id, line.text));
                self.concept("valueCodeableConcept", &line, answer);
                self.json.end();
            }
        }
        self.json.end();
    }

    fn concept(&mut self, name: &str, line: &Line<'_>, option: (&str, &str)) {
        self.json.object(name);
        self.json.list("coding");
        self.json.object("");
        self.coding(line, option);
        self.json.end();
        self.json.end();
        self.json.end();
    }

    /// A number of points.
    fn amount(&mut self, value: f64) {
        self.json.number("value", value);
        self.json.text("system", "http://unitsofmeasure.org");
        self.json.text("code", "{score}");
    }
}
