//! A page on its way to a sink of the user's.

use super::Read;
use super::page::Ready;
use super::stop::Stop;
use crate::error::BoxError;
use crate::mirror::sink::{Batch, MirroredRecord, Walked};
use crate::mirror::spec::Spec;
use crate::moment::Moment;

impl Read {
    /// Gives the records to the sink of the table. They come before the place is committed, so each comes at least once.
    pub(super) async fn give(&self, spec: &Spec, ready: &Ready) -> Result<(), Stop> {
        let name = spec.sink.as_deref().unwrap_or_default();
        let Some(sink) = self.sinks.get(name) else {
            let reason = format!("this worker has no sink `{name}`: give it with `Worker::sink`");
            return Err(Stop::Refused(reason, false));
        };
        let (run, table) = (self.due.run.clone(), spec.table.clone());
        let (account, walk) = (self.account.id().to_owned(), self.due.place.walk);
        let records =
            ready.records.iter().map(|(key, (_, raw))| MirroredRecord { key: key.clone(), json: raw.clone() });
        let batch = Batch { run, table, account, walk, records: records.collect() };
        let refused =
            |error: BoxError| Stop::Refused(format!("the sink `{name}` did not take the records: {error}"), false);
        self.in_lease(sink.upsert(&batch)).await?.map_err(refused)?;
        let after = self.due.place.after(ready.came.clone(), spec, Moment::START);
        if after.is_some_and(|after| after.deletes) {
            let Batch { run, table, account, .. } = batch;
            let walked = Walked { run, table, account, walk };
            self.in_lease(sink.walked(&walked)).await?.map_err(refused)?;
        }
        Ok(())
    }
}
