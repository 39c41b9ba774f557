//! Posts a body to a URL on loopback. No other address is ever called: a sandbox must not reach into a network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderName, HeaderValue, USER_AGENT};
use http::uri::{Authority, Scheme};
use http::{Request, Uri};
use http_body_util::Full;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// How long the receiver has time to answer.
const PATIENCE: Duration = Duration::from_secs(10);
const SIGNATURE: HeaderName = HeaderName::from_static("x-truto-signature");

/// Posts a body, and returns the status of the answer, or the reason if the receiver does not answer.
pub(crate) async fn post(url: &str, signature: Option<&str>, body: Bytes) -> Result<u16, String> {
    let (addresses, request) = request(url, signature, body)?;
    match tokio::time::timeout(PATIENCE, exchange(&addresses, request)).await {
        Ok(answer) => answer.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer in {} s", PATIENCE.as_secs())),
    }
}

async fn exchange(
    addresses: &[SocketAddr],
    request: Request<Full<Bytes>>,
) -> Result<u16, Box<dyn std::error::Error + Send + Sync>> {
    let stream = TcpStream::connect(addresses).await?;
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
    let answer = async move { sender.send_request(request).await.map(|answer| answer.status().as_u16()) };
    // The connection ends when its sender is gone.
    let (answer, _) = tokio::join!(answer, connection);
    Ok(answer?)
}

/// The addresses of the receiver, and the request.
fn request(url: &str, signature: Option<&str>, body: Bytes) -> Result<(Vec<SocketAddr>, Request<Full<Bytes>>), String> {
    let uri: Uri = url.parse().map_err(|error| format!("not a URL: {error}"))?;
    if uri.scheme() != Some(&Scheme::HTTP) {
        return Err(
            "the sandbox delivers to `http://` URLs only, because a receiver on loopback has no certificate".to_owned()
        );
    }
    let addresses = loopback(&uri).ok_or("the sandbox delivers to loopback only, such as `http://127.0.0.1:8080`")?;
    let host = uri.authority().map(Authority::as_str).unwrap_or_default();
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let mut request = Request::post(target)
        .header(HOST, host)
        .header(USER_AGENT, "truto")
        .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
        .header(CONTENT_LENGTH, body.len())
        .header(CONNECTION, HeaderValue::from_static("close"));
    if let Some(signature) = signature {
        request = request.header(SIGNATURE, signature);
    }
    let request = request.body(Full::new(body)).map_err(|error| error.to_string())?;
    Ok((addresses, request))
}

/// The addresses of a host on loopback. A name is never looked up.
fn loopback(uri: &Uri) -> Option<Vec<SocketAddr>> {
    let port = uri.port_u16().unwrap_or(80);
    let host = uri.host()?;
    if host.eq_ignore_ascii_case("localhost") {
        let both = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        return Some(both.map(|address| SocketAddr::new(address, port)).to_vec());
    }
    let address: IpAddr = host.trim_start_matches('[').trim_end_matches(']').parse().ok()?;
    address.to_canonical().is_loopback().then(|| vec![SocketAddr::new(address, port)])
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::request;

    #[test]
    fn only_loopback_is_called() {
        for url in ["http://127.0.0.1:80/x?y=1", "http://[::1]:80", "http://localhost:9", "http://127.8.9.1"] {
            assert!(request(url, None, Bytes::new()).is_ok(), "{url}");
        }
        for url in [
            "https://127.0.0.1",
            "http://10.0.0.1",
            "http://localhost.example",
            "http://8.8.8.8",
            "/x",
            "",
            "http://[::2]",
        ] {
            assert!(request(url, None, Bytes::new()).is_err(), "{url}");
        }
    }
}
