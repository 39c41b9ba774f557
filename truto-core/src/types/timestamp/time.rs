//! The types of the crate `time`.

use ::time::{Date, Month, OffsetDateTime, UtcDateTime, UtcOffset};

use crate::types::timestamp::Timestamp;
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

read_as! {
    UtcDateTime: |time| {
        let moment = time.moment_without_leap_second()?;
        let whole = Self::from_unix_timestamp(moment.seconds).ok();
        whole.and_then(|whole| whole.replace_nanosecond(moment.nanos).ok())
    }

    OffsetDateTime: |time| {
        let utc = UtcDateTime::try_from(time)?;
        let offset = UtcOffset::from_whole_seconds(time.moment()?.offset).ok();
        offset.and_then(|offset| utc.checked_to_offset(offset))
    }

    Date: |time| {
        time.date()?.and_then(|(year, month, date): (_, u8, _)| {
            Month::try_from(month).ok().and_then(|month| Self::from_calendar_date(year, month, date).ok())
        })
    }
}
