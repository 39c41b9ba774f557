// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `page` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `page`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Page {
    /// The member `id`.
    pub id: Option<Id<Page>>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists page.
///
/// `GET /unified/odd/page` returns pages of [`Page`].
#[unified_endpoint(GET, "/unified/odd/page", response = Page, paginated)]
pub struct ListPage {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `name`.
    pub name: Option<Filter<String>>,
}

/// Reads a page.
///
/// `GET /unified/odd/page/{id}` returns the [`Page`].
#[unified_endpoint(GET, "/unified/odd/page/{id}", response = Page)]
pub struct GetPage {
    /// Id of the page.
    pub id: Id<Page>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// Creates a page. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/page` returns the [`Page`].
#[unified_endpoint(POST, "/unified/odd/page", response = Page)]
pub struct CreatePage {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
}

/// Changes a page. What is not set stays as it is.
///
/// `PATCH /unified/odd/page/{id}` returns the [`Page`].
#[unified_endpoint(PATCH, "/unified/odd/page/{id}", response = Page)]
pub struct UpdatePage {
    /// Id of the page.
    pub id: Id<Page>,
    /// The member `id`.
    #[truto(query, rename = "id")]
    pub id_2: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_3: Patch<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Patch<String>,
}
