//! Points in time in every form that records and queries have them: a date, a time with or without its zone, seconds or
//! milliseconds since 1970.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// The least number that is taken for milliseconds: as seconds it would be in the year 5138.
const LEAST_MILLIS: i64 = 100_000_000_000;

/// The moment that this text names; a date is its first moment, and without a zone it is UTC, as the API has them.
pub(super) fn of_text(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    // `parse` of a date takes a time behind it, and would lose it.
    let civil = match text.parse::<DateTime>() {
        Ok(civil) => civil,
        Err(_) => text.parse::<Date>().ok()?.into(),
    };
    TimeZone::UTC.to_timestamp(civil).ok()
}

/// The moment so many seconds, or milliseconds, after 1970.
pub(super) fn of_number(number: i64) -> Option<Timestamp> {
    if number.abs() >= LEAST_MILLIS {
        Timestamp::from_millisecond(number).ok()
    } else {
        Timestamp::from_second(number).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{of_number, of_text};

    #[test]
    fn one_moment_has_many_spellings() {
        let moment = of_text("2024-09-01T10:00:00Z").unwrap();
        for text in [
            "2024-09-01T10:00:00.000Z",
            "2024-09-01 10:00:00",
            "2024-09-01T10:00:00",
            "2024-09-01T12:00:00+02:00",
            "2024-09-01 05:00:00-05:00",
            "2024-09-01t10:00:00z",
        ] {
            assert_eq!(of_text(text), Some(moment), "{text}");
        }
        assert_eq!(of_number(1_725_184_800), Some(moment));
        assert_eq!(of_number(1_725_184_800_000), Some(moment));
        assert_eq!(of_text("2024-09-01"), of_text("2024-09-01T00:00:00Z"));
        for text in ["", "7", "yesterday", "2024", "2024-13-01", "open", "10:00"] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }
}
