//! The oldest browsers: what the files use of the web is held against the data of MDN. What is newer than the aim needs an entry
//! in `xtask/oldest.json`, which says what stands in for it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Map, Value};
use wasmparser::{Validator, WasmFeatures};

use crate::tools;
use crate::workspace::Workspace;

/// What can do without each newer thing, and how, by its kind and name.
const STAND_INS: &str = "xtask/oldest.json";
const SCRIPT: &str = "xtask/oldest.mjs";
/// The engines by their names in the data, what people call them, and the oldest that are meant to run it whole.
const AIM: [(&str, &str, f64); 4] = [
    ("chrome", "Chrome, Edge", 90.0),
    ("firefox", "Firefox", 102.0),
    ("safari_ios", "Safari", 15.0),
    ("samsunginternet_android", "Samsung Internet", 15.0),
];
/// What a page can load, and the style of the place, which is a text in the loader.
const FILES: [&str; 8] = [
    "dist/burnout-screener.js",
    "dist/burnout-screener.check.js",
    "dist/burnout-screener.more.js",
    "dist/burnout-screener.en.html",
    "dist/burnout-screener.any.en.html",
    "dist/burnout-screener.no-wasm.en.html",
    "dist/inline/burnout-screener.js",
    "www/embed/host/place.css",
];
const MODULE: &str = "dist/inline/burnout-screener.wasm";
/// Parts of WebAssembly that came after its beginning, and their names in the data.
const PARTS: [(WasmFeatures, &str); 9] = [
    (WasmFeatures::BULK_MEMORY, "bulk-memory-operations"),
    (WasmFeatures::EXTENDED_CONST, "extended-constant-expressions"),
    (WasmFeatures::MULTI_VALUE, "multi-value"),
    (WasmFeatures::REFERENCE_TYPES, "reference-types"),
    (WasmFeatures::SATURATING_FLOAT_TO_INT, "non-trapping-float-to-int-conversions"),
    (WasmFeatures::SIGN_EXTENSION, "sign-extension-operations"),
    (WasmFeatures::SIMD, "fixed-width-SIMD"),
    (WasmFeatures::TAIL_CALL, "tail-calls"),
    (WasmFeatures::THREADS, "threads-and-atomics"),
];
/// No version has it.
const NEVER: f64 = 9999.0;

/// The first version of each engine that has something, by the engine's name in the data.
type Since = BTreeMap<String, f64>;

#[derive(Deserialize)]
struct Found {
    uses: Vec<Use>,
    features: BTreeMap<String, Since>,
}

#[derive(Deserialize)]
struct Use {
    kind: String,
    name: String,
    files: Vec<String>,
    since: Since,
}

impl Use {
    fn key(&self) -> String {
        format!("{} {}", self.kind, self.name)
    }
}

/// Prints which browsers run it, and fails where something newer has nothing that stands in for it.
pub fn report(workspace: &Workspace) -> Result<()> {
    tools::node_modules(workspace)?;
    let stand_ins = workspace.json(STAND_INS)?;
    let stand_ins = stand_ins.as_object().with_context(|| format!("{STAND_INS} is no object"))?;
    let found = look(workspace)?;
    println!("{}", table(&found.features));
    let broken = broken(&found.uses, stand_ins);
    if !broken.is_empty() {
        bail!("{}", broken.join("\n"));
    }
    Ok(())
}

fn look(workspace: &Workspace) -> Result<Found> {
    let wasm = fs::read(workspace.path(MODULE)).with_context(|| format!("cannot read {MODULE}"))?;
    let aim: Map<String, Value> =
        AIM.iter().map(|(id, _, oldest)| ((*id).to_owned(), (*oldest).into())).collect();
    let mut arguments = vec![Value::from(aim).to_string(), Value::from(needed(&wasm)?).to_string()];
    arguments.extend(FILES.map(str::to_owned));
    let printed = tools::node(workspace, SCRIPT, &arguments)?;
    serde_json::from_str(&printed).with_context(|| format!("{SCRIPT} prints something else"))
}

/// The parts without which the module is none.
fn needed(wasm: &[u8]) -> Result<Vec<&'static str>> {
    let all = WasmFeatures::all();
    let is_valid = |features| Validator::new_with_features(features).validate_all(wasm);
    is_valid(all).with_context(|| format!("{MODULE} is no module"))?;
    let parts = PARTS.iter().filter(|(part, _)| is_valid(all.difference(*part)).is_err());
    Ok(parts.map(|(_, name)| *name).collect())
}

/// As it stands in the README.
fn table(features: &BTreeMap<String, Since>) -> String {
    let mut lines = vec![
        "| | runs whole from | with WebAssembly from | before that |".to_owned(),
        "|---|---|---|---|".to_owned(),
    ];
    for (id, name, oldest) in AIM {
        let of = features.values().filter_map(|since| since.get(id).copied());
        let wasm = of.fold(oldest, f64::max);
        let wasm = if wasm < NEVER { wasm.to_string() } else { "never".to_owned() };
        lines.push(format!("| {name} | {oldest} | {wasm} | the words of the page, or the panel |"));
    }
    lines.join("\n")
}

/// What has nothing that stands in for it, and what stands in for nothing.
fn broken(uses: &[Use], stand_ins: &Map<String, Value>) -> Vec<String> {
    let listed = |each: &&Use| stand_ins.contains_key(&each.key());
    let missing = uses.iter().filter(|each| !listed(each)).map(|each| {
        let newer = AIM.iter().filter_map(|(id, name, oldest)| {
            let since = each.since.get(*id).filter(|since| *since > oldest)?;
            Some(if *since < NEVER { format!("{name} {since}") } else { format!("no {name}") })
        });
        format!(
            "\"{}\" is newer than the oldest browsers that are meant ({}), in {}: use something older, or say in {STAND_INS} what stands in for it",
            each.key(),
            newer.collect::<Vec<_>>().join(", "),
            each.files.join(", ")
        )
    });
    let used = |key: &&String| uses.iter().any(|each| each.key() == **key);
    let idle = stand_ins.keys().filter(|key| !used(key));
    missing
        .chain(idle.map(|key| format!("{STAND_INS}: \"{key}\" is not used any more: take it out")))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(name: &str, safari: f64) -> Use {
        Use {
            kind: "member".to_owned(),
            name: name.to_owned(),
            files: vec!["a.js".to_owned()],
            since: [("safari_ios".to_owned(), safari)].into(),
        }
    }

    #[test]
    fn what_is_newer_has_to_be_listed_and_what_is_listed_used() {
        let uses = [found("at", 15.4), found("hasOwn", NEVER)];
        let all = json!({ "member at": "a reason", "member hasOwn": "a reason" });
        let some = json!({ "member at": "a reason", "member old": "a reason" });
        let told =
            |list: &Value| list.as_object().map(|list| broken(&uses, list)).unwrap_or_default();
        assert_eq!(told(&all), Vec::<String>::new());
        let [missing, idle] = told(&some).try_into().unwrap_or_default();
        assert!(missing.starts_with("\"member hasOwn\" is newer"), "{missing}");
        assert!(missing.contains("no Safari") && missing.contains("a.js"), "{missing}");
        assert!(idle.contains("\"member old\" is not used"), "{idle}");
    }

    #[test]
    fn a_module_needs_what_it_says_and_nothing_else() -> Result<()> {
        assert_eq!(needed(b"\0asm\x01\0\0\0")?, Vec::<&str>::new());
        // A type with a value of JavaScript in it.
        assert_eq!(needed(b"\0asm\x01\0\0\0\x01\x05\x01\x60\x01\x6f\0")?, ["reference-types"]);
        Ok(())
    }

    #[test]
    fn the_script_finds_what_is_newer_in_scripts_and_styles_and_nothing_else() -> Result<()> {
        let workspace = Workspace::here()?;
        tools::node_modules(&workspace)?;
        let path = workspace.scratch()?.join("newer.html");
        let inner = "<script>[1].at(-1); Object.hasOwn({}, \"a\"); [1].map(Boolean); /(?<=a)b/</script><style>a { text-wrap: balance; color: red }</style>";
        fs::write(&path, format!("<iframe srcdoc='{inner}'></iframe>"))?;
        let aim = json!({ "safari_ios": 15 }).to_string();
        let arguments = [aim, "[]".to_owned(), path.display().to_string()];
        let found: Found = serde_json::from_str(&tools::node(&workspace, SCRIPT, &arguments)?)?;
        let keys: Vec<String> = found.uses.iter().map(Use::key).collect();
        let expected = [
            "member Object.hasOwn",
            "member at",
            "property text-wrap",
            "regular expression lookbehind_assertion",
            "value text-wrap: balance",
        ];
        assert_eq!(keys, expected);
        Ok(())
    }
}
