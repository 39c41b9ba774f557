//! The moments in the work of a worker at which it is most harmful to die. Tests end the process there.

/// A moment in the work of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// Rows are about to be marked as `sending`.
    BeforeMark,
    /// Rows are marked, and none is sent.
    AfterMark,
    /// A row is about to be sent.
    BeforeSend,
    /// The answer for a row is there, and is written nowhere.
    AfterAnswer,
    /// Answers are about to be written to the ledger.
    BeforeCommit,
    /// Answers are in the ledger.
    AfterCommit,
    /// An account is about to be parked.
    BeforePark,
    /// An account is parked.
    AfterPark,
    /// A page of a mirror is about to be fetched.
    BeforeFetch,
    /// A page of a mirror is there, and is written nowhere.
    AfterFetch,
    /// A page of a mirror is about to be written, together with the place after it.
    BeforePage,
    /// A page of a mirror is written, and so is the place after it.
    AfterPage,
    /// All rows of a whole walk are written, in a transaction that is open, and what the walk did not see is about to be deleted.
    BeforeDeletes,
    /// What a whole walk did not see is deleted, in a transaction that is open.
    AfterDeletes,
}

impl Point {
    /// Those of a worker that sends rows.
    pub const OF_ROWS: [Self; 8] = [
        Self::BeforeMark,
        Self::AfterMark,
        Self::BeforeSend,
        Self::AfterAnswer,
        Self::BeforeCommit,
        Self::AfterCommit,
        Self::BeforePark,
        Self::AfterPark,
    ];

    /// Those of a worker that reads mirrors.
    pub const OF_MIRRORS: [Self; 6] = [
        Self::BeforeFetch,
        Self::AfterFetch,
        Self::BeforePage,
        Self::AfterPage,
        Self::BeforeDeletes,
        Self::AfterDeletes,
    ];
}

/// What is called at each point.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Probe(pub(crate) Option<fn(Point)>);

impl Probe {
    pub(crate) fn pass(self, point: Point, is_passed: bool) {
        if let (Some(probe), true) = (self.0, is_passed) {
            probe(point);
        }
    }
}
