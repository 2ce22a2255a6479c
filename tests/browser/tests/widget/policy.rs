//! Host pages with strict policies: what `docs` promises to need is enough, and nothing is ever refused.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use sha2::{Digest, Sha256};

const TRUSTED_TYPES: &str =
    "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

fn works_under(policy: &str, attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(attributes)?.policy(policy);
        let _site = host.open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        person.unfold("more.title").await?;
        let name = person.texts.say("name.burnout")?;
        assert_eq!(
            person.heading().await?,
            person.texts.fill("result.looks_like", &[("name", name)])?
        );
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

#[test]
fn a_site_that_allows_scripts_by_hash_can_embed_it() -> Result<()> {
    let loader = Dist::built()?.text("burnout-screener.js")?;
    let hash = format!("sha256-{}", BASE64.encode(Sha256::digest(loader.as_bytes())));
    works_under(
        &format!("default-src 'self'; script-src '{hash}'"),
        &format!(r#"integrity="{hash}""#),
        Way::Frames(0),
    )
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
