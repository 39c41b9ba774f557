//! Parses moments in all forms of records and queries: dates, times with or without a zone, and numbers since 1970.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// The smallest number of milliseconds. As seconds it would be in the year 5138.
const MIN_MILLIS: i64 = 100_000_000_000;

/// Parses a text. A date means its first moment, and a time without a zone is UTC, as in the API.
pub(crate) fn from_text(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    // Most texts are not moments, and a list compares thousands of them.
    if !text.starts_with(|first: char| first.is_ascii_digit() || first == '-' || first == '+') {
        return None;
    }
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    // `Date` would accept a time too, and drop it.
    let civil = match text.parse::<DateTime>() {
        Ok(civil) => civil,
        Err(_) => text.parse::<Date>().ok()?.into(),
    };
    TimeZone::UTC.to_timestamp(civil).ok()
}

/// Converts seconds or milliseconds since 1970.
pub(super) fn from_number(number: i64) -> Option<Timestamp> {
    if number.abs() >= MIN_MILLIS {
        Timestamp::from_millisecond(number).ok()
    } else {
        Timestamp::from_second(number).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{from_number, from_text};

    #[test]
    fn a_moment_has_many_spellings() {
        let moment = from_text("2024-09-01T10:00:00Z").unwrap();
        for text in [
            "2024-09-01T10:00:00.000Z",
            "2024-09-01 10:00:00",
            "2024-09-01T10:00:00",
            "2024-09-01T12:00:00+02:00",
            "2024-09-01 05:00:00-05:00",
            "2024-09-01t10:00:00z",
        ] {
            assert_eq!(from_text(text), Some(moment), "{text}");
        }
        assert_eq!(from_number(1_725_184_800), Some(moment));
        assert_eq!(from_number(1_725_184_800_000), Some(moment));
        assert_eq!(from_text("2024-09-01"), from_text("2024-09-01T00:00:00Z"));
        for text in ["", "7", "yesterday", "2024", "2024-13-01", "open", "10:00"] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }
}
