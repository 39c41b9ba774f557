//! A transport that stores requests as bytes of HTTP/1, and parses them as other servers do.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use tokio::runtime::{Builder, Runtime};
use truto_core::transport::Body;
use truto_core::{Account, Client};
use url::Url;

use crate::tree::Tree;

pub(crate) const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

/// Received requests: head and body.
pub(crate) type Requests = Vec<(Vec<u8>, Bytes)>;

/// A server and an account of it.
pub(crate) struct Server {
    pub(crate) account: Account,
    pub(crate) runtime: Runtime,
    arrived: Arc<Mutex<Requests>>,
}

impl Server {
    pub(crate) fn new() -> Self {
        let arrived: Arc<Mutex<Requests>> = Arc::default();
        let log = Arc::clone(&arrived);
        let service = tower::service_fn(move |request: Request<Body>| {
            let log = Arc::clone(&log);
            async move {
                let (head, body) = request.into_parts();
                let body = body.collect().await.unwrap().to_bytes();
                let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
                let mut bytes = format!("{} {target} HTTP/1.1\r\n", head.method).into_bytes();
                for (name, value) in &head.headers {
                    bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
                }
                bytes.extend(b"\r\n");
                log.lock().unwrap().push((bytes, body));
                let answer = Response::builder().header("content-type", "application/json");
                Ok::<_, std::io::Error>(answer.body(Body::from(r#"{"result":[]}"#.to_owned())).unwrap())
            }
        });
        let client = Client::builder().token("t0p-s3cret-token").base_url("https://api.example").transport(service);
        let account = client.build().unwrap().account(ACCOUNT).unwrap();
        Self { account, runtime: Builder::new_current_thread().enable_all().build().unwrap(), arrived }
    }

    /// Takes the requests since the last call, as bytes.
    pub(crate) fn take(&self) -> Requests {
        std::mem::take(&mut self.arrived.lock().unwrap())
    }
}

/// A parsed request.
pub(crate) struct Arrived {
    pub(crate) method: String,
    pub(crate) segments: Vec<String>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Bytes,
}

impl Arrived {
    pub(crate) fn read(head: &[u8], body: Bytes) -> Result<Self, String> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        request.parse(head).map_err(|error| format!("the head is invalid: {error}"))?;
        let target = request.path.unwrap_or_default();
        let url = Url::parse(&format!("https://api.example{target}")).map_err(|error| error.to_string())?;
        let segment = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let header = |header: &httparse::Header<'_>| {
            (header.name.to_lowercase(), String::from_utf8_lossy(header.value).into_owned())
        };
        Ok(Self {
            method: request.method.unwrap_or_default().to_owned(),
            segments: url.path_segments().into_iter().flatten().map(segment).collect(),
            query: url.query_pairs().into_owned().collect(),
            headers: request.headers.iter().map(header).collect(),
            body,
        })
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.next().filter(|_| found.next().is_none()).map(|(_, value)| value.as_str())
    }

    /// Removes the values of this key from the query.
    pub(crate) fn take(&mut self, key: &str) -> Vec<String> {
        self.query.extract_if(.., |(known, _)| known == key).map(|(_, value)| value).collect()
    }

    /// Removes this key and all keys below it from the query, and returns a tree: `a[b]` is a member, `a[]` is an item, `a[0]`
    /// is the item at this index.
    pub(crate) fn take_tree(&mut self, key: &str) -> Result<Option<Tree>, String> {
        let is_below =
            |known: &str| known.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('['));
        let mut root = None;
        for (name, value) in self.query.extract_if(.., |(known, _)| is_below(known)) {
            let mut rest = &name[key.len()..];
            let mut node = &mut root;
            while !rest.is_empty() {
                let (step, after) =
                    rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).ok_or("unclosed bracket")?;
                node = below(node, step)
                    .ok_or_else(|| format!("`{name}` is below a value, or in a list and an object"))?;
                rest = after;
            }
            if node.replace(Node::Leaf(value)).is_some() {
                return Err(format!("`{name}` occurs twice"));
            }
        }
        Ok(root.map(Node::into_tree))
    }
}

enum Node {
    Leaf(String),
    List(Vec<Option<Node>>),
    Object(Vec<(String, Option<Node>)>),
}

impl Node {
    fn into_tree(self) -> Tree {
        let tree = |node: Option<Self>| node.map_or(Tree::Broken, Self::into_tree);
        match self {
            Self::Leaf(text) => Tree::Text(text),
            // A list skips missing indices, as the package `qs` does.
            Self::List(items) => Tree::List(items.into_iter().flatten().map(Self::into_tree).collect()),
            Self::Object(members) => {
                Tree::Object(members.into_iter().map(|(name, member)| (name, tree(member))).collect())
            }
        }
    }
}

fn below<'a>(node: &'a mut Option<Node>, step: &str) -> Option<&'a mut Option<Node>> {
    let index = step.parse::<usize>();
    let is_item = step.is_empty() || index.is_ok();
    let start = || if is_item { Node::List(Vec::new()) } else { Node::Object(Vec::new()) };
    match node.get_or_insert_with(start) {
        Node::List(items) if is_item => {
            let index = index.unwrap_or(items.len());
            items.resize_with(items.len().max(index + 1), || None);
            items.get_mut(index)
        }
        Node::Object(members) if !is_item => {
            let at = members.iter().position(|(known, _)| known == step);
            let at = at.unwrap_or_else(|| {
                members.push((step.to_owned(), None));
                members.len() - 1
            });
            Some(&mut members[at].1)
        }
        _ => None,
    }
}

/// Parses JSON without duplicate keys, because parsers disagree about their meaning.
pub(crate) fn read_json(text: &str) -> Result<Tree, String> {
    struct Members<'a>(Vec<(String, &'a RawValue)>);

    impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct All;

            impl<'de> serde::de::Visitor<'de> for All {
                type Value = Members<'de>;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                    let mut all = Vec::new();
                    while let Some(member) = map.next_entry()? {
                        all.push(member);
                    }
                    Ok(Members(all))
                }
            }

            deserializer.deserialize_map(All)
        }
    }

    let wrong = |error: serde_json::Error| format!("{error} in `{text}`");
    match text.trim_start().as_bytes().first() {
        Some(b'{') => {
            let Members(members) = serde_json::from_str(text).map_err(wrong)?;
            let mut object: Vec<(String, Tree)> = Vec::new();
            for (name, member) in members {
                if object.iter().any(|(known, _)| *known == name) {
                    return Err(format!("`{name}` occurs twice in `{text}`"));
                }
                object.push((name, read_json(member.get())?));
            }
            Ok(Tree::Object(object))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(wrong)?;
            items.into_iter().map(|item| read_json(item.get())).collect::<Result<_, _>>().map(Tree::List)
        }
        _ => serde_json::from_str::<Value>(text).map_err(wrong).map(|value| Tree::from(&value)),
    }
}

/// A part of a form.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Vec<u8>,
}

/// Parses `multipart/form-data` (RFC 7578) with names as browsers write them.
pub(crate) fn read_form(content_type: &str, body: &[u8]) -> Result<Vec<Part>, String> {
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").ok_or("no form")?;
    let find = |text: &[u8], wanted: &[u8]| text.windows(wanted.len()).position(|window| window == wanted);
    let delimiter = format!("\r\n--{boundary}");
    let mut rest = body.strip_prefix(&delimiter.as_bytes()[2..]).ok_or("no first boundary")?;
    let mut parts = Vec::new();
    while let Some(after) = rest.strip_prefix(b"\r\n") {
        let end = find(after, delimiter.as_bytes()).ok_or("a part without an end")?;
        let part = &after[..end];
        rest = &after[end + delimiter.len()..];
        let blank = find(part, b"\r\n\r\n").ok_or("a part without a head")?;
        let head = String::from_utf8(part[..blank].to_vec()).map_err(|error| error.to_string())?;
        let mut read =
            Part { name: String::new(), file_name: None, content_type: None, body: part[blank + 4..].to_vec() };
        for line in head.split("\r\n") {
            let (name, value) = line.split_once(": ").ok_or("a line is not a header")?;
            if name.eq_ignore_ascii_case("content-type") {
                read.content_type = Some(value.to_owned());
                continue;
            }
            let quoted = |key: &str| {
                let (_, value) = value.split_once(&format!("; {key}=\""))?;
                let text = value.split('"').next()?;
                Some(text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
            };
            read.name = quoted("name").ok_or("a part without a name")?;
            read.file_name = quoted("filename");
        }
        parts.push(read);
    }
    if rest == b"--\r\n" { Ok(parts) } else { Err("the end after the last part is invalid".to_owned()) }
}
