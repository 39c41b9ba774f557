//! How far the mirror of an account is: a text, which is committed together with the rows of each page.
//!
//! `steps.rs` says what follows each event, `since.rs` where a list of changes starts, and `cycle.rs` finds a list without an end.

mod cycle;
#[cfg(test)]
mod samples;
mod since;
mod steps;

use serde::{Deserialize, Serialize};

use self::cycle::Cycle;
pub(crate) use self::steps::{After, Came};
use crate::owned::WorkerId;

/// The text of `truto_parts.place`. Members that an earlier version did not write have their defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    /// The number of the full walk that is under way, or of the last one. A row has the number of the walk that last saw it.
    pub(crate) walk: i64,
    /// The list that is under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) list: Option<Listing>,
    /// The worker that read last, and whether it did not give the place back yet.
    pub(crate) reader: WorkerId,
    pub(crate) is_reading: bool,
    /// The next list of changes starts here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// When the last full walk ended, and the last one that was whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) walked_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) whole_at: Option<i64>,
    /// The set of columns that the last full walk filled.
    pub(crate) form: i64,
    pub(crate) rounds: u64,
    pub(crate) read: u64,
    pub(crate) written: u64,
    pub(crate) deleted: u64,
    /// How often reading failed since it last succeeded, and why.
    pub(crate) failures: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

/// A list that is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Listing {
    /// Whether it is a full walk.
    pub(crate) is_full: bool,
    /// Whether nothing of it can be missing so far.
    pub(crate) is_whole: bool,
    /// When it began. A list that starts again keeps its first start, because its first pages are old by now.
    pub(crate) began_at: i64,
    /// A list of changes asks for what is newer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// The newest change in it so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) newest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) checkpoint: Option<String>,
    pub(crate) form: i64,
    restarts: u32,
    cycle: Cycle,
}

impl Place {
    /// Reads the text of the ledger. A text that this version cannot read begins anew: its rows stay, and the next walk sees them.
    pub(crate) fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    pub(crate) fn to_text(&self) -> String {
        // Texts and numbers can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{ME, at, page, spec, walked};
    use super::*;

    #[test]
    fn the_form_of_a_place_does_not_change() {
        let spec = spec(Some("updated_at"));
        let now = at("2026-03-01T12:00:00Z");
        let begun = Place::default().taken(&spec, ME, false, now);
        let half = begun.after(page(Some("a"), &["2026-02-01T05:00:00Z"]), &spec, now).unwrap().place;
        let form = spec.form();
        let text = format!(
            "{}{form}{}",
            r#"{"walk":1,"list":{"is_full":true,"is_whole":true,"began_at":1772366400000000,"newest":"2026-02-01T05:00:00Z","checkpoint":"{}","form":"#,
            r#","restarts":0,"cycle":{"mark":"ca978112ca1bbdca","steps":0,"power":1}},"reader":7,"is_reading":true,"form":0,"rounds":0,"read":2,"written":0,"deleted":0,"failures":0}"#,
        );
        assert_eq!(half.to_text(), text);
        assert_eq!(Place::read(Some(&text)), half);
    }

    #[test]
    fn the_text_of_a_place_is_read_back() {
        let place = walked("2026-03-01T12:00:00Z", &["2026-03-01T12:00:05Z"]);
        assert_eq!(Place::read(Some(&place.to_text())), place);
        assert_eq!(Place::read(Some("{\"walk\":3,\"later\":1}")).walk, 3);
        assert_eq!((Place::read(Some("rubbish")), Place::read(None)), (Place::default(), Place::default()));
    }
}
