//! Unpacks a gzip body as it arrives, under a cap: a kilobyte can hold a megabyte of nothing.

use std::io::{self, Write};

use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use http::HeaderMap;

use crate::error::Size;
use crate::util::content_type::codings;

/// Up to so many bytes unpacked, a body may be packed at any ratio.
const ANY_RATIO_UP_TO: u64 = 1024 * 1024;
/// Beyond them, the most bytes that one packed byte may become. JSON that says something stays far below.
const MAX_RATIO: u64 = 300;

/// How much of a packed body is unpacked at a time, in bytes: what comes out of it is in memory at once.
const STEP: usize = 8 * 1024;

/// Why a body cannot be unpacked.
#[derive(Debug)]
pub(crate) enum UnpackError {
    TooLarge(Size, u64),
    Broken(String),
}

/// Unpacks one body.
#[derive(Debug)]
pub(crate) struct Unpacker {
    decoder: MultiGzDecoder<Capped>,
    packed: u64,
    /// What came and is not unpacked yet.
    rest: Bytes,
}

impl Unpacker {
    /// The unpacker of a body with these headers; `None` where it is not packed. It is large, and few bodies need one.
    ///
    /// # Errors
    /// When it is packed in another way than was asked for, or more than once.
    pub(crate) fn of(headers: &HeaderMap, largest: u64) -> Result<Option<Box<Self>>, UnpackError> {
        match codings(headers).as_slice() {
            [] => Ok(None),
            [coding] if is_gzip(coding) => {
                let capped = Capped { out: Vec::new(), unpacked: 0, most: 0, largest, over: None };
                Ok(Some(Box::new(Self { decoder: MultiGzDecoder::new(capped), packed: 0, rest: Bytes::new() })))
            }
            codings => {
                let reason = format!("it is packed with `{}`, which was not asked for", codings.join(", "));
                Err(UnpackError::Broken(reason))
            }
        }
    }

    /// One more piece of the packed body came.
    pub(crate) fn push(&mut self, piece: Bytes) {
        self.rest = piece;
    }

    /// What comes out of the next part of it; `None` once all that came is unpacked.
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
        let most = (self.packed.saturating_mul(MAX_RATIO)).max(ANY_RATIO_UP_TO);
        self.decoder.get_mut().most = most;
        let mut written = self.decoder.write_all(step);
        if written.is_ok() {
            // What a decoder holds back would only come with the next piece.
            written = self.decoder.flush();
        }
        self.out(written)
    }

    /// What comes out at the end.
    pub(crate) fn end(&mut self) -> Result<Bytes, UnpackError> {
        // An answer without a body may well say how it would have been packed.
        if self.packed == 0 {
            return Ok(Bytes::new());
        }
        let finished = self.decoder.try_finish();
        self.out(finished)
    }

    fn out(&mut self, result: io::Result<()>) -> Result<Bytes, UnpackError> {
        let capped = self.decoder.get_mut();
        match (result, capped.over) {
            (Ok(()), _) => Ok(core::mem::take(&mut capped.out).into()),
            (Err(_), Some((size, limit))) => Err(UnpackError::TooLarge(size, limit)),
            (Err(error), None) => Err(UnpackError::Broken(format!("it cannot be unpacked ({error})"))),
        }
    }
}

/// `x-gzip` is the same (RFC 9110 section 8.4.1.3).
fn is_gzip(coding: &str) -> bool {
    coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip")
}

/// Takes so much and no more.
#[derive(Debug)]
struct Capped {
    out: Vec<u8>,
    unpacked: u64,
    most: u64,
    largest: u64,
    over: Option<(Size, u64)>,
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unpacked += bytes.len() as u64;
        if self.unpacked > self.largest {
            self.over = Some((Size::Body, self.largest));
        } else if self.unpacked > self.most {
            self.over = Some((Size::Ratio, MAX_RATIO));
        }
        if self.over.is_some() {
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
        let mut unpacker = Unpacker::of(&headers("gzip"), largest)?.unwrap();
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
        let mut unpacker = Unpacker::of(&headers("gzip"), u64::MAX).unwrap().unwrap();
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
            let Err(UnpackError::Broken(reason)) = Unpacker::of(&headers(coding), 1) else { panic!("{coding}") };
            assert_eq!(reason, format!("it is packed with {named}, which was not asked for"));
        }
        for coding in ["", "identity", "Identity", " , identity"] {
            assert!(Unpacker::of(&headers(coding), 1).unwrap().is_none(), "{coding}");
        }
        for coding in ["gzip", "GZip", "x-gzip", "identity, X-GZIP,"] {
            assert!(Unpacker::of(&headers(coding), 1).unwrap().is_some(), "{coding}");
        }
        assert!(Unpacker::of(&HeaderMap::new(), 1).unwrap().is_none());
    }
}
