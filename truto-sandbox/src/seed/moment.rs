//! The moments of generated records, in milliseconds since 1970, and their spelling in the API.

use jiff::Timestamp;

/// The first moment of 2024, when the generated data starts.
pub(crate) const DATA_START: i64 = 1_704_067_200_000;
/// The first moment of 2026, when the generated data ends.
pub(crate) const DATA_END: i64 = 1_767_225_600_000;
pub(crate) const MILLIS_PER_DAY: i64 = 86_400_000;

/// Spells a moment as the API does: `2024-09-01T10:00:00.000Z`.
pub(crate) fn text(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map(|moment| format!("{moment:.3}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{DATA_END, DATA_START, text};

    #[test]
    fn moments_are_spelt_as_the_api_does() {
        assert_eq!(text(DATA_START), "2024-01-01T00:00:00.000Z");
        assert_eq!(text(DATA_END + 120), "2026-01-01T00:00:00.120Z");
    }
}
