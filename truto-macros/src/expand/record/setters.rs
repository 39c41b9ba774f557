//! Setters of a record that requests hold: its `#[non_exhaustive]` forbids a literal in another crate.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use crate::expand::names::local;
use crate::model::{Krate, Member, Presence, Record, Value};

/// A setter for each field, if the record wants them.
pub(super) fn expand(record: &Record) -> TokenStream {
    if !record.setters {
        return TokenStream::new();
    }
    let Record { name, lints, .. } = record;
    let setters = record.fields.iter().map(|field| setter(record, field));
    quote! {
        #lints
        impl #name {
            #(#setters)*
        }
    }
}

fn setter(record: &Record, field: &Member) -> TokenStream {
    let (krate, vis, value) = (&record.krate, &record.vis, local("value"));
    let Member { name, docs, deprecated, .. } = field;
    let argument = argument(krate, &field.value);
    let set = match (&field.value, field.presence) {
        (Value::List(_), Presence::Optional) => {
            quote!(#krate::extend(self.#name.get_or_insert_default(), #value);)
        }
        (Value::List(_), _) | (_, Presence::List) => quote!(#krate::extend(&mut self.#name, #value);),
        (of, presence) => {
            let value = match of {
                Value::Plain(_) => quote!(#value),
                _ => quote!(#krate::Into::into(#value)),
            };
            let value = if presence == Presence::Optional { quote!(#krate::Some(#value)) } else { value };
            quote!(self.#name = #value;)
        }
    };
    let argument = match field.presence {
        Presence::List => list_of(krate, &argument, &field.value),
        _ => argument,
    };
    let own = docs.is_empty().then(|| {
        let text = format!(" Sets `{}`.", name.unraw());
        quote!(#[doc = #text])
    });
    quote! {
        #(#docs)*
        #own
        #deprecated
        #[must_use]
        #vis fn #name(mut self, #value: #argument) -> Self {
            #set
            self
        }
    }
}

/// The argument for a value.
fn argument(krate: &Krate, value: &Value) -> TokenStream {
    match value {
        Value::Plain(ty) => quote!(#ty),
        Value::Into(ty) | Value::Collection(ty) => quote!(impl #krate::Into<#ty>),
        Value::List(item) => list_of(krate, &argument(krate, item), item),
    }
}

/// The argument for a list of these items.
fn list_of(krate: &Krate, argument: &TokenStream, item: &Value) -> TokenStream {
    let (Value::Plain(ty) | Value::Into(ty) | Value::Collection(ty)) = item else {
        return argument.clone();
    };
    quote!(impl #krate::IntoIterator<Item: #krate::Into<#ty>>)
}
