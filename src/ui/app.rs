//! The root component: holds the session, shows the step, moves the focus with it, and speaks with the
//! page around.

use std::rc::Rc;

use web_sys::{FocusOptions, HtmlElement};
use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::desk::{Desk, Store, key};
use super::lock::Wanted;
use super::outside::{Request, Told};
use super::take::Take;
use super::{Shared, View, exit, handout, help, how, page, result, supervision, welcome};
use crate::carelessness::{Pace, is_straight};
use crate::history::Date;
use crate::instrument::ANY;
use crate::locale::Direction;
use crate::session::{Action, Aside, Question, Session, Step};

/// What the root component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Words, rules and settings.
    pub content: Shared,
    /// Where to begin, if not at the welcome.
    #[prop_or_default]
    pub session: Option<Session>,
    /// Told what to do outside the widget.
    #[prop_or_default]
    pub ask: Callback<Request>,
    /// Gives the day.
    #[prop_or_else(|| Callback::from(|()| None))]
    pub today: Callback<(), Option<Date>>,
    /// Draws an id for a check, by chance.
    #[prop_or_else(|| Callback::from(|()| String::new()))]
    pub draw: Callback<(), String>,
}

/// Everything that can happen to the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The person did something in the self-check.
    Act(Action),
    /// The person chose a region, by its place in the list.
    Region(usize),
    /// The person opened or closed the folded advice.
    More(bool),
    /// The person wants something to take along, or to leave.
    Take(Take),
    /// The page around tells something.
    Told(Told),
    /// The person typed a passphrase for the next file.
    Passphrase(String),
    /// The person typed what may open a file.
    Guess(String),
    /// The person wants to see what they typed, or no longer.
    ShowPassphrase(bool),
    /// The person says how the next file is to be sealed.
    Lock(Wanted),
    /// The person wants to see the text that was to be copied or saved.
    ShowText,
    /// The person ticked a part of the sheet for supervision, or no longer.
    Include(usize, bool),
    /// The person wants everything on the handout, or no longer.
    Everything(bool),
    /// The person is still there.
    Stay,
}

/// The widget.
pub struct App {
    session: Session,
    region: usize,
    more_open: bool,
    desk: Desk,
    send: Callback<Msg>,
    heading: NodeRef,
    stay: NodeRef,
    /// What the focus was last moved to: the step, and whether the warning stood there.
    shown: (Step, bool),
    /// Whether the page around guards answers against a reload.
    guarded: bool,
    pace: Pace,
    /// Whether the person went back from a result: nobody is asked for a second look twice.
    looked: bool,
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
        let AppProps { content, session, today, draw, .. } = ctx.props();
        let session = session.clone().unwrap_or_else(|| {
            Session::new(Rc::clone(&content.instrument)).with_length(content.settings.length)
        });
        Self {
            shown: (session.step(), false),
            session,
            region: content.settings.region,
            more_open: false,
            desk: Desk::new(Store::Nothing, today.emit(()), draw.emit(())),
            send: ctx.link().callback(|message| message),
            heading: NodeRef::default(),
            stay: NodeRef::default(),
            guarded: false,
            pace: Pace::default(),
            looked: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Act(action) => self.act(ctx, action),
            Msg::Region(place) => self.region = place,
            Msg::More(open) => self.more_open = open,
            Msg::Take(take) => self.take(ctx, take),
            Msg::Told(told) => self.told(ctx, told),
            Msg::Passphrase(typed) => self.desk.lock.typed = typed,
            Msg::Guess(typed) => self.desk.guess = typed,
            Msg::ShowPassphrase(shown) => self.desk.lock.shown = shown,
            Msg::Lock(wanted) => self.desk.lock.wanted = wanted,
            Msg::ShowText => self.desk.text_shown = true,
            Msg::Include(place, ticked) => {
                if let Some(included) = self.desk.included.get_mut(place) {
                    *included = ticked;
                }
            }
            Msg::Everything(all) => self.desk.everything = all,
            Msg::Stay => self.desk.idle = false,
        }
        self.guard(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let content = &ctx.props().content;
        let view = View {
            content,
            session: &self.session,
            region: self.region,
            more_open: self.more_open,
            desk: &self.desk,
            second_look: self.session.step() == Step::Result && self.asks_for_a_second_look(),
            send: &self.send,
        };
        let direction = match content.locale.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        let heading = &self.heading;
        let (name, body) = match self.session.step() {
            Step::Welcome => ("welcome", welcome::view(&view, heading)),
            Step::Page(_) | Step::Review(_) => ("questions", page::view(&view, heading)),
            Step::Result => ("result", result::view(&view, heading)),
            Step::Aside(Aside::How) => ("how", how::view(&view, heading)),
            Step::Aside(Aside::Handout) => ("handout", handout::view(&view, heading)),
            Step::Aside(Aside::Supervision) => ("supervision", supervision::view(&view, heading)),
            Step::Erased => ("erased", exit::erased(&view, heading)),
        };
        html! {
            // What browsers keep of forms to restore them must not hold an answer.
            <form class="card" autocomplete="off" lang={content.locale.language().to_owned()} dir={direction}>
                { help::view(&view) }
                { exit::button(&view) }
                if self.desk.idle {
                    { exit::warning(&view, &self.stay) }
                }
                // Keyed by step, so that nothing of one step is left over in the next.
                <div
                    class={if self.desk.idle { "step covered" } else { "step" }}
                    key={format!("{:?}", self.session.step())}
                    data-step={name}
                >
                    { body }
                </div>
            </form>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let content = &ctx.props().content;
        if first && let Some(minutes) = content.settings.idle {
            ctx.props().ask.emit(Request::Watch { minutes });
        }
        if ANY && first && content.settings.keeps {
            ctx.props().ask.emit(Request::Look { id: 0, key: key(content) });
        }
        let (step, idle) = (self.session.step(), self.desk.idle);
        if (step, idle) == self.shown {
            return;
        }
        self.shown = (step, idle);
        let target = if idle { &self.stay } else { &self.heading };
        if let Some(element) = target.cast::<HtmlElement>() {
            // Only the page around knows where to scroll to. An element that cannot take the focus
            // leaves it where it is.
            let stay = FocusOptions::new();
            stay.set_prevent_scroll(true);
            element.focus_with_options(&stay).ok();
        }
        ctx.props().ask.emit(Request::Step);
    }
}

impl App {
    /// Keeps the pace after an action that led here from `before`.
    fn follow(&mut self, before: &Session, action: Action) {
        if before.step() == self.session.step() {
            return;
        }
        let now = now();
        match (action, before.step()) {
            (Action::StartOver | Action::Erase, _) => {
                (self.pace, self.looked) = (Pace::default(), false)
            }
            (Action::Next, Step::Page(page)) => {
                let questions = before.questions();
                let is_answered = |&&asked: &&Question| {
                    matches!(asked, Question::Item(_)) && before.answer(asked).is_some()
                };
                self.pace.leave(page, questions.iter().filter(is_answered).count(), now);
            }
            (Action::Back | Action::ReviewSkipped, Step::Result) => self.looked = true,
            _ => {}
        }
        self.pace.enter(now);
    }

    fn asks_for_a_second_look(&self) -> bool {
        let session = &self.session;
        let straight = || is_straight(session.instrument(), session.responses(), session.order());
        !self.looked && (self.pace.is_implausible() || straight())
    }

    /// Has the browser ask before a reload takes answers away. After the result it would only be in the way.
    fn guard(&mut self, ctx: &Context<Self>) {
        let asked = matches!(self.session.step(), Step::Page(_) | Step::Review(_));
        let guarded = asked && !self.session.responses().is_empty();
        if guarded != self.guarded {
            self.guarded = guarded;
            ctx.props().ask.emit(Request::Guard { on: guarded });
        }
    }

    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let next = self.session.update(action);
        let before = std::mem::replace(&mut self.session, next);
        self.follow(&before, action);
        self.desk.note = None;
        self.desk.text_shown = false;
        if matches!(action, Action::StartOver | Action::Erase) {
            self.forget(ctx);
        }
        if !matches!(self.session.step(), Step::Result | Step::Aside(_)) {
            self.more_open = false;
        }
    }

    /// Forgets what lies beside the answers, but for what this browser keeps by the person's own wish.
    fn forget(&mut self, ctx: &Context<Self>) {
        let AppProps { today, draw, .. } = ctx.props();
        self.desk.cleared(today.emit(()), draw.emit(()));
    }

    fn take(&mut self, ctx: &Context<Self>, take: Take) {
        let leaving = take == Take::Leave;
        self.desk.today = ctx.props().today.emit(());
        let request = take.request(&ctx.props().content, &self.session, &mut self.desk);
        if leaving {
            // Erased first: whatever becomes of the page, nothing is left in it.
            self.act(ctx, Action::Erase);
            self.guard(ctx);
        }
        if let Some(request) = request {
            ctx.props().ask.emit(request);
        }
    }

    fn told(&mut self, ctx: &Context<Self>, told: Told) {
        match told {
            Told::Idle(soon) => {
                // Where there is nothing to erase, nobody has to be asked.
                let idle = !matches!(self.session.step(), Step::Welcome | Step::Erased);
                self.desk.idle = soon && idle;
            }
            // Nothing is answered there, but a file may be open.
            Told::Wipe if self.session.step() == Step::Welcome => self.forget(ctx),
            Told::Wipe => self.act(ctx, Action::Erase),
            told => {
                let next = self.desk.hear(told, &ctx.props().content);
                if let Some(request) = next {
                    ctx.props().ask.emit(request);
                }
            }
        }
    }
}
