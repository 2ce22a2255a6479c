//! The widget as WebAssembly and its JavaScript glue, and the proof that neither names a way to a network.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::{Bindgen, Output};
use xshell::cmd;

use super::locals::renumber;
use super::order::cluster;
use crate::workspace::Workspace;

const CRATE: &str = "burnout_screener";
const FORBIDDEN: [&str; 14] = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "WebSocketStream",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "WebTransport",
    "Worker",
    "SharedWorker",
    "ServiceWorker",
    "serviceWorker",
    "importScripts",
    "BroadcastChannel",
];

/// How the exports begin through which a closure is called.
const CLOSURE: &str = "wasm_bindgen__convert__closures";

/// How the function of the glue begins that describes a value.
const DEBUG: &str = "function debugString(val) {";

/// How much of the memory is for calls within calls, in bytes. What lies behind it has addresses of three bytes then, not of four,
/// which makes the one file 0.3 KB smaller.
const STACK: u32 = 1 << 19;

/// What an engine can be asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The built-in questions alone.
    Own,
    /// Any instrument that a host brings, and the built-in one.
    Any,
    /// Scores for programs, without an interface.
    Programs,
    /// The page for authors of instruments.
    Bench,
    /// The page that bakes a clinic's own file.
    Generator,
}

impl Kind {
    fn features(self) -> &'static [&'static str] {
        match self {
            Self::Own => &["--no-default-features", "--features", "embed"],
            Self::Any => &["--features", "embed"],
            Self::Programs => &["--features", "engine"],
            Self::Bench => &["--features", "bench"],
            Self::Generator => &["--no-default-features", "--features", "generator"],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Any => "any",
            Self::Programs => "programs",
            Self::Bench => "bench",
            Self::Generator => "generator",
        }
    }
}

/// What cargo and wasm-bindgen make of a feature.
pub(super) struct Engine {
    /// The module, without its names.
    pub(super) wasm: Vec<u8>,
    /// The ES module that loads it.
    pub(super) glue: PathBuf,
}

impl Engine {
    pub(super) fn build(workspace: &Workspace, kind: Kind) -> Result<Self> {
        compile(workspace, kind)?;
        let input =
            workspace.path("target/wasm32-unknown-unknown/wasm").join(format!("{CRATE}.wasm"));
        let mut output = Bindgen::new()
            .input_path(&input)
            .web(true)?
            .omit_default_module_path(true)
            .typescript(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate_output()
            .with_context(|| format!("wasm-bindgen cannot process {}", input.display()))?;
        let imports =
            output.wasm().imports.iter().map(|import| import.name.clone()).collect::<Vec<_>>();
        check_imports(&imports, output.js())?;
        let script = shorten(&mut output)?;
        let glue = workspace.scratch()?.join(format!("glue-{}.js", kind.name()));
        fs::write(&glue, script).with_context(|| format!("cannot write {}", glue.display()))?;
        let ordered = cluster(&output.wasm_mut().emit_wasm())?;
        Ok(Self { wasm: renumber(&ordered)?, glue })
    }
}

fn compile(workspace: &Workspace, kind: Kind) -> Result<()> {
    let features = kind.features();
    let stack = format!("-C link-arg=-zstack-size={STACK}");
    let flags = format!("{} {stack} {}", env::var("RUSTFLAGS").unwrap_or_default(), remaps()?);
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    // The cdylib alone: beside an rlib it is linked without the optimisation across crates.
    cmd!(workspace.shell, "{cargo} rustc --package burnout-screener --lib --crate-type cdylib {features...} --profile wasm --target wasm32-unknown-unknown")
        .env("RUSTFLAGS", flags.trim())
        .env("CARGO_TARGET_DIR", workspace.path("target"))
        .quiet()
        .run()
        .context("the widget does not compile to WebAssembly")
}

/// A panic message carries the path of its source file: the folder of the machine it was built on has no place there.
fn remaps() -> Result<String> {
    let home = match env::var_os("CARGO_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => {
            env::home_dir().context("the home folder is not known: set CARGO_HOME")?.join(".cargo")
        }
    };
    let sources = home.join("registry/src");
    let Ok(entries) = fs::read_dir(&sources) else {
        return Ok(String::new());
    };
    let mut flags = Vec::new();
    for entry in entries {
        flags.push(format!("--remap-path-prefix={}=crates", entry?.path().display()));
    }
    flags.sort();
    Ok(flags.join(" "))
}

/// Module and glue name to one another what they share, with a hash in most of the names: nobody else reads them,
/// and random digits take the room that they have. It makes the one file 2 KB smaller.
fn shorten(output: &mut Output) -> Result<String> {
    let mut glue = output.js().to_owned();
    // It tells in a panic what a value of JavaScript is. What a value says of itself is enough.
    let wordy = between(&glue, DEBUG, "\nfunction").context("the glue has no debugString")?;
    glue = glue.replace(&wordy.to_owned(), &format!("{DEBUG} return String(val); }}\n"));
    let module = output.wasm_mut();
    // No browser reads what the compiler was allowed to use.
    module.customs.remove_raw("target_features");
    for (place, import) in module.imports.iter_mut().enumerate() {
        let short = format!("i{place}");
        let (long, entry) = (format!("{}: ", import.name), format!("{short}: "));
        ensure!(glue.matches(&long).count() == 1, "the glue has no import {}", import.name);
        glue = glue.replacen(&long, &entry, 1);
        import.name = short;
    }
    for (place, export) in module.exports.iter_mut().enumerate() {
        if export.name.starts_with(CLOSURE) {
            let short = format!("e{place}");
            glue = glue.replace(&export.name, &short);
            export.name = short;
        }
    }
    Ok(glue)
}

fn check_imports(imports: &[String], glue: &str) -> Result<()> {
    // An import called `__wbg_new_…` says nothing: what it does stands in the glue's table of imports.
    let table = between(glue, "function __wbg_get_imports", "\n}")
        .context("the glue has no table of imports: has wasm-bindgen changed?")?;
    for name in FORBIDDEN {
        let imported = imports.iter().any(|import| import.starts_with(&format!("__wbg_{name}_")));
        if imported || words(table).any(|word| word == name) {
            bail!(
                "the WebAssembly imports `{name}`: answers never leave the device, so nothing in src/ may reach a network"
            );
        }
    }
    Ok(())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = text.get(text.find(start)?..)?;
    rest.get(..rest.find(end)?)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(table: &str, imports: &[&str]) -> String {
        let glue = format!(
            "function __wbg_get_imports() {{\n    {table}\n}}\nfunction load() {{ fetch(url); }}\n"
        );
        let imports = imports.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        check_imports(&imports, &glue).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn an_import_named_after_a_network_api_is_refused() {
        assert!(check("", &["__wbg_fetch_8f1a"]).contains("imports `fetch`"));
    }

    #[test]
    fn a_constructor_hidden_behind_new_is_refused() {
        assert!(
            check("__wbg_new_1: () => new XMLHttpRequest(),", &["__wbg_new_1"])
                .contains("imports `XMLHttpRequest`")
        );
    }

    #[test]
    fn the_loading_of_the_module_itself_is_no_import() {
        assert_eq!(
            check("__wbg_new_1: () => new Error(),", &["__wbg_new_1", "__wbg_prefetched_1"]),
            ""
        );
    }
}
