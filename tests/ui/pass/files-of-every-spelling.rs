//! Files with and without a path, in every wrapper, and a user's type with the same name.
//! With a path, the type may be any type, and the contract shows whether it is a file.

use truto_core::contract::Kind;
use truto_core::{Endpoint, unified_endpoint};

#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
pub struct Upload {
    pub one: truto_core::File,
    pub two: Option<::truto_core::File>,
    pub three: Vec<truto_core::File>,
}

#[unified_endpoint(PUT, "/unified/file-storage/drive-items/{id}", body = "raw")]
pub struct Replace {
    pub id: String,
    pub content: truto_core::File,
}

pub mod drive {
    #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
    pub struct File {
        pub id: String,
    }
}

#[unified_endpoint(POST, "/unified/file-storage/shares")]
pub struct Share {
    pub file: drive::File,
    #[truto(query)]
    pub parent: Option<drive::File>,
}

#[test]
fn a_file_is_told_from_a_type_of_its_name() {
    let upload = Upload::builder().one(truto_core::File::text("1")).two(vec![2]).three([[3_u8].to_vec()]).build();
    assert_eq!((upload.two.unwrap().bytes().len(), upload.three.len()), (1, 1));
    assert_eq!(Replace::builder().id("1").content(truto_core::File::text("x")).build().content.bytes(), "x");
    let share = Share::builder().file(drive::File { id: "1".into() }).build();
    assert_eq!(serde_json::to_string(&share).unwrap(), r#"{"file":{"id":"1"}}"#);
    let kind = |contract: &truto_core::contract::Contract, name| contract.field(name).unwrap().kind();
    assert_eq!(kind(Upload::CONTRACT, "three"), Kind::File);
    assert_eq!([kind(Share::CONTRACT, "file"), kind(Share::CONTRACT, "parent")], [Kind::Any, Kind::Any]);
}
