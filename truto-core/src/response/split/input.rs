//! The bytes of a stream that no record has taken yet. Only a value that several pieces share is copied.

use bytes::{Buf, Bytes, BytesMut};

#[derive(Debug, Default)]
pub(super) struct Input {
    /// What earlier pieces have of the value that is being scanned.
    begun: BytesMut,
    /// The rest of the last piece, not yet scanned.
    rest: Bytes,
}

impl Input {
    /// Adds a piece.
    pub(super) fn push(&mut self, piece: Bytes) {
        self.rest = if self.rest.is_empty() { piece } else { [&*self.rest, &*piece].concat().into() };
    }

    /// What is not yet scanned.
    pub(super) fn rest(&self) -> &[u8] {
        &self.rest
    }

    /// What was kept of a value.
    pub(super) fn begun(&self) -> &[u8] {
        &self.begun
    }

    /// Drops bytes that no value needs.
    pub(super) fn skip(&mut self, count: usize) {
        self.rest.advance(count);
        if self.rest.is_empty() {
            // Even an empty part of the piece would hold its memory.
            self.rest = Bytes::new();
        }
    }

    /// Keeps the next `count` bytes of a value that is not whole.
    pub(super) fn keep(&mut self, count: usize) {
        self.begun.extend_from_slice(&self.rest[..count]);
        self.skip(count);
    }

    /// Takes a value: what was kept of it, and the next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Bytes {
        if self.begun.is_empty() {
            return self.rest.split_to(count);
        }
        self.keep(count);
        self.begun.split().freeze()
    }
}
