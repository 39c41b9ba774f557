//! Errors of texts that are not a time, or not a time that a type can hold.

use core::fmt;

use crate::util::escaped::Escaped;

/// A text that cannot be read as a time of some type.
///
/// ```
/// use std::time::SystemTime;
/// use truto_core::Timestamp;
/// use truto_core::types::TimestampProblem;
///
/// let error = SystemTime::try_from(Timestamp::from("2024-09-01 10:00:00")).unwrap_err();
/// assert_eq!(error.problem(), TimestampProblem::NoZone);
/// let says = "`2024-09-01 10:00:00` has no time zone: end with `Z` or an offset such as `+01:00`";
/// assert_eq!(error.to_string(), says);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimestampError {
    text: String,
    problem: TimestampProblem,
}

impl TimestampError {
    pub(super) fn new(text: &str, problem: TimestampProblem) -> Self {
        Self { text: text.chars().take(64).collect(), problem }
    }

    /// The text, or the first 64 characters of it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The reason.
    #[must_use]
    pub fn problem(&self) -> TimestampProblem {
        self.problem
    }
}

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", Escaped(&self.text), self.problem)
    }
}

impl core::error::Error for TimestampError {}

/// The reason of a [`TimestampError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimestampProblem {
    /// The text is not ISO 8601.
    NotIso8601,
    /// The year does not have four digits.
    YearOutOfRange,
    /// The day does not exist in the calendar.
    NoSuchDate,
    /// The time has no zone, so each reader could take it for another time.
    NoZone,
    /// The text is a date, and the type is a point in time.
    DateAlone,
    /// The text is a point in time, and the type is a date.
    NotDateAlone,
    /// The second is a leap second, and the type cannot hold it.
    LeapSecond,
    /// The text has more digits than the type can hold.
    TooPrecise,
    /// The time is outside the range of the type.
    OutOfRange,
}

impl fmt::Display for TimestampProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotIso8601 => "is not an ISO 8601 timestamp such as `2024-01-31T12:00:00Z`",
            Self::YearOutOfRange => "is outside of the years 0000 to 9999",
            Self::NoSuchDate => "names a date that does not exist",
            Self::NoZone => "has no time zone: end with `Z` or an offset such as `+01:00`",
            Self::DateAlone => "is a date without a time, expected a point in time",
            Self::NotDateAlone => "is a point in time, expected a date without a time",
            Self::LeapSecond => "is a leap second, which this type cannot hold",
            Self::TooPrecise => "is more precise than this type can hold",
            Self::OutOfRange => "is outside the range of this type",
        })
    }
}
