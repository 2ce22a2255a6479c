//! The programs that must be on the machine: found, installed where that is safe to do, or named with the command to run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";
const GECKODRIVER: &str = "0.37.1";
const NO_NODE: &str = "node and npm are needed for esbuild and are not found: run `apt-get install -y nodejs npm`, or see https://nodejs.org";
const NO_PYTHON: &str = "python3 with pip is needed to open a sealed file by other means than ours and is not found: run `apt-get install -y python3 python3-pip`, or see https://www.python.org";

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
    packages(workspace, "xtask")
}

/// The same for the package-lock.json of any folder, whichever of several tests asks first.
pub fn packages(workspace: &Workspace, folder: &str) -> Result<()> {
    // Two npm in one folder remove each other's files.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    if !in_path("npm") || !in_path("node") {
        bail!(NO_NODE);
    }
    let lock = workspace.text(&format!("{folder}/package-lock.json"))?;
    let stamp = workspace.path(folder).join("node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let shell = &workspace.shell;
    let _folder = shell.push_dir(folder);
    cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund --silent").run().with_context(
        || format!("`npm ci` in {folder}/ failed: is the package registry reachable?"),
    )?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Installs the Python packages of a folder's requirements.txt below `target/` when they are missing, or the list or Python
/// itself has changed.
pub fn python_packages(workspace: &Workspace, folder: &str) -> Result<()> {
    if !in_path("python3") {
        bail!(NO_PYTHON);
    }
    let shell = &workspace.shell;
    // Says the version of Python too: what is compiled for one does not run in another.
    let pip = cmd!(shell, "python3 -m pip --version").quiet().read().context(NO_PYTHON)?;
    let list = format!("{folder}/requirements.txt");
    let wanted = format!("{pip}\n{}", workspace.text(&list)?);
    let packages = workspace.path("target/python");
    let stamp = packages.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if packages.exists() {
        // pip leaves what is there as it is.
        fs::remove_dir_all(&packages)
            .with_context(|| format!("cannot remove {}", packages.display()))?;
    }
    // Only what is built already and known to the byte: then nothing that is installed runs anything by itself.
    cmd!(shell, "python3 -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: --target {packages} --requirement {list}")
        .run()
        .with_context(|| {
            format!("`pip install` of {list} failed: is the package registry reachable?")
        })?;
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
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

/// Turns a module into JavaScript and gives that. [`node_modules`] comes first.
pub fn wasm2js(workspace: &Workspace, module: &Path) -> Result<String> {
    let shell = &workspace.shell;
    let program = workspace.path("xtask/node_modules/binaryen/bin/wasm2js");
    cmd!(shell, "node {program} {module} --all-features -O2")
        .quiet()
        .read()
        .context("wasm2js cannot process the engine")
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
#[derive(Clone, Debug)]
pub struct Browser {
    /// What shows the pages.
    pub browser: PathBuf,
    /// What it is driven by; of Chromium, the chromedriver of the same version.
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
    cmd!(
        shell,
        "apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core"
    )
    .env("DEBIAN_FRONTEND", "noninteractive")
    .run()
    .context("`apt-get install -y chromium chromium-driver` failed")?;
    find_browser().context("chromium and chromium-driver are installed, but `chromium` and `chromedriver` are not in the PATH")
}

/// Finds Firefox, if it is there; then its driver is built below `target/` unless the machine has one.
pub fn firefox(workspace: &Workspace) -> Result<Option<Browser>> {
    let Some(browser) = ["firefox", "firefox-esr"].iter().find_map(|name| find(name)) else {
        return Ok(None);
    };
    let driver = match find("geckodriver") {
        Some(driver) => driver,
        None => geckodriver(workspace)?,
    };
    Ok(Some(Browser { browser, driver }))
}

fn geckodriver(workspace: &Workspace) -> Result<PathBuf> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let tools = workspace.path("target/tools");
    let driver = tools.join("bin/geckodriver");
    if !driver.is_file() {
        eprintln!("building geckodriver for Firefox, once; this takes a minute or two");
        let shell = Shell::new()?;
        // Nothing here waits for the driver: unoptimised, it is built in half the time.
        cmd!(shell, "cargo install geckodriver --version {GECKODRIVER} --locked --quiet --debug --root {tools}")
            .quiet()
            .run()
            .context("`cargo install geckodriver` failed: is the package registry reachable? Or put a geckodriver in the PATH")?;
    }
    Ok(driver)
}

/// Finds WebKitGTK's small browser and its driver, if they are there with something to draw on.
pub fn webkit() -> Option<Browser> {
    let driver = find("WebKitWebDriver")?;
    find("Xvfb")?;
    let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
    let places = fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let browser = places
        .chain([PathBuf::from("/usr/lib64"), PathBuf::from("/usr/libexec")])
        .flat_map(|place| versions.map(|version| place.join(version).join("MiniBrowser")))
        .find(|path| path.is_file())?;
    Some(Browser { browser, driver })
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
