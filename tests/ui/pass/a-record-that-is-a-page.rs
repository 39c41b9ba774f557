//! A record can be called `Page`, or have the name of a list with another path.
//! Both can be responses, alone and paginated.

#![allow(dead_code)]

use truto_core::{Endpoint, Page, Paginated, unified_endpoint};

pub mod wiki {
    #[derive(Clone, Debug, serde::Deserialize)]
    pub struct Page<T> {
        pub block: T,
    }

    #[derive(Clone, Debug, serde::Deserialize)]
    pub struct Vec<T> {
        pub x: T,
    }
}

#[unified_endpoint(GET, "/unified/kb/pages/{id}", response = wiki::Page<u32>)]
pub struct GetPage {
    pub id: String,
}

#[unified_endpoint(GET, "/unified/kb/pages", response = wiki::Page<u32>, paginated)]
pub struct ListPages {}

#[unified_endpoint(GET, "/unified/kb/vectors", response = wiki::Vec<u32>, paginated)]
pub struct ListVectors {}

/// Fields that a list of pages could not have.
#[unified_endpoint(GET, "/unified/kb/size")]
pub struct GetSize {
    pub items: Option<u32>,
    pub pages: u32,
}

fn answers<E: Endpoint<Response = R>, R>() {}
fn lists<E: Paginated<Item = I>, I>() {}

#[test]
fn its_type_is_that_of_the_user() {
    answers::<GetPage, wiki::Page<u32>>();
    answers::<ListPages, Page<wiki::Page<u32>>>();
    lists::<ListPages, wiki::Page<u32>>();
    lists::<ListVectors, wiki::Vec<u32>>();
    let size = GetSize::builder().pages(1).items(2).build();
    assert_eq!((size.pages, size.items), (1, Some(2)));
}
