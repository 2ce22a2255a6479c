//! The result as plain text, to keep, to print or to show to someone.

use crate::checkin::CheckIn;
use crate::classification::{classify, professional_help, strongest_answers};
use crate::guidance::first_steps;
use crate::instrument::{Construct, Instrument};
use crate::locale::{Locale, Message, Texts};
use crate::report;

/// Writes one check in the words of the result page: what it looks like, how sure that is, the
/// scores, what speaks for it, what can help, and what it is not.
#[must_use]
pub fn text(instrument: &Instrument, texts: &Texts, locale: &Locale, check: &CheckIn) -> String {
    let (responses, setting) = (&check.responses, check.setting);
    let found = classify(instrument, responses);
    let reasons = strongest_answers(instrument, responses, found.outcome, report::REASONS);
    let mut lines: Vec<String> = Vec::new();
    let mut say = |line: &str| lines.push(line.to_owned());
    let title = |message| ["\n", locale.text(message)].concat();
    let point = |text: &str| ["- ", text].concat();
    let under = |text: &str| ["  ", text].concat();

    say(locale.text(Message::WelcomeTitle));
    say(&check.date.to_string());
    say(locale.text(Message::WelcomeLimits));

    say(&title(Message::ResultTitle));
    say(&report::headline(locale, found.outcome, setting));
    say(&report::about(locale, instrument, &found, setting));

    say(&title(Message::SureTitle));
    say(locale.text(report::certainty(found.outcome)));
    if let Some(message) = report::one_changed(instrument, responses, found.outcome) {
        say(locale.text(message));
    }

    say(&title(Message::MapTitle));
    for construct in Construct::ALL {
        say(&point(&report::score(locale, instrument, &found, construct, setting)));
    }

    say(&title(Message::WhyTitle));
    say(locale.text(report::why(found.outcome, &reasons)));
    for reason in reasons {
        say(&point(texts.item(reason.item, setting)));
        say(&under(texts.option(reason.option)));
    }

    say(&title(Message::StepsTitle));
    let places = [Message::StepsFirst, Message::StepsSecond, Message::StepsThird];
    for (place, advice) in
        places.into_iter().zip(first_steps(instrument, responses, setting, &found))
    {
        if let Some(words) = advice.and_then(|advice| locale.advice(advice.id)) {
            say(&point(locale.text(place)));
            say(&under(&words.title));
            say(&under(&words.text));
        }
    }

    say(&title(Message::ProfessionalTitle));
    say(locale.text(if professional_help(instrument, responses, &found) {
        Message::ProfessionalSuggest
    } else {
        Message::ProfessionalGeneral
    }));

    say(&["\n", locale.text(Message::HowLimits), "\n"].concat());
    lines.join("\n")
}
