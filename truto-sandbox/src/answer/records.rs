//! Bodies of `stream` answers: bytes in chunks, and records that are made when the client has room for them.
//!
//! An answer of any size costs one block of memory, because the next block is made when the connection asks for it.

use std::convert::Infallible;
use std::iter::once;

use axum::body::Body;
use bytes::Bytes;
use futures_util::stream;
use serde_json::Value;

const CHUNK: usize = 1024;
const RECORD: usize = 256;
const RECORDS_IN_BLOCK: usize = 256;
const DIGITS: usize = 16;
const OPENING: &[u8] = b"{\"id\":\"";

/// Makes a body that sends its pieces without a length. A piece is made when the connection asks for it.
fn body(pieces: impl Iterator<Item = Bytes> + Send + 'static) -> Body {
    Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)))
}

/// Makes a body of small pieces.
pub(crate) fn chunked(mut bytes: Bytes) -> Body {
    body(std::iter::from_fn(move || (!bytes.is_empty()).then(|| bytes.split_to(CHUNK.min(bytes.len())))))
}

/// The recipe of an NDJSON body: the requested records, then numbered records up to a minimal size.
#[derive(Clone, Debug)]
pub(crate) struct Records {
    first: Bytes,
    numbered: u64,
}

impl Records {
    /// Each item of a list is a record, and so is any other value. The body has at least `at_least` bytes.
    pub(crate) fn new(first: &Value, at_least: u64) -> Self {
        let items = first.as_array().map_or(std::slice::from_ref(first), Vec::as_slice);
        let first = Bytes::from(items.iter().flat_map(|item| [item.to_string(), "\n".to_owned()]).collect::<String>());
        let rest = at_least.saturating_sub(first.len() as u64);
        Self { first, numbered: rest.div_ceil(RECORD as u64) }
    }

    pub(crate) fn cost(&self) -> usize {
        self.first.len()
    }

    pub(crate) fn into_body(self) -> Body {
        body(self.pieces())
    }

    fn pieces(self) -> impl Iterator<Item = Bytes> {
        let end = self.numbered;
        let blocks = (0..end).step_by(RECORDS_IN_BLOCK);
        let blocks = blocks.map(move |from| block(from, end.min(from + RECORDS_IN_BLOCK as u64)));
        once(self.first).filter(|first| !first.is_empty()).chain(blocks)
    }
}

/// Makes the records `from..to`. Filling digits into equal records is far cheaper than formatting each of them.
fn block(from: u64, to: u64) -> Bytes {
    let mut record = Vec::with_capacity(RECORD);
    record.extend_from_slice(OPENING);
    record.extend_from_slice(&[b'0'; DIGITS]);
    record.extend_from_slice(b"\",\"name\":\"");
    record.resize(RECORD - 3, b'x');
    record.extend_from_slice(b"\"}\n");

    let count = usize::try_from(to - from).unwrap_or_default();
    let mut block = record.repeat(count);
    for (number, record) in (from..to).zip(block.chunks_exact_mut(RECORD)) {
        let mut rest = number;
        for digit in record[OPENING.len()..OPENING.len() + DIGITS].iter_mut().rev() {
            *digit = b"0123456789abcdef"[(rest & 15) as usize];
            rest >>= 4;
        }
    }
    Bytes::from(block)
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;
    use serde_json::{Value, json};

    use super::Records;

    async fn lines(first: &Value, at_least: u64) -> (usize, Vec<Value>) {
        let body = Records::new(first, at_least).into_body();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert!(text.ends_with('\n'));
        (bytes.len(), text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
    }

    #[tokio::test]
    async fn a_body_has_the_minimal_size_and_no_record_twice() {
        for at_least in [0, 1, 300, 65_536, 200_000] {
            let (length, records) = lines(&json!({ "id": "first" }), at_least).await;
            assert!(length as u64 >= at_least);
            assert!(length as u64 <= at_least + 512);
            assert_eq!(records[0], json!({ "id": "first" }));
            for (number, record) in records[1..].iter().enumerate() {
                assert_eq!(record["id"], format!("{number:016x}"));
            }
        }
    }

    #[tokio::test]
    async fn each_item_of_a_list_is_a_record() {
        let (_, records) = lines(&json!([{ "id": "a" }, { "id": "b" }]), 300).await;
        let ids: Vec<&Value> = records.iter().map(|record| &record["id"]).collect();
        assert_eq!(ids[..3], ["a", "b", &format!("{:016x}", 0)]);
        assert_eq!(lines(&json!([]), 300).await.1.len(), 2);
    }

    #[test]
    fn records_are_made_block_by_block() {
        // Without laziness this would make 2^64 bytes.
        let pieces: Vec<_> = Records::new(&json!({}), u64::MAX).pieces().take(10).collect();
        assert!(pieces.iter().all(|piece| piece.len() <= 65_536));
        assert_eq!(pieces[9].len(), 65_536);
    }
}
