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

    pub(crate) fn is_empty(&self) -> bool {
        lock(&self.waiting).is_empty()
    }

    pub(crate) fn take(&self, method: &Method, path: &str, account: Option<&str>) -> Option<Fault> {
        let mut waiting = lock(&self.waiting);
        let at = waiting.iter().position(|fault| matches(fault, method, path, account))?;
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

fn matches(fault: &Fault, method: &Method, path: &str, account: Option<&str>) -> bool {
    let path_fits = fault.path.as_deref().is_none_or(|pattern| match pattern.strip_suffix('*') {
        Some(prefix) => path.starts_with(prefix),
        None => path == pattern,
    });
    let account_fits =
        fault.account.as_deref().is_none_or(|own| account.is_some_and(|account| account.eq_ignore_ascii_case(own)));
    path_fits && account_fits && fault.method.as_ref().is_none_or(|own| own == method)
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

        let take = |method: Method, path, account| script.take(&method, path, account).is_some();
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
