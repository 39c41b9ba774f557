//! Bodies that are cut off, compressed, or too large.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use truto_core::error::{DecodeKind, Error, NetworkKind, Outcome, Size};
use truto_core::settings::RetryBudget;
use truto_core::{CallOptions, Endpoint, Json};
use truto_sandbox::testkit::Reply;

use crate::support::{Contact, GetContact, Kind, ListContacts, MILLISECOND, Scene, contact, fine, quick};

crate::faults! {
    "bodies";
    "the body is cut at any byte, with FIN" => "a read is retried; a keyed write is retried and happens once":
        a_body_cut_at_any_byte on socket;
    "the body is reset at any byte" => "the same": a_body_reset_at_any_byte on socket;
    "the body is cut at each attempt" => "`BodyInterrupted` with the number of bytes read": a_body_that_is_always_cut on socket;
    "a body without a length, cut off" => "the incomplete JSON shows it; retried once": a_truncated_body_without_a_length on socket;
    "a chunked body breaks off" => "`BodyInterrupted`; retried": chunks_that_break_off on socket;
    "a page of a list breaks off" => "the page is read again, and no item comes twice": a_page_that_breaks_off on socket;
    "a stream of records breaks off, and so does the next stream" =>
        "the error says how many records were read, and a new stream continues after them": records_that_break_off on socket;
    "a stream of records without a length, cut off" => "`BodyInterrupted`, and a new stream continues":
        records_without_a_length on socket;
    "the new stream ends before the place where the first stream broke off" => "`Decode(Short)`, never a normal end":
        records_that_became_fewer on socket;
    "JSON that is cut off, with the right length" => "`Decode` with path or position, after one more attempt; a bounded excerpt":
        json_that_is_cut_off on socket;
    "200 with an HTML page" => "`Decode(ContentType)`, after one more attempt": a_page_of_html on socket;
    "gzip" => "decompressed, and `content-encoding` is removed": a_packed_body on socket;
    "a compressed stream, although the request asked for plain bytes" =>
        "gzip is decompressed as it arrives, at any size; another coding is `Decode(Compression)`, which names it":
        a_packed_stream on socket;
    "an error response in a coding that was not requested" => "the error names the coding in place of an excerpt": a_packed_refusal on socket;
    "a gzip bomb" => "`TooLarge`, before much memory is used": a_bomb on socket;
    "gzip within gzip, and codings that were not requested" => "`Decode(Compression)`": codings_nobody_asked_for on socket;
    "broken or truncated gzip" => "`Decode(Compression)` or `BodyInterrupted`; retried once": broken_gzip on socket;
    "a body over the cap" => "`TooLarge` before the body is read": a_body_over_the_cap on socket;
    "an endless string in a stream" => "`TooLarge` at the cap": an_endless_string on socket;
    "JSON with a hundred thousand levels" => "`Decode`, without a stack overflow": a_deep_document on socket;
    "a page of a million items" => "`TooLarge` before they use much memory": a_page_of_a_million_items on socket;
    "an error response with half a million failures" => "a hundred failures are kept, the rest are counted":
        a_refusal_of_a_megabyte on socket;
}

async fn cut(fault: impl Fn(u64) -> Reply) {
    let scene = Scene::new().await;
    // The default retry budget does not allow so many failures in a row.
    let account = scene.account.with(quick().retry_budget(RetryBudget::percent(100).reserve(10)));
    let length = 60;
    for at in 0..length {
        scene.server.script([fault(at)]);
        Kind::Read.call(&account, "").await.unwrap();
        scene.server.script([fault(at)]);
        let name = format!("cut {at}");
        Kind::Write.call(&account, &name).await.unwrap();
        assert_eq!(scene.written(&name), 1);
    }
}

async fn a_body_cut_at_any_byte() {
    cut(|at| Reply::real().cut_at(at)).await;
}

async fn a_body_reset_at_any_byte() {
    cut(|at| Reply::real().reset_at(at)).await;
}

async fn a_body_that_is_always_cut() {
    let scene = Scene::new().await;
    scene.server.otherwise(fine().cut_at(7));
    for kind in [Kind::Read, Kind::Write] {
        let error = scene.failed(kind.call(&scene.account, "x").await);
        let Error::Network(network) = &error else { panic!("{error}") };
        assert_eq!((network.kind(), network.received(), error.attempts()), (NetworkKind::BodyInterrupted, 7, 4));
        let outcome = if kind == Kind::Read { Outcome::NotSent } else { Outcome::Unknown };
        assert_eq!(error.outcome(), outcome);
    }
}

async fn a_truncated_body_without_a_length() {
    let scene = Scene::new().await;
    scene.server.script([fine().close_delimited().cut_at(9)]);
    assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().id, "rec_000001");
    scene.server.otherwise(fine().close_delimited().cut_at(9));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    let Error::Decode(decode) = &error else { panic!("{error}") };
    assert!(matches!(decode.kind(), DecodeKind::Syntax { .. }));
    assert_eq!(error.attempts(), 2, "one retry");
}

async fn chunks_that_break_off() {
    let scene = Scene::new().await;
    scene.server.script([fine().chunked().cut_at(9), fine().chunked().reset_at(20)]);
    Kind::Read.call(&scene.account, "").await.unwrap();
    scene.server.otherwise(fine().chunked().cut_at(9));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::Network(network) if network.kind() == NetworkKind::BodyInterrupted), "{error}");
}

async fn a_page_that_breaks_off() {
    let scene = Scene::new().await;
    for number in 0..59 {
        scene.sandbox.keep(scene.account.id(), "crm/contacts", json!({ "name": number.to_string() }));
    }
    scene.server.script([
        Reply::real().cut_at(500),
        Reply::real(),
        Reply::real().reset_at(40),
        Reply::real().cut_at(1),
    ]);
    let mut items = ListContacts::builder().limit(20).items(&scene.account);
    let mut ids = std::collections::BTreeSet::new();
    let mut count = 0;
    while let Some(contact) = items.try_next().await.unwrap() {
        ids.insert(contact.id);
        count += 1;
    }
    assert_eq!((count, ids.len()), (60, 60));
}

async fn records_that_break_off() {
    let scene = Scene::new().await;
    let records: Vec<Json> = (0..100).map(|number| json!({ "id": number.to_string(), "name": null })).collect();
    let ndjson: String = records.iter().flat_map(|record| [record.to_string(), "\n".to_owned()]).collect();
    let list = Json::from(records.clone()).to_string();
    let envelope = json!({ "result": records, "next_cursor": "more" }).to_string();
    for body in [ndjson, list, envelope] {
        let answer = || Reply::status(200).header("content-type", "application/json").body(body.clone());
        for at in [1, 50, 1000, body.len() as u64 - 3] {
            // The second stream breaks before it reaches a new record.
            scene.server.script([answer().cut_at(at), answer().cut_at(at / 2)]);
            scene.server.otherwise(answer());
            let mut seen: Vec<String> = Vec::new();
            let request = || GetContact::builder().id("1").send(&scene.account).stream();
            let mut stream = request().await.unwrap().records::<Contact>();
            let mut broken = 0;
            loop {
                match stream.try_next().await {
                    Ok(Some(record)) => seen.push(record.id),
                    Ok(None) => break,
                    Err(error) => {
                        broken += 1;
                        let came = error.records().unwrap();
                        assert_eq!(came, seen.len() as u64, "{error}");
                        stream = request().await.unwrap().records().after(came);
                    }
                }
            }
            assert_eq!(broken, 2, "cut at {at}");
            let expected: Vec<String> = (0..100).map(|number: u32| number.to_string()).collect();
            assert_eq!(seen, expected, "cut at {at}");
            assert_eq!(stream.next_cursor().is_some(), body.contains("next_cursor"));
        }
    }
}

async fn records_without_a_length() {
    let scene = Scene::new().await;
    for body in [r#"[{"id":"1"},{"id":"2"}]"#, r#"{"result":[{"id":"1"},{"id":"2"}]}"#] {
        let answer = Reply::status(200).header("content-type", "application/json").body(body);
        scene.server.script([answer.close_delimited().cut_at(body.len() as u64 - 4)]);
        let mut records = GetContact::builder().id("1").send(&scene.account).stream().await.unwrap().records::<Json>();
        assert_eq!(records.try_next().await.unwrap(), Some(json!({ "id": "1" })));
        let error = scene.failed(records.try_next().await);
        let Error::Network(network) = &error else { panic!("{error}") };
        assert_eq!((network.kind(), network.received()), (NetworkKind::BodyInterrupted, body.len() as u64 - 4));
        assert_eq!(error.records(), Some(1), "{error}");
        assert!(records.try_next().await.unwrap().is_none());
    }
}

async fn records_that_became_fewer() {
    let scene = Scene::new().await;
    let record = contact().to_string();
    for body in
        [format!("{record}\n{record}\n"), format!("[{record},{record}]"), format!("{{\"result\":[{record},{record}]}}")]
    {
        scene.server.otherwise(Reply::status(200).header("content-type", "application/json").body(body));
        let stream =
            async || GetContact::builder().id("1").send(&scene.account).stream().await.unwrap().records::<Contact>();
        let mut records = stream().await.after(5);
        let error = scene.failed(records.try_next().await);
        let Error::Decode(decode) = &error else { panic!("{error}") };
        assert_eq!(*decode.kind(), DecodeKind::Short { found: 2, expected: 5 });
        assert_eq!(error.records(), None, "a retry would be as short");
        assert!(records.try_next().await.unwrap().is_none());
        // The first stream had already read all records.
        assert!(stream().await.after(2).try_next().await.unwrap().is_none());
    }
}

async fn json_that_is_cut_off() {
    let scene = Scene::new().await;
    let whole = Reply::status(200).header("content-type", "application/json");
    let secret = format!("{{\"id\": \"{}\", \"token\": \"{}\", \"x\": \"", "y".repeat(4000), scene.sandbox.token());
    scene.server.otherwise(whole.clone().body(secret));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    let Error::Decode(decode) = &error else { panic!("{error}") };
    assert!(matches!(decode.kind(), DecodeKind::Syntax { reason } if reason.contains("line 1 column")));
    assert!(decode.excerpt().len() <= 1024);
    assert_eq!(error.attempts(), 2);
    scene.server.script([whole.body("{\"id\": ")]);
    scene.server.otherwise(Reply::real());
    let written = Kind::Write.call(&scene.account, "cut").await.unwrap();
    assert_eq!((written.name.as_deref(), scene.written("cut")), (Some("cut"), 1));
}

async fn a_page_of_html() {
    let scene = Scene::new().await;
    let html = || Reply::status(200).header("content-type", "text/html").body("<h1>Sign in</h1>");
    scene.server.script([html()]);
    Kind::Write.call(&scene.account, "portal").await.unwrap();
    assert_eq!(scene.written("portal"), 1);
    scene.server.script([html(), html()]);
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::Decode(decode) if matches!(decode.kind(), DecodeKind::ContentType { .. })));
    assert_eq!(error.attempts(), 2);
    scene.server.script([html()]);
    let error = scene.failed(Kind::Bare.call(&scene.account, "x").await);
    assert_eq!((error.attempts(), error.outcome()), (1, Outcome::Unknown));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn packed(coding: &str, bytes: impl Into<bytes::Bytes>) -> Reply {
    let head = Reply::status(200).header("content-type", "application/json");
    head.header("content-encoding", coding).body(bytes)
}

async fn a_packed_body() {
    let scene = Scene::new().await;
    let body = gzip(contact().to_string().as_bytes());
    for reply in [
        packed("gzip", body.clone()),
        packed("x-gzip", body.clone()).chunked(),
        packed("GZIP", body).drip(3, MILLISECOND),
    ] {
        scene.server.script([reply]);
        assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().name.as_deref(), Some("Ada"));
    }
    assert!(scene.server.received().iter().all(|request| request.header("accept-encoding") == Some("gzip")));
    let unpacked = contact().to_string();
    scene.server.script([packed("gzip", gzip(unpacked.as_bytes())), fine()]);
    let raw = || GetContact { id: "1".to_owned() }.send(&scene.account).raw();
    for (answer, length) in [(raw().await.unwrap(), None), (raw().await.unwrap(), Some(unpacked.len()))] {
        assert_eq!(answer.bytes(), unpacked.as_bytes());
        let header = |name| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(
            (header("content-encoding"), header("content-length")),
            (None, length.map(|length| length.to_string()))
        );
        assert_eq!(header("content-type").as_deref(), Some("application/json"));
    }
    let refused = gzip(br#"{"statusCode": 404, "error": "Not Found", "message": "packed"}"#);
    scene.server.script([Reply::status(404).header("content-encoding", "gzip").body(refused)]);
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(error.to_string().contains("packed"), "{error}");
    let Error::Api(api) = &error else { panic!("{error}") };
    assert_eq!(api.meta().header("content-encoding"), None, "the body is decompressed");
}

async fn a_packed_stream() {
    let scene = Scene::new().await;
    let stream = || GetContact::builder().id("1").send(&scene.account).stream();
    let list = Json::from((0..5000).map(|number| json!({ "id": number.to_string() })).collect::<Vec<_>>()).to_string();
    let body = gzip(list.as_bytes());
    for (reply, received) in [
        (packed("gzip", body.clone()), body.len()),
        (packed("X-GZIP", body.clone()).chunked(), body.len()),
        (packed("GZip, identity", body.clone()).drip(700, MILLISECOND), body.len()),
        (packed("identity", list.clone()), list.len()),
        (packed("", list.clone()), list.len()),
    ] {
        scene.server.script([reply.clone(), reply]);
        let mut bytes = stream().await.unwrap();
        assert_eq!(bytes.meta().header("content-encoding").unwrap_or_default().replace("identity", ""), "");
        let mut all = Vec::new();
        while let Some(piece) = bytes.try_next().await.unwrap() {
            all.extend_from_slice(&piece);
        }
        assert_eq!((all, bytes.received()), (list.clone().into_bytes(), received as u64));
        let mut records = stream().await.unwrap().records::<Json>();
        while records.try_next().await.unwrap().is_some() {}
        assert_eq!(records.count(), 5000);
    }
    assert!(scene.server.received().iter().all(|request| request.header("accept-encoding") == Some("identity")));
    for coding in ["br", "deflate", "zstd", "gzip, gzip", "compress"] {
        scene.server.otherwise(packed(coding, body.clone()));
        let error = scene.failed(stream().await);
        let Error::Decode(decode) = &error else { panic!("{error}") };
        assert!(matches!(decode.kind(), DecodeKind::Compression { reason } if reason.contains(coding)), "{error}");
        assert!(error.to_string().contains(&format!("`{coding}`")), "{error}");
    }
    // A body that ends early is a broken connection. A body that is not gzip is bad data.
    for (reply, is_network) in [
        (packed("gzip", body.clone()).cut_at(9000), true),
        (packed("gzip", body[..9000].to_vec()).close_delimited(), true),
        (packed("gzip", body[..9000].to_vec()), false),
        (packed("gzip", list.clone()), false),
    ] {
        scene.server.otherwise(reply);
        let mut records = stream().await.unwrap().records::<Json>();
        let error = loop {
            match records.try_next().await {
                Ok(record) => assert!(record.is_some(), "taken for the end"),
                Err(error) => break scene.failed::<()>(Err(error)),
            }
        };
        assert_eq!(matches!(error, Error::Network(_)), is_network, "{error}");
        assert_eq!(matches!(error, Error::Decode(_)), !is_network, "{error}");
    }
    scene.server.otherwise(packed("gzip", gzip(&vec![b' '; 256 << 20])));
    let mut bytes = stream().await.unwrap();
    let error = loop {
        match bytes.try_next().await {
            Ok(piece) => assert!(piece.is_some(), "the bomb went off"),
            Err(error) => break error,
        }
    };
    assert!(matches!(&error, Error::TooLarge(large) if large.size() == Size::Ratio), "{error}");
    // The cap applies to bodies that are read as a whole, and not to streams.
    let capped = scene.account.with(quick().max_body_bytes(1000));
    scene.server.otherwise(packed("gzip", body.clone()));
    let mut records = GetContact::builder().id("1").send(&capped).stream().await.unwrap().records::<Json>();
    while records.try_next().await.unwrap().is_some() {}
    assert_eq!(records.count(), 5000);
}

async fn a_packed_refusal() {
    let scene = Scene::new().await;
    for coding in ["br", "deflate", "gzip, gzip"] {
        scene.server.otherwise(Reply::status(404).header("content-encoding", coding).body("\u{1b}\0packed"));
        let error = scene.failed(Kind::Read.call(&scene.account, "").await);
        let Error::Api(api) = &error else { panic!("{error}") };
        let says = format!("the body is compressed with `{coding}`, which the request did not accept");
        assert_eq!((api.status(), api.message()), (404, says.as_str()));
        assert_eq!(api.body(), "\u{1b}\0packed");
        assert!(error.to_string().contains(&format!("404 Not Found: {says}")), "{error}");
    }
    scene.server.otherwise(Reply::status(404).header("content-encoding", "br"));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(!error.to_string().contains("compressed"), "there is nothing to decompress: {error}");
}

async fn a_bomb() {
    let scene = Scene::new().await;
    let bomb = gzip(&vec![b' '; 256 << 20]);
    scene.server.otherwise(packed("gzip", bomb));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::TooLarge(large) if large.size() == Size::Ratio), "{error}");
    assert_eq!(error.attempts(), 1);
    let noise: Vec<u8> =
        (0..4_000_000_u32).flat_map(|number| (number.wrapping_mul(2_654_435_761)).to_le_bytes()).collect();
    scene.server.otherwise(packed("gzip", gzip(&noise)));
    let capped = scene.account.with(quick().max_body_bytes(8 << 20));
    let error = scene.failed(Kind::Read.call(&capped, "").await);
    assert!(matches!(&error, Error::TooLarge(large) if large.size() == Size::Body), "{error}");
}

async fn codings_nobody_asked_for() {
    let scene = Scene::new().await;
    let body = gzip(contact().to_string().as_bytes());
    for (coding, body) in [("gzip, gzip", gzip(&body)), ("br", body.clone()), ("deflate", body.clone()), ("zstd", body)]
    {
        scene.server.otherwise(packed(coding, body));
        let error = scene.failed(Kind::Read.call(&scene.account, "").await);
        let Error::Decode(decode) = &error else { panic!("{error}") };
        assert!(matches!(decode.kind(), DecodeKind::Compression { .. }), "{error}");
    }
}

async fn broken_gzip() {
    let scene = Scene::new().await;
    let body = gzip(contact().to_string().as_bytes());
    let mut flipped = body.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xff;
    let truncated = body[..body.len() - 4].to_vec();
    for broken in [flipped, truncated, b"not gzip at all".to_vec()] {
        scene.server.script([packed("gzip", broken.clone())]);
        Kind::Read.call(&scene.account, "").await.unwrap();
        scene.server.script([packed("gzip", broken.clone()), packed("gzip", broken)]);
        let error = scene.failed(Kind::Read.call(&scene.account, "").await);
        let Error::Decode(decode) = &error else { panic!("{error}") };
        assert!(matches!(decode.kind(), DecodeKind::Compression { .. }), "{error}");
    }
    scene.server.script([packed("gzip", body).cut_at(9)]);
    Kind::Read.call(&scene.account, "").await.unwrap();
}

async fn a_body_over_the_cap() {
    let scene = Scene::new().await;
    let small = scene.account.with(quick().max_body_bytes(1000));
    let large = Reply::json(200, &json!({ "id": "1", "name": "x".repeat(2000) }));
    for reply in [large.clone(), large.clone().chunked(), large.clone().close_delimited()] {
        scene.server.script([reply]);
        let error = scene.failed(Kind::Read.call(&small, "").await);
        assert!(matches!(&error, Error::TooLarge(large) if large.limit() == 1000), "{error}");
        assert_eq!(error.attempts(), 1);
    }
    // If the announced length exceeds the cap, nothing is read, even if the length is wrong.
    scene.server.script([large.content_length(10 << 30)]);
    assert!(matches!(scene.failed(Kind::Read.call(&small, "").await), Error::TooLarge(_)));
}

async fn an_endless_string() {
    let scene = Scene::new().await;
    let mut body = b"[\"".to_vec();
    body.resize(64 << 20, b'x');
    scene.server.otherwise(Reply::status(200).header("content-type", "application/json").body(body));
    let capped = scene.account.with(CallOptions::new().max_body_bytes(1 << 20));
    let mut records = GetContact::builder().id("1").send(&capped).stream().await.unwrap().records::<Json>();
    let error = scene.failed(records.try_next().await);
    assert!(matches!(&error, Error::TooLarge(large) if large.size() == Size::Record), "{error}");
    assert!(records.try_next().await.unwrap().is_none());
}

async fn a_deep_document() {
    let scene = Scene::new().await;
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let body = Reply::status(200).header("content-type", "application/json");
    scene.server.otherwise(body.body(format!("{{\"id\": \"1\", \"name\": null, \"x\": {deep}}}")));
    // Unknown fields are skipped, at any depth.
    assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().id, "1");
    let any = GetContact { id: "1".to_owned() }.send(&scene.account).normalized().decode_as::<Json>().await;
    assert!(matches!(scene.failed(any), Error::Decode(_)));
    let mut records = GetContact::builder().id("1").send(&scene.account).stream().await.unwrap().records::<Json>();
    assert!(matches!(scene.failed(records.try_next().await), Error::Decode(_)));
}

async fn a_page_of_a_million_items() {
    let scene = Scene::new().await;
    let many = format!("{{\"result\": [{}{{\"id\": \"1\"}}]}}", "{\"id\":\"1\"},".repeat(1_000_000));
    let body = Reply::status(200).header("content-type", "application/json").body(many);
    scene.server.otherwise(body);
    let error = scene.failed(ListContacts::builder().items(&scene.account).try_next().await);
    assert!(matches!(&error, Error::TooLarge(large) if large.size() == Size::Items), "{error}");
}

async fn a_refusal_of_a_megabyte() {
    let scene = Scene::new().await;
    let failures = "1,".repeat(500_000);
    let body = format!(r#"{{"statusCode":400,"error":"x","message":"y","details":{{"failures":[{failures}2]}}}}"#);
    scene.server.script([Reply::status(400).header("content-type", "application/json").body(body)]);
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(error.to_string().contains("; 1; 1; ") && error.to_string().contains("; and 499985 more"), "{error}");
    let Error::Api(api) = &error else { panic!("{error}") };
    assert_eq!((api.failures().len(), api.more_failures()), (100, 499_901));
}
