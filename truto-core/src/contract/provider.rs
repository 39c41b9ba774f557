//! Providers as types, for accounts whose integration is known when the program is compiled.
//!
//! An account without a provider type, [`Account<Any>`](crate::Account), accepts every request, and the server refuses a
//! request that the provider does not support. With a provider type, the compiler refuses it.

/// An integration that an account can be connected to.
///
/// Implement it for an integration that is missing here:
///
/// ```
/// use truto_core::Client;
/// use truto_core::provider::Provider;
///
/// pub struct Zoho;
///
/// impl Provider for Zoho {
///     const NAME: &'static str = "zohocrm";
/// }
///
/// # fn main() -> Result<(), truto_core::Error> {
/// # let client = Client::builder().token("t").build()?;
/// let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?.provider::<Zoho>();
/// assert_eq!(account.provider_name(), Some("zohocrm"));
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a provider",
    label = "expected a type of `truto_core::provider`",
    note = "implement `truto_core::provider::Provider` for your own provider"
)]
pub trait Provider: 'static {
    /// Name of the integration in the API.
    const NAME: &'static str;
}

/// A provider that is not known when the program is compiled: the provider type of every new account.
#[derive(Clone, Copy, Debug)]
pub struct Any;

macro_rules! providers {
    ($($(#[doc = $doc:literal])+ $provider:ident = $name:literal,)*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub struct $provider;

        impl Provider for $provider {
            const NAME: &'static str = $name;
        }
    )*};
}

providers! {
    /// Attio.
    Attio = "attio",
    /// Close.
    Close = "close",
    /// Pipedrive.
    Pipedrive = "pipedrive",
    /// Salesforce.
    Salesforce = "salesforce",
}
