//! Feeds every parser of foreign text with damaged input: no parser panics, and each one keeps its promises.
//!
//! ```sh
//! cargo test -p truto-core fuzz                                        # 2048 inputs for each
//! PROPTEST_CASES=2000000 cargo test -p truto-core --all-features fuzz  # some minutes for each
//! ```

mod input;
#[cfg(feature = "saved")]
mod saved;

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::contract::{Contract, Method};
use crate::error::{Error, is_error_envelope};
use crate::meta::Meta;
use crate::meta::rate_limit::RateLimit;
use crate::meta::wait::LONGEST_WAIT;
use crate::paging::checkpoint::{Checkpoint, Owner};
use crate::policy::attempt::Attempt;
use crate::policy::outcome::Repeat;
use crate::policy::retry::Verdict;
use crate::redact::Redactor;
use crate::response::envelope::Envelope;
use crate::response::page::Page;
use crate::response::split::{SplitError, Splitter};
use crate::response::unpack::Unpacker;
use crate::util::content_type::Form;
use input::{config, edited};
use proptest::collection::vec;
use proptest::proptest;
use proptest::sample::select;

/// Values of headers.
const HEADERS: &[&str] = &[
    "10",
    "1.5",
    "0",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "110;w=10",
    "10, 50;w=60",
    "\"default\";r=9;t=60",
    "\"default\";q=110;w=10, \"daily\";q=5;w=86400",
    "1750000060",
    "1750000060000",
    "2025-06-15T15:07:40.5+02:00",
    "6m0s",
    "limit=100, remaining=0, reset=7",
    "99999999999999999999999999999999999",
    "-1",
    "NaN",
    "1e309",
    "0x10",
];

#[test]
fn waits_and_limits_are_bounded_whatever_a_header_says() {
    const NAMES: [&str; 12] = [
        "retry-after",
        "retry-after-ms",
        "date",
        "x-rate-limit-reset",
        "x-ratelimit-reset-after",
        "ratelimit-limit",
        "ratelimit-remaining",
        "ratelimit-reset",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
        "ratelimit",
        "ratelimit-policy",
    ];
    let lines = vec((select(&NAMES), edited(HEADERS)), 1..6);
    proptest!(config(), |(lines in lines, seconds in 1_750_000_000_u64..1_750_001_000)| {
        let header = |(name, value): &(&'static str, Vec<u8>)| {
            Some((HeaderName::from_static(name), HeaderValue::from_bytes(value).ok()?))
        };
        let headers: HeaderMap = lines.iter().filter_map(header).collect();
        let wall = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let answer = Meta::new(StatusCode::OK, headers, 1, wall, &Redactor::default());
        for wait in [answer.retry_after(), answer.after_rate_limit()].into_iter().flatten() {
            assert!(wait <= LONGEST_WAIT, "{wait:?}");
            assert!(wall.checked_add(wait).is_some());
        }
        if let Some(limit) = answer.rate_limit() {
            assert_ne!(limit, RateLimit::default());
            assert!(limit.reset.is_none_or(|reset| reset <= LONGEST_WAIT), "{limit:?}");
        }
    });
}

#[test]
fn a_checkpoint_that_is_read_is_written_as_it_was() {
    let seeds = [
        r#"{"version":2,"endpoint":"GET /unified/crm/contacts","account":"62f4","request":"96aba25f009670fe","cursor":"a\"b","offset":3,"items":203,"complete":true,"resumed":2,"partial":true}"#,
        r#"{"version":2,"endpoint":"GET /x","account":"a","request":"r","offset":0,"items":18446744073709551615}"#,
    ];
    let start = Checkpoint::start("GET /unified/crm/contacts".to_owned(), Owner::Account("62f4"), b"limit=100");
    proptest!(config(), |(text in edited(&seeds))| {
        let Ok(text) = String::from_utf8(text) else { return Ok(()) };
        match text.parse::<Checkpoint>() {
            Ok(checkpoint) => {
                assert_eq!(checkpoint.to_string().parse::<Checkpoint>().unwrap(), checkpoint);
                // A checkpoint of another list is refused. One of this list keeps its place.
                if let Ok(resumed) = start.resumed_at(&checkpoint) {
                    assert_eq!((resumed.endpoint(), resumed.items()), (start.endpoint(), checkpoint.items()));
                }
            }
            Err(error) => assert!(matches!(error, Error::Checkpoint(_)) && error.to_string().len() < 4096),
        }
    });
}

/// Splits a stream that comes in these pieces.
fn split<'a>(pieces: impl Iterator<Item = &'a [u8]>, form: Form, largest: u64) -> Result<Vec<Bytes>, SplitError> {
    let mut splitter = Splitter::new(form, largest);
    let mut records = Vec::new();
    for piece in pieces {
        splitter.push(Bytes::copy_from_slice(piece));
        while let Some(record) = splitter.next()? {
            records.push(record);
        }
    }
    records.extend(splitter.finish()?);
    Ok(records)
}

/// The same, but takes each line that is JSON without a scan.
fn split_lines<'a>(pieces: impl Iterator<Item = &'a [u8]>, form: Form, largest: u64) -> Result<Vec<Bytes>, SplitError> {
    let mut splitter = Splitter::new(form, largest);
    let mut records = Vec::new();
    for piece in pieces {
        splitter.push(Bytes::copy_from_slice(piece));
        loop {
            let line = splitter.line().filter(|line| serde_json::from_slice::<IgnoredAny>(line).is_ok());
            if let Some(line) = line.map(Bytes::copy_from_slice) {
                splitter.take_line(line.len());
                records.push(line);
                continue;
            }
            match splitter.next()? {
                Some(record) => records.push(record),
                None => break,
            }
        }
    }
    while let Some(record) = splitter.finish()? {
        records.push(record);
    }
    Ok(records)
}

#[test]
fn records_do_not_depend_on_the_borders_of_pieces() {
    let seeds = [
        r#"[{"a":"}]"},{"b":[1,{"c":"\""}]}, null, -1.5e3, "x\\"]"#,
        "{\"a\":\"}]\"}\n{\"b\":[1,{\"c\":\"\\\"\"}]}\n7 true\n",
        r#"{"next_cursor":"x,{","result":[{"a":"}]"},{"b":[1,{"c":"\""}]}],"prev":{"result":[7]},"n":2}"#,
        r#"{"results":[1,2],"statusCode":502,"error":"Bad Gateway"}"#,
        r#"{"statusCode":502,"error":"Bad Gateway","message":"no"}"#,
        r#"{"result":[],"is_partial_response":true,"results":[1,{"result":[2]}],"next_cursor":7}"#,
        r#"{"result":[],"results":{"a":1,"b":{"result":[2]}}}"#,
        r#"{"\u0072esult":{"a":[1],"b}":"x"},"next_cursor":"y","results":null}"#,
        r#"{"next_cursor":"y","result":null,"is_partial_response":true}"#,
        "\u{feff}[ {\"é\":\"\u{1f980}\"} ,\n{} ]\r\n",
        "{\"a\":{\"b\":1}}\n{\"a\":2}\r\n{\"a\":\n{}\n}\n{\"a\":\"}\\n{\"} {}\n{}\n{\"statusCode\":502,\"error\":\"x\"}\n{}\n",
        "[]",
        "",
    ];
    let form = select(&[Form::Lines, Form::Document, Form::Document, Form::Document]);
    proptest!(config(), |(text in edited(&seeds), form in form, sizes in vec(1_usize..40, 1..20))| {
        let whole = split(core::iter::once(&text[..]), form, u64::MAX);
        let mut rest = &text[..];
        let mut pieces = Vec::new();
        for size in sizes.into_iter().cycle() {
            let (piece, behind) = rest.split_at(size.min(rest.len()));
            pieces.push(piece);
            rest = behind;
            if rest.is_empty() {
                break;
            }
        }
        assert_eq!(split(pieces.iter().copied(), form, u64::MAX), whole);
        assert_eq!(split_lines(pieces.iter().copied(), form, u64::MAX), whole);
        assert_eq!(split_lines(core::iter::once(&text[..]), form, u64::MAX), whole);
        // If the whole text is JSON, serde_json finds the same records.
        if let (Ok(json), Ok(records)) = (serde_json::from_slice(&text), &whole) {
            let read: Vec<Value> = records.iter().map(|record| serde_json::from_slice(record).unwrap()).collect();
            match json {
                Value::Array(items) if form == Form::Document => assert_eq!(read, items),
                // The records of an envelope are the items of the page. Any other object is one record.
                Value::Object(_) if form == Form::Document => {
                    assert!(!is_error_envelope(&text));
                    match page(&text) {
                        Ok(page) => assert_eq!(read, page.items(), "{}", String::from_utf8_lossy(&text)),
                        Err(_) => assert_eq!(read, [json]),
                    }
                }
                json => assert_eq!(read, [json]),
            }
        }
        if let Ok(records) = split(core::iter::once(&text[..]), form, 8) {
            assert!(records.iter().all(|record| record.len() <= 8));
        }
    });
}

#[test]
fn a_page_that_is_read_has_the_items_of_its_document() {
    let seeds = [
        r#"{"result":[1,2,3],"next_cursor":"a","is_partial_response":true}"#,
        r#"{"results":{"k":1,"l":2},"next_cursor":7}"#,
        r#"{"next_cursor":"","result":null}"#,
        "[1,2]",
    ];
    proptest!(config(), |(text in edited(&seeds))| {
        if let (Ok(page), Ok(Value::Array(items))) = (page(&text), serde_json::from_slice(&text)) {
            assert_eq!(page.items(), items);
        }
    });
}

/// Reads a body as a page.
fn page(text: &[u8]) -> Result<Page<Value>, serde_json::Error> {
    let envelope: Envelope<Value> = serde_json::from_slice(text)?;
    assert!(!envelope.is_too_long);
    Ok(Page::new(envelope, meta(200, HeaderMap::new())))
}

const X: &Contract = &Contract::new("X", Method::Post, "/x", &[]);
/// Its first letter must not end an escape of `Debug`. With `t`, a tab before the rest would look like the token.
const TOKEN: &str = "k0p-s3cret-token";

fn meta(status: u16, headers: HeaderMap) -> Meta {
    let status = StatusCode::from_u16(status).unwrap();
    Meta::new(status, headers, 1, SystemTime::UNIX_EPOCH, &Redactor::new([TOKEN]))
}

#[test]
fn a_refusal_is_one_bounded_line_without_the_token() {
    let seeds = [
        r#"{"statusCode":400,"error":"Bad Request","message":"no","details":{"failures":[{"path":"a.b","message":"is wrong"},"text",7,{"field":"x","description":"k0p-s3cret-token"}]}}"#,
        r#"{"statusCode":422,"error":"Unprocessable Entity","message":"","truto_is_remote_error":true,"raw_response":{"errors":[{"token":"k0p-s3cret-token"}]},"truto_error_insight":{"missing_required_body_fields":{"description":"d","value":["a"]},"forbidden_error":{"value":{"missing_scopes":["s"]}},"rate_limit_error":{"description":"d"}}}"#,
        r#"{"message":["a","b",{"c":1}],"statusCode":"503","error":null}"#,
        "<html><body>Bad gateway Authorization: Bearer k0p-s3cret-token</body></html>",
        "k0p%2ds3cret-token \\u006b\\u0030p-s3cret-token &#107;0p-s3cret-token",
        "",
    ];
    let statuses = [200, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 599];
    proptest!(config(), |(body in edited(&seeds), status in select(statuses.to_vec()))| {
        let meta = meta(status, HeaderMap::new());
        let attempt = Attempt { contract: X, names: None, number: 2, repeat: Repeat::Keyed { own: false } };
        let refused = attempt.refused(meta, body.into(), &Redactor::new([TOKEN]));
        let Error::Api(error) = &refused else { panic!("{refused}") };
        let shown = error.to_string();
        assert!(!shown.contains(['\n', '\r']) && shown.len() < 16_384, "{shown}");
        for text in [&shown, &format!("{error:?}"), error.message()] {
            assert!(!text.contains(TOKEN), "{text}");
        }
        for failure in error.failures() {
            assert!(!format!("{failure} {failure:?}").contains(TOKEN));
        }
        if let Some(insight) = error.insight() {
            let _ = (insight.missing_body_fields(), insight.missing_query_parameters(), insight.missing_scopes());
        }
        let _ = Verdict::of(&refused);
    });
}

#[test]
fn nothing_packed_unpacks_beyond_its_cap() {
    use std::io::Write;
    let pack = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let two = [pack(b"{\"id\":"), pack(b"\"1\"}")].concat();
    let seeds = [pack(b"{\"id\":\"1\"}"), pack(&vec![b'0'; 1 << 16]), two, b"not gzip".to_vec()];
    let headers: HeaderMap = [(http::header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))].into_iter().collect();
    proptest!(config(), |(packed in edited(&seeds), size in 1_usize..65)| {
        let mut unpacker = Unpacker::from_headers(&headers, 4096).unwrap().unwrap();
        let mut out = 0;
        for piece in packed.chunks(size) {
            unpacker.push(Bytes::copy_from_slice(piece));
            loop {
                match unpacker.next() {
                    Ok(Some(piece)) => out += piece.len(),
                    Ok(None) => break,
                    Err(_) => return Ok(()),
                }
                assert!(out <= 4096);
            }
        }
        let _ = unpacker.end();
    });
}

#[cfg(feature = "webhook")]
#[test]
fn a_webhook_is_signed_only_by_its_secret() {
    use crate::webhook::Webhook;

    const BODY: &[u8] = b"what do ya want for nothing?";
    const HEX: &str = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    const BASE64: &str = "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=";
    let webhook = Webhook::new("Jefe").unwrap();
    let seeds = [format!("format=sha256,v={HEX}"), format!("v={BASE64}"), format!("v={},v={HEX}", "0".repeat(64))];
    proptest!(config(), |(header in edited(&seeds), body in edited(&seeds))| {
        let header = String::from_utf8_lossy(&header).into_owned();
        if webhook.verify(Some(&header), BODY).is_ok() {
            // Then the header holds the digest, among other things.
            let plain = header.replace('-', "+").replace('_', "/");
            let digest = BASE64.trim_end_matches('=');
            assert!(header.to_lowercase().contains(HEX) || plain.contains(digest), "{header}");
        }
        assert!(body == BODY || webhook.verify(Some(&format!("v={HEX}")), &body).is_err());
        let _ = serde_json::from_slice::<crate::webhook::Event>(&body);
    });
}

#[test]
fn a_redirect_never_leaves_its_origin() {
    let seeds = [
        "/elsewhere?x=1#top",
        "https://api.example:8443/x",
        "//evil.example/x",
        "https://api.example:8443@evil.example/x",
        "\\\\evil.example",
        "?limit=2",
        "http://[::1]:8443/",
        "javascript:alert(1)",
    ];
    let from = url::Url::parse("https://api.example:8443/prefix/unified/crm/contacts?limit=1").unwrap();
    proptest!(config(), |(location in edited(&seeds))| {
        let Ok(location) = HeaderValue::from_bytes(&location) else { return Ok(()) };
        let headers: HeaderMap = [(http::header::LOCATION, location)].into_iter().collect();
        if let Ok(to) = crate::policy::redirect::target(&headers, &from, true, 0, 5) {
            assert_eq!(to.origin(), from.origin(), "{to}");
            assert!(to.as_str().starts_with("https://api.example:8443/"), "{to}");
        }
    });
}
