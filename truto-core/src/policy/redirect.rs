//! Which redirects are followed: those of reads, within the origin of the request, up to a limit.
//!
//! reqwest's own redirects are off, because it restores `Authorization` on the second hop of a chain that crosses origins, and sends
//! the query in `Referer`.

use http::StatusCode;
use http::header::{HeaderMap, LOCATION};
use url::Url;

use crate::error::RedirectReason;

/// Whether a status redirects a request. 300, 304 and 305 do not (RFC 9110 section 15.4).
pub(crate) fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The URL to which a redirect leads, or why it is not followed.
pub(crate) fn target(
    headers: &HeaderMap,
    from: &Url,
    is_read: bool,
    followed: u32,
    most: u32,
) -> Result<Url, RedirectReason> {
    if !is_read {
        return Err(RedirectReason::Write);
    }
    // Many servers send it as UTF-8. `join` percent-encodes that.
    let location = headers.get(LOCATION).and_then(|location| str::from_utf8(location.as_bytes()).ok());
    let to = location.and_then(|location| from.join(location).ok());
    let mut to = to.ok_or(RedirectReason::NoLocation)?;
    if to.origin() != from.origin() || !to.username().is_empty() || to.password().is_some() {
        return Err(RedirectReason::OtherOrigin);
    }
    if followed >= most {
        return Err(RedirectReason::TooMany);
    }
    to.set_fragment(None);
    Ok(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(location: Option<&str>) -> Result<String, RedirectReason> {
        to_bytes(location.map(str::as_bytes))
    }

    fn to_bytes(location: Option<&[u8]>) -> Result<String, RedirectReason> {
        let from = Url::parse("https://api.example:8443/prefix/unified/crm/contacts?limit=1").unwrap();
        let headers = location.into_iter().map(|location| (LOCATION, location.try_into().unwrap())).collect();
        target(&headers, &from, true, 0, 5).map(String::from)
    }

    #[test]
    fn a_redirect_stays_within_its_origin() {
        for (location, url) in [
            ("/elsewhere?x=1#top", "https://api.example:8443/elsewhere?x=1"),
            ("accounts", "https://api.example:8443/prefix/unified/crm/accounts"),
            ("?limit=2", "https://api.example:8443/prefix/unified/crm/contacts?limit=2"),
            ("https://API.example:8443/x", "https://api.example:8443/x"),
            ("/caf\u{e9}/\u{fc}?q=\u{1f980}#\u{e9}", "https://api.example:8443/caf%C3%A9/%C3%BC?q=%F0%9F%A6%80"),
            ("https://api.example:8443/\u{202e}x y", "https://api.example:8443/%E2%80%AEx%20y"),
        ] {
            assert_eq!(to(Some(location)), Ok(url.to_owned()), "{location}");
        }
        for location in [
            "http://api.example:8443/x",
            "https://api.example/x",
            "//evil.example/x",
            "https://evil.example:8443/x",
            "https://api.example:8443@evil.example/x",
            "https://user:password@api.example:8443/x",
            "\\\\evil.example/x",
            "javascript:alert(1)",
            "https://\u{e4}pi.example:8443/x",
            "//api.ex\u{e4}mple:8443/x",
        ] {
            assert_eq!(to(Some(location)), Err(RedirectReason::OtherOrigin), "{location}");
        }
        assert_eq!(to_bytes(Some(b"/caf\xe9")), Err(RedirectReason::NoLocation), "nobody knows in which encoding");
        // A letter that is another one's picture is written as that one, and leads to where that does.
        assert_eq!(to(Some("//\u{ff41}pi.example:8443/x")), Ok("https://api.example:8443/x".to_owned()));
        assert_eq!(to(None), Err(RedirectReason::NoLocation));
        assert_eq!(to(Some("https://[")), Err(RedirectReason::NoLocation));
    }

    #[test]
    fn writes_and_endless_chains_are_not_followed() {
        let from = Url::parse("https://api.example/x").unwrap();
        let headers = [(LOCATION, "/y".parse().unwrap())].into_iter().collect();
        let refused = |is_read, followed| target(&headers, &from, is_read, followed, 5).err();
        assert_eq!(refused(false, 0), Some(RedirectReason::Write));
        assert_eq!(refused(true, 4), None);
        assert_eq!(refused(true, 5), Some(RedirectReason::TooMany));
    }

    #[test]
    fn only_five_statuses_are_redirects() {
        let all = (300..400).filter(|code| is_redirect(StatusCode::from_u16(*code).unwrap()));
        assert_eq!(all.collect::<Vec<_>>(), [301, 302, 303, 307, 308]);
    }
}
