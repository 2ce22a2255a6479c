//! Pages without a framework: plain HTML in its three ways, a wiki, a dialog.

use anyhow::Result;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::look::Look;
use xtask::server::Route;

use crate::recipe::file;
use crate::room::{page, serve};
use crate::standing::{none, one};

/// Opens a page with this in its column, and leaves it for another and comes back.
fn stands(
    column: &str,
    more: Vec<Route>,
    prepare: impl AsyncFn(&Browser) -> Result<()>,
) -> Result<()> {
    let mut routes = vec![
        Route::html("/", &page("", column)),
        Route::html("/other", &page("", "<p>Another page</p>")),
    ];
    routes.extend(more);
    let server = serve(routes)?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/")).await?;
        prepare(browser).await?;
        one(browser, "main").await?;
        browser.host("location.href = '/other'").await?;
        none(browser).await?;
        browser.host("history.back()").await?;
        prepare(browser).await?;
        one(browser, "main").await
    })
}

async fn nothing(_: &Browser) -> Result<()> {
    Ok(())
}

#[test]
fn plain_html_with_element_and_tag() -> Result<()> {
    stands(&file("plain", "element.html")?, Vec::new(), nothing)
}

#[test]
fn plain_html_with_the_tag_alone() -> Result<()> {
    stands(&file("plain", "tag.html")?, Vec::new(), nothing)
}

#[test]
fn plain_html_with_a_div_that_every_editor_keeps() -> Result<()> {
    stands(&file("plain", "div.html")?, Vec::new(), nothing)
}

#[test]
fn an_element_that_a_server_wrote_waits_for_the_code_that_says_where_our_files_are() -> Result<()> {
    let entry = Dist::built()?.bytes("npm/index.js")?.to_vec();
    let late = "<script type=\"module\">import { define } from '/app/index.js';
        setTimeout(() => define('/burnout-screener/'), 700);</script>";
    let element = "<burnout-screener region=\"GB\"></burnout-screener>";
    let entry = Route::bytes("/app/index.js", "text/javascript", entry);
    stands(&format!("{element}{late}"), vec![entry], nothing)
}

#[test]
fn a_wiki_holds_the_place_and_its_common_script_loads_ours() -> Result<()> {
    // What the wiki's own loader does with an address.
    let wiki = "<script>window.mw = {
        hook: () => ({ add: (act) => document.readyState === 'loading' ? addEventListener('DOMContentLoaded', act) : act() }),
        loader: { load(src) { document.head.append(Object.assign(document.createElement('script'), { src })); } } };</script>
        <script defer src=\"/Common.js\"></script>";
    let common = Route::bytes("/Common.js", "text/javascript", file("mediawiki", "Common.js")?);
    stands(&format!("{wiki}{}", file("mediawiki", "page.html")?), vec![common], nothing)
}

#[test]
fn a_dialog_shows_it_when_it_opens() -> Result<()> {
    let style = Route::bytes("/dialog.css", "text/css", file("modal", "dialog.css")?);
    let script = Route::bytes("/dialog.js", "text/javascript", file("modal", "dialog.js")?);
    let column =
        format!("<link rel=\"stylesheet\" href=\"/dialog.css\">{}", file("modal", "page.html")?);
    let server = serve(vec![Route::html("/", &page("", &column)), style, script])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/")).await?;
        for _ in 0..2 {
            browser.until("the page's script", "const button = document.getElementById('open-check'); return button?.onclick && !button.click()").await?;
            one(browser, "dialog").await?;
            browser.host("document.querySelector('dialog').close()").await?;
        }
        browser.host("document.querySelector('dialog').remove()").await?;
        none(browser).await
    })
}
