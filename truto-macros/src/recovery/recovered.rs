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
    is_struct_written: bool,
    /// Types that were replaced. Generated code names them, so that rustc reports no unused import.
    pub(crate) replaced: Vec<Type>,
    in_doubt: HashSet<Ident>,
    type_replaced: HashSet<Ident>,
    type_unknown: HashSet<Ident>,
    without_setter: HashSet<Ident>,
}

impl Recovered {
    /// For a struct that is in the user's code already.
    pub(crate) fn of_written_struct() -> Self {
        Self { is_struct_written: true, ..Self::default() }
    }

    /// Notes that a mistake in the keys of a field is reported. Other mistakes of the keys may follow from it.
    pub(crate) fn doubt(&mut self, field: &Ident) {
        self.in_doubt.insert(field.clone());
    }

    /// Notes that a field has the type that a message advises, and not the one that the user wrote.
    pub(crate) fn replace_type(&mut self, field: &Ident) {
        self.type_replaced.insert(field.clone());
    }

    /// Notes that no message can advise a type for a field.
    pub(crate) fn forget_type(&mut self, field: &Ident) {
        self.type_unknown.insert(field.clone());
    }

    /// Notes that the setter of a field would hide another method.
    pub(crate) fn remove_setter(&mut self, field: &Ident) {
        self.without_setter.insert(field.clone());
    }

    pub(crate) fn is_in_doubt(&self, field: &Ident) -> bool {
        self.in_doubt.contains(field)
    }

    pub(crate) fn is_type_replaced(&self, field: &Ident) -> bool {
        self.type_replaced.contains(field)
    }

    /// True if the setter of a field takes any value, because the field's type is unknown.
    pub(crate) fn is_type_unknown(&self, field: &Ident) -> bool {
        self.type_unknown.contains(field)
    }

    pub(crate) fn has_setter(&self, field: &Ident) -> bool {
        !self.without_setter.contains(field)
    }

    /// True if the user's struct has other fields, or other types, than the model.
    pub(crate) fn is_struct_different(&self) -> bool {
        let is_changed = self.duplicates.is_some() || !self.type_replaced.is_empty();
        self.is_another_item || self.is_struct_written && is_changed
    }
}
