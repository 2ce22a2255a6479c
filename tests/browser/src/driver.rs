//! The programs that drive the browsers: one chromedriver for all tests of the process, one driver a session for the
//! others, which know no more than one.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use xtask::tools::Browser;

use crate::engine::Engine;

/// How many browsers may be open at a time.
const AT_ONCE: usize = 2;

/// What we start ends with us, however we end: its shell waits for a pipe that only our end closes.
const GUARDED: &str = r#""$0" "$@" & program=$!; read -r _; kill "$program""#;
const PATIENCE: Duration = Duration::from_secs(20);
/// WebKitGTK on a machine without a screen, a graphics card or a desktop.
const PLAIN_SCREEN: [(&str, &str); 4] = [
    ("GDK_BACKEND", "x11"),
    ("LIBGL_ALWAYS_SOFTWARE", "1"),
    ("NO_AT_BRIDGE", "1"),
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
];

pub(crate) struct Driver {
    pub(crate) url: String,
    pub(crate) browser: Browser,
    _shells: Vec<Child>,
}

/// The driver of an engine, ready for a session.
///
/// `downloads`: where WebKitGTK's small browser saves files, which it can be told in no other way.
pub(crate) fn driver(engine: Engine, downloads: Option<&Path>) -> Result<Arc<Driver>> {
    static SHARED: OnceLock<Result<Arc<Driver>, String>> = OnceLock::new();
    if engine != Engine::Chromium {
        return start(engine, downloads).map(Arc::new);
    }
    let driver = SHARED
        .get_or_init(|| start(engine, None).map(Arc::new).map_err(|error| format!("{error:#}")));
    driver.clone().map_err(|message| anyhow!("{message}"))
}

fn start(engine: Engine, downloads: Option<&Path>) -> Result<Driver> {
    let browser = engine.find()?.with_context(|| format!("{} is not here", engine.name()))?;
    // A port that was free a moment ago: only one of the three drivers can choose and name its own.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut command = guarded(&browser.driver);
    command.arg(format!("--port={port}")).stdout(Stdio::null());
    let mut shells = Vec::new();
    match engine {
        Engine::Chromium => command.arg("--log-level=SEVERE"),
        Engine::Firefox => command.args(["--log=fatal", "--websocket-port=0"]),
        Engine::WebKit => {
            let (name, shell) = screen()?;
            shells.push(shell);
            if let Some(folder) = downloads {
                let settings = folder.join("settings");
                fs::create_dir_all(&settings)?;
                let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.display());
                fs::write(settings.join("user-dirs.dirs"), line)?;
                command.env("XDG_CONFIG_HOME", settings);
            }
            command.env("DISPLAY", name).envs(PLAIN_SCREEN)
        }
    };
    let shell = command.spawn().context("cannot start the driver")?;
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        ensure!(begun.elapsed() < PATIENCE, "{} does not listen", browser.driver.display());
        thread::sleep(Duration::from_millis(20));
    }
    shells.insert(0, shell);
    Ok(Driver { url: format!("http://127.0.0.1:{port}"), browser, _shells: shells })
}

fn guarded(program: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", GUARDED]).arg(program).stdin(Stdio::piped()).stderr(Stdio::null());
    command
}

/// A screen for nobody to see. Each browser has one to itself: on one screen, one window at a time has the focus.
fn screen() -> Result<(String, Child)> {
    let mut shell = guarded(Path::new("Xvfb"))
        .args(["-displayfd", "1", "-screen", "0", "1400x4200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start Xvfb")?;
    let output = shell.stdout.take().context("Xvfb says nothing")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    ensure!(!number.trim().is_empty(), "Xvfb does not name its display");
    Ok((format!(":{}", number.trim()), shell))
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
