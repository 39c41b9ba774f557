//! What the platform holds: rows of its resources, events on their way, deliveries, and log rows.
//!
//! The rows of the start are made when the platform is called first, so that a sandbox for the data plane does not pay for them.

pub(crate) mod events;
pub(crate) mod ids;
pub(crate) mod log;
pub(crate) mod secrets;
pub(crate) mod seed;
pub(crate) mod settings;
pub(crate) mod status;
pub(crate) mod tables;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;

use self::events::Queues;
use self::log::PlatformLog;
use self::seed::Seed;
use self::tables::Tables;
use crate::bounded_log::BoundedLog;
use crate::delivery::Delivery;
use crate::lock::lock;

/// A file that was uploaded.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    pub(crate) id: String,
    pub(crate) content_type: String,
    pub(crate) content: Bytes,
}

/// The state of the platform.
#[derive(Debug)]
pub(crate) struct Platform {
    seed: Seed,
    tables: Mutex<Option<Tables>>,
    /// Whether an account may need a new authorization. The data plane asks for nothing more on every call.
    is_troubled: AtomicBool,
    queues: Mutex<Queues>,
    deliveries: Mutex<BoundedLog<Delivery>>,
    files: Mutex<BoundedLog<StoredFile>>,
    pub(crate) log: PlatformLog,
}

impl Platform {
    pub(crate) fn new(seed: Seed) -> Self {
        Self {
            seed,
            tables: Mutex::default(),
            is_troubled: AtomicBool::new(false),
            queues: Mutex::default(),
            deliveries: Mutex::default(),
            files: Mutex::default(),
            log: PlatformLog::default(),
        }
    }

    /// Runs a function on the rows. It must not call this function again.
    pub(crate) fn with<T>(&self, run: impl FnOnce(&mut Tables) -> T) -> T {
        run(lock(&self.tables).get_or_insert_with(|| self.seed.tables()))
    }

    /// Runs a function on the rows if the platform was called before.
    pub(crate) fn if_used<T>(&self, run: impl FnOnce(&mut Tables) -> T) -> Option<T> {
        lock(&self.tables).as_mut().map(run)
    }

    pub(crate) fn is_troubled(&self) -> bool {
        self.is_troubled.load(Ordering::Relaxed)
    }

    /// From now on, calls look at the status of their account.
    pub(crate) fn has_trouble(&self) {
        self.is_troubled.store(true, Ordering::Relaxed);
    }

    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        lock(&self.deliveries).iter().cloned().collect()
    }

    pub(crate) fn keep_file(&self, file: StoredFile) {
        let cost = size_of::<StoredFile>() + file.content.len();
        lock(&self.files).push(file, cost);
    }

    pub(crate) fn file(&self, id: &str) -> Option<StoredFile> {
        lock(&self.files).iter().find(|file| file.id == id).cloned()
    }

    /// Forgets the events that wait for their delivery.
    pub(crate) fn forget_waiting(&self) {
        *lock(&self.queues) = Queues::default();
    }

    pub(crate) fn reset(&self) {
        *lock(&self.tables) = None;
        lock(&self.deliveries).clear();
        lock(&self.files).clear();
        self.is_troubled.store(false, Ordering::Relaxed);
        self.log.reset();
    }
}
