//! The bench for authors of instruments: what is wrong in a file, the tests that it brings, and the scores of typed
//! answers, anew at each key. Its words are for authors, as those of the lints are, and stand here.

mod scores;
mod tag;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::{Callback, Component, Context, Html, Properties, TargetCast, html};

use crate::instrument::{Definition, Instrument};
use crate::loading::brought;
use crate::locale::Texts;
use crate::tree::{Node, Tree};

/// What the bench is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BenchProps {
    /// Makes a value of JSON, or says where it is broken.
    pub parse: Callback<String, Result<Tree, String>>,
    /// Told the file, as it was typed, each time that it becomes another one which can be used.
    #[prop_or_default]
    pub show: Callback<String>,
    /// What stands in the file at first.
    #[prop_or_default]
    pub text: String,
}

/// What an author does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BenchMsg {
    /// The file is this.
    Typed(String),
    /// The answer to the item at this position is this.
    Answered(usize, String),
}

/// The bench.
pub struct Bench {
    text: String,
    file: File,
    /// What was typed as answers, item by item.
    answers: Vec<String>,
}

/// What became of the file.
enum File {
    Empty,
    /// With everything that is wrong.
    Broken(Vec<String>),
    Used(Rc<Opened>),
}

/// A file that can be used.
struct Opened {
    id: String,
    instrument: Instrument,
    texts: Texts,
    tests: usize,
}

impl File {
    fn open(text: &str, parse: &Callback<String, Result<Tree, String>>) -> Self {
        if text.trim().is_empty() {
            return Self::Empty;
        }
        let tree = match parse.emit(text.to_owned()) {
            Ok(tree) => tree,
            Err(reason) => return Self::Broken(vec![["This is no JSON: ", &reason].concat()]),
        };
        match brought(&tree) {
            Ok((instrument, texts)) => {
                let tests = Definition::read(&Node::new(&tree)).map_or(0, |file| file.tests.len());
                let id = instrument.id().to_owned();
                Self::Used(Rc::new(Opened { id, instrument, texts, tests }))
            }
            Err(error) => Self::Broken(error.to_string().lines().map(str::to_owned).collect()),
        }
    }
}

impl Component for Bench {
    type Message = BenchMsg;
    type Properties = BenchProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut bench = Self { text: String::new(), file: File::Empty, answers: Vec::new() };
        bench.set(ctx, ctx.props().text.clone());
        bench
    }

    fn update(&mut self, ctx: &Context<Self>, msg: BenchMsg) -> bool {
        match msg {
            BenchMsg::Typed(text) => self.set(ctx, text),
            BenchMsg::Answered(item, typed) => {
                if let Some(answer) = self.answers.get_mut(item) {
                    *answer = typed;
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let typed = ctx.link().callback(|event: InputEvent| {
            BenchMsg::Typed(
                event
                    .target_dyn_into::<HtmlTextAreaElement>()
                    .map_or_else(String::new, |area| area.value()),
            )
        });
        let answered = ctx.link().callback(|(item, typed)| BenchMsg::Answered(item, typed));
        html! {
            <>
                <section>
                    <h2 id="file">{ "The file" }</h2>
                    <textarea aria-labelledby="file" spellcheck="false" autocomplete="off" rows="18"
                        placeholder="Paste the definition here, or drop a file on this page." value={self.text.clone()} oninput={typed} />
                </section>
                <section aria-live="polite" class="told">
                    <h2>{ "What is wrong" }</h2>
                    { self.told() }
                </section>
                if let File::Used(opened) = &self.file {
                    <section>
                        <h2>{ "Its own tests" }</h2>
                        <p>{ tests(opened.tests) }</p>
                    </section>
                    { scores::view(opened, &self.answers, &answered) }
                    { tag::view(opened) }
                }
            </>
        }
    }
}

impl Bench {
    fn set(&mut self, ctx: &Context<Self>, text: String) {
        self.file = File::open(&text, &ctx.props().parse);
        if let File::Used(opened) = &self.file {
            self.answers.resize(opened.instrument.items().len(), String::new());
            ctx.props().show.emit(text.clone());
        }
        self.text = text;
    }

    fn told(&self) -> Html {
        match &self.file {
            File::Empty => html! { <p>{ "There is no file yet." }</p> },
            File::Used(_) => html! { <p class="good">{ "Nothing. This file can be used." }</p> },
            File::Broken(mistakes) => html! {
                <ol class="mistakes">{ for mistakes.iter().map(|mistake| html! { <li>{ mistake.clone() }</li> }) }</ol>
            },
        }
    }
}

fn tests(count: usize) -> String {
    match count {
        0 => "The file brings no tests. A test is a set of answers with the scores that they must come to: take them from the \
              manual or from a paper, so that anyone can see that the scoring is right."
            .to_owned(),
        1 => "The one test comes to what the file says.".to_owned(),
        count => format!("All {count} tests come to what the file says."),
    }
}

/// What stands in the field of an event.
fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map_or_else(String::new, |field| field.value())
}
