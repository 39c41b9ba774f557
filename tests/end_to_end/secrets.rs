//! Secrets: the token is in its header and nowhere else, and no output shows a `secret` field.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::{CallOptions, Client, Endpoint, File, Filter, Json, Patch, SortBy, Timestamp, json, unified_endpoint};

use crate::support::{ACCOUNT, TOKEN, answering, response, tested};

#[tokio::test]
async fn no_output_shows_the_token() {
    // Escaped unusually, inside a text that is itself JSON.
    let odd = r"\\u0074\\u0030p\\u002ds3cret-t%6fken &#x74;0p-s3cret-token";
    let echo = format!(
        r#"{{"statusCode": 400, "error": "{TOKEN}", "message": "bad token {TOKEN}, {odd}",
        "details": {{"failures": [{{"path": "{TOKEN}", "message": "{TOKEN}"}}]}},
        "raw_response": {{"authorization": "Bearer {TOKEN}"}}, "truto_error_insight": {{"remote_error": {{"description": "{TOKEN}"}}}}}}"#
    );
    let (account, _) = answering(move || {
        let mut answer = response(400, "application/json", echo.clone());
        answer.headers_mut().insert("x-echo", TOKEN.parse().unwrap());
        answer.headers_mut().insert("x-request-id", TOKEN.parse().unwrap());
        answer
    });
    let builder = CreateAssociation::builder()
        .entity_id("1")
        .entity(crm_entity::Leads)
        .remote_query("api_key", "provider-secret")
        .remote_data(json!({"password": "provider-secret"}));
    let call = builder.call();
    let mut shown = format!("{call:?} {account:?} {:?}", account.with(CallOptions::new()));
    let error = call.send(&account).await.unwrap_err();
    write!(shown, "{error} {error:?} {error:#?}").unwrap();
    let client = Client::builder().token(TOKEN);
    write!(shown, "{client:?}").unwrap();
    write!(shown, "{:?}", client.build().unwrap().account(ACCOUNT).unwrap()).unwrap();
    assert!(!shown.contains(TOKEN), "{shown}");
    assert!(!shown.contains("s3cret") && !shown.contains("ken &#"), "{shown}");
    assert!(!shown.contains("provider-secret"), "{shown}");
}

/// A request with a secret in every place of a JSON request.
#[unified_endpoint(POST, "/unified/crm/vaults/{key}")]
struct OpenVault {
    #[truto(secret)]
    key: String,
    #[truto(secret, query)]
    query: Option<String>,
    #[truto(secret, query, style = comma)]
    list: Option<Vec<String>>,
    #[truto(secret, header = "X-Secret")]
    header: Option<String>,
    #[truto(secret, within = "a.b")]
    deep: Patch<String>,
    #[truto(secret)]
    tree: Option<serde_json::Value>,
}

/// A request with secrets in its parts.
#[unified_endpoint(POST, "/unified/crm/vaults", body = multipart)]
struct FillVault {
    #[truto(secret)]
    part: Option<String>,
    #[truto(secret)]
    file: Option<File>,
    #[truto(secret)]
    files: Vec<File>,
}

/// A request whose body is a secret.
#[unified_endpoint(PUT, "/unified/crm/vaults", body = raw)]
struct KeepSecret {
    #[truto(secret)]
    body: File,
}

/// One secret per place, so that a failure says which secret was shown.
fn secret(place: char) -> String {
    format!("s3cret-{place}-\"é")
}

fn vault() -> OpenVault {
    let vault = OpenVault::builder().key(secret('a')).query(secret('b')).list([secret('c')]).header("s3cret-d");
    vault.deep(secret('e')).tree(json!({"x": [secret('f')]})).build()
}

fn parts() -> FillVault {
    let file = |content, name| File::text(secret(content)).file_name(secret(name));
    FillVault::builder().part(secret('g')).file(file('h', 'i')).files([file('j', 'k')]).build()
}

#[tokio::test]
async fn no_output_shows_a_secret_field_from_any_place() {
    let raw = KeepSecret { body: File::text(secret('l')).file_name(secret('m')) };
    let spelt = |place| {
        let secret = secret(place);
        format!("{secret} {} {}", json!(secret), utf8_percent_encode(&secret, NON_ALPHANUMERIC))
    };
    let echo: Vec<String> = ('a'..='m').map(spelt).collect();
    let echo = json!({"message": echo.join(" "), "raw_response": echo, "s3cret-d": ["s3cret-d"]}).to_string();
    let (account, log) = answering(move || response(400, "application/json", echo.clone()));
    let shown = format!("{:?} {:?} {raw:?}", vault(), parts());
    assert!(!shown.contains("s3cret"), "{shown}");
    // Each request redacts only its own secrets.
    for (error, own) in [
        (vault().send(&account).await.unwrap_err(), 'a'..='f'),
        (vault().send(&account).raw().await.unwrap_err(), 'a'..='f'),
        (parts().send(&account).await.unwrap_err(), 'g'..='k'),
        (raw.send(&account).await.unwrap_err(), 'l'..='m'),
    ] {
        let said = format!("{error} {error:?} {error:#?}");
        for place in own {
            assert!(!said.contains(&format!("s3cret-{place}")), "{place}: {said}");
        }
    }
    assert_eq!(log.all().len(), 4, "the secrets were sent completely");
    assert!(log.all()[0].headers["x-secret"].is_sensitive());
    assert!(log.all()[2].body.contains("s3cret-h") && log.all()[3].body.contains("s3cret-l"));
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Credential {
    pin: u32,
    codes: Vec<u8>,
    notes: BTreeMap<String, String>,
}

/// Secrets of every shape in the path, in a header and in the body.
#[unified_endpoint(POST, "/unified/crm/shapes/{number}")]
struct SendShapes {
    #[truto(secret)]
    number: u64,
    #[truto(secret, header = "X-Pin")]
    pin: Option<i32>,
    #[truto(secret)]
    map: BTreeMap<String, u8>,
    #[truto(secret)]
    list: Vec<u8>,
    #[truto(secret, within = "deep.er")]
    credential: Option<Credential>,
    #[truto(secret)]
    pairs: Patch<Vec<(u8, u8)>>,
    #[truto(secret, default)]
    price: f64,
}

/// Secrets of every shape in the query.
#[unified_endpoint(GET, "/unified/crm/shapes")]
struct FindShapes {
    #[truto(secret)]
    map: BTreeMap<String, u8>,
    #[truto(secret)]
    list: Option<Vec<u8>>,
    #[truto(secret, style = repeat)]
    repeated: Option<Vec<u8>>,
    #[truto(secret, style = comma)]
    joined: Option<Vec<u8>>,
    #[truto(secret)]
    objects: Option<Vec<BTreeMap<String, u8>>>,
    #[truto(secret)]
    filter: Option<Filter<String>>,
    #[truto(secret)]
    sort_by: Option<SortBy>,
    #[truto(secret)]
    text: Option<String>,
}

/// Secrets of every shape in parts.
#[unified_endpoint(POST, "/unified/crm/shapes", body = multipart)]
struct UploadShapes {
    #[truto(secret)]
    list: Vec<u8>,
    #[truto(secret)]
    map: BTreeMap<String, u8>,
    #[truto(secret)]
    file: File,
}

/// A secret of bytes as the body.
#[unified_endpoint(PUT, "/unified/crm/shapes", body = raw)]
struct PutShape {
    #[truto(secret)]
    file: File,
}

/// Returns the spellings of a value: compact, with spaces, over many lines, and without its brackets.
fn spelt(value: &Json) -> String {
    let packed = value.to_string();
    let spaced = packed.replace(',', ", ").replace(':', ": ");
    let bare = &packed[1..packed.len() - 1];
    let lines = serde_json::to_string_pretty(value).unwrap();
    format!("{packed} {spaced} {lines} {bare} {}", bare.replace(',', ", "))
}

#[tokio::test]
async fn no_output_shows_secrets_of_any_shape() {
    let map = |key: &str| BTreeMap::from([(key.to_owned(), 7)]);
    let notes = [("DEEPKEY".to_owned(), "DEEPVALUE".to_owned())].into();
    let credential = Credential { pin: 44_445_555, codes: vec![4, 3, 2, 1], notes };
    let body = SendShapes::builder().number(8_800_600).map(map("BODYKEY")).list([3, 1, 4, 1, 5]).credential(credential);
    let body = body.pairs([(9, 8), (7, 6)]).price(12345.5).pin(-90_210).build();
    let query =
        FindShapes::builder().map(map("QUERYKEY")).list([2, 7, 1, 8]).repeated([1, 6, 1, 8]).joined([1, 4, 1, 4]);
    let query = query.objects([BTreeMap::from([("x".to_owned(), 1)]), BTreeMap::from([("y".to_owned(), 2)])]);
    let query = query.filter(Filter::one_of(["FIRSTONE", "SECONDONE"])).sort_by(SortBy::asc("SORTKEY"));
    let query = query.text("open sesame, please").build();
    let binary = || File::new(b"\xff\0ABCDE");
    let parts = UploadShapes::builder().list([5, 7, 7, 2]).map(map("PARTKEY")).file(binary()).build();
    let raw = PutShape::builder().file(binary()).build();

    for (request, said, gone) in [
        (
            0,
            format!(
                "8800600 BODYKEY 44445555 DEEPKEY DEEPVALUE 12345.5 90210 -90210 {} {} {}",
                spelt(&json!([3, 1, 4, 1, 5])),
                spelt(&json!([4, 3, 2, 1])),
                spelt(&json!([[9, 8], [7, 6]])),
            ),
            vec!["8800600", "KEY", "4444", "VALUE", "12345", "90210", "1,4,1", "3,2", "9,8", "7,6"],
        ),
        (
            1,
            format!(
                "QUERYKEY SORTKEY FIRSTONE SECONDONE FIRSTONE,SECONDONE FIRSTONE%2CSECONDONE \
                 open+sesame%2C+please open+sesame,+please open%20sesame%2C%20please \
                 list%5B%5D=2&list%5B%5D=7&list%5B%5D=1&list%5B%5D=8 list[]=2&list[]=7&list[]=1&list[]=8 \
                 repeated=1&repeated=6&repeated=1&repeated=8 joined=1,4,1,4 {} {} {} {}",
                spelt(&json!([2, 7, 1, 8])),
                spelt(&json!([1, 6, 1, 8])),
                spelt(&json!([1, 4, 1, 4])),
                spelt(&json!([{"x": 1}, {"y": 2}])),
            ),
            vec!["KEY", "ONE", "sesame", "=7", "=6", "7,1", "6,1", "4,1", "1},{", "x\":1"],
        ),
        (
            2,
            format!("PARTKEY /wBBQkNERQ== _wBBQkNERQ \u{fffd}\0ABCDE {}", spelt(&json!([5, 7, 7, 2]))),
            vec!["KEY", "BBQk", "BCD", "7,7"],
        ),
        (3, "/wBBQkNERQ== _wBBQkNERQ \u{fffd}\0ABCDE".to_owned(), vec!["BBQk", "BCD"]),
    ] {
        for echo in [
            json!({"statusCode": 400, "message": said, "raw_response": {"x": said}}),
            json!({"statusCode": 400, "message": "", "raw_response": [said, said]}),
            json!({"statusCode": 400, "details": {"failures": [said, {"path": said, "message": [said]}]}}),
            json!(said),
        ] {
            let (account, _) = answering(move || response(400, "application/json", echo.to_string()));
            let error = match request {
                0 => body.send(&account).await.unwrap_err(),
                1 => query.send(&account).await.unwrap_err(),
                2 => parts.send(&account).await.unwrap_err(),
                _ => raw.send(&account).await.unwrap_err(),
            };
            let requests = format!("{body:?} {query:?} {parts:?} {raw:?}");
            let shown = format!("{error} {error:?} {error:#?} {requests}").replace(['\\', ' ', '\n'], "");
            for piece in &gone {
                assert!(!shown.contains(piece), "{piece} of {said}\nin {shown}");
            }
        }
    }
}

/// A request with a secret that can be refused before it is sent.
#[unified_endpoint(POST, "/unified/crm/times")]
struct SendTime {
    #[truto(secret)]
    at: Option<Timestamp>,
    #[truto(secret, query)]
    only: Option<Filter<String>>,
    #[truto(secret, query)]
    tree: Option<Json>,
    #[truto(secret)]
    credential: Option<Credential>,
}

#[tokio::test]
async fn no_refusal_shows_an_invalid_secret() {
    let (account, log) = answering(|| response(200, "application/json", "{}"));
    let time = SendTime::builder().at("s3cret").build();
    let mut shown = format!("{:?}", serde_json::to_string(&time));
    for refused in [
        time.send(&account).await,
        SendTime::builder().only(Filter::one_of(["s3cret,1"])).send(&account).await,
        SendTime::builder().tree(json!({"s3cret[\u{7f}": 1})).send(&account).await,
    ] {
        let error = refused.unwrap_err();
        write!(shown, "{error} {error:?}").unwrap();
    }
    for text in [
        r#"{"credential": {"pin": 1, "codes": [], "notes": {}, "s3cret": 1}}"#,
        r#"{"credential": {"pin": 1, "codes": [], "notes": {"s3cret": "a", "s3cret": "b"}}}"#,
        r#"{"credential": {"pin": "s3cret"}}"#,
        r#"{"credential": "s3cret"}"#,
        r#"{"only": {"s3cret": 1}}"#,
    ] {
        let error = SendTime::from_json(text.as_bytes()).unwrap_err();
        let error = format!("{error} {error:?} {:?}", serde_json::from_str::<SendTime>(text));
        assert!(error.contains("credential") || error.contains("only") || error.contains("occurs twice"), "{error}");
        shown += &error;
    }
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(log.all().is_empty());
}

#[tokio::test]
async fn no_refusal_about_a_secret_shows_it() {
    let (account, log) = answering(|| response(200, "application/json", "{}"));
    let file = |content_type: &str| File::text("s3cret-f").content_type(content_type).file_name("s3cret-f");
    let mut shown = String::new();
    for refused in [
        OpenVault { key: "s3cret/1".to_owned(), ..vault() }.send(&account).await,
        OpenVault { list: Some(vec!["s3cret,3".to_owned()]), ..vault() }.send(&account).await,
        OpenVault { header: Some("s3cret\r\n4".to_owned()), ..vault() }.send(&account).await,
        FillVault { file: Some(file("s3cret")), ..parts() }.send(&account).await,
        KeepSecret { body: file("s3cret\r\nX: 1") }.send(&account).await,
    ] {
        let error = refused.unwrap_err();
        write!(shown, "{error} {error:?}").unwrap();
    }
    for document in [
        json!({"key": {"s3cret": 1}}),
        json!({"key": "k", "list": "s3cret"}),
        json!({"key": "k", "header": 4, "X-Secret": ["s3cret"]}),
        json!({"key": "k", "a": {"b": {"deep": ["s3cret"]}}}),
    ] {
        let error = OpenVault::from_value(document).unwrap_err();
        write!(shown, "{error} {error:?}").unwrap();
    }
    for document in [json!({"file": "s3cret"}), json!({"files": [{"base64": "s3cret!"}]}), json!({"part": ["s3cret"]})]
    {
        let error = FillVault::from_value(document).unwrap_err();
        write!(shown, "{error} {error:?}").unwrap();
    }
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(log.all().is_empty());
}

/// Runs in the child process of the next test. Without the variable it has nothing to test.
#[tokio::test]
async fn behind_a_proxy_of_the_environment() {
    let Ok(server) = std::env::var("END_TO_END_SERVER") else { return };
    let client = tested(Client::builder().token(TOKEN).base_url(server)).build().unwrap();
    let request = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    let error = request.send(&client.account(ACCOUNT).unwrap()).await.unwrap_err();
    assert_eq!(error.status(), Some(418), "{error}");
}

#[test]
fn plain_http_to_loopback_bypasses_proxies() {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    let answering = |status: &'static str| {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = [0; 4096];
                assert_ne!(stream.read(&mut request).unwrap(), 0);
                write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
            }
        });
        url
    };
    let (server, proxy) = (answering("418 I'm a teapot"), answering("502 Bad Gateway"));
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "secrets::behind_a_proxy_of_the_environment"]).env("END_TO_END_SERVER", server);
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        child.env(variable, &proxy);
    }
    child.env_remove("NO_PROXY").env_remove("no_proxy").env_remove("REQUEST_METHOD");
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
async fn a_refused_connection_shows_no_secret() {
    // Nothing listens on a port that was just released.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = tested(Client::builder().token(TOKEN).base_url(format!("http://127.0.0.1:{port}"))).build().unwrap();
    let account = client.account(ACCOUNT).unwrap();
    let request = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).remote_query("k", "hidden");
    let error = request.send(&account).await.unwrap_err();
    assert_eq!(error.outcome(), truto_core::error::Outcome::NotSent);
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains(TOKEN) && !shown.contains("hidden") && !shown.contains("remote_query"), "{shown}");
    assert!(error.to_string().contains("could not connect"), "{error}");
}
