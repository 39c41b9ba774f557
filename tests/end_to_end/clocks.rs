//! The timeouts of a call, on a paused clock: each fires when it must, and only then.

use std::time::Duration;

use truto_core::builder::Given;
use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
use truto_core::error::{Clock, Error, Outcome};
use truto_core::settings::MinThroughput;
use truto_core::{Account, CallOptions, Client};
use truto_sandbox::{Fault, Sandbox};

const SECOND: Duration = Duration::from_secs(1);

fn in_process(sandbox: &Sandbox) -> Account {
    // A test of a timeout needs exactly one attempt.
    let client = sandbox.client().max_attempts(1).build();
    client.unwrap().account(sandbox.accounts().salesforce).unwrap()
}

fn request() -> CreateAssociationBuilder<Given, Given<crm_entity::Accounts>> {
    CreateAssociation::builder().entity_id("1").entity(crm_entity::Accounts)
}

fn clock(error: &Error) -> Clock {
    let Error::Timeout(timeout) = error else { panic!("{error:?}") };
    timeout.clock()
}

#[tokio::test(start_paused = true)]
async fn first_byte_timeout_bounds_the_wait_for_the_head() {
    let sandbox = Sandbox::builder().in_process();
    let account = in_process(&sandbox).with(CallOptions::new().first_byte_timeout(10 * SECOND));
    sandbox.script(Fault::delay(9 * SECOND));
    request().send(&account).await.unwrap();
    sandbox.script(Fault::delay(11 * SECOND));
    let error = request().send(&account).await.unwrap_err();
    assert_eq!(clock(&error), Clock::FirstByte);
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(
        error.to_string(),
        "POST /unified/crm/associations: no response within 10s (`first_byte_timeout`); \
         the server may have carried it out"
    );
}

#[tokio::test(start_paused = true)]
async fn the_deadline_covers_the_whole_call() {
    let sandbox = Sandbox::builder().in_process();
    let account = in_process(&sandbox).with(CallOptions::new().deadline(5 * SECOND));
    sandbox.script(Fault::delay(4 * SECOND));
    request().send(&account).await.unwrap();
    sandbox.script(Fault::delay(6 * SECOND));
    let before = tokio::time::Instant::now();
    assert_eq!(clock(&request().send(&account).await.unwrap_err()), Clock::Deadline);
    assert!(before.elapsed() < 6 * SECOND);
}

mod bodies {
    //! Bodies that arrive slowly or stall.

    use std::pin::Pin;
    use std::task::{Context, Poll};

    use bytes::Bytes;
    use http_body_util::StreamBody;
    use tokio::time::{Sleep, sleep};

    use super::*;

    /// A body that sends one byte each `pause`.
    struct Slow {
        pause: Duration,
        left: u32,
        sleep: Pin<Box<Sleep>>,
    }

    impl Slow {
        fn new(pause: Duration, left: u32) -> Self {
            Self { pause, left, sleep: Box::pin(sleep(pause)) }
        }

        fn poll_byte(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
            if self.left == 0 {
                return Poll::Ready(None);
            }
            std::task::ready!(self.sleep.as_mut().poll(cx));
            self.left -= 1;
            self.sleep = Box::pin(sleep(self.pause));
            Poll::Ready(Some(Bytes::from_static(b"7")))
        }
    }

    fn slow(pause: Duration, count: u32) -> Account {
        slow_with(200, pause, count)
    }

    fn slow_with(status: u16, pause: Duration, count: u32) -> Account {
        let service = tower::service_fn(move |_: http::Request<truto_core::transport::Body>| {
            let mut body = Slow::new(pause, count);
            let pieces = futures(move |cx| body.poll_byte(cx));
            async move {
                Ok::<_, std::io::Error>(
                    http::Response::builder()
                        .status(status)
                        .header("content-type", "application/json")
                        .body(pieces)
                        .unwrap(),
                )
            }
        });
        let client = Client::builder().token("t").base_url("https://api.example").transport(service).build().unwrap();
        client.account(crate::support::ACCOUNT).unwrap()
    }

    type Pieces = StreamBody<PollFn>;

    type PollPiece = dyn FnMut(&mut Context<'_>) -> Poll<Option<Bytes>> + Send;

    struct PollFn(Box<PollPiece>);

    impl futures_core::Stream for PollFn {
        type Item = Result<http_body::Frame<Bytes>, std::io::Error>;

        fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            (self.0)(cx).map(|piece| piece.map(|piece| Ok(http_body::Frame::data(piece))))
        }
    }

    fn futures(poll: impl FnMut(&mut Context<'_>) -> Poll<Option<Bytes>> + Send + 'static) -> Pieces {
        StreamBody::new(PollFn(Box::new(poll)))
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_body_stalls_and_a_slow_body_does_not() {
        let options = || {
            let unhurried = CallOptions::new().min_throughput(MinThroughput::OFF).attempt_timeout(3600 * SECOND);
            unhurried.stall_timeout(10 * SECOND).deadline(3600 * SECOND)
        };
        let patient = slow(9 * SECOND, 5).with(options());
        assert_eq!(request().send(&patient).normalized().decode_as::<u32>().await.unwrap(), 77777);
        let silent = slow(11 * SECOND, 5).with(options());
        assert_eq!(clock(&request().send(&silent).normalized().decode_as::<u32>().await.unwrap_err()), Clock::Stall);
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_error_body_does_not_hide_the_status() {
        for (pause, count, deadline, stall, body, waited) in [
            (SECOND * 3 / 2, 100, 3, 30, "777", 5 * SECOND),
            (60 * SECOND, 100, 3, 30, "", 5 * SECOND),
            (SECOND * 3 / 2, 100, 100, 2, "7", 2 * SECOND),
            (SECOND / 10, 8, 100, 30, "77777777", SECOND),
        ] {
            let options = CallOptions::new().deadline(deadline * SECOND).stall_timeout(stall * SECOND);
            let account = slow_with(422, pause, count).with(options);
            let before = tokio::time::Instant::now();
            let Err(Error::Api(error)) = request().send(&account).await else { panic!("a status is an answer") };
            assert_eq!((error.status(), &error.body()[..]), (422, body.as_bytes()));
            assert_eq!(error.outcome(), Outcome::Rejected);
            assert!(before.elapsed() <= waited + SECOND / 10, "{:?}", before.elapsed());
            let streamed = request().send(&account).stream().await.unwrap_err();
            assert_eq!(streamed.status(), Some(422));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_reader_is_not_a_stall() {
        let account = slow(SECOND, 3).with(CallOptions::new().stall_timeout(10 * SECOND).deadline(60 * SECOND));
        let mut bytes = request().send(&account).stream().await.unwrap();
        let mut pieces = 0;
        while bytes.try_next().await.unwrap().is_some() {
            pieces += 1;
            // The reader takes longer than both timeouts, but its time does not count.
            sleep(600 * SECOND).await;
        }
        assert_eq!(pieces, 3);
    }

    #[tokio::test(start_paused = true)]
    async fn the_deadline_of_a_stream_ends_with_its_head() {
        let account = slow(9 * SECOND, 20).with(CallOptions::new().stall_timeout(10 * SECOND).deadline(5 * SECOND));
        let mut bytes = request().send(&account).stream().await.unwrap();
        while bytes.try_next().await.unwrap().is_some() {}
        assert_eq!(bytes.received(), 20);
        assert_eq!(clock(&request().send(&account).await.unwrap_err()), Clock::Deadline);
    }
}
