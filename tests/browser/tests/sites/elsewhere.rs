//! Our files on another host, with the script's integrity.

use anyhow::{Context, Result};
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::look::Look;
use serde_json::Value;
use xtask::server::{Route, Server};

use crate::recipe::file;
use crate::room::{KIT, page};
use crate::standing::one;

#[test]
fn files_on_another_host_come_with_their_integrity_and_under_the_policy_of_the_recipe() -> Result<()>
{
    let anybody = [("Access-Control-Allow-Origin".to_owned(), "*".to_owned())];
    let dist = Dist::built()?;
    let integrity: Value = serde_json::from_str(&dist.text("integrity.json")?)?;
    let integrity =
        integrity.get("burnout-screener.js").and_then(Value::as_str).context("no integrity")?;
    let files = Server::start(0, dist.routes(KIT, &anybody))?;
    let host = files.url("");
    let column = file("cdn", "page.html")?
        .replace("https://cdn.example", &host)
        .replace("INTEGRITY", integrity);
    let policy = format!(
        "default-src 'self'; style-src 'unsafe-inline'; img-src data:; script-src {host}; frame-src {host}"
    );
    let route = Route::html("/", &page("", &column)).header("Content-Security-Policy", &policy);
    let site = Server::start(0, vec![route])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&site.url("/")).await?;
        one(browser, "main").await
    })
}
