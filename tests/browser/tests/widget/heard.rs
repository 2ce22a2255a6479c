//! What a screen reader says on a whole way by keys, from the host page to "Erase and leave", written down as a text that
//! people can read and judge: `tests/browser/golden/heard.en.txt`, and the same in Spanish.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::downloads::Downloads;
use browser_tests::hands::{Hand, Key};
use browser_tests::heard::ScreenReader;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use expect_test::{ExpectFile, expect_file};
use serde_json::json;
use xtask::workspace::Workspace;

/// What a driver asks about the accessibility tree is answered by the page's own process: here the frames stay in it.
fn one_process() -> Look {
    Look::desk().without("IsolateSandboxedIframes")
}

/// Somebody with a screen reader and a keyboard.
struct Run<'a> {
    browser: &'a Browser,
    person: Person<'a>,
    reader: ScreenReader<'a>,
}

impl Run<'_> {
    /// Presses the button of a message that leads to something else.
    async fn goes(&mut self, key: &str) -> Result<()> {
        let words = self.person.texts.say(key)?.to_owned();
        self.person.go(&words).await?;
        self.hears(&format!("Enter on “{words}”")).await
    }

    /// Presses the button of a message, and waits for what is said then.
    async fn presses(&mut self, key: &str, then: &str) -> Result<()> {
        let words = self.person.texts.say(key)?.to_owned();
        self.person.press(&words).await?;
        self.person.reads(self.person.texts.say(then)?).await?;
        self.hears(&format!("Enter on “{words}”")).await
    }

    async fn hears(&mut self, act: &str) -> Result<()> {
        self.browser.settled().await?;
        self.reader.after(act)?;
        self.reader.hears(&self.person).await.with_context(|| format!("after {act}"))
    }

    /// Answers what is asked, or goes on from what asks nothing.
    async fn answers(&mut self, answers: &Answers) -> Result<()> {
        let asked = self.person.asked().await?.into_iter().next();
        let option = match &asked {
            Some(asked) => answers.to(&self.person.texts, &asked.text)?,
            None => None,
        };
        let pressed = option.zip(asked).and_then(|(at, asked)| asked.options.get(at).cloned());
        self.person.go_through(answers).await?;
        let act = match pressed {
            Some(words) => format!("Enter on “{words}”"),
            None => "Enter on the way on".to_owned(),
        };
        self.hears(&act).await
    }

    /// Ticks the first sign.
    async fn ticks(&mut self) -> Result<()> {
        let words: String = self.person.ask("return said(every('.tick')[0])").await?;
        self.person.press(&words).await?;
        self.hears(&format!("Enter on “{words}”")).await
    }

    /// Unfolds a row of the result, or what is folded within one.
    async fn unfolds(&mut self, key: &str, class: &str) -> Result<()> {
        let words = self.person.texts.say(key)?.to_owned();
        self.person.unfold(key).await?;
        let open = format!("return every('.{class}[open] > .body').length === 1");
        self.person.until("what is unfolded", &open).await?;
        self.hears(&format!("Enter on “{words}”")).await
    }

    async fn reaches_the_result(&mut self, answers: &Answers) -> Result<()> {
        let mut is_changed = false;
        let mut is_ticked = false;
        while self.person.step().await? != "result" {
            let place = self.person.place().await?;
            if self.person.ask::<bool>("return every('.tick').length > 0").await? && !is_ticked {
                is_ticked = true;
                self.ticks().await?;
            }
            self.answers(answers).await?;
            // One answer is looked at again, and taken back.
            if !is_changed && !place.is_empty() {
                is_changed = true;
                self.goes("nav.back").await?;
                self.person.press(self.person.texts.say("question.take_back")?).await?;
                let gone = "return !asked()[0].querySelector('[aria-pressed=true]')";
                self.person.until("the answer gone", gone).await?;
                self.hears("Enter on the button that clears the answer").await?;
                self.answers(answers).await?;
            }
        }
        Ok(())
    }

    async fn takes_along(&mut self, downloads: &Downloads) -> Result<()> {
        self.presses("take.copy", "take.copied").await?;
        let words = self.person.texts.say("again.save")?.to_owned();
        self.person.press(&words).await?;
        downloads.arrives(".json").await?;
        let saved = self.person.texts.say("take.saved")?.split('{').next().unwrap_or_default();
        self.person.reads(saved.trim()).await?;
        self.hears(&format!("Enter on “{words}”")).await?;
        self.unfolds("earlier.title", "fold").await?;
        self.goes("hand.work").await?;
        self.goes("nav.back").await
    }

    async fn leaves(&mut self) -> Result<()> {
        let words = self.person.texts.say("exit.button")?.to_owned();
        self.person.tab_back_to(&format!("said(active()) === {}", json!(words))).await?;
        self.browser.key(Key::Enter).await?;
        self.person.is_covered("leave.title").await?;
        self.hears(&format!("Enter on “{words}”")).await?;
        self.browser.key(Key::Enter).await?;
        self.person.reads(self.person.texts.say("erased.text")?).await?;
        self.hears("Enter").await
    }
}

fn is_heard(code: &str, golden: &ExpectFile) -> Result<()> {
    visit(&one_process(), async |browser| {
        let downloads = Downloads::of(browser).await?;
        let tag = format!(r#"data-lang="{code}" data-region="GB""#);
        let _site = Host::with(&tag)?.open(browser).await?;
        let texts = Texts::of(Workspace::here()?.json(&format!("www/locales/{code}.json"))?)?;
        let person = Person::reading(browser, Way::Frames(0), texts).await?;
        let person = person.acting_by(Hand::Keys);
        browser.host("document.querySelector('#before').focus()").await?;
        let reader = ScreenReader::begins(&person).await?;
        let mut way = Run { browser, person, reader };
        browser.key(Key::Tab).await?;
        browser.key(Key::Tab).await?;
        way.hears("Tab, into the frame").await?;
        way.goes("welcome.start").await?;
        let answers = Answers::strain(3, 2, 1).skip("spoiled_good_moments");
        way.reaches_the_result(&answers).await?;
        for row in ["fold.details", "more.title", "places.title", "fold.keep"] {
            way.unfolds(row, "row-fold").await?;
        }
        way.takes_along(&downloads).await?;
        way.leaves().await?;
        let today: String = way.person.ask("return new Date().toLocaleDateString('sv')").await?;
        golden.assert_eq(&way.reader.written().replace(&today, "TODAY"));
        Ok(())
    })
}

#[test]
fn what_a_screen_reader_says_on_the_whole_way_in_english_is_as_it_was_judged() -> Result<()> {
    is_heard("en", &expect_file!["../../golden/heard.en.txt"])
}

#[test]
fn what_a_screen_reader_says_on_the_whole_way_in_spanish_is_as_it_was_judged() -> Result<()> {
    is_heard("es", &expect_file!["../../golden/heard.es.txt"])
}

#[test]
fn what_a_screen_reader_says_on_the_whole_way_in_arabic_is_as_it_was_judged() -> Result<()> {
    is_heard("ar", &expect_file!["../../golden/heard.ar.txt"])
}
