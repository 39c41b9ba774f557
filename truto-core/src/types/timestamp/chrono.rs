//! `chrono`'s types.

use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Offset, TimeZone, Utc};

use crate::types::timestamp::Timestamp;
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

read_as! {
    DateTime<Utc>: |time| {
        let Moment { seconds, nanos, .. } = time.moment()?;
        Self::from_timestamp(seconds, nanos)
    }

    DateTime<FixedOffset>: |time| {
        let offset = FixedOffset::east_opt(time.moment()?.offset);
        let utc = DateTime::<Utc>::try_from(time)?;
        offset.map(|offset| utc.with_timezone(&offset))
    }

    NaiveDate: |time| {
        time.date()?.and_then(|(year, month, date)| Self::from_ymd_opt(year, month, date))
    }
}
