//! All that a result says, by the place where it says it.

use crate::guidance::{Because, FIRST_STEPS, Guidance, Step};
use crate::instrument::{Construct, Profiled};
use crate::locale::Message;
use crate::profile::{Classification, Reason, more_needed, strongest_answers};
use crate::report::{REASONS, Report};
use crate::ui::hue::Hue;
use crate::ui::{View, map};

/// A line about one strain, or about tiredness.
#[derive(Default)]
pub(super) struct Line {
    pub(super) hue: Hue,
    pub(super) name: String,
    pub(super) words: String,
}

/// A first step, and why this person is given it.
#[derive(Default)]
pub(super) struct FirstStep {
    pub(super) when: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) because: String,
}

/// An answer that speaks for the result.
pub(in crate::ui) struct Quote {
    pub(super) hue: Hue,
    pub(super) statement: String,
    pub(super) chosen: String,
}

/// All that a result says. What has nothing to say is empty.
#[derive(Default)]
pub(in crate::ui) struct Said {
    pub(in crate::ui) headline: String,
    /// How many more answers would do.
    pub(super) more: String,
    pub(super) lines: [Line; 3],
    pub(super) sure: String,
    /// What comes before the first step: that much is high at once, or that it gets in the way.
    pub(super) lead: String,
    pub(super) steps: [FirstStep; 3],
    pub(super) about: String,
    /// That it is not theirs alone to change.
    pub(super) organisation: String,
    pub(super) professional: String,
    /// Whether a professional is suggested, and not just named.
    pub(super) suggested: bool,
    /// The map, read aloud.
    pub(super) here: String,
    pub(in crate::ui) quotes: Vec<Quote>,
    /// What else there is to say about why.
    pub(super) why: String,
    /// What it rests on, and whether one answer could move it.
    pub(super) rests: Vec<String>,
    pub(super) carries: String,
    /// The signs that were ticked, by their headings.
    pub(super) signs: Vec<String>,
}

impl Said {
    pub(in crate::ui) fn new(
        view: &View<'_>,
        profiled: Profiled<'_>,
        found: &Classification,
    ) -> Self {
        let responses = view.session.responses();
        let report = Report { words: view.report(), profiled, responses, found };
        let guidance = Guidance::new(profiled, responses, view.session.role(), found);
        let reasons = strongest_answers(profiled, responses, found, REASONS);
        Self {
            steps: first_steps(view, guidance.first_steps()),
            organisation: report.organisation().unwrap_or_default().to_owned(),
            suggested: report.suggests_professional(),
            here: map::read_aloud(view, profiled, found),
            quotes: reasons.into_iter().map(|reason| quote(view, profiled, reason)).collect(),
            why: why(view, &report),
            rests: report.one_changed().into_iter().chain([report.rests_on()]).collect(),
            ..Self::told(view, &report)
        }
    }

    /// What follows from the finding.
    pub(super) fn told(view: &View<'_>, report: &Report<'_>) -> Self {
        Self {
            headline: report.headline(),
            more: more(view, report),
            lines: Construct::ALL.map(|construct| line(view, report, construct)),
            sure: report.sure(),
            lead: lead(report),
            about: about(report),
            professional: report.professional(),
            carries: report.carries().join(sentences(report)),
            signs: signs(report),
            ..Self::default()
        }
    }

    /// The titles of the first steps.
    pub(super) fn titles(&self) -> [String; 3] {
        self.steps.each_ref().map(|step| step.title.clone())
    }
}

fn more(view: &View<'_>, report: &Report<'_>) -> String {
    let found = report.found;
    if !found.burnout.is_open() && !found.compassion_fatigue.is_open() {
        return String::new();
    }
    let count = more_needed(report.profiled, report.responses).to_string();
    view.content.locale.fill(Message::ResultMore, &[("count", &count)])
}

fn line(view: &View<'_>, report: &Report<'_>, construct: Construct) -> Line {
    let words = match construct {
        Construct::Tiredness => report.tiredness(),
        strain => report.verdict(strain).to_owned(),
    };
    Line { hue: Hue::of(view, construct), name: report.name(construct).to_owned(), words }
}

/// That a step fits most roles is said once.
fn first_steps(view: &View<'_>, steps: [Step; FIRST_STEPS]) -> [FirstStep; FIRST_STEPS] {
    let mut said = false;
    steps.map(|step| {
        let again = said && step.because == Because::MostRoles;
        said |= step.because == Because::MostRoles;
        first_step(view, &step, again)
    })
}

/// `again`: its reason has been said.
fn first_step(view: &View<'_>, step: &Step, again: bool) -> FirstStep {
    let locale = &view.content.locale;
    let words = locale.advice(step.advice.id).cloned();
    let (title, text) = words.map(|words| (words.title, words.text)).unwrap_or_default();
    let because =
        if again { "" } else { locale.said(step.because.message(), view.session.voice()) };
    FirstStep { when: view.text(step.when()).to_owned(), title, text, because: because.to_owned() }
}

/// What stands between two sentences.
fn sentences<'a>(report: &Report<'a>) -> &'a str {
    report.words.locale.between(Message::JoinSentences)
}

/// What it means, and that it is no weakness.
fn about(report: &Report<'_>) -> String {
    let about = report.about();
    report.heavy().map_or_else(|| about.clone(), |heavy| [&about, heavy].join(sentences(report)))
}

/// The signs that were ticked, a line for each heading.
pub(super) fn signs(report: &Report<'_>) -> Vec<String> {
    let ticked = report.signs().into_iter();
    let locale = report.words.locale;
    let line = |(domain, signs): (&str, Vec<&str>)| {
        let signs = signs.join(locale.between(Message::JoinItems));
        locale.fill(Message::SignsLine, &[("domain", domain), ("signs", &signs)])
    };
    ticked.map(line).collect()
}

fn quote(view: &View<'_>, profiled: Profiled<'_>, reason: Reason) -> Quote {
    let texts = &view.content.texts;
    let of =
        |construct: &Construct| profiled.scale(*construct).items().any(|item| item == reason.item);
    let construct = Construct::STRAINS.into_iter().find(of).unwrap_or(Construct::Tiredness);
    Quote {
        hue: Hue::of(view, construct),
        statement: texts.item(reason.item, view.session.voice()).to_owned(),
        chosen: texts.option(view.session.instrument(), reason.item, reason.option).to_owned(),
    }
}

/// Where much is high at once, a doctor is named already.
fn lead(report: &Report<'_>) -> String {
    report.distress().map(str::to_owned).or_else(|| report.impact_leads()).unwrap_or_default()
}

/// Whoever is asked to look again is not told at once what their answers agree with.
fn why(view: &View<'_>, report: &Report<'_>) -> String {
    let alike = view.second_look.then(|| view.text(Message::SureAlike));
    alike.or_else(|| report.cause()).unwrap_or_default().to_owned()
}
