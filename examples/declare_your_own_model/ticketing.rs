// Written by truto-codegen from `examples/declare_your_own_model/ticketing.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The Unified Ticketing API: records, filters and requests.
//!
//! | resource | record | methods |
//! |---|---|---|
//! | [`mod@tickets`] | [`Ticket`] | [`list`](ListTickets), [`get`](GetTicket), [`create`](CreateTicket), [`update`](UpdateTicket), [`delete`](DeleteTicket) |
//! | [`mod@comments`] | [`Comment`] | [`list`](ListComments), [`create`](CreateComment) |
//! | [`mod@users`] | [`User`] | [`list`](ListUsers), [`get`](GetUser) |
//!
//! Every request also takes the parameters that all endpoints have, such as `exclude_fields`, `remote_query` and, where
//! it has a body, `remote_data`. Fields are optional where the API does not promise them, and a value that an enum does
//! not know is kept.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::enum_variant_names,
    clippy::struct_field_names,
    clippy::upper_case_acronyms,
    reason = "a program uses some of it, and the names are the API's"
)]

pub mod comments;
pub mod tickets;
pub mod users;

#[doc(inline)]
pub use self::comments::{Comment, CreateComment, ListComments};
#[doc(inline)]
pub use self::tickets::{CreateTicket, DeleteTicket, GetTicket, ListTickets, Ticket, UpdateTicket};
#[doc(inline)]
pub use self::users::{GetUser, ListUsers, User};

/// Every endpoint of the model, for a server such as the sandbox.
#[must_use]
pub const fn endpoints() -> truto_core::Registry {
    truto_core::endpoints![
        ListTickets,
        GetTicket,
        CreateTicket,
        UpdateTicket,
        DeleteTicket,
        ListComments,
        CreateComment,
        ListUsers,
        GetUser,
    ]
}
