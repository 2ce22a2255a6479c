//! Frameworks with a server, built and run for real: Next and Astro. They take minutes, so they belong to the long run.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::browser::{Browser, visit, wait_for};
use browser_tests::dist::Dist;
use browser_tests::long::is_long;
use browser_tests::look::Look;
use xtask::server::{Route, Server};

use crate::built::{App, Running};
use crate::recipe::file;
use crate::standing::through_history;

async fn walks(browser: &Browser, url: &str) -> Result<()> {
    browser.open(url).await?;
    browser.until("the site", "return document.getElementById('to-check')").await?;
    // A router that is not there yet would leave the links to the browser, which proves nothing.
    browser.host_async("setTimeout(arguments[1], arguments[0])", 1500).await?;
    browser.host("window.stays = true").await?;
    through_history(browser, "main").await?;
    browser.until("a page that was never left", "return window.stays").await?;
    Ok(())
}

#[test]
fn astro_has_one_on_its_page_and_none_on_others_with_view_transitions() -> Result<()> {
    if !is_long("Astro") {
        return Ok(());
    }
    let app = App::long("astro")?;
    let layout = "src/layouts/Layout.astro";
    let text = std::fs::read_to_string(app.path(layout))?;
    app.put(layout, text.replace("HEAD", &file("astro", "head.html")?))?;
    app.put("src/pages/check.astro", file("astro", "check.astro")?)?;
    for (name, bytes) in Dist::built()?.below("npm/") {
        if name.starts_with("burnout-screener.") || name.starts_with("inline/") {
            app.put(&format!("public/burnout-screener/{name}"), bytes)?;
        }
    }
    app.run("astro/astro.js", &["build"])?;
    let server = Server::start(0, astro_routes(&app.path("dist"))?)?;
    visit(&Look::desk(), async |browser| walks(browser, &server.url("/")).await)
}

/// A folder whose pages are called `index.html`, each in a folder of its own.
fn astro_routes(built: &Path) -> Result<Vec<Route>> {
    let page = |path: &str, name: &str| -> Result<Route> {
        let text =
            std::fs::read_to_string(built.join(name)).with_context(|| format!("no {name}"))?;
        Ok(Route::html(path, &text))
    };
    let mut routes = vec![page("/check", "check/index.html")?, page("/other", "other/index.html")?];
    routes.push(Route::folder("/", built));
    Ok(routes)
}

#[test]
fn next_has_one_on_its_page_and_none_on_others_also_by_the_history() -> Result<()> {
    if !is_long("Next") {
        return Ok(());
    }
    let app = App::long("next")?;
    app.put("app/check/self-check.jsx", file("next", "self-check.jsx")?)?;
    app.put("app/check/page.jsx", file("next", "page.jsx")?)?;
    app.run("burnout-screener/copy.js", &["public/burnout-screener"])?;
    app.put("package.json", "{ \"private\": true }\n")?;
    app.run("next/dist/bin/next", &["build"])?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let start = ["start", "--hostname", "127.0.0.1", "--port", &port.to_string()];
    let mut command = app.command("next/dist/bin/next", &start);
    let _server = Running::new(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    visit(&Look::desk(), async |browser| {
        wait_for("the server of Next", async || {
            tokio::time::sleep(Duration::from_millis(200)).await;
            Ok(TcpStream::connect(("127.0.0.1", port)).ok())
        })
        .await?;
        walks(browser, &format!("http://127.0.0.1:{port}/")).await
    })
}
