// errors: 2
//! An update must send an empty list, because it empties the field.
//! A list in a form is a part for each item.

use truto_core::{File, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
pub struct UpdateContact {
    pub id: String,
    #[truto(within = "details")]
    pub tags: Vec<String>,
}

#[unified_endpoint(PUT, "/unified/crm/contacts/{id}")]
pub struct ReplaceContact {
    pub id: String,
    pub tags: Vec<String>,
}

#[unified_endpoint(PUT, "/unified/file-storage/drive-items/{id}", body = multipart)]
pub struct ReplaceFiles {
    pub id: String,
    pub files: Vec<File>,
}

fn main() {
    let _ = UpdateContact::builder().id("1").tags(["a"]).build();
    let _ = ReplaceContact::builder().id("1").tags(["a"]).build();
}
