//! Host pages with strict policies: what `docs` promises to need is enough, and nothing is ever refused.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use sha2::{Digest, Sha256};
use xtask::server::Server;

const TRUSTED_TYPES: &str =
    "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

fn works_under(policy: &str, attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(attributes)?.policy(policy);
        let _site = host.open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        person.opens_row("more.title").await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
        person.go_by("restart.button").await?;
        let refused = browser.refused().await?;
        ensure!(refused.is_empty(), "the policy {policy:?} refused {refused:?}");
        Ok(())
    })
}

#[test]
fn a_site_that_allows_only_itself_can_embed_it() -> Result<()> {
    works_under("default-src 'self'", "", Way::Frames(0))
}

#[test]
fn a_site_that_allows_scripts_by_nonce_can_embed_it() -> Result<()> {
    works_under("default-src 'self'; script-src 'nonce-cGlu'", r#"nonce="cGlu""#, Way::Frames(0))
}

fn loader_hash() -> Result<String> {
    let loader = Dist::built()?.text("burnout-screener.js")?;
    Ok(format!("sha256-{}", BASE64.encode(Sha256::digest(loader.as_bytes()))))
}

#[test]
fn a_site_that_allows_scripts_by_hash_can_embed_it() -> Result<()> {
    let hash = loader_hash()?;
    works_under(
        &format!("default-src 'self'; script-src '{hash}'"),
        &format!(r#"integrity="{hash}""#),
        Way::Frames(0),
    )
}

/// Our files on another host, which the clinic trusts as far as the hash on its tag goes.
fn from_another_host(hash: &str) -> Result<(Server, Host)> {
    let open = [("Access-Control-Allow-Origin".to_owned(), "*".to_owned())];
    let server = Server::start(0, Dist::built()?.routes(KIT, &open))?;
    let there = server.url("");
    let tag = format!(
        r#"<script async src="{there}{KIT}burnout-screener.js" integrity="{hash}" crossorigin></script>"#
    );
    let policy =
        format!("default-src 'none'; img-src 'self'; script-src '{hash}'; frame-src {there}");
    Ok((server, Host::plain()?.body(&tag).policy(&policy)))
}

#[test]
fn a_site_that_allows_one_script_of_another_host_by_hash_can_embed_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let (_server, host) = from_another_host(&loader_hash()?)?;
        let _site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        person.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        let refused = browser.refused().await?;
        ensure!(refused.is_empty(), "refused: {refused:?}");
        Ok(())
    })
}

#[test]
fn a_script_that_is_not_the_one_of_the_hash_does_nothing_to_the_page() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let other = format!("sha256-{}", BASE64.encode(Sha256::digest(b"another script")));
        let (_server, host) = from_another_host(&other)?;
        let _site = host.open(browser).await?;
        browser.expect_message("integrity").await?;
        let ours = "return customElements.get('burnout-screener') ?? document.querySelector('burnout-screener')";
        assert!(browser.host(ours).await?.is_null(), "something of ours is there");
        browser.host("document.querySelector('#after').click()").await?;
        assert_eq!(browser.host("return location.hash").await?, "#after", "the host page works");
        Ok(())
    })
}

#[test]
fn a_site_that_forbids_text_as_markup_can_embed_it() -> Result<()> {
    works_under(TRUSTED_TYPES, "", Way::Frames(0))
}

#[test]
fn a_site_that_allows_webassembly_can_use_the_inline_mode() -> Result<()> {
    works_under(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
        r#"data-mode="inline""#,
        Way::Inline(0),
    )
}

#[test]
fn a_site_that_forbids_text_as_markup_can_use_the_inline_mode() -> Result<()> {
    works_under(
        &format!("{TRUSTED_TYPES}; script-src 'self' 'wasm-unsafe-eval'"),
        r#"data-mode="inline""#,
        Way::Inline(0),
    )
}

#[test]
fn without_leave_for_webassembly_the_inline_mode_shows_the_panel_and_says_why() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-mode="inline""#)?.policy("default-src 'self'");
        let _site = host.open(browser).await?;
        let panel = Person::looking(browser, Way::Inline(0))?;
        panel.sees_panel().await?;
        browser.expect_message("needs 'wasm-unsafe-eval' in the page's script-src").await?;
        browser.excuse("violates the following Content Security Policy directive");
        browser.host("document.querySelector('#after').click()").await?;
        assert_eq!(browser.host("return location.hash").await?, "#after", "the host page works");
        Ok(())
    })
}
