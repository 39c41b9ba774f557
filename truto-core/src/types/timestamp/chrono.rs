//! `chrono`'s types.

use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Offset, TimeZone, Utc};

use crate::types::timestamp::{Timestamp, TimestampError, TimestampProblem};
use crate::util::rfc3339::Moment;

/// With the offset of its zone.
impl<Tz: TimeZone> From<DateTime<Tz>> for Timestamp {
    fn from(time: DateTime<Tz>) -> Self {
        let offset = time.offset().fix().local_minus_utc();
        Moment { seconds: time.timestamp(), nanos: time.timestamp_subsec_nanos(), offset }.into()
    }
}

/// A date without a time.
impl From<NaiveDate> for Timestamp {
    fn from(date: NaiveDate) -> Self {
        Self::from_date(date.year().into(), date.month(), date.day())
    }
}

impl TryFrom<&Timestamp> for DateTime<Utc> {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let Moment { seconds, nanos, .. } = time.moment()?;
        Self::from_timestamp(seconds, nanos).ok_or_else(|| time.refused(TimestampProblem::OutOfRange))
    }
}

impl TryFrom<&Timestamp> for DateTime<FixedOffset> {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let offset = FixedOffset::east_opt(time.moment()?.offset);
        let offset = offset.ok_or_else(|| time.refused(TimestampProblem::OutOfRange))?;
        Ok(DateTime::<Utc>::try_from(time)?.with_timezone(&offset))
    }
}

impl TryFrom<&Timestamp> for NaiveDate {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        let (year, month, date) = time.date()?;
        let date = i32::try_from(year).ok().and_then(|year| Self::from_ymd_opt(year, month, date));
        date.ok_or_else(|| time.refused(TimestampProblem::OutOfRange))
    }
}

by_value!(DateTime<Utc>, DateTime<FixedOffset>, NaiveDate);
