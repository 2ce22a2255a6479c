//! The root component: holds the session, shows the step, moves the focus with it, and speaks with the
//! page around.

use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use super::desk::{Desk, Store, key};
use super::exit::Cover;
use super::focus::{self, Refocus, left_by};
use super::guard::{Pause, now};
use super::keys;
use super::lock::Wanted;
use super::outside::{Request, Told};
use super::result::{Fold, Folds};
use super::take::Take;
use super::{
    Shared, Unfolded, View, beginning, exit, handout, help, how, page, result, supervision, welcome,
};
use crate::carelessness::is_nearly_alike;
use crate::export::Style;
use crate::history::Date;
use crate::instrument::ANY;
use crate::session::{Action, Aside, Question, Session, Step};

/// What the root component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Words, rules and settings.
    pub content: Shared,
    /// Where to begin, if not at the welcome.
    #[prop_or_default]
    pub session: Option<Session>,
    /// What is unfolded there.
    #[prop_or_default]
    pub folds: Folds,
    /// Told what to do outside the widget.
    #[prop_or_default]
    pub ask: Callback<Request>,
    /// Gives the day.
    #[prop_or_else(|| Callback::from(|()| None))]
    pub today: Callback<(), Option<Date>>,
    /// Draws an id for a check, by chance.
    #[prop_or_else(|| Callback::from(|()| String::new()))]
    pub draw: Callback<(), String>,
    /// Gives how tables are written where the person is: to ask the browser takes a while, and most never do.
    #[prop_or_else(|| Callback::from(|()| Style::default()))]
    pub style: Callback<(), Style>,
}

/// Everything that can happen to the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The person did something in the self-check.
    Act(Action),
    /// The person pressed an answer, with the count of clicks there: none where it was no pointer.
    Press(Question, u8, i32),
    /// The person pressed the key of a digit.
    Digit(u8),
    /// The person chose a region, by its place in the list.
    Region(usize),
    /// The person unfolded something, or folded it again.
    Fold(Fold, bool),
    /// The person chose the step, by its place, that they want to talk about.
    Choose(usize),
    /// The person unfolded or folded the help.
    Help(Unfolded),
    /// The person wants something to take along, or has said that they leave.
    Take(Take),
    /// The person wants to leave.
    Leave,
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
    /// The words of another language have come.
    Words(Shared),
    /// The person is still there, or goes on.
    Stay,
}

/// The widget.
pub struct App {
    /// As it was given, or with the words of another language since.
    content: Shared,
    session: Session,
    region: usize,
    folds: Folds,
    help: Unfolded,
    desk: Desk,
    send: Callback<Msg>,
    heading: NodeRef,
    stay: NodeRef,
    /// Where it is said what came of the last request.
    status: NodeRef,
    /// What the focus was last moved to: the step, and what covered it.
    shown: (Step, Option<Cover>),
    /// What takes the focus in place of a button that went with its press.
    refocus: Option<Refocus>,
    /// Whether the page around was told of the questions.
    asking: bool,
    /// Whether the page around guards answers against a reload.
    guarded: bool,
    pause: Pause,
    /// Whether the person went back from a result: nobody is asked for a second look twice.
    looked: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let AppProps { content, session, today, draw, .. } = ctx.props();
        let session = session.clone().unwrap_or_else(|| beginning(content));
        Self {
            shown: (session.step(), None),
            // Who began before the engine was there has told of it.
            asking: matches!(session.step(), Step::Asking(_)),
            refocus: None,
            content: content.clone(),
            session,
            region: content.settings.region,
            folds: ctx.props().folds.clone(),
            help: Unfolded::Nothing,
            desk: Desk::new(Store::Nothing, today.emit(()), draw.emit(())),
            send: ctx.link().callback(|message| message),
            heading: NodeRef::default(),
            stay: NodeRef::default(),
            status: NodeRef::default(),
            guarded: false,
            pause: Pause::default(),
            looked: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        self.refocus = left_by(&message, self.desk.locked).or(self.refocus);
        match message {
            Msg::Act(action) => self.act(ctx, action),
            Msg::Press(question, option, clicks) => {
                // By keys and by voice nothing comes twice: the focus has moved on.
                if clicks == 0 || (clicks == 1 && self.pause.is_over(now())) {
                    self.act(ctx, Action::Press(question, option));
                }
            }
            Msg::Digit(digit) => {
                let option = digit.checked_sub(1).filter(|_| self.pause.is_over(now()));
                if let Some((question, option)) = self.session.question().zip(option) {
                    self.act(ctx, Action::Press(question, option));
                }
            }
            Msg::Region(place) => self.region = place,
            Msg::Fold(fold, open) => self.folds.set(fold, open),
            Msg::Choose(step) => self.desk.chosen = step,
            Msg::Help(unfolded) => self.help = unfolded,
            Msg::Take(take) => self.take(ctx, take),
            Msg::Told(told) => self.told(ctx, told),
            Msg::Passphrase(typed) => self.desk.lock.typed = typed,
            Msg::Guess(typed) => self.desk.guess = typed,
            Msg::ShowPassphrase(shown) => self.desk.lock.shown = shown,
            Msg::Lock(wanted) => {
                self.desk.note = None;
                self.desk.lock.wanted = wanted;
                // Who wants a new one wants to type it.
                if wanted == Wanted::New {
                    self.folds.set(Fold::Lock, true);
                }
            }
            Msg::ShowText => self.desk.text_shown = true,
            Msg::Include(place, ticked) => {
                if let Some(included) = self.desk.included.get_mut(place) {
                    *included = ticked;
                }
            }
            Msg::Everything(all) => self.desk.everything = all,
            // There is nothing yet that somebody could lose.
            Msg::Leave if self.session.step() == Step::Welcome => self.take(ctx, Take::Leave),
            Msg::Leave => {
                if !matches!(self.desk.cover, Some(Cover::Leaving(_))) {
                    ctx.props().ask.emit(Request::Wait { id: self.desk.leaves() });
                }
            }
            Msg::Words(content) => {
                self.content = content;
                // What was said in the other language is not said any longer.
                self.desk.note = None;
                self.desk.text_shown = false;
            }
            Msg::Stay => self.desk.cover = None,
        }
        self.guard(ctx);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let content = &self.content;
        let language = content.locale.language().to_owned();
        let view = View {
            content,
            session: &self.session,
            region: self.region,
            folds: &self.folds,
            twin: false,
            help: self.help,
            desk: &self.desk,
            second_look: self.session.step() == Step::Result && self.asks_for_a_second_look(),
            send: &self.send,
            status: &self.status,
        };
        let class = match self.session.step() {
            Step::Asking(_) => "card asking",
            Step::Result => "card told",
            _ => "card",
        };
        let heading = &self.heading;
        // Whether a button stands there that must not be pressed twice.
        let presses = self.session.question().is_some() || self.desk.cover.is_some();
        let (name, body) = match self.session.step() {
            Step::Welcome => ("welcome", welcome::view(&view, heading)),
            Step::Asking(_) => ("questions", page::view(&view, heading)),
            Step::Result => ("result", result::view(&view, heading)),
            Step::Aside(Aside::How) => ("how", how::view(&view, heading)),
            Step::Aside(Aside::Handout) => ("handout", handout::view(&view, heading)),
            Step::Aside(Aside::Supervision) => ("supervision", supervision::view(&view, heading)),
            Step::Erased => ("erased", exit::erased(&view, heading)),
        };
        html! {
            // What browsers keep of forms to restore them must not hold an answer.
            // Keyed by its language: in another one all is made anew, whatever a page translator has made of it.
            <form {class} key={language.clone()} autocomplete="off" onkeydown={presses.then(keys::held)} lang={language} dir={view.direction()}>
                { help::view(&view) }
                if let Some(cover) = self.desk.cover {
                    { exit::cover(&view, cover, &self.stay) }
                }
                // Keyed by step, so that nothing of one step is left over in the next. What is asked is one step: the
                // room of all its screens is laid out once.
                <div
                    class={if self.desk.cover.is_some() { "step covered" } else { "step" }}
                    key={name}
                    data-step={name}
                >
                    { body }
                </div>
            </form>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.guard(ctx);
        }
        if first && let Some(minutes) = self.content.settings.idle {
            ctx.props().ask.emit(Request::Watch { minutes });
        }
        if ANY && first && self.content.settings.keeps {
            ctx.props().ask.emit(Request::Look { id: 0, key: key(&self.content) });
        }
        let shown = (self.session.step(), self.desk.cover);
        let same = shown == self.shown;
        let refocus = self.refocus.take();
        if same && refocus.is_none() {
            return;
        }
        self.shown = shown;
        let (step, cover) = shown;
        focus::give(match refocus {
            _ if cover.is_some() => &self.stay,
            Some(Refocus::Status) if same => &self.status,
            _ => &self.heading,
        });
        if same {
            return;
        }
        // Of the screens of the questions nobody outside hears: not which, and not how many.
        let asking = matches!(step, Step::Asking(_));
        let inside = asking && self.asking;
        self.asking = asking;
        ctx.props().ask.emit(if inside { Request::Screen } else { Request::Step { asking } });
    }
}

impl App {
    /// Follows an action that led here from `before`.
    fn follow(&mut self, before: &Session, action: Action) {
        if before.step() == self.session.step() {
            return;
        }
        focus::leave(&self.heading);
        match (action, before.step()) {
            (Action::StartOver | Action::Erase, _) => self.looked = false,
            (Action::Back | Action::ReviewSkipped, Step::Result) => self.looked = true,
            _ => {}
        }
        self.pause.begin(now());
    }

    fn asks_for_a_second_look(&self) -> bool {
        let session = &self.session;
        !self.looked && is_nearly_alike(session.instrument(), session.responses())
    }

    /// Has the browser ask before a reload takes answers away. After the result it would only be in the way.
    fn guard(&mut self, ctx: &Context<Self>) {
        let asked = matches!(self.session.step(), Step::Asking(_));
        let guarded = asked && !self.session.responses().is_empty();
        if guarded != self.guarded {
            self.guarded = guarded;
            ctx.props().ask.emit(Request::Guard { on: guarded });
        }
    }

    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let next = self.session.update(action);
        let before = std::mem::replace(&mut self.session, next);
        // Every step begins as high as it is for anybody.
        if before.step() != self.session.step() {
            self.help = Unfolded::Nothing;
        }
        self.follow(&before, action);
        self.desk.note = None;
        self.desk.text_shown = false;
        if matches!(action, Action::StartOver | Action::Erase) {
            self.forget(ctx);
        }
        if !matches!(self.session.step(), Step::Result | Step::Aside(_)) {
            self.folds = Folds::default();
        }
    }

    /// Forgets what lies beside the answers, but for what this browser keeps by the person's own wish.
    fn forget(&mut self, ctx: &Context<Self>) {
        let AppProps { today, draw, .. } = ctx.props();
        self.desk.cleared(today.emit(()), draw.emit(()));
    }

    fn take(&mut self, ctx: &Context<Self>, take: Take) {
        let leaving = take == Take::Leave;
        let AppProps { today, draw, style, .. } = ctx.props();
        self.desk.today = today.emit(());
        self.desk.digits = draw.emit(()) + &draw.emit(());
        self.desk.style = style.emit(());
        let request = take.request(&self.content, &self.session, &mut self.desk);
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
                self.desk.cover = exit::warned(self.desk.cover, soon && idle);
            }
            // Nobody said that they stay.
            Told::Done(id, _) if self.desk.cover == Some(Cover::Leaving(id)) => {
                self.take(ctx, Take::Leave);
            }
            // On a device of many, nobody is to come back to the answers of another.
            Told::Away => match self.session.step() {
                Step::Welcome | Step::Erased => self.told(ctx, Told::Wipe),
                _ if self.content.settings.idle.is_some() => self.told(ctx, Told::Wipe),
                _ => self.desk.cover = Some(Cover::Back),
            },
            // Nothing is answered there, but a file may be open.
            Told::Wipe if self.session.step() == Step::Welcome => self.forget(ctx),
            Told::Wipe => self.act(ctx, Action::Erase),
            told => {
                let next = self.desk.hear(told, &self.content);
                if let Some(request) = next {
                    ctx.props().ask.emit(request);
                }
            }
        }
    }
}
