//! What a person sees: Yew views of a [`Session`], one file each.
//!
//! [`App`] is the root; everything below it is a function from state to [`Html`], but for the room that all screens of the
//! questions share (`room`), which no state comes into. Nothing in here knows a word (the locale does) or a rule (the core
//! does).

mod app;
mod bars;
mod compare;
mod desk;
mod earlier;
mod exit;
mod first;
mod focus;
mod guard;
mod handout;
mod help;
mod hints;
mod how;
mod hue;
mod keys;
mod lock;
mod map;
mod offer;
mod outside;
mod page;
mod places;
mod question;
mod result;
mod room;
mod scores;
mod signs;
mod steady;
mod steps;
mod supervision;
mod take;
mod taking;
mod tongues;
mod trend;
mod welcome;

use std::ops::Deref;
use std::rc::Rc;

pub use app::{App, AppProps, Msg};
pub use first::first;
pub use help::Unfolded;
pub use outside::{Opened, Request, RequestId, Told};
pub use result::{Fold, Folds};
pub use take::{File, Take};

use yew::{Callback, Html, NodeRef, html};

use desk::Desk;

use crate::history::Date;
use crate::host::{HostSettings, LEVELS};
use crate::instrument::Instrument;
use crate::locale::{Direction, Locale, Message, Texts};
use crate::regions::Regions;
use crate::report::Words;
use crate::session::Session;

/// From how wide on a headline is set in smaller letters where there is little room, in thirds of a letter.
const LONG: usize = 180;

/// Everything that stays the same while the widget runs.
#[derive(Debug)]
pub struct Content {
    /// What is asked.
    pub instrument: Rc<Instrument>,
    /// The words of the instrument.
    pub texts: Texts,
    /// All other words.
    pub locale: Locale,
    /// Crisis lines.
    pub regions: Regions,
    /// What the host set.
    pub settings: HostSettings,
}

/// A new self-check.
#[must_use]
pub fn beginning(content: &Content) -> Session {
    Session::new(Rc::clone(&content.instrument)).with_hints(content.texts.hinted())
}

/// Content that is shared, and the same only if it is the very same.
#[derive(Clone, Debug)]
pub struct Shared(Rc<Content>);

impl Shared {
    /// Shares the content.
    #[must_use]
    pub fn new(content: Content) -> Self {
        Self(Rc::new(content))
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

/// What every view is given.
#[derive(Clone, Copy)]
struct View<'a> {
    content: &'a Shared,
    session: &'a Session,
    /// The place of the region whose lines are shown.
    region: usize,
    /// What is unfolded: what is folded is not built.
    folds: &'a Folds,
    /// Whether this is the unseen page that decides the height.
    twin: bool,
    /// How far the help is unfolded.
    help: Unfolded,
    desk: &'a Desk,
    /// Whether the person is asked to look at the answers again.
    second_look: bool,
    send: &'a Callback<Msg>,
    /// Takes the focus that a button leaves behind.
    status: &'a NodeRef,
}

impl<'a> View<'a> {
    /// The words for a result.
    fn report(&self) -> Words<'a> {
        let Content { instrument, texts, locale, .. } = &**self.content;
        Words { instrument, texts, locale, voice: self.session.voice() }
    }

    /// Which way its words run, as HTML has it.
    fn direction(&self) -> &'static str {
        match self.content.locale.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }

    fn text(&self, message: Message) -> &'a str {
        self.content.locale.text(message)
    }

    /// The line that the licence of the instrument wants to be shown, if it wants one.
    fn licence(&self) -> Html {
        let line = self.session.instrument().credit().line.as_ref();
        line.map_or_else(Html::default, |line| html! { <p class="note">{ line.clone() }</p> })
    }

    // Each element written out costs bytes at every place it stands in: the frequent ones are here.

    fn heading(&self, heading: &NodeRef, message: Message) -> Html {
        self.headed(heading, self.text(message))
    }

    /// The heading of a step, which takes the focus.
    fn headed(&self, heading: &NodeRef, words: &str) -> Html {
        self.asked(Some(heading), Html::default(), words)
    }

    /// The same with something above its words, or what only keeps room for one.
    fn asked(&self, heading: Option<&NodeRef>, above: Html, words: &str) -> Html {
        let class = if steady::width(words) > LONG { "long" } else { "" };
        html! {
            <h2 {class} ref={heading.cloned().unwrap_or_default()} tabindex="-1" aria-level={self.level(0)}>
                { above }
                { words.to_owned() }
            </h2>
        }
    }

    fn title(&self, message: Message) -> Html {
        self.titled("", self.text(message))
    }

    fn titled(&self, class: &'static str, words: &str) -> Html {
        html! { <h3 {class} aria-level={self.level(1)}>{ words.to_owned() }</h3> }
    }

    /// How deep a heading lies in the page around, where that is not as deep as its element says: `below` the
    /// heading of the step. No page has more than six levels.
    fn level(&self, below: usize) -> Option<&'static str> {
        let first = self.content.settings.heading_level?;
        LEVELS.get(first + below).or(LEVELS.last()).copied()
    }

    /// A day in words.
    fn day(&self, date: &Date) -> String {
        self.content.locale.day(date)
    }

    fn paragraph(&self, message: Message) -> Html {
        html! { <p>{ self.words(message) }</p> }
    }

    fn note(&self, message: Message) -> Html {
        html! { <p class="note">{ self.words(message) }</p> }
    }

    fn point(&self, message: Message) -> Html {
        html! { <li>{ self.words(message) }</li> }
    }

    fn button(&self, class: &'static str, message: Message, does: Msg) -> Html {
        html! {
            <button type="button" {class} onclick={self.on(does)}>{ self.words(message) }</button>
        }
    }

    fn words(&self, message: Message) -> Html {
        Html::from(self.text(message))
    }

    fn on<E>(&self, message: Msg) -> Callback<E> {
        self.send.reform(move |_| message.clone())
    }
}

/// Words in a place where others may stand next: made anew then, also where a page translator has taken the old ones over.
fn fresh(words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <span key={words.to_owned()}>{ words.to_owned() }</span> }
}
