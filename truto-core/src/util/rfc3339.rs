//! RFC 3339: dates, and times with their zone, read from text and written as text.
//!
//! By hand, because a parser of a library would not make this file shorter. `jiff` accepts other forms (`20240131T120000Z`), reads
//! a leap second as the second before, and refuses a tenth digit. So the grammar would still be checked here, and only the
//! arithmetic of [`calendar`] would go, for two more crates that every program compiles.

use core::fmt;

use crate::util::calendar::{self, DAY};

pub(crate) const SECOND: u32 = 1_000_000_000; // nanoseconds

/// The meaning of a text.
#[derive(Debug)]
pub(crate) enum Rfc3339 {
    /// Year, month and day.
    #[cfg_attr(
        not(any(test, feature = "jiff", feature = "chrono", feature = "time")),
        expect(dead_code, reason = "only the dates of these crates read the numbers")
    )]
    Date(i64, u32, u32),
    /// `is_exact` is false if the text has digits behind the nanosecond.
    Time { moment: Moment, is_exact: bool },
}

/// A point in time, and the offset of the clock that showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Seconds since 1970 in UTC.
    pub(crate) seconds: i64,
    /// Nanoseconds of the second. From [`SECOND`] on they belong to the leap second that follows.
    pub(crate) nanos: u32,
    /// Seconds by which the clock is ahead of UTC.
    pub(crate) offset: i32,
}

/// Why a text is not a date or a time.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Syntax,
    /// The year has a sign, as ISO 8601 allows.
    SignedYear,
    NoSuchDate,
    NoZone,
}

/// Reads a date, or a date and a time with its zone. The seconds may be missing.
pub(crate) fn read(text: &str) -> Result<Rfc3339, Fault> {
    let mut rest = text;
    let Some((year, month, date)) = read_date(&mut rest) else {
        return Err(if has_signed_year(text) { Fault::SignedYear } else { Fault::Syntax });
    };
    let day = calendar::day(year, month, date);
    if calendar::date(day) != (year, month, date) {
        return Err(Fault::NoSuchDate);
    }
    if rest.is_empty() {
        return Ok(Rfc3339::Date(year, month, date));
    }
    let separated = rest.strip_prefix(['T', 't', ' ']).ok_or(Fault::Syntax)?;
    let (of_day, nanos, is_exact, zone) = read_time(separated).ok_or(Fault::Syntax)?;
    let offset = match zone {
        "" => return Err(Fault::NoZone),
        "Z" | "z" => 0,
        offset => read_offset(offset).ok_or(Fault::Syntax)?,
    };
    let seconds = day * DAY + i64::from(of_day) - i64::from(offset);
    Ok(Rfc3339::Time { moment: Moment { seconds, nanos, offset }, is_exact })
}

fn has_signed_year(text: &str) -> bool {
    let year = text.strip_prefix(['+', '-']).map(|rest| rest.split('-').next().unwrap_or_default());
    year.is_some_and(|year| year.len() >= 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

fn read_date(rest: &mut &str) -> Option<(i64, u32, u32)> {
    let year = digits(rest, 4)?;
    *rest = rest.strip_prefix('-')?;
    let month = digits(rest, 2)?;
    *rest = rest.strip_prefix('-')?;
    Some((year.into(), month, digits(rest, 2)?))
}

/// Reads `12:00`, `12:00:00` or `12:00:00.000`: the second of the day, its nanoseconds, whether they are exact, and the rest.
fn read_time(text: &str) -> Option<(u32, u32, bool, &str)> {
    let mut rest = text;
    let hour = digits(&mut rest, 2)?;
    rest = rest.strip_prefix(':')?;
    let minute = digits(&mut rest, 2)?;
    let (mut second, mut nanos, mut is_exact) = (0, 0, true);
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        second = digits(&mut rest, 2)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let digits = &fraction[..fraction.len() - rest.len()];
            nanos = format!("{digits:0<9.9}").parse().ok().filter(|_| !digits.is_empty())?;
            is_exact = digits.trim_end_matches('0').len() <= 9;
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    // A leap second is a second (RFC 3339 section 5.6).
    let leap = u32::from(second == 60);
    Some((hour * 3_600 + minute * 60 + second - leap, nanos + leap * SECOND, is_exact, rest))
}

fn read_offset(text: &str) -> Option<i32> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let mut rest = text.strip_prefix(['+', '-'])?;
    let hour = digits(&mut rest, 2)?;
    let minute = match rest.strip_prefix(':').unwrap_or(rest) {
        "" if rest.is_empty() => 0,
        mut minute => digits(&mut minute, 2).filter(|_| minute.is_empty())?,
    };
    let seconds = i32::try_from(hour * 3_600 + minute * 60).ok()?;
    (hour < 24 && minute < 60).then_some(sign * seconds)
}

/// Takes `count` digits from the start.
fn digits(rest: &mut &str, count: usize) -> Option<u32> {
    let number = rest.get(..count).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    *rest = &rest[count..];
    number.parse().ok()
}

/// A date as text. A year that needs more than four digits has a sign, as in ISO 8601.
pub(crate) fn spell_date(year: i64, month: u32, date: u32) -> String {
    let year = if (0..=9_999).contains(&year) { format!("{year:04}") } else { format!("{year:+05}") };
    format!("{year}-{month:02}-{date:02}")
}

impl Moment {
    /// The same moment on the clock that showed it, in seconds since 1970.
    fn local(self) -> i64 {
        self.seconds.saturating_add(self.offset.into())
    }

    /// The same moment in UTC, if RFC 3339 cannot spell its offset: it takes whole minutes, less than a day, in a year of four
    /// digits.
    fn spellable(self) -> Self {
        let is_offset = self.offset % 60 == 0 && i64::from(self.offset).abs() < DAY;
        let (year, ..) = calendar::date(self.local().div_euclid(DAY));
        if is_offset && (0..=9_999).contains(&year) { self } else { Self { offset: 0, ..self } }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = self.spellable();
        let (day, of_day) = (moment.local().div_euclid(DAY), moment.local().rem_euclid(DAY));
        let (year, month, date) = calendar::date(day);
        let (leap, nanos) = (i64::from(moment.nanos / SECOND), moment.nanos % SECOND);
        let (hour, minute, second) = (of_day / 3_600, of_day % 3_600 / 60, of_day % 60 + leap);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", spell_date(year, month, date))?;
        match nanos {
            0 => {}
            nanos if nanos % 1_000_000 == 0 => write!(f, ".{:03}", nanos / 1_000_000)?,
            nanos => write!(f, ".{nanos:09}")?,
        }
        match moment.offset {
            0 => f.write_str("Z"),
            offset => {
                let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs() / 60);
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Moment, Rfc3339, read};

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
            "2024-01-31T12:00:00.1234567890123Z",
        ] {
            assert!(read(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("", Fault::Syntax),
            ("yesterday", Fault::Syntax),
            ("1704067200", Fault::Syntax),
            ("-1704067200", Fault::SignedYear),
            ("24-01-31", Fault::Syntax),
            ("+24-01-31", Fault::Syntax),
            ("2024-01-31T", Fault::Syntax),
            ("2024-01-31T25:00:00Z", Fault::Syntax),
            ("2024-01-31T12:00:61Z", Fault::Syntax),
            ("2024-01-31T12:00:00.Z", Fault::Syntax),
            ("2024-01-31T12:00:00 Z", Fault::Syntax),
            ("2024-01-31T12:00:00+24:00", Fault::Syntax),
            ("2024-01-31T12:00:00+01:", Fault::Syntax),
            ("2024-01-31T12:00:00+01:00x", Fault::Syntax),
            ("2024-01-31T12:00:00+01:00[Europe/Paris]", Fault::Syntax),
            ("２024-01-31", Fault::Syntax),
            ("2024-02-30", Fault::NoSuchDate),
            ("2023-02-29T00:00:00Z", Fault::NoSuchDate),
            ("1900-02-29", Fault::NoSuchDate),
            ("2024-13-01", Fault::NoSuchDate),
            ("2024-00-01", Fault::NoSuchDate),
            ("2024-01-31T12:00:00", Fault::NoZone),
            ("2024-09-01 10:00:00", Fault::NoZone),
            ("+10000-01-01", Fault::SignedYear),
            ("-0001-01-01T00:00:00Z", Fault::SignedYear),
        ] {
            assert_eq!(read(bad).unwrap_err(), why, "{bad}");
        }
    }

    fn moment(text: &str) -> Moment {
        let Ok(Rfc3339::Time { moment, is_exact: true }) = read(text) else { panic!("`{text}` is a moment") };
        moment
    }

    #[test]
    fn a_moment_is_read_to_the_nanosecond() {
        for (text, seconds, nanos, offset) in [
            ("1970-01-01T00:00Z", 0, 0, 0),
            ("1970-01-01T00:00:00.1200000000000Z", 0, 120_000_000, 0),
            ("1969-12-31T23:59:59.000000001Z", -1, 1, 0),
            ("1970-01-01T00:00:00-00:00", 0, 0, 0),
            ("1970-01-01T00:00:00-0130", 5_400, 0, -5_400),
            ("1970-01-01T00:00:00+01", -3_600, 0, 3_600),
        ] {
            assert_eq!(moment(text), Moment { seconds, nanos, offset }, "{text}");
        }
        let Ok(Rfc3339::Time { moment, is_exact: false }) = read("1970-01-01T00:00:00.9999999999Z") else {
            panic!("its last digit is lost")
        };
        assert_eq!((moment.seconds, moment.nanos), (0, 999_999_999));
        assert!(matches!(read("1970-01-02"), Ok(Rfc3339::Date(1970, 1, 2))));
    }

    #[test]
    fn a_moment_is_spelt_with_its_offset_and_read_back() {
        for (seconds, nanos, offset, spelt) in [
            (1_704_067_200, 0, 3_600, "2024-01-01T01:00:00+01:00"),
            (1_704_067_200, 123_456_789, -12_600, "2023-12-31T20:30:00.123456789-03:30"),
            (1_704_067_200, 120_000_000, 86_340, "2024-01-01T23:59:00.120+23:59"),
            (1_483_228_799, 1_000_000_000, 0, "2016-12-31T23:59:60Z"),
            (1_483_228_799, 1_500_000_000, 3_600, "2017-01-01T00:59:60.500+01:00"),
            (-62_167_219_200, 0, 0, "0000-01-01T00:00:00Z"),
            (-62_167_219_201, 0, 60, "0000-01-01T00:00:59+00:01"),
            (253_402_300_800, 0, -60, "9999-12-31T23:59:00-00:01"),
        ] {
            let written = Moment { seconds, nanos, offset };
            assert_eq!(written.to_string(), spelt);
            assert_eq!(moment(spelt), written);
        }
    }

    #[test]
    fn an_offset_that_cannot_be_spelt_leaves_the_moment_as_it_is() {
        for (seconds, offset, spelt) in [
            (1_704_067_200, 1_172, "2024-01-01T00:00:00Z"),
            (1_704_067_200, -90, "2024-01-01T00:00:00Z"),
            (1_704_067_200, 86_400, "2024-01-01T00:00:00Z"),
            (-62_167_219_200, -60, "0000-01-01T00:00:00Z"),
            (253_402_300_799, 60, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Moment { seconds, nanos: 0, offset }.to_string(), spelt);
        }
    }
}
