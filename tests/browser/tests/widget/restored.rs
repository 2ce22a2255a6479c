//! A browser that is closed or dies, and starts again with everything that was open: no answer comes back, and none
//! is on the disk. What follows a crash, and all of it in Firefox, belongs to the long run.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit_in, wait_for};
use browser_tests::dist::Dist;
use browser_tests::engine::Engine;
use browser_tests::host::{Host, KIT, Site};
use browser_tests::long::is_long;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::profile::Profile;
use serde_json::{Value, json};
use xtask::server::Route;

/// Until browsers have written down what is open.
const WRITTEN: Duration = Duration::from_millis(3500);
const PASSPHRASE: &str = "fourcalmwords";

const FRAMED: &str = "/framed";
const ERASED: &str = "/erased";
const INLINE: &str = "/";
const ORDINARY: &str = "/ordinary";
const ELSEWHERE: &str = "/elsewhere";

/// A page whose form is kept as any other: without it, nothing found would prove nothing.
const FORM: &str = r#"<!doctype html><title>A form</title><link rel="icon" href="/icon.svg">
<form><input name="motto"><input type="radio" name="weather" value="fair"><input type="radio" name="weather" value="foul"></form>"#;
const MOTTO: &str = "festinalente";

fn page(widget: &str) -> String {
    format!(
        r#"<!doctype html><title>A page</title><link rel="icon" href="/icon.svg"><body>{widget}"#
    )
}

fn serve(engine: Engine) -> Result<Site> {
    let framed = page(&browser_tests::host::tag(""));
    // What is kept for a later visit of the site itself is no state of a page.
    let fresh = |route: Route| route.header("Cache-Control", "no-store");
    let host = Host::with(r#"data-mode="inline""#)?
        .header("Cache-Control", "no-store")
        .kit_header("Cache-Control", "no-store");
    let host = if engine == Engine::Chromium { host.watched() } else { host };
    host.also(fresh(Route::html(FRAMED, &framed)))
        .also(fresh(Route::html(ERASED, &framed)))
        .also(fresh(Route::html(ORDINARY, FORM)))
        .also(fresh(Route::html(ELSEWHERE, &page("<p>The weather."))))
        .serve(engine)
}

/// The document within the file, in which the words of the first questions stand for everybody.
fn inner() -> Result<String> {
    let file = Dist::built()?.text("burnout-screener.en.html")?;
    let inner = file.split("srcdoc='").nth(1).and_then(|rest| rest.split('\'').next());
    Ok(inner.context("no document within")?.replace("&#39;", "'").replace("&amp;", "&"))
}

fn file() -> String {
    format!("{KIT}burnout-screener.en.html")
}

/// Answers two pages.
async fn answers(person: &Person<'_>) -> Result<()> {
    while person.step().await? != "questions" {
        person.forward().await?;
    }
    let answers = Answers::strain(4, 4, 4);
    person.answer(&answers).await?;
    person.forward().await?;
    person.answer(&answers).await?;
    let chosen = person.asked().await?;
    ensure!(chosen.iter().any(|asked| asked.chosen.is_some()), "nothing is chosen: {chosen:?}");
    Ok(())
}

/// Goes to the only boxes that can be ticked, and ticks all that are not.
async fn ticks(person: &Person<'_>) -> Result<()> {
    person.finish(&Answers::strain(4, 4, 4)).await?;
    person.opens_row("fold.keep").await?;
    person.go_by("hand.supervision").await?;
    let ticked = "return every('input[type=checkbox]').map((box) => { box.checked || box.click(); return box.checked })";
    let ticked: Vec<bool> = person.ask(ticked).await?;
    ensure!(!ticked.is_empty() && !ticked.contains(&false), "{ticked:?}");
    Ok(())
}

/// The first two pages, with nothing chosen on them.
async fn is_empty(person: &Person<'_>) -> Result<()> {
    person.arrives().await?;
    let step = person.step().await?;
    ensure!(step == "welcome" || step == "erased", "{step} is shown");
    if step == "erased" {
        person.go_by("erased.start").await?;
    }
    person.start().await?;
    for _ in 0..2 {
        let asked = person.asked().await?;
        ensure!(!asked.is_empty(), "nothing is asked");
        ensure!(asked.iter().all(|asked| asked.chosen.is_none()), "{asked:?}");
        person.forward().await?;
    }
    Ok(())
}

fn on<'a>(browser: &'a Browser, path: &str) -> Result<Person<'a>> {
    let way = match path {
        INLINE => Way::Inline(0),
        FRAMED | ERASED => Way::Frames(0),
        _ => Way::File,
    };
    Person::looking(browser, way)
}

async fn opens<'a>(browser: &'a Browser, site: &Site, path: &str) -> Result<Person<'a>> {
    browser.new_tab().await?;
    browser.open(&site.url(path)).await?;
    let person = on(browser, path)?;
    person.arrives().await?;
    Ok(person)
}

async fn fills_in_the_form(browser: &Browser, site: &Site) -> Result<()> {
    browser.new_tab().await?;
    browser.open(&site.url(ORDINARY)).await?;
    browser
        .host(&format!(
            "const field = document.querySelector('[name=motto]');
             field.value = {};
             for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));
             document.querySelector('[value=foul]').click()",
            json!(MOTTO)
        ))
        .await?;
    Ok(())
}

/// Everything that a person does before the browser is closed.
async fn a_long_visit(browser: &Browser, site: &Site) -> Result<()> {
    let framed = opens(browser, site, FRAMED).await?;
    answers(&framed).await?;
    tokio::time::sleep(WRITTEN).await;
    browser.open(&site.url(ELSEWHERE)).await?;
    browser.back().await?;
    framed.come_back().await?;
    is_empty(&framed).await.context("back by the history")?;
    answers(&framed).await?;

    // Two tabs that are closed, and can be opened once more.
    let first = browser.tab().await?;
    let closed = opens(browser, site, FRAMED).await?;
    let second = browser.tab().await?;
    closed.finish(&Answers::strain(4, 4, 4)).await?;
    let alone = opens(browser, site, &file()).await?;
    answers(&alone).await?;
    tokio::time::sleep(WRITTEN).await;
    browser.close_tab(&first).await?;
    browser.turn_to(&second).await?;
    browser.close_tab(&first).await?;

    let alone = opens(browser, site, &file()).await?;
    answers(&alone).await?;
    browser.reload().await?;
    alone.come_back().await?;
    is_empty(&alone).await.context("after a reload")?;
    ticks(&alone).await?;

    let erased = opens(browser, site, ERASED).await?;
    answers(&erased).await?;
    erased.erases_and_leaves().await?;
    erased.until("the erased page", "return root.querySelector('[data-step=erased]')").await?;

    let inline = opens(browser, site, INLINE).await?;
    answers(&inline).await?;
    inline.finish(&Answers::strain(4, 4, 4)).await?;
    inline.opens_row("fold.keep").await?;
    inline.unfold("again.protect").await?;
    inline.protects(PASSPHRASE).await?;
    // In a field that is no longer one for passphrases.
    inline.press(inline.texts.say("again.show")?).await?;
    ticks(&inline).await?;

    fills_in_the_form(browser, site).await?;
    // Nobody has touched these pages but a script.
    browser.excuse("beforeunload");
    tokio::time::sleep(WRITTEN).await;
    Ok(())
}

/// Looks at every tab that came back; all these pages have to be among them.
async fn nothing_comes_back(browser: &Browser, site: &Site, paths: &[&str]) -> Result<()> {
    let mut seen = Vec::new();
    let open = wait_for(&format!("a tab for each of {paths:?}"), async || {
        let mut open = Vec::new();
        seen.clear();
        for tab in browser.tabs().await? {
            browser.turn_to(&tab).await?;
            let address = browser.address().await?;
            seen.push(address.clone());
            let path = paths.iter().find(|path| site.url(path) == address);
            open.extend(path.map(|path| (tab, *path)));
        }
        Ok((open.len() == paths.len()).then_some(open))
    })
    .await;
    let open = open.with_context(|| format!("the tabs are {seen:?}"))?;
    for (tab, path) in open {
        browser.turn_to(&tab).await?;
        if path == ORDINARY {
            let state = "return document.querySelector('[name=motto]')?.value + document.querySelector('[value=foul]')?.checked";
            let state = browser.host(state).await?;
            ensure!(state == json!(format!("{MOTTO}true")), "the form itself holds {state}");
        } else {
            let person = on(browser, path)?;
            is_empty(&person).await.with_context(|| format!("{path} came back"))?;
        }
    }
    Ok(())
}

/// Nothing of the answers is in any file, and what was written into the ordinary form is.
fn leaves_no_trace(engine: Engine, profile: &Profile) -> Result<()> {
    let served = inner()?;
    let known = profile.finds(&["weather", MOTTO], &served)?;
    for words in ["weather", MOTTO] {
        let found = known.iter().any(|found| found.ends_with(words));
        ensure!(found, "the form is nowhere either: {known:?}");
    }
    let texts = browser_tests::texts::Texts::read()?;
    // How it would name a box of ours that is ticked.
    let box_of_ours = if engine == Engine::Firefox { "xhtml:main" } else { "checkbox" };
    let mut secret = vec![PASSPHRASE, box_of_ours];
    // An id of one word may be any word.
    let ids = texts.items().iter().map(|item| item.id.as_str());
    secret.extend(ids.filter(|id| id.contains('_')));
    let most = texts.words()?.pointer("/options/frequency/nearly_always").and_then(Value::as_str);
    secret.push(most.context("no words of the strongest option")?);
    for result in ["headline.both", "headline.burnout", "headline.compassion_fatigue"] {
        secret.push(texts.say(result)?);
    }
    let found = profile.finds(&secret, &served)?;
    ensure!(found.is_empty(), "on the disk: {found:#?}");
    Ok(())
}

fn nothing_is_left(engine: Engine, also_killed: bool) -> Result<()> {
    if !engine.is_there()? {
        return Ok(());
    }
    let profile = Profile::new()?;
    let look = Look::tall().profile(&profile);
    let site = serve(engine)?;
    visit_in(engine, &look, async |browser| a_long_visit(browser, &site).await)?;
    leaves_no_trace(engine, &profile).context("after it was closed")?;
    let file = file();
    let all = [FRAMED, &file, ERASED, INLINE, ORDINARY];
    if !also_killed {
        return visit_in(engine, &look, async |browser| {
            nothing_comes_back(browser, &site, &all).await
        });
    }
    visit_in(engine, &look.clone().killed(), async |browser| {
        nothing_comes_back(browser, &site, &all).await?;
        browser.excuse("beforeunload");
        let person = opens(browser, &site, FRAMED).await?;
        answers(&person).await?;
        tokio::time::sleep(WRITTEN * 2).await;
        Ok(())
    })?;
    leaves_no_trace(engine, &profile).context("after it was killed")?;
    visit_in(engine, &look, async |browser| {
        nothing_comes_back(browser, &site, &[FRAMED, &file, ERASED, INLINE, ORDINARY, FRAMED]).await
    })?;
    Ok(())
}

#[test]
fn nothing_comes_back_in_chromium_and_nothing_is_on_its_disk() -> Result<()> {
    nothing_is_left(Engine::Chromium, is_long("what Chromium brings back after a crash"))
}

#[test]
fn nothing_comes_back_in_firefox_and_nothing_is_on_its_disk() -> Result<()> {
    if !is_long("what Firefox has on its disk and brings back") {
        return Ok(());
    }
    nothing_is_left(Engine::Firefox, true)
}

/// The same file without what tells browsers to keep nothing of its form, and so that this can be taken away, without its policy.
fn forgetful() -> Result<Dist> {
    const TAKEN: &str = r#"<script>const set = Element.prototype.setAttribute;
        Element.prototype.setAttribute = function (name, value) { if (name !== "autocomplete") set.call(this, name, value) }</script>
        <main class="bs">"#;
    const FILE: &str = "burnout-screener.en.html";
    let dist = Dist::built()?.changed(FILE, r#"<main class="bs">"#, TAKEN)?;
    dist.changed(FILE, r#"http-equiv="Content-Security-Policy""#, r#"name="no-policy""#)
}

/// It is also how we know that what is ticked would be found.
#[test]
fn without_a_form_that_keeps_nothing_chromium_writes_down_what_is_ticked() -> Result<()> {
    for (dist, is_found) in [(Dist::built()?, false), (forgetful()?, true)] {
        let profile = Profile::new()?;
        let site = Host::plain()?.dist(|_| dist).serve(Engine::Chromium)?;
        visit_in(Engine::Chromium, &Look::tall().profile(&profile), async |browser| {
            ticks(&opens(browser, &site, &file()).await?).await?;
            tokio::time::sleep(WRITTEN).await;
            browser.open(&site.url(ELSEWHERE)).await?;
            browser.excuse("Failed to load resource");
            Ok(())
        })?;
        let found = profile.finds(&["checkbox"], &inner()?)?;
        ensure!(found.is_empty() != is_found, "with it {}: {found:?}", !is_found);
    }
    Ok(())
}
