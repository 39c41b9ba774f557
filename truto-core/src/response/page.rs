//! One page of a list, as users see it.

use crate::meta::Meta;
use crate::response::envelope::Envelope;

/// One page of a list (<https://truto.one/docs/api-reference/overview/pagination>); [`Pages`](crate::paging::Pages) has an
/// example.
#[derive(Clone, Debug)]
pub struct Page<T> {
    items: Vec<T>,
    next_cursor: Option<String>,
    partial: bool,
    meta: Meta,
}

impl<T> Page<T> {
    pub(crate) fn new(envelope: Envelope<T>, meta: Meta) -> Self {
        let Envelope { items, next_cursor, partial, .. } = envelope;
        Self { items, next_cursor, partial, meta }
    }

    /// The items.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The items, without the page.
    #[must_use]
    pub fn into_items(self) -> Vec<T> {
        self.items
    }

    /// The cursor of the next page; `None` on the last page. An empty page may have a cursor.
    #[must_use]
    pub fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    /// Whether the server says that this page is incomplete (`is_partial_response`). A synchronisation must not treat the
    /// missing records as deleted.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.partial
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

#[expect(clippy::into_iter_without_iter, reason = "`items` is a slice, which has `iter`")]
impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}
