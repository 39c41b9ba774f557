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
}

impl Point {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::BeforeMark,
        Self::AfterMark,
        Self::BeforeSend,
        Self::AfterAnswer,
        Self::BeforeCommit,
        Self::AfterCommit,
        Self::BeforePark,
        Self::AfterPark,
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
