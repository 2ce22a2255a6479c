//! The page for authors of instruments: the bench, and in it the file for any instrument as a clinic would frame it.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::engine::{Engine, Kind};
use super::page::{fill, hash, inlined, quoted};
use super::script;
use crate::tables;
use crate::workspace::Workspace;

const PAGE: &str = "www/bench/page.html";
const SCRIPT: &str = "www/bench/bench.js";
const STYLE: &str = "www/bench/bench.css";
const SAMPLE: &str = "www/bench/sample.json";

/// The page, with `widget` as what people will see.
pub(super) fn page(workspace: &Workspace, widget: &str) -> Result<String> {
    let engine = Engine::build(workspace, Kind::Bench)?;
    let script = inlined(script::beside(workspace, SCRIPT, &engine)?, SCRIPT)?;
    let style = script::minify_style(workspace, &workspace.text(STYLE)?)?;
    fill(
        &workspace.text(PAGE)?,
        PAGE,
        &[
            ("policy", &policy(widget, &script, &style)?),
            ("style", &style),
            ("sandbox", &tables::sandbox()),
            ("widget", &quoted(widget)),
            ("sample", &workspace.text(SAMPLE)?),
            ("wasm", &BASE64.encode(&engine.wasm)),
            ("script", &script),
        ],
    )
}

/// The frame inherits the policy of such a page: it is the frame's own, with the script and the style of the page besides.
pub(super) fn policy(widget: &str, script: &str, style: &str) -> Result<String> {
    let start = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let (_, rest) = widget.split_once(start).context("the self-check has no policy")?;
    let (own, _) = rest.split_once('"').context("the self-check's policy does not end")?;
    let with = |policy: String, name: &str, text: &str| {
        policy.replacen(name, &format!("{name}{} ", hash(text)), 1)
    };
    Ok(with(with(own.to_owned(), "script-src ", script), "style-src ", style))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_may_run_what_it_may_run_by_itself_and_so_may_the_page() -> Result<()> {
        let widget = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'a'; style-src 'b'">"#;
        let policy = policy(widget, "alert(1)", "alert(1)")?;
        let own = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        assert_eq!(
            policy,
            format!("default-src 'none'; script-src {own} 'a'; style-src {own} 'b'")
        );
        Ok(())
    }
}
