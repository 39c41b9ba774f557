//! Compares a list that reads ahead with the bound that no list beats: the server's time for all pages, or the reader's, whichever is
//! longer.
//!
//! `cargo run --release -p truto-benches --bin prefetch`. The waits of the server and of the reader are on a clock of this bench,
//! which goes on only if nobody has anything else to do: the figures are the same on every machine.

use std::error::Error;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::{Either, select};
use tokio::sync::oneshot;
use tokio::task::yield_now;
use truto_core::crm::ListContacts;
use truto_core::transport::Body;
use truto_core::{Account, Client};

const PAGES: u32 = 50;
const READ_AHEAD: usize = 2;
/// Milliseconds that the server and the reader take for each page.
const CASES: [(u64, u64); 5] = [(300, 100), (110, 100), (100, 100), (100, 110), (100, 300)];
/// How often all tasks get a turn before the clock goes on. A page takes far fewer turns from the server to the reader.
const TURNS: u32 = 500;

/// A clock that goes from one end of a wait to the next.
#[derive(Clone, Default)]
struct Clock(Arc<Mutex<Waits>>);

#[derive(Default)]
struct Waits {
    now: u64,
    /// When a wait ends, and whom to tell.
    ends: Vec<(u64, oneshot::Sender<()>)>,
}

impl Clock {
    async fn wait(&self, milliseconds: u64) {
        let (tell, told) = oneshot::channel();
        self.with(|waits| waits.ends.push((waits.now + milliseconds, tell)));
        // The clock drops no sender before its time.
        let _ = told.await;
    }

    /// Ends one wait after the other, for ever.
    async fn run(&self) {
        loop {
            for _ in 0..TURNS {
                yield_now().await;
            }
            self.with(|waits| {
                waits.ends.sort_by_key(|(end, _)| std::cmp::Reverse(*end));
                if let Some((end, tell)) = waits.ends.pop() {
                    waits.now = end;
                    // Who dropped the wait does not wait any more.
                    let _ = tell.send(());
                }
            });
        }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Waits) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!(
        "{:<40}{:>10}{:>10}{:>10}{:>8}",
        "ms of a page, server and reader", "bound", "prefetch", "without", "ratio"
    );
    let mut worst = 0.0_f64;
    for (server, reader) in CASES {
        let time = |ahead| -> Result<u32, Box<dyn Error>> {
            let clock = Clock::default();
            runtime.block_on(async {
                match select(pin!(read(&clock, server, reader, ahead)), pin!(clock.run())).await {
                    Either::Left((read, _)) => read,
                    Either::Right(_) => Err("the clock does not end".into()),
                }
            })?;
            Ok(clock.with(|waits| waits.now).try_into()?)
        };
        let bound = u32::try_from(server.max(reader))? * PAGES;
        let (ahead, in_turn) = (time(READ_AHEAD)?, time(0)?);
        let ratio = f64::from(ahead) / f64::from(bound);
        println!("{:<40}{bound:>10}{ahead:>10}{in_turn:>10}{ratio:>8.3}", format!("{server}, {reader}"));
        worst = worst.max(ratio);
    }
    println!("the worst ratio to the bound: {worst:.3} (goal 1.05)");
    Ok(())
}

/// Reads a list of [`PAGES`] pages.
async fn read(clock: &Clock, server: u64, reader: u64, ahead: usize) -> Result<(), Box<dyn Error>> {
    let account = answering_after(clock, server)?;
    let mut pages = ListContacts::builder().pages(&account).prefetch(ahead);
    let mut count = 0;
    while let Some(page) = pages.try_next().await? {
        count += u32::try_from(page.items().len())?;
        clock.wait(reader).await;
    }
    assert_eq!(count, PAGES);
    Ok(())
}

/// Returns an account whose server answers with a page of a list after this time.
fn answering_after(clock: &Clock, server: u64) -> Result<Account, truto_core::Error> {
    let clock = clock.clone();
    let transport = tower::service_fn(move |request: http::Request<Body>| {
        let clock = clock.clone();
        async move {
            clock.wait(server).await;
            let query = request.uri().query().unwrap_or_default();
            let cursor = query.split('&').find_map(|pair| pair.strip_prefix("next_cursor="));
            let next = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(0) + 1;
            let next = if next < PAGES { format!("\"{next}\"") } else { "null".to_owned() };
            let page = format!(r#"{{"result":[{{"id":"1"}}],"next_cursor":{next}}}"#);
            http::Response::builder().header("content-type", "application/json").body(Body::from(page))
        }
    });
    let client = Client::builder().token("token").base_url("https://api.example").transport(transport).build()?;
    client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")
}
