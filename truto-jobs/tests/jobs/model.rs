//! All interleavings of two workers on one row, with a crash, a pause and a slow network: nothing is lost, nothing is written twice,
//! and nothing is stuck. What is checked is the ledger's own functions, [`Row::on`] and [`Owned::claimed`]. Only the database, which
//! does one transaction at a time, and the server, which remembers keys, are models.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test ends by a panic")]

use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use truto_jobs::moment::Moment;
use truto_jobs::owned::Owned;
use truto_jobs::row::{Ending, Event, Row, State, Times};

/// A tick of the clock. All times are a few of them, so that every order of what happens is a state of its own.
const TICK: Duration = Duration::from_secs(1);
const LEASE: u64 = 3;
const IN_FLIGHT: u64 = 2;
/// The setting.
const KEY_MEMORY: u64 = 5;
/// The longest pause of a worker, which is longer than its lease. A process that is stopped between its look at the clock and its
/// first byte sends late by the pause.
const LONGEST_PAUSE: u64 = 4;
/// How long the server remembers. The setting says that it must be longer than the setting, by the longest pause.
const SERVER_MEMORY: u64 = KEY_MEMORY + LONGEST_PAUSE;
/// Nothing new goes wrong after this time.
const TROUBLE: u64 = 5;
/// Every order of what happens is tried up to this time.
const LAST: u64 = 10;

const TIMES: Times = Times {
    in_flight: Duration::from_secs(IN_FLIGHT),
    key_memory: Duration::from_secs(KEY_MEMORY),
    pause: Duration::from_secs(1),
};

fn at(tick: u64) -> Moment {
    Moment::from(std::time::UNIX_EPOCH + TICK * u32::try_from(tick).unwrap())
}

/// A worker, as far as it remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Worker {
    Idle,
    /// It owns the account, it thinks.
    Owner {
        epoch: i64,
        lease_end: u64,
    },
    /// It took the row, and will send it.
    Taken {
        epoch: i64,
        lease_end: u64,
        row: Row,
        end: u64,
    },
    /// It looked at its clock, and sends now. A pause may come in between.
    Sending {
        epoch: i64,
        lease_end: u64,
        row: Row,
        end: u64,
    },
    /// It waits for the answer.
    Waiting {
        epoch: i64,
        lease_end: u64,
        row: Row,
        end: u64,
    },
    /// It has the answer, and will write it down.
    Answered {
        epoch: i64,
        row: Row,
        ending: Ending,
    },
}

/// A request on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Request {
    from: usize,
    /// Whether its worker still waits for the answer.
    until: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    now: u64,
    account: Owned,
    row: Row,
    workers: [Worker; 2],
    /// The worker that stands still, and since when, and how many still may.
    paused: Option<(usize, u64)>,
    pauses: u8,
    crashes: u8,
    wire: Vec<Request>,
    /// How often the record was written, and when the key was seen first.
    written: u8,
    key_since: Option<u64>,
}

impl World {
    const START: Self = Self {
        now: 0,
        account: Owned { due_at: Some(Moment::from_micros(0)), ..Owned::NEW },
        row: Row::NEW,
        workers: [Worker::Idle; 2],
        paused: None,
        pauses: 1,
        crashes: 1,
        wire: Vec::new(),
        written: 0,
        key_since: None,
    };

    /// A transaction that a worker runs under its epoch, which extends the lease. `None` if the fence stops it.
    fn fenced(&self, worker: usize, epoch: i64) -> Option<Self> {
        let account = self.account.renewed(at(self.now), TICK * u32::try_from(LEASE).unwrap());
        self.account.is_held_by(id(worker), epoch).then(|| Self { account, ..self.clone() })
    }

    /// All that can happen next.
    fn next(&self) -> Vec<Self> {
        let mut next = Vec::new();
        for worker in 0..2 {
            if !self.is_paused(worker) {
                self.steps_of(worker, &mut next);
            }
        }
        self.steps_of_the_server(&mut next);
        if self.now < TROUBLE {
            self.trouble(&mut next);
        }
        if self.paused.is_some() {
            next.push(Self { paused: None, ..self.clone() });
        }
        // A worker that has looked at its clock sends in the same moment, unless it is paused.
        let is_sending = |worker: usize| matches!(self.workers[worker], Worker::Sending { .. });
        let is_now = (0..2).any(|worker| is_sending(worker) && !self.is_paused(worker));
        let is_pause_over = self.paused.is_some_and(|(_, since)| self.now >= since + LONGEST_PAUSE);
        if self.now < LAST && !is_now && !is_pause_over {
            let mut later = Self { now: self.now + 1, ..self.clone() };
            later.wire.retain(|request| request.until > later.now);
            next.push(later);
        }
        next
    }

    fn is_paused(&self, worker: usize) -> bool {
        self.paused.is_some_and(|(paused, _)| paused == worker)
    }

    fn steps_of(&self, worker: usize, next: &mut Vec<Self>) {
        let mut to = |world: Self, state: Worker| {
            let mut world = world;
            world.workers[worker] = state;
            next.push(world);
        };
        match self.workers[worker] {
            Worker::Idle => {
                let lease = TICK * u32::try_from(LEASE).unwrap();
                let Some(account) = self.account.claimed(id(worker), at(self.now), lease) else { return };
                let row = self.row.on(Event::Lose, &TIMES).unwrap_or(self.row);
                // The worker ends its lease before the ledger does.
                let lease_end = self.now + LEASE - 1;
                let epoch = account.epoch;
                to(Self { account, row, ..self.clone() }, Worker::Owner { epoch, lease_end });
            }
            Worker::Owner { epoch, .. } => {
                let lease_end = self.now + LEASE - 1;
                let Some(world) = self.fenced(worker, epoch) else {
                    return to(self.clone(), Worker::Idle);
                };
                match self.row.on(Event::Take { now: at(self.now) }, &TIMES) {
                    Some(row) if row.state == State::Sending => {
                        let end = self.now + IN_FLIGHT;
                        to(Self { row, ..world }, Worker::Taken { epoch, lease_end, row, end });
                    }
                    // The key is too old: the row is for a person now.
                    Some(row) => to(Self { row, ..world }, Worker::Owner { epoch, lease_end }),
                    None => {
                        let due = self.row.state.is_open().then_some(self.row.due_at.max(at(self.now)));
                        to(Self { account: self.account.released(due), ..world }, Worker::Idle);
                    }
                }
            }
            Worker::Taken { epoch, lease_end, row, end } => {
                if self.now < end && self.now < lease_end {
                    to(self.clone(), Worker::Sending { epoch, lease_end, row, end });
                } else {
                    to(self.clone(), Worker::Answered { epoch, row, ending: Ending::NotSent });
                }
            }
            Worker::Sending { epoch, lease_end, row, end } => {
                let mut world = self.clone();
                // After a pause the request leaves late, and it ends no earlier than its connection.
                world.wire.push(Request { from: worker, until: end.max(self.now + 1) });
                to(world, Worker::Waiting { epoch, lease_end, row, end });
            }
            // The server's answers come from the server. Here the time is over.
            Worker::Waiting { epoch, lease_end, row, end } => {
                if self.now >= end || self.now >= lease_end {
                    to(self.clone(), Worker::Answered { epoch, row, ending: Ending::Unknown });
                }
            }
            Worker::Answered { epoch, row, ending } => {
                let Some(world) = self.fenced(worker, epoch) else {
                    return to(self.clone(), Worker::Idle);
                };
                // The row is as it was taken, because the fence held.
                assert_eq!(self.row, row, "a row changed under its owner");
                let event = Event::End { now: at(self.now), ending, retry_at: None };
                let row = row.on(event, &TIMES).expect("a row that is sent can end");
                to(Self { row, ..world }, Worker::Owner { epoch, lease_end: self.now + LEASE - 1 });
            }
        }
    }

    /// The server carries a request out and answers, or the answer is lost, or the request.
    fn steps_of_the_server(&self, next: &mut Vec<Self>) {
        for (number, request) in self.wire.iter().enumerate() {
            let mut world = self.clone();
            world.wire.remove(number);
            let lost = world.clone();
            let remembers = self.key_since.is_some_and(|since| self.now < since + SERVER_MEMORY);
            if !remembers {
                world.written += 1;
                world.key_since = Some(self.now);
            }
            let mut answered = world.clone();
            for (world, ending) in
                [(&mut answered, Ending::Written), (&mut world, Ending::Unknown), (&mut lost.clone(), Ending::Unknown)]
            {
                if let Worker::Waiting { epoch, row, .. } = world.workers[request.from] {
                    world.workers[request.from] = Worker::Answered { epoch, row, ending };
                }
                next.push(world.clone());
            }
        }
    }

    fn trouble(&self, next: &mut Vec<Self>) {
        for worker in 0..2 {
            if self.crashes > 0 && self.workers[worker] != Worker::Idle {
                // What it sent stays on the wire.
                let mut world = Self { crashes: self.crashes - 1, ..self.clone() };
                world.workers[worker] = Worker::Idle;
                next.push(world);
            }
            if self.pauses > 0 && self.paused.is_none() {
                next.push(Self { pauses: self.pauses - 1, paused: Some((worker, self.now)), ..self.clone() });
            }
        }
    }

    fn check(&self) {
        assert!(self.written <= 1, "written twice: {self:?}");
        if self.row.state == State::Done {
            assert_eq!(self.written, 1, "lost: {self:?}");
        }
        if self.row.state == State::Ready {
            assert_eq!(self.written, 0, "written, and will be written under a new memory: {self:?}");
        }
        let owns = |worker: usize| match self.workers[worker] {
            Worker::Owner { lease_end, .. } | Worker::Taken { lease_end, .. } => self.now < lease_end,
            _ => false,
        };
        assert!(!(owns(0) && owns(1)), "two owners: {self:?}");
        // Without a crash or a pause a row is never stuck: somebody can always do something, or time brings it.
        if self.row.state.is_open() && self.account.owner.is_none() {
            assert!(self.account.due_at.is_some(), "stuck: {self:?}");
        }
    }
}

fn id(worker: usize) -> i64 {
    i64::try_from(worker).unwrap() + 1
}

impl World {
    /// The world after everybody did what is due, again and again, without further trouble.
    fn settled(&self) -> Self {
        let mut world = Self { paused: None, ..self.clone() };
        for _ in 0..4 * LAST {
            for _ in 0..8 {
                for worker in 0..2 {
                    let mut next = Vec::new();
                    world.steps_of(worker, &mut next);
                    world = next.into_iter().next().unwrap_or(world);
                }
                let mut next = Vec::new();
                world.steps_of_the_server(&mut next);
                world = next.into_iter().next().unwrap_or(world);
                world.check();
            }
            world.now += 1;
        }
        world
    }
}

#[test]
fn no_row_is_lost_written_twice_or_stuck() {
    let mut seen = HashSet::from([World::START]);
    let mut open = VecDeque::from([World::START]);
    let mut ends = HashSet::new();
    while let Some(world) = open.pop_front() {
        world.check();
        if world.now == TROUBLE {
            let settled = world.settled();
            assert!(!settled.row.state.is_open(), "stuck: {world:?}, and in the end {settled:?}");
            ends.insert(settled.row.state);
        }
        for world in world.next() {
            if seen.insert(world.clone()) {
                open.push_back(world);
            }
        }
    }
    println!("{} states", seen.len());
    // The test sees both ends: most rows are written, and what may be too old goes to a person.
    assert_eq!(ends, HashSet::from([State::Done, State::NeedsReview]));
}
