//! The declarations that `build.rs` generates, and the functions that call their setters.

#![allow(clippy::redundant_closure_for_method_calls, reason = "users write closures")]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use truto_core::types::ReferenceTo;
use truto_core::{
    DateFilter, Endpoint as _, Error, File, Filter, Json, Patch, Reference, SortBy, Timestamp, unified_endpoint,
};

use crate::case::{Case, Field, Form, Grows, Place, Style};
use crate::script::{Script, Way};
use crate::tree::Tree;
use crate::values::{Address, Color, Contact, Id, Kind, Names, Person, kind};

/// Sends the request of a builder in the way that the script says.
macro_rules! finish {
    ($script:ident, $builder:ident) => {{
        match $script.way {
            Way::Builder => $script.wait($builder.send(&$script.account())),
            Way::Call | Way::Saved => $script.call($builder.call()),
            Way::Struct => $script.wait($builder.call().into_request().send(&$script.account())),
            Way::Json => $script.json(&$builder.call().into_request()),
        }
    }};
}

include!(concat!(env!("OUT_DIR"), "/declarations.rs"));
