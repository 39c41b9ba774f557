//! The URLs of the last writes. Those to one collection of an account are all the same, and parsing a URL takes a twentieth of the
//! instructions of a call.

use std::sync::RwLock;

use url::Url;

use crate::transport::base_url::Target;

const SLOTS: usize = 64;
/// A longer URL is not kept, in bytes.
const LONGEST: usize = 512;

/// Some URLs, each in its slot.
pub(crate) struct Urls(Box<[RwLock<Option<Url>>; SLOTS]>);

impl Urls {
    /// The URL of `target`. A slot that is in use by another call is neither waited for nor changed.
    pub(crate) fn get(&self, target: Target<'_>) -> Url {
        let Target::Path(base_url, path_and_query) = target else { return target.url() };
        let slot = self.slot(path_and_query);
        if let Ok(known) = slot.try_read()
            && let Some(url) = known.as_ref().filter(|url| base_url.is_base_of(url, path_and_query))
        {
            return url.clone();
        }
        let url = target.url();
        if url.as_str().len() <= LONGEST
            && let Ok(mut slot) = slot.try_write()
        {
            *slot = Some(url.clone());
        }
        url
    }

    /// The slot is that of the length and of the end, where the accounts differ: a hash of the whole text takes as many instructions
    /// as all the rest.
    fn slot(&self, path_and_query: &str) -> &RwLock<Option<Url>> {
        let end = path_and_query.bytes().rev().take(3).fold(0, |sum, byte| sum * 7 + usize::from(byte));
        &self.0[(path_and_query.len() + end) % SLOTS]
    }
}

impl Default for Urls {
    fn default() -> Self {
        Self(Box::new([const { RwLock::new(None) }; SLOTS]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::base_url::BaseUrl;

    #[test]
    fn a_known_url_is_that_of_its_own_request() {
        let urls = Urls::default();
        for base in ["https://api.truto.one", "https://gate.example/truto/"] {
            let base = BaseUrl::parse(base, false).unwrap();
            let paths = (0..500).map(|number| format!("/unified/crm/contacts?integrated_account_id={number}"));
            let odd = ["/a/../b", "/b", "/a b?c=é", "//a", "/a?b?c", "/"].map(str::to_owned);
            for path in paths.chain(odd) {
                let target = Target::Path(&base, &path);
                for _ in 0..3 {
                    assert_eq!(urls.get(target), target.url(), "{path}");
                }
            }
        }
    }

    #[test]
    fn a_long_url_is_not_kept() {
        let (urls, base) = (Urls::default(), BaseUrl::parse("https://api.truto.one", false).unwrap());
        let path = format!("/unified?{}", "q".repeat(LONGEST));
        let target = Target::Path(&base, &path);
        assert_eq!(urls.get(target), target.url());
        assert!(urls.slot(&path).read().unwrap().is_none());
    }

    #[test]
    fn a_slot_in_use_is_not_waited_for() {
        let (urls, base) = (Urls::default(), BaseUrl::parse("https://api.truto.one", false).unwrap());
        let target = Target::Path(&base, "/unified");
        let held = urls.slot("/unified").write().unwrap();
        assert_eq!(urls.get(target), target.url());
        drop(held);
    }
}
