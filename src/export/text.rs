//! The result as plain text, to keep, to print or to show to someone.

use super::Source;
use crate::guidance::first_steps;
use crate::instrument::{ANY, Construct, Profiled};
use crate::locale::{Locale, Message};
use crate::outcome::Outcome;
use crate::profile::{Classification, professional_help, strongest_answers};
use crate::report::{self, Words};
use crate::response::Responses;

/// Writes one check, the last of the history, in the words of the result page: what it points to, how sure
/// that is, the scores, what speaks for it, what can help, and what it is not.
#[must_use]
pub fn text(source: &Source<'_>) -> String {
    let Some(check) = source.history.checks().last() else { return String::new() };
    let words = source.words(check.role.unwrap_or_default());
    let mut page = Page { text: String::new(), locale: words.locale };
    page.line("", words.texts.title());
    page.line("", check.date.as_str());
    page.line("", words.limits());
    let outcome = Outcome::new(words.instrument, &check.responses);
    match (words.instrument.profiled(), &outcome.classification) {
        (Some(profiled), Some(found)) => page.profile(words, profiled, found, &check.responses),
        _ if ANY => page.scores(words, &outcome),
        _ => {}
    }
    page.line("\n", &words.disclaimer());
    if let Some(licence) = source.licence() {
        page.line("", licence);
    }
    page.text
}

/// A text on its way.
struct Page<'a> {
    text: String,
    locale: &'a Locale,
}

impl Page<'_> {
    /// Each scale in its own unit and its own bands.
    fn scores(&mut self, words: Words<'_>, outcome: &Outcome<'_>) {
        self.message("\n", Message::ScoresTitle);
        for (place, standing) in outcome.standings.iter().enumerate() {
            self.line("- ", &report::summary(words, place, standing));
            for sentence in report::standing(words, place, standing) {
                self.line("  ", &sentence);
            }
        }
        self.message("\n", Message::ProfessionalTitle);
        self.message("", Message::ScoresProfessional);
    }

    fn profile(
        &mut self,
        words: Words<'_>,
        profiled: Profiled<'_>,
        found: &Classification,
        responses: &Responses,
    ) {
        let Words { instrument, texts, locale, role } = words;
        self.message("\n", Message::ResultTitle);
        self.line("", &report::headline(locale, found.verdict, role));
        self.line("", &report::about(locale, profiled, found, role));

        self.message("\n", Message::SureTitle);
        self.message("", report::certainty(found.verdict));
        if let Some(message) = report::one_changed(profiled, responses, found.verdict) {
            self.message("", message);
        }

        self.message("\n", Message::MapTitle);
        for construct in Construct::ALL {
            self.line("- ", &report::score(words, profiled, found, construct));
        }
        let others = Outcome::new(instrument, responses).standings;
        for (place, standing) in others.iter().enumerate() {
            if ANY && profiled.construct(place).is_none() {
                self.line("- ", &report::summary(words, place, standing));
            }
        }

        self.message("\n", Message::WhyTitle);
        let reasons = strongest_answers(profiled, responses, found.verdict, report::REASONS);
        self.message("", report::why(found.verdict, &reasons));
        for reason in reasons {
            self.line("- ", texts.item(reason.item, role));
            self.line("  ", texts.option(instrument, reason.item, reason.option));
        }

        self.message("\n", Message::StepsTitle);
        let steps = first_steps(profiled, responses, role, found);
        let places = [Message::StepsFirst, Message::StepsSecond, Message::StepsThird];
        for (place, advice) in places.into_iter().zip(steps) {
            if let Some(advice) = advice.and_then(|advice| locale.advice(advice.id)) {
                self.message("- ", place);
                self.line("  ", &advice.title);
                self.line("  ", &advice.text);
            }
        }

        self.message("\n", Message::ProfessionalTitle);
        let suggested = professional_help(profiled, responses, found);
        self.message(
            "",
            if suggested { Message::ProfessionalSuggest } else { Message::ProfessionalGeneral },
        );
    }

    fn message(&mut self, before: &str, message: Message) {
        self.line(before, self.locale.text(message));
    }

    fn line(&mut self, before: &str, words: &str) {
        self.text.extend([before, words, "\n"]);
    }
}
