//! Whether exactly one self-check stands where it was meant, shown and as wide as its place.

use anyhow::{Context, Result};
use browser_tests::browser::Browser;
use browser_tests::person::Person;
use serde_json::Value;

/// How long somebody looks whether it stays so, in milliseconds: what comes twice comes late.
const LOOK: usize = 400;

/// What is there: elements, their frames that are shown, whether they are in their place, and by how much too narrow or wide.
const SEEN: &str = "
    const elements = [...document.querySelectorAll('burnout-screener')];
    const frames = elements.flatMap((element) => [...(element.shadowRoot?.querySelectorAll('iframe') ?? [])]);
    const shown = frames.filter((frame) => getComputedStyle(frame).visibility === 'visible' && frame.clientHeight > 200);
    const place = document.querySelector(PLACE);
    const measure = document.querySelector(MEASURE);
    const { paddingLeft, paddingRight } = measure ? getComputedStyle(measure) : {};
    const width = measure && measure.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const seen = { elements: elements.length, frames: frames.length, shown: shown.length, inside: elements.every((each) => place?.contains(each)), width, wide: shown.map((frame) => frame.clientWidth) };
    const one = seen.elements === 1 && seen.frames === 1 && seen.shown === 1 && seen.inside && Math.abs(seen.wide[0] - width) <= 1;
";

/// One, in the element that this selector names, and as wide as it.
pub(crate) async fn one(browser: &Browser, place: &str) -> Result<()> {
    one_beside(browser, place, place).await
}

/// One, in an element, and as wide as another: some sites make each part of a text narrower than the place of all.
pub(crate) async fn one_beside(browser: &Browser, place: &str, measure: &str) -> Result<()> {
    let seen =
        SEEN.replace("PLACE", &format!("{place:?}")).replace("MEASURE", &format!("{measure:?}"));
    for _ in 0..2 {
        let found =
            browser.until("one self-check in its place", &format!("{seen} return one")).await;
        if found.is_err() {
            let seen = browser.host(&format!("{seen} return seen")).await?;
            return found.map(|_| ()).with_context(|| format!("in {place} there is {seen}"));
        }
        Person::at(browser).await?;
        browser.host_async("setTimeout(arguments[1], arguments[0])", LOOK).await?;
    }
    let still: Value = browser.host(&format!("{seen} return [one, seen]")).await?;
    anyhow::ensure!(still.get(0) == Some(&Value::Bool(true)), "it did not stay so: {still}");
    Ok(())
}

/// None, and no frame of one.
pub(crate) async fn none(browser: &Browser) -> Result<()> {
    let none = "return !document.querySelector('burnout-screener, iframe')";
    browser.until("a page without a self-check", none).await?;
    browser.host_async("setTimeout(arguments[1], arguments[0])", LOOK).await?;
    browser.until("a page that stays without", none).await?;
    Ok(())
}

/// Goes from the self-check to another page and back by links and by the history, on a site with `#to-check` and `#to-other`.
pub(crate) async fn through_history(browser: &Browser, place: &str) -> Result<()> {
    // What the script says, after some seconds, on a page of a site that has no self-check there.
    browser.excuse("nothing to do");
    let press =
        async |id: &str| browser.host(&format!("document.getElementById({id:?}).click()")).await;
    let go = async |by: i32| browser.host(&format!("history.go({by})")).await;
    press("to-check").await?;
    one(browser, place).await.context("at first")?;
    press("to-other").await?;
    none(browser).await.context("on another page")?;
    go(-1).await?;
    one(browser, place).await.context("back again")?;
    go(1).await?;
    none(browser).await.context("forward again")?;
    go(-1).await?;
    one(browser, place).await.context("back once more")?;
    press("to-other").await?;
    none(browser).await.context("gone once more")?;
    press("to-check").await?;
    one(browser, place).await.context("by the link once more")
}
