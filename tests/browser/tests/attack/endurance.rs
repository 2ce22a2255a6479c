//! Long use: nothing grows with how often the self-check is put in and taken out, or with how often an answer changes.
//! `BS_LONG=1` does it 2,000 and 10,000 times instead of 100 and 1,000; `--nocapture` shows the figures.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::long::is_long;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};

/// What the page may hold more after the rounds than after the warm-up, in bytes.
const MORE: f64 = 1_000_000.0;
/// What one more inline mount in the same page may cost for good, in bytes.
const PER_MOUNT: f64 = 1_500.0;
/// The same within the one engine that all of them share.
const IN_THE_ENGINE: f64 = 1_500.0;
/// So many rounds, or changes, are made before anybody looks again: the driver is not waited for without end.
const ROUNDS: usize = 20;
const CHANGES: usize = 500;

/// Keeps the memory of every engine that the page starts, to see how large it has become.
const ENGINES: &str = "<script>
    const engines = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const native = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await native.apply(WebAssembly, given);
            engines.push((made.instance ?? made).exports.memory);
            return made;
        };
    }
</script>";

fn times(usual: usize, long: usize) -> usize {
    if is_long(&format!("{long} times in place of {usual}")) { long } else { usual }
}

/// What the page's process holds after everything unused is gone.
#[derive(Debug)]
struct Held {
    memory: f64,
    listeners: f64,
    documents: f64,
    nodes: f64,
    engine: f64,
}

impl Held {
    async fn by(browser: &Browser) -> Result<Self> {
        browser.settled().await?;
        for _ in 0..3 {
            browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let metrics = browser.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = metrics.get("metrics").and_then(Value::as_array).context("no metrics")?;
        let find = |name: &str| {
            let metric = metrics.iter().find(|metric| metric.get("name") == Some(&json!(name)));
            metric.and_then(|metric| metric.get("value")?.as_f64()).context("no such metric")
        };
        let engine = "return engines.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";
        Ok(Self {
            memory: find("JSHeapUsedSize")?,
            listeners: find("JSEventListeners")?,
            documents: find("Documents")?,
            nodes: find("Nodes")?,
            engine: browser.host(engine).await?.as_f64().context("no size")?,
        })
    }

    /// Says how much more it is than before, for each of so many times.
    fn say(&self, before: &Self, what: &str, many: usize, begun: Instant) {
        let each = (self.memory - before.memory) / many as f64;
        let seconds = begun.elapsed().as_secs();
        println!("{what}: {many} in {seconds} s, {each:.0} bytes each; {before:?}, then {self:?}");
    }

    /// Nothing may have grown but by so much memory here and in the engine, so many listeners and so many nodes.
    fn within(&self, before: &Self, more: f64, engine: f64, left: [f64; 2]) -> Result<()> {
        let [listeners, nodes] = left;
        ensure!(
            self.memory < before.memory + more
                && self.engine <= before.engine + engine
                && self.listeners <= before.listeners + listeners
                && self.documents <= before.documents
                && self.nodes <= before.nodes + nodes,
            "{before:?}, and later {self:?}"
        );
        Ok(())
    }
}

fn in_one_process() -> Look {
    Look::desk().without("IsolateSandboxedIframes")
}

/// A round puts the element in, waits until the self-check is there, and takes it out.
fn rounds(attributes: &str, ready: &str) -> Result<()> {
    visit(&in_one_process(), async |browser| {
        let _site = Host::with(attributes)?.head(ENGINES).open(browser).await?;
        browser.devtools("Performance.enable", json!({})).await?;
        let inline = !attributes.is_empty();
        let round = format!(
            "const [times, done] = arguments;
             (async () => {{
                 document.querySelector('burnout-screener')?.remove();
                 for (let round = 0; round < times; round++) {{
                     const element = document.createElement('burnout-screener');
                     if ({inline}) element.setAttribute('mode', 'inline');
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
        );
        browser.host_async(&round, ROUNDS).await?;
        let before = Held::by(browser).await?;
        let (many, begun) = (times(100, 2_000), Instant::now());
        for done in 0..many / ROUNDS {
            let done = format!("after {} rounds", done * ROUNDS);
            browser.host_async(&round, ROUNDS).await.context(done)?;
        }
        let after = Held::by(browser).await?;
        after.say(&before, if inline { "inline" } else { "frames" }, many, begun);
        // Yew never gives back the listeners (one for each of three kinds of events) on an element that it was mounted on, nor, with them, that one empty
        // element. In the frame they go with the document.
        let mounts = if inline { many as f64 } else { 0.0 };
        let more = MORE.max(mounts * PER_MOUNT);
        after.within(&before, more, mounts * IN_THE_ENGINE, [3.0 * mounts, mounts + 10.0])
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

/// Changes an answer so many times.
async fn change(person: &Person<'_>, many: usize) -> Result<()> {
    for _ in 0..many / CHANGES {
        let script = format!(
            "window.changed = false;
             (async () => {{
                 const press = (words) => button(words).click();
                 for (let time = 0; time < {CHANGES}; time++) {{
                     const all = options(asked()[0]);
                     all[(time * 7) % all.length].click();
                     await new Promise((done) => setTimeout(done));
                     press('Back');
                     await new Promise((done) => setTimeout(done));
                 }}
                 window.changed = true;
             }})()"
        );
        person.ask::<Value>(&script).await?;
        person.until("the changes", "return window.changed").await?;
    }
    Ok(())
}

fn changes(attributes: &str, way: Way) -> Result<()> {
    visit(&in_one_process(), async |browser| {
        let _site = Host::with(attributes)?.head(ENGINES).open(browser).await?;
        browser.devtools("Performance.enable", json!({})).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.start().await?;
        change(&person, CHANGES).await?;
        let before = Held::by(browser).await?;
        let (many, begun) = (times(1_000, 10_000), Instant::now());
        change(&person, many).await?;
        let after = Held::by(browser).await?;
        after.say(&before, "changes of an answer", many, begun);
        after.within(&before, MORE, 0.0, [0.0, 10.0])
    })
}

#[test]
fn changing_answers_in_the_frame_leaves_nothing_behind() -> Result<()> {
    changes("", Way::Frames(0))
}

#[test]
fn changing_answers_inline_leaves_nothing_behind() -> Result<()> {
    changes(r#"data-mode="inline""#, Way::Inline(0))
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
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        Ok(())
    })
}
