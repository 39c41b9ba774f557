//! The replies for the next requests.
//!
//! Taking a reply is atomic, so each reply meets exactly one request even if requests come at the same time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use super::received::Received;
use super::reply::Reply;
use crate::lock::lock;

/// The script, and the reply after it.
pub(super) struct Plan {
    state: Mutex<State>,
}

struct State {
    script: VecDeque<Reply>,
    otherwise: Choice,
}

/// A reply, or the function that decides on it.
#[derive(Clone)]
pub(super) enum Choice {
    Reply(Reply),
    Ask(Arc<dyn Fn(&Received) -> Reply + Send + Sync>),
}

impl Plan {
    pub(super) fn new(otherwise: Reply) -> Self {
        Self { state: Mutex::new(State { script: VecDeque::new(), otherwise: Choice::Reply(otherwise) }) }
    }

    pub(super) fn script(&self, replies: impl IntoIterator<Item = Reply>) {
        // Collected before the lock, because the caller's iterator may call this server.
        let replies: Vec<Reply> = replies.into_iter().collect();
        lock(&self.state).script.extend(replies);
    }

    pub(super) fn otherwise(&self, choice: Choice) {
        lock(&self.state).otherwise = choice;
    }

    /// Takes the reply for the next request.
    pub(super) fn take(&self) -> Choice {
        let mut state = lock(&self.state);
        state.script.pop_front().map_or_else(|| state.otherwise.clone(), Choice::Reply)
    }

    /// Takes the next reply if it ends the connection before the request is read.
    pub(super) fn take_unread(&self) -> Option<Reply> {
        let mut state = lock(&self.state);
        match (state.script.front(), &state.otherwise) {
            (Some(next), _) if next.ends_unread() => state.script.pop_front(),
            (None, Choice::Reply(reply)) if reply.ends_unread() => Some(reply.clone()),
            _ => None,
        }
    }
}

impl Choice {
    /// The number of bytes to read of the body. A function sees the whole request.
    pub(super) fn upload(&self) -> u64 {
        match self {
            Self::Reply(reply) => reply.upload(),
            Self::Ask(_) => u64::MAX,
        }
    }

    pub(super) fn reply(self, received: &Received) -> Reply {
        match self {
            Self::Reply(reply) => reply,
            Self::Ask(decide) => decide(received),
        }
    }
}
