//! What the element tells the page, and what can be set on it while it is there.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;

const EVENTS: [&str; 5] =
    ["screener-ready", "screener-step", "screener-leave", "screener-failed", "screener-resize"];

/// A listener far out on the page.
fn listens() -> String {
    format!(
        "<script>window.told = [];
        for (const name of {}) document.addEventListener(name, ({{ type, target, detail, bubbles, composed, cancelable }}) =>
            told.push([type.slice(9), detail, target.localName, bubbles, composed, cancelable]))</script>",
        json!(EVENTS)
    )
}

/// What was heard, without that the size changed.
async fn told(browser: &Browser) -> Result<serde_json::Value> {
    browser.host("return told.filter(([type]) => type !== 'resize')").await
}

fn tells(attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(attributes)?.head(&listens()).open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        let event =
            |name: &str, detail| json!([name, detail, "burnout-screener", true, true, false]);
        let nothing = json!(null);
        let mut all = vec![event("ready", nothing.clone())];
        assert_eq!(told(browser).await?, json!(all));
        person.start().await?;
        all.push(event("step", json!({ "asking": true })));
        assert_eq!(told(browser).await?, json!(all));
        person.reach("exhausted_despite_rest", &Answers::strain(2, 2, 2)).await?;
        person.back().await?;
        assert_eq!(told(browser).await?, json!(all), "nothing more while it asks");
        person.finish(&Answers::strain(4, 0, 1)).await?;
        all.push(event("step", json!({ "asking": false })));
        browser
            .until(
                "the end of the questions",
                "return told.filter(([type]) => type === 'step').length === 2",
            )
            .await?;
        person.erases_and_leaves().await?;
        all.push(event("leave", nothing));
        browser
            .until("that somebody leaves", "return told.some(([type]) => type === 'leave')")
            .await?;
        assert_eq!(told(browser).await?, json!(all));
        assert!(browser.host("return told.some(([type]) => type === 'resize')").await? == true);
        Ok(())
    })
}

#[test]
fn the_frame_is_heard_of_at_its_borders_alone() -> Result<()> {
    tells("", Way::Frames(0))
}

#[test]
fn the_inline_widget_is_heard_of_at_the_same_borders() -> Result<()> {
    tells(r#"data-mode="inline""#, Way::Inline(0))
}

#[test]
fn a_failure_is_told() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host =
            Host::plain()?.head(&listens()).dist(|dist| dist.without("burnout-screener.en.html"));
        let _site = host.open(browser).await?;
        Person::looking(browser, Way::OnHost(0))?.sees_panel().await?;
        assert_eq!(
            told(browser).await?,
            json!([["failed", null, "burnout-screener", true, true, false]])
        );
        browser.excuse("Failed to load resource");
        browser.excuse("the self-check is not shown");
        Ok(())
    })
}

#[test]
fn what_is_changed_before_somebody_begins_is_used_at_once_and_later_the_next_time() -> Result<()> {
    for (mode, way) in [("isolated", Way::Frames(0)), ("inline", Way::Inline(0))] {
        visit(&Look::desk(), async |browser| {
            let page = format!(
                r#"<burnout-screener mode="{mode}" region="AU"></burnout-screener>{}"#,
                tag("")
            );
            let _site = Host::plain()?.body(&page).open(browser).await?;
            let person = Person::by(browser, way, Hand::Quick).await?;
            person.reads("13 11 14").await?;
            browser.host("const element = document.querySelector('burnout-screener'); element.region = 'NZ'; element.headingLevel = 3").await?;
            browser.settled().await?;
            person.come_back().await?;
            person.reads("1737").await?;
            assert_eq!(person.ask::<u32>("return every('h2')[0].ariaLevel ? 3 : 2").await?, 3);
            person.start().await?;
            person.answer(&Answers::strain(4, 4, 4)).await?;
            let before = person.asked().await?;
            browser.host("document.querySelector('burnout-screener').region = 'GB'").await?;
            browser.expect_message("region is used the next time").await?;
            browser.settled().await?;
            assert_eq!(person.asked().await?, before, "no answer is lost");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn every_attribute_is_a_property_also_before_the_script_is_there() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = format!(
            "<burnout-screener></burnout-screener><script>
             Object.assign(document.querySelector('burnout-screener'), {{ region: 'AU', contactName: 'Ann', leaveTo: '/out', scrollOffset: 40 }})</script>{}",
            tag("")
        );
        let _site = Host::plain()?.body(&page).open(browser).await?;
        let person = Person::at(browser).await?;
        person.reads("13 11 14").await?;
        let script = "const element = document.querySelector('burnout-screener');
            const before = [element.region, element.contactName, element.leaveTo, element.scrollOffset, element.getAttribute('contact-name')];
            element.contactName = null;
            return [before, element.hasAttribute('contact-name'), element.contactName, 'accent' in element]";
        assert_eq!(
            browser.host(script).await?,
            json!([["AU", "Ann", "/out", "40", "Ann"], false, null, true])
        );
        Ok(())
    })
}
