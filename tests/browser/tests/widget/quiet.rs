//! Once it has loaded, the self-check asks no server for anything.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::{visit, wait_for};
use browser_tests::hands::Hand;
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

/// What was asked for; when a browser fetches the icon is its own affair.
fn asked_for(site: &Site) -> Vec<(String, u16)> {
    let requests = site.requests().into_iter();
    requests.filter(|(path, _)| path != "/icon.svg").collect()
}

fn stays_quiet(attributes: &str, way: Way, files: &[&str]) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let site = Host::with(attributes)?.open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        let loaded = asked_for(&site);
        let mut paths: Vec<&str> = loaded.iter().map(|(path, _)| path.as_str()).collect();
        paths.sort_unstable();
        assert_eq!(paths, files, "the page and our files, each once");
        for answers in [Answers::strain(4, 4, 1), Answers::strain(0, 0, 4).caring()] {
            person.finish(&answers).await?;
            person.opens_row("more.title").await?;
            person.opens_row("places.title").await?;
            person.go_by("restart.button").await?;
        }
        browser.settled().await?;
        assert_eq!(asked_for(&site), loaded, "nothing more after the first question");
        Ok(())
    })
}

#[test]
fn from_the_first_question_on_the_frame_asks_for_nothing() -> Result<()> {
    let files = ["/", "/kit/burnout-screener.en.html", "/kit/burnout-screener.js"];
    stays_quiet("", Way::Frames(0), &files)
}

#[test]
fn from_the_first_question_on_the_inline_widget_asks_for_nothing() -> Result<()> {
    let files = [
        "/",
        "/kit/burnout-screener.js",
        "/kit/burnout-screener.more.js",
        "/kit/inline/burnout-screener.js",
        "/kit/inline/burnout-screener.wasm",
        "/kit/inline/en.json",
    ];
    stays_quiet(r#"data-mode="inline""#, Way::Inline(0), &files)
}

/// Without this, "nothing was asked of another host" could come from a trap that catches nothing.
#[test]
fn a_request_to_another_host_is_caught_by_these_tests() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        browser.host("new Image().src = 'http://tracker.example/pixel'").await?;
        wait_for("the request to be caught", async || {
            Ok((browser.take_asked_elsewhere() == ["http://tracker.example/pixel"]).then_some(()))
        })
        .await?;
        browser.excuse("Failed to load resource");
        Ok(())
    })
}
