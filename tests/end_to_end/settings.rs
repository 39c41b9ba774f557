//! Settings that cannot be used: a clear error, and nothing sent.

use truto_core::error::Error;
use truto_core::{Client, ClientBuilder};

fn refused(builder: ClientBuilder) -> String {
    match builder.build() {
        Err(Error::Config(error)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_token_that_no_header_can_carry_is_refused() {
    for token in ["", " ", "a\nb", "a\n", "\ta", "a b", "Bearer abc", "é", "a\u{0}"] {
        let message = refused(Client::builder().token(token));
        assert!(message.starts_with("`token` "), "{message}");
        assert!(token.trim().len() < 3 || !message.contains(token.trim()), "{message}");
    }
    assert!(refused(Client::builder()).contains("TRUTO_API_TOKEN"));
}

#[test]
fn a_base_url_that_a_token_must_not_go_to_is_refused() {
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
fn an_account_is_a_uuid() {
    let client = Client::builder().token("t").build().unwrap();
    for id in ["", "abc", "62f44730-dd91-461e-bd6a-aedd9e0ad79", "62f44730-dd91-461e-bd6a-aedd9e0ad79d&x=1", "<id>"] {
        let error = client.account(id).unwrap_err();
        assert!(error.to_string().starts_with("`integrated_account_id` is not a UUID"), "{error}");
    }
    // Two arguments that were swapped, a short token and a long one.
    for token in ["t0p-s3cret".to_owned(), "t0p-s3cret".repeat(5)] {
        let client = Client::builder().token(&token).build().unwrap();
        let error = client.account(&token).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    }
}
