//! What optimisers do to a page: they press it together, put its scripts off, and put them into one file.

use anyhow::{Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::look::Look;
use xtask::server::Route;
use xtask::tools;
use xtask::workspace::Workspace;

use crate::recipe::file;
use crate::room::{KIT, page, serve};
use crate::standing::{none, one};

const SITES: &str = "tests/sites";
const LOADER: &str = "burnout-screener.js";

/// Serves a page and looks after `act` whether there is one self-check in its column.
fn stands(page: &str, more: Vec<Route>, act: impl AsyncFn(&Browser) -> Result<()>) -> Result<()> {
    let server = serve([vec![Route::html("/", page)], more].concat())?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/")).await?;
        act(browser).await?;
        one(browser, "main").await
    })
}

async fn nothing(_: &Browser) -> Result<()> {
    Ok(())
}

#[test]
fn a_page_that_was_pressed_together_has_one() -> Result<()> {
    let workspace = Workspace::here()?;
    tools::packages(&workspace, SITES)?;
    for name in ["element.html", "tag.html", "div.html"] {
        let whole = page("", &file("plain", name)?);
        let pressed =
            tools::node(&workspace, &format!("{SITES}/press.mjs"), std::slice::from_ref(&whole))?;
        ensure!(pressed.len() < whole.len() && pressed.contains("<main"), "{name}: {pressed}");
        stands(&pressed, Vec::new(), nothing)?;
    }
    Ok(())
}

/// As delaying plugins do it: the type is another one until somebody touches the page; then each script is made anew.
const DELAYED: &str = "<script>
    const start = () => document.querySelectorAll('[type=delayed]').forEach((held) => {
        const script = document.createElement('script');
        for (const { name, value } of held.attributes) if (!/^(type|data-delayed-src)$/.test(name)) script.setAttribute(name, value);
        script.src = held.dataset.delayedSrc;
        held.replaceWith(script);
    });
    for (const type of ['pointermove', 'keydown', 'touchstart']) addEventListener(type, start, { once: true });
    </script>";

#[test]
fn a_script_that_waits_for_a_visitor_s_first_touch_puts_one_where_it_stood() -> Result<()> {
    for name in ["element.html", "tag.html", "div.html"] {
        let held = file("plain", name)?
            .replace("<script async src=", "<script async type=\"delayed\" data-delayed-src=");
        stands(&page(DELAYED, &held), Vec::new(), async |browser| {
            let there = "return document.querySelectorAll('burnout-screener iframe').length";
            ensure!(browser.host(there).await? == 0, "{name}: it did not wait");
            browser.host("dispatchEvent(new KeyboardEvent('keydown'))").await?;
            Ok(())
        })?;
    }
    Ok(())
}

/// As a network's own optimiser does it: with a type that no browser knows, and after the page has loaded a copy of each script
/// right before the old one, which goes.
const LATER: &str = "<script>addEventListener('load', () => {
    for (const held of document.querySelectorAll('[type$=\"-text/javascript\"]')) {
        const script = document.createElement('script');
        for (const { name, value } of held.attributes) if (name !== 'type') script.setAttribute(name, value);
        script.async = false;
        held.before(script);
        held.remove();
    }
    });</script>";

#[test]
fn a_script_that_is_made_anew_after_the_page_puts_one_where_it_stood() -> Result<()> {
    for name in ["element.html", "tag.html", "div.html"] {
        let held = file("plain", name)?
            .replace("<script async src=", "<script type=\"0123-text/javascript\" src=");
        stands(&page(LATER, &held), Vec::new(), nothing)?;
    }
    Ok(())
}

/// Other scripts of a page and ours in one file of another name and folder.
fn together(after: &str) -> Result<Route> {
    let ours = Dist::built()?.text(LOADER)?;
    let all = format!("window.theirs = 1;\n;{ours}\n;{after}");
    Ok(Route::bytes("/cache/all-0123abcd.js", "text/javascript", all))
}

const ALL: &str = "<script defer src=\"/cache/all-0123abcd.js\"></script>";

#[test]
fn in_one_file_with_other_scripts_it_needs_a_line_that_says_where_its_files_are() -> Result<()> {
    let element = "<burnout-screener region=\"GB\"></burnout-screener>";
    let line = format!("customElements.get('burnout-screener').define('{KIT}');");
    stands(&page(ALL, element), vec![together(&line)?], nothing)?;
    // Without that line there is a panel, and the console names the file that was looked for.
    let server = serve(vec![Route::html("/", &page(ALL, element)), together("")?])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/")).await?;
        let panel = "return document.querySelector('burnout-screener').shadowRoot?.querySelector('.fail')?.textContent.includes('116 123')";
        browser.until("the panel", panel).await?;
        browser.expect_message("/cache/burnout-screener.en.html").await?;
        browser.excuse("");
        browser.host("document.querySelector('burnout-screener').remove()").await?;
        none(browser).await
    })
}
