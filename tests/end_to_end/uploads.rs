//! Uploads: the bytes of raw and multipart bodies, and how a server reads them.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use truto_core::contract::{BodyForm, Contract, Kind};
use truto_core::crm::CrmEntity;
use truto_core::error::Error;
use truto_core::server::Registration;
use truto_core::{Call, Endpoint, File, Json, Patch, json, unified_endpoint};
use truto_sandbox::Sandbox;

use crate::support::{answering, answering_json, client, response};

const ID: &str = "integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";
const URL: &str = "https://api.example/prefix/unified/file-storage/drive-items";

/// Uploads a file as the body.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = raw)]
struct UploadRaw {
    content: File,
    #[truto(query)]
    folder: Option<String>,
    #[truto(header = "X-Checksum")]
    checksum: Option<String>,
}

/// Replaces a file, and declares a field for the parameter that passes the body on.
#[unified_endpoint(PUT, "/unified/file-storage/drive-items/{id}", body = raw)]
struct ReplaceRaw {
    id: String,
    content: File,
    #[truto(query, rename = "truto_body_passthrough")]
    passthrough: Option<bool>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Owner {
    id: u8,
}

/// Uploads files as parts.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
struct UploadParts {
    name: String,
    size: u64,
    #[truto(default)]
    public: bool,
    owner: Option<Owner>,
    tags: Vec<String>,
    file: File,
    thumbnail: Option<File>,
    #[truto(rename = "more[]")]
    more: Vec<File>,
    #[truto(query)]
    folder: Option<String>,
}

/// Declares the default body kind explicitly.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = json)]
struct CreateItem {
    name: String,
}

fn bytes() -> Vec<u8> {
    (0..=255).chain(*b"\r\n--truto-\0").collect()
}

#[tokio::test]
async fn a_raw_body_is_the_bytes_of_the_file() {
    let (account, log) = answering_json("{}");
    let pdf = File::new(bytes()).content_type("application/pdf").file_name("a.pdf");
    UploadRaw::builder().content(pdf).folder("a b").checksum("x").send(&account).await.unwrap();
    UploadRaw::builder().content(File::text("hé")).send(&account).await.unwrap();
    UploadRaw::builder().content(Bytes::new()).send(&account).await.unwrap();
    ReplaceRaw::builder().id("1").content(vec![0]).passthrough(false).send(&account).await.unwrap();
    ReplaceRaw::builder().id("1").content(vec![0]).send(&account).await.unwrap();
    let table: Vec<(String, String, Bytes)> = log
        .all()
        .into_iter()
        .map(|seen| (seen.line, seen.headers["content-type"].to_str().unwrap().to_owned(), seen.bytes))
        .collect();
    let row = |line: String, content_type: &str, body: Vec<u8>| (line, content_type.to_owned(), Bytes::from(body));
    assert_eq!(
        table,
        [
            row(format!("POST {URL}?{ID}&truto_body_passthrough=true&folder=a%20b"), "application/pdf", bytes()),
            row(format!("POST {URL}?{ID}&truto_body_passthrough=true"), "text/plain; charset=utf-8", "hé".into()),
            row(format!("POST {URL}?{ID}&truto_body_passthrough=true"), "application/octet-stream", vec![]),
            row(format!("PUT {URL}/1?{ID}&truto_body_passthrough=false"), "application/octet-stream", vec![0]),
            row(format!("PUT {URL}/1?{ID}"), "application/octet-stream", vec![0]),
        ]
    );
}

#[tokio::test]
async fn each_field_of_a_multipart_body_is_a_part() {
    let (account, log) = answering_json("{}");
    UploadParts::builder()
        .name("é\r\n\"")
        .size(7)
        .owner(Owner { id: 1 })
        .tags(["a", "b"])
        .file(File::new(bytes()).content_type("application/pdf").file_name("\"\r\nX-Evil: 1.pdf"))
        .more([File::text("one"), File::text("two")])
        .folder("f")
        .remote_data(json!({"x": 1}))
        .send(&account)
        .await
        .unwrap();
    let seen = log.only();
    assert_eq!(seen.line, format!("POST {URL}?{ID}&folder=f"));
    let content_type = seen.headers["content-type"].to_str().unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert!(boundary.len() <= 70 && boundary.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    let mut expected = Vec::new();
    for (head, body) in [
        ("name=\"name\"", "é\r\n\"".as_bytes()),
        ("name=\"size\"", b"7"),
        ("name=\"public\"", b"false"),
        ("name=\"owner\"\r\nContent-Type: application/json", b"{\"id\":1}"),
        ("name=\"tags\"\r\nContent-Type: application/json", b"[\"a\",\"b\"]"),
        ("name=\"file\"; filename=\"%22%0D%0AX-Evil: 1.pdf\"\r\nContent-Type: application/pdf", &bytes()),
        ("name=\"more[]\"; filename=\"file\"\r\nContent-Type: text/plain; charset=utf-8", b"one"),
        ("name=\"more[]\"; filename=\"file\"\r\nContent-Type: text/plain; charset=utf-8", b"two"),
        ("name=\"remote_data\"\r\nContent-Type: application/json", b"{\"x\":1}"),
    ] {
        expected.extend(format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes());
        expected.extend(body);
        expected.extend(b"\r\n");
    }
    expected.extend(format!("--{boundary}--\r\n").bytes());
    assert_eq!(String::from_utf8_lossy(&seen.bytes), String::from_utf8_lossy(&expected));
    assert_eq!(seen.bytes, expected);
}

#[tokio::test]
async fn an_invalid_content_type_is_refused_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    let evil = || File::text("x").content_type("a/b\r\nX-Evil: 1");
    let raw = UploadRaw::builder().content(evil()).send(&account).await.unwrap_err();
    let parts =
        UploadParts::builder().name("n").size(1).file(vec![1]).thumbnail(evil()).send(&account).await.unwrap_err();
    for (error, path) in [(raw, "content"), (parts, "thumbnail")] {
        let Error::Invalid(invalid) = error else { panic!("{path} was sent") };
        assert_eq!(invalid.failures()[0].path(), path);
        assert!(!invalid.to_string().contains("Evil"), "{invalid}");
    }
    let call = UploadRaw::builder().content(vec![1]).call().remote_data(json!({}));
    let Err(Error::Invalid(invalid)) = call.send(&account).await else { panic!("a raw body has no place for it") };
    assert_eq!(invalid.failures()[0].path(), "remote_data");
    assert!(log.all().is_empty());
}

type Document = File;
type Documents = Vec<File>;
type Maybe = Option<File>;

/// A file behind an alias.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
struct UploadAliases {
    one: Document,
    maybe: Maybe,
    all: Documents,
    other: Option<Document>,
    more: Vec<Document>,
    some: Option<Documents>,
}

#[tokio::test]
async fn a_file_behind_an_alias_is_a_file() {
    let (account, log) = answering_json("{}");
    let upload = || UploadAliases::builder().one(File::text("1").file_name("1.txt")).maybe(None).all(Vec::new());
    let whole =
        UploadAliases { all: vec![File::text("2"), File::text("3")], maybe: Some(File::text("4")), ..upload().build() };
    let whole = UploadAliases {
        other: Some(File::text("5")),
        more: vec![File::text("6")],
        some: Some(vec![File::text("7")]),
        ..whole
    };
    upload().send(&account).await.unwrap();
    whole.send(&account).await.unwrap();
    let parts = |at: usize| -> Vec<String> {
        let body = log.all()[at].body.clone();
        let heads = body.split("\r\n").filter_map(|line| line.strip_prefix("Content-Disposition: form-data; "));
        heads.map(str::to_owned).collect()
    };
    assert_eq!(parts(0), [r#"name="one"; filename="1.txt""#]);
    let files =
        ["maybe", "all", "all", "other", "more", "some"].map(|name| format!(r#"name="{name}"; filename="file""#));
    assert_eq!(parts(1)[1..], files);
    assert!(!log.all()[1].body.contains("base64"));
    let text = serde_json::to_string(&whole).unwrap();
    let read: UploadAliases = serde_json::from_str(&text).unwrap();
    assert_eq!((read.all, read.some), (whole.all, whole.some), "the JSON form is that of its type");
}

/// Places that cannot hold a file.
#[unified_endpoint(POST, "/unified/file-storage/drive-items/{path}")]
struct SendNowhere {
    path: Document,
    body: Option<Document>,
    #[truto(query)]
    query: Option<Documents>,
    #[truto(header = "X-File")]
    header: Option<Document>,
}

#[tokio::test]
async fn a_file_in_a_wrong_place_is_refused_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    let Err(Error::Invalid(invalid)) = SendNowhere::builder().path(vec![1]).send(&account).await else {
        panic!("a path cannot hold a file")
    };
    assert_eq!(invalid.failures()[0].path(), "path");

    /// The same fields without the path field.
    #[unified_endpoint(POST, "/unified/file-storage/drive-items")]
    struct SendBeside {
        body: Option<Document>,
        #[truto(query)]
        query: Option<Documents>,
        #[truto(header = "X-File")]
        header: Option<Document>,
    }
    for (path, request) in [
        ("body", SendBeside::builder().body(vec![1])),
        ("query", SendBeside::builder().query([File::text("x")])),
        ("X-File", SendBeside::builder().header(vec![1])),
    ] {
        let Err(Error::Invalid(invalid)) = request.send(&account).await else { panic!("{path} was sent") };
        assert_eq!(invalid.failures()[0].path(), path, "{invalid}");
        assert!(invalid.to_string().contains("a file travels in a raw or in a multipart body only"), "{invalid}");
    }
    assert!(log.all().is_empty());
}

#[tokio::test]
async fn json_is_the_default_body() {
    let (account, log) = answering_json("{}");
    CreateItem::builder().name("n").send(&account).await.unwrap();
    assert_eq!(log.only().body, r#"{"name":"n"}"#);
    assert_eq!(log.only().headers["content-type"], "application/json");
    let forms = [CreateItem::CONTRACT, UploadRaw::CONTRACT, UploadParts::CONTRACT].map(Contract::body);
    assert_eq!(forms, [BodyForm::Json, BodyForm::Raw, BodyForm::Multipart]);
    let kinds = ["file", "thumbnail", "more", "name"].map(|name| UploadParts::CONTRACT.field(name).unwrap().kind());
    assert_eq!(kinds, [Kind::File, Kind::File, Kind::File, Kind::String]);
}

#[test]
fn the_json_form_holds_files() {
    let request = UploadParts::builder().name("n").size(1).file(bytes()).more([File::text("hi")]).build();
    let text = serde_json::to_string(&request).unwrap();
    let read: UploadParts = serde_json::from_str(&text).unwrap();
    assert_eq!(read.file.bytes(), &bytes());
    assert_eq!(read.more, [File::text("hi")]);
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let Err(Error::Invalid(invalid)) = UploadRaw::from_json(br#"{"content": "s3cret"}"#) else { panic!("no file") };
    assert_eq!(invalid.failures()[0].path(), "content");
    assert!(invalid.to_string().contains("`base64`") && !invalid.to_string().contains("s3cret"), "{invalid}");
    assert!(Call::<UploadRaw>::from_json(br#"{"content": {"base64": ""}, "remote_data": {}}"#).is_err());
}

#[tokio::test]
async fn no_error_and_no_debug_shows_a_file() {
    let content = "%PDF open sesame";
    let (account, _) = answering(move || response(400, "application/json", r#"{"message": "bad file"}"#));
    let call = UploadRaw::builder().content(File::text(content).file_name("sesame.pdf")).call();
    let error = call.send(&account).await.unwrap_err();
    let shown = format!("{call:?} {:?} {error} {error:?}", call.request());
    assert!(!shown.contains("sesame"), "{shown}");
}

#[tokio::test]
async fn a_server_reads_the_sent_parts() {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<UploadParts>()).start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let file = File::new(bytes()).content_type("application/pdf").file_name("a \"b\".pdf");
    let upload = UploadParts::builder().name("n").size(7).owner(Owner { id: 1 }).tags(["a"]).file(file.clone());
    let kept: Json = upload.more([File::text("x"), File::text("y")]).send(&account).await.unwrap();
    assert_eq!(serde_json::from_value::<File>(kept["file"].clone()).unwrap(), file);
    assert_eq!(kept["more[]"].as_array().unwrap().len(), 2);
    assert_eq!((&kept["size"], &kept["owner"], &kept["tags"]), (&json!(7), &json!({"id": 1}), &json!(["a"])));
    let seen = sandbox.requests().remove(0);
    let length: usize = seen.header("content-length").unwrap().parse().unwrap();
    assert_eq!(length, seen.body.len());

    let sandbox = Sandbox::builder().endpoint(Registration::of::<UploadRaw>()).start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let kept = UploadRaw::builder().content(bytes()).send(&account).await.unwrap();
    assert_eq!(serde_json::from_value::<File>(kept["content"].clone()).unwrap(), File::new(bytes()));
    let seen = sandbox.requests().remove(0);
    assert_eq!((&seen.body, seen.header("content-length")), (&Bytes::from(bytes()), Some("267")));
}

type Size = u64;

/// Parts of every type that is sent as text, and of some other types.
#[unified_endpoint(POST, "/unified/crm/parts", body = multipart)]
struct SendParts {
    text: Patch<String>,
    other: Patch<String>,
    size: Size,
    price: Option<f32>,
    flag: Option<bool>,
    kind: CrmEntity,
    owner: Option<u8>,
    pairs: Vec<(u8, String)>,
    tree: Option<Json>,
}

#[tokio::test]
async fn the_sandbox_reads_parts_of_every_type() {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<SendParts>()).start().await.unwrap();
    let account = client(&sandbox).account(sandbox.accounts().salesforce).unwrap();
    let parts = || SendParts::builder().size(7_u64).kind(CrmEntity::Leads);
    for request in [
        parts(),
        parts().text("").clear_other(),
        parts().text("7").other("null").price(0.1).flag(true).pairs([(1, "a".to_owned())]),
        parts().owner(3).tree(json!({"a": [1, null, "x"]})),
    ] {
        let request = request.build();
        let kept = request.send(&account).await.unwrap();
        for (name, value) in serde_json::to_value(&request).unwrap().as_object().unwrap() {
            assert_eq!(kept[name], *value, "{name} of {request:?}");
        }
    }
}
