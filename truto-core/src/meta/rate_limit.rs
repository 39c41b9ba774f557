//! The rate limit that an answer reports, in every dialect that is in use.

use core::cmp::Reverse;
use core::time::Duration;

use http::HeaderMap;

use crate::meta::wait::{self, ServerClock, Unit, number, seconds, unquoted};

/// A rate limit as an answer reports it; each part may be missing.
///
/// From `ratelimit-limit` (`50`, or `110;w=10` with the window in seconds), `ratelimit-remaining` and `ratelimit-reset`
/// (seconds) (<https://truto.one/docs/api-reference/overview/rate-limits>). The same names with `x-` before them and with
/// `rate-limit` in them are read as well, and so are the structured fields `RateLimit` and `RateLimit-Policy` of every IETF
/// draft. A reset is also read as a moment since 1970, as a date, and as a duration with its units. Of several quotas this is
/// the one that is spent; where none is, the one that has the fewest calls left.
///
/// ```no_run
/// # use truto_core::response::RateLimit;
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), truto_core::Error> {
/// let answer = link.send(account).with_meta().await?;
/// if let Some(RateLimit { remaining: Some(left), reset: Some(wait), .. }) = answer.meta.rate_limit() {
///     println!("{left} calls left for {wait:?}");
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// Calls allowed in a window.
    pub limit: Option<u64>,
    /// Length of the window.
    pub window: Option<Duration>,
    /// Calls left in this window.
    pub remaining: Option<u64>,
    /// Time until the window opens again; a day at most.
    pub reset: Option<Duration>,
}

/// How many lines of headers are looked at; nobody has so much to say of a limit.
const MOST_LINES: usize = 16;

/// Which of the names a header has that speak of limits: `ratelimit-…`, the documented ones, come first.
const DIALECTS: [Dialect; 4] = [
    Dialect { x: false, dash: false },
    Dialect { x: true, dash: false },
    Dialect { x: true, dash: true },
    Dialect { x: false, dash: true },
];

/// Whether its names begin with `x-`, and whether they spell `rate-limit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dialect {
    x: bool,
    dash: bool,
}

/// What a header says of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// All of it, as a structured field.
    Whole,
    Policy,
    Limit,
    Remaining,
    Reset,
    ResetAfter,
}

/// What a header of this name says of a limit, and in which dialect.
fn part(name: &str) -> Option<(Dialect, Part)> {
    let unprefixed = name.strip_prefix("x-");
    let rest = unprefixed.unwrap_or(name).strip_prefix("rate")?;
    let dashed = rest.strip_prefix('-');
    let dialect = Dialect { x: unprefixed.is_some(), dash: dashed.is_some() };
    let part = match dashed.unwrap_or(rest).strip_prefix("limit")? {
        "" if dialect == DIALECTS[0] => Part::Whole,
        "-policy" if dialect == DIALECTS[0] => Part::Policy,
        "-limit" => Part::Limit,
        "-remaining" => Part::Remaining,
        "-reset" => Part::Reset,
        "-reset-after" => Part::ResetAfter,
        _ => return None,
    };
    Some((dialect, part))
}

/// Whether this header speaks of a rate limit.
pub(crate) fn is_rate_limit(name: &str) -> bool {
    part(name).is_some()
}

/// The lines of an answer that speak of limits, in their order.
struct Lines<'h>([Option<(Dialect, Part, &'h str)>; MOST_LINES]);

impl<'h> Lines<'h> {
    /// `None` where there are none, as in most answers.
    fn of(headers: &'h HeaderMap) -> Option<Self> {
        let mut lines = headers.iter().filter_map(|(name, line)| {
            let (dialect, part) = part(name.as_str())?;
            Some((dialect, part, line.to_str().ok()?))
        });
        let first = lines.next()?;
        let mut found = [None; MOST_LINES];
        found[0] = Some(first);
        for (place, line) in found[1..].iter_mut().zip(lines) {
            *place = Some(line);
        }
        Some(Self(found))
    }

    fn iter(&self) -> impl Iterator<Item = (Dialect, Part, &'h str)> {
        self.0.iter().map_while(|line| *line)
    }

    /// Those of this part.
    fn all(&self, part: Part) -> impl Iterator<Item = &'h str> {
        self.iter().filter_map(move |(_, found, line)| (found == part).then_some(line))
    }

    /// Those of this part in this dialect.
    fn of_dialect(&self, dialect: Dialect, part: Part) -> impl Iterator<Item = &'h str> {
        let found = move |(spoken, found, line)| ((spoken, found) == (dialect, part)).then_some(line);
        self.iter().filter_map(found)
    }

    /// The first of this part, of the dialect that comes first.
    fn first(&self, part: Part) -> Option<&'h str> {
        DIALECTS.iter().find_map(|dialect| self.of_dialect(*dialect, part).next())
    }
}

impl RateLimit {
    /// The rate limit that these headers report.
    pub(crate) fn read(headers: &HeaderMap, clock: ServerClock<'_>) -> Option<Self> {
        let lines = Lines::of(headers)?;
        let mut quotas = Quotas::default();
        for line in lines.all(Part::Whole) {
            quotas.structured(line, clock);
        }
        for dialect in DIALECTS.into_iter().filter(|dialect| lines.iter().any(|(spoken, ..)| spoken == *dialect)) {
            quotas.plain(&lines, dialect, clock);
        }
        quotas.end();
        let Quota { name, of: mut read } = quotas.scarcest;

        if read.limit.is_none() || read.window.is_none() {
            read = read.or(policy(&lines, name, read.limit, clock).unwrap_or_default());
        }
        // Some servers spell one limit in two dialects.
        if read.limit.is_none() {
            read = read.or(lines.first(Part::Limit).map(limit_and_window).unwrap_or_default());
        }
        if read.reset.is_none() {
            let reset = lines.first(Part::ResetAfter).or_else(|| lines.first(Part::Reset));
            read.reset = reset.and_then(|line| resets(line, clock).next()?);
        }
        (read != Self::default()).then_some(read)
    }

    /// This one, with what it lacks from the other.
    fn or(self, other: Self) -> Self {
        Self {
            limit: self.limit.or(other.limit),
            window: self.window.or(other.window),
            remaining: self.remaining.or(other.remaining),
            reset: self.reset.or(other.reset),
        }
    }

    /// Whether both say something of the same part.
    fn overlaps(&self, other: &Self) -> bool {
        self.limit.and(other.limit).is_some()
            || self.window.and(other.window).is_some()
            || self.remaining.and(other.remaining).is_some()
            || self.reset.and(other.reset).is_some()
    }
}

/// A quota, and the name under which a policy speaks of it.
#[derive(Clone, Copy, Debug, Default)]
struct Quota<'h> {
    name: Option<&'h str>,
    of: RateLimit,
}

/// The quotas of an answer.
#[derive(Debug, Default)]
struct Quotas<'h> {
    /// The one with the fewest calls left, and of several the one that takes longest to open again.
    scarcest: Quota<'h>,
    /// The one that is being read.
    current: Quota<'h>,
}

impl<'h> Quotas<'h> {
    /// Begins another quota.
    fn begin(&mut self, name: Option<&'h str>) {
        self.end();
        self.current.name = name;
    }

    /// Ends the quota that is being read.
    fn end(&mut self) {
        let quota = core::mem::take(&mut self.current);
        let order = |of: RateLimit| (of.remaining.unwrap_or(u64::MAX), Reverse(of.reset));
        if order(quota.of) < order(self.scarcest.of) || self.scarcest.of == RateLimit::default() {
            self.scarcest = quota;
        }
    }

    /// A line of the structured field: `"default";r=0;t=7` for each quota, or `limit=100, remaining=0, reset=7` for one.
    fn structured(&mut self, line: &'h str, clock: ServerClock<'_>) {
        for member in split(line, ',') {
            for (at, text) in split(member, ';').enumerate() {
                match parameter(text, clock) {
                    Some(part) => {
                        if self.current.of.overlaps(&part) {
                            self.begin(None);
                        }
                        self.current.of = self.current.of.or(part);
                    }
                    None if at == 0 => self.begin(Some(unquoted(text))),
                    // A parameter that nobody knows.
                    None => {}
                }
            }
        }
    }

    /// The fields of a dialect; of lists, what stands at the same place belongs together.
    fn plain<'l>(&mut self, lines: &Lines<'l>, dialect: Dialect, clock: ServerClock<'l>) {
        let of = |part| lines.of_dialect(dialect, part);
        let mut limits = of(Part::Limit).flat_map(|line| line.split(','));
        let mut remaining = of(Part::Remaining).flat_map(|line| line.split(','));
        let mut resets = of(Part::ResetAfter).chain(of(Part::Reset)).flat_map(|line| resets(line, clock));
        let mut known = of(Part::Limit).next().map(limit_and_window).unwrap_or_default();
        limits.next();
        let mut left = remaining.next();
        loop {
            known.reset = resets.next().unwrap_or(known.reset);
            self.begin(None);
            self.current.of = RateLimit { remaining: left.and_then(number).map(whole), ..known };
            left = remaining.next();
            if left.is_none() {
                break;
            }
            known = limits.next().map(limit_and_window).unwrap_or_default().or(known);
        }
    }
}

/// What the policies say of the quota of this name, or of this limit; or else the first of them: `"default";q=110;w=10` and
/// `110;w=10` in the older drafts.
fn policy(lines: &Lines<'_>, name: Option<&str>, limit: Option<u64>, clock: ServerClock<'_>) -> Option<RateLimit> {
    let mut first = None;
    for member in lines.all(Part::Policy).flat_map(|line| split(line, ',')) {
        let mut parts = split(member, ';');
        let label = parts.next().map(unquoted);
        let bare = RateLimit { limit: label.and_then(number).map(whole), ..RateLimit::default() };
        let policy = parts.filter_map(|part| parameter(part, clock)).fold(bare, RateLimit::or);
        if (name.is_some() && label == name) || (limit.is_some() && policy.limit == limit) {
            return Some(policy);
        }
        first = first.or(Some(policy));
    }
    first
}

/// What a parameter says of a quota, by its long name or by its short one.
fn parameter(text: &str, clock: ServerClock<'_>) -> Option<RateLimit> {
    let (name, value) = text.split_once('=')?;
    let value = unquoted(value);
    let nothing = RateLimit::default();
    Some(match name.trim().to_ascii_lowercase().as_str() {
        "limit" | "q" => RateLimit { limit: number(value).map(whole), ..nothing },
        "window" | "w" => RateLimit { window: number(value).and_then(seconds), ..nothing },
        "remaining" | "r" => RateLimit { remaining: number(value).map(whole), ..nothing },
        "reset" | "t" => RateLimit { reset: wait::read(value, Unit::Seconds, clock), ..nothing },
        _ => return None,
    })
}

/// A field such as `110;w=10` or `10, 50;w=60`: the number that it starts with, and the first window that it names.
fn limit_and_window(field: &str) -> RateLimit {
    let mut parts = field.split([';', ',']);
    let limit = parts.next().and_then(number).map(whole);
    let window = parts.find_map(|part| part.trim().strip_prefix("w=").and_then(number)).and_then(seconds);
    RateLimit { limit, window, ..RateLimit::default() }
}

/// The resets of a line: of one date, which has a comma, or of each item of a list.
fn resets<'h>(line: &'h str, clock: ServerClock<'h>) -> impl Iterator<Item = Option<Duration>> + use<'h> {
    let read = move |text: &str| wait::read(text, Unit::Seconds, clock);
    let whole = read(line);
    let list = whole.is_none().then(|| line.split(',').map(read));
    whole.map(Some).into_iter().chain(list.into_iter().flatten())
}

/// The pieces between separators that stand outside of quotes.
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    text.split(move |letter| {
        is_quoted ^= letter == '"';
        letter == separator && !is_quoted
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`number` is not negative; `as` saturates")]
fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    const NOW: Duration = Duration::from_secs(1_750_000_000);

    fn read(headers: &[(&'static str, &'static str)]) -> Option<RateLimit> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, http::HeaderValue::from_static(value));
        }
        RateLimit::read(&map, ServerClock::new(&map, SystemTime::UNIX_EPOCH + NOW))
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
            &[("x-rate-limit-limit", "110;w=10"), ("x-rate-limit-remaining", "9"), ("x-rate-limit-reset", "60s")],
            &[("rate-limit-limit", "110;w=10"), ("rate-limit-remaining", "9"), ("rate-limit-reset", "1m0s")],
            &[("x-ratelimit-limit", "110;w=10"), ("x-ratelimit-remaining", "9"), ("x-ratelimit-reset-after", "60")],
            &[
                ("x-ratelimit-limit", "110;w=10"),
                ("x-ratelimit-remaining", "9"),
                ("x-ratelimit-reset", "Sun, 15 Jun 2025 15:07:40 GMT"),
            ],
            &[
                ("x-ratelimit-limit", "110;w=10"),
                ("x-ratelimit-remaining", "9"),
                ("x-ratelimit-reset", "2025-06-15T15:07:40Z"),
            ],
            &[("ratelimit-policy", "\"default\";q=110;w=10"), ("ratelimit", "\"default\";r=9;t=60")],
            &[("ratelimit-policy", "default;q=110;w=10"), ("ratelimit", "default;r=9;t=60")],
            &[("ratelimit-policy", "50;w=1, 110;w=10"), ("ratelimit", "limit=110, remaining=9, reset=60")],
            &[("ratelimit", "limit=110;w=10, remaining=9, reset=60")],
            &[("ratelimit", "limit=110; remaining=9; reset=60; window=10")],
            &[("ratelimit", "Limit = \"110\", remaining=\"9\""), ("ratelimit", "reset=60, window=10")],
            &[("ratelimit-limit", "110;w=10"), ("ratelimit-remaining", "9"), ("x-ratelimit-reset", "1750000060000")],
        ] {
            assert_eq!(read(headers), all, "{headers:?}");
        }
    }

    #[test]
    fn of_several_quotas_the_one_that_is_spent_counts() {
        for headers in [
            &[("ratelimit", "\"day\";r=900;t=80000, \"second\";r=0;t=7")][..],
            &[("ratelimit", "\"day\";r=900;t=80000"), ("ratelimit", "\"second\";r=0;t=7")],
            &[("ratelimit", "\"a, b; r=1\";r=900;t=80000, c;r=0;t=7, d;r=0;t=3")],
            &[("ratelimit", "limit=1000, remaining=900, reset=3600"), ("ratelimit", "limit=10, remaining=0, reset=7")],
            &[("ratelimit-remaining", "9, 0"), ("ratelimit-reset", "3, 7")],
            &[("ratelimit-remaining", "9"), ("ratelimit-remaining", "0"), ("ratelimit-reset", "7")],
            &[
                ("ratelimit-remaining", "9"),
                ("ratelimit-reset", "3"),
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", "7"),
            ],
            &[("ratelimit-remaining", "9"), ("ratelimit-reset", "3"), ("ratelimit", "limit=100, remaining=0, reset=7")],
        ] {
            let read = read(headers).unwrap();
            assert_eq!((read.remaining, read.reset), (Some(0), Some(Duration::from_secs(7))), "{headers:?}");
        }
    }

    #[test]
    fn a_policy_belongs_to_the_quota_of_its_name() {
        let quotas = ("ratelimit", "\"day\";r=900;t=80000, \"second\";r=0;t=7");
        let policies = ("ratelimit-policy", "\"day\";q=1000;w=86400, \"second\";q=10;w=8");
        let read = read(&[quotas, policies]).unwrap();
        assert_eq!((read.limit, read.window), (Some(10), Some(Duration::from_secs(8))));
    }

    #[test]
    fn what_is_no_number_is_not_there() {
        assert_eq!(read(&[("ratelimit-limit", "50")]).and_then(|limit| limit.window), None);
        for value in ["many", "-1", "inf", "NaN", "1e3", "", "0x10", "1, soon, 2"] {
            assert_eq!(read(&[("ratelimit-remaining", value)]).and_then(|limit| limit.reset), None);
            let reset = read(&[("ratelimit-reset", value)]).and_then(|limit| limit.reset);
            assert_eq!(reset, value.starts_with("1,").then_some(Duration::from_secs(1)), "{value}");
        }
        assert_eq!(read(&[]), None);
        let past = read(&[("ratelimit-reset", "1749999999")]).and_then(|limit| limit.reset);
        assert_eq!(past, Some(Duration::ZERO), "a moment that is over");
    }
}
