//! The whole self-check in one file: the script-free outer document, in it the inner one with everything that is shown, and
//! beside that the store, which holds the bytes of the engine.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::engine::Engine;
use super::pack::pack;
use super::split::split;
use super::texts::{Language, Texts};
use super::{panel, script};
use crate::tables;
use crate::workspace::Workspace;

const OUTER: &str = "www/document.html";
const INNER: &str = "www/frame.html";
const STORE: &str = "www/store.html";
/// How the frame for the store begins.
const STORE_BEGINS: &str = "<iframe sandbox=\"allow-scripts\"";

/// `first`: what can be read before the engine is there.
pub(super) fn one_file(
    workspace: &Workspace,
    engine: &Engine,
    texts: &Texts,
    language: &Language,
    setup: &str,
    release: &str,
    first: &str,
) -> Result<String> {
    let guard = inlined(script::guard(workspace)?, "www/embed/guard.js")?;
    let app = inlined(script::app(workspace, engine, release)?, "www/embed/frame.js")?;
    let store = inlined(script::store(workspace)?, "www/embed/store.js")?;
    let inner_style = script::first_style(workspace)?;
    let outer_style = script::outer_style(workspace)?;
    let (code, direction) = (escape(&language.code), escape(&language.direction));
    let inner_title = escape(&language.message("frame.inner")?);
    let texts_and_style = with_style(setup, script::later_style(workspace)?)?;
    let handed = Sha256::new_with_prefix(&texts_and_style).chain_update(&engine.wasm).finalize();
    let inner = fill(
        &workspace.text(INNER)?,
        INNER,
        &[
            ("language", &code),
            ("direction", &direction),
            ("guard", &guard),
            ("title", &inner_title),
            ("style", &inner_style),
            ("engine", &BASE64.encode(handed)),
            ("loading", &escape(&language.message("panel.loading")?)),
            ("panel", &panel::html(texts, language)?),
            ("first", first),
            ("app", &app),
        ],
    )?;
    let bytes = fill(
        &workspace.text(STORE)?,
        STORE,
        &[
            ("guard", &guard),
            ("bytes", &BASE64.encode(pack(&split(&texts_and_style, &engine.wasm)?)?)),
            ("store", &store),
        ],
    )?;
    fill(
        &workspace.text(OUTER)?,
        OUTER,
        &[
            ("language", &code),
            ("direction", &direction),
            ("policy", &policy(&[&guard, &app, &store], &[&outer_style, &inner_style])),
            ("title", &escape(&language.message("frame.outer")?)),
            ("style", &outer_style),
            ("sandbox", &tables::sandbox()),
            ("frame", &inner_title),
            ("inner", &quoted(&inner)),
            ("store", &quoted(&bytes)),
        ],
    )
}

/// The texts, and with them the style of what comes after the first words.
fn with_style(setup: &str, style: String) -> Result<String> {
    let mut setup: Value = serde_json::from_str(setup)?;
    setup
        .as_object_mut()
        .context("the texts are no object")?
        .insert("style".to_owned(), style.into());
    Ok(setup.to_string())
}

/// What of a file has to be there before its first frame begins.
pub(crate) fn first_frame(file: &str) -> Option<&str> {
    file.split_once(STORE_BEGINS).map(|(first, _)| first)
}

/// The srcdoc frames inherit this policy, so it holds the hashes of all documents.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| texts.iter().copied().map(hash).collect::<Vec<_>>().join(" ");
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-src blob: tel: sms: mailto:; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

pub(super) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())))
}

/// A script that the HTML parser would end early, or read as something else than these bytes, would not run.
pub(super) fn inlined(script: String, file: &str) -> Result<String> {
    let lower = script.to_ascii_lowercase();
    for sequence in ["</script", "<script", "<!--", "\r"] {
        if lower.contains(sequence) {
            bail!("{file} contains {sequence:?}, which cannot stand in an inline script");
        }
    }
    Ok(script)
}

/// Fills `{{name}}` in one pass, so that a value is never searched for placeholders.
pub(super) fn fill(template: &str, file: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once("{{") {
        let (name, after) =
            tail.split_once("}}").with_context(|| format!("{file}: a {{{{ is never closed"))?;
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .with_context(|| format!("{file}: nothing is known to fill {{{{{name}}}}} with"))?;
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// A document as an attribute in single quotes: it is full of double ones itself.
pub(super) fn quoted(document: &str) -> String {
    document.trim().replace('&', "&amp;").replace('\'', "&#39;")
}

/// Text as HTML, in an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_searched_for_placeholders() -> Result<()> {
        assert_eq!(fill("<p>{{a}}</p>{{b}}", "t", &[("a", "{{b}}"), ("b", "2")])?, "<p>{{b}}</p>2");
        Ok(())
    }

    #[test]
    fn an_unknown_placeholder_is_named() {
        let message = fill("{{c}}", "www/x.html", &[]).err().map(|error| error.to_string());
        assert_eq!(message.as_deref(), Some("www/x.html: nothing is known to fill {{c}} with"));
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        assert!(inlined("x='</Script>'".to_owned(), "a.js").is_err());
        assert!(inlined("x='<!--'".to_owned(), "a.js").is_err());
    }

    #[test]
    fn the_hash_is_what_a_browser_computes() {
        assert_eq!(hash("alert(1)"), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }
}
