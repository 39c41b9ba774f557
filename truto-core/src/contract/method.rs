//! The method of an endpoint, and the form of its body.

use crate::util::escaped::Escaped;

/// HTTP method of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`: reads, has no body.
    Get,
    /// `POST`: creates, or calls a custom method.
    Post,
    /// `PUT`: replaces.
    Put,
    /// `PATCH`: changes the fields that are sent and leaves the rest.
    Patch,
    /// `DELETE`: removes, has no body.
    Delete,
}

impl Method {
    /// The method as it stands on the request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Returns `true` if a request of this method carries a body. Fields without a place of their own go there, or else into the
    /// query.
    #[must_use]
    pub const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }

    /// Returns `true` if the method only reads (RFC 9110 section 9.2.1). Every other method carries an idempotency key.
    #[must_use]
    pub const fn is_safe(self) -> bool {
        matches!(self, Self::Get)
    }
}

impl core::fmt::Display for Method {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text, or a method of the crate `http`, in any case of its letters.
///
/// ```
/// use truto_core::contract::Method;
///
/// assert_eq!(Method::try_from("PATCH"), Ok(Method::Patch));
/// assert!(Method::try_from("TRACE").unwrap_err().to_string().contains("GET, POST, PUT, PATCH or DELETE"));
/// ```
impl TryFrom<&str> for Method {
    type Error = UnknownMethod;

    fn try_from(name: &str) -> Result<Self, UnknownMethod> {
        let known = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];
        let found = known.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(name));
        found.ok_or_else(|| UnknownMethod(name.to_owned()))
    }
}

impl TryFrom<http::Method> for Method {
    type Error = UnknownMethod;

    fn try_from(method: http::Method) -> Result<Self, UnknownMethod> {
        method.as_str().try_into()
    }
}

/// The error of a text that is not a [`Method`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownMethod(String);

impl core::fmt::Display for UnknownMethod {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "`{}` is not a method that the client sends: use GET, POST, PUT, PATCH or DELETE", Escaped(&self.0))
    }
}

impl core::error::Error for UnknownMethod {}

/// Form of the body of a method that has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyForm {
    /// One JSON object.
    #[default]
    Json,
    /// The bytes of one [`File`](crate::File), with its content type and `truto_body_passthrough=true` in the query. The bytes
    /// have no name, so the name of the field is used in the JSON form of the request only.
    Raw,
    /// `multipart/form-data` (RFC 7578), with a part for each field.
    Multipart,
}
