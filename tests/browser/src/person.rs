//! The person who uses the self-check: the way into it, and what they do and read there.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::answers::Answers;
use crate::browser::{Browser, truth, wait_for};
use crate::hands::{Hand, Key};
use crate::texts::Texts;

/// Where the self-check is.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// In the frames of the element with this number on the host page.
    Frames(usize),
    /// In the frames of the element on a page that is itself in a frame.
    Framed,
    /// In the closed root of the element with this number.
    Inline(usize),
    /// In the open root of the element with this number, beside the frames.
    OnHost(usize),
    /// In the frame with this number that the host page made by itself.
    OwnFrame(usize),
    /// In the one file by itself, with no host page around it.
    File,
    /// In the inner document alone, with nothing around it at all.
    Bare,
}

/// A question as it stands on the page.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Asked {
    /// Its words.
    pub text: String,
    /// The words of its options.
    pub options: Vec<String>,
    /// The place of the chosen option.
    pub chosen: Option<usize>,
    /// Whether the answer can be taken back.
    pub take_back: bool,
}

/// Somebody in front of the browser.
pub struct Person<'a> {
    /// Their browser.
    pub browser: &'a Browser,
    /// The words they read.
    pub texts: Texts,
    pub(crate) hand: Hand,
    pub(crate) way: Way,
}

impl<'a> Person<'a> {
    /// Somebody who finds the self-check in frames on a host page, and is quick.
    pub async fn at(browser: &'a Browser) -> Result<Self> {
        Self::by(browser, Way::Frames(0), Hand::Quick).await
    }

    /// Somebody who finds the self-check somewhere and uses it in their own way.
    pub async fn by(browser: &'a Browser, way: Way, hand: Hand) -> Result<Self> {
        let person = Self { browser, texts: Texts::read()?, hand, way };
        person.arrives().await?;
        Ok(person)
    }

    /// Somebody who reads these texts.
    pub async fn reading(browser: &'a Browser, way: Way, texts: Texts) -> Result<Self> {
        let person = Self { browser, texts, hand: Hand::Quick, way };
        person.arrives().await?;
        Ok(person)
    }

    /// The same person, acting in another way.
    #[must_use]
    pub fn acting_by(self, hand: Hand) -> Self {
        Self { hand, ..self }
    }

    /// Somebody who looks there, whatever is to be seen.
    pub fn looking(browser: &'a Browser, way: Way) -> Result<Self> {
        Self::early(browser, way, Hand::Quick)
    }

    /// Somebody who acts there before the engine has come.
    pub fn early(browser: &'a Browser, way: Way, hand: Hand) -> Result<Self> {
        Ok(Self { browser, texts: Texts::read()?, hand, way })
    }

    /// Finds the way in again after the page took the widget away, and waits until it is there.
    pub async fn come_back(&self) -> Result<()> {
        self.browser.driver.enter_default_frame().await?;
        self.browser.inside.replace(None);
        self.arrives().await
    }

    /// Waits until the self-check is there, with its engine.
    pub async fn arrives(&self) -> Result<()> {
        self.until(
            "a step of the self-check",
            "const { state = 'running' } = (root?.documentElement ?? document.body)?.dataset ?? {};
             return state === 'running' && root?.querySelector('.step')",
        )
        .await
    }

    /// Runs a script inside the widget and reads what it gives. The script has `root` and what `kit.js` offers.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let answer = self.run(script, Vec::new()).await?;
        let json = answer.json().clone();
        serde_json::from_value(json).with_context(|| format!("unexpected answer of {script}"))
    }

    /// The elements that a script inside the widget gives.
    pub(crate) async fn elements(&self, script: &str, given: Value) -> Result<Vec<WebElement>> {
        Ok(self.run(script, vec![given]).await?.elements()?)
    }

    /// Waits until a script inside the widget gives something true.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        wait_for(what, async || {
            let found = self.run(script, Vec::new()).await?;
            Ok(truth(found.json()).then_some(()))
        })
        .await
    }

    async fn run(
        &self,
        script: &str,
        given: Vec<Value>,
    ) -> Result<thirtyfour::session::scriptret::ScriptRet> {
        self.enter().await?;
        let root = match self.way {
            Way::Inline(number) | Way::OnHost(number) => format!(
                "watched.roots.get(document.querySelectorAll('burnout-screener')[{number}])"
            ),
            Way::Frames(_) | Way::Framed | Way::OwnFrame(_) | Way::File | Way::Bare => {
                "document".to_owned()
            }
        };
        let script = format!("const root = {root};\n{}\n{script}", include_str!("kit.js"));
        let answer = self.browser.driver.execute(&*script, given).await;
        answer
            .with_context(|| format!("inside the widget, {}", script.lines().last().unwrap_or("")))
    }

    async fn enter(&self) -> Result<()> {
        let here = format!("{:?}", self.way);
        if self.browser.inside.borrow().as_ref() == Some(&here) {
            return Ok(());
        }
        self.browser.leave_frames().await?;
        match self.way {
            Way::Inline(_) | Way::OnHost(_) | Way::Bare => return Ok(()),
            Way::Frames(number) => self.go_into_element(number).await?,
            Way::Framed => {
                self.go_into_frame("return document.querySelector('iframe')").await?;
                self.go_into_element(0).await?;
            }
            Way::OwnFrame(number) => {
                self.go_into_frame(&format!(
                    "return document.querySelectorAll('iframe')[{number}]"
                ))
                .await?;
                self.go_into_frame("return document.querySelector('iframe')").await?;
            }
            Way::File => self.go_into_frame("return document.querySelector('iframe')").await?,
        }
        self.browser.inside.replace(Some(here));
        Ok(())
    }

    async fn go_into_element(&self, number: usize) -> Result<()> {
        self.go_into_frame(&format!(
            "return document.querySelectorAll('burnout-screener')[{number}]?.shadowRoot?.querySelector('iframe')"
        ))
        .await?;
        self.go_into_frame("return document.querySelector('iframe')").await
    }

    async fn go_into_frame(&self, script: &str) -> Result<()> {
        let driver = &self.browser.driver;
        wait_for("the frame", async || {
            let found = driver.execute(script, Vec::new()).await?;
            if !truth(found.json()) {
                return Ok(None);
            }
            // A frame that is being replaced is gone again: look once more.
            Ok(found.element()?.enter_frame().await.ok())
        })
        .await
    }

    /// Which step is shown.
    pub async fn step(&self) -> Result<String> {
        self.ask("return root.querySelector('.step').dataset.step").await
    }

    /// The questions on the page.
    pub async fn asked(&self) -> Result<Vec<Asked>> {
        let clear = json!(self.texts.say("question.take_back")?);
        let script = "return asked().map((set) => {
                const offered = options(set);
                const chosen = offered.findIndex((option) => option.ariaPressed === 'true');
                return {
                    text: said([...set.querySelectorAll('h2')].find(seen), '.kicker, .number'),
                    options: offered.map((option) => said(option)),
                    chosen: chosen < 0 ? null : chosen,
                    take_back: [...set.querySelectorAll('.turn button')].some((node) => seen(node) && said(node) === CLEAR),
                };
            })";
        self.ask(&script.replace("CLEAR", &clear.to_string())).await
    }

    /// The heading of the step, without the line above it.
    pub async fn heading(&self) -> Result<String> {
        self.ask("return said(every('.step h2')[0], '.kicker, .number')").await
    }

    /// The number of the statement, or what else stands beside the bar.
    pub async fn place(&self) -> Result<String> {
        self.ask("return said(root.querySelector('.progress'))").await
    }

    /// Everything that is to be read.
    pub async fn words(&self) -> Result<String> {
        self.ask("return said(root.querySelector('.bs'))").await
    }

    /// Goes on by the button with these words, until another step is there and its heading has the focus.
    pub async fn go(&self, words: &str) -> Result<()> {
        self.leaves().await?;
        self.press(words).await?;
        self.has_gone(words).await
    }

    /// Remembers what is shown, to see when something else is.
    pub(crate) async fn leaves(&self) -> Result<()> {
        self.run("every('.step h2')[0].left = true", Vec::new()).await.map(|_| ())
    }

    pub(crate) async fn has_gone(&self, after: &str) -> Result<()> {
        self.until(
            &format!("something else, its heading in focus, after {after:?}"),
            "const heading = every('.step h2')[0];
             return heading && !heading.left && active() === heading",
        )
        .await
    }

    /// Goes on by a message of the locale.
    pub async fn go_by(&self, key: &str) -> Result<()> {
        self.go(self.texts.say(key)?).await
    }

    /// Begins.
    pub async fn start(&self) -> Result<()> {
        self.go_by("welcome.start").await
    }

    /// Goes to the next page.
    pub async fn next(&self) -> Result<()> {
        self.go_by("nav.next").await
    }

    /// Goes to the page before.
    pub async fn back(&self) -> Result<()> {
        self.go_by("nav.back").await
    }

    /// Goes on by the button that stands out, or the one for it under a question.
    pub async fn forward(&self) -> Result<()> {
        let on = ["nav.next", "flow.skip", "flow.see_result"]
            .map(|key| self.texts.say(key).map(str::to_owned));
        let on = on.into_iter().collect::<Result<Vec<_>>>()?;
        let script = format!(
            "const on = every('.step button').filter((node) => {}.includes(said(node)));
             return said(every('.step button.primary')[0] ?? on[0])",
            json!(on)
        );
        let words: String = self.ask(&script).await?;
        self.go(&words).await
    }

    /// Answers what is asked, and comes back to it.
    pub async fn answer(&self, answers: &Answers) -> Result<()> {
        let Some(option) = self.wanted(answers).await? else { return Ok(()) };
        self.answer_with(option).await?;
        self.back().await?;
        let chosen = self.asked().await?.first().and_then(|asked| asked.chosen);
        ensure!(chosen == Some(option), "option {option} was chosen, {chosen:?} is shown");
        Ok(())
    }

    /// Answers what is asked, if anything, and is then at the next thing.
    pub async fn go_through(&self, answers: &Answers) -> Result<()> {
        match self.wanted(answers).await? {
            Some(option) => self.answer_with(option).await,
            None => self.forward().await,
        }
    }

    /// Presses an answer and waits until the next thing is there.
    pub async fn answer_with(&self, option: usize) -> Result<()> {
        self.leaves().await?;
        self.choose(option).await?;
        self.has_gone("an answer").await
    }

    async fn wanted(&self, answers: &Answers) -> Result<Option<usize>> {
        match self.asked().await?.first() {
            Some(asked) => answers.to(&self.texts, &asked.text),
            None => Ok(None),
        }
    }

    /// Answers everything that is asked until the result is there.
    pub async fn finish(&self, answers: &Answers) -> Result<()> {
        loop {
            match self.step().await?.as_str() {
                "result" => return Ok(()),
                "questions" => self.go_through(answers).await?,
                _ => self.forward().await?,
            }
        }
    }

    /// Answers everything until this item is asked.
    pub async fn reach(&self, item: &str, answers: &Answers) -> Result<()> {
        let wordings =
            ["work", "caring", "helping"].map(|voice| self.texts.item(item, voice).unwrap_or(""));
        loop {
            let asked = self.asked().await?;
            if asked.iter().any(|asked| wordings.contains(&asked.text.as_str())) {
                return Ok(());
            }
            ensure!(self.step().await? != "result", "{item} was not asked");
            self.go_through(answers).await?;
        }
    }

    /// Chooses a file from the disk in the field for it.
    pub async fn choose_file(&self, path: &Path) -> Result<()> {
        let script = "return [...root.querySelectorAll('input[type=file]')]";
        self.until("a field for a file", "return root.querySelector('input[type=file]')").await?;
        let found = self.elements(script, Value::Null).await?;
        let field = found.first().context("there is no field for a file")?;
        Ok(field.send_keys(path.to_string_lossy().as_ref()).await?)
    }

    /// Types into the field that a selector finds.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let found = self.elements("return every(arguments[0])", json!(selector)).await?;
        let field = found.first().with_context(|| format!("there is no {selector} to be seen"))?;
        Ok(field.send_keys(text).await?)
    }

    /// Waits until these words are to be read.
    pub async fn reads(&self, words: &str) -> Result<()> {
        let script = format!("return said(root.querySelector('.bs')).includes({})", json!(words));
        self.until(&format!("the words {words:?}"), &script).await
    }

    /// Unfolds a row under the result, where it is not unfolded yet. Elsewhere there are none.
    pub async fn opens_row(&self, key: &str) -> Result<()> {
        let words = json!(self.texts.say(key)?);
        let folded = format!(
            "return root.querySelector('[data-step=result]') !== null
                && every('.row-fold:not([open]) > summary').some((node) => said(node) === {words})"
        );
        if self.ask(&folded).await? {
            self.unfold(key).await?;
            self.until("the row", "return every('.row-fold[open] > .body').length === 1").await?;
        }
        Ok(())
    }

    /// Opens or closes what is folded below these words.
    pub async fn unfold(&self, key: &str) -> Result<()> {
        let words = json!(self.texts.say(key)?);
        if self.hand == Hand::Keys {
            let here = format!("active()?.localName === 'summary' && said(active()) === {words}");
            self.tab_to(&here).await?;
            return self.browser.key(Key::Enter).await;
        }
        let script = "return every('summary').filter((node) => said(node) === arguments[0])";
        let found = self.elements(script, words).await?;
        self.hit(found.get(..1).with_context(|| format!("nothing to unfold at {key}"))?).await
    }
}
