//! Long use: nothing grows with how often the self-check is put in and taken out, or with how often an answer changes.
//! `BS_LONG=1` does it 2,000 and 10,000 times instead of 100 and 1,000.

use std::env;

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};

/// What the page may hold more after the rounds than after the warm-up, in bytes.
const MORE: f64 = 1_000_000.0;
/// What one more mount in the same page may cost for good, in bytes.
const PER_MOUNT: f64 = 1_500.0;
const WARM_UP: usize = 20;

fn times(usual: usize, long: usize) -> usize {
    if env::var_os("BS_LONG").is_some() { long } else { usual }
}

/// Memory in use, listeners, documents and nodes of the page's process, after everything unused is gone.
async fn held(browser: &Browser) -> Result<[f64; 4]> {
    browser.settled().await?;
    for _ in 0..3 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics.get("metrics").and_then(Value::as_array).context("no metrics")?.clone();
    let find = |name: &str| {
        let metric = metrics.iter().find(|metric| metric.get("name") == Some(&json!(name)));
        metric.and_then(|metric| metric.get("value")?.as_f64()).context("no such metric")
    };
    Ok([find("JSHeapUsedSize")?, find("JSEventListeners")?, find("Documents")?, find("Nodes")?])
}

fn in_one_process() -> Look {
    Look::desk().without("IsolateSandboxedIframes")
}

/// A round puts the element in, waits until the self-check is there, and takes it out.
fn rounds(attributes: &str, ready: &str) -> Result<()> {
    visit(&in_one_process(), async |browser| {
        let _site = Host::with(attributes)?.open(browser).await?;
        browser.devtools("Performance.enable", json!({})).await?;
        let round = format!(
            "const [times, done] = arguments;
             (async () => {{
                 document.querySelector('burnout-screener')?.remove();
                 for (let round = 0; round < times; round++) {{
                     const element = document.createElement('burnout-screener');
                     {attributes_by_script}
                     const there = new Promise((there) => {{ {ready} }});
                     document.body.append(element);
                     await there;
                     element.remove();
                     await new Promise((done) => setTimeout(done));
                 }}
                 watched.heard.length = 0;
                 watched.roots.clear();
                 done();
             }})()",
            attributes_by_script =
                if attributes.is_empty() { "" } else { "element.setAttribute('mode', 'inline');" },
        );
        browser.host_async(&round, WARM_UP).await?;
        let [memory, listeners, documents, nodes] = held(browser).await?;
        let many = times(100, 2_000);
        browser.host_async(&round, many).await?;
        let [memory_after, listeners_after, documents_after, nodes_after] = held(browser).await?;
        // Yew never gives back the listeners on an element that it was mounted on, nor, with them, that one empty
        // element. In the frame they go with the document.
        let mounts = if attributes.is_empty() { 0.0 } else { many as f64 };
        let more = MORE.max(mounts * PER_MOUNT);
        assert!(memory_after - memory < more, "{memory} bytes, and later {memory_after}");
        assert!(
            listeners_after <= listeners + 2.0 * mounts,
            "{listeners} listeners, and later {listeners_after}"
        );
        assert!(documents_after <= documents, "{documents} documents, and later {documents_after}");
        assert!(nodes_after <= nodes + mounts + 10.0, "{nodes} nodes, and later {nodes_after}");
        Ok(())
    })
}

#[test]
fn putting_the_frame_in_and_out_leaves_nothing_behind() -> Result<()> {
    rounds(
        "",
        "addEventListener('message', function hear({ data }) {
             if (data.type !== 'height') return;
             removeEventListener('message', hear);
             there();
         })",
    )
}

#[test]
fn putting_the_inline_widget_in_and_out_leaves_nothing_behind() -> Result<()> {
    rounds(
        r#"data-mode="inline""#,
        "const look = () => watched.roots.get(element)?.querySelector('.step') ? there() : setTimeout(look, 2);
         setTimeout(look)",
    )
}

#[test]
fn changing_answers_leaves_nothing_behind() -> Result<()> {
    visit(&in_one_process(), async |browser| {
        let _site = Host::with(r#"data-mode="inline""#)?.open(browser).await?;
        browser.devtools("Performance.enable", json!({})).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.start().await?;
        let change = "const [times, done] = arguments;
            (async () => {
                const root = watched.roots.get(document.querySelector('burnout-screener'));
                const inputs = [...root.querySelectorAll('input[type=radio]')];
                for (let time = 0; time < times; time++) {
                    inputs[(time * 7) % inputs.length].click();
                    await new Promise((done) => setTimeout(done));
                }
                done();
            })()";
        browser.host_async(change, 200).await?;
        let [memory, listeners, _, nodes] = held(browser).await?;
        browser.host_async(change, times(1_000, 10_000)).await?;
        let [memory_after, listeners_after, _, nodes_after] = held(browser).await?;
        assert!(memory_after - memory < MORE, "{memory} bytes, and later {memory_after}");
        assert!(listeners_after <= listeners, "{listeners} listeners, and later {listeners_after}");
        assert!(nodes_after <= nodes + 10.0, "{nodes} nodes, and later {nodes_after}");
        Ok(())
    })
}

/// What happens now on a way back: the browser keeps the page as it was, or begins it anew; never half of it.
#[test]
fn going_away_and_back_shows_a_self_check_that_works() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.start().await?;
        person.answer(&Answers::strain(4, 4, 4)).await?;
        // A person who pressed something would be asked first; a script that clicks is not.
        browser.excuse("Blocked attempt to show a 'beforeunload' confirmation panel");
        browser.host("location.href = '/icon.svg'").await?;
        browser.until("the other page", "return location.pathname === '/icon.svg'").await?;
        browser.host("history.back()").await?;
        browser
            .until("the way back", "return location.pathname === '/' && !!document.body")
            .await?;
        person.come_back().await?;
        let again = site.requests().iter().filter(|(path, _)| path == "/").count();
        let step = person.step().await?;
        // Loaded anew it begins anew; kept, it is where it was.
        assert_eq!(step, if again == 1 { "questions" } else { "welcome" });
        person.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("result.no_strain")?);
        Ok(())
    })
}
