//! The token is in the one header that needs it, and nowhere else.

use std::fmt::Write as _;

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::{CallOptions, Client, json};

use crate::support::{ACCOUNT, TOKEN, answering, response};

#[tokio::test]
async fn no_output_shows_the_token() {
    // Spelt as no server has to, in a text that is JSON itself.
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

/// What the child process of the next test runs; by itself it has no proxy to ask and passes.
#[tokio::test]
async fn behind_a_proxy_of_the_environment() {
    let Ok(server) = std::env::var("END_TO_END_SERVER") else { return };
    let client = Client::builder().token(TOKEN).base_url(server).build().unwrap();
    let request = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    let error = request.send(&client.account(ACCOUNT).unwrap()).await.unwrap_err();
    assert_eq!(error.status(), Some(418), "{error}");
}

#[test]
fn plain_http_to_this_machine_goes_past_every_proxy() {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    let answering = |status: &'static str| {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = [0; 4096];
                let _ = stream.read(&mut request).unwrap();
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
async fn a_refused_connection_names_no_secret() {
    // A port that was free a moment ago: nobody listens there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = Client::builder().token(TOKEN).base_url(format!("http://127.0.0.1:{port}")).build().unwrap();
    let account = client.account(ACCOUNT).unwrap();
    let request = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).remote_query("k", "hidden");
    let error = request.send(&account).await.unwrap_err();
    assert_eq!(error.outcome(), truto_core::error::Outcome::NotSent);
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains(TOKEN) && !shown.contains("hidden") && !shown.contains("remote_query"), "{shown}");
    assert!(error.to_string().contains("could not connect"), "{error}");
}
