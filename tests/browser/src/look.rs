//! How a session sees the page: its size, its colours, its kind of device.

use std::path::PathBuf;

use crate::downloads::Downloads;
use crate::profile::Profile;

/// The window of one session.
#[derive(Clone, Debug)]
pub struct Look {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
    pub(crate) phone: bool,
    pub(crate) flags: Vec<String>,
    pub(crate) without: Vec<String>,
    pub(crate) on_the_net: bool,
    pub(crate) profile: Option<PathBuf>,
    pub(crate) killed: bool,
    pub(crate) impatient: bool,
    pub(crate) downloads: Option<PathBuf>,
    pub(crate) wasm: bool,
}

impl Look {
    /// A wide window, so high that nothing has to be scrolled to.
    #[must_use]
    pub fn tall() -> Self {
        Self::new(1280, 4000)
    }

    /// A window as people have it.
    #[must_use]
    pub fn desk() -> Self {
        Self::new(1280, 900)
    }

    /// A phone held upright.
    #[must_use]
    pub fn phone(width: u32) -> Self {
        Self { phone: true, ..Self::new(width, 740) }
    }

    /// How wide and how high, in pixels.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        [self.width, self.height]
    }

    /// As a phone is used: with a finger.
    #[must_use]
    pub fn touched(mut self) -> Self {
        self.phone = true;
        self
    }

    /// Any window.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            dark: false,
            phone: false,
            flags: Vec::new(),
            without: Vec::new(),
            on_the_net: false,
            profile: None,
            killed: false,
            impatient: false,
            downloads: None,
            wasm: true,
        }
    }

    /// In a window of another height, if any.
    #[must_use]
    pub fn as_high_as(mut self, height: Option<u32>) -> Self {
        self.height = height.unwrap_or(self.height);
        self
    }

    /// With a system that prefers dark pages.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// With nothing between the browser and the network, and nothing of its network switched off.
    #[must_use]
    pub fn on_the_net(mut self) -> Self {
        self.on_the_net = true;
        self
    }

    /// With one more flag for the browser.
    #[must_use]
    pub fn flag(mut self, flag: &str) -> Self {
        self.flags.push(flag.to_owned());
        self
    }

    /// In a browser without one more of its features.
    #[must_use]
    pub fn without(mut self, feature: &str) -> Self {
        self.without.push(feature.to_owned());
        self
    }

    /// With a profile that outlives the browser: what was open when it ended is open again.
    #[must_use]
    pub fn profile(mut self, profile: &Profile) -> Self {
        self.profile = Some(profile.folder().to_owned());
        self
    }

    /// In a browser that saves files there, whatever engine it has.
    #[must_use]
    pub fn saving_to(mut self, downloads: &Downloads) -> Self {
        self.downloads = Some(downloads.folder().to_owned());
        self
    }

    /// In a browser that is killed at the end, as when a device goes dead. It needs a profile.
    #[must_use]
    pub fn killed(mut self) -> Self {
        self.killed = true;
        self
    }

    /// In a browser in which WebAssembly is switched off.
    #[must_use]
    pub fn without_wasm(mut self) -> Self {
        self.wasm = false;
        self
    }

    /// For a page that is not all there for a long time: nobody waits until it is.
    #[must_use]
    pub fn impatient(mut self) -> Self {
        self.impatient = true;
        self
    }
}
