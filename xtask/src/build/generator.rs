//! The page that bakes a clinic's own file: the form, the part of the core that checks and bakes, and the file of each language.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::bench::policy;
use super::engine::{Engine, Kind};
use super::page::{escape, fill, inlined, quoted};
use super::script;
use super::texts::{Language, Texts};
use crate::tables;
use crate::workspace::Workspace;

/// Its name in `dist/`.
pub(super) const FILE: &str = "generator.html";
const PAGE: &str = "www/generator/page.html";
const SCRIPT: &str = "www/generator/generator.js";
const STYLE: &str = "www/generator/generator.css";
/// The language of the page itself.
const OWN: &str = "en";

/// The page, with the one file of each language in it and what a script tag has as its `integrity`.
pub(super) fn page(
    workspace: &Workspace,
    texts: &Texts,
    widgets: &[(&Language, String)],
    integrity: &str,
) -> Result<String> {
    let engine = Engine::build(workspace, Kind::Generator)?;
    let script = inlined(script::beside(workspace, SCRIPT, &engine)?, SCRIPT)?;
    let style = script::minify_style(workspace, &workspace.text(STYLE)?)?;
    let own = widgets.iter().find(|(language, _)| language.code == OWN);
    let (language, widget) = own.context("the page that bakes has no file to show")?;
    let (mut frames, mut languages) = (String::new(), String::new());
    for (language, widget) in widgets {
        let (code, name) = (escape(&language.code), escape(&language.name()?));
        let title = escape(&language.message("frame.inner")?);
        let (cannot, now) = (language.message("panel.title")?, language.message("help.now")?);
        let (cannot, now) = (escape(&cannot), escape(&now));
        // The language of the page itself is the one to begin with.
        let chosen = if language.code == OWN { " selected" } else { "" };
        write!(languages, "<option value=\"{code}\"{chosen}>{name}</option>")?;
        write!(
            frames,
            "<template data-language=\"{code}\" data-cannot=\"{cannot}\" data-now=\"{now}\"><iframe sandbox=\"{}\" title=\"{title}\" srcdoc='{}'></iframe></template>",
            tables::sandbox(),
            quoted(widget)
        )?;
    }
    fill(
        &workspace.text(PAGE)?,
        PAGE,
        &[
            ("policy", &policy(widget, &script, &style)?),
            ("style", &style),
            ("regions", &regions(texts, language)?),
            ("languages", &languages),
            ("integrity", integrity),
            ("widgets", &frames),
            ("lines", &inlined(serde_json::to_string(texts.list())?, "www/regions.json")?),
            ("wasm", &BASE64.encode(&engine.wasm)),
            ("script", &script),
        ],
    )
}

/// An option for each region, by the names that people read.
fn regions(texts: &Texts, language: &Language) -> Result<String> {
    let named = |(id, _)| Ok((language.message(&format!("region.{id}"))?, id));
    let mut options = texts.regions()?.into_iter().map(named).collect::<Result<Vec<_>>>()?;
    options.sort();
    let option = |(name, id): &(String, String)| {
        format!("<option value=\"{}\">{}</option>", escape(id), escape(name))
    };
    Ok(options.iter().map(option).collect())
}
