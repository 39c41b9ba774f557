//! A page as the ledger and a sink take it.

use std::collections::BTreeMap;

use truto_core::types::RawJson;
use truto_core::{Checkpoint, Page};

use crate::mirror::place::Came;
use crate::mirror::record::{Split, split};
use crate::mirror::spec::Spec;

/// A page that is ready to be written.
pub(super) struct Ready {
    pub(super) came: Came,
    pub(super) records: BTreeMap<String, (Split, String)>,
}

/// Takes the records of the page apart. A record that comes twice in a page is taken as it came last.
pub(super) fn ready(spec: &Spec, page: &Page<RawJson>, checkpoint: &Checkpoint) -> Result<Ready, String> {
    let mut records = BTreeMap::new();
    let mut newest = None;
    for record in page.items() {
        let raw = record.as_str();
        let taken = split(raw, &spec.key, &spec.columns, spec.changed_by.as_deref())?;
        newest = newest.max(taken.changed_at);
        records.insert(taken.key.clone(), (taken, raw.to_owned()));
    }
    let came = Came {
        records: page.items().len() as u64,
        is_partial: page.is_partial(),
        newest,
        checkpoint: checkpoint.to_string(),
        cursor: page.next_cursor().map(str::to_owned),
    };
    Ok(Ready { came, records })
}
