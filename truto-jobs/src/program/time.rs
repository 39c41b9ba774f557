//! Times and lengths of time, as people read and write them.

use std::time::{Duration, SystemTime};

use truto_core::Timestamp;

/// A length of time: `30d`, `12h`, `15m`, `10s`.
pub(crate) fn parse_length(text: &str) -> Result<Duration, String> {
    let seconds = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]
        .into_iter()
        .find_map(|(unit, seconds)| text.strip_suffix(unit)?.parse::<u64>().ok()?.checked_mul(seconds));
    seconds.map(Duration::from_secs).ok_or_else(|| "expected a number with a unit: 30d, 12h, 15m or 10s".to_owned())
}

/// The two largest units: `2 d 3 h`, `4 min 10 s`, `3 s`.
pub(crate) fn length(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3_600 => format!("{} min {} s", seconds / 60, seconds % 60),
        3_600..86_400 => format!("{} h {} min", seconds / 3_600, seconds % 3_600 / 60),
        _ => format!("{} d {} h", seconds / 86_400, seconds % 86_400 / 3_600),
    }
}

/// A point in time, to the second.
pub(crate) fn point(time: Option<SystemTime>) -> String {
    let Some(time) = time else { return String::new() };
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let whole = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    Timestamp::from(whole).as_str().replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_and_written() {
        assert_eq!(parse_length("2d"), Ok(Duration::from_hours(48)));
        assert_eq!(parse_length("15m"), Ok(Duration::from_mins(15)));
        for wrong in ["", "d", "5", "-1h", "1w", "99999999999999999999d", "9999999999999999999d"] {
            assert!(parse_length(wrong).is_err(), "{wrong}");
        }
        let texts = [3, 250, 7_260, 180_000].map(|seconds| length(Duration::from_secs(seconds)));
        assert_eq!(texts, ["3 s", "4 min 10 s", "2 h 1 min", "2 d 2 h"]);
    }

    #[test]
    fn a_point_in_time_has_no_fraction() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_micros(1_700_000_000_123_456);
        assert_eq!(point(Some(time)), "2023-11-14 22:13:20Z");
        assert_eq!(point(None), "");
    }
}
