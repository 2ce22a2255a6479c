//! Which language somebody finds, and how they change it: every answer stays, and the page hears of the change alone.

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::held::Held;
use browser_tests::host::{Host, Site, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use serde_json::Value;
use xtask::workspace::Workspace;

const ARABIC: &str = "العربية";
const SPANISH: &str = "Español";

fn texts(code: &str) -> Result<Texts> {
    Texts::of(Workspace::here()?.json(&format!("www/locales/{code}.json"))?)
}

/// The language that the frame of the page is in, once it is there.
async fn found(browser: &Browser, host: Host) -> Result<String> {
    let _site = host.open(browser).await?;
    let person = Person::looking(browser, Way::Frames(0))?;
    person.arrives().await?;
    person.ask("return document.documentElement.lang").await
}

/// Makes the page say that it is in this language, or in none.
fn said_by_page(language: &str) -> String {
    format!("<script>document.documentElement.lang = '{language}'</script>")
}

#[test]
fn the_attribute_comes_before_the_page_and_the_page_before_the_browser() -> Result<()> {
    visit(&Look::desk().flag("--accept-lang=ar-EG,en"), async |browser| {
        for (attributes, page, language) in [
            (r#"data-lang="es-MX""#, "ar", "es"),
            ("", "es-419", "es"),
            ("", "en-GB", "en"),
            ("", "", "ar"),
            // Of none that is there.
            ("", "it", "ar"),
        ] {
            let host = Host::with(attributes)?.head(&said_by_page(page));
            assert_eq!(found(browser, host).await?, language, "{attributes} on a page in {page:?}");
        }
        // The nearest that says one is meant, and a component says it for what is in it.
        let near = format!(r#"<div lang="es"><div>{}</div></div>"#, tag(""));
        assert_eq!(found(browser, Host::plain()?.body(&near)).await?, "es");
        let within = r##"<div id="c" lang="es"></div><script>
            const within = document.getElementById("c").attachShadow({ mode: "open" });
            within.append(document.createElement("burnout-screener"));
            </script>"##;
        let tag = tag(r##"data-target="#nowhere""##);
        let _site = Host::plain()?.body(&[within, &tag].concat()).open(browser).await?;
        let frame = "return document.getElementById('c').shadowRoot.firstChild.shadowRoot?.querySelector('iframe')?.src";
        let src = browser.until("the frame", frame).await?;
        ensure!(src.as_str().is_some_and(|src| src.contains(".es.html")), "{src}");
        Ok(())
    })
}

#[test]
fn a_browser_whose_languages_are_not_there_gets_english_and_one_that_is_not_there_is_named()
-> Result<()> {
    visit(&Look::desk().flag("--accept-lang=it,tlh"), async |browser| {
        let host = Host::with(r#"data-lang="tlh""#)?.head(&said_by_page(""));
        assert_eq!(found(browser, host).await?, "en");
        browser.expect_message(r#"lang="tlh" is none of ar,"#).await
    })
}

async fn opened<'a>(browser: &'a Browser, host: Host, way: Way) -> Result<(Site, Person<'a>)> {
    let site = host.open(browser).await?;
    let person = Person::by(browser, way, Hand::Quick).await?;
    Ok((site, person))
}

/// Presses the name of a language, and reads on in it.
async fn speaks(person: &mut Person<'_>, name: &str, code: &str) -> Result<()> {
    person.press(name).await?;
    let there = format!("return root.querySelector('form').lang === '{code}'");
    person.until(&format!("the words of {code}"), &there).await?;
    person.texts = texts(code)?;
    Ok(())
}

/// The same from the bar, which is there at every step.
async fn speaks_from_the_bar(person: &mut Person<'_>, name: &str, code: &str) -> Result<()> {
    person.press(person.texts.say("help.more")?).await?;
    person
        .until("the names of the languages", "return every('.help .tongues button').length > 2")
        .await?;
    speaks(person, name, code).await
}

/// Through a whole run in three languages, in both modes.
async fn keeps_every_answer(browser: &Browser, attributes: &str, way: Way) -> Result<()> {
    let answers = Answers::strain(4, 0, 1);
    let (site, mut person) = opened(browser, Host::with(attributes)?, way).await?;
    let asked_for = |file: &str| site.requests().iter().any(|(path, _)| path.contains(file));
    speaks(&mut person, SPANISH, "es").await?;
    assert_eq!(person.ask::<String>("return active().localName").await?, "h2");
    person.start().await?;
    while !person.place().await?.starts_with("12 ") {
        person.go_through(&answers).await?;
    }
    let place = person.place().await?;
    ensure!(!asked_for("/ar."), "nothing is asked for before somebody wants it");
    speaks_from_the_bar(&mut person, ARABIC, "ar").await?;
    // Numbers are isolated in a language that runs the other way.
    let there = person.place().await?.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(
        there,
        texts("ar")?.fill("flow.place", &[("number", "12"), ("total", "30")])?,
        "after {place}"
    );
    let written = "const { lang, dir } = root.documentElement ?? root.querySelector('.bs'); return [lang, dir]";
    person
        .until("the direction", &format!("return (() => {{ {written} }})().join() === 'ar,rtl'"))
        .await?;
    person.back().await?;
    let chosen = person.asked().await?.first().and_then(|asked| asked.chosen);
    ensure!(chosen.is_some(), "the answer before is kept");
    person.finish(&answers).await?;
    assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
    speaks_from_the_bar(&mut person, "English", "en").await?;
    assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
    Ok(())
}

#[test]
fn a_change_of_language_keeps_every_answer() -> Result<()> {
    visit(&Look::desk(), async |browser| keeps_every_answer(browser, "", Way::Frames(0)).await)
}

#[test]
fn so_it_does_inline() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        keeps_every_answer(browser, r#"data-mode="inline""#, Way::Inline(0)).await
    })
}

#[test]
fn the_page_hears_that_a_language_was_chosen_and_nothing_of_the_answers() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let mut all = Vec::new();
        for option in [0, 4] {
            let (_site, mut person) = opened(browser, Host::plain()?, Way::Frames(0)).await?;
            person.start().await?;
            for _ in 0..6 {
                person
                    .answer_with(option.min(
                        person.asked().await?.first().map_or(0, |asked| asked.options.len() - 1),
                    ))
                    .await?;
            }
            browser.settled().await?;
            let before = browser.heard().await?.len();
            speaks_from_the_bar(&mut person, SPANISH, "es").await?;
            browser.settled().await?;
            let heard = browser.heard().await?;
            // The first of them is taken away while its answers would be lost.
            browser.excuse("beforeunload");
            all.push(heard.get(before..).context("less was heard than before")?.to_vec());
        }
        let [one, other] = all.as_slice() else { anyhow::bail!("two ways") };
        assert_eq!(one, other);
        assert_eq!(one.iter().filter(|said| said.contains("language")).count(), 1, "{one:?}");
        Ok(())
    })
}

#[test]
fn other_words_than_those_that_the_file_knows_are_not_taken() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let file = "burnout-screener.es.words.js";
        let changed = Dist::built()?.changed(file, "trabajo", "dinero")?;
        let (_site, person) =
            opened(browser, Host::plain()?.dist(|_| changed), Way::Frames(0)).await?;
        person.press(SPANISH).await?;
        browser.expect_message("other words").await?;
        person.reads(person.texts.say("welcome.start")?).await?;
        // Nor is anything that nobody has asked for.
        let words = Dist::built()?.text(file)?;
        let text = words
            .lines()
            .last()
            .and_then(|line| line.strip_prefix("export default "))
            .context("no words")?;
        let sent = format!(
            "document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').contentWindow[0]
                .postMessage({{ 'burnout-screener': 1, type: 'words', language: 'es', text: {} }}, '*')",
            text.trim_end_matches(';')
        );
        let (_site, person) = opened(browser, Host::plain()?, Way::Frames(0)).await?;
        browser.host(&sent).await?;
        browser.settled().await?;
        assert_eq!(person.ask::<String>("return root.querySelector('form').lang").await?, "en");
        Ok(())
    })
}

#[test]
fn there_is_no_menu_where_nobody_could_bring_other_words_and_none_beside_own_questions()
-> Result<()> {
    let none = "return [...root.querySelectorAll('.tongues')].filter(seen).length";
    visit(&Look::desk(), async |browser| {
        let host = Host::plain()?.serve(browser.engine)?;
        browser.open(&host.url("/kit/burnout-screener.en.html")).await?;
        let person = Person::by(browser, Way::File, Hand::Quick).await?;
        assert_eq!(person.ask::<Value>(none).await?, 0);
        let file = Workspace::here()?.text("tests/instruments/flow-like.json")?;
        let own = xtask::server::Route::bytes("/own.json", "application/json", file.into_bytes());
        for mode in ["isolated", "inline"] {
            let host = Host::with(&format!(r#"data-instrument="/own.json" data-mode="{mode}""#))?;
            let way = if mode == "inline" { Way::Inline(0) } else { Way::Frames(0) };
            let (_site, person) = opened(browser, host.also(own.clone()), way).await?;
            assert_eq!(person.ask::<Value>(none).await?, 0, "{mode}");
        }
        Ok(())
    })
}

#[test]
fn what_is_pressed_before_the_engine_is_there_comes_with_it() -> Result<()> {
    visit(&Look::desk().impatient(), async |browser| {
        let (host, held) = Held::on(Host::plain()?)?;
        let _site = host.open(browser).await?;
        let person = Person::early(browser, Way::Frames(0), Hand::Quick)?;
        person
            .until("the first words", "return document.documentElement.dataset.state === 'first'")
            .await?;
        person.press(SPANISH).await?;
        held.comes()?;
        person.until("Spanish", "return root.querySelector('form').lang === 'es'").await
    })
}
