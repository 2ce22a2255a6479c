//! Applications with a router of their own, built by Vite from the files of the recipes: React, Vue, Svelte.

use anyhow::Result;
use browser_tests::browser::visit;
use browser_tests::look::Look;
use xtask::server::{Route, Server};

use crate::built::App;
use crate::recipe::file;
use crate::standing::through_history;

/// Nothing but what Vite has built is served: the files of ours are there because its plugin put them there.
fn through(framework: &str, component: &str) -> Result<()> {
    let app = App::of(framework)?;
    app.put("vite.config.js", &file(framework, "vite.config.js")?)?;
    app.put(component, &file(framework, component)?)?;
    app.run("vite/bin/vite.js", &["build", "--logLevel", "warn"])?;
    let server = Server::start(0, vec![Route::folder("/", app.path("dist"))])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/")).await?;
        browser.until("the application", "return document.getElementById('to-check')").await?;
        through_history(browser, "main").await
    })
}

#[test]
fn react_has_one_on_its_page_and_none_on_others_also_by_the_history() -> Result<()> {
    through("react", "SelfCheck.jsx")
}

#[test]
fn vue_has_one_on_its_page_and_none_on_others_also_by_the_history() -> Result<()> {
    through("vue", "SelfCheck.vue")
}

#[test]
fn svelte_has_one_on_its_page_and_none_on_others_also_by_the_history() -> Result<()> {
    through("svelte", "SelfCheck.svelte")
}
