//! The answers of one person in a QuestionnaireResponse.

use std::collections::BTreeSet;

use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use burnout_screener::session::Role;

use super::choice::{Choice, Name};
use super::names::{Asked, Names};
use super::place::Place;
use super::stated::Stated;
use super::wrong::{What, Wrong};
use crate::cell::shown;
use crate::columns::Question;
use crate::rows::set;

/// What our addresses begin with.
pub const OURS: &str = "urn:burnout-screener:";

/// What is ticked by who noticed none of the signs.
const NO_SIGN: &str = "none_of_these";

/// What is read so far.
pub struct Answers<'a> {
    instrument: &'a Instrument,
    names: &'a Names,
    links: BTreeSet<&'a str>,
    responses: Responses,
    stated: Vec<(Place<'a>, Stated)>,
    wrong: Vec<Wrong>,
}

impl<'a> Answers<'a> {
    /// The answers in a response.
    #[must_use]
    pub fn new(instrument: &'a Instrument, names: &'a Names, response: &Place<'a>) -> Self {
        let (responses, links) = (Responses::new(instrument), BTreeSet::new());
        let (stated, wrong) = (Vec::new(), Vec::new());
        let mut answers = Self { instrument, names, links, responses, stated, wrong };
        if response.text("status") == Some("entered-in-error") {
            answers.wrong.push(response.wrong(What::TakenBack));
        }
        match answers.is_ours(response) {
            Ok(()) => answers.walk(response),
            Err(wrong) => answers.wrong.push(wrong),
        }
        answers
    }

    /// A score that is stated elsewhere.
    pub fn state(&mut self, at: Place<'a>, stated: Stated) {
        self.stated.push((at, stated));
    }

    /// Notes something that is wrong elsewhere.
    pub fn refuse(&mut self, wrong: Wrong) {
        self.wrong.push(wrong);
    }

    /// The answers, if nothing is wrong with them and they come to what is stated.
    ///
    /// # Errors
    /// With everything that is wrong.
    pub fn finish(mut self) -> Result<Responses, Vec<Wrong>> {
        // Scores of answers that are not all read would differ for no reason of their own.
        if self.wrong.is_empty() {
            self.wrong = super::stated::differing(self.instrument, &self.responses, &self.stated);
        }
        if self.wrong.is_empty() { Ok(self.responses) } else { Err(self.wrong) }
    }

    /// Answers to another instrument of ours, or another version, are none to this one.
    fn is_ours(&self, response: &Place<'a>) -> Result<(), Wrong> {
        let Some(canonical) = response.text("questionnaire") else { return Ok(()) };
        let (url, version) = match canonical.split_once('|') {
            Some((url, version)) => (url, Some(version)),
            None => (canonical, None),
        };
        let Some(ours) = url.strip_prefix(OURS).filter(|_| !self.names.is_from(url)) else {
            return Ok(());
        };
        let id = ours.split(':').next().unwrap_or_default();
        let asked = [self.instrument.id(), self.instrument.version()];
        if id == asked[0] && version.is_none_or(|version| version == asked[1]) {
            return Ok(());
        }
        let said = shown(&[id, version.unwrap_or_default()].join(" "));
        Err(response.wrong(What::Foreign { said, asked: asked.join(" ") }))
    }

    fn walk(&mut self, above: &Place<'a>) {
        match above.items() {
            Ok(items) => {
                for item in items {
                    if let Err(wrong) = self.item(&item) {
                        self.wrong.push(wrong);
                    }
                    self.walk(&item);
                }
            }
            Err(wrong) => self.wrong.push(wrong),
        }
    }

    fn item(&mut self, item: &Place<'a>) -> Result<(), Wrong> {
        let answers = item.list("answer")?;
        answers.iter().for_each(|answer| self.walk(answer));
        let Some(link) = item.link() else { return Err(item.wrong(What::NoLink)) };
        if !self.links.insert(link) {
            return Err(item.wrong(What::Twice));
        }
        let asked = match self.names.find(link) {
            Ok(asked) => asked,
            // A group has no answers of its own.
            Err(_) if answers.is_empty() && item.field("item").is_some() => return Ok(()),
            Err(what) => return Err(item.wrong(what)),
        };
        match (asked, answers.as_slice()) {
            (Asked::Beside, _) | (_, []) => Ok(()),
            (Asked::Signs, all) => self.signs(all),
            (asked, [answer]) => self.answer(asked, answer),
            (_, several) => Err(item.wrong(What::Answers(several.len()))),
        }
    }

    fn answer(&mut self, asked: Asked, answer: &Place<'a>) -> Result<(), Wrong> {
        match asked {
            Asked::Question(question @ Question::Item(item)) => {
                let option = self.names.option(self.instrument, item, answer)?;
                set(&mut self.responses, self.instrument, question, Some(option));
            }
            Asked::Question(question @ Question::Context(place)) => {
                let context = self.instrument.context().get(place);
                let options = context.map(|asked| asked.options.as_slice()).unwrap_or_default();
                let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
                let option = u8::try_from(one_of(answer, &ids)?).ok();
                set(&mut self.responses, self.instrument, question, option);
            }
            Asked::Role => {
                one_of(answer, &Role::ALL.map(Role::name))?;
            }
            Asked::Score(scale) => {
                let number =
                    answer.number("valueDecimal").or_else(|| answer.number("valueInteger"));
                let Some(said) = number else { return Err(answer.wrong(What::NoNumber)) };
                self.stated.push((answer.clone(), Stated::Score(scale, said)));
            }
            Asked::Band(scale) => {
                let bands = self.instrument.scales().get(scale).map(|scale| &scale.bands);
                let ids = bands.into_iter().flatten().map(|band| band.id.as_str());
                let band = one_of(answer, &ids.collect::<Vec<_>>())?;
                self.stated.push((answer.clone(), Stated::Band(scale, band)));
            }
            Asked::Signs | Asked::Beside => {}
        }
        Ok(())
    }

    fn signs(&mut self, answers: &[Place<'a>]) -> Result<(), Wrong> {
        let signs = self.instrument.signs().iter().map(|sign| sign.id.as_str());
        let ids: Vec<&str> = signs.chain([NO_SIGN]).collect();
        let ticked = answers.iter().map(|answer| one_of(answer, &ids));
        let mut ticked = ticked.collect::<Result<Vec<_>, _>>()?;
        ticked.retain(|place| place + 1 < ids.len());
        self.responses.set_signs(self.instrument, Some(&ticked));
        Ok(())
    }
}

/// The place of the id that an answer names by its code.
fn one_of(answer: &Place<'_>, ids: &[&str]) -> Result<usize, Wrong> {
    let Some(name) = Choice::new(answer)?.name else { return Err(answer.wrong(What::NoAnswer)) };
    let place = match name {
        Name::Code(code) => ids.iter().position(|id| *id == code),
        Name::Number(_) => None,
    };
    place.ok_or_else(|| {
        let (said, offered) = (shown(&name.text()), ids.join(", "));
        answer.wrong(What::NotOffered { said, offered })
    })
}
