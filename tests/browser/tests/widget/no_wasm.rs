//! Where WebAssembly is switched off, or forbidden in one of the documents: the file whose engine is JavaScript, the same to the
//! last word; or the panel, and never an endless wait.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit, visit_in};
use browser_tests::dist::Dist;
use browser_tests::downloads::Downloads;
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};
use xtask::server::Route;

const FILE: &str = "burnout-screener.en.html";
const PLAIN: &str = "burnout-screener.no-wasm.en.html";
const NONE: &str = "return typeof WebAssembly === 'undefined'";
/// What stands only in the document whose engine is JavaScript.
const IS_PLAIN: &str = "return root.getElementById('texts') !== null";
const OTHER: &str = "return document.querySelector('burnout-screener')?.shadowRoot?.querySelector('iframe')?.src.includes('.no-wasm.')";
/// Seconds until a question of the engine is there, on a processor four times slower.
const LONGEST: f64 = 5.0;
const SLOWER: u32 = 4;
const ROUNDS: usize = 3;

async fn is_plain(person: &Person<'_>) -> Result<()> {
    ensure!(person.ask::<bool>(IS_PLAIN).await?, "the engine is WebAssembly");
    Ok(())
}

fn whole_way(engine: Engine) -> Result<()> {
    if !engine.is_there()? {
        return Ok(());
    }
    visit_in(engine, &Look::tall().without_wasm(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        ensure!(browser.host(NONE).await? == true, "WebAssembly is there");
        let person = Person::at(browser).await?;
        ensure!(person.ask::<bool>(NONE).await?, "WebAssembly is there in the frame");
        is_plain(&person).await?;
        person.start().await?;
        for _ in 0..4 {
            person.answer(&Answers::strain(4, 0, 1)).await?;
            person.forward().await?;
        }
        person.finish(&Answers::strain(4, 0, 1)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
        person.ask::<Value>("window.print = () => (window.printed = true)").await?;
        person.opens_row("fold.keep").await?;
        person.press(person.texts.say("take.print")?).await?;
        person.until("the print", "return window.printed").await?;
        person.erases_and_leaves().await?;
        person.until("the erased page", "return root.querySelector('[data-step=erased]')").await?;
        person.go_by("erased.start").await?;
        person.start().await?;
        ensure!(person.asked().await?.iter().all(|asked| asked.chosen.is_none()), "not erased");
        Ok(())
    })
}

#[test]
fn the_whole_way_works_without_webassembly() -> Result<()> {
    whole_way(Engine::Chromium)
}

#[test]
fn the_whole_way_works_without_webassembly_in_firefox() -> Result<()> {
    whole_way(Engine::Firefox)
}

/// As the plugin for WordPress has them, which would be too large with all of them.
#[test]
fn where_that_file_is_there_in_english_alone_it_is_shown_in_english() -> Result<()> {
    visit(&Look::desk().without_wasm(), async |browser| {
        let host = Host::with(r#"data-lang="es""#)?;
        let host = host.dist(|dist| dist.without("burnout-screener.no-wasm.es.html"));
        let _site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        is_plain(&person).await?;
        let language = "return document.documentElement.lang";
        assert_eq!(person.ask::<String>(language).await?, "en");
        Ok(())
    })
}

/// Everything that is said and handed over at the end of these answers, by the file with this name. What is there by chance or by
/// the clock is left out.
async fn told(browser: &Browser, file: &str, answers: &Answers) -> Result<Vec<String>> {
    let downloads = Downloads::of(browser).await?;
    let site = Host::plain()?.body("").open(browser).await?;
    browser.excuse("favicon.ico");
    browser.open(&site.url(&format!("{KIT}{file}"))).await?;
    let person = Person::by(browser, Way::File, Hand::Quick).await?;
    person.finish(answers).await?;
    let mut told = vec![person.words().await?];
    for fold in ["more.title", "fold.details", "fold.keep"] {
        person.opens_row(fold).await?;
        told.push(person.words().await?);
    }
    person.unfold("take.other").await?;
    for (button, ending) in [("take.table", ".csv"), ("take.record", ".fhir.json")] {
        person.press(person.texts.say(button)?).await?;
        let path = downloads.arrives(ending).await?;
        told.push(without_chance(&fs::read_to_string(&path)?));
        fs::remove_file(path)?;
    }
    ensure!(person.ask::<bool>(IS_PLAIN).await? == (file == PLAIN), "the other file");
    Ok(told)
}

/// A record without what it was named by chance; the numbers of its parts, which stand at the end of each name, stay.
fn without_chance(text: &str) -> String {
    const NAME: &str = "urn:uuid:";
    const DRAWN: usize = 32;
    let drawn = text.split_once(NAME).and_then(|(_, rest)| rest.get(..DRAWN));
    drawn.map_or_else(|| text.to_owned(), |drawn| text.replace(drawn, ""))
}

#[test]
fn both_engines_say_the_same_of_the_same_answers() -> Result<()> {
    let all = [
        Answers::strain(4, 0, 1),
        Answers::strain(2, 3, 4).caring().skip("spoiled_good_moments"),
        Answers::none(),
    ];
    for answers in all {
        let mut both = Vec::new();
        for file in [FILE, PLAIN] {
            visit(&Look::tall(), async |browser| {
                both.push(told(browser, file, &answers).await?);
                Ok(())
            })?;
        }
        let [one, other] = both.as_slice() else { unreachable!("two files") };
        ensure!(one.iter().all(|text| text.len() > 100), "nothing is said");
        for (one, other) in one.iter().zip(other) {
            assert_eq!(one, other);
        }
    }
    Ok(())
}

/// Somebody begins, in a page with this in its head and with these files.
fn begins(head: &str, dist: Dist, attributes: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        browser.excuse("Content Security Policy");
        let own = serde_json::to_vec(&own_instrument(browser).await?)?;
        let host = Host::with(attributes)?.head(head).dist(|_| dist.clone());
        let host = host.also(Route::bytes("/own.json", "application/json", own));
        let _site = host.open(browser).await?;
        browser.until("the other file", OTHER).await?;
        let person = Person::at(browser).await?;
        is_plain(&person).await?;
        person.start().await
    })
}

async fn own_instrument(browser: &Browser) -> Result<Value> {
    let texts = Person::looking(browser, Way::File)?.texts;
    let mut own = texts.instrument.clone();
    let fields = own.as_object_mut().context("no object")?;
    fields.insert("id".to_owned(), json!("our-clinic"));
    fields.insert("text".to_owned(), texts.words()?.clone());
    Ok(own)
}

/// As browsers are that do not know 'wasm-unsafe-eval'.
fn forbidden_in_frame() -> Result<Dist> {
    let dist = Dist::built()?;
    ["burnout-screener.en.html", "burnout-screener.any.en.html"]
        .into_iter()
        .try_fold(dist, |dist, file| dist.changed(file, " 'wasm-unsafe-eval';", ";"))
}

#[test]
fn a_frame_that_may_not_run_webassembly_is_replaced() -> Result<()> {
    begins("", forbidden_in_frame()?, "")
}

#[test]
fn a_frame_with_questions_of_the_host_is_replaced_too() -> Result<()> {
    begins("", forbidden_in_frame()?, r#"data-instrument="/own.json""#)
}

#[test]
fn a_page_without_webassembly_asks_for_the_other_file_at_once() -> Result<()> {
    let dist = Dist::built()?.without(FILE);
    begins("<script>delete window.WebAssembly</script>", dist, "")
}

fn ends_in_panel(way: Way, dist: Dist, path: &str, attributes: &str) -> Result<()> {
    visit(&Look::desk().without_wasm(), async |browser| {
        for expected in ["Failed to load", "is the file there", "favicon.ico", "WebAssembly"] {
            browser.excuse(expected);
        }
        let frame = format!(r#"<iframe src="{KIT}{FILE}" width="700" height="600"></iframe>"#);
        let host = Host::with(attributes)?.dist(|_| dist);
        let host = if matches!(way, Way::OwnFrame(_)) { host.body(&frame) } else { host };
        let site = host.open(browser).await?;
        browser.open(&site.url(path)).await?;
        Person::looking(browser, way)?.sees_panel().await
    })
}

#[test]
fn without_the_other_file_there_is_the_panel() -> Result<()> {
    ends_in_panel(Way::OnHost(0), Dist::built()?.without(PLAIN), "/", "")
}

#[test]
fn the_file_with_webassembly_by_itself_shows_the_panel() -> Result<()> {
    ends_in_panel(Way::File, Dist::built()?, &format!("{KIT}{FILE}"), "")?;
    ends_in_panel(Way::OwnFrame(0), Dist::built()?, "/", "")
}

#[test]
fn the_inline_mode_shows_the_panel() -> Result<()> {
    ends_in_panel(Way::Inline(0), Dist::built()?, "/", r#"data-mode="inline""#)
}

/// Says in the frame how many seconds after the page the first question of the engine stood there.
const WATCH: &str = "const begun = performance.timeOrigin;
    let pressed = false;
    const look = () => {
        const { state } = document.documentElement?.dataset ?? {};
        const start = document.querySelector('[data-step=welcome] .primary');
        if (state === 'running' && start && !pressed) (pressed = true), start.click();
        if (pressed && document.querySelector('.stage .option')) parent.parent.postMessage({ there: Date.now() }, '*');
        else requestAnimationFrame(look);
    };
    if (parent !== self && parent.parent !== parent) requestAnimationFrame(look);
    if (top === self) addEventListener('message', ({ data }) => { if (data.there) window.there = (data.there - begun) / 1000; });";

#[test]
fn the_first_question_is_there_within_five_seconds_on_a_slow_processor() -> Result<()> {
    // Everything in one process, so that the slowing down reaches the frames as well.
    let look = Look::phone(400).without_wasm().without("IsolateSandboxedIframes");
    visit(&look, async |browser| {
        let source = json!({ "source": format!("(() => {{ {WATCH} }})()") });
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
        // What else runs on the machine only ever adds to it.
        let mut least = f64::INFINITY;
        for _ in 0..ROUNDS {
            let _site = Host::plain()?.open(browser).await?;
            let seconds = browser.until("a question", "return window.there").await?;
            least = least.min(seconds.as_f64().context("no number")?);
        }
        println!("the first question without WebAssembly: {least:.2} s, {SLOWER} times slower");
        ensure!(least <= LONGEST, "{least} s");
        let _site = Host::plain()?.open(browser).await?;
        is_plain(&Person::looking(browser, Way::Frames(0))?).await
    })
}
