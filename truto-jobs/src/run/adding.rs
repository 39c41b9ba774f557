//! Rows are added to a run, in transactions of many.

use core::pin::{Pin, pin};
use std::collections::{HashMap, HashSet};
use std::sync::PoisonError;

use futures_core::Stream;
use futures_util::future::try_join;
use futures_util::{StreamExt as _, stream};
use tokio::task::yield_now;
use truto_core::saved::SavedCall;
use truto_core::scope::AccountScope;
use truto_core::{Call, Endpoint, dynamic};

use crate::account_id::account_id;
use crate::cipher::Kept;
use crate::error::Error;
use crate::ledger::adding::{self, Added, NewRow};
use crate::run::room::Room;
use crate::run::{Calls, Run};

/// Rows that one transaction adds.
const BATCH: usize = 1000;

/// Rows that are encoded before the ledger gets its turn.
const CHUNK: usize = 50;

/// Rows for one transaction, and the error of the row after them.
struct Batch {
    rows: Vec<NewRow>,
    failed: Option<Error>,
}

/// The next rows: as many as one transaction adds, or those that there are until the stream has to be waited for. `None` at its end.
async fn batch(mut chunks: Pin<&mut impl Stream<Item = Vec<Result<NewRow, Error>>>>) -> Option<Batch> {
    let mut batch = Batch { rows: Vec::new(), failed: None };
    while batch.rows.len() < BATCH {
        let Some(chunk) = chunks.next().await else { break };
        let is_last = chunk.len() < CHUNK;
        for row in chunk {
            match row {
                Ok(row) => batch.rows.push(row),
                Err(error) => {
                    batch.failed = Some(error);
                    return Some(batch);
                }
            }
        }
        if is_last {
            break;
        }
        yield_now().await;
    }
    (!batch.rows.is_empty()).then_some(batch)
}

impl<E> Run<E> {
    async fn add_rows(&self, rows: impl Stream<Item = Result<NewRow, Error>>) -> Result<Added, Error> {
        let mut chunks = pin!(rows.ready_chunks(CHUNK));
        let mut all = Added::default();
        let mut room = Room::new(self.max_open);
        let mut next = batch(chunks.as_mut()).await;
        while let Some(Batch { rows, failed }) = next {
            // While the ledger writes a batch, the next is encoded.
            let following = async {
                Ok(match failed {
                    None => batch(chunks.as_mut()).await,
                    Some(_) => None,
                })
            };
            let (added, following) = try_join(self.write(&mut room, &rows), following).await?;
            all.new += added.new;
            all.known += added.known;
            if let Some(error) = failed {
                return Err(error);
            }
            next = following;
        }
        Ok(all)
    }

    async fn write(&self, room: &mut Room, rows: &[NewRow]) -> Result<Added, Error> {
        room.wait(self.jobs.database(), self.id, rows.len()).await?;
        let parts = self.parts_of(rows).await?;
        adding::add(self.jobs.database(), &self.name, rows, &parts).await
    }

    /// The parts of the accounts of these rows.
    async fn parts_of(&self, rows: &[NewRow]) -> Result<HashMap<String, i64>, Error> {
        let accounts: HashSet<&String> = rows.iter().map(|row| &row.account).collect();
        let known = |accounts: &HashSet<&String>| {
            let parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
            accounts
                .iter()
                .filter_map(|account| Some(((*account).clone(), *parts.get(*account)?)))
                .collect::<HashMap<_, _>>()
        };
        let mut found = known(&accounts);
        let missing: Vec<String> =
            accounts.into_iter().filter(|account| !found.contains_key(*account)).cloned().collect();
        if !missing.is_empty() {
            let parts = adding::parts(self.jobs.database(), self.id, &missing).await?;
            self.parts.lock().unwrap_or_else(PoisonError::into_inner).extend(parts.clone());
            found.extend(parts);
        }
        Ok(found)
    }

    fn row(&self, account: &str, row_key: String, saved: &SavedCall) -> Result<NewRow, Error> {
        if !saved.takes_key() {
            return Err(Error::refused(format!(
                "`{}` cannot be written in bulk: it reads, or it declares its own `Idempotency-Key`, and a row is sent under the key \
                 of the run",
                saved.endpoint()
            )));
        }
        let Kept { identity, text: body } = self.jobs.keeper().keep(saved)?;
        Ok(NewRow { account: account_id(account)?, row_key, identity, body })
    }
}

impl<E: Endpoint<Scope = AccountScope>> Run<E> {
    /// Adds rows: the account, a key that names the row within its account and run, and the request. It checks each request as
    /// `send` does.
    ///
    /// Rows are added in transactions of 1,000. A row that is in the run already, with the same request, is passed over, so a program
    /// that was killed adds its rows again from the start.
    ///
    /// # Errors
    /// [`Error::Conflict`] if the key is in the run with another request, [`Error::NeedsCipher`] for a secret or a file,
    /// [`Error::Call`] if the request breaks its contract, [`Error::Refused`] if the account is not a UUID, and [`Error::Database`]. The rows before the one
    /// that failed may have been added.
    pub async fn add<A, K, C>(&self, rows: impl IntoIterator<Item = (A, K, C)>) -> Result<Added, Error>
    where
        A: AsRef<str>,
        K: Into<String>,
        C: Into<Call<E>>,
    {
        self.add_stream(stream::iter(rows)).await
    }

    /// Adds the rows of a stream, as [`add`](Self::add) does. While the ledger writes 1,000 rows, it takes the next
    /// 1,000, and no more.
    ///
    /// # Errors
    /// Those of [`add`](Self::add).
    pub async fn add_stream<A, K, C>(&self, rows: impl Stream<Item = (A, K, C)>) -> Result<Added, Error>
    where
        A: AsRef<str>,
        K: Into<String>,
        C: Into<Call<E>>,
    {
        let rows = rows.map(|(account, row_key, call)| {
            let call: Call<E> = call.into();
            self.row(account.as_ref(), row_key.into(), &call.save()?)
        });
        self.add_rows(rows).await
    }
}

impl Run<Calls> {
    /// Adds calls: a key that names the row within its account and run, and the call. The account is that of the call.
    ///
    /// # Errors
    /// Those of the `add` of a declared endpoint.
    pub async fn add<K, A, T>(
        &self,
        rows: impl IntoIterator<Item = (K, dynamic::Request<A, T>)>,
    ) -> Result<Added, Error>
    where
        K: Into<String>,
    {
        let rows = rows.into_iter().map(|(row_key, call)| self.row(call.account_id(), row_key.into(), &call.save()?));
        self.add_rows(stream::iter(rows)).await
    }
}
