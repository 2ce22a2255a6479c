//! The whole self-check in one file: the script-free outer document, in it the inner one with everything that is shown, and
//! beside that the store, which holds the bytes of the engine.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::engine::Engine;
use super::pack::pack;
use super::split::Apart;
use super::texts::{Language, Texts};
use super::{panel, script};
use crate::tables;
use crate::workspace::Workspace;

const OUTER: &str = "www/document.html";
const INNER: &str = "www/frame.html";
const STORE: &str = "www/store.html";
/// Where the script runs that comes with the engine.
const LATER: &str = "<script id=\"later\"></script>\n";
/// How the frame for the store begins.
const STORE_BEGINS: &str = "<iframe sandbox=\"allow-scripts\"";
/// What the file without WebAssembly is for.
const NOTE: &str = "
<!-- The self-check for browsers in which WebAssembly is switched off or forbidden: Tor Browser at its safer levels, Lockdown
Mode on Apple's devices, hardened Edge. The same engine as in the file without .no-wasm. in its name, turned into JavaScript:
the same questions, the same results, somewhat slower. It works by itself, from a disk too; the script tag takes it where it
has to. Other instruments can be brought to it as well. -->";

/// What every file of a language is made of.
pub(super) struct Words<'a> {
    pub(super) texts: &'a Texts,
    pub(super) language: &'a Language,
    /// What `mount` is given, as JSON.
    pub(super) setup: &'a str,
    /// What can be read before the engine is there.
    pub(super) first: &'a str,
}

/// What the two ways to carry an engine have different.
struct Parts<'a> {
    app: &'a str,
    /// The script of the store, if there is one.
    store: Option<&'a str>,
    /// What of the app script comes from there.
    later: Option<&'a str>,
    /// What the bytes are known by that come from there.
    digest: &'a str,
    /// The texts, where they stand in the document itself.
    texts: &'a str,
    /// What stands beside the inner document.
    beside: &'a str,
    /// What the file says of itself to whoever opens it as text.
    note: &'a str,
}

/// The file whose engine is WebAssembly. The engine comes with its module taken apart, as it is for
/// every language.
pub(super) fn one_file(
    workspace: &Workspace,
    (engine, apart): (&Engine, &Apart),
    words: &Words<'_>,
    release: &str,
) -> Result<String> {
    let app = inlined(script::app(workspace, engine, release)?, "www/embed/frame.js")?;
    let store = inlined(script::store(workspace)?, "www/embed/store.js")?;
    let later = inlined(script::later(workspace, engine, release)?, "www/embed/later.js")?;
    let rest = [("style", script::later_style(workspace)?), ("script", later.clone())];
    let texts = with(words.setup, rest)?;
    let digest = Sha256::new_with_prefix(&texts).chain_update(&engine.wasm).finalize();
    let guard = inlined(script::guard(workspace)?, "www/embed/guard.js")?;
    let bytes = fill(
        &workspace.text(STORE)?,
        STORE,
        &[
            ("guard", &guard),
            ("bytes", &BASE64.encode(pack(&apart.with(&texts)?)?)),
            ("store", &store),
        ],
    )?;
    let parts = Parts {
        app: &app,
        store: Some(&store),
        later: Some(&later),
        digest: &BASE64.encode(digest),
        texts: "",
        beside: &format!("{STORE_BEGINS} hidden srcdoc='{}'></iframe>", quoted(&bytes)),
        note: "",
    };
    put_together(workspace, words, &parts)
}

/// The file whose engine is JavaScript, with `app` as the script of its frame. Its policy allows no WebAssembly at all.
pub(super) fn without_wasm(workspace: &Workspace, app: &str, words: &Words<'_>) -> Result<String> {
    let texts = with(words.setup, [("style", script::later_style(workspace)?)])?;
    // Nothing in JSON but a text holds this sign.
    let texts = texts.replace('<', "\\u003c");
    let parts = Parts {
        app,
        store: None,
        later: None,
        digest: "",
        texts: &format!("<script type=\"application/json\" id=\"texts\">{texts}</script>"),
        beside: "",
        note: NOTE,
    };
    put_together(workspace, words, &parts)
}

fn put_together(workspace: &Workspace, words: &Words<'_>, parts: &Parts<'_>) -> Result<String> {
    let Words { texts, language, first, .. } = words;
    let guard = inlined(script::guard(workspace)?, "www/embed/guard.js")?;
    let inner_style = script::first_style(workspace)?;
    let outer_style = script::outer_style(workspace)?;
    let (code, direction) = (escape(&language.code), escape(&language.direction));
    let inner_title = escape(&language.message("frame.inner")?);
    let inner = fill(
        &workspace.text(INNER)?,
        INNER,
        &[
            ("language", &code),
            ("direction", &direction),
            ("guard", &guard),
            ("title", &inner_title),
            ("style", &inner_style),
            ("engine", parts.digest),
            ("loading", &escape(&language.message("panel.loading")?)),
            ("panel", &panel::html(texts, language)?),
            ("texts", parts.texts),
            ("first", first),
            ("later", parts.later.map_or("", |_| LATER)),
            ("app", parts.app),
        ],
    )?;
    let others = [parts.store, parts.later].into_iter().flatten();
    let scripts: Vec<&str> = [guard.as_str(), parts.app].into_iter().chain(others).collect();
    // The last of the styles stands in the document only where sheets cannot be made.
    let styles = [&outer_style, &inner_style, &script::later_style(workspace)?];
    let policy = policy(&scripts, parts.later.is_some(), &styles.map(String::as_str));
    fill(
        &workspace.text(OUTER)?,
        OUTER,
        &[
            ("note", parts.note),
            ("language", &code),
            ("direction", &direction),
            ("policy", &policy),
            ("title", &escape(&language.message("frame.outer")?)),
            ("style", &outer_style),
            ("sandbox", &tables::sandbox()),
            ("cannot", &escape(&language.message("panel.title")?)),
            ("world", &escape(&texts.anywhere()?)),
            ("frame", &inner_title),
            ("inner", &quoted(&inner)),
            ("beside", parts.beside),
        ],
    )
}

/// The texts, and with them what is needed after the first words, each by its name.
fn with<const N: usize>(setup: &str, rest: [(&str, String); N]) -> Result<String> {
    let mut setup: Value = serde_json::from_str(setup)?;
    let all = setup.as_object_mut().context("the texts are no object")?;
    all.extend(rest.map(|(name, text)| (name.to_owned(), text.into())));
    Ok(setup.to_string())
}

/// What of a file has to be there before its first frame begins.
pub(crate) fn first_frame(file: &str) -> Option<&str> {
    file.split_once(STORE_BEGINS).map(|(first, _)| first)
}

/// The srcdoc frames inherit this policy, so it holds the hashes of all documents. A module comes with a script, and that needs
/// one maker of trusted types: see `www/embed/trusted.js`.
fn policy(scripts: &[&str], wasm: bool, styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| texts.iter().copied().map(hash).collect::<Vec<_>>().join(" ");
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    let (wasm, types) = if wasm { (" 'wasm-unsafe-eval'", "later") } else { ("", "'none'") };
    format!(
        "default-src 'none'; script-src {scripts}{wasm}; style-src {styles}; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-src blob: tel: sms: mailto:; require-trusted-types-for 'script'; trusted-types {types}"
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
