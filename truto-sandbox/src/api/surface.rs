//! The parts of the API by the first segment of a path. Each part has its own form of answers.

use truto_core::contract::Contract;

/// A part of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Surface {
    /// `/unified/{model}/{resource}…`: records in the unified form.
    Unified,
    /// `/proxy/{resource}…`: the records of the provider, and its bodies as they are.
    Proxy,
    /// `/custom/{path}`: any call of the provider, in an envelope.
    Custom,
    /// Everything else.
    Other,
}

impl Surface {
    pub(crate) fn of(contract: &Contract) -> Self {
        match contract.path().split('/').nth(1) {
            Some("unified") => Self::Unified,
            Some("proxy") => Self::Proxy,
            Some("custom") => Self::Custom,
            _ => Self::Other,
        }
    }

    /// Whether the parameters and the formats of the unified API apply, and `remote_data` is theirs.
    pub(crate) fn is_unified(self) -> bool {
        matches!(self, Self::Unified | Self::Other)
    }
}
