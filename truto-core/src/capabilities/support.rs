//! Whether an account has a method, and what it has instead.

/// Whether an account has a method of the unified API, as far as its capabilities tell.
///
/// [`Account::supports`](crate::Account::supports) returns it for a declared endpoint, and
/// [`Capabilities::support_of`](crate::capabilities::Capabilities::support_of) for names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MethodSupport {
    /// The account has the method.
    Supported,
    /// The account has the resource, and not this method of it.
    NoMethod {
        /// The methods of the resource.
        methods: Vec<String>,
    },
    /// The account has the model, and not this resource.
    NoResource {
        /// The resources of the model.
        resources: Vec<String>,
    },
    /// The account does not have the model.
    NoModel {
        /// The models of the account.
        models: Vec<String>,
    },
    /// The capabilities do not tell: the endpoint does not belong to the unified API, or the answer has no list of its resources, or
    /// cannot be read in full.
    Unknown,
}

impl MethodSupport {
    /// Whether the capabilities say that the account does not have the method.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        !matches!(self, Self::Supported | Self::Unknown)
    }
}
