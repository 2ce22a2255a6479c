//! The result as plain text, to keep, to print or to show to someone.

use super::Source;
use crate::classification::{classify, professional_help, strongest_answers};
use crate::guidance::first_steps;
use crate::instrument::Construct;
use crate::locale::{Locale, Message};
use crate::report;

/// Writes one check, the last of the history, in the words of the result page: what it looks like,
/// how sure that is, the scores, what speaks for it, what can help, and what it is not.
#[must_use]
pub fn text(source: &Source<'_>) -> String {
    let Source { instrument, texts, locale, history } = *source;
    let Some(check) = history.checks().last() else { return String::new() };
    let (responses, setting) = (&check.responses, check.setting);
    let found = classify(instrument, responses);
    let mut page = Page { text: String::new(), locale };

    page.message("", Message::WelcomeTitle);
    page.line("", check.date.as_str());
    page.message("", Message::WelcomeLimits);

    page.message("\n", Message::ResultTitle);
    page.line("", &report::headline(locale, found.outcome, setting));
    page.line("", &report::about(locale, instrument, &found, setting));

    page.message("\n", Message::SureTitle);
    page.message("", report::certainty(found.outcome));
    if let Some(message) = report::one_changed(instrument, responses, found.outcome) {
        page.message("", message);
    }

    page.message("\n", Message::MapTitle);
    for construct in Construct::ALL {
        page.line("- ", &report::score(locale, instrument, &found, construct, setting));
    }

    page.message("\n", Message::WhyTitle);
    let reasons = strongest_answers(instrument, responses, found.outcome, report::REASONS);
    page.message("", report::why(found.outcome, &reasons));
    for reason in reasons {
        page.line("- ", texts.item(reason.item, setting));
        page.line("  ", texts.option(reason.option));
    }

    page.message("\n", Message::StepsTitle);
    let steps = first_steps(instrument, responses, setting, &found);
    let places = [Message::StepsFirst, Message::StepsSecond, Message::StepsThird];
    for (place, advice) in places.into_iter().zip(steps) {
        if let Some(words) = advice.and_then(|advice| locale.advice(advice.id)) {
            page.message("- ", place);
            page.line("  ", &words.title);
            page.line("  ", &words.text);
        }
    }

    page.message("\n", Message::ProfessionalTitle);
    let suggested = professional_help(instrument, responses, &found);
    page.message(
        "",
        if suggested { Message::ProfessionalSuggest } else { Message::ProfessionalGeneral },
    );
    page.message("\n", Message::HowLimits);
    page.text
}

/// A text on its way.
struct Page<'a> {
    text: String,
    locale: &'a Locale,
}

impl Page<'_> {
    fn message(&mut self, before: &str, message: Message) {
        self.line(before, self.locale.text(message));
    }

    fn line(&mut self, before: &str, words: &str) {
        self.text.extend([before, words, "\n"]);
    }
}
