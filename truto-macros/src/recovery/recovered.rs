//! The changes that recovery made, kept beside the model, so that the model describes a declaration without mistakes.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use syn::Type;

/// Where the model differs from what the user wrote. Empty for a declaration without mistakes.
///
/// Checks ask it, so that one mistake stays one error. The expander asks it which code it can still write.
#[derive(Default)]
pub(crate) struct Recovered {
    /// True if the method could not be read.
    pub(crate) is_method_guessed: bool,
    /// True if the item is not a struct with named fields.
    pub(crate) is_another_item: bool,
    /// The original struct, for rustc to report the fields that it has twice.
    pub(crate) duplicates: Option<TokenStream>,
    /// True if the struct is in the user's code already, so that a replaced type is replaced in the builder only.
    pub(crate) is_struct_written: bool,
    /// Types that were replaced. Generated code names them, so that rustc reports no unused import.
    pub(crate) replaced: Vec<Type>,
    /// Fields with a reported mistake in their keys. Other mistakes of the keys may follow from it.
    pub(crate) in_doubt: HashSet<Ident>,
    /// Fields with the type that a message advises, and not the one that the user wrote.
    pub(crate) type_replaced: HashSet<Ident>,
    /// Fields that no message can advise a type for. Their setters take any value.
    pub(crate) type_unknown: HashSet<Ident>,
    /// Fields whose setter would hide another method.
    pub(crate) without_setter: HashSet<Ident>,
}

impl Recovered {
    /// True if the user's struct has other fields, or other types, than the model.
    pub(crate) fn is_struct_different(&self) -> bool {
        let is_changed = self.duplicates.is_some() || !self.type_replaced.is_empty();
        self.is_another_item || self.is_struct_written && is_changed
    }
}
