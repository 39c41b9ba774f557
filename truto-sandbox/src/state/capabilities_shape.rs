//! The two shapes of the capabilities of an account. The documentation has both, so clients must read both.

/// The shape of `GET /integrated-account/{id}/capabilities`.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use truto_sandbox::{CapabilitiesShape, Sandbox};
///
/// let sandbox = Sandbox::builder().capabilities_shape(CapabilitiesShape::Reference).start().await?;
/// let url = format!("{}/integrated-account/{}/capabilities", sandbox.url(), sandbox.accounts().close);
/// let get = reqwest::Client::new().get(url).bearer_auth(sandbox.token());
/// let answer: serde_json::Value = get.send().await?.json().await?;
/// assert_eq!(answer["unified"]["resources"][0]["name"], "associations");
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum CapabilitiesShape {
    /// The shape of a captured answer: `unified` and `proxy` are lists.
    #[default]
    Captured,
    /// The shape of the reference pages: `unified` and `proxy` are objects with `resources`.
    Reference,
}
