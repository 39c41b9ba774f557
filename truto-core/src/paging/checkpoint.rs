//! A place in a list, to resume it in another process after a crash.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{CheckpointError, Error};
use crate::response::page::Page;
use crate::util::fingerprint::fingerprint;

/// Increases when the same request gets another fingerprint.
const VERSION: u32 = 2;
/// The most bytes that a checkpoint can have: its cursor must fit into a URL.
const MAX_LENGTH: usize = 64 * 1024;

/// A place between two items of a list, for [`Items::resume`](crate::paging::Items::resume) and
/// [`Pages::resume`](crate::paging::Pages::resume).
///
/// It belongs to one endpoint, request and account; lists of others refuse it. A list of the platform has no account, so its
/// checkpoint belongs to the API token: it holds 32 bits of a hash by which two tokens differ, unless the client has a
/// [`token_source`](crate::settings::ClientBuilder::token_source). Its format, with serde and as text, is stable:
/// later versions of this crate read it, or refuse it with an error.
///
/// Requests are the same if their values are equal, also in another process. Order does not count in a map, an object in a
/// [`RawJson`](crate::types::RawJson), a `HashSet` and [`Filter::one_of`](crate::Filter::one_of); it counts in a `Vec` and a
/// [`SortBy`](crate::SortBy). If your own type serializes a set as a list, use a `BTreeSet` in it, because the order of its items
/// counts.
///
/// The server decides what a cursor means. If records before the place are added or removed in the meantime, the list may
/// resume that many records too early or too late.
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) -> Result<(), Box<dyn std::error::Error>> {
/// let mut contacts = ListContacts::builder().items(account);
/// if let Ok(saved) = std::fs::read_to_string("contacts.checkpoint") {
///     contacts = contacts.resume(&saved.parse()?)?;
/// }
/// while let Some(contact) = contacts.try_next().await? {
///     println!("{:?}", contact.name);
///     std::fs::write("contacts.checkpoint", contacts.checkpoint().to_string())?;
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    version: u32,
    endpoint: String,
    #[serde(skip_serializing_if = "is_default", default)]
    account: Option<String>,
    #[serde(skip_serializing_if = "is_default", default)]
    token: Option<String>,
    /// A fingerprint of the request.
    request: String,
    /// The cursor of the page with the next item; `None` for the first page.
    #[serde(skip_serializing_if = "is_default", default)]
    pub(crate) cursor: Option<String>,
    /// Items of that page that were returned.
    pub(crate) offset: u64,
    /// Items of all pages that were returned.
    pub(crate) items: u64,
    /// Whether the list is at its end.
    #[serde(skip_serializing_if = "is_default", default)]
    pub(crate) complete: bool,
    /// How often the list was resumed.
    #[serde(skip_serializing_if = "is_default", default)]
    pub(crate) resumed: u32,
    /// Whether a page so far was partial.
    #[serde(skip_serializing_if = "is_default", default)]
    pub(crate) partial: bool,
}

/// Whose list it is.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'a> {
    /// An integrated account, by its id.
    Account(&'a str),
    /// The API token, unless tokens come from a source, which renews them.
    Token(Option<&'a [u8]>),
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Checkpoint {
    /// The place before the first item of a list.
    pub(crate) fn start(endpoint: String, owner: Owner<'_>, request: &[u8]) -> Self {
        let (account, token) = match owner {
            Owner::Account(id) => (Some(id.to_ascii_lowercase()), None),
            Owner::Token(secret) => (None, secret.map(|secret| fingerprint(secret).split_off(8))),
        };
        Self {
            version: VERSION,
            endpoint,
            account,
            token,
            request: fingerprint(request),
            cursor: None,
            offset: 0,
            items: 0,
            complete: false,
            resumed: 0,
            partial: false,
        }
    }

    /// Moves past the next item of the page.
    pub(crate) fn advance_item(&mut self) {
        self.offset = self.offset.saturating_add(1);
        self.items = self.items.saturating_add(1);
    }

    /// Moves past the page.
    pub(crate) fn advance_page<T>(&mut self, page: &Page<T>) {
        let taken = core::mem::take(&mut self.offset);
        self.items = self.items.saturating_add((page.items().len() as u64).saturating_sub(taken));
        self.partial |= page.is_partial();
        match page.next_cursor() {
            Some(cursor) => self.cursor = Some(cursor.to_owned()),
            None => self.complete = true,
        }
    }

    /// The place to resume at, for the list that starts here. Refuses a saved place of another list.
    pub(crate) fn resumed_at(&self, saved: &Self) -> Result<Self, CheckpointError> {
        let refuse = |what, expected: &str, found: &str| Err(CheckpointError::of_another(what, expected, found));
        if saved.version != VERSION {
            return Err(CheckpointError::version(saved.version, VERSION));
        }
        if saved.endpoint != self.endpoint {
            return refuse("endpoint", &self.endpoint, &saved.endpoint);
        }
        let lower = |account: &Option<String>| account.as_deref().unwrap_or("none").to_ascii_lowercase();
        let (ours, theirs) = (lower(&self.account), lower(&saved.account));
        if ours != theirs {
            return refuse("account", &ours, &theirs);
        }
        if let (Some(ours), Some(theirs)) = (&self.token, &saved.token)
            && ours != theirs
        {
            return refuse("API token with the fingerprint", ours, theirs);
        }
        if saved.request != self.request {
            return Err(CheckpointError::of_another_request());
        }
        Ok(Self { resumed: saved.resumed.saturating_add(1), ..saved.clone() })
    }

    /// Method and path template of the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The `integrated_account_id`. `None` for a list of the platform, which belongs to no account.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// Items before this place, including those before the list was resumed.
    #[must_use]
    pub fn items(&self) -> u64 {
        self.items
    }

    /// Whether the list is at its end. Then there is nothing to resume.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// How often the list was resumed. A resumed list may miss records that changed places between two runs, so do not treat a
    /// missing record as deleted.
    #[must_use]
    pub fn resumed(&self) -> u32 {
        self.resumed
    }

    /// Whether a page before this place was partial ([`Page::is_partial`](crate::Page::is_partial)).
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.partial
    }
}

/// The checkpoint as one line of JSON.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Strings and numbers can always be serialized.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

impl FromStr for Checkpoint {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text.len() > MAX_LENGTH {
            let reason = format!("it has {} bytes, expected at most {MAX_LENGTH}", text.len());
            return Err(CheckpointError::unreadable(text, &reason).into());
        }
        serde_json::from_str(text).map_err(|error| CheckpointError::unreadable(text, &error.to_string()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Checkpoint {
        Checkpoint::start("GET /unified/crm/contacts".to_owned(), Owner::Account("62F44730-dd91"), b"limit=100")
    }

    #[test]
    fn the_form_of_a_checkpoint_does_not_change() {
        let first = r#"{"version":2,"endpoint":"GET /unified/crm/contacts","account":"62f44730-dd91","request":"96aba25f009670fe","offset":0,"items":0}"#;
        assert_eq!(start().to_string(), first);
        assert_eq!(first.parse::<Checkpoint>().unwrap(), start());
        let later = Checkpoint {
            cursor: Some("a\"b".to_owned()),
            offset: 3,
            items: 203,
            complete: true,
            resumed: 2,
            partial: true,
            ..start()
        };
        let text = r#"{"version":2,"endpoint":"GET /unified/crm/contacts","account":"62f44730-dd91","request":"96aba25f009670fe","cursor":"a\"b","offset":3,"items":203,"complete":true,"resumed":2,"partial":true}"#;
        assert_eq!(later.to_string(), text);
        assert_eq!(text.parse::<Checkpoint>().unwrap(), later);
    }

    #[test]
    fn another_request_refuses_it() {
        let saved = Checkpoint { offset: 7, ..start() };
        let resumed = start().resumed_at(&saved).unwrap();
        assert_eq!((resumed.offset, resumed.resumed), (7, 1));
        let other = |endpoint: &str, account: &str, query: &str| {
            let start = Checkpoint::start(endpoint.to_owned(), Owner::Account(account), query.as_bytes());
            start.resumed_at(&saved).unwrap_err().to_string()
        };
        for (error, begin) in [
            (
                other("GET /unified/crm/accounts", "62f44730-dd91", "limit=100"),
                "the checkpoint belongs to another list: expected the endpoint `GET /unified/crm/accounts`, \
                 found `GET /unified/crm/contacts`",
            ),
            (
                other("GET /unified/crm/contacts", "62f44730-dd92", "limit=100"),
                "the checkpoint belongs to another list: expected the account `62f44730-dd92`, found `62f44730-dd91`",
            ),
            (
                other("GET /unified/crm/contacts", "62f44730-dd91", "limit=10"),
                "the checkpoint belongs to another list: its filters, ",
            ),
        ] {
            assert!(error.starts_with(begin), "{error}");
        }
        for (version, said) in [(1, "an earlier"), (3, "a later")] {
            let saved = Checkpoint { version, ..start() };
            assert_eq!(
                start().resumed_at(&saved).unwrap_err().to_string(),
                format!(
                    "the checkpoint has version {version}, written by {said} version of `truto-core`, but this one reads \
                     version 2: start the list again, without the checkpoint"
                )
            );
        }
    }

    #[test]
    fn a_list_of_the_platform_belongs_to_its_token() {
        let list = |token| Checkpoint::start("GET /log".to_owned(), Owner::Token(token), b"");
        let saved = list(Some(b"Bearer one"));
        let text = saved.to_string();
        assert!(!text.contains("one") && !text.contains("account"), "{text}");
        assert_eq!(text.parse::<Checkpoint>().unwrap(), saved);
        assert_eq!(list(Some(b"Bearer one")).resumed_at(&saved).unwrap().account(), None);
        let refused = list(Some(b"Bearer two")).resumed_at(&saved).unwrap_err().to_string();
        assert!(refused.contains("expected the API token with the fingerprint"), "{refused}");
        // A source renews its tokens.
        assert!(list(None).resumed_at(&saved).is_ok());
        let of_account = Checkpoint::start("GET /log".to_owned(), Owner::Account("62f44730-dd91"), b"");
        assert!(of_account.resumed_at(&saved).is_err() && saved.resumed_at(&of_account).is_err());
    }

    #[test]
    fn what_is_no_checkpoint_is_an_error() {
        for text in ["", "{}", "null", "[]", r#"{"version":1}"#, &"x".repeat(MAX_LENGTH + 1)] {
            let error = text.parse::<Checkpoint>().unwrap_err();
            assert!(matches!(error, Error::Checkpoint(_)), "{error}");
        }
    }
}
