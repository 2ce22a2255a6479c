//! More than one WebAssembly app on a page, each numbering its listeners by itself: what is done in one is nobody else's.
//! The other app is a second copy of our own, as no other numbers its listeners more like ours.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;

const OTHER: &str = "/other/";
/// The other app, mounted by the page in its own document, with the element of ours in the middle of it.
const APP_AROUND: &str = r##"<div id="app"></div><script type="module">
    import { start } from "/other/inline/burnout-screener.js";
    const app = document.querySelector("#app");
    const nothing = () => {};
    await start(app, { language: "en", settings: {}, onStep: nothing, onLeave: nothing, onFailure: console.error });
    const place = () => {
        const step = app.querySelector(".step");
        if (!step) return setTimeout(place, 20);
        const ours = document.createElement("burnout-screener");
        ours.setAttribute("mode", "inline");
        step.after(ours);
        const tag = document.createElement("script");
        tag.src = "/kit/burnout-screener.js";
        document.head.append(tag);
    };
    place();
</script>"##;

fn with_another_copy(mut host: Host) -> Result<Host> {
    for route in Dist::built()?.routes(OTHER, &[]) {
        host = host.also(route);
    }
    Ok(host)
}

#[test]
fn two_copies_of_the_engine_know_nothing_of_each_other() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let body = format!(
            r#"<burnout-screener mode="inline"></burnout-screener>{}
               <script async src="{OTHER}burnout-screener.js"></script>
               <burnout-screener mode="inline" base="{OTHER}"></burnout-screener>"#,
            tag("")
        );
        let site = with_another_copy(Host::plain()?.body(&body))?.open(browser).await?;
        let first = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        let second = Person::by(browser, Way::Inline(1), Hand::Quick).await?;
        let engines = site.requests().iter().filter(|(path, _)| path.ends_with(".wasm")).count();
        assert_eq!(engines, 2, "each has an engine of its own");
        first.start().await?;
        assert_eq!(second.step().await?, "welcome");
        second.start().await?;
        first.answer(&Answers::strain(4, 4, 4)).await?;
        assert!(second.asked().await?.iter().all(|asked| asked.chosen.is_none()));
        second.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(second.heading().await?, second.texts.say("headline.none")?);
        assert_eq!(first.step().await?, "questions");
        assert!(first.asked().await?.iter().all(|asked| asked.chosen.is_some()));
        first.finish(&Answers::strain(4, 0, 1)).await?;
        assert_eq!(first.heading().await?, first.texts.say("headline.burnout")?);
        Ok(())
    })
}

/// Where the app around stands: its step, and what is chosen there.
const AROUND: &str = "const app = document.querySelector('#app');
    return [app.querySelector('.step').dataset.step, app.querySelectorAll('.stage > div:not(.ghost) h2').length]";

#[test]
fn an_app_around_ours_hears_nothing_as_its_own_and_ours_nothing_of_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = with_another_copy(Host::plain()?.body(APP_AROUND))?;
        let _site = host.open(browser).await?;
        browser.until("ours", "return document.querySelector('#app burnout-screener')").await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.start().await?;
        person.answer(&Answers::strain(4, 4, 4)).await?;
        assert_eq!(browser.host(AROUND).await?, json!(["welcome", 0]));
        // The app around goes on, and chooses something.
        let asked = person.asked().await?;
        browser.host("document.querySelector('#app .primary').click()").await?;
        browser
            .until("a question around", "return document.querySelector('#app button.option')")
            .await?;
        browser.host("document.querySelector('#app button.option').click()").await?;
        browser.settled().await?;
        assert_eq!(browser.host(AROUND).await?, json!(["questions", 1]));
        assert_eq!(person.step().await?, "questions");
        assert_eq!(person.asked().await?, asked);
        person.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        assert_eq!(browser.host(AROUND).await?, json!(["questions", 1]));
        Ok(())
    })
}
