//! Structs whose documented fields have accessors.

/// Declares a struct. Each documented field has an accessor of the same name, which returns a copy, or a reference if the field is
/// declared `as &T`. The fields without docs come after them, or `with` them before the braces, and have no accessor.
macro_rules! with_accessors {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident $(with ($first_vis:vis $first:ident: $first_type:ty))? {
            $($(#[$doc:meta])+ $read_vis:vis $read:ident: $read_type:ty $(as &$target:ty)?,)*
            $($vis:vis $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$attribute])*
        pub struct $name {
            $($first_vis $first: $first_type,)?
            $($read_vis $read: $read_type,)*
            $($vis $field: $type,)*
        }

        impl $name {
            $(crate::error::accessors::accessor! { $(#[$doc])+ $read: $read_type $(as &$target)? })*
        }
    };
}

macro_rules! accessor {
    ($(#[$doc:meta])+ $field:ident: $type:ty) => {
        $(#[$doc])+
        #[must_use]
        pub fn $field(&self) -> $type {
            self.$field
        }
    };
    ($(#[$doc:meta])+ $field:ident: $type:ty as &$target:ty) => {
        $(#[$doc])+
        #[must_use]
        pub fn $field(&self) -> &$target {
            &self.$field
        }
    };
}

pub(super) use {accessor, with_accessors};
