//! How long a server asks to wait: `Retry-After` (RFC 9110 section 10.2.3), headers like it, and the reset of a rate limit.

use core::time::Duration;

use crate::meta::Meta;
use crate::meta::wait::{MILLISECONDS, SECONDS, ServerClock, wait};

/// The headers that say how long to wait, and the unit of a bare number in them.
const HEADERS: [(&str, f64); 5] = [
    ("retry-after", SECONDS),
    ("x-retry-after", SECONDS),
    ("retry-after-ms", MILLISECONDS),
    ("x-retry-after-ms", MILLISECONDS),
    ("x-ms-retry-after-ms", MILLISECONDS),
];

impl Meta {
    /// The wait of `Retry-After`, or the longest if several headers name one.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let clock = ServerClock::new(&self.headers, self.at);
        HEADERS.iter().filter_map(|(name, unit)| wait(name, *unit, clock)).max()
    }

    /// The wait after too many calls: `Retry-After`, or else the reset of the rate limit.
    pub(crate) fn after_rate_limit(&self) -> Option<Duration> {
        let asked = self.retry_after();
        // A wait of zero contradicts a reset.
        asked.filter(|wait| !wait.is_zero()).or_else(|| self.rate_limit()?.reset).or(asked)
    }
}

/// Whether a header of this name says how long to wait.
pub(super) fn is_retry_after(name: &str) -> bool {
    HEADERS.iter().any(|(known, _)| *known == name)
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::meta::wait::LONGEST_WAIT;
    use crate::redact::Redactor;

    const SECOND: Duration = Duration::from_secs(1);

    /// An answer that came on Sun, 06 Nov 1994 08:49:37 GMT.
    fn answer(headers: &[(&'static str, &str)]) -> Meta {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        Meta::new(StatusCode::OK, map, 1, at, &Redactor::default())
    }

    #[test]
    fn a_moment_is_counted_from_the_clock_of_the_server() {
        // The server's clock is years ahead.
        let date = ("date", "Sun, 15 Jun 2025 15:06:40 GMT");
        for value in [
            "1750000008",
            "1750000008.0",
            "1750000008000",
            "1750000008000000",
            "1750000008000000000",
            "Sun, 15 Jun 2025 15:06:48 GMT",
            "Sun, 15 Jun 2025 15:06:48 UTC",
            "Sun, 15 Jun 2025 15:06:48 +0000",
            "2025-06-15T15:06:48Z",
            "2025-06-15T15:06:48.000Z",
            "2025-06-15t17:06:48+02:00",
            "2025-06-15 10:36:48-0430",
            "\"2025-06-15T15:06:48Z\"",
            "8",
            "8s",
            "8000ms",
        ] {
            for name in ["retry-after", "retry-after-ms", "ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"]
            {
                let wait = if (name, value) == ("retry-after-ms", "8") { SECOND / 125 } else { 8 * SECOND };
                assert_eq!(answer(&[date, (name, value)]).after_rate_limit(), Some(wait), "{name}: {value}");
            }
        }
    }

    #[test]
    fn seconds_and_dates_are_waits() {
        for (value, wait) in [
            ("0", Some(Duration::ZERO)),
            ("10", Some(10 * SECOND)),
            (" 10 ", Some(10 * SECOND)),
            ("1.5", Some(SECOND * 3 / 2)),
            ("Sun, 06 Nov 1994 08:49:47 GMT", Some(10 * SECOND)),
            ("Sunday, 06-Nov-94 08:49:47 GMT", Some(10 * SECOND)),
            ("Sun Nov  6 08:49:47 1994", Some(10 * SECOND)),
            ("Sun, 06 Nov 1994 08:49:27 GMT", Some(Duration::ZERO)),
            ("172800", Some(LONGEST_WAIT)),
            ("Sun, 13 Nov 1994 08:49:37 GMT", Some(LONGEST_WAIT)),
            ("99999999999999999999", None),
            ("Fri, 31 Dec 9999 23:59:59 GMT", None),
            ("-1", None),
            ("1, 2", Some(2 * SECOND)),
            ("2, soon", None),
            ("\"10\"", Some(10 * SECOND)),
            ("6m0.5s", Some(SECOND * 721 / 2)),
            ("10 seconds", Some(10 * SECOND)),
            ("soon", None),
            ("", None),
            ("NaN", None),
            ("Sun, 32 Nov 1994 08:49:37 GMT", None),
        ] {
            assert_eq!(answer(&[("retry-after", value)]).retry_after(), wait, "{value}");
        }
        assert_eq!(answer(&[]).retry_after(), None);
        let several = |values: &[(&'static str, &str)]| answer(values).retry_after();
        assert_eq!(several(&[("retry-after", "1"), ("retry-after", "3"), ("retry-after", "soon")]), Some(3 * SECOND));
        assert_eq!(several(&[("retry-after", "0"), ("retry-after-ms", "300")]), Some(SECOND * 3 / 10));
    }

    #[test]
    fn a_date_is_counted_from_the_clock_of_the_server() {
        // The server's clock is ten minutes ahead, then ten minutes behind.
        for (date, until) in [
            ("Sun, 06 Nov 1994 08:59:37 GMT", "Sun, 06 Nov 1994 08:59:42 GMT"),
            ("Sun, 06 Nov 1994 08:39:37 GMT", "Sun, 06 Nov 1994 08:39:42 GMT"),
        ] {
            let answer = answer(&[("date", date), ("retry-after", until)]);
            assert_eq!(answer.retry_after(), Some(5 * SECOND));
        }
    }

    #[test]
    fn the_reset_counts_if_no_header_asks_for_a_wait() {
        let both = answer(&[("retry-after", "3"), ("ratelimit-reset", "60")]);
        assert_eq!(both.after_rate_limit(), Some(3 * SECOND));
        assert_eq!(answer(&[("ratelimit-reset", "60")]).after_rate_limit(), Some(60 * SECOND));
        assert_eq!(answer(&[("retry-after", "0"), ("ratelimit-reset", "60")]).after_rate_limit(), Some(60 * SECOND));
        assert_eq!(answer(&[("ratelimit-limit", "60")]).after_rate_limit(), None);
    }
}
