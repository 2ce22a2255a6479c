//! One statement at a time: nothing outside sees the steps, one press is one answer, and nothing has to be scrolled for.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::{Hand, Key};
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};
use xtask::server::Route;
use xtask::workspace::Workspace;

const ATTRIBUTE: &str = r#"data-instrument="/own.json""#;
/// The way through an instrument with two blocks, hints, signs and three questions after them.
const SCREENS: usize = 2 + 1 + 30 + 1 + 3;

/// A page without a margin, with an instrument that has everything a way can have.
async fn opened(browser: &Browser, attributes: &str) -> Result<Site> {
    let file = Workspace::here()?.text("tests/instruments/flow-like.json")?;
    let route = Route::bytes("/own.json", "application/json", file.into_bytes());
    let host = Host::with(&format!("{ATTRIBUTE} {attributes}"))?.also(route);
    host.head("<style>body { margin: 0 }</style>").open(browser).await
}

async fn begun<'a>(browser: &'a Browser, hand: Hand) -> Result<(Site, Person<'a>)> {
    let site = opened(browser, "").await?;
    let person = Person::by(browser, Way::Frames(0), hand).await?;
    person.start().await?;
    Ok((site, person))
}

/// Answers what is asked with this option, or goes on from what asks nothing.
async fn goes_on(person: &Person<'_>, option: usize) -> Result<()> {
    match person.asked().await?.first() {
        Some(asked) => person.answer_with(option.min(asked.options.len() - 1)).await,
        None => person.forward().await,
    }
}

/// The number of the statement that is asked.
async fn number(person: &Person<'_>) -> Result<String> {
    person.place().await
}

/// The first statement, past the questions before it.
async fn comes_to_the_first_statement(person: &Person<'_>) -> Result<()> {
    while !number(person).await?.starts_with("1 of") {
        goes_on(person, 1).await?;
    }
    Ok(())
}

const FRAME: &str =
    "return document.querySelector('burnout-screener').shadowRoot.querySelector('iframe')
    .getBoundingClientRect().height";
const PLACE: &str = "return JSON.stringify([scrollX, scrollY, document.activeElement.localName])";

#[test]
fn whatever_is_answered_left_out_undone_or_added_the_page_hears_the_same() -> Result<()> {
    visit(&Look::new(1280, 800), async |browser| {
        let mut all = Vec::new();
        for way in ["answered", "left out", "undone"] {
            let (_site, person) = begun(browser, Hand::Quick).await?;
            browser.settled().await?;
            let (first, place) = (browser.heard().await?, browser.host(PLACE).await?);
            let mut option = 0;
            while person.step().await? == "questions" {
                assert_eq!(browser.heard().await?, first, "{way}: something was said");
                assert_eq!(browser.host(PLACE).await?, place, "{way}: the page has moved");
                option += 1;
                match way {
                    "answered" => goes_on(&person, option % 5).await?,
                    "left out" => person.forward().await?,
                    _ => {
                        let asks = !person.asked().await?.is_empty();
                        goes_on(&person, 4).await?;
                        if asks && option < 12 {
                            person.back().await?;
                            person.press(person.texts.say("question.take_back")?).await?;
                            goes_on(&person, 2).await?;
                        }
                    }
                }
            }
            browser.settled().await?;
            all.push(browser.heard().await?);
        }
        let (first, others) = all.split_first().context("no way")?;
        ensure!(others.iter().all(|other| other == first), "{all:#?}");
        Ok(())
    })
}

/// A browser whose scrollbars take no room, as on a phone.
pub(crate) fn as_on_a_phone() -> Look {
    Look::new(360, 640).flag("--hide-scrollbars")
}

/// Each screen of the questions, with the height that the page sees and the one that there is inside.
async fn heights(browser: &Browser, person: &Person<'_>) -> Result<Vec<(Value, Value)>> {
    let mut found = Vec::new();
    while person.step().await? == "questions" {
        let inside = "return document.body.getBoundingClientRect().height";
        found.push((browser.host(FRAME).await?, person.ask(inside).await?));
        goes_on(person, 1).await?;
    }
    Ok(found)
}

#[test]
fn every_screen_of_the_questions_has_one_height_at_every_width() -> Result<()> {
    visit(&as_on_a_phone(), async |browser| {
        for look in [Look::new(1280, 800), Look::phone(390), Look::phone(360), Look::phone(320)] {
            browser.resize(&look).await?;
            let (_site, person) = begun(browser, Hand::Quick).await?;
            browser.settled().await?;
            let found = heights(browser, &person).await?;
            assert_eq!(found.len(), SCREENS);
            let first = found.first().context("no screen")?;
            ensure!(found.iter().all(|each| each == first), "{look:?}: {found:?}");
        }
        Ok(())
    })
}

/// What is to be seen of the statement and its answers without scrolling, in px.
const SEEN: &str = "const found = asked()[0];
    const heading = [...found.querySelectorAll('h2')].find(seen).getBoundingClientRect();
    const last = options(found).at(-1).getBoundingClientRect();
    const nav = [...found.querySelectorAll('.turn button')].filter(seen).at(-1).getBoundingClientRect();
    return [scrollY, heading.top, last.bottom, nav.bottom, innerHeight]";

pub(crate) const LARGE: &str = "html { font-size: 130% }";

/// Another style from now on, as by a setting of the person or a font that comes late.
pub(crate) async fn restyled(person: &Person<'_>, style: &str) -> Result<()> {
    let script = format!(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('{style}');
         // Beside the widget's own, in place of the last one from here.
         const own = document.adoptedStyleSheets.filter((each) => each !== window.restyled);
         document.adoptedStyleSheets = [...own, window.restyled = sheet]"
    );
    person.ask(&script).await
}

/// Every statement with its answers lies within the window, and what leads on from it too where `all`.
async fn fits(browser: &Browser, look: &Look, style: &str, all: bool) -> Result<()> {
    browser.resize(look).await?;
    let _site = opened(browser, "").await?;
    let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
    fit(&person, style, all).await.with_context(|| format!("{look:?}"))
}

/// The same for whatever somebody is about to begin.
pub(crate) async fn fit(person: &Person<'_>, style: &str, all: bool) -> Result<()> {
    // Before the questions: during them nobody outside hears of another height.
    restyled(person, style).await?;
    person.start().await?;
    while person.step().await? == "questions" {
        let place = [number(person).await?, person.heading().await?].join(" ");
        if !person.asked().await?.is_empty() && !number(person).await?.is_empty() {
            let [scrolled, top, bottom, nav, height] = person.ask::<[f64; 5]>(SEEN).await?;
            let low = if all { nav } else { bottom };
            ensure!(scrolled == 0.0 && top >= 0.0, "{place}: {scrolled} {top}");
            ensure!(low <= height, "{place}: {low} of {height} px");
        }
        if all {
            let longer = "return Math.max(0, document.documentElement.scrollHeight - innerHeight)";
            let longer: f64 = person.ask(longer).await?;
            ensure!(longer == 0.0, "{place}: {longer} px to scroll");
        }
        goes_on(person, 3).await?;
    }
    Ok(())
}

#[test]
fn nothing_is_scrolled_on_a_phone_and_on_the_smallest_statement_and_answers_are_seen_together()
-> Result<()> {
    visit(&as_on_a_phone(), async |browser| {
        fits(browser, &Look::new(360, 640), "", true).await?;
        fits(browser, &Look::new(320, 568), "", false).await?;
        fits(browser, &Look::new(360, 640), LARGE, false).await?;
        fits(browser, &Look::new(320, 568), LARGE, false).await
    })
}

/// Of the screens of the questions the height of the first statement, and of the highest of all.
async fn high(browser: &Browser, style: &str) -> Result<(f64, f64)> {
    let (_site, person) = begun(browser, Hand::Quick).await?;
    restyled(&person, style).await?;
    let (mut statement, mut highest) = (0.0, 0.0_f64);
    while person.step().await? == "questions" {
        let height = person.ask("return document.body.getBoundingClientRect().height").await?;
        highest = highest.max(height);
        if number(&person).await?.contains(" of ") {
            ensure!(statement == 0.0 || statement == height, "{statement} and {height} px");
            statement = height;
        }
        goes_on(&person, 1).await?;
    }
    Ok((statement, highest))
}

#[test]
fn at_text_twice_as_large_the_ticks_and_how_to_answer_make_no_statement_taller() -> Result<()> {
    visit(&Look::new(320, 568).flag("--hide-scrollbars"), async |browser| {
        let (statement, highest) = high(browser, "").await?;
        assert_eq!(statement, highest, "as small as it is, all are of one height");
        let (statement, highest) = high(browser, "html { font-size: 200% }").await?;
        ensure!(statement * 1.25 < highest, "{statement} and {highest} px");
        Ok(())
    })
}

#[test]
fn a_double_tap_answers_one_question() -> Result<()> {
    visit(&Look::new(390, 844), async |browser| {
        let (_site, person) = begun(browser, Hand::Mouse).await?;
        comes_to_the_first_statement(&person).await?;
        for expected in ["2 of 30", "3 of 30"] {
            person.presses_twice(2).await?;
            browser.settled().await?;
            assert_eq!(number(&person).await?, expected);
            assert!(person.asked().await?.iter().all(|asked| asked.chosen.is_none()));
        }
        Ok(())
    })
}

/// A key is held: it comes again and again.
async fn holds(browser: &Browser, name: &str, code: u32, text: &str) -> Result<()> {
    let event = |kind: &str, repeats: bool| {
        json!({ "type": kind, "key": name, "code": name, "windowsVirtualKeyCode": code,
            "text": if kind == "keyDown" { text } else { "" }, "autoRepeat": repeats })
    };
    browser.devtools("Input.dispatchKeyEvent", event("keyDown", false)).await?;
    for _ in 0..30 {
        browser.devtools("Input.dispatchKeyEvent", event("keyDown", true)).await?;
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    }
    browser.devtools("Input.dispatchKeyEvent", event("keyUp", false)).await.map(|_| ())
}

#[test]
fn a_held_key_answers_one_question_and_arrows_answer_none() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let (_site, person) = begun(browser, Hand::Keys).await?;
        comes_to_the_first_statement(&person).await?;
        let option = "active() === options(asked()[0])[3]";
        for (name, code, text, expected) in
            [("Enter", 13, "\r", "2 of 30"), (" ", 32, " ", "3 of 30"), ("4", 52, "4", "4 of 30")]
        {
            if name != "4" {
                person.tab_to(option).await?;
            }
            holds(browser, name, code, text).await?;
            browser.settled().await?;
            assert_eq!(number(&person).await?, expected, "{name:?} held");
            tokio::time::sleep(std::time::Duration::from_millis(350)).await;
        }
        for _ in 0..3 {
            browser.key(Key::Down).await?;
        }
        assert_eq!(number(&person).await?, "4 of 30");
        assert!(person.asked().await?.iter().all(|asked| asked.chosen.is_none()));
        person.back().await?;
        assert_eq!(person.asked().await?.first().and_then(|asked| asked.chosen), Some(3));
        Ok(())
    })
}

#[test]
fn digits_answer_in_the_frame_and_nowhere_else() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let (_site, person) = begun(browser, Hand::Quick).await?;
        comes_to_the_first_statement(&person).await?;
        for (digit, expected) in [(1, "2 of 30"), (5, "3 of 30"), (9, "3 of 30"), (0, "3 of 30")] {
            tokio::time::sleep(std::time::Duration::from_millis(350)).await;
            browser.key(Key::Digit(digit)).await?;
            browser.settled().await?;
            assert_eq!(number(&person).await?, expected, "{digit}");
        }
        // Whoever looks for a line, or says a number to a program that types it, does not answer.
        person.ask::<()>("every('.help .unfold')[0].focus()").await?;
        browser.key(Key::Digit(2)).await?;
        browser.settled().await?;
        assert_eq!(number(&person).await?, "3 of 30", "with the focus outside the question");
        person.back().await?;
        assert_eq!(person.asked().await?.first().and_then(|asked| asked.chosen), Some(4));
        let _site = opened(browser, r#"data-mode="inline""#).await?;
        let inline = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        inline.start().await?;
        tokio::time::sleep(std::time::Duration::from_millis(350)).await;
        browser.key(Key::Digit(1)).await?;
        browser.settled().await?;
        assert!(number(&inline).await?.is_empty(), "a page around hears keys there");
        Ok(())
    })
}

#[test]
fn turning_the_phone_or_another_zoom_loses_no_answer_and_the_frame_follows() -> Result<()> {
    visit(&Look::phone(360), async |browser| {
        let (_site, person) = begun(browser, Hand::Quick).await?;
        comes_to_the_first_statement(&person).await?;
        for option in [0, 1, 2] {
            person.answer_with(option).await?;
        }
        let before = number(&person).await?;
        for (width, height) in [(740, 360), (360, 740), (180, 370), (1280, 800)] {
            browser.resize(&Look::new(width, height)).await?;
            browser.settled().await?;
            assert_eq!(number(&person).await?, before);
            let frame = browser.host(FRAME).await?.as_f64().context("no height")?;
            ensure!(frame <= f64::from(height) + 0.5, "{frame} px in a window of {height}");
        }
        // A font that comes late, and larger text: nobody outside hears of it, and no answer is lost.
        browser.settled().await?;
        let heard = browser.heard().await?;
        for style in [".bs { font-family: monospace }", LARGE, ""] {
            restyled(&person, style).await?;
            browser.settled().await?;
            assert_eq!(number(&person).await?, before, "{style}");
        }
        assert_eq!(browser.heard().await?, heard);
        for option in [2, 1, 0] {
            person.back().await?;
            assert_eq!(person.asked().await?.first().and_then(|asked| asked.chosen), Some(option));
        }
        Ok(())
    })
}
