//! Reads a wait from any header.
//!
//! Servers send seconds, milliseconds, durations with units, dates, and Unix times in four units. The size of a number tells which of
//! them it is: a moment within a year of the server's clock, or else a wait of less than a year. Anything else is ignored.

use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::DATE;

use crate::util::rfc3339::{self, Rfc3339};

/// The longest wait. A call that should wait for a week asks again after a day.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(DAY);
/// A moment that is farther away is a mistake: of the unit, or of a clock.
const FARTHEST: Duration = Duration::from_secs(366 * DAY);
const DAY: u64 = 24 * 60 * 60; // seconds

/// The smallest number that is a moment: in seconds this is September 2001.
const MOMENT: f64 = 1e9;
/// Units, as parts of a second.
pub(crate) const SECONDS: f64 = 1.0;
pub(crate) const MILLISECONDS: f64 = 1e3;
/// The units of Unix times.
const UNITS: [f64; 4] = [SECONDS, MILLISECONDS, 1e6, 1e9];

/// The clock that moments are counted from: the server's own if it sent a `Date`, because the server named the moments by it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServerClock<'h> {
    headers: &'h HeaderMap,
    wall: SystemTime,
}

impl<'h> ServerClock<'h> {
    /// The clock of the server that sent these headers; `wall` is ours.
    pub(crate) fn new(headers: &'h HeaderMap, wall: SystemTime) -> Self {
        Self { headers, wall }
    }

    /// The time until a Unix time; zero if it has passed. `None` if it is too far away.
    fn until(self, moment: Duration) -> Option<Duration> {
        let date = self.headers.get(DATE).and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok());
        // A server without a clock sends a `Date` of 1970, and moments that another server named.
        [date, Some(self.wall)].into_iter().flatten().find_map(|now| {
            let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            (moment.abs_diff(now) <= FARTHEST).then(|| moment.saturating_sub(now))
        })
    }
}

/// The wait that a header asks for: the longest, if it has several values. A list with anything else in it is ignored. `unit` is
/// that of a bare number.
pub(crate) fn wait(name: &str, unit: f64, clock: ServerClock<'_>) -> Option<Duration> {
    let lines = clock.headers.get_all(name).into_iter().filter_map(|line| line.to_str().ok());
    lines.filter_map(|line| read(line, unit, clock).or_else(|| longest(line, unit, clock))).max()
}

fn longest(list: &str, unit: f64, clock: ServerClock<'_>) -> Option<Duration> {
    list.split(',').try_fold(Duration::ZERO, |longest, item| Some(longest.max(read(item, unit, clock)?)))
}

/// The wait that a text asks for.
pub(crate) fn read(text: &str, unit: f64, clock: ServerClock<'_>) -> Option<Duration> {
    let text = unquoted(text);
    let wait = match number(text) {
        Some(number) => wait_or_moment(number, unit, clock),
        None => with_units(text).filter(|wait| *wait <= FARTHEST).or_else(|| clock.until(date(text)?)),
    };
    wait.map(|wait| wait.min(LONGEST_WAIT))
}

fn wait_or_moment(number: f64, unit: f64, clock: ServerClock<'_>) -> Option<Duration> {
    let wait = seconds(number / unit);
    if wait.is_some_and(|wait| wait <= LONGEST_WAIT) {
        return wait;
    }
    // To a clock that shows 1970, a moment in a wrong unit is a few days ahead.
    let moments = UNITS.iter().map(|per_second| number / per_second).filter(|moment| *moment >= MOMENT);
    let moment = moments.into_iter().find_map(|moment| clock.until(seconds(moment)?));
    moment.or(wait.filter(|wait| *wait <= FARTHEST && number < MOMENT))
}

/// A finite number without a sign.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = text.trim_ascii();
    // Most are whole and short. `u32` also reads `+1`.
    if text.bytes().all(|byte| byte.is_ascii_digit())
        && let Ok(number) = text.parse::<u32>()
    {
        return Some(number.into());
    }
    // `f64` also reads `inf`, `nan` and `1e9`.
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| text.parse().ok())?.filter(|number: &f64| number.is_finite())
}

/// This number of seconds.
pub(crate) fn seconds(number: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(number).ok()
}

/// A text without the quotes around it.
pub(crate) fn unquoted(text: &str) -> &str {
    let text = text.trim_ascii();
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text).trim_ascii()
}

/// A duration with units: `6m0s`, `250ms`, `10 seconds`.
fn with_units(text: &str) -> Option<Duration> {
    let mut rest = text;
    let mut sum = Duration::ZERO;
    while !rest.is_empty() {
        let unit_at = rest.find(|letter: char| letter.is_alphabetic())?;
        let (value, behind) = rest.split_at(unit_at);
        let end = behind.find(|letter: char| !letter.is_alphabetic()).unwrap_or(behind.len());
        let (unit, behind) = behind.split_at(end);
        let unit = match unit.to_ascii_lowercase().as_str() {
            "d" | "day" | "days" => 86400.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "ms" | "msec" | "msecs" | "millisecond" | "milliseconds" => 1e-3,
            "us" | "µs" => 1e-6,
            _ => return None,
        };
        sum = sum.checked_add(seconds(number(value)? * unit)?)?;
        rest = behind.trim_start();
    }
    (!text.is_empty()).then_some(sum)
}

/// A date of HTTP (RFC 9110 section 5.6.7), or of RFC 3339 with its zone, as a Unix time.
fn date(text: &str) -> Option<Duration> {
    let of_http = |text: &str| httpdate::parse_http_date(text).ok()?.duration_since(SystemTime::UNIX_EPOCH).ok();
    let other_zone = [" UTC", " +0000"].iter().find_map(|zone| text.strip_suffix(zone));
    of_http(text).or_else(|| of_http(&format!("{} GMT", other_zone?))).or_else(|| of_rfc_3339(text))
}

fn of_rfc_3339(text: &str) -> Option<Duration> {
    let Rfc3339::Time { moment, .. } = rfc3339::read(text).ok()? else { return None };
    let seconds = u64::try_from(moment.seconds).ok()?;
    Some(Duration::from_secs(seconds) + Duration::from_nanos(moment.nanos.into()))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    /// 2001-09-21 and 2100-01-01, in seconds since 1970: a day before the first one is still a moment.
    const MOMENTS: core::ops::Range<u64> = 1_001_000_000..4_102_444_800;

    /// RFC 3339, written independently of its reader.
    fn rfc_3339(moment: u64, offset: i64) -> String {
        let of_http = httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(moment));
        let parts: Vec<_> = of_http.split([' ', ',']).collect();
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = months.iter().position(|month| *month == parts[3]).unwrap() + 1;
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        format!("{}-{month:02}-{}T{}{sign}{hours:02}:{minutes:02}", parts[4], parts[2], parts[5])
    }

    /// Every form of a moment, and how exact it is.
    fn forms(moment: Duration, offset: i64) -> Vec<(String, Duration)> {
        let date = SystemTime::UNIX_EPOCH + moment;
        let whole = moment.as_secs();
        let shifted = whole.checked_add_signed(offset * 60).unwrap();
        let (exact, rounded) = (Duration::from_micros(2), SECOND);
        vec![
            (whole.to_string(), rounded),
            (moment.as_secs_f64().to_string(), exact),
            (moment.as_millis().to_string(), SECOND / 1000),
            (moment.as_micros().to_string(), exact),
            (moment.as_nanos().to_string(), exact),
            (format!("\"{whole}\""), rounded),
            (httpdate::fmt_http_date(date), rounded),
            (rfc_3339(whole, 0).replace("+00:00", "Z"), rounded),
            (rfc_3339(whole, 0).replace("+00:00", &format!(".{:06}Z", moment.subsec_micros())), exact),
            (rfc_3339(shifted, offset), rounded),
        ]
    }

    fn at(text: &str, unit: f64, server: Option<u64>, wall: Duration) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        if let Some(server) = server {
            let date = httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(server));
            headers.insert(DATE, HeaderValue::from_str(&date).unwrap());
        }
        read(text, unit, ServerClock::new(&headers, SystemTime::UNIX_EPOCH + wall))
    }

    fn any_unit() -> impl Strategy<Value = f64> {
        prop_oneof![Just(SECONDS), Just(MILLISECONDS)]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// A moment in any form is counted from the clock of the server.
        #[test]
        fn a_moment_is_read_in_every_form(
            now in MOMENTS,
            millis in 0_u64..100_000_000,
            is_over in any::<bool>(),
            offset in -14 * 60_i64..14 * 60,
            skew in prop_oneof![Just(None), (0_u64..2_000_000_000).prop_map(Some)],
            unit in any_unit(),
        ) {
            let server = Duration::from_secs(now);
            let distance = Duration::from_millis(millis);
            let (moment, ahead) =
                if is_over { (server.saturating_sub(distance), Duration::ZERO) } else { (server + distance, distance) };
            // Without a `Date`, ours is the server's clock.
            let (date, wall) = match skew {
                Some(wall) => (Some(now), Duration::from_secs(wall)),
                None => (None, server),
            };
            for (text, exact) in forms(moment, offset) {
                let wait = at(&text, unit, date, wall);
                let right = ahead.min(LONGEST_WAIT);
                prop_assert!(wait.is_some_and(|wait| wait.abs_diff(right) <= exact), "{text}: {wait:?} and not {right:?}");
            }
        }

        /// If a moment is far from the clock, one of them is wrong.
        #[test]
        fn a_moment_far_from_the_clock_is_ignored(now in MOMENTS, wall in MOMENTS, unit in any_unit()) {
            prop_assume!(now.abs_diff(wall) > 367 * DAY);
            for (text, _) in forms(Duration::from_secs(now), 0) {
                prop_assert_eq!(at(&text, unit, None, Duration::from_secs(wall)), None, "{}", text);
            }
        }

        /// A machine without a clock shows 1970. A moment is then counted from the other clock, or ignored.
        #[test]
        fn a_clock_that_shows_1970_makes_no_wait_of_a_day(
            now in MOMENTS,
            since in 0..90 * DAY,
            ahead in 0_u64..1000,
            unit in any_unit(),
        ) {
            for (text, exact) in forms(Duration::from_secs(now + ahead), 0) {
                let wait = at(&text, unit, Some(since), Duration::from_secs(now));
                let right = Duration::from_secs(ahead);
                prop_assert!(wait.is_some_and(|wait| wait.abs_diff(right) <= exact), "{text}: {wait:?} and not {right:?}");
                for date in [None, Some(since)] {
                    prop_assert_eq!(at(&text, unit, date, Duration::from_secs(since)), None, "{}", text);
                }
            }
        }

        #[test]
        fn a_wait_is_read_in_every_form(millis in 0_u64..LONGEST_WAIT.as_secs() * 1000, now in MOMENTS) {
            let wait = Duration::from_millis(millis);
            let (seconds, minutes) = (wait.as_secs(), wait.as_secs() / 60);
            for (text, unit) in [
                (wait.as_secs_f64().to_string(), SECONDS),
                (millis.to_string(), MILLISECONDS),
                (format!("{millis}ms"), SECONDS),
                (format!(" \"{}\" ", wait.as_secs_f64()), SECONDS),
                (format!("{minutes}m{}.{:03}s", seconds % 60, millis % 1000), MILLISECONDS),
            ] {
                let read = at(&text, unit, None, Duration::from_secs(now));
                prop_assert!(read.is_some_and(|read| read.abs_diff(wait) < Duration::from_micros(1)), "{text}: {read:?}");
            }
        }

        #[test]
        fn any_other_text_is_ignored(text in "[ -~]{0,30}", now in MOMENTS) {
            if let Some(wait) = at(&text, SECONDS, Some(now), Duration::ZERO) {
                prop_assert!(wait <= LONGEST_WAIT && text.contains(|letter: char| letter.is_ascii_digit()), "{text}");
            }
        }
    }

    #[test]
    fn a_text_that_is_not_a_wait_is_ignored() {
        for text in [
            "",
            "-1",
            "-0.5",
            "+5",
            "1e3",
            "0x10",
            "inf",
            "NaN",
            "soon",
            ".",
            "1.2.3",
            "\"",
            "1,5s",
            "5 parsecs",
            "ms",
            "99999999999",
            "99999999999999999999",
            "999999999999h",
            "1750000008Z",
            "2025-06-15",
            "2025-06-15T15:06:48",
            "2025-02-29T15:06:48Z",
            "2025-06-31T15:06:48Z",
            "2025-13-01T15:06:48Z",
            "2025-06-15T24:06:48Z",
            "2025-06-15T15:60:48Z",
            "2025-06-15T15:06:61Z",
            "2025-06-15T15:06:48.Z",
            "2025-06-15T15:06:48+2",
            "2025-06-15T15:06:48+25:00",
            "2025-06-15T15:06:48+02:99",
            "2025-06-15T15:06:48µ",
            "T",
            "Z",
            "+:",
            "2025-06-15T+",
        ] {
            assert_eq!(at(text, SECONDS, None, Duration::from_secs(1_750_000_000)), None, "{text}");
        }
    }

    #[test]
    fn a_unit_has_many_spellings() {
        for (text, wait) in [
            ("1d", DAY),
            ("0.5 days", DAY / 2),
            ("2 hrs 1 hr", 3 * 3600),
            ("2 mins", 120),
            ("1min 30secs", 90),
            ("3000 msec", 3),
        ] {
            let read = at(text, SECONDS, None, Duration::from_secs(1_750_000_000));
            assert_eq!(read, Some(Duration::from_secs(wait)), "{text}");
        }
    }

    #[test]
    fn some_servers_leave_the_seconds_out() {
        let read = |text| at(text, SECONDS, None, Duration::from_secs(1_750_000_000));
        assert_eq!(read("2025-06-15T15:07Z"), Some(20 * SECOND));
        assert_eq!(read("2025-06-15T17:07+02"), Some(20 * SECOND));
    }
}
