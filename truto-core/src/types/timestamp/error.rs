//! Why a text is no time, or none of the type that it is read into.

use core::fmt;

use crate::util::escaped::Escaped;

/// A text of which no time of this type can be made.
///
/// ```
/// use std::time::SystemTime;
/// use truto_core::types::TimestampProblem;
/// use truto_core::Timestamp;
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
    /// How much of the text an error repeats.
    const SHOWN: usize = 64;

    pub(super) fn new(text: &str, problem: TimestampProblem) -> Self {
        Self { text: text.chars().take(Self::SHOWN).collect(), problem }
    }

    /// The text, or the first 64 characters of it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with it.
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

/// What is wrong with a text that was to be a time, or with the time for the type that was to hold it.
///
/// ```
/// assert_eq!(truto_core::types::TimestampProblem::DateAlone.to_string(), "is a date alone, and not a point in time");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimestampProblem {
    /// It is not ISO 8601.
    NotIso8601,
    /// The year has not four digits.
    YearOutOfRange,
    /// There is no such day in the calendar.
    NoSuchDate,
    /// The time has no zone, and would be another time for each reader.
    NoZone,
    /// A point in time was expected.
    DateAlone,
    /// A date alone was expected.
    NotDateAlone,
    /// The second is the 61st of its minute, and the type has no room for it.
    LeapSecond,
    /// It has digits behind those that the type can hold.
    TooPrecise,
    /// The type ends before it.
    OutOfRange,
}

impl fmt::Display for TimestampProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotIso8601 => "is no ISO 8601 timestamp, such as `2024-01-31T12:00:00Z`",
            Self::YearOutOfRange => "is outside of the years 0000 to 9999",
            Self::NoSuchDate => "names a date that does not exist",
            Self::NoZone => "has no time zone: end with `Z` or an offset such as `+01:00`",
            Self::DateAlone => "is a date alone, and not a point in time",
            Self::NotDateAlone => "is a point in time, and not a date alone",
            Self::LeapSecond => "is a leap second, which this type cannot hold",
            Self::TooPrecise => "is more precise than this type can hold",
            Self::OutOfRange => "is outside of what this type can hold",
        })
    }
}
