//! The whole way without a mouse: from the host page into the frame, through every step, and out again.

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::{Hand, Key};
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;

/// More Tab stops than the longest step has.
const STOPS: usize = 40;

async fn host_focus(browser: &Browser) -> Result<String> {
    let focus = browser
        .host("return document.activeElement.id || document.activeElement.localName")
        .await?;
    Ok(focus.as_str().unwrap_or_default().to_owned())
}

fn by_keys_alone(answers: &Answers, headline: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Keys).await?;
        browser.host("document.querySelector('#before').focus()").await?;
        browser.key(Key::Tab).await?;
        assert_eq!(host_focus(browser).await?, "burnout-screener", "Tab leads into the frame");
        person.finish(answers).await?;
        assert_eq!(person.heading().await?, headline);
        let mut stops = 0;
        while person.ask::<bool>("return document.hasFocus()").await? {
            browser.key(Key::Tab).await?;
            if person.ask::<bool>("return document.hasFocus()").await? {
                person.sees_focus().await?;
            }
            stops += 1;
            ensure!(stops < STOPS, "{STOPS} Tab presses do not lead out of the frame");
        }
        assert_eq!(host_focus(browser).await?, "after", "the last Tab leads to the host page");
        browser.key(Key::BackTab).await?;
        assert_eq!(host_focus(browser).await?, "burnout-screener", "and back leads in again");
        assert!(person.ask::<bool>("return document.hasFocus()").await?);
        Ok(())
    })
}

#[test]
fn keys_alone_lead_to_burnout_and_out_again() -> Result<()> {
    let texts = Texts::read()?;
    let headline = texts.say("headline.burnout")?.to_owned();
    by_keys_alone(&Answers::strain(3, 0, 1), &headline)
}

#[test]
fn keys_alone_lead_to_both_and_out_again() -> Result<()> {
    let texts = Texts::read()?;
    let headline = texts.say("headline.both")?.to_owned();
    by_keys_alone(&Answers::strain(3, 3, 0), &headline)
}
