// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The Unified CRM API: records, filters and requests.
//!
//! | resource | record | methods |
//! |---|---|---|
//! | [`mod@accounts`] | [`Account`]: a company | [`list`](ListAccounts), [`get`](GetAccount), [`create`](CreateAccount), [`update`](UpdateAccount), [`delete`](DeleteAccount), [`merge`](MergeAccounts), [`batch-delete`](BatchDeleteAccounts) |
//! | `associations` | [`Association`]: a link from one record to others | [`create`](CreateAssociation) |
//! | [`mod@contacts`] | [`Contact`]: a person | [`list`](ListContacts), [`get`](GetContact), [`create`](CreateContact), [`update`](UpdateContact), [`delete`](DeleteContact), [`merge`](MergeContacts), [`batch-delete`](BatchDeleteContacts) |
//! | [`mod@engagement_types`] | [`EngagementType`]: a kind of engagement that the provider knows | [`list`](ListEngagementTypes), [`get`](GetEngagementType) |
//! | [`mod@engagements`] | [`Engagement`]: a call, a meeting, an email or another contact with somebody | [`list`](ListEngagements), [`get`](GetEngagement), [`create`](CreateEngagement), [`update`](UpdateEngagement), [`delete`](DeleteEngagement) |
//! | [`mod@field_groups`] | [`FieldGroup`]: a group of fields | [`list`](ListFieldGroups), [`get`](GetFieldGroup), [`create`](CreateFieldGroup), [`update`](UpdateFieldGroup) |
//! | [`mod@fields`] | [`Field`]: a field that records of the provider have | [`list`](ListFields), [`get`](GetField), [`create`](CreateField), [`update`](UpdateField), [`delete`](DeleteField) |
//! | [`mod@leads`] | [`Lead`]: a person or a company that is not qualified yet | [`list`](ListLeads), [`get`](GetLead), [`create`](CreateLead), [`update`](UpdateLead), [`delete`](DeleteLead) |
//! | [`mod@notes`] | [`Note`]: a text that belongs to records | [`list`](ListNotes), [`get`](GetNote), [`create`](CreateNote), [`update`](UpdateNote), [`delete`](DeleteNote) |
//! | [`mod@opportunities`] | [`Opportunity`]: a deal | [`list`](ListOpportunities), [`get`](GetOpportunity), [`create`](CreateOpportunity), [`update`](UpdateOpportunity), [`delete`](DeleteOpportunity) |
//! | [`mod@pipelines`] | [`Pipeline`]: a way from first contact to close, in stages | [`list`](ListPipelines), [`get`](GetPipeline), [`create`](CreatePipeline), [`update`](UpdatePipeline), [`delete`](DeletePipeline) |
//! | [`mod@projects`] | [`Project`]: work that was sold | [`list`](ListProjects), [`get`](GetProject), [`create`](CreateProject), [`update`](UpdateProject), [`delete`](DeleteProject) |
//! | [`mod@stages`] | [`Stage`]: a step of a pipeline | [`list`](ListStages), [`get`](GetStage), [`create`](CreateStage), [`update`](UpdateStage), [`delete`](DeleteStage) |
//! | [`mod@tasks`] | [`Task`]: something to do | [`list`](ListTasks), [`get`](GetTask), [`create`](CreateTask), [`update`](UpdateTask), [`delete`](DeleteTask) |
//! | [`mod@users`] | [`User`]: a user of the provider's system | [`list`](ListUsers), [`get`](GetUser), [`create`](CreateUser), [`update`](UpdateUser), [`delete`](DeleteUser) |
//! | [`mod@views`] | [`View`]: a saved selection of records | [`list`](ListViews) |
//! | [`mod@workspaces`] | [`Workspace`]: a part of the provider's account that has its own records | [`list`](ListWorkspaces) |
//!
//! Every request also takes the parameters that all endpoints have, such as `exclude_fields`, `remote_query` and, where
//! it has a body, `remote_data`. Fields are optional where the API does not promise them, and a value that an enum does
//! not know is kept.

#![allow(
    clippy::enum_variant_names,
    clippy::struct_field_names,
    clippy::upper_case_acronyms,
    reason = "the names are the API's"
)]

pub mod accounts;
mod associations;
pub mod contacts;
pub mod engagement_types;
pub mod engagements;
pub mod field_groups;
pub mod fields;
pub mod leads;
pub mod notes;
pub mod opportunities;
pub mod pipelines;
pub mod projects;
pub mod stages;
pub mod tasks;
pub mod users;
pub mod values;
pub mod views;
pub mod workspaces;

#[doc(inline)]
pub use self::accounts::{
    Account, BatchDeleteAccounts, CreateAccount, DeleteAccount, GetAccount, ListAccounts, MergeAccounts, UpdateAccount,
};
pub use self::associations::{
    Association, AssociationLinks, CreateAssociation, CreateAssociationBuilder, CrmEntity,
    create_association_builder_traits, crm_entity,
};
#[doc(inline)]
pub use self::contacts::{
    BatchDeleteContacts, Contact, CreateContact, DeleteContact, GetContact, ListContacts, MergeContacts, UpdateContact,
};
#[doc(inline)]
pub use self::engagement_types::{EngagementType, GetEngagementType, ListEngagementTypes};
#[doc(inline)]
pub use self::engagements::{
    CreateEngagement, DeleteEngagement, Engagement, GetEngagement, ListEngagements, UpdateEngagement,
};
#[doc(inline)]
pub use self::field_groups::{CreateFieldGroup, FieldGroup, GetFieldGroup, ListFieldGroups, UpdateFieldGroup};
#[doc(inline)]
pub use self::fields::{CreateField, DeleteField, Field, GetField, ListFields, UpdateField};
#[doc(inline)]
pub use self::leads::{CreateLead, DeleteLead, GetLead, Lead, ListLeads, UpdateLead};
#[doc(inline)]
pub use self::notes::{CreateNote, DeleteNote, GetNote, ListNotes, Note, UpdateNote};
#[doc(inline)]
pub use self::opportunities::{
    CreateOpportunity, DeleteOpportunity, GetOpportunity, ListOpportunities, Opportunity, UpdateOpportunity,
};
#[doc(inline)]
pub use self::pipelines::{CreatePipeline, DeletePipeline, GetPipeline, ListPipelines, Pipeline, UpdatePipeline};
#[doc(inline)]
pub use self::projects::{CreateProject, DeleteProject, GetProject, ListProjects, Project, UpdateProject};
#[doc(inline)]
pub use self::stages::{CreateStage, DeleteStage, GetStage, ListStages, Stage, UpdateStage};
#[doc(inline)]
pub use self::tasks::{CreateTask, DeleteTask, GetTask, ListTasks, Task, UpdateTask};
#[doc(inline)]
pub use self::users::{CreateUser, DeleteUser, GetUser, ListUsers, UpdateUser, User};
#[doc(inline)]
pub use self::views::{ListViews, View};
#[doc(inline)]
pub use self::workspaces::{ListWorkspaces, Workspace};

/// Every endpoint of the model, for a server such as the sandbox.
#[must_use]
#[cfg(feature = "server")]
pub const fn endpoints() -> truto_core::Registry {
    truto_core::endpoints![
        ListAccounts,
        GetAccount,
        CreateAccount,
        UpdateAccount,
        DeleteAccount,
        MergeAccounts,
        BatchDeleteAccounts,
        CreateAssociation,
        ListContacts,
        GetContact,
        CreateContact,
        UpdateContact,
        DeleteContact,
        MergeContacts,
        BatchDeleteContacts,
        ListEngagementTypes,
        GetEngagementType,
        ListEngagements,
        GetEngagement,
        CreateEngagement,
        UpdateEngagement,
        DeleteEngagement,
        ListFieldGroups,
        GetFieldGroup,
        CreateFieldGroup,
        UpdateFieldGroup,
        ListFields,
        GetField,
        CreateField,
        UpdateField,
        DeleteField,
        ListLeads,
        GetLead,
        CreateLead,
        UpdateLead,
        DeleteLead,
        ListNotes,
        GetNote,
        CreateNote,
        UpdateNote,
        DeleteNote,
        ListOpportunities,
        GetOpportunity,
        CreateOpportunity,
        UpdateOpportunity,
        DeleteOpportunity,
        ListPipelines,
        GetPipeline,
        CreatePipeline,
        UpdatePipeline,
        DeletePipeline,
        ListProjects,
        GetProject,
        CreateProject,
        UpdateProject,
        DeleteProject,
        ListStages,
        GetStage,
        CreateStage,
        UpdateStage,
        DeleteStage,
        ListTasks,
        GetTask,
        CreateTask,
        UpdateTask,
        DeleteTask,
        ListUsers,
        GetUser,
        CreateUser,
        UpdateUser,
        DeleteUser,
        ListViews,
        ListWorkspaces,
    ]
}
