//! Where a mirror puts the records, and how often it reads them.

use core::time::Duration;

use crate::error::Error;
use crate::mirror::columns::is_identifier;

/// The table of a mirror, in the database of the ledger, and how often the mirror reads.
///
/// ```
/// use std::time::Duration;
/// use truto_jobs::Table;
///
/// let fresh = Table::new("contacts").every(Duration::from_secs(300)).changed_by("updated_at");
/// # let _ = fresh;
/// ```
///
/// Each scalar member of the typed response is a column: texts, times and numbers are text, so that no digit is lost; whole numbers
/// are integers, and booleans are 1 and 0. All other members are in `rest`, as JSON. `raw` has the record as it came, byte by byte.
/// `account` and `key` are the primary key. `mirrored_at` and `deleted_at` are microseconds since 1970: when the record last changed
/// here, and when a full walk did not find it any more. A record that comes back loses its `deleted_at`. `seen_in` and `form` belong to
/// the mirror. A member that has one of these names is in `rest`.
#[derive(Clone, Debug)]
#[must_use = "a table is passed to `mirror`"]
pub struct Table {
    pub(crate) name: String,
    pub(crate) key: String,
    pub(crate) sink: Option<String>,
    pub(crate) every: Option<Duration>,
    pub(crate) changed_by: Option<String>,
    pub(crate) overlap: Duration,
    pub(crate) full_every: Duration,
}

impl Table {
    /// A table of this name. It belongs to one run, and is created if it is missing.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            key: "id".to_owned(),
            sink: None,
            every: None,
            changed_by: None,
            overlap: Duration::from_mins(2),
            full_every: Duration::from_hours(24),
        }
    }

    /// The member that names a record within its account, by its name on the wire. `id` by default. It stands at the top level of the
    /// record, and need not have a column.
    ///
    /// Its value is a text that is not empty, or a number. A number is compared by its digits as they came: `1` and `"1"` are the same
    /// record, `1` and `1.0` are two. The value of a record stays the same, and no other record of the list has it within the account:
    /// of two records with one value, the row holds that which came last. If a record has no such value, the mirror of its account stops
    /// before the page with it, tries again once an hour, and says so in [`AccountMirror::error`](crate::AccountMirror::error).
    ///
    /// The member belongs to the run: if the run is opened with another, that is [`Error::OtherRun`].
    pub fn key(mut self, member: impl Into<String>) -> Self {
        self.key = member.into();
        self
    }

    /// Gives the records to the [`Sink`](crate::Sink) that workers know by this name, instead of a table.
    pub fn sink(mut self, name: impl Into<String>) -> Self {
        self.sink = Some(name.into());
        self
    }

    /// Reads again this long after a round. Without it, each account is read once.
    pub fn every(mut self, pause: Duration) -> Self {
        self.every = Some(pause);
        self
    }

    /// The member that says when a record was changed, such as `updated_at`. Later rounds then ask only for what changed:
    /// `updated_at[gt]`. The list must have this filter.
    pub fn changed_by(mut self, member: impl Into<String>) -> Self {
        self.changed_by = Some(member.into());
        self
    }

    /// How far a round of changes reaches back before the one before it. It makes up for clocks that differ, and for a provider that
    /// shows a change late. 120 s by default.
    pub fn overlap(mut self, overlap: Duration) -> Self {
        self.overlap = overlap;
        self
    }

    /// How often a round reads all records, if [`changed_by`](Self::changed_by) is set. Only a full walk finds what was deleted. Once
    /// a day by default.
    pub fn full_every(mut self, pause: Duration) -> Self {
        self.full_every = pause;
        self
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        // SQLite and PostgreSQL fold names in their own ways, and both keep tables under these beginnings.
        let lower = self.name.to_ascii_lowercase();
        let is_taken = ["truto_", "sqlite_", "pg_"].iter().any(|begin| lower.starts_with(begin));
        if !is_identifier(&self.name) || is_taken {
            return Err(Error::refused(format!(
                "`{}` cannot name the table of a mirror: use letters, digits and `_`, no more than 63, and another beginning than \
                 `truto_`, `sqlite_` and `pg_`",
                self.name.escape_debug()
            )));
        }
        if let Some(member) = self.changed_by.as_deref().filter(|member| !is_identifier(member)) {
            return Err(Error::refused(format!(
                "`{}` cannot be the member that says when a record was changed: use its name, such as `updated_at`",
                member.escape_debug()
            )));
        }
        Ok(())
    }
}
