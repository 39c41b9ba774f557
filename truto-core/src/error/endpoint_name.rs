//! The name of the endpoint that an error belongs to: for people with the names of a dynamic call, for telemetry without.

use core::fmt;

/// An endpoint, as errors name it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct EndpointName {
    /// Method and path template. Few values, so that programs can count by it.
    pub(crate) template: String,
    /// The same with the names that the call gives for the placeholders. `None` if the template tells all.
    pub(crate) filled: Option<String>,
}

impl From<String> for EndpointName {
    fn from(template: String) -> Self {
        Self { template, filled: None }
    }
}

impl EndpointName {
    fn as_str(&self) -> &str {
        self.filled.as_deref().unwrap_or(&self.template)
    }
}

impl fmt::Display for EndpointName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for EndpointName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
