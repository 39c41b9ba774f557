//! The values of the path. No value can change where the request goes.

use crate::util::percent::push_encoded;

/// Appends a value as one path segment.
///
/// URL parsers drop `.` and `..`, encoded or not, and treat a backslash as a slash. No encoding makes them safe, so they are
/// refused.
///
/// # Errors
/// Why the value cannot be a path segment.
pub(crate) fn push_segment(out: &mut String, value: &str, encode_slash: bool) -> Result<(), &'static str> {
    if value.is_empty() {
        return Err("is empty, which would change the path");
    }
    if value.contains('\\') || value.chars().any(char::is_control) {
        return Err("has a backslash or a control character");
    }
    if !encode_slash && value.contains('/') {
        return Err(
            "has a slash: `#[truto(slash = encode)]` on a field, and `.encode_slashes()` of a resource by name, send it as `%2F`",
        );
    }
    if value.split('/').any(|part| part == "." || part == "..") {
        return Err("has `.` or `..` as a segment, which would change the path");
    }
    push_encoded(out, value);
    Ok(())
}

/// Appends a value as several path segments. A slash at the start is ignored, and a slash at the end is kept.
///
/// # Errors
/// Why the value cannot be a path.
pub(crate) fn push_segments(out: &mut String, value: &str) -> Result<(), &'static str> {
    if value.contains('?') {
        return Err("has a question mark: give the query by itself, with `.query(name, value)`");
    }
    let value = value.strip_prefix('/').unwrap_or(value);
    let (value, end) = value.strip_suffix('/').map_or((value, ""), |value| (value, "/"));
    for (index, segment) in value.split('/').enumerate() {
        if index > 0 {
            out.push('/');
        }
        push_segment(out, segment, false).map_err(|reason| match segment {
            "" => "is empty or has an empty segment, which would change the path",
            _ => reason,
        })?;
    }
    out.push_str(end);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::template::fill;

    fn segment(value: &str, encode_slash: bool) -> Result<String, &'static str> {
        let mut out = String::new();
        fill("/a/{id}/b", &mut out, |name, out| {
            assert_eq!(name, "id");
            push_segment(out, value, encode_slash)
        })?;
        Ok(out)
    }

    #[test]
    fn a_value_stays_one_segment() {
        assert_eq!(segment("003Ux", false).unwrap(), "/a/003Ux/b");
        assert_eq!(segment("a b?c#d%2e", false).unwrap(), "/a/a%20b%3Fc%23d%252e/b");
        assert_eq!(segment("a/b", true).unwrap(), "/a/a%2Fb/b");
        assert_eq!(segment("...", false).unwrap(), "/a/.../b");
    }

    #[test]
    fn a_value_that_would_change_the_path_is_refused() {
        for value in ["", ".", "..", "a/b", "a\\b", "a\nb", "\u{7f}"] {
            assert!(segment(value, false).is_err(), "{value:?}");
        }
        for value in ["", "..", "a/../b", "./a", "a\\b"] {
            assert!(segment(value, true).is_err(), "{value:?}");
        }
    }

    #[test]
    fn each_segment_of_a_path_is_encoded_and_checked_by_itself() {
        let segments = |value: &str| {
            let mut out = "/custom/".to_owned();
            push_segments(&mut out, value).map(|()| out)
        };
        for (value, path) in [
            ("/v1/x", "/custom/v1/x"),
            ("v1/a b/é%2f", "/custom/v1/a%20b/%C3%A9%252f"),
            ("v1/x/", "/custom/v1/x/"),
            ("x", "/custom/x"),
        ] {
            assert_eq!(segments(value).as_deref(), Ok(path));
        }
        for value in ["", "/", "//", "//x", "a//b", "a/../b", "./a", "a/.", "a\\b", "a/b\n", "a?b=c"] {
            assert!(segments(value).is_err(), "{value:?}");
        }
    }
}
