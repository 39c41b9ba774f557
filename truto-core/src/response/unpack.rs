//! Decompresses a gzip body as it arrives, under a limit: a kilobyte can expand to a megabyte.

use std::io::{self, Write};

use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use http::HeaderMap;

use crate::error::Size;
use crate::util::content_type::codings;

/// Below this size a body may be compressed at any ratio, in decompressed bytes.
const ANY_RATIO_UP_TO: u64 = 1024 * 1024;
/// Above that size, the most bytes that one compressed byte may become. Real JSON stays far below.
const MAX_RATIO: u64 = 300;

/// Compressed bytes that are decompressed at a time. What they expand to is in memory at once.
const STEP: usize = 8 * 1024;

/// Why a body cannot be decompressed.
#[derive(Debug)]
pub(crate) enum UnpackError {
    TooLarge(Size, u64),
    Broken(String),
}

/// Decompresses one body.
#[derive(Debug)]
pub(crate) struct Unpacker {
    decoder: MultiGzDecoder<Capped>,
    /// Compressed bytes that were given to the decoder.
    packed: u64,
    /// The rest of the piece that came last.
    rest: Bytes,
}

impl Unpacker {
    /// An unpacker for a body with these headers; `None` if it is not compressed. It is boxed because it is large and rarely
    /// needed.
    ///
    /// # Errors
    /// If the body is not plain gzip: the request asked for nothing else.
    pub(crate) fn from_headers(headers: &HeaderMap, max_size: u64) -> Result<Option<Box<Self>>, UnpackError> {
        match codings(headers).as_slice() {
            [] => Ok(None),
            [coding] if is_gzip(coding) => {
                let capped = Capped { out: Vec::new(), written: 0, max_by_ratio: 0, max_size, exceeded: None };
                Ok(Some(Box::new(Self { decoder: MultiGzDecoder::new(capped), packed: 0, rest: Bytes::new() })))
            }
            codings => {
                let codings = codings.join(", ");
                Err(UnpackError::Broken(format!("it is compressed with `{codings}`, which the request did not accept")))
            }
        }
    }

    /// Adds a piece of the compressed body.
    pub(crate) fn push(&mut self, piece: Bytes) {
        self.rest = piece;
    }

    /// Decompresses the next part of the piece; `None` at the end of the piece.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, UnpackError> {
        while !self.rest.is_empty() {
            let step = self.rest.split_to(self.rest.len().min(STEP));
            let out = self.step(&step)?;
            if !out.is_empty() {
                return Ok(Some(out));
            }
        }
        Ok(None)
    }

    fn step(&mut self, step: &[u8]) -> Result<Bytes, UnpackError> {
        self.packed += step.len() as u64;
        self.decoder.get_mut().max_by_ratio = self.packed.saturating_mul(MAX_RATIO).max(ANY_RATIO_UP_TO);
        // Without `flush`, the decoder holds back its last bytes until the next piece.
        let written = self.decoder.write_all(step).and_then(|()| self.decoder.flush());
        self.out(written)
    }

    /// Ends the body. Returns its last bytes.
    pub(crate) fn end(&mut self) -> Result<Bytes, UnpackError> {
        // An answer without a body may still have the header.
        if self.packed == 0 {
            return Ok(Bytes::new());
        }
        let finished = self.decoder.try_finish();
        self.out(finished)
    }

    /// Returns the bytes that the decoder has written.
    fn out(&mut self, result: io::Result<()>) -> Result<Bytes, UnpackError> {
        let capped = self.decoder.get_mut();
        match (result, capped.exceeded) {
            (Ok(()), _) => Ok(core::mem::take(&mut capped.out).into()),
            (Err(_), Some((size, limit))) => Err(UnpackError::TooLarge(size, limit)),
            (Err(error), None) => Err(UnpackError::Broken(format!("it cannot be decompressed ({error})"))),
        }
    }
}

/// `x-gzip` is another name of gzip (RFC 9110, section 8.4.1.3).
fn is_gzip(coding: &str) -> bool {
    coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip")
}

/// Collects what comes out of the decoder, up to two limits.
#[derive(Debug)]
struct Capped {
    out: Vec<u8>,
    written: u64,
    max_by_ratio: u64,
    max_size: u64,
    exceeded: Option<(Size, u64)>,
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written += bytes.len() as u64;
        if self.written > self.max_size {
            self.exceeded = Some((Size::Body, self.max_size));
        } else if self.written > self.max_by_ratio {
            self.exceeded = Some((Size::Ratio, MAX_RATIO));
        }
        if self.exceeded.is_some() {
            return Err(io::Error::other("too large"));
        }
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use http::header::CONTENT_ENCODING;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn headers(coding: &str) -> HeaderMap {
        [(CONTENT_ENCODING, coding.parse().unwrap())].into_iter().collect()
    }

    fn unpack(packed: &[u8], size: usize, largest: u64) -> Result<Vec<u8>, UnpackError> {
        let mut unpacker = Unpacker::from_headers(&headers("gzip"), largest)?.unwrap();
        let mut out = Vec::new();
        for piece in packed.chunks(size) {
            unpacker.push(Bytes::copy_from_slice(piece));
            while let Some(some) = unpacker.next()? {
                out.extend_from_slice(&some);
            }
        }
        out.extend_from_slice(&unpacker.end()?);
        Ok(out)
    }

    #[test]
    fn a_body_comes_out_whole_whatever_its_pieces() {
        let body: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
        let packed = packed(&body);
        for size in [1, 7, 4096, usize::MAX] {
            assert_eq!(unpack(&packed, size, u64::MAX).unwrap(), body);
        }
        // However much comes at once, little of it is unpacked at once.
        let noise: Vec<u8> =
            (0..200_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let mut unpacker = Unpacker::from_headers(&headers("gzip"), u64::MAX).unwrap().unwrap();
        unpacker.push(self::packed(&noise).into());
        assert!(unpacker.next().unwrap().is_some_and(|some| some.len() < 10 * STEP));
    }

    #[test]
    fn a_bomb_is_stopped_before_it_goes_off() {
        let bomb = packed(&vec![b'0'; 64 << 20]);
        assert!(bomb.len() < 100_000);
        assert!(matches!(unpack(&bomb, usize::MAX, 1 << 30), Err(UnpackError::TooLarge(Size::Ratio, MAX_RATIO))));
        let text: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
        assert!(matches!(unpack(&packed(&text), 512, 100_000), Err(UnpackError::TooLarge(Size::Body, 100_000))));
        assert_eq!(unpack(&packed(&vec![b'0'; 1 << 20]), 512, 2 << 20).unwrap().len(), 1 << 20, "small enough");
    }

    #[test]
    fn what_is_broken_or_packed_otherwise_is_refused() {
        let whole = packed(b"{\"id\":\"1\"}");
        for wrong in [&whole[..whole.len() - 1], &whole[..3], b"{\"id\":\"1\"}"] {
            assert!(matches!(unpack(wrong, 4096, 4096), Err(UnpackError::Broken(_))), "{wrong:?}");
        }
        assert_eq!(unpack(&[], 4096, 4096).unwrap(), b"");
        for (coding, named) in [
            ("br", "`br`"),
            ("gzip, gzip", "`gzip, gzip`"),
            ("deflate", "`deflate`"),
            ("gzip,br", "`gzip, br`"),
            ("identity, ZSTD", "`ZSTD`"),
        ] {
            let Err(UnpackError::Broken(reason)) = Unpacker::from_headers(&headers(coding), 1) else {
                panic!("{coding}")
            };
            assert_eq!(reason, format!("it is compressed with {named}, which the request did not accept"));
        }
        for coding in ["", "identity", "Identity", " , identity"] {
            assert!(Unpacker::from_headers(&headers(coding), 1).unwrap().is_none(), "{coding}");
        }
        for coding in ["gzip", "GZip", "x-gzip", "identity, X-GZIP,"] {
            assert!(Unpacker::from_headers(&headers(coding), 1).unwrap().is_some(), "{coding}");
        }
        assert!(Unpacker::from_headers(&HeaderMap::new(), 1).unwrap().is_none());
    }
}
