//! The whole way without a mouse: from the host page into the frame, through every step, and out again.

use anyhow::{Result, bail, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::downloads::Downloads;
use browser_tests::hands::{Hand, Key};
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;

/// More Tab stops than the longest step has.
const STOPS: usize = 40;

async fn host_focus(browser: &Browser) -> Result<String> {
    let focus = browser
        .host("return document.activeElement.id || document.activeElement.localName")
        .await?;
    Ok(focus.as_str().unwrap_or_default().to_owned())
}

fn by_keys_alone(answers: &Answers, headline: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Keys).await?;
        browser.host("document.querySelector('#before').focus()").await?;
        browser.key(Key::Tab).await?;
        assert_eq!(host_focus(browser).await?, "burnout-screener", "Tab leads into the frame");
        person.finish(answers).await?;
        assert_eq!(person.heading().await?, headline);
        let mut stops = 0;
        while person.ask::<bool>("return document.hasFocus()").await? {
            browser.key(Key::Tab).await?;
            if person.ask::<bool>("return document.hasFocus()").await? {
                person.sees_focus().await?;
            }
            stops += 1;
            ensure!(stops < STOPS, "{STOPS} Tab presses do not lead out of the frame");
        }
        assert_eq!(host_focus(browser).await?, "after", "the last Tab leads to the host page");
        browser.key(Key::BackTab).await?;
        assert_eq!(host_focus(browser).await?, "burnout-screener", "and back leads in again");
        assert!(person.ask::<bool>("return document.hasFocus()").await?);
        Ok(())
    })
}

#[test]
fn keys_alone_lead_to_burnout_and_out_again() -> Result<()> {
    let texts = Texts::read()?;
    let headline = texts.say("headline.burnout")?.to_owned();
    by_keys_alone(&Answers::strain(3, 0, 1), &headline)
}

#[test]
fn keys_alone_lead_to_both_and_out_again() -> Result<()> {
    let texts = Texts::read()?;
    let headline = texts.say("headline.both")?.to_owned();
    by_keys_alone(&Answers::strain(3, 3, 0), &headline)
}

/// Somebody who walks from stop to stop.
struct Walk<'a> {
    browser: &'a Browser,
    person: Person<'a>,
}

impl Walk<'_> {
    /// Tab leads to the button or the fold of a message, with the focus to be seen at each stop, and Enter presses it.
    async fn enters(&self, key: &str) -> Result<()> {
        let words = self.person.texts.say(key)?;
        self.tabs(Key::Tab, words).await?;
        self.browser.key(Key::Enter).await
    }

    async fn tabs(&self, key: Key, words: &str) -> Result<()> {
        for _ in 0..STOPS {
            self.is_somewhere().await?;
            if self.person.ask::<String>("return said(active())").await? == words {
                return Ok(());
            }
            self.browser.key(key).await?;
        }
        bail!("{STOPS} presses do not lead to {words:?}")
    }

    /// The focus is on something in the frame, and is seen there; a heading that was given it by us is told of instead.
    async fn is_somewhere(&self) -> Result<()> {
        let nowhere =
            "return !document.hasFocus() || active() === null || active() === document.body";
        ensure!(!self.person.ask::<bool>(nowhere).await?, "the focus is nowhere");
        if self.person.ask("return active().matches('h1, h2')").await? {
            return Ok(());
        }
        self.person.sees_focus().await
    }
}

#[test]
fn keys_alone_take_a_result_along_and_erase_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let downloads = Downloads::of(browser).await?;
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Keys).await?;
        // From the page's first element, not from where a script put the focus.
        browser.key(Key::Tab).await?;
        assert_eq!(host_focus(browser).await?, "before");
        browser.key(Key::Tab).await?;
        browser.key(Key::Tab).await?;
        let walk = Walk { browser, person };
        let Walk { person, .. } = &walk;
        person.start().await?;
        // By Tab, Enter and Space, by digits, and past what is left out.
        let mut answered = 0_usize;
        while person.step().await? != "result" {
            walk.is_somewhere().await?;
            let asked = person.asked().await?;
            answered += 1;
            match (asked.first(), answered % 4) {
                (None, _) => person.forward().await?,
                (Some(_), 0) => person.forward().await?,
                (Some(_), 1) => person.answers_by_tab(3).await?,
                (Some(_), _) => person.answers_as_it_lies(3).await?,
            }
        }
        walk.enters("fold.keep").await?;
        person.until("the row", "return every('.row-fold[open] > .body').length === 1").await?;
        person
            .ask::<()>("window.printed = 0; window.print = () => { window.printed += 1 }")
            .await?;
        walk.enters("take.print").await?;
        person.until("one print", "return window.printed === 1").await?;
        walk.enters("take.copy").await?;
        person.reads(person.texts.say("take.copied")?).await?;
        walk.enters("again.save").await?;
        downloads.arrives(".json").await?;
        walk.tabs(Key::BackTab, person.texts.say("exit.button")?).await?;
        browser.key(Key::Enter).await?;
        person.is_covered("leave.title").await?;
        walk.is_somewhere().await?;
        browser.key(Key::Enter).await?;
        person.reads(person.texts.say("erased.text")?).await?;
        walk.is_somewhere().await
    })
}
