//! One chromedriver for all tests of the process.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result, anyhow};
use xtask::tools;
use xtask::workspace::Workspace;

/// How many browsers may be open at a time.
const AT_ONCE: usize = 2;

/// The driver ends with us, however we end: its shell waits for a pipe that only our end closes.
const GUARDED: &str = r#""$0" --port=0 --log-level=SEVERE & driver=$!; read -r _; kill "$driver""#;

pub(crate) struct Driver {
    pub(crate) url: String,
    pub(crate) browser: PathBuf,
    _shell: Child,
}

/// The driver, started by the first who asks.
pub(crate) fn driver() -> Result<&'static Driver> {
    static DRIVER: OnceLock<Result<Driver, String>> = OnceLock::new();
    let driver = DRIVER.get_or_init(|| start().map_err(|error| format!("{error:#}")));
    driver.as_ref().map_err(|message| anyhow!("{message}"))
}

fn start() -> Result<Driver> {
    let found = tools::browser(&Workspace::here()?)?;
    let mut shell = Command::new("sh")
        .args(["-c", GUARDED])
        .arg(&found.driver)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start chromedriver")?;
    let output = shell.stdout.take().context("chromedriver says nothing")?;
    let mut lines = BufReader::new(output).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        })
        .context("chromedriver does not name its port")?;
    Ok(Driver { url: format!("http://127.0.0.1:{port}"), browser: found.browser, _shell: shell })
}

/// The right to have a browser open, given back when dropped.
pub(crate) struct Turn;

static OPEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Turn {
    pub(crate) fn take() -> Self {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open =
            FREED.wait_while(open, |open| *open >= AT_ONCE).unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
