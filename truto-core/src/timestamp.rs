//! A point in time as the API spells it: ISO 8601, in its RFC 3339 form.

use std::time::{Duration, SystemTime};

use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};

use crate::shape::{Shape, Shaped};

const DAY: u64 = 86_400;
/// Seconds from the year 0 to 1970, and to 10000: what four digits of a year can spell.
const YEAR_0: u64 = 62_167_219_200;
const YEAR_10000: u64 = 253_402_300_800;

/// A point in time: a date, or a date and a time with its zone.
///
/// The text is sent as it was given. What is no such text is refused when the request is sent: a time without a zone would
/// be another time for each reader, and a date that does not exist another date.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use truto_core::Timestamp;
///
/// let time = Timestamp::from(SystemTime::UNIX_EPOCH + Duration::from_millis(1_704_067_200_500));
/// assert_eq!(time.as_str(), "2024-01-01T00:00:00.500Z");
/// assert!(serde_json::to_string(&Timestamp::from("2024-02-29")).is_ok());
/// assert!(serde_json::to_string(&Timestamp::from("yesterday")).is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(String);

impl Timestamp {
    /// The text that is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// In UTC; fractions of a second only where there are any.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self(spelt(time).unwrap_or_else(|| "a time outside of the years 0 to 9999".to_owned()))
    }
}

impl Shaped for Timestamp {
    const SHAPE: Shape = Shape::Timestamp;
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match problem(&self.0) {
            None => serializer.serialize_str(&self.0),
            Some(problem) => {
                let shown: String = self.0.chars().take(64).collect();
                Err(S::Error::custom(format_args!("`{}` {problem}", shown.escape_debug())))
            }
        }
    }
}

/// RFC 3339 in UTC; `None` for a year that four digits cannot spell.
fn spelt(time: SystemTime) -> Option<String> {
    // Counted from the year 0, so that times before 1970 need no sign.
    let since = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => Duration::from_secs(YEAR_0).checked_add(after)?,
        Err(before) => Duration::from_secs(YEAR_0).checked_sub(before.duration())?,
    };
    let seconds = since.as_secs();
    if seconds >= YEAR_0 + YEAR_10000 {
        return None;
    }
    let (year, month, day) = date(seconds / DAY);
    let (hour, minute, second) = (seconds % DAY / 3600, seconds % 3600 / 60, seconds % 60);
    let fraction = match since.subsec_nanos() {
        0 => String::new(),
        nanos if nanos % 1_000_000 == 0 => format!(".{:03}", nanos / 1_000_000),
        nanos => format!(".{nanos:09}"),
    };
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"))
}

/// The date of this day, counted from the first of January of the year 0 (Gregorian).
fn date(mut day: u64) -> (u64, u64, u64) {
    let mut year = day / 366;
    day -= days_before(year);
    while day >= year_length(year) {
        day -= year_length(year);
        year += 1;
    }
    let mut month = 1;
    while day >= month_length(year, month) {
        day -= month_length(year, month);
        month += 1;
    }
    (year, month, day + 1)
}

fn days_before(year: u64) -> u64 {
    let leaps = |year: u64| year.div_ceil(4) - year.div_ceil(100) + year.div_ceil(400);
    365 * year + leaps(year)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn year_length(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn month_length(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Why a text is no timestamp, as a phrase.
fn problem(text: &str) -> Option<&'static str> {
    const NONE: &str = "is no ISO 8601 timestamp, such as `2024-01-31T12:00:00Z`";
    const ZONELESS: &str = "has no time zone: end with `Z` or an offset such as `+01:00`";
    let mut rest = text;
    let Some((year, month, day)) = read_date(&mut rest) else { return Some(NONE) };
    if !(1..=12).contains(&month) || day == 0 || day > month_length(year, month) {
        return Some("names a date that does not exist");
    }
    if rest.is_empty() {
        return None;
    }
    let separated = rest.strip_prefix(['T', 't', ' ']);
    match separated.and_then(time_and_zone) {
        Some("") => Some(ZONELESS),
        Some("Z" | "z") => None,
        Some(offset) if is_offset(offset) => None,
        _ => Some(NONE),
    }
}

fn read_date(rest: &mut &str) -> Option<(u64, u64, u64)> {
    let year = digits(rest, 4)?;
    *rest = rest.strip_prefix('-')?;
    let month = digits(rest, 2)?;
    *rest = rest.strip_prefix('-')?;
    Some((year, month, digits(rest, 2)?))
}

/// What follows `12:00`, `12:00:00` or `12:00:00.000`.
fn time_and_zone(text: &str) -> Option<&str> {
    let mut rest = text;
    let hour = digits(&mut rest, 2)?;
    rest = rest.strip_prefix(':')?;
    let minute = digits(&mut rest, 2)?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        second = digits(&mut rest, 2)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|letter: char| letter.is_ascii_digit());
            (rest.len() < fraction.len()).then_some(())?;
        }
    }
    // A leap second is a second (RFC 3339 section 5.6).
    (hour < 24 && minute < 60 && second <= 60).then_some(rest)
}

fn is_offset(text: &str) -> bool {
    let mut rest = text;
    let signed = rest.strip_prefix(['+', '-']);
    let hour = signed.and_then(|after| {
        rest = after;
        digits(&mut rest, 2)
    });
    let minute = if rest.is_empty() { Some(0) } else { digits_of(rest.strip_prefix(':').unwrap_or(rest)) };
    hour.is_some_and(|hour| hour < 24) && minute.is_some_and(|minute| minute < 60)
}

fn digits_of(text: &str) -> Option<u64> {
    let mut rest = text;
    digits(&mut rest, 2).filter(|_| rest.is_empty())
}

/// Takes that many digits from the start.
fn digits(rest: &mut &str, count: usize) -> Option<u64> {
    let number = rest.get(..count).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    *rest = &rest[count..];
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::{Timestamp, problem, spelt};

    #[test]
    fn a_system_time_is_rfc_3339_in_utc() {
        let after = |seconds: u64, nanos: u32| SystemTime::UNIX_EPOCH + Duration::new(seconds, nanos);
        for (time, text) in [
            (after(0, 0), "1970-01-01T00:00:00Z"),
            (after(951_782_399, 0), "2000-02-28T23:59:59Z"),
            (after(951_782_400, 1_000_000), "2000-02-29T00:00:00.001Z"),
            (after(1_709_251_199, 1), "2024-02-29T23:59:59.000000001Z"),
            (after(4_107_542_400, 0), "2100-03-01T00:00:00Z"),
            (after(253_402_300_799, 0), "9999-12-31T23:59:59Z"),
            (SystemTime::UNIX_EPOCH - Duration::from_secs(1), "1969-12-31T23:59:59Z"),
            (SystemTime::UNIX_EPOCH - Duration::from_millis(500), "1969-12-31T23:59:59.500Z"),
            (SystemTime::UNIX_EPOCH - Duration::from_secs(62_167_219_200), "0000-01-01T00:00:00Z"),
            (SystemTime::UNIX_EPOCH - Duration::from_secs(2_203_891_201), "1900-02-28T23:59:59Z"),
        ] {
            assert_eq!(spelt(time).unwrap(), text);
            assert_eq!(problem(text), None);
        }
        for time in [after(253_402_300_800, 0), SystemTime::UNIX_EPOCH - Duration::from_secs(62_167_219_201)] {
            assert_eq!(spelt(time), None);
            assert!(serde_json::to_string(&Timestamp::from(time)).is_err());
        }
    }

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        let mut known = (1999, 12, 31);
        for day in super::days_before(2000)..super::days_before(2400) {
            let (year, month, date) = super::date(day);
            let expected = match known {
                (year, 12, 31) => (year + 1, 1, 1),
                (year, month, date) if date == super::month_length(year, month) => (year, month + 1, 1),
                (year, month, date) => (year, month, date + 1),
            };
            assert_eq!((year, month, date), expected);
            known = expected;
        }
        assert_eq!(known, (2399, 12, 31));
    }

    #[test]
    fn text_is_a_timestamp_with_its_zone_or_refused() {
        for good in [
            "2024-01-31",
            "2024-01-31T12:00Z",
            "2024-01-31T12:00:00Z",
            "2024-01-31 12:00:00.123456+01:00",
            "2024-01-31t12:00:00z",
            "2016-12-31T23:59:60Z",
            "2024-01-31T12:00:00-0130",
            "2024-01-31T12:00:00+01",
        ] {
            assert_eq!(problem(good), None, "{good}");
        }
        for (bad, why) in [
            ("", "no ISO"),
            ("yesterday", "no ISO"),
            ("1704067200", "no ISO"),
            ("24-01-31", "no ISO"),
            ("2024-01-31T", "no ISO"),
            ("2024-01-31T25:00:00Z", "no ISO"),
            ("2024-01-31T12:00:00.Z", "no ISO"),
            ("2024-01-31T12:00:00 Z", "no ISO"),
            ("2024-01-31T12:00:00+24:00", "no ISO"),
            ("2024-01-31T12:00:00+01:00x", "no ISO"),
            ("２024-01-31", "no ISO"),
            ("2024-02-30", "does not exist"),
            ("2023-02-29T00:00:00Z", "does not exist"),
            ("2024-13-01", "does not exist"),
            ("2024-00-01", "does not exist"),
            ("2024-01-31T12:00:00", "no time zone"),
            ("2024-09-01 10:00:00", "no time zone"),
        ] {
            assert!(problem(bad).is_some_and(|problem| problem.contains(why)), "{bad}: {:?}", problem(bad));
        }
    }
}
