//! The conventions of the API: parameters, formats, pages, filters, validation, uploads, and its endpoints.

pub(crate) mod capabilities;
pub(crate) mod endpoints;
pub(crate) mod filter;
pub(crate) mod fingerprint;
pub(crate) mod format;
pub(crate) mod meta;
pub(crate) mod open;
pub(crate) mod options;
pub(crate) mod paging;
pub(crate) mod query;
pub(crate) mod resource;
pub(crate) mod surface;
pub(crate) mod upload;
pub(crate) mod validate;
