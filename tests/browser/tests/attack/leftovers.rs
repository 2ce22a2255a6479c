//! What is taken out of a page leaves nothing of ours on it: no listener, no interval, no timer that will still fire.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};

/// Keeps the timers and intervals that have not ended.
const CLOCKS: &str = "<script>
    const ticking = new Set();
    for (const kind of ['Timeout', 'Interval']) {
        const [set, clear] = [window['set' + kind], window['clear' + kind]];
        window['set' + kind] = (work, after, ...given) => {
            const clock = set(() => {
                if (kind === 'Timeout') ticking.delete(`${clock} ${after}`);
                work(...given);
            }, after);
            ticking.add(`${clock} ${after}`);
            return clock;
        };
        window['clear' + kind] = (clock) => {
            for (const known of ticking) if (known.startsWith(`${clock} `)) ticking.delete(known);
            clear(clock);
        };
    }
</script>";

/// The listeners that the page itself and its document have, by kind.
async fn listeners(browser: &Browser) -> Result<Vec<String>> {
    let mut kinds = Vec::new();
    for owner in ["window", "document", "document.documentElement", "document.body", "screen"] {
        let found = browser.devtools("Runtime.evaluate", json!({ "expression": owner })).await?;
        let id = found.pointer("/result/objectId").context("no object")?;
        let told =
            browser.devtools("DOMDebugger.getEventListeners", json!({ "objectId": id })).await?;
        let told = told.get("listeners").and_then(Value::as_array).context("no listeners")?;
        kinds.extend(told.iter().map(|of| format!("{owner} {}", of["type"])));
    }
    kinds.sort();
    Ok(kinds)
}

async fn clocks(browser: &Browser) -> Result<Value> {
    browser.host("return [...ticking]").await
}

/// A self-check in which somebody was on their way when the page took it out.
fn leaves_the_page_as_it_was(attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(&format!(r#"data-idle="2" {attributes}"#))?.head(CLOCKS);
        let _site = host.open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        browser.host("document.querySelector('burnout-screener').remove()").await?;
        browser.settled().await?;
        let before = listeners(browser).await?;
        // The script itself looks once after five seconds whether anything was there.
        let ticking = clocks(browser).await?;
        browser
            .host(&format!(
                "const element = document.createElement('burnout-screener');
                 element.setAttribute('idle', '2');
                 if ({}) element.setAttribute('mode', 'inline');
                 document.body.append(element)",
                !attributes.is_empty()
            ))
            .await?;
        person.come_back().await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        let while_there = listeners(browser).await?;
        assert_ne!(while_there, before, "nothing to leave behind");
        browser.host("document.querySelector('burnout-screener').remove()").await?;
        browser.settled().await?;
        assert_eq!(listeners(browser).await?, before);
        let known = |clock: &Value| ticking.as_array().is_some_and(|all| all.contains(clock));
        let left = clocks(browser).await?;
        assert!(left.as_array().is_some_and(|all| all.iter().all(known)), "{left}");
        Ok(())
    })
}

#[test]
fn a_frame_that_is_taken_out_leaves_no_listener_and_no_clock() -> Result<()> {
    leaves_the_page_as_it_was("", Way::Frames(0))
}

#[test]
fn an_inline_widget_that_is_taken_out_leaves_no_listener_and_no_clock() -> Result<()> {
    leaves_the_page_as_it_was(r#"data-mode="inline""#, Way::Inline(0))
}

/// However early it is taken out: before it began, while it loads, and just before it is there.
#[test]
fn what_is_taken_out_before_it_is_there_leaves_nothing_either() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.head(CLOCKS).open(browser).await?;
        Person::at(browser).await?;
        browser.host("document.querySelector('burnout-screener').remove()").await?;
        browser.settled().await?;
        let before = listeners(browser).await?;
        let early = "const [last, done] = arguments;
            (async () => {
                for (const mode of ['isolated', 'inline']) {
                    for (let wait = -2; wait < last; wait += wait < 0 ? 1 : 20) {
                        const element = document.createElement('burnout-screener');
                        element.setAttribute('mode', mode);
                        element.setAttribute('idle', '2');
                        document.body.append(element);
                        if (wait === -1) await Promise.resolve();
                        if (wait >= 0) await new Promise((done) => setTimeout(done, wait));
                        element.remove();
                    }
                }
                setTimeout(done, 1000);
            })()";
        browser.host_async(early, 400).await?;
        assert_eq!(listeners(browser).await?, before);
        assert_eq!(clocks(browser).await?, json!([]));
        Ok(())
    })
}
