//! Where the script tag's own code cannot run, what stands inside the element is read; where it can, that is not to be seen. And
//! a file that an engine is too old for is no blank box.

use anyhow::{Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::host::{Host, KIT, tag};
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::{Value, json};

const LOADER: &str = "burnout-screener.js";
const FILE: &str = "burnout-screener.en.html";
const WORDS: &str = "Talk to someone now: 116 123";
const OFF: &str = "The self-check cannot run here";

/// A page with words inside the place, which is an element or a div.
fn page(begin: &str, end: &str) -> Result<Host> {
    let inside = r#"<noscript><p>The self-check cannot run here</p></noscript>
        <p>Talk to someone now: <a href="tel:116123">116 123</a></p>"#;
    Ok(Host::plain()?.body(&format!("{begin}{inside}{end}{}", tag(""))))
}

fn host() -> Result<Host> {
    page("<burnout-screener>", "</burnout-screener>")
}

/// Whether what stands inside the place takes any room.
const SHOWN: &str =
    "return document.querySelector('[href=\"tel:116123\"]').getClientRects().length > 0";

#[test]
fn a_script_that_an_engine_cannot_read_leaves_the_words_of_the_page() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let dist = Dist::built()?.changed(LOADER, "(()=>{", "(()=>{?.?;")?;
        let _site = host()?.dist(|_| dist).open(browser).await?;
        browser.expect_message("SyntaxError").await?;
        ensure!(browser.host(SHOWN).await? == true, "the words are not shown");
        let read = browser.host("return document.body.innerText").await?;
        ensure!(read.as_str().is_some_and(|text| text.contains(WORDS)), "{read}");
        Ok(())
    })
}

/// What a page says, as assistive technology is told: that works without a script.
async fn said(browser: &Browser) -> Result<String> {
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree.get("nodes").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let texts = nodes
        .iter()
        .filter(|node| node.pointer("/role/value") == Some(&json!("StaticText")))
        .filter_map(|node| node.pointer("/name/value").and_then(Value::as_str));
    Ok(texts.collect())
}

#[test]
fn without_scripts_the_words_of_the_page_are_read() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let site = host()?.open(browser).await?;
        let switched = async |off: bool| {
            browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": off })).await
        };
        switched(true).await?;
        browser.open(&site.url("/?again")).await?;
        let read = said(browser).await?;
        switched(false).await?;
        let words = WORDS.split_once(':').map_or(WORDS, |(words, _)| words);
        ensure!(read.contains(words) && read.contains(OFF), "{read}");
        Ok(())
    })
}

#[test]
fn the_self_check_takes_the_place_of_the_words() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        for host in [host()?, page("<div class=burnout-screener>", "</div>")?] {
            let _site = host.open(browser).await?;
            Person::at(browser).await?;
            ensure!(browser.host(SHOWN).await? == false, "the words are still shown");
        }
        Ok(())
    })
}

#[test]
fn an_engine_without_documents_in_attributes_shows_words_and_a_line() -> Result<()> {
    let dist = Dist::built()?;
    let old = dist.changed(FILE, " srcdoc='", " unknown='")?;
    // The measure by which such an engine is known.
    let old = old.changed(FILE, "(display: flow-root)", "(display: nothing-known)")?;
    visit(&Look::desk(), async |browser| {
        // The style is another one now, of no hash that is known.
        let old = old.changed(FILE, "style-src ", "style-src 'unsafe-inline'; unknown ")?;
        browser.excuse("Unrecognized Content-Security-Policy directive");
        let site = Host::plain()?.body("").dist(|_| old).open(browser).await?;
        browser.open(&site.url(&format!("{KIT}{FILE}"))).await?;
        browser.excuse("favicon.ico");
        let read = browser.host("return document.body.innerText").await?;
        let words = ["The self-check cannot run here", "findahelpline.com"];
        let text = read.as_str().unwrap_or_default();
        ensure!(words.iter().all(|words| text.contains(words)), "{text}");
        Ok(())
    })
}

#[test]
fn those_words_are_not_seen_elsewhere() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let site = Host::plain()?.body("").open(browser).await?;
        browser.open(&site.url(&format!("{KIT}{FILE}"))).await?;
        browser.excuse("favicon.ico");
        let shown = "return document.querySelector('p').getClientRects().length";
        assert_eq!(browser.host(shown).await?, 0);
        Ok(())
    })
}
