//! A record for programs that want everything in one place.

use super::super::Source;
use super::super::sheet::Sheet;
use super::{Addresses, Beside, Publication, Record, write};
use crate::history::Check;

/// The same as [`fhir`](super::fhir) with the Questionnaires that were answered, and with each score as an
/// Observation, for records that show the course of one value.
#[must_use]
pub fn fhir_in_full(source: &Source<'_>, digits: &str) -> String {
    let beside: Beside = |record, addresses, check, sheet, response| {
        if record.is_first_of_its_voice(check, sheet) {
            record.entry(&addresses.next());
            record.asked(sheet, Publication::default());
            record.close();
        }
        record.observed(addresses, check, sheet, response);
    };
    write(source, digits, Some(beside))
}

impl Record<'_> {
    /// Whether no check that is written before this one was asked in the same words.
    fn is_first_of_its_voice(&self, check: &Check, sheet: &Sheet<'_>) -> bool {
        let mut all = self.source.history.checks().iter().rev();
        let first = all.find(|each| Sheet::new(self.source, each).voice() == sheet.voice());
        first.is_some_and(|first| std::ptr::eq(first, check))
    }

    /// Each score of a check as an Observation.
    fn observed(
        &mut self,
        addresses: &mut Addresses<'_>,
        check: &Check,
        sheet: &Sheet<'_>,
        response: &str,
    ) {
        for line in sheet.lines() {
            if let Some(score) = sheet.score(&line) {
                self.entry(&addresses.next());
                self.observation(check, sheet, &line, score, response);
                self.close();
            }
        }
    }
}
