//! Complete responses with unusual contents.

use serde_json::json;
use truto_core::error::{Clock, DecodeKind, Error, NetworkKind, Outcome};
use truto_core::{Endpoint, Json, Reference, unified_endpoint};
use truto_sandbox::testkit::Reply;

use crate::support::{
    DeleteContact, GetContact, Kind, ListContacts, MILLISECOND, Scene, contact, fine, http1_response, quick,
};

crate::faults! {
    "answers";
    "200 with an error envelope" => "treated like a response with the status in the envelope": an_error_inside_a_200 on socket;
    "the same with a hundred thousand bytes" => "the same": a_large_error_inside_a_200 on socket;
    "an error envelope in a stream of records: alone, on a line, around the records" =>
        "the error of the envelope, never a record or a normal end": an_error_inside_a_stream on socket;
    "JSON lines with a list named like the list of the envelope" => "each line is a record": lines_with_lists on socket;
    "an HTML page in place of records" => "`Decode(ContentType)`, and the error offers no resume":
        html_in_place_of_records on socket;
    "204 with a body" => "`None`, and the connection is not reused": a_204_with_a_body on socket;
    "200 with an empty body" => "`None`, or `Decode(Empty)` if a record is required": an_empty_200 on socket;
    "any JSON, if the response type is `()`" => "accepted; an HTML page or an error envelope is an error": nothing_that_is_wanted on socket;
    "control characters, direction marks and invisible characters in any text of the server" =>
        "errors show them escaped": text_that_a_terminal_obeys on socket;
    "a folded header" => "the lines are joined": a_folded_header on socket;
    "a complete response with broken JSON" =>
        "`Decode`, not a network error; the error offers no resume": broken_records on socket;
    "a storm of 1xx" => "skipped; an endless storm ends with `first_byte_timeout`": a_storm_of_1xx on socket;
    "a response head of megabytes" => "`Exchange`": a_head_without_end on socket;
    "the content type is missing, or a variant of JSON" => "the body is read": json_by_other_names on socket;
    "a byte order mark, numbers beyond 2^53, unknown fields, duplicate keys" => "read as far as the type allows":
        unusual_json on socket;
    "a lone surrogate" => "`Decode`, no panic": a_lone_surrogate on socket;
    "JSON of another shape than the type" => "`Decode` with the JSON path, not retried": another_shape on socket;
    "two responses to one request" => "the second response is dropped": an_answer_too_many on socket;
}

async fn an_error_inside_a_200() {
    let scene = Scene::new().await;
    let envelope = |status: u16| json!({ "statusCode": status, "error": "Bad Gateway", "message": "hidden" });
    scene.server.script([Reply::json(200, &envelope(502)), Reply::json(200, &envelope(503))]);
    Kind::Write.call(&scene.account, "behind").await.unwrap();
    assert_eq!(scene.written("behind"), 1);
    scene.server.script([Reply::json(200, &envelope(422))]);
    let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
    assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(422), 1, Outcome::Rejected));
    scene.server.script([Reply::json(200, &envelope(500))]);
    let error = scene.failed(Kind::Bare.call(&scene.account, "x").await);
    assert_eq!((error.status(), error.attempts(), error.outcome()), (Some(500), 1, Outcome::Unknown));
}

async fn a_large_error_inside_a_200() {
    let scene = Scene::new().await;
    let envelope = |status: u16| {
        let page = "<p>".repeat(30_000);
        json!({ "statusCode": status, "error": "x", "message": "hidden", "truto_is_remote_error": true, "raw_response": page })
    };
    // `Json` accepts any body.
    let read = || GetContact { id: "rec_000001".to_owned() }.send(&scene.account).normalized().decode_as::<Json>();
    scene.server.script([Reply::json(200, &envelope(502))]);
    read().await.unwrap();
    scene.server.script([Reply::json(200, &envelope(422))]);
    let Error::Api(error) = scene.failed(read().await) else { panic!("taken for a record") };
    assert_eq!((error.status(), error.message(), error.is_remote()), (422, "hidden", true));
    assert_eq!(error.raw_response().and_then(Json::as_str).map(str::len), Some(90_000));
}

/// Returns the records of the stream and how the stream ended.
async fn records(scene: &Scene, reply: Reply) -> (Vec<Json>, Result<(), Error>) {
    scene.server.script([reply]);
    let mut records = GetContact::builder().id("1").send(&scene.account).stream().await.unwrap().records::<Json>();
    let mut came = Vec::new();
    loop {
        match records.try_next().await {
            Ok(Some(record)) => came.push(record),
            Ok(None) => return (came, Ok(())),
            Err(error) => {
                assert!(records.try_next().await.unwrap().is_none(), "the stream ends after the error");
                return (came, Err(error));
            }
        }
    }
}

async fn an_error_inside_a_stream() {
    let scene = Scene::new().await;
    let ndjson = || Reply::status(200).header("content-type", "application/x-ndjson");
    let json = || Reply::status(200).header("content-type", "application/json");
    let (record, error) = (contact(), r#""statusCode":502,"error":"Bad Gateway","message":"it broke off""#);
    for (reply, expected) in [
        (json().body(format!("{{{error}}}")), 0),
        (ndjson().body(format!("{record}\n{{{error}}}\n{record}\n")), 1),
        (json().body(format!("{record}\n{{{error}}}\n")), 1),
        (json().body(format!("{{{error},\"result\":[{record}]}}")), 0),
        (json().body(format!("{{\"result\":[{record},{record}],{error}}}")), 2),
        (json().body(format!("{{\"statusCode\":502,\"result\":[{record}],\"message\":\"it broke off\"}}")), 0),
    ] {
        let (came, end) = records(&scene, reply).await;
        assert_eq!(came, vec![record.clone(); expected]);
        let error = scene.failed(end);
        assert_eq!((error.status(), error.records()), (Some(502), Some(expected as u64)), "{error}");
    }
    let refused = r#"{"statusCode":404,"error":"Not Found","message":"no such list"}"#;
    let error = scene.failed(records(&scene, ndjson().body(refused)).await.1);
    assert_eq!((error.status(), error.records()), (Some(404), None), "the error offers no resume");
    assert!(error.to_string().contains("404 Not Found: no such list"), "{error}");
    // An item of a list is a record, even if it looks like an error envelope.
    let (came, end) = records(&scene, json().body(format!("[{refused}]"))).await;
    end.unwrap();
    assert_eq!(came.len(), 1);
}

async fn lines_with_lists() {
    let scene = Scene::new().await;
    let lines = [r#"{"id":"1","results":["a","b"]}"#, r#"{"id":"2","result":[]}"#, "[1,2]"];
    for content_type in ["application/x-ndjson", "application/jsonl; charset=utf-8"] {
        let reply = Reply::status(200).header("content-type", content_type).body(lines.join("\n"));
        let (came, end) = records(&scene, reply).await;
        end.unwrap();
        assert_eq!(came.iter().map(Json::to_string).collect::<Vec<_>>(), lines);
    }
}

async fn html_in_place_of_records() {
    let scene = Scene::new().await;
    let html = Reply::status(200).header("content-type", "text/html").body("<h1>Sign in</h1>");
    let (came, end) = records(&scene, html).await;
    let error = scene.failed(end);
    assert_eq!((came.len(), error.records()), (0, None), "the error offers no resume");
    let Error::Decode(decode) = &error else { panic!("{error}") };
    assert_eq!(*decode.kind(), DecodeKind::ContentType { found: "text/html".to_owned() });
    assert!(error.to_string().ends_with(r#"the body starts with "<h1>Sign in</h1>""#), "{error}");
    // A missing content type or an empty body is not an error.
    let (came, end) = records(&scene, Reply::status(200).body(contact().to_string())).await;
    end.unwrap();
    assert_eq!(came, [contact()]);
    records(&scene, Reply::status(200).header("content-type", "text/plain")).await.1.unwrap();
}

async fn a_204_with_a_body() {
    let scene = Scene::new().await;
    scene.server.script([Reply::status(204).header("content-length", "5").body("hello")]);
    let deleted = DeleteContact::builder().id("rec_000001").send(&scene.account).await.unwrap();
    assert_eq!(deleted, None);
    // The rest of the body is not read as the next response.
    let read = Kind::Read.call(&scene.account, "").await.unwrap();
    assert_eq!(read.name.as_deref(), Some("Ada"));
}

async fn an_empty_200() {
    let scene = Scene::new().await;
    let empty = || Reply::status(200).header("content-type", "application/json");
    scene.server.script([empty(), empty().body(" \r\n")]);
    for _ in 0..2 {
        assert_eq!(DeleteContact::builder().id("rec_000001").send(&scene.account).await.unwrap(), None);
    }
    scene.server.script([empty()]);
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::Decode(decode) if *decode.kind() == DecodeKind::Empty), "{error}");
    scene.server.script([empty()]);
    assert_eq!(
        GetContact { id: "1".to_owned() }.send(&scene.account).normalized().decode_as::<Json>().await.unwrap(),
        Json::Null
    );
}

#[derive(Debug, serde::Deserialize, PartialEq)]
struct Deleted;

#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}", response = ())]
struct Delete {
    id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts/{id}/touch", response = Deleted)]
struct Touch {
    id: String,
}

async fn nothing_that_is_wanted() {
    let scene = Scene::new().await;
    let json = |body: &str| Reply::status(200).header("content-type", "application/json").body(body.to_owned());
    let delete = || Delete { id: "1".to_owned() };
    for reply in [
        Reply::status(204),
        Reply::status(200),
        Reply::status(202).header("content-type", "text/plain"),
        json(""),
        json("null"),
        json("{}"),
        json(r#"{"id":"1","deleted":true}"#),
        json("\u{feff}[1, {\"a\": null}]"),
        json("\"gone\""),
        Reply::status(200).body("true"),
    ] {
        scene.server.otherwise(reply);
        delete().send(&scene.account).await.unwrap();
        delete().send(&scene.account).normalized().await.unwrap();
        let answer = delete().send(&scene.account).with_meta().await.unwrap();
        assert_eq!((answer.body, answer.meta.attempts()), ((), 1));
        Touch { id: "1".to_owned() }.send(&scene.account).await.unwrap();
        assert!(delete().send(&scene.account).normalized().decode_as::<Option<Deleted>>().await.is_ok());
    }
    assert_eq!(scene.server.received().len(), 50);
    for (status, body) in
        [(422, r#"{"statusCode":422,"error":"x","message":"no"}"#), (404, r#"{"statusCode":404,"result":[]}"#)]
    {
        scene.server.otherwise(json(body));
        assert_eq!(scene.failed(delete().send(&scene.account).await).status(), Some(status));
    }
    for reply in [
        Reply::status(200).header("content-type", "text/html").body("<h1>Sign in</h1>"),
        Reply::status(200).body("<h1>Sign in</h1>"),
        json("<h1>Sign in</h1>"),
        json(r#"{"id":"1""#),
        json("{} {}"),
    ] {
        scene.server.otherwise(reply);
        let error = scene.failed(delete().send(&scene.account).await);
        let Error::Decode(decode) = &error else { panic!("{error}") };
        assert!(matches!(decode.kind(), DecodeKind::ContentType { .. } | DecodeKind::Syntax { .. }), "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    // A type with required fields still needs them.
    scene.server.otherwise(json(r#"{"deleted":true}"#));
    let error = scene.failed(DeleteContact::builder().id("1").send(&scene.account).await);
    assert!(matches!(&error, Error::Decode(decode) if matches!(decode.kind(), DecodeKind::Shape { .. })), "{error}");
}

/// Characters that control a terminal or are invisible.
const HOSTILE: &str =
    "\u{1b}[2J\u{7}\0\r\n\t\u{9b}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}\u{200b}\u{feff}\u{e0041}\u{7f}";

async fn text_that_a_terminal_obeys() {
    let scene = Scene::new().await;
    // A header cannot hold ASCII control characters.
    let in_header: String = HOSTILE.chars().filter(|letter| !letter.is_ascii_control()).collect();
    let error = |status: u16, body: Json| {
        Reply::json(status, &body).header("x-request-id", format!("r{in_header}1")).header("retry-after", &in_header)
    };
    let message = format!("no{HOSTILE}way");
    let failure = json!({ "path": message, "message": message });
    let bodies = [
        json!({ "statusCode": 422, "error": message, "message": message, "details": { "failures": [failure, message] } }),
        json!({ "statusCode": 422, "error": "x", "message": [message, { "a": message }], "truto_is_remote_error": true }),
        json!({ "statusCode": 422, "message": "", "raw_response": { message.clone(): message } }),
        json!({ message.clone(): message, "truto_error_insight": { message.clone(): { "value": message } } }),
        json!(message),
    ];
    let mut errors = Vec::new();
    for body in bodies {
        for status in [200, 422] {
            scene.server.otherwise(error(status, body.clone()));
            errors.push(scene.failed(Kind::Write.call(&scene.account, "x").await));
        }
    }
    let plain = |content_type: &str, body: &str| {
        Reply::status(200).header("content-type", content_type).header("content-encoding", "").body(body.to_owned())
    };
    for reply in [
        plain(&format!("text/html; x={in_header}"), HOSTILE),
        plain("application/json", HOSTILE),
        plain("application/json", &json!({ "id": { message.clone(): 1 } }).to_string()),
        plain("application/json", &json!({ "id": "1", "name": { message.clone(): message } }).to_string()),
        Reply::status(200).header("content-encoding", format!("br{in_header}")).body("x"),
        Reply::status(500).header("content-encoding", format!("br{in_header}")).body(message.clone()),
        Reply::status(500).header("content-type", "text/plain").body(message.clone()),
        Reply::status(302).header("location", format!("https://{in_header}.example/{in_header}")).body(message.clone()),
    ] {
        scene.server.otherwise(reply);
        errors.push(scene.failed(Kind::Read.call(&scene.account, "").await));
    }
    let list = json!([{ "id": message.clone() }, { "id": { message.clone(): 1 } }]).to_string();
    for body in [HOSTILE.to_owned(), list] {
        scene.server.otherwise(plain("application/json", &body));
        let mut records =
            GetContact::builder().id("1").send(&scene.account).stream().await.unwrap().records::<Reference>();
        let error = loop {
            if let Err(error) = records.try_next().await {
                break error;
            }
        };
        errors.push(error);
    }
    assert!(!scene.server.received().is_empty());
    for error in errors {
        for shown in [error.to_string(), format!("{error:?}")] {
            let raw =
                shown.chars().find(|letter| letter.is_control() || HOSTILE.contains(*letter) && !letter.is_ascii());
            assert_eq!(raw, None, "{shown}");
        }
        // Data that the error returns is unchanged.
        if let Error::Api(api) = &error {
            assert!(
                api.message().chars().any(|letter| HOSTILE.contains(letter)) || api.body().starts_with(b"no"),
                "{error}"
            );
        }
    }
}

async fn a_folded_header() {
    let scene = Scene::new().await;
    let body = contact().to_string();
    let head = format!("content-length: {}\r\nx-request-id: a\r\n b\r\n\t c\r\n", body.len());
    let folded = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json;\r\n charset=utf-8\r\n{head}\r\n{body}");
    scene.server.script([Reply::garbage(folded)]);
    let answer = GetContact { id: "1".to_owned() }.send(&scene.account).with_meta().await.unwrap();
    assert_eq!((answer.body.name.as_deref(), answer.meta.attempts()), (Some("Ada"), 1));
    let words = |name| answer.meta.header(name).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words("x-request-id"), "a b c");
    assert_eq!(words("content-type"), "application/json; charset=utf-8");
    let query = format!("integrated_account_id={}", scene.account.id());
    let location = format!("location:\r\n /unified/crm/contacts/rec_000001?{query}");
    scene.server.script([Reply::garbage(format!("HTTP/1.1 302 Found\r\n{location}\r\ncontent-length: 0\r\n\r\n"))]);
    assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().name.as_deref(), Some("Ada"));
}

async fn broken_records() {
    let scene = Scene::new().await;
    let json = |body: &str| Reply::status(200).header("content-type", "application/json").body(body.to_owned());
    for body in [
        r#"[{"id":"1"},{"id":"2"}"#,
        r#"[{"id":"1"},{"id":"2}]"#,
        r#"[{"id":"1"},{"id":["2"}]"#,
        r#"[{"id":"1"},"#,
        r#"{"result":[{"id":"1"}]"#,
        r#"{"result":[{"id":"1"}],"next_cursor":"p2}"#,
        r#"{"result":[{"id":"1"}],"next_cursor":["p2"}"#,
        r#"{"result":[{"id":"1"}}"#,
        r#"{"result":{"a":{"id":"1"}]"#,
        r#"{"result":{"a":{"id":"1"}"#,
        r#"{"result":[{"id":"1"}],"next_cursor":{"p":"2"}}"#,
        "{\"id\":\"1\"}\n{\"id\":",
        "{\"id\":\"1\"}\ntru",
    ] {
        for reply in [json(body), json(body).chunked()] {
            scene.server.script([reply]);
            let mut records =
                GetContact::builder().id("1").send(&scene.account).stream().await.unwrap().records::<Json>();
            let mut errors = Vec::new();
            loop {
                // The stream may continue after a record that cannot be read.
                match records.try_next().await {
                    Ok(None) => break,
                    Ok(Some(record)) => assert!(record["id"].is_string(), "{record} of {body}"),
                    Err(error) => errors.push(scene.failed::<()>(Err(error))),
                }
            }
            assert!(!errors.is_empty(), "{body}");
            for error in errors {
                assert!(matches!(error, Error::Decode(_)), "{error}: {body}");
                assert_eq!(error.records(), None, "the error offers no resume: {body}");
            }
        }
    }
    // Two lists in one envelope are valid JSON of the wrong shape, so the call is not retried.
    let twice = json(r#"{"result":[{"id":"1"}],"results":[{"id":"2"}]}"#);
    let error = scene.failed(records(&scene, twice).await.1);
    assert!(matches!(&error, Error::Decode(decode) if matches!(decode.kind(), DecodeKind::Shape { .. })), "{error}");
    assert!(!error.is_retryable());
    // A response with a length of zero and a response without lines are empty. A JSON document without a length is cut off.
    let lines = Reply::status(200).header("content-type", "application/x-ndjson").close_delimited();
    for empty in [lines, Reply::status(204), json(""), json("").chunked()] {
        let (came, end) = records(&scene, empty).await;
        end.unwrap();
        assert!(came.is_empty());
    }
    let error = scene.failed(records(&scene, json("").close_delimited()).await.1);
    assert!(matches!(&error, Error::Network(network) if network.kind() == NetworkKind::BodyInterrupted), "{error}");
    // Without a length, a missing end is a cut connection. JSON that cannot be continued is broken in any case.
    let (came, end) = records(&scene, json(r#"[{"id":"1"},{"id":"2"}"#).close_delimited()).await;
    assert_eq!(came.len(), 2);
    let error = scene.failed(end);
    assert!(matches!(&error, Error::Network(network) if network.kind() == NetworkKind::BodyInterrupted), "{error}");
    for body in [r#"[{"id":"1},{"id":"2"}]"#, r#"{"result":[{"id":"1"}],"next_cursor":"p2,"x":[1]}"#] {
        let error = scene.failed(records(&scene, json(body).close_delimited()).await.1);
        assert!(matches!(error, Error::Decode(_)), "{error}: {body}");
    }
    // A list in place of an object, and an object in place of a list.
    scene.server.otherwise(json("[{\"id\":\"1\"}]"));
    assert!(matches!(scene.failed(Kind::Read.call(&scene.account, "").await), Error::Decode(_)));
    scene.server.otherwise(json("{\"id\":\"1\"}"));
    let listed = ListContacts::builder().items(&scene.account).try_next().await;
    assert!(matches!(scene.failed(listed), Error::Decode(_)));
}

async fn a_storm_of_1xx() {
    let scene = Scene::new().await;
    scene.server.script([Reply::real().informational(103, 500), Reply::real().informational(100, 3)]);
    Kind::Read.call(&scene.account, "").await.unwrap();
    Kind::Write.call(&scene.account, "hints").await.unwrap();
    scene.server.otherwise(Reply::real().informational(102, u32::MAX));
    let hurried = scene.account.with(quick().first_byte_timeout(100 * MILLISECOND).max_attempts(2));
    let error = scene.failed(Kind::Read.call(&hurried, "").await);
    assert!(matches!(&error, Error::Timeout(timeout) if timeout.clock() == Clock::FirstByte), "{error}");
}

async fn a_head_without_end() {
    let scene = Scene::new().await;
    let mut large = fine();
    for number in 0..80 {
        large = large.header(format!("x-{number}"), "y".repeat(60_000));
    }
    scene.server.otherwise(large);
    let once = scene.account.with(quick().max_attempts(1));
    let error = scene.failed(Kind::Read.call(&once, "").await);
    assert!(matches!(&error, Error::Network(network) if network.kind() == NetworkKind::Exchange), "{error}");
    let mut many = fine();
    for number in 0..5000 {
        many = many.header(format!("x-{number}"), "y");
    }
    scene.server.otherwise(many);
    let error = scene.failed(Kind::Read.call(&once, "").await);
    assert!(matches!(&error, Error::Network(network) if network.kind() == NetworkKind::Exchange), "{error}");
}

async fn json_by_other_names() {
    let scene = Scene::new().await;
    let body = contact().to_string();
    for content_type in ["application/json; charset=utf-8", "Application/JSON", "text/json", "application/problem+json"]
    {
        scene.server.script([Reply::status(200).header("content-type", content_type).body(body.clone())]);
        Kind::Read.call(&scene.account, "").await.unwrap();
    }
    scene.server.script([Reply::status(200).body(body)]);
    Kind::Read.call(&scene.account, "").await.unwrap();
}

async fn unusual_json() {
    let scene = Scene::new().await;
    let read = async |body: &str| {
        let reply = Reply::status(200).header("content-type", "application/json");
        scene.server.script([reply.body(body.to_owned())]);
        GetContact { id: "1".to_owned() }.send(&scene.account).normalized().decode_as::<Json>().await
    };
    assert_eq!(read("\u{feff}{\"id\": \"1\"}").await.unwrap()["id"], "1");
    assert_eq!(read("{\"id\": 9007199254740993}").await.unwrap()["id"], 9_007_199_254_740_993_u64);
    assert_eq!(read("{\"id\": \"1\", \"id\": \"2\"}").await.unwrap()["id"], "2");
    scene.server.script([Reply::json(200, &json!({ "id": "1", "name": null, "new": { "field": [1] } }))]);
    assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().name, None);
}

async fn a_lone_surrogate() {
    let scene = Scene::new().await;
    scene.server.otherwise(
        Reply::status(200).header("content-type", "application/json").body(r#"{"id": "\ud800", "name": null}"#),
    );
    assert!(matches!(scene.failed(Kind::Read.call(&scene.account, "").await), Error::Decode(_)));
}

async fn another_shape() {
    let scene = Scene::new().await;
    for (body, path) in
        [(json!("x"), "."), (json!({ "id": { "x": 1 } }), "id"), (json!({ "id": "1", "name": 7 }), "name")]
    {
        scene.server.script([Reply::json(200, &body)]);
        let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
        let Error::Decode(decode) = &error else { panic!("{error}") };
        assert!(matches!(decode.kind(), DecodeKind::Shape { path: found, .. } if found == path), "{error}");
        assert_eq!((error.attempts(), error.outcome()), (1, Outcome::Unknown));
    }
}

async fn an_answer_too_many() {
    let scene = Scene::new().await;
    let one = contact().to_string();
    let other = one.replace("Ada", "Eve");
    scene.server.script([Reply::garbage([http1_response(&one), http1_response(&other)].concat())]);
    for _ in 0..3 {
        assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().name.as_deref(), Some("Ada"));
    }
}
