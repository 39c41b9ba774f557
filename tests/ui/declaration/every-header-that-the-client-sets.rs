// errors: 18
//! A declaration cannot set what the client sends.
//! Each message says who sets it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(header = "Accept")]
    pub accept: Option<String>,
    #[truto(header = "Accept-Encoding")]
    pub accept_encoding: Option<String>,
    #[truto(header = "Authorization")]
    pub authorization: Option<String>,
    #[truto(header = "Connection")]
    pub connection: Option<String>,
    #[truto(header = "Content-Encoding")]
    pub content_encoding: Option<String>,
    #[truto(header = "Content-Length")]
    pub content_length: Option<String>,
    #[truto(header = "Content-Type")]
    pub content_type: Option<String>,
    #[truto(header = "Cookie")]
    pub cookie: Option<String>,
    #[truto(header = "Expect")]
    pub expect: Option<String>,
    #[truto(header = "Host")]
    pub host: Option<String>,
    #[truto(header = "Idempotency-Key")]
    pub idempotency_key: Option<String>,
    #[truto(header = "Keep-Alive")]
    pub keep_alive: Option<String>,
    #[truto(header = "Proxy-Authorization")]
    pub proxy_authorization: Option<String>,
    #[truto(header = "TE")]
    pub te: Option<String>,
    #[truto(header = "Trailer")]
    pub trailer: Option<String>,
    #[truto(header = "Transfer-Encoding")]
    pub transfer_encoding: Option<String>,
    #[truto(header = "Upgrade")]
    pub upgrade: Option<String>,
    #[truto(header = "User-Agent")]
    pub user_agent: Option<String>,
}

fn main() {}
