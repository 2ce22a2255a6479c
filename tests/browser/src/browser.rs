//! One session in a real browser, and everything that it says on the way.

use std::cell::{Cell, RefCell};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use xtask::server::Server;
use xtask::workspace::Workspace;

use crate::driver::{Driver, Turn, driver};
use crate::engine::Engine;
use crate::host::WATCH;
use crate::look::Look;
use crate::profile;

const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--enable-logging",
    "--log-level=0",
];
/// Those of them that keep it from the network.
const LESS_NET: [&str; 2] = ["--disable-quic", "--disable-background-networking"];
/// Parts of the browser that no test needs and that cost time, processes or requests.
const UNUSED: [&str; 5] = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "OptimizationHints",
    "AutofillServerCommunication",
    "MediaRouter",
];
/// What the browser asks for on its own account, whatever page it shows.
const ITS_OWN: [&str; 6] = [
    "update.googleapis.com",
    "clients2.google.com",
    "accounts.google.com",
    "optimizationguide-pa.googleapis.com",
    "content-autofill.googleapis.com",
    "start.duckduckgo.com",
];
const PATIENCE: Duration = Duration::from_secs(30);
/// What lasts longer than this does not end. Our own side of the line to the driver is not patient for two minutes.
const LONG: Duration = Duration::from_secs(110);
const POLL: Duration = Duration::from_millis(15);

/// A browser with a profile of its own.
pub struct Browser {
    pub(crate) driver: WebDriver,
    /// What it is made of.
    pub engine: Engine,
    /// Which frame of the page the driver is in, by the name that the visitor gave it.
    pub(crate) inside: RefCell<Option<String>>,
    log: PathBuf,
    /// Everything that is asked of any other host comes here.
    elsewhere: Server,
    seen_elsewhere: Cell<usize>,
    excused: RefCell<Vec<String>>,
    /// The profile of a browser that does not close by itself.
    killed: Option<PathBuf>,
    // Last, as it has to outlive the session.
    _program: Arc<Driver>,
}

/// Opens a browser, does what the test does, and closes it, whatever happened. At the end nothing may be in the console
/// that the test did not name, and nothing may have been asked of another host.
pub fn visit(look: &Look, body: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    visit_in(Engine::Chromium, look, body)
}

/// The same in any engine. Of the others than Chromium, the consoles and what is asked of other hosts are not read.
pub fn visit_in(
    engine: Engine,
    look: &Look,
    body: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let _turn = Turn::take();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let browser = runtime.block_on(Browser::start(engine, look))?;
    let done = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            body(&browser).await?;
            browser.left_clean().await
        })
    }));
    if !matches!(done, Ok(Ok(()))) {
        runtime.block_on(browser.keep_evidence());
    }
    let closed = runtime.block_on(browser.quit());
    match done {
        Ok(done) => done.and(closed),
        Err(panic) => resume_unwind(panic),
    }
}

impl Browser {
    async fn start(engine: Engine, look: &Look) -> Result<Self> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let program = driver(engine, look.downloads.as_deref())?;
        let elsewhere = Server::start(0, Vec::new())?;
        let log = std::env::temp_dir().join(format!(
            "burnout-screener-{}-{}.log",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        ));
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--log-file={}", log.display()));
        if look.on_the_net {
            flags.retain(|flag| !LESS_NET.contains(&flag.as_str()));
        } else {
            // Loopback never goes through a proxy: what arrives there was meant for somebody else.
            flags.push(format!("--proxy-server=127.0.0.1:{}", elsewhere.port()));
        }
        flags.push(format!("--blink-settings=preferredColorScheme={}", u8::from(!look.dark)));
        let features: Vec<&str> =
            UNUSED.into_iter().chain(look.without.iter().map(String::as_str)).collect();
        flags.push(format!("--disable-features={}", features.join(",")));
        if !look.wasm {
            // As hardened browsers do it: nothing is compiled at all, JavaScript neither.
            flags.push("--js-flags=--jitless".to_owned());
        }
        // After ours: of two of the same kind the browser takes the last.
        flags.extend(look.flags.iter().cloned());
        if let Some(profile) = &look.profile {
            flags.push(format!("--user-data-dir={}", profile.display()));
            flags.push("--restore-last-session".to_owned());
        }
        let mut capabilities = engine.capabilities(&program.browser, &flags, look)?;
        if look.impatient {
            capabilities.set("pageLoadStrategy", "eager")?;
        }
        let driver = WebDriver::new(program.url.as_str(), capabilities).await?;
        let browser = Self {
            driver,
            engine,
            inside: RefCell::new(None),
            log,
            elsewhere,
            seen_elsewhere: Cell::new(0),
            excused: RefCell::new(Vec::new()),
            killed: look.killed.then(|| look.profile.clone()).flatten(),
            _program: program,
        };
        if engine != Engine::Chromium {
            browser.driver.set_window_rect(0, 0, look.width, look.height).await?;
            return Ok(browser);
        }
        if let Some(folder) = &look.downloads {
            browser.saves_to(folder).await?;
        }
        browser.watch().await?;
        browser.resize(look).await?;
        Ok(browser)
    }

    /// Writes down in each later document of this tab what a host page can hear.
    pub(crate) async fn watch(&self) -> Result<()> {
        let source = json!({ "source": WATCH });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }

    async fn quit(self) -> Result<()> {
        if let Some(profile) = &self.killed {
            profile::kill(profile)?;
        }
        let closed = tokio::time::timeout(PATIENCE, self.driver.quit()).await;
        // Nobody misses a log that is not there.
        let _ = fs::remove_file(&self.log);
        // What was killed has nothing more to say.
        let closed = closed.context("the browser does not close")?;
        if self.killed.is_some() { Ok(()) } else { Ok(closed?) }
    }

    /// Speaks to the browser itself.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.with_context(|| format!("{command} failed"))
    }

    /// Goes to an address.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.inside.replace(None);
        self.driver.goto(url).await?;
        Ok(())
    }

    /// Runs a script in the host page.
    pub async fn host(&self, script: &str) -> Result<Value> {
        self.leave_frames().await?;
        let answer = self.driver.execute(script, Vec::new()).await?;
        Ok(answer.json().clone())
    }

    /// Runs a script in the host page that takes its time: it is given a number, and what to call at its end.
    pub async fn host_async(&self, script: &str, number: usize) -> Result<()> {
        self.leave_frames().await?;
        self.driver.set_script_timeout(LONG).await?;
        self.driver.execute_async(script, vec![json!(number)]).await?;
        Ok(())
    }

    pub(crate) async fn leave_frames(&self) -> Result<()> {
        if self.inside.borrow().is_some() {
            self.driver.enter_default_frame().await?;
            self.inside.replace(None);
        }
        Ok(())
    }

    /// What a listener of the host page heard, in order.
    pub async fn heard(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.host("return watched.heard").await?)?)
    }

    /// What a policy of the host page refused.
    pub async fn refused(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.host("return watched.refused").await?)?)
    }

    /// Waits until a script in the host page gives something true, and gives that.
    pub async fn until(&self, what: &str, script: &str) -> Result<Value> {
        self.leave_frames().await?;
        wait_for(what, async || {
            let found = self.driver.execute(script, Vec::new()).await?.json().clone();
            Ok(truth(&found).then_some(found))
        })
        .await
    }

    /// Everything in the consoles of the page and of all its frames. The driver's own record leaves out frames that
    /// live in another process; the browser's log has them all.
    pub fn console(&self) -> Vec<String> {
        let log = fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let mut messages: Vec<String> = Vec::new();
        let mut ours = false;
        for line in log.lines() {
            let told = line.split_once("CONSOLE:").and_then(|(_, rest)| rest.split_once("] "));
            match told {
                Some((_, message)) => messages.push(message.to_owned()),
                None if ours && !line.starts_with('[') => {
                    if let Some(last) = messages.last_mut() {
                        last.push('\n');
                        last.push_str(line);
                    }
                }
                None => {}
            }
            ours = told.is_some() || (ours && !line.starts_with('['));
        }
        // The browser's own pages speak there too.
        messages.retain(|message| !message.contains("source: chrome://"));
        messages
    }

    /// Waits for a console message with these words in it, and takes it as expected.
    pub async fn expect_message(&self, words: &str) -> Result<()> {
        self.excuse(words);
        wait_for(&format!("a console message with {words:?}"), async || {
            Ok(self.console().iter().any(|message| message.contains(words)).then_some(()))
        })
        .await
        .with_context(|| format!("the console has: {:#?}", self.console()))
    }

    /// Takes messages with these words in them as expected.
    pub fn excuse(&self, words: &str) {
        self.excused.borrow_mut().push(words.to_owned());
    }

    /// What was asked of any other host so far.
    pub fn asked_elsewhere(&self) -> Vec<String> {
        let host = |path: &str| {
            let path = path.split_once("://").map_or(path, |(_, rest)| rest);
            path.split([':', '/']).next().unwrap_or_default().to_owned()
        };
        let requests = self.elsewhere.requests().into_iter();
        requests
            .map(|request| request.path)
            .filter(|path| !ITS_OWN.contains(&host(path).as_str()))
            .collect()
    }

    /// The same, and takes it as expected.
    pub fn take_asked_elsewhere(&self) -> Vec<String> {
        let asked = self.asked_elsewhere();
        self.seen_elsewhere.set(asked.len());
        asked
    }

    /// Waits until the page has been drawn twice: whatever was under way has been done.
    pub async fn settled(&self) -> Result<()> {
        self.leave_frames().await?;
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.driver.execute_async(script, Vec::new()).await?;
        Ok(())
    }

    /// What nobody named must not be there.
    async fn left_clean(&self) -> Result<()> {
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        // A last word of our own: what was said before it has arrived when it has.
        const LAST: &str = "the test is over";
        self.host(&format!("console.log({LAST:?})")).await?;
        self.expect_message(LAST).await?;
        let excused = self.excused.borrow();
        let unexpected: Vec<String> = self
            .console()
            .into_iter()
            .filter(|message| !excused.iter().any(|words| message.contains(words)))
            .collect();
        ensure!(unexpected.is_empty(), "the console has: {unexpected:#?}");
        let elsewhere = self.asked_elsewhere().split_off(self.seen_elsewhere.get());
        ensure!(elsewhere.is_empty(), "other hosts were asked for: {elsewhere:#?}");
        Ok(())
    }

    async fn keep_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        // Only a help for whoever looks for the cause.
        let _ = self.picture(&format!("failed/{name}")).await;
        eprintln!("console of {name}: {:#?}", self.console());
    }

    /// Writes a picture of the whole page below `target/screenshots`.
    pub async fn picture(&self, name: &str) -> Result<()> {
        let bytes = match self.engine {
            Engine::Chromium => {
                let how = json!({ "format": "png", "captureBeyondViewport": true });
                let taken = self.devtools("Page.captureScreenshot", how).await?;
                let data = taken.get("data").and_then(Value::as_str);
                BASE64.decode(data.context("no picture")?)?
            }
            Engine::Firefox | Engine::WebKit => self.driver.screenshot_as_png().await?,
        };
        let path = Workspace::here()?.path("target/screenshots").join(format!("{name}.png"));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Asks again and again until there is something.
pub async fn wait_for<T>(
    what: &str,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await? {
            return Ok(found);
        }
        if begun.elapsed() > PATIENCE {
            bail!("{} s passed without {what}", PATIENCE.as_secs());
        }
        tokio::time::sleep(POLL).await;
    }
}

pub(crate) fn truth(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false))
}
