//! What recovery changed, kept beside the model: the model itself describes a declaration without mistakes.

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
    changes: Vec<(Ident, Change)>,
}

/// How a field differs from what the user wrote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    InDoubt,
    TypeReplaced,
    TypeUnknown,
    SetterRemoved,
}

impl Recovered {
    /// For a struct that is in the user's code already.
    pub(crate) fn of_written_struct() -> Self {
        Self { is_struct_written: true, ..Self::default() }
    }

    /// Notes that a mistake in the keys of a field is reported: what the keys say together may follow from it.
    pub(crate) fn doubt(&mut self, field: &Ident) {
        self.changes.push((field.clone(), Change::InDoubt));
    }

    /// Notes that a field has another type than the user wrote, the one that a message advises.
    pub(crate) fn replace_type(&mut self, field: &Ident) {
        self.changes.push((field.clone(), Change::TypeReplaced));
    }

    /// Notes that no message can advise a type for a field.
    pub(crate) fn forget_type(&mut self, field: &Ident) {
        self.changes.push((field.clone(), Change::TypeUnknown));
    }

    /// Notes that the setter of a field would hide another method.
    pub(crate) fn remove_setter(&mut self, field: &Ident) {
        self.changes.push((field.clone(), Change::SetterRemoved));
    }

    pub(crate) fn is_in_doubt(&self, field: &Ident) -> bool {
        self.is(field, Change::InDoubt)
    }

    pub(crate) fn is_type_replaced(&self, field: &Ident) -> bool {
        self.is(field, Change::TypeReplaced)
    }

    /// True if the setter of a field takes any value, because the field's type is unknown.
    pub(crate) fn is_type_unknown(&self, field: &Ident) -> bool {
        self.is(field, Change::TypeUnknown)
    }

    pub(crate) fn has_setter(&self, field: &Ident) -> bool {
        !self.is(field, Change::SetterRemoved)
    }

    /// True if the user's struct has other fields, or other types, than the model.
    pub(crate) fn is_struct_different(&self) -> bool {
        let is_changed =
            || self.duplicates.is_some() || self.changes.iter().any(|(_, change)| *change == Change::TypeReplaced);
        self.is_another_item || self.is_struct_written && is_changed()
    }

    fn is(&self, field: &Ident, wanted: Change) -> bool {
        self.changes.iter().any(|(name, change)| name == field && *change == wanted)
    }
}
