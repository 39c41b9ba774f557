//! What a mirror reads and where it writes, as the ledger keeps it.

use core::time::Duration;

use serde::{Deserialize, Serialize};
use truto_core::saved::SavedCall;

use crate::cipher::Keeper;
use crate::mirror::columns::{self, Column};

/// Rises if an earlier version of this crate would misread the text.
pub(crate) const VERSION: u32 = 1;

/// The text of `truto_runs.spec`. Times are in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Spec {
    pub(crate) version: u32,
    /// The saved list, encrypted if the ledger has a cipher.
    pub(crate) list: String,
    /// A hash of the list, by which another list is refused.
    pub(crate) identity: String,
    pub(crate) table: String,
    pub(crate) key: String,
    pub(crate) columns: Vec<Column>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sink: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) every: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) changed_by: Option<String>,
    pub(crate) overlap: u64,
    pub(crate) full_every: u64,
}

impl Spec {
    /// Reads the text of the ledger.
    ///
    /// # Errors
    /// Why this version cannot read it.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let spec: Self =
            serde_json::from_str(text).map_err(|error| format!("the mirror in the ledger cannot be read: {error}"))?;
        if spec.version > VERSION {
            return Err("a later version of truto-jobs wrote the mirror: update truto-jobs".to_owned());
        }
        Ok(spec)
    }

    /// The list, all of it or what changed since a time.
    ///
    /// # Errors
    /// Why the list cannot be read.
    pub(crate) fn list(&self, keeper: &Keeper, since: Option<&str>) -> Result<SavedCall, String> {
        let list = keeper.call(&self.list)?;
        match (&self.changed_by, since) {
            (Some(member), Some(since)) => {
                list.query(format!("{member}[gt]"), since).map_err(|error| error.to_string())
            }
            _ => Ok(list),
        }
    }

    pub(crate) fn form(&self) -> i64 {
        columns::form(&self.columns)
    }

    pub(crate) fn every(&self) -> Option<Duration> {
        self.every.map(Duration::from_millis)
    }

    pub(crate) const fn overlap(&self) -> Duration {
        Duration::from_millis(self.overlap)
    }

    pub(crate) const fn full_every(&self) -> Duration {
        Duration::from_millis(self.full_every)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_mirror_does_not_change() {
        let text = r#"{"version":1,"list":"{\"version\":1}","identity":"0a","table":"contacts","key":"id","columns":[{"name":"size","kind":"integer"},{"name":"open","kind":"boolean"},{"name":"title","kind":"text"}],"sink":"warehouse","every":60000,"changed_by":"updated_at","overlap":120000,"full_every":86400000}"#;
        let spec = Spec::read(text).unwrap();
        assert_eq!(serde_json::to_string(&spec).unwrap(), text);
        // Rows have this number, so another one makes every mirror walk again.
        assert_eq!(spec.form(), 3_804_659_855_084_673_498);
        let later = Spec::read(&text.replacen('1', "2", 1)).unwrap_err();
        assert_eq!(later, "a later version of truto-jobs wrote the mirror: update truto-jobs");
    }
}
