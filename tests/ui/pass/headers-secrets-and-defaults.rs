//! The other keys of a field.
//! A secret is sent and never shown.

use truto_core::unified_endpoint;

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Priority(u8);

impl Default for Priority {
    fn default() -> Self {
        Self(3)
    }
}

#[unified_endpoint(POST, "/unified/crm/mails")]
pub struct SendMail {
    pub to: String,
    #[truto(header = "X-Trace")]
    pub trace: Option<String>,
    #[truto(secret)]
    pub password: String,
    #[truto(default)]
    pub priority: Priority,
    #[truto(query, style = repeat)]
    pub tags: Option<Vec<String>>,
}

#[test]
fn they_do_what_they_say() {
    let mail = SendMail::builder().to("a@b").password("hunter2").trace("t").tags(["x"]).build();
    assert!(!format!("{mail:?}").contains("hunter2"), "{mail:?}");
    let sent = serde_json::json!({"to": "a@b", "X-Trace": "t", "password": "hunter2", "priority": 3, "tags": ["x"]});
    assert_eq!(serde_json::to_value(mail).unwrap(), sent);
    assert_eq!(SendMail::builder().to("a").password("b").priority(Priority(1)).build().priority, Priority(1));
}
