//! "Show me": anybody can see the browser refuse, with a connection or without.

use anyhow::Result;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;

async fn shows_it(browser: &Browser) -> Result<()> {
    let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
    person.press(person.texts.say("welcome.show_me")?).await?;
    person.reads(person.texts.say("welcome.proof_yes")?).await?;
    browser.expect_message("violates the following Content Security Policy directive").await
}

#[test]
fn the_browser_is_seen_to_refuse_an_address() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        shows_it(browser).await
    })
}

#[test]
fn it_refuses_as_well_without_a_connection() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        Person::at(browser).await?;
        browser.devtools("Network.enable", json!({})).await?;
        let off = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        browser.devtools("Network.emulateNetworkConditions", off).await?;
        shows_it(browser).await
    })
}

/// Where the policy is not there the words must be others, or they would say nothing.
#[test]
fn without_the_policy_it_does_not_claim_that_anything_was_refused() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let open = |dist: browser_tests::dist::Dist| {
            dist.changed("burnout-screener.en.html", "img-src data:", "img-src data: https:")
        };
        let mut host = Host::plain()?;
        let mut changed = Ok(());
        host = host.dist(|dist| match open(dist.clone()) {
            Ok(other) => other,
            Err(error) => {
                changed = Err(error);
                dist
            }
        });
        changed?;
        let _site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        person.press(person.texts.say("welcome.show_me")?).await?;
        person.reads(person.texts.say("welcome.proof_no")?).await?;
        browser.take_asked_elsewhere();
        browser.excuse("nobody.invalid");
        browser.excuse("Failed to load resource");
        Ok(())
    })
}
