//! A point in time as the API spells it: ISO 8601, in its RFC 3339 form.

/// What is read of a timestamp by reference is read by value, too.
macro_rules! by_value {
    ($($ty:ty),* $(,)?) => {
        $(
            impl TryFrom<$crate::Timestamp> for $ty {
                type Error = $crate::types::TimestampError;

                fn try_from(time: $crate::Timestamp) -> Result<Self, $crate::types::TimestampError> {
                    Self::try_from(&time)
                }
            }
        )*
    };
}

mod calendar;
mod error;
mod moment;
mod text;

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

use std::time::SystemTime;

use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};

use crate::contract::shape::{Shape, Shaped};
pub use error::{TimestampError, TimestampProblem};
use moment::Moment;

/// A point in time: a date, or a date and a time with its zone.
///
/// The text is sent as it was given. What is no such text is refused when the request is sent: a time without a zone would
/// be another time for each reader, and a date that does not exist another date.
///
/// A [`SystemTime`] becomes one, and with the features `jiff`, `chrono` and `time` so do the types of those crates; each
/// of them is read back with `try_from`, exactly or not at all. [`dates`](crate::dates) shows all of it.
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

    /// The point in time that the text names, for a type that holds one.
    fn moment(&self) -> Result<Moment, TimestampError> {
        let read = text::read(&self.0).map_err(|problem| self.refused(problem))?;
        read.moment().map_err(|problem| self.refused(problem))
    }

    /// Year, month and day of a text that is a date alone, for a type that holds one.
    #[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
    fn date(&self) -> Result<(i64, u32, u32), TimestampError> {
        let read = text::read(&self.0).map_err(|problem| self.refused(problem))?;
        read.date().map_err(|problem| self.refused(problem))
    }

    /// A date alone.
    #[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
    fn from_date(year: i64, month: impl Into<u32>, date: impl Into<u32>) -> Self {
        Self(calendar::spelt(year, month.into(), date.into()))
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

/// In UTC; fractions of a second only where there are any.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Moment::of(time).into()
    }
}

/// A year that four digits cannot spell is spelt with its sign, and refused when the request is sent.
impl From<Moment> for Timestamp {
    fn from(moment: Moment) -> Self {
        Self(moment.to_string())
    }
}

impl TryFrom<&Timestamp> for SystemTime {
    type Error = TimestampError;

    fn try_from(time: &Timestamp) -> Result<Self, TimestampError> {
        time.moment()?.system_time().map_err(|problem| time.refused(problem))
    }
}

by_value!(SystemTime);

impl Shaped for Timestamp {
    const SHAPE: Shape = Shape::Timestamp;
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match text::read(&self.0) {
            Ok(_) => serializer.serialize_str(&self.0),
            Err(problem) => Err(S::Error::custom(self.refused(problem))),
        }
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
