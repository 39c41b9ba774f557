//! Spans and events of a call: they use OpenTelemetry's names and show no data of the request.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use http::StatusCode;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
use truto_core::error::Error;
use truto_core::settings::Backoff;
use truto_core::{Account, Filter, Json, Paginated, endpoints, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

use crate::support::{client_builder, polled};

#[unified_endpoint(GET, "/unified/crm/contacts", response = Json, paginated)]
struct ListContacts {}

type Fields = BTreeMap<String, String>;

/// A finished span or an event.
#[derive(Clone, Debug)]
struct Seen {
    name: String,
    parent: Option<u64>,
    fields: Fields,
}

/// Collects the spans and events of the crate.
#[derive(Clone, Default)]
struct Keeper {
    spans: Arc<Mutex<BTreeMap<u64, Seen>>>,
    events: Arc<Mutex<Vec<Seen>>>,
}

struct Reader<'a>(&'a mut Fields);

impl Visit for Reader<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Keeper {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::new();
        attributes.record(&mut Reader(&mut fields));
        let parent = context.span(id).and_then(|span| span.parent()).map(|parent| parent.id().into_u64());
        let seen = Seen { name: attributes.metadata().name().to_owned(), parent, fields };
        self.spans.lock().unwrap().insert(id.into_u64(), seen);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        if let Some(seen) = self.spans.lock().unwrap().get_mut(&id.into_u64()) {
            values.record(&mut Reader(&mut seen.fields));
        }
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut fields = Fields::new();
        event.record(&mut Reader(&mut fields));
        let name = event.metadata().target().to_owned();
        self.events.lock().unwrap().push(Seen { name, parent: None, fields });
    }
}

impl Keeper {
    fn spans(&self, name: &str) -> Vec<Seen> {
        self.spans.lock().unwrap().values().filter(|seen| seen.name == name).cloned().collect()
    }

    fn events(&self) -> Vec<Seen> {
        let events = self.events.lock().unwrap();
        events.iter().filter(|seen| seen.name.starts_with("truto_core")).cloned().collect()
    }

    fn all(&self) -> String {
        format!("{:?} {:?}", self.spans.lock().unwrap(), self.events.lock().unwrap())
    }
}

/// Runs a test and collects its spans and events.
fn kept<F: Future<Output = ()>>(test: impl FnOnce(Keeper) -> F) {
    // If there is only one subscriber, tracing caches whether a span is enabled from the first thread that reaches it. That
    // thread may run a test without a subscriber, and then the span stays disabled.
    static SECOND: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(tracing_subscriber::registry()));
    LazyLock::force(&SECOND);
    let keeper = Keeper::default();
    let subscriber = tracing_subscriber::registry().with(keeper.clone());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tracing::subscriber::with_default(subscriber, || runtime.block_on(test(keeper)));
}

fn account(sandbox: &Sandbox) -> Account {
    let client = client_builder(sandbox)
        .backoff(Backoff::new(Duration::from_millis(1), Duration::from_millis(2)))
        .build()
        .unwrap();
    client.account(sandbox.accounts().salesforce).unwrap()
}

#[test]
fn a_call_and_its_attempts_are_spans_with_the_names_of_opentelemetry() {
    kept(|keeper| async move {
        let sandbox = Sandbox::start().await.unwrap();
        let account = account(&sandbox);
        sandbox.script(Fault::status(StatusCode::BAD_GATEWAY));
        sandbox.script(Fault::close());
        let link = CreateAssociation::builder().entity_id("s3cret-record").entity(crm_entity::Accounts);
        link.remote_query("s3cret-name", "s3cret-value").send(&account).await.unwrap();

        let [call] = &keeper.spans("truto.call")[..] else { panic!("one call") };
        let field = |seen: &Seen, name: &str| seen.fields.get(name).cloned();
        assert_eq!(field(call, "otel.name").as_deref(), Some("POST /unified/crm/associations"));
        assert_eq!(field(call, "truto.account.id").as_deref(), Some(account.id()));

        let attempts = keeper.spans("truto.attempt");
        let ids: Vec<u64> = keeper.spans.lock().unwrap().keys().copied().collect();
        assert!(attempts.iter().all(|attempt| attempt.parent.is_some_and(|parent| ids.contains(&parent))));
        for attempt in &attempts {
            assert_eq!(field(attempt, "otel.kind").as_deref(), Some("client"));
            assert_eq!(field(attempt, "http.request.method").as_deref(), Some("POST"));
            assert_eq!(field(attempt, "url.template").as_deref(), Some("/unified/crm/associations"));
            assert_eq!(field(attempt, "server.address").as_deref(), Some("127.0.0.1"));
            let port = sandbox.url().rsplit(':').next().map(str::to_owned);
            assert_eq!(field(attempt, "server.port"), port);
        }
        let column =
            |name: &str| -> Vec<Option<String>> { attempts.iter().map(|attempt| field(attempt, name)).collect() };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(column("http.request.resend_count"), [None, some("1"), some("2")]);
        assert_eq!(column("http.response.status_code"), [some("502"), None, some("201")]);
        assert_eq!(column("error.type"), [some("502"), some("exchange"), None]);
        assert_eq!(column("otel.status_code"), [some("ERROR"), some("ERROR"), None]);

        let events = keeper.events();
        assert_eq!(events.len(), 2, "one event per retry: {events:?}");
        assert_eq!(field(&events[1], "http.request.resend_count").as_deref(), Some("2"));
        assert_eq!(field(&events[1], "error.type").as_deref(), Some("exchange"));
    });
}

#[test]
fn an_error_envelope_with_status_200_is_recorded_with_200() {
    kept(|keeper| async move {
        let sandbox = Sandbox::start().await.unwrap();
        let account = account(&sandbox);
        let envelope = r#"{"statusCode":422,"error":"Unprocessable Entity","message":"no"}"#;
        let json = http::HeaderValue::from_static("application/json");
        sandbox.script(Fault::status(StatusCode::OK).header(http::header::CONTENT_TYPE, json).body(envelope));
        let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
        assert_eq!(link.send(&account).await.unwrap_err().status(), Some(422));
        let [attempt] = &keeper.spans("truto.attempt")[..] else { panic!("one attempt") };
        let columns = ["http.response.status_code", "error.type", "otel.status_code"];
        assert_eq!(columns.map(|name| attempt.fields[name].as_str()), ["200", "422", "ERROR"]);
    });
}

#[test]
fn a_failed_call_is_recorded_in_its_span() {
    kept(|keeper| async move {
        let sandbox = Sandbox::start().await.unwrap();
        let account = account(&sandbox);
        let link = || CreateAssociation::builder().entity_id("1");
        link().entity(crm_entity::Accounts).send(&account).await.unwrap();
        // The status is a success, but the body is an error.
        sandbox.script(Fault::status(StatusCode::OK).body("{").times(9));
        link().entity(crm_entity::Accounts).send(&account).await.unwrap_err();
        sandbox.clear_faults();
        // The sandbox's Salesforce does not support leads.
        link().entity(crm_entity::Leads).send(&account).await.unwrap_err();

        let calls = keeper.spans("truto.call");
        let columns = |seen: &Seen| {
            ["otel.status_code", "error.type", "truto.outcome"]
                .map(|name| seen.fields.get(name).cloned().unwrap_or_default())
        };
        let said: Vec<[String; 3]> = calls.iter().map(columns).collect();
        assert_eq!(said, [["", "", ""], ["ERROR", "syntax", "unknown"], ["ERROR", "422", "rejected"]]);
    });
}

#[test]
fn a_call_without_a_declaration_shows_its_template() {
    kept(|keeper| async move {
        let sandbox = Sandbox::start().await.unwrap();
        let account = account(&sandbox);
        account.unified("s3cret-model", "s3cret-resource").get("s3cret-id").send().await.unwrap_err();
        account.custom("POST", "s3cret/path").query("s3cret", "s3cret").await.unwrap();
        let templates: Vec<_> =
            keeper.spans("truto.call").into_iter().map(|call| call.fields["url.template"].clone()).collect();
        assert_eq!(templates, ["/unified/{model}/{resource}/{id}", "/custom/{path}"]);
        assert!(!keeper.all().contains("s3cret"), "{}", keeper.all());
    });
}

/// Lists notes.
#[unified_endpoint(GET, "/unified/crm/notes", paginated)]
struct ListNotes {
    kind: Option<Filter<String>>,
}

#[test]
fn a_failed_call_is_one_event_and_a_dropped_call_is_not() {
    kept(|keeper| async move {
        let sandbox = Sandbox::builder().endpoints(endpoints![ListNotes]).start().await.unwrap();
        let account = account(&sandbox);
        let failed = || -> Vec<String> {
            let mut events = keeper.events();
            events.retain(|event| event.fields["message"] == "the call failed");
            for event in &events {
                assert_eq!(event.fields["truto.account.id"], account.id());
            }
            let columns = ["http.request.method", "url.template", "error.type", "truto.outcome", "truto.attempts"];
            let said = events.iter().map(|event| columns.map(|name| event.fields[name].as_str()).join(" "));
            let said = said.collect();
            keeper.events.lock().unwrap().clear();
            said
        };
        let link = || CreateAssociation::builder().entity_id("1");

        // A call that succeeds after a retry did not fail.
        sandbox.script(Fault::status(StatusCode::BAD_GATEWAY));
        link().entity(crm_entity::Accounts).send(&account).await.unwrap();
        assert_eq!(failed(), [""; 0]);
        sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).times(4));
        link().entity(crm_entity::Accounts).send(&account).await.unwrap_err();
        assert_eq!(failed(), ["POST /unified/crm/associations 502 unknown 4"]);
        // The sandbox's Salesforce does not support leads.
        link().entity(crm_entity::Leads).send(&account).await.unwrap_err();
        assert_eq!(failed(), ["POST /unified/crm/associations 422 rejected 1"]);
        // A request that breaks a rule is not sent.
        link().entity(CrmEntity::Leads).leads(["2"]).send(&account).await.unwrap_err();
        assert_eq!(failed(), ["POST /unified/crm/associations invalid not_sent 0"]);

        sandbox.script(Fault::delay(Duration::from_secs(60)));
        let call = link().entity(crm_entity::Accounts).send(&account);
        tokio::time::timeout(Duration::from_millis(20), call).await.unwrap_err();
        drop(link().entity(crm_entity::Leads).send(&account));
        assert_eq!(failed(), [""; 0]);
        sandbox.clear_faults();

        sandbox.script(Fault::status(StatusCode::BAD_REQUEST));
        ListNotes::builder().items(&account).try_next().await.unwrap_err();
        assert_eq!(failed(), ["GET /unified/crm/notes 400 not_sent 1"]);
        let mut nothing = ListNotes::builder().kind(Filter::one_of([""; 0])).pages(&account);
        nothing.try_next().await.unwrap_err();
        assert!(nothing.try_next().await.unwrap().is_none());
        assert_eq!(failed(), ["GET /unified/crm/notes invalid not_sent 0"]);
        let page = |cursor| {
            let json = http::HeaderValue::from_static("application/json");
            let body = format!(r#"{{"result": [], "next_cursor": "{cursor}"}}"#);
            Fault::status(StatusCode::OK).header(http::header::CONTENT_TYPE, json).body(body)
        };
        ["a", "b", "a"].map(page).into_iter().for_each(|fault| sandbox.script(fault));
        ListNotes::builder().items(&account).try_next().await.unwrap_err();
        assert_eq!(failed(), ["GET /unified/crm/notes cursor_cycle not_sent 0"]);
    });
}

#[test]
fn spans_and_events_show_no_query_and_no_token() {
    kept(|keeper| async move {
        let sandbox = Sandbox::start().await.unwrap();
        let account = account(&sandbox);
        sandbox.script(Fault::html());
        sandbox.script(
            Fault::status(StatusCode::TOO_MANY_REQUESTS)
                .header(http::header::RETRY_AFTER, http::HeaderValue::from_static("0")),
        );
        let link = CreateAssociation::builder().entity_id("s3cret-record").entity(crm_entity::Accounts);
        let link = link.remote_query("s3cret-name", "s3cret-value").exclude_fields(["s3cret-field"]);
        link.send(&account).await.unwrap();
        let error =
            CreateAssociation::builder().entity_id("s3cret-record").entity(crm_entity::Leads).send(&account).await;
        assert!(matches!(error, Err(Error::Api(_))));
        let ours: Vec<String> =
            ["truto.call", "truto.attempt"].iter().map(|name| format!("{:?}", keeper.spans(name))).collect();
        let shown = format!("{ours:?} {:?}", keeper.events());
        for secret in [sandbox.token(), "s3cret", "integrated_account_id", "?"] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
        assert!(!keeper.all().contains(sandbox.token()), "spans of no crate show it");
        assert!(keeper.events().iter().any(|event| event.fields.contains_key("truto.limit.wait_ms")));
    });
}

#[test]
fn hooks_report_retries_and_limits() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let sandbox = Sandbox::start().await.unwrap();
        let told: Arc<Mutex<Vec<String>>> = Arc::default();
        let (retries, limits) = (Arc::clone(&told), Arc::clone(&told));
        let client = client_builder(&sandbox)
            .backoff(Backoff::new(Duration::from_millis(1), Duration::from_millis(2)))
            .on_retry(move |retry| {
                let status = retry.error().status();
                let told = format!("again {} {} {status:?}", retry.endpoint(), retry.attempts());
                retries.lock().unwrap().push(told);
            })
            .on_rate_limit(move |limit| {
                // After a 429 without a time the client waits one second plus at most a tenth, minus the time that has passed.
                let within = Duration::ZERO < limit.wait() && limit.wait() <= Duration::from_millis(1_100);
                limits.lock().unwrap().push(format!("limit {} {within}", limit.account().unwrap()));
            });
        let account = client.build().unwrap().account(sandbox.accounts().salesforce).unwrap();
        sandbox.script(Fault::status(StatusCode::GATEWAY_TIMEOUT));
        let zero = http::HeaderValue::from_static("0");
        sandbox.script(Fault::status(StatusCode::TOO_MANY_REQUESTS).header(http::header::RETRY_AFTER, zero));
        let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
        let answer = link.send(&account).with_meta().await.unwrap();
        assert_eq!(answer.meta.attempts(), 3);
        assert_eq!(
            *told.lock().unwrap(),
            [
                "again POST /unified/crm/associations 1 Some(504)".to_owned(),
                format!("limit {} true", account.id()),
                "again POST /unified/crm/associations 2 Some(429)".to_owned(),
            ]
        );
        // A call that is not retried must not report a retry.
        let hour = http::HeaderValue::from_static("3600");
        sandbox.script(Fault::status(StatusCode::TOO_MANY_REQUESTS).header(http::header::RETRY_AFTER, hour));
        let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
        link.send(&account).await.unwrap_err();
        assert_eq!(told.lock().unwrap()[3..], [format!("limit {} false", account.id())]);
    });
}

#[test]
fn an_option_after_the_first_poll_is_a_warning() {
    kept(|keeper| async move {
        let sandbox = Sandbox::start().await.unwrap();
        let account = account(&sandbox);
        let link = || CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts).send(&account);
        let late = || {
            let mut call = link();
            assert!(polled(&mut call).is_pending());
            call
        };
        let options = |keeper: &Keeper| -> Vec<String> {
            let warned = keeper.events().into_iter().filter(|event| event.fields.contains_key("truto.option"));
            let warned = warned.map(|event| {
                assert_eq!(event.fields["url.template"], "/unified/crm/associations");
                event.fields["truto.option"].clone()
            });
            warned.collect()
        };
        link().deadline(Duration::from_secs(9)).with_meta().await.unwrap();
        assert_eq!(options(&keeper), Vec::<String>::new());
        late().deadline(Duration::ZERO).idempotency_key("s3cret").await.unwrap();
        assert!(late().raw().await.is_err());
        assert_eq!(options(&keeper), ["deadline", "idempotency_key", "raw"]);
        assert!(!keeper.all().contains("s3cret"));
    });
}

#[test]
fn an_option_of_a_started_list_is_a_warning() {
    kept(|keeper| async move {
        let sandbox = Sandbox::builder().endpoints(endpoints![ListContacts]).start().await.unwrap();
        let account = account(&sandbox);
        let mut items = ListContacts {}.items(&account).deadline(Duration::from_secs(9));
        sandbox.keep(account.id(), "crm/contacts", truto_core::json!({ "name": "Ada" }));
        assert!(items.try_next().await.unwrap().is_some());
        drop(items.max_attempts(1).prefetch(3));
        let late: Vec<_> =
            keeper.events().iter().filter_map(|event| event.fields.get("truto.option").cloned()).collect();
        assert_eq!(late, ["max_attempts", "prefetch"]);
    });
}
