//! The description of a method of the unified API.

use crate::types::RawJson;
use crate::util::visit::{Key, deserialize_object};

/// How an account describes a method of the unified API. [`Account::meta`](crate::Account::meta) asks for it.
///
/// Every part may be missing. Schemas stay unparsed until they are asked for.
///
/// ```
/// use truto_core::describe::MethodMeta;
///
/// let answer = r#"{"method": "list", "schema": {"type": "object"}, "documentation_link": null, "later": 1}"#;
/// let meta: MethodMeta = serde_json::from_str(answer).unwrap();
/// assert_eq!(meta.method.as_deref(), Some("list"));
/// assert_eq!(meta.schema.unwrap().parse::<truto_core::Json>().unwrap()["type"], "object");
/// assert_eq!((meta.documentation_link, meta.query_schema), (None, None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MethodMeta {
    /// Name of the method.
    pub method: Option<String>,
    /// Schema of the record.
    pub schema: Option<RawJson>,
    /// Page of the provider's documentation.
    pub documentation_link: Option<String>,
    /// How the provider's record becomes the unified record: an expression, or an object of them.
    pub response_mapping: Option<RawJson>,
    /// Schema of the query. Filters that it does not name are ignored by the provider.
    pub query_schema: Option<RawJson>,
    /// Schema of the body.
    pub request_body_schema: Option<RawJson>,
    /// Schema of the answer, if the server gives one.
    pub response_schema: Option<RawJson>,
    /// Parameters that the server adds to the query.
    pub default_query: Option<RawJson>,
    /// Members that the server adds to the body.
    pub default_body: Option<RawJson>,
}

deserialize_object!(MethodMeta, "the description of a method", |members| {
    let mut meta = Self::Value::default();
    while let Some(Key(key)) = members.next_key()? {
        let value = members.next_value::<Option<RawJson>>()?;
        // A text of another type counts as missing.
        let text = || value.as_ref().and_then(|value| value.parse().ok());
        match &*key {
            "method" => meta.method = text(),
            "documentation_link" => meta.documentation_link = text(),
            "schema" => meta.schema = value,
            "response_mapping" => meta.response_mapping = value,
            "query_schema" => meta.query_schema = value,
            "request_body_schema" => meta.request_body_schema = value,
            "response_schema" => meta.response_schema = value,
            "default_query" => meta.default_query = value,
            "default_body" => meta.default_body = value,
            _ => {}
        }
    }
    Ok(meta)
});
