//! The rate limit that an answer reports, in each dialect that is in use.

use core::cmp::Reverse;
use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;

use crate::meta::wait::{self, SECONDS, ServerClock, number, seconds, unquoted};

/// A rate limit as an answer reports it. Any part may be missing.
///
/// Read from `ratelimit-limit` (`50`, or `110;w=10` with the window in seconds), `ratelimit-remaining` and `ratelimit-reset`
/// (seconds) (<https://truto.one/docs/api-reference/overview/rate-limits>). These names may also start with `x-`, or spell
/// `rate-limit`. The structured fields `RateLimit` and `RateLimit-Policy` of all IETF drafts are read as well. A reset may also be a
/// Unix time, a date, or a duration with units. Of several quotas, this is the quota with the fewest calls left.
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
    /// Calls left in the present window.
    pub remaining: Option<u64>,
    /// Time until the window opens again, at most a day.
    pub reset: Option<Duration>,
}

/// How many lines about limits are read. No server sends nearly as many.
const MOST_LINES: usize = 16;

/// How the names of headers about limits begin. The API documents the first beginning, which is also that of the IETF.
const DIALECTS: [&str; 4] = ["ratelimit", "x-ratelimit", "x-rate-limit", "rate-limit"];
const IETF: usize = 0;

/// What a header says about a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The structured field of the IETF, which says all of it.
    Whole,
    Policy,
    Limit,
    Remaining,
    Reset,
    ResetAfter,
}

/// The dialect, as an index, and the part of a header about limits. `None` for every other header.
fn dialect_and_part(name: &str) -> Option<(usize, Part)> {
    if !matches!(name.as_bytes(), [b'r' | b'x', ..]) {
        return None;
    }
    DIALECTS.iter().enumerate().find_map(|(dialect, start)| {
        let part = match name.strip_prefix(start)? {
            "" if dialect == IETF => Part::Whole,
            "-policy" if dialect == IETF => Part::Policy,
            "-limit" => Part::Limit,
            "-remaining" => Part::Remaining,
            "-reset" => Part::Reset,
            "-reset-after" => Part::ResetAfter,
            _ => return None,
        };
        Some((dialect, part))
    })
}

/// Whether a header of this name is about a rate limit.
pub(crate) fn is_rate_limit(name: &str) -> bool {
    dialect_and_part(name).is_some()
}

/// A header line about a limit.
#[derive(Clone, Copy)]
struct Line<'h> {
    dialect: usize,
    part: Part,
    text: &'h str,
}

/// The lines of an answer about limits. An array, because every answer is searched for them.
struct Lines<'h> {
    found: [Line<'h>; MOST_LINES],
    count: usize,
    /// Which dialects they are in.
    spoken: [bool; DIALECTS.len()],
}

impl<'h> Lines<'h> {
    fn read(headers: &'h HeaderMap) -> Self {
        let none = Line { dialect: 0, part: Part::Whole, text: "" };
        let mut read = Self { found: [none; MOST_LINES], count: 0, spoken: [false; DIALECTS.len()] };
        for (name, text) in headers {
            if let Some((dialect, part)) = dialect_and_part(name.as_str())
                && let Ok(text) = text.to_str()
                && let Some(line) = read.found.get_mut(read.count)
            {
                *line = Line { dialect, part, text };
                read.count += 1;
                read.spoken[dialect] = true;
            }
        }
        read
    }

    fn all(&self) -> impl Iterator<Item = Line<'h>> {
        self.found.iter().take(self.count).copied()
    }

    /// The lines of a part, in all dialects.
    fn of(&self, part: Part) -> impl Iterator<Item = Line<'h>> {
        self.all().filter(move |line| line.part == part)
    }

    /// The first text of a part, in the first dialect that has it.
    fn first(&self, part: Part) -> Option<&'h str> {
        self.of(part).min_by_key(|line| line.dialect).map(|line| line.text)
    }
}

impl RateLimit {
    /// The rate limit that an answer with these headers reports; `wall` is our clock.
    pub(crate) fn read(headers: &HeaderMap, wall: SystemTime) -> Option<Self> {
        let lines = Lines::read(headers);
        if lines.count == 0 {
            return None;
        }
        let clock = ServerClock::new(headers, wall);
        let mut quotas = Quotas::default();
        lines.of(Part::Whole).for_each(|line| quotas.add_structured(line.text, clock));
        let spoken = (0..DIALECTS.len()).filter(|dialect| lines.spoken[*dialect]);
        spoken.for_each(|dialect| quotas.add_plain(&lines, dialect, clock));
        let Quota { name, of: mut read } = quotas.scarcest();

        if read.limit.is_none() || read.window.is_none() {
            read = read.or(policy(&lines, name, read.limit, clock).unwrap_or_default());
        }
        // Some servers mix two dialects.
        if read.limit.is_none() {
            read = read.or(lines.first(Part::Limit).map(limit_and_window).unwrap_or_default());
        }
        if read.reset.is_none() {
            let reset = lines.first(Part::ResetAfter).or_else(|| lines.first(Part::Reset));
            read.reset = reset.and_then(|line| resets(line, clock).next()?);
        }
        (read != Self::default()).then_some(read)
    }

    /// This limit, with its missing parts from `other`.
    fn or(self, other: Self) -> Self {
        Self {
            limit: self.limit.or(other.limit),
            window: self.window.or(other.window),
            remaining: self.remaining.or(other.remaining),
            reset: self.reset.or(other.reset),
        }
    }

    /// Whether both have the same part.
    fn overlaps(&self, other: &Self) -> bool {
        self.limit.and(other.limit).is_some()
            || self.window.and(other.window).is_some()
            || self.remaining.and(other.remaining).is_some()
            || self.reset.and(other.reset).is_some()
    }
}

/// A quota, and the name under which a policy describes it.
#[derive(Clone, Copy, Debug, Default)]
struct Quota<'h> {
    name: Option<&'h str>,
    of: RateLimit,
}

/// The quotas of an answer. Only one of them counts.
#[derive(Debug, Default)]
struct Quotas<'h> {
    /// The quota before the last with the fewest calls left; of several such quotas, the one that takes longest to open.
    scarcest: Quota<'h>,
    /// The last quota.
    last: Quota<'h>,
}

impl<'h> Quotas<'h> {
    /// Adds a quota. Later parameters may complete it.
    fn add(&mut self, quota: Quota<'h>) {
        let done = core::mem::replace(&mut self.last, quota);
        let order = |of: RateLimit| (of.remaining.unwrap_or(u64::MAX), Reverse(of.reset));
        if order(done.of) < order(self.scarcest.of) || self.scarcest.of == RateLimit::default() {
            self.scarcest = done;
        }
    }

    fn scarcest(mut self) -> Quota<'h> {
        self.add(Quota::default());
        self.scarcest
    }

    /// Adds the quotas of a structured field: `"default";r=0;t=7` each, or a single `limit=100, remaining=0, reset=7`.
    fn add_structured(&mut self, line: &'h str, clock: ServerClock<'_>) {
        for member in split(line, ',') {
            for (at, text) in split(member, ';').enumerate() {
                match parameter(text, clock) {
                    Some(part) if self.last.of.overlaps(&part) => self.add(Quota { name: None, of: part }),
                    Some(part) => self.last.of = self.last.of.or(part),
                    None if at == 0 => self.add(Quota { name: Some(unquoted(text)), of: RateLimit::default() }),
                    // An unknown parameter.
                    None => {}
                }
            }
        }
    }

    /// Adds the quotas of a dialect. In lists, items at the same place belong together.
    fn add_plain<'l>(&mut self, lines: &Lines<'l>, dialect: usize, clock: ServerClock<'l>) {
        let texts = |part| lines.of(part).filter(move |line| line.dialect == dialect).map(|line| line.text);
        let items = |part| texts(part).flat_map(|line| line.split(','));
        let mut remaining = items(Part::Remaining);
        let mut limits = items(Part::Limit).skip(1);
        let mut resets = texts(Part::ResetAfter).chain(texts(Part::Reset)).flat_map(|line| resets(line, clock));
        let mut known = texts(Part::Limit).next().map(limit_and_window).unwrap_or_default();
        let mut left = remaining.next();
        loop {
            known.reset = resets.next().unwrap_or(known.reset);
            let of = RateLimit { remaining: left.and_then(number).map(whole), ..known };
            self.add(Quota { name: None, of });
            left = remaining.next();
            if left.is_none() {
                break;
            }
            known = limits.next().map(limit_and_window).unwrap_or_default().or(known);
        }
    }
}

/// The policy of the quota with this name or this limit, or else the first policy: `"default";q=110;w=10`, or `110;w=10` in older
/// drafts.
fn policy(lines: &Lines<'_>, name: Option<&str>, limit: Option<u64>, clock: ServerClock<'_>) -> Option<RateLimit> {
    let mut first = None;
    for member in lines.of(Part::Policy).flat_map(|line| split(line.text, ',')) {
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

/// A parameter of a quota, under its long or its short name.
fn parameter(text: &str, clock: ServerClock<'_>) -> Option<RateLimit> {
    let (name, value) = text.split_once('=')?;
    let value = unquoted(value);
    let nothing = RateLimit::default();
    Some(match name.trim().to_ascii_lowercase().as_str() {
        "limit" | "q" => RateLimit { limit: number(value).map(whole), ..nothing },
        "window" | "w" => RateLimit { window: number(value).and_then(seconds), ..nothing },
        "remaining" | "r" => RateLimit { remaining: number(value).map(whole), ..nothing },
        "reset" | "t" => RateLimit { reset: wait::read(value, SECONDS, clock), ..nothing },
        _ => return None,
    })
}

/// The first number and the first window of a field such as `110;w=10` or `10, 50;w=60`.
fn limit_and_window(field: &str) -> RateLimit {
    let mut parts = field.split([';', ',']);
    let limit = parts.next().and_then(number).map(whole);
    let window = parts.find_map(|part| part.trim().strip_prefix("w=").and_then(number)).and_then(seconds);
    RateLimit { limit, window, ..RateLimit::default() }
}

/// The resets of a line: a single reset if the whole line is one, because a date has a comma, or else one for each item.
fn resets<'h>(line: &'h str, clock: ServerClock<'h>) -> impl Iterator<Item = Option<Duration>> + use<'h> {
    let read = move |text: &str| wait::read(text, SECONDS, clock);
    let whole = read(line);
    let list = whole.is_none().then(|| line.split(',').map(read));
    whole.map(Some).into_iter().chain(list.into_iter().flatten())
}

/// Splits at the separators outside quotes.
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
    use super::*;

    const NOW: Duration = Duration::from_secs(1_750_000_000);

    fn read(headers: &[(&'static str, &'static str)]) -> Option<RateLimit> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, http::HeaderValue::from_static(value));
        }
        RateLimit::read(&map, SystemTime::UNIX_EPOCH + NOW)
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
    fn the_spent_quota_of_several_counts() {
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
    fn a_value_that_is_not_a_number_is_ignored() {
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
