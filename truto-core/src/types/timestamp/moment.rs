//! A point in time as numbers: what every type that holds one is made of, and made from.

use core::fmt;
use std::time::{Duration, SystemTime};

use super::calendar::{self, DAY};
use super::error::TimestampProblem;

pub(super) const SECOND: u32 = 1_000_000_000;

/// A point in time, and where on earth it was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Seconds since 1970 in UTC.
    pub(super) seconds: i64,
    /// Nanoseconds behind them; from [`SECOND`] on, those of the leap second that follows.
    pub(super) nanos: u32,
    /// Seconds by which the clocks there are ahead of UTC.
    pub(super) offset: i32,
}

impl Moment {
    /// In UTC.
    pub(super) fn of(time: SystemTime) -> Self {
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        let (seconds, nanos) = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => (seconds(after), after.subsec_nanos()),
            Err(before) => match (seconds(before.duration()), before.duration().subsec_nanos()) {
                (whole, 0) => (-whole, 0),
                (whole, part) => (-whole - 1, SECOND - part),
            },
        };
        Self { seconds, nanos, offset: 0 }
    }

    pub(super) fn system_time(self) -> Result<SystemTime, TimestampProblem> {
        let nanos = self.without_leap_second()?.nanos;
        let whole = Duration::from_secs(self.seconds.unsigned_abs());
        let time = if self.seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole)
        };
        let time = time.and_then(|time| time.checked_add(Duration::from_nanos(nanos.into())));
        let time = time.ok_or(TimestampProblem::OutOfRange)?;
        // Some systems count in steps of 100 nanoseconds.
        let is_exact = Self::of(time) == Self { offset: 0, ..self };
        if is_exact { Ok(time) } else { Err(TimestampProblem::TooPrecise) }
    }

    /// For a type that has no room for a leap second.
    pub(super) fn without_leap_second(self) -> Result<Self, TimestampProblem> {
        if self.nanos < SECOND { Ok(self) } else { Err(TimestampProblem::LeapSecond) }
    }

    /// The same moment on the clocks there: seconds since 1970.
    fn local(self) -> i64 {
        self.seconds.saturating_add(self.offset.into())
    }

    /// The same moment with an offset that RFC 3339 can spell: whole minutes, less than a day, and a year of four digits.
    fn spellable(self) -> Self {
        let is_offset = self.offset % 60 == 0 && i64::from(self.offset).abs() < DAY;
        let (year, ..) = calendar::date(self.local().div_euclid(DAY));
        if is_offset && (0..=9_999).contains(&year) { self } else { Self { offset: 0, ..self } }
    }
}

/// RFC 3339; a year that four digits cannot spell has its sign before it, as in ISO 8601.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = self.spellable();
        let local = moment.local();
        let (year, month, date) = calendar::date(local.div_euclid(DAY));
        let of_day = local.rem_euclid(DAY);
        let (leap, nanos) = (i64::from(moment.nanos / SECOND), moment.nanos % SECOND);
        let (hour, minute, second) = (of_day / 3_600, of_day % 3_600 / 60, of_day % 60 + leap);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", calendar::spelt(year, month, date))?;
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
    use super::Moment;
    use crate::types::timestamp::text;

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
            let moment = Moment { seconds, nanos, offset };
            assert_eq!(moment.to_string(), spelt);
            assert_eq!(text::read(spelt).unwrap().moment(), Ok(moment));
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
