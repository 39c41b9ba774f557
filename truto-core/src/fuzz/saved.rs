//! Feeds the reader of saved calls with texts that somebody changed: what it accepts goes to the account, and below the paths of accounts.

use proptest::proptest;

use super::input::{config, edited};
use crate::client::Client;
use crate::saved::SavedCall;
use crate::transport::base_url::{BaseUrl, Target};

const SEEDS: &[&str] = &[
    r#"{"version":1,"endpoint":"POST /unified/crm/contacts/merge","path":"/unified/crm/contacts/merge","query":"a%5Bb%5D=1&c=d,e","headers":[["x-key","v"]],"providers":["close"],"body":{"a":[1.5,null]},"secrets":["v"]}"#,
    r#"{"version":1,"endpoint":"GET /proxy/tickets","path":"/proxy/tickets/","query":"integrated=1&account_id=2","paginated":true,"cursor":"2"}"#,
    r#"{"version":1,"endpoint":"PUT /custom/v1/a b","path":"/custom/v1/a%20b%2Fc","file":{"base64":"aGk=","content_type":"a/b"}}"#,
    r#"{"version":1,"endpoint":"POST /unified/a/b","path":"/unified/a/b","parts":[{"name":"a","value":[]},{"name":"f","file":{"base64":"aGk="}}]}"#,
];

#[test]
fn a_changed_call_goes_to_the_account_and_nowhere_else() {
    let client = Client::builder().token("t").base_url("https://api.example/prefix").build().unwrap();
    let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap();
    let base = BaseUrl::parse("https://api.example/prefix", false).unwrap();
    for seed in SEEDS {
        serde_json::from_str::<SavedCall>(seed).unwrap();
    }
    proptest!(config(), |(text in edited(SEEDS))| {
        let Ok(saved) = serde_json::from_slice::<SavedCall>(&text) else { return Ok(()) };
        let written = serde_json::to_string(&saved).unwrap();
        let read: SavedCall = serde_json::from_str(&written).unwrap();
        assert!(read == saved && read.identity() == saved.identity(), "{written}");
        let request = saved.encode(account.handle()).unwrap().with_cursor();
        let url = Target::Path(&base, &request.path_and_query).url();
        assert_eq!((url.scheme(), url.host_str(), url.port()), ("https", Some("api.example"), None));
        let path = url.path();
        let below = path.strip_prefix("/prefix/").unwrap();
        assert!(["unified/", "proxy/", "custom/"].iter().any(|root| below.starts_with(root)), "{path}");
        let is_account = |name: &str| name.split('[').next().unwrap().trim() == "integrated_account_id";
        let accounts: Vec<_> = url.query_pairs().filter(|(name, _)| is_account(name)).collect();
        assert!(accounts.len() == 1 && accounts[0].1 == account.id(), "{accounts:?}");
        // No parser of a URL reads it as another one.
        assert!(url.as_str().ends_with(&request.path_and_query), "{url}");
        let is_clean = |value: &http::HeaderValue| !value.as_bytes().iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0));
        assert!(request.headers.iter().all(|(_, value)| is_clean(value)), "{written}");
    });
}
