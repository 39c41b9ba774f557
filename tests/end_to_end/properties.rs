//! Property tests of the encoders: generated values arrive unchanged, in the right place.
//!
//! The decoder in this file follows the rules of the `qs` package and shares no code with ours.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::error::Error;
use truto_core::{Account, Filter, Json, unified_endpoint};
use truto_sandbox::Sandbox;
use url::Url;

use crate::support::{Log, answering_json, config, runtime};

const PREFIX: &str = "https://api.example/prefix/unified";

#[unified_endpoint(GET, "/unified/crm/trees")]
struct Trees {
    #[truto(rename = "k")]
    brackets: Option<Json>,
    #[truto(rename = "r", style = repeat)]
    repeat: Option<Vec<String>>,
    #[truto(rename = "c", style = comma)]
    comma: Option<Vec<String>>,
}

#[unified_endpoint(DELETE, "/unified/{model}/items/{id}/parts/{part}")]
struct Paths {
    model: String,
    id: String,
    #[truto(slash = encode)]
    part: String,
}

/// Returns the URL that reached the server, or the error.
fn sent(send: impl AsyncFnOnce(&Account) -> Result<Json, Error>) -> Result<String, Error> {
    let (account, log): (Account, Log) = answering_json("{}");
    runtime().block_on(send(&account))?;
    let line = log.only().line;
    Ok(line.split_once(' ').unwrap().1.to_owned())
}

/// Decodes the pairs of a query, without the account.
fn pairs(url: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let query = url.split_once('?').unwrap().1;
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap());
    pairs.map(|(key, value)| (decoded(key), decoded(value))).filter(|(key, _)| key != "integrated_account_id").collect()
}

/// Builds a tree from pairs as `qs` does: `a[b]` is a member, `a[]` is an item, `a[0]` is the item at this index.
fn tree(pairs: &[(String, String)]) -> Value {
    let mut root = Value::Object(Map::new());
    for (key, value) in pairs {
        let (name, mut rest) = key.split_at(key.find('[').unwrap_or(key.len()));
        let mut steps = Vec::new();
        while !rest.is_empty() {
            let (step, after) = rest.strip_prefix('[').unwrap().split_once(']').unwrap();
            steps.push(step);
            rest = after;
        }
        let mut node = root.as_object_mut().unwrap().entry(name).or_insert(Value::Null);
        for step in steps {
            if node.is_null() {
                *node = if step.is_empty() || step.parse::<usize>().is_ok() { json!([]) } else { json!({}) };
            }
            node = match node {
                Value::Array(items) => {
                    let index = if step.is_empty() { items.len() } else { step.parse().unwrap() };
                    if items.len() <= index {
                        items.resize(index + 1, Value::Null);
                    }
                    &mut items[index]
                }
                Value::Object(members) => members.entry(step).or_insert(Value::Null),
                leaf => panic!("`{key}` is below the leaf {leaf}"),
            };
        }
        assert!(node.is_null(), "`{key}` occurs twice");
        *node = Value::from(value.as_str());
    }
    root
}

/// Any text, with characters that need encoding more often than by chance.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\\[\\]&=?#%+,. /\\\\\u{0}\u{7f}é🦀a-c0-9]{0,8}"]
}

/// A key that can be in a query: not empty, without brackets, and not a number, which a server reads as an index.
fn key() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("k{}", text.replace(['[', ']'], "")))
}

fn trees() -> impl Strategy<Value = Value> {
    let leaf = text().prop_map(Value::from);
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 1..4).prop_map(|map| Value::from(Map::from_iter(map))),
        ]
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn brackets_are_parsed_back(value in trees()) {
        let url = sent(async |account| Trees::builder().brackets(value.clone()).send(account).await).unwrap();
        prop_assert_eq!(tree(&pairs(&url)), json!({"k": value}));
    }

    #[test]
    fn repetition_is_parsed_back(items in prop::collection::vec(text(), 1..5)) {
        let url = sent(async |account| Trees::builder().repeat(items.clone()).send(account).await).unwrap();
        let expected: Vec<_> = items.into_iter().map(|item| ("r".to_owned(), item)).collect();
        prop_assert_eq!(pairs(&url), expected);
    }

    #[test]
    fn commas_are_parsed_back_or_refused(items in prop::collection::vec(text(), 1..5)) {
        let sent = sent(async |account| Trees::builder().comma(items.clone()).send(account).await);
        if items.iter().any(|item| item.is_empty() || item.contains(',')) {
            prop_assert!(matches!(sent, Err(Error::Invalid(_))));
        } else {
            let pairs = pairs(&sent.unwrap());
            prop_assert_eq!(pairs.len(), 1);
            prop_assert_eq!(pairs[0].1.split(',').collect::<Vec<_>>(), items);
        }
    }

    #[test]
    fn a_key_with_brackets_is_refused(before in "[a-c]{0,2}", bracket in "[\\[\\]]", after in "[a-c]{0,2}") {
        let value = json!({format!("{before}{bracket}{after}"): "x"});
        let sent = sent(async |account| Trees::builder().brackets(value).send(account).await);
        prop_assert!(matches!(sent, Err(Error::Invalid(_))));
    }

    #[test]
    fn the_sandbox_reads_the_sent_query(members in prop::collection::btree_map(key(), trees(), 1..4)) {
        let sandbox = Sandbox::builder().in_process();
        let client = sandbox.client();
        let account = client.build().unwrap().account(sandbox.accounts().salesforce).unwrap();
        let mut call = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).call();
        for (name, value) in &members {
            call = call.remote_query(name.as_str(), value.clone());
        }
        runtime().block_on(call.send(&account)).unwrap();
        let seen = sandbox.remote_calls(account.id()).remove(0).remote_query;
        prop_assert_eq!(seen, Value::from(Map::from_iter(members)));
    }

    #[test]
    fn a_path_value_changes_nothing_but_its_segment(model in text(), id in text(), part in text()) {
        let request = || Paths::builder().model(model.as_str()).id(id.as_str()).part(part.as_str());
        let refused = |value: &str, slash: bool| {
            value.is_empty()
                || value.contains('\\')
                || value.chars().any(char::is_control)
                || (!slash && value.contains('/'))
                || value.split('/').any(|part| part == "." || part == "..")
        };
        let wrong = refused(&model, false) || refused(&id, false) || refused(&part, true);
        let url = match sent(async |account| request().send(account).await) {
            Err(Error::Invalid(_)) => {
                prop_assert!(wrong);
                return Ok(());
            }
            sent => sent.unwrap(),
        };
        prop_assert!(!wrong);
        // Both parsers must agree: that of browsers and that of the `http` crate.
        let parsed = Url::parse(&url).unwrap();
        prop_assert_eq!((parsed.scheme(), parsed.authority(), parsed.fragment()), ("https", "api.example", None));
        let uri: http::Uri = url.parse().unwrap();
        prop_assert_eq!((uri.scheme_str(), uri.authority().unwrap().as_str()), (Some("https"), "api.example"));
        prop_assert_eq!(parsed.path(), uri.path());
        prop_assert!(url.starts_with(PREFIX));
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8().unwrap().into_owned();
        let segments: Vec<String> = parsed.path_segments().unwrap().map(decoded).collect();
        let expected = ["prefix", "unified", &model, "items", &id, "parts", &part];
        prop_assert_eq!(segments, expected);
        prop_assert_eq!(parsed.query().map(|query| query.starts_with("integrated_account_id=62f44730-")), Some(true));
    }

    #[test]
    fn a_filter_is_parsed_back(items in prop::collection::vec("[^,]{1,6}", 1..4), low in any::<u64>(), high in any::<u64>()) {
        let filter = Filter::<String>::one_of(items.clone()).and_exists(true);
        let text = serde_json::to_string(&filter).unwrap();
        prop_assert_eq!(serde_json::from_str::<Filter<String>>(&text).unwrap(), filter);
        let range = Filter::<u64>::gte(low).and_lt(high);
        let spelt: BTreeMap<&str, String> = [("gte", low.to_string()), ("lt", high.to_string())].into();
        prop_assert_eq!(serde_json::from_value::<Filter<u64>>(json!(spelt)).unwrap(), range);
    }
}
