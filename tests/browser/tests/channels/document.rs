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

/// On the press that begins the attempts, the frame beside begins its own.
const PASSED_ON: &str = "addEventListener('click', () => parent[1].postMessage('now', '*'), { capture: true, once: true })";
const TAKEN_UP: &str = "addEventListener('message', ({ data }) => data === 'now' && dispatchEvent(new Event('click')))";

/// The shipped file with the attempts as the last script of each of its inner documents, which its policy allows by their hash.
pub(crate) fn protected(targets: &Value) -> Result<String> {
    let end = "</script>\n</body>";
    let shipped = Dist::built()?.text(FILE)?;
    let mut parts = shipped.split(end);
    let mut page = parts.next().context("the file is empty")?.to_owned();
    let mut hashes = String::new();
    for more in [PASSED_ON, TAKEN_UP] {
        let script = format!("{}\n{more}", script(targets));
        hashes += &format!("'sha256-{}' ", BASE64.encode(Sha256::digest(script.as_bytes())));
        let inside = script.replace('&', "&amp;").replace('\'', "&#39;");
        let rest = parts.next().context("no last script")?;
        page += &format!("</script>\n<script>{inside}{end}{rest}");
    }
    ensure!(parts.next().is_none(), "there are more than two inner documents");
    let allowed = page.replacen("script-src ", &format!("script-src {hashes}"), 1);
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
