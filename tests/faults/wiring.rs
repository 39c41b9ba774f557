//! The connections of a client, over reqwest or, with `TRUTO_TRANSPORT=direct`, over the direct transport.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use futures_util::future::BoxFuture;
use truto_core::reqwest;
use truto_core::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use truto_core::settings::ClientBuilder;
use truto_core::transport::Direct;

/// Whether the tests use the direct transport instead of reqwest.
pub(crate) fn is_direct() -> bool {
    std::env::var("TRUTO_TRANSPORT").is_ok_and(|transport| transport == "direct")
}

/// What a test asks of its connections, in words that both transports know. Only a named proxy is used.
#[derive(Clone, Default)]
pub(crate) struct Wiring {
    pub(crate) proxy: Option<String>,
    /// The only certificate that is trusted, as PEM text.
    pub(crate) authority: Option<String>,
    pub(crate) resolver: Option<Resolver>,
    pub(crate) http2_prior_knowledge: bool,
    pub(crate) pool_max_idle_per_host: Option<usize>,
}

/// Finds the addresses of a host.
pub(crate) type Resolver = Arc<dyn Fn() -> BoxFuture<'static, Result<Vec<IpAddr>, String>> + Send + Sync>;

impl Wiring {
    /// Connects with the transport that is tested.
    pub(crate) fn apply_to(self, client: ClientBuilder) -> ClientBuilder {
        if is_direct() {
            client.direct(self.direct())
        } else {
            client.configure_reqwest(move |client| self.reqwest(client))
        }
    }

    fn direct(self) -> Direct {
        let mut direct = match self.proxy {
            Some(proxy) => Direct::new().proxy(proxy),
            None => Direct::new().no_proxy(),
        };
        if let Some(pem) = self.authority {
            direct = direct.certificates_only(pem);
        }
        if let Some(resolver) = self.resolver {
            direct = direct.resolver(move |_| resolver());
        }
        if self.http2_prior_knowledge {
            direct = direct.http2_prior_knowledge();
        }
        match self.pool_max_idle_per_host {
            Some(most) => direct.pool_max_idle_per_host(most),
            None => direct,
        }
    }

    fn reqwest(&self, mut client: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
        client = match &self.proxy {
            Some(proxy) => client.proxy(reqwest::Proxy::all(proxy).unwrap()),
            None => client.no_proxy(),
        };
        if let Some(pem) = &self.authority {
            client = client.tls_certs_only([reqwest::Certificate::from_pem(pem.as_bytes()).unwrap()]);
        }
        if let Some(resolver) = &self.resolver {
            client = client.dns_resolver(Arc::new(ReqwestResolver(Arc::clone(resolver))));
        }
        if self.http2_prior_knowledge {
            client = client.http2_prior_knowledge();
        }
        match self.pool_max_idle_per_host {
            Some(most) => client.pool_max_idle_per_host(most),
            None => client,
        }
    }
}

struct ReqwestResolver(Resolver);

impl Resolve for ReqwestResolver {
    fn resolve(&self, _: Name) -> Resolving {
        let found = (self.0)();
        Box::pin(async move {
            let addresses = found.await?.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(addresses) as Addrs)
        })
    }
}
