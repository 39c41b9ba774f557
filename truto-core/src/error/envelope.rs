//! The API's error envelope, `{"statusCode", "error", "message", …}`, and how to tell it from an answer.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::error::unparsed::Members;

/// The members that are read.
pub(super) const MEMBERS: &[&str] = &[
    "statusCode",
    "error",
    "message",
    "details",
    "truto_is_remote_error",
    "raw_response",
    "truto_error_insight",
    "result",
    "results",
];

/// Whether a body is the error envelope, whatever the HTTP status: it has the `statusCode` of a failure, and an `error` or a
/// `result`.
pub(crate) fn is_error(body: &[u8]) -> bool {
    if !names_a_failure(body) {
        return false;
    }
    let envelope = Members::read(body, MEMBERS);
    let fails = envelope.get("statusCode").is_some_and(|status: u16| (400..600).contains(&status));
    let named = envelope.get::<String>("error").is_some();
    fails && (named || envelope.raw("result").or(envelope.raw("results")).is_some())
}

/// Whether the `statusCode` of a failure stands anywhere in `body`. This search is cheap, and nearly every answer needs no other.
fn names_a_failure(body: &[u8]) -> bool {
    static KEY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"statusCode\""));
    KEY.find_iter(body).any(|at| {
        let value = body[at + KEY.needle().len()..].trim_ascii_start().strip_prefix(b":");
        value.is_some_and(|value| matches!(value.trim_ascii_start(), [b'4' | b'5', ..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_is_recognised_whatever_else_is_in_it() {
        let large = "x".repeat(1 << 20);
        for body in [
            r#"{"statusCode":502,"error":"Bad Gateway","message":"no"}"#,
            "\u{feff}{\"error\" : \"Bad Request\", \"statusCode\" : 400}",
            &format!(r#"{{"raw_response":"{large}","statusCode":502,"error":"Bad Gateway"}}"#),
            &format!(r#"{{"result":[{{"x":"{large}"}}],"statusCode":502,"error":"Bad Gateway"}}"#),
            r#"{"statusCode":200,"error":"a","statusCode":503,"error":"b"}"#,
            r#"{"statusCode":502,"result":[{"id":"1"}]}"#,
            r#"{"results":{},"error":null,"statusCode":502}"#,
            &format!(r#"{{"statusCode":500,"error":"x","deep":{}{}}}"#, "[".repeat(500), "]".repeat(500)),
        ] {
            assert!(is_error(body.as_bytes()), "{body:.200}");
        }
    }

    #[test]
    fn an_answer_that_mentions_errors_is_not_an_envelope() {
        for body in [
            "",
            "502",
            r#"{"statusCode":502}"#,
            r#"{"statusCode":502,"id":"1","error":null}"#,
            r#"{"statusCode":502,"error":{"id":"1"},"result":null}"#,
            r#"{"statusCode":200,"error":"none"}"#,
            r#"{"statusCode":"502","error":"Bad Gateway"}"#,
            r#"{"statusCode":4,"error":"Bad Gateway"}"#,
            r#"{"statusCode":5020,"error":"Bad Gateway"}"#,
            r#"[{"statusCode":502,"error":"Bad Gateway"}]"#,
            r#"{"remote_data":{"statusCode":502,"error":"Bad Gateway"}}"#,
            r#"{"result":[{"statusCode":502,"error":"Bad Gateway"}]}"#,
            r#"{"x":"\"statusCode\":502","error":"Bad Gateway"}"#,
            r#"{"statusCode":502,"error":"Bad Gateway""#,
        ] {
            assert!(!is_error(body.as_bytes()), "{body}");
        }
    }
}
