//! The result as plain text, to keep, to print or to show to someone.

use super::Source;
use crate::guidance::first_steps;
use crate::history::Check;
use crate::instrument::{ANY, Construct, Profiled};
use crate::locale::{Locale, Message};
use crate::outcome::Outcome;
use crate::profile::Classification;
use crate::report::{self, Report, Words};
use crate::session::Voice;

/// Writes one check, the last of the history, in the words of the result page: what it points to, how sure
/// that is, the scores, what speaks for it, what can help, and what it is not.
#[must_use]
pub fn text(source: &Source<'_>) -> String {
    let Some(check) = source.history.checks().last() else { return String::new() };
    let words = source.words(Voice::of(check.role));
    let mut page = Page { text: String::new(), locale: words.locale };
    page.line("", words.texts.title());
    page.line("", &words.locale.day(&check.date));
    page.line("", words.limits());
    page.maybe(Some(words.locale.review()).filter(|review| !review.is_empty()));
    let outcome = Outcome::new(words.instrument, &check.responses);
    match (words.instrument.profiled(), &outcome.classification) {
        (Some(profiled), Some(found)) => page.profile(words, profiled, found, check),
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
        check: &Check,
    ) {
        let Words { instrument, locale, voice, .. } = words;
        let responses = &check.responses;
        let report = Report { words, profiled, responses, found };
        self.message("\n", Message::ResultTitle);
        let leads = report.impact_leads();
        // Where no strain is raised it comes before the words that say so.
        let first = found.finding.is_ordinary();
        self.maybe(leads.as_deref().filter(|_| first));
        self.line("", &report.headline());
        self.maybe(leads.as_deref().filter(|_| !first));
        for construct in Construct::ALL {
            self.line("- ", &report.line(construct));
        }
        self.line("", &report.about());
        self.maybe(report.distress());
        for said in [report.heavy(), report.cause(), report.organisation()] {
            self.maybe(said);
        }

        self.message("\n", Message::SureTitle);
        self.line("", &report.sure());
        self.line("", &report.rests_on());
        self.maybe(report.one_changed().as_deref());

        self.message("\n", Message::MapTitle);
        for strain in Construct::STRAINS {
            self.line("- ", &report.score(strain));
        }
        let others = Outcome::new(instrument, responses).standings;
        for (place, standing) in others.iter().enumerate() {
            if ANY && !profiled.reads(place) {
                self.line("- ", &report::summary(words, place, standing));
            }
        }

        let why = report.why();
        if !why.is_empty() {
            self.message("\n", Message::WhyTitle);
            self.message("", Message::WhyText);
        }
        for (statement, answer) in why {
            self.line("- ", statement);
            self.line("  ", answer);
        }

        let carries = report.carries();
        if !carries.is_empty() {
            self.message("\n", Message::CarriesTitle);
        }
        for said in carries {
            self.line("- ", &said);
        }

        let signs = report.signs();
        if !signs.is_empty() {
            self.message("\n", Message::SignsTitle);
        }
        for (domain, ticked) in signs {
            self.line("- ", domain);
            for sign in ticked {
                self.line("  ", sign);
            }
        }

        self.message("\n", Message::StepsTitle);
        let steps = first_steps(profiled, responses, check.role, found);
        for step in steps {
            if let Some(advice) = locale.advice(step.advice.id) {
                self.message("- ", step.when());
                self.line("  ", &advice.title);
                self.line("  ", &advice.text);
                self.line("  ", locale.said(step.because.message(), voice));
            }
        }

        self.message("\n", Message::ProfessionalTitle);
        self.line("", &report.professional());
    }

    fn maybe(&mut self, words: Option<&str>) {
        if let Some(words) = words {
            self.line("", words);
        }
    }

    fn message(&mut self, before: &str, message: Message) {
        self.line(before, self.locale.text(message));
    }

    fn line(&mut self, before: &str, words: &str) {
        self.text.extend([before, words, "\n"]);
    }
}
