//! The root component: holds the session, shows the step, and moves the focus with it.

use std::rc::Rc;

use web_sys::{FocusOptions, HtmlElement};
use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::{Shared, View, help, page, result, welcome};
use crate::carelessness::{Pace, is_straight};
use crate::locale::Direction;
use crate::session::{Action, Question, Session, Step};

/// What the root component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Words, rules and settings.
    pub content: Shared,
    /// Where to begin, if not at the welcome.
    #[prop_or_default]
    pub session: Option<Session>,
    /// Told after the person moved to another step.
    #[prop_or_default]
    pub on_step: Callback<()>,
}

/// Everything that can happen to the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The person did something in the self-check.
    Act(Action),
    /// The person chose a region, by its place in the list.
    Region(usize),
    /// The person opened or closed the folded advice.
    More(bool),
    /// The person wants the result on paper.
    Print,
}

/// The widget.
pub struct App {
    session: Session,
    region: usize,
    more_open: bool,
    send: Callback<Msg>,
    heading: NodeRef,
    /// The step that the focus was last moved to.
    shown: Step,
    pace: Pace,
    /// Whether the person went back from a result: nobody is asked for a second look twice.
    looked: bool,
}

impl App {
    /// Keeps the pace after an action that led here from `before`.
    fn follow(&mut self, before: &Session, action: Action) {
        if before.step() == self.session.step() {
            return;
        }
        let now = now();
        match (action, before.step()) {
            (Action::StartOver, _) => (self.pace, self.looked) = (Pace::default(), false),
            (Action::Next, Step::Page(page)) => {
                let questions = before.questions();
                let is_answered = |&&asked: &&Question| {
                    matches!(asked, Question::Item(_)) && before.answer(asked).is_some()
                };
                self.pace.leave(page, questions.iter().filter(is_answered).count(), now);
            }
            (_, Step::Result) => self.looked = true,
            _ => {}
        }
        self.pace.enter(now);
    }

    fn asks_for_a_second_look(&self) -> bool {
        let session = &self.session;
        let straight = || is_straight(session.instrument(), session.responses(), session.order());
        !self.looked && (self.pace.is_implausible() || straight())
    }
}

/// Milliseconds of a clock that is never set back.
fn now() -> f64 {
    // Without a clock nobody is ever fast, and nothing else depends on it.
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let content = &ctx.props().content;
        let session = ctx.props().session.clone().unwrap_or_else(|| {
            Session::new(Rc::clone(&content.instrument)).with_length(content.settings.length)
        });
        Self {
            shown: session.step(),
            session,
            region: content.settings.region,
            more_open: false,
            send: ctx.link().callback(|message| message),
            heading: NodeRef::default(),
            pace: Pace::default(),
            looked: false,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Act(action) => {
                let next = self.session.update(action);
                let before = std::mem::replace(&mut self.session, next);
                self.follow(&before, action);
                if self.session.step() != Step::Result {
                    self.more_open = false;
                }
            }
            Msg::Region(place) => self.region = place,
            Msg::More(open) => self.more_open = open,
            Msg::Print => {
                if let Some(window) = web_sys::window() {
                    // A frame that may not print says so in the console; saving the page still works.
                    window.print().ok();
                }
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let content = &ctx.props().content;
        let view = View {
            content,
            session: &self.session,
            region: self.region,
            more_open: self.more_open,
            second_look: self.session.step() == Step::Result && self.asks_for_a_second_look(),
            send: &self.send,
        };
        let direction = match content.locale.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        let (name, body) = match self.session.step() {
            Step::Welcome => ("welcome", welcome::view(&view, &self.heading)),
            Step::Page(_) | Step::Review(_) => ("questions", page::view(&view, &self.heading)),
            Step::Result => ("result", result::view(&view, &self.heading)),
        };
        html! {
            <div class="card" lang={content.locale.language().to_owned()} dir={direction}>
                { help::view(&view) }
                // Keyed by step, so that nothing of one step is left over in the next.
                <div class="step" key={format!("{:?}", self.session.step())} data-step={name}>
                    { body }
                </div>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let step = self.session.step();
        if step == self.shown {
            return;
        }
        self.shown = step;
        if let Some(heading) = self.heading.cast::<HtmlElement>() {
            // Only the page around knows where to scroll to. An element that cannot take the focus
            // leaves it where it is.
            let stay = FocusOptions::new();
            stay.set_prevent_scroll(true);
            heading.focus_with_options(&stay).ok();
        }
        ctx.props().on_step.emit(());
    }
}
