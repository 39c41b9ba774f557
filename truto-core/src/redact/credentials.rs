//! Credentials of other people, which only the name beside them gives away: `"access_token": "…"`, `client_secret=…`,
//! `Bearer …`.
//!
//! The text is scanned for names and never parsed, because it may be cut off, escaped several times, or not JSON at all.

/// Stands in place of a secret.
pub(super) const HIDDEN: &str = "***";

/// Names whose values are hidden, in lower case and without `-` and `_`.
const NAMES: &[&str] = &[
    "authorization",
    "bearer",
    "cookie",
    "idtoken",
    "jwt",
    "passwd",
    "privatekey",
    "proxyauthorization",
    "pwd",
    "secret",
    "sessionid",
    "setcookie",
    "token",
    "xauthtoken",
];
/// Ends of such names: `hubspot_access_token`, `X-Api-Key`.
const ENDS: &[&str] = &[
    "accesskey",
    "accesstoken",
    "apikey",
    "apitoken",
    "authtoken",
    "clientsecret",
    "passphrase",
    "password",
    "refreshtoken",
    "secretkey",
    "sessiontoken",
];
/// The longest name that is compared, in bytes.
const LONGEST_NAME: usize = 64;

fn is_sensitive(name: &str) -> bool {
    if name.len() > LONGEST_NAME {
        return false;
    }
    let plain: String = name.chars().filter(|c| !"-_".contains(*c)).map(|c| c.to_ascii_lowercase()).collect();
    NAMES.contains(&plain.as_str()) || ENDS.iter().any(|end| plain.ends_with(end))
}

/// `text` without the values of these names, and without what follows `Bearer`.
pub(super) fn hide(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_of_name) {
        let end = start + span(&rest[start..], is_of_name);
        let (name, after) = (&rest[start..end], &rest[end..]);
        let value = is_sensitive(name).then(|| value_after(after)).flatten();
        let Some((before, value)) = value.or_else(|| bearer_after(name, after)) else {
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        };
        out.push_str(&rest[..end + before]);
        out.push_str(HIDDEN);
        rest = &rest[end + before + value..];
    }
    out.push_str(rest);
    out
}

/// The start and the length of the value in `text`, which begins behind a name.
fn value_after(text: &str) -> Option<(usize, usize)> {
    let quoted = text.trim_start_matches('\\').strip_prefix(['"', '\'']);
    let after = quoted.unwrap_or(text).trim_start();
    let (separator, after) = after.split_at_checked(1)?;
    let assigns = match separator {
        "=" => true,
        ":" => false,
        _ => return None,
    };
    let after = after.strip_prefix('>').filter(|_| assigns).unwrap_or(after).trim_start();
    let begins = |value: &str| text.len() - value.len();

    let slashes = span(after, |c| c == '\\');
    if let Some(quote) = after[slashes..].chars().next().filter(|c| "\"'".contains(*c)) {
        let value = &after[slashes + 1..];
        return Some((begins(value), string_length(value, quote, slashes)));
    }
    if after.starts_with('[') {
        return Some((begins(after), list_length(after)));
    }
    let length = span(after, |c| !(c.is_whitespace() || ",;&{}])\"'\\<>".contains(c)));
    let value = &after[..length];
    if ["basic", "bearer", "digest", "token"].iter().any(|scheme| scheme.eq_ignore_ascii_case(value)) {
        let credentials = after[length..].trim_start();
        let length = span(credentials, |c| !(c.is_whitespace() || ",;\"'\\<>".contains(c)));
        return (length > 0).then(|| (begins(credentials), length));
    }
    // Sentences have colons too: in `password: must be longer` a value counts only if it looks like a credential.
    let looks_like_one = length > LONGEST_NAME || (length >= 8 && value.contains(|c: char| c.is_ascii_digit()));
    let is_value = !value.is_empty() && !matches!(value, "true" | "false" | "null");
    (is_value && (assigns || quoted.is_some() || looks_like_one)).then(|| (begins(after), length))
}

/// The length of a string behind its opening quote, if `slashes` backslashes escape its quotes.
fn string_length(text: &str, quote: char, slashes: usize) -> usize {
    let mut run = 0;
    for (at, c) in text.char_indices() {
        let closes = if slashes == 0 { run % 2 == 0 } else { run <= slashes };
        if c == quote && closes {
            return at - run.min(slashes);
        }
        run = if c == '\\' { run + 1 } else { 0 };
    }
    text.len()
}

/// The length of a list that `text` begins with; the rest of the text if the list is cut off.
fn list_length(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 1 => return at + 1,
            ']' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The value behind a name that ends with `Bearer`, in any case, and a space.
fn bearer_after(name: &str, text: &str) -> Option<(usize, usize)> {
    let end = name.get(name.len().checked_sub("bearer".len())?..)?;
    let token = text.strip_prefix(' ').filter(|_| end.eq_ignore_ascii_case("bearer"))?;
    let length = span(token, |c| c.is_ascii_alphanumeric() || "-._~+/=".contains(c));
    (length > 0).then_some((1, length))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_".contains(c)
}

/// The length of the beginning of `text` whose characters `of` accepts.
fn span(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::hide;
    use crate::redact::tests::is_linear;

    #[test]
    fn values_of_telling_names_are_hidden() {
        for (text, shown) in [
            ("authorization: bEARER abc.def, x", "authorization: bEARER ***, x"),
            ("authorization=Bearer abc.def, x", "authorization=Bearer ***, x"),
            ("my-bearer abc.def x", "my-bearer *** x"),
            (r#"{"a":"b","Access_Token" : "x\"y","n":1}"#, r#"{"a":"b","Access_Token" : "***","n":1}"#),
            (r#"{"password":"cut of"#, r#"{"password":"***"#),
            (r#"{"accessToken":"x","n":1}"#, r#"{"accessToken":"***","n":1}"#),
            (r#"{"id_token":"x","X-Api-Key":"y"}"#, r#"{"id_token":"***","X-Api-Key":"***"}"#),
            (r#"{"hubspot-refresh_token":"x"}"#, r#"{"hubspot-refresh_token":"***"}"#),
            (r#"{"password": 123456, "pwd":["a","b]"],"n":1}"#, r#"{"password": ***, "pwd":***"],"n":1}"#),
            (r#"{"secret":[["a"],["b"]],"n":1}"#, r#"{"secret":***,"n":1}"#),
            (r#""{\"access_token\":\"x\\\"y\",\"n\":1}""#, r#""{\"access_token\":\"***\",\"n\":1}""#),
            (r#"\\\"token\\\":\\\"x\\\",1"#, r#"\\\"token\\\":\\\"***\\\",1"#),
            ("grant=x&access_token=a.b-c&client_secret=d%20e&n=1", "grant=x&access_token=***&client_secret=***&n=1"),
            (r#"5" pipe {"token":"x"}"#, r#"5" pipe {"token":"***"}"#),
            (r#"it"s {"a":1,"client_secret":"x"}"#, r#"it"s {"a":1,"client_secret":"***"}"#),
            ("{'api_key' => 'x'}", "{'api_key' => '***'}"),
            ("api_key => 'x', token='y'", "api_key => '***', token='***'"),
            ("x-api-key: abc12345 n", "x-api-key: *** n"),
            ("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic ***"),
        ] {
            assert_eq!(hide(text), shown, "{text}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        for text in [
            r#"["token","x"]"#,
            r#"{"next_cursor":"x","tokens":3,"author":"x"}"#,
            "the password: must be longer",
            "invalid token: expired",
            r#"{"password":{"message":"too weak"}}"#,
            r#"{"password":null,"secret":true}"#,
            "token",
            "token:",
            "",
        ] {
            assert_eq!(hide(text), text);
        }
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        for part in [
            "token",
            "\"token\":[",
            "\\",
            "\"",
            "token=",
            "token:",
            "token:{",
            "\"token\":{",
            "token: ",
            "bearer ",
            "token: \\\\\\\"",
        ] {
            is_linear(part, |text| drop(hide(text)));
        }
    }
}
