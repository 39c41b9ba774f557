//! Settings: invalid values are refused before anything is sent, and extreme values work.

use std::time::Duration;

use http::Response;
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::error::Error;
use truto_core::settings::ClientBuilder;
use truto_core::settings::{Backoff, MinThroughput, OnLimit, RetryBudget};
use truto_core::transport::{Body, Direct};
use truto_core::{CallOptions, Client};

use crate::support::{answering, response};

fn refused(builder: ClientBuilder) -> String {
    match builder.build() {
        Err(Error::Config(error)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_token_that_is_not_a_header_value_is_refused() {
    for token in ["", " ", "a\nb", "a\n", "\ta", "a b", "Bearer abc", "é", "a\u{0}"] {
        let message = refused(Client::builder().token(token));
        assert!(message.starts_with("`token` "), "{message}");
        assert!(token.trim().len() < 3 || !message.contains(token.trim()), "{message}");
    }
    assert!(refused(Client::builder()).contains("TRUTO_API_TOKEN"));
}

#[test]
fn an_unsafe_base_url_is_refused() {
    let with = |url: &str| Client::builder().token("t").base_url(url);
    for url in
        ["https://api.truto.one?x=1", "http://api.truto.one", "https://u:p@api.truto.one", "ftp://x", "truto", "/"]
    {
        assert!(refused(with(url)).starts_with("`base_url` "), "{url}");
    }
    for url in ["http://127.0.0.1:1", "http://localhost:8080/prefix", "http://[::1]", "https://api.truto.one/v1/"] {
        with(url).build().unwrap();
    }
    let open = with("http://intranet").allow_plain_http(true).build().unwrap();
    assert!(format!("{open:?}").contains("allow_plain_http: true"));
}

#[test]
fn a_direct_transport_that_cannot_be_set_up_is_refused() {
    const FIX: &str = "remove it, or the other: a client has one transport";
    let direct = |direct: Direct| Client::builder().token("t").base_url("https://api.example").direct(direct);
    let transport = tower::service_fn(|_| async { Ok::<_, std::io::Error>(Response::new(Body::empty())) });
    for (builder, message) in [
        (direct(Direct::new()).transport(transport), format!("is set together with `transport`: {FIX}")),
        (
            direct(Direct::new()).configure_reqwest(|reqwest| reqwest),
            format!("is set together with `configure_reqwest`: {FIX}"),
        ),
        (
            direct(Direct::new().certificates_only("no certificate")),
            "has a PEM text without a certificate: give certificates as PEM text".to_owned(),
        ),
    ] {
        assert_eq!(refused(builder), format!("`direct` {message}"));
    }
    for pem in ["-----BEGIN CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        let message = refused(direct(Direct::new().certificates_only(pem)));
        assert!(message.starts_with("`direct` cannot be set up ("), "{message}");
        assert!(message.ends_with("): give certificates as PEM text"), "{message}");
    }
    for proxy in ["", "socks5://u:s3cret@proxy.example", "u:s3cret@", "ftp://u:s3cret@proxy.example", "/proxy"] {
        let settings = Direct::new().proxy(proxy);
        assert!(!format!("{settings:?}").contains("s3cret"));
        let message = refused(direct(settings));
        assert!(message.starts_with("`direct` has a proxy that is not the URL of an http or https proxy"), "{message}");
        assert!(!message.contains("s3cret"), "{message}");
    }
    let client = direct(Direct::new().proxy("http://u:s3cret@proxy.example:3128")).build().unwrap();
    assert!(!format!("{client:?}").contains("s3cret"));
}

#[test]
fn an_account_is_a_uuid() {
    let client = Client::builder().token("t").build().unwrap();
    for id in ["", "abc", "62f44730-dd91-461e-bd6a-aedd9e0ad79", "62f44730-dd91-461e-bd6a-aedd9e0ad79d&x=1", "<id>"] {
        let error = client.account(id).unwrap_err();
        assert!(error.to_string().starts_with("`integrated_account_id` is not a UUID"), "{error}");
    }
    // Swapped arguments, with a short and with a long token.
    for token in ["t0p-s3cret".to_owned(), "t0p-s3cret".repeat(5)] {
        let client = Client::builder().token(&token).build().unwrap();
        let error = client.account(&token).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn extreme_settings_neither_panic_nor_hang() {
    type Set = fn(CallOptions, Duration, u32) -> CallOptions;
    const EACH: &[Set] = &[
        |options, time, _| options.deadline(time),
        |options, time, _| options.attempt_timeout(time),
        |options, time, _| options.first_byte_timeout(time),
        |options, time, _| options.stall_timeout(time),
        |options, time, number| options.min_throughput(MinThroughput::new(number.into(), time)),
        // A call without a deadline must not wait for ever.
        |options, time, _| options.backoff(Backoff::new(time, Duration::from_secs(1))),
        |options, _, number| options.max_attempts(number.min(9)),
        |options, _, number| options.retry_budget(RetryBudget::percent(number).reserve(number)),
        |options, _, number| options.max_concurrency_per_account(number),
        |options, _, number| options.max_redirects(number),
        |options, _, number| options.max_body_bytes(number.into()),
        |options, _, _| options.on_limit(OnLimit::Fail),
    ];
    for status in [200, 429, 503] {
        for (time, number) in [(Duration::ZERO, 0), (Duration::MAX, u32::MAX)] {
            for set in EACH.chunks(1).chain([EACH]) {
                let (account, _) = answering(move || response(status, "application/json", "{}"));
                let options = set.iter().fold(CallOptions::new(), |options, set| set(options, time, number));
                let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts);
                let call = link.send(&account.with(options.clone()));
                let ended = tokio::time::timeout(Duration::from_secs(3600), call).await;
                assert!(ended.is_ok_and(|result| status == 200 || result.is_err()), "{options:?}");
            }
        }
    }
}
