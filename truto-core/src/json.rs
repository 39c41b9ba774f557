//! A whole JSON text, read by a seed: what `serde_json::from_slice` is for a type.

use serde::de::DeserializeSeed;

/// # Errors
/// When the text is not what the seed reads, or goes on behind it.
pub(crate) fn from_slice_seed<'de, S: DeserializeSeed<'de>>(
    text: &'de [u8],
    seed: S,
) -> Result<S::Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}
