//! TLS: certificates that are not trusted, and handshakes that fail.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rcgen::{CertificateParams, CertifiedIssuer, DnType, KeyPair, SanType};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use truto_core::Account;
use truto_core::error::{Clock, Error, NetworkKind, Outcome};
use truto_core::reqwest::Certificate;
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::support::{
    ACCOUNT, Kind, MILLISECOND, Scene, TOKEN, contact, failed, http1_response, quick_client, wired_client,
};
use crate::wiring::{Wiring, is_direct};

crate::faults! {
    "tls";
    "a certificate of a trusted authority" => "the call succeeds": a_trusted_certificate on socket;
    "a proxy on the way" => "a tunnel through the proxy; the server's certificate is checked as usual": a_tunnel on socket;
    "an unknown authority" => "`Tls`, not sent, not retried, never sent without TLS": an_unknown_authority on socket;
    "a certificate for another host" => "the same": another_host on socket;
    "a certificate that has expired" => "the same": an_expired_certificate on socket;
    "a server that does not speak TLS" => "the same": no_tls_at_all on socket;
    "a machine without a certificate store" => "plain http works; for https `build` says what to install, or uses the caller's certificates":
        a_machine_without_certificates on socket;
    "the handshake stalls" => "`connect_timeout` bounds it, not sent": a_handshake_that_stalls on socket;
}

/// Flaw of a certificate.
pub(crate) enum Flaw {
    None,
    OtherHost,
    Expired,
}

/// Returns the TLS acceptor of a server with this flaw, and its certificate authority as PEM text.
pub(crate) fn acceptor(flaw: &Flaw, protocols: &[&str]) -> (TlsAcceptor, String) {
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    authority.distinguished_name.push(DnType::CommonName, "faults");
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let mut server = CertificateParams::new(Vec::new()).unwrap();
    server.subject_alt_names = vec![match flaw {
        Flaw::OtherHost => SanType::DnsName("crm.example".try_into().unwrap()),
        Flaw::None | Flaw::Expired => SanType::IpAddress("127.0.0.1".parse().unwrap()),
    }];
    if matches!(flaw, Flaw::Expired) {
        server.not_before = rcgen::date_time_ymd(2020, 1, 1);
        server.not_after = rcgen::date_time_ymd(2021, 1, 1);
    }
    let certificate = server.signed_by(&key, &authority).unwrap();
    let chain = vec![CertificateDer::from(certificate.der().to_vec())];
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let mut config = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).unwrap();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    (TlsAcceptor::from(Arc::new(config)), authority.pem())
}

/// Starts a server with this flaw, and returns its URL and certificate authority.
async fn serve(flaw: Flaw) -> (String, String) {
    let (acceptor, authority) = acceptor(&flaw, &[]);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                let mut request = [0; 8192];
                // A client that refuses the certificate closes the connection here, which the test asserts.
                if stream.read(&mut request).await.is_ok_and(|read| read > 0) {
                    stream.write_all(&http1_response(&contact().to_string())).await.unwrap();
                    stream.shutdown().await.unwrap();
                }
            });
        }
    });
    (url, authority)
}

fn account(url: &str, authority: Option<String>) -> Account {
    let wiring = Wiring { authority, ..Wiring::default() };
    wired_client(url, wiring).build().unwrap().account(ACCOUNT).unwrap()
}

async fn is_refused(account: Account) {
    for kind in Kind::ALL {
        let error = failed(kind.call(&account, "x").await, TOKEN);
        let Error::Network(network) = &error else { panic!("{error}") };
        assert_eq!(network.kind(), NetworkKind::Tls, "{error}");
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 1), "{error}");
    }
}

async fn a_trusted_certificate() {
    let (url, authority) = serve(Flaw::None).await;
    Kind::Write.call(&account(&url, Some(authority)), "x").await.unwrap();
}

async fn a_tunnel() {
    let (server, authority) = serve(Flaw::None).await;
    let (_, other) = serve(Flaw::None).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let proxy = format!("http://user:s3cret@{}", listener.local_addr().unwrap());
    let to = server.strip_prefix("https://").unwrap().to_owned();
    let tunnels = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&tunnels);
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(client.read_u8().await.unwrap());
            }
            let head = String::from_utf8(head).unwrap().to_lowercase();
            assert!(head.starts_with(&format!("connect {to} http/1.1\r\n")), "{head}");
            assert!(head.contains("\r\nproxy-authorization: basic dxnlcjpzm2nyzxq=\r\n"), "{head}");
            client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await.unwrap();
            counter.fetch_add(1, Ordering::SeqCst);
            let mut server = TcpStream::connect(&to).await.unwrap();
            tokio::spawn(async move { tokio::io::copy_bidirectional(&mut client, &mut server).await });
        }
    });
    let account = |authority| {
        let wiring = Wiring { authority: Some(authority), proxy: Some(proxy.clone()), ..Wiring::default() };
        wired_client(&server, wiring).build().unwrap().account(ACCOUNT).unwrap()
    };
    Kind::Write.call(&account(authority), "x").await.unwrap();
    assert_eq!(tunnels.load(Ordering::SeqCst), 1);
    is_refused(account(other)).await;
}

async fn an_unknown_authority() {
    let (url, _) = serve(Flaw::None).await;
    let (_, other) = serve(Flaw::None).await;
    is_refused(account(&url, Some(other))).await;
}

async fn another_host() {
    let (url, authority) = serve(Flaw::OtherHost).await;
    is_refused(account(&url, Some(authority))).await;
}

async fn an_expired_certificate() {
    let (url, authority) = serve(Flaw::Expired).await;
    is_refused(account(&url, Some(authority))).await;
}

async fn no_tls_at_all() {
    let server = FaultServer::start().await.unwrap();
    server.otherwise(Reply::garbage("HTTP/1.1 400 Bad Request\r\n\r\n"));
    is_refused(account(&server.url().replace("http://", "https://"), None)).await;
    assert!(server.received().is_empty(), "no request is sent without TLS");
}

async fn a_handshake_that_stalls() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = quick_client(&url).connect_timeout(100 * MILLISECOND).max_attempts(2).build().unwrap();
    let account = client.account(ACCOUNT).unwrap();
    let error = failed(Kind::Write.call(&account, "x").await, TOKEN);
    let Error::Timeout(timeout) = &error else { panic!("{error}") };
    assert_eq!((timeout.clock(), error.outcome(), error.attempts()), (Clock::Connect, Outcome::NotSent, 2));
}

async fn a_machine_without_certificates() {
    const STORE: &str = "SSL_CERT_FILE";
    const NOWHERE: &str = "no-such-file";
    if std::env::var_os(STORE).is_none_or(|store| store != NOWHERE) {
        // The certificate store is found by environment variables, so the test needs a separate process.
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "tls::a_machine_without_certificates"]);
        let output = child.env(STORE, NOWHERE).env("SSL_CERT_DIR", NOWHERE).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let scene = Scene::new().await;
    Kind::Write.call(&scene.account, "plain").await.unwrap();
    assert_eq!(scene.written("plain"), 1);
    quick_client("http://crm.example").allow_plain_http(true).build().unwrap();

    let (url, authority) = serve(Flaw::None).await;
    let error = quick_client(&url).build().unwrap_err();
    let (setting, way_out) =
        if is_direct() { ("direct", "`Direct::certificates_only`") } else { ("transport", "`configure_reqwest`") };
    assert!(matches!(&error, Error::Config(config) if config.setting() == setting), "{error}");
    for said in ["certificates", "`ca-certificates`", "`SSL_CERT_FILE`", way_out] {
        assert!(error.to_string().contains(said), "{error}");
    }
    Kind::Write.call(&account(&url, Some(authority.clone())), "x").await.unwrap();
    if is_direct() {
        return;
    }
    let merged = quick_client(&url).configure_reqwest(move |reqwest| {
        reqwest.no_proxy().tls_certs_merge([Certificate::from_pem(authority.as_bytes()).unwrap()])
    });
    Kind::Write.call(&merged.build().unwrap().account(ACCOUNT).unwrap(), "x").await.unwrap();
}
