//! The queue of scripted faults.
//!
//! Taking a fault is atomic, so `times(2)` hits exactly two requests even if they come at the same time.

use std::collections::VecDeque;
use std::sync::Mutex;

use http::Method;

use super::Fault;
use crate::lock::lock;

/// The waiting faults, in the order in which they were scripted.
#[derive(Debug, Default)]
pub(crate) struct Script {
    waiting: Mutex<VecDeque<Fault>>,
}

impl Script {
    pub(crate) fn push(&self, fault: Fault) {
        if fault.times > 0 {
            lock(&self.waiting).push_back(fault);
        }
    }

    /// Takes the first fault that matches a request. Its account is only read if a fault asks for it.
    pub(crate) fn take(&self, method: &Method, path: &str, account: impl Fn() -> Option<String>) -> Option<Fault> {
        let mut waiting = lock(&self.waiting);
        let at = waiting.iter().position(|fault| matches(fault, method, path, &account))?;
        let fault = waiting.get_mut(at)?;
        fault.times -= 1;
        if fault.times > 0 { Some(fault.clone()) } else { waiting.remove(at) }
    }

    pub(crate) fn waiting(&self) -> Vec<Fault> {
        lock(&self.waiting).iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        lock(&self.waiting).clear();
    }
}

fn matches(fault: &Fault, method: &Method, path: &str, account: impl Fn() -> Option<String>) -> bool {
    let path_fits = fault.path.as_deref().is_none_or(|pattern| match pattern.strip_suffix('*') {
        Some(prefix) => path.starts_with(prefix),
        None => path == pattern,
    });
    let account_fits = |own: &String| account().is_some_and(|account| account.eq_ignore_ascii_case(own));
    path_fits
        && fault.method.as_ref().is_none_or(|own| own == method)
        && fault.account.as_ref().is_none_or(account_fits)
}

#[cfg(test)]
mod tests {
    use http::{Method, StatusCode};

    use super::{Fault, Script};

    #[test]
    fn a_fault_hits_only_matching_requests_and_only_so_often() {
        let script = Script::default();
        let bad = Fault::status(StatusCode::BAD_GATEWAY);
        script.push(bad.clone().method(Method::POST).path("/unified/crm/*").account("A").times(2));
        script.push(bad.clone().path("/ping"));
        script.push(bad.times(0));

        let take = |method: Method, path, account: Option<&str>| {
            script.take(&method, path, || account.map(str::to_owned)).is_some()
        };
        assert!(!take(Method::GET, "/unified/crm/x", Some("a")));
        assert!(!take(Method::POST, "/unified/hris/x", Some("a")));
        assert!(!take(Method::POST, "/unified/crm/x", Some("b")));
        assert!(!take(Method::POST, "/unified/crm/x", None));
        assert!(!take(Method::GET, "/ping/x", None), "without a star the whole path counts");
        assert!(take(Method::POST, "/unified/crm/x", Some("a")));
        assert!(take(Method::POST, "/unified/crm/y", Some("a")));
        assert!(!take(Method::POST, "/unified/crm/x", Some("a")), "used up");
        assert_eq!(script.waiting().len(), 1);
        assert!(take(Method::GET, "/ping", None));
        assert!(script.waiting().is_empty());
    }
}
