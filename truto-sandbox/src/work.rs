//! The tasks of a sandbox: deliveries, runs and the steps of a life cycle. They end with the sandbox.
//!
//! A sandbox may exist without a runtime. What it has to do then waits for the next request, which comes with a runtime.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::runtime::Handle;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::lock::lock;

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The tasks that run, and those that wait for a runtime.
#[derive(Default)]
pub(crate) struct Work {
    running: Mutex<JoinSet<()>>,
    waiting: Mutex<Vec<Task>>,
    pending: Arc<Pending>,
}

/// The number of tasks that have not ended.
#[derive(Debug, Default)]
struct Pending {
    tasks: AtomicUsize,
    ended: Notify,
}

/// Counts a task until it ends, in whatever way.
#[derive(Debug)]
struct Counted(Arc<Pending>);

impl Counted {
    fn new(pending: &Arc<Pending>) -> Self {
        pending.tasks.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(pending))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.tasks.fetch_sub(1, Ordering::SeqCst);
        self.0.ended.notify_waiters();
    }
}

impl Work {
    /// Starts a task. Without a runtime it starts with the next request.
    pub(crate) fn start(&self, task: impl Future<Output = ()> + Send + 'static) {
        let counted = Counted::new(&self.pending);
        let task = Box::pin(async move {
            task.await;
            drop(counted);
        });
        if Handle::try_current().is_ok() {
            self.run(task);
        } else {
            lock(&self.waiting).push(task);
        }
    }

    /// Starts the tasks that wait for a runtime. The caller must run in one.
    pub(crate) fn wake(&self) {
        for task in std::mem::take(&mut *lock(&self.waiting)) {
            self.run(task);
        }
    }

    fn run(&self, task: Task) {
        let mut running = lock(&self.running);
        while running.try_join_next().is_some() {}
        running.spawn(task);
    }

    /// Returns when no task is left.
    pub(crate) async fn settled(&self) {
        self.wake();
        loop {
            let ended = self.pending.ended.notified();
            if self.pending.tasks.load(Ordering::SeqCst) == 0 {
                return;
            }
            ended.await;
        }
    }

    /// Ends all tasks.
    pub(crate) fn stop(&self) {
        let waiting = std::mem::take(&mut *lock(&self.waiting));
        let running = std::mem::take(&mut *lock(&self.running));
        // A task may start another one while it is dropped, so the locks are free here.
        drop((waiting, running));
    }
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("pending", &self.pending).finish_non_exhaustive()
    }
}
