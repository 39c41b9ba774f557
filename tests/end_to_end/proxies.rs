//! Proxies of the environment. Each test reads them in a process of its own.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, Mutex};

use truto_core::Client;
use truto_core::crm::{CreateAssociation, crm_entity};

use crate::support::{ACCOUNT, TOKEN, tested};

const CHILD: &str = "proxies::a_call_behind_proxies_of_the_environment";
const URL: &str = "END_TO_END_URL";
const VARIABLES: [&str; 9] = [
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
    "REQUEST_METHOD",
];

/// A proxy that answers every request with 407, and the heads that it received.
struct Proxy {
    address: String,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let heads: Arc<Mutex<Vec<String>>> = Arc::default();
        let log = Arc::clone(&heads);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let lines = BufReader::new(&stream).lines().map(Result::unwrap).take_while(|line| !line.is_empty());
                let head: Vec<String> = lines.collect();
                log.lock().unwrap().push(head.join("\n"));
                let answer =
                    "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        Self { address, heads }
    }

    /// The heads that arrived since the last time.
    fn heads(&self) -> Vec<String> {
        std::mem::take(&mut self.heads.lock().unwrap())
    }
}

/// Runs in the child process of the other tests. Without the variable it has nothing to test.
#[tokio::test]
async fn a_call_behind_proxies_of_the_environment() {
    let Ok(url) = std::env::var(URL) else { return };
    let client = tested(Client::builder().token(TOKEN).base_url(url).allow_plain_http(true)).max_attempts(1);
    let request = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    let error = request.send(&client.build().unwrap().account(ACCOUNT).unwrap()).await.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("s3cret") && !shown.contains("czNjcmV0"), "{shown}");
    println!("SAID {error}");
}

/// The error of a call to `url` in this environment.
fn call(url: &str, environment: &BTreeMap<&str, String>) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", CHILD, "--nocapture"]).env(URL, url);
    for variable in VARIABLES {
        child.env_remove(variable);
    }
    let output = child.envs(environment).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said.lines().find_map(|line| line.split_once("SAID ")).unwrap().1.to_owned()
}

#[test]
fn plain_http_names_the_server_and_says_who_asks() {
    let proxy = Proxy::start();
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        let environment = BTreeMap::from([(variable, format!("http://user:s3cret@{}", proxy.address))]);
        let said = call("http://crm.invalid:8080/v1", &environment);
        assert!(said.contains("407"), "{variable}: {said}");
        let [head] = &*proxy.heads() else { panic!("{variable}: no request") };
        let target = "POST http://crm.invalid:8080/v1/unified/crm/associations?integrated_account_id=";
        assert!(head.starts_with(target), "{head}");
        assert!(head.to_lowercase().contains("\nhost: crm.invalid:8080"), "{head}");
        let authorization = head.lines().find(|line| line.to_lowercase().starts_with("proxy-authorization:"));
        assert_eq!(authorization.unwrap().split_once(": ").unwrap().1, "Basic dXNlcjpzM2NyZXQ=");
    }
}

#[test]
fn https_goes_through_a_tunnel_and_only_the_tunnel_says_who_asks() {
    let proxy = Proxy::start();
    for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        let environment = BTreeMap::from([(variable, format!("http://user:s3cret@{}", proxy.address))]);
        let said = call("https://crm.invalid", &environment);
        assert!(said.contains("the proxy refused the connection"), "{variable}: {said}");
        let [head] = &*proxy.heads() else { panic!("{variable}: no request") };
        assert!(head.starts_with("CONNECT crm.invalid:443 HTTP/1.1\n"), "{head}");
        let lines: Vec<String> = head.to_lowercase().lines().map(str::to_owned).collect();
        assert!(lines.contains(&"proxy-authorization: basic dxnlcjpzm2nyzxq=".to_owned()), "{head}");
        assert!(
            !lines.iter().any(|line| line.starts_with("authorization")),
            "the token goes to the server only: {head}"
        );
    }
}

#[test]
fn a_proxy_is_used_only_for_its_scheme_and_hosts() {
    let (proxy, server) = (Proxy::start(), Proxy::start());
    let of = |pairs: &[(&'static str, &str)]| -> BTreeMap<&'static str, String> {
        pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
    };
    let via = format!("http://{}", proxy.address);
    let port = server.address.rsplit(':').next().unwrap();
    for (host, environment) in [
        ("127.0.0.1", of(&[("HTTPS_PROXY", &via)])),
        ("127.0.0.1", of(&[("HTTP_PROXY", &via), ("NO_PROXY", "127.0.0.1")])),
        ("127.0.0.1", of(&[("HTTP_PROXY", &via), ("no_proxy", "crm.example, 127.0.0.0/8")])),
        ("localhost", of(&[("ALL_PROXY", &via), ("NO_PROXY", "*")])),
        // Whoever sends a request to a CGI program could set `HTTP_PROXY` there.
        ("127.0.0.1", of(&[("HTTP_PROXY", &via), ("REQUEST_METHOD", "GET")])),
    ] {
        call(&format!("http://{host}:{port}"), &environment);
        assert_eq!((proxy.heads().len(), server.heads().len()), (0, 1), "{environment:?}");
    }
}
