//! Routers that put new content into a page that stays: Turbo and htmx, as npm has them.

use anyhow::Result;
use browser_tests::browser::visit;
use browser_tests::look::Look;
use xtask::server::Route;
use xtask::tools::packages;
use xtask::workspace::Workspace;

use crate::recipe::file;
use crate::room::{page, serve};
use crate::standing::through_history;

const PACKAGES: &str = "tests/sites";
const LINKS: &str = "<p><a id=\"to-check\" href=\"/check\">Check</a> <a id=\"to-other\" href=\"/other\">Other</a></p>";

fn script(path: &str) -> Result<Route> {
    let workspace = Workspace::here()?;
    packages(&workspace, PACKAGES)?;
    let text = workspace.text(&format!("{PACKAGES}/node_modules/{path}"))?;
    Ok(Route::bytes("/router.js", "text/javascript; charset=utf-8", text))
}

fn through(script: Route, head: &str, links: &str, body: &str) -> Result<()> {
    let head = format!("<script src=\"/router.js\"></script>{head}{}", file("turbo", "head.html")?);
    let column =
        |content: &str| page(&head, &format!("{links}<div id=\"content\">{content}</div>{body}"));
    let check = file("turbo", "check.html")?;
    let server = serve(vec![
        Route::html("/", &column("<p>The first page</p>")),
        Route::html("/check", &column(&check)),
        Route::html("/other", &column("<p>Another page</p>")),
        script,
    ])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/")).await?;
        browser.until("the router", "return Boolean(window.Turbo ?? window.htmx)").await?;
        through_history(browser, "#content").await
    })
}

#[test]
fn turbo_has_one_on_its_page_and_none_on_others_also_by_the_history() -> Result<()> {
    through(script("@hotwired/turbo/dist/turbo.es2017-umd.js")?, "", LINKS, "")
}

#[test]
fn htmx_has_one_on_its_page_and_none_on_others_also_by_the_history() -> Result<()> {
    let links = LINKS.replace(
        "<a ",
        "<a hx-boost=\"true\" hx-target=\"#content\" hx-select=\"#content\" hx-swap=\"outerHTML\" ",
    );
    through(script("htmx.org/dist/htmx.min.js")?, "", &links, "")
}
