//! People who work in the CRM: they create, change and delete records until they are stopped.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinHandle;
use truto_core::crm::{
    CreateAccount, CreateContact, CreateOpportunity, UpdateAccount, UpdateContact, UpdateOpportunity,
};

use crate::crm::Crm;
use crate::mirror::RESOURCES;
use crate::random::Random;

/// What people did.
#[derive(Debug, Default)]
pub(crate) struct Work {
    pub(crate) changes: u64,
    pub(crate) deleted: BTreeSet<String>,
}

#[derive(Debug)]
pub(crate) struct People {
    stop: Arc<AtomicBool>,
    work: JoinHandle<Work>,
}

impl People {
    pub(crate) async fn start(crm: &Crm, random: Random) -> Self {
        let mut ids: Vec<Vec<String>> = Vec::new();
        for resource in RESOURCES {
            ids.push(crm.records(resource).await.into_keys().collect());
        }
        let stop = Arc::new(AtomicBool::new(false));
        Self { work: tokio::spawn(work(crm.clone(), ids, random, Arc::clone(&stop))), stop }
    }

    pub(crate) async fn stop(self) -> Work {
        self.stop.store(true, Ordering::Relaxed);
        self.work.await.unwrap()
    }
}

async fn work(crm: Crm, mut ids: Vec<Vec<String>>, mut random: Random, stop: Arc<AtomicBool>) -> Work {
    let mut work = Work::default();
    while !stop.load(Ordering::Relaxed) {
        let kind = random.below(3) as usize;
        let at = random.below(ids[kind].len() as u64) as usize;
        work.changes += 1;
        match random.below(10) {
            0 => {
                let id = ids[kind].swap_remove(at);
                crm.delete(RESOURCES[kind], &id).await;
                work.deleted.insert(id);
            }
            1 => ids[kind].push(create(&crm, RESOURCES[kind], work.changes).await),
            _ => update(&crm, RESOURCES[kind], &ids[kind][at], work.changes).await,
        }
        // People leave the program some time.
        tokio::time::sleep(std::time::Duration::from_millis(random.below(4))).await;
    }
    work
}

async fn create(crm: &Crm, resource: &str, n: u64) -> String {
    let (account, name) = (&crm.account, format!("New {n}"));
    match resource {
        "accounts" => CreateAccount::builder().name(name).send(account).await.unwrap().id.into_string(),
        "contacts" => CreateContact::builder().name(name).send(account).await.unwrap().id.into_string(),
        _ => CreateOpportunity::builder().name(name).send(account).await.unwrap().id.into_string(),
    }
}

async fn update(crm: &Crm, resource: &str, id: &str, n: u64) {
    let account = &crm.account;
    match resource {
        "accounts" => {
            let employees = i64::try_from(n).unwrap();
            drop(UpdateAccount::builder().id(id).number_of_employees(employees).send(account).await.unwrap());
        }
        "contacts" => drop(UpdateContact::builder().id(id).title(format!("Title {n}")).send(account).await.unwrap()),
        _ => drop(UpdateOpportunity::builder().id(id).amount(n as f64 + 0.25).send(account).await.unwrap()),
    }
}
