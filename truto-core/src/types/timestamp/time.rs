//! The types of the crate `time`.

use ::time::{Date, Month, OffsetDateTime, UtcDateTime, UtcOffset};

use crate::types::timestamp::{Timestamp, TimestampError, TimestampProblem};
use crate::util::rfc3339::Moment;

/// With its offset.
impl From<OffsetDateTime> for Timestamp {
    fn from(time: OffsetDateTime) -> Self {
        let offset = time.offset().whole_seconds();
        Moment { seconds: time.unix_timestamp(), nanos: time.nanosecond(), offset }.into()
    }
}

impl From<UtcDateTime> for Timestamp {
    fn from(time: UtcDateTime) -> Self {
        Moment { seconds: time.unix_timestamp(), nanos: time.nanosecond(), offset: 0 }.into()
    }
}

/// A date without a time.
impl From<Date> for Timestamp {
    fn from(date: Date) -> Self {
        Self::from_date(date.year().into(), u8::from(date.month()), date.day())
    }
}

impl TryFrom<&Timestamp> for UtcDateTime {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let moment = time.moment_without_leap_second()?;
        let whole = Self::from_unix_timestamp(moment.seconds).ok();
        let exact = whole.and_then(|whole| whole.replace_nanosecond(moment.nanos).ok());
        exact.ok_or_else(|| time.refused(TimestampProblem::OutOfRange))
    }
}

impl TryFrom<&Timestamp> for OffsetDateTime {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let utc = UtcDateTime::try_from(time)?;
        let offset = UtcOffset::from_whole_seconds(time.moment()?.offset).ok();
        let there = offset.and_then(|offset| utc.checked_to_offset(offset));
        there.ok_or_else(|| time.refused(TimestampProblem::OutOfRange))
    }
}

impl TryFrom<&Timestamp> for Date {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let (year, month, date) = time.date()?;
        let month = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
        let date = match (i32::try_from(year), month, u8::try_from(date)) {
            (Ok(year), Some(month), Ok(date)) => Self::from_calendar_date(year, month, date).ok(),
            _ => None,
        };
        date.ok_or_else(|| time.refused(TimestampProblem::OutOfRange))
    }
}

by_value!(OffsetDateTime, UtcDateTime, Date);
