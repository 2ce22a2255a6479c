//! One self-check as a pure state machine: where the person is, what they answered, what comes next.
//!
//! [`Session::update`] takes an [`Action`] and gives the next session; nothing else changes one.
//! Progress, scores and the result are derived from it at each use.

use std::rc::Rc;

use crate::instrument::Instrument;
use crate::profile::is_decided;
use crate::response::Responses;

/// How many context questions stand on one page.
const CONTEXT_PAGE: usize = 3;

/// The role in which the person helps others. It chooses the wording of the items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Paid or voluntary work; also the wording for those who do not say.
    #[default]
    Work,
    /// Unpaid caring for someone close.
    Caring,
    /// Both.
    Both,
}

impl Role {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Role; 3] = [Role::Work, Role::Caring, Role::Both];

    /// What the role is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Role::Work => "work",
            Role::Caring => "caring",
            Role::Both => "both",
        }
    }
}

/// How many items are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// All of them.
    #[default]
    Full,
    /// All of them at the most: it ends after the page that decides the result.
    Short,
}

/// One question on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// In which role the person helps others.
    Role,
    /// A context question, by its position in the instrument.
    Context(usize),
    /// A scored item, by its position in the instrument.
    Item(usize),
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
    /// A page of questions, from 0.
    Page(usize),
    /// A page of items that were left out, from 0.
    Review(usize),
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
    /// Go to the next step; from the last page to the review or the result.
    Next,
    /// Go to the step before.
    Back,
    /// Go to the result past what is left of the review.
    SeeResult,
    /// Go from the result to the items that were left out.
    ReviewSkipped,
    /// Answer a question with the option at this position, or take the answer back.
    Answer(Question, Option<u8>),
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
    length: Length,
    step: Step,
    role: Option<Role>,
    responses: Responses,
    /// What the review offers, as it was on entering it: an item must not vanish on being answered.
    left_out: Rc<[usize]>,
    /// Where a page beside the way leads back to.
    way: Step,
}

impl Session {
    /// A new self-check, at the welcome.
    #[must_use]
    pub fn new(instrument: Rc<Instrument>) -> Self {
        Self {
            responses: Responses::new(&instrument),
            instrument,
            length: Length::Full,
            step: Step::Welcome,
            role: None,
            left_out: Rc::from([]),
            way: Step::Welcome,
        }
    }

    /// The same self-check with this length.
    #[must_use]
    pub fn with_length(self, length: Length) -> Self {
        Self { length, ..self }
    }

    /// How many items are asked.
    #[must_use]
    pub fn length(&self) -> Length {
        self.length
    }

    /// Whether the result came before every item was asked.
    #[must_use]
    pub fn ended_early(&self) -> bool {
        self.step == Step::Result && self.is_over() && self.last_page() + 1 < self.pages()
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

    /// The role the person named, or the one whose wording is used when they named none.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role.unwrap_or_default()
    }

    /// The role that the person named, if they named one.
    #[must_use]
    pub fn said_role(&self) -> Option<Role> {
        self.role
    }

    /// What was answered.
    #[must_use]
    pub fn responses(&self) -> &Responses {
        &self.responses
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

    /// The positions of all items in the order in which they are asked.
    pub fn order(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.instrument.items().len()).map(|place| match self.length {
            Length::Full => place,
            Length::Short => self.instrument.short_order().get(place).copied().unwrap_or(place),
        })
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.context_pages() + self.item_pages()
    }

    /// How many pages of left-out items the review has.
    #[must_use]
    pub fn review_pages(&self) -> usize {
        self.left_out.len().div_ceil(self.instrument.page_size())
    }

    /// Whether a page asks about the person's situation rather than for scored items.
    #[must_use]
    pub fn is_context(&self, page: usize) -> bool {
        page < self.context_pages()
    }

    /// The questions of the present step.
    #[must_use]
    pub fn questions(&self) -> Vec<Question> {
        match self.step {
            Step::Welcome | Step::Result | Step::Aside(_) | Step::Erased => Vec::new(),
            Step::Page(page) if self.is_context(page) => {
                let from = page * CONTEXT_PAGE;
                let role = self.instrument.asks_role().then_some(Question::Role);
                (role.into_iter())
                    .chain((0..self.instrument.context().len()).map(Question::Context))
                    .skip(from)
                    .take(CONTEXT_PAGE)
                    .collect()
            }
            Step::Page(page) => {
                let (from, to) = self.span(page - self.context_pages());
                self.order().skip(from).take(to - from).map(Question::Item).collect()
            }
            Step::Review(page) => {
                let size = self.instrument.page_size();
                let shown = self.left_out.iter().skip(page * size).take(size);
                shown.map(|&item| Question::Item(item)).collect()
            }
        }
    }

    /// How many questions come before this step, and how many there are in all; the question about
    /// the role is not counted.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let (context, items) = (self.instrument.context().len(), self.instrument.items().len());
        let before = match self.step {
            Step::Welcome | Step::Aside(_) | Step::Erased => 0,
            Step::Page(page) if self.is_context(page) => {
                (page * CONTEXT_PAGE).saturating_sub(usize::from(self.instrument.asks_role()))
            }
            Step::Page(page) => context + self.span(page - self.context_pages()).0,
            Step::Review(_) | Step::Result => context + items,
        };
        (before, context + items)
    }

    /// The session after an action. A move that the step does not have changes nothing; an answer
    /// counts whatever the step.
    #[must_use]
    pub fn update(&self, action: Action) -> Self {
        let mut next = self.clone();
        match (action, self.step) {
            (Action::Next, Step::Welcome) => next.step = Step::Page(0),
            (Action::Next, Step::Page(page)) if !self.is_context(page) && self.is_over() => {
                next.left_out = Rc::from([]);
                next.step = Step::Result;
            }
            (Action::Next, Step::Page(page)) if page + 1 < self.pages() => {
                next.step = Step::Page(page + 1);
            }
            (Action::Next, Step::Page(_)) | (Action::ReviewSkipped, Step::Result) => {
                next.left_out = self.responses.skipped().collect();
                next.step = if next.left_out.is_empty() { Step::Result } else { Step::Review(0) };
            }
            (Action::Next, Step::Review(page)) if page + 1 < self.review_pages() => {
                next.step = Step::Review(page + 1);
            }
            (Action::Next | Action::SeeResult, Step::Review(_)) => next.step = Step::Result,
            (Action::Back, Step::Page(0)) => next.step = Step::Welcome,
            (Action::Back, Step::Page(page)) => next.step = Step::Page(page - 1),
            (Action::Back, Step::Review(page)) if page > 0 => next.step = Step::Review(page - 1),
            (Action::Back, Step::Result) if self.review_pages() > 0 => {
                next.step = Step::Review(self.review_pages() - 1);
            }
            (Action::Back, Step::Review(_) | Step::Result) => {
                next.step = Step::Page(self.last_page());
            }
            (Action::Answer(..), Step::Erased) => {}
            (Action::Answer(question, option), _) => next.set(question, option),
            // What others can change, and what supervision is for, is known of a profile alone.
            (Action::Show(Aside::Handout | Aside::Supervision), _)
                if self.instrument.profiled().is_none() => {}
            (Action::Show(aside), Step::Result)
            | (Action::Show(aside @ Aside::How), Step::Welcome) => {
                next.way = self.step;
                next.step = Step::Aside(aside);
            }
            (Action::Back, Step::Aside(_)) => next.step = self.way,
            (Action::Erase, _) => {
                let empty = Self::new(Rc::clone(&self.instrument)).with_length(self.length);
                next = Self { step: Step::Erased, ..empty };
            }
            (Action::StartOver, _) => {
                next = Self::new(Rc::clone(&self.instrument)).with_length(self.length);
            }
            // Nothing that fits this step.
            _ => {}
        }
        next
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

    /// Whether the short form needs no more answers.
    fn is_over(&self) -> bool {
        let decided = |profiled| is_decided(profiled, &self.responses);
        self.length == Length::Short && self.instrument.profiled().is_some_and(decided)
    }

    /// The page before the result: the last one, or where the short form is over the last one on
    /// which anything is answered.
    fn last_page(&self) -> usize {
        let last = self.pages().saturating_sub(1);
        if !self.is_over() {
            return last;
        }
        let is_answered = |page: &usize| {
            let (from, to) = self.span(page - self.context_pages());
            self.order().skip(from).take(to - from).any(|item| self.responses.item(item).is_some())
        };
        (self.context_pages()..=last).rev().find(is_answered).unwrap_or(last)
    }

    fn context_pages(&self) -> usize {
        let role = usize::from(self.instrument.asks_role());
        (self.instrument.context().len() + role).div_ceil(CONTEXT_PAGE)
    }

    fn item_pages(&self) -> usize {
        self.instrument.items().len().div_ceil(self.instrument.page_size())
    }

    /// The first item of an item page and the one after its last; the pages are as even as can be.
    fn span(&self, page: usize) -> (usize, usize) {
        let (items, pages) = (self.instrument.items().len(), self.item_pages().max(1));
        let (each, longer) = (items / pages, items % pages);
        let start = |page: usize| (page * each + page.min(longer)).min(items);
        (start(page), start(page + 1))
    }
}
