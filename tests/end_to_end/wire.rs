//! The bytes of requests.

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::error::Error;
use truto_core::generated::Common;
use truto_core::{Call, json};

use crate::support::{TOKEN, answering_json};

const BASE: &str = "POST https://api.example/prefix/unified/crm/associations?integrated_account_id=62f44730-dd91-461e-bd6a-aedd9e0ad79d";

#[tokio::test]
async fn the_request_of_the_page() {
    let (account, log) = answering_json("{}");
    CreateAssociation::builder()
        .entity_id("003Ux000004TbQd")
        .entity(crm_entity::Contacts)
        .accounts(["001Ux000003GhNt"])
        .exclude_fields(["remote_data"])
        .remote_query("foo", "bar")
        .send(&account)
        .await
        .unwrap();
    let seen = log.only();
    assert_eq!(seen.line, format!("{BASE}&truto_exclude_fields%5B%5D=remote_data&remote_query%5Bfoo%5D=bar"));
    assert_eq!(
        seen.body,
        r#"{"entity_id":"003Ux000004TbQd","entity":"contacts","associations":{"accounts":[{"id":"001Ux000003GhNt"}]}}"#
    );
    assert_eq!(seen.headers["authorization"], format!("Bearer {TOKEN}"));
    assert!(seen.headers["authorization"].is_sensitive());
    assert_eq!(seen.headers["content-type"], "application/json");
    assert_eq!(seen.headers["accept"], "application/json");
    assert!(seen.headers["user-agent"].to_str().unwrap().starts_with("truto-core/"));
    assert!(!seen.headers.contains_key("referer"));
}

#[tokio::test]
async fn the_four_formats_and_every_common_parameter() {
    let (account, log) = answering_json("{}");
    let call = || {
        CreateAssociation::builder()
            .entity_id("1")
            .entity(crm_entity::Leads)
            .ignore_remote_data(true)
            .exclude_fields(["a b", "c&d", "é"])
            .remote_data(json!({"n": null, "note": "ä\"\\"}))
            .call()
    };
    call().send(&account).await.unwrap();
    call().send(&account).normalized().await.unwrap();
    call().send(&account).raw().await.unwrap();
    drop(call().send(&account).stream().await.unwrap());
    let common = "&truto_ignore_remote_data=true&truto_exclude_fields%5B%5D=a%20b\
                  &truto_exclude_fields%5B%5D=c%26d&truto_exclude_fields%5B%5D=%C3%A9";
    let lines: Vec<String> = log.all().into_iter().map(|seen| seen.line).collect();
    assert_eq!(
        lines,
        ["", "&truto_response_format=normalized", "&truto_response_format=raw", "&truto_response_format=stream"]
            .map(|format| format!("{BASE}{format}{common}"))
    );
    let body = r#"{"entity_id":"1","entity":"leads","remote_data":{"n":null,"note":"ä\"\\"}}"#;
    assert!(log.all().iter().all(|seen| seen.body == body), "{:?}", log.all());
}

#[tokio::test]
async fn remote_query_has_every_shape() {
    let (account, log) = answering_json("{}");
    CreateAssociation::builder()
        .entity_id("1")
        .entity(crm_entity::Leads)
        .remote_query("s", "a b&c=d%e+f\"g'h")
        .remote_query("łódź", "🦀")
        .remote_query("empty", "")
        .remote_query("null", json!(null))
        .remote_query("int", 42)
        .remote_query("float", 1.5)
        .remote_query("yes", true)
        .remote_query("list", json!(["x", "y z"]))
        .remote_query("tree", json!({"a": {"b": [1, 2]}, "c": [{"d": "e"}, [0]]}))
        .remote_query("s2", "replaced")
        .remote_query("s2", "kept")
        .send(&account)
        .await
        .unwrap();
    assert_eq!(
        log.only().line,
        format!(
            "{BASE}&remote_query%5Bs%5D=a%20b%26c%3Dd%25e%2Bf%22g%27h\
             &remote_query%5B%C5%82%C3%B3d%C5%BA%5D=%F0%9F%A6%80\
             &remote_query%5Bempty%5D=&remote_query%5Bnull%5D=&remote_query%5Bint%5D=42&remote_query%5Bfloat%5D=1.5\
             &remote_query%5Byes%5D=true&remote_query%5Blist%5D%5B%5D=x&remote_query%5Blist%5D%5B%5D=y%20z\
             &remote_query%5Btree%5D%5Ba%5D%5Bb%5D%5B%5D=1&remote_query%5Btree%5D%5Ba%5D%5Bb%5D%5B%5D=2\
             &remote_query%5Btree%5D%5Bc%5D%5B0%5D%5Bd%5D=e\
             &remote_query%5Btree%5D%5Bc%5D%5B1%5D%5B%5D=0&remote_query%5Bs2%5D=kept"
        )
    );
}

#[tokio::test]
async fn a_remote_query_that_cannot_be_sent_is_refused_by_name() {
    let (account, log) = answering_json("{}");
    let request = || CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).remote_query("ok", "1");
    for value in [json!([]), json!({}), json!({"a": {"b": []}, "c": 1}), json!([[1], []]), json!([{"d": {}}])] {
        let text = json!({"entity_id": "1", "entity": "leads", "remote_query": {"k": value}}).to_string();
        let mut common = Common::default();
        common.remote_query("k", value.clone());
        for result in [
            request().remote_query("k", value.clone()).send(&account).await,
            request().call().remote_query("k", value.clone()).send(&account).await,
            Call::with_common(request().build(), common).send(&account).await,
            Call::<CreateAssociation>::from_json(text.as_bytes()).unwrap().send(&account).await,
        ] {
            let Err(Error::Invalid(invalid)) = result else { panic!("{value} was sent") };
            assert_eq!(invalid.failures()[0].path(), "remote_query[k]", "{invalid}");
            assert!(invalid.to_string().contains("would be left out of the query"), "{invalid}");
        }
    }
    assert!(log.all().is_empty());
    // A later value replaces the refused value.
    request().remote_query("k", json!([])).remote_query("k", json!([""])).send(&account).await.unwrap();
    assert!(log.only().line.ends_with("&remote_query%5Bk%5D%5B%5D="), "{}", log.only().line);
}

#[tokio::test]
async fn a_request_without_links_is_sent() {
    let (account, log) = answering_json("{}");
    CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).send(&account).await.unwrap();
    assert_eq!(log.only().body, r#"{"entity_id":"1","entity":"accounts"}"#);
}

#[tokio::test]
async fn the_key_of_the_caller_is_sent_unchanged() {
    let (account, log) = answering_json("{}");
    let request = || CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
    request().send(&account).idempotency_key("a/b:c~1").await.unwrap();
    assert_eq!(log.only().headers["idempotency-key"], "a/b:c~1");
    let refused = request().send(&account).idempotency_key("a\nb").await.unwrap_err();
    assert!(refused.to_string().contains("`idempotency_key`"), "{refused}");
    assert_eq!(log.all().len(), 1);
}
