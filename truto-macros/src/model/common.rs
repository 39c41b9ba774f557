//! The common parameters, which no declaration needs to name: those of unified calls, and those of every list.

use crate::model::Place;

/// A common parameter.
pub(crate) struct Common {
    /// The builder's setter.
    pub(crate) method: &'static str,
    pub(crate) takes: Takes,
    pub(crate) place: Place,
    pub(crate) wire: &'static str,
    /// True if only lists have it.
    pub(crate) is_of_lists: bool,
    /// True if only endpoints of accounts have it, and not those of the platform.
    pub(crate) is_unified: bool,
    /// Documentation of the setter.
    pub(crate) docs: &'static str,
}

/// The arguments of a setter.
#[derive(Clone, Copy)]
pub(crate) enum Takes {
    Flag,
    Number,
    Text,
    Texts,
    Json,
    /// A name, and a value of any JSON.
    Member,
}

const fn query(method: &'static str, wire: &'static str, takes: Takes, docs: &'static str) -> Common {
    Common { method, takes, place: Place::Query, wire, is_of_lists: false, is_unified: true, docs }
}

const fn list(method: &'static str, wire: &'static str, takes: Takes, docs: &'static str) -> Common {
    Common { is_of_lists: true, ..query(method, wire, takes, docs) }
}

#[rustfmt::skip]
pub(super) const COMMON: &[Common] = &[
    query("exclude_fields", "truto_exclude_fields", Takes::Texts,
        " Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them."),
    query("ignore_remote_data", "truto_ignore_remote_data", Takes::Flag,
        " Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value."),
    query("remote_query", "remote_query", Takes::Member,
        " Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value."),
    Common { place: Place::Body, ..query("remote_data", "remote_data", Takes::Json,
        " Data for the provider, passed on unchanged (`remote_data` in the body). Another call replaces the value.") },
    Common { is_unified: false, ..list("limit", "limit", Takes::Number,
        " Requested number of items per page (`limit`). Providers may return another number. Another call replaces the value.") },
    Common { is_unified: false, ..list("next_cursor", "next_cursor", Takes::Text,
        " Cursor of the page to start with (`next_cursor`). Another call replaces the value.") },
    list("key_by", "truto_key_by", Takes::Text,
        " Keys the result object by this field (`truto_key_by`). Decoding is unaffected. Another call replaces the value."),
    list("ignore_limit", "truto_ignore_limit", Takes::Flag,
        " Whether the provider ignores `limit` (`truto_ignore_limit`). Another call replaces the value."),
];
