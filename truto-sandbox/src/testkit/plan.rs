//! What the requests to come will meet.
//!
//! Taking a reply is atomic, so that each meets one request also when they come at once.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use serde_json::json;

use super::received::Received;
use super::reply::Reply;
use crate::lock::lock;

/// Replies for the requests to come.
pub(super) struct Plan {
    state: Mutex<State>,
}

struct State {
    script: VecDeque<Reply>,
    otherwise: Choice,
}

/// A reply, or who decides on it.
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
        // Collected first: the caller's iterator may come back to this server.
        let replies: Vec<Reply> = replies.into_iter().collect();
        lock(&self.state).script.extend(replies);
    }

    pub(super) fn otherwise(&self, choice: Choice) {
        lock(&self.state).otherwise = choice;
    }

    /// What the next request meets.
    pub(super) fn take(&self) -> Choice {
        let mut state = lock(&self.state);
        state.script.pop_front().map_or_else(|| state.otherwise.clone(), Choice::Reply)
    }

    /// What the next request meets, if that ends the connection before the request is read.
    pub(super) fn take_unread(&self) -> Option<Reply> {
        let mut state = lock(&self.state);
        match (state.script.front(), &state.otherwise) {
            (Some(next), _) if next.strikes_unread() => state.script.pop_front(),
            (None, Choice::Reply(reply)) if reply.strikes_unread() => Some(reply.clone()),
            _ => None,
        }
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::new(Reply::json(200, &json!({})))
    }
}

impl Choice {
    /// How much of a body is read before the reply is known. Who is asked sees all of it.
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
