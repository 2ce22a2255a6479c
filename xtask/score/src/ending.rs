//! How a run ends.

use std::process::ExitCode;

/// How a run ends, where nothing was wrong with the files themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything that was asked for is done.
    Whole,
    /// Some rows were refused, or a file that was checked has mistakes.
    Some,
    /// The first row that was refused ended the run, as asked.
    Stopped,
}

impl Ending {
    /// The exit code for a wrong command line or a file that cannot be used.
    pub const FAILURE: u8 = 1;

    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Whole => 0,
            Self::Some => 2,
            Self::Stopped => 3,
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ending.code().into()
    }
}
