//! When something is missing or broken: a readable panel with crisis lines, a named error, and a host page unharmed.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::Value;

const FILE: &str = "burnout-screener.en.html";

#[test]
fn a_missing_file_leaves_the_panel_on_the_host_page() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::plain()?.dist(|dist| dist.without(FILE));
        let _site = host.open(browser).await?;
        Person::looking(browser, Way::OnHost(0))?.sees_panel().await?;
        browser.expect_message("is the file there").await?;
        browser.excuse("Failed to load resource");
        Ok(())
    })
}

/// The release is compared by this script.
fn of_another_release(script: &str) -> Result<browser_tests::dist::Dist> {
    let (from, to) = (".release!==\"0", ".release!==\"old-0");
    browser_tests::dist::Dist::built()?.changed(script, from, to)
}

#[test]
fn a_frame_of_another_release_leaves_the_panel_on_the_host_page() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let dist = of_another_release("burnout-screener.js")?;
        let _site = Host::plain()?.dist(|_| dist).open(browser).await?;
        Person::looking(browser, Way::OnHost(0))?.sees_panel().await?;
        browser.expect_message("is of release").await?;
        let shown = "return document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').clientHeight";
        assert_eq!(browser.host(shown).await?, 0, "the frame is not to be seen");
        Ok(())
    })
}

#[test]
fn a_module_of_another_release_leaves_the_panel_in_the_inline_mode() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let dist = of_another_release("burnout-screener.more.js")?;
        let host = Host::with(r#"data-mode="inline""#)?.dist(|_| dist);
        let _site = host.open(browser).await?;
        Person::looking(browser, Way::Inline(0))?.sees_panel().await?;
        browser.expect_message("is of release").await
    })
}

#[test]
fn a_missing_module_leaves_the_panel_in_the_inline_mode() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-mode="inline""#)?;
        let host = host.dist(|dist| dist.without("inline/burnout-screener.wasm"));
        let _site = host.open(browser).await?;
        Person::looking(browser, Way::Inline(0))?.sees_panel().await?;
        browser.expect_message("the self-check is not shown").await?;
        browser.excuse("Failed to load resource");
        browser.excuse("WebAssembly.instantiateStreaming");
        Ok(())
    })
}

#[test]
fn damaged_webassembly_leaves_the_panel_in_the_frame() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::plain()?;
        let dist = browser_tests::dist::Dist::built()?.changed(
            FILE,
            r#"id="bytes">"#,
            r#"id="bytes">AAAA"#,
        )?;
        let _site = host.dist(|_| dist).open(browser).await?;
        Person::looking(browser, Way::Frames(0))?.sees_panel().await?;
        browser.expect_message("burnout-screener: the self-check stopped:").await
    })
}

#[test]
fn a_frame_without_scripts_leaves_the_panel_on_the_host_page() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let dist = browser_tests::dist::Dist::built()?.changed(
            FILE,
            "script-src 'sha256-",
            "script-src 'sha256-A",
        )?;
        let dist = dist.changed(FILE, "'wasm-unsafe-eval';", ";")?;
        let _site = Host::plain()?.dist(|_| dist).open(browser).await?;
        // In the file itself, and for those who only see the host page, on that too.
        Person::looking(browser, Way::Frames(0))?.sees_panel().await?;
        Person::looking(browser, Way::OnHost(0))?.sees_panel().await?;
        browser.expect_message("is the file there").await?;
        browser.excuse("Content Security Policy");
        Ok(())
    })
}

#[test]
fn values_that_cannot_be_used_are_named_and_the_self_check_starts_all_the_same() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let attributes = [
            ("theme", "purple"),
            ("region", "ATLANTIS"),
            ("accent", "reddish"),
            ("mode", "sideways"),
            ("lang", "tlh"),
            ("contact-link", "javascript:alert(1)"),
            ("contact-phone", "call me"),
        ];
        let written: Vec<String> =
            attributes.iter().map(|(name, value)| format!(r#"data-{name}="{value}""#)).collect();
        let _site = Host::with(&written.join(" "))?.open(browser).await?;
        let person = Person::at(browser).await?;
        for (name, value) in attributes {
            browser.expect_message(&format!(r#"{name}="{value}""#)).await?;
        }
        person.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        Ok(())
    })
}

#[test]
fn unused_values_are_named_in_the_inline_mode_too() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-mode="inline" data-theme="purple" data-accent="reddish""#)?;
        let _site = host.open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        browser.expect_message(r#"theme="purple""#).await?;
        browser.expect_message(r#"accent="reddish""#).await?;
        person.start().await
    })
}

/// The engine panics as soon as it wants to show a question.
const NO_QUESTIONS: &str = "const { createElement } = document;
    Object.defineProperty(document, 'createElement', { value(name, ...given) {
        if (name === 'progress') throw new TypeError('no questions');
        return createElement.call(document, name, ...given);
    } })";

#[test]
fn a_panic_on_the_way_leaves_the_panel_in_the_frame() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.ask::<Value>(NO_QUESTIONS).await?;
        person.press(person.texts.say("welcome.start")?).await?;
        person.sees_panel().await?;
        assert!(
            !person.ask::<bool>("return [...root.querySelectorAll('.step')].some(seen)").await?
        );
        browser.expect_message("the self-check stopped: panicked at").await?;
        browser.excuse("unreachable");
        Ok(())
    })
}

fn two_inline() -> Result<Host> {
    let two = format!(
        r#"<burnout-screener mode="inline"></burnout-screener>{}
           <burnout-screener mode="inline"></burnout-screener>"#,
        tag("")
    );
    Ok(Host::plain()?.body(&two))
}

/// One engine is behind all widgets of a page: what broke it for one has broken it for all, also for one yet to come.
async fn all_show_the_panel(browser: &Browser) -> Result<()> {
    browser
        .host(
            "const late = document.createElement('burnout-screener');
             late.setAttribute('mode', 'inline');
             document.body.append(late)",
        )
        .await?;
    for place in 0..3 {
        let looking = Person::looking(browser, Way::Inline(place))?;
        looking.sees_panel().await?;
        assert!(looking.ask::<bool>("return !root.querySelector('.bs')").await?);
    }
    browser.host("document.querySelector('#after').click()").await?;
    assert_eq!(browser.host("return location.hash").await?, "#after", "the host page works");
    browser.excuse("unreachable");
    Ok(())
}

#[test]
fn a_panic_on_the_way_leaves_the_panel_in_every_inline_widget() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = two_inline()?.open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        Person::by(browser, Way::Inline(1), Hand::Quick).await?;
        browser.host(NO_QUESTIONS).await?;
        person.press(person.texts.say("welcome.start")?).await?;
        browser.expect_message("the self-check is not shown: panicked at").await?;
        browser.excuse("the self-check is not shown: Error: panicked at");
        all_show_the_panel(browser).await
    })
}

/// From then on, whatever the engine calls that makes an element traps.
const TRAPS: &str = "<script>
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = (code, imports) => {
        for (const made of Object.values(imports)) {
            for (const [name, native] of Object.entries(made)) {
                if (!/createElement/.test(native)) continue;
                made[name] = (...given) => {
                    if (window.traps) throw new WebAssembly.RuntimeError('unreachable');
                    return native(...given);
                };
            }
        }
        return instantiateStreaming.call(WebAssembly, code, imports);
    };
</script>";

#[test]
fn an_end_without_a_panic_leaves_the_panel_too() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = two_inline()?.head(TRAPS).open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        Person::by(browser, Way::Inline(1), Hand::Quick).await?;
        browser.host("window.traps = true").await?;
        person.press(person.texts.say("welcome.start")?).await?;
        browser.expect_message("the self-check is not shown: unreachable").await?;
        all_show_the_panel(browser).await
    })
}
