//! When a server says to come back: `Retry-After` (RFC 9110 section 10.2.3) as seconds and as a date, and the reset of a
//! rate limit.

use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

use crate::rate_limit::{RateLimit, number, seconds};

/// The longest wait that is believed. Who is told to come back in a year asks again tomorrow.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// How long to wait by `Retry-After`. A date is counted from the server's own `Date`, whose clock it was made with.
pub(crate) fn retry_after(headers: &HeaderMap, wall: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    let wait = match number(text) {
        // More seconds than any clock counts are the longest wait.
        Some(wait) => seconds(wait).unwrap_or(LONGEST_WAIT),
        None => {
            let until = httpdate::parse_http_date(text.trim()).ok()?;
            until.duration_since(server_clock(headers, wall)).unwrap_or_default()
        }
    };
    Some(wait.min(LONGEST_WAIT))
}

/// How long to wait after a refusal for too many calls: `Retry-After`, or else the reset of the limit.
pub(crate) fn after_rate_limit(headers: &HeaderMap, wall: SystemTime) -> Option<Duration> {
    retry_after(headers, wall).or_else(|| Some(rate_limit(headers, wall)?.reset?.min(LONGEST_WAIT)))
}

/// The rate limit that an answer reports. A reset that is a moment is counted as a date of `Retry-After` is.
pub(crate) fn rate_limit(headers: &HeaderMap, wall: SystemTime) -> Option<RateLimit> {
    let since_1970 = server_clock(headers, wall).duration_since(SystemTime::UNIX_EPOCH);
    RateLimit::read(headers, since_1970.unwrap_or_default())
}

/// The clock of the server, where it says what it shows; otherwise ours.
fn server_clock(headers: &HeaderMap, wall: SystemTime) -> SystemTime {
    let date = headers.get(DATE).and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok());
    date.unwrap_or(wall)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| (http::HeaderName::from_static(name), value.parse().unwrap()));
        pairs.collect()
    }

    /// Sun, 06 Nov 1994 08:49:37 GMT.
    fn wall() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
    }

    #[test]
    fn a_moment_is_counted_by_the_clock_that_named_it() {
        // Years ahead of ours.
        let date = ("date", "Sun, 15 Jun 2025 15:06:40 GMT");
        for wait in [("x-ratelimit-reset", "1750000008"), ("retry-after", "Sun, 15 Jun 2025 15:06:48 GMT")] {
            assert_eq!(after_rate_limit(&headers(&[date, wait]), wall()), Some(8 * SECOND), "{wait:?}");
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
            ("99999999999999999999", Some(LONGEST_WAIT)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", Some(LONGEST_WAIT)),
            ("-1", None),
            ("soon", None),
            ("", None),
            ("NaN", None),
            ("Sun, 32 Nov 1994 08:49:37 GMT", None),
        ] {
            assert_eq!(retry_after(&headers(&[("retry-after", value)]), wall()), wait, "{value}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), wall()), None);
    }

    #[test]
    fn a_date_is_counted_from_the_servers_own_clock() {
        // The server's clock is ten minutes ahead, then ten minutes behind.
        for (date, until) in [
            ("Sun, 06 Nov 1994 08:59:37 GMT", "Sun, 06 Nov 1994 08:59:42 GMT"),
            ("Sun, 06 Nov 1994 08:39:37 GMT", "Sun, 06 Nov 1994 08:39:42 GMT"),
        ] {
            let headers = headers(&[("date", date), ("retry-after", until)]);
            assert_eq!(retry_after(&headers, wall()), Some(5 * SECOND));
        }
    }

    #[test]
    fn a_rate_limit_is_waited_for_by_its_reset_where_nothing_else_is_said() {
        let both = headers(&[("retry-after", "3"), ("ratelimit-reset", "60")]);
        assert_eq!(after_rate_limit(&both, wall()), Some(3 * SECOND));
        assert_eq!(after_rate_limit(&headers(&[("ratelimit-reset", "60")]), wall()), Some(60 * SECOND));
        assert_eq!(after_rate_limit(&headers(&[("ratelimit-limit", "60")]), wall()), None);
    }
}
