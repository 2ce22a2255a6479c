//! Messages that are not from whom they seem to be from, and a host's clean-up that takes the sandbox away.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::Value;
use xtask::server::{Route, Server};

const HEIGHT: &str = "return document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').clientHeight";
/// Says everything that the frame could say, and some that it could not, to the page above.
const LIAR: &str = "<script>
    for (const height of [1, 19999, 1e9, -1, '9000', NaN, { valueOf: () => 9000 }]) {
        for (const type of ['height', 'ready', 'step', 'navigate', 'configure']) {
            const message = { 'burnout-screener': 1, type, height, url: 'https://evil.example/' };
            try { parent.postMessage(message, '*') } catch {}
            try { top.postMessage(message, '*') } catch {}
        }
    }
    parent.postMessage('told', '*');
</script>";

async fn height(browser: &Browser) -> Result<u64> {
    Ok(browser.host(HEIGHT).await?.as_u64().unwrap_or_default())
}

#[test]
fn neither_the_page_nor_another_frame_can_speak_for_the_self_check() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let site = Host::plain()?.also(Route::html("/liar", LIAR)).open(browser).await?;
        let person = Person::at(browser).await?;
        person.start().await?;
        browser.settled().await?;
        let before = height(browser).await?;
        let lies = format!(
            "const liar = document.createElement('iframe');
             liar.src = '/liar';
             const boxed = document.createElement('iframe');
             boxed.sandbox = 'allow-scripts';
             boxed.src = '/liar';
             document.body.append(liar, boxed);
             postMessage({{ 'burnout-screener': 1, type: 'height', height: 9000 }}, '*');
             window.name = '{}'",
            site.url("/")
        );
        browser.host(&lies).await?;
        browser
            .until(
                "both liars",
                "return watched.heard.filter((said) => said === '\"told\"').length === 2",
            )
            .await?;
        browser.settled().await?;
        assert_eq!(height(browser).await?, before, "the frame keeps its height");
        assert_eq!(browser.host("return location.pathname").await?, "/", "and the page its place");
        assert!(person.asked().await?.iter().all(|asked| asked.chosen.is_none()));
        Ok(())
    })
}

/// What the page and a frame beside it say to the frame inside, after it has been told its settings.
#[test]
fn the_self_check_answers_to_nobody() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.start().await?;
        person.answer(&Answers::strain(4, 4, 4)).await?;
        let (asked, heard) = (person.asked().await?, browser.heard().await?);
        browser
            .host(
                "const inner = document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').contentWindow[0];
                 for (const type of ['ready', 'configure', 'height', 'step', 'answers', 'read', 'export', 'navigate', 'eval'])
                     inner.postMessage({ 'burnout-screener': 1, type, settings: { attributes: { theme: 'dark', region: 'AU' } }, code: 'parent.postMessage(1)' }, '*');
                 inner.postMessage('answers', '*')",
            )
            .await?;
        browser.settled().await?;
        assert_eq!(person.asked().await?, asked, "the answers stay as they are");
        assert_eq!(browser.heard().await?, heard, "nothing was said back");
        Ok(())
    })
}

/// The most that a frame which has been taken over can do to the page: a height between two bounds.
#[test]
fn a_height_out_of_bounds_is_cut() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        for (said, shown) in [("1e9", 20_000), ("-5", 100), ("0", 100)] {
            let lie = format!(
                "parent.parent.postMessage({{ 'burnout-screener': 1, type: 'height', height: {said} }}, '*'); return 1"
            );
            person.ask::<Value>(&lie).await?;
            browser.until("the height", &format!("{HEIGHT} === {shown}")).await?;
        }
        for odd in ["'900'", "1.5", "NaN", "[900]", "null"] {
            let lie = format!(
                "parent.parent.postMessage({{ 'burnout-screener': 1, type: 'height', height: {odd} }}, '*'); return 1"
            );
            person.ask::<Value>(&lie).await?;
        }
        browser.settled().await?;
        assert_eq!(height(browser).await?, 100, "what is no whole number is no height");
        Ok(())
    })
}

/// What a page can reach of the frames below it.
const REACH: &str =
    "const tried = (what) => { try { return String(what()) } catch (why) { return why.name } };
    const frame = arguments[0] ?? document.querySelector('iframe');
    return [tried(() => frame.contentDocument.querySelector('iframe').contentDocument),
        tried(() => frame.contentWindow[0].document.body.innerText),
        tried(() => frame.contentWindow[0].eval('document.body.innerText')),
        tried(() => frame.contentDocument.querySelector('iframe').removeAttribute('sandbox'))]";

#[test]
fn a_page_whose_clean_up_took_the_sandbox_away_still_cannot_look_inside() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let frame = format!(
            r#"<iframe src="{KIT}burnout-screener.en.html" width="900" height="900"></iframe>"#
        );
        let _site = Host::plain()?.body(&frame).open(browser).await?;
        let person = Person::by(browser, Way::OwnFrame(0), Hand::Quick).await?;
        person.start().await?;
        person.answer(&Answers::strain(4, 0, 1)).await?;
        let reached = browser.host(REACH).await?;
        assert_eq!(
            reached,
            serde_json::json!(["null", "SecurityError", "SecurityError", "undefined"]),
            "the outer document is the page's to read, and holds nothing; the inner one is not"
        );
        // The attribute is gone, and changes nothing for the document that is there.
        assert_eq!(person.ask::<String>("return origin").await?, "null");
        assert!(person.asked().await?.iter().all(|asked| asked.chosen.is_some()));
        Ok(())
    })
}

fn works(host: Host, look: &Look) -> Result<()> {
    visit(look, async |browser| {
        let _site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        person.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        Ok(())
    })
}

#[test]
fn an_isolated_page_can_embed_it() -> Result<()> {
    let page = Host::plain()?
        .header("Cross-Origin-Embedder-Policy", "require-corp")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .kit_header("Cross-Origin-Embedder-Policy", "require-corp")
        .kit_header("Cross-Origin-Resource-Policy", "same-origin");
    works(page, &Look::desk())
}

#[test]
fn a_page_that_is_isolated_without_credentials_can_embed_it() -> Result<()> {
    let page = Host::plain()?
        .header("Cross-Origin-Embedder-Policy", "credentialless")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .kit_header("Cross-Origin-Embedder-Policy", "credentialless");
    works(page, &Look::desk())
}

/// A frame beside our file, and a page that opened the one around: each says what only the page around may say, from before
/// the file is there.
#[test]
fn neither_a_sibling_nor_an_opener_configures_the_self_check() -> Result<()> {
    const CONFIGURES: &str = "const told = { 'burnout-screener': 1, type: 'configure', settings: { attributes: { region: 'AU', theme: 'dark' } } };
        const tell = (clinic) => {
            let said = 0;
            setInterval(() => { try { clinic().postMessage(told, '*'); said += 1; } catch {} }, 5);
            return () => said;
        };";
    visit(&Look::desk(), async |browser| {
        let sibling = format!(
            "<script>{CONFIGURES} const said = tell(() => parent.frames[0][0]);
             setTimeout(() => parent.postMessage(`sibling ${{said() > 0}}`, '*'), 2000)</script>"
        );
        let frame = format!(
            r#"<iframe src="{KIT}burnout-screener.en.html"></iframe><iframe sandbox="allow-scripts" src="/sibling"></iframe>"#
        );
        let opener = format!(
            "<script>{CONFIGURES} window.clinic = open('/clinic'); window.said = tell(() => clinic.frames[0][0])</script>"
        );
        let page = |body: &str| format!("<!doctype html><link rel=icon href=/icon.svg>{body}");
        let _site = Host::plain()?
            .body(&opener)
            .also(Route::html("/sibling", &page(&sibling)))
            .also(Route::html("/clinic", &page(&frame)))
            .open(browser)
            .await?;
        let opener = browser.tab().await?;
        browser.until("something said", "return window.said() > 50").await?;
        let tabs = browser.tabs().await?;
        let clinic = tabs.iter().find(|tab| **tab != opener).context("no clinic")?;
        browser.turn_to(clinic).await?;
        let person = Person::by(browser, Way::OwnFrame(0), Hand::Quick).await?;
        person.start().await?;
        assert_eq!(
            person.ask::<String>("return root.querySelector('.bs').dataset.theme").await?,
            "auto"
        );
        assert!(
            !person.words().await?.contains("13 11 14"),
            "the line of the region that was forged"
        );
        browser.turn_to(&opener).await?;
        Ok(())
    })
}

#[test]
fn a_page_on_another_host_can_embed_it() -> Result<()> {
    // Another port is another origin.
    let server = Server::start(0, Dist::built()?.routes(KIT, &[]))?;
    let there = server.url("");
    let tag = format!(r#"<script async src="{there}{KIT}burnout-screener.js"></script>"#);
    let policy = format!("script-src {there}; frame-src {there}; default-src 'self'");
    works(Host::plain()?.body(&tag).policy(&policy), &Look::desk())
}
