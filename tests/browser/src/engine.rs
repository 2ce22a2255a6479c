//! The engines that people's browsers have: which of them are on this machine, and what to install for the others.

use std::io::{self, Write};
use std::sync::Once;

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::Capabilities;
use xtask::tools::{self, Browser};
use xtask::workspace::Workspace;

use crate::look::Look;

/// What Firefox would otherwise do by itself on a first start.
const STILL: [(&str, bool); 6] = [
    ("app.normandy.enabled", false),
    ("browser.shell.checkDefaultBrowser", false),
    ("datareporting.policy.dataSubmissionEnabled", false),
    ("extensions.getAddons.cache.enabled", false),
    ("network.captive-portal-service.enabled", false),
    ("network.connectivity-service.enabled", false),
];

/// How Firefox opens again what was open, at once and also after it was killed, and writes that down each second.
const RESTORING: &str = r#"{
    "browser.startup.page": 3,
    "browser.sessionstore.interval": 1000,
    "browser.sessionstore.resume_from_crash": true,
    "browser.sessionstore.restore_on_demand": false,
    "browser.sessionstore.max_resumed_crashes": 9,
    "toolkit.startup.max_resumed_crashes": -1
}"#;

/// How Firefox saves what it is given to save, in a folder that is named beside, and asks nobody.
const SAVING: &str = r#"{
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.download.alwaysOpenPanel": false,
    "browser.download.always_ask_before_handling_new_types": false
}"#;

/// The one file of a profile that WebKitGTK's small browser has.
const SESSION: &str = "session";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium: required.
    Chromium,
    /// Firefox: tested where it is installed.
    Firefox,
    /// WebKitGTK: tested where it is installed.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// Where it is. Chromium has to be there.
    pub fn find(self) -> Result<Option<Browser>> {
        let workspace = Workspace::here()?;
        match self {
            Self::Chromium => tools::browser(&workspace).map(Some),
            Self::Firefox => tools::firefox(&workspace),
            Self::WebKit => Ok(tools::webkit()),
        }
    }

    /// Whether it is there. If it is not, one line says so, past the capture of the test's output.
    pub fn is_there(self) -> Result<bool> {
        static SAID: [Once; 3] = [const { Once::new() }; 3];
        if self.find()?.is_some() {
            return Ok(true);
        }
        let (said, packages) = match self {
            Self::Chromium => (&SAID[0], "chromium chromium-driver"),
            Self::Firefox => (&SAID[1], "firefox-esr"),
            Self::WebKit => (&SAID[2], "webkit2gtk-driver xvfb"),
        };
        said.call_once(|| {
            let name = self.name();
            // Where nobody reads, nobody is told.
            let _ = writeln!(
                io::stderr(),
                "\nNOT TESTED in {name}, which is not installed: run `apt-get install -y {packages}`"
            );
        });
        Ok(false)
    }

    /// What a new session asks of the driver.
    pub(crate) fn capabilities(
        self,
        browser: &Browser,
        flags: &[String],
        look: &Look,
    ) -> Result<Capabilities> {
        let binary = &browser.browser;
        let profile = look.profile.as_deref();
        let pairs: Vec<(&str, Value)> = match self {
            Self::Chromium => vec![
                ("browserName", json!("chrome")),
                ("goog:chromeOptions", json!({ "args": flags, "binary": binary })),
                ("goog:loggingPrefs", json!({ "browser": "ALL" })),
            ],
            Self::Firefox => {
                let mut prefs: serde_json::Map<_, _> = STILL
                    .map(|(name, value)| (name.to_owned(), json!(value)))
                    .into_iter()
                    .collect();
                prefs.insert("javascript.options.wasm".to_owned(), json!(look.wasm));
                let mut args = vec![json!("-headless")];
                if let Some(profile) = profile {
                    args.extend([json!("-profile"), json!(profile)]);
                    prefs.extend(serde_json::from_str::<serde_json::Map<_, _>>(RESTORING)?);
                }
                if let Some(folder) = &look.downloads {
                    prefs.insert("browser.download.dir".to_owned(), json!(folder));
                    prefs.extend(serde_json::from_str::<serde_json::Map<_, _>>(SAVING)?);
                }
                let options = json!({ "args": args, "binary": binary, "prefs": prefs });
                vec![
                    ("browserName", json!("firefox")),
                    // What a test waits for, it names; a frame that loads for ever is no reason to wait.
                    ("pageLoadStrategy", json!("eager")),
                    ("moz:firefoxOptions", options),
                ]
            }
            Self::WebKit => {
                let mut args = vec!["--automation".to_owned()];
                if let Some(profile) = profile {
                    args.push(format!("--session-file={}", profile.join(SESSION).display()));
                }
                let options = json!({ "args": args, "binary": binary });
                vec![("browserName", json!("MiniBrowser")), ("webkitgtk:browserOptions", options)]
            }
        };
        let mut capabilities = Capabilities::new();
        for (name, value) in pairs {
            capabilities.set(name, value)?;
        }
        Ok(capabilities)
    }
}
