//! What somebody hears who uses the self-check with a screen reader, written down for people to read and judge.
//!
//! It is read from what the browser itself hands to screen readers: the accessibility tree ([`tree`]), in the order in which
//! it is read on ([`lines`]), where the focus is, and what live regions say. No voice is in it: how a product says "heading
//! level 2" is its own.

mod lines;
mod tree;

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use crate::browser::Browser;
use crate::person::Person;
use tree::{Frames, Node};

/// How the text is to be read.
const HEAD: &str = "\
What a screen reader can say on a whole way by keys, read from the accessibility tree of the browser.
  > what somebody does
  said: what is said at once, wherever the focus is
  focus: where the focus is then, which is said next
  and what is new to be read on from the top, a line each time it stops.

The page, from its top:
";

/// So many lines are said again rather than said to be as before.
const FEW: usize = 2;

/// A screen reader that writes down what it says.
pub struct ScreenReader<'a> {
    browser: &'a Browser,
    frame: String,
    /// What was there to be read before.
    before: Vec<String>,
    /// What the focus was in.
    within: Vec<i64>,
    written: String,
}

impl<'a> ScreenReader<'a> {
    /// Reads the whole page once, from its top, with the frames in it.
    pub async fn begins(person: &Person<'a>) -> Result<Self> {
        let browser = person.browser;
        person.ask::<()>(include_str!("heard/announced.js")).await?;
        let (top, frames) = Frames::of(browser).await?;
        let (mut frame, mut written) = (top, HEAD.to_owned());
        let mut before = Vec::new();
        for depth in 0.. {
            let tree = tree::tree(browser, &frame).await?;
            before = lines::lines(&tree);
            for line in &before {
                writeln!(written, "  {}{line}", "  ".repeat(depth))?;
            }
            let Some(next) = inner(&tree, &frames) else { break };
            writeln!(written, "  {}in this frame:", "  ".repeat(depth))?;
            frame = next;
        }
        Ok(Self { browser, frame, before, within: Vec::new(), written })
    }

    /// Writes down what somebody does.
    pub fn after(&mut self, act: &str) -> Result<()> {
        Ok(writeln!(self.written, "\n> {act}")?)
    }

    /// Writes down what is heard now: what was announced, what has the focus, and what is there to be read on that was not
    /// there before. The focus has to be somewhere.
    pub async fn hears(&mut self, person: &Person<'_>) -> Result<()> {
        let announced: Vec<String> = person.ask("return announced.splice(0)").await?;
        for words in announced {
            writeln!(self.written, "  said: {words}")?;
        }
        let tree = tree::tree(self.browser, &self.frame).await?;
        let path = tree.to_focus();
        let (at, around) = path.split_last().context("the focus is nowhere")?;
        ensure!(at.role != "none", "the focus is on something that nobody is told of");
        let mut told = String::new();
        for node in around.iter().filter(|node| lines::is_around(node) && !node.name.is_empty()) {
            if !self.within.contains(&node.element) {
                write!(told, "{}; ", lines::told(node))?;
            }
        }
        writeln!(self.written, "  focus: {told}{}", lines::told(at))?;
        self.within = path.iter().map(|node| node.element).collect();
        self.reads_on(lines::lines(&tree))
    }

    /// Of all that is there, what was not there before.
    fn reads_on(&mut self, now: Vec<String>) -> Result<()> {
        let same = |one: &mut dyn Iterator<Item = (&String, &String)>| {
            one.take_while(|(one, other)| one == other).count()
        };
        let first = same(&mut self.before.iter().zip(&now));
        let rest = now.len().min(self.before.len()) - first;
        let last = same(&mut self.before.iter().rev().zip(now.iter().rev())).min(rest);
        let (first, last) =
            (if first > FEW { first } else { 0 }, if last > FEW { last } else { 0 });
        if now != self.before {
            if first > 0 {
                writeln!(self.written, "  … {first} lines as before")?;
            }
            for line in now.iter().take(now.len() - last).skip(first) {
                writeln!(self.written, "  {line}")?;
            }
            if last > 0 {
                writeln!(self.written, "  … {last} lines as before")?;
            }
        }
        self.before = now;
        Ok(())
    }

    /// All that was written down.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }
}

/// The frame that stands in this one and is not hidden, if there is one.
fn inner(node: &Node, frames: &Frames) -> Option<String> {
    let own = frames.within(node.element).filter(|_| node.role == "Iframe");
    own.map(str::to_owned).or_else(|| node.children.iter().find_map(|child| inner(child, frames)))
}
