//! The scope of an endpoint: its path is not a misspelt one of an account, and it has nothing that only an account has.

use truto_names::{OF_ACCOUNTS, first_segment};

use crate::diag::{Code, Sink, nearest};
use crate::grammar::Scope;
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    if endpoint.scope == Scope::Account {
        return;
    }
    if let Some(template) = endpoint.template.as_ref().filter(|template| template.is_sound)
        && !endpoint.is_scope_said
    {
        let first = first_segment(&template.text);
        if let Some(meant) = nearest(first, OF_ACCOUNTS) {
            let what = format!("the path begins with `/{first}`, so the endpoint would belong to no account");
            let fix = format!("did you mean `/{meant}`? If not, add `scope = client` to the attribute");
            sink.error(template.span(), Code::Path, what, fix);
            endpoint.scope = Scope::Account;
            return;
        }
    }
    if let Some(first) = endpoint.providers.first() {
        let what = "`providers` is for endpoints of an account, and this endpoint takes the client";
        let fix = if endpoint.is_scope_said {
            "remove `providers`, or `scope = client`"
        } else {
            "remove `providers`, or add `scope = account`"
        };
        sink.error(first.span(), Code::Conflict, what, fix);
        endpoint.providers.clear();
    }
}
