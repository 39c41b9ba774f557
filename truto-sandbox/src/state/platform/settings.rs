//! How the platform of a sandbox behaves where its documentation leaves a choice.

use std::time::Duration;

/// The member of a list that holds its rows. The documentation shows both.
///
/// ```
/// use truto_sandbox::{ListKey, Sandbox};
///
/// let sandbox = Sandbox::builder().list_key(ListKey::Results).in_process();
/// # drop(sandbox);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListKey {
    /// `result`, as both SDKs read it.
    #[default]
    Result,
    /// `results`, as some pages of the documentation show it.
    Results,
}

impl ListKey {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Results => "results",
        }
    }
}

/// The settings of the platform.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlatformSettings {
    pub(crate) list_key: ListKey,
    /// The time of a step of a life cycle: of a connection, and of a run.
    pub(crate) step: Duration,
    /// The wait before the last repetition of a delivery.
    pub(crate) longest_wait: Duration,
}

impl Default for PlatformSettings {
    fn default() -> Self {
        Self { list_key: ListKey::default(), step: Duration::ZERO, longest_wait: Duration::from_secs(10) }
    }
}

impl PlatformSettings {
    /// The waits before the three repetitions of a delivery.
    pub(crate) fn waits(&self) -> [Duration; 3] {
        [self.longest_wait / 4, self.longest_wait / 2, self.longest_wait]
    }
}
