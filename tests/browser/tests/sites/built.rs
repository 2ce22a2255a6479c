//! An application in a folder of its own, as somebody has it who begins with a recipe: with our package installed.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command};

use anyhow::{Context, Result, ensure};
use browser_tests::dist::Dist;
use xtask::tools::packages;
use xtask::workspace::Workspace;

/// Where the packages of frameworks are, and the rest of each application.
const SITES: &str = "tests/sites";
const OURS: &str = "npm/";

/// The folder of an application.
pub(crate) struct App {
    workspace: Workspace,
    /// The folder with the packages.
    packages: String,
    folder: PathBuf,
}

impl App {
    /// One that is quickly built.
    pub(crate) fn of(framework: &str) -> Result<Self> {
        Self::with(SITES, framework)
    }

    /// One of those that take minutes.
    pub(crate) fn long(framework: &str) -> Result<Self> {
        Self::with(&format!("{SITES}/long"), framework)
    }

    fn with(installed: &str, framework: &str) -> Result<Self> {
        let workspace = Workspace::here()?;
        packages(&workspace, installed)?;
        // Below the packages, where every tool finds them, and called what no tool of ours looks into.
        let folder = workspace.path(installed).join("target").join(framework);
        if folder.exists() {
            fs::remove_dir_all(&folder).context("cannot remove an earlier application")?;
        }
        let app = Self { folder, packages: installed.to_owned(), workspace };
        let own = format!("{installed}/{framework}/");
        for file in app.workspace.files(&own)? {
            app.put(file.trim_start_matches(&own), &app.workspace.text(&file)?)?;
        }
        for (name, bytes) in Dist::built()?.below(OURS) {
            app.put(&format!("node_modules/burnout-screener/{name}"), bytes)?;
        }
        Ok(app)
    }

    /// Writes a file.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        let path = self.folder.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Runs a program of a package in the folder.
    pub(crate) fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let ran = self.command(program, arguments).output().context("node cannot be run")?;
        let told = [ran.stdout, ran.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
        ensure!(ran.status.success(), "{program} failed: {}", told.concat());
        Ok(())
    }

    /// The same, not yet run.
    pub(crate) fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let own = self.path(&format!("node_modules/{program}"));
        let installed = self.workspace.path(&self.packages).join("node_modules").join(program);
        let mut command = Command::new("node");
        command.arg(if own.exists() { own } else { installed }).args(arguments);
        // No tool tells its maker that it was used.
        command
            .current_dir(&self.folder)
            .env("ASTRO_TELEMETRY_DISABLED", "1")
            .env("NEXT_TELEMETRY_DISABLED", "1");
        command
    }
}

/// A program that ends with the test.
pub(crate) struct Running(Child);

impl Running {
    /// Starts it.
    pub(crate) fn new(command: &mut Command) -> Result<Self> {
        Ok(Self(command.spawn()?))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Whatever ended by itself is ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
