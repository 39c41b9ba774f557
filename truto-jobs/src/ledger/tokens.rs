//! The calls that processes with one API token share. A row counts when it is taken, in the transaction that takes it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use core::time::Duration;

use crate::budget::Budget;
use crate::db::{Given, Transaction};
use crate::error::Error;
use crate::moment::Moment;

/// What the tokens of an exchange may do.
#[derive(Debug)]
pub(crate) struct Purse {
    budget: Budget,
    of_accounts: HashMap<i64, Arc<str>>,
    tokens: BTreeMap<Arc<str>, Token>,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    whole_at: Moment,
    granted: u32,
    spent: u32,
}

impl Purse {
    /// Locks the tokens of these accounts, until the transaction ends.
    pub(crate) async fn open(
        tx: &mut Transaction,
        budget: Budget,
        of_accounts: HashMap<i64, Arc<str>>,
        now: Moment,
    ) -> Result<Self, Error> {
        let names: BTreeSet<Arc<str>> = of_accounts.values().cloned().collect();
        let given = || Given::new().texts("token", names.iter().map(|name| Some(name.to_string())).collect());
        // In the order of their names, so that two transactions do not wait for each other.
        let lock = "SELECT t.token, t.whole_at FROM {given} CROSS JOIN truto_tokens t WHERE t.token = given.token \
                    ORDER BY t.token {update}";
        let mut found = tx.rows(lock, [], Some(given())).await?;
        if found.len() < names.len() {
            let add = "INSERT INTO truto_tokens (token, whole_at) SELECT token, 0 FROM {given} WHERE true ORDER BY token \
                       ON CONFLICT (token) DO NOTHING";
            tx.run(add, [], Some(given())).await?;
            found = tx.rows(lock, [], Some(given())).await?;
        }
        let mut tokens = BTreeMap::new();
        for record in &found {
            let whole_at = record.moment(1)?;
            let granted = budget.granted(whole_at, now).calls;
            tokens.insert(Arc::from(record.text(0)?), Token { whole_at, granted, spent: 0 });
        }
        Ok(Self { budget, of_accounts, tokens })
    }

    /// The most calls that any account can make.
    pub(crate) fn most(&self) -> u32 {
        self.tokens.values().map(|token| token.granted).max().unwrap_or_default()
    }

    /// Spends a call of this account, if there is one.
    pub(crate) fn spend(&mut self, account: i64) -> bool {
        let token = self.of_accounts.get(&account).and_then(|name| self.tokens.get_mut(name));
        token.is_none_or(|token| {
            let has_one = token.spent < token.granted;
            token.spent += u32::from(has_one);
            has_one
        })
    }

    /// Writes what was spent. Returns how long each token that is at its end has to wait.
    pub(crate) async fn close(self, tx: &mut Transaction, now: Moment) -> Result<HashMap<Arc<str>, Duration>, Error> {
        let mut waits = HashMap::new();
        let (mut names, mut whole_at) = (Vec::new(), Vec::new());
        for (name, token) in self.tokens {
            let after = self.budget.after(token.whole_at, now, token.spent);
            let left = self.budget.granted(after, now);
            if left.calls == 0 {
                waits.insert(Arc::clone(&name), left.wait);
            }
            if token.spent > 0 {
                names.push(Some(name.to_string()));
                whole_at.push(Some(after.0));
            }
        }
        if !names.is_empty() {
            let given = Given::new().texts("token", names).ints("whole_at", whole_at);
            let sql =
                "UPDATE truto_tokens SET whole_at = given.whole_at FROM {given} WHERE truto_tokens.token = given.token";
            tx.run(sql, [], Some(given)).await?;
        }
        Ok(waits)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::time::{SystemTime, UNIX_EPOCH};

    use super::*;
    use crate::ledger::adding;
    use crate::ledger::exchange::{Asked, Terms, exchange};
    use crate::ledger::tests::{new_row, new_run};
    use crate::ledger::workers;
    use crate::row::Times;
    use crate::support::ledgers;

    const CALLS: u32 = 30;
    const WINDOW: Duration = Duration::from_secs(10);
    const HOUR: Duration = Duration::from_hours(1);

    #[tokio::test]
    async fn two_workers_share_the_calls_of_a_token() {
        for ledger in ledgers().await {
            let time = Arc::new(Mutex::new(UNIX_EPOCH + HOUR));
            let clock = Arc::clone(&time);
            let jobs = ledger.open().await.clock(move || -> SystemTime { *clock.lock().unwrap() });
            let database = jobs.database();
            let run = adding::open_run(database, &new_run("run", "writes")).await.unwrap();
            let accounts: Vec<_> = (0..4).map(|number| format!("account {number}")).collect();
            let parts = adding::parts(database, run, &accounts).await.unwrap();
            let row = |number: usize| new_row(&accounts[number % 4], &number);
            adding::add(database, "run", &(0..600).map(row).collect::<Vec<_>>(), &parts).await.unwrap();

            let times = Times { in_flight: HOUR, key_memory: HOUR, pause: HOUR };
            let mut workers = Vec::new();
            for _ in 0..2 {
                let worker = workers::begin(database, false).await.unwrap();
                let terms = Terms { worker, lease: HOUR, times, budget: Some(Budget::new(CALLS, WINDOW)) };
                let claims = Asked { claims: 2, ..Asked::default() };
                let claimed = exchange(database, &terms, &claims).await.unwrap().claimed;
                let held: Vec<_> = claimed.iter().map(|claimed| (claimed.id, claimed.epoch)).collect();
                assert_eq!(held.len(), 2);
                workers.push((terms, held));
            }
            let mut taken = Vec::new();
            let steps = 120_u32;
            for step in 0..steps {
                let now = WINDOW * step / 40;
                *time.lock().unwrap() = UNIX_EPOCH + HOUR + now;
                // Each is the first by turns.
                let (terms, held) = &workers[step as usize % 2];
                let asked = Asked {
                    held: held.clone(),
                    wants: held.iter().map(|(id, _)| *id).collect(),
                    tokens: held.iter().map(|(id, _)| (*id, Arc::from("token"))).collect(),
                    rows: 16,
                    ..Asked::default()
                };
                let got = exchange(database, terms, &asked).await.unwrap();
                let full = taken.iter().filter(|time| now < **time + WINDOW).count() + got.taken.len();
                assert!(full <= CALLS as usize, "on {}: {full} calls in a window", ledger.on);
                taken.extend(got.taken.iter().map(|_| now));
            }
            // Three windows, and nine tenths of each.
            let most = (CALLS * steps / 40) as usize;
            assert!(taken.len() > most * 8 / 10, "on {}: {} of {most} calls", ledger.on, taken.len());
        }
    }
}
