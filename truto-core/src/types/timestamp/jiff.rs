//! `jiff`'s types.

use ::jiff::tz::{Offset, TimeZone};
use ::jiff::{ZonedDateTime, civil};

use crate::types::timestamp::{Timestamp, TimestampError, TimestampProblem};
use crate::util::rfc3339::{Moment, SECOND};

/// In UTC.
impl From<::jiff::Timestamp> for Timestamp {
    fn from(time: ::jiff::Timestamp) -> Self {
        moment(time, 0).into()
    }
}

/// With the offset of its zone and without the zone's name.
impl From<&ZonedDateTime> for Timestamp {
    fn from(time: &ZonedDateTime) -> Self {
        moment(time.timestamp(), time.offset().seconds()).into()
    }
}

/// With the offset of its zone and without the zone's name.
impl From<ZonedDateTime> for Timestamp {
    fn from(time: ZonedDateTime) -> Self {
        (&time).into()
    }
}

/// A date without a time.
impl From<civil::Date> for Timestamp {
    fn from(date: civil::Date) -> Self {
        Self::from_date(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
    }
}

impl TryFrom<&Timestamp> for ::jiff::Timestamp {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let moment = time.moment_without_leap_second()?;
        let nanos = i32::try_from(moment.nanos).map_err(|_| time.refused(TimestampProblem::OutOfRange))?;
        Self::new(moment.seconds, nanos).map_err(|_| time.refused(TimestampProblem::OutOfRange))
    }
}

/// In a zone of this offset without a name.
impl TryFrom<&Timestamp> for ZonedDateTime {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let offset = time.moment()?.offset;
        let offset = Offset::from_seconds(offset).map_err(|_| time.refused(TimestampProblem::OutOfRange))?;
        Ok(::jiff::Timestamp::try_from(time)?.to_zoned_datetime(TimeZone::fixed(offset)))
    }
}

impl TryFrom<&Timestamp> for civil::Date {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let (year, month, date) = time.date()?;
        let numbers = (i16::try_from(year), i8::try_from(month), i8::try_from(date));
        let date = match numbers {
            (Ok(year), Ok(month), Ok(date)) => Self::new(year, month, date).ok(),
            _ => None,
        };
        date.ok_or_else(|| time.refused(TimestampProblem::OutOfRange))
    }
}

by_value!(::jiff::Timestamp, ZonedDateTime, civil::Date);

fn moment(time: ::jiff::Timestamp, offset: i32) -> Moment {
    let nanos = time.as_nanosecond();
    let second = i128::from(SECOND);
    // `jiff` ends with the year 9999, so both fit.
    let seconds = i64::try_from(nanos.div_euclid(second)).unwrap_or(i64::MAX);
    Moment { seconds, nanos: u32::try_from(nanos.rem_euclid(second)).unwrap_or_default(), offset }
}
