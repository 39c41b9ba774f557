//! A point in time in the spelling of the API: ISO 8601, in its RFC 3339 form.

/// Reads types from a timestamp, borrowed or owned. A row makes the value, or `None` if the type cannot hold it.
macro_rules! read_as {
    ($($(#[$doc:meta])* $ty:ty: |$time:ident| $read:block)+) => {$(
        $(#[$doc])*
        impl TryFrom<&$crate::Timestamp> for $ty {
            type Error = $crate::types::TimestampError;

            fn try_from($time: &$crate::Timestamp) -> Result<Self, $crate::types::TimestampError> {
                let read: Option<Self> = $read;
                read.ok_or_else(|| $time.refused($crate::types::TimestampProblem::OutOfRange))
            }
        }

        impl TryFrom<$crate::Timestamp> for $ty {
            type Error = $crate::types::TimestampError;

            fn try_from(time: $crate::Timestamp) -> Result<Self, $crate::types::TimestampError> {
                Self::try_from(&time)
            }
        }
    )+};
}

mod error;

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

use std::time::{Duration, SystemTime};

use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};

use crate::contract::shape::{Shape, Shaped};
use crate::util::rfc3339::{self, Fault, Moment, Rfc3339, SECOND};
pub use error::{TimestampError, TimestampProblem};

/// A date, or a date and a time with its zone.
///
/// The text is sent unchanged. Any other text is refused when the request is sent, also a time without a zone and a date that
/// does not exist, because each reader could take it for another time.
///
/// A timestamp is made from a [`SystemTime`], and with the features `jiff`, `chrono` and `time` from the types of those crates.
/// `try_from` reads it back, exactly or not at all. [`dates`](crate::dates) has examples.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use truto_core::Timestamp;
///
/// let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(1_704_067_200_500);
/// let time = Timestamp::from(moment);
/// assert_eq!(time.as_str(), "2024-01-01T00:00:00.500Z");
/// assert_eq!(SystemTime::try_from(&time), Ok(moment));
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

    fn read(&self) -> Result<Rfc3339, TimestampError> {
        rfc3339::read(&self.0).map_err(|fault| {
            self.refused(match fault {
                Fault::Syntax => TimestampProblem::NotIso8601,
                Fault::SignedYear => TimestampProblem::YearOutOfRange,
                Fault::NoSuchDate => TimestampProblem::NoSuchDate,
                Fault::NoZone => TimestampProblem::NoZone,
            })
        })
    }

    /// The point in time, for a type that holds one.
    fn moment(&self) -> Result<Moment, TimestampError> {
        match self.read()? {
            Rfc3339::Time { moment, is_exact: true } => Ok(moment),
            Rfc3339::Time { .. } => Err(self.refused(TimestampProblem::TooPrecise)),
            Rfc3339::Date(..) => Err(self.refused(TimestampProblem::DateAlone)),
        }
    }

    /// The point in time, for a type that cannot hold a leap second.
    fn moment_without_leap_second(&self) -> Result<Moment, TimestampError> {
        let moment = self.moment()?;
        if moment.nanos < SECOND { Ok(moment) } else { Err(self.refused(TimestampProblem::LeapSecond)) }
    }

    /// Year, month and day of a date; `None` if the numbers do not fit.
    #[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
    fn date<Y: TryFrom<i64>, N: TryFrom<u32>>(&self) -> Result<Option<(Y, N, N)>, TimestampError> {
        let Rfc3339::Date(year, month, date) = self.read()? else {
            return Err(self.refused(TimestampProblem::NotDateAlone));
        };
        let numbers = (Y::try_from(year), N::try_from(month), N::try_from(date));
        Ok(if let (Ok(year), Ok(month), Ok(date)) = numbers { Some((year, month, date)) } else { None })
    }

    #[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
    fn from_date(year: i64, month: impl Into<u32>, date: impl Into<u32>) -> Self {
        Self(rfc3339::spell_date(year, month.into(), date.into()))
    }

    fn refused(&self, problem: TimestampProblem) -> TimestampError {
        TimestampError::new(&self.0, problem)
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

/// In UTC. A whole second has no fraction.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        utc(time).into()
    }
}

/// A year of more than four digits is spelt with its sign, and is refused when the request is sent.
impl From<Moment> for Timestamp {
    fn from(moment: Moment) -> Self {
        Self(moment.to_string())
    }
}

read_as! {
    SystemTime: |time| {
        let moment = time.moment_without_leap_second()?;
        let whole = Duration::from_secs(moment.seconds.unsigned_abs());
        let system =
            if moment.seconds < 0 { Self::UNIX_EPOCH.checked_sub(whole) } else { Self::UNIX_EPOCH.checked_add(whole) };
        let system = system.and_then(|system| system.checked_add(Duration::from_nanos(moment.nanos.into())));
        // Some systems count in steps of 100 nanoseconds.
        if system.is_some_and(|system| utc(system) != Moment { offset: 0, ..moment }) {
            return Err(time.refused(TimestampProblem::TooPrecise));
        }
        system
    }
}

fn utc(time: SystemTime) -> Moment {
    let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
    let (seconds, nanos) = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => (seconds(after), after.subsec_nanos()),
        Err(before) => match (seconds(before.duration()), before.duration().subsec_nanos()) {
            (whole, 0) => (-whole, 0),
            (whole, part) => (-whole - 1, SECOND - part),
        },
    };
    Moment { seconds, nanos, offset: 0 }
}

impl Shaped for Timestamp {
    const SHAPE: Shape = Shape::Timestamp;
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.read().map_err(S::Error::custom)?;
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::{Timestamp, TimestampProblem as Problem};

    #[test]
    fn a_system_time_is_rfc_3339_in_utc_and_is_read_back() {
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
            assert_eq!(Timestamp::from(time).as_str(), text);
            assert_eq!(serde_json::to_value(Timestamp::from(time)).unwrap(), text);
            assert_eq!(SystemTime::try_from(Timestamp::from(text)), Ok(time));
        }
    }

    #[test]
    fn a_year_that_four_digits_cannot_spell_is_refused_with_it() {
        let far = Duration::from_secs(9_000_000_000_000_000_000);
        for (time, text) in [
            (SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_800), "+10000-01-01T00:00:00Z"),
            (SystemTime::UNIX_EPOCH - Duration::from_secs(62_167_219_201), "-0001-12-31T23:59:59Z"),
            (SystemTime::UNIX_EPOCH + far, "+285198648531-04-21T16:00:00Z"),
        ] {
            let error = serde_json::to_string(&Timestamp::from(time)).unwrap_err().to_string();
            assert_eq!(error, format!("`{text}` is outside of the years 0000 to 9999"));
        }
    }

    #[test]
    fn what_a_system_time_cannot_hold_is_an_error_and_no_other_time() {
        for (text, problem) in [
            ("2024-01-31", Problem::DateAlone),
            ("2016-12-31T23:59:60Z", Problem::LeapSecond),
            ("2024-01-31T12:00:00.1234567891Z", Problem::TooPrecise),
            ("2024-01-31T12:00:00", Problem::NoZone),
            ("2024-02-30T12:00:00Z", Problem::NoSuchDate),
            ("+10000-01-01T00:00:00Z", Problem::YearOutOfRange),
            ("yesterday", Problem::NotIso8601),
        ] {
            let error = SystemTime::try_from(Timestamp::from(text)).unwrap_err();
            assert_eq!((error.problem(), error.text()), (problem, text));
        }
    }
}
