//! What stands around the self-check does not jump when it comes: the layout shift of the page, as the browser counts it.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::Route;

/// The most that the whole page may shift, by the measure of Web Vitals.
const MOST: f64 = 0.05;
const OBSERVED: &str = "<script>window.shift = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shift += value })
        .observe({ type: 'layout-shift', buffered: true })</script>";
const SCRIPT: &str = "<script src='/kit/burnout-screener.js'></script>";
const WINDOWS: [(u32, u32); 4] = [(360, 740), (412, 800), (768, 1024), (1280, 800)];

fn words(count: usize) -> String {
    "<p>Words of a clinic, and where to find it, and when somebody is there.</p>".repeat(count)
}

async fn shift(browser: &Browser, head: &str, page: &str) -> Result<f64> {
    let style = "<style>body { margin: 0; font: 16px/1.5 sans-serif }</style>";
    let host = Host::plain()?.head(style).head(OBSERVED).head(head).body(page);
    let _site = host.open(browser).await?;
    Person::at(browser).await?;
    browser.settled().await?;
    // What the observer has not been told of yet, it is told of now.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    browser.host("return window.shift").await?.as_f64().context("no shift")
}

fn hardly_jumps(head: &str, page: &str) -> Result<()> {
    for (width, height) in WINDOWS {
        visit(&Look::new(width, height), async |browser| {
            let shift = shift(browser, head, page).await?;
            ensure!(shift <= MOST, "at {width} × {height} it shifts by {shift}");
            println!("{width} × {height}: {shift}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_tag_in_the_middle_of_a_page_moves_nothing() -> Result<()> {
    hardly_jumps("", &format!("<h1>A clinic</h1>{}{SCRIPT}{}", words(2), words(40)))
}

#[test]
fn an_element_with_the_tag_before_it_moves_nothing() -> Result<()> {
    let page =
        format!("<h1>A clinic</h1>{}<burnout-screener></burnout-screener>{}", words(2), words(40));
    hardly_jumps(SCRIPT, &page)
}

#[test]
fn a_tag_in_a_long_page_moves_nothing() -> Result<()> {
    let page = format!("<h1>A clinic</h1>{SCRIPT}{}", words(6000));
    hardly_jumps("", &page)
}

/// The script comes a second after the page has been seen; the site has kept the room in its style sheet.
#[test]
fn a_script_that_comes_late_moves_nothing_where_the_site_keeps_the_room() -> Result<()> {
    let kept = "<style>burnout-screener { display: block; min-height: 37rem }
        @media (max-width: 700px) { burnout-screener { min-height: 50rem } }</style>";
    let late = format!(
        "<script>addEventListener('load', () => setTimeout(() => document.head.append(document.createRange().createContextualFragment({:?})), 1000))</script>",
        tag("").replace("</script>", "<\\/script>")
    );
    let page = format!("<h1>A clinic</h1><burnout-screener></burnout-screener>{}{late}", words(40));
    hardly_jumps(kept, &page)
}

/// It is also how we know that the browser would have counted.
#[test]
fn without_that_room_a_script_that_comes_late_moves_the_page() -> Result<()> {
    visit(&Look::new(1280, 800), async |browser| {
        let late = "<script>addEventListener('load', () => setTimeout(() => { const tag = document.createElement('script'); tag.src = '/kit/burnout-screener.js'; document.head.append(tag) }, 1000))</script>";
        let page =
            format!("<h1>A clinic</h1><burnout-screener></burnout-screener>{}{late}", words(40));
        let shift = shift(browser, "", &page).await?;
        ensure!(shift > MOST, "{shift}");
        Ok(())
    })
}

/// What is said first of all, and where its lines begin in the place: by the script tag, or by the frame.
const FIRST: &str = "const title = root.querySelector('.title, [data-step=welcome] h2');
    const from = root.host?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return [title, title.nextElementSibling].map((words) => {
        const { x, y } = words.getBoundingClientRect();
        return [words.textContent, getComputedStyle(words).fontSize, x - from.x, y - from.y];
    })";
/// The first word of the frame is held back, and with it the frame.
const HELD: &str = "<script>addEventListener('message', (event) => {
    event.stopImmediatePropagation();
    window.came = true;
}, true)</script>";
/// So far may a line move, in pixels: nobody who reads it loses it.
const FAR: f64 = 6.0;

#[test]
fn the_first_words_stand_where_they_will_stand_in_the_frame() -> Result<()> {
    // A scrollbar takes a few of them.
    for width in [335, 360, 405, 768, 1280] {
        visit(&Look::new(width, 800), async |browser| {
            let style = "<style>body { margin: 0 }</style>";
            let element = "<burnout-screener></burnout-screener>";
            let page = |head: &str| -> Result<Host> {
                Ok(Host::plain()?.head(style).head(head).body(&format!("{element}{}", tag(""))))
            };
            let _site = page(HELD)?.open(browser).await?;
            browser.until("the frame speaking", "return window.came").await?;
            let place = Person::looking(browser, Way::OnHost(0))?;
            let before: [(String, String, f64, f64); 2] = place.ask(FIRST).await?;
            let _site = page("")?.open(browser).await?;
            let after: [(String, String, f64, f64); 2] =
                Person::at(browser).await?.ask(FIRST).await?;
            for (before, after) in before.iter().zip(&after) {
                assert_eq!((&before.0, &before.1), (&after.0, &after.1), "at {width}");
                let moved = (before.2 - after.2).hypot(before.3 - after.3);
                assert!(moved <= FAR, "at {width} by {moved}: {before:?}, {after:?}");
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// From the first paint on, the place speaks: what this is, one calm line and a number.
#[test]
fn until_the_frame_is_there_the_place_says_so_and_whom_to_call() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let element = r#"<burnout-screener region="GB"></burnout-screener>"#;
        let _site =
            Host::plain()?.head(HELD).body(&format!("{element}{}", tag(""))).open(browser).await?;
        browser.until("the frame speaking", "return window.came").await?;
        let place = Person::looking(browser, Way::OnHost(0))?;
        let said: String = place.ask("return said(root.querySelector('.box'))").await?;
        for words in [place.texts.say("panel.loading")?, place.texts.say("help.now")?, "116 123"] {
            assert!(said.contains(words), "{said}");
        }
        let known = "return root.querySelectorAll('.title').length";
        assert_eq!(place.ask::<usize>(known).await?, 1);
        assert!(
            !place.ask::<bool>("return seen(root.querySelector('iframe'))").await?,
            "nothing unfinished is seen"
        );
        let number: String =
            place.ask("return root.querySelector('a').getAttribute('href')").await?;
        assert_eq!(number, "tel:116123");
        Ok(())
    })
}

#[test]
fn of_questions_that_are_brought_along_nothing_is_said_before_they_are_there() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let element = r#"<burnout-screener instrument="/own.json"></burnout-screener>"#;
        let own = Route::bytes("/own.json", "application/json", "{}");
        let host = Host::plain()?.head(HELD).body(&format!("{element}{}", tag(""))).also(own);
        let _site = host.open(browser).await?;
        browser.until("the frame speaking", "return window.came").await?;
        let place = Person::looking(browser, Way::OnHost(0))?;
        let said: String = place.ask("return said(root.querySelector('.box'))").await?;
        assert!(said.contains(place.texts.say("panel.loading")?), "{said}");
        assert_eq!(place.ask::<usize>("return root.querySelectorAll('.title').length").await?, 0);
        Ok(())
    })
}
