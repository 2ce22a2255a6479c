//! One self-check as a pure state machine: where the person is, what they answered, what comes next.
//!
//! [`Session::update`] takes an [`Action`] and gives the next session; nothing else changes one.
//! Progress, scores and the result are derived from it at each use.

mod role;
mod way;

use std::rc::Rc;

pub use role::{Role, Voice};

use crate::instrument::Instrument;
use crate::profile::offers;
use crate::response::Responses;

/// One question, on a screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// In which role the person helps others.
    Role,
    /// A context question, by its position in the instrument.
    Context(usize),
    /// A scored item, by its position in the instrument.
    Item(usize),
}

/// One screen on the way from the welcome to the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// A question.
    Ask(Question),
    /// What to keep in mind in the block at this position.
    Hints(usize),
    /// An item that was left out, once more.
    Again(usize),
    /// The signs to tick.
    Signs,
    /// Whether to answer items of the bank, too.
    Offer,
}

/// A page beside the way from the welcome to the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// How the self-check works, and what is not known.
    How,
    /// What others can change, to hand on without an answer or a score.
    Handout,
    /// One page to take to supervision.
    Supervision,
}

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What this is.
    Welcome,
    /// A screen of the questions.
    Asking(Screen),
    /// The result.
    Result,
    /// A page beside the way.
    Aside(Aside),
    /// Everything is forgotten.
    Erased,
}

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go on; a question without an answer is left out.
    Next,
    /// Go to the screen before.
    Back,
    /// Answer the question that is asked with the option at this position, and go on: but not from an
    /// answer that must not stay alone. For any other question it comes too late, and changes nothing.
    Press(Question, u8),
    /// Answer a question with the option at this position, or take the answer back, and stay.
    Answer(Question, Option<u8>),
    /// Tick the sign at this position or no longer; without one, say that it is none of them.
    Tick(Option<usize>),
    /// Go on without what is left of the items that were left out, or without those that are offered.
    GoOnWithout,
    /// Answer the items that are offered.
    TakeOffer,
    /// Go from the result to the items that were left out.
    ReviewSkipped,
    /// Look at a page beside the way; [`Action::Back`] leads back to where the person was.
    Show(Aside),
    /// Forget everything and go to the welcome.
    StartOver,
    /// Forget everything and show that it is gone.
    Erase,
}

/// The state of one self-check.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    instrument: Rc<Instrument>,
    /// Before which blocks there is something to keep in mind: the words are not known here.
    hinted: Rc<[bool]>,
    step: Step,
    role: Option<Role>,
    responses: Responses,
    /// What is asked once more, as it was when that began: an item must not vanish on being answered.
    left_out: Rc<[usize]>,
    /// The items of the bank that are offered.
    offered: Rc<[usize]>,
    /// Whether they are asked.
    taken: bool,
    /// What is offered whatever is answered, where a test says so.
    always: Option<Rc<[usize]>>,
    /// Whether the person came back from the result, to which the way then leads straight.
    returned: bool,
    /// Where a page beside the way leads back to.
    aside_from: Step,
}

impl Session {
    /// A new self-check, at the welcome.
    #[must_use]
    pub fn new(instrument: Rc<Instrument>) -> Self {
        Self {
            responses: Responses::new(&instrument),
            hinted: Rc::from([]),
            instrument,
            step: Step::Welcome,
            role: None,
            left_out: Rc::from([]),
            offered: Rc::from([]),
            taken: false,
            always: None,
            returned: false,
            aside_from: Step::Welcome,
        }
    }

    /// The same with a screen of hints before each block for which this says so.
    #[must_use]
    pub fn with_hints(self, hinted: Vec<bool>) -> Self {
        Self { hinted: hinted.into(), ..self }
    }

    /// The same, but that these items of the bank are offered whatever is answered.
    #[must_use]
    pub fn always_offering(self, items: Vec<usize>) -> Self {
        Self { always: Some(items.into()), ..self }
    }

    /// The same after somebody began, and pressed these options of what was asked one after the other, or left it out.
    #[must_use]
    pub fn begun(&self, pressed: impl IntoIterator<Item = Option<u8>>) -> Self {
        pressed.into_iter().fold(self.update(Action::Next), |session, option| {
            let press = session.question().zip(option);
            session
                .update(press.map_or(Action::Next, |(asked, option)| Action::Press(asked, option)))
        })
    }

    /// What is asked.
    #[must_use]
    pub fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// Where the person is.
    #[must_use]
    pub fn step(&self) -> Step {
        self.step
    }

    /// The role that the person named, if they named one.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    /// The voice in which the person is spoken to.
    #[must_use]
    pub fn voice(&self) -> Voice {
        Voice::of(self.role)
    }

    /// What was answered.
    #[must_use]
    pub fn responses(&self) -> &Responses {
        &self.responses
    }

    /// The items of the bank that are offered.
    #[must_use]
    pub fn offered(&self) -> &[usize] {
        &self.offered
    }

    /// The question of the present screen, if it asks one.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        match self.step {
            Step::Asking(Screen::Ask(question)) => Some(question),
            Step::Asking(Screen::Again(item)) => Some(Question::Item(item)),
            _ => None,
        }
    }

    /// The chosen option of a question.
    #[must_use]
    pub fn answer(&self, question: Question) -> Option<u8> {
        match question {
            Question::Role => {
                let chosen = self.role?;
                let place = Role::ALL.iter().position(|&role| role == chosen)?;
                u8::try_from(place).ok()
            }
            Question::Context(question) => self.responses.context(question),
            Question::Item(item) => self.responses.item(item),
        }
    }

    /// The session after an action. A move that the step does not have changes nothing; an answer
    /// counts whatever the step.
    #[must_use]
    pub fn update(&self, action: Action) -> Self {
        let mut next = self.clone();
        match (action, self.step) {
            (Action::Next, Step::Welcome) => next.go(self.first()),
            (Action::Next | Action::GoOnWithout, Step::Asking(Screen::Offer)) => {
                next.go(Step::Result);
            }
            (Action::Next, Step::Asking(screen)) => next.go_on(screen),
            (Action::Back, Step::Asking(screen)) => next.step = self.before(screen),
            (Action::Back, Step::Result) => next.step = self.last(),
            (Action::Press(question, option), Step::Asking(screen))
                if self.question() == Some(question) =>
            {
                next.set(question, Some(option));
                let alerts = matches!(question, Question::Item(item) if self.instrument.alerts(item, option));
                // An option that is not offered is no answer to go on from.
                if next.answer(question) == Some(option) && !alerts {
                    next.go_on(screen);
                }
            }
            (Action::GoOnWithout, Step::Asking(Screen::Again(_))) => {
                let last = self.left_out.last().copied().unwrap_or(0);
                next.go_on(Screen::Again(last));
            }
            (Action::TakeOffer, Step::Asking(Screen::Offer)) => {
                next.taken = true;
                next.responses.ask(&self.offered);
                next.go_on(Screen::Offer);
            }
            (Action::ReviewSkipped, Step::Result) => {
                next.left_out = self.responses.skipped().collect();
                if let Some(&first) = next.left_out.first() {
                    next.returned = true;
                    next.step = Step::Asking(Screen::Again(first));
                }
            }
            (Action::Answer(..) | Action::Tick(_), Step::Erased) => {}
            (Action::Answer(question, option), _) => next.set(question, option),
            (Action::Tick(sign), _) => next.tick(sign),
            // What others can change, and what supervision is for, is known of a profile alone.
            (Action::Show(Aside::Handout | Aside::Supervision), _)
                if self.instrument.profiled().is_none() => {}
            (Action::Show(aside), Step::Result)
            | (Action::Show(aside @ Aside::How), Step::Welcome) => {
                next.aside_from = self.step;
                next.step = Step::Aside(aside);
            }
            (Action::Back, Step::Aside(_)) => next.step = self.aside_from,
            (Action::Erase, _) => next = Self { step: Step::Erased, ..self.anew() },
            (Action::StartOver, _) => next = self.anew(),
            // Nothing that fits this step.
            _ => {}
        }
        next
    }

    /// The same self-check without anything that was answered.
    fn anew(&self) -> Self {
        let (hinted, always) = (Rc::clone(&self.hinted), self.always.clone());
        Self { hinted, always, ..Self::new(Rc::clone(&self.instrument)) }
    }

    fn go_on(&mut self, from: Screen) {
        let core = self.instrument.core();
        if matches!(from, Screen::Ask(Question::Item(item)) if item + 1 == core.end) {
            self.returned = false;
            self.left_out = self.responses.skipped().filter(|item| core.contains(item)).collect();
        }
        // Everything that may be offered for is answered, or left out.
        if !self.taken && self.is_before_offer(from) {
            self.offered = match (&self.always, self.instrument.profiled()) {
                (Some(always), _) => Rc::clone(always),
                (None, Some(profiled)) => offers(profiled, &self.responses).into(),
                (None, None) => Rc::from([]),
            };
        }
        self.go(self.after(from));
    }

    fn go(&mut self, to: Step) {
        if to == Step::Result {
            self.returned = false;
        }
        self.step = to;
    }

    fn set(&mut self, question: Question, option: Option<u8>) {
        match question {
            Question::Role => match option {
                None => self.role = None,
                Some(option) => {
                    self.role = Role::ALL.get(usize::from(option)).copied().or(self.role);
                }
            },
            Question::Context(question) => {
                self.responses.set_context(&self.instrument, question, option);
            }
            Question::Item(item) => self.responses.set_item(&self.instrument, item, option),
        }
    }

    /// Ticks a sign, or takes its tick back. Without any tick nothing is said of the signs, until somebody
    /// says that it is none of them.
    fn tick(&mut self, sign: Option<usize>) {
        let ticked = self.responses.signs().unwrap_or_default().iter().enumerate();
        let mut ticked: Vec<usize> =
            ticked.filter(|(_, on)| **on).map(|(place, _)| place).collect();
        let said_none = self.responses.signs().is_some() && ticked.is_empty();
        let said = match sign {
            None => {
                ticked.clear();
                !said_none
            }
            Some(sign) if sign >= self.instrument.signs().len() => return,
            Some(sign) => {
                match ticked.iter().position(|&known| known == sign) {
                    Some(place) => {
                        ticked.remove(place);
                    }
                    None => ticked.push(sign),
                }
                !ticked.is_empty()
            }
        };
        self.responses.set_signs(&self.instrument, said.then_some(ticked.as_slice()));
    }
}
