//! Why reading stops.

use truto_core::Error as CallError;

use crate::mirror::place::Place;

/// Why reading stops.
pub(super) enum Stop {
    /// The account belongs to another worker now, or may do so soon. Nothing more is written.
    Lost,
    /// The list ended, or the slice did.
    Fine,
    /// The list leads nowhere, and starts again if it may.
    DeadEnd(String),
    Call(Box<CallError>),
    /// The records cannot be taken in: the reason, and whether it stays if nothing is changed.
    Refused(String, bool),
}

/// What a failed call means to a list. A place in it is worth nothing any more if the record of its cursor was removed, if the cursor
/// expired, or if the list is another now.
pub(super) fn stop(error: CallError, place: &Place) -> Stop {
    let has_place = place.list.as_ref().is_some_and(|list| list.checkpoint.is_some());
    let is_dead_end = match &error {
        CallError::CursorCycle(_) | CallError::Checkpoint(_) => true,
        CallError::Api(error) => matches!(error.status(), 400 | 404 | 410 | 422),
        _ => false,
    };
    if has_place && is_dead_end { Stop::DeadEnd(error.to_string()) } else { Stop::Call(Box::new(error)) }
}
