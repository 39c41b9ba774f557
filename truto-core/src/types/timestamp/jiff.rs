//! `jiff`'s types.

use ::jiff::tz::{Offset, TimeZone};
use ::jiff::{ZonedDateTime, civil};

use crate::types::timestamp::Timestamp;
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

read_as! {
    ::jiff::Timestamp: |time| {
        let moment = time.moment_without_leap_second()?;
        i32::try_from(moment.nanos).ok().and_then(|nanos| Self::new(moment.seconds, nanos).ok())
    }

    /// In a zone of this offset without a name.
    ZonedDateTime: |time| {
        let offset = Offset::from_seconds(time.moment()?.offset).ok();
        let utc = ::jiff::Timestamp::try_from(time)?;
        offset.map(|offset| utc.to_zoned_datetime(TimeZone::fixed(offset)))
    }

    civil::Date: |time| {
        time.date()?.and_then(|(year, month, date)| Self::new(year, month, date).ok())
    }
}

fn moment(time: ::jiff::Timestamp, offset: i32) -> Moment {
    let nanos = time.as_nanosecond();
    let second = i128::from(SECOND);
    // `jiff` ends with the year 9999, so both fit.
    let seconds = i64::try_from(nanos.div_euclid(second)).unwrap_or(i64::MAX);
    Moment { seconds, nanos: u32::try_from(nanos.rem_euclid(second)).unwrap_or_default(), offset }
}
