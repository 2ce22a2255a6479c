//! The programs that must be on the machine: found, installed where that is safe to do, or named with the command to run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";
const NO_NODE: &str = "node and npm are needed for esbuild and are not found: run `apt-get install -y nodejs npm`, or see https://nodejs.org";

/// Adds the Wasm target when the toolchain does not have it; rustup's own automatic installation may be switched off.
pub fn wasm_target(workspace: &Workspace) -> Result<()> {
    let shell = &workspace.shell;
    let folder = cmd!(shell, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .read()
        .context("rustc is not found: see https://rustup.rs")?;
    if Path::new(&folder).exists() {
        return Ok(());
    }
    if !in_path("rustup") {
        bail!(
            "Rust's {TARGET} target is missing and so is rustup: run `rustup target add {TARGET}` where rustup is, or install your system's package of that target"
        );
    }
    cmd!(shell, "rustup target add {TARGET}")
        .run()
        .with_context(|| format!("`rustup target add {TARGET}` failed"))
}

/// Installs the JavaScript tools of xtask/package-lock.json when they are missing or the lock has changed.
pub fn node_modules(workspace: &Workspace) -> Result<()> {
    if !in_path("npm") || !in_path("node") {
        bail!(NO_NODE);
    }
    let lock = workspace.text("xtask/package-lock.json")?;
    let stamp = workspace.path("xtask/node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let shell = &workspace.shell;
    let _folder = shell.push_dir("xtask");
    cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund --silent")
        .run()
        .context("`npm ci` in xtask/ failed: is the package registry reachable?")?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Runs esbuild and gives what it prints. [`node_modules`] comes first.
pub fn esbuild(workspace: &Workspace, arguments: &[&str], input: Option<&str>) -> Result<String> {
    let program = workspace.path("xtask/node_modules/.bin").join(if cfg!(windows) {
        "esbuild.cmd"
    } else {
        "esbuild"
    });
    let shell = &workspace.shell;
    let command = cmd!(shell, "{program} {arguments...} --log-level=warning").quiet();
    let command = match input {
        Some(text) => command.stdin(text),
        None => command,
    };
    let what = arguments.first().copied().unwrap_or_default();
    Ok(command
        .read()
        .with_context(|| format!("esbuild cannot process {what}"))?
        .trim_end()
        .to_owned())
}

/// Runs a script of xtask/ with node and gives what it prints.
pub fn node(workspace: &Workspace, script: &str, arguments: &[String]) -> Result<String> {
    let shell = &workspace.shell;
    cmd!(shell, "node {script} {arguments...}")
        .quiet()
        .read()
        .with_context(|| format!("node {script} failed"))
}

/// A browser and the program that drives it.
pub struct Browser {
    /// Chromium or Chrome.
    pub browser: PathBuf,
    /// The chromedriver of the same version.
    pub driver: PathBuf,
}

/// Finds Chromium and chromedriver; on Debian and Ubuntu, as root, installs what is missing.
pub fn browser(workspace: &Workspace) -> Result<Browser> {
    if let Some(found) = find_browser() {
        return Ok(found);
    }
    let shell = &workspace.shell;
    if !in_path("apt-get") || !is_root(shell) {
        bail!(
            "Chromium and chromedriver are needed for the browser tests: run `sudo apt-get install -y chromium chromium-driver`, or install them with your system's packages"
        );
    }
    cmd!(shell, "apt-get update -qq")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .context("`apt-get update` failed")?;
    cmd!(shell, "apt-get install -y -qq --no-install-recommends chromium chromium-driver")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .context("`apt-get install -y chromium chromium-driver` failed")?;
    find_browser().context("chromium and chromium-driver are installed, but `chromium` and `chromedriver` are not in the PATH")
}

fn find_browser() -> Option<Browser> {
    let browser = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .iter()
        .find_map(|name| find(name))?;
    Some(Browser { browser, driver: find("chromedriver")? })
}

fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id -u").quiet().read().is_ok_and(|id| id == "0")
}

fn in_path(program: &str) -> bool {
    find(program).is_some()
}

fn find(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .flat_map(|folder| {
            ["", ".exe", ".cmd"].map(|ending| folder.join(format!("{program}{ending}")))
        })
        .find(|path| path.is_file())
}
