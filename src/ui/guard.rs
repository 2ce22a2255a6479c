//! The short pause after a screen has changed, in which a second tap belongs to the one before.

/// How long it lasts, in milliseconds: longer than a double tap takes, shorter than anybody reads.
const PAUSE: f64 = 300.0;

/// Milliseconds of a clock that is never set back.
pub(super) fn now() -> f64 {
    // Without a clock nobody is ever fast, and nothing else depends on it.
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// When the present screen came.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pause {
    since: Option<f64>,
}

impl Pause {
    /// A screen comes at this time, in milliseconds of any clock.
    pub(super) fn begin(&mut self, now: f64) {
        self.since = Some(now);
    }

    /// Whether what is pressed now is meant for this screen.
    pub(super) fn is_over(self, now: f64) -> bool {
        self.since.is_none_or(|since| now - since >= PAUSE)
    }
}
