//! The capabilities that a client remembers, for each account and each question.

use core::time::Duration;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use crate::capabilities::Capabilities;
use crate::util::instant::saturating_add;

/// The most answers that are remembered. An answer may have a few hundred kilobytes.
const MOST: usize = 256;

/// The account and the query of a question.
type Question = (Option<Arc<str>>, String);

/// The remembered answers of a client. The lock is held for a look-up only, and never while a request is on its way.
#[derive(Debug, Default)]
pub(crate) struct Cache(Mutex<HashMap<Question, Remembered>>);

#[derive(Debug)]
struct Remembered {
    answer: Arc<Capabilities>,
    /// When the request was sent.
    asked_at: Instant,
    /// Until when the caller that asked wants it to be remembered.
    until: Instant,
}

impl Cache {
    /// The answer to a question, unless it is older than `max_age`.
    pub(crate) fn get(&self, question: &Question, max_age: Duration) -> Option<Arc<Capabilities>> {
        let remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = remembered.get(question)?;
        (found.asked_at.elapsed() < max_age).then(|| Arc::clone(&found.answer))
    }

    /// Remembers an answer, in place of an older one. Answers that nobody wants anymore are forgotten, and if there are too many, the
    /// oldest is.
    pub(crate) fn put(&self, question: Question, answer: &Arc<Capabilities>, asked_at: Instant, max_age: Duration) {
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A slow request must not replace the answer to a later one.
        if remembered.get(&question).is_some_and(|known| known.asked_at > asked_at) {
            return;
        }
        let now = Instant::now();
        let until = saturating_add(asked_at, max_age);
        remembered.insert(question, Remembered { answer: Arc::clone(answer), asked_at, until });
        if remembered.len() > MOST {
            remembered.retain(|_, known| now < known.until);
        }
        if remembered.len() > MOST {
            let oldest =
                remembered.iter().min_by_key(|(_, known)| known.asked_at).map(|(question, _)| question.clone());
            oldest.and_then(|question| remembered.remove(&question));
        }
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_oldest_answers_make_room() {
        let cache = Cache::default();
        let question = |number: usize| -> Question { (Some("a".into()), number.to_string()) };
        let day = Duration::from_secs(24 * 60 * 60);
        for number in 0..MOST + 10 {
            cache.put(question(number), &Arc::default(), Instant::now(), day);
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        assert_eq!(cache.len(), MOST);
        assert!(cache.get(&question(9), day).is_none() && cache.get(&question(10), day).is_some());
        tokio::time::advance(day).await;
        assert_eq!((cache.get(&question(10), day), cache.len()), (None, MOST));
        cache.put(question(0), &Arc::default(), Instant::now(), day);
        assert_eq!(cache.len(), 1, "what is too old goes first");
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_answer_does_not_replace_a_later_one() {
        let (cache, hour) = (Cache::default(), Duration::from_secs(3600));
        let question: Question = (Some("a".into()), String::new());
        let early = Instant::now();
        tokio::time::advance(Duration::from_secs(2)).await;
        let later = Arc::new(Capabilities { unread_rows: 1, ..Capabilities::default() });
        cache.put(question.clone(), &later, Instant::now(), hour);
        cache.put(question.clone(), &Arc::default(), early, hour);
        assert_eq!(cache.get(&question, hour), Some(later));
    }
}
