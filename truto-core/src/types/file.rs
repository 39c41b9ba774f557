//! A file to upload: its bytes, content type and name.

use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD, STANDARD as BASE64, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use base64::engine::{DecodePaddingMode, Engine as _};
use bytes::Bytes;
use http::HeaderValue;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use truto_names::is_token;

use crate::contract::shape::{Shape, Shaped};
use crate::util::escaped::Escaped;
use crate::util::json::kind_of;

const BINARY: &str = "application/octet-stream";
const TEXT: &str = "text/plain; charset=utf-8";

/// The longest content to search answers for. A key or a certificate is far smaller.
const LONGEST_ECHO: usize = 64 * 1024;

/// A file to upload: the field of an endpoint with `body = raw` or `body = multipart`.
///
/// It holds the file's bytes and never a path, so read a file on disk first:
///
/// ```no_run
/// # fn main() -> std::io::Result<()> {
/// use truto_core::File;
///
/// let path = "contracts/a.pdf";
/// let file = File::new(std::fs::read(path)?).file_name("a.pdf").content_type("application/pdf");
/// # Ok(()) }
/// ```
///
/// The content type is `application/octet-stream` unless [`content_type`](Self::content_type) sets another one, and
/// `text/plain; charset=utf-8` for [`text`](Self::text). Clones share the bytes. The file name is sent in
/// `multipart/form-data` only.
///
/// `Debug` shows sizes and never contents. Errors never quote the content of a `secret` file, up to 64 KiB. In the JSON form of
/// a request a file is `{"content_type": "…", "file_name": "…", "base64": "…"}`, so that a queue can store a request with an
/// upload. The base64 (RFC 4648) may use either alphabet, may have line breaks, and needs no padding.
///
/// ```
/// use truto_core::File;
///
/// let file = File::new(b"%PDF-1.7").content_type("application/pdf").file_name("a.pdf");
/// assert_eq!(format!("{file:?}"), "File(8 bytes, application/pdf, with a name)");
/// assert_eq!(&file.bytes()[..4], b"%PDF");
///
/// let json = serde_json::json!({"content_type": "text/plain; charset=utf-8", "base64": "aGk="});
/// assert_eq!(serde_json::to_value(File::text("hi")).unwrap(), json);
/// assert_eq!(serde_json::from_value::<File>(json).unwrap(), File::text("hi"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    bytes: Bytes,
    content_type: String,
    name: Option<String>,
}

impl File {
    /// A file of these bytes, `application/octet-stream` and without a name.
    pub fn new(bytes: impl FileBytes) -> Self {
        Self { bytes: bytes.into_bytes(), content_type: BINARY.to_owned(), name: None }
    }

    /// A file whose content is this text, `text/plain; charset=utf-8` and without a name.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text.into().into_bytes()).content_type(TEXT)
    }

    /// The same file with this content type, such as `application/pdf` (RFC 9110 section 8.3).
    ///
    /// An invalid content type is refused when the request is sent.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }

    /// The same file under this name, of any characters.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.name = Some(file_name.into());
        self
    }

    /// The content.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The file's name, if it has one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The content type, which may not be valid.
    #[cfg(feature = "saved")]
    pub(crate) fn content_type_text(&self) -> &str {
        &self.content_type
    }

    /// The content type as the value of a header.
    ///
    /// # Errors
    /// Why the content type is not a valid header.
    pub(crate) fn content_type_header(&self) -> Result<HeaderValue, &'static str> {
        let is_text = self.content_type.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        let essence = self.content_type.split(';').next().unwrap_or_default().trim();
        let is_type = essence.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
        match HeaderValue::from_str(&self.content_type) {
            Ok(value) if is_text && is_type => Ok(value),
            _ => Err("the file's content type is not valid, expected e.g. `application/pdf`"),
        }
    }

    /// The same file without its name.
    pub(crate) fn without_name(&self) -> Self {
        Self { name: None, ..self.clone() }
    }

    /// The texts that no error may repeat if the field is secret: name and content, as text and as base64.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = String> + use<> {
        let echoed = (self.bytes.len() <= LONGEST_ECHO).then_some(&self.bytes);
        let spelt = echoed.map(|bytes| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            // A search without padding finds the text with padding too.
            [text, STANDARD_NO_PAD.encode(bytes), URL_SAFE_NO_PAD.encode(bytes)]
        });
        spelt.into_iter().flatten().chain(self.name.clone())
    }

    /// The file in the JSON form of a request.
    pub(crate) fn to_json(&self) -> Value {
        let mut json = serde_json::Map::new();
        json.insert("content_type".to_owned(), self.content_type.as_str().into());
        if let Some(name) = &self.name {
            json.insert("file_name".to_owned(), name.as_str().into());
        }
        json.insert("base64".to_owned(), BASE64.encode(&self.bytes).into());
        Value::Object(json)
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

/// The argument of [`File::new`]: the bytes of a file.
///
/// A text is refused, because it could be the path of the file:
///
/// ```compile_fail
/// let file = truto_core::File::new("a.pdf"); // a file is made from its bytes, found `&str`
/// ```
#[diagnostic::on_unimplemented(
    message = "a file is made from its bytes, found `{Self}`",
    label = "not the bytes of a file",
    note = "a file on disk: `File::new(std::fs::read(path)?).file_name(\"a.pdf\")`",
    note = "a text as a file: `File::text(text)`"
)]
pub trait FileBytes {
    /// The bytes.
    fn into_bytes(self) -> Bytes;
}

macro_rules! file_bytes {
    ($($ty:ty $([$($generic:tt)+])? => $convert:expr;)+) => {
        $(impl$(<$($generic)+>)? FileBytes for $ty {
            fn into_bytes(self) -> Bytes {
                $convert(self)
            }
        })+
    };
}

// Borrowed bytes are copied.
file_bytes! {
    Bytes => core::convert::identity;
    Vec<u8> => Bytes::from;
    Box<[u8]> => Bytes::from;
    &[u8] => Bytes::copy_from_slice;
    &[u8; N] [const N: usize] => |bytes: Self| Bytes::copy_from_slice(bytes);
}

impl core::fmt::Debug for File {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let name = if self.name.is_some() { ", with a name" } else { "" };
        write!(f, "File({} bytes, {}{name})", self.bytes.len(), Escaped(&self.content_type))
    }
}

impl Shaped for File {
    const SHAPE: Shape = Shape::File;
}

impl Serialize for File {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // By hand, because serde's errors repeat the value, which may be secret.
        from_json(Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

const FORM: &str = "a file as an object of `content_type`, `file_name` and `base64`";

/// Reads the JSON form of a file.
///
/// # Errors
/// What is wrong, without any text of the value.
fn from_json(value: Value) -> Result<File, String> {
    let mut members = match value {
        Value::Object(members) => members,
        other => return Err(format!("expected {FORM}, found {}", kind_of(&other))),
    };
    let mut text = |key: &str| match members.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("expected `{key}` as a string, found {}", kind_of(&other))),
    };
    let (content_type, name) = (text("content_type")?, text("file_name")?);
    let base64 = text("base64")?.ok_or_else(|| format!("`base64` is missing, expected {FORM}"))?;
    if !members.is_empty() {
        return Err(format!("unknown key, expected {FORM}"));
    }
    let file = File::new(from_base64(&base64)?).content_type(content_type.unwrap_or_else(|| BINARY.to_owned()));
    Ok(File { name, ..file })
}

/// Reads base64 in either alphabet, with or without padding (RFC 4648), with line breaks (RFC 2045).
///
/// # Errors
/// What is wrong and where. The decoder's own error names a byte of the content.
fn from_base64(text: &str) -> Result<Vec<u8>, String> {
    const ANY_PADDING: GeneralPurpose =
        GeneralPurpose::new(&alphabet::STANDARD, NO_PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent));
    if let Ok(bytes) = ANY_PADDING.decode(text) {
        return Ok(bytes);
    }
    let is_known = |letter: char| letter.is_ascii_alphanumeric() || "+/-_=".contains(letter);
    let foreign = text.chars().position(|letter| !is_known(letter) && !letter.is_ascii_whitespace());
    if let Some(at) = foreign {
        return Err(format!("`base64` has an invalid character at position {}", at + 1));
    }
    let standard = |letter| match letter {
        '-' => '+',
        '_' => '/',
        other => other,
    };
    let letters: String = text.chars().filter(|letter| !letter.is_ascii_whitespace()).map(standard).collect();
    ANY_PADDING.decode(letters).map_err(|_| "`base64` is cut off, or padded in the wrong place".to_owned())
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;

    use super::File;

    #[test]
    fn a_content_type_is_a_type_or_refused() {
        for good in ["application/pdf", "text/plain; charset=utf-8", "multipart/x; boundary=\"a b\"", "image/svg+xml"] {
            assert_eq!(File::new(b"").content_type(good).content_type_header().unwrap(), good);
        }
        for bad in
            ["", "pdf", "/", "a/", "/b", "text/plain\r\nX-Evil: 1", "text/plain\n", "text/\u{e9}", "a b/c", "a/b\t"]
        {
            assert!(File::new(b"").content_type(bad).content_type_header().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn the_json_form_keeps_every_byte_and_refuses_what_is_none() {
        let all: Vec<u8> = (0..=255).collect();
        let file = File::new(all).content_type("a/b").file_name("\"\r\n/ü");
        let json = serde_json::to_string(&file).unwrap();
        assert_eq!(serde_json::from_str::<File>(&json).unwrap(), file);
        for (bad, said) in [
            ("{}", "`base64` is missing"),
            (r#""s3cret""#, "expected a file as an object of `content_type`, `file_name` and `base64`, found a string"),
            (r#"["s3cret"]"#, "expected a file as an object of `content_type`, `file_name` and `base64`, found a list"),
            (r#"{"base64": ["s3cret"]}"#, "expected `base64` as a string, found a list"),
            (r#"{"base64": "", "file_name": {"s3cret": 1}}"#, "expected `file_name` as a string, found an object"),
            (r#"{"base64": "s3cret!!"}"#, "`base64` has an invalid character at position 7"),
            (r#"{"base64": "s3cre"}"#, "`base64` is cut off, or padded in the wrong place"),
            (r#"{"base64": "s3=cret=="}"#, "`base64` is cut off, or padded in the wrong place"),
            (r#"{"base64": "", "s3cret": "a"}"#, "unknown key, expected a file"),
        ] {
            let error = serde_json::from_str::<File>(bad).unwrap_err().to_string();
            assert!(error.starts_with(said) && !error.contains("s3cre"), "{error}");
        }
    }

    #[test]
    fn base64_is_read_as_encoders_write_it() {
        let bytes: Vec<u8> = (0..=255).rev().collect();
        let standard = base64::engine::general_purpose::STANDARD.encode(&bytes);
        let lines = |end: &str| -> String {
            standard.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap().to_owned() + end).collect()
        };
        let spellings = [
            lines("\r\n"),
            lines("\n"),
            lines("\r\n \t"),
            format!("\n{standard}"),
            standard.trim_end_matches('=').to_owned(),
            standard.replace('+', "-").replace('/', "_"),
            standard.replace('+', "-").replace('/', "_").replace('=', "\n"),
        ];
        assert!(standard.contains('+') && standard.contains('/') && standard.ends_with('='));
        for base64 in spellings {
            let json = serde_json::json!({"base64": base64});
            assert_eq!(serde_json::from_value::<File>(json).unwrap().bytes(), &bytes, "{base64}");
        }
    }

    #[test]
    fn debug_shows_neither_content_nor_name() {
        let shown = format!("{:?}", File::text("open sesame").file_name("sesame.txt"));
        assert_eq!(shown, "File(11 bytes, text/plain; charset=utf-8, with a name)");
    }
}
