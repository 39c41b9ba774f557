//! The rate limit that an answer reports, in every dialect that is in use.

use core::time::Duration;

use http::HeaderMap;

/// A rate limit as an answer reports it; each part may be missing.
///
/// From `ratelimit-limit` (`50`, or `110;w=10` with the window in seconds), `ratelimit-remaining` and `ratelimit-reset`
/// (seconds) (<https://truto.one/docs/api-reference/overview/rate-limits>). The same names with `x-` before them, and the
/// structured fields `RateLimit` and `RateLimit-Policy` of the later IETF drafts, are read where those are missing.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, RateLimit, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), truto_core::Error> {
/// let answer = link.send(account).with_meta().await?;
/// if let Some(RateLimit { remaining: Some(left), reset: Some(wait), .. }) = answer.meta.rate_limit() {
///     println!("{left} calls left for {wait:?}");
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RateLimit {
    /// Calls allowed in a window.
    pub limit: Option<u64>,
    /// Length of the window.
    pub window: Option<Duration>,
    /// Calls left in this window.
    pub remaining: Option<u64>,
    /// Time until the window opens again.
    pub reset: Option<Duration>,
}

/// From here on a reset is a moment, in seconds since 1970, and no number of seconds to wait: some providers send that.
const MOMENT: f64 = 1e9;
/// And from here on in milliseconds.
const MOMENT_IN_MILLISECONDS: f64 = 1e12;

impl RateLimit {
    /// The rate limit that these headers report; `now` is the wall clock in seconds since 1970.
    pub(crate) fn read(headers: &HeaderMap, now: Duration) -> Option<Self> {
        let field = |names: &[&str]| names.iter().find_map(|name| headers.get(*name)?.to_str().ok());
        let limit = field(&["ratelimit-limit", "x-ratelimit-limit"]);
        let remaining = field(&["ratelimit-remaining", "x-ratelimit-remaining"]).and_then(leading_number);
        let reset = field(&["ratelimit-reset", "x-ratelimit-reset"]).and_then(leading_number);
        let structured = field(&["ratelimit"]);
        let policy = field(&["ratelimit-policy"]);
        let parameter = |text: Option<&str>, name| text.and_then(|text| parameter(text, name));
        let read = Self {
            limit: limit.and_then(leading_number).or_else(|| parameter(policy, "q")).map(whole),
            window: parameter(limit, "w").or_else(|| parameter(policy, "w")).and_then(seconds),
            remaining: remaining.or_else(|| parameter(structured, "r")).map(whole),
            reset: reset.or_else(|| parameter(structured, "t")).and_then(|reset| until(reset, now)),
        };
        (read != Self::default()).then_some(read)
    }
}

/// The number that a field such as `110;w=10` or `10, 50;w=60` starts with.
fn leading_number(field: &str) -> Option<f64> {
    number(field.split([';', ',']).next()?)
}

/// The parameter of the first item that has it: `w` of `110;w=10`.
fn parameter(field: &str, name: &str) -> Option<f64> {
    field.split([';', ',']).find_map(|part| {
        let (found, value) = part.split_once('=')?;
        (found.trim() == name).then(|| number(value))?
    })
}

/// A number that is neither negative nor endless.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    // `f64` reads `inf`, `nan` and `1e9` too, which no header means.
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| text.parse().ok())?.filter(|number: &f64| number.is_finite())
}

/// So many seconds.
pub(crate) fn seconds(number: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(number).ok()
}

fn until(reset: f64, now: Duration) -> Option<Duration> {
    let moment = match reset {
        wait if wait < MOMENT => return seconds(wait),
        moment if moment < MOMENT_IN_MILLISECONDS => seconds(moment)?,
        moment => seconds(moment / 1000.0)?,
    };
    Some(moment.saturating_sub(now))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`number` is not negative; `as` saturates")]
fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::from_secs(1_750_000_000);

    fn read(headers: &[(&'static str, &'static str)]) -> Option<RateLimit> {
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), http::HeaderValue::from_static(value)));
        RateLimit::read(&headers.collect(), NOW)
    }

    #[test]
    fn a_rate_limit_is_read_in_every_dialect() {
        let all = Some(RateLimit {
            limit: Some(110),
            window: Some(Duration::from_secs(10)),
            remaining: Some(9),
            reset: Some(Duration::from_secs(60)),
        });
        for headers in [
            &[("ratelimit-limit", "110;w=10"), ("ratelimit-remaining", "9"), ("ratelimit-reset", "60")][..],
            &[("ratelimit-limit", "110, 110;w=10"), ("ratelimit-remaining", " 9 "), ("ratelimit-reset", "60.0")],
            &[("x-ratelimit-limit", "110;w=10"), ("x-ratelimit-remaining", "9"), ("x-ratelimit-reset", "1750000060")],
            &[("ratelimit-policy", "\"default\";q=110;w=10"), ("ratelimit", "\"default\";r=9;t=60")],
            &[("ratelimit-limit", "110;w=10"), ("ratelimit-remaining", "9"), ("x-ratelimit-reset", "1750000060000")],
        ] {
            assert_eq!(read(headers), all, "{headers:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_there() {
        assert_eq!(read(&[("ratelimit-limit", "50")]).and_then(|limit| limit.window), None);
        for value in ["many", "-1", "inf", "NaN", "1e3", "", "0x10"] {
            assert_eq!(RateLimit::read(&[("ratelimit-reset", value)].into_iter().map(header).collect(), NOW), None);
        }
        assert_eq!(read(&[]), None);
        let past = read(&[("ratelimit-reset", "1749999999")]).and_then(|limit| limit.reset);
        assert_eq!(past, Some(Duration::ZERO), "a moment that is over");
    }

    fn header((name, value): (&'static str, &'static str)) -> (http::HeaderName, http::HeaderValue) {
        (http::HeaderName::from_static(name), http::HeaderValue::from_static(value))
    }
}
