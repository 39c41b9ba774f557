//! What a body is made of, before it is bytes. A saved call keeps it, because the boundary of a multipart body is not part of its values.

use bytes::Bytes;
use http::HeaderValue;

use crate::error::Failure;
use crate::request::encode::multipart::{self, Part};
use crate::types::file::File;

/// The content of a body.
#[derive(Clone, PartialEq)]
pub(crate) enum Content {
    None,
    /// JSON text.
    Json(Bytes),
    /// The file that is the body.
    File(File),
    /// The parts of `multipart/form-data`.
    Parts(Vec<Part>),
}

impl Content {
    /// The body, and its content type unless that is JSON. `boundary` fills in the boundary of parts.
    ///
    /// # Errors
    /// Why `boundary` gives none, or why the content type of a file is not valid.
    pub(crate) fn encode(
        &self,
        boundary: impl FnOnce(&mut [u8]) -> Result<(), String>,
    ) -> Result<(Option<Bytes>, Option<HeaderValue>), Failure> {
        let refuse = |reason: &str| Failure::value("", reason);
        match self {
            Self::None => Ok((None, None)),
            Self::Json(text) => Ok((Some(text.clone()), None)),
            Self::File(file) => {
                let content_type = file.content_type_header().map_err(refuse)?;
                Ok((Some(file.bytes().clone()), Some(content_type)))
            }
            Self::Parts(parts) => {
                let mut bytes = [0; 16];
                boundary(&mut bytes).map_err(|reason| refuse(&reason))?;
                let (body, content_type) = multipart::encode(parts, bytes).map_err(refuse)?;
                Ok((Some(body), Some(content_type)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_that_cannot_be_drawn_is_an_error() {
        let broken = |_: &mut [u8]| Err("no random bits".to_owned());
        let error = Content::Parts(Vec::new()).encode(broken).unwrap_err();
        assert!(error.to_string().contains("no random bits"), "{error}");
        assert!(Content::Json(Bytes::from_static(b"{}")).encode(broken).is_ok(), "only parts have a boundary");
    }
}
