//! Everything that a person is told about their answers.

use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::locale::{Locale, LocaleFile, Texts};
use burnout_screener::profile::Classification;
use burnout_screener::report::{Report, Words};
use burnout_screener::session::Voice;

use super::person::Person;

/// What results are told with.
pub(crate) struct Teller {
    instrument: Instrument,
    texts: Texts,
    locale: Locale,
}

#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) found: Classification,
    pub(crate) headline: String,
    pub(crate) about: String,
    /// Burnout, compassion fatigue, tiredness.
    pub(crate) lines: [String; 3],
    pub(crate) sure: String,
    pub(crate) professional: String,
    /// Every sentence above and all that joins them, but for quoted statements.
    pub(crate) sentences: Vec<String>,
    /// The quoted statements.
    pub(crate) quotes: Vec<String>,
}

impl Teller {
    pub(crate) fn new() -> Self {
        Self::in_the_words_of(&super::english_file())
    }

    /// One who speaks another language.
    pub(crate) fn in_the_words_of(file: &LocaleFile) -> Self {
        let instrument = super::built_in();
        let texts = file.texts(&instrument).unwrap();
        Self { texts, instrument, locale: Locale::new(file, &super::regions()).unwrap() }
    }

    pub(crate) fn tell(&self, person: &Person) -> Told {
        self.report(person, Self::told)
    }

    /// What is said of one changed answer; every one is tried for it, which takes its time.
    pub(crate) fn one_changed(&self, person: &Person) -> Option<String> {
        self.report(person, |report| report.one_changed())
    }

    pub(crate) fn report<T>(&self, person: &Person, read: impl Fn(&Report<'_>) -> T) -> T {
        let responses = person.responses(&self.instrument);
        let found = super::classify(&self.instrument, &responses);
        let words = Words {
            instrument: &self.instrument,
            texts: &self.texts,
            locale: &self.locale,
            voice: Voice::of(person.role),
        };
        let profiled = super::profiled(&self.instrument);
        read(&Report { words, profiled, responses: &responses, found: &found })
    }

    fn told(report: &Report<'_>) -> Told {
        let found = *report.found;
        let lines = Construct::ALL.map(|construct| report.line(construct));
        let (headline, about, sure) = (report.headline(), report.about(), report.sure());
        let professional = report.professional();
        let mut sentences = vec![
            headline.clone(),
            about.clone(),
            sure.clone(),
            professional.clone(),
            report.rests_on(),
        ];
        sentences.extend(lines.clone());
        sentences.extend(Construct::STRAINS.map(|strain| report.score(strain)));
        sentences.extend(report.impact_leads());
        sentences.extend(report.distress().map(str::to_owned));
        for said in [report.cause(), report.organisation(), report.heavy(), report.alike()] {
            sentences.extend(said.map(str::to_owned));
        }
        sentences.extend(report.carries());
        let quotes = report.why().into_iter().map(|(statement, _)| statement.to_owned()).collect();
        Told { found, headline, about, lines, sure, professional, sentences, quotes }
    }

    /// The position of a statement in the voice of a person, by its words.
    pub(crate) fn id_of(&self, statement: &str, person: &Person) -> String {
        let voice = Voice::of(person.role);
        let items = self.instrument.items().iter().enumerate();
        let mut found = items.filter(|(place, _)| self.texts.item(*place, voice) == statement);
        found.next().unwrap_or_else(|| panic!("{statement} is no statement")).1.id.clone()
    }
}

impl Told {
    /// All sentences as one text.
    pub(crate) fn all(&self) -> String {
        self.sentences.join("\n")
    }
}
