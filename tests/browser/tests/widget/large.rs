//! On the smallest phone with text twice as large, and with lines, letters and words wider apart: on every step and every
//! outcome nothing is cut off, nothing lies over anything else, and nothing has to be scrolled sideways.

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::Person;

/// Text twice as large (WCAG 1.4.4).
const LARGE: &str = "html { font-size: 200% }";

/// The distances of WCAG 1.4.12.
const APART: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }";

/// Words of which a part is not to be seen: over the side of the page, out of a box that hides what does not fit, or under a
/// button of which they are no part.
const CUT: &str = "// What arrives is still a little beside its place.
    root.getAnimations().forEach((animation) => animation.finish());
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) {
        const far = every('.bs *').filter((node) => !node.closest('.tail') && node.getBoundingClientRect().right > innerWidth + 1);
        found.push(...far.slice(0, 3).map((node) => `it scrolls sideways by ${node.localName}: ${said(node).slice(0, 60)}`));
    }
    const walker = document.createTreeWalker(root.querySelector('.bs'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const text = walker.currentNode;
        const holder = text.parentElement;
        if (!tidy(text.data) || !seen(holder) || holder.closest('svg, .tail, .twin, .number')) continue;
        range.selectNodeContents(text);
        const place = range.getBoundingClientRect();
        if (!place.width) continue;
        const name = tidy(text.data).slice(0, 60);
        if (place.left < -1 || place.right > innerWidth + 1) found.push(`over the side: ${name}`);
        for (let up = holder; up && up !== document.documentElement; up = up.parentElement) {
            const { overflowX, overflowY, clip } = getComputedStyle(up);
            const box = up.getBoundingClientRect();
            // One pixel is how text for screen readers alone is kept out of sight.
            if (box.width <= 1 || clip !== 'auto') break;
            const beside = overflowX !== 'visible' && (place.right > box.right + 1 || place.left < box.left - 1);
            const below = overflowY === 'hidden' && (place.bottom > box.bottom + 2 || place.top < box.top - 2);
            if ((beside || below) && up !== document.body) found.push(`cut off by ${up.className}: ${name}`);
        }
    }
    const buttons = every('.bs button:not(.tail *)').map((node) => [node, node.getBoundingClientRect()]);
    for (const [one, a] of buttons) for (const [other, b] of buttons) {
        const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        if (one !== other && over) found.push(`one over the other: ${said(one)}, ${said(other)}`);
    }
    return found.slice(0, 5)";

async fn is_whole(browser: &Browser, person: &Person<'_>, at: &str) -> Result<()> {
    let cut: Vec<String> = person.ask(CUT).await?;
    ensure!(cut.is_empty(), "{at}: {cut:#?}");
    let sideways = "return document.documentElement.scrollWidth > innerWidth";
    ensure!(browser.host(sideways).await? == false, "{at}: the page scrolls sideways");
    Ok(())
}

/// Somebody who has set a style before anything is shown, on the smallest phone.
fn goes(style: &str, way: impl AsyncFn(&Browser, &Person<'_>) -> Result<()>) -> Result<()> {
    visit(&Look::new(320, 568).flag("--hide-scrollbars"), async |browser| {
        let host = Host::with(r#"data-region="AU""#)?.head("<style>body { margin: 0 }</style>");
        let _site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        let dressed = format!(
            "const sheet = new CSSStyleSheet(); sheet.replaceSync(`{style}`);
             document.adoptedStyleSheets.push(sheet)"
        );
        person.ask::<()>(&dressed).await?;
        way(browser, &person).await
    })
}

async fn every_step_is_whole(browser: &Browser, person: &Person<'_>) -> Result<()> {
    is_whole(browser, person, "welcome").await?;
    person.press(person.texts.say("help.more")?).await?;
    is_whole(browser, person, "lines").await?;
    person.start().await?;
    let answers = Answers::strain(3, 2, 1).skip("spoiled_good_moments");
    while person.step().await? != "result" {
        is_whole(browser, person, &person.heading().await?).await?;
        person.go_through(&answers).await?;
    }
    for row in ["fold.details", "more.title", "places.title", "fold.keep", "how.open"] {
        person.opens_row(row).await?;
        is_whole(browser, person, row).await?;
    }
    person.opens_row("fold.keep").await?;
    for beside in ["hand.work", "hand.supervision"] {
        person.go_by(beside).await?;
        is_whole(browser, person, beside).await?;
        person.back().await?;
    }
    person.press(person.texts.say("exit.button")?).await?;
    person.is_covered("leave.title").await?;
    is_whole(browser, person, "the question before leaving").await
}

async fn every_outcome_is_whole(browser: &Browser, person: &Person<'_>) -> Result<()> {
    for (outcome, answers) in Answers::of_every_outcome() {
        person.finish(&answers).await?;
        is_whole(browser, person, outcome).await?;
        person.go_by("restart.button").await?;
    }
    Ok(())
}

#[test]
fn with_text_twice_as_large_no_step_and_no_fold_is_cut_off() -> Result<()> {
    goes(LARGE, every_step_is_whole)
}

#[test]
fn with_text_twice_as_large_no_outcome_is_cut_off() -> Result<()> {
    goes(LARGE, every_outcome_is_whole)
}

#[test]
fn with_lines_letters_and_words_wider_apart_no_step_and_no_fold_is_cut_off() -> Result<()> {
    goes(APART, every_step_is_whole)
}
