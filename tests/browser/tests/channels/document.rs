//! The documents that the ways out are tried from: the shipped one with one more script, and an unprotected one.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use browser_tests::dist::Dist;
use serde_json::Value;
use sha2::{Digest, Sha256};

pub(crate) const FILE: &str = "burnout-screener.en.html";

fn script(targets: &Value) -> String {
    include_str!("attempts.js").replace("TARGETS;", &format!("{targets};"))
}

/// The shipped file with the attempts as the last script of its inner document, which its policy allows by their hash.
pub(crate) fn protected(targets: &Value) -> Result<String> {
    let script = script(targets);
    let shipped = Dist::built()?.text(FILE)?;
    let hash = BASE64.encode(Sha256::digest(script.as_bytes()));
    let (before, after) = shipped.rsplit_once("</script>\n</body>").context("no last script")?;
    let inside = script.replace('&', "&amp;").replace('\'', "&#39;");
    let page = format!("{before}</script>\n<script>{inside}</script>\n</body>{after}");
    let allowed = page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1);
    ensure!(allowed.len() > page.len(), "the file has no script-src");
    Ok(allowed)
}

/// The same attempts in a plain page.
pub(crate) fn unprotected(targets: &Value) -> String {
    let script = script(targets);
    format!(
        r#"<!doctype html><meta charset="utf-8"><title>x</title><meta name="a"><h2 class="step">Start</h2><script>{script}</script>"#
    )
}
