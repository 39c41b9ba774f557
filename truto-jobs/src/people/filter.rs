//! Which rows and accounts are meant.

use core::fmt;
use core::str::FromStr;

use serde::{Serialize, Serializer};

use crate::row::State;

/// The rows that are meant: those that fulfil every condition.
///
/// ```
/// use truto_jobs::people::Rows;
/// use truto_jobs::row::State;
///
/// let rows = Rows::new().run("import-7").state(State::Rejected).state(State::NeedsReview).limit(20);
/// # let _ = rows;
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a filter does nothing until it is passed on"]
pub struct Rows {
    pub(crate) run: Option<String>,
    pub(crate) account: Option<String>,
    pub(crate) states: Vec<State>,
    pub(crate) row_key: Option<String>,
    pub(crate) limit: Option<u32>,
    pub(crate) after: Option<Place>,
    pub(crate) bodies: bool,
}

impl Rows {
    /// All rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// Rows of this run.
    pub fn run(mut self, name: impl Into<String>) -> Self {
        self.run = Some(name.into());
        self
    }

    /// Rows of this account.
    pub fn account(mut self, id: impl AsRef<str>) -> Self {
        self.account = Some(id.as_ref().to_ascii_lowercase());
        self
    }

    /// Rows in this state. Called again, it adds a state.
    pub fn state(mut self, state: State) -> Self {
        self.states.push(state);
        self
    }

    /// Rows with this key.
    pub fn row_key(mut self, key: impl Into<String>) -> Self {
        self.row_key = Some(key.into());
        self
    }

    /// The most rows to read. It does not limit what is changed.
    pub fn limit(mut self, rows: u32) -> Self {
        self.limit = Some(rows);
        self
    }

    /// Reads the rows after this place.
    pub fn after(mut self, place: Place) -> Self {
        self.after = Some(place);
        self
    }

    /// Reads the requests and the kept answers as well. They are people's data.
    pub fn bodies(mut self) -> Self {
        self.bodies = true;
        self
    }
}

/// The place of a row in the ledger, by which reading goes on. Its text is stable: `12-row key`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub(crate) part: i64,
    pub(crate) row_key: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.part, self.row_key)
    }
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = text.split_once('-').and_then(|(part, row_key)| Some((part.parse().ok()?, row_key.to_owned())));
        let (part, row_key) =
            found.ok_or_else(|| format!("`{text}` is not a place, expected a number and a row key: `12-row key`"))?;
        Ok(Self { part, row_key })
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The accounts that are meant: those that fulfil every condition.
#[derive(Clone, Debug, Default)]
#[must_use = "a filter does nothing until it is passed on"]
pub struct Accounts {
    pub(crate) run: Option<String>,
    pub(crate) account: Option<String>,
    pub(crate) standing: Option<Standing>,
    pub(crate) limit: Option<u32>,
    pub(crate) after: Option<String>,
}

impl Accounts {
    /// All accounts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Accounts with rows in this run. The counts are then those of the run.
    pub fn run(mut self, name: impl Into<String>) -> Self {
        self.run = Some(name.into());
        self
    }

    /// The account with this id.
    pub fn account(mut self, id: impl AsRef<str>) -> Self {
        self.account = Some(id.as_ref().to_ascii_lowercase());
        self
    }

    /// Accounts that stand like this.
    pub fn standing(mut self, standing: Standing) -> Self {
        self.standing = Some(standing);
        self
    }

    /// The most accounts to read.
    pub fn limit(mut self, accounts: u32) -> Self {
        self.limit = Some(accounts);
        self
    }

    /// Reads the accounts after this id.
    pub fn after(mut self, id: impl AsRef<str>) -> Self {
        self.after = Some(id.as_ref().to_ascii_lowercase());
        self
    }
}

/// How an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits until the API takes calls again, and goes on by itself.
    Parked,
    /// It waits for a person.
    Held,
    /// It has rows that are rejected or need a review.
    Failing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for row_key in ["345", "", "a-b"] {
            let place = Place { part: 12, row_key: row_key.to_owned() };
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        assert!("12".parse::<Place>().is_err() && "a-1".parse::<Place>().is_err());
    }
}
