//! The text of a time, read.

use super::calendar::{self, DAY};
use super::error::TimestampProblem;
use super::moment::{Moment, SECOND};

/// What a text says.
#[derive(Debug)]
pub(super) struct Read {
    date: (i64, u32, u32),
    /// Nothing for a date alone.
    time: Option<Time>,
}

#[derive(Debug)]
struct Time {
    second_of_day: i64,
    is_leap: bool,
    /// Nothing where it has digits behind the ninth.
    nanos: Option<u32>,
    offset: i32,
}

impl Read {
    pub(super) fn moment(&self) -> Result<Moment, TimestampProblem> {
        let Time { second_of_day, is_leap, nanos, offset } = self.time.as_ref().ok_or(TimestampProblem::DateAlone)?;
        let nanos = nanos.ok_or(TimestampProblem::TooPrecise)?;
        let (year, month, date) = self.date;
        let seconds = calendar::day(year, month, date) * DAY + second_of_day - i64::from(*offset);
        Ok(Moment { seconds, nanos: if *is_leap { nanos + SECOND } else { nanos }, offset: *offset })
    }

    #[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
    pub(super) fn date(&self) -> Result<(i64, u32, u32), TimestampProblem> {
        if self.time.is_none() { Ok(self.date) } else { Err(TimestampProblem::NotDateAlone) }
    }
}

/// Reads a date, or a date and a time with its zone.
pub(super) fn read(text: &str) -> Result<Read, TimestampProblem> {
    let mut rest = text;
    let Some(date) = read_date(&mut rest) else { return Err(no_date(text)) };
    let (year, month, of_month) = date;
    if !(1..=12).contains(&month) || of_month == 0 || of_month > calendar::month_length(year, month) {
        return Err(TimestampProblem::NoSuchDate);
    }
    if rest.is_empty() {
        return Ok(Read { date, time: None });
    }
    let separated = rest.strip_prefix(['T', 't', ' ']);
    let (time, zone) = separated.and_then(read_time).ok_or(TimestampProblem::NotIso8601)?;
    let offset = match zone {
        "" => return Err(TimestampProblem::NoZone),
        "Z" | "z" => 0,
        offset => read_offset(offset).ok_or(TimestampProblem::NotIso8601)?,
    };
    Ok(Read { date, time: Some(Time { offset, ..time }) })
}

/// A year with a sign is one of ISO 8601 that RFC 3339 has not.
fn no_date(text: &str) -> TimestampProblem {
    let digits = text.strip_prefix(['+', '-']).map(|rest| rest.split('-').next().unwrap_or_default());
    let is_year = digits.is_some_and(|year| year.len() >= 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    if is_year { TimestampProblem::YearOutOfRange } else { TimestampProblem::NotIso8601 }
}

fn read_date(rest: &mut &str) -> Option<(i64, u32, u32)> {
    let year = digits(rest, 4)?;
    *rest = rest.strip_prefix('-')?;
    let month = digits(rest, 2)?;
    *rest = rest.strip_prefix('-')?;
    Some((year.into(), month, digits(rest, 2)?))
}

/// `12:00`, `12:00:00` or `12:00:00.000`, and what follows.
fn read_time(text: &str) -> Option<(Time, &str)> {
    let mut rest = text;
    let hour = digits(&mut rest, 2)?;
    rest = rest.strip_prefix(':')?;
    let minute = digits(&mut rest, 2)?;
    let (mut second, mut nanos) = (0, Some(0));
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        second = digits(&mut rest, 2)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let digits = &fraction[..fraction.len() - rest.len()];
            (!digits.is_empty()).then_some(())?;
            nanos = nanoseconds(digits);
        }
    }
    // A leap second is a second (RFC 3339 section 5.6).
    let is_leap = second == 60;
    let of_day = hour * 3_600 + minute * 60 + second - u32::from(is_leap);
    let time = Time { second_of_day: of_day.into(), is_leap, nanos, offset: 0 };
    (hour < 24 && minute < 60 && second <= 60).then_some((time, rest))
}

/// The digits of a fraction as nanoseconds, where they are no more than that.
fn nanoseconds(fraction: &str) -> Option<u32> {
    let digits = fraction.trim_end_matches('0');
    if digits.len() > 9 { None } else { format!("{digits:0<9}").parse().ok() }
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

/// Takes that many digits from the start.
fn digits(rest: &mut &str, count: usize) -> Option<u32> {
    let number = rest.get(..count).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    *rest = &rest[count..];
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{TimestampProblem as Problem, read};

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
            ("", Problem::NotIso8601),
            ("yesterday", Problem::NotIso8601),
            ("1704067200", Problem::NotIso8601),
            ("-1704067200", Problem::YearOutOfRange),
            ("24-01-31", Problem::NotIso8601),
            ("+24-01-31", Problem::NotIso8601),
            ("2024-01-31T", Problem::NotIso8601),
            ("2024-01-31T25:00:00Z", Problem::NotIso8601),
            ("2024-01-31T12:00:61Z", Problem::NotIso8601),
            ("2024-01-31T12:00:00.Z", Problem::NotIso8601),
            ("2024-01-31T12:00:00 Z", Problem::NotIso8601),
            ("2024-01-31T12:00:00+24:00", Problem::NotIso8601),
            ("2024-01-31T12:00:00+01:", Problem::NotIso8601),
            ("2024-01-31T12:00:00+01:00x", Problem::NotIso8601),
            ("2024-01-31T12:00:00+01:00[Europe/Paris]", Problem::NotIso8601),
            ("２024-01-31", Problem::NotIso8601),
            ("2024-02-30", Problem::NoSuchDate),
            ("2023-02-29T00:00:00Z", Problem::NoSuchDate),
            ("1900-02-29", Problem::NoSuchDate),
            ("2024-13-01", Problem::NoSuchDate),
            ("2024-00-01", Problem::NoSuchDate),
            ("2024-01-31T12:00:00", Problem::NoZone),
            ("2024-09-01 10:00:00", Problem::NoZone),
            ("+10000-01-01", Problem::YearOutOfRange),
            ("-0001-01-01T00:00:00Z", Problem::YearOutOfRange),
        ] {
            assert_eq!(read(bad).unwrap_err(), why, "{bad}");
        }
    }

    #[test]
    fn what_a_text_says_is_read_to_the_nanosecond() {
        let read = |text: &str| {
            let moment = read(text).unwrap().moment();
            moment.map(|moment| (moment.seconds, moment.nanos, moment.offset))
        };
        assert_eq!(read("1970-01-01T00:00Z"), Ok((0, 0, 0)));
        assert_eq!(read("1970-01-01T00:00:00.1200000000000Z"), Ok((0, 120_000_000, 0)));
        assert_eq!(read("1969-12-31T23:59:59.000000001Z"), Ok((-1, 1, 0)));
        assert_eq!(read("1970-01-01T00:00:00-00:00"), Ok((0, 0, 0)));
        assert_eq!(read("1970-01-01T00:00:00-0130"), Ok((5_400, 0, -5_400)));
        assert_eq!(read("1970-01-01T00:00:00+01"), Ok((-3_600, 0, 3_600)));
        assert_eq!(read("1970-01-01T00:00:00.0000000001Z"), Err(Problem::TooPrecise));
        assert_eq!(read("1970-01-01"), Err(Problem::DateAlone));
    }
}
