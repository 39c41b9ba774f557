// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `notes` of the Unified CRM API.
//!
//! A new note needs a contact, an account or an opportunity.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListNotes;
//!
//! let mut list = ListNotes::builder().items(account);
//! while let Some(note) = list.try_next().await? {
//!     println!("{}", note.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Note`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/notes.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/notes/update>,
//! <https://truto.one/docs/api-reference/unified-crm-api/notes/create>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::contacts::Contact;
use super::values::{AccountRef, ContactRef, LeadRef, OpportunityRef, Url, UserRef};

/// A text that belongs to records.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Note {
    /// Record id.
    pub id: Id<Note>,
    /// Title of the note.
    pub title: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Text of the note.
    pub content: Option<String>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Leads that the record belongs to.
    pub lead: Vec<LeadRef>,
    /// Who may see it.
    pub visibility: Option<Open<NoteVisibility>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Links to the record.
    pub urls: Vec<Url>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Who may see it.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum NoteVisibility {
    /// `public`.
    Public,
    /// `private`.
    Private,
}

/// Lists notes.
///
/// `GET /unified/crm/notes` returns pages of [`Note`].
#[unified_endpoint(GET, "/unified/crm/notes", response = Note, paginated)]
pub struct ListNotes {
    /// Id of the contact.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
}

/// Reads a note.
///
/// `GET /unified/crm/notes/{id}` returns the [`Note`].
#[unified_endpoint(GET, "/unified/crm/notes/{id}", response = Note)]
pub struct GetNote {
    /// Id of the note.
    pub id: Id<Note>,
}

/// Creates a note. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/notes` returns the [`Note`].
#[unified_endpoint(POST, "/unified/crm/notes", response = Note)]
pub struct CreateNote {
    /// Title of the note.
    pub title: Option<String>,
    /// User who owns the record.
    pub owner: Option<UserRef>,
    /// Text of the note.
    pub content: Option<String>,
    /// People that the record belongs to.
    pub contact: Vec<ContactRef>,
    /// Company that the record belongs to.
    pub account: Option<AccountRef>,
    /// Deals that the record belongs to.
    pub opportunity: Vec<OpportunityRef>,
    /// Leads that the record belongs to.
    pub lead: Vec<LeadRef>,
    /// Who may see it.
    pub visibility: Option<Open<NoteVisibility>>,
    /// Links to the record.
    pub urls: Vec<Url>,
}

/// Changes a note. What is not set stays as it is.
///
/// `PATCH /unified/crm/notes/{id}` returns the [`Note`].
#[unified_endpoint(PATCH, "/unified/crm/notes/{id}", response = Note)]
pub struct UpdateNote {
    /// Id of the note.
    pub id: Id<Note>,
    /// Id of the contact. Required by Highlevel.
    #[truto(query, rename = "contact[id]")]
    pub contact_id: Option<Id<Contact>>,
    /// Title of the note.
    pub title: Patch<String>,
    /// User who owns the record.
    pub owner: Patch<UserRef>,
    /// Text of the note.
    pub content: Patch<String>,
    /// People that the record belongs to.
    pub contact: Option<Vec<ContactRef>>,
    /// Company that the record belongs to.
    pub account: Patch<AccountRef>,
    /// Deals that the record belongs to.
    pub opportunity: Option<Vec<OpportunityRef>>,
    /// Leads that the record belongs to.
    pub lead: Option<Vec<LeadRef>>,
    /// Who may see it.
    pub visibility: Patch<Open<NoteVisibility>>,
    /// Links to the record.
    pub urls: Option<Vec<Url>>,
}

/// Deletes a note.
///
/// `DELETE /unified/crm/notes/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/notes/{id}", response = Deleted)]
pub struct DeleteNote {
    /// Id of the note.
    pub id: Id<Note>,
}
