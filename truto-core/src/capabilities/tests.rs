use serde_json::{Value, json};

use super::*;

/// The form that the vendor's guides print.
const LISTS: &str = r#"{
    "integration": {"id": "1c1b", "name": "hubspot", "label": "HubSpot", "category": "crm"},
    "environment_id": "e-1",
    "proxy": [{"resource": "contacts", "methods": [
        {"method": "list", "name": "list_all_hub_spot_contacts", "description": "Lists contacts", "has_description": true,
         "has_query_schema": true, "has_body_schema": false, "api_documentation_url": null},
        {"method": "merge", "name": "merge_a_hub_spot_contact", "description": null}
    ]}],
    "unified": [
        {"model": "crm", "model_label": "CRM", "resource": "accounts", "description": null, "docs_url": "https://docs.example/a",
         "methods": ["list", "get"], "env_overridden": true},
        {"model": "crm", "model_label": "CRM", "resource": "contacts", "methods": ["list", "get", "create", "merge"]},
        {"model": "ticketing", "resource": "contacts", "methods": ["list"]}
    ],
    "auth": {"formats": ["oauth2"], "documentation_link": "https://docs.example/auth", "fields": [
        {"name": "api_key", "label": "Key", "type": "password", "required": true, "format": null, "placeholder": "pat-…"}
    ]},
    "ai_readiness": {"proxy_methods": 40, "proxy_methods_with_descriptions": 30, "ai_ready_score": 0.75},
    "account": {"id": "a-1", "status": "active", "authentication_method": "oauth2", "is_blocked": false}
}"#;

/// The form that the reference pages describe.
const OBJECTS: &str = r#"{
    "integration": {"id": "1c1b", "slug": "hubspot", "name": "HubSpot"},
    "account": {"id": "a-1", "slug": "hubspot", "status": "paused", "authentication_method": "api_key", "environment_id": "e-1",
        "is_blocked": true},
    "proxy": {"resources": [{"name": "contacts", "description": "People", "docs_url": "https://docs.example/p", "methods": [
        {"method": "list", "name": "contacts_list", "description": "Lists contacts", "tags": ["read"], "deprecated": true}
    ]}]},
    "unified": {"resources": [
        {"api_name": "crm/accounts", "name": "Accounts", "description": "Companies", "methods": [{"method": "list"}, {"name": "get"}]},
        {"api_name": "crm", "name": "contacts", "docs_url": "https://docs.example/c", "methods": ["list", "get", "create", "merge"]},
        {"api_name": "field_groups", "name": "Field groups", "methods": ["list"]}
    ]},
    "auth": {"formats": ["api_key"], "scopes": ["crm.read"], "documentation_url": "https://docs.example/auth", "fields": [
        {"name": "api_key", "description": "Your key", "format": "uuid", "required": true}
    ]},
    "ai_readiness": {"total_methods": 40, "described_methods": 30, "score": 0.75}
}"#;

fn read(text: &str) -> Capabilities {
    serde_json::from_str(text).unwrap()
}

fn status(text: &str) -> Option<AccountStatus> {
    AccountStatus::from_capabilities(&serde_json::from_str::<Value>(text).unwrap())
}

#[test]
fn both_forms_say_the_same() {
    for form in [LISTS, OBJECTS] {
        let known = read(form);
        assert_eq!(known.integration.slug.as_deref(), Some("hubspot"));
        assert_eq!(known.integration.label.as_deref(), Some("HubSpot"));
        assert_eq!(known.resource("crm", "accounts").unwrap().methods, ["list", "get"]);
        assert_eq!(known.support_of("crm", "contacts", "merge"), MethodSupport::Supported);
        assert!(known.support_of("crm", "contacts", "delete").is_missing());
        let list = &known.proxy[0].methods[0];
        assert_eq!((known.proxy[0].resource.as_str(), list.method.as_str()), ("contacts", "list"));
        assert!(list.has_description);
        assert_eq!(known.auth.documentation_url.as_deref(), Some("https://docs.example/auth"));
        assert!(known.auth.fields[0].required);
        let ready = &known.ai_readiness;
        assert_eq!((ready.methods, ready.described_methods, ready.score), (Some(40), Some(30), Some(0.75)));
        assert_eq!(known.unread_rows, 0);
    }
}

#[test]
fn each_form_says_what_the_other_does_not() {
    let (lists, objects) = (read(LISTS), read(OBJECTS));
    assert_eq!(lists.integration.category.as_deref(), Some("crm"));
    assert_eq!(lists.environment_id.as_deref(), Some("e-1"));
    assert_eq!(lists.unified[0].env_overridden, Some(true));
    assert_eq!(lists.unified[0].model_label.as_deref(), Some("CRM"));
    assert_eq!(lists.resource("ticketing", "contacts").unwrap().methods, ["list"]);
    let [list, merge] = &*lists.proxy[0].methods else { panic!("two methods") };
    assert_eq!((list.has_query_schema, list.has_body_schema), (Some(true), Some(false)));
    assert!(!merge.has_description);
    assert_eq!(lists.auth.fields[0].kind.as_deref(), Some("password"));

    assert_eq!(objects.unified[0].label.as_deref(), Some("Accounts"));
    assert_eq!(objects.unified[1].model.as_deref(), Some("crm"));
    // The third does not name its model, so it fits any.
    assert_eq!((objects.unified[2].model.as_deref(), objects.unified[2].resource.as_str()), (None, "field_groups"));
    assert!(objects.resource("crm", "field_groups").is_some());
    assert!(objects.proxy[0].methods[0].deprecated);
    assert_eq!(objects.auth.scopes, ["crm.read"]);
}

#[test]
fn the_account_block_is_read_apart() {
    let (active, paused) = (status(LISTS).unwrap(), status(OBJECTS).unwrap());
    assert!(active.is_ready());
    assert_eq!(active.environment_id.as_deref(), Some("e-1"), "it stands outside of the block");
    assert_eq!(paused.status, Some(ConnectionStatus::Other("paused".to_owned())));
    assert!(!paused.is_ready() && paused.is_blocked == Some(true));
    let blocked = json!({"account": {"status": "active", "is_blocked": true}});
    assert!(!status(&blocked.to_string()).unwrap().is_ready());
    for none in ["{}", r#"{"account": null}"#, r#"{"account": []}"#] {
        assert_eq!(status(none), None, "{none}");
    }
}

#[test]
fn a_missing_block_is_empty_and_tells_nothing() {
    for text in
        ["{}", r#"{"unified": null, "proxy": 7, "auth": [], "integration": "x", "ai_readiness": {"score": "high"}}"#]
    {
        let known = read(text);
        assert_eq!(known, Capabilities::default(), "{text}");
        assert_eq!(known.support_of("crm", "contacts", "list"), MethodSupport::Unknown);
    }
    let none = read(r#"{"unified": []}"#);
    assert_eq!(none.support_of("crm", "contacts", "list"), MethodSupport::NoModel { models: vec![] });
}

#[test]
fn a_row_of_another_shape_fails_nothing() {
    let known = read(
        r#"{"later": {}, "unified": [
            7, {"methods": ["list"]}, {"resource": "crm/contacts", "methods": [{"method": "list", "x": 1}, null, [], "get"]},
            {"model": "crm", "resource": "accounts", "methods": "list"}
        ], "proxy": {"resources": [null, {"name": 17, "methods": null}]}}"#,
    );
    assert_eq!(known.unread_rows, 3);
    assert_eq!(known.resource("crm", "contacts").unwrap().methods, ["list", "get"]);
    assert_eq!(known.proxy[0].resource, "17");
    assert_eq!(known.resource("crm", "contacts").unwrap().unread_methods, 2);
    assert_eq!(known.support_of("crm", "contacts", "get"), MethodSupport::Supported);
    // What cannot be read may be what was asked for.
    assert_eq!(known.support_of("crm", "contacts", "delete"), MethodSupport::Unknown);
    assert_eq!(known.support_of("crm", "accounts", "list"), MethodSupport::Unknown);
    assert_eq!(known.support_of("crm", "leads", "list"), MethodSupport::Unknown);
}

#[test]
fn what_is_missing_names_what_is_there() {
    let known = read(LISTS);
    let methods = vec!["list".to_owned()];
    assert_eq!(known.support_of("ticketing", "contacts", "create"), MethodSupport::NoMethod { methods });
    let resources = vec!["accounts".to_owned(), "contacts".to_owned()];
    assert_eq!(known.support_of("crm", "leads", "list"), MethodSupport::NoResource { resources });
    let models = vec!["crm".to_owned(), "ticketing".to_owned()];
    assert_eq!(known.support_of("hris", "employees", "list"), MethodSupport::NoModel { models });
}

#[test]
fn another_answer_is_no_capabilities() {
    for text in ["[]", "null", "\"ok\"", "1"] {
        assert!(serde_json::from_str::<Capabilities>(text).is_err(), "{text}");
    }
}

#[test]
fn what_is_in_doubt_is_not_refused() {
    let support = |rows: &str| {
        let known = read(&format!(r#"{{"unified": {{"resources": [{rows}]}}}}"#));
        known.support_of("crm", "contacts", "get")
    };
    for rows in [
        // A method without a name may be the one that is asked for.
        r#"{"model": "crm", "resource": "contacts", "methods": ["list", {"id": 1}]}"#,
        // `api_name` may be the resource, beside a name for people.
        r#"{"api_name": "contacts", "name": "contact", "methods": ["list"]}"#,
    ] {
        assert_eq!(support(rows), MethodSupport::Unknown, "{rows}");
    }
    let other = |model: &str| format!(r#"{{"model": "{model}", "resource": "tickets", "methods": ["list"]}}"#);
    let models = vec!["ats".to_owned(), "hris".to_owned()];
    let rows = [other("hris"), other("ats"), other("hris")].join(",");
    assert_eq!(support(&rows), MethodSupport::NoModel { models }, "each model is named once");
}
