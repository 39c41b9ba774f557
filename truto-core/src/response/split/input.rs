//! The bytes of a stream that no record has taken yet. Only a value that several pieces share is copied.

use bytes::{Buf, Bytes, BytesMut};

#[derive(Debug, Default)]
pub(super) struct Input {
    /// What earlier pieces have of the value that is being scanned.
    begun: BytesMut,
    /// The rest of the last piece, not yet scanned.
    rest: Bytes,
    /// The start of the line that goes on in `rest`, in which no scan has begun.
    unscanned: Vec<u8>,
    /// How many bytes of `unscanned` are not in `rest`.
    before_rest: usize,
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

    /// The start of a line of which a piece has no end.
    pub(super) fn unscanned(&self) -> &[u8] {
        &self.unscanned[..self.before_rest]
    }

    /// Keeps all that is left as the start of a line.
    pub(super) fn keep_unscanned(&mut self) {
        self.unscanned.clear();
        self.unscanned.extend_from_slice(&self.rest);
        self.before_rest = self.unscanned.len();
        self.rest = Bytes::new();
    }

    /// The line that ends before this byte of the rest.
    pub(super) fn line(&mut self, end: usize) -> &[u8] {
        if self.before_rest == 0 {
            return &self.rest[..end];
        }
        self.unscanned.truncate(self.before_rest);
        self.unscanned.extend_from_slice(&self.rest[..end]);
        &self.unscanned
    }

    /// Drops the first `size` bytes of the line.
    pub(super) fn skip_line(&mut self, size: usize) {
        self.skip(size.saturating_sub(self.before_rest));
        self.before_rest = 0;
    }

    /// Leaves the line that has begun to a scan.
    pub(super) fn scan_again(&mut self) {
        if self.before_rest > 0 {
            self.rest = [self.unscanned(), &*self.rest].concat().into();
            self.before_rest = 0;
        }
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
